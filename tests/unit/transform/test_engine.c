/* What the engines promise beyond the reference: cells of files, order, errors, nothing shared is changed. */
#include "cases.h"

#include "data/csv.h"

static MuTable *read_csv(const char *text)
{
    MuSource *source = MU_NEW(arena, MuSource);
    *source = (MuSource){MU_STR("test.csv"), mu_str(text)};
    MuTable *table = mu_csv_read(arena, source, (MuCsvOptions){.delimiter = ','}, &diags);
    assert_non_null(table);
    return table;
}

static void empty_cells_of_a_file_are_missing_and_never_zero(void **state)
{
    (void)state;
    MuTable *table = read_csv("v,g\n4,a\n,a\n 2 ,a\n  ,b\n");
    const char *measures = "[{\"aggregate\": [{\"op\": \"mean\", \"field\": \"v\", \"as\": \"m\"}, {\"op\": \"min\", "
                           "\"field\": \"v\", \"as\": \"l\"}, {\"op\": \"missing\", \"field\": \"v\", \"as\": \"n\"}], "
                           "\"groupby\": [\"g\"]}]";
    assert_rows(run_on(table, measures), "[{\"g\": \"a\", \"l\": 2, \"m\": 3, \"n\": 1}, {\"g\": \"b\", \"n\": 1}]");
}

static void texts_of_a_file_that_are_numbers_are_compared_as_numbers(void **state)
{
    (void)state;
    MuTable *table = read_csv("v\n9\n10\n1e2\n");
    assert_rows(run_on(table, "[{\"aggregate\": [{\"op\": \"max\", \"field\": \"v\", \"as\": \"m\"}]}]"),
                "[{\"m\": 100}]");
    assert_rows(run_on(table, "[{\"window\": [{\"op\": \"row_number\", \"as\": \"r\"}], \"sort\": [{\"field\": \"v\", "
                              "\"order\": \"descending\"}]}, {\"filter\": \"datum.r == 1\"}]"),
                "[{\"r\": 1, \"v\": \"1e2\"}]");
}

static void an_empty_cell_fails_every_comparison_of_a_filter(void **state)
{
    (void)state;
    MuTable *table = read_csv("v\n\n1\n7\n");
    assert_int_equal(run_on(table, "[{\"filter\": {\"field\": \"v\", \"lt\": 5}}]")->size, 1);
    assert_int_equal(run_on(table, "[{\"filter\": {\"field\": \"v\", \"range\": [0, 9]}}]")->size, 2);
    assert_int_equal(run_on(table, "[{\"filter\": {\"field\": \"v\", \"valid\": true}}]")->size, 2);
}

static void folded_cells_of_a_file_stay_cells_of_a_file(void **state)
{
    (void)state;
    MuTable *table = run_on(read_csv("i,a,b\n1,2,2\n2,,5\n"), "[{\"fold\": [\"a\", \"b\"]}]");
    MuColumn *value = mu_table_column(table, MU_STR("value"));
    assert_int_equal(value->kind, MU_COLUMN_TEXT);
    assert_int_equal(value->text.size, 3); /* 2, "", 5: each word once */
    assert_true(isnan(mu_column_numbers(arena, value)[2]));
    assert_int_equal(value->lines[3], 3);
}

static void a_transform_leaves_the_table_it_is_given_as_it_was(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\n1,x\n2,y\n");
    run_on(table, "[{\"calculate\": \"1\", \"as\": \"a\"}, {\"filter\": \"false\"}]");
    run_on(table,
           "[{\"bin\": true, \"field\": \"a\", \"as\": \"b\"}, {\"stack\": \"a\", \"groupby\": [], \"as\": \"a\"}]");
    assert_rows(table, "[{\"a\": \"1\", \"b\": \"x\"}, {\"a\": \"2\", \"b\": \"y\"}]");
}

static void a_calculated_column_sees_only_the_rows_that_are_held(void **state)
{
    (void)state;
    MuTable *table = run_text("[{\"a\": \"x\"}, {\"a\": 2}, {\"a\": 3}]",
                              "[{\"filter\": \"isNumber(datum.a)\"}, {\"calculate\": \"datum.a * 2\", \"as\": \"b\"}]");
    assert_int_equal(mu_table_column(table, MU_STR("b"))->kind, MU_COLUMN_NUMBER);
    assert_rows(table, "[{\"a\": 2, \"b\": 4}, {\"a\": 3, \"b\": 6}]");
}

