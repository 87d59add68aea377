/* Box plots, drawn: 2, 4, 6, 8, 10, 20 on a scale from 0 to 20 over 300 px, so 15 px for 1. The quartiles are 4.5 and
 * 9.5, the median is 7, and the whiskers may go 7.5 further: to 2 and 10; 20 lies beyond. */
#include "draw.h"

#define ROWS "data: {values: [{g: a, v: 2}, {g: a, v: 4}, {g: a, v: 6}, {g: a, v: 8}, {g: a, v: 10}, {g: a, v: 20}]}\n"
#define UP "x: {field: g, type: nominal}, y: {field: v, type: quantitative, scale: {domain: [0, 20]}}"
#define ACROSS "y: {field: g, type: nominal}, x: {field: v, type: quantitative, scale: {domain: [0, 20]}}"

static MuRender *box(const char *mark, const char *encoding)
{
    return draw(mu_str_printf(figure->arena, ROWS "mark: %s\nencoding: {%s}\n", mark, encoding).at);
}

static void whiskers_end_at_the_last_rows_in_reach_and_the_rest_are_points(void **state)
{
    (void)state;
    MuRender *r = box("boxplot", UP);
    assert_int_equal(mark_count(r), 5);
    assert_int_equal(mark(r, 0)->kind, MU_ITEM_CIRCLE);
    assert_near(mark(r, 0)->x, 10);
    assert_near(mark(r, 0)->y, 0);
    assert_rule(mark(r, 1), "10,270 to 10,232.5");
    assert_rule(mark(r, 2), "10,157.5 to 10,150");
    assert_rect(mark(r, 3), "3,157.5 14x75");
    assert_rect(mark(r, 4), "3,194.5 14x1");
    assert_near(mark(r, 4)->style->fill.color.r, 1);
}

static void it_lies_down_where_x_is_the_number(void **state)
{
    (void)state;
    MuRender *r = box("boxplot", ACROSS);
    assert_rule(mark(r, 1), "30,10 to 67.5,10");
    assert_rect(mark(r, 3), "67.5,3 75x14");
    assert_rect(mark(r, 4), "104.5,3 1x14");
}

static void a_wider_extent_reaches_every_row_without_a_warning(void **state)
{
    (void)state;
    MuRender *r = box("{type: boxplot, extent: 3}", UP);
    assert_int_equal(mark_count(r), 4);
    assert_rule(mark(r, 1), "10,157.5 to 10,0");
}

static void min_max_whiskers_go_to_the_ends(void **state)
{
    (void)state;
    MuRender *r = box("{type: boxplot, extent: min-max, ticks: true}", UP);
    assert_int_equal(mark_count(r), 6);
    assert_rule(mark(r, 0), "10,270 to 10,232.5");
    assert_rule(mark(r, 1), "10,157.5 to 10,0");
    assert_rect(mark(r, 2), "0,269.5 20x1");
    assert_rect(mark(r, 3), "0,-0.5 20x1");
    assert_rect(mark(r, 4), "3,157.5 14x75");
}

static void a_part_may_be_left_out_or_look_as_it_is_told(void **state)
{
    (void)state;
    MuRender *r = box("{type: boxplot, outliers: false, rule: false, size: 6, color: red, box: {cornerRadius: 2}, "
                      "median: {color: blue, thickness: 3}}",
                      UP);
    assert_int_equal(mark_count(r), 2);
    assert_rect(mark(r, 0), "7,157.5 6x75");
    assert_near(mark(r, 0)->radii[0], 2);
    assert_near(mark(r, 0)->style->fill.color.r, 1);
    assert_rect(mark(r, 1), "7,193.5 6x3");
    assert_near(mark(r, 1)->style->fill.color.b, 1);
    assert_near(mark(r, 1)->style->fill.color.r, 0);
}

static void config_and_styles_reach_the_parts(void **state)
{
    (void)state;
    MuRender *r = draw(ROWS "config: {boxplot: {size: 10, outliers: {size: 90}, rule: {strokeWidth: 3}}, style: "
                            "{boxplot-box: {fillOpacity: 0.5}}}\n"
                            "mark: boxplot\nencoding: {" UP "}\n");
    assert_near(mark(r, 0)->width, sqrt(90));
    assert_near(mark(r, 1)->style->stroke.width, 3);
    assert_rect(mark(r, 3), "5,157.5 10x75");
    assert_near(mark(r, 3)->style->fill_opacity, 0.5);
}

static void where_the_box_has_no_height_the_median_has_its_colour(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{g: a, v: 5}, {g: a, v: 5}]}\nmark: boxplot\nencoding: {" UP "}\n");
    const MuItem *median = mark(r, mark_count(r) - 1);
    assert_near(median->style->fill.color.r * 255, 0x4c);
}

static void numbers_of_a_file_are_numbers_though_they_are_kept_as_text(void **state)
{
    (void)state;
    /* As texts, "9" would be the greatest of 9 and 10. */
    MuRender *r = draw("data: {values: \"g,v\\na,8\\na,9\\na,10\\na,11\\n\", format: {type: csv}}\n"
                       "mark: boxplot\nencoding: {" UP "}\n");
    assert_rule(mark(r, 0), "10,180 to 10,168.75");
    assert_rule(mark(r, 1), "10,146.25 to 10,135");
}

static void a_tooltip_without_aggregates_is_that_of_the_outliers(void **state)
{
    (void)state;
    MuRender *r = box("boxplot", UP ", tooltip: {field: v, type: quantitative}");
    assert_str(mark(r, 0)->title, "20");
    assert_str(mark(r, 3)->title, "Max of v: 20\nQ3 of v: 9.5\nMedian of v: 7\nQ1 of v: 4.5\nMin of v: 2\ng: a");
    assert_str(mark(r, 1)->title, "Upper Whisker of v: 10\nLower Whisker of v: 2\ng: a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whiskers_end_at_the_last_rows_in_reach_and_the_rest_are_points),
        TEST(it_lies_down_where_x_is_the_number),
        TEST(a_wider_extent_reaches_every_row_without_a_warning),
        TEST(min_max_whiskers_go_to_the_ends),
        TEST(a_part_may_be_left_out_or_look_as_it_is_told),
        TEST(config_and_styles_reach_the_parts),
        TEST(where_the_box_has_no_height_the_median_has_its_colour),
        TEST(numbers_of_a_file_are_numbers_though_they_are_kept_as_text),
        TEST(a_tooltip_without_aggregates_is_that_of_the_outliers),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
