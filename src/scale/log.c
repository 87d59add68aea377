/* Log scales live on one side of zero: a domain that starts below zero is mirrored (d3-scale's log.js). */
#include "scale/family.h"
#include "stat/ticks.h"

static bool is_negative(const MuScale *scale)
{
    return mu_scale_domain_first(scale) < 0;
}

static double transform(const MuScale *scale, double x)
{
    return is_negative(scale) ? -log(-x) : log(x);
}

static double untransform(const MuScale *scale, double y)
{
    return is_negative(scale) ? -exp(-y) : exp(y);
}

static size_t ticks(const MuScale *scale, MuArena *arena, double count, MuValue **out)
{
    double *at;
    double first = mu_scale_domain_first(scale), last = mu_scale_domain_last(scale);
    size_t size = mu_log_ticks(arena, first, last, scale->base, count, &at);
    *out = mu_scale_tick_values(scale, arena, at, size);
    return size;
}

static void nice(MuScale *scale)
{
    mu_log_nice(&scale->domain[0], &scale->domain[scale->domain_size - 1], scale->base);
}

const MuScaleDef mu_scale_log = {
    .name = "log",
    .doc = "Equal ratios take equal lengths; only numbers on one side of zero.",
    .type = MU_SCALE_LOG,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = mu_continuous_invert,
    .ticks = ticks,
    .transform = transform,
    .untransform = untransform,
    .nice = nice,
};