static void the_groups_of_two_columns_are_their_pairs_and_text_is_not_number(void **state)
{
    (void)state;
    MuTable *table =
        run_text("[{\"a\": 1, \"b\": null}, {\"a\": \"1\", \"b\": null}, {\"a\": 1}, {\"a\": 1, \"b\": null}]",
                 "[{\"aggregate\": [{\"op\": \"count\", \"as\": \"n\"}], \"groupby\": [\"a\", \"b\"]}]");
    assert_rows(table,
                "[{\"a\": 1, \"b\": null, \"n\": 2}, {\"a\": \"1\", \"b\": null, \"n\": 1}, {\"a\": 1, \"n\": 1}]");
}

static void a_nested_field_is_grouped_and_measured(void **state)
{
    (void)state;
    MuTable *table = run_text(
        "[{\"p\": {\"g\": \"a\", \"v\": [1, 2]}}, {\"p\": {\"g\": \"a\", \"v\": [1, 5]}}]",
        "[{\"aggregate\": [{\"op\": \"sum\", \"field\": \"p.v[1]\", \"as\": \"s\"}], \"groupby\": [\"p.g\"]}]");
    assert_rows(table, "[{\"p.g\": \"a\", \"s\": 7}]");
}

static void an_absent_value_takes_no_room_in_a_stack(void **state)
{
    (void)state;
    MuTable *table = run_text("[{\"v\": 2}, {\"w\": 1}, {\"v\": 3}]",
                              "[{\"stack\": \"v\", \"groupby\": [], \"as\": [\"s\", \"e\"]}]");
    assert_rows(table,
                "[{\"v\": 2, \"s\": 0, \"e\": 2}, {\"w\": 1, \"s\": 2, \"e\": 2}, {\"v\": 3, \"s\": 2, \"e\": 5}]");
}

static void a_sample_keeps_distinct_rows_in_their_order_and_is_the_same_each_time(void **state)
{
    (void)state;
    MuBuf rows = {.arena = arena};
    for (int i = 0; i < 500; i++)
        mu_buf_printf(&rows, "%s{\"i\": %d}", i ? "," : "[", i);
    mu_buf_addc(&rows, ']');
    const char *text = mu_buf_str(&rows).at;
    MuTable *one = run_text(text, "[{\"sample\": 50}]"), *two = run_text(text, "[{\"sample\": 50}]");
    assert_int_equal(one->size, 50);
    assert_string_equal(table_text(one), table_text(two));
    for (size_t i = 1; i < one->size; i++)
        assert_true(mu_table_row(one, i) > mu_table_row(one, i - 1));
    assert_true(mu_table_row(one, 49) > 300); /* not the first ones only */
    assert_int_equal(run_text(text, "[{\"sample\": 900}]")->size, 500);
}

static void duplicate_keys_of_a_lookup_are_warned_of_once_and_the_last_wins(void **state)
{
    (void)state;
    MuTable *table =
        run_text("[{\"k\": \"a\"}]",
                 "[{\"lookup\": \"k\", \"from\": {\"data\": {\"values\": [{\"k\": \"a\", \"v\": 1}, "
                 "{\"k\": \"a\", \"v\": 2}, {\"k\": \"a\", \"v\": 3}]}, \"key\": \"k\", \"fields\": [\"v\"]}}]");
    assert_rows(table, "[{\"k\": \"a\", \"v\": 3}]");
    assert_int_equal(diags.list.size, 1);
    assert_int_equal(diags.list.at[0].code, MU_DIAG_LOOKUP_TWICE);
}

/* One code for each of some malformed transforms. */
static void what_is_wrong_in_a_transform_is_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *transform;
        MuCode code;
    } wrong[] = {
        {"[{\"fold\": [\"nope\"]}]", MU_DIAG_UNKNOWN_FIELD},
        {"[{\"aggregate\": [{\"op\": \"avg\", \"field\": \"a\"}]}]", MU_DIAG_UNKNOWN_AGGREGATE},
        {"[{\"window\": [{\"op\": \"ntile\", \"as\": \"x\"}]}]", MU_DIAG_TRANSFORM_NEEDS},
        {"[{\"calculate\": \"datum.a\"}]", MU_DIAG_TRANSFORM_NEEDS},
        {"[{\"filter\": {\"field\": \"a\"}}]", MU_DIAG_TRANSFORM_NEEDS},
        {"[{\"filter\": {\"field\": \"a\", \"timeUnit\": \"yaer\", \"equal\": 1}}]", MU_DIAG_NO_SUCH_VALUE},
        {"[{\"regression\": \"a\", \"on\": \"a\", \"method\": \"cubic\"}]", MU_DIAG_NO_SUCH_VALUE},
        {"[{\"nothing\": 1}]", MU_DIAG_UNKNOWN_TRANSFORM},
        {"[{\"stack\": 3, \"groupby\": [], \"as\": \"x\"}]", MU_DIAG_TRANSFORM_NEEDS},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        diags = (MuDiags){.arena = arena};
        assert_null(run_text("[{\"a\": 1}, {\"a\": 2}]", wrong[i].transform));
        assert_int_equal(diags.errors, 1);
        assert_int_equal(diags.list.at[0].code, wrong[i].code);
    }
}

