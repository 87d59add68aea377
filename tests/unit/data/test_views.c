#include "fixture.h"

static const double DECEMBER_25_2024 = 1735084800000, JULY_7_2024 = 1720310400000;

static MuTable *as_vega(MuTable *table)
{
    mu_table_read_as_vega(table);
    return table;
}

static const MuDiag *said(MuCode code)
{
    for (size_t i = 0; i < diags.list.size; i++)
        if (diags.list.at[i].code == code)
            return &diags.list.at[i];
    return NULL;
}

static bool numbers_pass(const char *csv)
{
    diags = (MuDiags){.arena = arena};
    MuTable *table = read_csv(csv);
    return mu_column_check_numbers(table, column_of(table, "a"), (MuSpan){0}, &diags);
}

static bool dates_pass(MuTable *table)
{
    diags = (MuDiags){.arena = arena};
    return mu_column_check_dates(table, column_of(table, "a"), NULL, (MuSpan){0}, &diags);
}

static void an_empty_text_is_no_number_but_zero_for_vega(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\n,1\n5,1\n"), *json = read_rows("[{\"a\": \"\"}, {\"a\": null}]");
    assert_true(isnan(mu_column_numbers(arena, column_of(table, "a"))[0]));
    MuTable *vega = as_vega(read_csv("a,b\n,1\n5,1\n"));
    assert_true(mu_column_numbers(arena, column_of(vega, "a"))[0] == 0);
    as_vega(json);
    assert_true(mu_column_numbers(arena, column_of(json, "a"))[0] == 0);
    assert_true(isnan(mu_column_numbers(arena, column_of(json, "a"))[1]));
}

static void a_number_is_a_year_but_milliseconds_for_vega(void **state)
{
    (void)state;
    MuTable *table = read_rows("[{\"a\": 2017}]");
    assert_true(mu_column_dates(arena, column_of(table, "a"), NULL)[0] == 1483228800000);
    assert_true(dates_pass(table));
    assert_non_null(said(MU_DIAG_NUMBER_YEARS));
    MuTable *vega = as_vega(read_rows("[{\"a\": 2017}]"));
    assert_true(mu_column_dates(arena, column_of(vega, "a"), NULL)[0] == 2017);
}

static void numbers_that_may_be_thousands_or_decimals_are_warned_of(void **state)
{
    (void)state;
    static const char *const doubtful[] = {"a,b\n1.234,x\n5.678,x\n", "a,b\n12,x\n1.234,x\n,x\n", "a,b\n-1.234,x\n"};
    static const char *const clear[] = {"a,b\n1.234,x\n1.5,x\n", "a,b\n1234.567,x\n", "a,b\n0.123,x\n",
                                        "a,b\n1,x\n2,x\n", "a,b\n1.2345,x\n"};
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++) {
        assert_true(numbers_pass(doubtful[i]));
        assert_non_null(said(MU_DIAG_NUMBER_TWO_WAYS));
    }
    for (size_t i = 0; i < sizeof clear / sizeof *clear; i++) {
        assert_true(numbers_pass(clear[i]));
        assert_int_equal(diags.list.size, 0);
    }
}

static void a_number_with_separators_names_what_to_declare(void **state)
{
    (void)state;
    assert_false(numbers_pass("a,b\n35.000.000,x\n"));
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("{thousands: \".\"}"), 0) != SIZE_MAX);
    assert_false(numbers_pass("a,b\n\"1.234,5\",x\n"));
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("{thousands: \".\", decimal: \",\"}"), 0) != SIZE_MAX);
    assert_false(numbers_pass("a,b\nNA,x\n"));
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("{missing: {\"a\": [\"NA\"]}}"), 0) != SIZE_MAX);
}

static void least_and_greatest_of_numbers_with_a_word_among_them_are_refused(void **state)
{
    (void)state;
    MuTable *words = read_csv("a\nx\ny\n"), *mixed = read_csv("a\n9\n10\nNA\n");
    assert_true(mu_column_check_extremes(words, column_of(words, "a"), (MuSpan){0}, &diags));
    assert_false(mu_column_check_extremes(mixed, column_of(mixed, "a"), (MuSpan){0}, &diags));
}

static void a_date_that_can_be_read_one_way_only_is_read(void **state)
{
    (void)state;
    MuTable *day = read_csv("a\n25-12-2024\n07-07-2024\n"), *month = read_csv("a\n12/25/2024\n");
    assert_true(dates_pass(day) && dates_pass(month));
    const double *dates = mu_column_dates(arena, column_of(day, "a"), NULL);
    assert_true(dates[0] == DECEMBER_25_2024 && dates[1] == JULY_7_2024);
    assert_true(mu_column_dates(arena, column_of(month, "a"), NULL)[0] == DECEMBER_25_2024);
    MuTable *time = read_csv("a\n25.12.2024 06:00\n");
    assert_true(mu_column_dates(arena, column_of(time, "a"), NULL)[0] == DECEMBER_25_2024 + 6 * 3600e3);
}

static void a_date_that_can_be_read_two_ways_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *csv, *hint;
    } cases[] = {
        {"a\n25-12-2024\n07-03-2024\n", "other cells have the day first"},
        {"a\n12/25/2024\n07/03/2024\n", "other cells have the month first"},
        {"a\n05/05/2024\n07/03/2024\n", "'%d/%m/%Y'"},
        {"a\n24/10/25\n07/03/24\n", "%y for a year of two digits"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        MuTable *table = read_csv(cases[i].csv);
        assert_false(dates_pass(table));
        assert_int_equal(diags.list.at[0].code, MU_DIAG_DATE_TWO_WAYS);
        assert_true(isnan(mu_column_dates(arena, column_of(table, "a"), NULL)[1]));
    }
    MuTable *json = read_rows("[{\"a\": \"07-03-2024\"}]");
    assert_false(dates_pass(json));
    assert_false(dates_pass(read_csv("a\n25/12/2024\n12/26/2024\n")));
    assert_non_null(said(MU_DIAG_DATE_MIXED));
}

static void a_plain_number_is_no_date_unless_a_year(void **state)
{
    (void)state;
    assert_true(dates_pass(read_csv("a\n2017\n")));
    assert_false(dates_pass(read_csv("a\n5\n")));
    assert_non_null(said(MU_DIAG_CELL_NOT_DATE));
}

static void vega_reads_the_month_first_and_says_nothing(void **state)
{
    (void)state;
    MuTable *vega = as_vega(read_csv("a\n07-03-2024\n25-12-2024\nNA\n"));
    assert_true(dates_pass(vega));
    assert_true(mu_column_check_numbers(vega, column_of(vega, "a"), (MuSpan){0}, &diags));
    const double *dates = mu_column_dates(arena, column_of(vega, "a"), NULL);
    assert_true(dates[0] == 1719964800000 && isnan(dates[1]));
    assert_int_equal(diags.list.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_text_is_no_number_but_zero_for_vega),
        TEST(a_number_is_a_year_but_milliseconds_for_vega),
        TEST(numbers_that_may_be_thousands_or_decimals_are_warned_of),
        TEST(a_number_with_separators_names_what_to_declare),
        TEST(least_and_greatest_of_numbers_with_a_word_among_them_are_refused),
        TEST(a_date_that_can_be_read_one_way_only_is_read),
        TEST(a_date_that_can_be_read_two_ways_is_refused),
        TEST(a_plain_number_is_no_date_unless_a_year),
        TEST(vega_reads_the_month_first_and_says_nothing),
    };
    return cmocka_run_group_tests_name("data/views", tests, NULL, NULL);
}
