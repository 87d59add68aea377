/* Normal, log-normal and uniform distributions, with the arguments and defaults of vega-statistics. */
#include "expr/function.h"

#define SQRT_2PI 2.5066282746310002

/* The mean: what is no number is 0. */
static double mean_of(const MuCall *call, size_t i)
{
    double mean = mu_arg_number(call, i);
    return isnan(mean) ? 0 : mean;
}

/* The standard deviation: 1 for nothing. */
static double deviation_of(const MuCall *call, size_t i)
{
    return mu_arg(call, i).kind <= MU_NULL ? 1 : mu_arg_number(call, i);
}

/* Marsaglia's polar method, which makes two at a time. */
static double standard_sample(const MuCall *call)
{
    MuExprState *state = call->expr->state;
    double x = state->spare_normal, y, square;
    state->spare_normal = NAN;
    if (!isnan(x))
        return x;
    do {
        x = mu_call_random(call) * 2 - 1;
        y = mu_call_random(call) * 2 - 1;
        square = x * x + y * y;
    } while (square == 0 || square > 1);
    double scale = sqrt(-2 * log(square) / square);
    state->spare_normal = y * scale;
    return x * scale;
}

static double horner(const double *coefficients, size_t size, double x)
{
    double sum = 0;
    for (size_t i = 0; i < size; i++)
        sum = sum * x + coefficients[i];
    return sum;
}

#define HORNER(table, x) horner(table, sizeof table / sizeof *table, x)

/* Graeme West, "Better approximations to cumulative normal functions" (2009), after Hart. */
static double standard_cumulative(double z)
{
    static const double above[] = {3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
                                   112.079291497871,     221.213596169931,  220.206867912376};
    static const double below[] = {8.83883476483184e-02, 1.75566716318264, 16.064177579207,  86.7807322029461,
                                   296.564248779674,     637.333633378831, 793.826512519948, 440.413735824752};
    double x = fabs(z), tail = exp(-x * x / 2);
    if (x > 37)
        tail = 0;
    else if (x < 7.07106781186547)
        tail = tail * HORNER(above, x) / HORNER(below, x);
    else
        tail = tail / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
    return z > 0 ? 1 - tail : tail;
}

/* The inverse error function: Mike Giles, "Approximating the erfinv function", GPU Computing Gems 2 (2010), with the
 * coefficients in double precision. */
static double inverse_erf(double x)
{
    static const double centre[] = {
        -3.6444120640178196996e-21, -1.685059138182016589e-19,  1.2858480715256400167e-18,  1.115787767802518096e-17,
        -1.333171662854620906e-16,  2.0972767875968561637e-17,  6.6376381343583238325e-15,  -4.0545662729752068639e-14,
        -8.1519341976054721522e-14, 2.6335093153082322977e-12,  -1.2975133253453532498e-11, -5.4154120542946279317e-11,
        1.051212273321532285e-09,   -4.1126339803469836976e-09, -2.9070369957882005086e-08, 4.2347877827932403518e-07,
        -1.3654692000834678645e-06, -1.3882523362786468719e-05, 0.0001867342080340571352,   -0.00074070253416626697512,
        -0.0060336708714301490533,  0.24015818242558961693,     1.6536545626831027356};
    static const double middle[] = {
        2.2137376921775787049e-09,  9.0756561938885390979e-08, -2.7517406297064545428e-07, 1.8239629214389227755e-08,
        1.5027403968909827627e-06,  -4.013867526981545969e-06, 2.9234449089955446044e-06,  1.2475304481671778723e-05,
        -4.7318229009055733981e-05, 6.8284851459573175448e-05, 2.4031110387097893999e-05,  -0.0003550375203628474796,
        0.00095328937973738049703,  -0.0016882755560235047313, 0.0024914420961078508066,   -0.0037512085075692412107,
        0.005370914553590063617,    1.0052589676941592334,     3.0838856104922207635};
    static const double edge[] = {-2.7109920616438573243e-11, -2.5556418169965252055e-10, 1.5076572693500548083e-09,
                                  -3.7894654401267369937e-09, 7.6157012080783393804e-09,  -1.4960026627149240478e-08,
                                  2.9147953450901080826e-08,  -6.7711997758452339498e-08, 2.2900482228026654717e-07,
                                  -9.9298272942317002539e-07, 4.5260625972231537039e-06,  -1.9681778105531670567e-05,
                                  7.5995277030017761139e-05,  -0.00021503011930044477347, -0.00013871931833623122026,
                                  1.0103004648645343977,      4.8499064014085844221};
    double w = -log((1 - x) * (1 + x)); /* not 1 - x * x, which loses digits near ±1 */
    if (w < 6.25)
        return x * HORNER(centre, w - 3.125);
    if (w < 16)
        return x * HORNER(middle, sqrt(w) - 3.25);
    return x * (isfinite(w) ? HORNER(edge, sqrt(w) - 5) : INFINITY);
}

static double normal_quantile(const MuCall *call)
{
    double p = mu_arg_number(call, 0);
    if (!(p >= 0 && p <= 1))
        return NAN;
    return mean_of(call, 1) + deviation_of(call, 2) * 1.4142135623730951 * inverse_erf(2 * p - 1);
}

