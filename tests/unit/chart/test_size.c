/* Sizes of views and what scales map to. */
#include "draw.h"

static void assert_size(const char *yaml, double width, double height)
{
    MuRender *r = run_until(yaml, "sizes", false);
    assert_near(r->root->width, width);
    assert_near(r->root->height, height);
}

#define BARS                                                                                                           \
    "data: {values: [{k: a, v: 1}, {k: b, v: 2}, {k: c, v: 3}]}\nmark: bar\nencoding: {x: {field: k, type: nominal}, " \
    "y: {field: v, type: quantitative}}\n"
#define POINTS                                                                                                         \
    "data: {values: [{k: a, v: 1}, {k: b, v: 2}]}\nmark: point\nencoding: {x: {field: v, type: quantitative}, y: "     \
    "{field: v, type: quantitative}}\n"

static void continuous_sides_are_three_hundred_pixels_and_discrete_ones_a_step_a_value(void **state)
{
    (void)state;
    assert_size(POINTS, 300, 300);
    assert_size(BARS, 60, 300);
}

static void a_side_without_a_scale_is_one_step(void **state)
{
    (void)state;
    assert_size("data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, type: quantitative}}\n", 300, 20);
    assert_size("data: {values: [{v: 1}]}\nmark: point\n", 20, 20);
}

static void a_size_or_a_step_may_be_said(void **state)
{
    (void)state;
    assert_size(BARS "width: 200\nheight: 80\n", 200, 80);
    assert_size(BARS "width: {step: 12}\n", 36, 300);
}

static void the_paddings_of_bands_are_part_of_their_steps(void **state)
{
    (void)state;
    /* Vega's bandSpace: 3 − 0.5 + 2 × 0.25 = 3 steps; without an outer padding 2.5. */
    assert_size("data: {values: [{k: a}, {k: b}, {k: c}]}\nmark: bar\nencoding: {x: {field: k, type: nominal, scale: "
                "{paddingInner: 0.5}}}\n",
                60, 20);
    assert_size("data: {values: [{k: a}, {k: b}, {k: c}]}\nmark: bar\n"
                "encoding: {x: {field: k, type: nominal, scale: {paddingInner: 0.5, paddingOuter: 0}}}\n",
                50, 20);
    assert_size("data: {values: [{k: a}, {k: b}, {k: c}]}\nmark: point\nencoding: {x: {field: k, type: nominal, scale: "
                "{padding: 1}}}\n",
                80, 20);
}

static void offsets_take_steps_of_their_own(void **state)
{
    (void)state;
    static const char grouped[] = "data: {values: [{k: a, g: u}, {k: b, g: w}]}\nmark: bar\n"
                                  "encoding: {x: {field: k, type: nominal}, xOffset: {field: g}}\n";
    MuBuf spec = {.arena = figure->arena};
    /* Two offsets of 20 px are 0.8 of a step of 50; with paddings of 0.2, 2 - 0.2 + 2 x 0.2 steps are 110 px. */
    assert_size(grouped, 110, 20);
    mu_buf_printf(&spec, "%swidth: {step: 30, for: position}\n", grouped);
    assert_size(mu_buf_str(&spec).at, 66, 20);
}

static void config_gives_other_sizes(void **state)
{
    (void)state;
    assert_size(POINTS "config: {view: {continuousWidth: 400, continuousHeight: 100}}\n", 400, 100);
    assert_size(BARS "config: {view: {step: 30}}\n", 90, 300);
    assert_size(BARS "config: {view: {discreteWidth: 240}}\n", 240, 300);
    assert_size(BARS "config: {view: {discreteWidth: {step: 8}}}\n", 24, 300);
}

static void layers_inherit_the_size_of_the_view_above(void **state)
{
    (void)state;
    static const char spec[] = "data: {values: [{v: 1}]}\nwidth: 120\nheight: 50\nlayer:\n- {mark: point, encoding: "
                               "{x: {field: v, type: quantitative}}}\n- {mark: rule, encoding: {x: {datum: 1}}}\n";
    assert_size(spec, 120, 50);
    MuRender *r = run_until(spec, "sizes", false);
    assert_near(r->root->children[1]->width, 120);
}

static void a_container_is_three_hundred_pixels_with_everything_in_it(void **state)
{
    (void)state;
    MuRender *r = draw(POINTS "width: container\nheight: 100\n");
    assert_near(r->scene->width, 300);
    assert_near(r->root->width, 245);
    assert_near(r->root->height, 100);
}

static void a_figure_that_fits_keeps_its_whole_size(void **state)
{
    (void)state;
    MuRender *r = draw(POINTS "width: 200\nheight: 150\nautosize: {type: fit, contains: padding}\n");
    assert_near(r->scene->width, 200);
    assert_near(r->scene->height, 150);
    assert_near(r->root->width, 145);
    assert_near(r->root->height, 101);
    r = draw(POINTS "width: 200\nheight: 150\nautosize: {type: fit, contains: content}\n");
    assert_near(r->scene->width, 210);
    assert_near(r->root->width, 155);
}

