/* JavaScript's regular expressions through PCRE2. */
#ifndef MU_EXPR_REGEXP_H
#define MU_EXPR_REGEXP_H

#include "base/value.h"

typedef struct MuRegexp MuRegexp;

/* Compiles; NULL if it is none, with the reason in `*message` (and the byte in the pattern). Lives as long as
 * the arena. Flags: d g i m s u v y, each once. */
const MuRegexp *mu_regexp_new(MuArena *arena, MuStr pattern, MuStr flags, MuStr *message, size_t *at);
MuValue mu_regexp_value(const MuRegexp *regexp);
static inline const MuRegexp *mu_value_regexp(MuValue v)
{
    return v.ref;
}
bool mu_regexp_global(const MuRegexp *regexp);
/* "/a+/g" */
MuStr mu_regexp_text(MuArena *arena, const MuRegexp *regexp);
MuStr mu_regexp_source(const MuRegexp *regexp);
MuStr mu_regexp_flags(const MuRegexp *regexp);

typedef enum MuRegexpResult { MU_REGEXP_NONE, MU_REGEXP_FOUND, MU_REGEXP_LIMIT } MuRegexpResult;

/* Groups 0..count of the last match, as byte offsets; SIZE_MAX for a group that took no part. */
typedef struct MuRegexpMatch {
    const size_t *offsets; /* start and end of each group; valid until the next match */
    size_t count;          /* groups, with the whole match as the first */
} MuRegexpMatch;

/* The first match at or after byte `from`. LIMIT: more than a million steps of backtracking. */
MuRegexpResult mu_regexp_match(const MuRegexp *regexp, MuStr subject, size_t from, MuRegexpMatch *match);
/* The number of the group with this name, or 0. */
size_t mu_regexp_group(MuArena *arena, const MuRegexp *regexp, MuStr name);

#endif
