/* The text of ticks and legend entries: vega-scale's tickFormat and labelFormat, vega-format's formatFloat. */
#include "scale/family.h"
#include "stat/ticks.h"

typedef enum FormatKind { AS_TEXT, AS_NUMBER, AS_FLOAT, AS_TIME, AS_TIME_MULTI } FormatKind;

struct MuTickFormat {
    const MuLocale *locale;
    const MuZone *zone;
    bool scale_is_time;
    FormatKind kind;
    MuStr specifier; /* of times */
    MuNumberFormat number;
    double si_value;
    bool as_d3;  /* the scale's `vega` */
    bool trim;   /* AS_FLOAT without a precision of its own */
    bool choose; /* only some ticks of a log scale have a text */
    MuLogTest test;
};

/* Digits by the step of the ticks; a specifier that is none is left out. */
static void format_span(MuTickFormat *format, double start, double stop, double count, MuStr specifier)
{
    format->kind = AS_NUMBER;
    if (!mu_tick_format(start, stop, count, specifier, format->as_d3, &format->number, &format->si_value))
        mu_tick_format(start, stop, count, MU_STR(""), format->as_d3, &format->number, &format->si_value);
}

/* vega-scale's thresholdFormat: enough digits to tell the nearest two thresholds apart. */
static void format_thresholds(MuTickFormat *format, const MuScale *scale, MuStr specifier)
{
    bool quantile = scale->type == MU_SCALE_QUANTILE;
    const double *at = quantile ? scale->thresholds : scale->domain;
    size_t size = quantile ? scale->threshold_count : scale->domain_size;
    double least = size > 1 ? at[1] - at[0] : size ? at[0] : NAN;
    for (size_t i = 1; i < size; i++)
        least = fmin(least, at[i] - at[i - 1]);
    format_span(format, 0, least, 30, specifier);
}

/* vega-format's formatFloat: up to twelve digits, zeroes at the end dropped, unless a precision is said. */
static void format_float(MuTickFormat *format, MuStr specifier)
{
    format->kind = AS_FLOAT;
    if (!mu_number_format_parse(specifier.size ? specifier : MU_STR(","), &format->number))
        mu_number_format_parse(MU_STR(","), &format->number);
    format->trim = format->number.precision < 0;
    if (format->trim)
        format->number.precision = format->number.type == '%' ? 10 : format->number.type == 'e' ? 11 : 12;
}

static void format_log(MuTickFormat *format, const MuScale *scale, MuArena *arena, double count, MuStr specifier)
{
    format_float(format, specifier);
    if (scale->bins)
        return;
    MuArenaMark mark = mu_arena_mark(arena);
    MuValue *ticks;
    size_t size = scale->def->ticks(scale, arena, count, &ticks);
    mu_arena_reset(arena, mark);
    format->choose = true;
    format->test = mu_log_test(scale, count, size);
}

static bool is_numeric(const MuScale *scale)
{
    return scale->def->continuous || scale->def->discretizing;
}

static void choose_format(MuTickFormat *format, const MuScale *scale, MuArena *arena, double count, MuStr specifier,
                          bool is_time)
{
    if (is_time || scale->type == MU_SCALE_TIME || scale->type == MU_SCALE_UTC) {
        format->kind = specifier.size ? AS_TIME : AS_TIME_MULTI;
    } else if (scale->type == MU_SCALE_LOG) {
        format_log(format, scale, arena, count, specifier);
    } else if (scale->type == MU_SCALE_QUANTILE || scale->type == MU_SCALE_QUANTIZE) {
        format_thresholds(format, scale, specifier);
    } else if (is_numeric(scale) && scale->type != MU_SCALE_THRESHOLD) {
        format_span(format, mu_scale_domain_first(scale), mu_scale_domain_last(scale), count, specifier);
    } else if (specifier.size && mu_number_format_parse(specifier, &format->number)) {
        format->kind = AS_NUMBER;
    }
}

