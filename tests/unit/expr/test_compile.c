/* What a compiled expression knows about itself, and what it asks of its surroundings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/zone.h"
#include "data/table.h"
#include "expr/expr.h"

typedef struct Case {
    MuArena *arena;
    MuDiags diags;
    MuEnv env;
} Case;

static int set_up(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Case *c = MU_NEW(arena, Case);
    c->arena = arena;
    c->diags.arena = arena;
    c->env = (MuEnv){.arena = arena, .diags = &c->diags};
    *state = c;
    return 0;
}

static int tear_down(void **state)
{
    mu_arena_free(((Case *)*state)->arena);
    return 0;
}

static MuExpr *compile(Case *c, const char *text)
{
    return mu_expr_compile(c->arena, mu_str(text), (MuSpan){0}, &c->diags);
}

static MuValue eval(Case *c, const char *text)
{
    MuExpr *expr = compile(c, text);
    assert_non_null(expr);
    return mu_expr_eval(expr, &c->env);
}

static void assert_list(const MuStr *list, size_t size, const char *expected)
{
    char joined[200] = "";
    for (size_t i = 0; i < size; i++)
        snprintf(joined + strlen(joined), sizeof joined - strlen(joined), "%.*s ", MU_FMT(list[i]));
    assert_string_equal(joined, expected);
}

/* ---- names and fields ---- */

static void free_names_are_listed_once_and_without_functions(void **state)
{
    const MuStr *names;
    size_t size;
    mu_expr_names(compile(*state, "width / 2 + max(height, width) * PI + datum.a + scale('x', brush.x)"), &names,
                  &size);
    assert_list(names, size, "width height brush ");
}

static void fields_of_the_datum_are_listed(void **state)
{
    const MuStr *fields;
    size_t size;
    bool whole;
    mu_expr_fields(compile(*state, "datum.a.b + datum['x y'] + datum.a + other.c + datum[0]"), &fields, &size, &whole);
    assert_list(fields, size, "a x y 0 ");
    assert_false(whole);
}

static void a_computed_field_needs_the_whole_datum(void **state)
{
    const MuStr *fields;
    size_t size;
    bool whole;
    mu_expr_fields(compile(*state, "datum[field]"), &fields, &size, &whole);
    assert_true(whole);
    assert_int_equal(size, 0);
    mu_expr_fields(compile(*state, "merge(datum, {a: 1})"), &fields, &size, &whole);
    assert_true(whole);
}

/* ---- places in the spec ---- */

static void assert_place(Case *c, const char *spec, size_t start, const char *expression, const char *marked)
{
    MuSource *source = MU_NEW(c->arena, MuSource);
    *source = (MuSource){MU_STR("spec"), mu_str(spec)};
    MuSpan span = {.source = source, .start = (uint32_t)start, .end = (uint32_t)strlen(spec)};
    size_t before = c->diags.list.size;
    assert_null(mu_expr_compile(c->arena, mu_str(expression), span, &c->diags));
    assert_int_equal(c->diags.list.size, before + 1);
    MuSpan at = c->diags.list.at[before].span;
    MuStr text = mu_str_slice(mu_str(spec), at.start, at.end);
    assert_int_equal(text.size, strlen(marked));
    assert_memory_equal(text.at, marked, text.size);
}

static void an_error_points_into_a_quoted_string(void **state)
{
    assert_place(*state, "x: \"1 + nope(2)\"", 3, "1 + nope(2)", "nope");
    assert_place(*state, "x: 'a + nope(2)'", 3, "a + nope(2)", "nope");
}

static void escapes_of_the_source_are_counted(void **state)
{
    assert_place(*state, "\"'\\\"' + '\\u00e9' + '\\\\\\\\' + nope(2)\"", 0, "'\"' + '\u00e9' + '\\\\' + nope(2)",
                 "nope");
    assert_place(*state, "'''a'' + nope(2)'", 0, "'a' + nope(2)", "nope");
}

