#include "scales.h"

static MuScale *bands(MuScaleType type, const char *letters, double low, double high, double inner, double outer)
{
    MuScale *scale = mu_scale_new(arena, type);
    set_letters(scale, letters);
    set_range(scale, LIST(low, high));
    scale->padding_inner = inner;
    scale->padding_outer = outer;
    return scale;
}

static void assert_places(const MuScale *scale, double a, double b, double c)
{
    assert_near(mu_scale_number(scale, letter("a")), a);
    assert_near(mu_scale_number(scale, letter("b")), b);
    assert_near(mu_scale_number(scale, letter("c")), c);
    assert_true(isnan(mu_scale_number(scale, letter("d"))));
}

static void bands_share_the_range_with_their_padding(void **state)
{
    (void)state;
    MuScale *scale = bands(MU_SCALE_BAND, "abc", 0, 60, 0.1, 0.05);
    mu_scale_train(scale);
    assert_places(scale, 1, 21, 41);
    assert_near(scale->step, 20);
    assert_near(scale->bandwidth, 18);
}

static void align_moves_what_rounding_leaves_over(void **state)
{
    (void)state;
    MuScale *scale = bands(MU_SCALE_BAND, "abc", 0, 61, 0.1, 0.05);
    scale->round = true;
    scale->align = 0;
    mu_scale_train(scale);
    assert_places(scale, 0, 20, 40);
    assert_true(scale->step == 20 && scale->bandwidth == 18);
}

static void a_step_makes_the_range(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_BAND);
    set_letters(scale, "abc");
    scale->padding_inner = 0.2;
    scale->padding_outer = 0.1;
    scale->step = 20;
    scale->reverse = true;
    scale->round = true;
    mu_scale_train(scale);
    mu_scale_train(scale);
    assert_true(scale->range[0] == 60 && scale->range[1] == 0);
    assert_places(scale, 42, 22, 2);
    assert_true(scale->step == 20 && scale->bandwidth == 16);
}

static void points_have_half_a_step_on_each_side(void **state)
{
    (void)state;
    MuScale *scale = bands(MU_SCALE_POINT, "abc", 0, 60, 0, 0.5);
    mu_scale_train(scale);
    assert_places(scale, 10, 30, 50);
    assert_true(scale->step == 20 && scale->bandwidth == 0);
}

static void repeated_values_count_once(void **state)
{
    (void)state;
    MuScale *scale = bands(MU_SCALE_BAND, "aba", 60, 0, 0, 0);
    mu_scale_train(scale);
    assert_int_equal(scale->value_count, 2);
    assert_near(mu_scale_number(scale, letter("a")), 30);
    assert_near(mu_scale_number(scale, letter("b")), 0);
}

static void positions_invert_to_values(void **state)
{
    (void)state;
    MuScale *scale = bands(MU_SCALE_BAND, "abc", 60, 0, 0.1, 0.05);
    mu_scale_train(scale);
    assert_true(mu_value_same(mu_scale_invert_value(scale, 5), letter("c")));
    assert_true(mu_value_same(mu_scale_invert_value(scale, 59), letter("a")));
    assert_int_equal(mu_scale_invert_value(scale, 39.5).kind, MU_UNDEFINED); /* between two bands */
    assert_int_equal(mu_scale_invert_value(scale, 61).kind, MU_UNDEFINED);
}

static void values_are_found_by_kind_and_content(void **state)
{
    (void)state;
    MuValue list[] = {mu_number(1), letter("1"), mu_null(), mu_bool(true), mu_date(5), mu_number(-0.0)};
    MuScale *scale = mu_scale_new(arena, MU_SCALE_POINT);
    scale->values = list;
    scale->value_count = 6;
    mu_scale_train(scale);
    assert_int_equal(mu_scale_place(scale, mu_number(1)), 0);
    assert_int_equal(mu_scale_place(scale, letter("1")), 1);
    assert_int_equal(mu_scale_place(scale, mu_null()), 2);
    assert_int_equal(mu_scale_place(scale, mu_bool(true)), 3);
    assert_int_equal(mu_scale_place(scale, mu_number(5)), 4); /* a date is its number, as in d3's maps */
    assert_int_equal(mu_scale_place(scale, mu_number(0)), 5);
    assert_true(mu_scale_place(scale, mu_undefined()) == SIZE_MAX);
}

static void long_texts_and_arrays_are_found(void **state)
{
    (void)state;
    char text[500];
    memset(text, 'x', sizeof text);
    MuValue items[2] = {mu_number(1), mu_number(2)};
    MuArray array = {2, items}, same = {2, items};
    MuValue list[] = {
        mu_string((MuStr){text, 499}), mu_string((MuStr){text, 500}), {.kind = MU_ARRAY, .array = &array}};
    MuScale *scale = mu_scale_new(arena, MU_SCALE_POINT);
    scale->values = list;
    scale->value_count = 3;
    mu_scale_train(scale);
    assert_int_equal(mu_scale_place(scale, mu_string((MuStr){text, 500})), 1);
    assert_int_equal(mu_scale_place(scale, (MuValue){.kind = MU_ARRAY, .array = &same}), 2);
}

static void space_is_never_negative(void **state)
{
    (void)state;
    assert_true(mu_band_space(0, 0.5, 0.5) == 0);
    assert_true(mu_band_space(1, 1, 0) == 1);
    assert_true(mu_band_space(3, 0.2, 0.1) == 3.0 - 0.2 + 0.2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_share_the_range_with_their_padding),
        cmocka_unit_test(align_moves_what_rounding_leaves_over),
        cmocka_unit_test(a_step_makes_the_range),
        cmocka_unit_test(points_have_half_a_step_on_each_side),
        cmocka_unit_test(repeated_values_count_once),
        cmocka_unit_test(positions_invert_to_values),
        cmocka_unit_test(values_are_found_by_kind_and_content),
        cmocka_unit_test(long_texts_and_arrays_are_found),
        cmocka_unit_test(space_is_never_negative),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
