#include "scale/family.h"

static void train(MuScale *scale)
{
    (void)scale; /* nothing depends on anything */
}

static double apply(const MuScale *scale, MuValue value)
{
    (void)scale;
    return mu_scale_input(value);
}

const MuScaleDef mu_scale_identity = {
    .name = "identity",
    .doc = "Values are positions or sizes already.",
    .type = MU_SCALE_IDENTITY,
    .continuous = true,
    .train = train,
    .apply = apply,
    .invert = mu_identity_transform,
    .ticks = mu_linear_ticks,
    .transform = mu_identity_transform,
    .untransform = mu_identity_transform,
};
