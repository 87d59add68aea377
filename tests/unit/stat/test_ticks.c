/* Expected values: d3-array 3, d3-scale 4, vega-statistics 2 and vega-transforms 5. */
#include "stat/ticks.h"

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>

#define LIST(...) ((const double[]){__VA_ARGS__}), sizeof((const double[]){__VA_ARGS__}) / sizeof(double)

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

static void assert_list(const double *at, size_t size, const double *expected, size_t expected_size)
{
    assert_int_equal(size, expected_size);
    for (size_t i = 0; i < size; i++)
        assert_true(at[i] == expected[i]);
}

static void assert_ticks(double start, double stop, double count, const double *expected, size_t size)
{
    double *at;
    size_t n = mu_ticks(arena, start, stop, count, &at);
    assert_list(at, n, expected, size);
}

static void ticks_are_multiples_of_1_2_5_and_10(void **state)
{
    (void)state;
    assert_ticks(0, 10, 5, LIST(0, 2, 4, 6, 8, 10));
    assert_ticks(0, 1, 10, LIST(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1));
    assert_ticks(-3, 12, 4, LIST(0, 5, 10));
    assert_ticks(1, 0, 5, LIST(1, 0.8, 0.6, 0.4, 0.2, 0));
    assert_ticks(5, 5, 3, LIST(5));
}

static void a_count_of_one_finds_a_tick_where_it_can(void **state)
{
    (void)state;
    assert_ticks(1, 4, 1, LIST(2, 4));
    assert_ticks(3.1, 3.9, 1, LIST(3.5));
}

static void no_ticks_without_a_count_or_a_span_of_numbers(void **state)
{
    (void)state;
    double *at;
    assert_int_equal(mu_ticks(arena, 0, 10, 0, &at), 0);
    assert_int_equal(mu_ticks(arena, 0, 10, NAN, &at), 0);
    assert_int_equal(mu_ticks(arena, NAN, 10, 5, &at), 0);
    assert_int_equal(mu_ticks(arena, 0, INFINITY, 5, &at), 0);
    assert_int_equal(mu_ticks(arena, 0, 1, 1e300, &at), 0);
}

static void the_increment_of_fractions_is_negative_and_inverse(void **state)
{
    (void)state;
    assert_true(mu_tick_increment(0, 1, 10) == -10);
    assert_true(mu_tick_step(0, 1, 10) == 0.1);
    assert_true(mu_tick_step(100, 0, 8) == -10);
}

static void assert_nice(double start, double stop, double count, double lo, double hi)
{
    mu_nice(&start, &stop, count);
    assert_true(start == lo || (isnan(start) && isnan(lo)));
    assert_true(stop == hi || (isnan(stop) && isnan(hi)));
}

static void nice_bounds_move_out_to_ticks(void **state)
{
    (void)state;
    assert_nice(0.13, 9.7, 10, 0, 10);
    assert_nice(-3.2, 128.4, 5, -50, 150);
    assert_nice(9.7, 0.13, 10, 10, 0);
}

static void bounds_without_a_span_stay(void **state)
{
    (void)state;
    assert_nice(5, 5, 10, 5, 5);
    assert_nice(NAN, 5, 10, NAN, 5);
    assert_nice(0, INFINITY, 10, 0, INFINITY);
}

static void assert_log_ticks(double start, double stop, double base, double count, const double *expected, size_t size)
{
    double *at;
    size_t n = mu_log_ticks(arena, start, stop, base, count, &at);
    assert_list(at, n, expected, size);
}

static void log_ticks_are_multiples_of_powers(void **state)
{
    (void)state;
    assert_log_ticks(3, 42, 10, 10, LIST(3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40));
    assert_log_ticks(42, 3, 10, 10, LIST(40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3));
    assert_log_ticks(-20, -0.9, 10, 10, LIST(-20, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, -0.9));
    assert_log_ticks(0.05, 0.2, 10, 10, LIST(0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.2));
}

static void log_ticks_over_many_powers_are_powers(void **state)
{
    (void)state;
    assert_log_ticks(1e-6, 1e6, 10, 4, LIST(1e-6, 1e-4, 1e-2, 1, 1e2, 1e4, 1e6));
}

static void log_ticks_within_one_power_are_linear(void **state)
{
    (void)state;
    assert_log_ticks(41, 43, 10, 10, LIST(41, 41.2, 41.4, 41.6, 41.8, 42, 42.2, 42.4, 42.6, 42.8, 43));
}

static void log_domains_with_zero_have_no_ticks(void **state)
{
    (void)state;
    double *at;
    assert_int_equal(mu_log_ticks(arena, 0, 10, 10, 5, &at), 0);
    assert_int_equal(mu_log_ticks(arena, -5, 10, 10, 5, &at), 0);
    assert_int_equal(mu_log_ticks(arena, NAN, 10, 10, 5, &at), 0);
}

static void log_nice_moves_out_to_powers(void **state)
{
    (void)state;
    double a = 3, b = 4200;
    mu_log_nice(&a, &b, 10);
    assert_true(a == 1 && b == 10000);
    double c = -0.02, d = -70;
    mu_log_nice(&c, &d, 10);
    assert_true(c == -0.01 && d == -100);
}

