/* Regressions. Formulas and the centring of the data: vega-statistics, after d3-regression (Harry Stevens). */
#include "stat/curve.h"

#include "stat/aggregate.h"

static double mean_of(const double *values, size_t count)
{
    double mean = 0;
    for (size_t i = 0; i < count; i++)
        mean += (values[i] - mean) / (double)(i + 1);
    return mean;
}

/* Ordinary least squares from the means of x, y, xy and x². */
static void least_squares(double x, double y, double xy, double xx, double line[2])
{
    double delta = xx - x * x;
    line[1] = fabs(delta) < 1e-24 ? 0 : (xy - x * y) / delta;
    line[0] = y - line[1] * x;
}

static void fit_line(const double *x, const double *y, size_t count, bool log_x, bool log_y, double line[2])
{
    double mx = 0, my = 0, mxy = 0, mxx = 0;
    for (size_t i = 0; i < count; i++) {
        double u = log_x ? log(x[i]) : x[i], v = log_y ? log(y[i]) : y[i], n = (double)(i + 1);
        mx += (u - mx) / n;
        my += (v - my) / n;
        mxy += (u * v - mxy) / n;
        mxx += (u * u - mxx) / n;
    }
    least_squares(mx, my, mxy, mxx, line);
}

/* log y on x, each point weighted with its y, about the mean of x. */
static void fit_exp(MuFit *fit, const double *x, const double *y, size_t count)
{
    double yl = 0, xy = 0, xyl = 0, xxy = 0;
    for (size_t i = 0; i < count; i++) {
        double u = x[i] - fit->mean_x, l = log(y[i]), p = u * y[i], n = (double)(i + 1);
        yl += (y[i] * l - yl) / n;
        xy += (p - xy) / n;
        xyl += (p * l - xyl) / n;
        xxy += (u * p - xxy) / n;
    }
    double m = fit->mean_y;
    least_squares(xy / m, yl / m, xyl / m, xxy / m, fit->centred);
    fit->coefficients[0] = exp(fit->centred[0] - fit->centred[1] * fit->mean_x);
    fit->coefficients[1] = fit->centred[1];
    fit->count = 2;
}

static void fit_quad(MuFit *fit, const double *x, const double *y, size_t count)
{
    double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0, ux = fit->mean_x;
    for (size_t i = 0; i < count; i++) {
        double u = x[i] - ux, v = y[i] - fit->mean_y, n = (double)(i + 1);
        x2 += (u * u - x2) / n;
        x3 += (u * u * u - x3) / n;
        x4 += (u * u * u * u - x4) / n;
        xy += (u * v - xy) / n;
        x2y += (u * u * v - x2y) / n;
    }
    double x2x2 = x4 - x2 * x2, d = x2 * x2x2 - x3 * x3;
    double a = (x2y * x2 - xy * x3) / d, b = (xy * x2x2 - x2y * x3) / d, c = -a * x2;
    fit->centred[0] = c + fit->mean_y;
    fit->centred[1] = b;
    fit->centred[2] = a;
    fit->coefficients[0] = c - b * ux + a * ux * ux + fit->mean_y;
    fit->coefficients[1] = b - 2 * a * ux;
    fit->coefficients[2] = a;
    fit->count = 3;
}

/* Solves `size` equations, each a row of size + 1 numbers, by elimination with the largest pivot. */
static void solve(double *rows, size_t size, double *solution)
{
    size_t width = size + 1;
    for (size_t i = 0; i < size; i++) {
        size_t best = i;
        for (size_t j = i + 1; j < size; j++)
            if (fabs(rows[j * width + i]) > fabs(rows[best * width + i]))
                best = j;
        for (size_t k = i; k < width; k++) {
            double swapped = rows[i * width + k];
            rows[i * width + k] = rows[best * width + k];
            rows[best * width + k] = swapped;
        }
        for (size_t j = i + 1; j < size; j++)
            for (size_t k = width; k-- > i;)
                rows[j * width + k] -= rows[i * width + k] * rows[j * width + i] / rows[i * width + i];
    }
    for (size_t j = size; j-- > 0;) {
        double known = 0;
        for (size_t k = j + 1; k < size; k++)
            known += rows[j * width + k] * solution[k];
        solution[j] = (rows[j * width + size] - known) / rows[j * width + j];
    }
}

