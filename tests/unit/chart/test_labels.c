/* Labels at marks, from a spec to their boxes. */
#include "boxes.h"

/* Labels touch nothing; other texts may touch each other in figures as dense as these. */
static void check_boxes(void)
{
    Boxes labels = boxes_of(MU_ROLE_LABEL, false), others = boxes_of(MU_ROLE_LABEL, true);
    for (size_t i = 0; i < labels.size; i++) {
        assert_true(is_on_canvas(labels.at[i]));
        for (size_t j = i + 1; j < labels.size; j++)
            assert_false(boxes_overlap(labels.at[i], labels.at[j]));
        for (size_t j = 0; j < others.size; j++)
            assert_false(boxes_overlap(labels.at[i], others.at[j]));
    }
}

/* --- figures --- */

static const char *const HEADS[] = {
    "width: 400\nheight: 260\nmark: {type: circle, label: true}\n"
    "encoding: {x: {field: x, type: quantitative}, y: {field: y, type: quantitative}, text: {field: n}}\n",
    "width: 400\nheight: 260\nmark: {type: line, label: true}\nencoding:\n"
    "  x: {field: t, type: quantitative}\n  y: {field: y, type: quantitative}\n  color: {field: s, type: nominal}\n",
    "theme: report\nmark: {type: bar, label: true}\n"
    "encoding: {x: {field: y, aggregate: sum}, y: {field: s, type: nominal}}\n",
    "mark: {type: arc, label: true}\n"
    "encoding: {theta: {field: y, aggregate: sum, stack: true}, color: {field: s, type: nominal}, text: {field: s}}\n",
    "width: 300\nmark: {type: bar, label: true, cornerRadius: 4}\nencoding:\n  x: {field: t, type: ordinal}\n"
    "  y: {field: y, aggregate: sum}\n  color: {field: s, type: nominal}\n",
};

/* Rows of `series` lines of 12 points each, from a generator of Lehmer's. */
static const char *figure_of(size_t head, size_t series)
{
    MuBuf buf = {.arena = figure->arena};
    uint64_t seed = 7 + series;
    mu_buf_adds(&buf, HEADS[head]);
    mu_buf_adds(&buf, "data:\n  values:\n");
    for (size_t s = 0; s < series; s++)
        for (size_t t = 0; t < 12; t++) {
            seed = seed * 48271 % 2147483647;
            double x = (double)(seed % 1000) / 10;
            seed = seed * 48271 % 2147483647;
            double y = (double)(seed % 1000) / 10 + 5 * (double)s;
            mu_buf_printf(&buf, "  - {s: series %zu, t: %zu, x: %g, y: %g, n: point %zu}\n", s, t, x, y, s * 12 + t);
        }
    return mu_str_cstr(figure->arena, mu_buf_str(&buf));
}

static void no_label_touches_another_text_however_dense_the_figure(void **state)
{
    (void)state;
    size_t charts = 0;
    for (size_t head = 0; head < COUNT(HEADS); head++)
        for (size_t series = 1; series <= 21; series += 4, charts++) {
            draw_warned(figure_of(head, series));
            check_boxes();
            assert_true(head > 0 || series > 1 || boxes_of(MU_ROLE_LABEL, false).size == 12);
        }
    assert_int_equal(charts, 30);
}

static void what_has_no_room_is_counted(void **state)
{
    (void)state;
    draw_warned(figure_of(0, 21));
    size_t shown = boxes_of(MU_ROLE_LABEL, false).size;
    assert_true(shown < 252);
    assert_int_equal(figure->render.root->hidden_labels, 252 - shown);
}

static void labelled_lines_need_no_legend(void **state)
{
    (void)state;
    draw_warned(figure_of(1, 5));
    assert_true(figure->render.root->view->legends.at[0]->disabled);
    assert_int_equal(boxes_of(MU_ROLE_LABEL, false).size, 5);
}

static void the_same_figure_has_the_same_labels(void **state)
{
    (void)state;
    draw_warned(figure_of(0, 9));
    Boxes first = boxes_of(MU_ROLE_LABEL, false);
    draw_warned(figure_of(0, 9));
    Boxes again = boxes_of(MU_ROLE_LABEL, false);
    assert_int_equal(first.size, again.size);
    for (size_t i = 0; i < first.size; i++)
        assert_memory_equal(&first.at[i], &again.at[i], sizeof *first.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_label_touches_another_text_however_dense_the_figure),
        TEST(what_has_no_room_is_counted),
        TEST(labelled_lines_need_no_legend),
        TEST(the_same_figure_has_the_same_labels),
    };
    return cmocka_run_group_tests_name("labels", tests, draw_begin, draw_end);
}
