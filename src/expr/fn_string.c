/* Texts. Positions count UTF-16 code units, as in JavaScript. */
#include "expr/case.h"
#include "expr/function.h"
#include "expr/operate.h"

#include "base/num.h"
#include "base/utf8.h"

static MuArena *arena_of(const MuCall *call)
{
    return call->env->arena;
}

static MuValue call_upper(MuCall *call)
{
    return mu_string(mu_upper(arena_of(call), mu_arg_string(call, 0)));
}
static MuValue call_lower(MuCall *call)
{
    return mu_string(mu_lower(arena_of(call), mu_arg_string(call, 0)));
}
static MuValue call_trim(MuCall *call)
{
    return mu_string(mu_utf8_trim(mu_arg_string(call, 0)));
}

/* ---- numbers in texts ---- */

/* The longest beginning that is a decimal number. */
static MuValue call_parse_float(MuCall *call)
{
    MuStr s = mu_utf8_trim(mu_arg_string(call, 0));
    double number;
    bool minus = mu_str_starts(s, "-");
    MuStr rest = minus || mu_str_starts(s, "+") ? mu_str_slice(s, 1, s.size) : s;
    if (mu_str_starts(rest, "Infinity"))
        return mu_number(minus ? -INFINITY : INFINITY);
    if (mu_str_starts(rest, "-") || mu_str_starts(rest, "+"))
        return mu_number(NAN);
    if (mu_str_starts(rest, "."))
        rest = mu_str_printf(arena_of(call), "0%.*s", MU_FMT(rest));
    if (rest.size > 1 && rest.at[0] == '0' && rest.at[1] == '.' &&
        !(rest.size > 2 && rest.at[2] >= '0' && rest.at[2] <= '9'))
        return mu_number(s.at[minus] == '.' ? NAN : minus ? -0.0 : 0);
    if (!mu_num_read(rest, &number))
        return mu_number(NAN);
    return mu_number(minus ? -number : number);
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char low = (char)(c | 0x20);
    return low >= 'a' && low <= 'z' ? low - 'a' + 10 : 99;
}

static MuValue call_parse_int(MuCall *call)
{
    MuStr s = mu_utf8_trim(mu_arg_string(call, 0));
    int radix = mu_to_int32(mu_arg_number(call, 1));
    bool minus = mu_str_starts(s, "-");
    size_t i = minus || mu_str_starts(s, "+");
    bool hex = i + 1 < s.size && s.at[i] == '0' && (s.at[i + 1] | 0x20) == 'x';
    if (hex && (radix == 0 || radix == 16)) {
        i += 2;
        radix = 16;
    }
    radix = radix ? radix : 10;
    size_t first = i;
    double number = 0;
    for (; i < s.size && digit_of(s.at[i]) < radix; i++)
        number = number * radix + digit_of(s.at[i]);
    if (i == first || radix < 2 || radix > 36)
        return mu_number(NAN);
    if (radix == 10)
        mu_num_read(mu_str_slice(s, first, i), &number); /* rounds rightly beyond 2^53 */
    return mu_number(minus ? -number : number);
}

/* ---- cutting and filling ---- */

/* Both positions are clamped and put in order. */
static MuValue call_substring(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0);
    double size = (double)mu_utf16_length(s);
    double from = fmin(fmax(mu_arg_integer(call, 1, 0), 0), size),
           to = fmin(fmax(mu_arg_integer(call, 2, size), 0), size);
    return mu_string(mu_utf16_slice(arena_of(call), s, (size_t)fmin(from, to), (size_t)fmax(from, to)));
}

static bool is(MuValue v, const char *text)
{
    return v.kind == MU_STRING && mu_str_is(mu_value_str(v), text);
}

static void repeat(MuBuf *buf, MuStr s, double times)
{
    for (double i = 1; i <= times; i++)
        mu_buf_add(buf, s);
}

static MuValue call_pad(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0), fill = mu_to_bool(mu_arg(call, 2)) ? mu_arg_string(call, 2) : MU_STR(" ");
    MuValue align = mu_arg(call, 3);
    double missing = mu_arg_number(call, 1) - (double)mu_utf16_length(s);
    double before = is(align, "left") ? missing : is(align, "center") ? trunc(missing / 2) : 0;
    if (missing <= 0 || isnan(missing))
        return mu_string(s);
    if (!mu_call_room(call, missing * (double)fill.size + (double)s.size))
        return mu_undefined();
    MuBuf buf = {.arena = arena_of(call)};
    repeat(&buf, fill, before);
    mu_buf_add(&buf, s);
    repeat(&buf, fill, is(align, "center") ? ceil(missing / 2) : missing - before);
    return mu_string(mu_buf_str(&buf));
}

/* Joins a beginning and an end of `s` (units) around the ellipsis. */
static MuValue shorten(MuCall *call, MuStr s, double head, double tail, MuStr ellipsis)
{
    size_t size = mu_utf16_length(s);
    double from = fmax((double)size - tail, 0);
    MuBuf buf = {.arena = arena_of(call)};
    mu_buf_add(&buf, mu_utf16_slice(buf.arena, s, 0, (size_t)fmax(head, 0)));
    mu_buf_add(&buf, ellipsis);
    if (tail > 0)
        mu_buf_add(&buf, mu_utf16_slice(buf.arena, s, (size_t)from, size));
    return mu_string(mu_buf_str(&buf));
}

