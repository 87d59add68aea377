#ifndef MU_COLOR_SPACE_H
#define MU_COLOR_SPACE_H

#include "color/color.h"

/* The opaque colour of a hue in degrees (any, NaN: a grey) with saturation and lightness 0..1. */
MuColor mu_color_hsl(double hue, double s, double l);

#endif
