#include "doc_case.h"

/* After the names and cases of nst/JSONTestSuite (MIT): what must be read and what must be refused. */
static const MuStr ACCEPTED[] = {
    MU_STR_INIT("[[]   ]"),
    MU_STR_INIT("[\"\"]"),
    MU_STR_INIT("[]"),
    MU_STR_INIT(" [1]"),
    MU_STR_INIT("[2] "),
    MU_STR_INIT("[1\n]"),
    MU_STR_INIT("[null, 1, \"1\", {}]"),
    MU_STR_INIT("[123e65]"),
    MU_STR_INIT("[0e+1]"),
    MU_STR_INIT("[0e1]"),
    MU_STR_INIT("[-0]"),
    MU_STR_INIT("[1E22]"),
    MU_STR_INIT("[1E-2]"),
    MU_STR_INIT("[1E+2]"),
    MU_STR_INIT("[123.456e78]"),
    MU_STR_INIT("[123.456e-789]"),
    MU_STR_INIT("[-123123123123123123123123123123]"),
    MU_STR_INIT("{\"\":0}"),
    MU_STR_INIT("{\"foo\\u0000bar\": 42}"),
    MU_STR_INIT("{\"a\":[]}"),
    MU_STR_INIT("{\n\"a\": \"b\"\n}"),
    MU_STR_INIT("[\"\\u0060\\u012a\\u12AB\"]"),
    MU_STR_INIT("[\"\\uD801\\udc37\"]"),
    MU_STR_INIT("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]"),
    MU_STR_INIT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"),
    MU_STR_INIT("[\"\\\\u0000\"]"),
    MU_STR_INIT("[\"a/*b*/c/*d//e\"]"),
    MU_STR_INIT("[\"\\uFFFF\"]"),
    MU_STR_INIT("[\"\\uDBFF\\uDFFF\"]"),
    MU_STR_INIT("[\"\xF4\x8F\xBF\xBF\"]"),
    MU_STR_INIT("[\"\xEF\xBF\xBF\"]"),
    MU_STR_INIT("[\"\xE2\x80\xA8\"]"),
    MU_STR_INIT("[\"\x7F\"]"),
    MU_STR_INIT("[\"\\u0000\"]"),
    MU_STR_INIT("\" \""),
    MU_STR_INIT("false"),
    MU_STR_INIT("42"),
    MU_STR_INIT("-0.1"),
    MU_STR_INIT("null"),
    MU_STR_INIT("\"\""),
    MU_STR_INIT("\xEF\xBB\xBF{}"),
};

