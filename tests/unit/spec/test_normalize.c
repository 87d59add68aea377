#include "draw.h"

#include "spec/config.h"

static const MuNode *normal_with(const char *yaml, const char *config)
{
    const MuNode *merged = mu_config_make(figure->arena, NULL, config ? node(config) : NULL, &figure->diags);
    return mu_spec_normalize(figure->arena, node(yaml), merged, &figure->diags);
}

static const MuNode *normal(const char *yaml)
{
    return normal_with(yaml, NULL);
}

static const MuNode *layer(const MuNode *spec, size_t i)
{
    const MuNode *layers = mu_node_get(spec, "layer");
    assert_true(mu_node_is(layers, MU_ARRAY) && i < layers->array.size);
    return layers->array.at[i];
}

/* The node is what the YAML says, member for member in any order. */
static bool is_same(const MuNode *a, const MuNode *b)
{
    if (!a || !b || a->kind != b->kind)
        return false;
    if (a->kind == MU_OBJECT) {
        bool same = a->object.size == b->object.size;
        for (size_t i = 0; same && i < a->object.size; i++)
            same = is_same(a->object.at[i].value, mu_node_find(b, a->object.at[i].key));
        return same;
    }
    if (a->kind == MU_ARRAY) {
        bool same = a->array.size == b->array.size;
        for (size_t i = 0; same && i < a->array.size; i++)
            same = is_same(a->array.at[i], b->array.at[i]);
        return same;
    }
    return mu_value_same(mu_node_value(figure->arena, a), mu_node_value(figure->arena, b));
}

static void assert_is(const MuNode *got, const char *yaml)
{
    MuBuf text = {.arena = figure->arena};
    if (is_same(got, node(yaml)))
        return;
    if (got)
        mu_node_write(&text, got);
    print_error("%.*s is not %s\n", MU_FMT(mu_buf_str(&text)), yaml);
    fail();
}

#define XY "encoding: {x: {field: d, type: temporal}, y: {field: v, type: quantitative}}\n"

static void a_plain_view_stays_as_it_is(void **state)
{
    (void)state;
    static const char spec[] = "mark: {type: bar, color: red}\ntitle: T\n" XY;
    assert_is(normal(spec), spec);
}

static void a_line_with_points_becomes_a_layer_of_both(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: line, point: true}\ntitle: T\n" XY);
    assert_null(mu_node_get(spec, "mark"));
    assert_null(mu_node_get(spec, "encoding"));
    assert_true(mu_node_is_string(mu_node_get(spec, "title"), "T"));
    assert_int_equal(mu_node_get(spec, "layer")->array.size, 2);
    assert_true(mu_node_is_string(mu_node_path(layer(spec, 0), "mark", "type", NULL), "line"));
    assert_is(mu_node_get(layer(spec, 1), "mark"), "{type: point, opacity: 1, filled: true}");
    assert_is(mu_node_get(layer(spec, 1), "encoding"),
              "{x: {field: d, type: temporal}, y: {field: v, type: quantitative}}");
}

static void the_look_of_points_goes_over_their_defaults(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: line, point: {filled: false, fill: white}, tooltip: true}\n" XY);
    assert_is(mu_node_get(layer(spec, 1), "mark"),
              "{type: point, opacity: 1, filled: false, fill: white, tooltip: true}");
    spec = normal("mark: {type: line, point: transparent}\n" XY);
    assert_is(mu_node_get(layer(spec, 1), "mark"), "{type: point, opacity: 0, filled: true}");
}

static void an_area_with_line_and_point_is_seventy_percent_opaque(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: area, line: true, point: true, interpolate: monotone}\n" XY);
    assert_int_equal(mu_node_get(spec, "layer")->array.size, 3);
    assert_near(mu_node_number(mu_node_path(layer(spec, 0), "mark", "opacity", NULL), 0), 0.7);
    assert_is(mu_node_get(layer(spec, 1), "mark"), "{type: line, interpolate: monotone}");
    assert_is(mu_node_get(layer(spec, 2), "mark"), "{type: point, opacity: 1, filled: true}");
    spec = normal("mark: {type: area, line: true, opacity: 0.3}\n" XY);
    assert_near(mu_node_number(mu_node_path(layer(spec, 0), "mark", "opacity", NULL), 0), 0.3);
}

static void the_line_over_a_stacked_area_is_stacked_too(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: area, line: true}\n" XY);
    assert_is(mu_node_path(layer(spec, 1), "encoding", "y", NULL), "{field: v, type: quantitative, stack: zero}");
    spec = normal(
        "mark: {type: area, line: true}\nencoding: {x: {field: d}, y: {field: v, type: quantitative, stack: null}}");
    assert_is(mu_node_path(layer(spec, 1), "encoding", "y", NULL), "{field: v, type: quantitative, stack: null}");
}

static void the_second_edge_of_an_area_is_not_for_its_line(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: area, line: true}\n"
                                "encoding: {x: {field: d}, y: {field: low, type: quantitative}, y2: {field: high}}");
    assert_non_null(mu_node_path(layer(spec, 0), "encoding", "y2", NULL));
    assert_null(mu_node_path(layer(spec, 1), "encoding", "y2", NULL));
}

static void config_may_ask_for_points(void **state)
{
    (void)state;
    const MuNode *spec = normal_with("mark: line\n" XY, "line: {point: true}");
    assert_true(mu_node_is_string(mu_node_path(layer(spec, 1), "mark", "type", NULL), "point"));
    spec = normal_with("mark: {type: line, point: false}\n" XY, "line: {point: true}");
    assert_null(mu_node_get(spec, "layer"));
}

