/* Scale components: which type a channel gets, which settings, and how those of layers become one. */
#include "draw.h"

static MuScaleModel *scale_model(const MuRender *r, MuChannel channel)
{
    MuScaleModel *scale = mu_view_scale(r->model.root, channel);
    assert_non_null(scale);
    return scale;
}

/* The type that `channel`: `definition` gets beside other channels, for a mark. */
static void assert_scale(const char *mark_name, const char *channel, const char *definition, const char *type)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec, "data: {values: [{a: 1, b: 2, d: 2020-01-01}]}\nmark: %s\nencoding: {%s: %s}\n", mark_name,
                  channel, definition);
    MuRender *r = run_until(mu_buf_str(&spec).at, "model", true);
    const char *got = mu_scale_def(mu_scale_model_type(scale_model(r, mu_channel_find(mu_str(channel)))))->name;
    if (strcmp(got, type) != 0) {
        print_error("%s, %s: %s is %s\n", mark_name, channel, definition, got);
        fail();
    }
}

static double setting(const MuRender *r, MuChannel channel, MuScaleKey key)
{
    const MuSetting *s = &scale_model(r, channel)->settings[key];
    return s->origin == MU_ABSENT ? NAN : mu_to_number(s->value);
}

/* vega-lite/src/compile/scale/type.ts. */
static void numbers_are_linear_and_times_are_times(void **state)
{
    (void)state;
    assert_scale("point", "x", "{field: a, type: quantitative}", "linear");
    assert_scale("point", "x", "{field: d, type: temporal}", "time");
    assert_scale("point", "x", "{field: d, timeUnit: utcyearmonth}", "utc");
    assert_scale("point", "color", "{field: d, timeUnit: utcyearmonth}", "time");
    assert_scale("point", "size", "{field: a, type: quantitative}", "linear");
    assert_scale("point", "color", "{field: a, type: quantitative}", "linear");
    assert_scale("point", "color", "{field: a, bin: true}", "bin-ordinal");
    assert_scale("point", "x", "{field: a, bin: true}", "linear");
    assert_scale("point", "x", "{datum: 5}", "linear");
}

static void words_on_a_position_are_bands_where_the_mark_fills_them(void **state)
{
    (void)state;
    assert_scale("bar", "x", "{field: a, type: nominal}", "band");
    assert_scale("rect", "y", "{field: a, type: ordinal}", "band");
    assert_scale("tick", "y", "{field: a, type: nominal}", "band");
    assert_scale("rule", "x", "{field: a, type: nominal}", "band");
    assert_scale("point", "x", "{field: a, type: nominal}", "point");
    assert_scale("line", "x", "{field: a, type: ordinal}", "point");
    assert_scale("text", "x", "{field: a, type: ordinal}", "point");
}

static void words_on_other_channels_are_ordinal_or_points(void **state)
{
    (void)state;
    assert_scale("point", "color", "{field: a, type: nominal}", "ordinal");
    assert_scale("point", "shape", "{field: a}", "ordinal");
    assert_scale("line", "strokeDash", "{field: a}", "ordinal");
    assert_scale("point", "size", "{field: a, type: ordinal}", "point");
    assert_scale("point", "opacity", "{field: a, type: ordinal}", "point");
}

static void the_scale_inside_a_band_is_a_band_too(void **state)
{
    (void)state;
    MuRender *r = model_of("data: {values: [{a: 1, b: 2}]}\nmark: point\n"
                           "encoding: {x: {field: a, type: nominal}, xOffset: {field: b, type: nominal}}\n");
    assert_int_equal(mu_scale_model_type(scale_model(r, MU_CHANNEL_X)), MU_SCALE_BAND);
}

static void a_type_that_was_said_is_taken_where_it_fits(void **state)
{
    (void)state;
    assert_scale("point", "x", "{field: a, type: quantitative, scale: {type: log}}", "log");
    assert_scale("point", "x", "{field: a, type: nominal, scale: {type: band}}", "band");
    assert_scale("point", "color", "{field: a, type: quantitative, scale: {type: quantile}}", "quantile");
    assert_scale("point", "x", "{field: a, type: ordinal, scale: {type: linear}}", "point");
    assert_scale("point", "x", "{field: a, type: quantitative, scale: {type: time}}", "linear");
    assert_scale("point", "shape", "{field: a, type: nominal, scale: {type: linear}}", "ordinal");
    assert_scale("bar", "x", "{field: a, type: quantitative, scale: {type: band}}", "linear");
    assert_scale("point", "color", "{field: a, type: quantitative, scale: {type: ordinal}}", "linear");
    assert_scale("point", "x", "{field: d, type: temporal, scale: {type: band}}", "time");
    assert_scale("point", "x", "{field: a, type: quantitative, scale: {type: quantize}}", "linear");
    assert_scale("point", "size", "{field: a, type: ordinal, scale: {type: band}}", "band");
    assert_scale("point", "opacity", "{field: a, type: quantitative, scale: {type: threshold, domain: [2]}}",
                 "threshold");
}

