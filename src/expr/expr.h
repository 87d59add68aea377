/* Vega's expression language: JavaScript's expressions with a fixed set of functions. Compiled once,
 * evaluated per row; names are resolved through an environment. */
#ifndef MU_EXPR_EXPR_H
#define MU_EXPR_EXPR_H

#include "base/civil.h"
#include "base/diag.h"
#include "base/value.h"
#include "format/format.h"

typedef struct MuExpr MuExpr;
typedef struct MuEnv MuEnv;

/* How free names and functions that look outside get their values. Any hook may be NULL. */
struct MuEnv {
    /* A free name (a param, `width`, `height`): false if there is none, which is an error of the spec. */
    bool (*name)(void *context, MuStr name, MuValue *value);
    /* The functions that look outside: scale, invert, bandwidth, domain, range, data, indata, ...: false
     * if the function is not known here. */
    bool (*call)(void *context, MuStr function, const MuValue *arguments, size_t count, MuArena *arena, MuValue *value);
    void *context;
    MuValue datum; /* MU_ROW or an object; undefined outside rows */
    MuValue parent;
    MuArena *arena;         /* of results */
    MuDiags *diags;         /* evaluation errors (bad regex, range too long), folded */
    MuSpan span;            /* for them, where the expression itself has no place in a source */
    const MuZone *zone;     /* of the figure; NULL: UTC */
    const MuLocale *locale; /* NULL: en-US */
    bool vega;              /* a date beside a text is compared as in JavaScript, not as a time */
    bool failed;            /* set by each evaluation: it ended in an error, which stands in diags */
};

/* Compiles; NULL with a diagnostic that points into the expression's text: `span` is the span of the
 * spec's string value, whose text begins one byte after start. */
MuExpr *mu_expr_compile(MuArena *arena, MuStr text, MuSpan span, MuDiags *diags);
MuValue mu_expr_eval(const MuExpr *expr, MuEnv *env);
/* The free names (without `datum`, `parent`, constants and functions), and the datum fields read
 * (datum.a, datum['a b'], datum.a.b gives "a"), for dependency and for columns to load. */
void mu_expr_names(const MuExpr *expr, const MuStr **names, size_t *count);
void mu_expr_fields(const MuExpr *expr, const MuStr **fields, size_t *count, bool *whole_datum);

#endif
