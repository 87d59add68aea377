/* Break opportunities, cutting and wrapping: our own, on top of widths. */
#include "base/utf8.h"
#include "text/parts.h"

static bool find_breaks(const MuTextSetting *setting, MuStr s, void *can_break)
{
    return setting->engine->breaks(setting->state, s, can_break);
}

size_t mu_text_breaks(MuText *text, MuArena *arena, MuStr s, size_t **breaks)
{
    uint8_t *can_break = mu_arena_alloc(arena, s.size + 1);
    mu_text_with(text, NULL, s, find_breaks, can_break);
    size_t count = 0;
    for (size_t i = 1; i < s.size; i++)
        count += can_break[i];
    *breaks = MU_NEW_ARRAY(arena, size_t, count);
    count = 0;
    for (size_t i = 1; i < s.size; i++) {
        if (can_break[i])
            (*breaks)[count++] = i;
    }
    return count;
}

/* Byte offsets of the code points of `s` and of its end; returns the number of code points. */
static size_t code_point_offsets(MuArena *arena, MuStr s, size_t **offsets)
{
    size_t *at = MU_NEW_ARRAY(arena, size_t, s.size + 1), count = 0;
    uint32_t code;
    for (size_t i = 0; i < s.size; i += mu_utf8_decode(s, i, &code))
        at[count++] = i;
    at[count] = s.size;
    *offsets = at;
    return count;
}

/* vega-scenegraph, src/util/text.js, truncate(): the comparisons are strict there too, so a text that
 * is exactly as wide as its limit is cut. Vega counts UTF-16 units, we code points. */
MuStr mu_text_cut(MuText *text, MuArena *arena, const MuFont *font, MuStr s, double limit, MuStr ellipsis,
                  bool from_left)
{
    if (!(limit > 0) || mu_text_width(text, font, s) < limit)
        return s;
    if (!ellipsis.size)
        ellipsis = MU_STR("\u2026");
    size_t *offsets, low = 0, high = code_point_offsets(arena, s, &offsets);
    limit -= mu_text_width(text, font, ellipsis);
    while (low < high) {
        size_t middle = (low + high) / 2 + !from_left;
        MuStr part = from_left ? mu_str_slice(s, offsets[middle], s.size) : mu_str_slice(s, 0, offsets[middle]);
        double width = mu_text_width(text, font, part);
        if (from_left && width > limit)
            low = middle + 1;
        else if (from_left)
            high = middle;
        else if (width < limit)
            low = middle;
        else
            high = middle - 1;
    }
    MuStr kept = from_left ? mu_str_slice(s, offsets[low], s.size) : mu_str_slice(s, 0, offsets[low]);
    MuStr first = from_left ? ellipsis : kept, last = from_left ? kept : ellipsis;
    return mu_str_printf(arena, "%.*s%.*s", MU_FMT(first), MU_FMT(last));
}

typedef struct Wrapping {
    MuText *text;
    const MuFont *font;
    MuStr s;
    const size_t *breaks; /* ascending, the end of the text as the last */
    size_t count;
    MuStr *lines; /* NULL: only count */
} Wrapping;

/* The line that begins at `from` and breaks at breaks[at], without the spaces at its ends. */
static MuStr line_until(const Wrapping *w, size_t from, size_t at)
{
    return mu_str_trim(mu_str_slice(w->s, from, w->breaks[at]));
}

static bool must_break(const Wrapping *w, size_t at)
{
    return w->s.at[w->breaks[at] - 1] == '\n';
}

/* Fills lines from the top, each with as much as fits; a word wider than the line stands alone. Returns
 * the number of lines, and in *widest the width of the widest. */
static size_t fill(const Wrapping *w, double width, double *widest)
{
    size_t lines = 0, from = 0;
    *widest = 0;
    for (size_t at = 0; at < w->count; at++) {
        double used = mu_text_width(w->text, w->font, line_until(w, from, at));
        while (at + 1 < w->count && !must_break(w, at)) {
            double wider = mu_text_width(w->text, w->font, line_until(w, from, at + 1));
            if (wider > width)
                break;
            used = wider;
            at++;
        }
        if (w->lines)
            w->lines[lines] = line_until(w, from, at);
        *widest = fmax(*widest, used);
        from = w->breaks[at];
        lines++;
    }
    return lines;
}

/* The least width that needs no more lines than `width` does, to a tenth of a pixel. */
static double balanced_width(const Wrapping *w, double width)
{
    double widest, low = 0, high, unused;
    size_t lines = fill(w, width, &widest);
    for (high = widest; high - low > 0.1;) {
        double middle = (low + high) / 2;
        if (fill(w, middle, &unused) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

size_t mu_text_wrap(MuText *text, MuArena *arena, const MuFont *font, MuStr s, double width, bool balanced,
                    MuStr **lines)
{
    size_t *found, count = mu_text_breaks(text, arena, s, &found);
    size_t *breaks = MU_NEW_ARRAY(arena, size_t, count + 1);
    memcpy(breaks, found, count * sizeof *breaks);
    breaks[count] = s.size;
    *lines = MU_NEW_ARRAY(arena, MuStr, count + 1);
    Wrapping w = {.text = text, .font = font, .s = s, .breaks = breaks, .count = s.size ? count + 1 : 0};
    double wanted = balanced ? balanced_width(&w, width) : width, unused;
    w.lines = *lines;
    return fill(&w, wanted, &unused);
}
