/* d3-format 3 (ISC, Mike Bostock): formatSpecifier.js, locale.js and the format types; the precision of ticks
 * as in vega-format's formatSpan. */
#include "base/utf8.h"
#include "format/digits.h"
#include "format/format.h"

enum { NO_PREFIX = INT32_MAX };

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static char take(MuStr *s, const char *set)
{
    char c = s->size ? s->at[0] : '\0';
    if (!is_one_of(c, set))
        return '\0';
    *s = mu_str_slice(*s, 1, s->size);
    return c;
}

/* Digits as a number, capped; -1 if there are none. */
static int take_number(MuStr *s)
{
    int value = -1;
    while (s->size && s->at[0] >= '0' && s->at[0] <= '9') {
        value = (value < 0 ? 0 : value) * 10 + (s->at[0] - '0');
        value = value > 100000 ? 100000 : value;
        *s = mu_str_slice(*s, 1, s->size);
    }
    return value;
}

/* [[fill]align]: any one character is a fill if an alignment follows. */
static void take_fill(MuStr *s, MuNumberFormat *format)
{
    uint32_t code;
    size_t size = s->size ? mu_utf8_decode(*s, 0, &code) : 0;
    if (size && size < s->size && is_one_of(s->at[size], "<>=^")) {
        memcpy(format->fill, s->at, size);
        format->fill[size] = '\0';
        *s = mu_str_slice(*s, size, s->size);
    }
    char align = take(s, "<>=^");
    format->align = align ? align : '>';
}

