/* The layout of one view: axes, then legends, then title, then caption. After
 * vega-view-transforms/src/ViewLayout.js. */
#include "layout/parts.h"

typedef struct Gathered {
    MuBounds view, x, y; /* of the plot and marks; with the y axes; with the x axes */
    MU_VEC(MuItem *) legends;
    MuItem *title, *caption;
} Gathered;

MuBounds mu_layout_stroked(MuBounds bounds, const MuItem *group)
{
    const MuStyle *style = group->style;
    if (!style || style->stroke_paint.kind == MU_PAINT_NONE || style->opacity == 0 || style->stroke_opacity == 0)
        return bounds;
    return mu_bounds_expand(bounds, style->stroke.width / 2);
}

void mu_layout_move(MuItem *item, double x, double y)
{
    item->bounds = mu_bounds_translate(item->bounds, x - item->x, y - item->y);
    item->x = x;
    item->y = y;
}

MuBounds mu_layout_children(const MuItem *group)
{
    MuBounds bounds = mu_bounds_empty();
    for (size_t i = 0; i < group->group->items.size; i++)
        bounds = mu_bounds_union(bounds, group->group->items.at[i]->bounds);
    return bounds;
}

static bool is_scope(const MuItem *item)
{
    return item->role == MU_ROLE_VIEW || item->role == MU_ROLE_FACET_GRID || item->role == MU_ROLE_HEADER ||
           (item->role == MU_ROLE_NONE && item->kind == MU_ITEM_GROUP);
}

static void gather(Gathered *g, MuItem *item, double width, double height, MuArena *arena, MuText *text)
{
    if (item->role == MU_ROLE_AXIS && item->place) {
        bool beside = item->place->orient == MU_ORIENT_LEFT || item->place->orient == MU_ORIENT_RIGHT;
        MuBounds *sides = beside ? &g->x : &g->y;
        *sides = mu_bounds_union(*sides, mu_layout_axis(item, width, height, text));
    } else if (item->role == MU_ROLE_LEGEND && item->place) {
        MU_PUSH(arena, &g->legends, item);
    } else if (item->role == MU_ROLE_TITLE && item->place) {
        g->title = item;
    } else if (item->role == MU_ROLE_CAPTION && item->place) {
        g->caption = item;
    } else if (is_scope(item)) {
        if (item->role == MU_ROLE_NONE)
            mu_item_bounds(item, text);
        g->x = mu_bounds_union(g->x, item->bounds);
        g->y = mu_bounds_union(g->y, item->bounds);
    } else {
        g->view = mu_bounds_union(g->view, mu_item_bounds(item, text));
    }
}

static bool is_fit(const MuLayoutOptions *options)
{
    return options->autosize == MU_AUTOSIZE_FIT || options->autosize == MU_AUTOSIZE_FIT_X ||
           options->autosize == MU_AUTOSIZE_FIT_Y;
}

/* Under `fit` a legend counts only away from the plot: one that is longer than it would leave no plot at all. */
static MuBounds with_legend(MuBounds view, const MuItem *legend, bool fit)
{
    MuBounds b = legend->bounds;
    if (!fit)
        return mu_bounds_union(view, b);
    switch (legend->place->orient) {
    case MU_ORIENT_LEFT:
    case MU_ORIENT_RIGHT:
        return mu_bounds_add(mu_bounds_add(view, b.x1, 0), b.x2, 0);
    case MU_ORIENT_TOP:
    case MU_ORIENT_BOTTOM:
        return mu_bounds_add(mu_bounds_add(view, 0, b.y1), 0, b.y2);
    default:
        return view;
    }
}

static MuBounds place_guides(Gathered *g, double width, double height, const MuLayoutOptions *options, MuArena *arena,
                             MuText *text)
{
    mu_layout_legends(g->legends.at, g->legends.size, options, g->x, g->y, width, height, arena);
    for (size_t i = 0; i < g->legends.size; i++)
        g->view = with_legend(g->view, g->legends.at[i], !options->nested && is_fit(options));
    g->view = mu_bounds_union(mu_bounds_union(g->view, g->x), g->y);
    if (g->title)
        g->view = mu_bounds_union(g->view, mu_layout_title(g->title, width, height, g->view, text));
    if (g->caption)
        g->view = mu_bounds_union(g->view, mu_layout_caption(g->caption, g->view, text));
    return g->view;
}

void mu_layout_view(MuItem *view, const MuLayoutOptions *options, MuArena *arena, MuText *text)
{
    double width = fmax(0, view->group->width), height = fmax(0, view->group->height);
    MuBounds plot = {0, 0, width, height};
    Gathered g = {.view = plot, .x = plot, .y = plot};
    for (size_t i = 0; i < view->group->items.size; i++)
        gather(&g, view->group->items.at[i], width, height, arena, text);
    MuBounds bounds = place_guides(&g, width, height, options, arena, text);
    if (view->group->clip)
        bounds = plot;
    if (options->nested) {
        MuBounds inner = view->group->clip ? mu_bounds_empty() : mu_layout_children(view);
        if (view->group->clip || width > 0 || height > 0)
            inner = mu_bounds_union(inner, plot);
        bounds = mu_bounds_translate(mu_layout_stroked(inner, view), view->x, view->y);
    }
    view->bounds = bounds;
}
