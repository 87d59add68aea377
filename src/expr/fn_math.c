/* JavaScript's Math, and clamp. Arguments are converted to numbers first. */
#include "expr/function.h"

/* Halves go up, also below zero: round(-2.5) is -2. */
static double js_round(double x)
{
    double below = floor(x);
    return copysign(x - below >= 0.5 ? below + 1 : below, x);
}

/* NaN wins, and 0 is above -0. */
static double larger(double a, double b)
{
    if (isnan(a) || isnan(b))
        return NAN;
    return a > b || (a == b && !signbit(a)) ? a : b;
}

static double smaller(double a, double b)
{
    return -larger(-a, -b);
}

/* C knows 1 for pow(1, NaN) and pow(±1, ±Infinity), JavaScript does not. */
static double js_pow(double base, double exponent)
{
    if (isnan(exponent) || (isinf(exponent) && fabs(base) == 1))
        return NAN;
    return pow(base, exponent);
}

static MuValue call_max(MuCall *call)
{
    double most = -INFINITY;
    for (size_t i = 0; i < call->count; i++)
        most = larger(most, mu_arg_number(call, i));
    return mu_number(most);
}

static MuValue call_min(MuCall *call)
{
    double least = INFINITY;
    for (size_t i = 0; i < call->count; i++)
        least = smaller(least, mu_arg_number(call, i));
    return mu_number(least);
}

static MuValue call_clamp(MuCall *call)
{
    double below = smaller(mu_arg_number(call, 2), mu_arg_number(call, 0));
    return mu_number(larger(mu_arg_number(call, 1), below));
}

/* Scaled by the largest and summed with Kahan's correction, as V8 does. */
static MuValue call_hypot(MuCall *call)
{
    double most = 0, sum = 0, lost = 0;
    for (size_t i = 0; i < call->count; i++) {
        double x = fabs(mu_arg_number(call, i));
        if (isinf(x))
            return mu_number(INFINITY);
        most = larger(most, x);
    }
    for (size_t i = 0; i < call->count && most > 0; i++) {
        double x = mu_arg_number(call, i) / most, part = x * x - lost, next = sum + part;
        lost = (next - sum) - part;
        sum = next;
    }
    return mu_number(sqrt(sum) * most);
}

static MuValue call_pow(MuCall *call)
{
    return mu_number(js_pow(mu_arg_number(call, 0), mu_arg_number(call, 1)));
}
static MuValue call_atan2(MuCall *call)
{
    return mu_number(atan2(mu_arg_number(call, 0), mu_arg_number(call, 1)));
}
static MuValue call_random(MuCall *call)
{
    return mu_number(mu_call_random(call));
}

static const MuFunction table[] = {
    {"abs", 1, 1, .signature = "abs(x)", .doc = "the absolute value", .math = fabs},
    {"acos", 1, 1, .signature = "acos(x)", .doc = "arc cosine, in radians", .math = acos},
    {"asin", 1, 1, .signature = "asin(x)", .doc = "arc sine, in radians", .math = asin},
    {"atan", 1, 1, .signature = "atan(x)", .doc = "arc tangent, in radians", .math = atan},
    {"atan2", 2, 2, .signature = "atan2(dy, dx)", .doc = "the angle of a direction, in radians", .call = call_atan2},
    {"ceil", 1, 1, .signature = "ceil(x)", .doc = "the next whole number upwards", .math = ceil},
    {"clamp", 3, 3, .signature = "clamp(value, min, max)", .doc = "the value kept between min and max",
     .call = call_clamp},
    {"cos", 1, 1, .signature = "cos(x)", .doc = "cosine of radians", .math = cos},
    {"exp", 1, 1, .signature = "exp(x)", .doc = "e to the power of x", .math = exp},
    {"floor", 1, 1, .signature = "floor(x)", .doc = "the next whole number downwards", .math = floor},
    {"hypot", 1, MU_ANY, .signature = "hypot(x, …)", .doc = "the root of the sum of squares", .call = call_hypot},
    {"log", 1, 1, .signature = "log(x)", .doc = "the natural logarithm", .math = log},
    {"max", 1, MU_ANY, .signature = "max(x, …)", .doc = "the largest of its arguments", .call = call_max},
    {"min", 1, MU_ANY, .signature = "min(x, …)", .doc = "the smallest of its arguments", .call = call_min},
    {"pow", 2, 2, .signature = "pow(x, exponent)", .doc = "x to the power of the exponent", .call = call_pow},
    {"random", 0, 0, .signature = "random()", .doc = "a number from 0 to below 1; the same spec always gives the same",
     .call = call_random},
    {"round", 1, 1, .signature = "round(x)", .doc = "the nearest whole number, halves upwards", .math = js_round},
    {"sin", 1, 1, .signature = "sin(x)", .doc = "sine of radians", .math = sin},
    {"sqrt", 1, 1, .signature = "sqrt(x)", .doc = "the square root", .math = sqrt},
    {"tan", 1, 1, .signature = "tan(x)", .doc = "tangent of radians", .math = tan},
};

const MuFamily mu_functions_math = MU_FAMILY("mathematics", table);
