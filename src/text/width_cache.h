/* Widths that were measured before, by face and text; in em, so that one entry serves every size. */
#ifndef MU_TEXT_WIDTH_CACHE_H
#define MU_TEXT_WIDTH_CACHE_H

#include "base/str.h"

/* Zero-initialise. Holds at most some thousand texts, then begins anew; without memory it holds fewer. */
typedef struct MuWidthCache {
    struct MuWidthEntry *slots;
    size_t count, slot_count, bytes;
} MuWidthCache;

bool mu_width_cache_get(const MuWidthCache *cache, size_t face, MuStr text, double *width);
void mu_width_cache_put(MuWidthCache *cache, size_t face, MuStr text, double width);
void mu_width_cache_clear(MuWidthCache *cache);

#endif
