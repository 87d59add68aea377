/* Numbers and dates as text, and back. Formats are d3's, in the figure's locale and zone. */
#include "expr/function.h"
#include "expr/operate.h"

static const MuLocale *locale_of(const MuCall *call)
{
    return call->env->locale ? call->env->locale : mu_locale_find(MU_STR("en-US"));
}

static bool is_utc(const MuCall *call)
{
    return strncmp(call->term->function->name, "utc", 3) == 0;
}
static const MuZone *zone_of(const MuCall *call)
{
    return is_utc(call) ? NULL : call->env->zone;
}

static MuValue call_format(MuCall *call)
{
    MuStr specifier = mu_arg_string(call, 1);
    MuNumberFormat format;
    MuBuf buf = {.arena = call->env->arena};
    if (!mu_number_format_parse(specifier, &format))
        return MU_FAIL(call, MU_DIAG_EXPR_FORMAT, MU_FMT(specifier), "a number");
    if (mu_arg(call, 0).kind == MU_NULL)
        return mu_string(MU_STR("null"));
    mu_number_format(&buf, locale_of(call), &format, mu_arg_number(call, 0));
    return mu_string(mu_buf_str(&buf));
}

/* ---- dates ---- */

/* The formats of vega-format's multi-format, finest first: the first whose unit the time does not begin is taken.
 * A time within a month is written as a week's start or as a day, one within a year as a month or a quarter. */
static MuStr multi_specifier(const MuCall *call, const MuObject *formats, double ms)
{
    static const struct {
        const char *key, *standard;
        MuInterval begins;
    } steps[] = {
        {"milliseconds", ".%L", {MU_UNIT_SECONDS, 1}},
        {"seconds", ":%S", {MU_UNIT_MINUTES, 1}},
        {"minutes", "%I:%M", {MU_UNIT_HOURS, 1}},
        {"hours", "%I %p", {MU_UNIT_DATE, 1}},
        {"date", "%a %d", {MU_UNIT_MONTH, 1}},
        {"month", "%B", {MU_UNIT_YEAR, 1}},
        {"year", "%Y", {MU_UNIT_YEAR, 0}},
    };
    const MuZone *zone = zone_of(call);
    size_t i = 0;
    while (steps[i].begins.step && !(mu_interval_floor(steps[i].begins, ms, zone) < ms))
        i++;
    const char *key = steps[i].key, *standard = steps[i].standard;
    if (mu_str_is(mu_str(key), "date") && !(mu_interval_floor((MuInterval){MU_UNIT_WEEK, 1}, ms, zone) < ms)) {
        key = "week";
        standard = "%b %d";
    }
    if (mu_str_is(mu_str(key), "month") && !(mu_interval_floor((MuInterval){MU_UNIT_MONTH, 3}, ms, zone) < ms))
        key = "quarter";
    MuValue chosen = mu_object_get(formats, mu_str(key));
    if (!mu_to_bool(chosen) && mu_str_is(mu_str(key), "date"))
        chosen = mu_object_get(formats, MU_STR("day"));
    return mu_to_bool(chosen) ? mu_string_of(call->env->arena, chosen) : mu_str(standard);
}

static MuValue call_time_format(MuCall *call)
{
    MuValue value = mu_arg(call, 0), specifier = mu_arg(call, 1);
    MuBuf buf = {.arena = call->env->arena};
    double ms = mu_to_number(value);
    if (value.kind == MU_NULL)
        return mu_string(MU_STR("null"));
    if (specifier.kind == MU_STRING)
        mu_time_format(&buf, locale_of(call), mu_value_str(specifier), ms, zone_of(call));
    else if (specifier.kind == MU_OBJECT)
        mu_time_format(&buf, locale_of(call), multi_specifier(call, specifier.object, ms), ms, zone_of(call));
    else if (specifier.kind <= MU_NULL)
        mu_time_format_multi(&buf, locale_of(call), ms, zone_of(call));
    else
        return mu_call_wrong(call, 1, "a text or an object as the format");
    return mu_string(mu_buf_str(&buf));
}

static MuValue call_time_parse(MuCall *call)
{
    if (mu_arg(call, 0).kind == MU_NULL)
        return mu_string(MU_STR("null"));
    double ms = mu_time_parse(locale_of(call), mu_arg_string(call, 1), mu_arg_string(call, 0), zone_of(call));
    return isnan(ms) ? mu_null() : mu_date(ms);
}

/* A day of 2000 written by `specifier`; nothing for what is no whole number. */
static MuValue day_of_2000(MuCall *call, double month, double day, const char *specifier)
{
    MuBuf buf = {.arena = call->env->arena};
    MuValue v = mu_arg(call, 0);
    if (v.kind != MU_NUMBER || v.number != floor(v.number) || fabs(v.number) > 1e6)
        return mu_string(MU_STR(""));
    double ms = mu_civil_ms(2000, 1 + (int64_t)month, (int64_t)day, 0, 0, 0, 0, NULL);
    mu_time_format(&buf, locale_of(call), mu_str(specifier), ms, NULL);
    return mu_string(mu_buf_str(&buf));
}

/* The second of January 2000 was a Sunday. */
static MuValue month_format(MuCall *call)
{
    return day_of_2000(call, mu_arg_number(call, 0), 1, "%B");
}
static MuValue month_abbrev(MuCall *call)
{
    return day_of_2000(call, mu_arg_number(call, 0), 1, "%b");
}
static MuValue day_format(MuCall *call)
{
    return day_of_2000(call, 0, 2 + mu_arg_number(call, 0), "%A");
}
static MuValue day_abbrev(MuCall *call)
{
    return day_of_2000(call, 0, 2 + mu_arg_number(call, 0), "%a");
}

