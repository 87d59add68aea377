#include "stat/aggregate.h"

bool mu_aggregate_parse(MuStr name, MuAggregateOp *op)
{
    static const struct {
        const char *name;
        MuAggregateOp op;
    } ops[] = {
        {"count", MU_OP_COUNT},
        {"valid", MU_OP_VALID},
        {"missing", MU_OP_MISSING},
        {"distinct", MU_OP_DISTINCT},
        {"sum", MU_OP_SUM},
        {"product", MU_OP_PRODUCT},
        {"mean", MU_OP_MEAN},
        {"average", MU_OP_MEAN},
        {"variance", MU_OP_VARIANCE},
        {"variancep", MU_OP_VARIANCEP},
        {"stdev", MU_OP_STDEV},
        {"stdevp", MU_OP_STDEVP},
        {"stderr", MU_OP_STDERR},
        {"median", MU_OP_MEDIAN},
        {"q1", MU_OP_Q1},
        {"q3", MU_OP_Q3},
        {"ci0", MU_OP_CI0},
        {"ci1", MU_OP_CI1},
        {"min", MU_OP_MIN},
        {"max", MU_OP_MAX},
        {"argmin", MU_OP_ARGMIN},
        {"argmax", MU_OP_ARGMAX},
        {"values", MU_OP_VALUES},
    };
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (mu_str_is(name, ops[i].name)) {
            *op = ops[i].op;
            return true;
        }
    return false;
}

/* Once a sum is infinite or NaN, what was lost means nothing. */
void mu_sum_add(MuSum *s, double x)
{
    double total = s->sum + x;
    if (isfinite(total))
        s->lost += fabs(s->sum) >= fabs(x) ? s->sum - total + x : x - total + s->sum;
    else
        s->lost = 0;
    s->sum = total;
}

double mu_sum_total(MuSum s)
{
    return s.sum + s.lost;
}

int mu_compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double mu_quantile_sorted(const double *sorted, size_t count, double p)
{
    if (!count || isnan(p))
        return NAN;
    if (p <= 0 || count < 2)
        return sorted[0];
    if (p >= 1)
        return sorted[count - 1];
    double at = (double)(count - 1) * p;
    size_t i = (size_t)at;
    return sorted[i] + (sorted[i + 1] - sorted[i]) * (at - (double)i);
}

MuRandom mu_random_seed(uint64_t seed)
{
    return (MuRandom){seed * 2 + 1};
}

double mu_random_next(MuRandom *random)
{
    uint64_t old = random->state;
    random->state = old * 6364136223846793005u + 1442695040888963407u;
    uint32_t shifted = (uint32_t)(((old >> 18) ^ old) >> 27), turn = (uint32_t)(old >> 59);
    return (double)(shifted >> turn | shifted << (-turn & 31)) / 4294967296.0;
}

/* --- One operator, or a family of them, each --- */

static size_t count_state(const MuSamples *s, const uint32_t *rows, size_t count, MuCellState state)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        n += s->states[rows[i]] == state;
    return n;
}

static double sum_of(const MuSamples *s, const uint32_t *rows, size_t count)
{
    MuSum sum = {0};
    for (size_t i = 0; i < count; i++)
        if (s->states[rows[i]] == MU_CELL_VALID)
            mu_sum_add(&sum, s->numbers[rows[i]]);
    return mu_sum_total(sum);
}

static double product_of(const MuSamples *s, const uint32_t *rows, size_t count)
{
    double product = 1;
    for (size_t i = 0; i < count; i++)
        if (s->states[rows[i]] == MU_CELL_VALID)
            product *= s->numbers[rows[i]];
    return product;
}

/* The sum of squared differences from the mean. */
static double deviance(const MuSamples *s, const uint32_t *rows, size_t count, double mean)
{
    MuSum sum = {0};
    for (size_t i = 0; i < count; i++) {
        double difference = s->numbers[rows[i]] - mean;
        if (s->states[rows[i]] == MU_CELL_VALID)
            mu_sum_add(&sum, difference * difference);
    }
    return fmax(0, mu_sum_total(sum));
}

static MuValue spread(MuAggregateOp op, const MuSamples *s, const uint32_t *rows, size_t count, double valid)
{
    bool sample = op != MU_OP_VARIANCEP && op != MU_OP_STDEVP;
    if (sample ? valid < 2 : valid < 1)
        return mu_undefined();
    double mean = sum_of(s, rows, count) / valid;
    if (isnan(mean))
        return mu_number(NAN);
    double variance = deviance(s, rows, count, mean) / (sample ? valid - 1 : valid);
    if (op == MU_OP_STDERR)
        return mu_number(sqrt(variance / valid));
    return mu_number(op == MU_OP_VARIANCE || op == MU_OP_VARIANCEP ? variance : sqrt(variance));
}

