#include "doc_case.h"

static void assert_number(const MuNode *node, double number)
{
    assert_true(mu_node_is(node, MU_NUMBER));
    assert_true(node->number == number);
}

static void plain_scalars_follow_the_core_schema(void **state)
{
    const MuNode *n =
        doc_spec(*state, "a: 0x1F\nb: 0o17\nc: +12\nd: .5\ne: 1e3\nf: -1.\ng: true\nh: FALSE\ni: ~\nj:\nk: Null\n");
    assert_number(mu_node_get(n, "a"), 31);
    assert_number(mu_node_get(n, "b"), 15);
    assert_number(mu_node_get(n, "c"), 12);
    assert_number(mu_node_get(n, "d"), 0.5);
    assert_number(mu_node_get(n, "e"), 1000);
    assert_number(mu_node_get(n, "f"), -1);
    assert_true(mu_node_bool(mu_node_get(n, "g"), false));
    assert_false(mu_node_bool(mu_node_get(n, "h"), true));
    assert_int_equal(mu_node_get(n, "i")->kind, MU_NULL);
    assert_int_equal(mu_node_get(n, "j")->kind, MU_NULL);
    assert_int_equal(mu_node_get(n, "k")->kind, MU_NULL);
}

static void what_only_looks_like_a_value_stays_text(void **state)
{
    static const char *const TEXTS[] = {"yes",      "No",         "on",    "off",   "y",   "tRUE", "nULL",
                                        "12:30:45", "2020-01-01", "1_000", "0x",    "0xg", "0b1",  "1e",
                                        ".",        "+",          "1,5",   "1.2.3", "0o8"};
    DocCase *c = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        MuStr spec = mu_str_printf(c->arena, "a: %s\n", TEXTS[i]);
        assert_text(mu_node_get(doc_read(c, spec, MU_DOC_SPEC), "a"), TEXTS[i]);
    }
}

static void quotes_and_blocks_are_always_text(void **state)
{
    const MuNode *n = doc_spec(*state, "a: \"1\"\nb: 'true'\nc: ''\nd: |\n  1\ne: \"x\\0y\"\n");
    assert_text(mu_node_get(n, "a"), "1");
    assert_text(mu_node_get(n, "b"), "true");
    assert_text(mu_node_get(n, "c"), "");
    assert_text(mu_node_get(n, "d"), "1\n");
    assert_int_equal(mu_node_get(n, "e")->string.size, 3);
}

static void keys_are_text(void **state)
{
    const MuNode *n = doc_spec(*state, "2019: a\nnull: b\ntrue: c\n\"<<\": d\n");
    assert_text(mu_node_get(n, "2019"), "a");
    assert_text(mu_node_get(n, "null"), "b");
    assert_text(mu_node_get(n, "true"), "c");
    assert_text(mu_node_get(n, "<<"), "d");
}

static void lists_and_mappings_nest(void **state)
{
    const MuNode *n = doc_spec(*state, "layer:\n- mark: bar\n- {mark: [1, 2]}\n");
    const MuNode *layer = mu_node_get(n, "layer");
    assert_int_equal(layer->array.size, 2);
    assert_text(mu_node_get(layer->array.at[0], "mark"), "bar");
    assert_number(mu_node_get(layer->array.at[1], "mark")->array.at[1], 2);
}

static void spans_count_bytes_also_behind_wide_characters_and_a_byte_order_mark(void **state)
{
    const MuNode *n = doc_spec(*state, "\xEF\xBB\xBFé€: ü\nb: {c: [1, 22]}\n\n# end\n");
    const MuMember *first = &n->object.at[0], *second = &n->object.at[1];
    assert_int_equal(first->key_span.start, 3);
    assert_int_equal(first->key_span.end, 8);
    assert_int_equal(first->value->span.start, 10);
    assert_int_equal(first->value->span.end, 12);
    assert_int_equal(second->key_span.start, 13);
    assert_int_equal(second->value->span.start, 16);
    assert_int_equal(second->value->span.end, 28);
    assert_int_equal(n->span.end, 28);
}

static void an_alias_is_the_value_of_its_anchor(void **state)
{
    const MuNode *n = doc_spec(*state, "a: &x {b: [1, 2]}\nc: *x\n");
    assert_number(mu_node_path(n, "c", "b", NULL)->array.at[1], 2);
}

static void wrong_aliases_are_named(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "a: *x\nb: &x 1\n", "yaml-alias", 1, 4);
    assert_refused(c, "a: &r [*r]\n", "yaml-alias", 1, 8);
    assert_message(c, "inside of what it refers to");
}

