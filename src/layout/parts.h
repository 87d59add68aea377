/* What the files of layout/ share. */
#ifndef MU_LAYOUT_PARTS_H
#define MU_LAYOUT_PARTS_H

#include "layout/layout.h"

static inline double mu_bounds_width(MuBounds b)
{
    return mu_bounds_is_empty(b) ? 0 : b.x2 - b.x1;
}
static inline double mu_bounds_height(MuBounds b)
{
    return mu_bounds_is_empty(b) ? 0 : b.y2 - b.y1;
}
/* Vega's boundStroke for a group: half its stroke's width more on each side. */
MuBounds mu_layout_stroked(MuBounds bounds, const MuItem *group);
/* The item moved to x, y with its bounds. */
void mu_layout_move(MuItem *item, double x, double y);
/* Union of a group's children, from their stored bounds. */
MuBounds mu_layout_children(const MuItem *group);

/* Places an axis; returns its bounds in the view's frame, which become ->bounds. */
MuBounds mu_layout_axis(MuItem *axis, double width, double height, MuText *text);
/* Places all legends of a view; `x` and `y` are the bounds of its y and x axes. */
void mu_layout_legends(MuItem *const *legends, size_t count, const MuLayoutOptions *options, MuBounds x, MuBounds y,
                       double width, double height, MuArena *arena);
MuBounds mu_layout_title(MuItem *title, double width, double height, MuBounds view, MuText *text);
MuBounds mu_layout_caption(MuItem *caption, MuBounds view, MuText *text);

#endif
