/* Logarithmic far from zero, nearly linear around it, on both sides (d3-scale's symlog.js). */
#include "scale/family.h"

static double transform(const MuScale *scale, double x)
{
    return copysign(log1p(fabs(x / scale->constant)), x);
}

static double untransform(const MuScale *scale, double y)
{
    return copysign(expm1(fabs(y)), y) * scale->constant;
}

const MuScaleDef mu_scale_symlog = {
    .name = "symlog",
    .doc = "A log scale that goes through zero; `constant` says how wide the linear part around zero is.",
    .type = MU_SCALE_SYMLOG,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = mu_continuous_invert,
    .ticks = mu_linear_ticks,
    .transform = transform,
    .untransform = untransform,
    .nice = mu_linear_nice,
};
