#ifndef MU_COLOR_NAMED_H
#define MU_COLOR_NAMED_H

#include "base/str.h"

/* The 0xrrggbb of a CSS name in lower case; false for an unknown name. */
bool mu_color_named(MuStr name, uint32_t *rgb);

#endif
