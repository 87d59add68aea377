#include "transform/engine.h"

/* Probabilities as given, or one for each step from half a step on. */
static double *probabilities(MuArena *arena, const MuNode *node, size_t *count)
{
    const MuNode *given = mu_node_get(node, "probs");
    double step = mu_node_number(mu_node_get(node, "step"), 0.01);
    if (!(step > 1e-6))
        step = 0.01;
    bool listed = mu_node_is(given, MU_ARRAY);
    double most = ceil((1 - 1e-14 - step / 2) / step);
    *count = listed ? given->array.size : most > 0 ? (size_t)most : 0;
    double *p = MU_NEW_ARRAY(arena, double, *count);
    for (size_t i = 0; i < *count; i++)
        p[i] = listed ? mu_node_number(given->array.at[i], NAN) : step / 2 + (double)i * step;
    return p;
}

static double *sorted_numbers(MuTable *table, const double *numbers, const uint32_t *places, size_t count, size_t *size)
{
    double *sorted = MU_NEW_ARRAY(table->arena, double, count + 1);
    *size = 0;
    for (size_t i = 0; i < count; i++) {
        double number = numbers[mu_table_row(table, places[i])];
        if (!isnan(number))
            sorted[(*size)++] = number;
    }
    qsort(sorted, *size, sizeof *sorted, mu_compare_doubles);
    return sorted;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "quantile");
    MuColumn *column = mu_transform_numbers(table, field, context->diags), **columns;
    size_t column_count, p_count;
    if (!column || !mu_transform_fields(table, mu_node_get(node, "groupby"), &columns, &column_count, context->diags))
        return NULL;
    const double *numbers = mu_column_numbers(context->arena, column);
    double *p = probabilities(context->arena, node, &p_count);
    MuGroups groups = mu_groups(table, columns, column_count);
    size_t size = groups.count * p_count, n;
    uint32_t *rows = MU_NEW_ARRAY(context->arena, uint32_t, size);
    MuValue *probs = MU_NEW_ARRAY(context->arena, MuValue, size), *values = MU_NEW_ARRAY(context->arena, MuValue, size);
    for (size_t g = 0; g < groups.count; g++) {
        const uint32_t *places = mu_group_places(&groups, g);
        double *sorted = sorted_numbers(table, numbers, places, mu_group_size(&groups, g), &n);
        for (size_t i = 0; i < p_count; i++) {
            rows[g * p_count + i] = (uint32_t)mu_table_row(table, places[0]);
            probs[g * p_count + i] = mu_number(p[i]);
            values[g * p_count + i] = n ? mu_number(mu_quantile_sorted(sorted, n, p[i])) : mu_undefined();
        }
    }
    MuTable *made = mu_group_table(table, columns, column_count, rows, size);
    mu_table_put_values(made, mu_transform_as(node, 0, MU_STR("prob")), probs);
    mu_table_put_values(made, mu_transform_as(node, 1, MU_STR("value")), values);
    return made;
}

const MuTransformDef mu_transform_quantile = {
    .name = "quantile",
    .doc = "gives the quantiles of a field, one row for each probability",
    .key = "quantile",
    .run = run,
};
