/* Outlines of glyphs from glyf (quadratics, raised to cubics) and CFF, in the floats that HarfBuzz would hand out:
 * units of MU_EM, y up. */
#ifndef MU_TEXT_GLYPH_PATH_H
#define MU_TEXT_GLYPH_PATH_H

#include "text/sfnt.h"

/* A verb and the coordinates that belong to it: 2 for a move or a line, 6 for a cubic, none to close. */
typedef struct MuGlyphPath {
    struct MuGlyphStep {
        enum { MU_STEP_MOVE, MU_STEP_LINE, MU_STEP_CUBIC, MU_STEP_CLOSE } verb;
        float at[6];
    } * steps;
    size_t size, capacity;
} MuGlyphPath;

/* False: the outline is broken or uses what only the complete engine knows, or memory is short. Zero-initialise; free
 * the steps in any case. */
bool mu_glyph_path_read(const MuSfnt *font, uint16_t glyph, MuGlyphPath *path);

/* For the readers of both tables. A contour is opened by its first line, as HarfBuzz does, and closed by a line where
 * it ends elsewhere. */
typedef struct MuPen {
    MuGlyphPath *path;
    float scale, start_x, start_y, x, y;
    bool open, failed;
} MuPen;
void mu_pen_move(MuPen *pen, float x, float y); /* scaled already */
void mu_pen_line(MuPen *pen, float x, float y);
void mu_pen_quadratic(MuPen *pen, float x1, float y1, float x, float y);
void mu_pen_cubic(MuPen *pen, float x1, float y1, float x2, float y2, float x, float y);
void mu_pen_close(MuPen *pen);
bool mu_glyf_draw(const MuSfnt *font, uint16_t glyph, MuPen *pen);
bool mu_cff_draw(const MuSfnt *font, uint16_t glyph, MuPen *pen);

#endif
