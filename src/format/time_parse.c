/* d3-time-format 4 (ISC, Mike Bostock): locale.js, parsing. */
#include "base/num.h"
#include "base/utf8.h"
#include "base/zone.h"
#include "format/format.h"

enum { ABSENT = INT32_MIN, FAILED = -1 };

/* What directives have said so far; ABSENT where none did. */
typedef struct Fields {
    int year, month, day, hour, minute, second, ms;
    int period, quarter, weekday, monday_weekday, sunday_week, monday_week, iso_week, zone;
    double unix_ms, unix_s; /* NaN: absent */
} Fields;

/* Upper to lower case for the letters that names of months are written with. */
static uint32_t fold(uint32_t c)
{
    bool apart_32 = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
                    (c >= 0x410 && c <= 0x42F);
    if (apart_32)
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (odd_is_upper)
        return c + (c & 1);
    return c >= 0x100 && c <= 0x177 ? c | 1 : c; /* Latin Extended-A: pairs */
}

/* Bytes of `text` from `at` that are `name` without regard to case; SIZE_MAX if they are not. */
static size_t match_name(MuStr text, size_t at, MuStr name)
{
    size_t start = at;
    for (size_t i = 0; i < name.size;) {
        uint32_t a, b;
        if (at >= text.size)
            return SIZE_MAX;
        at += mu_utf8_decode(text, at, &a);
        i += mu_utf8_decode(name, i, &b);
        if (fold(a) != fold(b))
            return SIZE_MAX;
    }
    return at - start;
}

/* The first of the names that stands at `at`; where several are the same (periods of a locale that has none) the
 * last of these. */
static int64_t parse_name(MuStr text, int64_t at, const char *const *names, int count, int *index)
{
    int found = FAILED;
    size_t size = 0;
    for (int i = 0; i < count; i++) {
        if (found == FAILED) {
            size = match_name(text, (size_t)at, mu_str(names[i]));
            found = size == SIZE_MAX ? FAILED : i;
        } else if (mu_str_is(mu_str(names[i]), names[found])) {
            found = i;
        }
    }
    if (found == FAILED)
        return FAILED;
    *index = found;
    return at + (int64_t)size;
}

/* White space and digits within the next `width` bytes. */
static int64_t parse_digits(MuStr text, int64_t at, size_t width, double *value)
{
    MuStr window = mu_str_slice(text, (size_t)at, width < text.size ? (size_t)at + width : text.size);
    size_t i = 0, start;
    while (i < window.size && (window.at[i] == ' ' || (window.at[i] >= 9 && window.at[i] <= 13)))
        i++;
    start = i;
    while (i < window.size && window.at[i] >= '0' && window.at[i] <= '9')
        i++;
    if (i == start)
        return FAILED;
    mu_num_read(mu_str_slice(window, start, i), value);
    return at + (int64_t)i;
}

static int64_t parse_int(MuStr text, int64_t at, size_t width, int *value)
{
    double number = 0;
    at = parse_digits(text, at, width, &number);
    if (at != FAILED)
        *value = (int)number;
    return at;
}

static int two_digits(MuStr text, size_t at)
{
    bool digits = at + 1 < text.size && text.at[at] >= '0' && text.at[at] <= '9' && text.at[at + 1] >= '0' &&
                  text.at[at + 1] <= '9';
    return digits ? (text.at[at] - '0') * 10 + text.at[at + 1] - '0' : ABSENT;
}

/* Z or ±HH[[:]mm]; kept as the minutes to add to get UTC. */
static int64_t parse_zone(MuStr text, int64_t at, int *zone)
{
    size_t i = (size_t)at;
    if (text.at[i] == 'Z') {
        *zone = 0;
        return at + 1;
    }
    int hours = two_digits(text, i + 1);
    if ((text.at[i] != '+' && text.at[i] != '-') || hours == ABSENT)
        return FAILED;
    size_t end = i + 3, colon = end < text.size && text.at[end] == ':';
    int minutes = two_digits(text, end + colon);
    if (minutes != ABSENT)
        end += colon + 2;
    int total = hours * 60 + (minutes == ABSENT ? 0 : minutes);
    *zone = text.at[i] == '-' ? total : -total;
    return (int64_t)end;
}

static int64_t parse_specifier(Fields *f, const MuLocale *locale, MuStr specifier, MuStr text, int64_t at);

static int64_t parse_names(Fields *f, const MuLocale *locale, char directive, MuStr text, int64_t at)
{
    switch (directive) {
    case 'a':
        return parse_name(text, at, locale->short_days, 7, &f->weekday);
    case 'A':
        return parse_name(text, at, locale->days, 7, &f->weekday);
    case 'b':
        return parse_name(text, at, locale->short_months, 12, &f->month);
    case 'B':
        return parse_name(text, at, locale->months, 12, &f->month);
    case 'p':
        return parse_name(text, at, locale->periods, 2, &f->period);
    case 'c':
        return parse_specifier(f, locale, mu_str(locale->date_time), text, at);
    case 'x':
        return parse_specifier(f, locale, mu_str(locale->date), text, at);
    case 'X':
        return parse_specifier(f, locale, mu_str(locale->time), text, at);
    case 'Z':
        return parse_zone(text, at, &f->zone);
    case '%':
        return text.at[at] == '%' ? at + 1 : FAILED;
    default:
        return FAILED;
    }
}

