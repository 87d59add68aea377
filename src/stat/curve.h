/* Fits and densities as curves, sampled for drawing. Formulas: vega-statistics. */
#ifndef MU_STAT_CURVE_H
#define MU_STAT_CURVE_H

#include "base/arena.h"

/* Points of y = f(x) over an extent (vega-statistics' sampleCurve): `min_steps` equal steps, halved where the
 * curve bends by more than half a degree of the square it fills, down to 1 / `max_steps` of the extent. Equal
 * numbers give a plain grid. `*xy` gets x0, y0, x1, y1, …; the count of points is returned. */
typedef double (*MuCurve)(const void *context, double x);
size_t mu_sample_curve(MuArena *arena, MuCurve f, const void *context, const double extent[2], double min_steps,
                       double max_steps, double **xy);

/* A Gaussian kernel density estimate. */
typedef struct MuKernel {
    const double *support;
    size_t count;
    double bandwidth;
} MuKernel;
/* Bandwidth 0 or NaN: estimated from the first `known` of the data (Scott 1992, by the smaller of deviation and
 * IQR / 1.34), for a sample of all `count`. */
MuKernel mu_kernel(MuArena *arena, const double *support, size_t known, size_t count, double bandwidth);
double mu_kernel_density(const void *kernel, double x);
double mu_kernel_cumulative(const void *kernel, double x);

typedef enum MuFitMethod {
    MU_FIT_CONSTANT,
    MU_FIT_LINEAR,
    MU_FIT_LOG,
    MU_FIT_EXP,
    MU_FIT_POW,
    MU_FIT_QUAD,
    MU_FIT_POLY
} MuFitMethod;

enum { MU_FIT_MOST = 24 };

/* A regression of y on x. Coefficients are those of the powers of x for constant, linear, quad and poly; of
 * 1 and log(x) for log; the factor and the exponent for exp and pow. */
typedef struct MuFit {
    MuFitMethod method;
    double coefficients[MU_FIT_MOST + 1];
    size_t count;
    double r_squared;
    /* What prediction uses: poly, quad and exp are fitted to centred data. */
    double centred[MU_FIT_MOST + 1], mean_x, mean_y;
} MuFit;
/* `order` is the degree of poly (0 … 24). The points must be numbers. */
MuFit mu_fit(MuArena *arena, MuFitMethod method, const double *x, const double *y, size_t count, size_t order);
double mu_fit_predict(const void *fit, double x);

/* Loess with two rounds of robust weights (vega-statistics' loess, after Cleveland 1979): x ascending. One
 * point for each different x: x0, y0, x1, y1, … Returns the count of points. */
size_t mu_loess(MuArena *arena, const double *x, const double *y, size_t count, double bandwidth, double **xy);

#endif
