/* Ticks, nice bounds and bin steps over numbers. */
#ifndef MU_STAT_TICKS_H
#define MU_STAT_TICKS_H

#include "base/arena.h"

/* JavaScript's Math.round: halves go up, also below zero. */
double mu_round_half_up(double x);

/* JavaScript's Math.pow as its engine V8 computes it: for some powers of ten it misses the nearest double, which
 * decides bin edges of small steps and which ticks of a log scale have a label. */
double mu_power(double base, double exponent);

/* d3-array 3: ticks, tickIncrement, tickStep. */
size_t mu_ticks(MuArena *arena, double start, double stop, double count, double **ticks);
double mu_tick_increment(double start, double stop, double count);
double mu_tick_step(double start, double stop, double count);
/* d3-scale's linear nice. */
void mu_nice(double *start, double *stop, double count);
/* d3-scale's log ticks and nice. */
size_t mu_log_ticks(MuArena *arena, double start, double stop, double base, double count, double **ticks);
void mu_log_nice(double *start, double *stop, double base);

/* vega-statistics' bin: every parameter of Vega-Lite's BinParams. NaN: not given. */
typedef struct MuBinParams {
    double maxbins, base, step, minstep, anchor, span;
    const double *steps, *divide;
    size_t steps_size, divide_size;
    double extent[2];
    bool nice;
} MuBinParams;
/* No parameter given, nice bounds; the extent is left to be set. */
MuBinParams mu_bin_params(void);
typedef struct MuBins {
    double start, stop, step;
} MuBins;
/* As vega-transforms' Bin has them: stop lies a whole number of steps after start; an anchor moves both. */
MuBins mu_bins(const MuBinParams *params);
/* The start of the bin of x as vega-transforms' Bin does it (with its epsilon, clamped; ±Infinity for
 * values outside of the extent; NaN for NaN). */
double mu_bin_floor(MuBins bins, double x);
/* The end of the bin that starts at `floor`, by Bin's own formula, so that it agrees with the next start. */
double mu_bin_end(MuBins bins, double floor);

#endif
