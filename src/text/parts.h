/* What the files of this folder know of each other. */
#ifndef MU_TEXT_PARTS_H
#define MU_TEXT_PARTS_H

#include "text/engine.h"
#include "text/text.h"

/* The engine, its state, and the face a line is drawn with. face NULL: nothing to draw, no font
 * at all, or `font` was NULL. */
typedef struct MuSetting {
    const MuTextEngine *engine;
    void *state;
    const MuFace *face;
} MuSetting;
MuSetting mu_text_setting(MuText *text, const MuFont *font, MuStr line);

/* Outlines into Cairo's current path; `to` is the cairo_t. */
extern const MuOutlineSink mu_outline_to_cairo;

#endif
