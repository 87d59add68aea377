/* Layout: places the guides of a view around it, and the root on its canvas. It works on groups of the
 * scene by role and MuPlace; it knows no mark, guide or scale. After Vega's view layout
 * (vega-view-transforms): axes, legends, title, then the size.
 *
 * Children of a view count by their role: AXIS, LEGEND, TITLE and CAPTION are placed here; groups of the
 * roles VIEW, FACET_GRID, HEADER and NONE (a path group, say) push guides away as axes do; everything else,
 * MARK groups above all, only counts for the size. Children that were laid out before keep their bounds. */
#ifndef MU_LAYOUT_LAYOUT_H
#define MU_LAYOUT_LAYOUT_H

#include "doc/node.h"
#include "scene/scene.h"
#include "text/text.h"

typedef enum MuAutosize {
    MU_AUTOSIZE_PAD,
    MU_AUTOSIZE_FIT,
    MU_AUTOSIZE_FIT_X,
    MU_AUTOSIZE_FIT_Y,
    MU_AUTOSIZE_NONE
} MuAutosize;

/* config.legend.layout and legend spacing, per orient (MuOrient index). */
typedef struct MuLegendLayout {
    double offset, margin; /* 18, 8 in Vega */
    bool horizontal;       /* several legends of the orient in a row */
    bool center;           /* across the row or column */
    bool bounds_flush;     /* legends are spaced by their boxes, without their strokes (Vega's default) */
    bool frame_bounds;     /* anchored along the axes' bounds, not along the plot */
    MuAnchor anchor;
} MuLegendLayout;

typedef struct MuLayoutOptions {
    MuAutosize autosize;
    bool contains_padding; /* autosize.contains: "padding" */
    bool resize;
    double padding[4]; /* left, top, right, bottom */
    MuLegendLayout legends[MU_ORIENT_NONE + 1];
    double width, height;  /* asked of the figure for fit: the spec's width and height */
    bool exact_x, exact_y; /* `width`, `height` are those of the whole canvas, padding included */
    bool nested;           /* the view is a cell of another: it is bounded in its parent's frame, and never fitted */
} MuLayoutOptions;

/* Vega-Lite's defaults: pad, padding 5; legends left and right in a column, else in a row. */
void mu_layout_options_init(MuLayoutOptions *options);
/* `layout` is config.legend.layout ({offset, margin, direction, left: {anchor: …}, …}); NULL changes nothing. */
void mu_layout_read_legends(MuLayoutOptions *options, const MuNode *layout);
/* A number or {left, top, right, bottom}. NULL changes nothing. */
void mu_layout_read_padding(MuLayoutOptions *options, const MuNode *padding);
/* "pad", "fit", "fit-x", "fit-y", "none", or {type, contains, resize}. NULL changes nothing. */
void mu_layout_read_autosize(MuLayoutOptions *options, const MuNode *autosize);

/* Where the figure ended: the canvas, the origin of the root inside it, and the size the view should
 * have for `fit` (equal to what it has when nothing must change). */
typedef struct MuLayoutResult {
    double canvas_width, canvas_height, origin_x, origin_y;
    double view_width, view_height;
} MuLayoutResult;

/* Places axes, legends, title and caption of a view group and computes its bounds: of a nested view in its
 * parent's frame and with its own stroke, as Vega bounds a group; else in its own frame and without. Its size
 * is ->group->width, height. Under `fit` side legends count only across. */
void mu_layout_view(MuItem *view, const MuLayoutOptions *options, MuArena *arena, MuText *text);
/* What all that was placed in a view covers, in its frame; more than its bounds where parts were not counted. */
MuBounds mu_layout_extent(const MuItem *view);
/* The canvas of a figure whose outermost view has been laid out. On an exact side the view's size is what is left,
 * down to whole px; it may be negative. */
MuLayoutResult mu_layout_canvas(const MuItem *root, const MuLayoutOptions *options);

/* A grid of views with headers, in the order of the cells; after Vega's trellisLayout. */
typedef enum MuTrellisAlign { MU_TRELLIS_NONE, MU_TRELLIS_EACH, MU_TRELLIS_ALL } MuTrellisAlign;

typedef struct MuTrellisPart {
    MuItem *const *items; /* one for each row or column, already bounded; NULL entries are passed over */
    size_t size;
    double offset; /* px away from the cells */
    double band;   /* NaN: at the cell's origin; else a fraction of its bounds (0.5: its middle) */
} MuTrellisPart;

typedef struct MuTrellis {
    MuItem *const *cells;       /* VIEW groups, laid out */
    size_t cell_count, columns; /* columns 0: one row */
    MuTrellisAlign align_columns, align_rows;
    double column_padding, row_padding;
    bool center_columns, center_rows;
    bool flush; /* bounds: "flush"; else full */
    MuTrellisPart row_headers, column_headers, row_footers, column_footers;
    MuTrellisPart row_title, column_title; /* at most one item; `band` 0.5 if not set otherwise */
    bool row_title_end, column_title_end;  /* after the footers instead of before the headers */
} MuTrellis;
/* Moves cells, headers and titles; their bounds follow. */
void mu_layout_trellis(const MuTrellis *trellis, MuArena *arena);

#endif
