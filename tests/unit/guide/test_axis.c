/* Numbers are those of Vega-Lite 6.4.3 for a plot of 200 × 100: bars of A 28, Bee 55, C 43. */
#include "fixture.h"

static const char *const names[] = {"A", "Bee", "C"};

static MuAxisItems bottom(Fixture *f, const char *definition)
{
    static const MuStr title[] = {MU_STR_INIT("b")};
    MuAxisSpec spec = {.x = true,
                       .scale = linear(f, 0, 55, 0, 200),
                       .field = {.type = MU_QUANTITATIVE},
                       .chain = chain(f, definition),
                       .title = title,
                       .title_size = 1,
                       .other = band(f, 100, 3, names)};
    return mu_axis_make(&f->context, &spec);
}

static void a_number_axis_has_a_tick_for_about_40_px(void **state)
{
    MuAxisItems axis = bottom(*state, "{\"a\": 1}");
    const double ticks[] = {0, 36, 73, 109, 145, 182}, labels[] = {0, 36.364, 72.727, 109.091, 145.455, 181.818};
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_TICK), 6);
    for (size_t i = 0; i < 6; i++) {
        MuItem *tick = nth(axis.main, MU_ROLE_AXIS_TICK, i), *label = nth(axis.main, MU_ROLE_AXIS_LABEL, i);
        assert_near(tick->x, ticks[i]);
        assert_near(tick->y2, 5);
        assert_near(label->x, labels[i]);
        assert_near(label->y + label->text->shift, 15);
    }
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 5), "50");
    assert_near(axis.main->width, 200);
}

static void the_first_label_is_flush_with_the_axis(void **state)
{
    MuAxisItems axis = bottom(*state, "{\"a\": 1}");
    assert_int_equal(nth(axis.main, MU_ROLE_AXIS_LABEL, 0)->text->align, MU_ALIGN_LEFT);
    assert_int_equal(nth(axis.main, MU_ROLE_AXIS_LABEL, 1)->text->align, MU_ALIGN_CENTER);
    axis = bottom(*state, "{\"labelFlush\": false}");
    assert_int_equal(nth(axis.main, MU_ROLE_AXIS_LABEL, 0)->text->align, MU_ALIGN_CENTER);
    axis = bottom(*state, "{\"labelFlushOffset\": 3}");
    assert_near(nth(axis.main, MU_ROLE_AXIS_LABEL, 0)->text->dx, -3);
}

static void grid_lines_run_along_the_other_scale(void **state)
{
    MuAxisItems axis = bottom(*state, "{\"a\": 1}");
    assert_non_null(axis.grid);
    MuItem *line = nth(axis.grid, MU_ROLE_AXIS_GRID, 1);
    assert_near(line->x, 36);
    assert_near(line->y, 0);
    assert_near(line->y2, -100);
    assert_null(bottom(*state, "{\"grid\": false}").grid);
}

static void the_title_stands_in_the_middle(void **state)
{
    MuItem *title = nth(bottom(*state, "{\"a\": 1}").main, MU_ROLE_AXIS_TITLE, 0);
    assert_near(title->x, 100);
    assert_int_equal(title->text->font.weight, 700);
    assert_int_equal(title->text->align, MU_ALIGN_CENTER);
    title = nth(bottom(*state, "{\"titleAnchor\": \"end\"}").main, MU_ROLE_AXIS_TITLE, 0);
    assert_near(title->x, 200);
    assert_int_equal(title->text->align, MU_ALIGN_RIGHT);
}

static MuAxisItems names_axis(Fixture *f, bool x, const char *definition)
{
    MuAxisSpec spec = {
        .x = x, .scale = band(f, 100, 3, names), .field = {.type = MU_NOMINAL}, .chain = chain(f, definition)};
    return mu_axis_make(&f->context, &spec);
}

static void names_beside_a_band_axis_stand_half_a_pixel_before_the_middle(void **state)
{
    MuAxisItems axis = names_axis(*state, false, "{\"a\": 1}");
    const double ticks[] = {16, 50, 83}, labels[] = {19.167, 52.5, 85.833};
    assert_null(axis.grid);
    for (size_t i = 0; i < 3; i++) {
        MuItem *tick = nth(axis.main, MU_ROLE_AXIS_TICK, i), *label = nth(axis.main, MU_ROLE_AXIS_LABEL, i);
        assert_near(tick->y, ticks[i]);
        assert_near(tick->x2, -5);
        assert_near(label->x, -7);
        assert_near(label->y + label->text->shift, labels[i]);
        assert_int_equal(label->text->align, MU_ALIGN_RIGHT);
    }
    assert_near(nth(axis.main, MU_ROLE_AXIS_DOMAIN, 0)->y2, 100);
}

