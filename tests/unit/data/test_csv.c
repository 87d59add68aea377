#include "fixture.h"

static void cells_are_text_as_they_stand(void **state)
{
    (void)state;
    MuTable *table = read_csv("id,name\n007, Ann \n1.50,\n");
    assert_int_equal(table->size, 2);
    assert_string_equal(cell(table, "id", 0), "007");
    assert_string_equal(cell(table, "name", 0), " Ann ");
    assert_string_equal(cell(table, "id", 1), "1.50");
    assert_string_equal(cell(table, "name", 1), "");
    assert_int_equal(diags.list.size, 0);
}

static void quotes_hold_delimiters_line_breaks_and_doubled_quotes(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\n\"x, y\",\"ha \"\"ha\"\"\"\n\"one\r\ntwo\",\"\"\n");
    assert_string_equal(cell(table, "a", 0), "x, y");
    assert_string_equal(cell(table, "b", 0), "ha \"ha\"");
    assert_string_equal(cell(table, "a", 1), "one\r\ntwo");
    assert_string_equal(cell(table, "b", 1), "");
}

static void a_quote_within_an_unquoted_cell_is_text(void **state)
{
    (void)state;
    MuTable *table = read_csv("place,n\n37°36'37.8\"N 121\",2\n");
    assert_string_equal(cell(table, "place", 0), "37°36'37.8\"N 121\"");
    assert_string_equal(cell(table, "n", 0), "2");
}

static void lines_end_with_lf_crlf_or_cr_and_the_last_may_not_end(void **state)
{
    (void)state;
    static const char *const texts[] = {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4"};
    for (size_t i = 0; i < 3; i++) {
        MuTable *table = read_csv(texts[i]);
        assert_int_equal(table->size, 2);
        assert_string_equal(cell(table, "b", 1), "4");
        assert_int_equal(column_of(table, "b")->lines[1], 3);
    }
}

static void a_row_knows_the_line_it_begins_on(void **state)
{
    (void)state;
    const uint32_t *lines = column_of(read_csv("a,b\n\"1\n1\n1\",2\n\n3,4\n"), "a")->lines;
    assert_int_equal(lines[0], 2);
    assert_int_equal(lines[1], 6);
}

static void equal_cells_of_a_column_are_one_word(void **state)
{
    (void)state;
    MuColumn *column = column_of(read_csv("a,b\nx,1\ny,1\nx,1\n"), "a");
    assert_int_equal(column->text.size, 2);
    assert_int_equal(column->text.codes[0], column->text.codes[2]);
    assert_int_not_equal(column->text.codes[0], column->text.codes[1]);
}

static void a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
    (void)state;
    assert_string_equal(cell(read_csv("\xEF\xBB\xBFiso,n\nBGD,1\n"), "iso", 0), "BGD");
}

static void a_last_row_of_blanks_is_dropped_with_a_note(void **state)
{
    (void)state;
    static const char *const texts[] = {"a,b\n1,2\n,\n", "a,b\n1,2\n\n", "a,b\n1,2\n , \n\n"};
    for (size_t i = 0; i < 3; i++) {
        diags = (MuDiags){.arena = arena};
        assert_int_equal(read_csv(texts[i])->size, 1);
        assert_int_equal(diags.list.size, 1);
        assert_int_equal(diags.list.at[0].code, MU_DIAG_CSV_BLANK_LAST);
        assert_int_equal(diags.list.at[0].span.line, 3);
    }
}

static void blank_lines_between_rows_are_skipped_with_a_note(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\n1,2\n\n\n3,4\n");
    assert_int_equal(table->size, 2);
    assert_int_equal(diags.list.at[0].code, MU_DIAG_CSV_BLANK_LINE);
    diags = (MuDiags){.arena = arena};
    assert_int_equal(read_csv("a,b\n1,2\n,,\n \n3,4\n")->size, 2); /* with a cell more, with one less */
    assert_int_equal(diags.list.at[0].code, MU_DIAG_CSV_BLANK_LINE);
}

static void a_blank_line_of_a_single_column_is_an_empty_cell(void **state)
{
    (void)state;
    MuTable *table = read_csv("a\n1\n\n2\n");
    assert_int_equal(table->size, 3);
    assert_string_equal(cell(table, "a", 1), "");
}

