/* Expected values: Node 20 (V8), vega-time 3, d3-time 3. */
#include "base/zone.h"
#include "fixture.h"

static double iso(const char *text)
{
    double ms = mu_date_parse(mu_str(text), NULL);
    assert_true(ms == ms);
    return ms;
}

static void an_instant_has_its_fields(void **state)
{
    (void)state;
    MuCivil c = mu_civil(1430919930250, NULL); /* 2015-05-06T13:45:30.250Z, a Wednesday */
    assert_int_equal(c.year, 2015);
    assert_int_equal(c.month, 5);
    assert_int_equal(c.day, 6);
    assert_int_equal(c.hour, 13);
    assert_int_equal(c.minute, 45);
    assert_int_equal(c.second, 30);
    assert_int_equal(c.ms, 250);
    assert_int_equal(c.weekday, 3);
    assert_int_equal(c.day_of_year, 126);
}

static void instants_before_1970_round_down(void **state)
{
    (void)state;
    MuCivil c = mu_civil(-1, NULL);
    assert_int_equal(c.year, 1969);
    assert_int_equal(c.month, 12);
    assert_int_equal(c.day, 31);
    assert_int_equal(c.hour, 23);
    assert_int_equal(c.ms, 999);
    assert_int_equal(c.weekday, 3);
    assert_int_equal(mu_civil(-62198755200000, NULL).year, -1);
}

static void fields_out_of_range_roll_over(void **state)
{
    (void)state;
    assert_number(mu_civil_ms(2015, 13, 1, 0, 0, 0, 0, NULL), iso("2016-01-01"));
    assert_number(mu_civil_ms(2015, 0, 1, 0, 0, 0, 0, NULL), iso("2014-12-01"));
    assert_number(mu_civil_ms(2015, 2, 30, 0, 0, 0, 0, NULL), iso("2015-03-02"));
    assert_number(mu_civil_ms(2016, 3, 0, 0, 0, 0, 0, NULL), iso("2016-02-29"));
    assert_number(mu_civil_ms(2015, 1, 1, 25, -1, 0, 0, NULL), iso("2015-01-02T00:59Z"));
    assert_number(mu_civil_ms(275760, 9, 13, 0, 0, 0, 0, NULL), 8.64e15);
    assert_number(mu_civil_ms(275760, 9, 13, 0, 0, 0, 1, NULL), NAN);
    assert_number(mu_civil_ms(INT64_MAX, 1, 1, 0, 0, 0, 0, NULL), NAN);
}

/* Central Europe's summer time of 2020. */
static void a_zone_shifts_gaps_and_repeats_as_javascript_does(void **state)
{
    (void)state;
    static const double from[] = {1585443600000, 1603587600000}, offset[] = {7200000, 3600000};
    const MuZone zone = {.count = 2, .before = 3600000, .from = from, .offset = offset};
    assert_int_equal(mu_civil(iso("2020-07-01T12:00Z"), &zone).hour, 14);
    assert_int_equal(mu_civil(iso("2020-12-01T12:00Z"), &zone).hour, 13);
    assert_number(mu_civil_ms(2020, 3, 29, 2, 30, 0, 0, &zone), iso("2020-03-29T01:30Z"));  /* skipped */
    assert_number(mu_civil_ms(2020, 10, 25, 2, 30, 0, 0, &zone), iso("2020-10-25T00:30Z")); /* twice: the first */
    assert_number(mu_date_parse(MU_STR("2020-07-01T12:00"), &zone), iso("2020-07-01T10:00Z"));
    assert_number(mu_date_parse(MU_STR("2020-07-01"), &zone), iso("2020-07-01T00:00Z"));
    assert_number(mu_date_parse(MU_STR("2020/07/01"), &zone), iso("2020-06-30T22:00Z"));
}