static void assert_bins(MuBinParams params, double start, double stop, double step)
{
    MuBins bins = mu_bins(&params);
    assert_true(bins.start == start);
    assert_true(bins.stop == stop);
    assert_true(bins.step == step);
}

static MuBinParams bins_of(double from, double to)
{
    MuBinParams params = mu_bin_params();
    params.extent[0] = from;
    params.extent[1] = to;
    return params;
}

static void bins_are_the_finest_nice_ones_that_fit(void **state)
{
    (void)state;
    MuBinParams params = bins_of(1.1, 9.9);
    assert_bins(params, 1, 10, 0.5);
    params.maxbins = 10;
    assert_bins(params, 1, 10, 1);
    params.maxbins = 5;
    assert_bins(params, 0, 10, 2);
    params.nice = false;
    assert_bins(params, 1.1, 1.1 + 10, 2);
}

static void bins_take_a_given_step_or_one_of_a_list(void **state)
{
    (void)state;
    MuBinParams params = bins_of(0, 100);
    params.step = 30;
    assert_bins(params, 0, 120, 30);
    params.step = NAN;
    static const double steps[] = {1, 5, 25};
    params.steps = steps;
    params.steps_size = 3;
    assert_bins(params, 0, 100, 1); /* 100 / 20 is 5: the step before the first that reaches it */
}

static void an_anchor_moves_the_bins(void **state)
{
    (void)state;
    MuBinParams params = bins_of(0, 100);
    params.step = 10;
    params.anchor = 25;
    assert_bins(params, 5, 105, 10);
}

static void small_bins_agree_with_the_reference_to_the_last_digit(void **state)
{
    (void)state;
    MuBinParams params = bins_of(-0.0007874489617533982, -4.2743967031128703e-7);
    params.maxbins = 15;
    assert_bins(params, -0.0007999999999999999, 0, 0.00009999999999999999);
}

static void bins_of_one_value_have_a_step(void **state)
{
    (void)state;
    assert_bins(bins_of(7, 7), 7, 7.5, 0.5);
    assert_bins(bins_of(0, 0), 0, 0.05, 0.05);
}

static void wild_parameters_end(void **state)
{
    (void)state;
    MuBinParams params = bins_of(0, 1);
    params.base = 1;
    mu_bins(&params);
    params.base = 0.5;
    mu_bins(&params);
    params.base = 10;
    params.maxbins = 0.5;
    MuBins few = mu_bins(&params);
    assert_false(few.step < 1);
    params = bins_of(-INFINITY, INFINITY);
    assert_true(isnan(mu_bins(&params).start));
}

static void values_fall_into_bins(void **state)
{
    (void)state;
    MuBins bins = {0, 1, 0.1};
    assert_true(mu_bin_floor(bins, 0.05) == 0);
    assert_true(mu_bin_floor(bins, 0.3) == 0.1 * 3); /* not one lower, which 0.3 / 0.1 would say */
    assert_true(mu_bin_floor(bins, 1) == 0.9);       /* the upper bound belongs to the last bin */
    assert_true(mu_bin_floor(bins, 1.01) == INFINITY);
    assert_true(mu_bin_floor(bins, -0.01) == -INFINITY);
    assert_true(isnan(mu_bin_floor(bins, NAN)));
    assert_true(mu_bin_end(bins, 0.9) == 1);
}

static void halves_round_up(void **state)
{
    (void)state;
    assert_true(mu_round_half_up(-2.5) == -2);
    assert_true(mu_round_half_up(2.5) == 3);
    assert_true(mu_round_half_up(0.49999999999999994) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_multiples_of_1_2_5_and_10),
        cmocka_unit_test(a_count_of_one_finds_a_tick_where_it_can),
        cmocka_unit_test(no_ticks_without_a_count_or_a_span_of_numbers),
        cmocka_unit_test(the_increment_of_fractions_is_negative_and_inverse),
        cmocka_unit_test(nice_bounds_move_out_to_ticks),
        cmocka_unit_test(bounds_without_a_span_stay),
        cmocka_unit_test(log_ticks_are_multiples_of_powers),
        cmocka_unit_test(log_ticks_over_many_powers_are_powers),
        cmocka_unit_test(log_ticks_within_one_power_are_linear),
        cmocka_unit_test(log_domains_with_zero_have_no_ticks),
        cmocka_unit_test(log_nice_moves_out_to_powers),
        cmocka_unit_test(bins_are_the_finest_nice_ones_that_fit),
        cmocka_unit_test(bins_take_a_given_step_or_one_of_a_list),
        cmocka_unit_test(an_anchor_moves_the_bins),
        cmocka_unit_test(small_bins_agree_with_the_reference_to_the_last_digit),
        cmocka_unit_test(bins_of_one_value_have_a_step),
        cmocka_unit_test(wild_parameters_end),
        cmocka_unit_test(values_fall_into_bins),
        cmocka_unit_test(halves_round_up),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
