#include "scale/family.h"

static size_t slot(const MuScale *scale, MuValue value)
{
    size_t place = mu_scale_place(scale, value);
    return place == SIZE_MAX || !scale->range_size ? SIZE_MAX : place % scale->range_size;
}

const MuScaleDef mu_scale_ordinal = {
    .name = "ordinal",
    .doc = "One range value for each value of the domain, repeated from the start where there are too few.",
    .type = MU_SCALE_ORDINAL,
    .discrete = true,
    .train = mu_discrete_train,
    .slot = slot,
};