static const MuStr REFUSED[] = {
    MU_STR_INIT("[1 true]"),
    MU_STR_INIT("[a\xE5]"),
    MU_STR_INIT("[\"\": 1]"),
    MU_STR_INIT("[\"\"],"),
    MU_STR_INIT("[,1]"),
    MU_STR_INIT("[1,,2]"),
    MU_STR_INIT("[\"x\"]]"),
    MU_STR_INIT("[\"\",]"),
    MU_STR_INIT("[\"x\""),
    MU_STR_INIT("[x"),
    MU_STR_INIT("[3[4]]"),
    MU_STR_INIT("[\xFF]"),
    MU_STR_INIT("[,]"),
    MU_STR_INIT("[-]"),
    MU_STR_INIT("[\"a\",\n4\n,1,"),
    MU_STR_INIT("[\"\x0B\"\\f]"),
    MU_STR_INIT("[*]"),
    MU_STR_INIT("[fals]"),
    MU_STR_INIT("123\0"),
    MU_STR_INIT("[++1234]"),
    MU_STR_INIT("[+1]"),
    MU_STR_INIT("[-01]"),
    MU_STR_INIT("[-1.0.]"),
    MU_STR_INIT("[-2.]"),
    MU_STR_INIT("[-NaN]"),
    MU_STR_INIT("[.-1]"),
    MU_STR_INIT("[.2e-3]"),
    MU_STR_INIT("[0.3e+]"),
    MU_STR_INIT("[0.e1]"),
    MU_STR_INIT("[0E]"),
    MU_STR_INIT("[1.0e-]"),
    MU_STR_INIT("[1 000.0]"),
    MU_STR_INIT("[1eE2]"),
    MU_STR_INIT("[2.e3]"),
    MU_STR_INIT("[Inf]"),
    MU_STR_INIT("[NaN]"),
    MU_STR_INIT("[\xEF\xBC\x91]"),
    MU_STR_INIT("[1+2]"),
    MU_STR_INIT("[0x42]"),
    MU_STR_INIT("[Infinity]"),
    MU_STR_INIT("[- 1]"),
    MU_STR_INIT("[012]"),
    MU_STR_INIT("[1ea]"),
    MU_STR_INIT("[1.]"),
    MU_STR_INIT("[.123]"),
    MU_STR_INIT("[1.2a-3]"),
    MU_STR_INIT("{[: \"x\"}"),
    MU_STR_INIT("{\"x\", null}"),
    MU_STR_INIT("{\"x\"::\"b\"}"),
    MU_STR_INIT("{\"a\":\"a\" 123}"),
    MU_STR_INIT("{key: 'value'}"),
    MU_STR_INIT("{:\"b\"}"),
    MU_STR_INIT("{\"a\" \"b\"}"),
    MU_STR_INIT("{\"a\":"),
    MU_STR_INIT("{1:1}"),
    MU_STR_INIT("{null:null,null:null}"),
    MU_STR_INIT("{\"id\":0,}"),
    MU_STR_INIT("{'a':0}"),
    MU_STR_INIT("{\"a\":\"b\"}/**/"),
    MU_STR_INIT("{\"a\":\"b\"}//"),
    MU_STR_INIT("{\"a\":\"b\",,\"c\":\"d\"}"),
    MU_STR_INIT("{\"a\":\"b\"}#"),
    MU_STR_INIT(" "),
    MU_STR_INIT(""),
    MU_STR_INIT("\xEF\xBB\xBF"),
    MU_STR_INIT("[\"\\uD800\\u1x\"]"),
    MU_STR_INIT("[\"\\\0\"]"),
    MU_STR_INIT("[\"\\x00\"]"),
    MU_STR_INIT("[\"\\\t\"]"),
    MU_STR_INIT("[\"\\\"]"),
    MU_STR_INIT("[\"\\u00A\"]"),
    MU_STR_INIT("[\"\\uD834\\uDd\"]"),
    MU_STR_INIT("[\"\\uqqqq\"]"),
    MU_STR_INIT("[\"a\0a\"]"),
    MU_STR_INIT("[\"new\nline\"]"),
    MU_STR_INIT("[\"\t\"]"),
    MU_STR_INIT("\"\\UA66D\""),
    MU_STR_INIT("\"\"x"),
    MU_STR_INIT("[\xE2\x81\xA0]"),
    MU_STR_INIT("<.>"),
    MU_STR_INIT("[True]"),
    MU_STR_INIT("1]"),
    MU_STR_INIT("[][]"),
    MU_STR_INIT("]"),
    MU_STR_INIT("\xEF\xBB{}"),
    MU_STR_INIT("\xE5"),
    MU_STR_INIT("["),
    MU_STR_INIT("[\0]"),
    MU_STR_INIT("2@"),
    MU_STR_INIT("{}}"),
    MU_STR_INIT("{\"\":"),
    MU_STR_INIT("{]"),
    MU_STR_INIT("{[\"a\""),
    MU_STR_INIT("{"),
    MU_STR_INIT("[{"),
    MU_STR_INIT("[\"\\{[\"\\{"),
    MU_STR_INIT("[\x0C]"),
    MU_STR_INIT("[\"\xED\xA0\x80\"]"),
    MU_STR_INIT("[\"\xC0\xAF\"]"),
    MU_STR_INIT("[\"\xF4\xBF\xBF\xBF\"]"),
};

