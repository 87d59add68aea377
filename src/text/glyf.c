/* Outlines of TrueType: points on and off curves, and glyphs put together from others. */
#include "text/glyph_path.h"

typedef struct Point {
    float x, y;
    bool on_curve, ends_contour;
} Point;

enum { MOST_POINTS = 8192, MOST_PARTS = 64, MOST_DEPTH = 6 };

typedef struct Points {
    const MuSfnt *font;
    Point *at;
    size_t size;
    size_t parts; /* glyphs met on the way: an outline may not be a bomb */
} Points;

static MuBytes glyph_bytes(const MuSfnt *font, uint16_t glyph)
{
    size_t from, to, index = glyph;
    if (font->long_loca) {
        from = mu_u32(font->loca, 4 * index);
        to = mu_u32(font->loca, 4 * index + 4);
    } else {
        from = (size_t)2 * mu_u16(font->loca, 2 * index);
        to = (size_t)2 * mu_u16(font->loca, 2 * index + 2);
    }
    return to > from ? mu_bytes_slice(font->glyf, from, to - from) : (MuBytes){0};
}

enum { ON_CURVE = 1, X_BYTE = 2, Y_BYTE = 4, REPEATED = 8, X_SAME = 16, Y_SAME = 32, HEADER = 10 };

/* Flags of the points to be, one byte for each; false: there are too few of them. Moves *at behind them. */
static bool read_flags(MuBytes bytes, size_t *at, unsigned char *flags, size_t count)
{
    for (size_t i = 0; i < count;) {
        if (*at >= bytes.size)
            return false;
        unsigned char flag = bytes.at[(*at)++];
        size_t times = flag & REPEATED ? mu_u8(bytes, (*at)++) + (size_t)1 : 1;
        for (; times && i < count; times--)
            flags[i++] = flag;
    }
    return true;
}

/* One coordinate of the next point, from the last one's. */
static int next_coordinate(MuBytes bytes, size_t *at, unsigned flag, unsigned is_byte, unsigned is_same, int last)
{
    if (flag & is_byte) {
        int distance = (int)mu_u8(bytes, (*at)++);
        return flag & is_same ? last + distance : last - distance;
    }
    if (flag & is_same)
        return last;
    *at += 2;
    return last + mu_i16(bytes, *at - 2);
}

static bool read_points(MuBytes bytes, size_t at, const unsigned char *flags, Point *points, size_t count)
{
    int x = 0, y = 0;
    for (size_t i = 0; i < count; i++) {
        x = next_coordinate(bytes, &at, flags[i], X_BYTE, X_SAME, x);
        points[i] = (Point){.x = (float)x, .on_curve = flags[i] & ON_CURVE};
    }
    for (size_t i = 0; i < count; i++) {
        y = next_coordinate(bytes, &at, flags[i], Y_BYTE, Y_SAME, y);
        points[i].y = (float)y;
    }
    return at <= bytes.size;
}

static bool add_simple(Points *points, MuBytes bytes)
{
    unsigned char flags[MOST_POINTS];
    size_t contours = mu_u16(bytes, 0), at = HEADER + 2 * contours;
    size_t count = contours ? mu_u16(bytes, at - 2) + (size_t)1 : 0;
    Point *added = points->at + points->size;
    if (count > MOST_POINTS - points->size || at + 2 > bytes.size)
        return contours == 0;
    at += 2 + (size_t)mu_u16(bytes, at);
    if (!read_flags(bytes, &at, flags, count) || !read_points(bytes, at, flags, added, count))
        return false;
    for (size_t i = 0; i < contours; i++) {
        size_t end = mu_u16(bytes, HEADER + 2 * i);
        if (end >= count)
            return false;
        added[end].ends_contour = true;
    }
    points->size += count;
    return true;
}

enum {
    WORDS = 1,
    OFFSETS = 2,
    SCALE = 8,
    MORE = 0x20,
    TWO_SCALES = 0x40,
    MATRIX = 0x80,
    METRICS = 0x200,
    SCALED_OFFSET = 0x800,
    UNSCALED_OFFSET = 0x1000
};

typedef struct Part {
    unsigned flags;
    uint16_t glyph;
    float matrix[4], x, y;
} Part;

static float fixed(MuBytes bytes, size_t *at)
{
    *at += 2;
    return (float)mu_i16(bytes, *at - 2) / 16384.F;
}

/* False: its place is that of a point, which no font needs that we take. */
static bool read_part(MuBytes bytes, size_t *at, Part *part)
{
    *part = (Part){.flags = mu_u16(bytes, *at), .glyph = mu_u16(bytes, *at + 2), .matrix = {1, 0, 0, 1}};
    bool words = part->flags & WORDS;
    part->x = words ? mu_i16(bytes, *at + 4) : (int8_t)mu_u8(bytes, *at + 4);
    part->y = words ? mu_i16(bytes, *at + 6) : (int8_t)mu_u8(bytes, *at + 5);
    *at += words ? 8 : 6;
    if (part->flags & SCALE) {
        part->matrix[0] = part->matrix[3] = fixed(bytes, at);
    } else if (part->flags & TWO_SCALES) {
        part->matrix[0] = fixed(bytes, at);
        part->matrix[3] = fixed(bytes, at);
    } else if (part->flags & MATRIX) {
        for (size_t i = 0; i < 4; i++)
            part->matrix[i] = fixed(bytes, at);
    }
    return part->flags & OFFSETS && *at <= bytes.size;
}

