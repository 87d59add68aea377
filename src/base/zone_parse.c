/* Compiled zone files: RFC 8536. The second block, with 64-bit times, lists the changes that were; the footer is a
 * rule in the form of POSIX's TZ variable for those to come, which are written out up to LAST_YEAR. */
#include "base/vec.h"
#include "base/zone.h"

enum { HEADER = 44, TYPE_SIZE = 6, LAST_YEAR = 2500, DAY_SECONDS = 86400 };

typedef struct Counts {
    size_t utc_flags, standard_flags, leaps, times, types, letters;
} Counts;

typedef MU_VEC(double) Numbers;

typedef struct Table {
    MuArena *arena;
    Numbers from, offset; /* ms */
    double before;
} Table;

static uint64_t big_endian(MuStr bytes, size_t at, size_t size)
{
    uint64_t number = 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | (unsigned char)bytes.at[at + i];
    return number;
}

static double signed_number(MuStr bytes, size_t at, size_t size)
{
    uint64_t number = big_endian(bytes, at, size);
    return size == 8 ? (double)(int64_t)number : (double)(int32_t)(uint32_t)number;
}

static bool read_header(MuStr bytes, size_t at, Counts *counts)
{
    if (bytes.size < at + HEADER || !mu_str_starts(mu_str_slice(bytes, at, bytes.size), "TZif"))
        return false;
    size_t *const all[] = {&counts->utc_flags, &counts->standard_flags, &counts->leaps,
                           &counts->times,     &counts->types,          &counts->letters};
    for (size_t i = 0; i < 6; i++) {
        *all[i] = (size_t)big_endian(bytes, at + 20 + 4 * i, 4);
        if (*all[i] > bytes.size)
            return false;
    }
    return true;
}

static size_t block_size(const Counts *c, size_t time_size)
{
    return c->times * (time_size + 1) + c->types * TYPE_SIZE + c->letters + c->leaps * (time_size + 4) +
           c->standard_flags + c->utc_flags;
}

static void add_change(Table *table, double seconds, double offset)
{
    double ms = seconds * 1000;
    if (table->from.size && ms <= table->from.at[table->from.size - 1])
        return;
    MU_PUSH(table->arena, &table->from, ms);
    MU_PUSH(table->arena, &table->offset, offset * 1000);
}

static bool read_block(MuStr bytes, size_t at, const Counts *c, Table *table)
{
    size_t types = at + c->times * 9;
    if (!c->types || bytes.size < at + block_size(c, 8))
        return false;
    table->before = signed_number(bytes, types, 4) * 1000;
    for (size_t i = 0; i < c->times; i++) {
        size_t type = (unsigned char)bytes.at[at + c->times * 8 + i];
        if (type >= c->types)
            return false;
        add_change(table, signed_number(bytes, at + i * 8, 8), signed_number(bytes, types + type * TYPE_SIZE, 4));
    }
    return true;
}

/* --- the footer: "CET-1CEST,M3.5.0,M10.5.0/3" --- */

typedef struct Scan {
    MuStr text;
    size_t at;
} Scan;

/* The day of a year on which a change happens, and the second of that day in local time. */
typedef struct ChangeDay {
    char form; /* 'M': month.week.weekday, 'J': day 1..365 without 29 February, '0': day 0..365 */
    int month, week, day;
    double second;
} ChangeDay;

static char peek(const Scan *s)
{
    return s->at < s->text.size ? s->text.at[s->at] : '\0';
}

static bool skip(Scan *s, char c)
{
    bool there = peek(s) == c;
    s->at += there;
    return there;
}

static bool scan_number(Scan *s, int *number)
{
    size_t begin = s->at;
    *number = 0;
    while (peek(s) >= '0' && peek(s) <= '9' && s->at < begin + 4)
        *number = *number * 10 + (s->text.at[s->at++] - '0');
    return s->at > begin;
}

static bool scan_name(Scan *s)
{
    size_t begin = s->at;
    if (skip(s, '<')) {
        while (peek(s) && peek(s) != '>')
            s->at++;
        return skip(s, '>');
    }
    while ((peek(s) | 32) >= 'a' && (peek(s) | 32) <= 'z')
        s->at++;
    return s->at > begin;
}

