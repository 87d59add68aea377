/* What the files of scale/ share: the definitions, and the parts that several types are made of. */
#ifndef MU_SCALE_FAMILY_H
#define MU_SCALE_FAMILY_H

#include "scale/scale.h"

extern const MuScaleDef mu_scale_linear, mu_scale_log, mu_scale_pow, mu_scale_sqrt, mu_scale_symlog, mu_scale_time,
    mu_scale_utc, mu_scale_identity, mu_scale_quantile, mu_scale_quantize, mu_scale_threshold, mu_scale_bin_ordinal,
    mu_scale_ordinal, mu_scale_point, mu_scale_band;

/* A value as d3's continuous scales take it: null and undefined are no number. */
double mu_scale_input(MuValue value);
double mu_scale_domain_first(const MuScale *scale);
double mu_scale_domain_last(const MuScale *scale);

/* continuous.c: piecewise linear maps over a transformed domain. */
void mu_continuous_train(MuScale *scale);
double mu_continuous_apply(const MuScale *scale, MuValue value);
double mu_continuous_number(const MuScale *scale, double x);
double mu_continuous_invert(const MuScale *scale, double range);
/* Where x lies between the first and the last colour, 0 to 1, as d3's sequential and diverging scales put it. */
double mu_continuous_ramp(const MuScale *scale, double x);
double mu_identity_transform(const MuScale *scale, double x);

/* time.c: the starts of an interval within the domain. */
size_t mu_time_ticks_by(const MuScale *scale, MuArena *arena, MuInterval interval, MuValue **ticks);

/* linear.c: d3's "linearish" ticks and nice of most types. */
size_t mu_linear_ticks(const MuScale *scale, MuArena *arena, double count, MuValue **ticks);
void mu_linear_nice(MuScale *scale);

/* discretize.c: numbers to slots. */
/* The number of thresholds at or below x (d3-array's bisect right), all of them for NaN. */
size_t mu_bisect(const double *at, size_t size, double x);
size_t mu_threshold_slot(const MuScale *scale, MuValue value);

/* ticks.c: vega-scale's test of which ticks of a log scale are labelled. */
typedef struct MuLogTest {
    double base, most;
} MuLogTest;
MuLogTest mu_log_test(const MuScale *scale, double count, size_t tick_count);
bool mu_log_test_passes(MuLogTest test, double x);

/* discrete.c: values to places. Drops repeated values and indexes the rest. */
void mu_discrete_train(MuScale *scale);

/* ramp.c: the colour at t along evenly spaced stops. */
MuColor mu_ramp_color(const MuColor *stops, size_t size, MuStr interpolate, double gamma, double t);

/* Numbers of an array as values, times where the scale is one. */
MuValue *mu_scale_tick_values(const MuScale *scale, MuArena *arena, const double *at, size_t size);

#endif
