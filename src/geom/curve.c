/* The formulas are those of d3-shape 3 (src/curve/), written over the whole run of points instead of one at a time.
 * Points of a closed curve are taken modulo their number. */
#include "geom/curve.h"

/* Begins a run. Joining takes back the close of a single point before it: the area goes on. */
static void begin(MuPath *path, MuPoint p, bool join)
{
    if (!join || !path->verbs.size) {
        mu_path_move(path, p.x, p.y);
        return;
    }
    if (path->verbs.at[path->verbs.size - 1] == MU_CLOSE)
        path->verbs.size--;
    mu_path_line(path, p.x, p.y);
}

static void line_to(MuPath *path, MuPoint p)
{
    mu_path_line(path, p.x, p.y);
}

static void cubic_to(MuPath *path, MuPoint a, MuPoint b, MuPoint to)
{
    mu_path_cubic(path, a.x, a.y, b.x, b.y, to.x, to.y);
}

/* ka × a + kb × b, which most of the formulas are made of. */
static MuPoint blend(double ka, MuPoint a, double kb, MuPoint b)
{
    return (MuPoint){ka * a.x + kb * b.x, ka * a.y + kb * b.y};
}

/* Whether the run is done: one point, which is a move and a close. */
static bool single(MuPath *path, const MuPoint *p, size_t size, bool join)
{
    if (size != 1)
        return size == 0;
    begin(path, p[0], join);
    if (!join)
        mu_path_close(path);
    return true;
}

/* Closed curves of one and of two points are a dot and a line there and back. */
static bool small_closed(MuPath *path, MuPoint from, MuPoint to, size_t size)
{
    if (size > 2)
        return false;
    mu_path_move(path, from.x, from.y);
    if (size == 2)
        line_to(path, to);
    mu_path_close(path);
    return true;
}

static void draw_linear(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    if (single(path, p, size, join))
        return;
    begin(path, p[0], join);
    for (size_t i = 1; i < size; i++)
        line_to(path, p[i]);
}

static void draw_linear_closed(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    draw_linear(path, p, size, horizontal, tension, false);
    (void)join;
    if (size)
        mu_path_close(path);
}

/* t: where between two points the step is, 0..1. An area's way back runs the other way round. */
static void draw_steps(MuPath *path, const MuPoint *p, size_t size, double t, bool join)
{
    if (single(path, p, size, join))
        return;
    t = join ? 1 - t : t;
    begin(path, p[0], join);
    for (size_t i = 1; i < size; i++) {
        double x = t <= 0 ? p[i - 1].x : p[i - 1].x * (1 - t) + p[i].x * t;
        if (t > 0)
            mu_path_line(path, x, p[i - 1].y);
        mu_path_line(path, x, p[i].y);
        if (t <= 0)
            line_to(path, p[i]);
    }
    if (t > 0 && t < 1)
        line_to(path, p[size - 1]);
}

static void draw_step(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    draw_steps(path, p, size, 0.5, join);
}

static void draw_step_before(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    draw_steps(path, p, size, 0, join);
}

static void draw_step_after(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    draw_steps(path, p, size, 1, join);
}

