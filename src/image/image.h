/* Images for image marks: PNG is decoded for every format; others are known by their first bytes and go into SVG as
 * they are. */
#ifndef MU_IMAGE_IMAGE_H
#define MU_IMAGE_IMAGE_H

#include "base/diag.h"

enum { MU_IMAGE_MOST_SIDE = 30000, MU_IMAGE_MOST_MILLIONS = 64 }; /* px of a side; millions of px in all */

typedef struct MuImage {
    MuStr bytes;            /* the file */
    const char *type;       /* "image/png", "image/jpeg", … */
    size_t width, height;   /* px; 0 unless decoded */
    const uint32_t *pixels; /* rows from the top, 0xAARRGGBB, colours multiplied by alpha; NULL unless decoded */
} MuImage;

/* NULL with a diagnostic where the bytes are no image that can be shown, or a broken one. `name` stands in the text. */
const MuImage *mu_image_read(MuArena *arena, MuStr bytes, MuStr name, MuSpan asked_at, MuDiags *diags);

#endif