static void a_type_that_does_not_fit_is_a_warning(void **state)
{
    (void)state;
    run_until("data: {values: [{a: 1}]}\nmark: point\nencoding: {x: {field: a, type: ordinal, scale: {type: log}}}\n",
              "model", true);
    assert_int_equal(figure->diags.warnings, 1);
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_SCALE_TYPE);
}

static void a_setting_that_does_not_fit_is_left_out_with_a_warning(void **state)
{
    (void)state;
    static const char spec[] =
        "data: {values: [{a: 1, k: u}]}\nmark: point\n"
        "encoding: {x: {field: k, type: nominal, scale: {paddingInner: 0.5, clamp: true}},"
        " y: {field: a, type: quantitative, scale: {exponent: 3, domainMid: 2, scheme: viridis}}}\n";
    MuRender *r = run_until(spec, "model", true);
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING_INNER), NAN);
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_CLAMP), NAN);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_EXPONENT), NAN);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_DOMAIN_MID), NAN);
    assert_int_equal(scale_model(r, MU_CHANNEL_Y)->settings[MU_KEY_RANGE].origin, MU_ABSENT);
    assert_int_equal(figure->diags.warnings, 5);
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_SCALE_PROPERTY);
}

/* vega-lite/src/compile/scale/properties.ts. */
static void zero_is_for_positions_and_sizes_but_not_for_bins_or_time(void **state)
{
    (void)state;
    MuRender *r = model_of("data: {values: [{a: 1, b: 2}]}\nmark: point\n"
                           "encoding: {x: {field: a, type: quantitative}, y: {field: b, bin: true},"
                           " color: {field: a, type: quantitative}, size: {field: a, type: quantitative}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_ZERO), 1);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_ZERO), 0);
    assert_near(setting(r, MU_CHANNEL_COLOR, MU_KEY_ZERO), 0);
    assert_near(setting(r, MU_CHANNEL_SIZE, MU_KEY_ZERO), 1);
}

static void the_dimension_of_a_bar_needs_no_zero_but_its_length_does(void **state)
{
    (void)state;
    MuRender *r = model_of("data: {values: [{a: 1, b: 2}]}\nmark: bar\n"
                           "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n"
                           "config: {scale: {zero: false}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_ZERO), 0);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_ZERO), 1);
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING), 5);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_PADDING), NAN);
}

static void nice_is_for_numbers_on_positions_without_a_domain(void **state)
{
    (void)state;
    MuRender *r = model_of("data: {values: [{a: 1, d: 2020-01-01}]}\nmark: point\n"
                           "encoding: {x: {field: a, type: quantitative}, y: {field: d, type: temporal}, color: "
                           "{field: a, type: quantitative}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_NICE), 1);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_NICE), NAN);
    assert_near(setting(r, MU_CHANNEL_COLOR, MU_KEY_NICE), NAN);
    r = model_of("data: {values: [{a: 1}]}\nmark: point\n"
                 "encoding: {x: {field: a, type: quantitative, scale: {domain: [0, 7]}}, y: {field: a, type: "
                 "quantitative, scale: {domainMax: 9}}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_NICE), NAN);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_NICE), NAN);
}

static void the_padding_of_bands_depends_on_the_mark(void **state)
{
    (void)state;
    static const struct {
        const char *mark;
        double inner, outer;
    } cases[] = {{"bar", 0.1, 0.05}, {"rect", 0, 0}, {"tick", 0.25, 0.125}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuBuf spec = {.arena = figure->arena};
        mu_buf_printf(&spec, "data: {values: [{a: 1}]}\nmark: %s\nencoding: {x: {field: a, type: nominal}}\n",
                      cases[i].mark);
        MuRender *r = model_of(mu_buf_str(&spec).at);
        assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING_INNER), cases[i].inner);
        assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING_OUTER), cases[i].outer);
    }
}

static void one_padding_for_both_sides_takes_the_place_of_the_defaults(void **state)
{
    (void)state;
    MuRender *r = model_of(
        "data: {values: [{a: 1}]}\nmark: bar\nencoding: {x: {field: a, type: nominal, scale: {padding: 0.4}}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING), 0.4);
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING_INNER), NAN);
    r = model_of(
        "data: {values: [{a: 1}]}\nmark: bar\nencoding: {x: {field: a, type: nominal, scale: {paddingInner: 0.4}}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_PADDING_OUTER), 0.2);
}

static void descending_numbers_turn_their_scale_round(void **state)
{
    (void)state;
    MuRender *r = model_of("data: {values: [{a: 1, k: u}]}\nmark: point\n"
                           "encoding: {x: {field: a, type: quantitative, sort: descending}, y: {field: k, type: "
                           "nominal, sort: descending}}\n");
    assert_near(setting(r, MU_CHANNEL_X, MU_KEY_REVERSE), 1);
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_REVERSE), NAN);
}

