/* How a mark's items are painted: fill, stroke, opacities from channels, mark and config. */
#ifndef MU_MARK_STYLE_H
#define MU_MARK_STYLE_H

#include "mark/ref.h"

typedef struct MuStyleRefs {
    const MuRef *fill, *stroke, *opacity, *fill_opacity, *stroke_opacity, *stroke_width, *dash;
    const MuRef *cap, *join, *miter, *dash_offset, *blend;
    MuStyle *shared; /* the one style of all items, if nothing depends on the row */
    MuStyle *last;   /* the latest style made, reused while rows agree */
} MuStyleRefs;

MuStyleRefs mu_style_refs(MuMarkContext *context);
/* Of marks without a paint: opacity and blend alone. */
MuStyleRefs mu_style_refs_unpainted(MuMarkContext *context);
/* The style of a row; equal neighbours share one. */
MuStyle *mu_style_at(MuMarkContext *context, MuStyleRefs *refs, size_t row);

#endif
