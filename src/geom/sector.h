/* The outline of an annular sector: what arc marks draw. */
#ifndef MU_GEOM_SECTOR_H
#define MU_GEOM_SECTOR_H

#include "geom/path.h"

typedef struct MuSector {
    double inner, outer; /* radii; the greater is the outer one, whatever the order */
    double start, end;   /* radians, clockwise from 12 o'clock */
    double pad;          /* angle kept free between neighbours; the gap has parallel edges */
    double corner;       /* radius of the rounding of the corners */
} MuSector;

/* Adds the outline about 0,0. A sector of a full turn is a disc or a ring, without padding or corners. The rules for
 * padding and corners are d3-shape's (arc): the gap is `pad` wide at the radius sqrt(inner² + outer²), and corners
 * become smaller where the sector is too narrow for them. */
void mu_path_sector(MuPath *path, MuSector sector);

#endif
