/* Error bars and bands, drawn: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5, a sample variance of 32/7, quartiles 4 and 5.5,
 * and the median 4.5. The scale goes from 0 to 10 over 300 px: 30 px for 1. */
#include "draw.h"

#define ROWS                                                                                                           \
    "data: {values: [{g: a, v: 2}, {g: a, v: 4}, {g: a, v: 4}, {g: a, v: 4}, {g: a, v: 5}, {g: a, v: 5}, "             \
    "{g: a, v: 7}, {g: a, v: 9}]}\n"
#define DOMAIN "scale: {domain: [0, 10]}"
#define UP "x: {field: g, type: nominal}, y: {field: v, type: quantitative, " DOMAIN "}"
#define ENDS "data: {values: [{g: 1, c: 5, e: 2, d: -1, hi: 8, lo: 3}, {g: 2, c: 6, e: 1, d: -3, hi: 9, lo: 4}]}\n"
#define CENTER "y: {field: c, type: quantitative, " DOMAIN "}"

static const MuItem *bar(const char *mark_text)
{
    return mark(draw(mu_str_printf(figure->arena, ROWS "mark: %s\nencoding: {" UP "}\n", mark_text).at), 0);
}

static void assert_span(const MuItem *item, double from, double to)
{
    assert_int_equal(item->kind, MU_ITEM_RULE);
    assert_near(item->y, 300 - 30 * from);
    assert_near(item->y2, 300 - 30 * to);
}

static void the_extent_says_what_the_bar_spans(void **state)
{
    (void)state;
    double deviation = sqrt(32.0 / 7), error = deviation / sqrt(8);
    assert_span(bar("errorbar"), 5 - error, 5 + error);
    assert_span(bar("{type: errorbar, extent: stdev}"), 5 - deviation, 5 + deviation);
    assert_span(bar("{type: errorbar, extent: iqr}"), 4, 5.5);
    assert_span(bar("{type: errorbar, center: median}"), 4, 5.5);
}

static void a_bootstrapped_interval_is_the_same_each_time(void **state)
{
    (void)state;
    const MuItem *first = bar("{type: errorbar, extent: ci}"), *second = bar("{type: errorbar, extent: ci}");
    assert_near(first->y, second->y);
    assert_near(first->y2, second->y2);
    /* About 1.96 standard errors to each side of the mean. */
    double low = (300 - first->y) / 30, high = (300 - first->y2) / 30;
    assert_true(low > 3.4 && low < 4.1);
    assert_true(high > 6.0 && high < 6.7);
}

static void ticks_stand_at_both_ends_below_the_bar(void **state)
{
    (void)state;
    MuRender *r =
        draw(ROWS "mark: {type: errorbar, extent: iqr, ticks: true, size: 8, thickness: 2}\nencoding: {" UP "}\n");
    assert_int_equal(mark_count(r), 3);
    assert_rect(mark(r, 0), "6,179 8x2");
    assert_rect(mark(r, 1), "6,134 8x2");
    assert_span(mark(r, 2), 4, 5.5);
    assert_near(mark(r, 2)->style->stroke.width, 2);
}

static void the_rows_may_give_both_ends(void **state)
{
    (void)state;
    MuRender *r = draw(ENDS "mark: errorbar\nencoding: {x: {field: g, type: ordinal}, y: {field: lo, type: "
                            "quantitative, " DOMAIN "}, y2: {field: hi}}\n");
    assert_span(mark(r, 0), 3, 8);
    assert_span(mark(r, 1), 4, 9);
}

static void the_rows_may_give_a_value_and_its_errors(void **state)
{
    (void)state;
    MuRender *r =
        draw(ENDS "mark: errorbar\nencoding: {x: {field: g, type: ordinal}, " CENTER ", yError: {field: e}}\n");
    assert_span(mark(r, 0), 3, 7);
    assert_span(mark(r, 1), 5, 7);
    r = draw(ENDS "mark: errorbar\nencoding: {x: {field: g, type: ordinal}, " CENTER
                  ", yError: {field: e}, yError2: {field: d}}\n");
    assert_span(mark(r, 0), 4, 7);
    assert_span(mark(r, 1), 3, 7);
}

static void an_unknown_error_is_not_an_error_of_zero(void **state)
{
    (void)state;
    MuRender *r = draw_warned("data: {values: \"g,c,e\\n1,5,\\n2,6,1\\n\", format: {type: csv}}\nmark: errorbar\n"
                              "encoding: {x: {field: g, type: ordinal}, " CENTER ", yError: {field: e}}\n");
    assert_int_equal(mark_count(r), 1);
    assert_span(mark(r, 0), 5, 7);
}

static void a_band_is_an_area_along_the_other_axis(void **state)
{
    (void)state;
    MuRender *r =
        draw(ENDS "mark: {type: errorband, borders: true}\nencoding: {x: {field: g, type: quantitative, "
                  "scale: {domain: [1, 2]}}, y: {field: lo, type: quantitative, " DOMAIN "}, y2: {field: hi}}\n");
    assert_int_equal(mark_count(r), 3);
    assert_int_equal(mark(r, 0)->kind, MU_ITEM_PATH);
    assert_near(mark(r, 0)->style->opacity, 0.3);
    MuBounds bounds = mu_path_bounds(mark(r, 0)->path);
    assert_near(bounds.x1, 0);
    assert_near(bounds.x2, 300);
    assert_near(bounds.y1, 30);
    assert_near(bounds.y2, 210);
    assert_true(mu_item_strokes(mark(r, 1)));
}

static void a_band_without_another_axis_spans_the_view(void **state)
{
    (void)state;
    MuRender *r = draw(ROWS "mark: {type: errorband, extent: iqr}\nwidth: 100\nencoding: {y: {field: v, type: "
                            "quantitative, " DOMAIN "}}\n");
    assert_rect(mark(r, 0), "0,135 100x45");
}

static void the_title_of_the_axis_is_that_of_the_field(void **state)
{
    (void)state;
    MuRender *r = model_of(ROWS "mark: errorbar\nencoding: {" UP "}\n");
    const MuAxisModel *axis = r->model.root->axes.at[1];
    assert_int_equal(axis->titles.size, 1);
    assert_str(axis->titles.at[0], "v");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_extent_says_what_the_bar_spans),         TEST(a_bootstrapped_interval_is_the_same_each_time),
        TEST(ticks_stand_at_both_ends_below_the_bar),     TEST(the_rows_may_give_both_ends),
        TEST(the_rows_may_give_a_value_and_its_errors),   TEST(an_unknown_error_is_not_an_error_of_zero),
        TEST(a_band_is_an_area_along_the_other_axis),     TEST(a_band_without_another_axis_spans_the_view),
        TEST(the_title_of_the_axis_is_that_of_the_field),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
