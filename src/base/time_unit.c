/* Vega's time units (vega-time: src/units.js, floor.js, util.js; Vega-Lite: src/timeunit.ts). */
#include "base/civil.h"

static const char *const NAMES[] = {"year",      "quarter", "month",   "week",    "date",        "day",
                                    "dayofyear", "hours",   "minutes", "seconds", "milliseconds"};
enum { UNIT_COUNT = sizeof NAMES / sizeof *NAMES, REFERENCE_YEAR = 2012 };

static bool skip(MuStr *name, const char *prefix)
{
    if (!mu_str_starts(*name, prefix))
        return false;
    *name = mu_str_slice(*name, strlen(prefix), name->size);
    return true;
}

/* Of week, quarter/month/date and day of year only one kind may stand in a unit. */
static bool is_compatible(unsigned units)
{
    int kinds = !!(units & (MU_UNIT_WEEK | MU_UNIT_DAY)) +
                !!(units & (MU_UNIT_QUARTER | MU_UNIT_MONTH | MU_UNIT_DATE)) + !!(units & MU_UNIT_DAYOFYEAR);
    return units && kinds <= 1;
}

/* The units from the largest to the smallest; "dayofyear" is tried before "day". */
bool mu_time_unit_parse(MuStr name, MuTimeUnit *unit)
{
    *unit = (MuTimeUnit){.step = 1};
    unit->binned = skip(&name, "binned");
    unit->utc = skip(&name, "utc");
    for (int i = 0; i < UNIT_COUNT; i++) {
        bool is_day = (1u << i) == MU_UNIT_DAY && mu_str_starts(name, "dayofyear");
        if (!is_day && skip(&name, NAMES[i]))
            unit->units |= 1u << i;
    }
    return name.size == 0 && is_compatible(unit->units);
}

void mu_time_unit_name(MuBuf *buf, unsigned units)
{
    for (int i = 0; i < UNIT_COUNT; i++) {
        if (units & 1u << i)
            mu_buf_adds(buf, NAMES[i]);
    }
}

static unsigned smallest(unsigned units)
{
    unsigned bit = MU_UNIT_MILLISECONDS;
    while (bit > 1 && !(units & bit))
        bit >>= 1;
    return bit;
}

/* Weekday of 1 January. */
static int first_weekday(int64_t year)
{
    return mu_civil(mu_civil_ms(year, 1, 1, 0, 0, 0, 0, NULL), NULL).weekday;
}

/* Weeks begin on Sunday; the days before the first Sunday are week 0. */
static int64_t week_number(MuCivil c)
{
    return (c.day_of_year - 1 - c.weekday + 7) / 7;
}

/* The day of January on which a weekday of a week falls. */
static int64_t week_date(int64_t week, int64_t weekday, int64_t year)
{
    return weekday + week * 7 - (first_weekday(year) + 6) % 7;
}

/* A field down to its step, counted from `phase`, if it is the smallest unit. */
static int64_t quantize(MuTimeUnit unit, unsigned bit, int64_t value, int64_t phase)
{
    if (!(unit.step > 1) || smallest(unit.units) != bit)
        return value;
    return phase + (int64_t)(unit.step * floor((double)(value - phase) / unit.step));
}

static int64_t floor_date(MuTimeUnit unit, MuCivil c, int64_t year)
{
    if (unit.units & MU_UNIT_WEEK && unit.units & MU_UNIT_DAY)
        return quantize(unit, MU_UNIT_DAY, week_date(week_number(c), c.weekday, year), 1);
    if (unit.units & MU_UNIT_WEEK)
        return week_date(quantize(unit, MU_UNIT_WEEK, week_number(c), 1), 0, year);
    if (unit.units & MU_UNIT_DAY)
        return quantize(unit, MU_UNIT_DAY, week_date(1, c.weekday, year), 1);
    if (unit.units & MU_UNIT_DATE)
        return quantize(unit, MU_UNIT_DATE, c.day, 1);
    if (unit.units & MU_UNIT_DAYOFYEAR)
        return quantize(unit, MU_UNIT_DAYOFYEAR, c.day_of_year, 1);
    return 1;
}

