/* Reading the properties of transforms. */
#include "transform/engine.h"

static MuColumn *unknown_field(MuTable *table, const MuNode *field, MuDiags *diags)
{
    MuStr *names;
    size_t count = mu_table_names(table, diags->arena, &names);
    MuStr nearest = mu_nearest(field->string, names, count);
    MuDiag *diag = mu_diag(diags, MU_DIAG_UNKNOWN_FIELD, field->span, MU_FMT(field->string));
    if (nearest.size)
        mu_diag_hint(diags, diag, "did you mean '%.*s'?", MU_FMT(nearest));
    return NULL;
}

MuColumn *mu_transform_field(MuTable *table, const MuNode *field, MuDiags *diags)
{
    if (!mu_node_is(field, MU_STRING)) {
        mu_diag(diags, MU_DIAG_TRANSFORM_NEEDS, field ? field->span : (MuSpan){0}, "this transform",
                "the name of a field");
        return NULL;
    }
    MuColumn *column = mu_table_field(table, field->string);
    if (column)
        return column;
    if (table->size)
        return unknown_field(table, field, diags);
    return mu_column_new(table->arena, field->string, MU_COLUMN_VALUE, table->physical); /* no rows, no columns */
}

MuColumn *mu_transform_numbers(MuTable *table, const MuNode *field, MuDiags *diags)
{
    MuColumn *column = mu_transform_field(table, field, diags);
    return column && mu_column_check_numbers(table, column, field->span, diags) ? column : NULL;
}

static bool add_field(MuTable *table, const MuNode *field, MuColumn ***columns, size_t *count, MuDiags *diags)
{
    MuColumn *column = mu_transform_field(table, field, diags);
    if (column)
        (*columns)[(*count)++] = column;
    return column != NULL;
}

bool mu_transform_fields(MuTable *table, const MuNode *list, MuColumn ***columns, size_t *count, MuDiags *diags)
{
    bool many = mu_node_is(list, MU_ARRAY), ok = true;
    size_t size = many ? list->array.size : list != NULL;
    *columns = MU_NEW_ARRAY(table->arena, MuColumn *, size + 1);
    *count = 0;
    for (size_t i = 0; i < size; i++)
        ok = add_field(table, many ? list->array.at[i] : list, columns, count, diags) && ok;
    return ok;
}

bool mu_transform_sort(MuTable *table, const MuNode *sort, MuSortKey **keys, size_t *count, MuDiags *diags)
{
    size_t size = mu_node_is(sort, MU_ARRAY) ? sort->array.size : 0;
    *keys = MU_NEW_ARRAY(table->arena, MuSortKey, size + 1);
    *count = 0;
    for (size_t i = 0; i < size; i++) {
        const MuNode *item = sort->array.at[i], *field = mu_node_get(item, "field");
        MuColumn *column = mu_transform_field(table, field ? field : item, diags);
        if (!column)
            return false;
        bool descending = mu_node_is_string(mu_node_get(item, "order"), "descending");
        (*keys)[(*count)++] = (MuSortKey){column, descending, mu_column_is_numeric(table->arena, column)};
    }
    return true;
}

MuStr mu_transform_as(const MuNode *node, size_t index, MuStr fallback)
{
    const MuNode *as = mu_node_get(node, "as");
    if (mu_node_is(as, MU_STRING) && index == 0)
        return as->string;
    if (mu_node_is(as, MU_ARRAY) && index < as->array.size)
        return mu_node_string(as->array.at[index], fallback);
    return fallback;
}

/* vega-lite's vgField: op_field. */
static MuStr measure_name(MuArena *arena, MuStr op, MuStr field)
{
    if (!field.size)
        return op;
    return mu_str_printf(arena, "%.*s_%.*s", MU_FMT(op), MU_FMT(field));
}

static bool read_measure(MuTable *table, const MuNode *node, MuMeasure *measure, MuDiags *diags)
{
    const MuNode *op_node = mu_node_get(node, "op"), *field = mu_node_get(node, "field");
    MuAggregateOp op;
    MuStr name = mu_node_string(op_node, MU_STR("count"));
    if (!mu_aggregate_parse(name, &op)) {
        mu_diag(diags, MU_DIAG_UNKNOWN_AGGREGATE, op_node ? op_node->span : node->span, MU_FMT(name));
        return false;
    }
    bool counts = op == MU_OP_COUNT;
    MuStr field_name = counts ? MU_STR("") : mu_node_string(field, MU_STR(""));
    measure->op = name;
    measure->as = mu_node_string(mu_node_get(node, "as"), measure_name(table->arena, name, field_name));
    measure->column = field_name.size ? mu_transform_field(table, field, diags) : NULL;
    if (!counts && field_name.size && !measure->column)
        return false;
    return mu_measure_check(table, measure->column, name, field ? field->span : node->span, diags);
}

bool mu_transform_measures(MuTable *table, const MuNode *list, MuMeasure **measures, size_t *count, MuDiags *diags)
{
    size_t size = mu_node_is(list, MU_ARRAY) ? list->array.size : 0;
    *measures = MU_NEW_ARRAY(table->arena, MuMeasure, size + 1);
    *count = 0;
    for (size_t i = 0; i < size; i++)
        if (!read_measure(table, list->array.at[i], &(*measures)[(*count)++], diags))
            return false;
    return true;
}

void mu_table_put_values(MuTable *table, MuStr name, MuValue *values)
{
    mu_table_put(table, mu_column_from_values(table->arena, name, table, values, table->physical));
}