static int64_t parse_number(Fields *f, char directive, MuStr text, int64_t at, bool *known)
{
    int n = 0;
    int64_t end;
    switch (directive) {
    case 'd':
    case 'e':
        return parse_int(text, at, 2, &f->day);
    case 'f':
        end = parse_int(text, at, 6, &n);
        f->ms = n / 1000;
        return end;
    case 'g':
    case 'y':
        end = parse_int(text, at, 2, &n);
        f->year = n + (n > 68 ? 1900 : 2000);
        return end;
    case 'G':
    case 'Y':
        return parse_int(text, at, 4, &f->year);
    case 'H':
    case 'I':
        return parse_int(text, at, 2, &f->hour);
    case 'j':
        f->month = 0;
        return parse_int(text, at, 3, &f->day);
    case 'L':
        return parse_int(text, at, 3, &f->ms);
    case 'm':
        end = parse_int(text, at, 2, &n);
        f->month = n - 1;
        return end;
    case 'M':
        return parse_int(text, at, 2, &f->minute);
    case 'q':
        end = parse_int(text, at, 1, &n);
        f->quarter = n * 3 - 3;
        return end;
    case 'Q':
        return parse_digits(text, at, text.size, &f->unix_ms);
    case 's':
        return parse_digits(text, at, text.size, &f->unix_s);
    case 'S':
        return parse_int(text, at, 2, &f->second);
    case 'u':
        return parse_int(text, at, 1, &f->monday_weekday);
    case 'U':
        return parse_int(text, at, 2, &f->sunday_week);
    case 'V':
        return parse_int(text, at, 2, &f->iso_week);
    case 'w':
        return parse_int(text, at, 1, &f->weekday);
    case 'W':
        return parse_int(text, at, 2, &f->monday_week);
    default:
        *known = false;
        return FAILED;
    }
}

static int64_t parse_specifier(Fields *f, const MuLocale *locale, MuStr specifier, MuStr text, int64_t at)
{
    for (size_t i = 0; i < specifier.size && at != FAILED; i++) {
        if (at >= (int64_t)text.size)
            return FAILED;
        if (specifier.at[i] != '%') {
            at = specifier.at[i] == text.at[at] ? at + 1 : FAILED;
            continue;
        }
        i++;
        if (i < specifier.size && (specifier.at[i] == '-' || specifier.at[i] == '_' || specifier.at[i] == '0'))
            i++;
        if (i >= specifier.size)
            return FAILED;
        bool known = true;
        int64_t end = parse_number(f, specifier.at[i], text, at, &known);
        at = known ? end : parse_names(f, locale, specifier.at[i], text, at);
    }
    return at;
}

static int weekday_of_new_year(int year)
{
    return mu_civil(mu_civil_ms(year, 1, 1, 0, 0, 0, 0, NULL), NULL).weekday;
}

/* ISO week 1 is the one with the first Thursday. The day is counted in January of the year. */
static void use_iso_week(Fields *f)
{
    int weekday = f->weekday == ABSENT ? 1 : f->weekday, first = weekday_of_new_year(f->year);
    int monday = 1 - (first + 6) % 7 + (first > 4 || first == 0 ? 7 : 0);
    f->month = 0;
    f->day = monday + (f->iso_week - 1) * 7 + (weekday + 6) % 7;
}

static void use_week(Fields *f)
{
    bool monday = f->monday_week != ABSENT;
    int weekday = f->weekday != ABSENT ? f->weekday : f->monday_weekday != ABSENT ? f->monday_weekday % 7 : monday;
    int first = weekday_of_new_year(f->year);
    f->month = 0;
    f->day = monday ? (weekday + 6) % 7 + f->monday_week * 7 - (first + 5) % 7
                    : weekday + f->sunday_week * 7 - (first + 6) % 7;
}

double mu_time_parse(const MuLocale *locale, MuStr specifier, MuStr text, const MuZone *zone)
{
    Fields f = {1900,   ABSENT, 1,      0,      0,      0,      ABSENT, ABSENT, ABSENT,
                ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, NAN,    NAN};
    if (parse_specifier(&f, locale, specifier, text, 0) != (int64_t)text.size)
        return NAN;
    int ms = f.ms == ABSENT ? 0 : f.ms;
    double unix_ms = isnan(f.unix_ms) ? f.unix_s * 1000 + ms : f.unix_ms;
    if (!isnan(unix_ms))
        return mu_civil_ms(1970, 1, 1, 0, 0, 0, unix_ms, NULL); /* NaN beyond what a time can be */
    if (f.period != ABSENT)
        f.hour = f.hour % 12 + f.period * 12;
    if (f.month == ABSENT)
        f.month = f.quarter != ABSENT ? f.quarter : 0;
    if (f.iso_week != ABSENT && (f.iso_week < 1 || f.iso_week > 53))
        return NAN;
    if (f.iso_week != ABSENT)
        use_iso_week(&f);
    else if (f.sunday_week != ABSENT || f.monday_week != ABSENT)
        use_week(&f);
    if (f.zone != ABSENT)
        return mu_civil_ms(f.year, f.month + 1, f.day, f.hour, f.minute + f.zone, f.second, ms, NULL);
    return mu_civil_ms(f.year, f.month + 1, f.day, f.hour, f.minute, f.second, ms, zone);
}
