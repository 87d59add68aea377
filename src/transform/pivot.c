#include "transform/engine.h"

typedef struct Pivot {
    MuColumn *key, *value;
    MuColumn **groups;
    size_t group_count;
    MuAggregateOp op;
    double limit;
} Pivot;

/* One column of the outcome: the measure of the rows with one key, for each group. */
static void add_key(MuTable *made, MuTable *table, const Pivot *pivot, const MuGroups *groups, const MuGroups *keys,
                    uint32_t key, const MuMeasuring *measuring)
{
    MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, groups->count);
    uint32_t *places = MU_NEW_ARRAY(table->arena, uint32_t, mu_group_size(keys, key) + 1);
    const uint32_t *of_key = mu_group_places(keys, key);
    uint32_t *starts = MU_NEW_ARRAY(table->arena, uint32_t, groups->count + 2);
    for (size_t i = 0; i < mu_group_size(keys, key); i++)
        starts[groups->of[of_key[i]] + 2]++;
    for (size_t g = 2; g < groups->count + 2; g++)
        starts[g] += starts[g - 1];
    for (size_t i = 0; i < mu_group_size(keys, key); i++)
        places[starts[groups->of[of_key[i]] + 1]++] = of_key[i];
    for (size_t g = 0; g < groups->count; g++)
        values[g] = mu_measure_places(measuring, places + starts[g], starts[g + 1] - starts[g]);
    MuValue name = mu_column_value(pivot->key, mu_table_row(table, of_key[0]));
    mu_table_put_values(made, mu_to_string(table->arena, name), values);
}

static MuTable *pivot_table(MuTable *table, const Pivot *pivot)
{
    MuGroups groups = mu_groups(table, pivot->groups, pivot->group_count);
    MuGroups keys = mu_groups(table, &pivot->key, 1);
    MuTable *made =
        mu_group_table(table, pivot->groups, pivot->group_count, mu_group_rows(table, &groups), groups.count);
    MuMeasuring measuring = mu_measuring(table, pivot->value, pivot->op);
    uint32_t *firsts = MU_NEW_ARRAY(table->arena, uint32_t, keys.count);
    for (size_t k = 0; k < keys.count; k++)
        firsts[k] = keys.places[keys.starts[k]];
    MuSortKey by_key = {.column = pivot->key};
    mu_sort_places(table, firsts, keys.count, &by_key, 1);
    for (size_t k = 0; k < keys.count && (!(pivot->limit > 0) || (double)k < pivot->limit); k++)
        add_key(made, table, pivot, &groups, &keys, keys.of[firsts[k]], &measuring);
    return made;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *key = mu_node_get(node, "pivot"), *value = mu_node_get(node, "value"), *op = mu_node_get(node, "op");
    Pivot pivot = {.op = MU_OP_SUM, .limit = mu_node_number(mu_node_get(node, "limit"), 0)};
    if (!mu_node_is(key, MU_STRING) || !mu_node_is(value, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "pivot", "a field and a 'value'");
        return NULL;
    }
    if (mu_node_is(op, MU_STRING) && !mu_aggregate_parse(op->string, &pivot.op)) {
        mu_diag(context->diags, MU_DIAG_UNKNOWN_AGGREGATE, op->span, MU_FMT(op->string));
        return NULL;
    }
    pivot.key = mu_transform_field(table, key, context->diags);
    pivot.value = mu_transform_field(table, value, context->diags);
    if (!pivot.key || !pivot.value ||
        !mu_transform_fields(table, mu_node_get(node, "groupby"), &pivot.groups, &pivot.group_count, context->diags))
        return NULL;
    return pivot_table(table, &pivot);
}

const MuTransformDef mu_transform_pivot = {
    .name = "pivot",
    .doc = "makes a column of each value of one field, with the measure of another: long to wide",
    .key = "pivot",
    .run = run,
};
