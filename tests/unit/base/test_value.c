#include "base/value.h"
#include "fixture.h"

static MuValue text(const char *s)
{
    return mu_string(mu_str(s));
}

static MuValue array_of(size_t size, const MuValue *at)
{
    MuValue array = mu_array_new(arena, size);
    for (size_t i = 0; i < size; i++)
        array.array->at[i] = at[i];
    return array;
}

#define ARRAY(...) array_of(sizeof((MuValue[]){__VA_ARGS__}) / sizeof(MuValue), (MuValue[]){__VA_ARGS__})

static void values_become_numbers(void **state)
{
    (void)state;
    assert_number(mu_to_number(mu_undefined()), NAN);
    assert_number(mu_to_number(mu_null()), 0);
    assert_number(mu_to_number(mu_bool(true)), 1);
    assert_number(mu_to_number(mu_date(86400000)), 86400000);
    assert_number(mu_to_number(text(" 12.5 ")), 12.5);
    assert_number(mu_to_number(text("")), 0);
    assert_number(mu_to_number(text("abc")), NAN);
    assert_number(mu_to_number(mu_array_new(arena, 0)), 0);
    assert_number(mu_to_number(ARRAY(mu_number(3))), 3);
    assert_number(mu_to_number(ARRAY(ARRAY(text("4")))), 4);
    assert_number(mu_to_number(ARRAY(mu_null())), 0);
    assert_number(mu_to_number(ARRAY(mu_bool(true))), NAN);
    assert_number(mu_to_number(ARRAY(mu_number(1), mu_number(2))), NAN);
    assert_number(mu_to_number(mu_object_value(mu_object_new(arena))), NAN);
}

static void values_become_truth(void **state)
{
    (void)state;
    assert_false(mu_to_bool(mu_undefined()));
    assert_false(mu_to_bool(mu_null()));
    assert_false(mu_to_bool(mu_number(NAN)));
    assert_false(mu_to_bool(mu_number(-0.0)));
    assert_false(mu_to_bool(text("")));
    assert_true(mu_to_bool(text("0")));
    assert_true(mu_to_bool(mu_number(-1)));
    assert_true(mu_to_bool(mu_date(NAN)));
    assert_true(mu_to_bool(mu_array_new(arena, 0)));
}

static void assert_text(MuValue v, const char *expected)
{
    assert_true(mu_str_is(mu_to_string(arena, v), expected));
}

static void values_become_text(void **state)
{
    (void)state;
    assert_text(mu_undefined(), "undefined");
    assert_text(mu_null(), "null");
    assert_text(mu_bool(false), "false");
    assert_text(mu_number(1e21), "1e+21");
    assert_text(mu_number(-0.0), "0");
    assert_text(mu_object_value(mu_object_new(arena)), "[object Object]");
    assert_text(ARRAY(mu_number(1), mu_null(), text("a"), ARRAY(mu_number(2), mu_number(3))), "1,,a,2,3");
    assert_text(mu_date(0), "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)");
    assert_text(mu_date(-62198755200000), "Fri Jan 01 -0001 00:00:00 GMT+0000 (Coordinated Universal Time)");
    assert_text(mu_date(NAN), "Invalid Date");
}

static void same_is_strict_equality(void **state)
{
    (void)state;
    MuValue a = ARRAY(mu_number(1)), b = ARRAY(mu_number(1));
    assert_true(mu_value_same(mu_number(0), mu_number(-0.0)));
    assert_false(mu_value_same(mu_number(NAN), mu_number(NAN)));
    assert_false(mu_value_same(mu_number(1), text("1")));
    assert_false(mu_value_same(mu_null(), mu_undefined()));
    assert_true(mu_value_same(text("é"), text("é")));
    assert_true(mu_value_same(a, a));
    assert_false(mu_value_same(a, b));
}

