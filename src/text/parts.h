/* What the files of this folder know of each other. */
#ifndef MU_TEXT_PARTS_H
#define MU_TEXT_PARTS_H

#include "text/engine.h"
#include "text/text.h"

/* An engine, its state, and the face a line is set in (NULL: none was asked for). */
typedef struct MuTextSetting {
    const MuTextEngine *engine;
    void *state;
    const MuFace *face;
} MuTextSetting;
/* Asks `use` with each engine that can set the line, most frugal first, until one takes it. False: there is nothing
 * to draw, or no font at all, or no engine. `font` NULL: no face is needed. */
typedef bool (*MuTextUse)(const MuTextSetting *setting, MuStr line, void *to);
bool mu_text_with(MuText *text, const MuFont *font, MuStr line, MuTextUse use, void *to);

/* For tests that hold the engines against each other: the complete one takes every text from now on. */
void mu_text_complete_only(MuText *text);
/* Whether the complete engine was woken. */
bool mu_text_is_complete(const MuText *text);

/* Outlines into Cairo's current path; `to` is the cairo_t. */
extern const MuOutlineSink mu_outline_to_cairo;

#endif
