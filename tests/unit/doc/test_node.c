#include "doc_case.h"

static void assert_json(MuArena *arena, const MuNode *node, const char *expected)
{
    MuBuf buf = {.arena = arena};
    mu_node_write(&buf, node);
    assert_string_equal(mu_buf_str(&buf).at, expected);
}

static void members_are_found_by_key_and_path(void **state)
{
    const MuNode *n = doc_spec(*state, "{\"a\": {\"b\": {\"c\": \"x\"}}, \"n\": 2.5, \"t\": true}");
    assert_true(mu_node_is_string(mu_node_path(n, "a", "b", "c", NULL), "x"));
    assert_null(mu_node_path(n, "a", "z", "c", NULL));
    assert_null(mu_node_path(n, "n", "b", NULL));
    assert_null(mu_node_get(NULL, "a"));
    assert_int_equal(mu_node_member(n, MU_STR("n"))->key_span.start, 25);
}

static void typed_reads_fall_back_on_other_kinds(void **state)
{
    const MuNode *n = doc_spec(*state, "{\"n\": 2.5, \"t\": true, \"s\": \"x\"}");
    assert_true(mu_node_number(mu_node_get(n, "n"), 7) == 2.5);
    assert_true(mu_node_number(mu_node_get(n, "s"), 7) == 7);
    assert_true(mu_node_bool(mu_node_get(n, "t"), false));
    assert_true(mu_node_bool(mu_node_get(n, "n"), true));
    assert_true(mu_str_is(mu_node_string(mu_node_get(n, "s"), MU_STR("-")), "x"));
    assert_true(mu_str_is(mu_node_string(mu_node_get(n, "none"), MU_STR("-")), "-"));
}

static void with_sets_replaces_and_removes_without_touching_the_original(void **state)
{
    DocCase *c = *state;
    const MuNode *n = doc_spec(c, "{\"a\": 1, \"b\": 2}");
    const MuNode *three = mu_node_new_number(c->arena, 3, n);
    assert_json(c->arena, mu_node_with(c->arena, n, "c", three), "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}");
    assert_json(c->arena, mu_node_with(c->arena, n, "a", three), "{\n  \"a\": 3,\n  \"b\": 2\n}");
    assert_json(c->arena, mu_node_with(c->arena, n, "a", NULL), "{\n  \"b\": 2\n}");
    assert_json(c->arena, mu_node_with(c->arena, n, "z", NULL), "{\n  \"a\": 1,\n  \"b\": 2\n}");
    assert_json(c->arena, mu_node_with(c->arena, NULL, "z", three), "{\n  \"z\": 3\n}");
    assert_json(c->arena, n, "{\n  \"a\": 1,\n  \"b\": 2\n}");
}

static void made_nodes_carry_the_span_of_their_origin(void **state)
{
    DocCase *c = *state;
    const MuNode *n = doc_spec(c, " [1]");
    const MuNode *made = mu_node_new_string(c->arena, MU_STR("x"), n);
    assert_ptr_equal(made->span.source, &c->source);
    assert_int_equal(made->span.start, 1);
    assert_int_equal(made->span.end, 4);
    assert_null(mu_node_new_bool(c->arena, true, NULL)->span.source);
}

static void merging_goes_into_objects_and_replaces_the_rest(void **state)
{
    DocCase *c = *state;
    const MuNode *n =
        doc_spec(c, "[{\"a\": {\"x\": 1, \"y\": 2}, \"l\": [1, 2]}, {\"a\": {\"y\": 3, \"z\": 4}, \"l\": [9]}]");
    const MuNode *under = n->array.at[0], *over = n->array.at[1];
    assert_json(c->arena, mu_node_merge(c->arena, under, over),
                "{\n  \"a\": {\n    \"x\": 1,\n    \"y\": 3,\n    \"z\": 4\n  },\n  \"l\": [9]\n}");
    assert_ptr_equal(mu_node_merge(c->arena, under, NULL), under);
    assert_ptr_equal(mu_node_merge(c->arena, NULL, over), over);
}

static void a_node_becomes_a_value(void **state)
{
    DocCase *c = *state;
    MuValue v = mu_node_value(c->arena, doc_spec(c, "{\"a\": [1, null, \"x\"], \"b\": false}"));
    assert_int_equal(v.kind, MU_OBJECT);
    MuValue a = mu_object_get(v.object, MU_STR("a"));
    assert_int_equal(a.array->size, 3);
    assert_true(a.array->at[0].number == 1);
    assert_int_equal(a.array->at[1].kind, MU_NULL);
    assert_true(mu_str_is(mu_value_str(a.array->at[2]), "x"));
    assert_int_equal(mu_object_get(v.object, MU_STR("b")).kind, MU_BOOL);
    assert_int_equal(mu_node_value(c->arena, NULL).kind, MU_UNDEFINED);
}

static void writing_escapes_what_json_wants_escaped(void **state)
{
    DocCase *c = *state;
    const MuNode *n = doc_spec(c, "[\"\\\"\\\\/\\b\\u0001\\u0000é\\n\", 0.1, -5e-7, [], {}, [{}]]");
    assert_json(c->arena, n, "[\n  \"\\\"\\\\/\\b\\u0001\\u0000é\\n\",\n  0.1,\n  -5e-7,\n  [],\n  {},\n  [{}]\n]");
    assert_json(c->arena, mu_node_new_number(c->arena, NAN, NULL), "null");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, doc_setup, doc_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(members_are_found_by_key_and_path),
        CASE(typed_reads_fall_back_on_other_kinds),
        CASE(with_sets_replaces_and_removes_without_touching_the_original),
        CASE(made_nodes_carry_the_span_of_their_origin),
        CASE(merging_goes_into_objects_and_replaces_the_rest),
        CASE(a_node_becomes_a_value),
        CASE(writing_escapes_what_json_wants_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
