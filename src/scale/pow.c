/* Powers, and the square root, which is the power 0.5; mirrored below zero. */
#include "scale/family.h"

static double power(double x, double exponent)
{
    return x < 0 ? -pow(-x, exponent) : pow(x, exponent);
}

static double root(const MuScale *scale, double x)
{
    (void)scale;
    return x < 0 ? -sqrt(-x) : sqrt(x);
}

static double square(const MuScale *scale, double y)
{
    (void)scale;
    return y < 0 ? -y * y : y * y;
}

static double transform(const MuScale *scale, double x)
{
    return scale->exponent == 1 ? x : scale->exponent == 0.5 ? root(scale, x) : power(x, scale->exponent);
}

static double untransform(const MuScale *scale, double y)
{
    return scale->exponent == 1 ? y : scale->exponent == 0.5 ? square(scale, y) : power(y, 1 / scale->exponent);
}

const MuScaleDef mu_scale_pow = {
    .name = "pow",
    .doc = "Lengths follow a power of the number: `exponent`, 1 unless given.",
    .type = MU_SCALE_POW,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = mu_continuous_invert,
    .ticks = mu_linear_ticks,
    .transform = transform,
    .untransform = untransform,
    .nice = mu_linear_nice,
};

const MuScaleDef mu_scale_sqrt = {
    .name = "sqrt",
    .doc = "Lengths follow the square root of the number.",
    .type = MU_SCALE_SQRT,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = mu_continuous_invert,
    .ticks = mu_linear_ticks,
    .transform = root,
    .untransform = square,
    .nice = mu_linear_nice,
};
