/* Where the edges of bars lie. Numbers: by hand from Vega-Lite's rules, and the same as its drawings. */
#include "draw.h"

static void a_bar_fills_its_band_and_stands_on_zero(void **state)
{
    (void)state;
    /* Two bands of step 20 with an inner padding of 0.1 and half of it outside: the first starts at 20 × 0.05. */
    MuRender *r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n");
    assert_int_equal(mark_count(r), 2);
    assert_rect(mark(r, 0), "1,216 18x84");
    assert_rect(mark(r, 1), "21,0 18x300");
    assert_near(mark(r, 0)->style->fill.color.r * 255, 0x4c);
    assert_false(mu_item_strokes(mark(r, 0)));
}

static void a_horizontal_bar_grows_from_the_left(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
                       "mark: bar\n"
                       "encoding: {y: {field: a, type: nominal}, x: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "0,1 84x18");
    assert_rect(mark(r, 1), "0,21 300x18");
}

static void a_negative_bar_hangs_from_zero(void **state)
{
    (void)state;
    /* The domain −50 to 100 becomes −60 to 100 by niceness: zero lies at 187.5 and 1 is 1.875 px. */
    MuRender *r = draw("data: {values: [{a: A, b: -50}, {a: B, b: 100}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "1,187.5 18x93.75");
    assert_rect(mark(r, 1), "21,0 18x187.5");
}

static void bars_over_bins_leave_one_pixel_between_them(void **state)
{
    (void)state;
    /* Bins of 10 on 0 to 100: 30 px each. Half a pixel is free at each side, and all stand half a pixel to the right.
     */
    MuRender *r = draw("data: {values: [{a: 0}, {a: 5}, {a: 15}, {a: 95}, {a: 99}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, bin: true}, y: {aggregate: count}}\n");
    assert_int_equal(mark_count(r), 3);
    assert_rect(mark(r, 0), "1,0 29x300");
    assert_rect(mark(r, 1), "31,150 29x150");
    assert_rect(mark(r, 2), "271,0 29x300");
}

static void the_space_between_bins_may_be_said(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 0}, {a: 15}, {a: 99}]}\n"
                       "mark: {type: bar, binSpacing: 0}\n"
                       "encoding: {x: {field: a, bin: true}, y: {aggregate: count}}\n");
    assert_rect(mark(r, 0), "0.5,0 30x300");
    r = draw("data: {values: [{a: 0}, {a: 15}, {a: 99}]}\n"
             "mark: bar\n"
             "encoding: {y: {field: a, bin: true}, x: {aggregate: count}}\n");
    assert_rect(mark(r, 0), "0,271 300x29");
}

static void a_bar_on_a_continuous_axis_is_five_pixels_wide(void **state)
{
    (void)state;
    /* 5 px more at each end make the domain 0 to 10 one from −0.17 to 10.17, which niceness takes to −1 to 11. */
    MuRender *r = draw("data: {values: [{a: 0, b: 1}, {a: 10, b: 2}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n"
                       "config: {scale: {zero: false}}\n");
    assert_rect(mark(r, 0), "22.5,150 5x150");
    assert_rect(mark(r, 1), "272.5,0 5x300");
}

static void the_size_of_a_bar_is_its_width(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
                       "mark: {type: bar, size: 10}\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "5,216 10x84");
    r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
             "mark: {type: bar, width: {band: 0.5}}\n"
             "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "5.5,216 9x84");
}

static void a_ranged_bar_lies_between_its_ends_in_either_order(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{k: A, from: 10, to: 40}, {k: B, from: 100, to: 60}]}\n"
             "mark: bar\n"
             "encoding: {y: {field: k, type: nominal}, x: {field: from, type: quantitative}, x2: {field: to}}\n");
    assert_rect(mark(r, 0), "30,1 90x18");
    assert_rect(mark(r, 1), "180,21 120x18");
}

static void stacked_bars_rest_on_one_another_in_the_order_of_their_groups(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, k: u, b: 40}, {a: A, k: v, b: 60}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, color: {field: k, "
                       "type: nominal}}\n");
    /* Vega-Lite sorts a stack by its colours, descending: v lies at the bottom. */
    assert_rect(mark(r, 0), "1,0 18x120");
    assert_rect(mark(r, 1), "1,120 18x180");
}

static void normalized_bars_fill_the_height(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, k: u, b: 1}, {a: A, k: v, b: 3}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, stack: normalize},"
                       " color: {field: k, type: nominal}}\n");
    assert_rect(mark(r, 0), "1,0 18x75");
    assert_rect(mark(r, 1), "1,75 18x225");
}

static void grouped_bars_share_their_band(void **state)
{
    (void)state;
    /* Two offsets of 20 px are 0.8 of a step of 50, whose paddings are 0.2: the band goes from 10 to 50. */
    MuRender *r =
        draw("data: {values: [{a: A, k: u, b: 1}, {a: A, k: v, b: 2}]}\n"
             "mark: bar\n"
             "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, xOffset: {field: k}}\n");
    assert_rect(mark(r, 0), "10,150 20x150");
    assert_rect(mark(r, 1), "30,0 20x300");
}

