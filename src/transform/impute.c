/* Imputation: rows for the combinations of key and group that are missing (vega-transforms' Impute). */
#include "transform/engine.h"

typedef struct Imputation {
    MuColumn *value, *key;
    MuColumn *const *groups;
    size_t group_count;
    const MuValue *wanted; /* keys that must be there, besides those of the data */
    size_t wanted_count;
    MuValue fill;
} Imputation;

/* The keys, each once, and which of them each place has. */
typedef struct Keys {
    MuMap seen; /* String(key) → its number + 1 in order */
    MU_VEC(MuValue) values;
    uint32_t *of;
} Keys;

static uint32_t key_number(MuArena *arena, Keys *keys, MuValue value)
{
    bool added;
    MuMapEntry *entry = mu_map_entry(arena, &keys->seen, mu_to_string(arena, value), &added);
    if (added)
        MU_PUSH(arena, &keys->values, value);
    return (uint32_t)(entry - keys->seen.entries);
}

static Keys collect_keys(MuTable *table, const Imputation *imputation)
{
    Keys keys = {.of = MU_NEW_ARRAY(table->arena, uint32_t, table->size)};
    for (size_t i = 0; i < imputation->wanted_count; i++)
        key_number(table->arena, &keys, imputation->wanted[i]);
    for (size_t i = 0; i < table->size; i++)
        keys.of[i] = key_number(table->arena, &keys, mu_column_value(imputation->key, mu_table_row(table, i)));
    return keys;
}

/* What the new table consists of: the held rows, then (group's row, key) for each that is missing. */
typedef struct Additions {
    MU_VEC(uint32_t) rows; /* physical rows of the old table; for a new row that of its group's first */
    MU_VEC(uint32_t) keys; /* of the new rows */
} Additions;

static Additions find_missing(MuTable *table, const MuGroups *groups, const Keys *keys)
{
    Additions found = {{0}, {0}};
    for (size_t i = 0; i < table->size; i++)
        MU_PUSH(table->arena, &found.rows, (uint32_t)mu_table_row(table, i));
    bool *there = MU_NEW_ARRAY(table->arena, bool, keys->values.size);
    for (size_t g = 0; g < groups->count; g++) {
        const uint32_t *places = mu_group_places(groups, g);
        memset(there, 0, keys->values.size * sizeof *there);
        for (size_t i = 0; i < mu_group_size(groups, g); i++)
            there[keys->of[places[i]]] = true;
        for (size_t k = 0; k < keys->values.size; k++) {
            if (there[k])
                continue;
            MU_PUSH(table->arena, &found.rows, (uint32_t)mu_table_row(table, places[0]));
            MU_PUSH(table->arena, &found.keys, (uint32_t)k);
        }
    }
    return found;
}

static bool is_group(const Imputation *imputation, const MuColumn *column)
{
    for (size_t i = 0; i < imputation->group_count; i++)
        if (imputation->groups[i] == column)
            return true;
    return false;
}

/* The old cells, and for the new rows the fill or their key. */
static MuColumn *fill_column(MuTable *table, const MuColumn *column, const Additions *additions, const Keys *keys,
                             const MuValue *fill)
{
    size_t size = additions->rows.size, old = table->size;
    MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, size);
    const MuValue *key = keys->values.at;
    for (size_t i = 0; i < old; i++)
        values[i] = mu_column_value(column, additions->rows.at[i]);
    for (size_t i = old; i < size; i++) /* NOLINTNEXTLINE(clang-analyzer-core.*): whatever was added has a key */
        values[i] = fill ? *fill : key[additions->keys.at[i - old]];
    MuColumn *filled = mu_column_from_values(table->arena, column->name, NULL, values, size);
    filled->source = column->source;
    return filled;
}

static MuTable *impute(MuTable *table, const Imputation *imputation)
{
    MuGroups groups = mu_groups(table, imputation->groups, imputation->group_count);
    Keys keys = collect_keys(table, imputation);
    Additions additions = find_missing(table, &groups, &keys);
    size_t size = additions.rows.size;
    uint32_t *absent = MU_NEW_ARRAY(table->arena, uint32_t, size);
    for (size_t i = 0; i < size; i++)
        absent[i] = i < table->size ? additions.rows.at[i] : UINT32_MAX;
    MuTable *made = mu_table_like(table, size);
    for (size_t i = 0; i < table->columns.size; i++) {
        const MuColumn *column = table->columns.entries[i].value;
        MuColumn *gathered =
            mu_column_gather(table->arena, column, is_group(imputation, column) ? additions.rows.at : absent, size);
        gathered->name = table->columns.entries[i].key;
        mu_table_put(made, gathered);
    }
    mu_table_put(made, fill_column(table, imputation->key, &additions, &keys, NULL));
    mu_table_put(made, fill_column(table, imputation->value, &additions, &keys, &imputation->fill));
    return made;
}

