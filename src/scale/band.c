/* Bands and points: each value of the domain has its place along a range of numbers. The formulas are those of
 * vega-scale's scaleBand, which differ from d3's in how they treat few values with much padding. */
#include "scale/family.h"
#include "stat/ticks.h"

double mu_band_space(size_t count, double inner, double outer)
{
    if (!count)
        return 0;
    double space = (double)count - inner + outer * 2;
    return space > 0 ? space : 1;
}

static double unit(double x)
{
    return fmax(0, fmin(1, x));
}

static double inner_of(const MuScale *scale)
{
    return scale->type == MU_SCALE_POINT ? 1 : unit(scale->padding_inner);
}

/* Vega's rangeStep: the range follows from the step, with the padding as it was given. */
static void range_of_step(MuScale *scale)
{
    double inner = scale->type == MU_SCALE_POINT ? 1 : scale->padding_inner;
    double length = scale->step * mu_band_space(scale->value_count, inner, scale->padding_outer);
    scale->range = MU_NEW_ARRAY(scale->arena, double, 2);
    scale->range[scale->reverse ? 0 : 1] = length;
    scale->range_size = 2;
    scale->trained_range.made = scale->range;
}

static void place_bands(MuScale *scale)
{
    double inner = inner_of(scale), count = (double)scale->value_count;
    scale->flipped = scale->range[1] < scale->range[0];
    double start = scale->range[scale->flipped ? 1 : 0], stop = scale->range[scale->flipped ? 0 : 1];
    double space = mu_band_space(scale->value_count, inner, unit(scale->padding_outer));
    scale->step = (stop - start) / (space != 0 ? space : 1);
    if (scale->round)
        scale->step = floor(scale->step);
    start += (stop - start - scale->step * (count - inner)) * unit(scale->align);
    scale->bandwidth = scale->step * (1 - inner);
    if (scale->round) {
        start = mu_round_half_up(start);
        scale->bandwidth = mu_round_half_up(scale->bandwidth);
    }
    scale->start = start;
}

static void train(MuScale *scale)
{
    mu_discrete_train(scale);
    if (scale->range_kind == MU_RANGE_NUMBERS && scale->range_size < 2 && scale->step > 0)
        range_of_step(scale);
    if (scale->range_kind == MU_RANGE_NUMBERS && scale->range_size >= 2)
        place_bands(scale);
    else
        scale->start = scale->step = scale->bandwidth = NAN;
}

static double start_of(const MuScale *scale, size_t place)
{
    size_t i = scale->flipped ? scale->value_count - 1 - place : place;
    return scale->start + scale->step * (double)i;
}

static double apply(const MuScale *scale, MuValue value)
{
    size_t place = mu_scale_place(scale, value);
    return place == SIZE_MAX ? NAN : start_of(scale, place);
}

/* The place whose band holds the position, NaN in a gap or outside. */
static double invert(const MuScale *scale, double range)
{
    double end = scale->range_size >= 2 ? scale->range[scale->flipped ? 0 : 1] : NAN;
    if (!scale->value_count || !(range >= scale->start) || !(range <= end))
        return NAN;
    double i = fmin(scale->step > 0 ? floor((range - scale->start) / scale->step) : 0, (double)scale->value_count - 1);
    if (range - (scale->start + scale->step * i) > scale->bandwidth + 1e-10)
        return NAN;
    return scale->flipped ? (double)scale->value_count - 1 - i : i;
}

const MuScaleDef mu_scale_band = {
    .name = "band",
    .doc = "A band of equal width for each value.",
    .type = MU_SCALE_BAND,
    .discrete = true,
    .train = train,
    .apply = apply,
    .invert = invert,
};

const MuScaleDef mu_scale_point = {
    .name = "point",
    .doc = "Evenly spaced points, one for each value.",
    .type = MU_SCALE_POINT,
    .discrete = true,
    .train = train,
    .apply = apply,
    .invert = invert,
};