static double normal_density(double value, double mean, double deviation)
{
    double z = (value - mean) / deviation;
    return exp(-0.5 * z * z) / (deviation * SQRT_2PI);
}

static MuValue sample_normal(MuCall *call)
{
    return mu_number(mean_of(call, 0) + standard_sample(call) * deviation_of(call, 1));
}

static MuValue density_normal(MuCall *call)
{
    return mu_number(normal_density(mu_arg_number(call, 0), mean_of(call, 1), deviation_of(call, 2)));
}

static MuValue cumulative_normal(MuCall *call)
{
    return mu_number(standard_cumulative((mu_arg_number(call, 0) - mean_of(call, 1)) / deviation_of(call, 2)));
}

static MuValue quantile_normal(MuCall *call)
{
    return mu_number(normal_quantile(call));
}

static MuValue sample_log_normal(MuCall *call)
{
    return mu_number(exp(mean_of(call, 0) + standard_sample(call) * deviation_of(call, 1)));
}

static MuValue density_log_normal(MuCall *call)
{
    double value = mu_arg_number(call, 0);
    if (value <= 0)
        return mu_number(0);
    double deviation = deviation_of(call, 2), z = (log(value) - mean_of(call, 1)) / deviation;
    return mu_number(exp(-0.5 * z * z) / (deviation * SQRT_2PI * value));
}

static MuValue cumulative_log_normal(MuCall *call)
{
    return mu_number(standard_cumulative((log(mu_arg_number(call, 0)) - mean_of(call, 1)) / deviation_of(call, 2)));
}

static MuValue quantile_log_normal(MuCall *call)
{
    return mu_number(exp(normal_quantile(call)));
}

/* min and max at argument i; one alone is the max above 0; none: 0 to 1. */
static void bounds(const MuCall *call, size_t i, double *min, double *max)
{
    bool has_min = mu_arg(call, i).kind > MU_NULL, has_max = mu_arg(call, i + 1).kind > MU_NULL;
    *min = has_max ? mu_arg_number(call, i) : 0;
    *max = has_max ? mu_arg_number(call, i + 1) : has_min ? mu_arg_number(call, i) : 1;
}

static MuValue sample_uniform(MuCall *call)
{
    double min, max;
    bounds(call, 0, &min, &max);
    return mu_number(min + (max - min) * mu_call_random(call));
}

static MuValue density_uniform(MuCall *call)
{
    double min, max, value = mu_arg_number(call, 0);
    bounds(call, 1, &min, &max);
    return mu_number(value >= min && value <= max ? 1 / (max - min) : 0);
}

static MuValue cumulative_uniform(MuCall *call)
{
    double min, max, value = mu_arg_number(call, 0);
    bounds(call, 1, &min, &max);
    return mu_number(value < min ? 0 : value > max ? 1 : (value - min) / (max - min));
}

static MuValue quantile_uniform(MuCall *call)
{
    double min, max, p = mu_arg_number(call, 0);
    bounds(call, 1, &min, &max);
    return mu_number(p >= 0 && p <= 1 ? min + p * (max - min) : NAN);
}

static const MuFunction table[] = {
    {"sampleNormal", 0, 2, .signature = "sampleNormal(mean, stdev)", .doc = "a random number, normally distributed",
     .call = sample_normal},
    {"densityNormal", 1, 3, .signature = "densityNormal(value, mean, stdev)",
     .doc = "density of the normal distribution", .call = density_normal},
    {"cumulativeNormal", 1, 3, .signature = "cumulativeNormal(value, mean, stdev)",
     .doc = "probability of a value at or below", .call = cumulative_normal},
    {"quantileNormal", 1, 3, .signature = "quantileNormal(probability, mean, stdev)",
     .doc = "the value with this probability at or below", .call = quantile_normal},
    {"sampleLogNormal", 0, 2, .signature = "sampleLogNormal(mean, stdev)",
     .doc = "a random number, log-normally distributed", .call = sample_log_normal},
    {"densityLogNormal", 1, 3, .signature = "densityLogNormal(value, mean, stdev)",
     .doc = "density of the log-normal distribution", .call = density_log_normal},
    {"cumulativeLogNormal", 1, 3, .signature = "cumulativeLogNormal(value, mean, stdev)",
     .doc = "probability of a value at or below", .call = cumulative_log_normal},
    {"quantileLogNormal", 1, 3, .signature = "quantileLogNormal(probability, mean, stdev)",
     .doc = "the value with this probability at or below", .call = quantile_log_normal},
    {"sampleUniform", 0, 2, .signature = "sampleUniform(min, max)", .doc = "a random number between min and max",
     .call = sample_uniform},
    {"densityUniform", 1, 3, .signature = "densityUniform(value, min, max)",
     .doc = "density of the uniform distribution", .call = density_uniform},
    {"cumulativeUniform", 1, 3, .signature = "cumulativeUniform(value, min, max)",
     .doc = "probability of a value at or below", .call = cumulative_uniform},
    {"quantileUniform", 1, 3, .signature = "quantileUniform(probability, min, max)",
     .doc = "the value with this probability at or below", .call = quantile_uniform},
};

const MuFamily mu_functions_stat = MU_FAMILY("distributions", table);
