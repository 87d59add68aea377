/* Rects, ticks and rules: where their edges and ends lie, as in Vega-Lite's drawings. */
#include "draw.h"

static void a_rect_fills_its_cell_without_a_gap(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: X, v: 1}, {a: B, b: Y, v: 2}]}\n"
                       "mark: rect\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: nominal}, color: {field: v, type: "
                       "quantitative}}\n");
    assert_rect(mark(r, 0), "0,0 20x20");
    assert_rect(mark(r, 1), "20,20 20x20");
}

static void a_rect_with_two_ends_on_both_sides_lies_between_them(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{x: 10, x2: 50, y: 20, y2: 100}]}\n"
                       "mark: rect\n"
                       "encoding: {x: {field: x, type: quantitative}, x2: {field: x2}, y: {field: y, type: "
                       "quantitative}, y2: {field: y2}}\n");
    assert_rect(mark(r, 0), "60,0 240x240");
}

static void a_rect_over_bins_leaves_no_space(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 0, b: 0}, {a: 99, b: 99}]}\n"
                       "mark: rect\n"
                       "encoding: {x: {field: a, bin: true}, y: {field: b, bin: true}, color: {aggregate: count}}\n");
    assert_rect(mark(r, 0), "0.5,270.5 30x30");
    assert_rect(mark(r, 1), "270.5,0.5 30x30");
}

static void a_rect_with_one_continuous_range_spans_the_other_side(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{from: 10, to: 50}]}\n"
                       "mark: rect\n"
                       "height: 80\n"
                       "encoding: {x: {field: from, type: quantitative}, x2: {field: to}}\n");
    assert_rect(mark(r, 0), "60,0 240x80");
}

static void a_tick_is_one_pixel_thick_and_three_quarters_of_its_band_long(void **state)
{
    (void)state;
    /* The band of a step of 20 with a padding of 0.25 is 15, from 2.5 on. */
    MuRender *r = draw("data: {values: [{a: A, v: 50}, {a: B, v: 100}]}\n"
                       "mark: tick\n"
                       "encoding: {x: {field: v, type: quantitative}, y: {field: a, type: nominal}}\n");
    assert_rect(mark(r, 0), "149.5,2.5 1x15");
    assert_rect(mark(r, 1), "299.5,22.5 1x15");
    assert_near(mark(r, 0)->style->opacity, 0.7);
}

static void a_horizontal_tick_has_the_thickness_that_was_said(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, v: 50}, {a: B, v: 100}]}\n"
                       "mark: {type: tick, thickness: 4}\n"
                       "encoding: {y: {field: v, type: quantitative}, x: {field: a, type: nominal}}\n");
    assert_rect(mark(r, 0), "2.5,148 15x4");
    assert_rect(mark(r, 1), "22.5,-2 15x4");
}

static void a_tick_without_a_second_axis_stands_across_the_view(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{v: 50}, {v: 100}]}\n"
                       "mark: tick\n"
                       "encoding: {x: {field: v, type: quantitative}}\n");
    assert_rect(mark(r, 0), "149.5,2.5 1x15");
}

static void a_rule_with_one_place_spans_the_view(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{v: 50}, {v: 100}]}\n"
                       "mark: rule\n"
                       "height: 120\n"
                       "encoding: {x: {field: v, type: quantitative}}\n");
    assert_rule(mark(r, 0), "150,0 to 150,120");
    r = draw("data: {values: [{v: 50}, {v: 100}]}\n"
             "mark: rule\n"
             "width: 120\n"
             "encoding: {y: {field: v, type: quantitative}}\n");
    assert_rule(mark(r, 0), "120,150 to 0,150");
    assert_near(mark(r, 0)->style->stroke_paint.color.r, 0);
    assert_near(mark(r, 0)->style->stroke.width, 1);
}

static void a_rule_with_two_ends_goes_from_one_to_the_other(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{k: A, lo: 20, hi: 80}, {k: B, lo: 0, hi: 100}]}\n"
             "mark: rule\n"
             "encoding: {y: {field: k, type: nominal}, x: {field: lo, type: quantitative}, x2: {field: hi}}\n");
    assert_rule(mark(r, 0), "60,10 to 240,10");
    assert_rule(mark(r, 1), "0,30 to 300,30");
}

static void a_rule_between_two_points_may_be_slanted(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{x: 0, x2: 100, y: 20, y2: 100}]}\n"
                       "mark: rule\n"
                       "encoding: {x: {field: x, type: quantitative}, x2: {field: x2}, y: {field: y, type: "
                       "quantitative}, y2: {field: y2}}\n");
    assert_rule(mark(r, 0), "0,240 to 300,0");
}

static void a_rule_at_a_number_of_a_bar_chart_shares_its_scale(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
                       "encoding: {y: {field: b, type: quantitative}}\n"
                       "layer:\n"
                       "- {mark: bar, encoding: {x: {field: a, type: nominal}}}\n"
                       "- {mark: {type: rule, color: red, size: 3}, encoding: {y: {datum: 50}}}\n");
    const MuItem *rule = mark(r, 2);
    assert_rule(rule, "40,150 to 0,150");
    assert_near(rule->style->stroke.width, 3);
    assert_near(rule->style->stroke_paint.color.r, 1);
}

static void a_rule_in_a_layer_without_y_spans_the_height_whatever_the_others_scale(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{a: 0, b: 28}, {a: 100, b: 100}]}\n"
             "layer:\n"
             "- {mark: line, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}\n"
             "- {mark: rule, encoding: {x: {datum: 50}}}\n");
    assert_rule(mark(r, 1), "150,0 to 150,300");
}

static void a_rule_of_an_aggregate_is_one_line(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{v: 50}, {v: 100}, {v: 60}]}\n"
                       "mark: rule\n"
                       "height: 50\n"
                       "encoding: {x: {field: v, aggregate: mean, type: quantitative, scale: {domain: [0, 140]}}}\n");
    assert_int_equal(mark_count(r), 1);
    assert_rule(mark(r, 0), "150,0 to 150,50");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_rect_fills_its_cell_without_a_gap),
        TEST(a_rect_with_two_ends_on_both_sides_lies_between_them),
        TEST(a_rect_over_bins_leaves_no_space),
        TEST(a_rect_with_one_continuous_range_spans_the_other_side),
        TEST(a_tick_is_one_pixel_thick_and_three_quarters_of_its_band_long),
        TEST(a_horizontal_tick_has_the_thickness_that_was_said),
        TEST(a_tick_without_a_second_axis_stands_across_the_view),
        TEST(a_rule_with_one_place_spans_the_view),
        TEST(a_rule_with_two_ends_goes_from_one_to_the_other),
        TEST(a_rule_between_two_points_may_be_slanted),
        TEST(a_rule_at_a_number_of_a_bar_chart_shares_its_scale),
        TEST(a_rule_in_a_layer_without_y_spans_the_height_whatever_the_others_scale),
        TEST(a_rule_of_an_aggregate_is_one_line),
    };
    return cmocka_run_group_tests_name("rect, tick, rule", tests, draw_begin, draw_end);
}
