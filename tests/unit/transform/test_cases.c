/* Every file in cases/ is a list of cases, four lines each: "# title", rows, transforms, rows expected. */
#include "cases.h"

#include "io/file.h"

static MuStr next_line(MuStr text, size_t *at)
{
    size_t end = mu_str_find(text, MU_STR("\n"), *at);
    MuStr line = mu_str_slice(text, *at, end);
    *at = end == SIZE_MAX ? text.size : end + 1;
    return line;
}

static size_t run_file(MuStr path)
{
    const MuSource *source = mu_file_read(arena, path, NULL, (MuSpan){0}, &diags);
    size_t failures = 0, count = 0;
    assert_non_null(source);
    for (size_t at = 0; at < source->text.size;) {
        MuStr title = next_line(source->text, &at);
        if (!mu_str_starts(title, "# "))
            continue;
        MuStr rows = next_line(source->text, &at), transforms = next_line(source->text, &at);
        MuStr expected = next_line(source->text, &at);
        MuTable *table = run_text(mu_str_cstr(arena, rows), mu_str_cstr(arena, transforms));
        const char *text = table ? table_text(table) : "(no table)";
        count++;
        if (table && is_near(read_json(text), read_json_str(expected)))
            continue;
        failures++;
        print_error("%.*s:\n  expected %.*s\n  have     %s\n", MU_FMT(title), MU_FMT(expected), text);
    }
    assert_true(count > 0);
    return failures;
}

static void every_case_gives_the_rows_that_stand_in_it(void **state)
{
    (void)state;
    static const char *const endings[] = {".txt"};
    MuStr folder = mu_path_join(arena, mu_path_folder(mu_str(__FILE__)), MU_STR("cases")), *paths;
    size_t count = mu_folder_list(arena, folder, endings, 1, &paths, &diags), failures = 0;
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++)
        failures += run_file(paths[i]);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(every_case_gives_the_rows_that_stand_in_it)};
    return cmocka_run_group_tests_name("transform/cases", tests, NULL, NULL);
}
