/* Runs the text cases of tests/expr: an expression (and, behind a tab, the datum as JSON), then a line
 * "=> value". Values are written as JSON, with NaN, undefined, -0, dates as Date(ms) and rows of fields
 * without quotes being the only additions; an error as "error code start-end" with the bytes of the expression
 * it points at; a warning behind the value in brackets. Lines that begin with # are comments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>

#include "base/num.h"
#include "expr/expr.h"
#include "expr/regexp.h"

/* ---- writing what came out ---- */

static void show(MuBuf *buf, MuValue v);

static void show_object(MuBuf *buf, const MuObject *object)
{
    mu_buf_addc(buf, '{');
    for (size_t i = 0; i < object->size; i++) {
        if (i)
            mu_buf_addc(buf, ',');
        mu_value_json(buf, mu_string(object->at[i].key));
        mu_buf_addc(buf, ':');
        show(buf, object->at[i].value);
    }
    mu_buf_addc(buf, '}');
}

static void show_array(MuBuf *buf, const MuArray *array)
{
    mu_buf_addc(buf, '[');
    for (size_t i = 0; i < array->size; i++) {
        if (i)
            mu_buf_addc(buf, ',');
        show(buf, array->at[i]);
    }
    mu_buf_addc(buf, ']');
}

static void show(MuBuf *buf, MuValue v)
{
    switch (v.kind) {
    case MU_UNDEFINED:
        mu_buf_adds(buf, "undefined");
        return;
    case MU_NUMBER:
        if (v.number == 0 && signbit(v.number))
            mu_buf_addc(buf, '-');
        mu_num_write(buf, v.number);
        return;
    case MU_DATE:
        mu_buf_adds(buf, "Date(");
        mu_num_write(buf, v.number);
        mu_buf_addc(buf, ')');
        return;
    case MU_ARRAY:
        show_array(buf, v.array);
        return;
    case MU_OBJECT:
        show_object(buf, v.object);
        return;
    case MU_REGEXP:
        mu_buf_add(buf, mu_regexp_text(buf->arena, mu_value_regexp(v)));
        return;
    default:
        mu_value_json(buf, v);
    }
}

static void show_diag(MuBuf *buf, const MuDiag *diag)
{
    mu_buf_printf(buf, "%s %u-%u", mu_diag_name(diag->code), diag->span.start, diag->span.end);
}

/* ---- the environment of the cases: params a = 5, text = 'hi', width = 200, list = [1, 2, 3], scale doubles ---- */

static bool give_name(void *context, MuStr name, MuValue *value)
{
    MuArena *arena = context;
    if (mu_str_is(name, "a"))
        *value = mu_number(5);
    else if (mu_str_is(name, "text"))
        *value = mu_string(MU_STR("hi"));
    else if (mu_str_is(name, "width"))
        *value = mu_number(200);
    else if (mu_str_is(name, "list")) {
        *value = mu_array_new(arena, 3);
        for (size_t i = 0; i < 3; i++)
            value->array->at[i] = mu_number((double)i + 1);
    } else
        return false;
    return true;
}

static bool give_call(void *context, MuStr function, const MuValue *arguments, size_t count, MuArena *arena,
                      MuValue *value)
{
    (void)context;
    (void)count;
    (void)arena;
    if (!mu_str_is(function, "scale"))
        return false;
    *value = mu_number(2 * mu_to_number(arguments[1]));
    return true;
}

/* JSON is an expression too. */
static MuValue datum_of(MuArena *arena, MuStr json)
{
    MuDiags diags = {.arena = arena};
    MuEnv env = {.arena = arena, .diags = &diags};
    MuExpr *expr = mu_expr_compile(arena, json.size ? json : MU_STR("{}"), (MuSpan){0}, &diags);
    assert_non_null(expr);
    return mu_expr_eval(expr, &env);
}

