/* Colours inside an expression: rgb(…), hsl(…), lab(…), hcl(…) make objects whose fields can be read
 * (`.r`, `.l`, `.opacity`); joined to text, and as the result of an expression, they are CSS text. */
#ifndef MU_EXPR_COLOUR_H
#define MU_EXPR_COLOUR_H

#include "base/value.h"

/* Whether `v` was made by one of the four functions. */
bool mu_is_colour(MuValue v);
/* As d3-color writes it: "rgb(255, 0, 0)", "rgba(255, 0, 0, 0.5)". */
MuStr mu_colour_text(MuArena *arena, MuValue colour);

#endif