static void any_byte_may_part_the_cells(void **state)
{
    (void)state;
    static const char delimiters[] = {'\t', ';', '|', ' '};
    for (size_t i = 0; i < sizeof delimiters; i++) {
        MuStr text = mu_str_printf(arena, "a%cb\n1%c\"x%cy\"\n", delimiters[i], delimiters[i], delimiters[i]);
        MuTable *table = mu_csv_read(arena, source_of(text), (MuCsvOptions){.delimiter = delimiters[i]}, &diags);
        assert_int_equal(strlen(cell(table, "b", 0)), 3);
    }
}

static bool is_asked(const void *asked, MuStr name)
{
    return mu_str_is(name, asked);
}

/* Columns that are left out are known by name, and their cells tell whether the last row is blank. */
static void only_the_wanted_columns_are_kept(void **state)
{
    (void)state;
    MuCsvOptions options = {.delimiter = ',', .wanted = is_asked, .asked = "c"};
    MuTable *table = mu_csv_read(arena, source_of(MU_STR("a,b,c\n1,2,3\n4,5,6\n7,,\n,,\n")), options, &diags);
    MuStr *names;
    assert_int_equal(table->columns.size, 1);
    assert_int_equal(table->size, 3);
    assert_string_equal(cell(table, "c", 1), "6");
    assert_int_equal(mu_table_names(table, arena, &names), 3);
    assert_true(mu_str_is(names[0], "c") && mu_str_is(names[2], "b"));
}

static void a_file_without_a_header_has_its_columns_numbered(void **state)
{
    (void)state;
    MuTable *table = mu_csv_read(arena, source_of(MU_STR("1,2\n3,4\n")),
                                 (MuCsvOptions){.delimiter = ',', .no_header = true}, &diags);
    assert_int_equal(table->size, 2);
    assert_string_equal(cell(table, "column1", 0), "1");
    assert_string_equal(cell(table, "column2", 1), "4");
}

static void columns_without_name_and_cells_are_left_out_with_a_note(void **state)
{
    (void)state;
    MuTable *table = read_csv(",a,,\n1,2,,\n3,4, ,\n");
    assert_int_equal(table->columns.size, 2);
    assert_string_equal(cell(table, "", 1), "3");
    assert_int_equal(diags.list.size, 1);
    assert_int_equal(diags.list.at[0].code, MU_DIAG_CSV_UNNAMED);
}

static void vega_keeps_the_mark_blank_rows_and_rows_of_any_length(void **state)
{
    (void)state;
    MuTable *table = mu_csv_read(arena,
                                 source_of(MU_STR("\xEF\xBB\xBF"
                                                  "a,b,b\n1\n\n2,3,4,5\n,,\n\n")),
                                 (MuCsvOptions){.delimiter = ',', .vega = true}, &diags);
    assert_int_equal(table->size, 5);
    assert_string_equal(cell(table,
                             "\xEF\xBB\xBF"
                             "a",
                             0),
                        "1");
    assert_string_equal(cell(table, "b", 0), "undefined");
    assert_string_equal(cell(table,
                             "\xEF\xBB\xBF"
                             "a",
                             1),
                        "");
    assert_string_equal(cell(table, "b", 2), "4");
    assert_string_equal(cell(table, "b", 3), "");
    assert_int_equal(diags.list.size, 0);
}

static void line_ends_may_be_mixed(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b\r1,2\r\n3,4\n5,6\r7,8");
    assert_int_equal(table->size, 4);
    assert_string_equal(cell(table, "b", 3), "8");
    assert_int_equal(column_of(table, "a")->lines[3], 5);
}

static void names_can_be_given_and_lines_above_the_header_skipped(void **state)
{
    (void)state;
    MuStr names[] = {MU_STR("x"), MU_STR("y")};
    MuTable *table = mu_csv_read(arena, source_of(MU_STR("1,2\n")),
                                 (MuCsvOptions){.delimiter = ',', .header = names, .header_size = 2}, &diags);
    assert_string_equal(cell(table, "y", 0), "2");
    table = mu_csv_read(arena, source_of(MU_STR("Deaths\nin a year\na,b\n1,2\n")),
                        (MuCsvOptions){.delimiter = ',', .skip = 2}, &diags);
    assert_string_equal(cell(table, "b", 0), "2");
    assert_int_equal(column_of(table, "b")->lines[0], 4);
}

static void a_header_alone_is_a_table_without_rows(void **state)
{
    (void)state;
    MuTable *table = read_csv("a,b");
    assert_int_equal(table->size, 0);
    assert_int_equal(table->columns.size, 2);
}

