#include "base/diag.h"
#include "fixture.h"

static MuSource source(const char *name, const char *text)
{
    return (MuSource){mu_str(name), mu_str(text)};
}

static MuSpan span(const MuSource *s, uint32_t start, uint32_t end)
{
    return (MuSpan){.source = s, .start = start, .end = end};
}

static void assert_shown(const MuDiag *diag, const char *expected)
{
    MuBuf buf = new_buf();
    mu_diag_show(&buf, diag, false);
    assert_buf(&buf, expected);
}

static void a_line_is_shown_with_a_mark_under_the_span(void **state)
{
    (void)state;
    MuSource s = source("fig.json", "{\n\t\"größe\": 12,\n  \"b\": 3\n}\n");
    MuDiags diags = {.arena = arena};
    MuDiag *d = mu_diag(&diags, MU_DIAG_READ_FAILED, span(&s, 13, 15), "x", "y");
    mu_diag_hint(&diags, d, "write %d", 13);
    assert_shown(d, "fig.json:2:10: error: cannot read 'x': y [read-failed]\n"
                    "  \t\"größe\": 12,\n"
                    "  \t        ^~\n"
                    "  hint: write 13\n");
}

static void colour_comes_only_when_asked_for(void **state)
{
    (void)state;
    MuDiags diags = {.arena = arena};
    MuDiag *d = mu_diag(&diags, MU_DIAG_NO_MEMORY, (MuSpan){0});
    assert_shown(d, "error: the memory budget is used up [no-memory]\n");
    MuBuf buf = new_buf();
    mu_diag_show(&buf, d, true);
    assert_buf(&buf, "\x1b[1;31merror:\x1b[0m the memory budget is used up [no-memory]\n");
}

static void without_a_text_the_line_number_or_the_path_is_all(void **state)
{
    (void)state;
    MuSource data = source("d.csv", "");
    MuDiags diags = {.arena = arena};
    MuSpan at = {.source = &data, .line = 17};
    assert_shown(mu_diag(&diags, MU_DIAG_NO_MEMORY, at), "d.csv:17: error: the memory budget is used up [no-memory]\n");
    MuDiag *d = mu_diag(&diags, MU_DIAG_NO_MEMORY, (MuSpan){0});
    d->path = MU_STR("layer[1].mark");
    assert_shown(d, "error: the memory budget is used up, at layer[1].mark [no-memory]\n");
}

static void long_lines_are_cut_around_the_span(void **state)
{
    (void)state;
    MuBuf text = new_buf();
    for (int i = 0; i < 300; i++)
        mu_buf_addc(&text, (char)('0' + i % 10));
    MuSource s = {MU_STR("min.json"), mu_buf_str(&text)};
    MuDiags diags = {.arena = arena};
    MuBuf buf = new_buf();
    mu_diag_show(&buf, mu_diag(&diags, MU_DIAG_NO_MEMORY, span(&s, 150, 153)), false);
    MuBuf expected = new_buf();
    mu_buf_adds(&expected, "min.json:1:151: error: the memory budget is used up [no-memory]\n  …");
    mu_buf_add(&expected, mu_str_slice(s.text, 100, 200));
    mu_buf_adds(&expected, "…\n   ");
    for (int i = 0; i < 50; i++)
        mu_buf_addc(&expected, ' ');
    mu_buf_adds(&expected, "^~~\n");
    assert_buf(&buf, mu_buf_str(&expected).at);
}

static void repeats_on_a_line_are_folded(void **state)
{
    (void)state;
    MuSource s = source("a", "one line\nanother");
    MuDiags diags = {.arena = arena};
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&s, 0, 3), "f", "gone");
    MuDiag *again = mu_diag(&diags, MU_DIAG_READ_FAILED, span(&s, 4, 8), "f", "gone");
    assert_int_equal(diags.list.size, 1);
    assert_int_equal(again->count, 2);
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&s, 4, 8), "g", "gone");
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&s, 9, 10), "f", "gone");
    assert_int_equal(diags.list.size, 3);
    assert_int_equal(diags.errors, 4);
}

static void very_many_of_a_code_are_counted_in_the_last(void **state)
{
    (void)state;
    MuDiags diags = {.arena = arena};
    for (int i = 0; i < 100000; i++)
        mu_diag(&diags, MU_DIAG_READ_FAILED, (MuSpan){0}, mu_str_printf(arena, "f%d", i).at, "gone");
    assert_int_equal(diags.list.size, 100);
    assert_int_equal(diags.list.at[99].count, 100000 - 99);
}

static void sorting_is_by_source_and_place_and_stable(void **state)
{
    (void)state;
    MuSource a = source("a", "0123456789"), b = source("b", "0123456789");
    MuDiags diags = {.arena = arena};
    mu_diag(&diags, MU_DIAG_READ_FAILED, (MuSpan){0}, "5", "");
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&b, 1, 2), "4", "");
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&a, 7, 8), "2", "");
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&a, 7, 8), "3", "");
    mu_diag(&diags, MU_DIAG_READ_FAILED, span(&a, 3, 4), "1", "");
    mu_diags_sort(&diags);
    for (size_t i = 0; i < 5; i++)
        assert_true(mu_str_eq(diags.list.at[i].message, mu_str_printf(arena, "cannot read '%zu': ", i + 1)));
}

static void the_nearest_name_is_found(void **state)
{
    (void)state;
    static const MuStr names[] = {MU_STR_INIT("field"),        MU_STR_INIT("color"), MU_STR_INIT("xOffset"),
                                  MU_STR_INIT("quantitative"), MU_STR_INIT("size"),  MU_STR_INIT("Size")};
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        {"filed", "field"},
        {"colour", "color"},
        {"xoffset", "xOffset"},
        {"XOFFSET", "xOffset"},
        {"siez", "size"},
        {"Size", "Size"},
        {"SIze", "Size"},
        {"qantitatve", "quantitative"},
        {"bogus", ""},
        {"ab", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_true(mu_str_is(mu_nearest(mu_str(cases[i].word), names, COUNT(names)), cases[i].nearest));
}

static void every_code_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < MU_DIAG_COUNT; i++) {
        for (int j = 0; j < i; j++)
            assert_string_not_equal(mu_diag_name((MuCode)i), mu_diag_name((MuCode)j));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_line_is_shown_with_a_mark_under_the_span),
        TEST(colour_comes_only_when_asked_for),
        TEST(without_a_text_the_line_number_or_the_path_is_all),
        TEST(long_lines_are_cut_around_the_span),
        TEST(repeats_on_a_line_are_folded),
        TEST(very_many_of_a_code_are_counted_in_the_last),
        TEST(sorting_is_by_source_and_place_and_stable),
        TEST(the_nearest_name_is_found),
        TEST(every_code_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
