/* Rows of JSON, or values that stand in the spec, become columns. */
#include "data/table.h"
#include "doc/node.h"

static void set_cell(MuTable *table, MuStr name, size_t row, const MuNode *node)
{
    MuColumn *column = mu_table_column(table, name);
    if (!column)
        column = mu_table_add(table, name, MU_COLUMN_VALUE);
    column->values[row] = mu_node_value(table->arena, node);
}

/* As vega-dataflow's `ingest`: an object is a row, an array is an object with keys 0, 1, 2…, and any
 * other value is a row with the field "data". */
static void set_row(MuTable *table, size_t row, const MuNode *node)
{
    if (node->kind == MU_OBJECT) {
        for (size_t i = 0; i < node->object.size; i++)
            set_cell(table, node->object.at[i].key, row, node->object.at[i].value);
    } else if (node->kind == MU_ARRAY) {
        for (size_t i = 0; i < node->array.size; i++)
            set_cell(table, mu_str_printf(table->arena, "%zu", i), row, node->array.at[i]);
    } else {
        set_cell(table, MU_STR("data"), row, node);
    }
}

MuTable *mu_table_from_node(MuArena *arena, const MuNode *node, MuDiags *diags)
{
    bool many = node->kind == MU_ARRAY;
    size_t rows = many ? node->array.size : 1;
    if (rows >= UINT32_MAX) {
        mu_diag(diags, MU_DIAG_DATA_TOO_LARGE, node->span, "data");
        return NULL;
    }
    MuTable *table = mu_table_new(arena, rows);
    for (size_t row = 0; row < rows; row++)
        set_row(table, row, many ? node->array.at[row] : node);
    return table;
}

static const MuNode *step(const MuNode *node, MuStr part)
{
    if (!mu_node_is(node, MU_ARRAY))
        return mu_node_find(node, part);
    size_t index = 0;
    for (size_t i = 0; i < part.size; i++) {
        if (part.at[i] < '0' || part.at[i] > '9' || i > 8)
            return NULL;
        index = index * 10 + (size_t)(part.at[i] - '0');
    }
    return index < node->array.size ? node->array.at[index] : NULL;
}

const MuNode *mu_node_property(MuArena *arena, const MuNode *node, MuStr property)
{
    MuFieldPath path = mu_field_parse(arena, property);
    for (size_t i = 0; node && i < path.size; i++)
        node = step(node, path.parts[i]);
    return node;
}
