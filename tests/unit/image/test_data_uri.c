/* The texts of base64 are those of RFC 4648, section 10. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "image/data_uri.h"

static int set_up(void **state)
{
    *state = mu_arena_new(0);
    return 0;
}

static int tear_down(void **state)
{
    mu_arena_free(*state);
    return 0;
}

static const char *const pairs[][2] = {{"", ""},
                                       {"f", "Zg=="},
                                       {"fo", "Zm8="},
                                       {"foo", "Zm9v"},
                                       {"foob", "Zm9vYg=="},
                                       {"fooba", "Zm9vYmE="},
                                       {"foobar", "Zm9vYmFy"}};

static void assert_reads(MuArena *arena, const char *uri, const char *wanted)
{
    MuStr bytes = {0};
    assert_true(mu_data_uri_read(arena, mu_str(uri), &bytes));
    assert_int_equal(bytes.size, strlen(wanted));
    assert_memory_equal(bytes.at, wanted, bytes.size);
}

static void base64_goes_both_ways(void **state)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        MuBuf buf = {.arena = *state};
        mu_data_uri_write(&buf, "image/png", mu_str(pairs[i][0]));
        MuStr uri = mu_str_printf(*state, "data:image/png;base64,%s", pairs[i][1]);
        assert_true(mu_str_eq(mu_buf_str(&buf), uri));
        assert_reads(*state, mu_str_cstr(*state, uri), pairs[i][0]);
    }
}

static void spaces_percents_and_the_digits_of_urls_are_read(void **state)
{
    assert_reads(*state, "data:;base64,Zm9v\n  YmFy", "foobar");
    assert_reads(*state, "data:image/png;base64,Zm8%3D", "fo");
    assert_reads(*state, "data:;base64,_-8", "\xff\xef");
    assert_reads(*state, "data:,a%20b%2Gc%", "a b%2Gc%");
}

static void a_broken_uri_is_refused(void **state)
{
    static const char *const broken[] = {"data:image/png;base64", "data:;base64,Zm9*", "data:;base64,Z", "dat:,a", ""};
    MuStr bytes;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_false(mu_data_uri_read(*state, mu_str(broken[i]), &bytes));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(base64_goes_both_ways),
        TEST(spaces_percents_and_the_digits_of_urls_are_read),
        TEST(a_broken_uri_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