static void an_error_points_into_a_plain_scalar(void **state)
{
    assert_place(*state, "1 + nope(2)", 0, "1 + nope(2)", "nope");
    assert_place(*state, "'a' + nope('b')", 0, "'a' + nope('b')", "nope");
}

static void where_the_source_has_other_text_the_whole_is_marked(void **state)
{
    assert_place(*state, "1 +\n  nope(2)", 0, "1 + nope(2)", "1 +\n  nope(2)");
}

static void an_early_end_points_at_the_closing_quote(void **state)
{
    assert_place(*state, "\"1 +\"", 0, "1 +", "\"");
}

static void a_mistyped_function_gets_a_suggestion(void **state)
{
    Case *c = *state;
    assert_null(compile(c, "uper('a')"));
    assert_string_equal(c->diags.list.at[0].hint.at, "did you mean 'upper'?");
}

/* ---- surroundings ---- */

static void without_a_datum_its_fields_are_an_error(void **state)
{
    Case *c = *state;
    eval(c, "datum.a");
    assert_true(c->env.failed);
    assert_string_equal(mu_diag_name(c->diags.list.at[0].code), "expr-read");
}

static void an_evaluation_ends_with_its_first_error(void **state)
{
    Case *c = *state;
    assert_int_equal(eval(c, "nope.a.b + upper(other) + null.x").kind, MU_UNDEFINED);
    assert_int_equal(c->diags.list.size, 1);
    eval(c, "1");
    assert_false(c->env.failed);
}

static void the_parent_is_given(void **state)
{
    Case *c = *state;
    MuObject *parent = mu_object_new(c->arena);
    mu_object_set(c->arena, parent, MU_STR("k"), mu_number(4));
    c->env.parent = mu_object_value(parent);
    assert_true(eval(c, "parent.k").number == 4);
}

static void dates_are_read_in_the_zone_of_the_figure(void **state)
{
    Case *c = *state;
    MuZone seoul = {.before = 9 * 3600000.0};
    c->env.zone = &seoul;
    assert_true(eval(c, "hours(0)").number == 9);
    assert_true(eval(c, "utchours(0)").number == 0);
    assert_true(eval(c, "timezoneoffset(0)").number == -540);
    assert_true(eval(c, "time(datetime(1970, 0, 1, 9))").number == 0);
    assert_true(eval(c, "utc(1970, 0, 1, 9)").number == 9 * 3600000.0);
    assert_true(eval(c, "time('1970-01-01')").number == 0);
    assert_true(eval(c, "time('1970-01-01T09:00')").number == 0);
    assert_memory_equal(eval(c, "timeFormat(0, '%H')").string, "09", 2);
    assert_memory_equal(eval(c, "utcFormat(0, '%H')").string, "00", 2);
}

static void formats_follow_the_locale_of_the_figure(void **state)
{
    Case *c = *state;
    c->env.locale = mu_locale_find(MU_STR("de-DE"));
    assert_non_null(c->env.locale);
    MuValue text = eval(c, "format(1234.5, ',.1f') + ' ' + monthFormat(2)");
    assert_int_equal(text.size, strlen("1.234,5 M\u00e4rz"));
    assert_memory_equal(text.string, "1.234,5 M\u00e4rz", text.size);
}

/* ---- random numbers ---- */

static double random_at(Case *c, uint32_t place, int call)
{
    MuSource *source = MU_NEW(c->arena, MuSource);
    MuExpr *expr = mu_expr_compile(c->arena, MU_STR("random()"), (MuSpan){.source = source, .start = place}, &c->diags);
    double number = 0;
    for (int i = 0; i <= call; i++)
        number = mu_expr_eval(expr, &c->env).number;
    assert_true(number >= 0 && number < 1);
    return number;
}

