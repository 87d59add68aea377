#include "transform/engine.h"

static void extent_of(const MuTable *table, const double *numbers, double extent[2])
{
    extent[0] = INFINITY;
    extent[1] = -INFINITY;
    for (size_t i = 0; i < table->size; i++) {
        double x = numbers[mu_table_row(table, i)];
        extent[0] = x < extent[0] ? x : extent[0];
        extent[1] = x > extent[1] ? x : extent[1];
    }
}

static MuValue number_or_null(double number)
{
    return isnan(number) ? mu_null() : mu_number(number);
}

/* An empty text is 0 for a scale of Vega's, but not for its bins. */
static const double *known_numbers(const MuTable *table, MuColumn *column)
{
    const double *numbers = mu_column_numbers(table->arena, column);
    if (column->kind != MU_COLUMN_TEXT || !column->vega)
        return numbers;
    double *known = MU_NEW_ARRAY(table->arena, double, column->size);
    for (size_t row = 0; row < column->size; row++)
        known[row] = mu_column_is_blank(column, row) ? NAN : numbers[row];
    return known;
}

/* A value that is not known has no bin; one beyond the extent has the bin ±Infinity, as in Vega. */
MuBins mu_bin_column(MuTable *table, MuColumn *column, MuBinParams params, MuStr start, MuStr end)
{
    const double *numbers = known_numbers(table, column);
    if (isnan(params.extent[0]) || isnan(params.extent[1]))
        extent_of(table, numbers, params.extent);
    bool any = isfinite(params.extent[0]) && isfinite(params.extent[1]);
    MuBins bins = any ? mu_bins(&params) : (MuBins){NAN, NAN, NAN};
    MuColumn *starts = mu_column_new(table->arena, start, MU_COLUMN_NUMBER, table->physical);
    MuColumn *ends = mu_column_new(table->arena, end, MU_COLUMN_NUMBER, table->physical);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        double floor = any ? mu_bin_floor(bins, numbers[row]) : NAN;
        mu_column_set(table->arena, starts, row, number_or_null(floor));
        mu_column_set(table->arena, ends, row, number_or_null(mu_bin_end(bins, floor)));
    }
    mu_table_put(table, starts);
    if (end.size)
        mu_table_put(table, ends);
    return bins;
}

static const double *numbers_of(MuArena *arena, const MuNode *list, size_t *size)
{
    *size = mu_node_is(list, MU_ARRAY) ? list->array.size : 0;
    double *numbers = MU_NEW_ARRAY(arena, double, *size);
    for (size_t i = 0; i < *size; i++)
        numbers[i] = mu_node_number(list->array.at[i], NAN);
    return *size ? numbers : NULL;
}

/* vega-lite's normalizeBin: ten bins at most where neither a number of bins nor a step is given. */
static MuBinParams read_params(MuArena *arena, const MuNode *bin)
{
    MuBinParams params = mu_bin_params();
    params.maxbins = mu_node_number(mu_node_get(bin, "maxbins"), NAN);
    params.base = mu_node_number(mu_node_get(bin, "base"), NAN);
    params.step = mu_node_number(mu_node_get(bin, "step"), NAN);
    params.minstep = mu_node_number(mu_node_get(bin, "minstep"), NAN);
    params.anchor = mu_node_number(mu_node_get(bin, "anchor"), NAN);
    params.nice = mu_node_bool(mu_node_get(bin, "nice"), true);
    params.steps = numbers_of(arena, mu_node_get(bin, "steps"), &params.steps_size);
    params.divide = numbers_of(arena, mu_node_get(bin, "divide"), &params.divide_size);
    if (isnan(params.maxbins) && isnan(params.step))
        params.maxbins = 10;
    size_t size;
    const double *extent = numbers_of(arena, mu_node_get(bin, "extent"), &size);
    params.extent[0] = size == 2 ? extent[0] : NAN;
    params.extent[1] = size == 2 ? extent[1] : NAN;
    return params;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "field"), *bin = mu_node_get(node, "bin");
    if (!mu_node_is(field, MU_STRING) || !mu_node_get(node, "as")) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "bin", "a field and one or two names in 'as'");
        return NULL;
    }
    MuTable *made = mu_table_copy(context->arena, table);
    MuColumn *column = mu_transform_numbers(made, field, context->diags);
    if (!column)
        return NULL;
    MuStr start = mu_transform_as(node, 0, field->string);
    MuStr end = mu_transform_as(node, 1, mu_str_printf(context->arena, "%.*s_end", MU_FMT(start)));
    mu_bin_column(made, column, read_params(context->arena, bin), start, end);
    return made;
}

const MuTransformDef mu_transform_bin = {
    .name = "bin",
    .doc = "adds the start and the end of the interval in which a number lies",
    .key = "bin",
    .run = run,
};
