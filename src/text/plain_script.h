/* Which characters the plain engine knows, and their scripts. */
#ifndef MU_TEXT_PLAIN_SCRIPT_H
#define MU_TEXT_PLAIN_SCRIPT_H

#include "text/layout_tables.h"

/* A run of code points that are alike. */
typedef struct MuCodeRange {
    uint16_t from, to;
    int kind;
} MuCodeRange;
/* The kind of a code point by a table in ascending order; -1 where it has none. */
int mu_code_kind(const MuCodeRange *ranges, size_t count, uint32_t code);

/* False: the character is not known to stand alone, without marks, reordering or another presentation. Joins its script
 * to that of the characters before it: common ones take any. False too where two scripts meet. */
bool mu_plain_script_join(uint32_t code, MuScript *script);

#endif
