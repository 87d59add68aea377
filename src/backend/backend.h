/* A backend turns a finished scene into bytes. One const definition per format; a backend draws what the
 * scene says, in its order, and decides nothing. */
#ifndef MU_BACKEND_BACKEND_H
#define MU_BACKEND_BACKEND_H

#include "base/diag.h"
#include "scene/scene.h"

struct MuText;

typedef struct MuDrawOptions {
    double scale;        /* pixels per px of the scene (PNG); 0 means 1 */
    MuStr id_prefix;     /* begins every id of an SVG, so that two figures share a page */
    int png_effort;      /* zlib level 1..9; 0: the backend's default */
    struct MuText *text; /* shapes glyphs where the format wants them; SVG needs none */
} MuDrawOptions;

typedef struct MuBackend {
    const char *name, *doc;
    const char *extension; /* without the dot */
    /* Appends the file to `out`, whose arena also holds what is needed meanwhile. False: the reason is in
     * `diags`, and `out` is of no use. */
    bool (*draw)(const MuScene *scene, const MuDrawOptions *options, MuBuf *out, MuDiags *diags);
} MuBackend;

/* The scene with every text as a path of its outlines, labelled with the text; everything else is shared. For
 * formats whose readers may lack the fonts. */
const MuScene *mu_scene_outlined(const MuScene *scene, struct MuText *text, MuArena *arena);

extern const MuBackend mu_backend_svg, mu_backend_png, mu_backend_pdf;

#endif