bool mu_number_format_parse(MuStr s, MuNumberFormat *format)
{
    *format = (MuNumberFormat){.fill = " ", .sign = '-', .width = -1, .precision = -1};
    take_fill(&s, format);
    char sign = take(&s, "+-( ");
    format->sign = sign ? sign : '-';
    format->symbol = take(&s, "$#");
    format->zero = take(&s, "0");
    format->width = take_number(&s);
    format->comma = take(&s, ",");
    if (s.size > 1 && s.at[0] == '.' && s.at[1] >= '0' && s.at[1] <= '9') {
        s = mu_str_slice(s, 1, s.size);
        format->precision = take_number(&s);
    }
    format->trim = take(&s, "~");
    format->type = take(&s, "%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return s.size == 0;
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

/* "n" is ",g"; no type, or an unknown one, is ".12~g"; a zero fill means the alignment "=". */
static MuNumberFormat resolve(MuNumberFormat f)
{
    if (f.type == 'n') {
        f.comma = true;
        f.type = 'g';
    } else if (!is_one_of(f.type, "%bcdefgoprsXx")) {
        f.precision = f.precision < 0 ? 12 : f.precision;
        f.trim = true;
        f.type = 'g';
    }
    if (f.zero || (f.align == '=' && strcmp(f.fill, "0") == 0)) {
        f.zero = true;
        f.align = '=';
        strncpy(f.fill, "0", sizeof f.fill);
    }
    f.precision = f.precision < 0             ? 6
                  : is_one_of(f.type, "gprs") ? clamp(f.precision, 1, 21)
                                              : clamp(f.precision, 0, 20);
    return f;
}

/* The exponent of d3's formatDecimalParts: 3 for 1234; NaN for zero and what is not finite. */
static double exponent_of(double number)
{
    char digits[18];
    int exponent;
    if (number == 0 || !isfinite(number))
        return NAN;
    mu_num_digits(fabs(number), digits, &exponent);
    return exponent - 1;
}

/* The power of ten of the SI prefix: a multiple of 3 from -24 to 24. */
static int prefix_power(double exponent)
{
    return 3 * clamp((int)floor(exponent / 3), -8, 8);
}

static const char *prefix_text(int power)
{
    static const char *const PREFIXES[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                           "k", "M", "G", "T", "P", "E", "Z", "Y"};
    return PREFIXES[8 + power / 3];
}

static void add_repeated(MuBuf *buf, const char *text, int count)
{
    for (int i = 0; i < count; i++)
        mu_buf_adds(buf, text);
}

/* Significant digits without an exponent. */
static void write_rounded(MuBuf *buf, double number, int precision)
{
    if (number == 0 || isinf(number)) {
        mu_num_write(buf, number);
        return;
    }
    char digits[48];
    int exponent, count = mu_num_round(number, precision, digits, &exponent);
    if (exponent <= 0) {
        mu_buf_adds(buf, "0.");
        add_repeated(buf, "0", -exponent);
        mu_buf_adds(buf, digits);
        return;
    }
    mu_buf_add(buf, mu_str_slice((MuStr){digits, (size_t)count}, 0, (size_t)exponent));
    add_repeated(buf, "0", exponent - count);
    if (count > exponent)
        mu_buf_printf(buf, ".%s", digits + exponent);
}

/* Scaled by the SI prefix that fits. Returns its power, NO_PREFIX for zero and infinity. */
static int write_si(MuBuf *buf, double number, int precision)
{
    if (number == 0 || isinf(number)) {
        mu_digits_precision(buf, number, precision);
        return NO_PREFIX;
    }
    char digits[48];
    int exponent, count = mu_num_round(number, precision, digits, &exponent);
    int power = prefix_power(exponent - 1), whole = exponent - power;
    if (whole > 0) {
        mu_buf_add(buf, mu_str_slice((MuStr){digits, (size_t)count}, 0, (size_t)whole));
        add_repeated(buf, "0", whole - count);
        if (count > whole)
            mu_buf_printf(buf, ".%s", digits + whole);
        return power;
    }
    /* Smaller than the smallest prefix: fewer digits are left, at the least as many as are needed. */
    int left = precision + whole - 1;
    if (left > 0)
        mu_num_round(number, left, digits, &exponent);
    else
        mu_num_digits(number, digits, &exponent);
    mu_buf_adds(buf, "0.");
    add_repeated(buf, "0", -whole);
    mu_buf_adds(buf, digits);
    return power;
}

/* Writes |number|; returns the SI prefix's power or NO_PREFIX. */
static int write_type(MuBuf *buf, const MuNumberFormat *f, double number)
{
    switch (f->type) {
    case '%':
        mu_digits_fixed(buf, number * 100, f->precision);
        break;
    case 'b':
        mu_digits_radix(buf, round(number), 2);
        break;
    case 'o':
        mu_digits_radix(buf, round(number), 8);
        break;
    case 'x':
    case 'X':
        mu_digits_radix(buf, round(number), 16);
        break;
    case 'd':
        mu_digits_whole(buf, round(number));
        break;
    case 'e':
        mu_digits_exponential(buf, number, f->precision);
        break;
    case 'f':
        mu_digits_fixed(buf, number, f->precision);
        break;
    case 'p':
        write_rounded(buf, number * 100, f->precision);
        break;
    case 'r':
        write_rounded(buf, number, f->precision);
        break;
    case 's':
        return write_si(buf, number, f->precision);
    default:
        mu_digits_precision(buf, number, f->precision);
    }
    for (size_t i = 0; f->type == 'X' && i < buf->size; i++)
        buf->at[i] = (char)(buf->at[i] >= 'a' && buf->at[i] <= 'z' ? buf->at[i] - 32 : buf->at[i]);
    return NO_PREFIX;
}

/* Takes the zeros off the end of the fraction: "1.2000e+3" is "1.2e+3". */
static void trim_zeros(MuBuf *text)
{
    size_t point = 0, end;
    while (point < text->size && text->at[point] != '.')
        point++;
    if (point == text->size)
        return;
    for (end = point + 1; end < text->size && text->at[end] >= '0' && text->at[end] <= '9'; end++)
        continue;
    size_t kept = end;
    while (text->at[kept - 1] == '0')
        kept--;
    kept -= kept == point + 1;
    memmove(text->at + kept, text->at + end, text->size - end);
    text->size -= end - kept;
}

/* Whether a text such as "0.00" or "0e+0" has lost its value by rounding. */
static bool is_zero_text(MuStr s)
{
    for (size_t i = 0; i < s.size && (i == 0 || s.at[i] != 'e'); i++) {
        if (s.at[i] != '0' && s.at[i] != '.')
            return false;
    }
    return true;
}

/* The digits with separators, right to left, until `width` is used up (zero filling); with no width all. */
static MuStr group(MuArena *arena, const MuLocale *locale, MuStr digits, size_t width)
{
    const uint8_t *sizes = locale->grouping;
    MuStr parts[400];
    size_t count = 0, at = digits.size, length = 0;
    for (size_t step = *sizes; at > 0 && step > 0 && count < 400; step = *sizes) {
        if (length + step + 1 > width)
            step = width > length + 1 ? width - length : 1;
        size_t start = at > step ? at - step : 0;
        parts[count++] = mu_str_slice(digits, start, at);
        at = start;
        length += step + 1;
        if (length > width)
            break;
        sizes += sizes[1] != 0;
    }
    MuBuf buf = {.arena = arena};
    while (count) {
        mu_buf_add(&buf, parts[--count]);
        if (count)
            mu_buf_adds(&buf, locale->thousands);
    }
    return mu_buf_str(&buf);
}

/* The pieces of a formatted number. */
typedef struct Pieces {
    MuBuf prefix, digits, suffix;
} Pieces;

static void make_suffix(Pieces *p, const MuLocale *locale, const MuNumberFormat *f, int si_power, const char *unit,
                        bool in_parentheses)
{
    if (si_power != NO_PREFIX)
        mu_buf_adds(&p->suffix, prefix_text(si_power));
    if (f->symbol == '$')
        mu_buf_adds(&p->suffix, locale->currency[1]);
    else if (is_one_of(f->type, "%p"))
        mu_buf_adds(&p->suffix, locale->percent);
    mu_buf_adds(&p->suffix, unit);
    if (in_parentheses)
        mu_buf_addc(&p->suffix, ')');
}

static void make_prefix(Pieces *p, const MuLocale *locale, const MuNumberFormat *f, bool negative)
{
    if (negative && f->sign != '(')
        mu_buf_adds(&p->prefix, locale->minus);
    else if (negative || f->sign == '+' || f->sign == ' ')
        mu_buf_addc(&p->prefix, f->sign);
    if (f->symbol == '$')
        mu_buf_adds(&p->prefix, locale->currency[0]);
    else if (f->symbol == '#' && is_one_of(f->type, "boxX"))
        mu_buf_printf(&p->prefix, "0%c", f->type | 32);
}

/* Fraction and exponent move from the digits to the front of the suffix, so that only the whole part is grouped. */
static void split_fraction(Pieces *p, const MuLocale *locale, MuArena *arena)
{
    size_t whole = 0;
    while (whole < p->digits.size && p->digits.at[whole] >= '0' && p->digits.at[whole] <= '9')
        whole++;
    MuBuf suffix = {.arena = arena};
    MuStr rest = mu_str_slice(mu_buf_str(&p->digits), whole, p->digits.size);
    if (rest.size && rest.at[0] == '.') {
        mu_buf_adds(&suffix, locale->decimal);
        rest = mu_str_slice(rest, 1, rest.size);
    }
    mu_buf_add(&suffix, rest);
    mu_buf_add(&suffix, mu_buf_str(&p->suffix));
    p->digits.size = whole;
    p->suffix = suffix;
}

static void make_pieces(Pieces *p, MuArena *arena, const MuLocale *locale, const MuNumberFormat *f, const char *unit,
                        double number)
{
    if (f->type == 'c') {
        mu_num_write(&p->suffix, number);
        make_suffix(p, locale, f, NO_PREFIX, unit, false);
        make_prefix(p, locale, &(MuNumberFormat){.symbol = f->symbol}, false);
        return;
    }
    int si_power = NO_PREFIX;
    if (isnan(number))
        mu_buf_adds(&p->digits, locale->nan);
    else
        si_power = write_type(&p->digits, f, fabs(number));
    if (f->trim)
        trim_zeros(&p->digits);
    bool negative = signbit(number) && !isnan(number);
    if (negative && f->sign != '+' && is_zero_text(mu_buf_str(&p->digits)))
        negative = false;
    make_suffix(p, locale, f, si_power, unit, negative && f->sign == '(');
    make_prefix(p, locale, f, negative);
    if (is_one_of(f->type, "defgprs%"))
        split_fraction(p, locale, arena);
}

static void add_numerals(MuBuf *buf, const MuLocale *locale, MuStr text)
{
    if (!locale->numerals) {
        mu_buf_add(buf, text);
        return;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] >= '0' && text.at[i] <= '9')
            mu_buf_adds(buf, locale->numerals[text.at[i] - '0']);
        else
            mu_buf_addc(buf, text.at[i]);
    }
}

