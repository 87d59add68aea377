#include "path_text.h"

static const double PI = 3.14159265358979323846;

static void expect_bounds(MuBounds b, double x1, double y1, double x2, double y2)
{
    if (fabs(b.x1 - x1) > 5e-4 || fabs(b.y1 - y1) > 5e-4 || fabs(b.x2 - x2) > 5e-4 || fabs(b.y2 - y2) > 5e-4)
        fail_msg("%f %f %f %f", b.x1, b.y1, b.x2, b.y2);
}

static void expect_parsed(MuArena *arena, const char *svg, const char *expected)
{
    MuPath path = {.arena = arena};
    if (!mu_path_parse(&path, mu_str(svg)))
        fail_msg("%s is not read", svg);
    ASSERT_PATH(&path, expected);
}

static void expect_refused(MuArena *arena, const char *svg)
{
    MuPath path = {.arena = arena};
    if (mu_path_parse(&path, mu_str(svg)))
        fail_msg("%s is read", svg);
}

static void lines_are_absolute_or_relative(void **state)
{
    expect_parsed(*state, "M1 2L3,4 5 6H10V0z", "M1,2L3,4L5,6L10,6L10,0Z");
    expect_parsed(*state, "m1,2 3,4h-1v.5l-1-1Z", "M1,2L4,6L3,6L3,6.5L2,5.5Z");
    expect_parsed(*state, "M0,0h10.5.5", "M0,0L10.5,0L11,0");
    expect_parsed(*state, "M1,1L2,2zl5,0", "M1,1L2,2ZM1,1L6,1");
    expect_parsed(*state, "M1,1L2,2zm5,0l1,1", "M1,1L2,2ZM6,1L7,2");
}

static void curves_reflect_the_handle_before_them(void **state)
{
    expect_parsed(*state, "M0,0C1,2 3,4 5,5S8,8 10,5", "M0,0C1,2,3,4,5,5C7,6,8,8,10,5");
    expect_parsed(*state, "M0,0c1,2,3,4,5,5s3,3 5,0", "M0,0C1,2,3,4,5,5C7,6,8,8,10,5");
    expect_parsed(*state, "M1,1S8,8 10,5", "M1,1C1,1,8,8,10,5");
    expect_parsed(*state, "M0,0Q3,6 6,0T12,0", "M0,0C2,4,4,4,6,0C8,-4,10,-4,12,0");
    expect_parsed(*state, "M0,0t6,3", "M0,0C0,0,2,1,6,3");
}

static void arcs_keep_to_their_circle(void **state)
{
    MuPath path = {.arena = *state};
    /* The symbol that Vega writes for a circle of radius 5. */
    assert_true(mu_path_parse(&path, MU_STR("M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0")));
    expect_bounds(mu_path_bounds(&path), -5, -5, 5, 5);
    expect_parsed(*state, "M5,0A5,5,0,0,1,0,5", "M5,0C5,2.761,2.761,5,0,5");
    expect_parsed(*state, "M5,0a5 5 0 00-5-5", "M5,0C5,-2.761,2.761,-5,0,-5");
    expect_parsed(*state, "M0,0A0,5,0,0,1,3,4", "M0,0L3,4");
    expect_parsed(*state, "M1,1A5,5,0,0,1,1,1", "M1,1");
}

