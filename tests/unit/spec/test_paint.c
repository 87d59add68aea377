/* How colours and gradients of specs become paints. */
#include "draw.h"

#include "spec/paint.h"

static MuPaint paint_of(const char *yaml)
{
    return mu_paint_of(figure->arena, mu_node_value(figure->arena, node(yaml)));
}

static void a_colour_is_a_paint_unless_it_cannot_be_seen(void **state)
{
    (void)state;
    assert_int_equal(paint_of("red").kind, MU_PAINT_COLOR);
    assert_near(paint_of("red").color.r, 1);
    assert_int_equal(paint_of("transparent").kind, MU_PAINT_NONE);
    assert_int_equal(paint_of("no colour").kind, MU_PAINT_NONE);
    assert_int_equal(paint_of("{a: 1}").kind, MU_PAINT_NONE);
}

static void a_linear_gradient_runs_from_left_to_right(void **state)
{
    (void)state;
    MuPaint p = paint_of("{gradient: linear, stops: [{offset: 0, color: red}, {offset: 0.25, color: blue}]}");
    assert_int_equal(p.kind, MU_PAINT_GRADIENT);
    assert_false(p.gradient->radial);
    assert_int_equal(p.gradient->size, 2);
    assert_near(p.gradient->stops[1].offset, 0.25);
    assert_near(p.gradient->stops[1].color.b, 1);
    assert_near(p.gradient->x1, 0);
    assert_near(p.gradient->x2, 1);
    assert_near(p.gradient->y2, 0);
}

static void a_radial_gradient_begins_in_the_middle(void **state)
{
    (void)state;
    MuPaint p = paint_of("{gradient: radial, r2: 0.4, stops: []}");
    assert_true(p.gradient->radial);
    assert_near(p.gradient->x1, 0.5);
    assert_near(p.gradient->r1, 0);
    assert_near(p.gradient->r2, 0.4);
}

static void a_gradient_may_be_what_a_condition_gives(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 1}, {a: 2}]}\nmark: point\n"
                       "encoding:\n"
                       "  x: {field: a, type: quantitative}\n"
                       "  fill: {condition: {test: datum.a > 1, value: {gradient: linear, stops: [{offset: 0, color: "
                       "red}]}}, value: black}\n");
    assert_int_equal(mark(r, 0)->style->fill.kind, MU_PAINT_COLOR);
    assert_int_equal(mark(r, 1)->style->fill.kind, MU_PAINT_GRADIENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_colour_is_a_paint_unless_it_cannot_be_seen),
        TEST(a_linear_gradient_runs_from_left_to_right),
        TEST(a_radial_gradient_begins_in_the_middle),
        TEST(a_gradient_may_be_what_a_condition_gives),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
