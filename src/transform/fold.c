#include "transform/engine.h"

/* Texts of several columns in one, over a common dictionary: so they stay cells of a file. */
static MuColumn *fold_texts(MuTable *table, MuStr name, MuColumn *const *columns, size_t count, const uint32_t *rows)
{
    MuColumn *made = mu_column_new(table->arena, name, MU_COLUMN_TEXT, table->size * count);
    MuMap words = {0};
    for (size_t i = 0; i < made->size; i++) {
        const MuColumn *column = columns[i % count];
        uint32_t code = column->text.codes[rows[i]];
        if (code == UINT32_MAX)
            continue;
        MuMapEntry *entry = mu_map_entry(table->arena, &words, column->text.words[code], NULL);
        made->text.codes[i] = (uint32_t)(entry - words.entries);
    }
    made->text.size = words.size;
    made->text.words = MU_NEW_ARRAY(table->arena, MuStr, words.size);
    for (size_t i = 0; i < words.size; i++)
        made->text.words[i] = words.entries[i].key;
    return made;
}

static MuColumn *fold_values(MuTable *table, MuStr name, MuColumn *const *columns, size_t count, const uint32_t *rows)
{
    size_t size = table->size * count;
    MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, size);
    for (size_t i = 0; i < size; i++)
        values[i] = mu_column_value(columns[i % count], rows[i]);
    return mu_column_from_values(table->arena, name, NULL, values, size);
}

static bool all_text(MuColumn *const *columns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i]->kind != MU_COLUMN_TEXT)
            return false;
    return true;
}

static MuColumn *fold_names(MuTable *table, MuStr name, const MuNode *fields, size_t count)
{
    MuColumn *made = mu_column_new(table->arena, name, MU_COLUMN_TEXT, table->size * count);
    made->text.size = count;
    made->text.words = MU_NEW_ARRAY(table->arena, MuStr, count);
    for (size_t i = 0; i < count; i++)
        made->text.words[i] = fields->array.at[i]->string;
    for (size_t i = 0; i < made->size; i++)
        made->text.codes[i] = (uint32_t)(i % count);
    return made;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *fields = mu_node_get(node, "fold");
    MuColumn **columns;
    size_t count;
    if (!mu_node_is(fields, MU_ARRAY) || !fields->array.size) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "fold", "a list of fields");
        return NULL;
    }
    if (!mu_transform_fields(table, fields, &columns, &count, context->diags))
        return NULL;
    if (table->size >= UINT32_MAX / count) {
        mu_diag(context->diags, MU_DIAG_TOO_MANY_ROWS, node->span, "fold");
        return NULL;
    }
    uint32_t *rows = MU_NEW_ARRAY(context->arena, uint32_t, table->size * count);
    for (size_t i = 0; i < table->size * count; i++)
        rows[i] = (uint32_t)mu_table_row(table, i / count);
    MuTable *made = mu_table_gather(table, rows, table->size * count);
    MuStr key = mu_transform_as(node, 0, MU_STR("key")), value = mu_transform_as(node, 1, MU_STR("value"));
    MuColumn *folded = (all_text(columns, count) ? fold_texts : fold_values)(table, value, columns, count, rows);
    folded->source = columns[0]->source;
    MuColumn *first = mu_table_column(made, columns[0]->name);
    folded->lines = first ? first->lines : NULL;
    mu_table_put(made, fold_names(table, key, fields, count));
    mu_table_put(made, folded);
    return made;
}

const MuTransformDef mu_transform_fold = {
    .name = "fold",
    .doc = "makes of each row as many as there are fields named: the field's name and its value",
    .key = "fold",
    .run = run,
};