static void dates_are_parsed_as_v8_parses_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double ms;
    } cases[] = {
        {"2020", 1577836800000},
        {"2020-01-05", 1578182400000},
        {"2020-1-5", 1578182400000},
        {"2020-01-05T10:20", 1578219600000},
        {"2020-01-05T10:20:30.123456+02:00", 1578212430123},
        {"2020-01-05T24:00", 1578268800000},
        {"2020-01-05T24:01", NAN},
        {"2020-01-05 10:20:30.25", 1578219630250},
        {"2020-02-30", 1583020800000},
        {"2020-13-01", NAN},
        {"-000000-01-01", 978307200000},
        {"Jan 1 2000", 946684800000},
        {"10 Oct 2011 22:48:00", 1318286880000},
        {"Sun, 01 Jan 2012 00:00:00 GMT", 1325376000000},
        {"2012/01/01", 1325376000000},
        {"1/2/2012", 1325462400000},
        {"1/2/12", 1325462400000},
        {"1/2/70", 86400000},
        {"1/2/2012 12:30 AM", 1325464200000},
        {"1/2/2012 13:30 PM", NAN},
        {"Jan 1", 978307200000},
        {"1-Jan-2000", 946684800000},
        {"1/1/2012 10:00 EST", 1325430000000},
        {"1/1/2012 10:00 +0530", 1325392200000},
        {"Jan (new year) 1 2000", 946684800000},
        {"31/12/2012", NAN},
        {"5", 988675200000},
        {"32", 1956528000000},
        {"hello", NAN},
        {"foo2000", NAN},
        {"July 4th 2000", NAN},
        {"", NAN},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_number(mu_date_parse(mu_str(cases[i].text), NULL), cases[i].ms);
}

static MuTimeUnit unit_of(const char *name, double step)
{
    MuTimeUnit unit;
    assert_true(mu_time_unit_parse(mu_str(name), &unit));
    unit.step = step;
    return unit;
}

static void names_of_units_are_read_and_written(void **state)
{
    (void)state;
    MuTimeUnit unit = unit_of("binnedutcyearmonthdatehours", 1);
    assert_true(unit.utc && unit.binned);
    assert_int_equal(unit.units, MU_UNIT_YEAR | MU_UNIT_MONTH | MU_UNIT_DATE | MU_UNIT_HOURS);
    assert_int_equal(unit_of("dayofyear", 1).units, MU_UNIT_DAYOFYEAR);
    assert_int_equal(unit_of("weekday", 1).units, MU_UNIT_WEEK | MU_UNIT_DAY);
    assert_int_equal(unit_of("secondsmilliseconds", 1).units, MU_UNIT_SECONDS | MU_UNIT_MILLISECONDS);
    static const char *const bad[] = {"", "utc", "years", "monthyear", "weekmonth", "dayofyearday", "yearyear"};
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(mu_time_unit_parse(mu_str(bad[i]), &unit));
    MuBuf buf = new_buf();
    mu_time_unit_name(&buf, unit_of("utcyeardayofyear", 1).units);
    assert_buf(&buf, "yeardayofyear");
}