static const MuNode *read_json(DocCase *c, MuStr text)
{
    c->source = (MuSource){MU_STR("data"), text};
    c->diags = (MuDiags){.arena = c->arena};
    return mu_doc_read_json(c->arena, &c->source, MU_DOC_DATA, &c->diags);
}

static void all_of_json_is_read(void **state)
{
    for (size_t i = 0; i < sizeof ACCEPTED / sizeof *ACCEPTED; i++) {
        if (!read_json(*state, ACCEPTED[i]))
            fail_msg("refused: %.*s", MU_FMT(ACCEPTED[i]));
    }
}

static void nothing_but_json_is_read(void **state)
{
    DocCase *c = *state;
    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        if (read_json(c, REFUSED[i]))
            fail_msg("read: %.*s", MU_FMT(REFUSED[i]));
        assert_int_equal(c->diags.errors, 1);
    }
}

static void numbers_are_correctly_rounded(void **state)
{
    const MuNode *node = doc_spec(*state, "[0.1, -0, 1e22, 9007199254740993, 5e-324, 123e-10000000]");
    assert_true(node->array.at[0]->number == 0.1);
    assert_true(signbit(node->array.at[1]->number));
    assert_true(node->array.at[2]->number == 1e22);
    assert_true(node->array.at[3]->number == 9007199254740992.0);
    assert_true(node->array.at[4]->number == 5e-324);
    assert_true(node->array.at[5]->number == 0);
}

static void a_number_beyond_the_doubles_is_an_error(void **state)
{
    assert_refused(*state, "{\"a\": -1e+9999}", "number-range", 1, 7);
}

static void escapes_and_surrogate_pairs_become_utf8(void **state)
{
    const MuNode *node = doc_spec(*state, "[\"a\\n\\u00e9\\uD834\\uDD1E.\"]");
    assert_text(node->array.at[0], "a\n\xC3\xA9\xF0\x9D\x84\x9E.");
}

static void a_key_may_hold_a_nul(void **state)
{
    const MuNode *node = doc_spec(*state, "{\"a\\u0000b\": 1, \"a\": 2}");
    assert_int_equal(node->object.size, 2);
    assert_int_equal(node->object.at[0].key.size, 3);
    assert_true(mu_node_number(mu_node_get(node, "a"), 0) == 2);
}

static void half_a_surrogate_pair_is_an_error_in_a_spec_and_replaced_in_data(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "{\"a\": \"x\\uD800\\n\"}", "lone-surrogate", 1, 9);
    const MuNode *node = read_json(c, MU_STR("[\"\\uDFAA\", \"\\uD800\\uD800\\n\"]"));
    assert_text(node->array.at[0], "\xEF\xBF\xBD");
    assert_text(node->array.at[1], "\xEF\xBF\xBD\xEF\xBF\xBD\n");
    assert_int_equal(c->diags.list.size, 1);
    assert_int_equal(c->diags.list.at[0].count, 3);
    assert_int_equal(c->diags.list.at[0].severity, MU_WARNING);
}

static void spans_are_the_bytes_of_a_value(void **state)
{
    DocCase *c = *state;
    const MuNode *node = doc_spec(c, "{\"é\": [12, \"x\\n\"] }");
    const MuMember *member = &node->object.at[0];
    assert_int_equal(node->span.start, 0);
    assert_int_equal(node->span.end, 20);
    assert_int_equal(member->key_span.start, 1);
    assert_int_equal(member->key_span.end, 5);
    assert_int_equal(member->value->span.start, 7);
    assert_int_equal(member->value->span.end, 18);
    assert_int_equal(member->value->array.at[1]->span.start, 12);
    assert_int_equal(member->value->array.at[1]->span.end, 17);
}

static void a_key_twice_is_an_error_in_a_spec(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "duplicate-key", 3, 2);
    assert_hint(c, "line 1, column 2");
}

