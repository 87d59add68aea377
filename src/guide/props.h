/* Reading what guides have in common from their chains: text looks, strokes, alignments. `prefix` is
 * the part's name as it begins its properties: "label", "title", "tick", "grid", "" … Internal to guide/. */
#ifndef MU_GUIDE_PROPS_H
#define MU_GUIDE_PROPS_H

#include "guide/guide.h"

/* How texts of a part look. */
typedef struct MuTextLook {
    MuFont font;
    MuColor color;
    double opacity;
    double line_height; /* px between baselines */
    double limit;       /* px; <= 0: none */
} MuTextLook;
/* `fallback` has font size, weight, colour and limit for what the chain does not say. */
MuTextLook mu_guide_look(const MuChain *chain, const char *prefix, MuTextLook fallback);

/* Where a text stands. */
typedef struct MuTextSpot {
    double x, y, angle, dx, dy;
    MuAlign align;
    MuStr baseline;
} MuTextSpot;
/* A text item with trimmed and cut lines. */
MuItem *mu_guide_text(const MuGuideContext *context, MuRole role, const MuStr *lines, size_t size,
                      const MuTextLook *look, const MuTextSpot *spot);

/* Reads <prefix>Color, Opacity, Width, Dash, DashOffset, Cap. */
MuStyle *mu_guide_stroke(const MuChain *chain, const char *prefix, MuColor color, double width);
MuItem *mu_guide_rule(MuArena *arena, MuRole role, double x, double y, double x2, double y2, MuStyle *style);
/* An array of numbers as dashes; empty or absent: solid. */
void mu_guide_dash(MuArena *arena, MuValue value, MuStroke *stroke);

MuColor mu_guide_color(const MuChain *chain, const char *name, MuColor fallback);
MuColor mu_guide_gray(double level);
MuAlign mu_guide_align(MuStr name, MuAlign fallback);
MuAnchor mu_guide_anchor(MuStr name, MuAnchor fallback);
MuAlign mu_guide_anchor_align(MuAnchor anchor);
MuOrient mu_guide_orient(MuStr name, MuOrient fallback);
/* "bold", "lighter", "600", 600 … as a weight. */
int mu_guide_weight(MuValue value, int fallback);
/* A text, or an array of texts, as lines. */
size_t mu_guide_lines(MuArena *arena, MuValue value, MuStr **lines);
/* <prefix><suffix> as a property's name. */
const char *mu_guide_name(MuArena *arena, const char *prefix, const char *suffix);

#endif
