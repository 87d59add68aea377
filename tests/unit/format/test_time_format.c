/* Expected values: d3-time-format 4.1.1 and vega-format 2. */
#include "format/format.h"

#include "../base/fixture.h"

static const double WHEN = 1430919930250; /* 2015-05-06T13:45:30.250Z, a Wednesday */

static double iso(const char *text)
{
    return mu_date_parse(mu_str(text), NULL);
}

static void assert_time(const char *locale, const char *specifier, double ms, const char *text)
{
    MuBuf buf = new_buf();
    mu_time_format(&buf, mu_locale_find(mu_str(locale)), mu_str(specifier), ms, NULL);
    assert_buf(&buf, text);
}

static void every_directive_writes_its_field(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"%a %A %b %B", "Wed Wednesday May May"},
        {"%d|%e|%-d|%_d|%0e", "06| 6|6| 6|06"},
        {"%H %I %p %M %S %L %f", "13 01 PM 45 30 250 250000"},
        {"%j %m %q", "126 05 2"},
        {"%Q %s", "1430919930250 1430919930"},
        {"%u %U %V %w %W", "3 18 19 3 18"},
        {"%y %Y %g %G", "15 2015 15 2015"},
        {"%x|%X|%c", "5/6/2015|1:45:30 PM|5/6/2015, 1:45:30 PM"},
        {"%Z %% %k é", "+0000 % k é"},
        {"at %", "at "},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_time("en-US", cases[i][0], WHEN, cases[i][1]);
}

static void weeks_turn_at_new_year_by_their_own_rules(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2021-01-01", "2020-53 00 00 001"}, {"2020-12-31", "2020-53 52 52 366"}, {"2016-01-03", "2015-53 01 00 003"},
        {"2012-01-01", "2011-52 01 00 001"}, {"2015-12-31", "2015-53 52 52 365"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_time("en-US", "%G-%V %U %W %j", iso(cases[i][0]), cases[i][1]);
}

static void names_follow_the_locale(void **state)
{
    (void)state;
    assert_time("de-DE", "%c", WHEN, "Mittwoch, der  6. Mai 2015, 13:45:30");
    assert_time("ko-KR", "%B", WHEN, "5월");
    assert_time("en-GB", "%x", WHEN, "06/05/2015");
}

static void what_is_no_time_says_so(void **state)
{
    (void)state;
    assert_time("en-US", "%Y", NAN, "Invalid Date");
    assert_time("en-US", "%Y", 1e300, "Invalid Date");
}

static void the_coarsest_unit_picks_the_format(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2015-05-06T13:45:30.250Z", ".250"},
        {"2015-05-06T13:45:30Z", ":30"},
        {"2015-05-06T13:45Z", "01:45"},
        {"2015-05-06T13:00Z", "01 PM"},
        {"2015-05-06", "Wed 06"},
        {"2015-05-03", "May 03"},
        {"2015-05-01", "May"},
        {"2015-04-01", "April"},
        {"2015-01-01", "2015"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuBuf buf = new_buf();
        mu_time_format_multi(&buf, mu_locale_find(MU_STR("en-US")), iso(cases[i][0]), NULL);
        assert_buf(&buf, cases[i][1]);
    }
}

static void texts_that_fit_become_times(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"%Y-%m-%d", "2015-05-06", "2015-05-06"},
        {"%Y-%m-%d", "2015-5-6", "2015-05-06"},
        {"%d.%m.%y", "6.5.69", "1969-05-06"},
        {"%d.%m.%y", "6.5.68", "2068-05-06"},
        {"%b %d, %Y", "MAY 06, 2015", "2015-05-06"},
        {"%B %Y", "May 2015", "2015-05-01"},
        {"%I:%M %p", "12:30 AM", "1900-01-01T00:30Z"},
        {"%Y W%V", "2015 W53", "2015-12-28"},
        {"%Y %U %w", "2015 18 3", "2015-05-06"},
        {"%Y %W %u", "2015 18 3", "2015-05-06"},
        {"%j %Y", "126 2015", "2015-05-06"},
        {"%Y-%m-%dT%H:%M%Z", "2015-05-06T10:00+0230", "2015-05-06T07:30Z"},
        {"%Y-%m-%dT%H:%M%Z", "2015-05-06T10:00Z", "2015-05-06T10:00Z"},
        {"%s", "1430919930", "2015-05-06T13:45:30Z"},
        {"%Y q%q", "2015 q3", "2015-07-01"},
        {"%Y-%m-%d", "2015-02-30", "2015-03-02"},
        {"%x %X", "5/6/2015 1:45:30 PM", "2015-05-06T13:45:30Z"},
        {"%H:%M:%S.%f", "10:20:30.123456", "1900-01-01T10:20:30.123Z"},
    };
    const MuLocale *locale = mu_locale_find(MU_STR("en-US"));
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_number(mu_time_parse(locale, mu_str(cases[i][0]), mu_str(cases[i][1]), NULL), iso(cases[i][2]));
    assert_number(mu_time_parse(mu_locale_find(MU_STR("de-DE")), MU_STR("%d. %B %Y"), MU_STR("6. MÄRZ 2015"), NULL),
                  iso("2015-03-06"));
}

static void texts_that_do_not_fit_are_no_time(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"%Y", "15x"},
        {"%Y-%m", "2015"},
        {"%Y", ""},
        {"%b", "xyz"},
        {"%Y W%V", "2015 W54"},
        {"%Y-%m-%d", "2015/05/06"},
        {"%k", "1"},
        {"%", "%"},
        {"%H", "noon"},
        {"%Z", "0100"},
        {"%Q", "9000000000000000"},
    };
    const MuLocale *locale = mu_locale_find(MU_STR("en-US"));
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_number(mu_time_parse(locale, mu_str(cases[i][0]), mu_str(cases[i][1]), NULL), NAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_directive_writes_its_field),
        TEST(weeks_turn_at_new_year_by_their_own_rules),
        TEST(names_follow_the_locale),
        TEST(what_is_no_time_says_so),
        TEST(the_coarsest_unit_picks_the_format),
        TEST(texts_that_fit_become_times),
        TEST(texts_that_do_not_fit_are_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