/* The numbers among the valid cells, in order of the rows. */
static double *numbers_of(MuArena *arena, const MuSamples *s, const uint32_t *rows, size_t count, size_t *size)
{
    double *numbers = MU_NEW_ARRAY(arena, double, count);
    *size = 0;
    for (size_t i = 0; i < count; i++)
        if (s->states[rows[i]] == MU_CELL_VALID && !isnan(s->numbers[rows[i]]))
            numbers[(*size)++] = s->numbers[rows[i]];
    return numbers;
}

static MuValue quantile(MuArena *arena, const MuSamples *s, const uint32_t *rows, size_t count, double p)
{
    MuArenaMark mark = mu_arena_mark(arena);
    size_t size;
    double *numbers = numbers_of(arena, s, rows, count, &size);
    qsort(numbers, size, sizeof *numbers, mu_compare_doubles);
    double q = mu_quantile_sorted(numbers, size, p);
    mu_arena_reset(arena, mark);
    return size ? mu_number(q) : mu_undefined();
}

/* vega-statistics' bootstrapCI, 1,000 means of resampled values; the seed is fixed, so that a figure
 * comes out the same each time. */
static MuValue bootstrap(MuArena *arena, const MuSamples *s, const uint32_t *rows, size_t count, double p)
{
    enum { SAMPLES = 1000 };
    MuArenaMark mark = mu_arena_mark(arena);
    size_t size;
    double *numbers = numbers_of(arena, s, rows, count, &size);
    double *means = MU_NEW_ARRAY(arena, double, SAMPLES);
    MuRandom random = mu_random_seed(0x6d7573746572);
    for (size_t sample = 0; size && sample < SAMPLES; sample++) {
        double sum = 0;
        for (size_t i = 0; i < size; i++)
            sum += numbers[(size_t)(mu_random_next(&random) * (double)size)];
        means[sample] = sum / (double)size;
    }
    qsort(means, SAMPLES, sizeof *means, mu_compare_doubles);
    double q = mu_quantile_sorted(means, SAMPLES, p);
    mu_arena_reset(arena, mark);
    return size ? mu_number(q) : mu_undefined();
}

static int compare_codes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static double distinct(MuArena *arena, const MuSamples *s, const uint32_t *rows, size_t count)
{
    MuArenaMark mark = mu_arena_mark(arena);
    uint32_t *codes = MU_NEW_ARRAY(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        codes[i] = s->codes[rows[i]];
    qsort(codes, count, sizeof *codes, compare_codes);
    size_t n = count > 0;
    for (size_t i = 1; i < count; i++)
        n += codes[i] != codes[i - 1];
    mu_arena_reset(arena, mark);
    return (double)n;
}

MuValue mu_aggregate(MuArena *arena, MuAggregateOp op, const MuSamples *s, const uint32_t *rows, size_t count)
{
    if (op == MU_OP_COUNT)
        return mu_number((double)count);
    if (op == MU_OP_DISTINCT)
        return mu_number(distinct(arena, s, rows, count));
    if (op == MU_OP_MISSING)
        return mu_number((double)count_state(s, rows, count, MU_CELL_MISSING));
    double valid = (double)count_state(s, rows, count, MU_CELL_VALID);
    switch (op) {
    case MU_OP_VALID:
        return mu_number(valid);
    case MU_OP_SUM:
        return valid > 0 ? mu_number(sum_of(s, rows, count)) : mu_undefined();
    case MU_OP_PRODUCT:
        return valid > 0 ? mu_number(product_of(s, rows, count)) : mu_undefined();
    case MU_OP_MEAN:
        return valid > 0 ? mu_number(sum_of(s, rows, count) / valid) : mu_undefined();
    case MU_OP_MEDIAN:
        return quantile(arena, s, rows, count, 0.5);
    case MU_OP_Q1:
        return quantile(arena, s, rows, count, 0.25);
    case MU_OP_Q3:
        return quantile(arena, s, rows, count, 0.75);
    case MU_OP_CI0:
        return bootstrap(arena, s, rows, count, 0.025);
    case MU_OP_CI1:
        return bootstrap(arena, s, rows, count, 0.975);
    default:
        return spread(op, s, rows, count, valid);
    }
}

size_t mu_aggregate_extreme(const MuSamples *s, const uint32_t *rows, size_t count, bool greatest)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t row = rows[i];
        if (s->states[row] != MU_CELL_VALID || isnan(s->keys[row]))
            continue;
        if (best == SIZE_MAX || (greatest ? s->keys[row] > s->keys[best] : s->keys[row] < s->keys[best]))
            best = row;
    }
    return best;
}
