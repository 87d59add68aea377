#include "geom/path.h"

MuBounds mu_bounds_empty(void)
{
    return (MuBounds){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

bool mu_bounds_is_empty(MuBounds b)
{
    return !(b.x1 <= b.x2 && b.y1 <= b.y2);
}

MuBounds mu_bounds_add(MuBounds b, double x, double y)
{
    return (MuBounds){fmin(b.x1, x), fmin(b.y1, y), fmax(b.x2, x), fmax(b.y2, y)};
}

MuBounds mu_bounds_union(MuBounds a, MuBounds b)
{
    return (MuBounds){fmin(a.x1, b.x1), fmin(a.y1, b.y1), fmax(a.x2, b.x2), fmax(a.y2, b.y2)};
}

MuBounds mu_bounds_intersect(MuBounds a, MuBounds b)
{
    MuBounds both = {fmax(a.x1, b.x1), fmax(a.y1, b.y1), fmin(a.x2, b.x2), fmin(a.y2, b.y2)};
    return mu_bounds_is_empty(both) ? mu_bounds_empty() : both;
}

MuBounds mu_bounds_expand(MuBounds b, double by)
{
    return (MuBounds){b.x1 - by, b.y1 - by, b.x2 + by, b.y2 + by};
}

MuBounds mu_bounds_translate(MuBounds b, double dx, double dy)
{
    return (MuBounds){b.x1 + dx, b.y1 + dy, b.x2 + dx, b.y2 + dy};
}

/* The rows of a rotation. */
typedef struct Turn {
    double cosine, sine;
} Turn;

static MuPoint turned(Turn t, MuPoint p)
{
    return (MuPoint){t.cosine * p.x - t.sine * p.y, t.sine * p.x + t.cosine * p.y};
}

static double cubic_at(double t, const double p[4])
{
    double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

/* Widens [*least, *most] by a cubic's inner extrema: where its derivative, a quadratic, is zero. */
static void add_extrema(const double p[4], double *least, double *most)
{
    double a = p[3] - p[0] + 3 * (p[1] - p[2]), b = p[0] + p[2] - 2 * p[1], c = p[0] - p[1], roots[2] = {0, 0};
    if (fabs(a) > 1e-14) {
        double d = b * b + c * a;
        if (d >= 0) {
            roots[0] = (-b + sqrt(d)) / a;
            roots[1] = (-b - sqrt(d)) / a;
        }
    } else {
        roots[0] = 0.5 * c / b;
    }
    for (int i = 0; i < 2; i++) {
        if (!(roots[i] > 0 && roots[i] < 1))
            continue;
        double v = cubic_at(roots[i], p);
        *least = fmin(*least, v);
        *most = fmax(*most, v);
    }
}

static MuBounds add_cubic(MuBounds b, const MuPoint p[4])
{
    add_extrema((const double[4]){p[0].x, p[1].x, p[2].x, p[3].x}, &b.x1, &b.x2);
    add_extrema((const double[4]){p[0].y, p[1].y, p[2].y, p[3].y}, &b.y1, &b.y2);
    return mu_bounds_add(b, p[3].x, p[3].y);
}

MuBounds mu_path_bounds_turned(const MuPath *path, double degrees)
{
    double angle = degrees * acos(-1) / 180;
    Turn turn = {degrees == 0 ? 1 : cos(angle), degrees == 0 ? 0 : sin(angle)};
    MuBounds b = mu_bounds_empty();
    MuPoint curve[4] = {{0}};
    const MuPoint *next = path->points.at;
    for (size_t i = 0; i < path->verbs.size; i++) {
        size_t count = mu_verb_points(path->verbs.at[i]);
        for (size_t j = 0; j < count; j++)
            curve[j + 1] = turned(turn, *next++);
        if (count == 3)
            b = add_cubic(b, curve);
        else if (count == 1)
            b = mu_bounds_add(b, curve[1].x, curve[1].y);
        if (count)
            curve[0] = curve[count];
    }
    return b;
}

MuBounds mu_path_bounds(const MuPath *path)
{
    return mu_path_bounds_turned(path, 0);
}
