#include "fixture.h"

static MuStr cut(Fixture *f, const char *s, double limit, const char *ellipsis, bool from_left)
{
    MuFont in = font("sans-serif", 10);
    return mu_text_cut(f->text, f->arena, &in, mu_str(s), limit, mu_str(ellipsis), from_left);
}

/* vega-scenegraph's truncate over the reference's widths; the text is 171.05 px wide, the ellipsis 10. */
static void texts_are_cut_where_vega_cuts_them(void **state)
{
    const char *congo = "Democratic Republic of the Congo";
    assert_str(cut(*state, congo, 180, "", false), congo);
    assert_str(cut(*state, congo, 100, "", false), "Democratic Repu\u2026");
    assert_str(cut(*state, congo, 60, "", false), "Democrat\u2026");
    assert_str(cut(*state, congo, 12, "", false), "\u2026");
    assert_str(cut(*state, congo, 5, "", false), "\u2026");
    assert_str(cut(*state, congo, 100, "", true), "\u2026blic of the Congo");
    assert_str(cut(*state, congo, 60, "", true), "\u2026he Congo");
    assert_str(cut(*state, congo, 100, "...", false), "Democratic Repu...");
}

static void no_limit_cuts_nothing(void **state)
{
    assert_str(cut(*state, "Democratic", 0, "", false), "Democratic");
    assert_str(cut(*state, "Democratic", -5, "", false), "Democratic");
    assert_str(cut(*state, "Democratic", (double)NAN, "", false), "Democratic");
    assert_str(cut(*state, "", 10, "", false), "");
}

static void cuts_keep_characters_whole(void **state)
{
    for (double limit = 11; limit < 40; limit += 0.5) {
        MuStr s = cut(*state, "\u041A\u0438\u0457\u0432\u0441\u044C\u043A\u0430", limit, "", false);
        for (size_t i = 0; i + 1 < s.size; i++) {
            bool leads = ((unsigned char)s.at[i] & 0xe0) == 0xc0;
            assert_true(!leads || ((unsigned char)s.at[i + 1] & 0xc0) == 0x80);
        }
    }
}

static void expect_breaks(Fixture *f, const char *s, const char *expected)
{
    size_t *at, count = mu_text_breaks(f->text, f->arena, mu_str(s), &at);
    MuBuf buf = {.arena = f->arena};
    for (size_t i = 0, from = 0; i <= count; i++) {
        size_t end = i < count ? at[i] : strlen(s);
        mu_buf_add(&buf, mu_str_slice(mu_str(s), from, end));
        if (i < count)
            mu_buf_addc(&buf, '|');
        from = end;
    }
    assert_string_equal(mu_buf_str(&buf).at, expected);
}

static void lines_break_behind_spaces_and_hyphens(void **state)
{
    expect_breaks(*state, "Battle-related deaths, 1989\u20132024", "Battle-|related |deaths, |1989\u2013|2024");
    expect_breaks(*state, "a\u00A0b c", "a\u00A0b |c");
    expect_breaks(*state, "\u5317\u671D\u9BAE", "\u5317|\u671D|\u9BAE");
    expect_breaks(*state, "word", "word");
    expect_breaks(*state, "", "");
    expect_breaks(*state, "one\ntwo", "one\n|two");
}

static void expect_wrapped(Fixture *f, const char *s, double width, bool balanced, const char *expected)
{
    MuFont in = font("monospace", 10); /* 6.02 px a character */
    MuStr *lines;
    size_t count = mu_text_wrap(f->text, f->arena, &in, mu_str(s), width, balanced, &lines);
    MuBuf buf = {.arena = f->arena};
    for (size_t i = 0; i < count; i++) {
        mu_buf_adds(&buf, i ? "|" : "");
        mu_buf_add(&buf, lines[i]);
    }
    assert_string_equal(mu_buf_str(&buf).at, expected);
}

static void lines_are_filled_from_the_top(void **state)
{
    expect_wrapped(*state, "aa bb cc dd", 1000, false, "aa bb cc dd");
    expect_wrapped(*state, "aa bb cc dd", 50, false, "aa bb cc|dd"); /* 8 characters are 48.2 px */
    expect_wrapped(*state, "aa bb cc dd", 48, false, "aa bb|cc dd");
    expect_wrapped(*state, "", 48, false, "");
}

static void a_word_wider_than_the_line_stands_alone(void **state)
{
    expect_wrapped(*state, "a Donaudampfschiff b", 30, false, "a|Donaudampfschiff|b");
    expect_wrapped(*state, "a bb", 1, true, "a|bb");
}

static void line_ends_in_the_text_are_kept(void **state)
{
    expect_wrapped(*state, "aa\nbb cc", 1000, false, "aa|bb cc");
    expect_wrapped(*state, "aa\n\nbb", 1000, false, "aa||bb");
}

static void balanced_lines_are_as_even_as_can_be(void **state)
{
    expect_wrapped(*state, "aa bb cc dd", 50, true, "aa bb|cc dd");
    expect_wrapped(*state, "aa bb cc dd ee ff", 86, false, "aa bb cc dd ee|ff");
    expect_wrapped(*state, "aa bb cc dd ee ff", 86, true, "aa bb cc|dd ee ff");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_are_cut_where_vega_cuts_them), TEST(no_limit_cuts_nothing),
        TEST(cuts_keep_characters_whole),         TEST(lines_break_behind_spaces_and_hyphens),
        TEST(lines_are_filled_from_the_top),      TEST(a_word_wider_than_the_line_stands_alone),
        TEST(line_ends_in_the_text_are_kept),     TEST(balanced_lines_are_as_even_as_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
