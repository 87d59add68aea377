/* Scenes on a Cairo context: what PNG and PDF share. */
#ifndef MU_BACKEND_CAIRO_H
#define MU_BACKEND_CAIRO_H

#include "backend/backend.h"
#include "text/libcairo.h"

/* Draws the scene with its background; the unit of `cr` is one px of the scene. What is needed meanwhile comes
 * from `arena`; `cr` stands in a slot of it, since memory may run out. */
void mu_cairo_draw(cairo_t *cr, const MuScene *scene, struct MuText *text, MuArena *arena, MuDiags *diags);

/* A place for a context, which goes with the arena. */
cairo_t **mu_cairo_slot(MuArena *arena);

/* Bytes that a foreign library hands over piece by piece in callbacks, which may not jump: malloc'd, freed
 * with the arena. */
typedef struct MuPieces {
    unsigned char *at;
    size_t size, capacity;
} MuPieces;
MuPieces *mu_pieces_new(MuArena *arena);
/* False when memory is short. */
bool mu_pieces_add(MuPieces *pieces, const void *bytes, size_t size);
/* Moves them to `out`, and frees them. */
void mu_pieces_take(MuPieces *pieces, MuBuf *out);

#endif