/* The expression is a source of its own, without quotes, so that spans are bytes of it. */
static MuStr outcome(MuArena *arena, MuStr text, MuStr json)
{
    MuDiags diags = {.arena = arena};
    MuSource *source = MU_NEW(arena, MuSource);
    *source = (MuSource){MU_STR("expression"), text};
    MuSpan span = {.source = source, .start = 0, .end = (uint32_t)text.size};
    MuEnv env = {.name = give_name, .call = give_call, .context = arena, .arena = arena, .diags = &diags, .span = span};
    env.datum = datum_of(arena, json);
    MuExpr *expr = mu_expr_compile(arena, text, span, &diags);
    MuValue value = expr ? mu_expr_eval(expr, &env) : mu_undefined();
    MuBuf buf = {.arena = arena};
    if (!expr || env.failed || diags.errors) {
        mu_buf_adds(&buf, "error ");
        mu_diags_sort(&diags);
    } else {
        show(&buf, value);
    }
    if (diags.list.size) {
        mu_buf_adds(&buf, diags.errors ? "" : " (");
        show_diag(&buf, &diags.list.at[0]);
        mu_buf_adds(&buf, diags.errors ? "" : ")");
    }
    return mu_buf_str(&buf);
}

/* ---- the files ---- */

#define FOLDER "tests/expr/"

static MuStr read_file(MuArena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    MuBuf buf = {.arena = arena};
    for (size_t n = 1; n; buf.size += n) {
        char *to = mu_buf_reserve(&buf, 65536);
        n = fread(to, 1, 65536, file);
    }
    fclose(file);
    return mu_buf_str(&buf);
}

static MuStr next_line(MuStr *rest)
{
    size_t end = mu_str_find(*rest, MU_STR("\n"), 0);
    MuStr line = mu_str_slice(*rest, 0, end);
    *rest = end == SIZE_MAX ? MU_STR("") : mu_str_slice(*rest, end + 1, rest->size);
    return line;
}

/* Whether the case holds; says where and how if not. */
static bool holds(MuArena *arena, const char *path, size_t number, MuStr input, MuStr expected)
{
    size_t tab = mu_str_find(input, MU_STR("\t"), 0);
    MuStr json = tab == SIZE_MAX ? MU_STR("") : mu_str_slice(input, tab + 1, input.size);
    MuStr got = outcome(arena, mu_str_slice(input, 0, tab), json);
    if (mu_str_eq(got, expected))
        return true;
    print_error("%s:%zu: %.*s\n  expected %.*s\n  got      %.*s\n", path, number, MU_FMT(input), MU_FMT(expected),
                MU_FMT(got));
    return false;
}

static void run_file(void **state)
{
    const char *path = *state;
    MuArena *arena = mu_arena_new(0);
    MuStr rest = read_file(arena, path), input = MU_STR("");
    size_t cases = 0, failed = 0;
    for (size_t number = 1; rest.size; number++) {
        MuStr line = next_line(&rest);
        if (mu_str_starts(line, "=> ")) {
            assert_true(input.size > 0);
            cases++;
            failed += !holds(arena, path, number, input, mu_str_slice(line, 3, line.size));
            input = MU_STR("");
        } else if (line.size && line.at[0] != '#') {
            assert_int_equal(input.size, 0); /* a case without its result */
            input = line;
        }
    }
    mu_arena_free(arena);
    assert_true(cases > 0);
    assert_int_equal(failed, 0);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

int main(void)
{
    MuArena *arena = mu_arena_new(0);
    MU_VEC(struct CMUnitTest) tests = {0};
    DIR *folder = opendir(FOLDER);
    struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        if (!mu_str_ends(mu_str(entry->d_name), ".txt"))
            continue;
        char *path = (char *)(uintptr_t)mu_str_printf(arena, FOLDER "%s", entry->d_name).at;
        MU_PUSH(arena, &tests, (struct CMUnitTest){.name = path, .test_func = run_file, .initial_state = path});
    }
    if (folder)
        closedir(folder);
    if (!tests.size)
        return 1;
    qsort(tests.at, tests.size, sizeof *tests.at, by_name);
    int failed = _cmocka_run_group_tests("expressions", tests.at, tests.size, NULL, NULL);
    mu_arena_free(arena);
    return failed;
}
