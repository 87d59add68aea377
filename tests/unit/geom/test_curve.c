/* The expected paths are d3-shape's. */
#include "path_text.h"

#include "geom/curve.h"

static const MuPoint points[] = {{0, 0}, {10, 30}, {25, 5}, {25, 5}, {40, 50}};

static void expect_curve(MuArena *arena, const char *name, size_t size, bool horizontal, double tension,
                         const char *expected)
{
    MuPath path = {.arena = arena};
    const MuCurve *curve = mu_curve_find(mu_str(name));
    assert_non_null(curve);
    curve->draw(&path, points, size, horizontal, tension, false);
    if (strcmp(path_text(&path), expected) != 0)
        fail_msg("%s of %zu points: %s", name, size, path_text(&path));
}

static void five_points_with_a_repeated_one_come_out_as_in_d3(void **state)
{
    static const char *const expected[][2] = {
        {"basis", "M0,0L1.667,5C3.333,10,6.667,20,10.833,20.833C15,21.667,20,13.333,22.5,9.167C25,5,25,5,27.5,12.5"
                  "C30,20,35,35,37.5,42.5L40,50"},
        {"basis-closed", "M10.833,20.833C15,21.667,20,13.333,22.5,9.167C25,5,25,5,27.5,12.5C30,20,35,35,30.833,34.167"
                         "C26.667,33.333,13.333,16.667,8.333,13.333C3.333,10,6.667,20,10.833,20.833"},
        {"basis-open", "M10.833,20.833C15,21.667,20,13.333,22.5,9.167C25,5,25,5,27.5,12.5"},
        {"bundle", "M0,0L1.667,4.563C3.333,9.125,6.667,18.25,10.708,19.583C14.75,20.917,19.5,14.458,22.125,11.542"
                   "C24.75,8.625,25.25,9.25,27.875,16.25C30.5,23.25,35.25,36.625,37.625,43.313L40,50"},
        {"cardinal", "M0,0C0,0,5.833,29.167,10,30C14.167,30.833,22.5,9.167,25,5C27.5,0.833,22.5,-2.5,25,5"
                     "C27.5,12.5,40,50,40,50"},
        {"cardinal-closed",
         "M10,30C14.167,30.833,22.5,9.167,25,5C27.5,0.833,22.5,-2.5,25,5C27.5,12.5,44.167,50.833,40,50"
         "C35.833,49.167,5,3.333,0,0C-5,-3.333,5.833,29.167,10,30"},
        {"cardinal-open", "M10,30C14.167,30.833,22.5,9.167,25,5C27.5,0.833,22.5,-2.5,25,5"},
        {"catmull-rom", "M0,0C0,0,5.711,29.529,10,30C14.119,30.452,25,5,25,5C25,5,25,5,25,5C25,5,40,50,40,50"},
        {"catmull-rom-closed", "M10,30C14.119,30.452,25,5,25,5C25,5,25,5,25,5C25,5,42.621,48.574,40,50"
                               "C36.955,51.657,2.717,-1.478,0,0C-1.91,1.039,5.711,29.529,10,30"},
        {"catmull-rom-open", "M10,30C14.119,30.452,25,5,25,5C25,5,25,5,25,5"},
        {"linear", "M0,0L10,30L25,5L25,5L40,50"},
        {"linear-closed", "M0,0L10,30L25,5L25,5L40,50Z"},
        {"monotone", "M0,0C3.333,15,6.667,30,10,30C15,30,20,5,25,5C30,5,35,27.5,40,50"},
        {"natural", "M0,0C2.44,15.238,4.881,30.476,10,30C15.119,29.524,22.917,13.333,25,5"
                    "C27.083,-3.333,23.452,-3.81,25,5C26.548,13.81,33.274,31.905,40,50"},
        {"step", "M0,0L5,0L5,30L17.5,30L17.5,5L25,5L25,5L32.5,5L32.5,50L40,50"},
        {"step-after", "M0,0L10,0L10,30L25,30L25,5L25,5L25,5L40,5L40,50"},
        {"step-before", "M0,0L0,30L10,30L10,5L25,5L25,5L25,5L25,50L40,50"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        expect_curve(*state, expected[i][0], 5, true, NAN, expected[i][1]);
}

static void one_two_and_three_points_come_out_as_in_d3(void **state)
{
    static const char *const expected[][4] = {
        {"basis", "M0,0Z", "M0,0L10,30",
         "M0,0L1.667,5C3.333,10,6.667,20,10.833,20.833C15,21.667,20,13.333,22.5,9.167L25,5"},
        {"basis-closed", "M0,0Z", "M6.667,20L3.333,10Z",
         "M10.833,20.833C15,21.667,20,13.333,18.333,8.333C16.667,3.333,8.333,1.667,5.833,5.833C3.333,10,6.667,20,10."
         "833,20.833"},
        {"basis-open", "", "", "M10.833,20.833Z"},
        {"bundle", "", "M0,0L10,30",
         "M0,0L1.729,4.313C3.458,8.625,6.917,17.25,11.083,18.083C15.25,18.917,20.125,11.958,22.563,8.479L25,5"},
        {"cardinal", "M0,0Z", "M0,0L10,30", "M0,0C0,0,5.833,29.167,10,30C14.167,30.833,25,5,25,5"},
        {"cardinal-closed", "M0,0Z", "M10,30L0,0Z",
         "M10,30C14.167,30.833,26.667,10,25,5C23.333,0,2.5,-4.167,0,0C-2.5,4.167,5.833,29.167,10,30"},
        {"cardinal-open", "", "", "M10,30Z"},
        {"catmull-rom", "M0,0Z", "M0,0L10,30", "M0,0C0,0,5.711,29.529,10,30C14.119,30.452,25,5,25,5"},
        {"catmull-rom-closed", "M0,0Z", "M10,30L0,0Z",
         "M10,30C14.119,30.452,27.189,9.948,25,5C22.953,0.373,2.975,-3.37,0,0C-3.313,3.753,5.711,29.529,10,30"},
        {"catmull-rom-open", "", "", "M10,30Z"},
        {"linear", "M0,0Z", "M0,0L10,30", "M0,0L10,30L25,5"},
        {"linear-closed", "M0,0Z", "M0,0L10,30Z", "M0,0L10,30L25,5Z"},
        {"monotone", "M0,0Z", "M0,0L10,30", "M0,0C3.333,15,6.667,30,10,30C15,30,20,17.5,25,5"},
        {"natural", "M0,0Z", "M0,0L10,30", "M0,0C2.917,14.583,5.833,29.167,10,30C14.167,30.833,19.583,17.917,25,5"},
        {"step", "M0,0Z", "M0,0L5,0L5,30L10,30", "M0,0L5,0L5,30L17.5,30L17.5,5L25,5"},
        {"step-after", "M0,0Z", "M0,0L10,0L10,30", "M0,0L10,0L10,30L25,30L25,5"},
        {"step-before", "M0,0Z", "M0,0L0,30L10,30", "M0,0L0,30L10,30L10,5L25,5"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        for (size_t size = 1; size <= 3; size++)
            expect_curve(*state, expected[i][0], size, true, NAN, expected[i][size]);
}

static void no_point_draws_nothing(void **state)
{
    for (size_t i = 0; mu_curve_at(i); i++) {
        MuPath path = {.arena = *state};
        mu_curve_at(i)->draw(&path, points, 0, true, NAN, false);
        ASSERT_PATH(&path, "");
    }
}

static void tension_is_tension_beta_or_alpha(void **state)
{
    expect_curve(*state, "cardinal", 5, true, 0.3,
                 "M0,0C0,0,7.083,29.417,10,30C12.917,30.583,23.25,7.917,25,5C26.75,2.083,23.25,-0.25,25,5C26.75,10.25,"
                 "40,50,40,50");
    expect_curve(*state, "bundle", 3, true, 0,
                 "M0,0L2.083,0.417C4.167,0.833,8.333,1.667,12.5,2.5C16.667,3.333,20.833,4.167,22.917,4.583L25,5");
    expect_curve(*state, "catmull-rom-open", 5, true, 0.3, "M10,30C14.137,30.603,25,5,25,5C25,5,25,5,25,5");
    expect_curve(*state, "catmull-rom", 3, true, 0, "M0,0C0,0,5.833,29.167,10,30C14.167,30.833,25,5,25,5");
}

static void monotone_runs_along_y_and_steps_do_not(void **state)
{
    expect_curve(*state, "monotone", 5, false, NAN,
                 "M0,0C5,10,10,20,10,30C10,21.667,25,13.333,25,5C25,20,32.5,35,40,50");
    expect_curve(*state, "step", 3, false, NAN, "M0,0L5,0L5,30L17.5,30L17.5,5L25,5");
}

static void expect_area(MuArena *arena, const char *name, size_t size, const char *expected)
{
    MuPath path = {.arena = arena};
    MuPoint back[5];
    for (size_t i = 0; i < size; i++)
        back[i] = (MuPoint){points[size - 1 - i].x, 100};
    const MuCurve *curve = mu_curve_find(mu_str(name));
    curve->draw(&path, points, size, true, NAN, false);
    curve->draw(&path, back, size, true, NAN, true);
    mu_path_close(&path);
    ASSERT_PATH(&path, expected);
}

static void the_way_back_of_an_area_joins_and_mirrors_its_steps(void **state)
{
    expect_area(*state, "linear", 3, "M0,0L10,30L25,5L25,100L10,100L0,100Z");
    expect_area(*state, "step", 3, "M0,0L5,0L5,30L17.5,30L17.5,5L25,5L25,100L17.5,100L17.5,100L5,100L5,100L0,100Z");
    expect_area(*state, "step-before", 3, "M0,0L0,30L10,30L10,5L25,5L25,100L10,100L10,100L0,100L0,100Z");
    expect_area(*state, "step-after", 3, "M0,0L10,0L10,30L25,30L25,5L25,100L25,100L10,100L10,100L0,100Z");
    expect_area(
        *state, "monotone", 3,
        "M0,0C3.333,15,6.667,30,10,30C15,30,20,17.5,25,5L25,100C20,100,15,100,10,100C6.667,100,3.333,100,0,100Z");
}

static void an_area_of_one_point_is_a_line(void **state)
{
    const char *const names[] = {"linear", "step", "step-before", "monotone", "basis", "natural"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_area(*state, names[i], 1, "M0,0L0,100Z");
}

static void an_unknown_curve_is_none(void **state)
{
    (void)state;
    assert_null(mu_curve_find(MU_STR("wobbly")));
    assert_null(mu_curve_find(MU_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_points_with_a_repeated_one_come_out_as_in_d3),
        cmocka_unit_test(one_two_and_three_points_come_out_as_in_d3),
        cmocka_unit_test(no_point_draws_nothing),
        cmocka_unit_test(tension_is_tension_beta_or_alpha),
        cmocka_unit_test(monotone_runs_along_y_and_steps_do_not),
        cmocka_unit_test(the_way_back_of_an_area_joins_and_mirrors_its_steps),
        cmocka_unit_test(an_area_of_one_point_is_a_line),
        cmocka_unit_test(an_unknown_curve_is_none),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
