/* One range value for each bin: the domain is the bin edges (vega-scale's scaleBinOrdinal). */
#include "scale/family.h"

static void domain_of_values(MuScale *scale)
{
    scale->domain = MU_NEW_ARRAY(scale->arena, double, scale->value_count);
    scale->domain_size = scale->value_count;
    for (size_t i = 0; i < scale->value_count; i++)
        scale->domain[i] = mu_scale_input(scale->values[i]);
    scale->trained_domain.made = scale->domain;
}

static void train(MuScale *scale)
{
    if (!scale->domain_size && scale->value_count)
        domain_of_values(scale);
    if (!scale->domain_size && scale->bins) {
        scale->domain = MU_NEW_ARRAY(scale->arena, double, scale->bin_count);
        scale->domain_size = scale->bin_count;
        memcpy(scale->domain, scale->bins, scale->bin_count * sizeof *scale->bins);
        scale->trained_domain.made = scale->domain;
    }
    if (!scale->bins || scale->bins == scale->thresholds) { /* none, or ours from the last training */
        scale->bins = scale->thresholds = scale->domain;
        scale->bin_count = scale->domain_size;
    }
}

static size_t slot(const MuScale *scale, MuValue value)
{
    double x = mu_scale_input(value);
    size_t edges = isnan(x) ? 0 : mu_bisect(scale->domain, scale->domain_size, x);
    return edges && scale->range_size ? (edges - 1) % scale->range_size : SIZE_MAX;
}

const MuScaleDef mu_scale_bin_ordinal = {
    .name = "bin-ordinal",
    .doc = "One range value for each bin.",
    .type = MU_SCALE_BIN_ORDINAL,
    .discrete = true,
    .discretizing = true,
    .train = train,
    .slot = slot,
};
