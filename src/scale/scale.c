#include "scale/family.h"
#include "stat/ticks.h"

MuScale *mu_scale_new(MuArena *arena, MuScaleType type)
{
    MuScale *scale = MU_NEW(arena, MuScale);
    scale->arena = arena;
    scale->def = mu_scale_def(type);
    scale->type = type;
    scale->exponent = type == MU_SCALE_SQRT ? 0.5 : 1;
    scale->base = 10;
    scale->constant = 1;
    scale->align = 0.5;
    scale->gamma = 1;
    scale->ramp_to = 1;
    scale->interpolate = MU_STR("");
    return scale;
}

/* A fresh copy of what was given, unless `now` is still the copy made last time: then of its original. */
static void *fresh_copy(MuArena *arena, MuTrained *trained, const void *now, size_t *size, size_t each)
{
    if (!trained->made || now != trained->made) {
        trained->given = now;
        trained->size = now ? *size : 0;
    }
    *size = trained->size;
    trained->made = mu_arena_array(arena, trained->size, each);
    if (trained->size)
        memcpy(trained->made, trained->given, trained->size * each);
    return trained->made;
}

static void reverse_range(MuScale *scale)
{
    for (size_t i = 0, j = scale->range_size; j > i + 1; i++) {
        j--;
        if (scale->range_kind == MU_RANGE_NUMBERS) {
            double swap = scale->range[i];
            scale->range[i] = scale->range[j];
            scale->range[j] = swap;
        } else if (scale->range_kind == MU_RANGE_COLORS) {
            MuColor swap = scale->colors[i];
            scale->colors[i] = scale->colors[j];
            scale->colors[j] = swap;
        } else {
            MuValue swap = scale->range_values[i];
            scale->range_values[i] = scale->range_values[j];
            scale->range_values[j] = swap;
        }
    }
}

static void copy_range(MuScale *scale)
{
    MuArena *arena = scale->arena;
    size_t *size = &scale->range_size;
    if (scale->range_kind == MU_RANGE_NUMBERS)
        scale->range = fresh_copy(arena, &scale->trained_range, scale->range, size, sizeof *scale->range);
    else if (scale->range_kind == MU_RANGE_COLORS)
        scale->colors = fresh_copy(arena, &scale->trained_colors, scale->colors, size, sizeof *scale->colors);
    else
        scale->range_values =
            fresh_copy(arena, &scale->trained_range_values, scale->range_values, size, sizeof *scale->range_values);
}

bool mu_scale_set_bins(MuScale *scale, double start, double step, double count)
{
    enum { MOST = 100000 };
    if (!(step > 0) || !isfinite(start) || !(count >= 0) || count > MOST)
        return false;
    scale->bin_count = (size_t)count;
    scale->bins = MU_NEW_ARRAY(scale->arena, double, scale->bin_count);
    for (size_t i = 0; i < scale->bin_count; i++)
        scale->bins[i] = start + (double)i * step;
    return true;
}

void mu_scale_train(MuScale *scale)
{
    scale->domain =
        fresh_copy(scale->arena, &scale->trained_domain, scale->domain, &scale->domain_size, sizeof *scale->domain);
    scale->values =
        fresh_copy(scale->arena, &scale->trained_values, scale->values, &scale->value_count, sizeof *scale->values);
    copy_range(scale);
    /* A ramp from a scheme is reversed where it is read, with its extent. */
    bool scheme_ramp = scale->from_scheme && scale->def->continuous;
    if (scale->reverse && !scheme_ramp)
        reverse_range(scale);
    scale->def->train(scale);
}

double mu_scale_input(MuValue value)
{
    return value.kind == MU_NULL || value.kind == MU_UNDEFINED ? NAN : mu_to_number(value);
}

double mu_scale_domain_first(const MuScale *scale)
{
    return scale->domain_size ? scale->domain[0] : NAN;
}

double mu_scale_domain_last(const MuScale *scale)
{
    return scale->domain_size ? scale->domain[scale->domain_size - 1] : NAN;
}

static size_t slot_of(const MuScale *scale, MuValue value)
{
    size_t slot = scale->def->slot ? scale->def->slot(scale, value) : SIZE_MAX;
    return slot < scale->range_size ? slot : SIZE_MAX;
}

