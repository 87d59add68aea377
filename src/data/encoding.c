/* The byte-wide encodings by the WHATWG's index (https://encoding.spec.whatwg.org/index-windows-1252.txt), but
 * bytes that stand for control characters are refused: they are the sign of another encoding. */
#include "data/encoding.h"

#include "base/utf8.h"

/* Windows-1252 from 0x80 to 0x9F; 0: no character. */
static const uint16_t WINDOWS[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

typedef struct Decoder {
    MuArena *arena;
    const MuSource *source;
    MuDiags *diags;
    bool lenient;
} Decoder;

static bool has_bom(MuStr text, unsigned char first, unsigned char second)
{
    return text.size >= 2 && (unsigned char)text.at[0] == first && (unsigned char)text.at[1] == second;
}

/* Line and column in bytes, by the line ends before it (LF, CRLF or CR). */
static void place_of(MuStr text, size_t at, size_t *line, size_t *column)
{
    size_t start = 0;
    *line = 1;
    for (size_t i = 0; i < at; i++) {
        bool cr = text.at[i] == '\r' && !(i + 1 < text.size && text.at[i + 1] == '\n');
        if (text.at[i] == '\n' || cr) {
            ++*line;
            start = i + 1;
        }
    }
    *column = at - start + 1;
}

/* Always NULL. */
static const MuSource *refuse(const Decoder *d, size_t at, const char *encoding, const char *hint)
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned byte = (unsigned char)d->source->text.at[at];
    const char hex[] = {digits[byte >> 4], digits[byte & 15], '\0'};
    size_t line, column;
    place_of(d->source->text, at, &line, &column);
    MuSpan span = {.source = d->source, .line = (uint32_t)line};
    MuDiag *diag = mu_diag(d->diags, MU_DIAG_DATA_ENCODING, span, mu_str_cstr(d->arena, d->source->name), encoding, hex,
                           column, line);
    mu_diag_hint(d->diags, diag, "%s", hint);
    return NULL;
}

static const MuSource *made(const Decoder *d, MuBuf *buf)
{
    MuSource *source = MU_NEW(d->arena, MuSource);
    source->name = d->source->name;
    source->text = mu_buf_str(buf);
    return source;
}

/* --- UTF-8 --- */

static const MuSource *with_replacements(const Decoder *d)
{
    MuBuf buf = {.arena = d->arena};
    MuStr text = d->source->text;
    for (size_t at = 0; at < text.size;) {
        uint32_t code;
        at += mu_utf8_decode(text, at, &code);
        mu_utf8_add(&buf, code);
    }
    return made(d, &buf);
}

static const char *utf8_hint(MuStr text)
{
    if (memchr(text.at, '\0', text.size))
        return "it looks like UTF-16; declare format: {encoding: utf-16le} or save the file as UTF-8";
    return "declare format: {encoding: windows-1252} (or latin1), or save the file as UTF-8";
}

static const MuSource *from_utf8(const Decoder *d)
{
    size_t bad = mu_utf8_bad(d->source->text);
    if (bad == SIZE_MAX)
        return d->source;
    return d->lenient ? with_replacements(d) : refuse(d, bad, "UTF-8", utf8_hint(d->source->text));
}

/* --- UTF-16 --- */

static uint32_t unit_at(MuStr text, size_t at, bool big)
{
    unsigned a = (unsigned char)text.at[at], b = (unsigned char)text.at[at + 1];
    return big ? a << 8 | b : b << 8 | a;
}

static const MuSource *from_utf16(const Decoder *d, bool big)
{
    MuStr text = d->source->text;
    MuBuf buf = {.arena = d->arena};
    size_t at = has_bom(text, big ? 0xFE : 0xFF, big ? 0xFF : 0xFE) ? 2 : 0;
    mu_buf_reserve(&buf, text.size);
    while (at < text.size) {
        bool whole = text.size - at >= 2;
        uint32_t code = whole ? unit_at(text, at, big) : 0xD800;
        size_t size = whole ? 2 : 1;
        if (code >= 0xD800 && code <= 0xDBFF && text.size - at >= 4) {
            uint32_t low = unit_at(text, at + 2, big);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                code = 0x10000u + ((code - 0xD800) << 10) + (low - 0xDC00);
                size = 4;
            }
        }
        if (code >= 0xD800 && code <= 0xDFFF && !d->lenient)
            return refuse(d, at, "UTF-16", "half of a character stands here; is the encoding right?");
        mu_utf8_add(&buf, code);
        at += size;
    }
    return made(d, &buf);
}

/* --- One byte a character --- */

static const MuSource *from_bytes(const Decoder *d, bool windows)
{
    MuStr text = d->source->text;
    MuBuf buf = {.arena = d->arena};
    mu_buf_reserve(&buf, text.size + text.size / 8);
    for (size_t at = 0; at < text.size; at++) {
        uint32_t code = (unsigned char)text.at[at];
        bool upper = code >= 0x80 && code <= 0x9F;
        if (upper)
            code = windows ? WINDOWS[code - 0x80] : 0;
        if (!code && upper && !d->lenient)
            return windows
                       ? refuse(d, at, "Windows-1252", "Windows-1252 has no such character; is it UTF-8?")
                       : refuse(d, at, "Latin-1", "Latin-1 has a control character there; windows-1252 may be meant");
        mu_utf8_add(&buf, upper && !code ? MU_UTF8_REPLACEMENT : code);
    }
    return made(d, &buf);
}

const MuSource *mu_decode(MuArena *arena, const MuSource *source, MuStr encoding, bool lenient, MuDiags *diags)
{
    Decoder d = {arena, source, diags, lenient};
    MuStr text = source->text;
    bool wide = mu_str_is(encoding, "utf-16"), undeclared = !encoding.size && !lenient;
    if (mu_str_is(encoding, "utf-16be") || ((wide || undeclared) && has_bom(text, 0xFE, 0xFF)))
        return from_utf16(&d, true);
    if (wide || mu_str_is(encoding, "utf-16le") || (undeclared && has_bom(text, 0xFF, 0xFE)))
        return from_utf16(&d, false);
    if (mu_str_is(encoding, "windows-1252"))
        return from_bytes(&d, true);
    if (mu_str_is(encoding, "latin1") || mu_str_is(encoding, "iso-8859-1"))
        return from_bytes(&d, false);
    return from_utf8(&d);
}
