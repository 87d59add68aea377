/* Outlines of CFF: Adobe's Technical Notes 5176 (the table) and 5177 (Type 2 charstrings). */
#include "text/glyph_path.h"

/* A list of byte strings. */
typedef struct Index {
    MuBytes bytes; /* from its count on */
    size_t count, offset_size, size;
} Index;

static size_t offset_of(const Index *index, size_t i)
{
    size_t offset = 0;
    for (size_t k = 0; k < index->offset_size; k++)
        offset = offset << 8 | mu_u8(index->bytes, 3 + i * index->offset_size + k);
    return offset;
}

static Index read_index(MuBytes cff, size_t at)
{
    Index index = {.bytes = mu_bytes_from(cff, at)};
    index.count = mu_u16(index.bytes, 0);
    index.offset_size = mu_u8(index.bytes, 2);
    if (index.offset_size < 1 || index.offset_size > 4)
        index.count = 0;
    index.size = index.count ? 2 + (index.count + 1) * index.offset_size + offset_of(&index, index.count) : 2;
    return index;
}

static MuBytes string_at(const Index *index, size_t i)
{
    if (i >= index->count)
        return (MuBytes){0};
    size_t data = 2 + (index->count + 1) * index->offset_size, from = offset_of(index, i), to = offset_of(index, i + 1);
    return from && to >= from ? mu_bytes_slice(index->bytes, data + from, to - from) : (MuBytes){0};
}

/* A whole number of a dictionary; moves *at behind it. Real numbers count as 0: none of ours is one. */
static long read_operand(MuBytes dict, size_t *at)
{
    enum { REAL = 30, REAL_ENDS = 0xF };
    unsigned b = mu_u8(dict, (*at)++);
    if (b == 28) {
        *at += 2;
        return mu_i16(dict, *at - 2);
    }
    if (b == 29) {
        *at += 4;
        return (int32_t)mu_u32(dict, *at - 4);
    }
    if (b == REAL) {
        while (*at < dict.size && (mu_u8(dict, *at) & REAL_ENDS) != REAL_ENDS && mu_u8(dict, *at) >> 4 != REAL_ENDS)
            ++*at;
        ++*at;
        return 0;
    }
    if (b >= 247)
        return b < 251 ? (long)((b - 247) * 256 + mu_u8(dict, (*at)++) + 108)
                       : -(long)((b - 251) * 256 + mu_u8(dict, (*at)++) + 108);
    return (long)b - 139;
}

/* The last two operands of an operator, {0, 0} where it is missing. Two-byte operators are 0x0C00 and more. */
typedef struct Entry {
    long at[2];
    bool there;
} Entry;

static Entry find_entry(MuBytes dict, unsigned wanted)
{
    enum { LAST_OPERATOR = 21, ESCAPE = 12 };
    Entry entry = {{0, 0}, false};
    for (size_t at = 0; at < dict.size;) {
        unsigned b = mu_u8(dict, at);
        if (b > LAST_OPERATOR) {
            entry.at[0] = entry.at[1];
            entry.at[1] = read_operand(dict, &at);
            continue;
        }
        at += b == ESCAPE ? 2 : 1;
        if ((b == ESCAPE ? ESCAPE << 8 | mu_u8(dict, at - 1) : b) == wanted) {
            entry.there = true;
            return entry;
        }
        entry = (Entry){{0, 0}, false};
    }
    return entry;
}

typedef struct Cff {
    Index glyphs, global, local;
} Cff;

/* False: it is made in a way of which we do not know enough (CID-keyed, Type 1 charstrings). */
static bool read_cff(MuBytes cff, Cff *out)
{
    enum { CHARSTRINGS = 17, PRIVATE = 18, SUBRS = 19, CHARSTRING_TYPE = 0x0C06, ROS = 0x0C1E };
    Index names = read_index(cff, mu_u8(cff, 2));
    size_t at = mu_u8(cff, 2) + names.size;
    Index tops = read_index(cff, at);
    Index strings = read_index(cff, at + tops.size);
    MuBytes top = string_at(&tops, 0);
    Entry type = find_entry(top, CHARSTRING_TYPE), private = find_entry(top, PRIVATE);
    if (mu_u8(cff, 0) != 1 || find_entry(top, ROS).there || (type.there && type.at[1] != 2))
        return false;
    out->global = read_index(cff, at + tops.size + strings.size);
    long glyphs = find_entry(top, CHARSTRINGS).at[1];
    out->glyphs = read_index(cff, glyphs > 0 ? (size_t)glyphs : cff.size);
    out->local = (Index){0};
    if (private.there && private.at[0] > 0 && private.at[1] > 0) {
        MuBytes dict = mu_bytes_slice(cff, (size_t) private.at[1], (size_t) private.at[0]);
        long local = find_entry(dict, SUBRS).at[1];
        if (local > 0)
            out->local = read_index(cff, (size_t) private.at[1] + (size_t)local);
    }
    return true;
}

enum { MOST_OPERANDS = 48, MOST_CALLS = 10, MOST_OPERATORS = 20000 };

