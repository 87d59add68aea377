/* Strings: a pointer and a length in bytes, UTF-8, never owned, not necessarily terminated; and a
 * buffer to build them. */
#ifndef MU_BASE_STR_H
#define MU_BASE_STR_H

#include "base/arena.h"

typedef struct MuStr {
    const char *at;
    size_t size;
} MuStr;

/* A literal as a string; for initialisers of constants too. */
#define MU_STR(literal) ((MuStr){"" literal, sizeof(literal) - 1})
#define MU_STR_INIT(literal)                                                                                           \
    {                                                                                                                  \
        "" literal, sizeof(literal) - 1                                                                                \
    }
/* For printf-like formats: printf("%.*s", MU_FMT(s)). */
#define MU_FMT(s) (int)(s).size, (s).at

MuStr mu_str(const char *terminated); /* NULL gives the empty string */
bool mu_str_eq(MuStr a, MuStr b);
bool mu_str_is(MuStr a, const char *terminated);
/* <0, 0, >0 by bytes, which for UTF-8 is by code point. */
int mu_str_cmp(MuStr a, MuStr b);
bool mu_str_starts(MuStr s, const char *prefix);
bool mu_str_ends(MuStr s, const char *suffix);
/* Offset of the first `needle` at or after `from`, or SIZE_MAX. */
size_t mu_str_find(MuStr s, MuStr needle, size_t from);
/* Bytes [from, to), clamped to the string. */
MuStr mu_str_slice(MuStr s, size_t from, size_t to);
MuStr mu_str_trim(MuStr s);                 /* ASCII white space off both ends */
MuStr mu_str_copy(MuArena *arena, MuStr s); /* terminated copy */
/* "mean" → "Mean": of a to z; the rest of the word stays. */
MuStr mu_str_capital(MuArena *arena, MuStr word);
const char *mu_str_cstr(MuArena *arena, MuStr s);
uint64_t mu_str_hash(MuStr s);
/* printf into the arena. For texts and integers only: never a double (see base/num.h). */
MuStr mu_str_printf(MuArena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A growing string. Zero-initialise, set the arena. */
typedef struct MuBuf {
    MuArena *arena;
    char *at;
    size_t size, capacity;
} MuBuf;
void mu_buf_add(MuBuf *buf, MuStr s);
void mu_buf_adds(MuBuf *buf, const char *terminated);
void mu_buf_addc(MuBuf *buf, char c);
void mu_buf_printf(MuBuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Room for `size` more bytes; the caller writes there and adds to buf->size. */
char *mu_buf_reserve(MuBuf *buf, size_t size);
/* The text so far (terminated behind its size); valid until the next change. */
MuStr mu_buf_str(MuBuf *buf);

#endif
