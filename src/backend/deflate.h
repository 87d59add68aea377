/* A zlib stream for pictures of flat colour. Charts are rows that repeat and runs of one colour: such rows are
 * found by comparison, without the search of a general compressor, and written with the fixed codes of deflate
 * (RFC 1950, RFC 1951). Photographs would come out large; they are not what is drawn here. */
#ifndef MU_BACKEND_DEFLATE_H
#define MU_BACKEND_DEFLATE_H

#include "base/str.h"

/* Appends `count` rows of `size` bytes, which stand one after the other, as one stream. A pixel has `step` bytes. */
void mu_deflate_rows(MuBuf *out, const uint8_t *rows, size_t size, size_t count, size_t step);

#endif