/* The coefficients about 0 of a polynomial about `mean`. */
static void uncentre(MuFit *fit)
{
    for (size_t i = fit->count; i-- > 0;) {
        double binomial = 1;
        fit->coefficients[i] += fit->centred[i];
        for (size_t j = 1; j <= i; j++) {
            binomial *= (double)(i + 1 - j) / (double)j;
            fit->coefficients[i - j] += fit->centred[i] * pow(-fit->mean_x, (double)j) * binomial;
        }
    }
}

static void fit_poly(MuArena *arena, MuFit *fit, const double *x, const double *y, size_t count, size_t order)
{
    size_t size = order + 1, width = size + 1;
    double *rows = MU_NEW_ARRAY(arena, double, size *width);
    for (size_t i = 0; i < count; i++) {
        double u = x[i] - fit->mean_x, v = y[i] - fit->mean_y;
        for (size_t r = 0; r < size; r++) {
            for (size_t c = 0; c < size; c++)
                rows[r * width + c] += pow(u, (double)(r + c));
            rows[r * width + size] += pow(u, (double)r) * v;
        }
    }
    solve(rows, size, fit->centred);
    fit->centred[0] += fit->mean_y;
    fit->count = size;
    uncentre(fit);
}

static double r_squared(const MuFit *fit, const double *x, const double *y, size_t count)
{
    double left = 0, total = 0;
    for (size_t i = 0; i < count; i++) {
        double error = y[i] - mu_fit_predict(fit, x[i]), difference = y[i] - fit->mean_y;
        left += error * error;
        total += difference * difference;
    }
    return 1 - left / total;
}

static MuFitMethod simplest(MuFitMethod method, size_t order)
{
    if (method != MU_FIT_POLY || order > 2)
        return method;
    return order == 0 ? MU_FIT_CONSTANT : order == 1 ? MU_FIT_LINEAR : MU_FIT_QUAD;
}

MuFit mu_fit(MuArena *arena, MuFitMethod method, const double *x, const double *y, size_t count, size_t order)
{
    MuFit fit = {.method = simplest(method, order), .mean_x = mean_of(x, count), .mean_y = mean_of(y, count)};
    if (order > MU_FIT_MOST)
        order = MU_FIT_MOST;
    fit.count = 2;
    switch (fit.method) {
    case MU_FIT_CONSTANT:
        fit.coefficients[0] = fit.mean_y;
        fit.count = 1;
        return fit;
    case MU_FIT_LINEAR:
        fit_line(x, y, count, false, false, fit.coefficients);
        break;
    case MU_FIT_LOG:
        fit_line(x, y, count, true, false, fit.coefficients);
        break;
    case MU_FIT_POW:
        fit_line(x, y, count, true, true, fit.coefficients);
        fit.coefficients[0] = exp(fit.coefficients[0]);
        break;
    case MU_FIT_EXP:
        fit_exp(&fit, x, y, count);
        break;
    case MU_FIT_QUAD:
        fit_quad(&fit, x, y, count);
        break;
    case MU_FIT_POLY:
        fit_poly(arena, &fit, x, y, count, order);
        break;
    }
    fit.r_squared = r_squared(&fit, x, y, count);
    return fit;
}

static double polynomial(const double *coefficients, size_t count, double x)
{
    double y = 0;
    for (size_t i = count; i-- > 0;)
        y = y * x + coefficients[i];
    return y;
}

double mu_fit_predict(const void *context, double x)
{
    const MuFit *fit = context;
    const double *c = fit->coefficients;
    switch (fit->method) {
    case MU_FIT_CONSTANT:
        return c[0];
    case MU_FIT_LINEAR:
        return c[0] + c[1] * x;
    case MU_FIT_LOG:
        return c[0] + c[1] * log(x);
    case MU_FIT_POW:
        return c[0] * pow(x, c[1]);
    case MU_FIT_EXP:
        return exp(fit->centred[0] + fit->centred[1] * (x - fit->mean_x));
    case MU_FIT_QUAD:
    case MU_FIT_POLY:
        break;
    }
    return polynomial(fit->centred, fit->count, x - fit->mean_x);
}

/* --- Loess --- */

typedef struct Loess {
    const double *x, *y; /* centred */
    size_t count;
    double *fitted, *residuals, *weights;
} Loess;

static double tricube(double x)
{
    double t = 1 - x * x * x;
    return t * t * t;
}

