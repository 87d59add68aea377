/* The map of continuous scales: the domain is transformed (log, power, …), then mapped piece by piece to
 * the range, as d3-scale's continuous.js does, and for colours its sequential.js and diverging.js. */
#include "scale/family.h"
#include "stat/ticks.h"

double mu_identity_transform(const MuScale *scale, double x)
{
    (void)scale;
    return x;
}

/* How far x lies from a to b; the middle where there is no way between them. */
static double share(double a, double b, double x)
{
    double span = b - a;
    if (isnan(span))
        return NAN;
    return span != 0 ? (x - a) / span : 0.5;
}

/* The piece of an ascending list of at least two numbers that x falls in; the outer ones go on for ever. */
static size_t piece_of(const double *from, size_t size, double x)
{
    return mu_bisect(from + 1, size - 2, x);
}

static double mix(double a, double b, double t)
{
    return a * (1 - t) + b * t;
}

static double map_pieces(const MuPieces *pieces, double x)
{
    if (pieces->size < 2 || isnan(x))
        return NAN;
    size_t i = piece_of(pieces->from, pieces->size, x);
    return mix(pieces->to[i], pieces->to[i + 1], share(pieces->from[i], pieces->from[i + 1], x));
}

static double *copied(MuArena *arena, const double *at, size_t size, bool reverse)
{
    double *copy = MU_NEW_ARRAY(arena, double, size);
    for (size_t i = 0; i < size; i++)
        copy[i] = at[reverse ? size - 1 - i : i];
    return copy;
}

/* Both lists turned round where `from` runs down. The longer list is cut after it has been turned, as d3 does. */
static MuPieces make_pieces(MuArena *arena, const double *from, size_t from_size, const double *to, size_t to_size)
{
    size_t size = from_size < to_size ? from_size : to_size;
    if (size < 2)
        return (MuPieces){0};
    bool pair = size == 2; /* two ends are taken by themselves, whatever follows them */
    bool reverse = from[size - 1] < from[0];
    return (MuPieces){copied(arena, from, pair ? 2 : from_size, reverse),
                      copied(arena, to, pair ? 2 : to_size, reverse), size};
}

/* The domain moved out so that `padding` px stay free at each end (Vega's padDomain, vega-util's zoom). */
static void pad_domain(MuScale *scale)
{
    if (scale->range_kind != MU_RANGE_NUMBERS || scale->range_size < 2 || scale->domain_size < 2)
        return;
    double span = fabs(scale->range[scale->range_size - 1] - scale->range[0]);
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_size - 1];
    if (!(scale->padding > 0) || !(span > 2 * scale->padding) || *first == *last)
        return;
    double factor = span / (span - 2 * scale->padding);
    double a = scale->def->transform(scale, *first), b = scale->def->transform(scale, *last), middle = (a + b) / 2;
    *first = scale->def->untransform(scale, middle + (a - middle) * factor);
    *last = scale->def->untransform(scale, middle + (b - middle) * factor);
}

void mu_continuous_train(MuScale *scale)
{
    pad_domain(scale);
    if (scale->nice && scale->def->nice && scale->domain_size)
        scale->def->nice(scale);
    double *transformed = MU_NEW_ARRAY(scale->arena, double, scale->domain_size);
    for (size_t i = 0; i < scale->domain_size; i++)
        transformed[i] = scale->def->transform(scale, scale->domain[i]);
    if (scale->range_kind != MU_RANGE_NUMBERS) { /* read by mu_continuous_ramp, in the order of the colours */
        scale->pieces = (MuPieces){transformed, NULL, scale->domain_size};
        scale->inverse = (MuPieces){0};
        return;
    }
    scale->pieces = make_pieces(scale->arena, transformed, scale->domain_size, scale->range, scale->range_size);
    scale->inverse = make_pieces(scale->arena, scale->range, scale->range_size, transformed, scale->domain_size);
}

/* x within the part of the domain that the range answers to. */
static double clamped(const MuScale *scale, size_t size, double x)
{
    double a = scale->domain[0], b = scale->domain[size - 1];
    return fmax(fmin(a, b), fmin(fmax(a, b), x));
}

double mu_continuous_number(const MuScale *scale, double x)
{
    if (isnan(x) || scale->pieces.size < 2 || !scale->pieces.to)
        return NAN;
    if (scale->clamp)
        x = clamped(scale, scale->pieces.size, x);
    double y = map_pieces(&scale->pieces, scale->def->transform(scale, x));
    return scale->round ? mu_round_half_up(y) : y;
}

double mu_continuous_apply(const MuScale *scale, MuValue value)
{
    return mu_continuous_number(scale, mu_scale_input(value));
}

double mu_continuous_invert(const MuScale *scale, double range)
{
    double x = scale->def->untransform(scale, map_pieces(&scale->inverse, range));
    return scale->clamp && scale->inverse.size >= 2 && !isnan(x) ? clamped(scale, scale->inverse.size, x) : x;
}

/* d3's sequential: one span. */
static double sequential(const double *ends, double y)
{
    return ends[0] == ends[1] ? 0.5 : (y - ends[0]) * (1 / (ends[1] - ends[0]));
}

/* d3's diverging: two spans that meet in the middle. */
static double diverging(const double *ends, double y)
{
    double sign = ends[1] < ends[0] ? -1 : 1;
    double below = ends[0] == ends[1] ? 0 : 0.5 / (ends[1] - ends[0]);
    double above = ends[1] == ends[2] ? 0 : 0.5 / (ends[2] - ends[1]);
    return 0.5 + (y - ends[1]) * (sign * y < sign * ends[1] ? below : above);
}

/* More numbers than that: evenly spaced stops of the ramp. */
static double polymathic(const double *ends, size_t size, double y)
{
    bool reverse = ends[size - 1] < ends[0];
    size_t last = size - 1, i = 0;
    while (i + 1 < last && (reverse ? y <= ends[i + 1] : y >= ends[i + 1]))
        i++;
    return ((double)i + share(ends[i], ends[i + 1], y)) / (double)last;
}

double mu_continuous_ramp(const MuScale *scale, double x)
{
    size_t size = scale->pieces.size;
    if (isnan(x) || size < 2 || scale->pieces.to)
        return NAN;
    const double *ends = scale->pieces.from;
    double y = scale->def->transform(scale, x);
    double t = size == 2 ? sequential(ends, y) : size == 3 ? diverging(ends, y) : polymathic(ends, size, y);
    return scale->clamp && !isnan(t) ? fmax(0, fmin(1, t)) : t;
}
