/* Easing curves from [0, 1] to [0, 1], after Robert Penner, with the parameters of d3-ease. A family has a
 * curve that starts slowly; the others are its mirror images. */
#include "expr/function.h"

#define PI 3.141592653589793

static double linear(double t)
{
    return t;
}
static double quad(double t)
{
    return t * t;
}
static double cubic(double t)
{
    return t * t * t;
}
static double circle(double t)
{
    return 1 - sqrt(1 - t * t);
}
static double sine(double t)
{
    return t == 1 ? 1 : 1 - cos(t * PI / 2);
}
/* Two to the power of -10 x, moved and stretched to run from 1 to 0. */
static double fade(double x)
{
    return (pow(2, -10 * x) - 0.0009765625) * 1.0009775171065494;
}
static double exponential(double t)
{
    return fade(1 - t);
}
static double back(double t)
{
    return t * t * (1.70158 * (t - 1) + t);
}

/* Amplitude 1, period 0.3. */
static double elastic(double t)
{
    double period = 0.3 / (2 * PI), shift = asin(1.0) * period;
    return fade(1 - t) * sin((shift - (t - 1)) / period);
}

/* A ball that comes to rest at 1 after three bounces, each half as long as the one before. */
static double bounce_ends(double t)
{
    double scale = 121.0 / 16;
    if (t < 4.0 / 11)
        return scale * t * t;
    if (t < 8.0 / 11)
        return scale * (t - 6.0 / 11) * (t - 6.0 / 11) + 3.0 / 4;
    if (t < 10.0 / 11)
        return scale * (t - 9.0 / 11) * (t - 9.0 / 11) + 15.0 / 16;
    return scale * (t - 21.0 / 22) * (t - 21.0 / 22) + 63.0 / 64;
}

static double bounce(double t)
{
    return 1 - bounce_ends(1 - t);
}
static double bounce_both(double t)
{
    return t <= 0.5 ? bounce(2 * t) / 2 : (bounce_ends(2 * t - 1) + 1) / 2;
}

static double out(double (*curve)(double), double t)
{
    return 1 - curve(1 - t);
}

static double in_out(double (*curve)(double), double t)
{
    return t <= 0.5 ? curve(2 * t) / 2 : 1 - curve(2 - 2 * t) / 2;
}

#define MIRRORED(curve)                                                                                                \
    static double curve##_ends(double t)                                                                               \
    {                                                                                                                  \
        return out(curve, t);                                                                                          \
    }                                                                                                                  \
    static double curve##_both(double t)                                                                               \
    {                                                                                                                  \
        return in_out(curve, t);                                                                                       \
    }

MIRRORED(quad)
MIRRORED(cubic)
MIRRORED(circle)
MIRRORED(exponential)
MIRRORED(back)
MIRRORED(elastic)

static double sine_ends(double t)
{
    return sin(t * PI / 2);
}
static double sine_both(double t)
{
    return (1 - cos(PI * t)) / 2;
}

#define ROW(ease_name, what, curve)                                                                                    \
    {                                                                                                                  \
        ease_name, 1, 1, .signature = ease_name "(t)", .doc = what, .math = curve                                      \
    }
/* d3 calls by the bare name the curve that is most asked for: mostly the one slow at both ends. */
#define ROWS(ease_name, curve, bare)                                                                                   \
    ROW(ease_name, "an easing curve, as " ease_name "InOut or, where it bounces, Out", bare),                          \
        ROW(ease_name "In", "an easing curve that starts slowly", curve),                                              \
        ROW(ease_name "Out", "an easing curve that ends slowly", curve##_ends),                                        \
        ROW(ease_name "InOut", "an easing curve that starts and ends slowly", curve##_both)

static const MuFunction table[] = {
    ROW("easeLinear", "t itself", linear),   ROWS("easeQuad", quad, quad_both),
    ROWS("easeCubic", cubic, cubic_both),    ROWS("easePoly", cubic, cubic_both),
    ROWS("easeSin", sine, sine_both),        ROWS("easeExp", exponential, exponential_both),
    ROWS("easeCircle", circle, circle_both), ROWS("easeBounce", bounce, bounce_ends),
    ROWS("easeBack", back, back_both),       ROWS("easeElastic", elastic, elastic_ends),
};

const MuFamily mu_functions_ease = MU_FAMILY("easing", table);