static void random_numbers_repeat_for_the_same_spec_only(void **state)
{
    assert_true(random_at(*state, 7, 0) == random_at(*state, 7, 0));
    assert_true(random_at(*state, 7, 5) == random_at(*state, 7, 5));
    assert_true(random_at(*state, 7, 0) != random_at(*state, 7, 1));
    assert_true(random_at(*state, 7, 0) != random_at(*state, 8, 0));
}

static void normal_samples_have_their_mean_and_deviation(void **state)
{
    Case *c = *state;
    MuExpr *expr = compile(c, "sampleNormal(10, 2)");
    double sum = 0, squares = 0;
    for (int i = 0; i < 10000; i++) {
        double x = mu_expr_eval(expr, &c->env).number - 10;
        sum += x;
        squares += x * x;
    }
    assert_true(fabs(sum / 10000) < 0.08);
    assert_true(fabs(squares / 10000 - 4) < 0.25);
}

/* ---- rows ---- */

static MuTable *small_table(Case *c)
{
    MuTable *table = mu_table_new(c->arena, 2);
    MuColumn *a = mu_table_add(table, MU_STR("a"), MU_COLUMN_NUMBER),
             *b = mu_table_add(table, MU_STR("b"), MU_COLUMN_VALUE);
    a->numbers[0] = 3;
    a->numbers[1] = 4;
    b->values[0] = mu_string(MU_STR("x"));
    b->values[1] = mu_null();
    return table;
}

static void a_row_is_read_like_an_object(void **state)
{
    Case *c = *state;
    MuTable *table = small_table(c);
    c->env.datum = mu_row_value(table, 1);
    assert_true(eval(c, "datum.a").number == 4);
    assert_true(eval(c, "datum['a'] + datum['' + 'a']").number == 8);
    assert_int_equal(eval(c, "datum.b").kind, MU_NULL);
    assert_int_equal(eval(c, "datum.c").kind, MU_UNDEFINED);
    assert_true(eval(c, "'b' in datum && !('c' in datum)").boolean);
    assert_true(eval(c, "merge(datum, {a: 9, d: 1}).a").number == 9);
    assert_true(eval(c, "isObject(datum) && isTuple(datum)").boolean);
}

static void a_column_that_was_replaced_is_read_anew(void **state)
{
    Case *c = *state;
    MuTable *table = small_table(c), *other = mu_table_new(c->arena, 1);
    MuExpr *expr = compile(c, "datum.b");
    c->env.datum = mu_row_value(table, 0);
    assert_int_equal(mu_expr_eval(expr, &c->env).kind, MU_STRING);
    mu_table_add(table, MU_STR("b"), MU_COLUMN_NUMBER)->numbers[0] = 7;
    assert_true(mu_expr_eval(expr, &c->env).number == 7);
    mu_table_add(other, MU_STR("b"), MU_COLUMN_NUMBER)->numbers[0] = 8;
    c->env.datum = mu_row_value(other, 0);
    assert_true(mu_expr_eval(expr, &c->env).number == 8);
}

/* Two rows of text in `words`. */
static void put_texts(MuTable *table, Case *c, const char *name, const char *first, const char *second)
{
    MuColumn *column = mu_table_add(table, mu_str(name), MU_COLUMN_TEXT);
    column->text.words = MU_NEW_ARRAY(c->arena, MuStr, 2);
    column->text.words[0] = mu_str(first);
    column->text.words[1] = mu_str(second);
    column->text.size = 2;
    column->text.codes[0] = 0;
    column->text.codes[1] = 1;
}

static size_t warnings_of(const char *text)
{
    Case *c;
    void *state;
    set_up(&state);
    c = state;
    MuTable *table = mu_table_new(c->arena, 2);
    put_texts(table, c, "n", "10", "9");
    put_texts(table, c, "m", "1.5", "");
    put_texts(table, c, "word", "ten", "9");
    MuExpr *expr = compile(c, text);
    for (size_t row = 0; row < 2; row++) {
        c->env.datum = mu_row_value(table, row);
        mu_expr_eval(expr, &c->env);
    }
    size_t warnings = c->diags.list.size;
    tear_down(&state);
    return warnings;
}

