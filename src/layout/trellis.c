/* After trellisLayout in vega-view-transforms/src/layout/grid.js. */
#include "guide/grid.h"
#include "layout/parts.h"

/* One edge of the grid: headers stand before the cells (x1, y1), footers after them (x2, y2). */
typedef struct Edge {
    bool across;          /* the parts are a row of column headers */
    bool far;             /* after the cells */
    size_t first, stride; /* of the cells at the edge */
    size_t back;          /* from a cell to the one before it in the same row or column */
} Edge;

static double edge_of(const MuItem *cell, const Edge *edge, bool flush)
{
    if (flush)
        return edge->across ? cell->y + (edge->far ? cell->group->height : 0)
                            : cell->x + (edge->far ? cell->group->width : 0);
    return edge->across ? (edge->far ? cell->bounds.y2 : cell->bounds.y1)
           : edge->far  ? cell->bounds.x2
                        : cell->bounds.x1;
}

static double farther(double a, double b, bool far)
{
    return far ? ceil(fmax(a, b)) : floor(fmin(a, b));
}

static double rounded(double x)
{
    return floor(x + 0.5);
}

/* A header beside its cell; the edge it reaches. */
static double place_part(MuItem *part, const MuItem *cell, const Edge *edge, double at, double band)
{
    double x = at, y = at;
    if (edge->across)
        x = isnan(band) ? cell->x : rounded(cell->bounds.x1 + band * mu_bounds_width(cell->bounds));
    else
        y = isnan(band) ? cell->y : rounded(cell->bounds.y1 + band * mu_bounds_height(cell->bounds));
    mu_layout_move(part, x, y);
    return edge->across ? (edge->far ? part->bounds.y2 : part->bounds.y1)
           : edge->far  ? part->bounds.x2
                        : part->bounds.x1;
}

/* Places the parts of an edge; returns how far the grid reaches there with them. */
static double place_edge(const MuTrellis *t, const MuTrellisPart *parts, const Edge *edge)
{
    double start = 0, reach = 0;
    for (size_t i = edge->first; i < t->cell_count; i += edge->stride)
        start = farther(start, edge_of(t->cells[i], edge, t->flush), edge->far);
    if (!parts->size)
        return start;
    start += edge->far ? parts->offset : -parts->offset;
    for (size_t i = edge->first, j = 0; j < parts->size; j++, i += edge->stride) {
        size_t cell = i;
        while (cell >= t->cell_count && cell >= edge->back)
            cell -= edge->back;
        if (!parts->items[j] || cell >= t->cell_count)
            continue;
        reach = farther(reach, place_part(parts->items[j], t->cells[cell], edge, start, parts->band), edge->far);
    }
    return reach;
}

static MuBounds place_cells(const MuTrellis *t, MuArena *arena)
{
    MuGridCell *cells = MU_NEW_ARRAY(arena, MuGridCell, t->cell_count + 1);
    for (size_t i = 0; i < t->cell_count; i++) {
        const MuItem *cell = t->cells[i];
        MuBounds full = mu_bounds_is_empty(cell->bounds) ? (MuBounds){0, 0, 0, 0}
                                                         : mu_bounds_translate(cell->bounds, -cell->x, -cell->y);
        cells[i].box = t->flush ? (MuBounds){0, 0, cell->group->width, cell->group->height} : full;
    }
    MuGridOptions grid = {.columns = t->columns,
                          .align_columns = (MuGridAlign)t->align_columns,
                          .align_rows = (MuGridAlign)t->align_rows,
                          .column_padding = t->column_padding,
                          .row_padding = t->row_padding,
                          .center_columns = t->center_columns,
                          .center_rows = t->center_rows};
    mu_grid_layout(arena, cells, t->cell_count, &grid);
    MuBounds bounds = mu_bounds_empty();
    for (size_t i = 0; i < t->cell_count; i++) {
        mu_layout_move(t->cells[i], cells[i].x, cells[i].y);
        bounds = mu_bounds_union(bounds, t->cells[i]->bounds);
    }
    return mu_bounds_is_empty(bounds) ? (MuBounds){0, 0, 0, 0} : bounds;
}

static void place_title(const MuTrellisPart *title, bool across, bool end, double near, double far, MuBounds bounds)
{
    if (!title->size || !title->items[0])
        return;
    double band = isnan(title->band) ? 0.5 : title->band, at = end ? far + title->offset : near - title->offset;
    double along = across ? bounds.x1 + band * mu_bounds_width(bounds) : bounds.y1 + band * mu_bounds_height(bounds);
    mu_layout_move(title->items[0], across ? rounded(along) : at, across ? at : rounded(along));
}

void mu_layout_trellis(const MuTrellis *t, MuArena *arena)
{
    MuBounds bounds = place_cells(t, arena);
    size_t columns = t->columns      ? t->columns
                     : t->cell_count ? t->cell_count
                                     : 1,
           rows = t->cell_count ? (t->cell_count + columns - 1) / columns : 1;
    double x1 = place_edge(t, &t->row_headers, &(Edge){false, false, 0, columns, 1});
    double y1 = place_edge(t, &t->column_headers, &(Edge){true, false, 0, 1, columns});
    double x2 = place_edge(t, &t->row_footers, &(Edge){false, true, columns - 1, columns, 1});
    double y2 = place_edge(t, &t->column_footers, &(Edge){true, true, rows * columns - columns, 1, columns});
    place_title(&t->row_title, false, t->row_title_end, x1, x2, bounds);
    place_title(&t->column_title, true, t->column_title_end, y1, y2, bounds);
}
