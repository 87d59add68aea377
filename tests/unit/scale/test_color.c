#include "scales.h"

static MuScale *ramp(double from, double to, const char *scheme)
{
    MuScale *scale = mu_scale_new(arena, MU_SCALE_LINEAR);
    set_domain(scale, LIST(from, to));
    assert_true(mu_scale_scheme(scale, mu_str(scheme), NAN, 0, 1));
    return scale;
}

static MuColor color_at(const MuScale *scale, double x)
{
    return mu_scale_color(scale, mu_number(x));
}

/* Colours as "#rrggbb", three or more. */
static MuScale *between(const char *const *colors, size_t size, const double *domain, size_t domain_size)
{
    MuScale *scale = mu_scale_new(arena, MU_SCALE_LINEAR);
    set_domain(scale, domain, domain_size);
    scale->range_kind = MU_RANGE_COLORS;
    scale->range_size = size;
    scale->colors = MU_NEW_ARRAY(arena, MuColor, size);
    for (size_t i = 0; i < size; i++)
        assert_true(mu_color_parse(mu_str(colors[i]), &scale->colors[i]));
    return scale;
}

static void a_ramp_runs_through_its_scheme(void **state)
{
    (void)state;
    MuScale *scale = ramp(0, 10, "blues");
    mu_scale_train(scale);
    assert_color(color_at(scale, 0), 207, 225, 242);
    assert_color(color_at(scale, 3.3), 135, 189, 220);
    assert_color(color_at(scale, 5), 91, 163, 207);
    assert_color(color_at(scale, 10), 10, 74, 144);
    assert_color(color_at(scale, -4), 255, 255, 255); /* goes on beyond the ends, as in d3 */
    assert_color(color_at(scale, 14), 0, 2, 64);
}

static void a_scheme_is_mixed_in_rgb_whatever_the_scale_says(void **state)
{
    (void)state;
    MuScale *scale = ramp(0, 10, "blues");
    scale->interpolate = MU_STR("hcl");
    mu_scale_train(scale);
    assert_color(color_at(scale, 3.3), 135, 189, 220);
}

static void a_reversed_ramp_reverses_its_extent(void **state)
{
    (void)state;
    MuScale *scale = ramp(0, 10, "viridis");
    scale->reverse = true;
    mu_scale_train(scale);
    assert_color(color_at(scale, 0), 253, 231, 37);
    assert_color(color_at(scale, 3.3), 54, 184, 120);
    scale = ramp(0, 10, "blues");
    scale->ramp_from = 0.2;
    scale->ramp_to = 0.8;
    scale->reverse = true;
    mu_scale_train(scale);
    assert_color(color_at(scale, 0), 32, 111, 178);
    assert_color(color_at(scale, 10), 168, 206, 229);
}

static void three_numbers_diverge_from_the_middle(void **state)
{
    (void)state;
    const char *const colors[] = {"#ff0000", "#ffffff", "#0000ff"};
    MuScale *scale = between(colors, 3, LIST(-5, 0, 20));
    mu_scale_train(scale);
    assert_color(color_at(scale, -2.5), 255, 128, 128);
    assert_color(color_at(scale, 0), 255, 255, 255);
    assert_color(color_at(scale, 10), 128, 128, 255);
    MuScale *scheme = mu_scale_new(arena, MU_SCALE_LINEAR);
    set_domain(scheme, LIST(-5, 0, 20));
    mu_scale_scheme(scheme, MU_STR("redBlue"), NAN, 0, 1);
    mu_scale_train(scheme);
    assert_color(color_at(scheme, -2.5), 234, 145, 120);
    assert_color(color_at(scheme, 10), 125, 182, 214);
}

static void more_numbers_are_stops(void **state)
{
    (void)state;
    const char *const colors[] = {"#000000", "#ff0000", "#00ff00", "#ffffff"};
    MuScale *scale = between(colors, 4, LIST(0, 1, 2, 4));
    mu_scale_train(scale);
    assert_color(color_at(scale, 0.5), 128, 0, 0);
    assert_color(color_at(scale, 3), 128, 255, 128);
    assert_color(color_at(scale, 5), 255, 255, 255);
}

static void colors_mix_with_gamma_or_in_another_space(void **state)
{
    (void)state;
    const char *const colors[] = {"#ff0000", "#0000ff"};
    MuScale *scale = between(colors, 2, LIST(0, 10));
    scale->gamma = 2.2;
    mu_scale_train(scale);
    assert_color(color_at(scale, 5), 186, 0, 186);
    scale->gamma = 1;
    scale->interpolate = MU_STR("hcl");
    mu_scale_train(scale);
    assert_color(color_at(scale, 5), 245, 0, 134);
}

static void what_is_no_number_has_no_color(void **state)
{
    (void)state;
    MuScale *scale = ramp(0, 10, "blues");
    mu_scale_train(scale);
    assert_true(mu_scale_color(scale, mu_null()).a == 0);
    assert_int_equal(mu_scale_value(scale, mu_null()).kind, MU_UNDEFINED);
}