static void numbers_kept_as_text_are_warned_of_once(void **state)
{
    (void)state;
    assert_int_equal(warnings_of("datum.n + 1"), 1);
    assert_int_equal(warnings_of("datum.n > '5'"), 1);
    assert_int_equal(warnings_of("datum.word + 1"), 0);
    assert_int_equal(warnings_of("datum.n > 5"), 0);
    assert_int_equal(warnings_of("datum.n * 2"), 0);
    assert_int_equal(warnings_of("datum.word + ' (' + datum.n + ')'"), 0);
    assert_int_equal(warnings_of("toNumber(datum.n) + 1"), 0);
}

/* ---- limits ---- */

static const char *repeated(Case *c, const char *open, const char *middle, const char *close, size_t times)
{
    MuBuf buf = {.arena = c->arena};
    for (size_t i = 0; i < times; i++)
        mu_buf_adds(&buf, open);
    mu_buf_adds(&buf, middle);
    for (size_t i = 0; i < times; i++)
        mu_buf_adds(&buf, close);
    return mu_buf_str(&buf).at;
}

static void nesting_has_a_limit(void **state)
{
    Case *c = *state;
    assert_true(eval(c, repeated(c, "(", "1", ")", 100)).number == 1);
    assert_null(compile(c, repeated(c, "(", "1", ")", 100000)));
    assert_null(compile(c, repeated(c, "[", "1", "]", 100000)));
    assert_null(compile(c, repeated(c, "-", "1", "", 100000)));
    assert_null(compile(c, repeated(c, "1?1?", "1", "", 100000)));
    assert_null(compile(c, repeated(c, "abs(", "1", ")", 100000)));
    assert_null(compile(c, repeated(c, "{a:", "1", "}", 100000)));
}

static void chains_may_be_long_but_not_endless(void **state)
{
    Case *c = *state;
    assert_true(eval(c, repeated(c, "1 + ", "0", "", 3000)).number == 3000);
    assert_true(eval(c, repeated(c, "0 ? 1 : ", "7", "", 3000)).number == 7);
    assert_null(compile(c, repeated(c, "1 + ", "0", "", 100000)));
    assert_null(compile(c, repeated(c, "", "datum", ".a", 100000)));
}

static void text_does_not_grow_without_limit(void **state)
{
    Case *c = *state;
    eval(c, "pad('', 9e6) + pad('', 9e6)");
    assert_true(c->env.failed);
    assert_string_equal(mu_diag_name(c->diags.list.at[0].code), "expr-limit");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(free_names_are_listed_once_and_without_functions),
        TEST(fields_of_the_datum_are_listed),
        TEST(a_computed_field_needs_the_whole_datum),
        TEST(an_error_points_into_a_quoted_string),
        TEST(escapes_of_the_source_are_counted),
        TEST(an_error_points_into_a_plain_scalar),
        TEST(where_the_source_has_other_text_the_whole_is_marked),
        TEST(an_early_end_points_at_the_closing_quote),
        TEST(a_mistyped_function_gets_a_suggestion),
        TEST(without_a_datum_its_fields_are_an_error),
        TEST(an_evaluation_ends_with_its_first_error),
        TEST(the_parent_is_given),
        TEST(dates_are_read_in_the_zone_of_the_figure),
        TEST(formats_follow_the_locale_of_the_figure),
        TEST(random_numbers_repeat_for_the_same_spec_only),
        TEST(normal_samples_have_their_mean_and_deviation),
        TEST(a_row_is_read_like_an_object),
        TEST(a_column_that_was_replaced_is_read_anew),
        TEST(numbers_kept_as_text_are_warned_of_once),
        TEST(nesting_has_a_limit),
        TEST(chains_may_be_long_but_not_endless),
        TEST(text_does_not_grow_without_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
