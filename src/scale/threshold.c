/* Parts between given bounds: the domain is the bounds (d3-scale's threshold.js). */
#include "scale/family.h"

static void train(MuScale *scale)
{
    size_t parts = scale->range_size ? scale->range_size - 1 : 0;
    scale->thresholds = scale->domain;
    scale->threshold_count = scale->domain_size < parts ? scale->domain_size : parts;
}

const MuScaleDef mu_scale_threshold = {
    .name = "threshold",
    .doc = "Parts between the numbers of the domain; one more range value than numbers.",
    .type = MU_SCALE_THRESHOLD,
    .discretizing = true,
    .train = train,
    .slot = mu_threshold_slot,
};
