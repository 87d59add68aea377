/* tests/errors/NAME.txt: parts that begin with a line "--- WHAT": `spec NAME`, `data NAME`, and
 * `expect`, whose lines are "severity code line:column" of each diagnostic in order, "ok" or "failed",
 * "says TEXT": some message or hint has the text, and "draws TEXT" or "lacks TEXT": the dump of the scene has it or
 * not. A part `vega` is the same for `compat: vega`. */
#include "muster.h"

#include "cases.h"

typedef struct Case {
    char folder[64], spec[160];
    char *expect, *vega; /* what is expected; with compat: vega (NULL: not tried) */
} Case;

static char *next_line(char **at)
{
    char *line = *at;
    if (!line || !*line)
        return NULL;
    char *end = strchr(line, '\n');
    *at = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return line;
}

static void write_part(Case *c, const char *what, const char *name, const char *text, size_t size)
{
    char path[160];
    snprintf(path, sizeof path, "%s/%s", c->folder, name);
    write_text(path, text, size);
    if (strcmp(what, "spec") == 0)
        snprintf(c->spec, sizeof c->spec, "%s", path);
}

/* Writes the parts into a folder of their own. */
static Case unpack(char *text)
{
    Case c = {.folder = "/tmp/muster-test-XXXXXX"};
    assert_non_null(mkdtemp(c.folder));
    char *part = strstr(text, "--- ");
    while (part) {
        char what[16] = "", name[64] = "";
        char *body = strchr(part, '\n') + 1;
        bool empty = strncmp(body, "--- ", 4) == 0;
        char *next = empty ? body - 1 : strstr(body, "\n--- ");
        sscanf(part, "--- %15s %63[^\n]", what, name);
        size_t size = next ? (size_t)(next + 1 - body) : strlen(body);
        if (strcmp(what, "expect") == 0)
            c.expect = body;
        else if (strcmp(what, "vega") == 0)
            c.vega = body;
        else
            write_part(&c, what, name, body, size);
        if (next)
            next[0] = '\0'; /* parts that are read as texts end here */
        part = next ? next + 1 : NULL;
    }
    assert_non_null(c.expect);
    return c;
}

static const char *severity_name(muster_severity severity)
{
    return severity == MUSTER_ERROR ? "error" : severity == MUSTER_WARNING ? "warning" : "note";
}

static bool is_said(muster_figure *figure, const char *text)
{
    for (size_t i = 0; i < muster_figure_diagnostics(figure); i++) {
        muster_diagnostic d = muster_figure_diagnostic(figure, i);
        if (strstr(d.message, text) || strstr(d.hint, text))
            return true;
    }
    return false;
}

static void print_diagnostics(muster_figure *figure)
{
    for (size_t i = 0; i < muster_figure_diagnostics(figure); i++)
        print_error("%s", muster_figure_explain(figure, i, 0));
}

static size_t check_line(muster_figure *figure, const char *line, size_t *at)
{
    if (strcmp(line, "ok") == 0 || strcmp(line, "failed") == 0)
        return (strcmp(line, "ok") == 0) != muster_figure_ok(figure);
    if (strncmp(line, "says ", 5) == 0)
        return !is_said(figure, line + 5);
    if (strncmp(line, "draws ", 6) == 0)
        return strstr(muster_figure_dump(figure), line + 6) == NULL;
    if (strncmp(line, "lacks ", 6) == 0)
        return strstr(muster_figure_dump(figure), line + 6) != NULL;
    char got[160] = "nothing more";
    if (*at < muster_figure_diagnostics(figure)) {
        muster_diagnostic d = muster_figure_diagnostic(figure, (*at)++);
        snprintf(got, sizeof got, "%s %s %zu:%zu", severity_name(d.severity), d.code, d.line, d.column);
    }
    if (strcmp(got, line) == 0)
        return 0;
    print_error("  expected: %s\n  got:      %s\n", line, got);
    return 1;
}

static void remove_folder(const char *folder)
{
    CaseList files = list_cases(folder, "");
    for (size_t i = 0; i < files.size; i++)
        remove(files.at[i]);
    free_cases(&files);
    rmdir(folder);
}

static size_t check_figure(muster_engine *engine, const Case *c, char *expect, const char *path, const char *compat)
{
    muster_options options = {.after = "finish", .compat = compat};
    muster_figure *figure = muster_figure_read(engine, c->spec, &options);
    assert_non_null(figure);
    size_t failures = 0, at = 0;
    for (char *line; (line = next_line(&expect));) {
        size_t failed = *line ? check_line(figure, line, &at) : 0;
        if (failed && strchr("odlfs", *line))
            print_error("  not so: %s\n", line);
        failures += failed;
    }
    if (at < muster_figure_diagnostics(figure))
        failures++;
    if (failures) {
        print_error("%s%s:\n", path, compat ? " with compat: vega" : "");
        print_diagnostics(figure);
    }
    muster_figure_free(figure);
    return failures;
}

static size_t run_case(muster_engine *engine, const char *path)
{
    char *text = read_text(path);
    assert_non_null(text);
    Case c = unpack(text);
    size_t failures = check_figure(engine, &c, c.expect, path, NULL);
    if (c.vega)
        failures += check_figure(engine, &c, c.vega, path, "vega");
    remove_folder(c.folder);
    free(text);
    return failures;
}

static void every_bad_input_is_named_at_its_place(void **state)
{
    (void)state;
    CaseList cases = list_cases("tests/errors", ".txt");
    muster_engine *engine = muster_engine_new(NULL, 0);
    size_t failures = 0;
    assert_true(cases.size > 0);
    for (size_t i = 0; i < cases.size; i++)
        failures += run_case(engine, cases.at[i]);
    muster_engine_free(engine);
    free_cases(&cases);
    assert_int_equal(failures, 0);
}

static void a_missing_spec_is_an_error(void **state)
{
    (void)state;
    muster_engine *engine = muster_engine_new(NULL, 0);
    muster_figure *figure = muster_figure_read(engine, "/tmp/muster-there-is-no-such-file.yaml", NULL);
    assert_false(muster_figure_ok(figure));
    assert_int_equal(muster_figure_diagnostics(figure), 1);
    assert_string_equal(muster_figure_diagnostic(figure, 0).code, "read-failed");
    muster_figure_free(figure);
    muster_engine_free(engine);
}

static void a_budget_that_is_used_up_is_an_ordinary_error(void **state)
{
    (void)state;
    static const char spec[] = "{\"data\": {\"values\": [{\"a\": 1}]}, \"mark\": \"bar\", \"encoding\": {\"x\": "
                               "{\"field\": \"a\", \"type\": \"quantitative\"}}}";
    muster_engine *engine = muster_engine_new(NULL, 0);
    muster_options options = {.memory_budget = 40 * 1024};
    muster_figure *figure = muster_figure_parse(engine, "spec.json", spec, sizeof spec - 1, &options);
    assert_false(muster_figure_ok(figure));
    assert_string_equal(muster_figure_diagnostic(figure, 0).code, "no-memory");
    muster_figure_free(figure);
    muster_engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_input_is_named_at_its_place),
        cmocka_unit_test(a_missing_spec_is_an_error),
        cmocka_unit_test(a_budget_that_is_used_up_is_an_ordinary_error),
    };
    return cmocka_run_group_tests_name("errors", tests, NULL, NULL);
}
