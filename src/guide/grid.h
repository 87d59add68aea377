/* A grid of boxes: legends of one orient, entries of a legend, the views of a facet or concat. After
 * vega-view-transforms/src/layout/grid.js. Pure geometry; layout/ uses it too. */
#ifndef MU_GUIDE_GRID_H
#define MU_GUIDE_GRID_H

#include "geom/path.h"

typedef enum MuGridAlign { MU_GRID_NONE, MU_GRID_EACH, MU_GRID_ALL } MuGridAlign;
typedef enum MuGridAnchor { MU_GRID_START, MU_GRID_MIDDLE, MU_GRID_END } MuGridAnchor;

/* `box` is relative to the cell's own origin; x and y are where that origin goes. */
typedef struct MuGridCell {
    MuBounds box;
    double x, y;
} MuGridCell;

typedef struct MuGridOptions {
    size_t columns; /* 0: all in one row */
    MuGridAlign align_columns, align_rows;
    double column_padding, row_padding;
    bool center_columns, center_rows;
    double x, y; /* where the grid stands */
    MuGridAnchor anchor_x, anchor_y;
} MuGridOptions;

void mu_grid_layout(MuArena *arena, MuGridCell *cells, size_t count, const MuGridOptions *options);

#endif
