/* The parts of the SVG writer. Text goes straight into the buffer; definitions (clips, gradients, hatches) are
 * gathered and written last. */
#ifndef MU_BACKEND_SVG_H
#define MU_BACKEND_SVG_H

#include "backend/backend.h"
#include "base/map.h"

typedef struct MuSvg {
    MuArena *arena;
    MuBuf *out;
    MuBuf defs;
    MuMap ids; /* of what is in defs */
    MuStr prefix;
    MuDiags *diags;
} MuSvg;

/* Appends a literal. */
#define MU_SVG_PUT(buf, literal) mu_buf_add((buf), MU_STR(literal))

/* Text with what XML reserves escaped, quotes too; what XML does not allow at all is left out. */
void mu_svg_put_text(MuBuf *buf, MuStr text);
/* ` name="number"`; `open` holds all up to the quote. Three decimals. */
void mu_svg_put_number(MuBuf *buf, const char *open, double number);
/* Likewise, but nothing for 0, which is the default of places and offsets. */
void mu_svg_put_place(MuBuf *buf, const char *open, double number);
void mu_svg_put_quoted(MuBuf *buf, const char *open, MuStr text);
void mu_svg_put_color(MuBuf *buf, MuColor color); /* without its alpha */
/* Path data, moved by dx, dy: relative commands on a grid of 0.001, so that no error adds up. */
void mu_svg_put_path(MuBuf *buf, const MuPath *path, double dx, double dy);

/* Puts "<tag id=…" + rest among the definitions, unless it is there; `rest` are attributes, content and end. The id
 * comes from the content. Returns "url(#…)". */
MuStr mu_svg_define(MuSvg *svg, const char *tag, MuStr rest);
MuStr mu_svg_define_clip(MuSvg *svg, const MuPath *path);
/* Of an image in a box of this size, with its file inside; "#…". Many places may show one. */
MuStr mu_svg_define_image(MuSvg *svg, const MuItem *item);
MuStr mu_svg_define_paint(MuSvg *svg, const MuPaint *paint); /* of a gradient or a hatch */

/* Presentation attributes that are inherited. What all items of a run have in common is written once, on the group
 * around them. */
typedef enum MuLookKey {
    MU_LOOK_FILL,
    MU_LOOK_FILL_OPACITY,
    MU_LOOK_STROKE,
    MU_LOOK_STROKE_OPACITY,
    MU_LOOK_STROKE_WIDTH,
    MU_LOOK_CAP,
    MU_LOOK_JOIN,
    MU_LOOK_MITER,
    MU_LOOK_DASH,
    MU_LOOK_DASH_OFFSET,
    MU_LOOK_FAMILY,
    MU_LOOK_SIZE,
    MU_LOOK_WEIGHT,
    MU_LOOK_ITALIC,
    MU_LOOK_ANCHOR,
    MU_LOOK_PAINT_ORDER,
    MU_LOOK_TABULAR, /* the only one that is CSS, hence last */
    MU_LOOK_COUNT
} MuLookKey;

/* `bytes` is a family, a paint's url or an array of dashes; `number` is anything else. */
typedef struct MuLookValue {
    double number;
    MuStr bytes;
} MuLookValue;

typedef struct MuLook {
    unsigned has; /* bits of the keys that matter for this item */
    MuLookValue at[MU_LOOK_COUNT];
} MuLook;

/* What SVG starts with, and the fill none that the root sets. */
MuLook mu_look_initial(void);
MuLook mu_look_of(MuSvg *svg, const MuItem *item);
/* Leaves in `common` what it and `other` agree on; keys that only one of them has are taken. */
void mu_look_keep_common(MuLook *common, const MuLook *other, unsigned *differing);
/* `inherited` with what `look` has put over it. */
MuLook mu_look_over(const MuLook *inherited, const MuLook *look);
/* Writes the attributes that differ from the inherited ones, and `blend` (CSS). */
void mu_look_put(MuSvg *svg, const MuLook *look, const MuLook *inherited, MuStr blend);

#endif
