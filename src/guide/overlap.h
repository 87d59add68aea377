/* Which of a row of labels stay when they overlap. After vega-view-transforms' Overlap. Internal to guide/. */
#ifndef MU_GUIDE_OVERLAP_H
#define MU_GUIDE_OVERLAP_H

#include "geom/path.h"

typedef enum MuOverlap { MU_OVERLAP_KEEP, MU_OVERLAP_PARITY, MU_OVERLAP_GREEDY } MuOverlap;

typedef struct MuOverlapOptions {
    MuOverlap method;
    double separation;
    bool bounded; /* labels that leave `bounds` go */
    MuBounds bounds;
} MuOverlapOptions;

/* Sets visible[i] for labels with these boxes, in their order along the axis. Labels without content
 * (a box of at most 1 px) stay as they are but are not counted. */
void mu_overlap(MuArena *arena, const MuBounds *boxes, size_t size, const MuOverlapOptions *options, bool *visible);

#endif
