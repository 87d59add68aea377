/* Repeated views become concats and layers. */
#include "draw.h"

#include "spec/compose.h"

static const MuNode *expanded(const char *yaml)
{
    return mu_spec_repeat(figure->arena, node(yaml), &figure->diags);
}

/* "a b": the fields of x of the views in a list. */
static void assert_fields(const MuNode *list, const char *channel, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    assert_true(mu_node_is(list, MU_ARRAY));
    for (size_t i = 0; i < list->array.size; i++) {
        const MuNode *field = mu_node_path(list->array.at[i], "encoding", channel, "field", NULL);
        mu_buf_printf(&buf, "%s%.*s", i ? " " : "", MU_FMT(mu_node_string(field, MU_STR("-"))));
    }
    assert_str(mu_buf_str(&buf), wanted);
}

static void a_list_becomes_views_side_by_side(void **state)
{
    (void)state;
    const MuNode *spec = expanded("repeat: [a, b]\ncolumns: 1\ntitle: T\nspec: {data: {name: d}, mark: bar, encoding: "
                                  "{x: {field: {repeat: repeat}, bin: true}}}\n");
    assert_fields(mu_node_get(spec, "concat"), "x", "a b");
    assert_true(mu_node_is_string(mu_node_get(spec, "align"), "all"));
    assert_near(mu_node_number(mu_node_get(spec, "columns"), 0), 1);
    assert_true(mu_node_is_string(mu_node_get(spec, "title"), "T"));
    assert_true(mu_node_is_string(mu_node_path(spec, "data", "name", NULL), "d"));
    assert_null(mu_node_get(mu_node_get(spec, "concat")->array.at[0], "data"));
    assert_null(mu_node_get(spec, "repeat"));
}

static void rows_and_columns_give_every_pair(void **state)
{
    (void)state;
    const MuNode *spec = expanded("repeat: {row: [a, b], column: [c, d, e]}\nspec: {mark: point, encoding: {x: {field: "
                                  "{repeat: column}}, y: {field: {repeat: row}}}}\n");
    assert_fields(mu_node_get(spec, "concat"), "x", "c d e c d e");
    assert_fields(mu_node_get(spec, "concat"), "y", "a a a b b b");
    assert_near(mu_node_number(mu_node_get(spec, "columns"), 0), 3);
}

static void layers_are_repeated_inside_of_columns(void **state)
{
    (void)state;
    const MuNode *spec =
        expanded("repeat: {layer: [a, b], column: [c]}\nspec: {mark: line, encoding: {x: {field: "
                 "{repeat: column}}, y: {field: {repeat: layer}}, color: {datum: {repeat: layer}}}}\n");
    const MuNode *layers = mu_node_get(mu_node_get(spec, "concat")->array.at[0], "layer");
    assert_fields(layers, "y", "a b");
    assert_fields(layers, "x", "c c");
    const MuNode *color = mu_node_path(layers->array.at[1], "encoding", "color", NULL);
    assert_true(mu_node_is_string(mu_node_get(color, "datum"), "b"));
    assert_true(mu_node_is_string(mu_node_get(color, "type"), "nominal"));
}

static void references_in_sorts_conditions_lists_and_facets_are_resolved(void **state)
{
    (void)state;
    const MuNode *spec = expanded(
        "repeat: [a]\nspec: {facet: {row: {field: {repeat: repeat}}}, spec: {mark: bar, encoding: {x: {field: k, sort: "
        "{field: {repeat: repeat}}}, color: {condition: {test: t, field: {repeat: repeat}}, value: red}, tooltip: "
        "[{field: {repeat: repeat}}, {field: z}]}}}\n");
    const MuNode *facet = mu_node_get(spec, "concat")->array.at[0];
    assert_true(mu_node_is_string(mu_node_path(facet, "facet", "row", "field", NULL), "a"));
    const MuNode *encoding = mu_node_path(facet, "spec", "encoding", NULL);
    assert_true(mu_node_is_string(mu_node_path(encoding, "x", "sort", "field", NULL), "a"));
    assert_true(mu_node_is_string(mu_node_path(encoding, "color", "condition", "field", NULL), "a"));
    assert_true(mu_node_is_string(mu_node_get(mu_node_get(encoding, "tooltip")->array.at[0], "field"), "a"));
}

static void a_reference_to_nothing_leaves_its_channel_out_with_a_warning(void **state)
{
    (void)state;
    const MuNode *spec =
        expanded("repeat: [a]\nspec: {mark: bar, encoding: {x: {field: {repeat: row}}, y: {field: b}}}\n");
    assert_fields(mu_node_get(spec, "concat"), "x", "-");
    assert_fields(mu_node_get(spec, "concat"), "y", "b");
    assert_int_equal(figure->diags.warnings, 1);
}

static void an_inner_repeat_knows_the_outer_one(void **state)
{
    (void)state;
    const MuNode *spec =
        expanded("repeat: {row: [a, b]}\nspec: {repeat: {column: [c]}, spec: {mark: bar, encoding: {x: "
                 "{field: {repeat: column}}, y: {field: {repeat: row}}}}}\n");
    const MuNode *inner = mu_node_get(mu_node_get(spec, "concat")->array.at[1], "concat");
    assert_fields(inner, "x", "c");
    assert_fields(inner, "y", "b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_list_becomes_views_side_by_side),
        TEST(rows_and_columns_give_every_pair),
        TEST(layers_are_repeated_inside_of_columns),
        TEST(references_in_sorts_conditions_lists_and_facets_are_resolved),
        TEST(a_reference_to_nothing_leaves_its_channel_out_with_a_warning),
        TEST(an_inner_repeat_knows_the_outer_one),
    };
    return cmocka_run_group_tests_name("repeat", tests, NULL, NULL);
}
