#include "scales.h"

static void a_linear_scale_goes_on_beyond_its_ends(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 10, 0, 100);
    mu_scale_train(scale);
    assert_near(at(scale, 3), 30);
    assert_near(at(scale, 12), 120);
    assert_near(mu_scale_invert(scale, 45), 4.5);
}

static void a_clamped_scale_ends_at_its_ends(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 10, 0, 0, 100);
    scale->clamp = true;
    mu_scale_train(scale);
    assert_near(at(scale, 12), 0);
    assert_near(at(scale, 2.5), 75);
    assert_near(at(scale, -4), 100);
    assert_near(mu_scale_invert(scale, 150), 0);
}

static void more_than_two_numbers_are_pieces(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_LINEAR);
    set_domain(scale, LIST(0, 3, 10));
    set_range(scale, LIST(0, 100, 400));
    mu_scale_train(scale);
    assert_near(at(scale, 1.5), 50);
    assert_near(at(scale, 12), 485.7142857142858);
    assert_near(at(scale, -3), -100);
    assert_near(mu_scale_invert(scale, 250), 6.5);
}

static void what_is_no_number_has_no_place(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 10, 0, 100);
    mu_scale_train(scale);
    assert_true(isnan(mu_scale_number(scale, mu_null())));
    assert_true(isnan(mu_scale_number(scale, mu_undefined())));
    assert_true(isnan(mu_scale_number(scale, letter("x"))));
    assert_near(mu_scale_number(scale, letter("5")), 50);
    assert_int_equal(mu_scale_value(scale, mu_null()).kind, MU_UNDEFINED);
}

static void a_domain_without_span_maps_to_the_middle(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 7, 7, 0, 100);
    scale->nice = true;
    mu_scale_train(scale);
    assert_near(at(scale, 7), 50);
    assert_near(at(scale, 1000), 50);
    assert_ticks(scale, 10, LIST(7));
}

static void an_empty_or_infinite_domain_has_no_places(void **state)
{
    (void)state;
    for (MuScaleType type = MU_SCALE_LINEAR; type <= MU_SCALE_UTC; type++) {
        MuScale *scale = mu_scale_new(arena, type);
        set_range(scale, LIST(0, 100));
        scale->nice = true;
        mu_scale_train(scale);
        assert_true(isnan(at(scale, 1)));
        assert_int_equal(mu_scale_ticks(scale, arena, 10, (MuInterval){0}, 1, &(MuValue *){NULL}), 0);
        scale = scale_of(type, INFINITY, -INFINITY, 0, 100);
        scale->nice = true;
        mu_scale_train(scale);
        assert_true(isnan(at(scale, 1)));
        assert_int_equal(mu_scale_ticks(scale, arena, 10, (MuInterval){MU_UNIT_DATE, 1}, NAN, &(MuValue *){NULL}), 0);
    }
}

static void nice_domains_end_on_ticks(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, -3.2, 128.4, 0, 100);
    scale->nice = true;
    scale->nice_count = 5;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == -50 && scale->domain[1] == 150);
}

static void training_again_starts_from_what_was_given(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 100, 300, 0);
    scale->padding = 10;
    scale->reverse = true;
    mu_scale_train(scale);
    mu_scale_train(scale);
    assert_near(scale->domain[0], -3.5714285714285694);
    assert_near(scale->domain[1], 103.57142857142857);
    assert_true(scale->range[0] == 0 && scale->range[1] == 300);
    set_range(scale, LIST(600, 0));
    mu_scale_train(scale);
    assert_near(at(scale, 50), 300);
    assert_near(scale->domain[0], -100.0 / 58);
}

static void padding_is_measured_along_the_transformed_domain(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LOG, 1, 1000, 0, 300);
    scale->padding = 10;
    mu_scale_train(scale);
    assert_near(scale->domain[0], 0.7813707376518094);
    assert_near(scale->domain[1], 1279.8022139979535);
}

static void padding_that_leaves_no_range_is_not_added(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 100, 0, 20);
    scale->padding = 10;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 0 && scale->domain[1] == 100);
}

static void a_log_scale_maps_ratios(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LOG, 3, 4200, 0, 300);
    scale->nice = true;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 1 && scale->domain[1] == 10000);
    assert_near(at(scale, 40), 120.15449934959717);
    assert_near(mu_scale_invert(scale, 150), 100);
    assert_true(isnan(at(scale, -1)));
}

static void a_log_scale_below_zero_is_mirrored(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LOG, -1000, -1, 0, 300);
    mu_scale_train(scale);
    assert_near(at(scale, -10), 200);
    assert_near(mu_scale_invert(scale, 200), -10);
}

static void a_log_scale_across_zero_maps_nothing(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LOG, 0, 100, 0, 300);
    scale->nice = true;
    mu_scale_train(scale);
    assert_true(isnan(at(scale, 10)));
    scale = scale_of(MU_SCALE_LOG, -5, 100, 0, 300);
    mu_scale_train(scale);
    assert_true(isnan(at(scale, 10)));
}

