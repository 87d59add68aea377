/* Colours between colours: d3-interpolate's piecewise over evenly spaced stops. */
#include "scale/family.h"

/* One channel, in 0..255 as d3 has it, so that halves round the same way. */
static double channel(double a, double b, double gamma, double t)
{
    a *= 255;
    b *= 255;
    if (gamma == 1 || a == b)
        return (a + t * (b - a)) / 255;
    double from = pow(a, gamma);
    return pow(from + t * (pow(b, gamma) - from), 1 / gamma) / 255;
}

static MuColor mix_rgb(MuColor a, MuColor b, double gamma, double t)
{
    return (MuColor){channel(a.r, b.r, gamma, t), channel(a.g, b.g, gamma, t), channel(a.b, b.b, gamma, t),
                     a.a + t * (b.a - a.a)};
}

MuColor mu_ramp_color(const MuColor *stops, size_t size, MuStr interpolate, double gamma, double t)
{
    if (size < 2 || isnan(t))
        return size ? stops[0] : (MuColor){0, 0, 0, 0};
    t *= (double)(size - 1);
    size_t i = (size_t)fmax(0, fmin((double)(size - 2), floor(t)));
    double within = t - (double)i;
    if (!interpolate.size || mu_str_is(interpolate, "rgb"))
        return mix_rgb(stops[i], stops[i + 1], gamma > 0 ? gamma : 1, within);
    return mu_color_mix(interpolate, stops[i], stops[i + 1], within, gamma);
}

MuColor *mu_ramp_samples(MuArena *arena, const MuColor *stops, size_t size, MuStr interpolate, double gamma,
                         double from, double to, size_t count)
{
    MuColor *samples = MU_NEW_ARRAY(arena, MuColor, count);
    for (size_t i = 0; i < count; i++) {
        double t = (double)(i + 1) / (double)(count + 1);
        MuColor c = mu_ramp_color(stops, size, interpolate, gamma, from + t * (to - from));
        samples[i] =
            (MuColor){floor(c.r * 255 + 0.5) / 255, floor(c.g * 255 + 0.5) / 255, floor(c.b * 255 + 0.5) / 255, c.a};
    }
    return samples;
}
