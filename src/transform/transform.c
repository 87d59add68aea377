#include "transform/engine.h"

/* Density and regression have a property `extent` too, so the transform of that name is the last resort. */
const MuTransformDef *mu_transform_find(const MuNode *node)
{
    for (size_t i = 0; i < mu_transform_count; i++)
        if (mu_transforms[i] != &mu_transform_extent && mu_node_get(node, mu_transforms[i]->key))
            return mu_transforms[i];
    return mu_node_get(node, "extent") ? &mu_transform_extent : NULL;
}

MuTable *mu_transform_run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuTransformDef *def = mu_transform_find(node);
    if (def)
        return def->run(node, table, context);
    mu_diag(context->diags, MU_DIAG_UNKNOWN_TRANSFORM, node->span);
    return NULL;
}
