/* Where arcs lie: angles from noon, clockwise, about the middle of the view. Numbers: by hand from Vega-Lite's rules.
 */
#include "draw.h"

static const double PI = 3.14159265358979323846;

static const char pie[] = "data: {values: [{a: p, v: 1}, {a: q, v: 2}, {a: r, v: 1}]}\n"
                          "mark: arc\n"
                          "encoding: {theta: {field: v, type: quantitative}, color: {field: a, type: nominal}}\n";

static void assert_box(const MuItem *item, double x1, double y1, double x2, double y2)
{
    MuBounds b = mu_path_bounds(item->path);
    const double got[] = {b.x1, b.y1, b.x2, b.y2}, wanted[] = {x1, y1, x2, y2};
    for (size_t i = 0; i < 4; i++) {
        if (!(fabs(got[i] - wanted[i]) < 0.05))
            print_error("the box is %g,%g to %g,%g\n", b.x1, b.y1, b.x2, b.y2);
        assert_true(fabs(got[i] - wanted[i]) < 0.05);
    }
}

static void the_parts_of_a_pie_follow_one_another(void **state)
{
    (void)state;
    MuRender *r = draw(pie);
    assert_int_equal(mark_count(r), 3);
    assert_near(mark(r, 0)->x, 150);
    assert_near(mark(r, 0)->y, 150);
    assert_box(mark(r, 0), 0, -150, 150, 0);
    assert_box(mark(r, 1), -150, 0, 150, 150);
    assert_box(mark(r, 2), -150, -150, 0, 0);
}

static void a_pie_is_as_large_as_a_continuous_view_and_has_no_frame(void **state)
{
    (void)state;
    MuRender *r = draw(pie);
    assert_near(r->root->width, 300);
    assert_near(r->root->height, 300);
    assert_false(mu_item_strokes(r->root->item));
}

static void an_order_sorts_the_parts(void **state)
{
    (void)state;
    /* The stack begins with the greatest value: q takes the right half, and p and r share the left. */
    MuRender *r = draw("data: {values: [{a: p, v: 1}, {a: q, v: 2}, {a: r, v: 1}]}\n"
                       "mark: arc\n"
                       "encoding:\n"
                       "  theta: {field: v, type: quantitative}\n"
                       "  color: {field: a, type: nominal}\n"
                       "  order: {field: v, sort: descending}\n");
    assert_box(mark(r, 1), 0, -150, 150, 150);
    assert_box(mark(r, 0), -150, 0, 0, 150);
}

static void radii_are_properties_under_two_names(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 1}]}\n"
                       "layer:\n"
                       "- mark: {type: arc, theta: 0, theta2: 1.5707963267948966, innerRadius: 10, outerRadius: 50}\n"
                       "- mark: {type: arc, theta: 0, theta2: 1.5707963267948966, radius2: 10, radius: 50}\n");
    assert_box(mark(r, 0), 0, -50, 50, 0);
    assert_box(mark(r, 1), 0, -50, 50, 0);
}

static void offsets_turn_and_shorten(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{v: 1, w: 1}]}\n"
             "mark: {type: arc, thetaOffset: 1.5707963267948966, radiusOffset: -50}\n"
             "encoding: {theta: {field: v, type: quantitative, scale: {domain: [0, 4]}}, radius: {field: w, type: "
             "quantitative}}\n");
    /* The quarter from noon ends a quarter later; its begin, which no data give, stays. The outer radius is 100. */
    assert_box(mark(r, 0), 0, -100, 100, 100);
}

static void a_nominal_angle_has_bands(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: p}, {a: q}, {a: r}, {a: s}]}\n"
                       "mark: arc\n"
                       "encoding: {theta: {field: a, type: nominal}}\n");
    assert_box(mark(r, 0), 0, -150, 150, 0);
    assert_box(mark(r, 2), -150, 0, 0, 150);
}

static void months_take_equal_parts_of_the_turn(void **state)
{
    (void)state;
    /* Vega draws nothing here: it reads ends of the months that it never made. */
    MuRender *r = draw("data: {values: [{d: '2020-01-15'}, {d: '2020-12-15'}]}\n"
                       "mark: arc\n"
                       "encoding: {theta: {field: d, timeUnit: month, type: temporal}}\n");
    MuBounds january = mu_path_bounds(mark(r, 0)->path), december = mu_path_bounds(mark(r, 1)->path);
    assert_true(january.x1 > -0.05 && december.x2 < 0.05);
    assert_true(fabs(january.x2 - 150 * sin(2 * PI * 31 / 366)) < 0.5);
}

static void a_label_stands_in_the_middle_of_its_arc(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: p, v: 1}, {a: q, v: 3}]}\n"
                       "encoding: {theta: {field: v, type: quantitative, stack: true}}\n"
                       "layer:\n"
                       "- {mark: {type: arc, radius: 80}, encoding: {color: {field: a, type: nominal}}}\n"
                       "- {mark: {type: text, radius: 100}, encoding: {text: {field: a}, detail: {field: a}}}\n");
    /* p's arc is a quarter: its middle is at an eighth of the turn. */
    const MuItem *label = mark(r, 2);
    assert_int_equal(label->kind, MU_ITEM_TEXT);
    assert_near(label->x, 150 + 100 * sqrt(0.5));
    assert_near(label->y, 150 - 100 * sqrt(0.5));
}

static void a_radius_that_is_data_is_scaled_into_the_view(void **state)
{
    (void)state;
    MuRender *r =
        draw("data: {values: [{a: p, v: 1}, {a: q, v: 4}]}\n"
             "mark: arc\n"
             "width: 200\n"
             "encoding: {theta: {field: a, type: nominal}, radius: {field: v, type: quantitative, stack: null, "
             "scale: {type: sqrt, zero: true}}}\n");
    assert_box(mark(r, 0), 0, -50, 50, 50);
    assert_box(mark(r, 1), -100, -100, 0, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_parts_of_a_pie_follow_one_another),
        TEST(a_pie_is_as_large_as_a_continuous_view_and_has_no_frame),
        TEST(an_order_sorts_the_parts),
        TEST(radii_are_properties_under_two_names),
        TEST(offsets_turn_and_shorten),
        TEST(a_nominal_angle_has_bands),
        TEST(months_take_equal_parts_of_the_turn),
        TEST(a_label_stands_in_the_middle_of_its_arc),
        TEST(a_radius_that_is_data_is_scaled_into_the_view),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