static void a_ramp_without_span_is_its_middle(void **state)
{
    (void)state;
    MuScale *scale = ramp(3, 3, "blues");
    mu_scale_train(scale);
    assert_color(color_at(scale, 3), 91, 163, 207);
}

static void ordinal_scales_sample_ramps_and_take_lists(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_ORDINAL);
    set_letters(scale, "abcd");
    mu_scale_scheme(scale, MU_STR("blues"), NAN, 0, 1);
    mu_scale_train(scale);
    assert_color(mu_scale_color(scale, letter("a")), 168, 206, 229);
    assert_color(mu_scale_color(scale, letter("d")), 32, 111, 178);
    mu_scale_scheme(scale, MU_STR("tableau10"), NAN, 0, 1);
    mu_scale_train(scale);
    assert_int_equal(scale->range_size, 10);
    assert_color(mu_scale_color(scale, letter("b")), 0xf5, 0x85, 0x18);
    assert_true(mu_scale_color(scale, letter("x")).a == 0);
    MuValue text = mu_scale_value(scale, letter("b"));
    assert_true(mu_str_is(mu_value_str(text), "#f58518"));
}

static void too_few_colors_repeat(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_ORDINAL);
    set_letters(scale, "abcdefghijk");
    mu_scale_scheme(scale, MU_STR("category10"), NAN, 0, 1);
    mu_scale_train(scale);
    assert_color(mu_scale_color(scale, letter("k")), 0x1f, 0x77, 0xb4);
}

static void discretizing_scales_sample_as_many_as_they_need(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_QUANTIZE);
    set_domain(scale, LIST(0, 10));
    mu_scale_scheme(scale, MU_STR("blues"), 4, 0, 1);
    mu_scale_train(scale);
    assert_color(color_at(scale, 1), 168, 206, 229);
    assert_color(color_at(scale, 9), 32, 111, 178);
    scale = mu_scale_new(arena, MU_SCALE_THRESHOLD);
    set_domain(scale, LIST(5));
    mu_scale_scheme(scale, MU_STR("viridis"), NAN, 0, 1);
    mu_scale_train(scale);
    assert_color(color_at(scale, 1), 49, 104, 142);
    assert_color(color_at(scale, 9), 53, 183, 121);
    scale = mu_scale_new(arena, MU_SCALE_QUANTILE);
    set_domain(scale, LIST(1, 2, 3));
    mu_scale_scheme(scale, MU_STR("category10"), NAN, 0, 1);
    mu_scale_train(scale);
    assert_int_equal(scale->range_size, 5);
    assert_color(color_at(scale, 3), 0x94, 0x67, 0xbd);
}

static void schemes_are_found_by_any_case_and_with_a_count(void **state)
{
    (void)state;
    MuColor *colors;
    size_t size;
    assert_true(mu_scheme_colors(arena, MU_STR("BLUES"), 3, 0, 1, &colors, &size));
    assert_int_equal(size, 3);
    assert_color(colors[0], 156, 200, 226);
    assert_color(colors[2], 41, 120, 184);
    assert_true(mu_scheme_colors(arena, MU_STR("blues"), 0, 0, 1, &colors, &size));
    assert_int_equal(size, 11);
    assert_color(colors[0], 207, 225, 242);
    assert_true(mu_scheme_colors(arena, MU_STR("blues"), 0, 0.2, 0.8, &colors, &size));
    assert_color(colors[0], 168, 206, 229);
    assert_color(colors[size - 1], 32, 111, 178);
    assert_true(mu_scheme_colors(arena, MU_STR("rainbow-1"), 9, 0, 1, &colors, &size));
    assert_int_equal(size, 1);
    assert_color(colors[0], 175, 240, 91);
    assert_true(mu_scheme_colors(arena, MU_STR("set1-3"), 9, 0, 1, &colors, &size));
    assert_int_equal(size, 3);
    assert_false(mu_scheme_colors(arena, MU_STR("bluess"), 3, 0, 1, &colors, &size));
    assert_false(mu_scheme_colors(arena, MU_STR("blues-"), 3, 0, 1, &colors, &size));
    assert_false(mu_scheme_colors(arena, MU_STR("-3"), 3, 0, 1, &colors, &size));
    assert_true(mu_scheme_is_categorical(MU_STR("observable10")));
    assert_false(mu_scheme_is_categorical(MU_STR("turbo")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ramp_runs_through_its_scheme),
        cmocka_unit_test(a_scheme_is_mixed_in_rgb_whatever_the_scale_says),
        cmocka_unit_test(a_reversed_ramp_reverses_its_extent),
        cmocka_unit_test(three_numbers_diverge_from_the_middle),
        cmocka_unit_test(more_numbers_are_stops),
        cmocka_unit_test(colors_mix_with_gamma_or_in_another_space),
        cmocka_unit_test(what_is_no_number_has_no_color),
        cmocka_unit_test(a_ramp_without_span_is_its_middle),
        cmocka_unit_test(ordinal_scales_sample_ramps_and_take_lists),
        cmocka_unit_test(too_few_colors_repeat),
        cmocka_unit_test(discretizing_scales_sample_as_many_as_they_need),
        cmocka_unit_test(schemes_are_found_by_any_case_and_with_a_count),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
