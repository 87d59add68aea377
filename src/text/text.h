/* The only source of text widths. One engine per thread; the complete one stands on Pango over a
 * private fontconfig configuration; text/engine.h says what an engine is. */
#ifndef MU_TEXT_TEXT_H
#define MU_TEXT_TEXT_H

#include "base/diag.h"
#include "geom/path.h"
#include "text/font.h"

typedef struct MuText MuText;

/* `font_dirs`: further folders with faces (may be NULL). NULL on failure, with a diagnostic. */
MuText *mu_text_new(const char *const *font_dirs, size_t count, MuDiags *diags);
void mu_text_free(MuText *text);
/* Where warnings about substituted families and missing glyphs go for the next calls (folded: one per
 * family, one per code point); and the language of the figure. `diags` NULL: nobody listens; call so
 * before the diagnostics of a figure go away. */
void mu_text_begin(MuText *text, MuStr language, MuDiags *diags);

/* Advance width in px, fractional, unhinted, kerned. Cached by (font, text) within an engine. */
double mu_text_width(MuText *text, const MuFont *font, MuStr s);
/* Byte offsets at which a line may break (UAX #14), ascending, without 0 and the end. Returns the count;
 * *breaks is in `arena`. */
size_t mu_text_breaks(MuText *text, MuArena *arena, MuStr s, size_t **breaks);
/* Vega's shift from y to the baseline for "top", "middle", "bottom", "alphabetic", "line-top",
 * "line-bottom" at this size (top +0.79 s, middle +0.30 s, bottom -0.21 s, rounded). */
double mu_text_shift(MuStr baseline, double size, double line_height);
/* `s` cut to `limit` px, ended by `ellipsis`; s itself if it fits or limit <= 0. `from_left`: cut at the
 * start instead (dir rtl). */
MuStr mu_text_cut(MuText *text, MuArena *arena, const MuFont *font, MuStr s, double limit, MuStr ellipsis,
                  bool from_left);
/* Wraps to `width` px; balanced: as few lines as needed, then as even as possible. Returns the count. */
size_t mu_text_wrap(MuText *text, MuArena *arena, const MuFont *font, MuStr s, double width, bool balanced,
                    MuStr **lines);

/* Adds the outlines of a line to the path, baseline from 0,0 (for halos and clip shapes). */
void mu_text_outline(MuText *text, const MuFont *font, MuStr line, MuPath *path);

#endif