/* A charstring at work. */
typedef struct Machine {
    const Cff *cff;
    MuPen *pen;
    double stack[MOST_OPERANDS];
    size_t size, stems, operators;
    double x, y;
    bool ended, failed;
} Machine;

static void move_by(Machine *m, double dx, double dy)
{
    m->x += dx;
    m->y += dy;
    mu_pen_move(m->pen, (float)m->x * m->pen->scale, (float)m->y * m->pen->scale);
}

static void line_by(Machine *m, double dx, double dy)
{
    m->x += dx;
    m->y += dy;
    mu_pen_line(m->pen, (float)m->x * m->pen->scale, (float)m->y * m->pen->scale);
}

static void curve_by(Machine *m, double dx1, double dy1, double dx2, double dy2, double dx3, double dy3)
{
    float scale = m->pen->scale;
    double x1 = m->x + dx1, y1 = m->y + dy1, x2 = x1 + dx2, y2 = y1 + dy2;
    m->x = x2 + dx3;
    m->y = y2 + dy3;
    mu_pen_cubic(m->pen, (float)x1 * scale, (float)y1 * scale, (float)x2 * scale, (float)y2 * scale,
                 (float)m->x * scale, (float)m->y * scale);
}

static void lines(Machine *m, size_t from, size_t to)
{
    for (size_t i = from; i + 2 <= to; i += 2)
        line_by(m, m->stack[i], m->stack[i + 1]);
}

static void curves(Machine *m, size_t from, size_t to)
{
    const double *s = m->stack;
    for (size_t i = from; i + 6 <= to; i += 6)
        curve_by(m, s[i], s[i + 1], s[i + 2], s[i + 3], s[i + 4], s[i + 5]);
}

static void alternating_lines(Machine *m, bool horizontal)
{
    for (size_t i = 0; i < m->size; i++, horizontal = !horizontal)
        line_by(m, horizontal ? m->stack[i] : 0, horizontal ? 0 : m->stack[i]);
}

/* vhcurveto, hvcurveto: curves that leave and arrive along the axes in turn. */
static void alternating_curves(Machine *m, bool horizontal)
{
    const double *s = m->stack;
    for (size_t i = 0; i + 4 <= m->size; i += 4, horizontal = !horizontal) {
        double last = m->size - i == 5 ? s[i + 4] : 0;
        if (horizontal)
            curve_by(m, s[i], 0, s[i + 1], s[i + 2], last, s[i + 3]);
        else
            curve_by(m, 0, s[i], s[i + 1], s[i + 2], s[i + 3], last);
    }
}

/* hhcurveto, vvcurveto: curves that leave and arrive along one axis; an odd operand moves the first off it. */
static void parallel_curves(Machine *m, bool horizontal)
{
    const double *s = m->stack;
    size_t i = m->size & 1;
    double across = i ? s[0] : 0;
    for (; i + 4 <= m->size; i += 4, across = 0) {
        if (horizontal)
            curve_by(m, s[i], across, s[i + 1], s[i + 2], s[i + 3], 0);
        else
            curve_by(m, across, s[i], s[i + 1], s[i + 2], 0, s[i + 3]);
    }
}

static void flex(Machine *m, unsigned operator)
{
    enum { HFLEX = 34, FLEX, HFLEX1, FLEX1 };
    static const size_t operands[] = {7, 13, 9, 11};
    const double *s = m->stack;
    if (operator<HFLEX || operator> FLEX1 || m->size != operands[operator- HFLEX]) {
        m->failed = true;
        return;
    }
    double y = m->y, x = m->x;
    if (operator== HFLEX) {
        curve_by(m, s[0], 0, s[1], s[2], s[3], 0);
        curve_by(m, s[4], 0, s[5], y - m->y, s[6], 0);
    } else if (operator== FLEX) {
        curves(m, 0, 12);
    } else if (operator== HFLEX1) {
        curve_by(m, s[0], s[1], s[2], s[3], s[4], 0);
        curve_by(m, s[5], 0, s[6], s[7], s[8], y - (m->y + s[7]));
    } else {
        double dx = s[0] + s[2] + s[4] + s[6] + s[8], dy = s[1] + s[3] + s[5] + s[7] + s[9];
        bool horizontal = fabs(dx) > fabs(dy);
        curve_by(m, s[0], s[1], s[2], s[3], s[4], s[5]);
        double x5 = m->x + s[6] + s[8], y5 = m->y + s[7] + s[9];
        curve_by(m, s[6], s[7], s[8], s[9], horizontal ? s[10] : x - x5, horizontal ? y - y5 : s[10]);
    }
}

