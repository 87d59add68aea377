/* Parts of equal count: the domain is the data themselves (d3-scale's quantile.js). */
#include "scale/family.h"

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The p quantile of sorted numbers by linear interpolation (R's type 7), as d3-array's quantileSorted. */
static double quantile(const double *sorted, size_t size, double p)
{
    double at = (double)(size - 1) * p;
    size_t below = (size_t)at;
    if (below + 1 >= size)
        return sorted[size - 1];
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (at - (double)below);
}

static void train(MuScale *scale)
{
    size_t kept = 0;
    for (size_t i = 0; i < scale->domain_size; i++)
        if (!isnan(scale->domain[i]))
            scale->domain[kept++] = scale->domain[i];
    scale->domain_size = kept;
    if (kept)
        qsort(scale->domain, kept, sizeof *scale->domain, ascending);
    scale->threshold_count = kept && scale->range_size ? scale->range_size - 1 : 0;
    scale->thresholds = MU_NEW_ARRAY(scale->arena, double, scale->threshold_count);
    for (size_t i = 0; i < scale->threshold_count; i++)
        scale->thresholds[i] = quantile(scale->domain, kept, (double)(i + 1) / (double)scale->range_size);
}

const MuScaleDef mu_scale_quantile = {
    .name = "quantile",
    .doc = "As many data in each part as in any other.",
    .type = MU_SCALE_QUANTILE,
    .discretizing = true,
    .train = train,
    .slot = mu_threshold_slot,
};