static void write_aligned(MuBuf *out, const MuNumberFormat *f, MuStr prefix, MuStr digits, MuStr suffix, int padding)
{
    int before = f->align == '>' ? padding : f->align == '^' ? padding / 2 : 0;
    int inside = f->align == '=' ? padding : 0;
    add_repeated(out, f->fill, before);
    mu_buf_add(out, prefix);
    add_repeated(out, f->fill, inside);
    mu_buf_add(out, digits);
    mu_buf_add(out, suffix);
    add_repeated(out, f->fill, padding - before - inside);
}

static void format_with_unit(MuBuf *buf, const MuLocale *locale, MuNumberFormat f, const char *unit, double number)
{
    MuArena *arena = buf->arena;
    Pieces p = {{.arena = arena}, {.arena = arena}, {.arena = arena}};
    make_pieces(&p, arena, locale, &f, unit, number);
    MuStr prefix = mu_buf_str(&p.prefix), digits = mu_buf_str(&p.digits), suffix = mu_buf_str(&p.suffix);
    if (f.comma && !f.zero)
        digits = group(arena, locale, digits, SIZE_MAX);
    int length = (int)(mu_utf16_length(prefix) + mu_utf16_length(digits) + mu_utf16_length(suffix));
    int padding = length < f.width ? f.width - length : 0;
    if (f.comma && f.zero) {
        MuBuf filled = {.arena = arena};
        add_repeated(&filled, "0", padding);
        mu_buf_add(&filled, digits);
        size_t width = padding ? (size_t)f.width - mu_utf16_length(suffix) : SIZE_MAX;
        digits = group(arena, locale, mu_buf_str(&filled), width);
        padding = 0;
    }
    MuBuf out = {.arena = arena};
    write_aligned(&out, &f, prefix, digits, suffix, padding);
    add_numerals(buf, locale, mu_buf_str(&out));
}

