#include "scales.h"

static void ticks_of_a_count(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 100, 0, 200);
    mu_scale_train(scale);
    assert_ticks(scale, 5, LIST(0, 20, 40, 60, 80, 100));
    assert_ticks(scale, NAN, LIST(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
    assert_int_equal(mu_scale_ticks(scale, arena, 0, (MuInterval){0}, NAN, &(MuValue *){NULL}), 0);
}

static void a_least_step_makes_ticks_fewer(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 4, 0, 70);
    mu_scale_train(scale);
    assert_true(mu_scale_tick_count(scale, 10, 1) == 5);
    MuValue *ticks;
    size_t size = mu_scale_ticks(scale, arena, 10, (MuInterval){0}, 1, &ticks);
    assert_values(ticks, size, LIST(0, 1, 2, 3, 4));
}

static void bins_are_ticks(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 30, 0, 200);
    scale->bins = numbers(LIST(0, 10, 20, 30, 40));
    scale->bin_count = 5;
    mu_scale_train(scale);
    assert_ticks(scale, 2, LIST(0, 10, 20, 30)); /* 40 lies outside of the range */
    MuValue *values;
    double max;
    size_t size = mu_scale_label_values(scale, arena, 2, (MuInterval){0}, NAN, &values, &max);
    assert_values(values, size, LIST(0, 10, 20, 30));
    assert_true(max == 40);
}

static void given_values_come_in_the_order_of_the_range(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 7, 70, 0);
    mu_scale_train(scale);
    MuValue values[] = {mu_number(9), mu_number(3), mu_number(1), mu_number(5), mu_number(-1), mu_number(7)};
    MuValue *ticks;
    size_t size = mu_scale_valid_ticks(scale, arena, values, 6, NAN, &ticks);
    assert_values(ticks, size, LIST(1, 3, 5, 7));
}

static void too_many_values_are_thinned_to_every_second(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 8, 0, 70);
    mu_scale_train(scale);
    MuValue values[9], *ticks;
    for (size_t i = 0; i < 9; i++)
        values[i] = mu_number((double)i);
    size_t size = mu_scale_valid_ticks(scale, arena, values, 9, 5, &ticks);
    assert_values(ticks, size, LIST(0, 2, 4, 6, 8));
    size = mu_scale_valid_ticks(scale, arena, values, 8, 3, &ticks);
    assert_values(ticks, size, LIST(0, 7)); /* every fourth would be two: the ends are taken */
}

static void discrete_scales_tick_at_every_value(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_BAND);
    set_letters(scale, "abc");
    set_range(scale, LIST(0, 30));
    mu_scale_train(scale);
    MuValue *ticks;
    assert_int_equal(mu_scale_ticks(scale, arena, 1, (MuInterval){0}, 1, &ticks), 3);
    assert_true(mu_value_same(ticks[2], letter("c")));
}

static void log_legends_keep_the_labelled_ticks(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LOG, 1, 10000, 0, 300);
    mu_scale_train(scale);
    MuValue *values;
    double max;
    size_t size = mu_scale_label_values(scale, arena, 5, (MuInterval){0}, NAN, &values, &max);
    assert_values(values, size, LIST(1, 10, 100, 1000, 10000));
    assert_near(mu_scale_fraction(scale, 10), 0.25);
}

/* 15 January and 3 November 2020, UTC. */
static MuScale *months(void)
{
    MuScale *scale = scale_of(MU_SCALE_UTC, 1579046400000, 1604361600000, 0, 200);
    mu_scale_train(scale);
    return scale;
}

static void times_tick_at_an_interval(void **state)
{
    (void)state;
    MuValue *ticks;
    size_t size = mu_scale_ticks(months(), arena, NAN, (MuInterval){MU_UNIT_MONTH, 3}, NAN, &ticks);
    assert_values(ticks, size, LIST(1585699200000, 1593561600000, 1601510400000));
}

static void an_interval_much_too_short_falls_back_to_a_count(void **state)
{
    (void)state;
    MuValue *ticks;
    size_t size = mu_scale_ticks(months(), arena, NAN, (MuInterval){MU_UNIT_SECONDS, 1}, NAN, &ticks);
    assert_int_equal(size, 10); /* the first of each month, February to November */
    assert_true(ticks[0].number == 1580515200000);
}

static void a_time_domain_that_runs_down_has_ticks_that_run_down(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_UTC, 1604361600000, 1579046400000, 0, 200);
    mu_scale_train(scale);
    assert_ticks(scale, 4, LIST(1601510400000, 1593561600000, 1585699200000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_of_a_count),
        cmocka_unit_test(a_least_step_makes_ticks_fewer),
        cmocka_unit_test(bins_are_ticks),
        cmocka_unit_test(given_values_come_in_the_order_of_the_range),
        cmocka_unit_test(too_many_values_are_thinned_to_every_second),
        cmocka_unit_test(discrete_scales_tick_at_every_value),
        cmocka_unit_test(log_legends_keep_the_labelled_ticks),
        cmocka_unit_test(times_tick_at_an_interval),
        cmocka_unit_test(an_interval_much_too_short_falls_back_to_a_count),
        cmocka_unit_test(a_time_domain_that_runs_down_has_ticks_that_run_down),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