static void an_alias_bomb_is_stopped(void **state)
{
    DocCase *c = *state;
    MuBuf buf = {.arena = c->arena};
    mu_buf_adds(&buf, "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 9; i++)
        mu_buf_printf(&buf, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1,
                      i - 1, i - 1, i - 1, i - 1, i - 1);
    assert_null(doc_read(c, mu_buf_str(&buf), MU_DOC_SPEC));
    assert_int_equal(c->diags.list.at[0].code, MU_DIAG_YAML_ALIAS);
    assert_message(c, "million");
}

static void what_yaml_has_and_specs_have_not_is_an_error(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "a: !!str 1\n", "yaml-tag", 1, 4);
    assert_refused(c, "<<: {a: 1}\n", "yaml-merge-key", 1, 1);
    assert_refused(c, "a: 1\n---\nb: 2\n", "yaml-second-document", 2, 1);
    assert_refused(c, "a: 1\n...\n---\nb: 2\n", "yaml-second-document", 3, 1);
    assert_refused(c, "a: 1\nb: -.inf\n", "yaml-not-finite", 2, 4);
    assert_refused(c, "a: .NaN\n", "yaml-not-finite", 1, 4);
    assert_refused(c, "? [a]\n: 1\n", "yaml-syntax", 1, 3);
    assert_refused(c, "a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1);
    assert_refused(c, "a: 1e999\n", "number-range", 1, 4);
    assert_refused(c, "# nothing\n", "empty-document", 1, 1);
}

static void leading_zeros_are_read_with_a_warning(void **state)
{
    DocCase *c = *state;
    const MuNode *n = doc_spec(c, "a: 007\nb: 0\nc: 0.5\nd: -0\n");
    assert_number(mu_node_get(n, "a"), 7);
    assert_int_equal(c->diags.list.size, 1);
    assert_int_equal(c->diags.warnings, 1);
    assert_hint(c, "'007'");
}

static void messages_say_what_to_change(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "a:\n\tb: 1\n", "yaml-syntax", 2, 1);
    assert_message(c, "tab");
    assert_refused(c, "title: Deaths: 1989\n", "yaml-syntax", 1, 14);
    assert_hint(c, "quotes");
    assert_refused(c, "a:\n  b: 1\n c: 2\n", "yaml-syntax", 3, 2);
    assert_hint(c, "indented differently");
    assert_refused(c, "x: 1\na: \"y\nb: 1\n", "yaml-syntax", 2, 4);
    assert_message(c, "never closed");
    assert_refused(c, "a: [1,\n  2\nb: 1\n", "yaml-syntax", 3, 2);
    assert_hint(c, "line 1, column 4");
    assert_refused(c, "a: @x\n", "yaml-syntax", 1, 4);
    assert_refused(c, "a: \"\\ud83d\\ude00\"\n", "yaml-syntax", 1, 7);
    assert_hint(c, "\\U0001F600");
    assert_refused(c, "a: \x01\n", "yaml-syntax", 1, 4);
    assert_message(c, "control character");
}

static void too_many_levels_are_an_error(void **state)
{
    DocCase *c = *state;
    MuBuf buf = {.arena = c->arena};
    mu_buf_adds(&buf, "- ");
    for (int i = 0; i < 5000; i++)
        mu_buf_addc(&buf, '[');
    assert_null(doc_read(c, mu_buf_str(&buf), MU_DOC_SPEC));
    assert_int_equal(c->diags.list.at[0].code, MU_DIAG_TOO_DEEP);
}

static void a_spent_budget_returns_to_the_guard_and_frees_libyaml(void **state)
{
    (void)state;
    MuArena *arena = mu_arena_new(64 * 1024);
    MuBuf buf = {.arena = arena};
    for (int i = 0; i < 2000; i++)
        mu_buf_printf(&buf, "- %d\n", i);
    MuSource source = {MU_STR("spec"), mu_buf_str(&buf)};
    MuDiags diags = {.arena = arena};
    volatile bool ended = false;
    MuGuard guard;
    if (MU_GUARD(arena, &guard) == 0) {
        mu_doc_read(arena, &source, MU_DOC_SPEC, &diags);
        ended = true;
    }
    mu_guard_leave(&guard);
    assert_false(ended);
    mu_arena_free(arena);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, doc_setup, doc_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(plain_scalars_follow_the_core_schema),
        CASE(what_only_looks_like_a_value_stays_text),
        CASE(quotes_and_blocks_are_always_text),
        CASE(keys_are_text),
        CASE(lists_and_mappings_nest),
        CASE(spans_count_bytes_also_behind_wide_characters_and_a_byte_order_mark),
        CASE(an_alias_is_the_value_of_its_anchor),
        CASE(wrong_aliases_are_named),
        CASE(an_alias_bomb_is_stopped),
        CASE(what_yaml_has_and_specs_have_not_is_an_error),
        CASE(leading_zeros_are_read_with_a_warning),
        CASE(messages_say_what_to_change),
        CASE(too_many_levels_are_an_error),
        cmocka_unit_test(a_spent_budget_returns_to_the_guard_and_frees_libyaml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
