/* Vega's aggregate operators over the cells of a group. What counts as a value is decided per cell, as
 * vega-transforms does: null, undefined and "" are missing; NaN is neither valid nor missing. */
#ifndef MU_STAT_AGGREGATE_H
#define MU_STAT_AGGREGATE_H

#include "base/value.h"

typedef enum MuAggregateOp {
    MU_OP_COUNT,
    MU_OP_VALID,
    MU_OP_MISSING,
    MU_OP_DISTINCT,
    MU_OP_SUM,
    MU_OP_PRODUCT,
    MU_OP_MEAN, /* and "average" */
    MU_OP_VARIANCE,
    MU_OP_VARIANCEP,
    MU_OP_STDEV,
    MU_OP_STDEVP,
    MU_OP_STDERR,
    MU_OP_MEDIAN,
    MU_OP_Q1,
    MU_OP_Q3,
    MU_OP_CI0,
    MU_OP_CI1,
    MU_OP_MIN,
    MU_OP_MAX,
    MU_OP_ARGMIN,
    MU_OP_ARGMAX,
    MU_OP_VALUES,
    MU_OP_COUNT_OF
} MuAggregateOp;

/* False if there is no operator of this name. */
bool mu_aggregate_parse(MuStr name, MuAggregateOp *op);

typedef enum MuCellState { MU_CELL_VALID, MU_CELL_MISSING, MU_CELL_NAN } MuCellState;

/* The cells of a column, by physical row. */
typedef struct MuSamples {
    const double *numbers; /* ToNumber of the valid cells */
    const uint8_t *states; /* MuCellState */
    const double *keys;    /* what min and max compare; usually `numbers` */
    const uint32_t *codes; /* equal for cells of equal text: for distinct only, else NULL */
} MuSamples;

/* The operator over the rows listed. A number, or undefined where Vega gives undefined (no valid value; a
 * variance of one value). Not for argmin, argmax, min, max and values: see mu_aggregate_extreme. */
MuValue mu_aggregate(MuArena *arena, MuAggregateOp op, const MuSamples *samples, const uint32_t *rows, size_t count);
/* The first row with the least (or greatest) key; SIZE_MAX if no cell is valid. */
size_t mu_aggregate_extreme(const MuSamples *samples, const uint32_t *rows, size_t count, bool greatest);

/* Neumaier's compensated sum: https://doi.org/10.1002/zamm.19740540106 */
typedef struct MuSum {
    double sum, lost;
} MuSum;
void mu_sum_add(MuSum *sum, double x);
double mu_sum_total(MuSum sum);

int mu_compare_doubles(const void *a, const void *b);
/* d3's quantileSorted of numbers in ascending order; NaN if there are none. */
double mu_quantile_sorted(const double *sorted, size_t count, double p);

/* PCG32 (https://www.pcg-random.org, XSH RR 64/32): the same numbers everywhere. Seed with any constant. */
typedef struct MuRandom {
    uint64_t state;
} MuRandom;
MuRandom mu_random_seed(uint64_t seed);
double mu_random_next(MuRandom *random); /* [0, 1) */

#endif
