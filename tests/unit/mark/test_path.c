/* Lines and areas: their points, where they break, their edges. */
#include "draw.h"

#include "unit/geom/path_text.h"

#define XY "x: {field: a, type: quantitative}, y: {field: b, type: quantitative}"

static void a_line_runs_along_x_whatever_the_order_of_the_rows(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{a: 100, b: 100}, {a: 0, b: 50}, {a: 50, b: 0}]}\nmark: line\nencoding: {" XY "}\n");
    assert_int_equal(mark_count(r), 1);
    ASSERT_PATH(mark(r, 0)->path, "M0,150L150,300L300,0");
    assert_near(mark(r, 0)->style->stroke.width, 2);
    assert_false(mu_item_fills(mark(r, 0)));
}

static void the_order_channel_may_run_a_line_another_way(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 100, b: 100, t: 2}, {a: 0, b: 50, t: 3}, {a: 50, b: 0, t: 1}]}\n"
                       "mark: line\nencoding: {" XY ", order: {field: t, type: quantitative}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M150,300L300,0L0,150");
    r = draw("data: {values: [{a: 100, b: 100, t: 2}, {a: 0, b: 50, t: 3}, {a: 50, b: 0, t: 1}]}\n"
             "mark: {type: line, order: null}\nencoding: {" XY "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M300,0L0,150L150,300");
}

static void a_line_breaks_at_a_missing_value(void **state)
{
    (void)state;
    MuRender *r = draw_warned(
        "data: {values: [{a: 0, b: 50}, {a: 25, b: 0}, {a: 50, b: null}, {a: 75, b: 100}, {a: 100, b: 0}]}\n"
        "mark: line\nencoding: {" XY "}\n");
    assert_int_equal(mark_count(r), 1);
    ASSERT_PATH(mark(r, 0)->path, "M0,150L75,300M225,0L300,300");
}

static void a_line_may_pass_over_a_missing_value(void **state)
{
    (void)state;
    MuRender *r = draw_warned("data: {values: [{a: 0, b: 50}, {a: 50, b: null}, {a: 100, b: 0}]}\n"
                              "mark: {type: line, invalid: filter}\nencoding: {" XY "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,0L300,300");
}

static void colours_part_a_line_in_the_order_of_the_rows(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{a: 0, b: 0, k: v}, {a: 0, b: 50, k: u}, {a: 100, b: 50, k: v}, {a: 100, b: 100, k: u}]}\n"
        "mark: line\nencoding: {" XY ", color: {field: k, type: nominal}}\n");
    assert_int_equal(mark_count(r), 2);
    ASSERT_PATH(mark(r, 0)->path, "M0,300L300,150");
    ASSERT_PATH(mark(r, 1)->path, "M0,150L300,0");
    assert_near(mark(r, 0)->style->stroke_paint.color.r * 255, 0xf5);
}

static void detail_parts_a_line_without_a_legend(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{a: 0, b: 0, k: v}, {a: 0, b: 50, k: u}, {a: 100, b: 50, k: v}, {a: 100, b: 100, k: u}]}\n"
        "mark: line\nencoding: {" XY ", detail: {field: k}}\n");
    assert_int_equal(mark_count(r), 2);
    assert_int_equal(r->model.root->legends.size, 0);
}

static void a_line_of_months_has_a_point_a_month(void **state)
{
    (void)state;
    /* January 31 and February 28 days on 59 px; both rows of January are one mean. */
    MuRender *r = draw(
        "data: {values: [{d: 2021-01-05, b: 2}, {d: 2021-01-20, b: 4}, {d: 2021-02-10, b: 6}, {d: 2021-03-31, b: 0}]}\n"
        "width: 59\nmark: line\nencoding: {x: {field: d, timeUnit: yearmonth}, y: {field: b, aggregate: mean}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,150L31,0L59,300");
}

