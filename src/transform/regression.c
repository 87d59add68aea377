#include "transform/curves.h"

typedef struct Regression {
    MuColumn *x, *y;
    MuFitMethod method;
    size_t order;
    double extent[2];
    bool given, params;
} Regression;

static bool read_method(const MuNode *node, MuFitMethod *method, MuDiags *diags)
{
    static const char *const names[] = {"constant", "linear", "log", "exp", "pow", "quad", "poly"};
    MuStr name = mu_node_string(node, MU_STR("linear"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(name, names[i])) {
            *method = (MuFitMethod)i;
            return true;
        }
    mu_diag(diags, MU_DIAG_NO_SUCH_VALUE, node->span, MU_FMT(name), "method of regression");
    return false;
}

static void read_extent(const MuNode *node, Regression *regression, MuSpan span, MuDiags *diags)
{
    regression->given = mu_node_is(node, MU_ARRAY) && node->array.size == 2;
    for (size_t i = 0; regression->given && i < 2; i++)
        regression->extent[i] = mu_node_number(node->array.at[i], NAN);
    if (!regression->given || regression->method != MU_FIT_LOG || regression->extent[0] > 0)
        return;
    mu_diag(diags, MU_DIAG_REGRESSION_EXTENT, span);
    regression->given = false;
}

static size_t degrees(const Regression *regression)
{
    return regression->method == MU_FIT_POLY ? regression->order : regression->method == MU_FIT_QUAD ? 2 : 1;
}

static void add_curve(MuCurveRows *curve, size_t group, const Regression *regression, const MuFit *fit,
                      const double *xs, size_t count)
{
    double extent[2] = {INFINITY, -INFINITY}, *xy;
    for (size_t i = 0; i < count; i++) {
        extent[0] = xs[i] < extent[0] ? xs[i] : extent[0];
        extent[1] = xs[i] > extent[1] ? xs[i] : extent[1];
    }
    const double *over = regression->given ? regression->extent : extent;
    double ends[4] = {over[0], mu_fit_predict(fit, over[0]), over[1], mu_fit_predict(fit, over[1])};
    if (regression->method == MU_FIT_LINEAR || regression->method == MU_FIT_CONSTANT) {
        mu_curve_add(curve, group, ends, 2);
        return;
    }
    size_t points = mu_sample_curve(curve->table->arena, mu_fit_predict, fit, over, 25, 200, &xy);
    mu_curve_add(curve, group, xy, points);
}

/* `params: true`: for each group its keys, the coefficients and r². */
static MuTable *params_table(MuCurveRows *curve, const MuFit *fits, const uint32_t *of, size_t count)
{
    MuArena *arena = curve->table->arena;
    MuTable *made = mu_table_like(curve->table, count);
    MuColumn *keys = mu_table_add(made, MU_STR("keys"), MU_COLUMN_VALUE);
    MuColumn *coefficients = mu_table_add(made, MU_STR("coef"), MU_COLUMN_VALUE);
    MuColumn *r_squared = mu_table_add(made, MU_STR("rSquared"), MU_COLUMN_NUMBER);
    for (size_t i = 0; i < count; i++) {
        size_t row = mu_table_row(curve->table, mu_group_places(&curve->groups, of[i])[0]);
        MuValue names = mu_array_new(arena, curve->column_count), numbers = mu_array_new(arena, fits[i].count);
        for (size_t c = 0; c < curve->column_count; c++)
            names.array->at[c] = mu_column_value(curve->columns[c], row);
        for (size_t c = 0; c < fits[i].count; c++)
            numbers.array->at[c] = mu_number(fits[i].coefficients[c]);
        keys->values[i] = curve->column_count ? names : mu_undefined();
        coefficients->values[i] = numbers;
        r_squared->numbers[i] = fits[i].r_squared;
    }
    return made;
}

static bool read_regression(const MuNode *node, MuTable *table, Regression *regression, MuDiags *diags)
{
    const MuNode *y = mu_node_get(node, "regression"), *x = mu_node_get(node, "on");
    if (!mu_node_is(y, MU_STRING) || !mu_node_is(x, MU_STRING)) {
        mu_diag(diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "regression", "a field and another in 'on'");
        return false;
    }
    double order = mu_node_number(mu_node_get(node, "order"), 3);
    *regression = (Regression){.x = mu_transform_numbers(table, x, diags), .y = mu_transform_numbers(table, y, diags)};
    regression->order = order >= 0 && order <= MU_FIT_MOST ? (size_t)order : 3;
    regression->params = mu_node_bool(mu_node_get(node, "params"), false);
    if (!regression->x || !regression->y || !read_method(mu_node_get(node, "method"), &regression->method, diags))
        return false;
    read_extent(mu_node_get(node, "extent"), regression, node->span, diags);
    return true;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    Regression regression;
    MuCurveRows curve;
    if (!read_regression(node, table, &regression, context->diags) ||
        !mu_curve_start(&curve, table, node, context->diags))
        return NULL;
    MuFit *fits = MU_NEW_ARRAY(context->arena, MuFit, curve.groups.count);
    uint32_t *of = MU_NEW_ARRAY(context->arena, uint32_t, curve.groups.count);
    size_t count = 0;
    for (size_t g = 0; g < curve.groups.count; g++) {
        double *xs, *ys;
        size_t rows = mu_group_size(&curve.groups, g);
        size_t n = mu_curve_points(&curve, g, regression.x, regression.y, &xs, &ys);
        if (rows <= degrees(&regression) || !n) {
            mu_diag(context->diags, MU_DIAG_REGRESSION_POINTS, node->span, rows);
            continue;
        }
        fits[count] = mu_fit(context->arena, regression.method, xs, ys, n, regression.order);
        of[count++] = (uint32_t)g;
        if (!regression.params)
            add_curve(&curve, g, &regression, &fits[count - 1], xs, n);
    }
    if (regression.params)
        return params_table(&curve, fits, of, count);
    return mu_curve_table(&curve, mu_transform_as(node, 0, mu_node_get(node, "on")->string),
                          mu_transform_as(node, 1, mu_node_get(node, "regression")->string));
}

const MuTransformDef mu_transform_regression = {
    .name = "regression",
    .doc = "fits a line or a curve to the points of each group",
    .key = "regression",
    .run = run,
};
