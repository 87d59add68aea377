/* UTF-8, and the view of it as UTF-16 code units that JavaScript's string functions have. */
#ifndef MU_BASE_UTF8_H
#define MU_BASE_UTF8_H

#include "base/str.h"

enum { MU_UTF8_REPLACEMENT = 0xFFFD };

/* The code point at byte `at` (< s.size). Returns its bytes, 1 to 4; a bad byte counts as U+FFFD of one. */
size_t mu_utf8_decode(MuStr s, size_t at, uint32_t *code);
/* Writes the bytes of a code point (surrogates and beyond U+10FFFF: of U+FFFD); returns how many. */
size_t mu_utf8_encode(char out[4], uint32_t code);
void mu_utf8_add(MuBuf *buf, uint32_t code);
/* Code points. */
size_t mu_utf8_count(MuStr s);
/* Offset of the first byte that is not UTF-8 (overlong forms and surrogates are not), or SIZE_MAX. */
size_t mu_utf8_bad(MuStr s);
/* JavaScript's white space and line ends. */
bool mu_utf8_is_space(uint32_t code);
/* They off both ends (trim). */
MuStr mu_utf8_trim(MuStr s);

/* UTF-16 code units, as length and charCodeAt count them. */
size_t mu_utf16_length(MuStr s);
/* The code unit at `index`, or -1 beyond the end. */
int32_t mu_utf16_at(MuStr s, size_t index);
/* Units [from, to), clamped, as slice does; half of a surrogate pair becomes U+FFFD. */
MuStr mu_utf16_slice(MuArena *arena, MuStr s, size_t from, size_t to);
/* The byte at which unit `index` begins (of the pair, where it is its second half); s.size beyond the end. */
size_t mu_utf16_offset(MuStr s, size_t index);
/* The index of the unit that begins at byte `offset`. */
size_t mu_utf16_index(MuStr s, size_t offset);
/* <0, 0, >0 by code units: JavaScript's < on strings. */
int mu_utf16_cmp(MuStr a, MuStr b);

#endif