#define LAYERS(first, second)                                                                                          \
    "data: {values: [{a: 1, b: 2, k: u}]}\nlayer:\n- {mark: " first "}\n- {mark: " second "}\n"

static void layers_share_one_scale_with_a_use_for_each(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("line, encoding: {x: {field: a, type: quantitative}}",
                                  "rule, encoding: {x: {field: b, type: quantitative}}"));
    assert_non_null(r->model.root->scales[MU_CHANNEL_X]);
    assert_null(r->model.root->children[0]->scales[MU_CHANNEL_X]);
    assert_int_equal(scale_model(r, MU_CHANNEL_X)->uses.size, 2);
}

static void what_a_layer_says_wins_over_what_others_imply(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("line, encoding: {y: {field: a, type: quantitative}}",
                                  "point, encoding: {y: {field: b, type: quantitative, scale: {zero: false}}}"));
    assert_near(setting(r, MU_CHANNEL_Y, MU_KEY_ZERO), 0);
    r = model_of(LAYERS("point, encoding: {y: {field: a, type: quantitative, scale: {type: sqrt}}}",
                        "point, encoding: {y: {field: b, type: quantitative}}"));
    assert_int_equal(mu_scale_model_type(scale_model(r, MU_CHANNEL_Y)), MU_SCALE_SQRT);
}

static void a_band_wins_over_a_point_scale(void **state)
{
    (void)state;
    MuRender *r = model_of(
        LAYERS("point, encoding: {x: {field: k, type: nominal}}", "bar, encoding: {x: {field: k, type: nominal}}"));
    assert_int_equal(mu_scale_model_type(scale_model(r, MU_CHANNEL_X)), MU_SCALE_BAND);
}

static void scales_that_do_not_fit_together_stay_apart(void **state)
{
    (void)state;
    MuRender *r = model_of(
        LAYERS("bar, encoding: {x: {field: k, type: nominal}}", "line, encoding: {x: {field: a, type: quantitative}}"));
    assert_null(r->model.root->scales[MU_CHANNEL_X]);
    assert_int_equal(mu_scale_model_type(r->model.root->children[0]->scales[MU_CHANNEL_X]), MU_SCALE_BAND);
    assert_int_equal(mu_scale_model_type(r->model.root->children[1]->scales[MU_CHANNEL_X]), MU_SCALE_LINEAR);
}

static void independent_scales_stay_with_their_layers(void **state)
{
    (void)state;
    MuRender *r = model_of(LAYERS("line, encoding: {x: {field: a, type: quantitative}, y: {field: a, type: "
                                  "quantitative}}",
                                  "line, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: "
                                  "quantitative}}") "resolve: {scale: {y: independent}}\n");
    assert_non_null(r->model.root->scales[MU_CHANNEL_X]);
    assert_null(r->model.root->scales[MU_CHANNEL_Y]);
    assert_non_null(r->model.root->children[1]->scales[MU_CHANNEL_Y]);
}

static void a_scale_of_null_is_none(void **state)
{
    (void)state;
    MuRender *r = model_of(
        "data: {values: [{a: red}]}\nmark: point\nencoding: {color: {field: a, type: nominal, scale: null}}\n");
    assert_null(mu_view_scale(r->model.root, MU_CHANNEL_COLOR));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_are_linear_and_times_are_times),
        TEST(words_on_a_position_are_bands_where_the_mark_fills_them),
        TEST(words_on_other_channels_are_ordinal_or_points),
        TEST(the_scale_inside_a_band_is_a_band_too),
        TEST(a_type_that_was_said_is_taken_where_it_fits),
        TEST(a_type_that_does_not_fit_is_a_warning),
        TEST(a_setting_that_does_not_fit_is_left_out_with_a_warning),
        TEST(zero_is_for_positions_and_sizes_but_not_for_bins_or_time),
        TEST(the_dimension_of_a_bar_needs_no_zero_but_its_length_does),
        TEST(nice_is_for_numbers_on_positions_without_a_domain),
        TEST(the_padding_of_bands_depends_on_the_mark),
        TEST(one_padding_for_both_sides_takes_the_place_of_the_defaults),
        TEST(descending_numbers_turn_their_scale_round),
        TEST(layers_share_one_scale_with_a_use_for_each),
        TEST(what_a_layer_says_wins_over_what_others_imply),
        TEST(a_band_wins_over_a_point_scale),
        TEST(scales_that_do_not_fit_together_stay_apart),
        TEST(independent_scales_stay_with_their_layers),
        TEST(a_scale_of_null_is_none),
    };
    return cmocka_run_group_tests_name("scale_model", tests, draw_begin, draw_end);
}