/* False: it is no operator that draws. */
static bool draw(Machine *m, unsigned operator)
{
    switch (operator) {
    case 5: /* rlineto */
        lines(m, 0, m->size);
        return true;
    case 6: /* hlineto */
    case 7: /* vlineto */
        alternating_lines(m, operator== 6);
        return true;
    case 8: /* rrcurveto */
        curves(m, 0, m->size);
        return true;
    case 24: /* rcurveline */
        curves(m, 0, m->size < 8 ? 0 : m->size - 2);
        lines(m, m->size < 8 ? m->size : m->size - 2, m->size);
        return true;
    case 25: /* rlinecurve */
        lines(m, 0, m->size < 8 ? 0 : m->size - 6);
        curves(m, m->size < 8 ? m->size : m->size - 6, m->size);
        return true;
    case 26: /* vvcurveto */
    case 27: /* hhcurveto */
        parallel_curves(m, operator== 27);
        return true;
    case 30: /* vhcurveto */
    case 31: /* hvcurveto */
        alternating_curves(m, operator== 31);
        return true;
    default:
        return false;
    }
}

/* Moves take their operands from the top: below them may stand the width. */
static bool move(Machine *m, unsigned operator)
{
    enum { VMOVETO = 4, RMOVETO = 21, HMOVETO = 22 };
    size_t needs = operator== RMOVETO ? 2 : 1;
    if (operator!= VMOVETO && operator!= RMOVETO && operator!= HMOVETO)
        return false;
    if (m->size < needs) {
        m->failed = true;
        return true;
    }
    double last = m->stack[m->size - 1];
    move_by(m, operator== VMOVETO ? 0 : m->stack[m->size - needs], operator== HMOVETO ? 0 : last);
    return true;
}

static void push(Machine *m, double number)
{
    if (m->size == MOST_OPERANDS)
        m->failed = true;
    else
        m->stack[m->size++] = number;
}

/* A number that begins with byte `b`; moves *at behind it. */
static double read_number(MuBytes code, size_t *at, unsigned b)
{
    if (b == 28) {
        *at += 2;
        return mu_i16(code, *at - 2);
    }
    if (b == 255) {
        *at += 4;
        return (int32_t)mu_u32(code, *at - 4) / 65536.0;
    }
    if (b < 247)
        return (int)b - 139;
    int low = (int)mu_u8(code, (*at)++), high = (int)(b < 251 ? b - 247 : b - 251) * 256;
    return b < 251 ? high + low + 108 : -high - low - 108;
}

static void run(Machine *m, MuBytes code, int depth);

static void call(Machine *m, const Index *subrs, int depth)
{
    long bias = subrs->count < 1240 ? 107 : subrs->count < 33900 ? 1131 : 32768;
    long number = m->size ? (long)m->stack[m->size - 1] + bias : -1;
    if (number < 0 || (size_t)number >= subrs->count || depth == MOST_CALLS) {
        m->failed = true;
        return;
    }
    m->size--;
    run(m, string_at(subrs, (size_t)number), depth + 1);
}

/* Hints are counted only: masks have a bit for each. False: it is no operator of hints. */
static bool hint(Machine *m, unsigned operator, size_t * at)
{
    enum { HSTEM = 1, VSTEM = 3, HSTEMHM = 18, HINTMASK = 19, CNTRMASK = 20, VSTEMHM = 23 };
    bool masks = operator== HINTMASK || operator== CNTRMASK;
    if (!masks && operator!= HSTEM && operator!= VSTEM && operator!= HSTEMHM && operator!= VSTEMHM)
        return false;
    m->stems += m->size / 2;
    if (masks)
        *at += (m->stems + 7) / 8;
    return true;
}

/* One operator. True: the charstring goes on behind it. */
static bool operate(Machine *m, MuBytes code, size_t *at, unsigned operator, int depth)
{
    enum { CALLSUBR = 10, RETURN = 11, ESCAPE = 12, ENDCHAR = 14, CALLGSUBR = 29, SEAC_OPERANDS = 4 };
    if (++m->operators > MOST_OPERATORS)
        m->failed = true;
    if (operator== RETURN)
        return false;
    if (operator== CALLSUBR || operator== CALLGSUBR) {
        call(m, operator== CALLSUBR ? &m->cff->local : & m->cff->global, depth);
        return !m->ended;
    }
    if (operator== ENDCHAR) {
        m->failed = m->failed || m->size >= SEAC_OPERANDS;
        m->ended = true;
        return false;
    }
    if (operator== ESCAPE)
        flex(m, mu_u8(code, (*at)++));
    else if (!draw(m, operator) && !move(m, operator) && !hint(m, operator, at))
        m->failed = true;
    m->size = 0;
    return true;
}

static void run(Machine *m, MuBytes code, int depth)
{
    enum { FIRST_NUMBER = 32, SHORT = 28 };
    size_t at = 0;
    bool goes_on = true;
    while (goes_on && !m->failed && at < code.size) {
        unsigned b = mu_u8(code, at++);
        if (b == SHORT || b >= FIRST_NUMBER)
            push(m, read_number(code, &at, b));
        else
            goes_on = operate(m, code, &at, b, depth);
    }
}

bool mu_cff_draw(const MuSfnt *font, uint16_t glyph, MuPen *pen)
{
    Cff cff;
    if (!read_cff(font->cff, &cff))
        return false;
    Machine m = {.cff = &cff, .pen = pen};
    run(&m, string_at(&cff.glyphs, glyph), 0);
    mu_pen_close(pen);
    return m.ended && !m.failed;
}
