/* Points, circles, squares: their places, sizes and looks. */
#include "draw.h"

#include "unit/geom/path_text.h"

#define TWO_ROWS "data: {values: [{a: 20, b: 50, k: u}, {a: 100, b: 100, k: v}]}\n"
#define XY "x: {field: a, type: quantitative}, y: {field: b, type: quantitative}"

static void a_point_is_a_hollow_circle_of_thirty_square_pixels(void **state)
{
    (void)state;
    MuRender *r = draw(TWO_ROWS "mark: point\nencoding: {" XY "}\n");
    const MuItem *point = mark(r, 0);
    assert_int_equal(point->kind, MU_ITEM_CIRCLE);
    assert_near(point->x, 60);
    assert_near(point->y, 150);
    /* The radius is half the square root of the size: Vega's symbols have the area of their bounding square. */
    assert_near(point->width / 2, sqrt(30) / 2);
    assert_false(mu_item_fills(point));
    assert_near(point->style->stroke.width, 2);
    assert_near(point->style->opacity, 0.7);
}

static void points_of_aggregates_are_opaque(void **state)
{
    (void)state;
    MuRender *r =
        draw(TWO_ROWS "mark: point\nencoding: {x: {field: k, type: nominal}, y: {field: b, aggregate: mean}}\n");
    assert_near(mark(r, 0)->style->opacity, 1);
    r = draw(TWO_ROWS "mark: {type: point, opacity: 0.2}\nencoding: {" XY "}\n");
    assert_near(mark(r, 0)->style->opacity, 0.2);
}

static void a_filled_point_and_a_circle_are_painted_inside(void **state)
{
    (void)state;
    MuRender *r = draw(TWO_ROWS "mark: {type: point, filled: true, size: 100}\nencoding: {" XY "}\n");
    assert_true(mu_item_fills(mark(r, 0)));
    assert_false(mu_item_strokes(mark(r, 0)));
    assert_near(mark(r, 0)->width, 10);
    r = draw(TWO_ROWS "mark: circle\nencoding: {" XY "}\n");
    assert_true(mu_item_fills(mark(r, 0)));
    assert_false(mu_item_strokes(mark(r, 0)));
}

static void a_square_has_sides_of_the_root_of_its_size(void **state)
{
    (void)state;
    MuRender *r = draw(TWO_ROWS "mark: {type: square, size: 64}\nencoding: {" XY "}\n");
    assert_int_equal(mark(r, 0)->kind, MU_ITEM_PATH);
    ASSERT_PATH(mark(r, 0)->path, "M-4,-4L4,-4L4,4L-4,4Z");
}

static void shapes_follow_the_order_of_the_symbol_range(void **state)
{
    (void)state;
    MuRender *r =
        draw(TWO_ROWS "mark: {type: point, size: 64}\nencoding: {" XY ", shape: {field: k, type: nominal}}\n");
    assert_int_equal(mark(r, 0)->kind, MU_ITEM_CIRCLE);
    ASSERT_PATH(mark(r, 1)->path, "M-4,-4L4,-4L4,4L-4,4Z");
}

static void a_shape_may_be_a_path_in_a_square_of_two(void **state)
{
    (void)state;
    MuRender *r = draw(TWO_ROWS "mark: {type: point, size: 64, shape: 'M-1,-1L1,1', angle: 30}\nencoding: {" XY "}\n");
    ASSERT_PATH(mark(r, 0)->path, "M-4,-4L4,4");
    assert_near(mark(r, 0)->angle, 30);
}

static void sizes_of_a_field_run_from_four_to_the_square_of_a_step(void **state)
{
    (void)state;
    /* vega-lite/src/compile/scale/range.ts: without bands the largest is (0.95 × 20)² = 361; zero has config's
     * minSize, 4. */
    MuRender *r = draw(TWO_ROWS "mark: point\nencoding: {" XY ", size: {field: a, type: quantitative}}\n");
    assert_near(mark(r, 1)->width, sqrt(361));
    assert_near(mark(r, 0)->width, sqrt(4 + 357 * 0.2));
}