static void what_is_broken_is_an_error_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        MuCode code;
        uint32_t line;
    } broken[] = {
        {"", MU_DIAG_DATA_EMPTY, 1},
        {"\n\n", MU_DIAG_DATA_EMPTY, 1},
        {"a,b\n1,2\n3\n", MU_DIAG_CSV_CELLS, 3},
        {"a,b\n1,2,3\n", MU_DIAG_CSV_CELLS, 2},
        {"a,b\n1,\"x\"y\n", MU_DIAG_CSV_AFTER_QUOTE, 2},
        {"a,b\n1,\"x\" \n", MU_DIAG_CSV_AFTER_QUOTE, 2},
        {"a,b\n1,2\n3,\"x\n4,5\n", MU_DIAG_CSV_OPEN_QUOTE, 3},
        {"a,b,a\n1,2,3\n", MU_DIAG_CSV_HEADER_TWICE, 1},
        {"Title,,\na,b,c\n", MU_DIAG_CSV_HEADER_EMPTY, 1},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        diags = (MuDiags){.arena = arena};
        assert_null(read_csv(broken[i].text));
        assert_int_equal(diags.list.size, 1);
        assert_int_equal(diags.list.at[0].code, broken[i].code);
        assert_int_equal(diags.list.at[0].span.line, broken[i].line);
    }
}

static void lines_above_a_header_are_shown_in_the_hint(void **state)
{
    (void)state;
    assert_null(read_csv("Arms exports\nMillions\na,b\n1,2\n"));
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("Arms exports | Millions | a,b"), 0) != SIZE_MAX);
    assert_true(mu_str_find(diags.list.at[0].hint, MU_STR("format.skip"), 0) != SIZE_MAX);
}

/* The fault that a guard catches when a table is read with a budget. */
static int read_with_budget(size_t budget, const MuSource *source)
{
    MuArena *small = mu_arena_new(budget);
    MuDiags own = {.arena = arena};
    MuGuard guard;
    int fault = MU_GUARD(small, &guard);
    if (fault == 0)
        mu_csv_read(small, source, (MuCsvOptions){.delimiter = ','}, &own);
    mu_guard_leave(&guard);
    mu_arena_free(small);
    return fault;
}

/* The reader lets nothing jump out of libcsv: with no memory left the guard is reached, and nothing leaks. */
static void no_memory_is_caught_by_the_guard(void **state)
{
    (void)state;
    MuBuf text = {.arena = arena};
    mu_buf_adds(&text, "a,b\n");
    for (int i = 0; i < 9000; i++)
        mu_buf_printf(&text, "\"cell %d\",%d\n", i, i);
    const MuSource *source = source_of(mu_buf_str(&text));
    for (size_t budget = 32 * 1024; budget <= 256 * 1024; budget += 7000)
        assert_int_equal(read_with_budget(budget, source), MU_NO_MEMORY);
    assert_int_equal(read_with_budget(0, source), MU_NO_FAULT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(cells_are_text_as_they_stand),
        TEST(quotes_hold_delimiters_line_breaks_and_doubled_quotes),
        TEST(a_quote_within_an_unquoted_cell_is_text),
        TEST(lines_end_with_lf_crlf_or_cr_and_the_last_may_not_end),
        TEST(a_row_knows_the_line_it_begins_on),
        TEST(equal_cells_of_a_column_are_one_word),
        TEST(a_byte_order_mark_is_no_part_of_the_first_name),
        TEST(a_last_row_of_blanks_is_dropped_with_a_note),
        TEST(blank_lines_between_rows_are_skipped_with_a_note),
        TEST(a_blank_line_of_a_single_column_is_an_empty_cell),
        TEST(any_byte_may_part_the_cells),
        TEST(only_the_wanted_columns_are_kept),
        TEST(a_file_without_a_header_has_its_columns_numbered),
        TEST(columns_without_name_and_cells_are_left_out_with_a_note),
        TEST(vega_keeps_the_mark_blank_rows_and_rows_of_any_length),
        TEST(line_ends_may_be_mixed),
        TEST(names_can_be_given_and_lines_above_the_header_skipped),
        TEST(a_header_alone_is_a_table_without_rows),
        TEST(what_is_broken_is_an_error_with_its_line),
        TEST(lines_above_a_header_are_shown_in_the_hint),
        TEST(no_memory_is_caught_by_the_guard),
    };
    return cmocka_run_group_tests_name("data/csv", tests, NULL, NULL);
}
