/* Parts of equal length between two ends (d3-scale's quantize.js). */
#include "scale/family.h"

static void train(MuScale *scale)
{
    if (scale->domain_size > 2)
        scale->domain_size = 2;
    if (scale->nice)
        mu_linear_nice(scale);
    double first = mu_scale_domain_first(scale), last = scale->domain_size == 2 ? scale->domain[1] : NAN;
    double n = (double)scale->range_size - 1;
    scale->threshold_count = scale->range_size ? scale->range_size - 1 : 0;
    scale->thresholds = MU_NEW_ARRAY(scale->arena, double, scale->threshold_count);
    for (size_t i = 0; i < scale->threshold_count; i++)
        scale->thresholds[i] = (((double)i + 1) * last - ((double)i - n) * first) / (n + 1);
}

const MuScaleDef mu_scale_quantize = {
    .name = "quantize",
    .doc = "Parts of equal length between the ends of the domain.",
    .type = MU_SCALE_QUANTIZE,
    .discretizing = true,
    .train = train,
    .slot = mu_threshold_slot,
    .ticks = mu_linear_ticks,
};
