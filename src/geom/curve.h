/* d3-shape's curves: basis, basis-closed, basis-open, bundle, cardinal(-open, -closed), catmull-rom,
 * linear, linear-closed, monotone, natural, step, step-before, step-after. */
#ifndef MU_GEOM_CURVE_H
#define MU_GEOM_CURVE_H

#include "geom/path.h"

typedef struct MuCurve {
    const char *name, *doc;
    /* Adds one run of points. `horizontal` false: monotone runs along y (steps do not, as in Vega).
     * `tension`: NaN for the curve's default. `join`: the run begins with a line from the path's current
     * point (the way back along an area, points in reverse order) instead of a move; closing is left to the
     * caller. A run of one point is closed, so that round caps show it. Closed curves never join. */
    void (*draw)(MuPath *path, const MuPoint *points, size_t size, bool horizontal, double tension, bool join);
} MuCurve;

const MuCurve *mu_curve_find(MuStr name); /* NULL for an unknown name */
const MuCurve *mu_curve_at(size_t index); /* all of them, by name; NULL beyond the last */

#endif
