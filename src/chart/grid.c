/* Views side by side: the grid of a concat or a facet, as layout/ takes it. Defaults:
 * vega-lite/src/compile/{concat,facet}.ts, spec/base.ts (extractCompositionLayout). */
#include "chart/render.h"

/* `align`, `center`, `spacing`: one value, or one for rows and one for columns. */
static const MuNode *of_direction(const MuNode *node, bool column)
{
    return mu_node_is(node, MU_OBJECT) ? mu_node_get(node, column ? "column" : "row") : node;
}

static MuTrellisAlign align_of(const MuNode *node, MuTrellisAlign usual)
{
    return mu_node_is_string(node, "all")    ? MU_TRELLIS_ALL
           : mu_node_is_string(node, "each") ? MU_TRELLIS_EACH
           : node                            ? MU_TRELLIS_NONE
                                             : usual;
}

/* An object that speaks of one direction only leaves the other to Vega, which does not align there. */
static MuTrellisAlign direction_align(const MuNode *align, bool column, MuTrellisAlign usual)
{
    return align_of(of_direction(align, column), mu_node_is(align, MU_OBJECT) ? MU_TRELLIS_NONE : usual);
}

static double spacing_of(MuRender *render, const MuNode *spacing, const char *config, bool column)
{
    double usual = mu_node_number(mu_node_path(render->config, config, "spacing", NULL), 20);
    MuValue value = mu_node_evaluate(of_direction(spacing, column), &render->env, render->arena);
    return value.kind == MU_NUMBER ? value.number : usual;
}

static MuTrellis *trellis_new(MuRender *render, const MuView *view, MuTrellisAlign usual)
{
    const char *config = view->kind == MU_VIEW_FACET ? "facet" : "concat";
    const MuNode *align = mu_node_get(view->node, "align"), *center = mu_node_get(view->node, "center"),
                 *spacing = mu_node_get(view->node, "spacing");
    MuTrellis *trellis = MU_NEW(render->arena, MuTrellis);
    trellis->columns = view->columns;
    trellis->align_columns = direction_align(align, true, usual);
    trellis->align_rows = direction_align(align, false, usual);
    trellis->column_padding = spacing_of(render, spacing, config, true);
    trellis->row_padding = spacing_of(render, spacing, config, false);
    trellis->center_columns = mu_node_bool(of_direction(center, true), false);
    trellis->center_rows = mu_node_bool(of_direction(center, false), false);
    trellis->flush = mu_node_is_string(mu_node_get(view->node, "bounds"), "flush");
    return trellis;
}

static void add_cells(MuRender *render, MuScope *scope, MuItem *group)
{
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    MuItem **cells = MU_NEW_ARRAY(render->arena, MuItem *, count);
    for (size_t i = 0; i < count; i++) {
        cells[i] = mu_view_group(render, parts[i]);
        mu_group_add(render->arena, group, cells[i]);
    }
    scope->trellis->cells = cells;
    scope->trellis->cell_count = count;
}

/* Cells whose scale in the one direction of a facet is their own need not line up. */
static MuTrellisAlign facet_align(const MuView *view)
{
    bool row = view->facet[MU_FACET_ROW].def, column = view->facet[MU_FACET_COLUMN].def;
    bool loose = (!row && view->independent[MU_CHANNEL_X]) || (!column && view->independent[MU_CHANNEL_Y]);
    return loose ? MU_TRELLIS_NONE : MU_TRELLIS_ALL;
}

static size_t facet_columns(const MuScope *scope)
{
    const MuView *view = scope->view;
    if (view->facet[MU_FACET_COLUMN].def)
        return scope->facet->values[MU_FACET_COLUMN].count;
    return view->facet[MU_FACET_ROW].def ? 1 : view->columns;
}

void mu_compose(MuRender *render, MuScope *scope, MuItem *group)
{
    bool facet = scope->view->kind == MU_VIEW_FACET;
    scope->trellis = trellis_new(render, scope->view, facet ? facet_align(scope->view) : MU_TRELLIS_EACH);
    if (facet) {
        scope->trellis->columns = facet_columns(scope);
        mu_facet_headers(render, scope, group);
    }
    add_cells(render, scope, group);
}
