/* Text marks: what they say, where they are anchored, how they are cut. */
#include "draw.h"

#define ROWS "data: {values: [{a: 20, b: 50, k: first}, {a: 100, b: 100, k: second}]}\n"
#define XY "x: {field: a, type: quantitative}, y: {field: b, type: quantitative}"

static void assert_lines(const MuItem *item, size_t count, const char *const *lines)
{
    assert_int_equal(item->kind, MU_ITEM_TEXT);
    assert_int_equal(item->text->size, count);
    for (size_t i = 0; i < count; i++)
        assert_str(item->text->lines[i], lines[i]);
}

static void assert_text(const MuItem *item, const char *line)
{
    assert_lines(item, 1, &line);
}

static const MuItem *text_of(const char *definition)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec,
                  "data: {values: [{n: 1234.5678, m: 0.25, d: 2021-03-07, k: some words, e: null}]}\nmark: text\n"
                  "encoding: {text: %s}\n",
                  definition);
    return mark(draw_warned(mu_buf_str(&spec).at), 0);
}

static void a_text_is_centred_on_its_place(void **state)
{
    (void)state;
    MuRender *r = draw(ROWS "mark: text\nencoding: {" XY ", text: {field: k}}\n");
    const MuItem *text = mark(r, 0);
    assert_text(text, "first");
    assert_near(text->x, 60);
    assert_near(text->y, 150);
    assert_int_equal(text->text->align, MU_ALIGN_CENTER);
    assert_near(text->text->font.size, 11);
    /* Vega puts the baseline of a middle text 0.3 of its size below its place: round(3.3). */
    assert_near(text->text->shift, 3);
    assert_near(text->style->fill.color.r, 0);
    assert_near(text->style->opacity, 1);
}

static void numbers_are_written_as_they_are_or_by_their_format(void **state)
{
    (void)state;
    assert_text(text_of("{field: n, type: quantitative}"), "1234.5678");
    assert_text(text_of("{field: n, type: quantitative, format: .1f}"), "1234.6");
    assert_text(text_of("{field: n, format: '$,.2f'}"), "$1,234.57");
    assert_text(text_of("{field: m, type: quantitative, format: .0%}"), "25%");
    assert_text(text_of("{field: n, type: nominal}"), "1234.5678");
}

static void dates_are_written_by_config_unit_or_format(void **state)
{
    (void)state;
    assert_text(text_of("{field: d, type: temporal}"), "Mar 07, 2021");
    assert_text(text_of("{field: d, timeUnit: yearmonth}"), "Mar 2021");
    assert_text(text_of("{field: d, type: temporal, format: '%d.%m.%y'}"), "07.03.21");
}

static void a_value_or_datum_is_written_as_it_is(void **state)
{
    (void)state;
    assert_text(text_of("{value: plain}"), "plain");
    assert_text(text_of("{datum: 12}"), "12");
    assert_text(text_of("{aggregate: count}"), "1");
    assert_text(text_of("{condition: {test: 'datum.m < 1', value: small}, field: k}"), "small");
    assert_text(text_of("{condition: {test: 'datum.m > 1', value: large}, field: k}"), "some words");
}

static void alignment_and_baseline_move_a_text_about_its_place(void **state)
{
    (void)state;
    MuRender *r = draw(ROWS "mark: {type: text, align: left, baseline: top, dx: 5, dy: -3, angle: 90, fontSize: 20}\n"
                            "encoding: {" XY ", text: {field: k}}\n");
    const MuItem *text = mark(r, 0);
    assert_int_equal(text->text->align, MU_ALIGN_LEFT);
    assert_near(text->x, 60);
    assert_near(text->text->dx, 5);
    assert_near(text->text->dy, -3);
    assert_near(text->angle, 90);
    assert_near(text->text->font.size, 20);
    /* The baseline of a top text is 0.79 of its size below its place: round(15.8). */
    assert_near(text->text->shift, 16);
}

static void a_text_longer_than_its_limit_is_cut_with_an_ellipsis(void **state)
{
    (void)state;
    /* "second" at 11 px is about 42 px wide in DejaVu Sans. */
    MuRender *r = draw(ROWS "mark: {type: text, limit: 30}\nencoding: {" XY ", text: {field: k}}\n");
    assert_text(mark(r, 1), "sec…");
    assert_true(mu_text_width(text_engine, &mark(r, 1)->text->font, mark(r, 1)->text->lines[0]) <= 30);
    assert_text(mark(r, 0), "first");
    r = draw(ROWS "mark: {type: text, limit: 300}\nencoding: {" XY ", text: {field: k}}\n");
    assert_text(mark(r, 1), "second");
}