MuTickFormat *mu_tick_format_new(const MuScale *scale, MuArena *arena, double count, MuStr specifier, bool is_time,
                                 const MuLocale *locale)
{
    MuTickFormat *format = MU_NEW(arena, MuTickFormat);
    *format = (MuTickFormat){.locale = locale ? locale : mu_locale_find(MU_STR("en-US")),
                             .specifier = specifier,
                             .si_value = NAN,
                             .as_d3 = scale->vega};
    format->scale_is_time = scale->type == MU_SCALE_TIME || scale->type == MU_SCALE_UTC;
    format->zone = scale->type == MU_SCALE_UTC ? NULL : scale->zone;
    choose_format(format, scale, arena, isnan(count) ? 10 : count, specifier, is_time);
    return format;
}

void mu_tick_format_keep_all(MuTickFormat *format)
{
    format->choose = false;
}

void mu_tick_format_in_utc(MuTickFormat *format)
{
    if (!format->scale_is_time)
        format->zone = NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The text without the zeroes that end its fraction, nor the decimal point if nothing follows it; what stands
 * behind the digits (an exponent, a per cent sign) stays. */
static MuStr trim_zeroes(MuArena *arena, MuStr text, MuStr decimal)
{
    size_t point = decimal.size ? mu_str_find(text, decimal, 0) : SIZE_MAX;
    if (point == SIZE_MAX)
        return text;
    size_t end = mu_str_find(text, MU_STR("e"), 1);
    if (end == SIZE_MAX)
        for (end = text.size; end > point + decimal.size && !is_digit(text.at[end - 1]);)
            end--;
    size_t keep = end;
    while (keep > point + decimal.size && text.at[keep - 1] == '0')
        keep--;
    if (keep == point + decimal.size)
        keep = point;
    MuBuf buf = {.arena = arena};
    mu_buf_add(&buf, mu_str_slice(text, 0, keep));
    mu_buf_add(&buf, mu_str_slice(text, end, text.size));
    return mu_buf_str(&buf);
}

static MuStr number_text(const MuTickFormat *format, MuArena *arena, double number)
{
    MuBuf buf = {.arena = arena};
    if (isnan(format->si_value))
        mu_number_format(&buf, format->locale, &format->number, number);
    else
        mu_number_format_prefix(&buf, format->locale, &format->number, format->si_value, number);
    return mu_buf_str(&buf);
}

static MuStr plain_text(MuArena *arena, MuValue tick)
{
    if (tick.kind != MU_ARRAY)
        return mu_to_string(arena, tick);
    MuBuf buf = {.arena = arena};
    for (size_t i = 0; i < tick.array->size; i++) {
        if (i)
            mu_buf_addc(&buf, '\n');
        mu_buf_add(&buf, mu_to_string(arena, tick.array->at[i]));
    }
    return mu_buf_str(&buf);
}

MuStr mu_tick_format_text(const MuTickFormat *format, MuArena *arena, MuValue tick)
{
    MuBuf buf = {.arena = arena};
    switch (format->kind) {
    case AS_TEXT:
        return plain_text(arena, tick);
    case AS_NUMBER:
        return number_text(format, arena, mu_to_number(tick));
    case AS_FLOAT:
        if (format->choose && !mu_log_test_passes(format->test, mu_to_number(tick)))
            return MU_STR("");
        MuStr text = number_text(format, arena, mu_to_number(tick));
        return format->trim ? trim_zeroes(arena, text, mu_str(format->locale->decimal)) : text;
    case AS_TIME:
        mu_time_format(&buf, format->locale, format->specifier, mu_to_number(tick), format->zone);
        return mu_buf_str(&buf);
    case AS_TIME_MULTI:
        mu_time_format_multi(&buf, format->locale, mu_to_number(tick), format->zone);
        return mu_buf_str(&buf);
    }
    return MU_STR("");
}

MuStr mu_tick_format_span(const MuTickFormat *format, MuArena *arena, double from, double to)
{
    MuStr lo = isfinite(from) ? mu_tick_format_text(format, arena, mu_number(from)) : MU_STR("");
    MuStr hi = isfinite(to) ? mu_tick_format_text(format, arena, mu_number(to)) : MU_STR("");
    if (lo.size && hi.size)
        return mu_str_printf(arena, "%.*s \u2013 %.*s", MU_FMT(lo), MU_FMT(hi));
    return hi.size ? mu_str_printf(arena, "< %.*s", MU_FMT(hi)) : mu_str_printf(arena, "\u2265 %.*s", MU_FMT(lo));
}
