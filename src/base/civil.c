#include "base/civil.h"

#include "base/zone.h"

enum { MS_PER_SECOND = 1000, MS_PER_MINUTE = 60000, MS_PER_HOUR = 3600000, MS_PER_DAY = 86400000 };
enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 }; /* an era: 400 years; counted from 0000-03-01 */

static const double LATEST = 8.64e15; /* ECMA-262, TimeClip */

double mu_zone_offset(const MuZone *zone, double utc)
{
    if (!zone)
        return 0;
    size_t low = 0, high = zone->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (zone->from[middle] <= utc)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? zone->offset[low - 1] : zone->before;
}

/* As JavaScript does: a local time that exists twice is the first, one that is skipped is read with the
 * offset before the gap. */
double mu_zone_utc(const MuZone *zone, double local)
{
    double before = mu_zone_offset(zone, local - MS_PER_DAY), utc = local - before;
    double after = mu_zone_offset(zone, utc);
    if (after == before)
        return utc;
    return mu_zone_offset(zone, local - after) == after ? local - after : utc;
}

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Days since 1970 and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static int64_t days_of(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = floor_divide(year, 400), year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

static void set_date(MuCivil *c, int64_t days)
{
    int64_t shifted = days + DAYS_TO_1970, era = floor_divide(shifted, DAYS_PER_ERA);
    int64_t day = shifted - era * DAYS_PER_ERA;
    int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day_of_year + 2) / 153; /* 0 is March */
    c->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    c->month = (int)(month < 10 ? month + 3 : month - 9);
    c->year = year + era * 400 + (c->month <= 2);
    c->weekday = (int)((days % 7 + 11) % 7);
    c->day_of_year = (int)(days - days_of(c->year, 1, 1)) + 1;
}

MuCivil mu_civil(double ms, const MuZone *zone)
{
    MuCivil c = {0};
    if (!(fabs(ms) <= LATEST))
        ms = 0;
    int64_t local = (int64_t)(trunc(ms) + mu_zone_offset(zone, ms));
    int64_t days = floor_divide(local, MS_PER_DAY), rest = local - days * MS_PER_DAY;
    set_date(&c, days);
    c.hour = (int)(rest / MS_PER_HOUR);
    c.minute = (int)(rest / MS_PER_MINUTE % 60);
    c.second = (int)(rest / MS_PER_SECOND % 60);
    c.ms = (int)(rest % MS_PER_SECOND);
    return c;
}

double mu_civil_ms(int64_t year, int64_t month, int64_t day, int64_t hour, int64_t minute, int64_t second, double ms,
                   const MuZone *zone)
{
    enum { YEARS = 1000000, MONTHS = 12 * YEARS }; /* far beyond what a time can be, far from overflow */
    if (llabs(year) > YEARS || llabs(month) > MONTHS)
        return NAN;
    int64_t carry = floor_divide(month - 1, 12);
    int64_t first = days_of(year + carry, (int)(month - 12 * carry), 1);
    double local = ((double)first + (double)day - 1) * MS_PER_DAY + (double)hour * MS_PER_HOUR +
                   (double)minute * MS_PER_MINUTE + (double)second * MS_PER_SECOND + ms;
    double utc = trunc(zone ? mu_zone_utc(zone, local) : local);
    return fabs(utc) <= LATEST ? utc + 0.0 : NAN;
}
