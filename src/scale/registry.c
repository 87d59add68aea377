#include "scale/family.h"

static const MuScaleDef *const defs[MU_SCALE_TYPE_COUNT] = {
    [MU_SCALE_LINEAR] = &mu_scale_linear,
    [MU_SCALE_LOG] = &mu_scale_log,
    [MU_SCALE_POW] = &mu_scale_pow,
    [MU_SCALE_SQRT] = &mu_scale_sqrt,
    [MU_SCALE_SYMLOG] = &mu_scale_symlog,
    [MU_SCALE_TIME] = &mu_scale_time,
    [MU_SCALE_UTC] = &mu_scale_utc,
    [MU_SCALE_IDENTITY] = &mu_scale_identity,
    [MU_SCALE_QUANTILE] = &mu_scale_quantile,
    [MU_SCALE_QUANTIZE] = &mu_scale_quantize,
    [MU_SCALE_THRESHOLD] = &mu_scale_threshold,
    [MU_SCALE_BIN_ORDINAL] = &mu_scale_bin_ordinal,
    [MU_SCALE_ORDINAL] = &mu_scale_ordinal,
    [MU_SCALE_POINT] = &mu_scale_point,
    [MU_SCALE_BAND] = &mu_scale_band,
};

const MuScaleDef *mu_scale_def(MuScaleType type)
{
    return defs[type];
}

const MuScaleDef *mu_scale_find(MuStr name)
{
    for (size_t i = 0; i < MU_SCALE_TYPE_COUNT; i++)
        if (mu_str_is(name, defs[i]->name))
            return defs[i];
    return NULL;
}
