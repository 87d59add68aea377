/* Expected values: Node 20 under TZ of each zone, and RFC 8536. */
#include "base/zone.h"
#include "fixture.h"

/* A file with these changes in its second block: each a time and an index; of two types, `a` and `b` seconds. */
static MuStr file_of(const int64_t *times, const unsigned char *types, size_t count, int32_t a, int32_t b,
                     const char *rule)
{
    MuBuf buf = new_buf();
    for (int block = 0; block < 2; block++) {
        size_t listed = block ? count : 0;
        mu_buf_adds(&buf, "TZif2");
        for (int i = 0; i < 15; i++)
            mu_buf_addc(&buf, '\0');
        const size_t counts[] = {0, 0, 0, listed, 2, 4};
        for (size_t i = 0; i < 6; i++)
            for (int byte = 3; byte >= 0; byte--)
                mu_buf_addc(&buf, (char)(counts[i] >> 8 * byte));
        for (size_t i = 0; i < listed; i++)
            for (int byte = 7; byte >= 0; byte--)
                mu_buf_addc(&buf, (char)(times[i] >> 8 * byte));
        for (size_t i = 0; i < listed; i++)
            mu_buf_addc(&buf, (char)types[i]);
        for (int type = 0; type < 2; type++) {
            for (int byte = 3; byte >= 0; byte--)
                mu_buf_addc(&buf, (char)((type ? b : a) >> 8 * byte));
            mu_buf_addc(&buf, (char)type);
            mu_buf_addc(&buf, '\0');
        }
        mu_buf_add(&buf, MU_STR("AAA\0"));
    }
    mu_buf_addc(&buf, '\n');
    mu_buf_adds(&buf, rule);
    mu_buf_addc(&buf, '\n');
    return mu_buf_str(&buf);
}

static MuZone zone_of(const char *rule)
{
    static const int64_t times[] = {-1000};
    static const unsigned char types[] = {1};
    MuZone zone;
    assert_true(mu_zone_parse(arena, file_of(times, types, 1, 3208, 3600, rule), &zone));
    return zone;
}

static double utc(const char *text)
{
    return mu_date_parse(mu_str(text), NULL);
}

static void the_listed_changes_hold_from_their_time(void **state)
{
    (void)state;
    MuZone zone = zone_of("");
    assert_int_equal(zone.count, 1);
    assert_number(mu_zone_offset(&zone, -1000001), 3208000);
    assert_number(mu_zone_offset(&zone, -1000000), 3600000);
    assert_number(mu_zone_offset(&zone, 4e12), 3600000);
}

static void the_rule_goes_on_for_the_years_to_come(void **state)
{
    (void)state;
    MuZone zone = zone_of("CET-1CEST,M3.5.0,M10.5.0/3");
    assert_number(mu_zone_offset(&zone, utc("2024-03-31T00:59:59Z")), 3600000);
    assert_number(mu_zone_offset(&zone, utc("2024-03-31T01:00:00Z")), 7200000);
    assert_number(mu_zone_offset(&zone, utc("2024-10-27T00:59:59Z")), 7200000);
    assert_number(mu_zone_offset(&zone, utc("2024-10-27T01:00:00Z")), 3600000);
    assert_number(mu_zone_offset(&zone, utc("2150-07-01T00:00:00Z")), 7200000);
}

static void summer_may_span_the_turn_of_the_year(void **state)
{
    (void)state;
    MuZone zone = zone_of("AEST-10AEDT,M10.1.0,M4.1.0/3");
    assert_number(mu_zone_offset(&zone, utc("2025-01-01T00:00:00Z")), 11 * 3600000);
    assert_number(mu_zone_offset(&zone, utc("2025-06-01T00:00:00Z")), 10 * 3600000);
    assert_number(mu_zone_offset(&zone, utc("2025-10-04T16:00:00Z")), 11 * 3600000);
}

static void a_rule_may_count_backwards_and_in_quoted_names(void **state)
{
    (void)state;
    MuZone irish = zone_of("IST-1GMT0,M10.5.0,M3.5.0/1");
    assert_number(mu_zone_offset(&irish, utc("2025-01-01T00:00:00Z")), 0);
    assert_number(mu_zone_offset(&irish, utc("2025-07-01T00:00:00Z")), 3600000);
    MuZone half = zone_of("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
    assert_number(mu_zone_offset(&half, utc("2025-06-01T00:00:00Z")), 10.5 * 3600000);
    assert_number(mu_zone_offset(&half, utc("2025-12-01T00:00:00Z")), 11 * 3600000);
}

static void days_may_be_counted_through_the_year(void **state)
{
    (void)state;
    MuZone julian = zone_of("AAA0BBB,J60/0,J300/0"), counted = zone_of("AAA0BBB,59/0,300/0");
    assert_number(mu_zone_offset(&julian, utc("2024-02-29T23:59:59Z")), 0);
    assert_number(mu_zone_offset(&julian, utc("2024-03-01T00:00:00Z")), 3600000);
    assert_number(mu_zone_offset(&julian, utc("2025-03-01T00:00:00Z")), 3600000);
    assert_number(mu_zone_offset(&counted, utc("2024-02-29T00:00:00Z")), 3600000);
    assert_number(mu_zone_offset(&counted, utc("2025-03-01T00:00:00Z")), 3600000);
    assert_number(mu_zone_offset(&counted, utc("2025-02-28T23:59:59Z")), 0);
}

static void what_is_no_zone_file_is_refused(void **state)
{
    (void)state;
    static const int64_t times[] = {-1000};
    static const unsigned char wrong[] = {7}, right[] = {1};
    MuZone zone;
    MuStr good = file_of(times, right, 1, 0, 3600, "CET-1CEST,M3.5.0,M10.5.0/3");
    assert_true(mu_zone_parse(arena, good, &zone));
    assert_false(mu_zone_parse(arena, MU_STR(""), &zone));
    assert_false(mu_zone_parse(arena, MU_STR("TZif2"), &zone));
    assert_false(mu_zone_parse(arena, file_of(times, wrong, 1, 0, 3600, ""), &zone));
    assert_false(mu_zone_parse(arena, file_of(times, right, 1, 0, 3600, "CET-1CEST,M3.5"), &zone));
    for (size_t size = 0; size < 129; size++)
        assert_false(mu_zone_parse(arena, mu_str_slice(good, 0, size), &zone));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_listed_changes_hold_from_their_time), TEST(the_rule_goes_on_for_the_years_to_come),
        TEST(summer_may_span_the_turn_of_the_year),    TEST(a_rule_may_count_backwards_and_in_quoted_names),
        TEST(days_may_be_counted_through_the_year),    TEST(what_is_no_zone_file_is_refused),
    };
    return cmocka_run_group_tests_name("zone_parse", tests, NULL, NULL);
}
