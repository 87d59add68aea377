/* Dates. The functions of the figure's zone and their utc… twins share one body; the months of
 * JavaScript count from 0. */
#include "expr/function.h"
#include "expr/operate.h"

#include "base/vec.h"

/* The instants that JavaScript's dates know: ±100 million days, whole ms (ECMA-262: TimeClip). */
static double clip(double ms)
{
    return fabs(ms) <= 8.64e15 ? trunc(ms) + 0.0 : NAN;
}

/* new Date(value) */
static double instant(const MuCall *call, MuValue v)
{
    if (v.kind == MU_DATE)
        return v.number;
    if (v.kind >= MU_STRING && v.kind != MU_DATE)
        return mu_date_parse(mu_string_of(call->env->arena, v), call->env->zone);
    return clip(mu_to_number(v));
}

static bool is_utc(const MuCall *call)
{
    return strncmp(call->term->function->name, "utc", 3) == 0;
}
static const MuZone *zone_of(const MuCall *call)
{
    return is_utc(call) ? NULL : call->env->zone;
}

/* The fields of the first argument; false for an invalid date. */
static bool fields(const MuCall *call, MuCivil *civil)
{
    double ms = instant(call, mu_arg(call, 0));
    if (isnan(ms))
        return false;
    *civil = mu_civil(ms, zone_of(call));
    return true;
}

#define FIELD(name, expression)                                                                                        \
    static MuValue name(MuCall *call)                                                                                  \
    {                                                                                                                  \
        MuCivil c;                                                                                                     \
        return mu_number(fields(call, &c) ? (double)(expression) : NAN);                                               \
    }

FIELD(field_year, c.year)
FIELD(field_month, c.month - 1)
FIELD(field_date, c.day)
FIELD(field_day, c.weekday)
FIELD(field_hours, c.hour)
FIELD(field_minutes, c.minute)
FIELD(field_seconds, c.second)
FIELD(field_milliseconds, c.ms)
FIELD(field_day_of_year, c.day_of_year)
/* Weeks begin on Sunday; days before the first Sunday are in week 0. */
FIELD(field_week, (int)((c.day_of_year + 6 - c.weekday) / 7))

/* 1 for an invalid date, as ~~NaN is 0. */
static MuValue field_quarter(MuCall *call)
{
    MuCivil c = {.month = 1};
    fields(call, &c);
    int quarter = 1 + (c.month - 1) / 3;
    return mu_number(quarter);
}

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* ISO 8601: the week is that of its Thursday, counted in the Thursday's year. */
static MuValue field_iso_week(MuCall *call)
{
    MuCivil c;
    if (!fields(call, &c))
        return mu_number(NAN);
    int thursday = c.day_of_year + 3 - (c.weekday + 6) % 7;
    int days = is_leap(c.year) ? 366 : 365;
    if (thursday < 1)
        thursday += is_leap(c.year - 1) ? 366 : 365;
    else if (thursday > days)
        thursday -= days;
    int week = (thursday + 6) / 7;
    return mu_number(week);
}

static MuValue call_time(MuCall *call)
{
    return mu_number(instant(call, mu_arg(call, 0)));
}

/* Minutes that the figure's zone lies behind UTC at that time. */
static MuValue timezone_offset(MuCall *call)
{
    double ms = instant(call, mu_arg(call, 0));
    if (isnan(ms) || !call->env->zone)
        return mu_number(isnan(ms) ? NAN : 0);
    MuCivil c = mu_civil(ms, call->env->zone);
    double there = mu_civil_ms(c.year, c.month, c.day, c.hour, c.minute, c.second, c.ms, NULL);
    return mu_number((ms - there) / 60000);
}

/* year, month from 0, day, hours, minutes, seconds, ms: the first two must be there. A year of two digits is one of
 * the twentieth century. */
static double from_parts(const MuCall *call, const MuZone *zone)
{
    double part[7] = {0, 0, 1, 0, 0, 0, 0};
    for (size_t i = 0; i < 7 && i < call->count; i++) {
        part[i] = trunc(mu_arg_number(call, i));
        if (!(fabs(part[i]) < 9e15))
            return NAN;
    }
    if (part[0] >= 0 && part[0] <= 99)
        part[0] += 1900;
    return clip(mu_civil_ms((int64_t)part[0], (int64_t)part[1] + 1, (int64_t)part[2], (int64_t)part[3],
                            (int64_t)part[4], (int64_t)part[5], part[6], zone));
}

static MuValue no_clock(MuCall *call)
{
    MuDiags *diags = mu_call_diags(call);
    MuDiag *diag = mu_diag(diags, MU_DIAG_EXPR_CLOCK, mu_call_span(call), call->term->function->name);
    mu_diag_hint(diags, diag, "write the day that is meant: datetime(2024, 0, 31)");
    return mu_call_end(call);
}

static MuValue call_datetime(MuCall *call)
{
    if (!call->count)
        return no_clock(call);
    return mu_date(call->count == 1 ? instant(call, mu_arg(call, 0)) : from_parts(call, call->env->zone));
}

static MuValue call_utc(MuCall *call)
{
    return mu_number(from_parts(call, NULL));
}

/* ---- units ---- */