static void a_bar_over_a_month_spans_it(void **state)
{
    (void)state;
    /* January to March 2021: 31 + 28 + 31 days on 90 px. */
    MuRender *r = draw("data: {values: [{d: 2021-01-01, b: 1}, {d: 2021-02-10, b: 2}, {d: 2021-03-31, b: 2}]}\n"
                       "width: 90\n"
                       "mark: bar\n"
                       "encoding: {x: {field: d, timeUnit: yearmonth}, y: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "1,150 30x150");
    assert_rect(mark(r, 1), "32,0 27x300");
}

static void a_bar_without_another_axis_fills_the_height_but_for_its_padding(void **state)
{
    (void)state;
    /* The height without a y is one step of 20; a bar leaves a tenth of it free, half at each side. */
    MuRender *r = draw("data: {values: [{b: 50}, {b: 100}]}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: b, type: quantitative, aggregate: max}}\n");
    assert_rect(mark(r, 0), "0,1 300x18");
}

static const MuItem *first_child(const MuItem *item)
{
    return item->group->items.at[0];
}

static void rounded_ends_are_at_the_far_side_only(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 28}]}\n"
                       "mark: {type: bar, cornerRadiusEnd: 4, cornerRadiusTopLeft: 9, cornerRadiusBottomLeft: 2}\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, stack: null}}\n");
    const double *radii = mark(r, 0)->radii;
    assert_near(radii[0], 4);
    assert_near(radii[1], 4);
    assert_near(radii[2], 0);
    assert_near(radii[3], 2);
}

static void a_stack_is_rounded_as_a_whole(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 10, c: u}, {a: A, b: 20, c: v}, {a: B, b: 30, c: u}]}\n"
                       "mark: {type: bar, cornerRadiusEnd: 4, stroke: red}\n"
                       "height: 60\n"
                       "encoding:\n"
                       "  x: {field: a, type: nominal}\n"
                       "  y: {field: b, type: quantitative, scale: {domain: [0, 30]}}\n"
                       "  color: {field: c, type: nominal}\n");
    const MuItem *marks = r->root->group, *stack = first_child(marks);
    assert_int_equal(marks->group->items.size, 4); /* two stacks, each with its outline */
    assert_int_equal(stack->kind, MU_ITEM_GROUP);
    assert_true(stack->group->clip);
    assert_near(stack->x, 1);
    assert_near(stack->y, 0);
    assert_near(stack->group->width, 18);
    assert_near(stack->group->height, 60);
    assert_near(stack->radii[0], 4);
    assert_near(stack->radii[2], 0);
    /* u is stacked on v, whose 20 of 30 take 40 px at the foot; the parts themselves have no corners */
    assert_near(first_child(stack)->y, 0);
    assert_near(first_child(stack)->height, 20);
    assert_near(first_child(stack)->radii[0], 0);
    assert_near(stack->group->items.at[1]->y, 20);
    const MuItem *outline = marks->group->items.at[1];
    assert_near(outline->height, 60);
    assert_near(outline->radii[1], 4);
    assert_int_equal(outline->style->fill.kind, MU_PAINT_NONE);
}

static void rows_without_a_value_are_no_bars_and_have_no_band(void **state)
{
    (void)state;
    MuRender *r = run_until("data: {values: [{a: A, b: 28}, {a: B, b: null}]}\n"
                            "mark: bar\n"
                            "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n",
                            "finish", true);
    assert_int_equal(mark_count(r), 1);
    assert_domain(r, MU_CHANNEL_X, "A");
}

static void a_bar_is_as_wide_and_round_as_its_row_says(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 50, w: 8}, {a: B, b: 100, w: 4}]}\n"
                       "mark: {type: bar, size: {expr: datum.w}, cornerRadiusEnd: {expr: datum.w / 4}, "
                       "strokeCap: {expr: \"datum.w > 5 ? 'round' : 'square'\"}}\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, stack: null}}\n");
    assert_rect(mark(r, 0), "6,150 8x150");
    assert_rect(mark(r, 1), "28,0 4x300");
    assert_near(mark(r, 0)->radii[0], 2);
    assert_near(mark(r, 1)->radii[1], 1);
    assert_near(mark(r, 1)->radii[2], 0);
    assert_int_equal(mark(r, 0)->style->stroke.cap, MU_CAP_ROUND);
    assert_int_equal(mark(r, 1)->style->stroke.cap, MU_CAP_SQUARE);
}

static void the_least_width_may_depend_on_a_param(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 50}, {a: B, b: 100}]}\n"
                       "params: [{name: least, value: 12}]\n"
                       "config: {bar: {minBandSize: {expr: least * 2}}}\n"
                       "mark: bar\n"
                       "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n");
    assert_rect(mark(r, 0), "1,150 24x150");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_bar_fills_its_band_and_stands_on_zero),
        TEST(a_horizontal_bar_grows_from_the_left),
        TEST(a_negative_bar_hangs_from_zero),
        TEST(bars_over_bins_leave_one_pixel_between_them),
        TEST(the_space_between_bins_may_be_said),
        TEST(a_bar_on_a_continuous_axis_is_five_pixels_wide),
        TEST(the_size_of_a_bar_is_its_width),
        TEST(a_ranged_bar_lies_between_its_ends_in_either_order),
        TEST(stacked_bars_rest_on_one_another_in_the_order_of_their_groups),
        TEST(normalized_bars_fill_the_height),
        TEST(grouped_bars_share_their_band),
        TEST(a_bar_over_a_month_spans_it),
        TEST(a_bar_without_another_axis_fills_the_height_but_for_its_padding),
        TEST(rounded_ends_are_at_the_far_side_only),
        TEST(a_stack_is_rounded_as_a_whole),
        TEST(rows_without_a_value_are_no_bars_and_have_no_band),
        TEST(a_bar_is_as_wide_and_round_as_its_row_says),
        TEST(the_least_width_may_depend_on_a_param),
    };
    return cmocka_run_group_tests_name("bar", tests, draw_begin, draw_end);
}
