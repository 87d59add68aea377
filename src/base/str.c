#include "base/str.h"

#include <stdarg.h>

MuStr mu_str(const char *terminated)
{
    return terminated ? (MuStr){terminated, strlen(terminated)} : MU_STR("");
}

bool mu_str_eq(MuStr a, MuStr b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

bool mu_str_is(MuStr a, const char *terminated)
{
    return mu_str_eq(a, mu_str(terminated));
}

int mu_str_cmp(MuStr a, MuStr b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool mu_str_starts(MuStr s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.size >= n && memcmp(s.at, prefix, n) == 0;
}

bool mu_str_ends(MuStr s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s.size >= n && memcmp(s.at + s.size - n, suffix, n) == 0;
}

size_t mu_str_find(MuStr s, MuStr needle, size_t from)
{
    if (needle.size == 0)
        return from <= s.size ? from : SIZE_MAX;
    for (size_t i = from; i + needle.size <= s.size; i++) {
        const char *hit = memchr(s.at + i, needle.at[0], s.size - needle.size - i + 1);
        if (!hit)
            return SIZE_MAX;
        i = (size_t)(hit - s.at);
        if (memcmp(hit, needle.at, needle.size) == 0)
            return i;
    }
    return SIZE_MAX;
}

MuStr mu_str_slice(MuStr s, size_t from, size_t to)
{
    if (to > s.size)
        to = s.size;
    if (from > to)
        from = to;
    return (MuStr){s.at + from, to - from};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

MuStr mu_str_trim(MuStr s)
{
    while (s.size && is_space(s.at[0]))
        s = mu_str_slice(s, 1, s.size);
    while (s.size && is_space(s.at[s.size - 1]))
        s.size--;
    return s;
}

MuStr mu_str_copy(MuArena *arena, MuStr s)
{
    char *copy = mu_arena_alloc(arena, s.size + 1);
    if (s.size)
        memcpy(copy, s.at, s.size);
    return (MuStr){copy, s.size};
}

MuStr mu_str_capital(MuArena *arena, MuStr word)
{
    MuStr copy = mu_str_copy(arena, word);
    if (copy.size && copy.at[0] >= 'a' && copy.at[0] <= 'z')
        ((char *)copy.at)[0] = (char)(copy.at[0] - 'a' + 'A');
    return copy;
}

const char *mu_str_cstr(MuArena *arena, MuStr s)
{
    return mu_str_copy(arena, s).at;
}

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
uint64_t mu_str_hash(MuStr s)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.size; i++)
        hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
    return hash;
}

static void buf_vprintf(MuBuf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (size < 0)
        return;
    char *at = mu_buf_reserve(buf, (size_t)size + 1);
    vsnprintf(at, (size_t)size + 1, format, args);
    buf->size += (size_t)size;
}

MuStr mu_str_printf(MuArena *arena, const char *format, ...)
{
    MuBuf buf = {.arena = arena};
    va_list args;
    va_start(args, format);
    buf_vprintf(&buf, format, args);
    va_end(args);
    return mu_buf_str(&buf);
}

char *mu_buf_reserve(MuBuf *buf, size_t size)
{
    if (buf->capacity - buf->size < size + 1) {
        if (size > SIZE_MAX / 4 || buf->capacity > SIZE_MAX / 4)
            mu_arena_fail(buf->arena, MU_NO_MEMORY);
        size_t capacity = buf->capacity ? buf->capacity * 2 : 64;
        while (capacity - buf->size < size + 1)
            capacity *= 2;
        buf->at = mu_arena_grow(buf->arena, buf->at, buf->capacity, capacity);
        buf->capacity = capacity;
    }
    return buf->at + buf->size;
}

void mu_buf_add(MuBuf *buf, MuStr s)
{
    if (!s.size)
        return;
    memcpy(mu_buf_reserve(buf, s.size), s.at, s.size);
    buf->size += s.size;
}

void mu_buf_adds(MuBuf *buf, const char *terminated)
{
    mu_buf_add(buf, mu_str(terminated));
}

void mu_buf_addc(MuBuf *buf, char c)
{
    *mu_buf_reserve(buf, 1) = c;
    buf->size++;
}

void mu_buf_printf(MuBuf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

MuStr mu_buf_str(MuBuf *buf)
{
    *mu_buf_reserve(buf, 0) = '\0';
    return (MuStr){buf->at, buf->size};
}
