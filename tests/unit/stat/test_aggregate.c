#include "stat/aggregate.h"

#include "stat/curve.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static MuArena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = mu_arena_new(0);
    return !arena;
}

static int free_arena(void **state)
{
    (void)state;
    mu_arena_free(arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_arena, free_arena)

static const uint32_t ROWS[] = {0, 1, 2, 3, 4, 5, 6, 7};

/* All valid. */
static MuValue over(MuAggregateOp op, const double *numbers, size_t count)
{
    static const uint8_t valid[8] = {0};
    MuSamples samples = {.numbers = numbers, .states = valid, .keys = numbers};
    return mu_aggregate(arena, op, &samples, ROWS, count);
}

static void sums_lose_nothing_to_rounding(void **state)
{
    (void)state;
    assert_true(over(MU_OP_SUM, (const double[]){1, 1e100, 1, -1e100}, 4).number == 2);
    assert_true(over(MU_OP_SUM, (const double[]){0.1, 0.2, 0.3}, 3).number == 0.6);
    assert_true(isinf(over(MU_OP_SUM, (const double[]){1, INFINITY, 2}, 3).number));
}

static void quantiles_are_those_of_d3(void **state)
{
    (void)state;
    static const double sorted[] = {3, 6, 7, 8, 8, 10};
    assert_true(mu_quantile_sorted(sorted, 6, 0.25) == 6.25);
    assert_true(mu_quantile_sorted(sorted, 6, 0.5) == 7.5);
    assert_true(mu_quantile_sorted(sorted, 6, 0) == 3 && mu_quantile_sorted(sorted, 6, 1) == 10);
    assert_true(isnan(mu_quantile_sorted(sorted, 0, 0.5)));
}

static void what_has_no_value_is_undefined(void **state)
{
    (void)state;
    static const double one[] = {4};
    assert_int_equal(over(MU_OP_SUM, one, 0).kind, MU_UNDEFINED);
    assert_int_equal(over(MU_OP_MEAN, one, 0).kind, MU_UNDEFINED);
    assert_int_equal(over(MU_OP_MEDIAN, one, 0).kind, MU_UNDEFINED);
    assert_int_equal(over(MU_OP_VARIANCE, one, 1).kind, MU_UNDEFINED);
    assert_true(over(MU_OP_VARIANCEP, one, 1).number == 0);
    assert_true(over(MU_OP_COUNT, one, 0).number == 0);
}

static void one_text_among_numbers_makes_the_sum_nan_and_nan_itself_does_not(void **state)
{
    (void)state;
    static const double numbers[] = {1, NAN, 3};
    static const uint8_t text[] = {MU_CELL_VALID, MU_CELL_VALID, MU_CELL_VALID},
                         nan[] = {MU_CELL_VALID, MU_CELL_NAN, MU_CELL_VALID};
    MuSamples samples = {.numbers = numbers, .states = text, .keys = numbers};
    assert_true(isnan(mu_aggregate(arena, MU_OP_SUM, &samples, ROWS, 3).number));
    samples.states = nan;
    assert_true(mu_aggregate(arena, MU_OP_SUM, &samples, ROWS, 3).number == 4);
    assert_true(mu_aggregate(arena, MU_OP_VALID, &samples, ROWS, 3).number == 2);
    assert_true(mu_aggregate(arena, MU_OP_MISSING, &samples, ROWS, 3).number == 0);
}

static void the_first_of_equal_extremes_is_taken(void **state)
{
    (void)state;
    static const double numbers[] = {5, 2, 9, 2, 9};
    static const uint8_t valid[5] = {0};
    MuSamples samples = {.numbers = numbers, .states = valid, .keys = numbers};
    assert_int_equal(mu_aggregate_extreme(&samples, ROWS, 5, false), 1);
    assert_int_equal(mu_aggregate_extreme(&samples, ROWS, 5, true), 2);
    assert_true(mu_aggregate_extreme(&samples, ROWS, 0, true) == SIZE_MAX);
}

/* The mean's 95 % interval of 1…8 by resampling: mean 4.5, standard error sqrt(5.25 / 8) = 0.81. */
static void a_bootstrapped_interval_is_near_the_normal_one_and_always_the_same(void **state)
{
    (void)state;
    static const double numbers[] = {1, 2, 3, 4, 5, 6, 7, 8};
    double low = over(MU_OP_CI0, numbers, 8).number, high = over(MU_OP_CI1, numbers, 8).number;
    assert_true(fabs(low - (4.5 - 1.96 * 0.81)) < 0.25);
    assert_true(fabs(high - (4.5 + 1.96 * 0.81)) < 0.25);
    assert_true(low == over(MU_OP_CI0, numbers, 8).number);
}

static void random_numbers_are_even_and_repeat_with_their_seed(void **state)
{
    (void)state;
    MuRandom a = mu_random_seed(7), b = mu_random_seed(7);
    size_t below[4] = {0};
    for (int i = 0; i < 4000; i++) {
        double x = mu_random_next(&a);
        assert_true(x >= 0 && x < 1 && x == mu_random_next(&b));
        below[(size_t)(x * 4)]++;
    }
    for (size_t i = 0; i < 4; i++)
        assert_true(below[i] > 900 && below[i] < 1100);
}

static void every_operator_of_vega_has_its_name(void **state)
{
    (void)state;
    static const char *const names[] = {"count",  "valid",   "missing",  "distinct",  "sum",   "product",
                                        "mean",   "average", "variance", "variancep", "stdev", "stdevp",
                                        "stderr", "median",  "q1",       "q3",        "ci0",   "ci1",
                                        "min",    "max",     "argmin",   "argmax",    "values"};
    MuAggregateOp op;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(mu_aggregate_parse(mu_str(names[i]), &op));
    assert_false(mu_aggregate_parse(MU_STR("avg"), &op));
}

/* A straight line needs no more than the least steps; a grid has exactly as many as are asked for. */
static double straight(const void *context, double x)
{
    return *(const double *)context * x;
}

static void a_straight_curve_is_not_refined(void **state)
{
    (void)state;
    static const double slope = 2, extent[] = {0, 10};
    double *xy;
    assert_int_equal(mu_sample_curve(arena, straight, &slope, extent, 5, 100, &xy), 6);
    assert_true(xy[10] == 10 && xy[11] == 20);
    assert_int_equal(mu_sample_curve(arena, straight, &slope, extent, 4, 4, &xy), 5);
    assert_true(xy[2] == 2.5 && xy[3] == 5);
}

static void a_kernel_density_has_an_area_of_one(void **state)
{
    (void)state;
    static const double support[] = {1, 2, 2.5, 4};
    MuKernel kernel = mu_kernel(arena, support, 4, 4, 0);
    double area = 0;
    for (double x = -20; x < 30; x += 0.01)
        area += 0.01 * mu_kernel_density(&kernel, x);
    assert_true(fabs(area - 1) < 1e-6);
    assert_true(fabs(mu_kernel_cumulative(&kernel, 30) - 1) < 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sums_lose_nothing_to_rounding),
        TEST(quantiles_are_those_of_d3),
        TEST(what_has_no_value_is_undefined),
        TEST(one_text_among_numbers_makes_the_sum_nan_and_nan_itself_does_not),
        TEST(the_first_of_equal_extremes_is_taken),
        TEST(a_bootstrapped_interval_is_near_the_normal_one_and_always_the_same),
        TEST(random_numbers_are_even_and_repeat_with_their_seed),
        TEST(every_operator_of_vega_has_its_name),
        TEST(a_straight_curve_is_not_refined),
        TEST(a_kernel_density_has_an_area_of_one),
    };
    return cmocka_run_group_tests_name("stat/aggregate", tests, NULL, NULL);
}
