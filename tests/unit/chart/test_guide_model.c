/* Axes and legends: their titles, sides, and how those of several layers and channels become one. */
#include "draw.h"

#define DATA "data: {values: [{a: 1, b: 2, c: 3, k: u, d: 2020-01-01}]}\n"
#define A_LAYER(y) "- {mark: line, encoding: {x: {field: c, type: quantitative}, y: " y "}}\n"
#define LAYERS(first, second) DATA "layer:\n" A_LAYER(first) A_LAYER(second)

static const MuAxisModel *axis_of(const MuView *view, bool x)
{
    for (size_t i = 0; i < view->axes.size; i++)
        if (view->axes.at[i]->x == x)
            return view->axes.at[i];
    return NULL;
}

static MuStr joined(const MuStr *titles, size_t size)
{
    MuBuf buf = {.arena = figure->arena};
    for (size_t i = 0; i < size; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? ", " : "", MU_FMT(titles[i]));
    return mu_buf_str(&buf);
}

static void assert_y_title(const char *yaml, const char *wanted)
{
    const MuAxisModel *axis = axis_of(model_of(yaml)->model.root, false);
    assert_non_null(axis);
    assert_str(joined(axis->titles.at, axis->titles.size), wanted);
    assert_int_equal(axis->no_title, !*wanted);
}

static void assert_legend(const MuLegendModel *legend, size_t channels, const char *title)
{
    assert_int_equal(legend->channels.size, channels);
    assert_str(joined(legend->titles.at, legend->titles.size), title);
}

/* The text of the first item of a role in the drawing; "" if there is none. */
static MuStr drawn_text(const MuItem *item, MuRole role)
{
    if (item->role == role && item->text && item->text->size)
        return item->text->lines[0];
    for (size_t i = 0; item->group && i < item->group->items.size; i++) {
        MuStr found = drawn_text(item->group->items.at[i], role);
        if (found.size)
            return found;
    }
    return MU_STR("");
}

static void axes_of_layers_join_their_titles_without_repeating_any(void **state)
{
    (void)state;
    assert_y_title(LAYERS("{field: a, type: quantitative}", "{field: b, type: quantitative}"), "a, b");
    assert_y_title(LAYERS("{field: a, type: quantitative}", "{field: a, type: quantitative}"), "a");
    assert_y_title(LAYERS("{field: a, aggregate: mean}", "{field: a, aggregate: max}"), "Mean of a, Max of a");
}

static void the_joined_title_is_what_is_drawn(void **state)
{
    (void)state;
    MuRender *r = draw(DATA "encoding: {y: {field: a, type: quantitative}}\nlayer:\n- {mark: line}\n- {mark: rule, "
                            "encoding: {y: {field: b}}}\n");
    assert_str(drawn_text(r->scene->root, MU_ROLE_AXIS_TITLE), "a, b");
}

static void a_title_that_was_said_wins_over_those_that_follow_from_fields(void **state)
{
    (void)state;
    assert_y_title(LAYERS("{field: a, type: quantitative}", "{field: b, type: quantitative, title: Said}"), "Said");
    assert_y_title(
        LAYERS("{field: a, type: quantitative, axis: {title: One}}", "{field: b, type: quantitative, title: Two}"),
        "One, Two");
    assert_y_title(
        DATA "mark: line\nencoding: {y: {field: a, type: quantitative, title: Field, axis: {title: Axis}}}\n", "Axis");
    assert_y_title(DATA "mark: line\nencoding: {y: {field: a, type: quantitative, title: null}}\n", "");
}

static void a_second_end_adds_its_field_to_the_title(void **state)
{
    (void)state;
    assert_y_title(DATA "mark: bar\nencoding: {y: {field: a, type: quantitative}, y2: {field: b}}\n", "a, b");
}

static void shared_axes_are_one_and_keep_what_any_layer_says(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("{field: a, type: quantitative, axis: {tickCount: 3}}",
                                  "{field: b, type: quantitative, axis: {grid: false, tickCount: 9}}"));
    const MuView *root = r->model.root;
    assert_int_equal(root->axes.size, 2);
    assert_near(mu_node_number(mu_node_get(axis_of(root, false)->definition, "tickCount"), 0), 3);
    assert_false(mu_node_bool(mu_node_get(axis_of(root, false)->definition, "grid"), true));
}

static void independent_axes_stand_on_both_sides_and_only_the_first_has_a_grid(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("{field: a, type: quantitative}",
                                  "{field: b, type: quantitative}") "resolve: {scale: {y: independent}}\n");
    const MuView *root = r->model.root;
    assert_int_equal(root->axes.size, 3);
    assert_int_equal(root->axes.at[1]->flipped, MU_ORIENT_NONE);
    assert_int_equal(root->axes.at[2]->flipped, MU_ORIENT_RIGHT);
    assert_false(root->axes.at[1]->second);
    assert_true(root->axes.at[2]->second);
    assert_str(joined(root->axes.at[2]->titles.at, 1), "b");
}

