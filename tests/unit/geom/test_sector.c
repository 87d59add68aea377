/* The expected outlines are d3-shape's, or worked out by hand. */
#include "path_text.h"

#include "geom/sector.h"

static const double PI = 3.14159265358979323846;

static MuBounds bounds_of(MuArena *arena, MuSector sector)
{
    MuPath path = {.arena = arena};
    mu_path_sector(&path, sector);
    return mu_path_bounds(&path);
}

static void assert_bounds(MuBounds b, double x1, double y1, double x2, double y2)
{
    const double got[] = {b.x1, b.y1, b.x2, b.y2}, wanted[] = {x1, y1, x2, y2};
    for (size_t i = 0; i < 4; i++) {
        if (!(fabs(got[i] - wanted[i]) < 0.01))
            print_error("bounds are %g,%g to %g,%g\n", b.x1, b.y1, b.x2, b.y2);
        assert_true(fabs(got[i] - wanted[i]) < 0.01);
    }
}

static size_t closes(const MuPath *path)
{
    size_t count = 0;
    for (size_t i = 0; i < path->verbs.size; i++)
        count += path->verbs.at[i] == MU_CLOSE;
    return count;
}

static void a_quarter_from_noon_lies_right_and_above(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_sector(&path, (MuSector){.outer = 100, .end = PI / 2});
    assert_bounds(mu_path_bounds(&path), 0, -100, 100, 0);
    MuPoint first = path.points.at[0], last = path.points.at[path.points.size - 1];
    assert_true(fabs(first.x) < 1e-9 && fabs(first.y + 100) < 1e-9);
    assert_true(fabs(last.x) < 1e-9 && fabs(last.y) < 1e-9); /* back to the centre */
}

static void an_inner_radius_leaves_the_middle_free(void **state)
{
    assert_bounds(bounds_of(*state, (MuSector){.inner = 40, .outer = 100, .start = PI / 4, .end = 3 * PI / 4}),
                  40 * sqrt(0.5), -100 * sqrt(0.5), 100, 100 * sqrt(0.5));
}

static void radii_and_angles_count_in_either_order(void **state)
{
    MuSector sector = {.inner = 100, .outer = 40, .start = 3 * PI / 4, .end = PI / 4};
    assert_bounds(bounds_of(*state, sector), 40 * sqrt(0.5), -100 * sqrt(0.5), 100, 100 * sqrt(0.5));
}

static void a_full_turn_is_a_disc_or_two_rings(void **state)
{
    MuPath disc = {.arena = *state}, ring = {.arena = *state};
    mu_path_sector(&disc, (MuSector){.outer = 10, .start = 1, .end = 1 + 2 * PI, .pad = 0.2, .corner = 3});
    mu_path_sector(&ring, (MuSector){.inner = 5, .outer = 10, .end = 7});
    assert_bounds(mu_path_bounds(&disc), -10, -10, 10, 10);
    assert_int_equal(closes(&disc), 1);
    assert_int_equal(closes(&ring), 2);
}

static void padding_cuts_parallel_edges(void **state)
{
    /* The gap's edge lies sqrt(60² + 80²) sin(0.1) = 9.983 px beside the radius at noon, at both rings. */
    MuPath path = {.arena = *state};
    mu_path_sector(&path, (MuSector){.inner = 60, .outer = 80, .end = PI / 2, .pad = 0.2});
    MuPoint first = path.points.at[0], last = path.points.at[path.points.size - 1];
    assert_true(fabs(first.x - 9.983) < 0.001 && fabs(hypot(first.x, first.y) - 80) < 1e-9);
    assert_true(fabs(last.x - 9.983) < 0.001 && fabs(hypot(last.x, last.y) - 60) < 1e-9);
}

static void padding_wider_than_the_sector_leaves_a_line(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_sector(&path,
                   (MuSector){.inner = 60, .outer = 80, .start = PI / 2 - 0.05, .end = PI / 2 + 0.05, .pad = 0.2});
    ASSERT_PATH(&path, "M80,0L60,0Z");
}

static void a_corner_touches_the_ring_and_the_side(void **state)
{
    /* Half a ring, corners of radius 10: the circle's centre is 10 px right of the side at noon and 90 px from the
     * middle, so it meets the side sqrt(90² - 10²) = 89.443 px above it. */
    MuPath path = {.arena = *state};
    mu_path_sector(&path, (MuSector){.inner = 50, .outer = 100, .end = PI, .corner = 10});
    MuPoint first = path.points.at[0];
    assert_true(fabs(first.x) < 1e-9 && fabs(first.y + 89.443) < 0.001);
    /* The inner ones are 60 px from the middle: they meet the side at sqrt(60² - 10²) = 59.161. */
    bool met = false;
    for (size_t i = 0; i < path.points.size; i++)
        met = met || (fabs(path.points.at[i].x) < 1e-6 && fabs(path.points.at[i].y - 59.161) < 0.001);
    assert_true(met);
    /* The highest point is that of the corner's circle. */
    assert_bounds(mu_path_bounds(&path), 0, -99.443, 100, 99.443);
}

static void corners_are_small_where_the_sector_is_narrow(void **state)
{
    /* A slice of 0.2 rad: a circle that touches both sides and the ring has radius 100 sin 0.1 / (1 + sin 0.1). */
    MuPath path = {.arena = *state};
    mu_path_sector(&path, (MuSector){.outer = 100, .start = PI / 2 - 0.1, .end = PI / 2 + 0.1, .corner = 40});
    double r = 100 * sin(0.1) / (1 + sin(0.1));
    assert_bounds(mu_path_bounds(&path), 0, -r, 100, r);
}

static void corners_of_more_than_half_a_turn_do_not_overshoot(void **state)
{
    MuSector sector = {.inner = 40, .outer = 100, .start = 0.5, .end = 5, .pad = 0.1, .corner = 15};
    MuBounds b = bounds_of(*state, sector);
    assert_true(b.x1 >= -100.01 && b.y2 <= 100.01 && b.x2 <= 100.01);
    /* Nothing crosses the hole: all points lie between the rings. */
    MuPath path = {.arena = *state};
    mu_path_sector(&path, sector);
    for (size_t i = 0; i < path.points.size; i++)
        assert_true(hypot(path.points.at[i].x, path.points.at[i].y) > 39);
}

static void without_a_radius_there_is_a_point(void **state)
{
    MuPath path = {.arena = *state};
    mu_path_sector(&path, (MuSector){.end = 1});
    ASSERT_PATH(&path, "M0,0");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, arena_setup, arena_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_quarter_from_noon_lies_right_and_above),
        TEST(an_inner_radius_leaves_the_middle_free),
        TEST(radii_and_angles_count_in_either_order),
        TEST(a_full_turn_is_a_disc_or_two_rings),
        TEST(padding_cuts_parallel_edges),
        TEST(padding_wider_than_the_sector_leaves_a_line),
        TEST(a_corner_touches_the_ring_and_the_side),
        TEST(corners_are_small_where_the_sector_is_narrow),
        TEST(corners_of_more_than_half_a_turn_do_not_overshoot),
        TEST(without_a_radius_there_is_a_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
