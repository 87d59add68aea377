#include "transform/engine.h"
#include "transform/predicate.h"

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    MuPredicate *predicate =
        mu_predicate_compile(context->arena, mu_node_get(node, "filter"), table, context->zone, context->diags);
    if (!predicate)
        return NULL;
    MuValue outer = context->env->datum;
    uint32_t *index = MU_NEW_ARRAY(context->arena, uint32_t, table->size);
    size_t kept = 0;
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        context->env->datum = mu_row_value(table, row);
        if (mu_predicate_holds(predicate, context->env))
            index[kept++] = (uint32_t)row;
    }
    context->env->datum = outer;
    return mu_table_select(context->arena, table, index, kept);
}

const MuTransformDef mu_transform_filter = {
    .name = "filter",
    .doc = "keeps the rows for which a predicate or an expression holds",
    .key = "filter",
    .run = run,
};