static void an_orient_that_was_said_is_kept_and_the_other_axis_makes_room(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("{field: a, type: quantitative, axis: {orient: right}}",
                                  "{field: b, type: quantitative}") "resolve: {scale: {y: independent}}\n");
    assert_int_equal(r->model.root->axes.at[1]->flipped, MU_ORIENT_NONE);
    assert_int_equal(r->model.root->axes.at[2]->flipped, MU_ORIENT_NONE);
}

static void an_axis_of_null_is_off(void **state)
{
    (void)state;
    MuRender *r = model_of(DATA "mark: line\nencoding: {x: {field: a, type: quantitative, axis: null}, y: {field: b, "
                                "type: quantitative}}\nconfig: {axisY: {disable: true}}\n");
    assert_int_equal(axis_of(r->model.root, true)->disabled, MU_EXPLICIT);
    assert_int_equal(axis_of(r->model.root, false)->disabled, MU_IMPLICIT);
    assert_int_equal(
        axis_of(model_of(DATA "mark: line\nencoding: {y: {field: b, type: quantitative}}\n")->model.root, false)
            ->disabled,
        MU_ABSENT);
}

#define POINTS(channels) DATA "mark: point\nencoding: {" channels "}\n"

static void color_and_shape_of_one_field_share_a_legend(void **state)
{
    (void)state;
    const MuView *root =
        model_of(POINTS("color: {field: k, type: nominal}, shape: {field: k, type: nominal}"))->model.root;
    assert_int_equal(root->legends.size, 1);
    assert_legend(root->legends.at[0], 2, "k");
}

static void channels_of_other_fields_have_legends_of_their_own(void **state)
{
    (void)state;
    const MuView *root =
        model_of(POINTS("color: {field: k, type: nominal}, size: {field: a, type: quantitative}"))->model.root;
    assert_int_equal(root->legends.size, 2);
    assert_legend(root->legends.at[0], 1, "k");
    assert_legend(root->legends.at[1], 1, "a");
}

static void a_legend_of_null_or_a_scale_of_null_shows_nothing(void **state)
{
    (void)state;
    const MuView *root = model_of(POINTS("color: {field: k, type: nominal, legend: null}"))->model.root;
    assert_true(root->legends.at[0]->disabled);
    root = model_of(POINTS("color: {field: k, type: nominal, scale: null}"))->model.root;
    assert_int_equal(root->legends.size, 0);
    root = model_of(POINTS("color: {value: red}"))->model.root;
    assert_int_equal(root->legends.size, 0);
}

static void layers_with_one_colour_scale_have_one_legend(void **state)
{
    (void)state;
    MuRender *r = model_of(DATA "encoding: {color: {field: k, type: nominal}}\nlayer:\n- {mark: line, encoding: {x: "
                                "{field: a, type: quantitative}}}\n"
                                "- {mark: point, encoding: {x: {field: b, type: quantitative}}}\n");
    assert_int_equal(r->model.root->legends.size, 1);
    assert_legend(r->model.root->legends.at[0], 1, "k");
}

static void a_legends_title_may_be_said_by_field_or_legend(void **state)
{
    (void)state;
    assert_legend(model_of(POINTS("color: {field: k, type: nominal, title: Field}"))->model.root->legends.at[0], 1,
                  "Field");
    assert_legend(model_of(POINTS("color: {field: k, type: nominal, title: Field, legend: {title: Legend}}"))
                      ->model.root->legends.at[0],
                  1, "Legend");
    assert_true(model_of(POINTS("color: {field: k, type: nominal, title: null}"))->model.root->legends.at[0]->no_title);
}

static void params_have_values_and_may_be_made_of_others(void **state)
{
    (void)state;
    MuRender *r = run_until(
        DATA "params: [{name: n, value: 4}, {name: twice, expr: n * 2}, {name: list, value: [1, 2]}]\nmark: point\n",
        "params", false);
    assert_int_equal(r->params.size, 3);
    assert_near(r->params.at[1].value.number, 8);
    assert_int_equal(r->params.at[2].value.kind, MU_ARRAY);
}

static void params_reach_marks_scales_and_transforms(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 1}, {a: 5}, {a: 9}]}\nparams: [{name: least, value: 4}, {name: top, value: "
                       "20}, {name: s, value: 64}]\n"
                       "transform: [{filter: datum.a > least}]\nmark: {type: point, size: {expr: s}}\n"
                       "encoding: {x: {field: a, type: quantitative, scale: {domainMax: {expr: top}}}}\n");
    assert_int_equal(mark_count(r), 2);
    assert_near(mark(r, 0)->width, 8);
    assert_near(mark(r, 0)->x, 75);
}

static const MuItem *find_role(const MuItem *item, MuRole role, size_t *left)
{
    if (item->role == role && (*left)-- == 0)
        return item;
    for (size_t i = 0; item->group && i < item->group->items.size; i++) {
        const MuItem *found = find_role(item->group->items.at[i], role, left);
        if (found)
            return found;
    }
    return NULL;
}

