/* Selections and params before anybody uses them. */
#include "draw.h"

#define ROWS "data: {values: [{t: 2020-01-15, c: x, n: 1}, {t: 2020-03-15, c: y, n: 5}, {t: 2020-06-15, c: z, n: 9}]}\n"
#define POINTS(color)                                                                                                  \
    "mark: point\nencoding: {x: {field: t, type: temporal}, y: {field: n, type: quantitative}, color: {condition: "    \
    "{" color ", value: red}, value: blue}}\n"

static bool is_red(size_t n)
{
    MuColor color = mark_or_null(&figure->render, n)->style->stroke_paint.color;
    return color.r == 1 && color.b == 0;
}

static void assert_red(const char *yaml, bool first, bool second, bool third)
{
    draw(yaml);
    assert_int_equal(is_red(0), first);
    assert_int_equal(is_red(1), second);
    assert_int_equal(is_red(2), third);
}

static void what_is_selected_is_told_by_fields_and_times(void **state)
{
    (void)state;
    assert_red(ROWS "params: [{name: s, select: {type: point, fields: [c]}, value: [{c: y}]}]\n" POINTS("param: s"),
               false, true, false);
    draw(ROWS "params: [{name: s, select: {type: interval, encodings: [x]}, value: {x: [{year: 2020, month: 2}, {year: "
              "2020, month: 5}]}}]\n" POINTS("param: s"));
    assert_int_equal(figure->render.selections.at[0].fields.at[0].kind, MU_SELECTS_RANGE);
    assert_non_null(figure->render.root->brush_below);
    bool selected;
    assert_true(
        mu_selection_test(&figure->render, MU_STR("s"), mu_object_value(mu_object_new(figure->arena)), &selected));
    assert_false(selected);
}

static void an_empty_selection_selects_all_or_nothing(void **state)
{
    (void)state;
    assert_red(ROWS "params: [{name: s, select: point}]\n" POINTS("param: s"), true, true, true);
    assert_red(ROWS "params: [{name: s, select: point}]\n" POINTS("param: s, empty: false"), false, false, false);
}

static void a_condition_may_name_a_variable(void **state)
{
    (void)state;
    assert_red(ROWS "params: [{name: on, value: true, bind: {input: checkbox}}]\n" POINTS("param: on"), true, true,
               true);
    assert_red(ROWS "params: [{name: on, value: false}]\n" POINTS("param: on"), false, false, false);
}

static void there_may_be_many_params_in_any_order(void **state)
{
    (void)state;
    MuBuf buf = {.arena = figure->arena};
    mu_buf_adds(&buf, ROWS "params:\n");
    for (int i = 0; i < 300; i++)
        mu_buf_printf(&buf, "  - {name: p%d, expr: p%d + 1}\n", i, i + 1);
    mu_buf_adds(&buf, "  - {name: p300, value: 0}\n" POINTS("param: p299"));
    assert_red(mu_str_cstr(figure->arena, mu_buf_str(&buf)), true, true, true);
    assert_float_equal(figure->render.params.at[0].value.number, 300, 0);
}

static void params_that_go_in_a_circle_are_an_error(void **state)
{
    (void)state;
    figure->render = (MuRender){0};
    figure->render =
        (MuRender){.arena = figure->arena,
                   .diags = &figure->diags,
                   .text_engine = borrow_text,
                   .host = text_engine,
                   .options = &figure->options,
                   .source = source_of(ROWS "params: [{name: a, expr: b + 1}, {name: b, expr: a + 1}]\n"
                                            "mark: point\nencoding: {y: {field: n, type: quantitative}}\n"),
                   .locale = mu_locale_find(MU_STR("en-US"))};
    assert_false(mu_render_run(&figure->render, mu_pass_find(MU_STR("params"))));
    assert_int_equal(figure->diags.errors, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_selected_is_told_by_fields_and_times),
        TEST(an_empty_selection_selects_all_or_nothing),
        TEST(a_condition_may_name_a_variable),
        TEST(there_may_be_many_params_in_any_order),
        TEST(params_that_go_in_a_circle_are_an_error),
    };
    return cmocka_run_group_tests_name("selection", tests, draw_begin, draw_end);
}
