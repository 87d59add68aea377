/* A line whose width changes from point to point: what trail marks draw. */
#ifndef MU_GEOM_TRAIL_H
#define MU_GEOM_TRAIL_H

#include "geom/path.h"

/* Adds one closed outline for each segment: a band between its ends' widths with round ends, so that neighbours join
 * without a gap. One point alone gives nothing; two at one place give a disc of the second's width. */
void mu_path_trail(MuPath *path, const MuPoint *points, const double *widths, size_t size);

#endif