static void units_that_are_left_out_fall_in_2012(void **state)
{
    (void)state;
    static const char *const when = "2015-05-06T13:45:30.250Z";
    static const struct {
        const char *unit;
        double step;
        const char *floor;
    } cases[] = {
        {"year", 1, "2015-01-01"},
        {"year", 10, "2010-01-01"},
        {"quarter", 1, "2012-04-01"},
        {"yearquarter", 1, "2015-04-01"},
        {"month", 1, "2012-05-01"},
        {"yearmonth", 3, "2015-04-01"},
        {"monthdate", 1, "2012-05-06"},
        {"day", 1, "2012-01-04"},
        {"week", 1, "2012-04-29"},
        {"yearweek", 1, "2015-05-03"},
        {"weekday", 1, "2012-05-02"},
        {"dayofyear", 1, "2012-05-05"},
        {"yeardayofyear", 1, "2015-05-06"},
        {"hours", 1, "2012-01-01T13:00Z"},
        {"hoursminutes", 15, "2012-01-01T13:45Z"},
        {"dayhours", 1, "2012-01-04T13:00Z"},
        {"date", 5, "2012-01-06"},
        {"secondsmilliseconds", 1, "2012-01-01T00:00:30.250Z"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double floor_ms = mu_time_unit_floor(unit_of(cases[i].unit, cases[i].step), iso(when), NULL);
        assert_number(floor_ms, iso(cases[i].floor));
    }
    assert_number(mu_time_unit_floor(unit_of("week", 1), iso("2015-01-01"), NULL), iso("2011-12-25"));
    assert_number(mu_time_unit_floor(unit_of("yearweek", 1), iso("2015-01-01"), NULL), iso("2014-12-28"));
    assert_number(mu_time_unit_floor(unit_of("year", 1), NAN, NULL), NAN);
}

static void the_smallest_part_is_what_an_offset_adds(void **state)
{
    (void)state;
    assert_number(mu_time_unit_offset(unit_of("yearmonth", 1), iso("2015-12-01"), 1, NULL), iso("2016-01-01"));
    assert_number(mu_time_unit_offset(unit_of("yearmonth", 3), iso("2015-12-01"), 1, NULL), iso("2016-03-01"));
    assert_number(mu_time_unit_offset(unit_of("quarter", 1), iso("2012-02-15"), 1, NULL), iso("2012-04-15"));
    assert_number(mu_time_unit_offset(unit_of("week", 1), iso("2012-01-01"), -1, NULL), iso("2011-12-25"));
    assert_number(mu_time_unit_offset(unit_of("day", 1), iso("2012-02-28"), 2, NULL), iso("2012-03-01"));
    assert_number(mu_time_unit_offset(unit_of("hours", 6), iso("2012-02-28"), 1, NULL), iso("2012-02-28T06:00Z"));
}

static void specifiers_are_those_of_vega_lite(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"year", "%Y"},
        {"yearquarter", "%Y Q%q"},
        {"yearmonth", "%b %Y"},
        {"yearmonthdate", "%b %d, %Y"},
        {"yearmonthdatehoursminutes", "%b %d, %Y %H:%M"},
        {"monthdate", "%b %d"},
        {"day", "%a"},
        {"yearweek", "%Y W%U"},
        {"dayofyear", "%j"},
        {"hours", "%H:00"},
        {"minutesseconds", "00:%M:%S"},
        {"hoursminutesseconds", "%H:%M:%S"},
        {"secondsmilliseconds", ":%S.%L"},
        {"yearquartermonth", "%Y Q%q %b"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuBuf buf = new_buf();
        mu_time_unit_specifier(&buf, unit_of(cases[i][0], 1).units);
        assert_buf(&buf, cases[i][1]);
    }
}

static void a_span_is_divided_into_units(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *unit;
        double step;
    } cases[] = {
        {"1000-01-01", "2000-01-01", "year", 100},
        {"2000-01-01", "2010-01-01", "year", 1},
        {"2000-01-01", "2001-01-01", "yearmonth", 1},
        {"2000-01-01", "2000-02-01", "yearweek", 1},
        {"2000-01-01", "2000-01-02", "yearmonthdatehours", 3},
        {"2000-01-01T00:00Z", "2000-01-01T00:01Z", "yearmonthdatehoursminutesseconds", 5},
        {"2000-01-01T00:00Z", "2000-01-01T00:00:00.1Z", "yearmonthdatehoursminutessecondsmilliseconds", 10},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuTimeUnit unit = mu_time_bin(iso(cases[i].from), iso(cases[i].to), 10);
        MuBuf buf = new_buf();
        mu_time_unit_name(&buf, unit.units);
        assert_buf(&buf, cases[i].unit);
        assert_number(unit.step, cases[i].step);
    }
}

