#include "transform/engine.h"

static size_t length(MuValue value)
{
    return value.kind == MU_ARRAY ? value.array->size : 0;
}

/* Rows of the outcome that a row makes: the longest of its arrays. */
static size_t longest(MuColumn *const *columns, size_t count, size_t row)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t n = length(mu_column_value(columns[i], row));
        most = n > most ? n : most;
    }
    return most;
}

/* The elements of one field; null where its array is shorter than another or holds null. */
static MuColumn *flatten_field(MuTable *table, MuStr name, const MuColumn *column, const uint32_t *rows,
                               const uint32_t *elements, size_t size)
{
    MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, size);
    for (size_t i = 0; i < size; i++) {
        MuValue array = mu_column_value(column, rows[i]);
        values[i] = elements[i] < length(array) ? array.array->at[elements[i]] : mu_null();
        if (values[i].kind == MU_UNDEFINED)
            values[i] = mu_null();
    }
    return mu_column_from_values(table->arena, name, NULL, values, size);
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *fields = mu_node_get(node, "flatten");
    MuColumn **columns;
    size_t count;
    if (!mu_transform_fields(table, fields, &columns, &count, context->diags))
        return NULL;
    MU_VEC(uint32_t) rows = {0}, elements = {0};
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i), n = longest(columns, count, row);
        for (size_t j = 0; j < n; j++) {
            MU_PUSH(context->arena, &rows, (uint32_t)row);
            MU_PUSH(context->arena, &elements, (uint32_t)j);
        }
    }
    MuTable *made = mu_table_gather(table, rows.at, rows.size);
    for (size_t i = 0; i < count; i++) {
        MuStr name = mu_transform_as(node, i, fields->kind == MU_ARRAY ? fields->array.at[i]->string : fields->string);
        mu_table_put(made, flatten_field(table, name, columns[i], rows.at, elements.at, rows.size));
    }
    return made;
}

const MuTransformDef mu_transform_flatten = {
    .name = "flatten",
    .doc = "makes of each row as many as its arrays have elements",
    .key = "flatten",
    .run = run,
};