/* One unit by name; 0 if there is none. */
static unsigned unit_of(MuValue name)
{
    static const struct {
        const char *name;
        MuTimeUnitBit bit;
    } units[] = {
        {"year", MU_UNIT_YEAR},
        {"quarter", MU_UNIT_QUARTER},
        {"month", MU_UNIT_MONTH},
        {"week", MU_UNIT_WEEK},
        {"date", MU_UNIT_DATE},
        {"day", MU_UNIT_DATE},
        {"dayofyear", MU_UNIT_DATE},
        {"hours", MU_UNIT_HOURS},
        {"minutes", MU_UNIT_MINUTES},
        {"seconds", MU_UNIT_SECONDS},
        {"milliseconds", MU_UNIT_MILLISECONDS},
    };
    for (size_t i = 0; name.kind == MU_STRING && i < sizeof units / sizeof *units; i++)
        if (mu_str_is(mu_value_str(name), units[i].name))
            return units[i].bit;
    return 0;
}

/* The number of steps at argument i: 1 for nothing, else rounded down. */
static double steps_of(const MuCall *call, size_t i)
{
    return mu_arg(call, i).kind <= MU_NULL ? 1 : floor(mu_arg_number(call, i));
}

static MuValue call_offset(MuCall *call)
{
    MuTimeUnit unit = {.units = unit_of(mu_arg(call, 0)), .step = 1};
    if (!unit.units)
        return mu_call_wrong(call, 0, "the name of a time unit");
    double ms = clip(mu_arg_number(call, 1)), steps = steps_of(call, 2);
    if (isnan(ms) || isnan(steps) || fabs(steps) > 1e15)
        return mu_date(NAN);
    return mu_date(clip(mu_time_unit_offset(unit, ms, steps, zone_of(call))));
}

/* d3-time's interval.range: from the first start of a unit at or after `start`, before `stop`. */
static MuValue call_sequence(MuCall *call)
{
    unsigned bit = unit_of(mu_arg(call, 0));
    if (!bit)
        return mu_call_wrong(call, 0, "the name of a time unit");
    bool quarter = bit == MU_UNIT_QUARTER;
    MuInterval unit = {quarter ? MU_UNIT_MONTH : (MuTimeUnitBit)bit, quarter ? 3 : 1};
    double step = steps_of(call, 3), stop = mu_arg_number(call, 2), previous;
    double at = mu_interval_ceil(unit, clip(mu_arg_number(call, 1)), zone_of(call));
    MU_VEC(MuValue) dates = {0};
    MuValue result = mu_undefined();
    if (at < stop && step > 0) {
        MuTimeUnit by = {.units = bit, .step = 1};
        do {
            MU_PUSH(call->env->arena, &dates, mu_date(previous = at));
            at = mu_interval_floor(unit, mu_time_unit_offset(by, at, step, zone_of(call)), zone_of(call));
        } while (previous < at && at < stop && dates.size <= MU_EXPR_ITEMS);
    }
    if (!mu_call_array(call, (double)dates.size, &result))
        return result;
    if (dates.size)
        memcpy(result.array->at, dates.at, dates.size * sizeof *dates.at);
    return result;
}

#define ONE(name_, call_, doc_)                                                                                        \
    {name_, 1, 1, .signature = name_ "(date)", .doc = doc_, .call = call_},                                            \
    {                                                                                                                  \
        "utc" name_, 1, 1, .signature = "utc" name_ "(date)", .doc = doc_ ", in UTC", .call = call_                    \
    }

static const MuFunction table[] = {
    {"now", 0, 0, .signature = "now()", .doc = "an error: the figure would change from day to day", .call = no_clock},
    {"datetime", 0, 7, .signature = "datetime(year, month, day, hours, minutes, seconds, ms)",
     .doc = "a date from its parts (months from 0), or from one text or number", .call = call_datetime},
    {"utc", 1, 7, .signature = "utc(year, month, day, hours, minutes, seconds, ms)",
     .doc = "the ms since 1970 of a date in UTC", .call = call_utc},
    ONE("year", field_year, "the year"),
    ONE("quarter", field_quarter, "the quarter, 1 to 4"),
    ONE("month", field_month, "the month, 0 to 11"),
    ONE("week", field_week, "the week of the year; weeks begin on Sunday"),
    ONE("isoweek", field_iso_week, "the week of the year by ISO 8601"),
    ONE("date", field_date, "the day of the month"),
    ONE("day", field_day, "the day of the week, Sunday is 0"),
    ONE("dayofyear", field_day_of_year, "the day of the year, from 1"),
    ONE("hours", field_hours, "the hour, 0 to 23"),
    ONE("minutes", field_minutes, "the minute"),
    ONE("seconds", field_seconds, "the second"),
    ONE("milliseconds", field_milliseconds, "the ms of the second"),
    {"time", 1, 1, .signature = "time(date)", .doc = "the ms since 1970", .call = call_time},
    {"timezoneoffset", 1, 1, .signature = "timezoneoffset(date)", .doc = "minutes that the figure's zone is behind UTC",
     .call = timezone_offset},
    {"timeOffset", 2, 3, .signature = "timeOffset(unit, date, step)", .doc = "the date some units later",
     .call = call_offset},
    {"utcOffset", 2, 3, .signature = "utcOffset(unit, date, step)", .doc = "the date some units later, in UTC",
     .call = call_offset},
    {"timeSequence", 3, 4, .signature = "timeSequence(unit, start, stop, step)",
     .doc = "the starts of units from start to before stop", .call = call_sequence},
    {"utcSequence", 3, 4, .signature = "utcSequence(unit, start, stop, step)",
     .doc = "the starts of units from start to before stop, in UTC", .call = call_sequence},
};

const MuFamily mu_functions_date = MU_FAMILY("dates", table);