static MuPoint basis_knot(MuPoint a, MuPoint b, MuPoint c)
{
    return (MuPoint){(a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6};
}

static void basis_piece(MuPath *path, MuPoint a, MuPoint b, MuPoint c)
{
    cubic_to(path, blend(2.0 / 3, a, 1.0 / 3, b), blend(1.0 / 3, a, 2.0 / 3, b), basis_knot(a, b, c));
}

static void draw_basis(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    if (single(path, p, size, join))
        return;
    begin(path, p[0], join);
    if (size > 2) {
        line_to(path, blend(5.0 / 6, p[0], 1.0 / 6, p[1]));
        for (size_t i = 2; i < size; i++)
            basis_piece(path, p[i - 2], p[i - 1], p[i]);
        basis_piece(path, p[size - 2], p[size - 1], p[size - 1]);
    }
    line_to(path, p[size - 1]);
}

static void draw_basis_closed(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    (void)join;
    if (size == 2) {
        small_closed(path, blend(1.0 / 3, p[0], 2.0 / 3, p[1]), blend(2.0 / 3, p[0], 1.0 / 3, p[1]), 2);
        return;
    }
    if (!size || small_closed(path, p[0], p[0], size))
        return;
    begin(path, basis_knot(p[0], p[1], p[2]), false);
    for (size_t i = 3; i < size + 3; i++)
        basis_piece(path, p[(i - 2) % size], p[(i - 1) % size], p[i % size]);
}

static void draw_basis_open(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    if (size < 3)
        return;
    MuPoint knot = basis_knot(p[0], p[1], p[2]);
    if (single(path, &knot, size - 2, join))
        return;
    begin(path, knot, join);
    for (size_t i = 3; i < size; i++)
        basis_piece(path, p[i - 2], p[i - 1], p[i]);
}

static void draw_bundle(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    double beta = isnan(tension) ? 0.85 : tension;
    if (size < 2)
        return;
    MuPoint *straight = MU_NEW_ARRAY(path->arena, MuPoint, size);
    for (size_t i = 0; i < size; i++) {
        double t = (double)i / (double)(size - 1);
        straight[i] = blend(beta, p[i], 1 - beta, blend(1 - t, p[0], t, p[size - 1]));
    }
    draw_basis(path, straight, size, horizontal, NAN, join);
}

/* A spline through its points: the piece from b to c, whose neighbours are a and d. At an end that has no
 * neighbour the caller gives another point, as the curve wants. */
typedef struct Spline {
    void (*piece)(MuPath *path, double k, MuPoint a, MuPoint b, MuPoint c, MuPoint d);
    double k;
    bool cardinal;
} Spline;

static void cardinal_piece(MuPath *path, double tension, MuPoint a, MuPoint b, MuPoint c, MuPoint d)
{
    double k = (1 - tension) / 6;
    cubic_to(path, (MuPoint){b.x + k * (c.x - a.x), b.y + k * (c.y - a.y)},
             (MuPoint){c.x + k * (b.x - d.x), c.y + k * (b.y - d.y)}, c);
}

/* Distance to the powers 2 alpha and alpha. */
static double length_2a(MuPoint a, MuPoint b, double alpha)
{
    double dx = a.x - b.x, dy = a.y - b.y;
    return pow(dx * dx + dy * dy, alpha);
}

/* The handle of `at` towards `far`, given the point `back` on its other side: near and wide are the distances to
 * them. Without a point there (distance 0) the handle is the point itself. */
static MuPoint rom_handle(MuPoint back, MuPoint at, MuPoint far, double near2, double wide2)
{
    double near1 = sqrt(near2), wide1 = sqrt(wide2);
    if (near1 <= 1e-12)
        return at;
    double a = 2 * near2 + 3 * near1 * wide1 + wide2, n = 3 * near1 * (near1 + wide1);
    return (MuPoint){(at.x * a - back.x * wide2 + far.x * near2) / n, (at.y * a - back.y * wide2 + far.y * near2) / n};
}

static void rom_piece(MuPath *path, double alpha, MuPoint a, MuPoint b, MuPoint c, MuPoint d)
{
    double ab = length_2a(a, b, alpha), bc = length_2a(b, c, alpha), cd = length_2a(c, d, alpha);
    cubic_to(path, rom_handle(a, b, c, ab, bc), rom_handle(d, c, b, cd, bc), c);
}

static Spline cardinal_spline(double tension)
{
    return (Spline){cardinal_piece, isnan(tension) ? 0 : tension, true};
}

/* Alpha 0 is the cardinal spline. */
static Spline rom_spline(double alpha)
{
    return alpha == 0 ? cardinal_spline(0) : (Spline){rom_piece, isnan(alpha) ? 0.5 : alpha, false};
}

static void draw_spline(MuPath *path, Spline s, const MuPoint *p, size_t size, bool join)
{
    if (single(path, p, size, join))
        return;
    begin(path, p[0], join);
    if (size == 2)
        line_to(path, p[1]);
    for (size_t i = 0; size > 2 && i + 1 < size; i++) {
        MuPoint before = i ? p[i - 1] : p[s.cardinal ? 1 : 0];
        MuPoint after = i + 2 < size ? p[i + 2] : p[s.cardinal ? i : i + 1];
        s.piece(path, s.k, before, p[i], p[i + 1], after);
    }
}

static void draw_spline_closed(MuPath *path, Spline s, const MuPoint *p, size_t size)
{
    if (!size || small_closed(path, p[size == 2], p[0], size))
        return;
    begin(path, p[1], false);
    for (size_t i = 3; i < size + 3; i++)
        s.piece(path, s.k, p[(i - 3) % size], p[(i - 2) % size], p[(i - 1) % size], p[i % size]);
}

static void draw_spline_open(MuPath *path, Spline s, const MuPoint *p, size_t size, bool join)
{
    if (size < 3 || single(path, &p[1], size - 2, join))
        return;
    begin(path, p[1], join);
    for (size_t i = 3; i < size; i++)
        s.piece(path, s.k, p[i - 3], p[i - 2], p[i - 1], p[i]);
}

static void draw_cardinal(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    draw_spline(path, cardinal_spline(tension), p, size, join);
}

static void draw_cardinal_closed(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension,
                                 bool join)
{
    (void)horizontal;
    (void)join;
    draw_spline_closed(path, cardinal_spline(tension), p, size);
}

static void draw_cardinal_open(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    draw_spline_open(path, cardinal_spline(tension), p, size, join);
}

static void draw_catmull_rom(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    draw_spline(path, rom_spline(tension), p, size, join);
}

static void draw_catmull_rom_closed(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension,
                                    bool join)
{
    (void)horizontal;
    (void)join;
    draw_spline_closed(path, rom_spline(tension), p, size);
}

static void draw_catmull_rom_open(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension,
                                  bool join)
{
    (void)horizontal;
    draw_spline_open(path, rom_spline(tension), p, size, join);
}

static double sign(double v)
{
    return v < 0 ? -1 : 1;
}

/* A distance to divide by: zero takes the direction of the other, so that the slope is infinite on the right side. */
static double divisor(double h, double other)
{
    return h != 0 ? h : other < 0 ? -0.0 : 0.0;
}

/* The slope at b, between a and c: Steffen, A simple method for monotonic interpolation in one dimension, 1990. */
static double inner_slope(MuPoint a, MuPoint b, MuPoint c)
{
    double h0 = b.x - a.x, h1 = c.x - b.x, s0 = (b.y - a.y) / divisor(h0, h1), s1 = (c.y - b.y) / divisor(h1, h0);
    double p = (s0 * h1 + s1 * h0) / (h0 + h1);
    if (isnan(s0) || isnan(s1) || isnan(p))
        return 0;
    double slope = (sign(s0) + sign(s1)) * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(p));
    return isnan(slope) ? 0 : slope;
}

