/* CSS colours. Channels are 0..1 in sRGB, not premultiplied. */
#ifndef MU_COLOR_COLOR_H
#define MU_COLOR_COLOR_H

#include "base/str.h"

typedef struct MuColor {
    double r, g, b, a;
} MuColor;

/* CSS Color 3 + #rgba/#rrggbbaa, rgb()/rgba()/hsl()/hsla() with commas or spaces, names, transparent.
 * False if `text` is no colour. */
bool mu_color_parse(MuStr text, MuColor *color);
/* "#rrggbb", or "rgba(r,g,b,a)" when not opaque. */
void mu_color_write(MuBuf *buf, MuColor color);
/* Between a and b at t (0..1) in "rgb" (gamma 1), "hsl", "hsl-long", "lab", "hcl", "hcl-long", "cubehelix",
 * "cubehelix-long" as d3-interpolate does: r, g, b come out as whole 255ths. An unknown space is "rgb".
 * `gamma` (1: none) bends the lightness of cubehelix. */
MuColor mu_color_mix(MuStr space, MuColor a, MuColor b, double t, double gamma);
/* WCAG 2 relative luminance and contrast ratio. */
double mu_color_luminance(MuColor color);
double mu_color_contrast(MuColor a, MuColor b);
/* The colour, darkened or lightened as little as gives it this contrast with the ground, or as much as there is. */
MuColor mu_color_readable(MuColor color, MuColor ground, double contrast);

#endif