static void arrays_and_line_breaks_make_several_lines(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{k: 'one|two', l: [a, b, c]}]}\nmark: {type: text, lineBreak: '|'}\nencoding: "
                       "{text: {field: k}}\n");
    assert_lines(mark(r, 0), 2, (const char *const[]){"one", "two"});
    assert_near(mark(r, 0)->text->line_height, 13);
    r = draw("data: {values: [{k: 'one|two', l: [a, b, c]}]}\nmark: {type: text, lineHeight: 20}\nencoding: {text: "
             "{field: l}}\n");
    assert_lines(mark(r, 0), 3, (const char *const[]){"a", "b", "c"});
    assert_near(mark(r, 0)->text->line_height, 20);
}

static void a_text_without_channels_stands_in_the_middle_of_the_view(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{}]}\nmark: {type: text, text: 'hello', color: red}\nwidth: 100\nheight: 60\n");
    assert_text(mark(r, 0), "hello");
    assert_near(mark(r, 0)->x, 50);
    assert_near(mark(r, 0)->y, 30);
    assert_near(mark(r, 0)->style->fill.color.r, 1);
}

static void labels_of_bars_stand_at_their_ends(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 28}, {a: B, b: 100}]}\n"
                       "encoding: {y: {field: a, type: nominal}, x: {field: b, type: quantitative}}\n"
                       "layer:\n- mark: bar\n- {mark: {type: text, align: left, dx: 3}, encoding: {text: {field: b, "
                       "type: quantitative}}}\n");
    assert_text(mark(r, 2), "28");
    assert_near(mark(r, 2)->x, 84);
    assert_near(mark(r, 2)->y, 10);
}

static void a_text_over_a_stack_stands_at_the_end_of_its_part_or_in_its_middle(void **state)
{
    (void)state;
    static const char rows[] = "data: {values: [{k: u, b: 40}, {k: v, b: 60}]}\nmark: text\n";
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(
        &spec, "%sencoding: {x: {field: b, type: quantitative, stack: zero}, detail: {field: k}, text: {field: k}}\n",
        rows);
    MuRender *r = draw(mu_buf_str(&spec).at);
    assert_near(mark(r, 0)->x, 120);
    assert_near(mark(r, 1)->x, 300);
    spec.size = 0;
    mu_buf_printf(&spec,
                  "%sencoding: {x: {field: b, type: quantitative, stack: zero, bandPosition: 0.5}, detail: {field: k}, "
                  "text: {field: k}}\n",
                  rows);
    r = draw(mu_buf_str(&spec).at);
    assert_near(mark(r, 0)->x, 60);
    assert_near(mark(r, 1)->x, 210);
}

static void every_property_may_be_said_row_by_row(void **state)
{
    (void)state;
    MuRender *r = draw(ROWS "mark: {type: text, dy: {expr: 'datum.a > 50 ? -4 : 4'}, "
                            "baseline: {expr: \"datum.a > 50 ? 'bottom' : 'top'\"}, "
                            "fontWeight: {expr: \"datum.a > 50 ? 'bold' : 'normal'\"}, "
                            "font: {expr: \"datum.a > 50 ? 'serif' : 'monospace'\"}, lineHeight: {expr: datum.b / 2}}\n"
                            "encoding: {" XY ", text: {field: k}}\n");
    assert_near(mark(r, 0)->text->dy, 4);
    assert_near(mark(r, 1)->text->dy, -4);
    assert_near(mark(r, 0)->text->shift, 9);
    assert_near(mark(r, 1)->text->shift, -2);
    assert_int_equal(mark(r, 0)->text->font.weight, 400);
    assert_int_equal(mark(r, 1)->text->font.weight, 700);
    assert_str(mark(r, 0)->text->font.family, "monospace");
    assert_str(mark(r, 1)->text->font.family, "serif");
    assert_near(mark(r, 1)->text->line_height, 50);
}

static void a_condition_may_give_an_expression(void **state)
{
    (void)state;
    MuRender *r =
        draw(ROWS "mark: text\nencoding: {" XY
                  ", text: {condition: {test: datum.a > 50, value: {expr: \"datum.k + '!'\"}}, value: none}}\n");
    assert_text(mark(r, 0), "none");
    assert_text(mark(r, 1), "second!");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_is_centred_on_its_place),
        TEST(numbers_are_written_as_they_are_or_by_their_format),
        TEST(dates_are_written_by_config_unit_or_format),
        TEST(a_value_or_datum_is_written_as_it_is),
        TEST(alignment_and_baseline_move_a_text_about_its_place),
        TEST(a_text_longer_than_its_limit_is_cut_with_an_ellipsis),
        TEST(arrays_and_line_breaks_make_several_lines),
        TEST(a_text_without_channels_stands_in_the_middle_of_the_view),
        TEST(labels_of_bars_stand_at_their_ends),
        TEST(a_text_over_a_stack_stands_at_the_end_of_its_part_or_in_its_middle),
        TEST(every_property_may_be_said_row_by_row),
        TEST(a_condition_may_give_an_expression),
    };
    return cmocka_run_group_tests_name("text", tests, draw_begin, draw_end);
}
