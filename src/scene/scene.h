/* The scene: what is drawn, finished. Groups nest; items paint in order. Backends draw it and change
 * nothing in it. Lengths are pixels, angles degrees clockwise, y down; an item's geometry is relative
 * to its group's origin. */
#ifndef MU_SCENE_SCENE_H
#define MU_SCENE_SCENE_H

#include "color/color.h"
#include "geom/path.h"
#include "image/image.h"
#include "text/font.h"

typedef enum MuPaintKind { MU_PAINT_NONE, MU_PAINT_COLOR, MU_PAINT_GRADIENT, MU_PAINT_HATCH } MuPaintKind;

typedef struct MuStop {
    double offset;
    MuColor color;
} MuStop;

/* Vega's gradients: coordinates are fractions of the item's bounds. */
typedef struct MuGradient {
    bool radial;
    double x1, y1, x2, y2, r1, r2;
    const MuStop *stops;
    size_t size;
} MuGradient;

/* Parallel lines at `angle` degrees, every `period` px, of `width` px. */
typedef struct MuHatch {
    double angle, period, width;
    MuColor ink, ground; /* ground.a may be 0 */
} MuHatch;

typedef struct MuPaint {
    MuPaintKind kind;
    MuColor color;
    const MuGradient *gradient;
    const MuHatch *hatch;
} MuPaint;

typedef enum MuCap { MU_CAP_BUTT, MU_CAP_ROUND, MU_CAP_SQUARE } MuCap;
typedef enum MuJoin { MU_JOIN_MITER, MU_JOIN_ROUND, MU_JOIN_BEVEL } MuJoin;

typedef struct MuStroke {
    double width, miter, dash_offset;
    const double *dash; /* NULL: solid */
    size_t dash_size;
    MuCap cap;
    MuJoin join;
} MuStroke;

typedef struct MuStyle {
    MuPaint fill, stroke_paint;
    MuStroke stroke;
    double opacity, fill_opacity, stroke_opacity; /* 0..1, multiply */
    MuStr blend;                                  /* CSS mix-blend-mode; "" is normal */
} MuStyle;

typedef enum MuItemKind {
    MU_ITEM_GROUP,
    MU_ITEM_RECT,   /* x, y, width, height, radii */
    MU_ITEM_RULE,   /* x, y to x2, y2; stroke only */
    MU_ITEM_CIRCLE, /* centre x, y, radius `width` / 2 */
    MU_ITEM_PATH,   /* path, moved by x, y and turned by angle */
    MU_ITEM_TEXT,   /* lines from x, y (the anchor), turned by angle about it */
    MU_ITEM_IMAGE
} MuItemKind;

/* What a group or item is for; layout works by these, and SVG writes them as class names. */
typedef enum MuRole {
    MU_ROLE_NONE,
    MU_ROLE_ROOT,       /* the figure */
    MU_ROLE_VIEW,       /* a plotting area: width × height */
    MU_ROLE_FACET_GRID, /* children laid out as a grid */
    MU_ROLE_MARK,
    MU_ROLE_AXIS,
    MU_ROLE_AXIS_GRID,
    MU_ROLE_AXIS_TICK,
    MU_ROLE_AXIS_DOMAIN,
    MU_ROLE_AXIS_LABEL,
    MU_ROLE_AXIS_TITLE,
    MU_ROLE_LEGEND,
    MU_ROLE_LEGEND_TITLE,
    MU_ROLE_LEGEND_SYMBOL,
    MU_ROLE_LEGEND_LABEL,
    MU_ROLE_LEGEND_BAND,
    MU_ROLE_TITLE,
    MU_ROLE_TITLE_TEXT,
    MU_ROLE_SUBTITLE,
    MU_ROLE_HEADER,
    MU_ROLE_CAPTION,
    MU_ROLE_LABEL, /* of a mark */
    MU_ROLE_COUNT
} MuRole;
const char *mu_role_name(MuRole role);

typedef enum MuAlign { MU_ALIGN_LEFT, MU_ALIGN_CENTER, MU_ALIGN_RIGHT } MuAlign;

typedef struct MuItem MuItem;

typedef enum MuOrient {
    MU_ORIENT_LEFT,
    MU_ORIENT_RIGHT,
    MU_ORIENT_TOP,
    MU_ORIENT_BOTTOM,
    MU_ORIENT_TOP_LEFT,
    MU_ORIENT_TOP_RIGHT,
    MU_ORIENT_BOTTOM_LEFT,
    MU_ORIENT_BOTTOM_RIGHT,
    MU_ORIENT_NONE
} MuOrient;

