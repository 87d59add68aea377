#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "io/zone_file.h"

static MuArena *arena;
static MuDiags diags;
static const MuZone *zone;

static int setup(void **state)
{
    (void)state;
    arena = mu_arena_new(0);
    diags = (MuDiags){.arena = arena};
    zone = NULL;
    return !arena;
}

static int teardown(void **state)
{
    (void)state;
    mu_arena_free(arena);
    return 0;
}

static bool has_zone_files(void)
{
    bool found = mu_zone_find(arena, MU_STR("Europe/Berlin"), (MuSpan){0}, &diags, &zone);
    diags = (MuDiags){.arena = arena};
    return found;
}

static void utc_needs_no_files(void **state)
{
    (void)state;
    static const char *const nowhere[] = {"/nowhere", NULL};
    assert_true(mu_zone_find_in(arena, nowhere, MU_STR("UTC"), (MuSpan){0}, &diags, &zone));
    assert_true(mu_zone_find_in(arena, nowhere, MU_STR("Etc/UTC"), (MuSpan){0}, &diags, &zone));
    assert_null(zone);
    assert_int_equal(diags.list.size, 0);
}

static void missing_zone_files_are_told_apart_from_a_missing_zone(void **state)
{
    (void)state;
    static const char *const nowhere[] = {"/nowhere", NULL};
    assert_false(mu_zone_find_in(arena, nowhere, MU_STR("Europe/Berlin"), (MuSpan){0}, &diags, &zone));
    assert_int_equal(diags.list.size, 1);
    assert_int_equal(diags.list.at[0].code, MU_DIAG_NO_ZONES);
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("tzdata"), 0) != SIZE_MAX);
}

static void a_zone_is_read_from_its_file(void **state)
{
    (void)state;
    if (!has_zone_files())
        skip();
    assert_true(mu_zone_find(arena, MU_STR("Asia/Seoul"), (MuSpan){0}, &diags, &zone));
    assert_true(mu_zone_offset(zone, 1.7e12) == 9 * 3600e3);
    assert_int_equal(mu_civil(1.7e12, zone).hour, 7); /* 2023-11-14T22:13:20Z */
}

static void names_that_are_no_zones_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *name, *hint;
    } CASES[] = {{"Europe/Berln", "did you mean 'Europe/Berlin'?"},
                 {"Seoul", "did you mean 'Asia/Seoul'?"},
                 {"", "continent and city"},
                 {"../../etc/passwd", "continent and city"},
                 {"/usr/share/zoneinfo/UTC", "continent and city"},
                 {"localtime", "continent and city"},
                 {"zone.tab", "continent and city"}};
    if (!has_zone_files())
        skip();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        diags = (MuDiags){.arena = arena};
        assert_false(mu_zone_find(arena, mu_str(CASES[i].name), (MuSpan){0}, &diags, &zone));
        assert_int_equal(diags.list.at[0].code, MU_DIAG_UNKNOWN_ZONE);
        if (mu_str_find(diags.list.at[0].hint, mu_str(CASES[i].hint), 0) == SIZE_MAX)
            fail_msg("%s: %s", CASES[i].name, diags.list.at[0].hint.at);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(utc_needs_no_files),
        TEST(missing_zone_files_are_told_apart_from_a_missing_zone),
        TEST(a_zone_is_read_from_its_file),
        TEST(names_that_are_no_zones_are_refused),
    };
    return cmocka_run_group_tests_name("zone_file", tests, NULL, NULL);
}