static void steps_stand_in_the_middle_or_at_an_end(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{a: 0, b: 0}, {a: 100, b: 100}]}\nmark: {type: line, interpolate: step-after}\nencoding: {" XY
        "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,300L300,300L300,0");
    r = draw("data: {values: [{a: 0, b: 0}, {a: 100, b: 100}]}\nmark: {type: line, interpolate: step}\nencoding: {" XY
             "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,300L150,300L150,0L300,0");
}

static void an_area_goes_out_along_its_values_and_back_along_zero(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 0, b: 50}, {a: 100, b: 100}]}\nmark: area\nencoding: {" XY "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,150L300,0L300,300L0,300Z");
    assert_true(mu_item_fills(mark(r, 0)));
    assert_false(mu_item_strokes(mark(r, 0)));
    assert_near(mark(r, 0)->style->opacity, 1);
}

static void an_area_with_two_edges_lies_between_them(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{a: 0, lo: 10, hi: 50}, {a: 100, lo: 50, hi: 100}]}\nmark: area\n"
             "encoding: {x: {field: a, type: quantitative}, y: {field: lo, type: quantitative}, y2: {field: hi}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,270L300,150L300,0L0,150Z");
}

static void a_horizontal_area_runs_down_along_its_values(void **state)
{
    (void)state;
    /* Rows are in the order of their y, the smallest first: the latest date is at the top. */
    MuRender *r = draw("data: {values: [{d: 2020-01-01, b: 50}, {d: 2021-01-01, b: 100}]}\nmark: area\n"
                       "encoding: {y: {field: d, type: temporal}, x: {field: b, type: quantitative}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M300,0L150,300L0,300L0,0Z");
}

static void stacked_areas_rest_on_one_another(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{a: 0, k: u, b: 40}, {a: 0, k: v, b: 60}, {a: 100, k: u, b: 20}, {a: 100, k: v, b: 30}]}\n"
        "mark: area\nencoding: {" XY ", color: {field: k, type: nominal}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,0L300,150L300,210L0,120Z");
    ASSERT_PATH(mark(r, 1)->path, "M0,120L300,210L300,300L0,300Z");
}

static void a_missing_part_of_a_stacked_area_counts_as_zero(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 0, k: u, b: 40}, {a: 0, k: v, b: 60}, {a: 100, k: v, b: 30}]}\n"
                       "mark: area\nencoding: {" XY ", color: {field: k, type: nominal}}\n");
    ASSERT_PATH(mark(r, 0)->path, "M0,0L300,210L300,210L0,120Z");
}

static void a_line_with_points_draws_both_at_the_same_places(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{a: 0, b: 50}, {a: 100, b: 100}]}\nmark: {type: line, point: true}\nencoding: {" XY "}\n");
    assert_int_equal(mark_count(r), 3);
    ASSERT_PATH(mark(r, 0)->path, "M0,150L300,0");
    assert_near(mark(r, 1)->y, 150);
    assert_near(mark(r, 2)->x, 300);
    assert_near(mark(r, 1)->style->opacity, 1);
    assert_true(mu_item_fills(mark(r, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_line_runs_along_x_whatever_the_order_of_the_rows),
        TEST(the_order_channel_may_run_a_line_another_way),
        TEST(a_line_breaks_at_a_missing_value),
        TEST(a_line_may_pass_over_a_missing_value),
        TEST(colours_part_a_line_in_the_order_of_the_rows),
        TEST(detail_parts_a_line_without_a_legend),
        TEST(a_line_of_months_has_a_point_a_month),
        TEST(steps_stand_in_the_middle_or_at_an_end),
        TEST(an_area_goes_out_along_its_values_and_back_along_zero),
        TEST(an_area_with_two_edges_lies_between_them),
        TEST(a_horizontal_area_runs_down_along_its_values),
        TEST(stacked_areas_rest_on_one_another),
        TEST(a_missing_part_of_a_stacked_area_counts_as_zero),
        TEST(a_line_with_points_draws_both_at_the_same_places),
    };
    return cmocka_run_group_tests_name("line, area", tests, draw_begin, draw_end);
}