static double end_slope(MuPoint a, MuPoint b, double slope)
{
    double h = b.x - a.x;
    return h != 0 ? (3 * (b.y - a.y) / h - slope) / 2 : slope;
}

static MuPoint flipped(MuPoint p, bool flip)
{
    return flip ? (MuPoint){p.y, p.x} : p;
}

static void monotone_piece(MuPath *path, MuPoint a, MuPoint b, double slope_a, double slope_b, bool flip)
{
    double dx = (b.x - a.x) / 3;
    cubic_to(path, flipped((MuPoint){a.x + dx, a.y + dx * slope_a}, flip),
             flipped((MuPoint){b.x - dx, b.y - dx * slope_b}, flip), flipped(b, flip));
}

/* The points without those that repeat the one before; x and y change places for a curve along y. */
static size_t distinct_points(MuPoint *to, const MuPoint *p, size_t size, bool flip)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++) {
        MuPoint q = flipped(p[i], flip);
        if (!count || q.x != to[count - 1].x || q.y != to[count - 1].y)
            to[count++] = q;
    }
    return count;
}

static void draw_monotone(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)tension;
    bool flip = !horizontal;
    MuPoint *q = MU_NEW_ARRAY(path->arena, MuPoint, size);
    size = distinct_points(q, p, size, flip);
    if (single(path, p, size, join))
        return;
    begin(path, p[0], join);
    if (size == 2)
        line_to(path, flipped(q[1], flip));
    double slope = 0;
    for (size_t i = 1; size > 2 && i < size; i++) {
        bool last = i + 1 == size;
        double next = last ? end_slope(q[i - 1], q[i], slope) : inner_slope(q[i - 1], q[i], q[i + 1]);
        if (i == 1)
            slope = end_slope(q[0], q[1], next);
        monotone_piece(path, q[i - 1], q[i], slope, next, flip);
        slope = next;
    }
}

