#include "base/utf8.h"

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The byte count that a lead byte announces; 0 if it cannot lead. */
static size_t lead_size(unsigned char c)
{
    return c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
}

size_t mu_utf8_decode(MuStr s, size_t at, uint32_t *code)
{
    static const unsigned char MASKS[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const uint32_t SMALLEST[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = lead_size((unsigned char)s.at[at]);
    *code = MU_UTF8_REPLACEMENT;
    if (size == 0 || size > s.size - at)
        return 1;
    uint32_t value = (unsigned char)s.at[at] & MASKS[size];
    for (size_t i = 1; i < size; i++) {
        if (!is_tail(s.at[at + i]))
            return 1;
        value = value << 6 | ((unsigned char)s.at[at + i] & 0x3F);
    }
    if (value < SMALLEST[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 1;
    *code = value;
    return size;
}

size_t mu_utf8_encode(char out[4], uint32_t code)
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = MU_UTF8_REPLACEMENT;
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char LEADS[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(LEADS[size] | code);
    return size;
}

void mu_utf8_add(MuBuf *buf, uint32_t code)
{
    char *at = mu_buf_reserve(buf, 4);
    buf->size += mu_utf8_encode(at, code);
}

size_t mu_utf8_count(MuStr s)
{
    size_t count = 0;
    uint32_t code;
    for (size_t at = 0; at < s.size; at += mu_utf8_decode(s, at, &code))
        count++;
    return count;
}

size_t mu_utf8_bad(MuStr s)
{
    uint32_t code;
    for (size_t at = 0; at < s.size;) {
        if ((unsigned char)s.at[at] < 0x80) {
            at++;
            continue;
        }
        size_t size = mu_utf8_decode(s, at, &code);
        if (size == 1)
            return at;
        at += size;
    }
    return SIZE_MAX;
}

/* ECMA-262, WhiteSpace and LineTerminator. */
bool mu_utf8_is_space(uint32_t c)
{
    return (c >= 9 && c <= 13) || c == 32 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

MuStr mu_utf8_trim(MuStr s)
{
    uint32_t code;
    while (s.size) {
        size_t size = mu_utf8_decode(s, 0, &code);
        if (!mu_utf8_is_space(code))
            break;
        s = mu_str_slice(s, size, s.size);
    }
    while (s.size) {
        size_t last = s.size - 1;
        while (last > 0 && is_tail(s.at[last]))
            last--;
        if (last + mu_utf8_decode(s, last, &code) != s.size || !mu_utf8_is_space(code))
            break;
        s.size = last;
    }
    return s;
}

static size_t units(uint32_t code)
{
    return code > 0xFFFF ? 2 : 1;
}

static uint32_t high_surrogate(uint32_t code)
{
    return 0xD800 + ((code - 0x10000) >> 10);
}

size_t mu_utf16_length(MuStr s)
{
    return mu_utf16_index(s, s.size);
}

size_t mu_utf16_index(MuStr s, size_t offset)
{
    size_t index = 0;
    uint32_t code;
    for (size_t at = 0; at < s.size && at < offset; index += units(code))
        at += mu_utf8_decode(s, at, &code);
    return index;
}

size_t mu_utf16_offset(MuStr s, size_t index)
{
    size_t at = 0;
    while (at < s.size) {
        uint32_t code;
        size_t size = mu_utf8_decode(s, at, &code);
        if (index < units(code))
            return at;
        index -= units(code);
        at += size;
    }
    return s.size;
}

int32_t mu_utf16_at(MuStr s, size_t index)
{
    size_t at = mu_utf16_offset(s, index);
    if (at >= s.size)
        return -1;
    uint32_t code;
    mu_utf8_decode(s, at, &code);
    if (code <= 0xFFFF)
        return (int32_t)code;
    bool second = index != mu_utf16_index(s, at);
    return (int32_t)(second ? 0xDC00 + ((code - 0x10000) & 0x3FF) : high_surrogate(code));
}

MuStr mu_utf16_slice(MuArena *arena, MuStr s, size_t from, size_t to)
{
    if (to <= from)
        return MU_STR("");
    size_t start = mu_utf16_offset(s, from), end = mu_utf16_offset(s, to);
    bool cuts_first = start < s.size && mu_utf16_index(s, start) != from;
    bool cuts_last = end < s.size && mu_utf16_index(s, end) != to;
    if (!cuts_first && !cuts_last)
        return mu_str_slice(s, start, end);
    MuBuf buf = {.arena = arena};
    uint32_t code;
    if (cuts_first) {
        mu_utf8_add(&buf, MU_UTF8_REPLACEMENT);
        start += mu_utf8_decode(s, start, &code);
    }
    mu_buf_add(&buf, mu_str_slice(s, start, end));
    if (cuts_last)
        mu_utf8_add(&buf, MU_UTF8_REPLACEMENT);
    return mu_buf_str(&buf);
}

int mu_utf16_cmp(MuStr a, MuStr b)
{
    size_t at = 0;
    while (at < a.size && at < b.size && a.at[at] == b.at[at])
        at++;
    if (at == a.size || at == b.size)
        return (a.size > b.size) - (a.size < b.size);
    while (at > 0 && (is_tail(a.at[at]) || is_tail(b.at[at])))
        at--;
    uint32_t x, y;
    mu_utf8_decode(a, at, &x);
    mu_utf8_decode(b, at, &y);
    /* Surrogates sort below U+E000..U+FFFF, so code points beyond U+FFFF do too. */
    if (units(x) != units(y)) {
        x = x > 0xFFFF ? high_surrogate(x) : x;
        y = y > 0xFFFF ? high_surrogate(y) : y;
    }
    return (x > y) - (x < y);
}