/* ---- specifiers of time units ---- */

static const char *const unit_names[] = {"year", "quarter",   "month", "week",    "isoweek", "date",
                                         "day",  "dayofyear", "hours", "minutes", "seconds", "milliseconds"};
enum { UNITS = sizeof unit_names / sizeof *unit_names };

/* The specifier of the units joined by hyphens, from the caller's or vega-time's own; size 0 and no
 * pointer: there is none. */
static MuStr specifier_of(const MuCall *call, MuStr key)
{
    static const char *const standard[][2] = {
        {"year", "%Y "},
        {"quarter", "Q%q "},
        {"month", "%b "},
        {"date", "%d "},
        {"week", "W%U "},
        {"isoweek", "W%V "},
        {"day", "%a "},
        {"dayofyear", "%j "},
        {"hours", "%H:00"},
        {"minutes", "00:%M"},
        {"seconds", ":%S"},
        {"milliseconds", ".%L"},
        {"year-isoweek", "%G W%V "},
        {"year-month", "%Y-%m "},
        {"year-month-date", "%Y-%m-%d "},
        {"hours-minutes", "%H:%M"},
    };
    MuValue own = mu_arg(call, 1), chosen = own.kind == MU_OBJECT ? mu_object_get(own.object, key) : mu_undefined();
    if (chosen.kind > MU_NULL)
        return mu_string_of(call->env->arena, chosen);
    for (size_t i = 0; chosen.kind == MU_UNDEFINED && i < sizeof standard / sizeof *standard; i++)
        if (mu_str_is(key, standard[i][0]))
            return mu_str(standard[i][1]);
    return (MuStr){NULL, 0};
}

/* Marks the units that the argument names; false for an unknown one. */
static bool read_units(MuValue v, bool present[UNITS])
{
    size_t size = v.kind == MU_ARRAY ? v.array->size : v.kind <= MU_NULL ? 0 : 1;
    for (size_t i = 0; i < size; i++) {
        MuValue name = v.kind == MU_ARRAY ? v.array->at[i] : v;
        size_t u = 0;
        while (u < UNITS && !(name.kind == MU_STRING && mu_str_is(mu_value_str(name), unit_names[u])))
            u++;
        if (u == UNITS)
            return false;
        present[u] = true;
    }
    return size > 0;
}

static MuStr joined_units(MuArena *arena, const size_t *units, size_t size)
{
    MuBuf buf = {.arena = arena};
    for (size_t i = 0; i < size; i++) {
        if (i)
            mu_buf_addc(&buf, '-');
        mu_buf_adds(&buf, unit_names[units[i]]);
    }
    return mu_buf_str(&buf);
}

/* The longest run of units that has a specifier, then the next, as vega-time's timeUnitSpecifier. */
static MuValue call_time_unit_specifier(MuCall *call)
{
    bool present[UNITS] = {false};
    size_t units[UNITS], size = 0;
    MuBuf buf = {.arena = call->env->arena};
    if (!read_units(mu_arg(call, 0), present))
        return mu_call_wrong(call, 0, "one time unit or several");
    for (size_t u = 0; u < UNITS; u++)
        if (present[u])
            units[size++] = u;
    for (size_t start = 0, end; start < size; start = end) {
        MuStr specifier = {NULL, 0};
        for (end = size; end > start; end--)
            if ((specifier = specifier_of(call, joined_units(buf.arena, units + start, end - start))).at)
                break;
        if (end == start)
            return mu_call_wrong(call, 1, "a specifier for each unit");
        mu_buf_add(&buf, specifier);
    }
    return mu_string(mu_str_trim(mu_buf_str(&buf)));
}

static const MuFunction table[] = {
    {"format", 2, 2, .signature = "format(value, specifier)", .doc = "a number by d3's number format",
     .call = call_format},
    {"timeFormat", 1, 2, .signature = "timeFormat(date, specifier)", .doc = "a date by d3's time format",
     .call = call_time_format},
    {"timeParse", 2, 2, .signature = "timeParse(text, specifier)", .doc = "a date from text; null if it does not fit",
     .call = call_time_parse},
    {"utcFormat", 1, 2, .signature = "utcFormat(date, specifier)", .doc = "a date by d3's time format, in UTC",
     .call = call_time_format},
    {"utcParse", 2, 2, .signature = "utcParse(text, specifier)",
     .doc = "a date from text in UTC; null if it does not fit", .call = call_time_parse},
    {"timeUnitSpecifier", 1, 2, .signature = "timeUnitSpecifier(units, specifiers)",
     .doc = "the time format that shows these units", .call = call_time_unit_specifier},
    {"dayFormat", 1, 1, .signature = "dayFormat(day)", .doc = "the name of a day of the week (0 is Sunday)",
     .call = day_format},
    {"dayAbbrevFormat", 1, 1, .signature = "dayAbbrevFormat(day)", .doc = "the short name of a day of the week",
     .call = day_abbrev},
    {"monthFormat", 1, 1, .signature = "monthFormat(month)", .doc = "the name of a month (0 is January)",
     .call = month_format},
    {"monthAbbrevFormat", 1, 1, .signature = "monthAbbrevFormat(month)", .doc = "the short name of a month",
     .call = month_abbrev},
};

const MuFamily mu_functions_format = MU_FAMILY("formats", table);
