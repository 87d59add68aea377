#include "transform/engine.h"

/* Reservoir sampling (Vitter, 1985: https://doi.org/10.1145/3147.3165) with a fixed seed: the same rows each
 * time. They keep the table's order. */
static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    double wanted = mu_node_number(mu_node_get(node, "sample"), 1000);
    size_t size = wanted < 0 ? 0 : wanted > (double)table->size ? table->size : (size_t)wanted;
    if (size == table->size)
        return table;
    uint32_t *reservoir = MU_NEW_ARRAY(context->arena, uint32_t, size + 1);
    bool *chosen = MU_NEW_ARRAY(context->arena, bool, table->size);
    MuRandom random = mu_random_seed(0x73616d706c65);
    for (size_t i = 0; i < table->size; i++) {
        size_t at = i < size ? i : (size_t)(mu_random_next(&random) * (double)(i + 1));
        if (at >= size)
            continue;
        if (i >= size)
            chosen[reservoir[at]] = false;
        reservoir[at] = (uint32_t)i;
        chosen[i] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < table->size; i++)
        if (chosen[i])
            reservoir[kept++] = (uint32_t)mu_table_row(table, i);
    return mu_table_select(context->arena, table, reservoir, kept);
}

const MuTransformDef mu_transform_sample = {
    .name = "sample",
    .doc = "keeps a number of rows, chosen at random but the same each time",
    .key = "sample",
    .run = run,
};
