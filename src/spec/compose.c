/* Facet channels. Rules: vega-lite/src/normalize/core.ts (mapFacetedUnit, getFacetMappingAndLayout). */
#include "spec/compose.h"

static const char *const channels[] = {"row", "column", "facet"};
enum { WRAPPED = 2, CHANNELS = 3 };

static const MuNode *channel_of(const MuNode *spec, size_t channel)
{
    const MuNode *def = mu_node_path(spec, "encoding", channels[channel], NULL);
    return mu_node_get(def, "field") ? def : NULL;
}

bool mu_spec_has_facet_channel(const MuNode *spec)
{
    return mu_node_get(spec, "mark") && (channel_of(spec, 0) || channel_of(spec, 1) || channel_of(spec, WRAPPED));
}

/* Moves to `grid` what a channel says of it; what is left of the channel. */
static const MuNode *take_grid(MuArena *arena, const MuNode *def, size_t channel, const MuNode **grid)
{
    static const char *const names[] = {"align", "center", "spacing", "columns"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const MuNode *value = mu_node_get(def, names[i]);
        if (!value)
            continue;
        def = mu_node_with(arena, def, names[i], NULL);
        if (channel == WRAPPED)
            *grid = mu_node_with(arena, *grid, names[i], value);
        else if (strcmp(names[i], "columns") != 0)
            *grid = mu_node_with(arena, *grid, names[i],
                                 mu_node_with(arena, mu_node_get(*grid, names[i]), channels[channel], value));
    }
    return def;
}

/* The mark and its plot belong to each cell; data, transforms, title and resolve to the whole. */
static const MuNode *cell_view(MuArena *arena, const MuNode *spec, const MuNode **outer)
{
    static const char *const inner[] = {"width", "height", "view", "projection", "mark", "encoding", "params"};
    const MuNode *cell = NULL, *encoding = mu_node_get(spec, "encoding");
    for (size_t i = 0; i < CHANNELS; i++)
        encoding = mu_node_with(arena, encoding, channels[i], NULL);
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        const MuNode *value = mu_node_get(spec, inner[i]);
        *outer = mu_node_with(arena, *outer, inner[i], NULL);
        if (value)
            cell = mu_node_with(arena, cell, inner[i], strcmp(inner[i], "encoding") == 0 ? encoding : value);
    }
    return cell;
}

const MuNode *mu_spec_facet_view(MuArena *arena, const MuNode *spec)
{
    bool crossed = channel_of(spec, 0) || channel_of(spec, 1);
    const MuNode *view = spec, *cell = cell_view(arena, spec, &view), *mapping = NULL, *grid = NULL;
    for (size_t i = 0; i < WRAPPED && crossed; i++)
        if (channel_of(spec, i))
            mapping = mu_node_with(arena, mapping, channels[i], take_grid(arena, channel_of(spec, i), i, &grid));
    if (!crossed)
        mapping = take_grid(arena, channel_of(spec, WRAPPED), WRAPPED, &grid);
    for (size_t i = 0; grid && i < grid->object.size; i++)
        view = mu_node_with(arena, view, mu_str_cstr(arena, grid->object.at[i].key), grid->object.at[i].value);
    return mu_node_with(arena, mu_node_with(arena, view, "facet", mapping), "spec", cell);
}
