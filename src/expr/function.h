/* The functions of the expression language. Each family stands in one file that ends in a table of
 * them; function.c lists the families. */
#ifndef MU_EXPR_FUNCTION_H
#define MU_EXPR_FUNCTION_H

#include "expr/ast.h"

/* One call while it runs. */
typedef struct MuCall {
    MuEnv *env;
    const MuExpr *expr;
    const MuTerm *term;
    const MuValue *arguments;
    size_t count;
} MuCall;

#define MU_ANY 255 /* `most`: any number of arguments */

typedef struct MuFunction {
    const char *name;
    uint8_t least, most;   /* arguments; more than `most` are ignored with a warning, as JavaScript ignores them */
    bool outside;          /* answered by the environment: scale('x', 1) */
    const char *signature; /* "clamp(value, min, max)" */
    const char *doc;
    MuValue (*call)(MuCall *call); /* NULL: `math`, or outside, or `refused` */
    double (*math)(double x);      /* of one number */
    const char *refused;           /* why it is not to be had in a figure */
} MuFunction;

typedef struct MuFamily {
    const char *title;
    const MuFunction *at;
    size_t size;
} MuFamily;

extern const MuFamily mu_functions_type, mu_functions_math, mu_functions_stat, mu_functions_date, mu_functions_array,
    mu_functions_string, mu_functions_regexp, mu_functions_format, mu_functions_color, mu_functions_ease,
    mu_functions_outside;

#define MU_FAMILY(title, table)                                                                                        \
    {                                                                                                                  \
        title, table, sizeof(table) / sizeof *(table)                                                                  \
    }

/* All of them, for help and reference; ends with NULL. */
const MuFamily *const *mu_functions(void);
const MuFunction *mu_function_find(MuStr name);
/* The name most like it, or the empty string. */
MuStr mu_function_nearest(MuArena *arena, MuStr name);

/* The arguments, undefined where there are fewer. */
static inline MuValue mu_arg(const MuCall *call, size_t i)
{
    return i < call->count ? call->arguments[i] : mu_undefined();
}
double mu_arg_number(const MuCall *call, size_t i);
MuStr mu_arg_string(const MuCall *call, size_t i);
/* As JavaScript's methods read an index: truncated; NaN is 0; `missing` for undefined. */
double mu_arg_integer(const MuCall *call, size_t i, double missing);
/* The same, negative counted from the end, clamped to [0, size]. */
size_t mu_arg_index(const MuCall *call, size_t i, size_t size, size_t missing);

/* An error at the call ends the evaluation, which then gives undefined. The arguments after the code
 * are those of its text. */
#define MU_FAIL(call, code, ...)                                                                                       \
    (mu_diag(mu_call_diags(call), (code), mu_call_span(call), __VA_ARGS__), mu_call_end(call))
MuDiags *mu_call_diags(const MuCall *call);
MuSpan mu_call_span(const MuCall *call);
MuValue mu_call_end(const MuCall *call);
/* For functions that need an array (or a string): the error says what was given instead. */
MuValue mu_call_wrong(MuCall *call, size_t argument, const char *wanted);

/* A new array in the environment's arena; fails (false) above MU_EXPR_ITEMS. */
bool mu_call_array(MuCall *call, double size, MuValue *array);
/* Whether a string of so many bytes may be made; fails if not. */
bool mu_call_room(MuCall *call, double bytes);

/* [0, 1), from the expression's own seed. */
double mu_call_random(const MuCall *call);

#endif
