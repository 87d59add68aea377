/* Civil time without the machine's clock or zone: fields of an instant, time units, steps, and
 * Date.parse. Instants are ms since 1970-01-01T00:00Z as doubles; NaN is no time. */
#ifndef MU_BASE_CIVIL_H
#define MU_BASE_CIVIL_H

#include "base/str.h"

typedef struct MuZone MuZone; /* NULL everywhere: UTC */

typedef struct MuCivil {
    int64_t year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
    int hour, minute, second, ms;
    int weekday;     /* 0 is Sunday */
    int day_of_year; /* 1..366 */
} MuCivil;

MuCivil mu_civil(double ms, const MuZone *zone);
/* Fields out of range roll over as in JavaScript (month 13 is January of the next year). */
double mu_civil_ms(int64_t year, int64_t month, int64_t day, int64_t hour, int64_t minute, int64_t second, double ms,
                   const MuZone *zone);
/* JavaScript's Date.parse: ISO 8601 (date only: UTC; date and time without offset: `zone`), and the
 * legacy forms V8 takes: "Jan 1 2000", "10 Oct 2011 22:48:00", "Sun, 01 Jan 2012 00:00:00 GMT",
 * "2012/01/01", "1/2/2012", month names in any place, offsets, AM/PM. NaN otherwise. */
double mu_date_parse(MuStr text, const MuZone *zone);

/* Vega's time units. A unit set is a bit set: year | month is "yearmonth". */
typedef enum MuTimeUnitBit {
    MU_UNIT_YEAR = 1,
    MU_UNIT_QUARTER = 2,
    MU_UNIT_MONTH = 4,
    MU_UNIT_WEEK = 8,
    MU_UNIT_DATE = 16,
    MU_UNIT_DAY = 32,
    MU_UNIT_DAYOFYEAR = 64,
    MU_UNIT_HOURS = 128,
    MU_UNIT_MINUTES = 256,
    MU_UNIT_SECONDS = 512,
    MU_UNIT_MILLISECONDS = 1024,
    MU_UNIT_UNIX_DAY = 2048 /* intervals only: days counted from 1970, as d3's utc scales step them */
} MuTimeUnitBit;

typedef struct MuTimeUnit {
    unsigned units;
    bool utc;    /* "utcyearmonth" */
    bool binned; /* "binnedyearmonth": values are already floored */
    double step; /* 1 unless maxbins/step say otherwise; of the smallest unit */
} MuTimeUnit;

/* Parses "yearmonth", "utchoursminutes", "binnedyear", "yearquarter", "week", "dayhours"...; false if unknown. */
bool mu_time_unit_parse(MuStr name, MuTimeUnit *unit);
/* The name without utc and binned: "yearmonth". */
void mu_time_unit_name(MuBuf *buf, unsigned units);
/* vega-time's timeFloor: units that are left out take 2012-01-01 (Sunday-based weeks; see vega-time). */
double mu_time_unit_floor(MuTimeUnit unit, double ms, const MuZone *zone);
/* `count` times `step` of the unit's smallest part later (vega-time's timeOffset). */
double mu_time_unit_offset(MuTimeUnit unit, double ms, double count, const MuZone *zone);
/* vega-time's timeUnitSpecifier: the d3 format of a unit set ("yearmonth" → "%b %Y"), from the default
 * table of vega-time with Vega-Lite's overrides ("year-month": "%b %Y ", "year-month-date": "%b %d, %Y "). */
void mu_time_unit_specifier(MuBuf *buf, unsigned units);
/* vega-time's timeBin: the unit set and step that divides [from, to] into at most `maxbins` parts. */
MuTimeUnit mu_time_bin(double from, double to, double maxbins);

/* d3-time's intervals for ticks and nice: floor, ceil, and offset by `step` of a single unit (week: Sunday;
 * DATE, DAY and DAYOFYEAR: the day). A step of more than 1 is d3's `every`: years and milliseconds that are
 * multiples, otherwise the fields within the larger unit that are (days of a month: 1, 3, 5…). */
typedef struct MuInterval {
    MuTimeUnitBit unit;
    int step;
} MuInterval;
/* `step` times "millisecond" up to "year", as scales and axes name them. Step 0: there is no such interval. */
MuInterval mu_interval_named(MuStr name, int step);
double mu_interval_floor(MuInterval i, double ms, const MuZone *zone);
double mu_interval_ceil(MuInterval i, double ms, const MuZone *zone);
double mu_interval_offset(MuInterval i, double ms, double count, const MuZone *zone);
/* d3-scale's tick interval for about `count` ticks in [from, to]. For a utc scale replace DATE by UNIX_DAY. */
MuInterval mu_interval_for(double from, double to, double count);
/* All interval starts in [from, to]; written to `arena`. Returns the count. */
size_t mu_interval_range(MuArena *arena, MuInterval i, double from, double to, const MuZone *zone, double **ticks);

#endif