static void names_under_an_axis_are_turned(void **state)
{
    MuItem *label = nth(names_axis(*state, true, "{\"a\": 1}").main, MU_ROLE_AXIS_LABEL, 0);
    assert_near(label->angle, 270);
    assert_int_equal(label->text->align, MU_ALIGN_RIGHT);
    assert_near(label->text->shift, 3); /* middle */
    label = nth(names_axis(*state, true, "{\"labelAngle\": -45}").main, MU_ROLE_AXIS_LABEL, 0);
    assert_near(label->angle, 315);
    assert_int_equal(label->text->align, MU_ALIGN_RIGHT);
    label = nth(names_axis(*state, true, "{\"labelAngle\": 0}").main, MU_ROLE_AXIS_LABEL, 0);
    assert_int_equal(label->text->align, MU_ALIGN_CENTER);
    assert_near(label->text->shift, 8); /* top */
}

static void tick_band_extent_marks_the_edges_of_bands(void **state)
{
    MuAxisItems axis = names_axis(*state, false, "{\"tickBand\": \"extent\"}");
    /* A step is 33.33: a band of 30 and 1.67 on both sides. */
    const double ticks[] = {32, 65, 98, 2};
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_TICK), 4);
    for (size_t i = 0; i < 4; i++)
        assert_near(nth(axis.main, MU_ROLE_AXIS_TICK, i)->y, ticks[i]);
    /* Three names, and the room of a name at the first edge, as in Vega. */
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_LABEL), 4);
    assert_int_equal(nth(axis.main, MU_ROLE_AXIS_LABEL, 0)->text->size, 0);
}

static void values_are_taken_as_asked_within_the_range(void **state)
{
    MuAxisItems axis = bottom(*state, "{\"values\": [50, 5, 99]}");
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_LABEL), 2);
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 0), "5");
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 1), "50");
}

static void a_label_expression_sees_value_and_label(void **state)
{
    MuAxisItems axis =
        bottom(*state, "{\"tickCount\": 2, \"labelExpr\": \"datum.value > 20 ? datum.label + ' USD' : 'low'\"}");
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 0), "low");
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 2), "40 USD");
}

static void a_condition_decides_per_tick(void **state)
{
    MuAxisItems axis = bottom(
        *state,
        "{\"gridColor\": {\"condition\": {\"test\": \"datum.value == 0\", \"value\": \"#f00\"}, \"value\": \"#00f\"}}");
    assert_near(nth(axis.grid, MU_ROLE_AXIS_GRID, 0)->style->stroke_paint.color.r, 1);
    assert_near(nth(axis.grid, MU_ROLE_AXIS_GRID, 1)->style->stroke_paint.color.b, 1);
    axis = bottom(*state, "{\"tickWidth\": {\"condition\": {\"test\": {\"field\": \"value\", \"gte\": 30}, \"value\": "
                          "4}, \"value\": 2}}");
    assert_near(nth(axis.main, MU_ROLE_AXIS_TICK, 2)->style->stroke.width, 2);
    assert_near(nth(axis.main, MU_ROLE_AXIS_TICK, 3)->style->stroke.width, 4);
}

static void a_normalized_stack_is_labelled_in_percent(void **state)
{
    Fixture *f = *state;
    MuAxisSpec spec = {.scale = linear(f, 0, 1, 100, 0),
                       .field = {.type = MU_QUANTITATIVE, .normalized = true},
                       .chain = chain(f, "{\"a\": 1}")};
    MuAxisItems axis = mu_axis_make(&f->context, &spec);
    assert_line(nth(axis.main, MU_ROLE_AXIS_LABEL, 1), "50%");
}

static void long_labels_are_cut(void **state)
{
    static const char *const words[] = {"a label that is far too long for the room it has been given here"};
    Fixture *f = *state;
    MuAxisSpec spec = {
        .scale = band(f, 100, 1, words), .field = {.type = MU_NOMINAL}, .chain = chain(f, "{\"labelLimit\": 60}")};
    MuItem *label = nth(mu_axis_make(&f->context, &spec).main, MU_ROLE_AXIS_LABEL, 0);
    assert_line(label, "a label th\xE2\x80\xA6");
}

static void parts_can_be_left_out(void **state)
{
    MuAxisItems axis = bottom(*state, "{\"ticks\": false, \"domain\": false}");
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_TICK), 0);
    assert_int_equal(count_of(axis.main, MU_ROLE_AXIS_DOMAIN), 0);
    MuItem *label = nth(axis.main, MU_ROLE_AXIS_LABEL, 0);
    assert_near(label->y, 2); /* only the padding */
    assert_int_equal(count_of(bottom(*state, "{\"labels\": false}").main, MU_ROLE_AXIS_LABEL), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_number_axis_has_a_tick_for_about_40_px),
        TEST(the_first_label_is_flush_with_the_axis),
        TEST(grid_lines_run_along_the_other_scale),
        TEST(the_title_stands_in_the_middle),
        TEST(names_beside_a_band_axis_stand_half_a_pixel_before_the_middle),
        TEST(names_under_an_axis_are_turned),
        TEST(tick_band_extent_marks_the_edges_of_bands),
        TEST(values_are_taken_as_asked_within_the_range),
        TEST(a_label_expression_sees_value_and_label),
        TEST(a_condition_decides_per_tick),
        TEST(a_normalized_stack_is_labelled_in_percent),
        TEST(long_labels_are_cut),
        TEST(parts_can_be_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