static void ascending_is_that_of_vega(void **state)
{
    (void)state;
    /* Each pair in order; computed with vega-util's ascending. */
    const MuValue pairs[][2] = {
        {mu_null(), mu_number(-5)},      {mu_undefined(), text("")},     {mu_number(NAN), mu_number(-INFINITY)},
        {mu_number(9), mu_number(10)},   {text("10"), text("9")},        {mu_number(9), text("10")},
        {text("B"), text("a")},          {mu_date(1), mu_date(2)},       {mu_date(1), mu_number(2)},
        {mu_bool(false), mu_bool(true)}, {mu_number(NAN), text("text")},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        assert_true(mu_value_ascending(pairs[i][0], pairs[i][1]) < 0);
        assert_true(mu_value_ascending(pairs[i][1], pairs[i][0]) > 0);
    }
    assert_int_equal(mu_value_ascending(mu_null(), mu_undefined()), 0);
    assert_int_equal(mu_value_ascending(mu_number(NAN), mu_number(NAN)), 0);
    assert_int_equal(mu_value_ascending(mu_number(5), text("abc")), 0);
    assert_int_equal(mu_value_ascending(mu_date(3), mu_number(3)), 0);
}

static bool same_key(MuValue a, MuValue b)
{
    MuBuf x = new_buf(), y = new_buf();
    mu_value_key(&x, a);
    mu_value_key(&y, b);
    return mu_str_eq(mu_buf_str(&x), mu_buf_str(&y));
}

static void keys_tell_kinds_apart(void **state)
{
    (void)state;
    assert_true(same_key(mu_number(0), mu_number(-0.0)));
    assert_true(same_key(mu_number(NAN), mu_number(-NAN)));
    assert_true(same_key(mu_date(5), mu_number(5)));
    assert_false(same_key(mu_number(1), text("1")));
    assert_false(same_key(mu_null(), mu_undefined()));
    assert_false(same_key(mu_null(), text("null")));
    assert_false(same_key(mu_bool(true), text("true")));
    assert_true(same_key(ARRAY(mu_number(1)), ARRAY(mu_number(1))));
    assert_false(same_key(ARRAY(mu_number(1)), text("[1]")));
}

static void keys_stay_apart_when_joined(void **state)
{
    (void)state;
    MuBuf x = new_buf(), y = new_buf();
    mu_value_key(&x, text("a"));
    mu_value_key(&x, text("bc"));
    mu_value_key(&y, text("ab"));
    mu_value_key(&y, text("c"));
    assert_false(mu_str_eq(mu_buf_str(&x), mu_buf_str(&y)));
}

static void objects_keep_order_and_replace_fields(void **state)
{
    (void)state;
    MuObject *o = mu_object_new(arena);
    for (int i = 0; i < 10; i++)
        mu_object_set(arena, o, mu_str_printf(arena, "k%d", i), mu_number(i));
    mu_object_set(arena, o, MU_STR("k3"), text("new"));
    assert_int_equal(o->size, 10);
    assert_true(mu_str_is(o->at[3].key, "k3"));
    assert_true(mu_value_same(mu_object_get(o, MU_STR("k3")), text("new")));
    assert_int_equal(mu_object_get(o, MU_STR("none")).kind, MU_UNDEFINED);
}

static void json_is_written(void **state)
{
    (void)state;
    MuObject *o = mu_object_new(arena);
    mu_object_set(arena, o, MU_STR("a\"b"), text("x\n\x01\\é"));
    mu_object_set(arena, o, MU_STR("gone"), mu_undefined());
    mu_object_set(arena, o, MU_STR("list"), ARRAY(mu_number(NAN), mu_undefined(), mu_date(12), mu_bool(true)));
    MuBuf buf = new_buf();
    mu_value_json(&buf, mu_object_value(o));
    assert_buf(&buf, "{\"a\\\"b\":\"x\\n\\u0001\\\\é\",\"list\":[null,null,12,true]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(values_become_numbers),
        TEST(values_become_truth),
        TEST(values_become_text),
        TEST(same_is_strict_equality),
        TEST(ascending_is_that_of_vega),
        TEST(keys_tell_kinds_apart),
        TEST(keys_stay_apart_when_joined),
        TEST(objects_keep_order_and_replace_fields),
        TEST(json_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
