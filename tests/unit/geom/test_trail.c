/* The expected outlines: by hand, from the circles of the two ends. */
#include "path_text.h"

#include "geom/trail.h"

static void a_segment_is_a_band_with_round_ends(void **state)
{
    /* From 0,0 to 100,0, 10 and 20 wide: flush with the greater circle on the right, with the smaller on the left. */
    MuPath path = {.arena = *state};
    mu_path_trail(&path, (const MuPoint[]){{0, 0}, {100, 0}}, (const double[]){10, 20}, 2);
    MuBounds b = mu_path_bounds(&path);
    assert_true(fabs(b.x1 + 5) < 1e-9 && fabs(b.x2 - 110) < 1e-9 && fabs(b.y1 + 10) < 1e-9 && fabs(b.y2 - 10) < 1e-9);
    assert_true(fabs(path.points.at[0].x) < 1e-9 && fabs(path.points.at[0].y + 5) < 1e-9);
    assert_true(fabs(path.points.at[1].x - 100) < 1e-9 && fabs(path.points.at[1].y + 10) < 1e-9);
}

static void each_segment_is_closed(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_trail(&path, (const MuPoint[]){{0, 0}, {10, 0}, {10, 10}}, (const double[]){2, 2, 2}, 3);
    size_t closed = 0;
    for (size_t i = 0; i < path.verbs.size; i++)
        closed += path.verbs.at[i] == MU_CLOSE;
    assert_int_equal(closed, 2);
}

static void two_points_at_one_place_give_a_disc(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_trail(&path, (const MuPoint[]){{5, 5}, {5, 5}}, (const double[]){2, 6}, 2);
    MuBounds b = mu_path_bounds(&path);
    assert_true(fabs(b.x1 - 2) < 1e-9 && fabs(b.x2 - 8) < 1e-9 && fabs(b.y1 - 2) < 1e-9 && fabs(b.y2 - 8) < 1e-9);
}

static void one_point_alone_gives_nothing(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_trail(&path, (const MuPoint[]){{5, 5}}, (const double[]){2}, 1);
    ASSERT_PATH(&path, "");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, arena_setup, arena_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_segment_is_a_band_with_round_ends),
        TEST(each_segment_is_closed),
        TEST(two_points_at_one_place_give_a_disc),
        TEST(one_point_alone_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
