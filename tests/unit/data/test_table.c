#include "fixture.h"

static const double MARCH_4_2012 = 1330819200000;

static void objects_make_a_column_of_each_key_in_order_of_appearance(void **state)
{
    (void)state;
    MuTable *table = read_rows("[{\"b\": 1}, {\"a\": null, \"b\": \"x\"}]");
    assert_true(mu_str_is(table->columns.entries[0].key, "b"));
    assert_true(mu_str_is(table->columns.entries[1].key, "a"));
    assert_int_equal(mu_column_value(column_of(table, "a"), 0).kind, MU_UNDEFINED);
    assert_int_equal(mu_column_value(column_of(table, "a"), 1).kind, MU_NULL);
}

static void other_values_are_rows_with_the_column_data(void **state)
{
    (void)state;
    assert_string_equal(cell(read_rows("[28, \"x\"]"), "data", 0), "28");
    assert_string_equal(cell(read_rows("[[4, 5]]"), "1", 0), "5");
    assert_int_equal(read_rows("{\"a\": 1}")->size, 1);
}

static void a_property_selects_inside_of_a_document(void **state)
{
    (void)state;
    const MuNode *node =
        mu_doc_read_json(arena, source_of(MU_STR("{\"hits\": {\"all\": [[], [7]]}}")), MU_DOC_DATA, &diags);
    assert_int_equal(mu_node_property(arena, node, MU_STR("hits.all[1][0]"))->number, 7);
    assert_null(mu_node_property(arena, node, MU_STR("hits.none")));
}

static void a_path_is_taken_apart_as_by_vega(void **state)
{
    (void)state;
    static const struct {
        const char *text, *parts; /* joined by | */
    } paths[] = {{"a.b[0]", "a|b|0"},      {"a\\.b", "a.b"},
                 {"['a.b']", "a.b"},       {"[\"a\"].b", "a|b"},
                 {"a[b][c].d", "a|b|c|d"}, {"personnel*", "personnel*"},
                 {"a[b", "a[b"},           {"a]", "a]"}};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        MuFieldPath path = mu_field_parse(arena, mu_str(paths[i].text));
        MuBuf joined = {.arena = arena};
        for (size_t j = 0; j < path.size; j++)
            mu_buf_printf(&joined, "%s%.*s", j ? "|" : "", MU_FMT(path.parts[j]));
        assert_string_equal(mu_buf_str(&joined).at, paths[i].parts);
    }
}

static void a_column_of_exactly_the_name_wins_over_a_path(void **state)
{
    (void)state;
    MuTable *table = read_rows("[{\"s.year\": 1, \"s\": {\"year\": 2, \"list\": [5]}}]");
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s.year")), 0).number, 1);
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s\\.year")), 0).number, 1);
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s['year']")), 0).number, 2);
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s.list[0]")), 0).number, 5);
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s.no.where")), 0).kind, MU_UNDEFINED);
    assert_null(mu_table_field(table, MU_STR("t.year")));
}

static void a_path_makes_its_column_once_and_no_field_of_the_row(void **state)
{
    (void)state;
    MuTable *table = read_rows("[{\"s\": {\"year\": 2}}]");
    assert_ptr_equal(mu_table_field(table, MU_STR("s.year")), mu_table_field(table, MU_STR("s.year")));
    assert_int_equal(table->columns.size, 1);
    MuColumn *other = mu_table_add(table, MU_STR("s"), MU_COLUMN_VALUE); /* replaced: the path is read anew */
    other->values[0] = mu_number(3);
    assert_int_equal(mu_column_value(mu_table_field(table, MU_STR("s.year")), 0).kind, MU_UNDEFINED);
}

static void a_selection_has_its_rows_and_its_own_later_columns(void **state)
{
    (void)state;
    MuTable *table = read_rows("[{\"a\": 1}, {\"a\": 2}, {\"a\": 3}]");
    static const uint32_t index[] = {2, 0};
    MuTable *selected = mu_table_select(arena, table, index, 2);
    mu_table_add(selected, MU_STR("b"), MU_COLUMN_NUMBER);
    assert_int_equal(mu_table_row(selected, 0), 2);
    assert_non_null(mu_table_column(selected, MU_STR("b")));
    assert_null(mu_table_column(table, MU_STR("b")));
    assert_int_equal(mu_row_get(mu_row_value(selected, 2), MU_STR("a")).number, 3);
}

static void numbers_are_read_from_text_but_empty_is_not_zero(void **state)
{
    (void)state;
    MuTable *table = read_csv("n\n007\n\n  \n1e3\nNA\n-0.5\n");
    const double *numbers = mu_column_numbers(arena, column_of(table, "n"));
    assert_true(numbers[0] == 7 && isnan(numbers[1]) && isnan(numbers[2]));
    assert_true(numbers[3] == 1000 && isnan(numbers[4]) && numbers[5] == -0.5);
    assert_ptr_equal(numbers, mu_column_numbers(arena, column_of(table, "n")));
    assert_string_equal(cell(table, "n", 0), "007");
}

