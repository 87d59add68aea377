#include "stat/ticks.h"

#include "base/vec.h"

/* More ticks than this are no ticks (JavaScript's arrays end here too). */
static const double MAX_TICKS = 4294967295.0;
/* Above this base the multiples within one power are too many to be written at ticks. */
static const double MAX_LOG_BASE = 1e5;
static const double EULER = 2.718281828459045;

double mu_round_half_up(double x)
{
    double below = floor(x);
    return x - below >= 0.5 ? below + 1 : below;
}

double mu_power(double base, double exponent)
{
    static const signed char too_small[] = {-17, -5, -4, 26}, too_large[] = {-29, -24, -23, -21, -20, 29};
    double power = pow(base, exponent);
    for (size_t i = 0; base == 10 && i < sizeof too_small; i++)
        if (exponent == too_small[i])
            return nextafter(power, 0);
    for (size_t i = 0; base == 10 && i < sizeof too_large; i++)
        if (exponent == too_large[i])
            return nextafter(power, INFINITY);
    return power;
}

/* Ticks are i × increment for first <= i <= last; a negative increment means i / -increment. */
typedef struct TickSpec {
    double first, last, increment;
} TickSpec;

/* 1, 2, 5 or 10, whichever is nearest to the error by ratio (d3-array's ticks.js). */
static double tick_factor(double error)
{
    return error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
}

static TickSpec small_ticks(double start, double stop, double inverse)
{
    TickSpec s = {mu_round_half_up(start * inverse), mu_round_half_up(stop * inverse), -inverse};
    if (s.first / inverse < start)
        s.first++;
    if (s.last / inverse > stop)
        s.last--;
    return s;
}

static TickSpec large_ticks(double start, double stop, double increment)
{
    TickSpec s = {mu_round_half_up(start / increment), mu_round_half_up(stop / increment), increment};
    if (s.first * increment < start)
        s.first++;
    if (s.last * increment > stop)
        s.last--;
    return s;
}

static TickSpec tick_spec(double start, double stop, double count)
{
    double step = (stop - start) / (count < 0 ? 0 : count);
    double power = floor(log10(step));
    double factor = tick_factor(step / pow(10, power));
    TickSpec s = power < 0 ? small_ticks(start, stop, pow(10, -power) / factor)
                           : large_ticks(start, stop, pow(10, power) * factor);
    /* A count of about one may miss every tick: d3 then asks for twice as many. */
    if (s.last < s.first && 0.5 <= count && count < 2)
        return tick_spec(start, stop, count * 2);
    return s;
}

static size_t one_tick(MuArena *arena, double at, double **ticks)
{
    *ticks = MU_NEW_ARRAY(arena, double, 1);
    (*ticks)[0] = at;
    return 1;
}

size_t mu_ticks(MuArena *arena, double start, double stop, double count, double **ticks)
{
    *ticks = NULL;
    if (!(count > 0))
        return 0;
    if (start == stop)
        return one_tick(arena, start, ticks);
    bool reverse = stop < start;
    TickSpec s = reverse ? tick_spec(stop, start, count) : tick_spec(start, stop, count);
    if (!(s.last >= s.first) || !(s.last - s.first < MAX_TICKS))
        return 0;
    size_t n = (size_t)(s.last - s.first + 1);
    *ticks = MU_NEW_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        double k = reverse ? s.last - (double)i : s.first + (double)i;
        (*ticks)[i] = s.increment < 0 ? k / -s.increment : k * s.increment;
    }
    return n;
}

double mu_tick_increment(double start, double stop, double count)
{
    return tick_spec(start, stop, count).increment;
}

double mu_tick_step(double start, double stop, double count)
{
    bool reverse = stop < start;
    double increment = reverse ? mu_tick_increment(stop, start, count) : mu_tick_increment(start, stop, count);
    return (reverse ? -1 : 1) * (increment < 0 ? 1 / -increment : increment);
}

static void nice_by(double *lo, double *hi, double increment)
{
    if (increment > 0) {
        *lo = floor(*lo / increment) * increment;
        *hi = ceil(*hi / increment) * increment;
    } else {
        *lo = ceil(*lo * increment) / increment;
        *hi = floor(*hi * increment) / increment;
    }
}

