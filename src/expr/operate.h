/* JavaScript's operators on values, by ECMA-262: type conversion, equality, comparison, addition,
 * property access. */
#ifndef MU_EXPR_OPERATE_H
#define MU_EXPR_OPERATE_H

#include "base/value.h"

/* String(v), as mu_to_string, and also of the two things only expressions know: regular expressions and
 * colours. */
MuStr mu_string_of(MuArena *arena, MuValue v);
int32_t mu_to_int32(double number);
/* The name of its type in messages: "null", "a number", "an array". */
const char *mu_value_noun(MuValue v);

bool mu_equal(MuArena *arena, MuValue a, MuValue b); /* a == b */
/* a < b: 1, 0, or -1 where they cannot be compared (NaN). */
int mu_less(MuArena *arena, MuValue a, MuValue b);
/* vega-util's `ascending`, which the function sort and Vega's sorts share: null and undefined first, then NaN,
 * then values by <. */
int mu_ascending(MuArena *arena, MuValue a, MuValue b);
/* a + b: number or text. */
MuValue mu_add(MuArena *arena, MuValue a, MuValue b);
/* The property of a string, an array, an object or a row; undefined if it has none. Not for null. */
MuValue mu_property(MuArena *arena, MuValue of, MuStr key);
MuValue mu_property_at(MuArena *arena, MuValue of, MuValue key);
/* key in object */
bool mu_has_property(MuValue of, MuStr key);

#endif