static void a_further_layer_says_what_the_first_leaves_open_of_an_axis(void **state)
{
    (void)state;
    /* Without the year of the second layer the axis would have ticks for quarters. */
    MuRender *r = draw("data: {values: [{t: 2020-01-01, v: 2}, {t: 2022-01-01, v: 6}]}\n"
                       "layer:\n- {mark: point, encoding: {x: {field: t, type: temporal}}}\n"
                       "- {mark: point, encoding: {x: {field: t, timeUnit: year}}}\n");
    size_t first = 0, last = 2, beyond = 3;
    assert_str(find_role(r->scene->root, MU_ROLE_AXIS_LABEL, &first)->text->lines[0], "2020");
    assert_str(find_role(r->scene->root, MU_ROLE_AXIS_LABEL, &last)->text->lines[0], "2022");
    assert_null(find_role(r->scene->root, MU_ROLE_AXIS_LABEL, &beyond));
}

static void names_below_a_rule_at_one_of_them_are_turned_all_the_same(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{k: one, v: 2}]}\nlayer:\n- {mark: rule, encoding: {x: {datum: one}}}\n"
                       "- {mark: bar, encoding: {x: {field: k, type: nominal}, y: {field: v, type: quantitative}}}\n");
    size_t first = 0;
    assert_near(find_role(r->scene->root, MU_ROLE_AXIS_LABEL, &first)->angle, 270);
}

static void circles_of_a_further_layer_win_over_lines_in_a_legend(void **state)
{
    (void)state;
    MuRender *r = draw(DATA "encoding: {x: {field: a, type: quantitative}, color: {field: b, type: nominal}}\n"
                            "layer:\n- {mark: line}\n- {mark: {type: point, filled: true}}\n");
    size_t first = 0;
    const MuItem *symbol = find_role(r->scene->root, MU_ROLE_LEGEND_SYMBOL, &first);
    MuBounds bounds = mu_path_bounds(symbol->path);
    assert_near(bounds.y2 - bounds.y1, 10);
    assert_near(symbol->style->opacity, 0.7);
    assert_true(mu_item_strokes(symbol));
}

static void a_legend_that_one_layer_turns_off_stays_off(void **state)
{
    (void)state;
    MuRender *r =
        model_of(DATA "layer:\n- {mark: line, encoding: {x: {field: a, type: quantitative}, color: {field: b, "
                      "legend: null}}}\n"
                      "- {mark: point, encoding: {x: {field: a, type: quantitative}, color: {field: b}}}\n");
    assert_int_equal(r->model.root->legends.size, 1);
    assert_true(r->model.root->legends.at[0]->disabled);
}

static void the_third_independent_axis_stands_beside_the_second(void **state)
{
    (void)state;
    MuRender *r =
        model_of(DATA "resolve: {scale: {y: independent}}\nencoding: {x: {field: a, type: quantitative}}\nlayer:\n"
                      "- {mark: line, encoding: {y: {field: a, type: quantitative}}}\n"
                      "- {mark: line, encoding: {y: {field: b, type: quantitative}}}\n"
                      "- {mark: line, encoding: {y: {field: b, type: quantitative}}}\n");
    const MuAxisModel *const *axes = (const MuAxisModel *const *)r->model.root->axes.at;
    assert_int_equal(axes[1]->flipped, MU_ORIENT_NONE);
    assert_int_equal(axes[2]->flipped, MU_ORIENT_RIGHT);
    assert_int_equal(axes[3]->flipped, MU_ORIENT_RIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(axes_of_layers_join_their_titles_without_repeating_any),
        TEST(the_joined_title_is_what_is_drawn),
        TEST(a_title_that_was_said_wins_over_those_that_follow_from_fields),
        TEST(a_second_end_adds_its_field_to_the_title),
        TEST(shared_axes_are_one_and_keep_what_any_layer_says),
        TEST(independent_axes_stand_on_both_sides_and_only_the_first_has_a_grid),
        TEST(an_orient_that_was_said_is_kept_and_the_other_axis_makes_room),
        TEST(an_axis_of_null_is_off),
        TEST(color_and_shape_of_one_field_share_a_legend),
        TEST(channels_of_other_fields_have_legends_of_their_own),
        TEST(a_legend_of_null_or_a_scale_of_null_shows_nothing),
        TEST(layers_with_one_colour_scale_have_one_legend),
        TEST(a_legends_title_may_be_said_by_field_or_legend),
        TEST(params_have_values_and_may_be_made_of_others),
        TEST(params_reach_marks_scales_and_transforms),
        TEST(a_further_layer_says_what_the_first_leaves_open_of_an_axis),
        TEST(names_below_a_rule_at_one_of_them_are_turned_all_the_same),
        TEST(circles_of_a_further_layer_win_over_lines_in_a_legend),
        TEST(a_legend_that_one_layer_turns_off_stays_off),
        TEST(the_third_independent_axis_stands_beside_the_second),
    };
    return cmocka_run_group_tests_name("guide_model, params", tests, draw_begin, draw_end);
}