static void numbers_of_json_values_follow_javascript_but_for_null(void **state)
{
    (void)state;
    MuTable *table =
        read_rows("[{\"n\": true}, {\"n\": null}, {\"n\": \"12\"}, {\"n\": \"\"}, {\"m\": 1}, {\"n\": [3]}]");
    const double *numbers = mu_column_numbers(arena, column_of(table, "n"));
    assert_true(numbers[0] == 1 && isnan(numbers[1]) && numbers[2] == 12);
    assert_true(isnan(numbers[3]) && isnan(numbers[4]) && numbers[5] == 3);
}

static void a_whole_number_from_1000_to_2999_is_a_year(void **state)
{
    (void)state;
    MuTable *text = read_csv("d\n2012\n2012-03-04\nMar 4 2012\n3000\n\nx\n");
    const double *dates = mu_column_dates(arena, column_of(text, "d"), NULL);
    assert_true(dates[0] == 1325376000000 && dates[1] == MARCH_4_2012 && dates[2] == MARCH_4_2012);
    assert_true(isnan(dates[4]) && isnan(dates[5]));
    MuTable *json = read_rows("[{\"d\": 2012}, {\"d\": 1330819200000}, {\"d\": 2012.5}, {\"d\": null}]");
    dates = mu_column_dates(arena, column_of(json, "d"), NULL);
    assert_true(dates[0] == 1325376000000 && dates[1] == MARCH_4_2012 && dates[2] == 2012.5 && isnan(dates[3]));
}

static void a_cell_that_is_no_number_is_one_error_for_its_column(void **state)
{
    (void)state;
    MuTable *table = read_csv("deaths\n1\nNA\n\n35.000.000\n");
    assert_false(mu_column_check_numbers(table, column_of(table, "deaths"), (MuSpan){0}, &diags));
    assert_int_equal(diags.list.size, 1);
    assert_true(mu_str_is(diags.list.at[0].message, "column deaths, line 3: 'NA' is not a number"));
    assert_int_equal(diags.list.at[0].count, 2);
    static const uint32_t good[] = {0, 2};
    assert_true(mu_column_check_numbers(mu_table_select(arena, table, good, 2), column_of(table, "deaths"), (MuSpan){0},
                                        &diags));
    MuTable *json = read_rows("[{\"deaths\": \"NA\"}]");
    assert_true(mu_column_check_numbers(json, column_of(json, "deaths"), (MuSpan){0}, &diags));
}

static void gathering_keeps_the_kind_and_gives_absent_cells(void **state)
{
    (void)state;
    MuTable *table = read_csv("a\nx\ny\n");
    static const uint32_t rows[] = {1, UINT32_MAX, 0, 1};
    MuColumn *text = mu_column_gather(arena, column_of(table, "a"), rows, 4);
    assert_true(mu_str_is(mu_value_str(mu_column_value(text, 3)), "y"));
    assert_int_equal(mu_column_value(text, 1).kind, MU_UNDEFINED);
    assert_int_equal(text->lines[2], 2);
    MuColumn *numbers = mu_column_new(arena, MU_STR("n"), MU_COLUMN_NUMBER, 2);
    mu_column_set(arena, numbers, 0, mu_null());
    mu_column_set(arena, numbers, 1, mu_number(4));
    numbers = mu_column_gather(arena, numbers, rows, 4);
    assert_int_equal(mu_column_value(numbers, 0).number, 4);
    assert_int_equal(mu_column_value(numbers, 1).kind, MU_NULL);
    assert_int_equal(mu_column_value(numbers, 2).kind, MU_NULL);
}

static void values_of_one_kind_become_a_column_of_it(void **state)
{
    (void)state;
    MuValue numbers[] = {mu_number(1), mu_number(2)}, dates[] = {mu_date(1), mu_date(2)},
            mixed[] = {mu_number(1), mu_null()};
    assert_int_equal(mu_column_from_values(arena, MU_STR("a"), NULL, numbers, 2)->kind, MU_COLUMN_NUMBER);
    assert_int_equal(mu_column_from_values(arena, MU_STR("a"), NULL, dates, 2)->kind, MU_COLUMN_DATE);
    assert_int_equal(mu_column_from_values(arena, MU_STR("a"), NULL, mixed, 2)->kind, MU_COLUMN_VALUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(objects_make_a_column_of_each_key_in_order_of_appearance),
        TEST(other_values_are_rows_with_the_column_data),
        TEST(a_property_selects_inside_of_a_document),
        TEST(a_path_is_taken_apart_as_by_vega),
        TEST(a_column_of_exactly_the_name_wins_over_a_path),
        TEST(a_path_makes_its_column_once_and_no_field_of_the_row),
        TEST(a_selection_has_its_rows_and_its_own_later_columns),
        TEST(numbers_are_read_from_text_but_empty_is_not_zero),
        TEST(numbers_of_json_values_follow_javascript_but_for_null),
        TEST(a_whole_number_from_1000_to_2999_is_a_year),
        TEST(a_cell_that_is_no_number_is_one_error_for_its_column),
        TEST(gathering_keeps_the_kind_and_gives_absent_cells),
        TEST(values_of_one_kind_become_a_column_of_it),
    };
    return cmocka_run_group_tests_name("data/table", tests, NULL, NULL);
}
