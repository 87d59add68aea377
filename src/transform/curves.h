/* Rows of points, collected group by group: for density, regression and loess. */
#ifndef MU_TRANSFORM_CURVES_H
#define MU_TRANSFORM_CURVES_H

#include "stat/curve.h"
#include "transform/engine.h"

typedef struct MuCurveRows {
    MuTable *table;
    MuColumn **columns; /* of the groups */
    size_t column_count;
    MuGroups groups;
    MU_VEC(uint32_t) rows; /* for each point, its group's first row */
    MU_VEC(MuValue) x;
    MU_VEC(MuValue) y;
} MuCurveRows;

/* Reads `groupby` and makes the groups; false with an error. */
bool mu_curve_start(MuCurveRows *curve, MuTable *table, const MuNode *node, MuDiags *diags);
/* Adds points x0, y0, x1, y1, … of a group. */
void mu_curve_add(MuCurveRows *curve, size_t group, const double *xy, size_t points);
MuTable *mu_curve_table(MuCurveRows *curve, MuStr x, MuStr y);
/* The numbers of a group in two columns where both are known. Returns their count. */
size_t mu_curve_points(const MuCurveRows *curve, size_t group, MuColumn *x, MuColumn *y, double **xs, double **ys);

#endif
