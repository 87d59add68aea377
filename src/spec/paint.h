/* Paints as specs write them. */
#ifndef MU_SPEC_PAINT_H
#define MU_SPEC_PAINT_H

#include "scene/scene.h"
#include "spec/chain.h"

/* Is it one of Vega's gradient objects? */
bool mu_value_is_gradient(MuValue value);
/* A value as paint: a colour or a gradient; nothing for what is neither, and for what cannot be seen. */
MuPaint mu_paint_of(MuArena *arena, MuValue value);

#endif
