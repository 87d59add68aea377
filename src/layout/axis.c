/* After vega-view-transforms/src/layout/axis.js. */
#include "layout/parts.h"

static MuItem *child_of_role(const MuItem *group, MuRole role)
{
    for (size_t i = 0; i < group->group->items.size; i++)
        if (group->group->items.at[i]->role == role)
            return group->group->items.at[i];
    return NULL;
}

/* Ticks and labels decide how far an axis reaches; grid and domain line do not. */
static MuBounds extent_of(MuItem *axis, MuText *text)
{
    MuBounds bounds = mu_bounds_empty();
    for (size_t i = 0; i < axis->group->items.size; i++) {
        MuItem *item = axis->group->items.at[i];
        MuBounds own = mu_item_bounds(item, text);
        if (item->role == MU_ROLE_AXIS_TICK || item->role == MU_ROLE_AXIS_LABEL)
            bounds = mu_bounds_union(bounds, own);
    }
    return bounds;
}

/* The room an axis takes away from its line: its reach within its least and largest extent. */
static double depth_of(const MuItem *axis, MuBounds bounds)
{
    double reach = 0;
    if (!mu_bounds_is_empty(bounds))
        reach = axis->place->orient == MU_ORIENT_TOP     ? -bounds.y1
                : axis->place->orient == MU_ORIENT_LEFT  ? -bounds.x1
                : axis->place->orient == MU_ORIENT_RIGHT ? bounds.x2
                                                         : bounds.y2;
    return fmax(axis->place->min_extent, fmin(axis->place->max_extent, reach));
}

static double line_offset(const MuItem *title)
{
    return title->text->size > 1 ? (double)(title->text->size - 1) * title->text->line_height : 0;
}

static MuBounds place_title(MuItem *axis, MuItem *title, double depth)
{
    if (!axis->place->title_auto)
        return title->bounds;
    bool bottom = axis->place->orient == MU_ORIENT_BOTTOM,
         beside = axis->place->orient == MU_ORIENT_LEFT || axis->place->orient == MU_ORIENT_RIGHT;
    double away = depth + (bottom ? 0 : line_offset(title)) + axis->place->title_padding;
    if (axis->place->orient == MU_ORIENT_LEFT || axis->place->orient == MU_ORIENT_TOP)
        away = -away;
    if (beside)
        mu_layout_move(title, away, title->y);
    else
        mu_layout_move(title, title->x, away);
    return title->bounds;
}

static MuBounds with_line(const MuItem *axis, MuBounds bounds, double depth)
{
    double length = axis->width;
    switch (axis->place->orient) {
    case MU_ORIENT_TOP:
        return mu_bounds_add(mu_bounds_add(bounds, 0, -depth), length, 0);
    case MU_ORIENT_LEFT:
        return mu_bounds_add(mu_bounds_add(bounds, -depth, 0), 0, length);
    case MU_ORIENT_RIGHT:
        return mu_bounds_add(mu_bounds_add(bounds, 0, 0), depth, length);
    default:
        return mu_bounds_add(mu_bounds_add(bounds, 0, 0), length, depth);
    }
}

MuBounds mu_layout_axis(MuItem *axis, double width, double height, MuText *text)
{
    const MuPlace *place = axis->place;
    MuBounds bounds = extent_of(axis, text);
    double depth = depth_of(axis, bounds);
    bounds = with_line(axis, bounds, depth);
    MuItem *title = child_of_role(axis, MU_ROLE_AXIS_TITLE);
    if (title)
        bounds = mu_bounds_union(bounds, place_title(axis, title, depth));
    bool beside = place->orient == MU_ORIENT_LEFT || place->orient == MU_ORIENT_RIGHT;
    double x = place->position, y = place->position;
    if (beside)
        x = place->orient == MU_ORIENT_LEFT ? -place->offset : width + place->offset;
    else
        y = place->orient == MU_ORIENT_TOP ? -place->offset : height + place->offset;
    axis->bounds = mu_bounds_translate(bounds, x, y);
    axis->x = x + place->translate;
    axis->y = y + place->translate;
    return axis->bounds;
}