static void powers_and_roots_are_mirrored_below_zero(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_POW, -10, 10, 0, 100);
    scale->exponent = 2;
    mu_scale_train(scale);
    assert_near(at(scale, 5), 62.5);
    assert_near(at(scale, -5), 37.5);
    assert_near(mu_scale_invert(scale, 62.5), 5);
    scale = scale_of(MU_SCALE_SQRT, 0, 100, 0, 50);
    mu_scale_train(scale);
    assert_near(at(scale, 25), 25);
    assert_near(at(scale, -25), -25);
    assert_near(mu_scale_invert(scale, 5), 1);
}

static void symlog_goes_through_zero(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_SYMLOG, -100, 100, 0, 200);
    mu_scale_train(scale);
    assert_near(at(scale, 0), 100);
    assert_near(at(scale, 10), 151.95737064824405);
    assert_near(at(scale, -10), 48.04262935175593);
    assert_near(mu_scale_invert(scale, 150), 9.049875621120895);
}

static void rounding_rounds_positions(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_LINEAR, 0, 3, 0, 10);
    scale->round = true;
    mu_scale_train(scale);
    assert_true(at(scale, 1) == 3 && at(scale, 2) == 7);
}

static void identity_returns_the_number(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_IDENTITY);
    set_domain(scale, LIST(0, 10));
    mu_scale_train(scale);
    assert_true(at(scale, 3.25) == 3.25);
    assert_true(mu_scale_invert(scale, -2) == -2);
    assert_ticks(scale, 2, LIST(0, 5, 10));
}

static void many_numbers_are_mapped_as_one_is(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_SQRT, 0, 100, 0, 50);
    mu_scale_train(scale);
    double out[3];
    mu_scale_numbers(scale, (const double[]){25, NAN, 100}, out, 3);
    assert_near(out[0], 25);
    assert_true(isnan(out[1]));
    assert_near(out[2], 50);
}

/* 15 January and 3 November 2020, UTC. */
static const double JANUARY = 1579046400000, NOVEMBER = 1604361600000;

static void times_become_nice_by_the_calendar(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_UTC, JANUARY, NOVEMBER, 0, 200);
    scale->nice = true;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 1577836800000 && scale->domain[1] == 1606780800000);
    assert_ticks(scale, 5, LIST(1577836800000, 1585699200000, 1593561600000, 1601510400000));
    MuValue *ticks;
    mu_scale_ticks(scale, arena, 5, (MuInterval){0}, NAN, &ticks);
    assert_int_equal(ticks[0].kind, MU_DATE);
}

static void times_become_nice_by_an_interval(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_TIME, JANUARY, NOVEMBER, 0, 200);
    scale->nice = true;
    scale->nice_interval = (MuInterval){MU_UNIT_WEEK, 1};
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 1578787200000 && scale->domain[1] == 1604793600000); /* Sundays */
    assert_true(mu_scale_invert(scale, 33.3) == 1583117265600);
}

static void steps_of_two_days_count_within_the_month_or_from_1970(void **state)
{
    (void)state;
    MuScale *scale = scale_of(MU_SCALE_TIME, 284473271341, 285475219051, 0, 200);
    scale->nice = true;
    scale->nice_count = 5;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 284342400000 && scale->domain[1] == 285552000000);
    scale = scale_of(MU_SCALE_UTC, 284473271341, 285475219051, 0, 200);
    scale->nice = true;
    scale->nice_count = 5;
    mu_scale_train(scale);
    assert_true(scale->domain[0] == 284428800000 && scale->domain[1] == 285638400000);
    assert_ticks(scale, 5,
                 LIST(284428800000, 284601600000, 284774400000, 284947200000, 285120000000, 285292800000, 285465600000,
                      285638400000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_linear_scale_goes_on_beyond_its_ends),
        cmocka_unit_test(a_clamped_scale_ends_at_its_ends),
        cmocka_unit_test(more_than_two_numbers_are_pieces),
        cmocka_unit_test(what_is_no_number_has_no_place),
        cmocka_unit_test(a_domain_without_span_maps_to_the_middle),
        cmocka_unit_test(an_empty_or_infinite_domain_has_no_places),
        cmocka_unit_test(nice_domains_end_on_ticks),
        cmocka_unit_test(training_again_starts_from_what_was_given),
        cmocka_unit_test(padding_is_measured_along_the_transformed_domain),
        cmocka_unit_test(padding_that_leaves_no_range_is_not_added),
        cmocka_unit_test(a_log_scale_maps_ratios),
        cmocka_unit_test(a_log_scale_below_zero_is_mirrored),
        cmocka_unit_test(a_log_scale_across_zero_maps_nothing),
        cmocka_unit_test(powers_and_roots_are_mirrored_below_zero),
        cmocka_unit_test(symlog_goes_through_zero),
        cmocka_unit_test(rounding_rounds_positions),
        cmocka_unit_test(identity_returns_the_number),
        cmocka_unit_test(many_numbers_are_mapped_as_one_is),
        cmocka_unit_test(times_become_nice_by_the_calendar),
        cmocka_unit_test(times_become_nice_by_an_interval),
        cmocka_unit_test(steps_of_two_days_count_within_the_month_or_from_1970),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
