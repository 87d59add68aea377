#include "fixture.h"

#include "data/cells.h"

static MuColumn *applied(const char *csv, const MuCellRules *rules)
{
    MuTable *table = read_csv(csv);
    assert_non_null(table);
    MuColumn *column = column_of(table, "a");
    mu_column_apply(arena, column, rules);
    return column;
}

static const char *text_of(const MuColumn *column, size_t row)
{
    return mu_str_cstr(arena, mu_to_string(arena, mu_column_value(column, row)));
}

static void codes_for_what_is_not_known_become_empty_cells(void **state)
{
    (void)state;
    MuStr codes[] = {MU_STR(".."), MU_STR("-9")};
    MuColumn *column =
        applied("a,b\n..,1\n-9,1\n-99,1\n -9 ,1\n,1\n", &(MuCellRules){.missing = codes, .missing_size = 2});
    assert_string_equal(text_of(column, 0), "");
    assert_string_equal(text_of(column, 1), "");
    assert_string_equal(text_of(column, 2), "-99");
    assert_string_equal(text_of(column, 3), "");
    assert_int_equal(column->text.codes[0], column->text.codes[4]);
    assert_int_equal(column->text.size, 2);
}

static void an_empty_cell_may_mean_something(void **state)
{
    (void)state;
    MuColumn *column = applied("a,b\n,1\n5,1\n", &(MuCellRules){.empty = MU_STR("0")});
    const double *numbers = mu_column_numbers(arena, column);
    assert_true(numbers[0] == 0 && numbers[1] == 5);
}

static void assert_numbers(const char *decimal, const char *thousands, const char *cell_text, double wanted)
{
    MuCellRules rules = {.decimal = mu_str(decimal), .thousands = mu_str(thousands)};
    MuStr csv = mu_str_printf(arena, "a,b\n\"%s\",1\n", cell_text);
    double number = mu_column_numbers(arena, applied(csv.at, &rules))[0];
    if (isnan(wanted) ? !isnan(number) : number != wanted)
        fail_msg("'%s' with decimal '%s' and thousands '%s'", cell_text, decimal, thousands);
}

static void numbers_are_read_by_the_declared_separators_only(void **state)
{
    (void)state;
    static const struct {
        const char *decimal, *thousands, *text;
        double number;
    } cases[] = {
        {"", ".", "35.000.000", 35000000},
        {"", ".", "1.234", 1234},
        {"", ".", "12", 12},
        {"", ".", "1.5", NAN},
        {"", ".", "1234.567", NAN},
        {",", ".", "1.234,5", 1234.5},
        {",", ".", "-1.234,5", -1234.5},
        {",", "", "3,5", 3.5},
        {",", "", "1.234", NAN},
        {",", "", "2,5e3", 2500},
        {"", ",", "1,234.5", 1234.5},
        {"", ",", "12,34,567", 1234567},
        {"", ",", "1,23", NAN},
        {"", ",", ",5", NAN},
        {"", " ", "1\u00A0234\u202F567", 1234567},
        {"", "'", "1'000", 1000},
        {",", ".", "", NAN},
        {",", ".", "NA", NAN},
        {".", "", "1.5", 1.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_numbers(cases[i].decimal, cases[i].thousands, cases[i].text, cases[i].number);
}

/* What is no number by them stays the text it was, and is an error where a number is asked for. */
static void a_number_by_other_separators_is_refused(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\n\"1.234,5\",1\n1.5,1\n");
    MuColumn *column = column_of(table, "a");
    mu_column_apply(arena, column, &(MuCellRules){.decimal = MU_STR(","), .thousands = MU_STR(".")});
    assert_string_equal(text_of(column, 0), "1234.5");
    assert_string_equal(text_of(column, 1), "1.5");
    assert_false(mu_column_check_numbers(table, column, (MuSpan){0}, &diags));
    assert_true(mu_str_find(diags.list.at[0].message, MU_STR("line 3: '1.5'"), 0) != SIZE_MAX);
}

static void values_of_json_have_codes_too(void **state)
{
    (void)state;
    MuStr codes[] = {MU_STR("NA"), MU_STR("-9")};
    MuColumn *column = column_of(read_rows("[{\"a\": \"NA\"}, {\"a\": -9}, {\"a\": 5}, {}]"), "a");
    mu_column_apply(arena, column, &(MuCellRules){.missing = codes, .missing_size = 2, .empty = MU_STR("0")});
    assert_int_equal(mu_column_value(column, 0).kind, MU_NULL);
    assert_int_equal(mu_column_value(column, 1).kind, MU_NULL);
    assert_true(mu_column_value(column, 2).number == 5);
    assert_true(mu_column_value(column, 3).kind == MU_NUMBER && mu_column_value(column, 3).number == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(codes_for_what_is_not_known_become_empty_cells),
        TEST(an_empty_cell_may_mean_something),
        TEST(numbers_are_read_by_the_declared_separators_only),
        TEST(a_number_by_other_separators_is_refused),
        TEST(values_of_json_have_codes_too),
    };
    return cmocka_run_group_tests_name("data/cells", tests, NULL, NULL);
}
