/* d3-format and d3-time-format, whole; locales as data. */
#ifndef MU_FORMAT_FORMAT_H
#define MU_FORMAT_FORMAT_H

#include "base/civil.h"
#include "base/str.h"

typedef struct MuLocale {
    const char *name, *doc;
    /* d3-format */
    const char *decimal, *thousands;
    const uint8_t *grouping; /* ends with 0; the last repeats */
    const char *currency[2];
    const char *const *numerals; /* 10, or NULL */
    const char *percent, *minus, *nan;
    /* d3-time-format */
    const char *date_time, *date, *time, *periods[2];
    const char *days[7], *short_days[7], *months[12], *short_months[12];
} MuLocale;

const MuLocale *mu_locale_find(MuStr name); /* NULL: unknown; "en-US" is always there */

/* A compiled number specifier. */
typedef struct MuNumberFormat {
    char fill[5], align, sign, symbol, type;
    bool zero, comma, trim;
    int width, precision; /* -1: none */
} MuNumberFormat;
/* False if `specifier` is no d3 format. */
bool mu_number_format_parse(MuStr specifier, MuNumberFormat *format);
void mu_number_format(MuBuf *buf, const MuLocale *locale, const MuNumberFormat *format, double number);
/* The format of the ticks of a linear scale: d3's tickFormat(start, stop, count, specifier), i.e. the
 * precision follows from the tick step; an empty specifier is ",f". Differs from d3 where the specifier has no
 * type: it keeps its twelve digits, so "," prints 6,000 and not 6e+3, unless `as_d3`. */
bool mu_tick_format(double start, double stop, double count, MuStr specifier, bool as_d3, MuNumberFormat *format,
                    double *si_value);
/* Vega's formatFloat (values of legends and of ticks without a step): 12 significant places, zeros trimmed, unless
 * the specifier has a precision; an empty specifier is ",". */
bool mu_float_format(MuStr specifier, MuNumberFormat *format);
/* With an SI prefix fixed by `si_value` (d3.formatPrefix), NaN: none. */
void mu_number_format_prefix(MuBuf *buf, const MuLocale *locale, const MuNumberFormat *format, double si_value,
                             double number);

/* Times: ms since 1970; `zone` NULL is UTC. */
void mu_time_format(MuBuf *buf, const MuLocale *locale, MuStr specifier, double ms, const MuZone *zone);
/* d3's timeParse: NaN if the text does not fit the specifier. */
double mu_time_parse(const MuLocale *locale, MuStr specifier, MuStr text, const MuZone *zone);
/* Vega's default multi-format of a time: .%L, :%S, %I:%M, %I %p, %a %d, %b %d, %B, %Y by the coarsest
 * unit the time is a whole number of. */
void mu_time_format_multi(MuBuf *buf, const MuLocale *locale, double ms, const MuZone *zone);

#endif
