/* Times are ms; ticks and nice bounds lie on the calendar, in the figure's zone or in UTC. */
#include "scale/family.h"
#include "stat/ticks.h"

/* More than this many ticks of an interval are a mistake of the spec: ticks by count are drawn instead. */
static const double MAX_INTERVAL_TICKS = 10000;

static const MuZone *zone_of(const MuScale *scale)
{
    return scale->type == MU_SCALE_UTC ? NULL : scale->zone;
}

/* d3 counts the days of a time scale within the month, but those of a UTC scale from 1970 on, when it steps
 * by two days of its own accord. */
static const double TWO_DAYS = 2 * 864e5;

static bool steps_by_two_days(const MuScale *scale, MuInterval interval)
{
    return scale->type == MU_SCALE_UTC && interval.unit == MU_UNIT_DATE && interval.step == 2;
}

static size_t ticks_of_two_days(const MuScale *scale, MuArena *arena, double from, double to, MuValue **out)
{
    double first = ceil(from / TWO_DAYS), last = floor(to / TWO_DAYS);
    size_t size = last >= first ? (size_t)(last - first) + 1 : 0;
    double *at = MU_NEW_ARRAY(arena, double, size);
    for (size_t i = 0; i < size; i++)
        at[i] = (first + (double)i) * TWO_DAYS;
    *out = mu_scale_tick_values(scale, arena, at, size);
    return size;
}

/* About how long one step lasts, in ms. */
static double about_ms(MuInterval interval)
{
    static const struct {
        MuTimeUnitBit unit;
        double ms;
    } lengths[] = {{MU_UNIT_YEAR, 365 * 864e5}, {MU_UNIT_QUARTER, 90 * 864e5}, {MU_UNIT_MONTH, 28 * 864e5},
                   {MU_UNIT_WEEK, 7 * 864e5},   {MU_UNIT_HOURS, 36e5},         {MU_UNIT_MINUTES, 6e4},
                   {MU_UNIT_SECONDS, 1e3},      {MU_UNIT_MILLISECONDS, 1}};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (lengths[i].unit == interval.unit)
            return lengths[i].ms * interval.step;
    return 864e5 * interval.step;
}

static size_t ticks_of(const MuScale *scale, MuArena *arena, MuInterval interval, MuValue **out)
{
    double first = mu_scale_domain_first(scale), last = mu_scale_domain_last(scale);
    double *at = NULL;
    size_t size = mu_interval_range(arena, interval, fmin(first, last), fmax(first, last), zone_of(scale), &at);
    *out = mu_scale_tick_values(scale, arena, at, size);
    return size;
}

static void turn_round(MuValue *values, size_t size)
{
    for (size_t i = 0; i < size / 2; i++) {
        MuValue swap = values[i];
        values[i] = values[size - 1 - i];
        values[size - 1 - i] = swap;
    }
}

static size_t ticks(const MuScale *scale, MuArena *arena, double count, MuValue **out)
{
    double first = mu_scale_domain_first(scale), last = mu_scale_domain_last(scale);
    double lo = fmin(first, last), hi = fmax(first, last);
    *out = NULL;
    if (!isfinite(first) || !isfinite(last) || !(count > 0))
        return 0;
    MuInterval interval = mu_interval_for(lo, hi, count);
    if (interval.step <= 0)
        return 0;
    size_t size = steps_by_two_days(scale, interval) ? ticks_of_two_days(scale, arena, lo, hi, out)
                                                     : ticks_of(scale, arena, interval, out);
    if (last < first)
        turn_round(*out, size);
    return size;
}

size_t mu_time_ticks_by(const MuScale *scale, MuArena *arena, MuInterval interval, MuValue **out)
{
    double first = mu_scale_domain_first(scale), last = mu_scale_domain_last(scale);
    if (!(fabs(last - first) / about_ms(interval) <= MAX_INTERVAL_TICKS))
        return ticks(scale, arena, 10, out);
    size_t size = ticks_of(scale, arena, interval, out);
    if (last < first)
        turn_round(*out, size);
    return size;
}

static void nice_by(const MuScale *scale, MuInterval interval, double *lo, double *hi)
{
    *lo = mu_interval_floor(interval, *lo, zone_of(scale));
    *hi = mu_interval_ceil(interval, *hi, zone_of(scale));
}

static void nice(MuScale *scale)
{
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_size - 1];
    double *lo = *last < *first ? last : first, *hi = lo == first ? last : first;
    if (!isfinite(*lo) || !isfinite(*hi))
        return;
    if (scale->nice_interval.step > 0) {
        nice_by(scale, scale->nice_interval, lo, hi);
        return;
    }
    MuInterval interval = mu_interval_for(*lo, *hi, scale->nice_count > 0 ? scale->nice_count : 10);
    if (steps_by_two_days(scale, interval)) {
        *lo = floor(*lo / TWO_DAYS) * TWO_DAYS;
        *hi = ceil(*hi / TWO_DAYS) * TWO_DAYS;
    } else if (interval.step > 0) {
        nice_by(scale, interval, lo, hi);
    }
}

static double invert(const MuScale *scale, double range)
{
    return mu_round_half_up(mu_continuous_invert(scale, range));
}

const MuScaleDef mu_scale_time = {
    .name = "time",
    .doc = "Times in the figure's zone.",
    .type = MU_SCALE_TIME,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = invert,
    .ticks = ticks,
    .transform = mu_identity_transform,
    .untransform = mu_identity_transform,
    .nice = nice,
};

const MuScaleDef mu_scale_utc = {
    .name = "utc",
    .doc = "Times in UTC.",
    .type = MU_SCALE_UTC,
    .continuous = true,
    .train = mu_continuous_train,
    .apply = mu_continuous_apply,
    .invert = invert,
    .ticks = ticks,
    .transform = mu_identity_transform,
    .untransform = mu_identity_transform,
    .nice = nice,
};