/* The weighted line through the neighbours `from` … `to` of point i, at its x. */
static double local_fit(const Loess *l, size_t i, size_t from, size_t to)
{
    double at = l->x[i];
    size_t edge = at - l->x[from] > l->x[to] - at ? from : to;
    double reach = fabs(l->x[edge] - at), w = 0, x = 0, y = 0, xy = 0, xx = 0;
    if (reach == 0)
        reach = 1;
    for (size_t k = from; k <= to; k++) {
        double weight = tricube(fabs(at - l->x[k]) * (1 / reach)) * l->weights[k], u = l->x[k] * weight;
        w += weight;
        x += u;
        y += l->y[k] * weight;
        xy += l->y[k] * u;
        xx += l->x[k] * u;
    }
    double line[2];
    least_squares(x / w, y / w, xy / w, xx / w, line);
    return line[0] + line[1] * at;
}

/* Moves the window of neighbours on towards point i; equal distances move too, past repeated x. */
static void move_window(const Loess *l, size_t i, size_t *from, size_t *to)
{
    if (i >= l->count)
        return;
    size_t left = *from, right = *to + 1;
    while (right < l->count && i > left && l->x[right] - l->x[i] <= l->x[i] - l->x[left]) {
        *from = ++left;
        *to = right++;
    }
}

static void loess_round(Loess *l, size_t neighbours)
{
    size_t from = 0, to = neighbours - 1;
    for (size_t i = 0; i < l->count; i++) {
        l->fitted[i] = local_fit(l, i, from, to);
        l->residuals[i] = fabs(l->y[i] - l->fitted[i]);
        move_window(l, i + 1, &from, &to);
    }
}

static double median(MuArena *arena, const double *values, size_t count)
{
    double *sorted = MU_NEW_ARRAY(arena, double, count);
    memcpy(sorted, values, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, mu_compare_doubles);
    return mu_quantile_sorted(sorted, count, 0.5);
}

/* False when the fit is as good as exact. */
static bool reweigh(MuArena *arena, Loess *l)
{
    const double least = 1e-12; /* instead of 0, which would make some lines singular */
    double middle = median(arena, l->residuals, l->count);
    if (fabs(middle) < least)
        return false;
    for (size_t i = 0; i < l->count; i++) {
        double arg = l->residuals[i] / (6 * middle), w = 1 - arg * arg;
        l->weights[i] = arg >= 1 ? least : w * w;
    }
    return true;
}

/* One point for each different x, with the mean of its fits. */
static size_t collect(MuArena *arena, const Loess *l, double ux, double uy, double **xy)
{
    *xy = MU_NEW_ARRAY(arena, double, 2 * l->count);
    size_t size = 0, repeats = 0;
    for (size_t i = 0; i < l->count; i++) {
        double x = l->x[i] + ux;
        double *last = *xy + 2 * (size - (size > 0));
        if (size && last[0] == x) {
            repeats++;
            last[1] += (l->fitted[i] - last[1]) / (double)repeats;
            continue;
        }
        repeats = 0;
        (*xy)[2 * size] = x;
        (*xy)[2 * size++ + 1] = l->fitted[i];
    }
    for (size_t i = 0; i < size; i++)
        (*xy)[2 * i + 1] += uy;
    return size;
}

size_t mu_loess(MuArena *arena, const double *x, const double *y, size_t count, double bandwidth, double **xy)
{
    enum { ROUNDS = 2 };
    double ux = mean_of(x, count), uy = mean_of(y, count), wanted = floor(bandwidth * (double)count);
    size_t neighbours = wanted < 2 ? 2 : wanted > (double)count ? count : (size_t)wanted;
    double *centred = MU_NEW_ARRAY(arena, double, 2 * count + 1);
    Loess l = {.x = centred, .y = centred + count, .count = count};
    for (size_t i = 0; i < count; i++) {
        centred[i] = x[i] - ux;
        centred[count + i] = y[i] - uy;
    }
    l.fitted = MU_NEW_ARRAY(arena, double, count);
    l.residuals = MU_NEW_ARRAY(arena, double, count);
    l.weights = MU_NEW_ARRAY(arena, double, count);
    for (size_t i = 0; i < count; i++)
        l.weights[i] = 1;
    *xy = NULL;
    if (count < 2)
        return 0;
    for (int round = 0;; round++) {
        loess_round(&l, neighbours);
        if (round == ROUNDS || !reweigh(arena, &l))
            return collect(arena, &l, ux, uy, xy);
    }
}