static void a_scale_runs_to_the_right_and_upwards(void **state)
{
    (void)state;
    MuRender *r = run_until(POINTS "width: 200\nheight: 100\n", "ranges", false);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_X), mu_number(0)), 0);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_X), mu_number(2)), 200);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_Y), mu_number(0)), 100);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_Y), mu_number(2)), 0);
    r = run_until("data: {values: [{k: a}, {k: b}]}\nmark: point\nencoding: {y: {field: k, type: nominal}}\n", "ranges",
                  false);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_Y), mu_string(MU_STR("a"))), 10);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_Y), mu_string(MU_STR("b"))), 30);
}

/* The range of `channel` for a mark; the domain is 0 to 10 with zero, 5 to 10 without. */
static void assert_range(const char *mark_name, const char *channel, const char *scale, double low, double high)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(
        &spec,
        "data: {values: [{v: 5}, {v: 10}]}\nmark: %s\nencoding: {%s: {field: v, type: quantitative, scale: %s}}\n",
        mark_name, channel, scale);
    const MuScale *s = scale_of(run_until(mu_buf_str(&spec).at, "ranges", false), mu_channel_find(mu_str(channel)));
    assert_int_equal(s->range_kind, MU_RANGE_NUMBERS);
    assert_near(s->range[0], low);
    assert_near(s->range[s->range_size - 1], high);
}

/* vega-lite/src/compile/scale/range.ts. */
static void the_range_of_a_look_depends_on_channel_and_mark(void **state)
{
    (void)state;
    assert_range("point", "size", "{}", 4, 361);
    assert_range("bar", "size", "{}", 2, 19);
    assert_range("text", "size", "{}", 8, 40);
    assert_range("line", "size", "{}", 1, 4);
    assert_range("point", "strokeWidth", "{}", 1, 4);
    assert_range("point", "opacity", "{}", 0.3, 0.8);
    assert_range("point", "angle", "{}", 0, 360);
}

static void a_range_may_be_said_whole_or_by_its_ends(void **state)
{
    (void)state;
    assert_range("point", "size", "{range: [10, 90]}", 10, 90);
    assert_range("point", "size", "{rangeMax: 90}", 4, 90);
    assert_range("point", "x", "{range: [20, 280]}", 20, 280);
    assert_range("point", "opacity", "{rangeMin: 0.1}", 0.1, 0.8);
}

static void a_reversed_scale_runs_the_other_way(void **state)
{
    (void)state;
    MuRender *r = run_until("data: {values: [{v: 5}, {v: 10}]}\nmark: point\n"
                            "encoding: {x: {field: v, type: quantitative, scale: {reverse: true}}, y: {field: v, type: "
                            "quantitative, sort: descending}}\n",
                            "ranges", false);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_X), mu_number(10)), 0);
    assert_near(mu_scale_number(scale_of(r, MU_CHANNEL_Y), mu_number(10)), 300);
}

static MuColor color_at(const char *type, const char *scale, MuValue value)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(
        &spec, "data: {values: [{v: 0}, {v: 10}]}\nmark: point\nencoding: {color: {field: v, type: %s, scale: %s}}\n",
        type, scale);
    return mu_scale_color(scale_of(run_until(mu_buf_str(&spec).at, "ranges", false), MU_CHANNEL_COLOR), value);
}

static void assert_color(MuColor color, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    mu_color_write(&buf, color);
    assert_str(mu_buf_str(&buf), wanted);
}

static void colours_come_from_the_range_of_their_type(void **state)
{
    (void)state;
    assert_color(color_at("nominal", "{}", mu_number(10)), "#f58518");
    assert_color(color_at("nominal", "{range: [red, '#00f']}", mu_number(10)), "#0000ff");
    assert_color(color_at("nominal", "{scheme: set1}", mu_number(0)), "#e41a1c");
    assert_color(color_at("quantitative", "{scheme: viridis}", mu_number(0)), "#440154");
    assert_color(color_at("quantitative", "{range: [white, black]}", mu_number(0)), "#ffffff");
}

static void layers_with_scales_of_their_own_give_the_size(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: A, b: 1}, {a: B, b: 2}]}\nencoding: {x: {field: a, type: nominal}}\n"
                       "layer:\n- {mark: bar, encoding: {y: {field: b, type: quantitative}}}\n"
                       "- {mark: line, encoding: {y: {field: b, type: quantitative}}}\n"
                       "resolve: {scale: {y: independent}}\n");
    assert_near(r->root->width, 40);
    assert_near(r->root->height, 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(continuous_sides_are_three_hundred_pixels_and_discrete_ones_a_step_a_value),
        TEST(a_side_without_a_scale_is_one_step),
        TEST(a_size_or_a_step_may_be_said),
        TEST(the_paddings_of_bands_are_part_of_their_steps),
        TEST(offsets_take_steps_of_their_own),
        TEST(config_gives_other_sizes),
        TEST(layers_inherit_the_size_of_the_view_above),
        TEST(a_container_is_three_hundred_pixels_with_everything_in_it),
        TEST(a_figure_that_fits_keeps_its_whole_size),
        TEST(a_scale_runs_to_the_right_and_upwards),
        TEST(the_range_of_a_look_depends_on_channel_and_mark),
        TEST(a_range_may_be_said_whole_or_by_its_ends),
        TEST(a_reversed_scale_runs_the_other_way),
        TEST(colours_come_from_the_range_of_their_type),
        TEST(layers_with_scales_of_their_own_give_the_size),
    };
    return cmocka_run_group_tests_name("size, range", tests, draw_begin, draw_end);
}
