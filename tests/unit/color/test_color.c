#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "color/color.h"

static bool close_to(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void expect_color(const char *text, double r, double g, double b, double a)
{
    MuColor c;
    if (!mu_color_parse(mu_str(text), &c))
        fail_msg("%s is not read", text);
    if (!close_to(c.r * 255, r) || !close_to(c.g * 255, g) || !close_to(c.b * 255, b) || !close_to(c.a, a))
        fail_msg("%s is %f %f %f %f", text, c.r * 255, c.g * 255, c.b * 255, c.a);
}

static void expect_none(const char *text)
{
    MuColor c;
    if (mu_color_parse(mu_str(text), &c))
        fail_msg("%s is read", text);
}

static void hex_digits_come_in_threes_fours_sixes_and_eights(void **state)
{
    (void)state;
    expect_color("#f80", 255, 136, 0, 1);
    expect_color("#F808", 255, 136, 0, 136 / 255.0);
    expect_color("#4c78a8", 76, 120, 168, 1);
    expect_color(" #4c78a800 ", 76, 120, 168, 0);
    expect_none("#");
    expect_none("#12");
    expect_none("#12345");
    expect_none("#12345g");
    expect_none("#123456789");
}

static void functions_take_commas_or_spaces(void **state)
{
    (void)state;
    expect_color("rgb(255, 136, 0)", 255, 136, 0, 1);
    expect_color("RGBA(255,136,0,.5)", 255, 136, 0, 0.5);
    expect_color("rgb(255 136 0 / 25%)", 255, 136, 0, 0.25);
    expect_color("rgb(100%, 50%, -10%)", 255, 127.5, 0, 1);
    expect_color("rgb(300, +20, 1e1)", 255, 20, 10, 1);
    expect_none("rgb(1,2)");
    expect_none("rgb(1,2,3");
    expect_none("rgb(1,2,3,4,5)");
    expect_none("rgb(1 2,3)");
    expect_none("rgb(1,2,3/4)");
    expect_none("rgb(1,2,3) red");
    expect_none("rgb(,1,2)");
}

static void hues_wrap_and_take_units(void **state)
{
    (void)state;
    expect_color("hsl(120, 100%, 50%)", 0, 255, 0, 1);
    expect_color("hsl(-240, 100%, 50%)", 0, 255, 0, 1);
    expect_color("hsl(480deg 100% 50%)", 0, 255, 0, 1);
    expect_color("hsl(0.5turn 100% 50% / 0.5)", 0, 255, 255, 0.5);
    expect_color("hsla(200, 50%, 30%, 1)", 38.25, 89.25, 114.75, 1); /* d3-color */
}

static void names_are_read_in_any_case(void **state)
{
    (void)state;
    expect_color("steelblue", 70, 130, 180, 1);
    expect_color("SteelBlue", 70, 130, 180, 1);
    expect_color("aliceblue", 240, 248, 255, 1);
    expect_color("yellowgreen", 154, 205, 50, 1);
    expect_color("rebeccapurple", 102, 51, 153, 1);
    expect_color("transparent", 0, 0, 0, 0);
    expect_none("");
    expect_none("steelblu");
    expect_none("none");
}

static void expect_written(const char *text, const char *expected)
{
    MuArena *arena = mu_arena_new(0);
    MuBuf buf = {.arena = arena};
    MuColor c;
    assert_true(mu_color_parse(mu_str(text), &c));
    mu_color_write(&buf, c);
    mu_buf_addc(&buf, '\0');
    assert_string_equal(buf.at, expected);
    mu_arena_free(arena);
}

static void an_opaque_colour_is_written_as_six_digits(void **state)
{
    (void)state;
    expect_written("steelblue", "#4682b4");
    expect_written("rgb(0.6, 15.5, 254.4)", "#0110fe");
    expect_written("rgba(1,2,3,0.25)", "rgba(1,2,3,0.25)");
    expect_written("transparent", "rgba(0,0,0,0)");
}

static void expect_mixed(const char *space, const char *a, const char *b, double t, double r, double g, double blue,
                         double alpha)
{
    MuColor from, to;
    assert_true(mu_color_parse(mu_str(a), &from) && mu_color_parse(mu_str(b), &to));
    MuColor c = mu_color_mix(mu_str(space), from, to, t, 1);
    if (!close_to(c.r * 255, r) || !close_to(c.g * 255, g) || !close_to(c.b * 255, blue) || !close_to(c.a, alpha))
        fail_msg("%s of %s and %s: %f %f %f %f", space, a, b, c.r * 255, c.g * 255, c.b * 255, c.a);
}

/* The expected values are d3-interpolate's. */
static void every_space_mixes_as_in_d3(void **state)
{
    (void)state;
    expect_mixed("rgb", "red", "steelblue", 0.25, 209, 33, 45, 1);
    expect_mixed("hsl", "red", "steelblue", 0.25, 236, 18, 157, 1);
    expect_mixed("hsl-long", "red", "steelblue", 0.25, 236, 206, 18, 1);
    expect_mixed("lab", "red", "steelblue", 0.25, 224, 74, 56, 1);
    expect_mixed("hcl", "red", "steelblue", 0.25, 255, 0, 121, 1);
    expect_mixed("hcl-long", "red", "steelblue", 0.25, 139, 131, 0, 1);
    expect_mixed("cubehelix", "red", "steelblue", 0.25, 242, 0, 135, 1);
    expect_mixed("cubehelix-long", "red", "steelblue", 0.25, 242, 0, 135, 1);
    expect_mixed("unheard-of", "red", "blue", 0.5, 128, 0, 128, 1);
    expect_mixed("hsl-long", "red", "blue", 0.5, 0, 255, 0, 1);
}

static void a_channel_that_one_side_has_not_is_the_other_sides(void **state)
{
    (void)state;
    const char *const spaces[] = {"rgb", "hsl", "lab", "hcl", "cubehelix"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        expect_mixed(spaces[i], "transparent", "steelblue", 0.5, 70, 130, 180, 0.5);
    expect_mixed("hsl", "#888", "red", 0.5, 193, 70, 70, 1);
    expect_mixed("hcl", "#888", "red", 0.5, 205, 101, 75, 1);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    MuColor white, black, blue;
    assert_true(mu_color_parse(MU_STR("white"), &white) && mu_color_parse(MU_STR("black"), &black) &&
                mu_color_parse(MU_STR("steelblue"), &blue));
    assert_true(close_to(mu_color_luminance(blue), 0.20562642207624857)); /* Vega's luminance('steelblue') */
    assert_true(close_to(mu_color_contrast(blue, white), 4.107556611212924));
    assert_true(close_to(mu_color_contrast(white, black), 21));
    assert_true(close_to(mu_color_contrast(blue, blue), 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hex_digits_come_in_threes_fours_sixes_and_eights),
        cmocka_unit_test(functions_take_commas_or_spaces),
        cmocka_unit_test(hues_wrap_and_take_units),
        cmocka_unit_test(names_are_read_in_any_case),
        cmocka_unit_test(an_opaque_colour_is_written_as_six_digits),
        cmocka_unit_test(every_space_mixes_as_in_d3),
        cmocka_unit_test(a_channel_that_one_side_has_not_is_the_other_sides),
        cmocka_unit_test(contrast_is_that_of_wcag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
