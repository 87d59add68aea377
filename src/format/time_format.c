/* d3-time-format 4 (ISC, Mike Bostock): locale.js, formatting. */
#include "base/num.h"
#include "base/zone.h"
#include "format/format.h"

static const double MS_PER_DAY = 864e5;

/* A number padded to `width`; `pad` 0: not at all. */
static void add_number(MuBuf *buf, int64_t value, char pad, int width)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%lld", (long long)llabs(value));
    if (value < 0)
        mu_buf_addc(buf, '-');
    for (; pad && count < width; width--)
        mu_buf_addc(buf, pad);
    mu_buf_adds(buf, digits);
}

/* Weeks since the week before the first `first_weekday` of the year. */
static int week_of_year(const MuCivil *c, int first_weekday)
{
    int weekday = (c->weekday + 7 - first_weekday) % 7;
    return (c->day_of_year - 1 - weekday + 7) / 7;
}

/* The Thursday that an ISO week's number and year follow from. */
static MuCivil iso_thursday(const MuCivil *c)
{
    int from_monday = (c->weekday + 6) % 7;
    return mu_civil(mu_civil_ms(c->year, c->month, c->day + 3 - from_monday, 0, 0, 0, 0, NULL), NULL);
}

static void add_zone(MuBuf *buf, double ms, const MuZone *zone)
{
    int minutes = (int)(mu_zone_offset(zone, ms) / 60000);
    mu_buf_printf(buf, "%c%02d%02d", minutes < 0 ? '-' : '+', abs(minutes) / 60, abs(minutes) % 60);
}

static void add_specifier(MuBuf *buf, const MuLocale *locale, MuStr specifier, double ms, const MuZone *zone);

static bool add_text(MuBuf *buf, const MuLocale *locale, char directive, const MuCivil *c, double ms,
                     const MuZone *zone)
{
    switch (directive) {
    case 'a':
        mu_buf_adds(buf, locale->short_days[c->weekday]);
        return true;
    case 'A':
        mu_buf_adds(buf, locale->days[c->weekday]);
        return true;
    case 'b':
        mu_buf_adds(buf, locale->short_months[c->month - 1]);
        return true;
    case 'B':
        mu_buf_adds(buf, locale->months[c->month - 1]);
        return true;
    case 'c':
        add_specifier(buf, locale, mu_str(locale->date_time), ms, zone);
        return true;
    case 'x':
        add_specifier(buf, locale, mu_str(locale->date), ms, zone);
        return true;
    case 'X':
        add_specifier(buf, locale, mu_str(locale->time), ms, zone);
        return true;
    case 'p':
        mu_buf_adds(buf, locale->periods[c->hour >= 12]);
        return true;
    case 'Z':
        add_zone(buf, ms, zone);
        return true;
    default:
        return false;
    }
}

/* The numeric directives: value and width, width 0 for those that are never padded. */
static bool number_of(char directive, const MuCivil *c, double ms, int64_t *value, int *width)
{
    MuCivil thursday;
    *width = 2;
    switch (directive) {
    case 'd':
    case 'e':
        *value = c->day;
        return true;
    case 'g':
        *value = iso_thursday(c).year % 100;
        return true;
    case 'G':
        *value = iso_thursday(c).year % 10000;
        *width = 4;
        return true;
    case 'H':
        *value = c->hour;
        return true;
    case 'I':
        *value = (c->hour + 11) % 12 + 1;
        return true;
    case 'j':
        *value = c->day_of_year;
        *width = 3;
        return true;
    case 'f':
    case 'L':
        *value = c->ms;
        *width = 3;
        return true;
    case 'm':
        *value = c->month;
        return true;
    case 'M':
        *value = c->minute;
        return true;
    case 'q':
        *value = (c->month + 2) / 3;
        *width = 0;
        return true;
    case 'Q':
        *value = (int64_t)ms;
        *width = 0;
        return true;
    case 's':
        *value = (int64_t)floor(ms / 1000);
        *width = 0;
        return true;
    case 'S':
        *value = c->second;
        return true;
    case 'u':
        *value = (c->weekday + 6) % 7 + 1;
        *width = 0;
        return true;
    case 'U':
        *value = week_of_year(c, 0);
        return true;
    case 'V':
        thursday = iso_thursday(c);
        *value = (thursday.day_of_year + 6) / 7;
        return true;
    case 'w':
        *value = c->weekday;
        *width = 0;
        return true;
    case 'W':
        *value = week_of_year(c, 1);
        return true;
    case 'y':
        *value = c->year % 100;
        return true;
    case 'Y':
        *value = c->year % 10000;
        *width = 4;
        return true;
    default:
        return false;
    }
}

static void add_specifier(MuBuf *buf, const MuLocale *locale, MuStr s, double ms, const MuZone *zone)
{
    MuCivil c = mu_civil(ms, zone);
    for (size_t i = 0; i < s.size; i++) {
        if (s.at[i] != '%') {
            mu_buf_addc(buf, s.at[i]);
            continue;
        }
        if (++i == s.size)
            return;
        char pad = s.at[i] == 'e' ? ' ' : '0';
        if (s.at[i] == '-' || s.at[i] == '_' || s.at[i] == '0') {
            pad = s.at[i] == '-' ? '\0' : s.at[i] == '_' ? ' ' : '0';
            if (++i == s.size)
                return;
        }
        int64_t value;
        int width;
        if (number_of(s.at[i], &c, ms, &value, &width))
            add_number(buf, value, pad, width);
        else if (!add_text(buf, locale, s.at[i], &c, ms, zone))
            mu_buf_addc(buf, s.at[i]); /* %% and unknown directives stand for themselves */
        if (s.at[i] == 'f')
            mu_buf_adds(buf, "000");
    }
}

void mu_time_format(MuBuf *buf, const MuLocale *locale, MuStr specifier, double ms, const MuZone *zone)
{
    if (!(fabs(ms) <= MS_PER_DAY * 1e8)) {
        mu_buf_adds(buf, "Invalid Date");
        return;
    }
    add_specifier(buf, locale, specifier, trunc(ms), zone);
}

/* vega-format's timeMultiFormat. */
void mu_time_format_multi(MuBuf *buf, const MuLocale *locale, double ms, const MuZone *zone)
{
    MuCivil c = mu_civil(ms, zone);
    const char *specifier = c.ms          ? ".%L"
                            : c.second    ? ":%S"
                            : c.minute    ? "%I:%M"
                            : c.hour      ? "%I %p"
                            : c.day > 1   ? (c.weekday ? "%a %d" : "%b %d")
                            : c.month > 1 ? "%B"
                                          : "%Y";
    mu_time_format(buf, locale, mu_str(specifier), ms, zone);
}
