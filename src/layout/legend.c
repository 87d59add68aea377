/* After vega-view-transforms/src/layout/legend.js: the legends of each orient are a grid of one row or
 * column beside the axes. */
#include "guide/grid.h"
#include "layout/parts.h"

typedef struct Side {
    const MuLegendLayout *layout;
    MuBounds x, y;
    double width, height;
} Side;

/* The largest offset that a legend of the side asks for, else the configured one. */
static double side_offset(MuItem *const *legends, size_t count, double usual)
{
    double most = -INFINITY;
    for (size_t i = 0; i < count; i++)
        if (!isnan(legends[i]->place->offset))
            most = fmax(most, legends[i]->place->offset);
    return isfinite(most) ? most : usual;
}

static MuGridAnchor grid_anchor(MuAnchor anchor)
{
    return anchor == MU_ANCHOR_END ? MU_GRID_END : anchor == MU_ANCHOR_MIDDLE ? MU_GRID_MIDDLE : MU_GRID_START;
}

/* Where along the side its legends begin, by the layout's anchor. */
static MuPoint side_start(const Side *side)
{
    double part = side->layout->anchor == MU_ANCHOR_END ? 1 : side->layout->anchor == MU_ANCHOR_MIDDLE ? 0.5 : 0;
    if (side->layout->frame_bounds)
        return (MuPoint){side->x.x1 + part * mu_bounds_width(side->x), side->y.y1 + part * mu_bounds_height(side->y)};
    double across = side->width > 0 ? side->width : mu_bounds_width(side->y) + 2 * side->y.x1;
    double down = side->height > 0 ? side->height : mu_bounds_height(side->x) + 2 * side->x.y1;
    return (MuPoint){part * across, part * down};
}

static void set_anchor(MuGridOptions *grid, const Side *side, MuOrient orient, double offset)
{
    MuPoint start = side_start(side);
    MuGridAnchor anchor = grid_anchor(side->layout->anchor);
    bool right = orient == MU_ORIENT_TOP_RIGHT || orient == MU_ORIENT_BOTTOM_RIGHT,
         low = orient == MU_ORIENT_BOTTOM_LEFT || orient == MU_ORIENT_BOTTOM_RIGHT;
    switch (orient) {
    case MU_ORIENT_LEFT:
    case MU_ORIENT_RIGHT:
        grid->x = orient == MU_ORIENT_LEFT ? floor(side->x.x1) - offset : ceil(side->x.x2) + offset;
        grid->anchor_x = orient == MU_ORIENT_LEFT ? MU_GRID_END : MU_GRID_START;
        grid->y = start.y;
        grid->anchor_y = anchor;
        return;
    case MU_ORIENT_TOP:
    case MU_ORIENT_BOTTOM:
        grid->y = orient == MU_ORIENT_TOP ? floor(side->y.y1) - offset : ceil(side->y.y2) + offset;
        grid->anchor_y = orient == MU_ORIENT_TOP ? MU_GRID_END : MU_GRID_START;
        grid->x = start.x;
        grid->anchor_x = anchor;
        return;
    default:
        grid->x = right ? side->width - offset : offset;
        grid->y = low ? side->height - offset : offset;
        grid->anchor_x = right ? MU_GRID_END : MU_GRID_START;
        grid->anchor_y = low ? MU_GRID_END : MU_GRID_START;
    }
}

static MuBounds legend_box(const MuItem *legend, bool full)
{
    MuBounds box = {0, 0, legend->group->width, legend->group->height};
    return full ? mu_layout_stroked(box, legend) : box;
}

static void place_side(MuItem *const *legends, size_t count, MuOrient orient, const Side *side, MuArena *arena)
{
    MuGridCell *cells = MU_NEW_ARRAY(arena, MuGridCell, count);
    for (size_t i = 0; i < count; i++)
        cells[i].box = legend_box(legends[i], !side->layout->bounds_flush);
    MuGridOptions grid = {.columns = side->layout->horizontal ? count : 1,
                          .align_columns = MU_GRID_EACH,
                          .align_rows = MU_GRID_EACH,
                          .column_padding = side->layout->margin,
                          .row_padding = side->layout->margin,
                          .center_columns = side->layout->center,
                          .center_rows = side->layout->center};
    set_anchor(&grid, side, orient, side_offset(legends, count, side->layout->offset));
    mu_grid_layout(arena, cells, count, &grid);
    for (size_t i = 0; i < count; i++) {
        legends[i]->x = cells[i].x;
        legends[i]->y = cells[i].y;
    }
}

void mu_layout_legends(MuItem *const *legends, size_t count, const MuLayoutOptions *options, MuBounds x, MuBounds y,
                       double width, double height, MuArena *arena)
{
    MuItem **of_side = MU_NEW_ARRAY(arena, MuItem *, count + 1);
    for (int orient = 0; orient < MU_ORIENT_NONE; orient++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            if (legends[i]->place->orient == (MuOrient)orient)
                of_side[found++] = legends[i];
        Side side = {.layout = &options->legends[orient], .x = x, .y = y, .width = width, .height = height};
        if (found)
            place_side(of_side, found, (MuOrient)orient, &side, arena);
    }
    for (size_t i = 0; i < count; i++) {
        MuItem *legend = legends[i];
        if (legend->place->orient == MU_ORIENT_NONE) {
            legend->x = legend->place->x;
            legend->y = legend->place->y;
        }
        legend->bounds =
            mu_bounds_translate(mu_layout_stroked(legend_box(legend, false), legend), legend->x, legend->y);
    }
}
