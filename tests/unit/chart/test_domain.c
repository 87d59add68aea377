/* What scales map from: zero, explicit ends, unions over layers, sorting, nulls. The domains are those before niceness.
 */
#include "draw.h"

static MuRender *domains_of(const char *yaml)
{
    return run_until(yaml, "domains", true);
}

#define THREE "data: {values: [{k: b, v: 3, w: 1}, {k: a, v: 7, w: 2}, {k: c, v: 5, w: 3}]}\n"

/* The x domain of bars over three rows, b 3, a 7, c 5, sorted in a way. */
static void assert_sorted(const char *sort, const char *wanted)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec,
                  THREE "mark: bar\nencoding: {x: {field: k, type: nominal%s}, y: {field: v, type: quantitative}}\n",
                  sort);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_X, wanted);
}

static void assert_y(const char *scale, const char *wanted)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec, THREE "mark: point\nencoding: {y: {field: v, type: quantitative, scale: %s}}\n", scale);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_Y, wanted);
}

static void words_are_sorted_unless_it_is_forbidden(void **state)
{
    (void)state;
    assert_sorted("", "a b c");
    assert_sorted(", sort: ascending", "a b c");
    assert_sorted(", sort: descending", "c b a");
    assert_sorted(", sort: null", "b a c");
}

static void words_named_in_a_list_come_first(void **state)
{
    (void)state;
    assert_sorted(", sort: [c, b]", "c b a");
    assert_sorted(", sort: [c]", "c b a");
    assert_sorted(", sort: [nowhere, c, b, a]", "c b a");
}

static void words_may_be_sorted_by_another_channel(void **state)
{
    (void)state;
    assert_sorted(", sort: y", "b c a");
    assert_sorted(", sort: '-y'", "a c b");
    assert_sorted(", sort: {encoding: y, order: descending}", "a c b");
}

static void words_may_be_sorted_by_a_field(void **state)
{
    (void)state;
    assert_sorted(", sort: {field: w}", "b a c");
    assert_sorted(", sort: {field: w, order: descending}", "c a b");
    assert_sorted(", sort: {field: v, op: max}", "b c a");
}

static void a_sort_by_a_field_takes_all_rows_of_a_word(void **state)
{
    (void)state;
    static const char rows[] = "data: {values: [{k: a, v: 5}, {k: a, v: 5}, {k: b, v: 7}]}\nmark: point\n";
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec, "%sencoding: {x: {field: k, type: nominal, sort: {field: v, op: sum}}}\n", rows);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_X, "b a");
    spec.size = 0;
    mu_buf_printf(&spec, "%sencoding: {x: {field: k, type: nominal, sort: {field: v, op: mean}}}\n", rows);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_X, "a b");
    spec.size = 0;
    mu_buf_printf(&spec, "%sencoding: {x: {field: k, type: nominal, sort: {op: count, order: descending}}}\n", rows);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_X, "a b");
}

static void numbers_as_words_are_sorted_as_numbers(void **state)
{
    (void)state;
    assert_domain(
        domains_of(
            "data: {values: [{a: 10}, {a: 9}, {a: 100}]}\nmark: bar\nencoding: {x: {field: a, type: ordinal}}\n"),
        MU_CHANNEL_X, "9 10 100");
}

static void text_from_csv_is_sorted_as_text(void **state)
{
    (void)state;
    assert_domain(domains_of("data: {values: \"a\\n10\\n9\\n100\\n\", format: {type: csv}}\nmark: bar\nencoding: {x: "
                             "{field: a, type: ordinal}}\n"),
                  MU_CHANNEL_X, "10 100 9");
}

static void a_null_among_words_is_a_value_too(void **state)
{
    (void)state;
    assert_domain(
        domains_of(
            "data: {values: [{a: u}, {a: null}, {a: u}]}\nmark: bar\nencoding: {x: {field: a, type: nominal}}\n"),
        MU_CHANNEL_X, "null u");
}

static void numbers_span_their_extent_and_zero_where_it_belongs(void **state)
{
    (void)state;
    assert_y("{}", "0 7");
    assert_y("{zero: false}", "3 7");
    assert_y("{type: log}", "3 7");
    assert_y("{type: sqrt}", "0 7");
}