MuTable *mu_impute_zero(MuTable *table, MuColumn *value, MuColumn *key, MuColumn *const *groups, size_t group_count)
{
    Imputation imputation = {
        .value = value, .key = key, .groups = groups, .group_count = group_count, .fill = mu_number(0)};
    return impute(table, &imputation);
}

/* --- The transform --- */

/* A list of values, or {start, stop, step}: numbers from start (0) to stop, which is not reached. */
static void read_keys(MuArena *arena, const MuNode *node, Imputation *imputation)
{
    MU_VEC(MuValue) wanted = {0};
    double start = mu_node_number(mu_node_get(node, "start"), 0), stop = mu_node_number(mu_node_get(node, "stop"), NAN);
    double step = mu_node_number(mu_node_get(node, "step"), 1), count = ceil((stop - start) / step);
    for (size_t i = 0; mu_node_is(node, MU_ARRAY) && i < node->array.size; i++)
        MU_PUSH(arena, &wanted, mu_node_value(arena, node->array.at[i]));
    for (double i = 0; i < count && i < 1e6; i++)
        MU_PUSH(arena, &wanted, mu_number(start + i * step));
    imputation->wanted = wanted.at;
    imputation->wanted_count = wanted.size;
}

/* Each null of the value becomes the measure of its frame, as vega-lite compiles `method`. */
static bool replace_nulls(MuTable *table, const MuNode *node, MuStr field, MuStr method, MuDiags *diags)
{
    MuStr name = mu_str_printf(table->arena, "imputed_%.*s_value", MU_FMT(field));
    MuColumn *column = mu_table_field(table, field);
    MuWindowItem item = {.op = method, .column = column, .param = NAN, .as = name};
    MuWindow window = {.items = &item, .item_count = 1};
    mu_transform_frame(mu_node_get(node, "frame"), window.frame, NAN);
    if (!mu_transform_fields(table, mu_node_get(node, "groupby"), &window.groups, &window.group_count, diags))
        return false;
    if (!mu_window(table, table, &window)) {
        mu_diag(diags, MU_DIAG_UNKNOWN_AGGREGATE, node->span, MU_FMT(method));
        return false;
    }
    const MuColumn *imputed = mu_table_column(table, name);
    MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, table->physical);
    for (size_t row = 0; row < table->physical; row++) {
        MuValue value = mu_column_value(column, row);
        values[row] = value.kind == MU_NULL ? mu_column_value(imputed, row) : value;
    }
    mu_table_put_values(table, field, values);
    return true;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "impute"), *key = mu_node_get(node, "key"),
                 *value = mu_node_get(node, "value");
    Imputation imputation = {.fill = value ? mu_node_value(context->arena, value) : mu_number(0)};
    MuColumn **groups;
    if (!mu_node_is(field, MU_STRING) || !mu_node_is(key, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "impute", "a field and a 'key'");
        return NULL;
    }
    imputation.value = mu_transform_field(table, field, context->diags);
    imputation.key = mu_transform_field(table, key, context->diags);
    if (!imputation.value || !imputation.key ||
        !mu_transform_fields(table, mu_node_get(node, "groupby"), &groups, &imputation.group_count, context->diags))
        return NULL;
    imputation.groups = groups;
    MuStr method = mu_node_string(mu_node_get(node, "method"), MU_STR("value"));
    bool by_value = mu_str_is(method, "value");
    if (!by_value)
        imputation.fill = mu_null();
    read_keys(context->arena, mu_node_get(node, "keyvals"), &imputation);
    MuTable *made = impute(table, &imputation);
    return by_value || replace_nulls(made, node, field->string, method, context->diags) ? made : NULL;
}

const MuTransformDef mu_transform_impute = {
    .name = "impute",
    .doc = "adds rows for the keys that a group lacks, with a value, or with a measure of its neighbours",
    .key = "impute",
    .run = run,
};
