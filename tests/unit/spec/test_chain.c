#include "draw.h"

#include "spec/chain.h"

static MuChain chain_of(const char *const *bags, size_t count)
{
    MuChain chain = {.arena = figure->arena};
    for (size_t i = 0; i < count; i++)
        mu_chain_add(&chain, bags[i] ? node(bags[i]) : NULL);
    return chain;
}

#define CHAIN(...) chain_of((const char *const[]){__VA_ARGS__}, COUNT(((const char *const[]){__VA_ARGS__})))

static bool find_name(void *context, MuStr name, MuValue *value)
{
    (void)context;
    *value = mu_number(21);
    return mu_str_is(name, "half");
}

static MuEnv *environment(void)
{
    MuEnv *env = MU_NEW(figure->arena, MuEnv);
    *env = (MuEnv){.arena = figure->arena, .diags = &figure->diags, .name = find_name};
    return env;
}

static void the_first_bag_that_has_a_property_gives_it(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: 1", "a: 2\nb: 3", "b: 4\nc: 5");
    size_t origin = 9;
    assert_near(mu_chain_get(&chain, "a", &origin)->number, 1);
    assert_int_equal(origin, 0);
    assert_near(mu_chain_get(&chain, "b", &origin)->number, 3);
    assert_int_equal(origin, 1);
    assert_near(mu_chain_get(&chain, "c", &origin)->number, 5);
    assert_int_equal(origin, 2);
}

static void a_property_that_no_bag_has_is_null_and_leaves_the_origin(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: 1");
    size_t origin = 9;
    assert_null(mu_chain_get(&chain, "b", &origin));
    assert_int_equal(origin, 9);
    assert_int_equal(mu_chain_value(&chain, "b").kind, MU_UNDEFINED);
}

static void what_is_no_object_is_left_out_of_the_chain(void **state)
{
    (void)state;
    MuChain chain = CHAIN(NULL, "[1, 2]", "just text", "{}", "a: 1");
    size_t origin = 9;
    assert_int_equal(chain.size, 1);
    assert_non_null(mu_chain_get(&chain, "a", &origin));
    assert_int_equal(origin, 0);
}

static void a_null_in_a_strong_bag_hides_what_stands_below(void **state)
{
    (void)state;
    MuChain chain = CHAIN("fill: null", "fill: red");
    MuColor color = {1, 1, 1, 1};
    assert_int_equal(mu_chain_value(&chain, "fill").kind, MU_NULL);
    assert_false(mu_chain_has(&chain, "fill"));
    assert_true(mu_chain_color(&chain, "fill", &color));
    assert_near(color.a, 0);
}

static void typed_reads_fall_back_on_absence_and_on_another_kind(void **state)
{
    (void)state;
    MuChain chain = CHAIN("n: 3\nt: seven\nb: true");
    assert_near(mu_chain_number(&chain, "n", 9), 3);
    assert_near(mu_chain_number(&chain, "t", 9), 9);
    assert_near(mu_chain_number(&chain, "gone", 9), 9);
    assert_true(mu_chain_bool(&chain, "b", false));
    assert_true(mu_chain_bool(&chain, "n", true));
    assert_str(mu_chain_string(&chain, "t", MU_STR("x")), "seven");
    assert_str(mu_chain_string(&chain, "n", MU_STR("x")), "x");
}

static void a_bag_of_another_kind_is_not_passed_over_for_a_weaker_one(void **state)
{
    (void)state;
    MuChain chain = CHAIN("size: large", "size: 40");
    assert_near(mu_chain_number(&chain, "size", 9), 9);
}

static void expressions_and_signals_are_evaluated(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: {expr: half * 2}", "b: {signal: half + 0.5}\nc: {expr: \"'#' + half\"}");
    chain.env = environment();
    assert_near(mu_chain_number(&chain, "a", 0), 42);
    assert_near(mu_chain_number(&chain, "b", 0), 21.5);
    assert_str(mu_chain_string(&chain, "c", MU_STR("")), "#21");
    assert_int_equal(figure->diags.list.size, 0);
}

static void an_expression_without_an_environment_is_undefined(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: {expr: 1 + 1}");
    assert_int_equal(mu_chain_value(&chain, "a").kind, MU_UNDEFINED);
    assert_near(mu_chain_number(&chain, "a", 7), 7);
}

static void a_broken_expression_is_a_diagnostic_and_undefined(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: {expr: '1 +'}");
    chain.env = environment();
    assert_near(mu_chain_number(&chain, "a", 7), 7);
    assert_int_equal(figure->diags.errors, 1);
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_EXPR_SYNTAX);
}

static void colours_are_read_as_css_and_none_is_no_colour(void **state)
{
    (void)state;
    MuChain chain = CHAIN("a: '#4c78a8'\nb: none\nc: transparent\nd: 7\ne: 'no colour'");
    MuColor color;
    assert_true(mu_chain_color(&chain, "a", &color));
    assert_near(color.r * 255, 0x4c);
    assert_near(color.g * 255, 0x78);
    assert_near(color.b * 255, 0xa8);
    assert_near(color.a, 1);
    assert_true(mu_chain_color(&chain, "b", &color));
    assert_near(color.a, 0);
    assert_true(mu_chain_color(&chain, "c", &color));
    assert_near(color.a, 0);
    assert_false(mu_chain_color(&chain, "d", &color));
    assert_false(mu_chain_color(&chain, "e", &color));
    assert_false(mu_chain_color(&chain, "gone", &color));
}

static void an_object_with_further_members_than_expr_is_still_an_expression(void **state)
{
    (void)state;
    /* Vega-Lite takes any object with `signal` or `expr` for a reference (isSignalRef, isExprRef). */
    assert_near(mu_node_evaluate(node("expr: 2 * 3\nnote: six"), environment(), figure->arena).number, 6);
    assert_int_equal(mu_node_evaluate(node("expr: 5"), environment(), figure->arena).kind, MU_OBJECT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_bag_that_has_a_property_gives_it),
        TEST(a_property_that_no_bag_has_is_null_and_leaves_the_origin),
        TEST(what_is_no_object_is_left_out_of_the_chain),
        TEST(a_null_in_a_strong_bag_hides_what_stands_below),
        TEST(typed_reads_fall_back_on_absence_and_on_another_kind),
        TEST(a_bag_of_another_kind_is_not_passed_over_for_a_weaker_one),
        TEST(expressions_and_signals_are_evaluated),
        TEST(an_expression_without_an_environment_is_undefined),
        TEST(a_broken_expression_is_a_diagnostic_and_undefined),
        TEST(colours_are_read_as_css_and_none_is_no_colour),
        TEST(an_object_with_further_members_than_expr_is_still_an_expression),
    };
    return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
