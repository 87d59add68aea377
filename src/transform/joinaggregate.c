#include "transform/engine.h"

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    MuColumn **columns;
    MuMeasure *measures;
    size_t column_count, measure_count;
    if (!mu_transform_fields(table, mu_node_get(node, "groupby"), &columns, &column_count, context->diags) ||
        !mu_transform_measures(table, mu_node_get(node, "joinaggregate"), &measures, &measure_count, context->diags))
        return NULL;
    MuTable *made = mu_table_copy(context->arena, table);
    mu_join_measures(made, table, columns, column_count, measures, measure_count);
    return made;
}

const MuTransformDef mu_transform_joinaggregate = {
    .name = "joinaggregate",
    .doc = "adds the measures of each row's group to the row",
    .key = "joinaggregate",
    .run = run,
};