static void the_four_arcs_between_two_points_bulge_as_their_flags_say(void **state)
{
    static const struct {
        const char *svg;
        double y1, y2;
    } cases[] = {{"M-3,0A5,5,0,0,0,3,0", 0, 1},
                 {"M-3,0A5,5,0,0,1,3,0", -1, 0},
                 {"M-3,0A5,5,0,1,0,3,0", 0, 9},
                 {"M-3,0A5,5,0,1,1,3,0", -9, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        MuPath path = {.arena = *state};
        assert_true(mu_path_parse(&path, mu_str(cases[i].svg)));
        MuBounds b = mu_path_bounds(&path);
        assert_true(fabs(b.y1 - cases[i].y1) < 0.005 && fabs(b.y2 - cases[i].y2) < 0.005);
    }
}

static void an_ellipse_too_small_to_reach_grows(void **state)
{
    MuPath path = {.arena = *state};
    assert_true(mu_path_parse(&path, MU_STR("M-10,0A1,2,0,0,1,10,0")));
    MuBounds b = mu_path_bounds(&path);
    assert_true(fabs(b.x1 + 10) < 0.01 && fabs(b.x2 - 10) < 0.01 && fabs(b.y1 + 20) < 0.01 && fabs(b.y2) < 0.01);
}

static void broken_path_data_is_refused(void **state)
{
    const char *const broken[] = {"", "circle", "0,0", "L1,1", "M1", "M1,x", "M0,0L1", "M0,0A1,1,0,2,1,3,3", "M0,0 k1"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        expect_refused(*state, broken[i]);
}

static void an_arc_of_a_quarter_turn_is_one_cubic(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_arc(&path, 10, 10, 5, 0, PI / 2, false);
    ASSERT_PATH(&path, "M15,10C15,12.761,12.761,15,10,15");
}

static void an_arc_joins_by_a_line_and_may_run_backwards(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_move(&path, 10, 10);
    mu_path_arc(&path, 10, 10, 5, PI / 2, 0, true);
    mu_path_close(&path);
    ASSERT_PATH(&path, "M10,10L10,15C12.761,15,15,12.761,15,10Z");
}

static void a_backward_arc_that_is_not_said_to_be_goes_round(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_arc(&path, 0, 0, 1, PI / 2, 0, false); /* three quarters, as on a canvas */
    expect_bounds(mu_path_bounds(&path), -1, -1, 1, 1);
    assert_int_equal(path.verbs.size, 4);
}

static void the_outermost_points_of_an_arc_are_exact(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_arc(&path, 0, 0, 100, 0.3, 0.3 + 2 * PI, false);
    MuBounds b = mu_path_bounds(&path);
    assert_true(fabs(b.x1 + 100) < 1e-9 && fabs(b.x2 - 100) < 1e-9 && fabs(b.y1 + 100) < 1e-9 &&
                fabs(b.y2 - 100) < 1e-9);
}

static void a_rect_has_square_or_round_corners(void **state)
{
    MuPath square = {.arena = *state}, round = {.arena = *state};
    mu_path_rect(&square, 1, 2, 10, 20, NULL);
    ASSERT_PATH(&square, "M1,2L11,2L11,22L1,22Z");
    mu_path_rect(&round, 0, 0, 10, 20, (const double[4]){4, 0, 0, 100});
    /* Vega's rectangle with cornerRadiusTopLeft 4 and cornerRadiusBottomLeft 100, cut to half of the width */
    ASSERT_PATH(&round,
                "M4,0L10,0C10,0,10,0,10,0L10,20C10,20,10,20,10,20L5,20C2.24,20,0,17.76,0,15L0,4C0,1.792,1.792,0,4,0Z");
}

static void bounds_take_the_extrema_of_curves_not_their_handles(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_move(&path, 0, 0);
    mu_path_cubic(&path, 0, 40, 30, 40, 30, 0);
    expect_bounds(mu_path_bounds(&path), 0, 0, 30, 30);
}

static void bounds_of_a_turned_path_are_those_of_its_turned_points(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_rect(&path, 0, 0, 10, 20, NULL);
    expect_bounds(mu_path_bounds_turned(&path, 90), -20, 0, 0, 10);
    expect_bounds(mu_path_bounds_turned(&path, 45), -14.142, 0, 7.071, 21.213);
}

static void an_empty_path_has_empty_bounds(void **state)
{
    MuPath path = {.arena = *state};
    assert_true(mu_bounds_is_empty(mu_path_bounds(&path)));
    mu_path_close(&path);
    ASSERT_PATH(&path, "");
    assert_false(mu_bounds_is_empty(mu_bounds_add(mu_bounds_empty(), 1, 1)));
}

static void scaling_moves_after_it_multiplies(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_line(&path, 1, 2);
    mu_path_line(&path, 3, 4);
    mu_path_scale(&path, 2, -1, 10, 20);
    ASSERT_PATH(&path, "M12,18L16,16");
}

static void bounds_that_do_not_meet_intersect_in_nothing(void **state)
{
    (void)state;
    MuBounds a = {0, 0, 10, 10}, b = {5, 5, 20, 8}, c = {11, 0, 12, 1};
    expect_bounds(mu_bounds_intersect(a, b), 5, 5, 10, 8);
    assert_true(mu_bounds_is_empty(mu_bounds_intersect(a, c)));
    expect_bounds(mu_bounds_union(a, c), 0, 0, 12, 10);
    expect_bounds(mu_bounds_union(mu_bounds_empty(), c), 11, 0, 12, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_absolute_or_relative),
        cmocka_unit_test(curves_reflect_the_handle_before_them),
        cmocka_unit_test(arcs_keep_to_their_circle),
        cmocka_unit_test(the_four_arcs_between_two_points_bulge_as_their_flags_say),
        cmocka_unit_test(an_ellipse_too_small_to_reach_grows),
        cmocka_unit_test(broken_path_data_is_refused),
        cmocka_unit_test(an_arc_of_a_quarter_turn_is_one_cubic),
        cmocka_unit_test(an_arc_joins_by_a_line_and_may_run_backwards),
        cmocka_unit_test(a_backward_arc_that_is_not_said_to_be_goes_round),
        cmocka_unit_test(the_outermost_points_of_an_arc_are_exact),
        cmocka_unit_test(a_rect_has_square_or_round_corners),
        cmocka_unit_test(bounds_take_the_extrema_of_curves_not_their_handles),
        cmocka_unit_test(bounds_of_a_turned_path_are_those_of_its_turned_points),
        cmocka_unit_test(an_empty_path_has_empty_bounds),
        cmocka_unit_test(scaling_moves_after_it_multiplies),
        cmocka_unit_test(bounds_that_do_not_meet_intersect_in_nothing),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
