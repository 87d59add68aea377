#include "guide/grid.h"

/* One direction of the grid: the cells' lines (columns or rows) across it. */
typedef struct Track {
    MuGridAlign align;
    double padding;
    size_t lines;    /* number of columns, or of rows */
    double *extents; /* of each line: the largest far edge, rounded up */
    double largest;
    double *offsets; /* of each cell from its neighbour before */
} Track;

typedef struct Grid {
    MuGridCell *cells;
    size_t count, columns, rows;
} Grid;

static double overhang(double v)
{
    return v < 0 ? ceil(-v) : 0;
}

static size_t line_of(const Grid *grid, bool across, size_t cell)
{
    return across ? cell % grid->columns : cell / grid->columns;
}

static Track track_new(MuArena *arena, const Grid *grid, bool across, MuGridAlign align, double padding)
{
    Track track = {.align = align, .padding = padding, .lines = across ? grid->columns : grid->rows};
    track.extents = MU_NEW_ARRAY(arena, double, track.lines);
    track.offsets = MU_NEW_ARRAY(arena, double, grid->count);
    for (size_t i = 0; i < grid->count; i++) {
        const MuBounds *box = &grid->cells[i].box;
        size_t line = line_of(grid, across, i);
        double far = ceil(across ? box->x2 : box->y2);
        track.largest = fmax(track.largest, far);
        track.extents[line] = fmax(track.extents[line], far);
        track.offsets[i] = line ? padding + overhang(across ? box->x1 : box->y1) : 0;
    }
    return track;
}

/* The largest offset among the cells of a line, or of all lines but the first. */
static double largest_offset(const Track *track, const Grid *grid, bool across, size_t line, bool all)
{
    double largest = 0;
    for (size_t i = 0; i < grid->count; i++) {
        size_t at = line_of(grid, across, i);
        if (all ? at > 0 : at == line)
            largest = fmax(largest, track->offsets[i]);
    }
    return largest;
}

static void space_lines(Track *track, const Grid *grid, bool across)
{
    double all = track->align == MU_GRID_ALL ? largest_offset(track, grid, across, 0, true) : 0;
    for (size_t line = 1; line < track->lines; line++) {
        double each = track->align == MU_GRID_EACH ? largest_offset(track, grid, across, line, false) : 0;
        for (size_t i = 0; i < grid->count; i++) {
            if (line_of(grid, across, i) != line)
                continue;
            if (track->align == MU_GRID_ALL)
                track->offsets[i] = all + track->largest;
            else
                track->offsets[i] =
                    (track->align == MU_GRID_EACH ? each : track->offsets[i]) + track->extents[line - 1];
        }
    }
}

static void place_cells(Grid *grid, const Track *columns, const Track *rows)
{
    for (size_t i = 0; i < grid->count; i++) {
        grid->cells[i].x = columns->offsets[i] + (i % grid->columns ? grid->cells[i - 1].x : 0);
        grid->cells[i].y = rows->offsets[i] + (i >= grid->columns ? grid->cells[i - grid->columns].y : 0);
    }
}

/* Vega measures what is left from the start of the grid, so only cells that stand near it are centred. */
static double slack(const Track *track, size_t line, double far)
{
    return fmax(0, (track->align == MU_GRID_ALL ? track->largest : track->extents[line]) - far) / 2;
}

static void center_cells(Grid *grid, const Track *columns, const Track *rows, const MuGridOptions *options)
{
    bool x = columns->align && options->center_columns && grid->rows > 1;
    bool y = rows->align && options->center_rows && grid->columns != 1;
    for (size_t i = 0; i < grid->count; i++) {
        MuGridCell *cell = &grid->cells[i];
        /* As in Vega, the slack is taken from the grid's own start, so only the first lines have any. */
        if (x)
            cell->x += slack(columns, i % grid->columns, cell->box.x2 + cell->x);
        if (y)
            cell->y += slack(rows, i / grid->columns, cell->box.y2 + cell->y);
    }
}

static double anchored(double at, double size, MuGridAnchor anchor)
{
    return floor(at - (anchor == MU_GRID_END ? size : anchor == MU_GRID_MIDDLE ? size / 2 : 0) + 0.5);
}

void mu_grid_layout(MuArena *arena, MuGridCell *cells, size_t count, const MuGridOptions *options)
{
    if (!count)
        return;
    Grid grid = {.cells = cells, .count = count, .columns = options->columns ? options->columns : count};
    grid.rows = (count + grid.columns - 1) / grid.columns;
    Track columns = track_new(arena, &grid, true, options->align_columns, options->column_padding);
    Track rows = track_new(arena, &grid, false, options->align_rows, options->row_padding);
    space_lines(&columns, &grid, true);
    space_lines(&rows, &grid, false);
    place_cells(&grid, &columns, &rows);
    center_cells(&grid, &columns, &rows, options);
    MuBounds bounds = {0, 0, 0, 0};
    for (size_t i = 0; i < count; i++)
        bounds = mu_bounds_union(bounds, mu_bounds_translate(cells[i].box, cells[i].x, cells[i].y));
    double dx = anchored(options->x, bounds.x2 - bounds.x1, options->anchor_x);
    double dy = anchored(options->y, bounds.y2 - bounds.y1, options->anchor_y);
    for (size_t i = 0; i < count; i++) {
        cells[i].x += dx;
        cells[i].y += dy;
    }
}