static void every_transform_is_found_by_its_key_and_says_what_it_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < mu_transform_count; i++) {
        const MuTransformDef *def = mu_transforms[i];
        MuStr text = mu_str_printf(arena, "{\"%s\": 0, \"extent\": [0, 1]}", def->key);
        assert_ptr_equal(mu_transform_find(read_json_str(text)), def);
        assert_true(strlen(def->doc) > 10);
        assert_true(i == 0 || strcmp(mu_transforms[i - 1]->name, def->name) < 0);
    }
}

static void missing_parts_are_imputed_with_zero_for_stacks(void **state)
{
    (void)state;
    MuTable *table = mu_table_from_node(
        arena, read_json("[{\"x\": 1, \"c\": \"a\", \"v\": 5}, {\"x\": 2, \"c\": \"b\", \"v\": 3}]"), &diags);
    MuColumn *value = mu_table_column(table, MU_STR("v")), *key = mu_table_column(table, MU_STR("x"));
    MuColumn *groups[] = {mu_table_column(table, MU_STR("c"))};
    assert_rows(
        mu_impute_zero(table, value, key, groups, 1),
        "[{\"x\": 1, \"c\": \"a\", \"v\": 5}, {\"x\": 2, \"c\": \"b\", \"v\": 3}, {\"x\": 2, \"c\": \"a\", \"v\": 0}, "
        "{\"x\": 1, \"c\": \"b\", \"v\": 0}]");
}

/* Knows one selection, "chosen", which holds for rows whose `a` is 2. */
static bool selection_test(void *context, MuStr function, const MuValue *arguments, size_t count, MuArena *results,
                           MuValue *value)
{
    (void)context;
    (void)results;
    if (!mu_str_is(function, "vlSelectionTest") || count != 2 || !mu_str_is(mu_value_str(arguments[0]), "chosen"))
        return false;
    *value = mu_bool(mu_value_member(arguments[1], MU_STR("a")).number == 2);
    return true;
}

static void a_param_is_asked_of_the_environment_and_holds_for_all_while_it_is_empty(void **state)
{
    (void)state;
    static const struct {
        const char *filter;
        size_t rows;
    } cases[] = {{"{\"filter\": {\"param\": \"chosen\"}}", 1},
                 {"{\"filter\": {\"not\": {\"param\": \"chosen\"}}}", 2},
                 {"{\"filter\": {\"param\": \"brush\"}}", 3},
                 {"{\"filter\": {\"param\": \"brush\", \"empty\": false}}", 0}};
    MuTable *table = run_text("[{\"a\": 1}, {\"a\": 2}, {\"a\": 3}]", "[]");
    MuEnv env = {.arena = arena, .diags = &diags, .call = selection_test};
    MuTransformContext context = {arena, &env, &diags, NULL, NULL, inline_data};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(mu_transform_run(read_json(cases[i].filter), table, &context)->size, cases[i].rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(empty_cells_of_a_file_are_missing_and_never_zero),
        TEST(texts_of_a_file_that_are_numbers_are_compared_as_numbers),
        TEST(an_empty_cell_fails_every_comparison_of_a_filter),
        TEST(folded_cells_of_a_file_stay_cells_of_a_file),
        TEST(a_transform_leaves_the_table_it_is_given_as_it_was),
        TEST(a_calculated_column_sees_only_the_rows_that_are_held),
        TEST(the_groups_of_two_columns_are_their_pairs_and_text_is_not_number),
        TEST(a_nested_field_is_grouped_and_measured),
        TEST(an_absent_value_takes_no_room_in_a_stack),
        TEST(a_sample_keeps_distinct_rows_in_their_order_and_is_the_same_each_time),
        TEST(duplicate_keys_of_a_lookup_are_warned_of_once_and_the_last_wins),
        TEST(what_is_wrong_in_a_transform_is_an_error),
        TEST(every_transform_is_found_by_its_key_and_says_what_it_does),
        TEST(missing_parts_are_imputed_with_zero_for_stacks),
        TEST(a_param_is_asked_of_the_environment_and_holds_for_all_while_it_is_empty),
    };
    return cmocka_run_group_tests_name("transform/engine", tests, NULL, NULL);
}
