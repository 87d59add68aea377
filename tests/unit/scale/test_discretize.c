#include "scales.h"

static void quantiles_hold_equal_counts(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_QUANTILE);
    set_domain(scale, LIST(3, 1, 2, 10, 8, 7, NAN, 15));
    set_range(scale, LIST(1, 2, 3, 4));
    mu_scale_train(scale);
    assert_int_equal(scale->threshold_count, 3);
    assert_true(scale->thresholds[0] == 2.5 && scale->thresholds[1] == 7 && scale->thresholds[2] == 9);
    assert_true(at(scale, 2) == 1 && at(scale, 7.5) == 3 && at(scale, 100) == 4);
    assert_true(isnan(mu_scale_number(scale, mu_null())));
}

static void quantize_cuts_the_domain_evenly(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_QUANTIZE);
    set_domain(scale, LIST(0, 100));
    set_range(scale, LIST(1, 2, 3, 4, 5));
    mu_scale_train(scale);
    assert_int_equal(scale->threshold_count, 4);
    assert_true(scale->thresholds[0] == 20 && scale->thresholds[3] == 80);
    assert_true(at(scale, 20) == 2 && at(scale, 19.9) == 1 && at(scale, -4) == 1 && at(scale, 400) == 5);
}

static void a_number_on_a_threshold_belongs_above_it(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_THRESHOLD);
    set_domain(scale, LIST(0, 10));
    set_range(scale, LIST(1, 2, 3));
    mu_scale_train(scale);
    assert_true(at(scale, -1) == 1 && at(scale, 0) == 2 && at(scale, 9.99) == 2 && at(scale, 10) == 3);
}

static void bins_have_one_value_each(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_BIN_ORDINAL);
    set_domain(scale, LIST(0, 10, 20, 30));
    set_range(scale, LIST(1, 2, 3));
    mu_scale_train(scale);
    assert_true(at(scale, 0) == 1 && at(scale, 9) == 1 && at(scale, 10) == 2 && at(scale, 30) == 1);
    assert_true(isnan(at(scale, -1)));
    MuValue *values;
    double max;
    size_t size = mu_scale_label_values(scale, arena, 5, (MuInterval){0}, NAN, &values, &max);
    assert_values(values, size, LIST(0, 10, 20));
    assert_true(max == 30);
}

static void legends_of_parts_begin_open(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_THRESHOLD);
    set_domain(scale, LIST(0, 10, 30));
    set_range(scale, LIST(1, 2, 3, 4));
    mu_scale_train(scale);
    MuValue *values;
    double max;
    size_t size = mu_scale_label_values(scale, arena, 5, (MuInterval){0}, NAN, &values, &max);
    assert_values(values, size, LIST(-INFINITY, 0, 10, 30));
    assert_true(max == INFINITY);
    assert_true(mu_scale_labels_are_ranges(scale));
    assert_near(mu_scale_fraction(scale, 10), 0.4166666666666667);
}

static void empty_domains_and_ranges_do_no_harm(void **state)
{
    (void)state;
    for (MuScaleType type = MU_SCALE_QUANTILE; type < MU_SCALE_TYPE_COUNT; type++) {
        MuScale *scale = mu_scale_new(arena, type);
        mu_scale_train(scale);
        assert_true(isnan(at(scale, 1)));
        assert_true(mu_scale_color(scale, mu_number(1)).a == 0);
        set_range(scale, LIST(1, 2, 3));
        mu_scale_train(scale);
        at(scale, 1);
        MuValue *values;
        double max;
        assert_int_equal(mu_scale_ticks(scale, arena, 10, (MuInterval){0}, 1, &values), 0);
        mu_scale_label_values(scale, arena, 5, (MuInterval){0}, NAN, &values, &max);
        assert_true(isnan(mu_scale_invert(scale, 1)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_hold_equal_counts),
        cmocka_unit_test(quantize_cuts_the_domain_evenly),
        cmocka_unit_test(a_number_on_a_threshold_belongs_above_it),
        cmocka_unit_test(bins_have_one_value_each),
        cmocka_unit_test(legends_of_parts_begin_open),
        cmocka_unit_test(empty_domains_and_ranges_do_no_harm),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