static void place(const Part *part, Point *points, size_t count)
{
    const float *m = part->matrix;
    bool scaled_offset = (part->flags & (SCALED_OFFSET | UNSCALED_OFFSET)) == SCALED_OFFSET;
    bool moves_only = m[0] == 1 && m[1] == 0 && m[2] == 0 && m[3] == 1;
    for (size_t i = 0; i < count; i++) {
        float before = scaled_offset ? 1 : 0, after = 1 - before;
        float x = points[i].x + before * part->x, y = points[i].y + before * part->y;
        points[i].x = (moves_only ? x : x * m[0] + y * m[2]) + after * part->x;
        points[i].y = (moves_only ? y : x * m[1] + y * m[3]) + after * part->y;
    }
}

static bool add_glyph(Points *points, uint16_t glyph, int depth, int *left);

/* *left: where the advance begins, which a part with METRICS hands on. */
static bool add_composite(Points *points, MuBytes bytes, int depth, int *left)
{
    Part part = {.flags = MORE};
    for (size_t at = HEADER; part.flags & MORE;) {
        size_t first = points->size;
        int left_of_part;
        if (!read_part(bytes, &at, &part) || !add_glyph(points, part.glyph, depth + 1, &left_of_part))
            return false;
        place(&part, points->at + first, points->size - first);
        if (part.flags & METRICS)
            *left = left_of_part;
    }
    return true;
}

static bool add_glyph(Points *points, uint16_t glyph, int depth, int *left)
{
    if (depth > MOST_DEPTH || ++points->parts > MOST_PARTS || glyph >= points->font->glyph_count)
        return false;
    MuBytes bytes = glyph_bytes(points->font, glyph);
    *left = mu_i16(bytes, 2) - mu_sfnt_bearing(points->font, glyph);
    if (!bytes.size)
        return true;
    return mu_i16(bytes, 0) >= 0 ? add_simple(points, bytes) : add_composite(points, bytes, depth, left);
}

typedef struct Place {
    float x, y;
} Place;

static Place middle(Place a, Place b)
{
    return (Place){(a.x + b.x) * 0.5F, (a.y + b.y) * 0.5F};
}

/* A contour of points, some of them off the curve; between two of these one on it is understood. */
static void draw_contour(const Point *points, size_t count, float left, MuPen *pen)
{
    Place first = {0, 0}, start = {0, 0}, control = {0, 0};
    bool has_first = false, has_start = false, has_control = false; /* first: an off-curve point before the start */
    for (size_t i = 0; i < count; i++) {
        Place p = {(points[i].x - left) * pen->scale, points[i].y * pen->scale};
        if (!has_start && !points[i].on_curve && !has_first) {
            first = p;
            has_first = true;
        } else if (!has_start) {
            start = points[i].on_curve ? p : middle(first, p);
            has_start = true;
            mu_pen_move(pen, start.x, start.y);
            control = p;
            has_control = !points[i].on_curve;
        } else if (has_control) {
            Place to = points[i].on_curve ? p : middle(control, p);
            mu_pen_quadratic(pen, control.x, control.y, to.x, to.y);
            control = p;
            has_control = !points[i].on_curve;
        } else if (points[i].on_curve) {
            mu_pen_line(pen, p.x, p.y);
        } else {
            control = p;
            has_control = true;
        }
    }
    if (has_first && has_control) {
        Place to = middle(control, first);
        mu_pen_quadratic(pen, control.x, control.y, to.x, to.y);
        has_control = false;
    }
    if (has_first && !has_start) {
        mu_pen_move(pen, first.x, first.y);
        mu_pen_quadratic(pen, first.x, first.y, first.x, first.y);
    } else if (has_first || has_control) {
        Place last = has_first ? first : control;
        mu_pen_quadratic(pen, last.x, last.y, start.x, start.y);
    } else if (has_start) {
        mu_pen_line(pen, start.x, start.y);
    }
    mu_pen_close(pen);
}

bool mu_glyf_draw(const MuSfnt *font, uint16_t glyph, MuPen *pen)
{
    int left;
    Points points = {.font = font, .at = malloc(MOST_POINTS * sizeof *points.at)};
    bool read = points.at && add_glyph(&points, glyph, 0, &left);
    for (size_t first = 0, i = 0; read && i < points.size; i++) {
        if (points.at[i].ends_contour) {
            draw_contour(points.at + first, i + 1 - first, (float)left, pen);
            first = i + 1;
        }
    }
    free(points.at);
    return read;
}