static void the_ends_of_a_domain_may_be_said(void **state)
{
    (void)state;
    assert_y("{domain: [1, 9]}", "1 9");
    assert_y("{domain: [9, 1]}", "9 1");
    assert_y("{domain: [-5, 5]}", "-5 5");
    assert_y("{domainMin: 2}", "2 7");
    assert_y("{domainMax: 20}", "0 20");
    assert_y("{domain: [1, 9], domainMax: 20}", "1 20");
    assert_y("{domain: {unionWith: [0, 20]}}", "0 20");
    assert_y("{domain: {unionWith: [4]}, zero: false}", "3 7");
    assert_y("{domainMid: 4}", "0 7"); /* it is for colours only */
}

static void colours_may_have_a_middle(void **state)
{
    (void)state;
    MuRender *r =
        domains_of(THREE "mark: point\nencoding: {color: {field: v, type: quantitative, scale: {domainMid: 4}}}\n");
    assert_domain(r, MU_CHANNEL_COLOR, "3 4 7");
}

static void words_of_an_explicit_domain_keep_their_order(void **state)
{
    (void)state;
    assert_sorted(", scale: {domain: [c, x, a]}", "c x a");
}

/* Only in Vega's reading: it is an error otherwise. */
static void what_all_is_missing_makes_an_empty_domain(void **state)
{
    (void)state;
    MuRender *r = domains_of("compat: vega\ndata: {values: [{k: null}, {k: null}]}\nmark: point\nencoding: {x: {field: "
                             "k, type: quantitative}}\n");
    assert_domain(r, MU_CHANNEL_X, "NaN NaN");
}

static void layers_unite_their_domains(void **state)
{
    (void)state;
    MuRender *r =
        domains_of(THREE "layer:\n- {mark: line, encoding: {x: {field: v, type: quantitative, scale: {zero: false}}}}\n"
                         "- {mark: rule, encoding: {x: {datum: 12}}}\n");
    assert_domain(r, MU_CHANNEL_X, "3 12");
    r = domains_of(THREE "layer:\n- {mark: bar, encoding: {x: {field: k, type: nominal}}}\n- {mark: point, encoding: "
                         "{x: {datum: aa}}}\n");
    assert_domain(r, MU_CHANNEL_X, "a aa b c");
}

static void independent_layers_have_domains_of_their_own(void **state)
{
    (void)state;
    MuRender *r = domains_of(
        THREE "layer:\n- {mark: point, encoding: {y: {field: v, type: quantitative}}}\n"
              "- {mark: point, encoding: {y: {field: w, type: quantitative}}}\nresolve: {scale: {y: independent}}\n");
    assert_near(mu_scope_scale(r->root->children[0], MU_CHANNEL_Y)->domain[1], 7);
    assert_near(mu_scope_scale(r->root->children[1], MU_CHANNEL_Y)->domain[1], 3);
}

static void a_second_end_belongs_to_the_domain(void **state)
{
    (void)state;
    MuRender *r = domains_of("data: {values: [{from: 10, to: 40}]}\nmark: bar\nencoding: {x: {field: from, type: "
                             "quantitative}, x2: {field: to}}\n");
    assert_domain(r, MU_CHANNEL_X, "0 40");
}

static void the_domain_of_a_stack_is_that_of_its_sums(void **state)
{
    (void)state;
    MuRender *r = domains_of("data: {values: [{k: u, v: 4}, {k: w, v: 6}, {k: z, v: -3}]}\nmark: bar\n"
                             "encoding: {y: {field: v, type: quantitative}, color: {field: k, type: nominal}}\n");
    assert_domain(r, MU_CHANNEL_Y, "-3 10");
    r = domains_of(
        "data: {values: [{k: u, v: 4}, {k: w, v: 6}]}\nmark: bar\n"
        "encoding: {y: {field: v, type: quantitative, stack: normalize}, color: {field: k, type: nominal}}\n");
    assert_domain(r, MU_CHANNEL_Y, "0 1");
}

