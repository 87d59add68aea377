#include "transform/curves.h"

static void widen(double extent[2], const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        extent[0] = numbers[i] < extent[0] ? numbers[i] : extent[0];
        extent[1] = numbers[i] > extent[1] ? numbers[i] : extent[1];
    }
}

static bool read_extent(const MuNode *node, double extent[2])
{
    bool given = mu_node_is(node, MU_ARRAY) && node->array.size == 2;
    extent[0] = given ? mu_node_number(node->array.at[0], NAN) : INFINITY;
    extent[1] = given ? mu_node_number(node->array.at[1], NAN) : -INFINITY;
    return given;
}

typedef struct Density {
    MuColumn *column;
    double bandwidth, extent[2], min_steps, max_steps;
    bool shared, cumulative, counts; /* shared: one extent for all */
} Density;

static Density read_density(const MuNode *node)
{
    Density d = {.bandwidth = mu_node_number(mu_node_get(node, "bandwidth"), 0)};
    double steps = mu_node_number(mu_node_get(node, "steps"), NAN);
    bool independent = mu_node_is_string(mu_node_get(node, "resolve"), "independent");
    d.min_steps = isnan(steps) ? mu_node_number(mu_node_get(node, "minsteps"), 25) : steps;
    d.max_steps = isnan(steps) ? mu_node_number(mu_node_get(node, "maxsteps"), 200) : steps;
    if (!independent)
        d.min_steps = d.max_steps;
    d.cumulative = mu_node_bool(mu_node_get(node, "cumulative"), false);
    d.counts = mu_node_bool(mu_node_get(node, "counts"), false);
    d.shared = read_extent(mu_node_get(node, "extent"), d.extent) || !independent;
    return d;
}

static size_t count_nulls(const MuCurveRows *curve, size_t group, const MuColumn *column)
{
    const uint32_t *places = mu_group_places(&curve->groups, group);
    size_t nulls = 0;
    for (size_t i = 0; i < mu_group_size(&curve->groups, group); i++)
        nulls += mu_column_value(column, mu_table_row(curve->table, places[i])).kind == MU_NULL;
    return nulls;
}

/* Vega's kernels take null for 0. An empty cell of a file is no null. */
static void add_group(MuCurveRows *curve, size_t group, const Density *density, size_t *nulls)
{
    double *support, *same, *xy, extent[2] = {INFINITY, -INFINITY};
    size_t known = mu_curve_points(curve, group, density->column, density->column, &support, &same);
    size_t zeros = count_nulls(curve, group, density->column), count = known + zeros;
    memset(support + known, 0, zeros * sizeof *support);
    *nulls += zeros;
    MuArena *arena = curve->table->arena;
    MuKernel kernel = mu_kernel(arena, support, known, count, density->bandwidth);
    widen(extent, support, known);
    const double *over = density->shared ? density->extent : extent;
    if (!known || !isfinite(over[0]) || !isfinite(over[1]))
        return;
    size_t points = mu_sample_curve(arena, density->cumulative ? mu_kernel_cumulative : mu_kernel_density, &kernel,
                                    over, density->min_steps, density->max_steps, &xy);
    for (size_t i = 0; density->counts && i < points; i++)
        xy[2 * i + 1] *= (double)count;
    mu_curve_add(curve, group, xy, points);
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "density");
    Density density = read_density(node);
    MuCurveRows curve;
    density.column = mu_transform_numbers(table, field, context->diags);
    if (!density.column || !mu_curve_start(&curve, table, node, context->diags))
        return NULL;
    bool given = mu_node_get(node, "extent") != NULL;
    for (size_t g = 0; !given && g < curve.groups.count; g++) {
        double *numbers, *same;
        size_t count = mu_curve_points(&curve, g, density.column, density.column, &numbers, &same);
        widen(density.extent, numbers, count);
    }
    size_t nulls = 0;
    for (size_t g = 0; g < curve.groups.count; g++)
        add_group(&curve, g, &density, &nulls);
    if (nulls)
        mu_diag(context->diags, MU_DIAG_DENSITY_NULLS, field->span, nulls, MU_FMT(field->string));
    return mu_curve_table(&curve, mu_transform_as(node, 0, MU_STR("value")),
                          mu_transform_as(node, 1, MU_STR("density")));
}

const MuTransformDef mu_transform_density = {
    .name = "density",
    .doc = "estimates the density of a field's values by Gaussian kernels",
    .key = "density",
    .run = run,
};
