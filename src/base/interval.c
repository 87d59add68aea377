/* d3-time's intervals (d3-time 3: src/interval.js, ticks.js and one file per unit). */
#include "base/civil.h"
#include "base/num.h"

static const double SECOND = 1e3, MINUTE = 6e4, HOUR = 36e5, DAY = 864e5, WEEK = 6048e5, MONTH = 2592e6, YEAR = 31536e6;

MuInterval mu_interval_named(MuStr name, int step)
{
    static const struct {
        const char *name;
        MuTimeUnitBit unit;
    } units[] = {{"millisecond", MU_UNIT_MILLISECONDS},
                 {"second", MU_UNIT_SECONDS},
                 {"minute", MU_UNIT_MINUTES},
                 {"hour", MU_UNIT_HOURS},
                 {"day", MU_UNIT_DATE},
                 {"week", MU_UNIT_WEEK},
                 {"month", MU_UNIT_MONTH},
                 {"quarter", MU_UNIT_QUARTER},
                 {"year", MU_UNIT_YEAR}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (mu_str_is(name, units[i].name))
            return (MuInterval){units[i].unit, step};
    return (MuInterval){MU_UNIT_YEAR, 0};
}

static double first_of_day(MuCivil c, int64_t days_back, const MuZone *zone)
{
    return mu_civil_ms(c.year, c.month, c.day - days_back, 0, 0, 0, 0, zone);
}

static double floor_single(MuTimeUnitBit unit, double ms, const MuZone *zone)
{
    MuCivil c = mu_civil(ms, zone);
    switch (unit) {
    case MU_UNIT_YEAR:
        return mu_civil_ms(c.year, 1, 1, 0, 0, 0, 0, zone);
    case MU_UNIT_QUARTER:
        return mu_civil_ms(c.year, c.month - (c.month - 1) % 3, 1, 0, 0, 0, 0, zone);
    case MU_UNIT_MONTH:
        return mu_civil_ms(c.year, c.month, 1, 0, 0, 0, 0, zone);
    case MU_UNIT_WEEK:
        return first_of_day(c, c.weekday, zone);
    case MU_UNIT_DATE:
    case MU_UNIT_DAY:
    case MU_UNIT_DAYOFYEAR:
    case MU_UNIT_UNIX_DAY:
        return first_of_day(c, 0, zone);
    /* Below the day by arithmetic: every zone's offset is a whole number of minutes at the times drawn. */
    case MU_UNIT_HOURS:
        return trunc(ms) - c.ms - c.second * SECOND - c.minute * MINUTE;
    case MU_UNIT_MINUTES:
        return trunc(ms) - c.ms - c.second * SECOND;
    case MU_UNIT_SECONDS:
        return trunc(ms) - c.ms;
    case MU_UNIT_MILLISECONDS:
        break;
    }
    return trunc(ms);
}

/* Moves by civil fields; a day that the month does not have rolls over. */
static double offset_fields(double ms, int64_t years, int64_t months, int64_t days, const MuZone *zone)
{
    MuCivil c = mu_civil(ms, zone);
    return mu_civil_ms(c.year + years, c.month + months, c.day + days, c.hour, c.minute, c.second, c.ms, zone);
}

static double offset_single(MuTimeUnitBit unit, double ms, double count, const MuZone *zone)
{
    if (fabs(count) > 1e9 && unit != MU_UNIT_MILLISECONDS && unit != MU_UNIT_SECONDS)
        return NAN;
    switch (unit) {
    case MU_UNIT_YEAR:
        return offset_fields(ms, (int64_t)count, 0, 0, zone);
    case MU_UNIT_QUARTER:
        return offset_fields(ms, 0, 3 * (int64_t)count, 0, zone);
    case MU_UNIT_MONTH:
        return offset_fields(ms, 0, (int64_t)count, 0, zone);
    case MU_UNIT_WEEK:
        return offset_fields(ms, 0, 0, 7 * (int64_t)count, zone);
    case MU_UNIT_DATE:
    case MU_UNIT_DAY:
    case MU_UNIT_DAYOFYEAR:
    case MU_UNIT_UNIX_DAY:
        return offset_fields(ms, 0, 0, (int64_t)count, zone);
    case MU_UNIT_HOURS:
        return trunc(ms) + count * HOUR;
    case MU_UNIT_MINUTES:
        return trunc(ms) + count * MINUTE;
    case MU_UNIT_SECONDS:
        return trunc(ms) + count * SECOND;
    case MU_UNIT_MILLISECONDS:
        break;
    }
    return trunc(ms) + count;
}

/* The number that `every` looks at: the field within the larger unit, or a count since 1970 (weeks, quarters). */
static int64_t field_of(MuTimeUnitBit unit, double ms, const MuZone *zone)
{
    MuCivil c = mu_civil(ms, zone);
    switch (unit) {
    case MU_UNIT_YEAR:
        return c.year;
    case MU_UNIT_QUARTER:
        return (c.month - 1) / 3;
    case MU_UNIT_MONTH:
        return c.month - 1;
    case MU_UNIT_WEEK:
        return (int64_t)floor((first_of_day(c, c.weekday, zone) + 3 * DAY) / WEEK) + 1; /* 1969-12-28 is 0 */
    case MU_UNIT_UNIX_DAY:
        return (int64_t)floor(ms / DAY);
    case MU_UNIT_DATE:
    case MU_UNIT_DAY:
    case MU_UNIT_DAYOFYEAR:
        return c.day - 1;
    case MU_UNIT_HOURS:
        return c.hour;
    case MU_UNIT_MINUTES:
        return c.minute;
    case MU_UNIT_SECONDS:
        return c.second;
    case MU_UNIT_MILLISECONDS:
        break;
    }
    return (int64_t)ms;
}

static bool is_multiple(MuInterval i, double ms, const MuZone *zone)
{
    return i.step <= 1 || field_of(i.unit, ms, zone) % i.step == 0;
}

double mu_interval_floor(MuInterval i, double ms, const MuZone *zone)
{
    if (isnan(ms))
        return ms;
    if (i.step > 1 && i.unit == MU_UNIT_MILLISECONDS)
        return floor(ms / i.step) * i.step;
    if (i.step > 1 && i.unit == MU_UNIT_YEAR) {
        int64_t year = mu_civil(ms, zone).year;
        return mu_civil_ms((int64_t)floor((double)year / i.step) * i.step, 1, 1, 0, 0, 0, 0, zone);
    }
    ms = floor_single(i.unit, ms, zone);
    while (!isnan(ms) && !is_multiple(i, ms, zone))
        ms = floor_single(i.unit, ms - 1, zone);
    return ms;
}

double mu_interval_offset(MuInterval i, double ms, double count, const MuZone *zone)
{
    count = floor(count);
    if (isnan(ms) || isnan(count))
        return NAN;
    if (i.step <= 1)
        return offset_single(i.unit, ms, count, zone);
    if (i.unit == MU_UNIT_MILLISECONDS || i.unit == MU_UNIT_YEAR)
        return offset_single(i.unit, ms, count * i.step, zone);
    double sign = count < 0 ? -1 : 1;
    for (; count != 0 && !isnan(ms); count -= sign) {
        do
            ms = offset_single(i.unit, ms, sign, zone);
        while (!isnan(ms) && !is_multiple(i, ms, zone));
    }
    return ms;
}

double mu_interval_ceil(MuInterval i, double ms, const MuZone *zone)
{
    double below = mu_interval_floor(i, trunc(ms) - 1, zone);
    return mu_interval_floor(i, mu_interval_offset(i, below, 1, zone), zone);
}

size_t mu_interval_range(MuArena *arena, MuInterval i, double from, double to, const MuZone *zone, double **ticks)
{
    size_t count = 0, capacity = 16;
    *ticks = MU_NEW_ARRAY(arena, double, capacity);
    double previous = -INFINITY;
    for (double at = mu_interval_ceil(i, from, zone); at <= to && at > previous; count++) {
        if (count == capacity) {
            *ticks = mu_arena_grow(arena, *ticks, capacity * sizeof **ticks, 2 * capacity * sizeof **ticks);
            capacity *= 2;
        }
        (*ticks)[count] = previous = at;
        at = mu_interval_floor(i, mu_interval_offset(i, at, 1, zone), zone);
    }
    return count;
}

static int whole_step(double step)
{
    return step >= 1 && step < 1e9 ? (int)step : 1;
}

MuInterval mu_interval_for(double from, double to, double count)
{
    static const struct {
        MuInterval interval;
        double ms;
    } LADDER[] = {
        {{MU_UNIT_SECONDS, 1}, 1e3},   {{MU_UNIT_SECONDS, 5}, 5e3},    {{MU_UNIT_SECONDS, 15}, 15e3},
        {{MU_UNIT_SECONDS, 30}, 30e3}, {{MU_UNIT_MINUTES, 1}, 6e4},    {{MU_UNIT_MINUTES, 5}, 30e4},
        {{MU_UNIT_MINUTES, 15}, 90e4}, {{MU_UNIT_MINUTES, 30}, 180e4}, {{MU_UNIT_HOURS, 1}, 36e5},
        {{MU_UNIT_HOURS, 3}, 108e5},   {{MU_UNIT_HOURS, 6}, 216e5},    {{MU_UNIT_HOURS, 12}, 432e5},
        {{MU_UNIT_DATE, 1}, 864e5},    {{MU_UNIT_DATE, 2}, 1728e5},    {{MU_UNIT_WEEK, 1}, 6048e5},
        {{MU_UNIT_MONTH, 1}, 2592e6},  {{MU_UNIT_MONTH, 3}, 7776e6},   {{MU_UNIT_YEAR, 1}, 31536e6},
    };
    size_t size = sizeof LADDER / sizeof *LADDER, i = 0;
    double target = fabs(to - from) / count;
    while (i < size && LADDER[i].ms <= target)
        i++;
    if (i == size)
        return (MuInterval){MU_UNIT_YEAR, whole_step(mu_num_step(from / YEAR, to / YEAR, count))};
    if (i == 0)
        return (MuInterval){MU_UNIT_MILLISECONDS, whole_step(mu_num_step(from, to, count))};
    return LADDER[target / LADDER[i - 1].ms < LADDER[i].ms / target ? i - 1 : i].interval;
}

/* vega-time's timeBin; its ladder differs from d3's. */
MuTimeUnit mu_time_bin(double from, double to, double maxbins)
{
    enum {
        U_YEAR = MU_UNIT_YEAR,
        U_MONTH = U_YEAR | MU_UNIT_MONTH,
        U_WEEK = U_YEAR | MU_UNIT_WEEK,
        U_DAY = U_MONTH | MU_UNIT_DATE,
        U_HOURS = U_DAY | MU_UNIT_HOURS,
        U_MINUTES = U_HOURS | MU_UNIT_MINUTES,
        U_SECONDS = U_MINUTES | MU_UNIT_SECONDS,
        U_MILLISECONDS = U_SECONDS | MU_UNIT_MILLISECONDS
    };
    const struct {
        unsigned units;
        double step, unit;
    } ladder[] = {
        {U_SECONDS, 1, SECOND}, {U_SECONDS, 5, SECOND}, {U_SECONDS, 15, SECOND}, {U_SECONDS, 30, SECOND},
        {U_MINUTES, 1, MINUTE}, {U_MINUTES, 5, MINUTE}, {U_MINUTES, 15, MINUTE}, {U_MINUTES, 30, MINUTE},
        {U_HOURS, 1, HOUR},     {U_HOURS, 3, HOUR},     {U_HOURS, 6, HOUR},      {U_HOURS, 12, HOUR},
        {U_DAY, 1, DAY},        {U_WEEK, 1, WEEK},      {U_MONTH, 1, MONTH},     {U_MONTH, 3, MONTH},
        {U_YEAR, 1, YEAR},
    };
    size_t size = sizeof ladder / sizeof *ladder, i = 0;
    if (!(maxbins > 0))
        maxbins = 40;
    double target = fabs(to - from) / maxbins;
    while (i < size && ladder[i].step * ladder[i].unit <= target)
        i++;
    if (i == size)
        return (MuTimeUnit){.units = U_YEAR, .step = mu_num_step(from / YEAR, to / YEAR, maxbins)};
    if (i == 0)
        return (MuTimeUnit){.units = U_MILLISECONDS, .step = fmax(mu_num_step(from, to, maxbins), 1)};
    double below = ladder[i - 1].step * ladder[i - 1].unit, above = ladder[i].step * ladder[i].unit;
    i -= target / below < above / target;
    return (MuTimeUnit){.units = ladder[i].units, .step = ladder[i].step};
}