/* Widening changes the increment, so it is repeated until the increment stays; bounds that do not
 * settle (no span, no number) are left as they are. */
void mu_nice(double *start, double *stop, double count)
{
    bool reverse = *stop < *start;
    double lo = reverse ? *stop : *start, hi = reverse ? *start : *stop;
    double previous = NAN;
    for (int round = 0; round < 10; round++) {
        double increment = mu_tick_increment(lo, hi, count);
        if (increment == previous) {
            *start = reverse ? hi : lo;
            *stop = reverse ? lo : hi;
            return;
        }
        if (increment == 0 || isnan(increment))
            return;
        nice_by(&lo, &hi, increment);
        previous = increment;
    }
}

/* Logarithm and power to a base, mirrored for domains below zero: d3-scale's logp, powp, reflect. */
typedef struct LogBase {
    double base;
    bool negative;
} LogBase;

static double plain_log(double base, double x)
{
    return base == EULER ? log(x) : base == 10 ? log10(x) : base == 2 ? log2(x) : log(x) / log(base);
}

/* Powers of ten are read from text as d3 does, since pow() may miss the nearest double. A text without
 * a decimal point is the same in every locale. */
static double power_of_ten(double exponent)
{
    if (!isfinite(exponent))
        return exponent < 0 ? 0 : exponent;
    if (exponent != floor(exponent))
        return NAN;
    if (fabs(exponent) > 400)
        return exponent < 0 ? 0 : INFINITY;
    char text[16];
    snprintf(text, sizeof text, "1e%d", (int)exponent);
    return strtod(text, NULL);
}

static double plain_power(double base, double exponent)
{
    return base == 10 ? power_of_ten(exponent) : base == EULER ? exp(exponent) : pow(base, exponent);
}

static double log_of(LogBase b, double x)
{
    return b.negative ? -plain_log(b.base, -x) : plain_log(b.base, x);
}

static double power_of(LogBase b, double exponent)
{
    return b.negative ? -plain_power(b.base, -exponent) : plain_power(b.base, exponent);
}

typedef MU_VEC(double) LogTicks;

/* k × base^i for i in [low, high] and 1 <= k < base, as far as they lie in [from, to]. Below zero the
 * multiples run downwards so that the ticks come in order. */
static LogTicks multiples(MuArena *arena, LogBase b, double from, double to, double low, double high)
{
    LogTicks ticks = {0};
    for (double i = low; i <= high; i++) {
        bool divide = from > 0 ? i < 0 : i > 0;
        double power = divide ? power_of(b, -i) : power_of(b, i);
        for (double m = 1; m < b.base; m++) {
            double k = from > 0 ? m : b.base - m;
            double tick = divide ? k / power : k * power;
            if (tick > to)
                break;
            if (tick >= from)
                MU_PUSH(arena, &ticks, tick);
        }
    }
    return ticks;
}

static LogTicks log_ticks(MuArena *arena, LogBase b, double from, double to, double count)
{
    double low = log_of(b, from), high = log_of(b, to);
    bool whole_base = b.base == floor(b.base) && b.base <= MAX_LOG_BASE;
    LogTicks ticks = {0};
    if (whole_base && b.base > 0 && high - low < count) {
        ticks = multiples(arena, b, from, to, floor(low), ceil(high));
        if ((double)ticks.size * 2 < count)
            ticks.size = mu_ticks(arena, from, to, count, &ticks.at);
        return ticks;
    }
    double most = high - low < count || isnan(high - low) ? high - low : count;
    ticks.size = mu_ticks(arena, low, high, most, &ticks.at);
    for (size_t i = 0; i < ticks.size; i++)
        ticks.at[i] = power_of(b, ticks.at[i]);
    return ticks;
}

static void reverse(double *at, size_t size)
{
    for (size_t i = 0; i < size / 2; i++) {
        double swap = at[i];
        at[i] = at[size - 1 - i];
        at[size - 1 - i] = swap;
    }
}

size_t mu_log_ticks(MuArena *arena, double start, double stop, double base, double count, double **ticks)
{
    LogBase b = {base, start < 0};
    bool descending = stop < start;
    LogTicks made = log_ticks(arena, b, descending ? stop : start, descending ? start : stop, count);
    if (descending)
        reverse(made.at, made.size);
    *ticks = made.at;
    return made.size;
}