typedef enum MuAnchor { MU_ANCHOR_START, MU_ANCHOR_MIDDLE, MU_ANCHOR_END } MuAnchor;

/* What layout needs to know of a guide's group (axis, legend, title, caption). Lengths in px. */
typedef struct MuPlace {
    MuOrient orient;
    double offset, position, translate;
    double min_extent, max_extent; /* of an axis */
    double title_padding;          /* between labels and an axis title */
    bool title_auto;               /* the axis title is placed by layout */
    double padding;                /* of a legend */
    MuAnchor anchor;               /* of a title */
    bool frame_group;              /* a title is placed along the group, not its bounds */
    bool full_width;               /* a caption or headline that spans the figure */
    double x, y;                   /* explicit place of a legend with orient none */
} MuPlace;

/* One text; a line's baseline is y + shift + i × line_height, where shift comes from the baseline. */
typedef struct MuTextItem {
    const MuStr *lines; /* UTF-8, already cut and wrapped */
    size_t size;
    MuFont font;
    MuAlign align;
    double dx, dy; /* in the turned frame */
    double shift;  /* px from y to the first baseline (see mu_text_shift) */
    double line_height;
    MuColor halo; /* a stroke behind the glyphs; a = 0: none */
    double halo_width;
} MuTextItem;

typedef struct MuGroup {
    MU_VEC(MuItem *) items;
    double width, height; /* of its background rectangle (style); may be 0 */
    bool clip;            /* children are cut at the rectangle */
} MuGroup;

struct MuItem {
    MuItemKind kind;
    MuRole role;
    double x, y, x2, y2, width, height, angle;
    double radii[4];
    MuStyle *style; /* shared; NULL: nothing painted (a plain group) */
    MuPath *path;
    MuTextItem *text;
    MuGroup *group;
    const MuPath *clip;   /* in the item's group's frame; NULL: none */
    const MuImage *image; /* NULL: `url` is all that is known, and only SVG can refer to it */
    MuStr url;            /* of an image, as it was asked for */
    bool stretch;         /* an image fills its box; otherwise it keeps its aspect, in the middle of the box */
    bool pixelated;       /* an image's pixels stay squares when it is enlarged */
    MuPlace *place;       /* of a guide's group; NULL otherwise */
    MuStr title;          /* tooltip: SVG <title>; "" none */
    MuStr label;          /* aria-label; a role is written only with one */
    MuStr href;
    int zindex;
    MuBounds bounds; /* in the frame of its group, strokes included; set by mu_item_bounds */
};

typedef struct MuScene {
    MuArena *arena;
    double width, height;     /* of the canvas, px */
    double physical_width_mm; /* 0: unknown */
    MuPaint background;
    MuItem *root;                     /* a group; its x, y is the origin inside the canvas */
    MuStr title, description, source; /* for PNG text chunks, PDF and SVG metadata; may be empty */
    MuStr language;                   /* BCP 47, e.g. "en-US" */
} MuScene;

MuItem *mu_item_new(MuArena *arena, MuItemKind kind, MuRole role);
/* A group with an empty list of items. */
MuItem *mu_group_new(MuArena *arena, MuRole role);
void mu_group_add(MuArena *arena, MuItem *group, MuItem *item);
/* A style with opacities 1, width 1, miter 4 (as in SVG and Vega) and no paint. */
MuStyle *mu_style_new(MuArena *arena);
static inline MuPaint mu_paint(MuColor c)
{
    return (MuPaint){.kind = MU_PAINT_COLOR, .color = c};
}
/* Computes ->bounds of the item and, for a group, of all below it. Needs the text engine for texts. The rules are
 * Vega's, since layout goes by them: a stroke counts half its width, sqrt(2) times that with square caps, and
 * `miter` times that on paths and circles with miter joins, whatever the angles; a text is as high as its font size;
 * a group that has a size or clips counts its rectangle, painted or not; axis labels with opacity 0 do not count. */
struct MuText;
MuBounds mu_item_bounds(MuItem *item, struct MuText *text);
/* How far right and down of its place the rectangle of a group is painted: a frame of about 1 px lies on the
 * middle of the pixels, as Vega draws it. Its bounds do not move. */
double mu_group_offset(const MuItem *group);
/* Whether anything of the paint can be seen at this opacity. */
bool mu_paint_shows(const MuPaint *paint, double opacity);
bool mu_item_fills(const MuItem *item);
bool mu_item_strokes(const MuItem *item);
/* A canonical text of the scene, one item a line, for goldens: numbers to two decimals. */
void mu_scene_dump(MuBuf *buf, const MuScene *scene);

#endif