double mu_scale_number(const MuScale *scale, MuValue value)
{
    if (scale->def->apply)
        return scale->def->apply(scale, value);
    size_t slot = slot_of(scale, value);
    if (slot == SIZE_MAX || scale->range_kind == MU_RANGE_COLORS)
        return NAN;
    return scale->range_kind == MU_RANGE_NUMBERS ? scale->range[slot] : mu_scale_input(scale->range_values[slot]);
}

void mu_scale_numbers(const MuScale *scale, const double *in, double *out, size_t size)
{
    if (scale->def->apply == mu_continuous_apply)
        for (size_t i = 0; i < size; i++)
            out[i] = mu_continuous_number(scale, in[i]);
    else
        for (size_t i = 0; i < size; i++)
            out[i] = mu_scale_number(scale, mu_number(in[i]));
}

static double eight_bits(double channel)
{
    return fmin(255, fmax(0, mu_round_half_up(channel * 255))) / 255;
}

static MuColor rounded(MuColor c)
{
    return (MuColor){eight_bits(c.r), eight_bits(c.g), eight_bits(c.b), fmin(1, fmax(0, c.a))};
}

/* False where the value has no colour. */
static bool ramp_color(const MuScale *scale, MuValue value, MuColor *color)
{
    double at = mu_continuous_ramp(scale, mu_scale_input(value));
    if (isnan(at) || !scale->range_size)
        return false;
    bool back = scale->reverse && scale->from_scheme;
    double from = back ? scale->ramp_to : scale->ramp_from, to = back ? scale->ramp_from : scale->ramp_to;
    MuStr space = scale->from_scheme ? MU_STR("") : scale->interpolate;
    double gamma = scale->from_scheme ? 1 : scale->gamma;
    *color = rounded(mu_ramp_color(scale->colors, scale->range_size, space, gamma, from + at * (to - from)));
    return true;
}

static bool find_color(const MuScale *scale, MuValue value, MuColor *color)
{
    if (scale->range_kind == MU_RANGE_COLORS && scale->def->continuous)
        return ramp_color(scale, value, color);
    size_t slot = slot_of(scale, value);
    if (slot == SIZE_MAX || scale->range_kind == MU_RANGE_NUMBERS)
        return false;
    if (scale->range_kind == MU_RANGE_COLORS) {
        *color = scale->colors[slot];
        return true;
    }
    MuValue named = scale->range_values[slot];
    return named.kind == MU_STRING && mu_color_parse(mu_value_str(named), color);
}

MuColor mu_scale_color(const MuScale *scale, MuValue value)
{
    MuColor color = {0, 0, 0, 0};
    find_color(scale, value, &color);
    return color;
}

static MuValue color_text(const MuScale *scale, MuValue value)
{
    MuColor color;
    if (!find_color(scale, value, &color))
        return mu_undefined();
    MuBuf buf = {.arena = scale->arena};
    mu_color_write(&buf, color);
    return mu_string(mu_buf_str(&buf));
}

MuValue mu_scale_value(const MuScale *scale, MuValue value)
{
    if (scale->range_kind == MU_RANGE_COLORS)
        return color_text(scale, value);
    if (scale->range_kind == MU_RANGE_VALUES && scale->def->slot) {
        size_t slot = slot_of(scale, value);
        return slot == SIZE_MAX ? mu_undefined() : scale->range_values[slot];
    }
    double number = mu_scale_number(scale, value);
    return isnan(number) ? mu_undefined() : mu_number(number);
}

double mu_scale_invert(const MuScale *scale, double range)
{
    return scale->def->invert && !scale->def->discrete ? scale->def->invert(scale, range) : NAN;
}

/* Band and point scales invert to the place of a value. */
static MuValue value_at(const MuScale *scale, double range)
{
    double place = scale->def->invert(scale, range);
    return place >= 0 && place < (double)scale->value_count ? scale->values[(size_t)place] : mu_undefined();
}

MuValue mu_scale_invert_value(const MuScale *scale, double range)
{
    if (!scale->def->invert)
        return mu_undefined();
    if (scale->def->discrete)
        return value_at(scale, range);
    double number = scale->def->invert(scale, range);
    if (scale->type == MU_SCALE_TIME || scale->type == MU_SCALE_UTC)
        return mu_date(number);
    return isnan(number) ? mu_undefined() : mu_number(number);
}