void mu_log_nice(double *start, double *stop, double base)
{
    LogBase b = {base, *start < 0};
    double *lo = *stop < *start ? stop : start, *hi = lo == start ? stop : start;
    *lo = power_of(b, floor(log_of(b, *lo)));
    *hi = power_of(b, ceil(log_of(b, *hi)));
}

MuBinParams mu_bin_params(void)
{
    return (MuBinParams){.maxbins = NAN,
                         .base = NAN,
                         .step = NAN,
                         .minstep = NAN,
                         .anchor = NAN,
                         .span = NAN,
                         .extent = {NAN, NAN},
                         .nice = true};
}

/* JavaScript's a || b for numbers. */
static double either(double a, double b)
{
    return isnan(a) || a == 0 ? b : a;
}

/* The largest allowed step below the one wanted, as vega-statistics takes it. */
static double listed_step(const MuBinParams *p, double wanted)
{
    size_t i = 0;
    while (i < p->steps_size && p->steps[i] < wanted)
        i++;
    return p->steps[i ? i - 1 : 0];
}

/* A power of the base, made larger while there are too many bins, then divided where bins allow. */
static double free_step(const MuBinParams *p, double span, double maxbins, double base)
{
    static const double five_and_two[] = {5, 2};
    double minstep = either(p->minstep, 0);
    double level = ceil(log(maxbins) / log(base));
    double step = mu_power(base, mu_round_half_up(log(span) / log(base)) - level);
    step = isnan(step) ? step : fmax(minstep, step);
    while (base > 1 && ceil(span / step) > maxbins)
        step *= base;
    const double *divide = p->divide ? p->divide : five_and_two;
    size_t size = p->divide ? p->divide_size : 2;
    for (size_t i = 0; i < size; i++) {
        double finer = step / divide[i];
        if (finer >= minstep && span / finer <= maxbins)
            step = finer;
    }
    return step;
}

static double bin_step(const MuBinParams *p, double maxbins, double base)
{
    double span = either(p->span, either(p->extent[1] - p->extent[0], either(fabs(p->extent[0]), 1)));
    double step = either(p->step, 0);
    if (step != 0)
        return step;
    return p->steps && p->steps_size ? listed_step(p, span / maxbins) : free_step(p, span, maxbins, base);
}

/* The bounds moved out to whole steps; the epsilon keeps a bound that is a step but for rounding. */
static void nice_bounds(MuBins *bins, double base)
{
    double log_step = log(bins->step);
    double precision = log_step < 0 && isfinite(log_step) ? trunc(-log_step / log(base)) + 1 : 0;
    double epsilon = mu_power(base, -precision - 1);
    double lo = floor(bins->start / bins->step + epsilon) * bins->step;
    bins->start = bins->start < lo ? lo - bins->step : lo;
    bins->stop = ceil(bins->stop / bins->step) * bins->step;
}

static void move_to_anchor(MuBins *bins, double anchor)
{
    double by = anchor - (bins->start + bins->step * floor((anchor - bins->start) / bins->step));
    bins->start += by;
    bins->stop += by;
}

MuBins mu_bins(const MuBinParams *params)
{
    double maxbins = either(params->maxbins, 20), base = either(params->base, 10);
    MuBins bins = {params->extent[0], params->extent[1], bin_step(params, maxbins, base)};
    if (params->nice)
        nice_bounds(&bins, base);
    if (bins.stop == bins.start)
        bins.stop = bins.start + bins.step;
    bins.stop = bins.start + ceil((bins.stop - bins.start) / bins.step) * bins.step;
    if (!isnan(params->anchor))
        move_to_anchor(&bins, params->anchor);
    return bins;
}

double mu_bin_floor(MuBins bins, double x)
{
    if (isnan(x))
        return NAN;
    if (x < bins.start)
        return -INFINITY;
    if (x > bins.stop)
        return INFINITY;
    double inside = fmax(bins.start, fmin(x, bins.stop - bins.step));
    return bins.start + bins.step * floor(1e-14 + (inside - bins.start) / bins.step);
}

double mu_bin_end(MuBins bins, double floor)
{
    return bins.start + bins.step * (1 + (floor - bins.start) / bins.step);
}