/* Where the handles of a natural spline are, in one dimension: n pieces between n + 1 knots, second derivatives
 * equal at the joints and zero at the ends; a tridiagonal system solved by elimination. `b` is scratch. */
static void natural_handles(const MuPoint *p, size_t n, bool y, double *first, double *second, double *b)
{
#define KNOT(i) (y ? p[i].y : p[i].x)
    b[0] = 2;
    first[0] = KNOT(0) + 2 * KNOT(1);
    for (size_t i = 1; i < n; i++) {
        bool last = i + 1 == n;
        double m = (last ? 2 : 1) / b[i - 1];
        b[i] = (last ? 7 : 4) - m;
        first[i] = (last ? 8 * KNOT(i) + KNOT(i + 1) : 4 * KNOT(i) + 2 * KNOT(i + 1)) - m * first[i - 1];
    }
    first[n - 1] /= b[n - 1];
    for (size_t i = n - 1; i-- > 0;)
        first[i] = (first[i] - first[i + 1]) / b[i];
    for (size_t i = 0; i + 1 < n; i++)
        second[i] = 2 * KNOT(i + 1) - first[i + 1];
    second[n - 1] = (KNOT(n) + first[n - 1]) / 2;
#undef KNOT
}

static void draw_natural(MuPath *path, const MuPoint *p, size_t size, bool horizontal, double tension, bool join)
{
    (void)horizontal;
    (void)tension;
    if (single(path, p, size, join))
        return;
    begin(path, p[0], join);
    if (size == 2) {
        line_to(path, p[1]);
        return;
    }
    size_t n = size - 1;
    double *x1 = MU_NEW_ARRAY(path->arena, double, n * 5), *x2 = x1 + n, *y1 = x2 + n, *y2 = y1 + n, *b = y2 + n;
    natural_handles(p, n, false, x1, x2, b);
    natural_handles(p, n, true, y1, y2, b);
    for (size_t i = 0; i < n; i++)
        mu_path_cubic(path, x1[i], y1[i], x2[i], y2[i], p[i + 1].x, p[i + 1].y);
}

static const MuCurve curves[] = {
    {"basis", "A cubic B-spline from the first point to the last, near the others.", draw_basis},
    {"basis-closed", "A closed cubic B-spline.", draw_basis_closed},
    {"basis-open", "A cubic B-spline that does not reach its ends.", draw_basis_open},
    {"bundle", "A B-spline pulled towards the straight line; tension 0 is straight, 1 is basis.", draw_bundle},
    {"cardinal", "A cubic spline through the points; tension 1 makes lines of it.", draw_cardinal},
    {"cardinal-closed", "A closed cardinal spline.", draw_cardinal_closed},
    {"cardinal-open", "A cardinal spline without its first and last piece.", draw_cardinal_open},
    {"catmull-rom", "A spline through the points that minds their distances; tension is alpha, 0.5 by default.",
     draw_catmull_rom},
    {"catmull-rom-closed", "A closed Catmull-Rom spline.", draw_catmull_rom_closed},
    {"catmull-rom-open", "A Catmull-Rom spline without its first and last piece.", draw_catmull_rom_open},
    {"linear", "Straight lines.", draw_linear},
    {"linear-closed", "Straight lines and back to the first point.", draw_linear_closed},
    {"monotone", "A cubic spline that makes no hill or valley between points.", draw_monotone},
    {"natural", "A cubic spline with no bend at its ends.", draw_natural},
    {"step", "Steps half-way between points.", draw_step},
    {"step-after", "Steps at each point.", draw_step_after},
    {"step-before", "Steps at the point before.", draw_step_before},
};

const MuCurve *mu_curve_at(size_t index)
{
    return index < sizeof curves / sizeof *curves ? &curves[index] : NULL;
}

const MuCurve *mu_curve_find(MuStr name)
{
    for (size_t i = 0; i < sizeof curves / sizeof *curves; i++)
        if (mu_str_is(name, curves[i].name))
            return &curves[i];
    return NULL;
}
