/* Filling and stroking the current path of a Cairo context with the paints of a scene. */
#ifndef MU_BACKEND_CAIRO_PAINT_H
#define MU_BACKEND_CAIRO_PAINT_H

#include "scene/scene.h"
#include "text/libcairo.h"

/* Both leave the path as it is. `opacity` multiplies the paint's own. */
void mu_cairo_fill(cairo_t *cr, const MuPaint *paint, double opacity);
void mu_cairo_stroke(cairo_t *cr, const MuPaint *paint, const MuStroke *stroke, double opacity);
/* The source becomes the paint's colour. */
void mu_cairo_set_color(cairo_t *cr, MuColor color, double opacity);
void mu_cairo_set_stroke(cairo_t *cr, const MuStroke *stroke);
/* The operator for a CSS mix-blend-mode; CAIRO_OPERATOR_OVER for "normal" and what is unknown. */
cairo_operator_t mu_cairo_blend(MuStr name);

#endif
