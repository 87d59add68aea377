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

MuBounds mu_layout_extent(const MuItem *view)
{
    MuBounds plot = {0, 0, view->group->width, view->group->height};
    return mu_bounds_union(plot, mu_layout_children(view));
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
    } else if (is_scope(item) || item->role == MU_ROLE_LABEL) { /* these move what stands beside the plot */
        if (item->role == MU_ROLE_NONE || item->role == MU_ROLE_LABEL)
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

static bool is_beside(MuOrient orient)
{
    return orient == MU_ORIENT_LEFT || orient == MU_ORIENT_RIGHT;
}

/* The bounds with as much of `b` as lies away from the plot. */
static MuBounds with_across(MuBounds view, MuBounds b, bool beside)
{
    return beside ? mu_bounds_add(mu_bounds_add(view, b.x1, 0), b.x2, 0)
                  : mu_bounds_add(mu_bounds_add(view, 0, b.y1), 0, b.y2);
}

/* Under `fit`, and where the canvas is given, a legend counts only away from the plot: one that is longer than it
 * would leave no plot at all. */
static MuBounds with_legend(MuBounds view, const MuItem *legend, const MuLayoutOptions *options)
{
    MuOrient orient = legend->place->orient;
    bool fit = is_fit(options), beside = is_beside(orient), exact = beside ? options->exact_y : options->exact_x;
    if (options->nested || (!fit && !exact))
        return mu_bounds_union(view, legend->bounds);
    return beside || orient == MU_ORIENT_TOP || orient == MU_ORIENT_BOTTOM ? with_across(view, legend->bounds, beside)
                                                                           : view;
}

/* How far a title must be moved to lie within the bounds, its beginning if not all of it. */
static double into(double from, double to, double least, double most)
{
    return from < least || to - from > most - least ? least - from : to > most ? most - to : 0;
}

/* Where the canvas is given, a title moves aside before it takes room from the plot. */
static MuBounds with_title(MuBounds view, MuItem *title, const MuLayoutOptions *options)
{
    MuBounds b = title->bounds;
    bool beside = is_beside(title->place->orient);
    if (options->nested || !(beside ? options->exact_y : options->exact_x))
        return mu_bounds_union(view, b);
    mu_layout_move(title, title->x + (beside ? 0 : into(b.x1, b.x2, view.x1, view.x2)),
                   title->y + (beside ? into(b.y1, b.y2, view.y1, view.y2) : 0));
    return with_across(view, b, beside);
}

static MuBounds with_caption(MuBounds view, MuBounds caption, const MuLayoutOptions *options)
{
    return options->exact_x && !options->nested ? with_across(view, caption, false) : mu_bounds_union(view, caption);
}

static MuBounds place_guides(Gathered *g, double width, double height, const MuLayoutOptions *options, MuArena *arena,
                             MuText *text)
{
    mu_layout_legends(g->legends.at, g->legends.size, options, g->x, g->y, width, height, arena);
    for (size_t i = 0; i < g->legends.size; i++)
        g->view = with_legend(g->view, g->legends.at[i], options);
    g->view = mu_bounds_union(mu_bounds_union(g->view, g->x), g->y);
    if (g->title) {
        mu_layout_title(g->title, width, height, g->view, text);
        g->view = with_title(g->view, g->title, options);
    }
    if (g->caption)
        g->view = with_caption(g->view, mu_layout_caption(g->caption, g->view, text), options);
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
