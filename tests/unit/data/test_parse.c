#include "fixture.h"

static const double MARCH_4_2012 = 1330819200000;

static MuColumn *parse(MuTable *table, const char *kind)
{
    return mu_column_parse(arena, column_of(table, "a"), mu_str(kind), NULL, (MuSpan){0}, &diags);
}

static MuValue parsed(MuTable *table, const char *kind, size_t row)
{
    MuColumn *column = parse(table, kind);
    assert_non_null(column);
    return mu_column_value(column, row);
}

static MuTable *read_as_vega(const char *text)
{
    return mu_csv_read(arena, source_of(mu_str(text)), (MuCsvOptions){.delimiter = ',', .vega = true}, &diags);
}

static void cells_become_what_is_declared(void **state)
{
    (void)state;
    MuTable *numbers = read_csv("a\n1.5\n\n2\n"), *dates = read_csv("a\n04/03/2012\n\n04/03/2012\n");
    MuTable *bools = read_csv("a\ntrue\nfalse\n0\n\nTRUE\n1\n"), *json = read_rows("[{\"a\": 5}, {\"a\": null}]");
    assert_true(parsed(numbers, "number", 0).number == 1.5);
    assert_int_equal(parsed(numbers, "number", 1).kind, MU_NULL);
    assert_true(parsed(dates, "date:'%d/%m/%Y'", 0).number == MARCH_4_2012);
    assert_int_equal(parsed(dates, "date:'%d/%m/%Y'", 0).kind, MU_DATE);
    assert_int_equal(parsed(dates, "date:'%d/%m/%Y'", 1).kind, MU_NULL);
    assert_true(parsed(dates, "utc:%d/%m/%Y", 0).number == MARCH_4_2012);
    assert_true(parsed(read_csv("a\n2012-03-04\n\n2012\n"), "date", 0).number == MARCH_4_2012);
    assert_int_equal(parsed(read_csv("a\n2012-03-04\n"), "date", 0).kind, MU_DATE);
    assert_true(parsed(bools, "boolean", 0).boolean && parsed(bools, "boolean", 4).boolean);
    assert_false(parsed(bools, "boolean", 1).boolean || parsed(bools, "boolean", 2).boolean);
    assert_int_equal(parsed(bools, "boolean", 3).kind, MU_NULL);
    assert_true(mu_str_is(mu_value_str(parsed(json, "string", 0)), "5"));
    assert_int_equal(parsed(json, "string", 1).kind, MU_NULL);
    assert_int_equal(diags.list.size, 0);
}

static void a_date_whose_day_can_only_be_first_is_read_so(void **state)
{
    (void)state;
    assert_true(parsed(read_csv("a\n25.12.2024\n"), "date", 0).number == 1735084800000);
}

static void what_is_not_as_declared_is_an_error_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text, *kind;
        MuCode code;
    } cases[] = {
        {"a\n1\nNA\n", "number", MU_DIAG_CELL_NOT_NUMBER},
        {"a\ntrue\nno\n", "boolean", MU_DIAG_CELL_NOT_BOOLEAN},
        {"a\n2012-03-04\nsoon\n", "date", MU_DIAG_CELL_NOT_DATE},
        {"a\n2012-03-04\n07-03-2024\n", "date", MU_DIAG_DATE_TWO_WAYS},
        {"a\n04.03.2012\n3/4/2012\n", "date:'%d.%m.%Y'", MU_DIAG_CELL_NOT_FORMAT},
        {"a\n1\n2\n", "numbr", MU_DIAG_PARSE_KIND},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diags = (MuDiags){.arena = arena};
        assert_null(parse(read_csv(cases[i].text), cases[i].kind));
        assert_int_equal(diags.list.at[0].code, cases[i].code);
        bool has_line = mu_str_find(diags.list.at[0].message, MU_STR("line 3"), 0) != SIZE_MAX;
        assert_int_equal(has_line, cases[i].code != MU_DIAG_PARSE_KIND);
    }
}

static void vegas_loader_takes_every_text_for_something(void **state)
{
    (void)state;
    assert_true(isnan(parsed(read_as_vega("a\nx\n"), "number", 0).number));
    assert_true(parsed(read_as_vega("a\nno\n"), "boolean", 0).boolean);
    assert_int_equal(parsed(read_as_vega("a\nx\n"), "utc:\"%Y\"", 0).kind, MU_NULL);
    assert_true(parsed(read_as_vega("a\n07-03-2024\n"), "date", 0).number == 1719964800000); /* 3 July */
    assert_int_equal(parsed(read_as_vega("a\n07-03-2024\n"), "date", 0).kind, MU_NUMBER);
    assert_int_equal(diags.list.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(cells_become_what_is_declared),
        TEST(a_date_whose_day_can_only_be_first_is_read_so),
        TEST(what_is_not_as_declared_is_an_error_with_its_line),
        TEST(vegas_loader_takes_every_text_for_something),
    };
    return cmocka_run_group_tests_name("data/parse", tests, NULL, NULL);
}