void mu_number_format(MuBuf *buf, const MuLocale *locale, const MuNumberFormat *format, double number)
{
    format_with_unit(buf, locale, resolve(*format), "", number);
}

void mu_number_format_prefix(MuBuf *buf, const MuLocale *locale, const MuNumberFormat *format, double si_value,
                             double number)
{
    if (isnan(si_value)) {
        mu_number_format(buf, locale, format, number);
        return;
    }
    double exponent = exponent_of(si_value);
    int power = isnan(exponent) ? 0 : prefix_power(exponent);
    MuNumberFormat fixed = *format;
    fixed.type = 'f';
    format_with_unit(buf, locale, resolve(fixed), prefix_text(power), pow(10, -power) * number);
}

/* d3's precisionFixed, precisionRound and precisionPrefix; NaN where the step or value says nothing. */
static double precision_for(char type, double step, double value)
{
    double step_exponent = exponent_of(step), precision;
    switch (type) {
    case 'e':
    case 'g':
    case 'p':
    case 'r':
        precision = exponent_of(fabs(value) - fabs(step)) - step_exponent;
        return isnan(precision) ? NAN : fmax(0, precision) + (type != 'e');
    case 'f':
    case '%':
        return isnan(step_exponent) ? NAN : fmax(0, -step_exponent) - 2 * (type == '%');
    case 's':
        precision = exponent_of(value);
        return isnan(precision + step_exponent) ? NAN : fmax(0, prefix_power(precision) - step_exponent);
    default:
        return NAN;
    }
}

bool mu_tick_format(double start, double stop, double count, MuStr specifier, bool as_d3, MuNumberFormat *format,
                    double *si_value)
{
    *si_value = NAN;
    if (!mu_number_format_parse(specifier.size ? specifier : MU_STR(",f"), format))
        return false;
    double value = fmax(fabs(start), fabs(stop));
    char type = as_d3 && !format->type ? 'r' : format->type;
    double precision = precision_for(type, mu_num_step(start, stop, count), value);
    if (format->precision < 0 && format->type == 's')
        *si_value = value;
    if (format->precision < 0 && !isnan(precision))
        format->precision = precision < 0 ? 0 : (int)precision;
    return true;
}

bool mu_float_format(MuStr specifier, MuNumberFormat *format)
{
    if (!mu_number_format_parse(specifier.size ? specifier : MU_STR(","), format))
        return false;
    if (format->precision < 0) {
        format->precision = format->type == '%' ? 10 : format->type == 'e' ? 11 : 12;
        format->trim = true;
    }
    return true;
}