static MuValue call_truncate(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0);
    MuValue align = mu_arg(call, 2);
    MuStr ellipsis = mu_arg(call, 3).kind > MU_NULL ? mu_arg_string(call, 3) : MU_STR("\u2026");
    double length = mu_arg_number(call, 1), room = trunc(fmax(0, length - (double)mu_utf16_length(ellipsis)));
    if ((double)mu_utf16_length(s) <= length)
        return mu_string(s);
    if (isnan(room))
        room = 0;
    if (is(align, "left"))
        return shorten(call, s, 0, room, ellipsis);
    if (is(align, "center"))
        return shorten(call, s, ceil(room / 2), trunc(room / 2), ellipsis);
    return shorten(call, s, room, 0, ellipsis);
}

/* ---- encodings ---- */

static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The characters as bytes: btoa knows those up to U+00FF only. */
static bool latin1(MuCall *call, MuStr s, MuBuf *bytes)
{
    for (size_t i = 0; i < s.size;) {
        uint32_t code;
        i += mu_utf8_decode(s, i, &code);
        if (code > 0xFF)
            return false;
        mu_buf_addc(bytes, (char)code);
    }
    return mu_call_room(call, (double)bytes->size * 2);
}

static MuValue call_btoa(MuCall *call)
{
    MuBuf in = {.arena = arena_of(call)}, out = in;
    if (!latin1(call, mu_arg_string(call, 0), &in))
        return mu_call_wrong(call, 0, "characters up to U+00FF");
    for (size_t i = 0; i < in.size; i += 3) {
        size_t left = in.size - i;
        uint32_t bits = (uint32_t)(unsigned char)in.at[i] << 16;
        bits |= left > 1 ? (uint32_t)(unsigned char)in.at[i + 1] << 8 : 0;
        bits |= left > 2 ? (unsigned char)in.at[i + 2] : 0;
        mu_buf_addc(&out, base64[bits >> 18]);
        mu_buf_addc(&out, base64[bits >> 12 & 63]);
        mu_buf_addc(&out, left > 1 ? base64[bits >> 6 & 63] : '=');
        mu_buf_addc(&out, left > 2 ? base64[bits & 63] : '=');
    }
    return mu_string(mu_buf_str(&out));
}

/* White space is skipped, one or two = may end the text. */
static MuValue call_atob(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0);
    MuBuf out = {.arena = arena_of(call)};
    uint32_t bits = 0;
    size_t digits = 0, ends = 0;
    for (size_t i = 0; i < s.size; i++) {
        const char *digit = s.at[i] ? strchr(base64, s.at[i]) : NULL;
        if (s.at[i] == ' ' || (s.at[i] >= '\t' && s.at[i] <= '\r'))
            continue;
        if (s.at[i] == '=') {
            ends++;
            continue;
        }
        if (!digit || ends)
            return mu_call_wrong(call, 0, "base64");
        bits = bits << 6 | (uint32_t)(digit - base64);
        if (++digits % 4 != 1)
            mu_utf8_add(&out, bits >> (6 - 2 * ((digits - 1) % 4)) & 0xFF);
    }
    if (digits % 4 == 1 || ends > 2 || (ends && (digits + ends) % 4))
        return mu_call_wrong(call, 0, "base64");
    return mu_string(mu_buf_str(&out));
}

static MuValue call_encode_uri(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0);
    MuBuf out = {.arena = arena_of(call)};
    for (size_t i = 0; i < s.size; i++) {
        char c = s.at[i];
        if (digit_of(c) < 36 || (c && strchr("-_.!~*'()", c)))
            mu_buf_addc(&out, c);
        else
            mu_buf_printf(&out, "%%%02X", (unsigned char)c);
    }
    return mu_string(mu_buf_str(&out));
}

static const MuFunction table[] = {
    {"lower", 1, 1, .signature = "lower(text)", .doc = "in small letters", .call = call_lower},
    {"pad", 2, 4, .signature = "pad(text, length, character, align)",
     .doc = "filled up to the length; align: where the filling goes (right, left, center)", .call = call_pad},
    {"parseFloat", 1, 1, .signature = "parseFloat(text)", .doc = "the number at the beginning of the text",
     .call = call_parse_float},
    {"parseInt", 1, 2, .signature = "parseInt(text, radix)", .doc = "the whole number at the beginning of the text",
     .call = call_parse_int},
    {"substring", 1, 3, .signature = "substring(text, start, end)", .doc = "the part from start to before end",
     .call = call_substring},
    {"trim", 1, 1, .signature = "trim(text)", .doc = "without white space at both ends", .call = call_trim},
    {"truncate", 2, 4, .signature = "truncate(text, length, align, ellipsis)",
     .doc = "cut to the length; align: which part goes (right, left, center)", .call = call_truncate},
    {"upper", 1, 1, .signature = "upper(text)", .doc = "in capitals", .call = call_upper},
    {"btoa", 1, 1, .signature = "btoa(text)", .doc = "in base64", .call = call_btoa},
    {"atob", 1, 1, .signature = "atob(text)", .doc = "from base64", .call = call_atob},
    {"encodeURIComponent", 1, 1, .signature = "encodeURIComponent(text)", .doc = "with %XX for use in a link",
     .call = call_encode_uri},
};

const MuFamily mu_functions_string = MU_FAMILY("texts", table);