double mu_time_unit_floor(MuTimeUnit unit, double ms, const MuZone *zone)
{
    if (isnan(ms))
        return NAN;
    if (unit.utc)
        zone = NULL;
    MuCivil c = mu_civil(ms, zone);
    unsigned u = unit.units;
    int64_t year = u & MU_UNIT_YEAR ? quantize(unit, MU_UNIT_YEAR, c.year, 0) : REFERENCE_YEAR;
    int64_t month = u & MU_UNIT_MONTH     ? quantize(unit, MU_UNIT_MONTH, c.month - 1, 0)
                    : u & MU_UNIT_QUARTER ? 3 * quantize(unit, MU_UNIT_QUARTER, (c.month - 1) / 3, 0)
                                          : 0;
    int64_t hour = u & MU_UNIT_HOURS ? quantize(unit, MU_UNIT_HOURS, c.hour, 0) : 0;
    int64_t minute = u & MU_UNIT_MINUTES ? quantize(unit, MU_UNIT_MINUTES, c.minute, 0) : 0;
    int64_t second = u & MU_UNIT_SECONDS ? quantize(unit, MU_UNIT_SECONDS, c.second, 0) : 0;
    int64_t rest = u & MU_UNIT_MILLISECONDS ? quantize(unit, MU_UNIT_MILLISECONDS, c.ms, 0) : 0;
    return mu_civil_ms(year, month + 1, floor_date(unit, c, year), hour, minute, second, (double)rest, zone);
}

double mu_time_unit_offset(MuTimeUnit unit, double ms, double count, const MuZone *zone)
{
    unsigned bit = smallest(unit.units);
    MuInterval interval = {(MuTimeUnitBit)bit, 1};
    if (bit == MU_UNIT_QUARTER) /* the months that begin a quarter, wherever in one we start */
        interval = (MuInterval){MU_UNIT_MONTH, 3};
    double step = unit.step > 0 ? unit.step : 1;
    return mu_interval_offset(interval, ms, count * step, unit.utc ? NULL : zone);
}

void mu_time_unit_specifier(MuBuf *buf, unsigned units)
{
    static const struct {
        unsigned units;
        const char *format;
    } PIECES[] = {
        /* longer runs first */
        {MU_UNIT_YEAR | MU_UNIT_MONTH | MU_UNIT_DATE, "%b %d, %Y "},
        {MU_UNIT_YEAR | MU_UNIT_MONTH, "%b %Y "},
        {MU_UNIT_HOURS | MU_UNIT_MINUTES, "%H:%M"},
        {MU_UNIT_YEAR, "%Y "},
        {MU_UNIT_QUARTER, "Q%q "},
        {MU_UNIT_MONTH, "%b "},
        {MU_UNIT_WEEK, "W%U "},
        {MU_UNIT_DATE, "%d "},
        {MU_UNIT_DAY, "%a "},
        {MU_UNIT_DAYOFYEAR, "%j "},
        {MU_UNIT_HOURS, "%H:00"},
        {MU_UNIT_MINUTES, "00:%M"},
        {MU_UNIT_SECONDS, ":%S"},
        {MU_UNIT_MILLISECONDS, ".%L"},
    };
    size_t start = buf->size;
    units &= 2 * MU_UNIT_MILLISECONDS - 1;
    while (units) {
        unsigned first = units & -units;
        for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++) {
            unsigned piece = PIECES[i].units;
            /* A run may not jump over a unit that is there: "year-quarter-month" has no "year-month". */
            unsigned jumped = units & ~piece & (smallest(piece) - 1);
            if ((piece & -piece) != first || (units & piece) != piece || jumped)
                continue;
            mu_buf_adds(buf, PIECES[i].format);
            units &= ~piece;
            break;
        }
    }
    while (buf->size > start && buf->at[buf->size - 1] == ' ')
        buf->size--;
}