static void a_key_twice_in_data_takes_the_last_and_warns_once(void **state)
{
    DocCase *c = *state;
    const MuNode *node = read_json(c, MU_STR("[{\"a\":1,\"b\":2,\"a\":3},{\"b\":4,\"b\":5}]"));
    const MuNode *row = node->array.at[0];
    assert_int_equal(row->object.size, 2);
    assert_true(mu_str_is(row->object.at[0].key, "a"));
    assert_true(row->object.at[0].value->number == 3);
    assert_int_equal(c->diags.list.size, 1);
    assert_int_equal(c->diags.list.at[0].count, 2);
}

static void a_key_twice_is_found_in_large_objects_too(void **state)
{
    DocCase *c = *state;
    MuBuf buf = {.arena = c->arena};
    for (int i = 0; i < 100; i++)
        mu_buf_printf(&buf, "%s\"k%d\": %d", i ? ", " : "{", i, i);
    mu_buf_adds(&buf, ", \"k57\": 0, \"k3\": 1}");
    const MuNode *node = read_json(c, mu_buf_str(&buf));
    assert_int_equal(node->object.size, 100);
    assert_true(mu_node_number(mu_node_get(node, "k57"), -1) == 0);
    assert_true(mu_node_number(mu_node_get(node, "k3"), -1) == 1);
    assert_true(mu_node_number(mu_node_get(node, "k99"), -1) == 99);
}

static void two_hundred_and_fifty_six_levels_are_read_and_no_more(void **state)
{
    DocCase *c = *state;
    char text[515];
    memset(text, '[', 257);
    memset(text + 257, ']', 257);
    text[514] = '\0';
    assert_refused(c, text, "too-deep", 1, 257);
    assert_non_null(doc_read(c, (MuStr){text + 1, 512}, MU_DOC_SPEC));
}

static void common_slips_are_named(void **state)
{
    DocCase *c = *state;
    assert_refused(c, "{\"a\": 1,\n}", "json-syntax", 1, 8);
    assert_hint(c, "last comma");
    assert_refused(c, "{\"a\": 1 // why\n}", "json-syntax", 1, 9);
    assert_message(c, "comments");
    assert_refused(c, "{a: 1}", "json-syntax", 1, 2);
    assert_hint(c, "double quotes");
    assert_refused(c, "{\"a\": 'x'}", "json-syntax", 1, 7);
    assert_message(c, "single");
    assert_refused(c, "{\"a\": NaN}", "json-syntax", 1, 7);
    assert_hint(c, "null");
    assert_refused(c, "{\"a\": {\"b\": 1}", "json-syntax", 1, 15);
    assert_hint(c, "'{' of line 1, column 1");
    assert_refused(c, "{\"a\": \"x\n\"}", "json-syntax", 1, 7);
    assert_message(c, "closing quote");
    assert_refused(c, "{\"a\": [1}", "json-syntax", 1, 9);
    assert_message(c, "'}' cannot close an array");
    assert_refused(c, "{\"a\": \"x\xE9\"}", "not-utf8", 1, 9);
    assert_message(c, "0xE9");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, doc_setup, doc_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(all_of_json_is_read),
        CASE(nothing_but_json_is_read),
        CASE(numbers_are_correctly_rounded),
        CASE(a_number_beyond_the_doubles_is_an_error),
        CASE(escapes_and_surrogate_pairs_become_utf8),
        CASE(a_key_may_hold_a_nul),
        CASE(half_a_surrogate_pair_is_an_error_in_a_spec_and_replaced_in_data),
        CASE(spans_are_the_bytes_of_a_value),
        CASE(a_key_twice_is_an_error_in_a_spec),
        CASE(a_key_twice_in_data_takes_the_last_and_warns_once),
        CASE(a_key_twice_is_found_in_large_objects_too),
        CASE(two_hundred_and_fifty_six_levels_are_read_and_no_more),
        CASE(common_slips_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