/* [+-]hours[:minutes[:seconds]] */
static bool scan_time(Scan *s, double *seconds)
{
    int hours, minutes = 0, rest = 0;
    double sign = skip(s, '-') ? -1 : 1;
    skip(s, '+');
    if (!scan_number(s, &hours) || (skip(s, ':') && !scan_number(s, &minutes)) ||
        (skip(s, ':') && !scan_number(s, &rest)))
        return false;
    *seconds = sign * (hours * 3600.0 + minutes * 60.0 + rest);
    return true;
}

static bool scan_day(Scan *s, ChangeDay *day)
{
    *day = (ChangeDay){.form = '0', .second = 7200};
    if (!skip(s, ','))
        return false;
    if (skip(s, 'M')) {
        day->form = 'M';
        if (!scan_number(s, &day->month) || !skip(s, '.') || !scan_number(s, &day->week) || !skip(s, '.') ||
            !scan_number(s, &day->day))
            return false;
    } else {
        day->form = skip(s, 'J') ? 'J' : '0';
        if (!scan_number(s, &day->day))
            return false;
    }
    return !skip(s, '/') || scan_time(s, &day->second);
}

static double seconds_of(int64_t year, int month, int day)
{
    return mu_civil_ms(year, month, day, 0, 0, 0, 0, NULL) / 1000;
}

/* Local seconds since 1970 of the change in a year. */
static double change_in(const ChangeDay *day, int64_t year)
{
    if (day->form == '0')
        return seconds_of(year, 1, 1 + day->day) + day->second;
    if (day->form == 'J') {
        bool after = day->day >= 60 && seconds_of(year, 3, 1) - seconds_of(year, 2, 29) > 0;
        return seconds_of(year, 1, day->day) + (after ? DAY_SECONDS : 0) + day->second;
    }
    double first = seconds_of(year, day->month, 1), next = seconds_of(year, day->month + 1, 1);
    int weekday = mu_civil(first * 1000, NULL).weekday;
    double date = first + ((day->day - weekday + 7) % 7 + 7 * (day->week - 1)) * (double)DAY_SECONDS;
    while (date >= next)
        date -= 7 * (double)DAY_SECONDS;
    return date + day->second;
}

static void add_years(Table *table, double standard, double summer, const ChangeDay *begins, const ChangeDay *ends)
{
    double last = table->from.size ? table->from.at[table->from.size - 1] : 0;
    for (int64_t year = mu_civil(last, NULL).year; year <= LAST_YEAR; year++) {
        double on = change_in(begins, year) - standard, off = change_in(ends, year) - summer;
        if (on < off) {
            add_change(table, on, summer);
            add_change(table, off, standard);
        } else {
            add_change(table, off, standard);
            add_change(table, on, summer);
        }
    }
}

/* Offsets in the rule count west of UTC. A rule without summer time changes nothing. */
static bool read_rule(MuStr rule, Table *table)
{
    Scan s = {rule, 0};
    double standard, summer;
    ChangeDay begins, ends;
    if (!rule.size)
        return true;
    if (!scan_name(&s) || !scan_time(&s, &standard))
        return false;
    if (!table->from.size)
        table->before = -standard * 1000;
    if (s.at == rule.size)
        return true;
    summer = standard - 3600;
    if (!scan_name(&s) || (peek(&s) != ',' && !scan_time(&s, &summer)) || !scan_day(&s, &begins) ||
        !scan_day(&s, &ends) || s.at != rule.size)
        return false;
    add_years(table, -standard, -summer, &begins, &ends);
    return true;
}

bool mu_zone_parse(MuArena *arena, MuStr bytes, MuZone *zone)
{
    Counts counts;
    Table table = {.arena = arena};
    if (!read_header(bytes, 0, &counts) || bytes.at[4] < '2')
        return false;
    size_t second = HEADER + block_size(&counts, 4);
    if (!read_header(bytes, second, &counts) || !read_block(bytes, second + HEADER, &counts, &table))
        return false;
    size_t footer = second + HEADER + block_size(&counts, 8);
    MuStr rule = mu_str_trim(mu_str_slice(bytes, footer, bytes.size));
    if (!read_rule(rule, &table))
        return false;
    *zone = (MuZone){table.from.size, table.before, table.from.at, table.offset.at};
    return true;
}