static void the_overlays_of_a_normal_spec_are_not_made_again(void **state)
{
    (void)state;
    const MuNode *config = mu_config_make(figure->arena, NULL, node("area: {line: true, point: true}"), &figure->diags);
    const MuNode *once = mu_spec_normalize(figure->arena, node("mark: area\n" XY), config, &figure->diags);
    const MuNode *twice = mu_spec_normalize(figure->arena, once, config, &figure->diags);
    assert_int_equal(mu_node_get(once, "layer")->array.size, 3);
    assert_true(is_same(once, twice));
}

static void a_shape_on_a_line_asks_for_points_and_is_theirs_alone(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: line\nencoding: {x: {field: d}, shape: {field: k}, color: {field: k}}");
    assert_null(mu_node_path(layer(spec, 0), "encoding", "shape", NULL));
    assert_non_null(mu_node_path(layer(spec, 0), "encoding", "color", NULL));
    assert_non_null(mu_node_path(layer(spec, 1), "encoding", "shape", NULL));
    assert_is(mu_node_get(layer(spec, 1), "mark"), "{type: point, opacity: 1, filled: true}");
}

static void layers_inherit_the_encoding_above_them(void **state)
{
    (void)state;
    const MuNode *spec = normal("encoding: {x: {field: d, type: temporal}}\n"
                                "layer:\n- {mark: line, encoding: {y: {field: a}}}\n- {mark: rule}\n");
    assert_null(mu_node_get(spec, "encoding"));
    assert_is(mu_node_get(layer(spec, 0), "encoding"), "{x: {field: d, type: temporal}, y: {field: a}}");
    assert_is(mu_node_get(layer(spec, 1), "encoding"), "{x: {field: d, type: temporal}}");
}

static void a_field_of_a_layer_keeps_what_only_its_parent_says(void **state)
{
    (void)state;
    const MuNode *spec =
        normal("encoding: {y: {field: a, type: quantitative, axis: {title: T}}}\n"
               "layer:\n- {mark: line, encoding: {y: {field: b}}}\n- {mark: rule, encoding: {y: {value: 5}}}\n");
    assert_is(mu_node_path(layer(spec, 0), "encoding", "y", NULL), "{field: b, type: quantitative, axis: {title: T}}");
    assert_is(mu_node_path(layer(spec, 1), "encoding", "y", NULL), "{value: 5}");
}

static void a_field_in_the_condition_of_a_layer_keeps_it_too(void **state)
{
    (void)state;
    const MuNode *spec =
        normal("encoding: {color: {field: a, type: nominal}}\n"
               "layer:\n- {mark: line, encoding: {color: {condition: {test: t, field: b}, value: red}}}\n");
    assert_is(mu_node_path(layer(spec, 0), "encoding", "color", NULL),
              "{condition: {test: t, field: b, type: nominal}, value: red}");
}

static void encodings_reach_through_nested_layers_and_overlays(void **state)
{
    (void)state;
    const MuNode *spec = normal("encoding: {x: {field: d}}\n"
                                "layer:\n- {encoding: {color: {field: k}}, layer: [{mark: {type: line, point: true}, "
                                "encoding: {y: {field: a}}}]}\n");
    const MuNode *inner = layer(layer(spec, 0), 0);
    assert_is(mu_node_get(layer(inner, 1), "encoding"), "{x: {field: d}, color: {field: k}, y: {field: a}}");
}

static void a_line_with_a_second_end_becomes_a_rule(void **state)
{
    (void)state;
    const MuNode *spec =
        normal("mark: {type: line, strokeWidth: 3}\nencoding: {x: {field: a}, x2: {field: b}, y: {field: k}}");
    assert_is(mu_node_get(spec, "mark"), "{type: rule, strokeWidth: 3}");
    spec = normal("mark: line\nencoding: {x: {field: k}, y: {field: a}, y2: {field: b}}");
    assert_true(mu_node_is_string(mu_node_get(spec, "mark"), "rule"));
    spec = normal("mark: area\nencoding: {x: {field: k}, y: {field: a}, y2: {field: b}}");
    assert_true(mu_node_is_string(mu_node_get(spec, "mark"), "area"));
}

static void made_nodes_carry_the_span_of_what_they_were_made_from(void **state)
{
    (void)state;
    const MuNode *spec = normal("mark: {type: line, point: true}\n" XY);
    const MuNode *made = mu_node_path(layer(spec, 1), "mark", "filled", NULL);
    assert_non_null(made->span.source);
    assert_int_equal(made->span.start, strlen("mark: "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_plain_view_stays_as_it_is),
        TEST(a_line_with_points_becomes_a_layer_of_both),
        TEST(the_look_of_points_goes_over_their_defaults),
        TEST(an_area_with_line_and_point_is_seventy_percent_opaque),
        TEST(the_line_over_a_stacked_area_is_stacked_too),
        TEST(the_second_edge_of_an_area_is_not_for_its_line),
        TEST(config_may_ask_for_points),
        TEST(the_overlays_of_a_normal_spec_are_not_made_again),
        TEST(a_shape_on_a_line_asks_for_points_and_is_theirs_alone),
        TEST(layers_inherit_the_encoding_above_them),
        TEST(a_field_of_a_layer_keeps_what_only_its_parent_says),
        TEST(a_field_in_the_condition_of_a_layer_keeps_it_too),
        TEST(encodings_reach_through_nested_layers_and_overlays),
        TEST(a_line_with_a_second_end_becomes_a_rule),
        TEST(made_nodes_carry_the_span_of_what_they_were_made_from),
    };
    return cmocka_run_group_tests_name("normalize", tests, NULL, NULL);
}
