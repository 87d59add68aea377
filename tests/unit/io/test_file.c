#include "io/file.h"

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

static MuArena *arena;
static MuDiags diags;
static char folder[64];

static int setup(void **state)
{
    (void)state;
    arena = mu_arena_new(0);
    diags = (MuDiags){.arena = arena};
    memcpy(folder, "/tmp/muster-io-XXXXXX", sizeof "/tmp/muster-io-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static MuStr in_folder(const char *name)
{
    return mu_path_join(arena, mu_str(folder), mu_str(name));
}

static int teardown(void **state)
{
    (void)state;
    static const char *const any[] = {""};
    MuStr *paths;
    size_t count = mu_folder_list(arena, mu_str(folder), any, 1, &paths, &diags);
    for (size_t i = 0; i < count; i++)
        unlink(mu_str_cstr(arena, paths[i]));
    rmdir(folder);
    mu_arena_free(arena);
    return 0;
}

static const MuSource *read_file(MuStr path, const MuFileLimits *limits)
{
    return mu_file_read(arena, path, limits, (MuSpan){0}, &diags);
}

static void write_file(MuStr path, const char *text)
{
    assert_true(mu_file_write(path, text, strlen(text), &diags));
}

static size_t files_in_folder(void)
{
    static const char *const any[] = {""};
    MuStr *paths;
    return mu_folder_list(arena, mu_str(folder), any, 1, &paths, &diags);
}

static void what_is_written_is_read_back_and_nothing_else_is_left(void **state)
{
    (void)state;
    MuStr path = in_folder("figure.svg");
    write_file(path, "first");
    write_file(path, "second");
    assert_true(mu_str_is(read_file(path, NULL)->text, "second"));
    assert_int_equal(files_in_folder(), 1);
}

static void a_new_file_has_the_permissions_that_the_umask_leaves(void **state)
{
    (void)state;
    mode_t before = umask(027);
    write_file(in_folder("a"), "x");
    umask(before);
    struct stat info;
    assert_int_equal(stat(mu_str_cstr(arena, in_folder("a")), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void a_link_stays_a_link_and_its_target_is_replaced(void **state)
{
    (void)state;
    MuStr target = in_folder("target"), link = in_folder("link");
    write_file(target, "old");
    assert_int_equal(symlink("target", mu_str_cstr(arena, link)), 0);
    write_file(link, "new");
    struct stat info;
    assert_int_equal(lstat(mu_str_cstr(arena, link), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_true(mu_str_is(read_file(target, NULL)->text, "new"));
}

static void a_failed_write_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_false(mu_file_write(in_folder("no/such/place"), "x", 1, &diags));
    assert_int_equal(diags.list.at[0].code, MU_DIAG_WRITE_FAILED);
    assert_false(mu_file_write(mu_str(folder), "x", 1, &diags)); /* a folder */
    assert_int_equal(files_in_folder(), 0);
}

static void a_device_is_written_to_and_not_replaced(void **state)
{
    (void)state;
    write_file(MU_STR("/dev/null"), "x");
    struct stat info;
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void a_missing_file_and_a_folder_are_errors_with_their_name(void **state)
{
    (void)state;
    assert_null(read_file(in_folder("missing.csv"), NULL));
    assert_null(read_file(mu_str(folder), NULL));
    assert_int_equal(diags.list.at[0].code, MU_DIAG_READ_FAILED);
    assert_true(mu_str_find(diags.list.at[0].message, MU_STR("missing.csv"), 0) != SIZE_MAX);
    assert_true(mu_str_find(diags.list.at[1].message, MU_STR("it is a folder"), 0) != SIZE_MAX);
}

static void a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not(void **state)
{
    (void)state;
    MuStr path = in_folder("a");
    write_file(path, "12345");
    assert_non_null(read_file(path, &(MuFileLimits){.most_bytes = 5}));
    assert_null(read_file(path, &(MuFileLimits){.most_bytes = 4}));
    assert_int_equal(diags.list.at[0].code, MU_DIAG_FILE_TOO_LARGE);
}

static void only_what_lies_below_a_root_is_read_whatever_the_path_says(void **state)
{
    (void)state;
    const char *roots[] = {folder};
    MuFileLimits limits = {.roots = roots, .root_count = 1};
    write_file(in_folder("inside"), "x");
    assert_int_equal(symlink("/etc/passwd", mu_str_cstr(arena, in_folder("way-out"))), 0);
    assert_non_null(read_file(in_folder("inside"), &limits));
    assert_null(read_file(in_folder("way-out"), &limits));
    assert_null(read_file(in_folder("../../etc/passwd"), &limits));
    assert_int_equal(diags.list.at[0].code, MU_DIAG_FILE_OUTSIDE);
    assert_int_equal(diags.errors, 2);
}

static void a_large_file_is_read_whole(void **state)
{
    (void)state;
    size_t size = 5 * 1024 * 1024 + 1;
    char *bytes = mu_arena_alloc(arena, size);
    memset(bytes, 'm', size);
    assert_true(mu_file_write(in_folder("large"), bytes, size, &diags));
    const MuSource *source = read_file(in_folder("large"), NULL);
    assert_int_equal(source->text.size, size);
    assert_int_equal(source->text.at[size - 1], 'm');
}

static void paths_are_joined_and_taken_apart(void **state)
{
    (void)state;
    assert_true(mu_str_is(mu_path_join(arena, MU_STR("a/b"), MU_STR("data/c.csv")), "a/b/data/c.csv"));
    assert_true(mu_str_is(mu_path_join(arena, MU_STR("a/"), MU_STR("c.csv")), "a/c.csv"));
    assert_true(mu_str_is(mu_path_join(arena, MU_STR("a"), MU_STR("/c.csv")), "/c.csv"));
    assert_true(mu_str_is(mu_path_join(arena, MU_STR("a"), MU_STR("file:///c.csv")), "/c.csv"));
    assert_true(mu_str_is(mu_path_join(arena, MU_STR("a"), MU_STR("-")), "-"));
    assert_true(mu_str_is(mu_path_folder(MU_STR("a/b/c.csv")), "a/b"));
    assert_true(mu_str_is(mu_path_folder(MU_STR("/c.csv")), "/"));
    assert_true(mu_str_is(mu_path_folder(MU_STR("c.csv")), "."));
    assert_true(mu_str_is(mu_path_stem(MU_STR("a/deaths.vl.json")), "deaths"));
    assert_true(mu_str_is(mu_path_stem(MU_STR("deaths.v2.yaml")), "deaths.v2"));
    assert_true(mu_str_is(mu_path_stem(MU_STR(".hidden")), ".hidden"));
    assert_true(mu_path_is_folder(mu_str(folder)));
    assert_false(mu_path_is_folder(in_folder("nothing")));
}

static void a_folder_lists_its_files_by_ending_and_name(void **state)
{
    (void)state;
    write_file(in_folder("b.yaml"), "");
    write_file(in_folder("a.json"), "");
    write_file(in_folder("c.csv"), "");
    static const char *const endings[] = {".json", ".yaml"};
    MuStr *paths;
    assert_int_equal(mu_folder_list(arena, mu_str(folder), endings, 2, &paths, &diags), 2);
    assert_true(mu_str_ends(paths[0], "/a.json"));
    assert_true(mu_str_ends(paths[1], "/b.yaml"));
    assert_int_equal(mu_folder_list(arena, in_folder("none"), endings, 2, &paths, &diags), 0);
    assert_int_equal(diags.list.at[0].code, MU_DIAG_READ_FAILED);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_written_is_read_back_and_nothing_else_is_left),
        TEST(a_new_file_has_the_permissions_that_the_umask_leaves),
        TEST(a_link_stays_a_link_and_its_target_is_replaced),
        TEST(a_failed_write_leaves_nothing_behind),
        TEST(a_device_is_written_to_and_not_replaced),
        TEST(a_missing_file_and_a_folder_are_errors_with_their_name),
        TEST(a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not),
        TEST(only_what_lies_below_a_root_is_read_whatever_the_path_says),
        TEST(a_large_file_is_read_whole),
        TEST(paths_are_joined_and_taken_apart),
        TEST(a_folder_lists_its_files_by_ending_and_name),
    };
    return cmocka_run_group_tests_name("io/file", tests, NULL, NULL);
}
