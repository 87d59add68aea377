#include "backend/svg.h"
#include "base/num.h"
#include "base/utf8.h"

static MuStr escape_of(uint32_t code)
{
    switch (code) {
    case '&':
        return MU_STR("&amp;");
    case '<':
        return MU_STR("&lt;");
    case '>':
        return MU_STR("&gt;");
    case '"':
        return MU_STR("&quot;");
    case '\n':
        return MU_STR("&#10;");
    default:
        return MU_STR("");
    }
}

static bool is_plain(unsigned char c)
{
    return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
}

void mu_svg_put_text(MuBuf *buf, MuStr text)
{
    for (size_t i = 0, start = 0; i < text.size; start = i) {
        while (i < text.size && is_plain((unsigned char)text.at[i]))
            i++;
        mu_buf_add(buf, mu_str_slice(text, start, i));
        if (i == text.size)
            break;
        uint32_t code;
        i += mu_utf8_decode(text, i, &code);
        MuStr escape = escape_of(code);
        if (escape.size)
            mu_buf_add(buf, escape);
        else if (code >= ' ' && code != 0xFFFE && code != 0xFFFF)
            mu_utf8_add(buf, code);
        else if (code == '\t' || code == '\r')
            mu_buf_addc(buf, ' ');
    }
}

void mu_svg_put_number(MuBuf *buf, const char *open, double number)
{
    mu_buf_adds(buf, open);
    mu_num_coord(buf, isfinite(number) ? number : 0, 3);
    mu_buf_addc(buf, '"');
}

void mu_svg_put_place(MuBuf *buf, const char *open, double number)
{
    if (fabs(number) >= 0.0005)
        mu_svg_put_number(buf, open, number);
}

void mu_svg_put_quoted(MuBuf *buf, const char *open, MuStr text)
{
    mu_buf_adds(buf, open);
    mu_svg_put_text(buf, text);
    mu_buf_addc(buf, '"');
}

static unsigned byte_of(double channel)
{
    return channel > 0 ? channel < 1 ? (unsigned)floor(channel * 255 + 0.5) : 255 : 0;
}

/* "#rrggbb", or "#rgb" where that is the same. */
void mu_svg_put_color(MuBuf *buf, MuColor color)
{
    const unsigned channels[3] = {byte_of(color.r), byte_of(color.g), byte_of(color.b)};
    bool brief = channels[0] % 17 == 0 && channels[1] % 17 == 0 && channels[2] % 17 == 0;
    mu_buf_addc(buf, '#');
    for (int i = 0; i < 3; i++) {
        if (!brief)
            mu_buf_addc(buf, "0123456789abcdef"[channels[i] >> 4]);
        mu_buf_addc(buf, "0123456789abcdef"[channels[i] & 15]);
    }
}

/* A place on the grid. */
typedef struct Grid {
    int64_t x, y;
} Grid;

static int64_t on_grid(double v)
{
    const double most = 1e9; /* px; beyond it nothing can be seen */
    v = fmax(-most, fmin(most, v)) * 1000;
    return (int64_t)(v < 0 ? ceil(v - 0.5) : floor(v + 0.5));
}

static void put_delta(MuBuf *buf, int64_t delta, bool separate)
{
    if (separate && delta >= 0)
        mu_buf_addc(buf, ',');
    mu_num_coord(buf, (double)delta / 1000, 3);
}

static void put_line(MuBuf *buf, Grid from, Grid to)
{
    if (from.y == to.y) {
        mu_buf_addc(buf, 'h');
        put_delta(buf, to.x - from.x, false);
    } else if (from.x == to.x) {
        mu_buf_addc(buf, 'v');
        put_delta(buf, to.y - from.y, false);
    } else {
        mu_buf_addc(buf, 'l');
        put_delta(buf, to.x - from.x, false);
        put_delta(buf, to.y - from.y, true);
    }
}

void mu_svg_put_path(MuBuf *buf, const MuPath *path, double dx, double dy)
{
    Grid at = {0, 0}, start = at, next[3];
    const MuPoint *p = path->points.at;
    for (size_t i = 0; i < path->verbs.size; i++) {
        MuVerb verb = (MuVerb)path->verbs.at[i];
        size_t count = mu_verb_points(path->verbs.at[i]);
        for (size_t j = 0; j < count; j++, p++)
            next[j] = (Grid){on_grid(p->x + dx), on_grid(p->y + dy)};
        if (verb == MU_CLOSE) {
            mu_buf_addc(buf, 'z');
            at = start;
            continue;
        }
        if (verb == MU_LINE) {
            put_line(buf, at, next[0]);
        } else {
            mu_buf_addc(buf, verb == MU_CUBIC ? 'c' : i ? 'm' : 'M');
            for (size_t j = 0; j < count; j++) {
                put_delta(buf, next[j].x - at.x, j > 0);
                put_delta(buf, next[j].y - at.y, true);
            }
        }
        at = next[count - 1];
        if (verb == MU_MOVE)
            start = at;
    }
}
