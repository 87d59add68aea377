#include "base/utf8.h"
#include "fixture.h"

static void slices_are_clamped(void **state)
{
    (void)state;
    MuStr s = MU_STR("muster");
    assert_true(mu_str_is(mu_str_slice(s, 1, 3), "us"));
    assert_true(mu_str_is(mu_str_slice(s, 4, 99), "er"));
    assert_int_equal(mu_str_slice(s, 5, 2).size, 0);
    assert_int_equal(mu_str_slice(s, 99, 100).size, 0);
}

static void a_needle_is_found_at_or_after_the_start(void **state)
{
    (void)state;
    MuStr s = MU_STR("abcabd");
    assert_int_equal(mu_str_find(s, MU_STR("ab"), 0), 0);
    assert_int_equal(mu_str_find(s, MU_STR("ab"), 1), 3);
    assert_int_equal(mu_str_find(s, MU_STR("abd"), 0), 3);
    assert_int_equal(mu_str_find(s, MU_STR("d"), 5), 5);
    assert_true(mu_str_find(s, MU_STR("abe"), 0) == SIZE_MAX);
    assert_int_equal(mu_str_find(s, MU_STR(""), 6), 6);
    assert_true(mu_str_find(s, MU_STR(""), 7) == SIZE_MAX);
}

static void strings_compare_by_bytes_then_length(void **state)
{
    (void)state;
    assert_true(mu_str_cmp(MU_STR("a"), MU_STR("b")) < 0);
    assert_true(mu_str_cmp(MU_STR("ab"), MU_STR("a")) > 0);
    assert_true(mu_str_cmp(MU_STR("z"), MU_STR("é")) < 0);
    assert_int_equal(mu_str_cmp(MU_STR(""), MU_STR("")), 0);
}

static void a_buffer_holds_what_was_added_and_is_terminated(void **state)
{
    (void)state;
    MuBuf buf = new_buf();
    for (int i = 0; i < 100; i++)
        mu_buf_printf(&buf, "%d,", i % 10);
    mu_buf_add(&buf, MU_STR("end"));
    MuStr s = mu_buf_str(&buf);
    assert_int_equal(s.size, 203);
    assert_memory_equal(s.at, "0,1,2,", 6);
    assert_string_equal(s.at + 200, "end");
}

static void white_space_is_trimmed(void **state)
{
    (void)state;
    assert_true(mu_str_is(mu_str_trim(MU_STR(" \t a b\r\n")), "a b"));
    assert_int_equal(mu_str_trim(MU_STR(" \n ")).size, 0);
    assert_true(mu_str_is(mu_utf8_trim(MU_STR("\xC2\xA0x\xE3\x80\x80\xEF\xBB\xBF ")), "x"));
    assert_true(mu_str_is(mu_utf8_trim(MU_STR("é")), "é"));
}

static void code_points_are_decoded_and_encoded(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t code;
    } cases[] = {{"A", 'A'}, {"é", 0xE9}, {"€", 0x20AC}, {"😀", 0x1F600}, {"\xF4\x8F\xBF\xBF", 0x10FFFF}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint32_t code;
        char out[4];
        MuStr s = mu_str(cases[i].text);
        assert_int_equal(mu_utf8_decode(s, 0, &code), s.size);
        assert_int_equal(code, cases[i].code);
        assert_int_equal(mu_utf8_encode(out, code), s.size);
        assert_memory_equal(out, s.at, s.size);
    }
}

static void the_first_bad_byte_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t at;
    } cases[] = {
        {"ok é € 😀", SIZE_MAX},  {"a\xFF", 1},     {"caf\xE9", 3},          {"\xC0\x80", 0},
        {"x\xED\xA0\x80", 1},    {"é\xE2\x82", 2}, {"\xF4\x90\x80\x80", 0}, {"\xE0\x9F\xBF", 0},
        {"\xF0\x8F\xBF\xBF", 0}, {"\x80", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_true(mu_utf8_bad(mu_str(cases[i].text)) == cases[i].at);
}

static void lengths_and_units_are_those_of_utf16(void **state)
{
    (void)state;
    MuStr s = MU_STR("aé😀b");
    assert_int_equal(mu_utf8_count(s), 4);
    assert_int_equal(mu_utf16_length(s), 5);
    static const int32_t units[] = {'a', 0xE9, 0xD83D, 0xDE00, 'b', -1};
    for (size_t i = 0; i < COUNT(units); i++)
        assert_int_equal(mu_utf16_at(s, i), units[i]);
    assert_int_equal(mu_utf16_offset(s, 4), 7);
    assert_int_equal(mu_utf16_index(s, 7), 4);
    assert_int_equal(mu_utf16_offset(s, 99), s.size);
}

static void a_slice_through_a_pair_leaves_replacements(void **state)
{
    (void)state;
    MuStr s = MU_STR("aé😀b");
    assert_true(mu_str_is(mu_utf16_slice(arena, s, 1, 4), "é😀"));
    assert_true(mu_str_is(mu_utf16_slice(arena, s, 0, 3), "aé\xEF\xBF\xBD"));
    assert_true(mu_str_is(mu_utf16_slice(arena, s, 3, 5), "\xEF\xBF\xBD"
                                                          "b"));
    assert_int_equal(mu_utf16_slice(arena, s, 4, 2).size, 0);
    assert_true(mu_str_is(mu_utf16_slice(arena, s, 4, 99), "b"));
}

static void order_by_units_puts_pairs_below_the_last_of_the_plane(void **state)
{
    (void)state;
    assert_true(mu_utf16_cmp(MU_STR("😀"), MU_STR("\xEF\xBF\xBD")) < 0); /* U+FFFD */
    assert_true(mu_utf16_cmp(MU_STR("😀"), MU_STR("€")) > 0);
    assert_true(mu_utf16_cmp(MU_STR("😀"), MU_STR("😁")) < 0);
    assert_true(mu_utf16_cmp(MU_STR("aé"), MU_STR("aè")) > 0);
    assert_true(mu_utf16_cmp(MU_STR("a"), MU_STR("ab")) < 0);
    assert_int_equal(mu_utf16_cmp(MU_STR("é"), MU_STR("é")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(slices_are_clamped),
        TEST(a_needle_is_found_at_or_after_the_start),
        TEST(strings_compare_by_bytes_then_length),
        TEST(a_buffer_holds_what_was_added_and_is_terminated),
        TEST(white_space_is_trimmed),
        TEST(code_points_are_decoded_and_encoded),
        TEST(the_first_bad_byte_is_named),
        TEST(lengths_and_units_are_those_of_utf16),
        TEST(a_slice_through_a_pair_leaves_replacements),
        TEST(order_by_units_puts_pairs_below_the_last_of_the_plane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
