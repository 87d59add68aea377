#include "stat/curve.h"

#include "base/vec.h"
#include "stat/aggregate.h"

static const double PI = 3.14159265358979323846;

typedef struct Point {
    double x, y;
} Point;

typedef MU_VEC(Point) Points;

static Point point_at(MuCurve f, const void *context, double x)
{
    return (Point){x, f(context, x)};
}

static double angle_between(Point p, Point q, Point r, double sx, double sy)
{
    double to_end = atan2(sy * (r.y - p.y), sx * (r.x - p.x));
    double to_middle = atan2(sy * (q.y - p.y), sx * (q.x - p.x));
    return fabs(to_end - to_middle);
}

static double scale_of(Point first, const Points *points)
{
    double least = first.y, greatest = first.y;
    for (size_t i = 0; i < points->size; i++) {
        double y = points->at[i].y;
        least = y < least ? y : least;
        greatest = y > greatest ? y : greatest;
    }
    return 1 / (greatest - least);
}

/* Takes points off the stack `next`, or puts the middle on it where the curve bends. */
static void refine(MuArena *arena, MuCurve f, const void *context, Points *done, Points *next, double stop, double span)
{
    const double bend = 0.5 * PI / 180;
    Point from = done->at[0];
    double sx = 1 / span, sy = scale_of(from, next);
    while (next->size) {
        Point to = next->at[next->size - 1];
        Point middle = point_at(f, context, (from.x + to.x) / 2);
        if (middle.x - from.x >= stop && angle_between(from, middle, to, sx, sy) > bend) {
            MU_PUSH(arena, next, middle);
        } else {
            from = to;
            MU_PUSH(arena, done, to);
            next->size--;
        }
    }
}

size_t mu_sample_curve(MuArena *arena, MuCurve f, const void *context, const double extent[2], double min_steps,
                       double max_steps, double **xy)
{
    enum { MOST_STEPS = 1000000 };
    double least = min_steps >= 1 ? floor(fmin(min_steps, MOST_STEPS)) : 25;
    double most = fmax(least, max_steps >= 1 ? floor(fmin(max_steps, MOST_STEPS)) : 200);
    double span = extent[1] - extent[0];
    Points done = {0}, next = {0};
    MU_PUSH(arena, &done, point_at(f, context, extent[0]));
    if (least == most) {
        for (double i = 1; i < most; i++)
            MU_PUSH(arena, &done, point_at(f, context, extent[0] + i / least * span));
        MU_PUSH(arena, &done, point_at(f, context, extent[1]));
    } else {
        MU_PUSH(arena, &next, point_at(f, context, extent[1]));
        for (double i = least - 1; i > 0; i--)
            MU_PUSH(arena, &next, point_at(f, context, extent[0] + i / least * span));
        refine(arena, f, context, &done, &next, span / most, span);
    }
    Point *first = done.at;
    *xy = &first->x; /* a point is two doubles in a row */
    return done.size;
}

/* --- Densities --- */

static double deviation(const double *numbers, size_t count)
{
    MuSum sum = {0}, squares = {0};
    for (size_t i = 0; i < count; i++)
        mu_sum_add(&sum, numbers[i]);
    double mean = mu_sum_total(sum) / (double)count;
    for (size_t i = 0; i < count; i++)
        mu_sum_add(&squares, (numbers[i] - mean) * (numbers[i] - mean));
    return count > 1 ? sqrt(mu_sum_total(squares) / (double)(count - 1)) : NAN;
}

static double estimate(MuArena *arena, const double *support, size_t known, size_t count)
{
    double *sorted = MU_NEW_ARRAY(arena, double, known + 1);
    memcpy(sorted, support, known * sizeof *sorted);
    qsort(sorted, known, sizeof *sorted, mu_compare_doubles);
    double q1 = mu_quantile_sorted(sorted, known, 0.25), q3 = mu_quantile_sorted(sorted, known, 0.75);
    double d = deviation(support, known), h = (q3 - q1) / 1.34;
    double v = isnan(d) ? 0 : fmin(d, h);
    if (v == 0)
        v = !isnan(d) && d != 0 ? d : fabs(q1) > 0 ? fabs(q1) : 1;
    return 1.06 * v * pow((double)count, -0.2);
}

MuKernel mu_kernel(MuArena *arena, const double *support, size_t known, size_t count, double bandwidth)
{
    bool given = !isnan(bandwidth) && bandwidth != 0;
    return (MuKernel){support, count, given ? bandwidth : estimate(arena, support, known, count)};
}

double mu_kernel_density(const void *kernel, double x)
{
    const MuKernel *k = kernel;
    double y = 0;
    for (size_t i = 0; i < k->count; i++) {
        double z = (x - k->support[i]) / k->bandwidth;
        y += exp(-0.5 * z * z) / sqrt(2 * PI);
    }
    return y / k->bandwidth / (double)k->count;
}

double mu_kernel_cumulative(const void *kernel, double x)
{
    const MuKernel *k = kernel;
    double y = 0;
    for (size_t i = 0; i < k->count; i++)
        y += 0.5 * erfc(-(x - k->support[i]) / k->bandwidth / sqrt(2));
    return y / (double)k->count;
}
