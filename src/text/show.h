/* Texts on a Cairo surface; for backends. */
#ifndef MU_TEXT_SHOW_H
#define MU_TEXT_SHOW_H

#include "text/libcairo.h"
#include "text/text.h"

/* Draws one line in the current source, its baseline's origin at the current point (0,0 without one). Surfaces that
 * keep text (PDF) get text; on pixels the outlines are filled, at fractions of a pixel. */
void mu_text_show(MuText *text, cairo_t *cr, const MuFont *font, MuStr line);
/* Adds the outlines of the line to the current path, its origin at the current point; for halos. */
void mu_text_add_path(MuText *text, cairo_t *cr, const MuFont *font, MuStr line);

#endif