static void ticks_begin_intervals(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
        double count;
        size_t size;
        const char *second, *last;
    } cases[] = {
        {"1900-01-01", "2000-01-01", 5, 6, "1920-01-01", "2000-01-01"},
        {"2000-01-01", "2001-01-01", 10, 13, "2000-02-01", "2001-01-01"},
        {"2000-01-01", "2000-02-01", 10, 17, "2000-01-03", "2000-02-01"}, /* odd days of the month */
        {"2000-01-01", "2000-01-02", 10, 9, "2000-01-01T03:00Z", "2000-01-02"},
        {"2000-01-01T00:00Z", "2000-01-01T00:01Z", 10, 13, "2000-01-01T00:00:05Z", "2000-01-01T00:01Z"},
        {"2000-01-01T00:00Z", "2000-01-01T00:00:00.1Z", 10, 11, "2000-01-01T00:00:00.01Z", "2000-01-01T00:00:00.1Z"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double from = iso(cases[i].from), to = iso(cases[i].to), *ticks;
        MuInterval interval = mu_interval_for(from, to, cases[i].count);
        assert_int_equal(mu_interval_range(arena, interval, from, to, NULL, &ticks), cases[i].size);
        assert_number(ticks[0], from);
        assert_number(ticks[1], iso(cases[i].second));
        assert_number(ticks[cases[i].size - 1], iso(cases[i].last));
    }
}

static void intervals_have_names_in_the_singular(void **state)
{
    (void)state;
    MuInterval month = mu_interval_named(MU_STR("month"), 3);
    assert_int_equal(month.unit, MU_UNIT_MONTH);
    assert_int_equal(month.step, 3);
    assert_int_equal(mu_interval_named(MU_STR("day"), 1).unit, MU_UNIT_DATE);
    assert_int_equal(mu_interval_named(MU_STR("months"), 1).step, 0);
    assert_int_equal(mu_interval_named(MU_STR("date"), 1).step, 0);
    assert_int_equal(mu_interval_named(MU_STR(""), 1).step, 0);
}

static void intervals_floor_ceil_and_step(void **state)
{
    (void)state;
    MuInterval week = {MU_UNIT_WEEK, 1}, quarter = {MU_UNIT_MONTH, 3}, decade = {MU_UNIT_YEAR, 10};
    MuInterval days = {MU_UNIT_DATE, 2}, unix_days = {MU_UNIT_UNIX_DAY, 2};
    double when = iso("2015-05-06T13:45Z");
    assert_number(mu_interval_floor(week, when, NULL), iso("2015-05-03"));
    assert_number(mu_interval_ceil(week, when, NULL), iso("2015-05-10"));
    assert_number(mu_interval_ceil(week, iso("2015-05-10"), NULL), iso("2015-05-10"));
    assert_number(mu_interval_floor(quarter, when, NULL), iso("2015-04-01"));
    assert_number(mu_interval_ceil(decade, when, NULL), iso("2020-01-01"));
    assert_number(mu_interval_offset(decade, iso("2010-01-01"), -2, NULL), iso("1990-01-01"));
    assert_number(mu_interval_floor(days, iso("2015-05-31"), NULL), iso("2015-05-31"));
    assert_number(mu_interval_offset(days, iso("2015-05-31"), 1, NULL), iso("2015-06-01"));
    assert_number(mu_interval_floor(unix_days, iso("1970-01-02"), NULL), 0);
    assert_number(mu_interval_offset((MuInterval){MU_UNIT_MONTH, 1}, iso("2015-01-31"), 1, NULL), iso("2015-03-03"));
    assert_number(mu_interval_floor(week, NAN, NULL), NAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_instant_has_its_fields),
        TEST(instants_before_1970_round_down),
        TEST(fields_out_of_range_roll_over),
        TEST(a_zone_shifts_gaps_and_repeats_as_javascript_does),
        TEST(dates_are_parsed_as_v8_parses_them),
        TEST(names_of_units_are_read_and_written),
        TEST(units_that_are_left_out_fall_in_2012),
        TEST(the_smallest_part_is_what_an_offset_adds),
        TEST(specifiers_are_those_of_vega_lite),
        TEST(a_span_is_divided_into_units),
        TEST(ticks_begin_intervals),
        TEST(intervals_have_names_in_the_singular),
        TEST(intervals_floor_ceil_and_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
