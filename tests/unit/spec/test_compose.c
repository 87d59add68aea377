/* Facet channels become facets. */
#include "draw.h"

#include "spec/compose.h"

static const MuNode *facet_of(const char *yaml)
{
    const MuNode *spec = node(yaml);
    assert_true(mu_spec_has_facet_channel(spec));
    return mu_spec_facet_view(figure->arena, spec);
}

static void assert_json(const MuNode *got, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    mu_value_json(&buf, got ? mu_node_value(figure->arena, got) : mu_undefined());
    assert_str(mu_buf_str(&buf), wanted);
}

static void the_plot_goes_into_the_cells_and_the_data_stay_outside(void **state)
{
    (void)state;
    const MuNode *view = facet_of("data: {name: d}\ntransform: []\ntitle: T\nwidth: 5\nview: {fill: red}\nmark: bar\n"
                                  "encoding: {x: {field: a}, row: {field: k}}\n");
    assert_json(mu_node_get(view, "facet"), "{\"row\":{\"field\":\"k\"}}");
    assert_json(mu_node_get(view, "spec"),
                "{\"width\":5,\"view\":{\"fill\":\"red\"},\"mark\":\"bar\",\"encoding\":{\"x\":{\"field\":\"a\"}}}");
    assert_json(mu_node_get(view, "title"), "\"T\"");
    assert_json(mu_node_get(view, "data"), "{\"name\":\"d\"}");
    assert_null(mu_node_get(view, "mark"));
    assert_null(mu_node_get(view, "encoding"));
}

static void a_row_or_column_speaks_of_its_direction_of_the_grid(void **state)
{
    (void)state;
    const MuNode *view = facet_of("mark: bar\nspacing: 3\nencoding: {row: {field: k, spacing: 1, align: each}, column: "
                                  "{field: g, spacing: 2, columns: 4}}\n");
    assert_json(mu_node_get(view, "spacing"), "{\"row\":1,\"column\":2}");
    assert_json(mu_node_get(view, "align"), "{\"row\":\"each\"}");
    assert_json(mu_node_get(view, "facet"), "{\"row\":{\"field\":\"k\"},\"column\":{\"field\":\"g\"}}");
    assert_null(mu_node_get(view, "columns"));
}

static void a_wrapped_facet_speaks_of_the_whole_grid(void **state)
{
    (void)state;
    const MuNode *view = facet_of("mark: bar\nencoding: {facet: {field: k, columns: 2, spacing: 1, sort: null}}\n");
    assert_json(mu_node_get(view, "facet"), "{\"field\":\"k\",\"sort\":null}");
    assert_json(mu_node_get(view, "columns"), "2");
    assert_json(mu_node_get(view, "spacing"), "1");
}

static void what_the_whole_view_says_of_the_grid_stays(void **state)
{
    (void)state;
    const MuNode *view = facet_of("mark: bar\nspacing: 3\nencoding: {row: {field: k}}\n");
    assert_json(mu_node_get(view, "spacing"), "3");
}

static void a_channel_without_a_field_parts_nothing(void **state)
{
    (void)state;
    assert_false(mu_spec_has_facet_channel(node("mark: bar\nencoding: {row: null, x: {field: a}}\n")));
    assert_false(mu_spec_has_facet_channel(node("facet: {row: {field: a}}\nspec: {mark: bar}\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_plot_goes_into_the_cells_and_the_data_stay_outside),
        TEST(a_row_or_column_speaks_of_its_direction_of_the_grid),
        TEST(a_wrapped_facet_speaks_of_the_whole_grid),
        TEST(what_the_whole_view_says_of_the_grid_stays),
        TEST(a_channel_without_a_field_parts_nothing),
    };
    return cmocka_run_group_tests_name("compose", tests, NULL, NULL);
}
