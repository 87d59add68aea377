/* The program where Pango or Cairo cannot be opened: a folder of files that are no libraries stands before the
 * system's. */
#include "cases.h"

#include <sys/wait.h>

typedef struct Folder {
    char path[64];
} Folder;

static void put(const Folder *folder, const char *name, const char *text)
{
    char path[160];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    write_text(path, text, strlen(text));
}

static int set_up(void **state)
{
    static Folder folder;
    folder = (Folder){"/tmp/muster-test-XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    put(&folder, "plain.json", "{\"data\": {\"values\": [{}]}, \"mark\": \"bar\", \"title\": \"Plain\"}");
    put(&folder, "hebrew.json", "{\"data\": {\"values\": [{}]}, \"mark\": \"bar\", \"title\": \"\u05d0\"}");
    *state = &folder;
    return 0;
}

static int tear_down(void **state)
{
    static const char *const names[] = {"plain.json",    "hebrew.json",           "out.svg", "out.png", "out.txt",
                                        "libcairo.so.2", "libpangocairo-1.0.so.0"};
    const Folder *folder = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[160];
        snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        unlink(path);
    }
    return rmdir(folder->path);
}

/* The exit status; what was said comes to `said`. */
static int render(const Folder *folder, const char *spec, const char *out, char said[1024])
{
    char command[512];
    snprintf(command, sizeof command, "LD_LIBRARY_PATH='%s' '%s' render '%s/%s' -o '%s/%s' 2>'%s/out.txt'",
             folder->path, getenv("MUSTER"), folder->path, spec, folder->path, out, folder->path);
    int status = system(command);
    char path[160];
    snprintf(path, sizeof path, "%s/out.txt", folder->path);
    char *text = read_text(path);
    snprintf(said, 1024, "%s", text ? text : "");
    free(text);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_plain_svg_opens_neither_pango_nor_cairo(void **state)
{
    char said[1024];
    put(*state, "libcairo.so.2", "none");
    put(*state, "libpangocairo-1.0.so.0", "none");
    assert_int_equal(render(*state, "plain.json", "out.svg", said), 0);
    assert_string_equal(said, "");
}

static void a_plain_png_opens_no_pango(void **state)
{
    char said[1024];
    put(*state, "libpangocairo-1.0.so.0", "none");
    assert_int_equal(render(*state, "plain.json", "out.png", said), 0);
    assert_string_equal(said, "");
}

static void a_missing_pango_is_told_where_it_is_needed(void **state)
{
    char said[1024];
    put(*state, "libpangocairo-1.0.so.0", "none");
    assert_int_equal(render(*state, "hebrew.json", "out.svg", said), 1);
    assert_non_null(strstr(said, "[library-missing]"));
    assert_non_null(strstr(said, "libpangocairo-1.0.so.0"));
    assert_non_null(strstr(said, "install Pango"));
}

static void a_missing_cairo_is_told_where_it_is_needed(void **state)
{
    char said[1024];
    put(*state, "libcairo.so.2", "none");
    assert_int_equal(render(*state, "plain.json", "out.png", said), 1);
    assert_non_null(strstr(said, "[library-missing]"));
    assert_non_null(strstr(said, "install Cairo"));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_plain_svg_opens_neither_pango_nor_cairo), TEST(a_plain_png_opens_no_pango),
        TEST(a_missing_pango_is_told_where_it_is_needed), TEST(a_missing_cairo_is_told_where_it_is_needed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
