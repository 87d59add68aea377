#include "base/diag.h"

#include <stdarg.h>

#include "base/utf8.h"

/* More diagnostics of one code than this, and further ones are only counted in the last: nobody reads them. */
enum { SHOWN_PER_CODE = 100, LINE_COLUMNS = 100 };

typedef struct CodeInfo {
    const char *name, *text;
    MuSeverity severity;
} CodeInfo;

static const CodeInfo CODES[] = {
#define MU_CODE(id, name, severity, text) {name, text, severity},
#include "base/codes.def"
#undef MU_CODE
};

const char *mu_diag_name(MuCode code)
{
    return CODES[code].name;
}

MuSeverity mu_diag_severity(MuCode code)
{
    return CODES[code].severity;
}

const char *mu_diag_text(MuCode code)
{
    return CODES[code].text;
}

static MuStr format_text(MuArena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (size < 0)
        return mu_str(format);
    char *at = mu_arena_alloc(arena, (size_t)size + 1);
    vsnprintf(at, (size_t)size + 1, format, args);
    return (MuStr){at, (size_t)size};
}

static bool same_line(MuSpan a, MuSpan b)
{
    if (a.source != b.source)
        return false;
    if (!a.source || (a.start == b.start && a.line == b.line))
        return true;
    size_t line_a, line_b, column;
    mu_span_place(a, &line_a, &column);
    mu_span_place(b, &line_b, &column);
    return line_a == line_b;
}

/* The diagnostic that a new one is folded into, or NULL. */
static MuDiag *find_fold(MuDiags *diags, MuCode code, MuSpan span, MuStr message)
{
    size_t of_code = 0;
    MuDiag *last = NULL;
    for (size_t i = 0; i < diags->list.size; i++) {
        MuDiag *d = &diags->list.at[i];
        if (d->code != code)
            continue;
        if (mu_str_eq(d->message, message) && same_line(d->span, span))
            return d;
        of_code++;
        last = d;
    }
    return of_code >= SHOWN_PER_CODE ? last : NULL;
}

MuDiag *mu_diag(MuDiags *diags, MuCode code, MuSpan span, ...)
{
    MuArenaMark mark = mu_arena_mark(diags->arena);
    va_list args;
    va_start(args, span);
    MuStr message = format_text(diags->arena, CODES[code].text, args);
    va_end(args);
    MuSeverity severity = CODES[code].severity;
    if (severity == MU_WARNING && diags->strict)
        severity = MU_ERROR;
    diags->errors += severity == MU_ERROR;
    diags->warnings += severity == MU_WARNING;
    MuDiag *fold = find_fold(diags, code, span, message);
    if (fold) {
        mu_arena_reset(diags->arena, mark);
        fold->count++;
        return fold;
    }
    MU_PUSH(diags->arena, &diags->list,
            (MuDiag){.code = code, .severity = severity, .span = span, .message = message, .count = 1});
    return &diags->list.at[diags->list.size - 1];
}

void mu_diag_hint(MuDiags *diags, MuDiag *diag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag->hint = format_text(diags->arena, format, args);
    va_end(args);
}