static void a_point_on_a_band_lies_in_its_middle(void **state)
{
    (void)state;
    MuRender *r =
        draw(TWO_ROWS "mark: point\nencoding: {x: {field: k, type: nominal}, y: {field: b, type: quantitative}}\n");
    /* A point scale with a padding of half a step at each end. */
    assert_near(mark(r, 0)->x, 10);
    assert_near(mark(r, 1)->x, 30);
    r = draw(TWO_ROWS "mark: point\nencoding: {x: {field: k, type: nominal, scale: {type: band}}, y: {field: b, type: "
                      "quantitative}}\n");
    assert_near(mark(r, 0)->x, 10);
}

static void a_point_over_a_bin_lies_in_its_middle(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 0}, {a: 15}, {a: 99}]}\nmark: point\nencoding: {x: {field: a, bin: true}, "
                       "y: {aggregate: count}}\n");
    assert_near(mark(r, 0)->x, 15);
    assert_near(mark(r, 1)->x, 45);
}

static void a_point_without_a_place_lies_in_the_middle_of_the_view(void **state)
{
    (void)state;
    MuRender *r = draw(TWO_ROWS "mark: point\nwidth: 80\nencoding: {y: {field: b, type: quantitative}}\n");
    assert_near(mark(r, 0)->x, 40);
    r = draw(TWO_ROWS "mark: point\nencoding: {x: {value: width}, y: {value: 12}}\nwidth: 80\n");
    assert_near(mark(r, 0)->x, 80);
    assert_near(mark(r, 0)->y, 12);
}

static void colours_are_given_in_the_order_of_the_sorted_values(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{a: 1, k: v}, {a: 2, k: u}]}\n"
             "mark: circle\nencoding: {x: {field: a, type: quantitative}, color: {field: k, type: nominal}}\n");
    assert_near(mark(r, 0)->style->fill.color.r * 255, 0xf5);
    assert_near(mark(r, 1)->style->fill.color.r * 255, 0x4c);
}

static void a_condition_paints_the_rows_that_meet_it(void **state)
{
    (void)state;
    MuRender *r =
        draw(TWO_ROWS "mark: circle\n"
                      "encoding: {" XY ", color: {condition: {test: 'datum.a > 50', value: red}, value: gray}}\n");
    assert_near(mark(r, 0)->style->fill.color.r * 255, 128);
    assert_near(mark(r, 1)->style->fill.color.r * 255, 255);
}

static void the_order_channel_says_what_is_painted_first(void **state)
{
    (void)state;
    MuRender *r =
        draw(TWO_ROWS "mark: point\nencoding: {" XY ", order: {field: a, type: quantitative, sort: descending}}\n");
    assert_near(mark(r, 0)->x, 300);
    assert_near(mark(r, 1)->x, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_point_is_a_hollow_circle_of_thirty_square_pixels),
        TEST(points_of_aggregates_are_opaque),
        TEST(a_filled_point_and_a_circle_are_painted_inside),
        TEST(a_square_has_sides_of_the_root_of_its_size),
        TEST(shapes_follow_the_order_of_the_symbol_range),
        TEST(a_shape_may_be_a_path_in_a_square_of_two),
        TEST(sizes_of_a_field_run_from_four_to_the_square_of_a_step),
        TEST(a_point_on_a_band_lies_in_its_middle),
        TEST(a_point_over_a_bin_lies_in_its_middle),
        TEST(a_point_without_a_place_lies_in_the_middle_of_the_view),
        TEST(colours_are_given_in_the_order_of_the_sorted_values),
        TEST(a_condition_paints_the_rows_that_meet_it),
        TEST(the_order_channel_says_what_is_painted_first),
    };
    return cmocka_run_group_tests_name("point, circle, square", tests, draw_begin, draw_end);
}