static void bins_and_time_units_reach_to_the_end_of_the_last(void **state)
{
    (void)state;
    MuRender *r = domains_of("data: {values: [{a: 12}, {a: 47}]}\nmark: bar\nencoding: {x: {field: a, bin: {step: "
                             "10}}, y: {aggregate: count}}\n");
    assert_domain(r, MU_CHANNEL_X, "10 50");
    /* 2020-01-01 and 2020-03-01 in UTC. */
    r = domains_of("data: {values: [{d: 2020-01-10}, {d: 2020-02-10}]}\nmark: bar\nencoding: {x: {field: d, timeUnit: "
                   "yearmonth}, y: {aggregate: count}}\n");
    assert_domain(r, MU_CHANNEL_X, "1577836800000 1583020800000");
    r = domains_of("data: {values: [{d: 2020-01-10}, {d: 2020-02-10}]}\nmark: line\nencoding: {x: {field: d, timeUnit: "
                   "yearmonth}, y: {aggregate: count}}\n");
    assert_domain(r, MU_CHANNEL_X, "1577836800000 1580515200000");
}

static void the_domain_of_an_aggregate_may_be_that_of_the_rows(void **state)
{
    (void)state;
    static const char rows[] = "data: {values: [{v: 2}, {v: 4}, {v: 9}]}\nmark: point\n";
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec, "%sencoding: {y: {field: v, aggregate: mean, scale: {zero: false}}}\n", rows);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_Y, "5 5");
    spec.size = 0;
    mu_buf_printf(&spec, "%sencoding: {y: {field: v, aggregate: mean, scale: {zero: false, domain: unaggregated}}}\n",
                  rows);
    assert_domain(domains_of(mu_buf_str(&spec).at), MU_CHANNEL_Y, "2 9");
}

static void a_domain_of_dates_is_read_as_dates(void **state)
{
    (void)state;
    MuRender *r =
        domains_of("data: {values: [{d: 2020-01-10}]}\nmark: point\n"
                   "encoding: {x: {field: d, type: temporal, scale: {domain: ['2020-01-01', {year: 2021}]}}}\n");
    assert_domain(r, MU_CHANNEL_X, "1577836800000 1609459200000");
}

static void values_that_have_no_place_on_a_log_scale_are_named(void **state)
{
    (void)state;
    domains_of("data: {values: [{v: 0}, {v: 10}, {v: 100}]}\nmark: point\nencoding: {x: {field: v, type: quantitative, "
               "scale: {type: log}}}\n");
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_LOG_DOMAIN);
}

static void the_bins_of_a_layer_are_those_of_all_rows_before_its_filter(void **state)
{
    (void)state;
    /* The rows that the filter keeps would be binned from 20 to 24. */
    MuRender *r = run_until("data: {values: [{a: 0}, {a: 21}, {a: 23}, {a: 50}]}\n"
                            "layer:\n- {mark: bar, transform: [{filter: datum.a > 20 && datum.a < 30}], encoding: {x: "
                            "{field: a, bin: {maxbins: 6}}, y: {aggregate: count}}}\n",
                            "ranges", false);
    assert_domain(r, MU_CHANNEL_X, "0 50");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(words_are_sorted_unless_it_is_forbidden),
        TEST(words_named_in_a_list_come_first),
        TEST(words_may_be_sorted_by_another_channel),
        TEST(words_may_be_sorted_by_a_field),
        TEST(a_sort_by_a_field_takes_all_rows_of_a_word),
        TEST(numbers_as_words_are_sorted_as_numbers),
        TEST(text_from_csv_is_sorted_as_text),
        TEST(a_null_among_words_is_a_value_too),
        TEST(numbers_span_their_extent_and_zero_where_it_belongs),
        TEST(the_ends_of_a_domain_may_be_said),
        TEST(colours_may_have_a_middle),
        TEST(words_of_an_explicit_domain_keep_their_order),
        TEST(what_all_is_missing_makes_an_empty_domain),
        TEST(layers_unite_their_domains),
        TEST(independent_layers_have_domains_of_their_own),
        TEST(a_second_end_belongs_to_the_domain),
        TEST(the_domain_of_a_stack_is_that_of_its_sums),
        TEST(bins_and_time_units_reach_to_the_end_of_the_last),
        TEST(the_domain_of_an_aggregate_may_be_that_of_the_rows),
        TEST(a_domain_of_dates_is_read_as_dates),
        TEST(values_that_have_no_place_on_a_log_scale_are_named),
        TEST(the_bins_of_a_layer_are_those_of_all_rows_before_its_filter),
    };
    return cmocka_run_group_tests_name("domain", tests, NULL, NULL);
}