/* By the source's name (no source last), then place. */
static int compare_places(const MuDiag *a, const MuDiag *b)
{
    const MuSource *x = a->span.source, *y = b->span.source;
    if (!x || !y)
        return !x - !y;
    int order = x == y ? 0 : mu_str_cmp(x->name, y->name);
    if (order)
        return order;
    if (a->span.line != b->span.line)
        return a->span.line < b->span.line ? -1 : 1;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

/* qsort is not stable: equal places keep the order of the pointers into the list. */
static int compare_diags(const void *left, const void *right)
{
    const MuDiag *a = *(const MuDiag *const *)left, *b = *(const MuDiag *const *)right;
    int order = compare_places(a, b);
    return order ? order : (a > b) - (a < b);
}

void mu_diags_sort(MuDiags *diags)
{
    size_t count = diags->list.size;
    if (count < 2)
        return;
    const MuDiag **order = MU_NEW_ARRAY(diags->arena, const MuDiag *, count);
    for (size_t i = 0; i < count; i++)
        order[i] = &diags->list.at[i];
    qsort(order, count, sizeof *order, compare_diags);
    MuDiag *sorted = MU_NEW_ARRAY(diags->arena, MuDiag, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = *order[i];
    memcpy(diags->list.at, sorted, count * sizeof *sorted);
}

static size_t line_start(MuStr text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(MuStr text, size_t at)
{
    while (at < text.size && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

void mu_span_place(MuSpan span, size_t *line, size_t *column)
{
    *line = span.line;
    *column = 1;
    if (span.line || !span.source)
        return;
    MuStr text = span.source->text;
    size_t at = span.start < text.size ? span.start : text.size;
    *line = 1;
    for (size_t i = 0; i < at; i++)
        *line += text.at[i] == '\n';
    *column = 1 + mu_utf8_count(mu_str_slice(text, line_start(text, at), at));
}

static void paint(MuBuf *buf, bool colour, const char *code)
{
    if (colour)
        mu_buf_printf(buf, "\x1b[%sm", code);
}

static const char *colour_of(MuSeverity severity)
{
    return severity == MU_ERROR ? "1;31" : severity == MU_WARNING ? "1;35" : "1;36";
}

static void show_place(MuBuf *buf, MuSpan span, bool colour)
{
    if (!span.source)
        return;
    size_t line, column;
    mu_span_place(span, &line, &column);
    paint(buf, colour, "1");
    mu_buf_printf(buf, "%.*s:", MU_FMT(span.source->name));
    if (span.line)
        mu_buf_printf(buf, "%zu: ", line);
    else if (span.source->text.size)
        mu_buf_printf(buf, "%zu:%zu: ", line, column);
    else
        mu_buf_addc(buf, ' ');
    paint(buf, colour, "0");
}

static void show_message(MuBuf *buf, const MuDiag *diag, bool colour)
{
    static const char *const NAMES[] = {"note", "warning", "error"};
    paint(buf, colour, colour_of(diag->severity));
    mu_buf_printf(buf, "%s:", NAMES[diag->severity]);
    paint(buf, colour, "0");
    mu_buf_printf(buf, " %.*s", MU_FMT(diag->message));
    if (!diag->span.source && diag->path.size)
        mu_buf_printf(buf, ", at %.*s", MU_FMT(diag->path));
    if (diag->count > 1)
        mu_buf_printf(buf, " (%u times)", (unsigned)diag->count);
    mu_buf_printf(buf, " [%s]\n", mu_diag_name(diag->code));
}

/* The part of a line that is shown: all of it, or a window around the span's start. */
static void window(MuStr text, size_t start, size_t *from, size_t *to)
{
    *from = line_start(text, start);
    *to = line_end(text, start);
    if (*to - *from <= LINE_COLUMNS)
        return;
    if (start - *from > LINE_COLUMNS / 2)
        *from = start - LINE_COLUMNS / 2;
    while (*from < start && ((unsigned char)text.at[*from] & 0xC0) == 0x80)
        ++*from;
    if (*to - *from > LINE_COLUMNS)
        *to = *from + LINE_COLUMNS;
    while (*to > start && *to < text.size && ((unsigned char)text.at[*to] & 0xC0) == 0x80)
        --*to;
}

static void show_line(MuBuf *buf, const MuDiag *diag, bool colour)
{
    MuSpan span = diag->span;
    MuStr text = span.source->text;
    size_t from, to, start = span.start < text.size ? span.start : text.size;
    window(text, start, &from, &to);
    bool cut_front = from != line_start(text, start), cut_back = to != line_end(text, start);
    mu_buf_printf(buf, "  %s%.*s%s\n  %s", cut_front ? "…" : "", MU_FMT(mu_str_slice(text, from, to)),
                  cut_back ? "…" : "", cut_front ? " " : "");
    uint32_t code;
    for (size_t at = from; at < start && at < to; at += mu_utf8_decode(text, at, &code))
        mu_buf_addc(buf, text.at[at] == '\t' ? '\t' : ' ');
    paint(buf, colour, colour_of(diag->severity));
    mu_buf_addc(buf, '^');
    size_t end = span.end < to ? span.end : to;
    size_t marked = start < end ? mu_utf8_count(mu_str_slice(text, start, end)) : 1;
    for (size_t i = 1; i < marked; i++)
        mu_buf_addc(buf, '~');
    paint(buf, colour, "0");
    mu_buf_addc(buf, '\n');
}

void mu_diag_show(MuBuf *buf, const MuDiag *diag, bool colour)
{
    show_place(buf, diag->span, colour);
    show_message(buf, diag, colour);
    if (diag->span.source && !diag->span.line && diag->span.source->text.size)
        show_line(buf, diag, colour);
    if (diag->hint.size)
        mu_buf_printf(buf, "  hint: %.*s\n", MU_FMT(diag->hint));
}

enum { NEAREST_MAX = 64 };

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : (unsigned char)c;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Edits (insert, delete, replace, swap of neighbours) without regard to case, each counted as 64, and one for
 * every letter whose case differs, so that case decides between equals only. Optimal string alignment:
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance */
static unsigned edit_distance(MuStr a, MuStr b)
{
    enum { EDIT = 64 };
    unsigned rows[3][NEAREST_MAX + 1];
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = (unsigned)j * EDIT;
    for (size_t i = 1; i <= a.size; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
        row[0] = (unsigned)i * EDIT;
        for (size_t j = 1; j <= b.size; j++) {
            int x = lower(a.at[i - 1]), y = lower(b.at[j - 1]);
            unsigned replace = x != y ? EDIT : a.at[i - 1] != b.at[j - 1];
            row[j] = least(above[j - 1] + replace, least(above[j], row[j - 1]) + EDIT);
            if (i > 1 && j > 1 && x == lower(b.at[j - 2]) && y == lower(a.at[i - 2]))
                row[j] = least(row[j], before[j - 2] + EDIT);
        }
    }
    return rows[a.size % 3][b.size];
}

MuStr mu_nearest(MuStr word, const MuStr *candidates, size_t count)
{
    MuStr nearest = MU_STR("");
    if (word.size > NEAREST_MAX)
        return nearest;
    /* Whole edits up to a third of the length; differences in case are free, hence the last 63. */
    unsigned best = (unsigned)(word.size / 3) * 64 + 64;
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].size == 0 || candidates[i].size > NEAREST_MAX)
            continue;
        unsigned distance = edit_distance(word, candidates[i]);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}
