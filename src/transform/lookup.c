#include "transform/engine.h"

typedef struct Lookup {
    MuTable *other;
    uint32_t *rows; /* of the other table, by physical row of ours; UINT32_MAX: none */
    MuValue fallback;
    bool all_found;
} Lookup;

/* String(key) → row + 1 of the other table. The last of equal keys wins, as in Vega, with a warning that
 * names the first. */
static MuMap index_rows(MuTransformContext *context, const MuTable *other, const MuColumn *key, MuSpan span)
{
    MuMap index = {0};
    size_t twice = 0;
    MuStr first = {0};
    for (size_t i = 0; i < other->size; i++) {
        bool added;
        size_t row = mu_table_row(other, i);
        MuStr text = mu_to_string(context->arena, mu_column_value(key, row));
        MuMapEntry *entry = mu_map_entry(context->arena, &index, text, &added);
        if (!added && !twice++)
            first = text;
        entry->value = (void *)(uintptr_t)(row + 1);
    }
    if (twice)
        mu_diag(context->diags, MU_DIAG_LOOKUP_TWICE, span, MU_FMT(first))->count = (uint32_t)twice;
    return index;
}

static void find_rows(MuTransformContext *context, const MuTable *table, const MuColumn *column, const MuMap *index,
                      Lookup *lookup)
{
    lookup->rows = MU_NEW_ARRAY(context->arena, uint32_t, table->physical);
    lookup->all_found = true;
    memset(lookup->rows, 0xff, table->physical * sizeof *lookup->rows);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        MuArenaMark mark = mu_arena_mark(context->arena);
        MuStr text = mu_to_string(context->arena, mu_column_value(column, row));
        size_t found = (size_t)(uintptr_t)mu_map_get(index, text);
        mu_arena_reset(context->arena, mark);
        if (found)
            lookup->rows[row] = (uint32_t)(found - 1);
        lookup->all_found = lookup->all_found && found;
    }
}

/* The cells of one field of the other table. Where every row was found they keep their kind. */
static void put_field(MuTable *made, const Lookup *lookup, const MuColumn *from, MuStr name)
{
    if (lookup->all_found) {
        MuColumn *column = mu_column_gather(made->arena, from, lookup->rows, made->physical);
        column->name = name;
        mu_table_put(made, column);
        return;
    }
    MuValue *values = MU_NEW_ARRAY(made->arena, MuValue, made->physical);
    for (size_t row = 0; row < made->physical; row++)
        values[row] = lookup->rows[row] == UINT32_MAX ? lookup->fallback : mu_column_value(from, lookup->rows[row]);
    mu_table_put_values(made, name, values);
}

/* The whole row of the other table as one value. */
static void put_rows(MuTable *made, const Lookup *lookup, MuStr name)
{
    MuValue *values = MU_NEW_ARRAY(made->arena, MuValue, made->physical);
    for (size_t row = 0; row < made->physical; row++)
        values[row] =
            lookup->rows[row] == UINT32_MAX ? lookup->fallback : mu_row_value(lookup->other, lookup->rows[row]);
    mu_table_put_values(made, name, values);
}

static bool put_fields(MuTable *made, const MuNode *node, const Lookup *lookup, MuDiags *diags)
{
    const MuNode *from = mu_node_get(node, "from"), *fields = mu_node_get(from, "fields");
    MuColumn **columns;
    size_t count;
    if (!fields) {
        put_rows(made, lookup, mu_transform_as(node, 0, mu_node_string(mu_node_get(from, "param"), MU_STR("_lookup"))));
        return true;
    }
    if (!mu_transform_fields(lookup->other, fields, &columns, &count, diags))
        return false;
    for (size_t i = 0; i < count; i++) {
        MuStr name = fields->kind == MU_ARRAY ? fields->array.at[i]->string : fields->string;
        put_field(made, lookup, columns[i], mu_transform_as(node, i, name));
    }
    return true;
}

/* A lookup in a selection finds nothing while nothing is selected. */
static MuTable *without_selection(const MuNode *node, const MuNode *from, MuTable *table, MuTransformContext *context)
{
    const MuNode *fields = mu_node_get(from, "fields"), *otherwise = mu_node_get(node, "default");
    MuTable *made = mu_table_copy(context->arena, table);
    size_t count = mu_node_is(fields, MU_ARRAY) ? fields->array.size : 1;
    for (size_t i = 0; i < count; i++) {
        MuStr name = mu_node_is(fields, MU_ARRAY) ? mu_node_string(fields->array.at[i], MU_STR(""))
                                                  : mu_node_string(mu_node_get(from, "param"), MU_STR(""));
        MuValue *values = MU_NEW_ARRAY(context->arena, MuValue, table->physical);
        for (size_t row = 0; row < table->physical; row++)
            values[row] = otherwise ? mu_node_value(context->arena, otherwise) : mu_null();
        mu_table_put_values(made, mu_transform_as(node, i, name), values);
    }
    return made;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "lookup"), *from = mu_node_get(node, "from"),
                 *data = mu_node_get(from, "data");
    const MuNode *key = mu_node_get(from, "key"), *otherwise = mu_node_get(node, "default");
    const MuNode *param = mu_node_get(from, "param");
    MuTable *selected = param && context->dataset ? context->dataset(context->host, from) : NULL;
    if (mu_node_is(field, MU_STRING) && param && !selected)
        return without_selection(node, from, table, context);
    if (!mu_node_is(field, MU_STRING) || (!data && !param) || !mu_node_is(key, MU_STRING) || !context->dataset) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "lookup",
                "a field and 'from' with 'data' and 'key'");
        return NULL;
    }
    Lookup lookup = {.other = selected ? selected : context->dataset(context->host, data)};
    lookup.fallback = otherwise ? mu_node_value(context->arena, otherwise) : mu_null();
    MuColumn *column = mu_transform_field(table, field, context->diags);
    MuColumn *other_key = lookup.other ? mu_transform_field(lookup.other, key, context->diags) : NULL;
    if (!column || !other_key)
        return NULL;
    MuMap index = index_rows(context, lookup.other, other_key, key->span);
    find_rows(context, table, column, &index, &lookup);
    MuTable *made = mu_table_copy(context->arena, table);
    return put_fields(made, node, &lookup, context->diags) ? made : NULL;
}

const MuTransformDef mu_transform_lookup = {
    .name = "lookup",
    .doc = "adds fields of the row of another dataset that has the same key",
    .key = "lookup",
    .run = run,
};
