#include "transform/engine.h"

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    MuColumn **groups;
    MuMeasure *measures;
    size_t group_count, measure_count;
    if (!mu_transform_fields(table, mu_node_get(node, "groupby"), &groups, &group_count, context->diags) ||
        !mu_transform_measures(table, mu_node_get(node, "aggregate"), &measures, &measure_count, context->diags))
        return NULL;
    return mu_aggregate_table(table, groups, group_count, measures, measure_count);
}

const MuTransformDef mu_transform_aggregate = {
    .name = "aggregate",
    .doc = "one row for each group, with counts, sums, means and other measures of its rows",
    .key = "aggregate",
    .run = run,
};
