#include "scale/family.h"
#include "stat/ticks.h"

size_t mu_linear_ticks(const MuScale *scale, MuArena *arena, double count, MuValue **ticks)
{
    double *at;
    size_t size = mu_ticks(arena, mu_scale_domain_first(scale), mu_scale_domain_last(scale), count, &at);
    *ticks = mu_scale_tick_values(scale, arena, at, size);
    return size;
}

void mu_linear_nice(MuScale *scale)
{
    if (scale->domain_size)
        mu_nice(&scale->domain[0], &scale->domain[scale->domain_size - 1],
                scale->nice_count > 0 ? scale->nice_count : 10);
}

const MuScaleDef mu_scale_linear = {
    .name = "linear",
    .doc = "Equal differences take equal lengths.",
    .type = MU_SCALE_LINEAR,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = mu_continuous_invert,
    .ticks = mu_linear_ticks,
    .transform = mu_identity_transform,
    .untransform = mu_identity_transform,
    .nice = mu_linear_nice,
};
