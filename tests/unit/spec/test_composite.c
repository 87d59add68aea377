/* What composite marks make of the other channels: transforms, groups, and definitions by the columns made. */
#include "draw.h"

#include "spec/config.h"

static const MuNode *normal(const char *yaml)
{
    const MuNode *config = mu_config_make(figure->arena, NULL, NULL, &figure->diags);
    return mu_spec_normalize(figure->arena, node(yaml), config, &figure->diags);
}

static const MuNode *item(const MuNode *node, const char *list, size_t i)
{
    const MuNode *array = mu_node_get(node, list);
    assert_true(mu_node_is(array, MU_ARRAY) && i < array->array.size);
    return array->array.at[i];
}

static void assert_string(const MuNode *node, const char *wanted)
{
    assert_true(mu_node_is(node, MU_STRING));
    assert_str(node->string, wanted);
}

static void assert_groups(const MuNode *summary, const char *wanted)
{
    const MuNode *groups = mu_node_get(summary, "groupby");
    MuBuf buf = {.arena = figure->arena};
    for (size_t i = 0; i < groups->array.size; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? " " : "", MU_FMT(groups->array.at[i]->string));
    assert_str(mu_buf_str(&buf), wanted);
}

#define IQR "mark: {type: errorbar, extent: iqr}\nencoding: {y: {field: v, type: quantitative}, "

static void fields_of_the_other_channels_part_the_rows(void **state)
{
    (void)state;
    const MuNode *spec = normal(IQR "x: {field: g}, color: {field: k}, detail: [{field: m}, {field: g}]}\n");
    assert_groups(item(spec, "transform", 0), "g k m");
    assert_string(mu_node_path(spec, "encoding", "y", "field", NULL), "lower_v");
    assert_string(mu_node_path(spec, "encoding", "y2", "field", NULL), "upper_v");
    assert_string(mu_node_path(spec, "encoding", "y", "title", NULL), "v");
    assert_string(mu_node_path(spec, "mark", "style", NULL), "errorbar-rule");
}

static void bins_become_a_transform_and_an_interval(void **state)
{
    (void)state;
    const MuNode *spec = normal(IQR "x: {field: b, bin: true}}\n");
    assert_string(mu_node_get(item(spec, "transform", 0), "as"), "bin_maxbins_10_b");
    assert_groups(item(spec, "transform", 1), "bin_maxbins_10_b bin_maxbins_10_b_end");
    assert_string(mu_node_path(spec, "encoding", "x", "bin", NULL), "binned");
    assert_string(mu_node_path(spec, "encoding", "x", "title", NULL), "b (binned)");
    assert_string(mu_node_path(spec, "encoding", "x2", "field", NULL), "bin_maxbins_10_b_end");
}

static void time_units_become_a_transform_and_keep_their_format(void **state)
{
    (void)state;
    const MuNode *spec = normal(IQR "x: {field: d, timeUnit: year, type: ordinal}}\n");
    assert_string(mu_node_get(item(spec, "transform", 0), "timeUnit"), "year");
    assert_groups(item(spec, "transform", 1), "year_d");
    assert_string(mu_node_path(spec, "encoding", "x", "field", NULL), "year_d");
    assert_string(mu_node_path(spec, "encoding", "x", "axis", "formatType", NULL), "time");
}

static void aggregates_are_summed_up_beside_the_measure(void **state)
{
    (void)state;
    const MuNode *spec = normal(IQR "x: {field: g}, color: {aggregate: mean, field: c}}\n");
    const MuNode *first = item(item(spec, "transform", 0), "aggregate", 0);
    assert_string(mu_node_get(first, "op"), "mean");
    assert_string(mu_node_get(first, "as"), "mean_c");
    assert_groups(item(spec, "transform", 0), "g");
    assert_string(mu_node_path(spec, "encoding", "color", "title", NULL), "Mean of c");
    assert_string(mu_node_path(spec, "encoding", "color", "type", NULL), "quantitative");
}

static void the_unit_keeps_what_is_not_mark_or_encoding(void **state)
{
    (void)state;
    const MuNode *spec = normal("width: 70\ntitle: T\ntransform: [{filter: datum.v > 0}]\n" IQR "x: {field: g}}\n");
    assert_near(mu_node_number(mu_node_get(spec, "width"), 0), 70);
    assert_string(mu_node_get(spec, "title"), "T");
    assert_string(mu_node_get(item(spec, "transform", 0), "filter"), "datum.v > 0");
    assert_non_null(mu_node_get(item(spec, "transform", 1), "aggregate"));
}

static void what_is_made_points_to_the_field_it_was_made_from(void **state)
{
    (void)state;
    const char *yaml = IQR "x: {field: g}}\n";
    const MuNode *summary = item(normal(yaml), "transform", 0);
    assert_int_equal(summary->span.start, strstr(yaml, "field: v") + 7 - yaml);
    assert_true(mu_node_is_made(summary));
    assert_false(mu_node_is_made(node("{filter: datum.a > 1}")));
}

static void a_name_with_a_dot_is_one_column_in_what_is_made(void **state)
{
    (void)state;
    const MuNode *spec =
        normal("mark: {type: errorbar, extent: iqr}\nencoding: {y: {field: 'a\\.b', type: quantitative}}\n");
    assert_string(mu_node_get(item(item(spec, "transform", 0), "aggregate", 0), "as"), "lower_a.b");
    assert_string(mu_node_path(spec, "encoding", "y", "field", NULL), "lower_a\\.b");
}

static void of_two_numbers_y_is_summed_up_unless_it_is_a_time_or_orient_says_x(void **state)
{
    (void)state;
    const MuNode *both = normal("mark: errorband\nencoding: {x: {field: a, type: quantitative}, y: {field: b, type: "
                                "quantitative}}\n");
    assert_groups(item(both, "transform", 0), "a");
    const MuNode *time = normal("mark: errorband\nencoding: {x: {field: a, type: quantitative}, y: {field: b, type: "
                                "temporal}}\n");
    assert_groups(item(time, "transform", 0), "b");
    const MuNode *said = normal("mark: {type: errorband, orient: horizontal}\nencoding: {x: {field: a, type: "
                                "quantitative}, y: {field: b, type: quantitative}}\n");
    assert_groups(item(said, "transform", 0), "b");
}

static void layers_share_what_stands_above_them(void **state)
{
    (void)state;
    MuRender *r = draw(
        "data: {values: [{g: a, v: 1}, {g: a, v: 3}, {g: b, v: 6}, {g: b, v: 10}]}\n"
        "encoding: {x: {field: g}, y: {field: v, type: quantitative}}\n"
        "layer:\n- mark: {type: errorbar, extent: stdev}\n- {mark: bar, encoding: {y: {field: v, aggregate: mean}}}\n");
    assert_int_equal(mark_count(r), 4);
    /* The deviation of 6 and 10 is 2.83 about 8: so the axis goes to 11. */
    assert_domain(r, MU_CHANNEL_Y, "0 11");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fields_of_the_other_channels_part_the_rows),
        TEST(bins_become_a_transform_and_an_interval),
        TEST(time_units_become_a_transform_and_keep_their_format),
        TEST(aggregates_are_summed_up_beside_the_measure),
        TEST(the_unit_keeps_what_is_not_mark_or_encoding),
        TEST(what_is_made_points_to_the_field_it_was_made_from),
        TEST(a_name_with_a_dot_is_one_column_in_what_is_made),
        TEST(of_two_numbers_y_is_summed_up_unless_it_is_a_time_or_orient_says_x),
        TEST(layers_share_what_stands_above_them),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
