/* Titles, after vega-view-transforms/src/layout/title.js; and captions, which are ours. */
#include "layout/parts.h"

static MuBounds measured(MuItem *group, MuText *text)
{
    MuBounds bounds = mu_bounds_empty();
    for (size_t i = 0; i < group->group->items.size; i++)
        bounds = mu_bounds_union(bounds, mu_item_bounds(group->group->items.at[i], text));
    return bounds;
}

/* From where to where a title may be anchored: the plot, or all that is there. Left titles run upwards. */
static void title_span(const MuPlace *place, double width, double height, MuBounds view, double *start, double *end)
{
    bool beside = place->orient == MU_ORIENT_LEFT || place->orient == MU_ORIENT_RIGHT;
    *start = place->frame_group ? 0 : beside ? view.y1 : view.x1;
    *end = place->frame_group ? (beside ? height : width) : beside ? view.y2 : view.x2;
    if (place->orient == MU_ORIENT_LEFT) {
        double swap = *start;
        *start = *end;
        *end = swap;
    }
}

MuBounds mu_layout_title(MuItem *title, double width, double height, MuBounds view, MuText *text)
{
    const MuPlace *place = title->place;
    MuBounds own = measured(title, text);
    double start, end;
    title_span(place, width, height, view, &start, &end);
    double at = place->anchor == MU_ANCHOR_START ? start : place->anchor == MU_ANCHOR_END ? end : (start + end) / 2;
    title->x = title->y = at;
    switch (place->orient) {
    case MU_ORIENT_LEFT:
        title->x = view.x1 - mu_bounds_width(own) - place->offset;
        break;
    case MU_ORIENT_RIGHT:
        title->x = view.x2 + mu_bounds_width(own) + place->offset;
        break;
    case MU_ORIENT_BOTTOM:
        title->y = view.y2 + place->offset;
        break;
    default:
        title->y = view.y1 - mu_bounds_height(own) - place->offset;
    }
    title->bounds = mu_bounds_translate(own, title->x, title->y);
    return title->bounds;
}

MuBounds mu_layout_caption(MuItem *caption, MuBounds view, MuText *text)
{
    measured(caption, text);
    caption->x = view.x1;
    caption->y = view.y2 + caption->place->offset;
    MuBounds box = {0, 0, caption->group->width, caption->group->height};
    caption->bounds = mu_bounds_translate(box, caption->x, caption->y);
    return caption->bounds;
}
