#include "draw.h"

#include "spec/check.h"
#include "spec/config.h"
#include "spec/theme.h"

static const MuNode *config_of(const char *theme, const char *own)
{
    const MuNode *config =
        mu_config_make(figure->arena, theme ? node(theme) : NULL, own ? node(own) : NULL, &figure->diags);
    assert_int_equal(figure->diags.list.size, 0);
    return config;
}

static MuChain mark_chain(const char *own, const char *definition, const char *mark_name)
{
    return mu_config_mark(figure->arena, config_of(NULL, own), definition ? node(definition) : NULL, mu_str(mark_name),
                          NULL);
}

static MuChain x_axis(const char *own, const char *definition, const char *scale_kind, const char *orient)
{
    const MuNode *read = definition ? node(definition) : NULL;
    return mu_config_axis(figure->arena, config_of(NULL, own), read, true, scale_kind, mu_str(orient), NULL);
}

#define BELOW_STYLE "mark: {opacity: 0.1}\nbar: {opacity: 0.2}\n"

static void a_mark_reads_its_config_over_that_of_all_marks(void **state)
{
    (void)state;
    MuChain chain = mark_chain("mark: {opacity: 0.1}", NULL, "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.1);
    chain = mark_chain(BELOW_STYLE, NULL, "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.2);
    chain = mark_chain(BELOW_STYLE, NULL, "line");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.1);
}

static void the_style_of_the_marks_name_wins_over_the_marks_config(void **state)
{
    (void)state;
    MuChain chain = mark_chain(BELOW_STYLE "style: {bar: {opacity: 0.3}}", NULL, "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.3);
}

static void the_last_of_several_styles_wins_over_the_others(void **state)
{
    (void)state;
    static const char own[] =
        BELOW_STYLE "style: {bar: {opacity: 0.3}, a: {opacity: 0.4, cornerRadius: 4}, b: {opacity: 0.5}}";
    MuChain chain = mark_chain(own, "style: [a, b]", "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.5);
    assert_near(mu_chain_number(&chain, "cornerRadius", 0), 4);
    chain = mark_chain(own, "style: [b, a]", "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.4);
    chain = mark_chain(own, "style: b", "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.5);
    assert_near(mu_chain_number(&chain, "cornerRadius", 0), 0);
}

static void the_definition_wins_over_every_style(void **state)
{
    (void)state;
    MuChain chain = mark_chain("style: {a: {opacity: 0.4}}", "style: a\nopacity: 0.9", "bar");
    assert_near(mu_chain_number(&chain, "opacity", 1), 0.9);
}

static void without_config_marks_have_the_colours_of_vega_lite(void **state)
{
    (void)state;
    MuChain bar = mark_chain(NULL, NULL, "bar"), rule = mark_chain(NULL, NULL, "rule"),
            text = mark_chain(NULL, NULL, "text");
    assert_str(mu_chain_string(&bar, "color", MU_STR("")), "#4c78a8");
    assert_str(mu_chain_string(&rule, "color", MU_STR("")), "black");
    assert_str(mu_chain_string(&text, "color", MU_STR("")), "black");
}

static void what_the_renderer_assumes_goes_before_the_config_of_all_marks_unless_that_is_passed_on(void **state)
{
    (void)state;
    MuChain chain = mark_chain(NULL, NULL, "line");
    assert_near(mu_chain_number(&chain, "strokeWidth", 0), 2);
    /* a line's width is its size, which Vega-Lite looks up itself; a point's is left to Vega */
    chain = mark_chain("mark: {strokeWidth: 5}", NULL, "line");
    assert_near(mu_mark_property(&chain, "size", "strokeWidth")->number, 5);
    chain = mark_chain("mark: {strokeWidth: 5}", NULL, "point");
    assert_near(mu_chain_number(&chain, "strokeWidth", 0), 2);
    chain = mark_chain("point: {strokeWidth: 4}\nmark: {strokeWidth: 5}", NULL, "point");
    assert_near(mu_chain_number(&chain, "strokeWidth", 0), 4);
}

static void a_property_under_vegas_name_wins_in_the_same_bag_but_not_from_below(void **state)
{
    (void)state;
    MuChain chain = mark_chain("text: {fontSize: 9}", "size: 20\nfontSize: 30", "text");
    assert_near(mu_mark_property(&chain, "size", "fontSize")->number, 30);
    chain = mark_chain("text: {fontSize: 9}", "size: 20", "text");
    assert_near(mu_mark_property(&chain, "size", "fontSize")->number, 20);
    chain = mark_chain("text: {size: 9}", "fontSize: 30", "text");
    assert_near(mu_mark_property(&chain, "size", "fontSize")->number, 30);
    chain = mark_chain("text: {fontSize: 9}", "size: 20\nfontSize: 30", "text");
    assert_near(mu_mark_property(&chain, "size", NULL)->number, 20);
}

static void the_specs_own_config_wins_over_the_theme_and_both_over_the_defaults(void **state)
{
    (void)state;
    const MuNode *config = config_of("background: ivory\nview: {step: 30, stroke: blue}", "view: {step: 40}");
    assert_true(mu_node_is_string(mu_node_get(config, "background"), "ivory"));
    assert_near(mu_node_path(config, "view", "step", NULL)->number, 40);
    assert_true(mu_node_is_string(mu_node_path(config, "view", "stroke", NULL), "blue"));
    assert_near(mu_node_path(config, "view", "continuousWidth", NULL)->number, 300);
}

#define EVERY_AXIS                                                                                                     \
    "axis: {tickSize: 1, labelAngle: 1, offset: 1, domainWidth: 1, ticks: true}\n"                                     \
    "axisBottom: {tickSize: 2, labelAngle: 2, offset: 2, domainWidth: 2}\n"                                            \
    "axisX: {tickSize: 3, labelAngle: 3, offset: 3}\n"                                                                 \
    "axisDiscrete: {tickSize: 4, labelAngle: 4}\n"                                                                     \
    "axisBand: {tickSize: 5, labelAngle: 5}\n"                                                                         \
    "axisXBand: {tickSize: 6}\n"

static void an_axis_reads_the_narrowest_config_that_fits(void **state)
{
    (void)state;
    MuChain band = x_axis(EVERY_AXIS, NULL, "band", "bottom");
    assert_near(mu_chain_number(&band, "tickSize", 0), 6);
    assert_near(mu_chain_number(&band, "labelAngle", 0), 5);
    assert_near(mu_chain_number(&band, "offset", 0), 3);
    assert_near(mu_chain_number(&band, "domainWidth", 0), 2);
    assert_true(mu_chain_bool(&band, "ticks", false));
    MuChain point = x_axis(EVERY_AXIS, NULL, "point", "bottom");
    assert_near(mu_chain_number(&point, "tickSize", 0), 4);
    MuChain plain = x_axis(EVERY_AXIS, NULL, "quantitative", "top");
    assert_near(mu_chain_number(&plain, "tickSize", 0), 3);
    assert_near(mu_chain_number(&plain, "domainWidth", 0), 1);
}

static void the_y_axis_does_not_read_the_config_of_x(void **state)
{
    (void)state;
    const MuNode *config = config_of(NULL, EVERY_AXIS "axisLeft: {domainWidth: 7}\naxisY: {offset: 8}");
    MuChain chain = mu_config_axis(figure->arena, config, NULL, false, "quantitative", MU_STR("left"), NULL);
    assert_near(mu_chain_number(&chain, "tickSize", 0), 1);
    assert_near(mu_chain_number(&chain, "domainWidth", 0), 7);
    assert_near(mu_chain_number(&chain, "offset", 0), 8);
}

static void an_axis_of_numbers_or_times_has_its_own_config(void **state)
{
    (void)state;
    static const char own[] = "axisQuantitative: {offset: 1}\naxisTemporal: {offset: 2}\naxisXTemporal: {tickSize: 9}";
    MuChain numbers = x_axis(own, NULL, "quantitative", "bottom"), times = x_axis(own, NULL, "temporal", "bottom");
    assert_near(mu_chain_number(&numbers, "offset", 0), 1);
    assert_near(mu_chain_number(&numbers, "tickSize", 5), 5);
    assert_near(mu_chain_number(&times, "offset", 0), 2);
    assert_near(mu_chain_number(&times, "tickSize", 5), 9);
}

static void the_definition_of_an_axis_and_its_styles_win_over_config(void **state)
{
    (void)state;
    static const char own[] = EVERY_AXIS "style: {thin: {tickSize: 7, labelAngle: 7}}";
    MuChain chain = x_axis(own, "style: thin\nlabelAngle: 8", "band", "bottom");
    assert_near(mu_chain_number(&chain, "tickSize", 0), 7);
    assert_near(mu_chain_number(&chain, "labelAngle", 0), 8);
}

static void guides_take_their_text_from_the_guide_styles(void **state)
{
    (void)state;
    MuChain axis = x_axis(NULL, NULL, "", "bottom");
    MuChain legend = mu_config_legend(figure->arena, config_of(NULL, NULL), NULL, NULL);
    assert_near(mu_chain_number(&axis, "labelFontSize", 0), 10);
    assert_near(mu_chain_number(&axis, "titleFontSize", 0), 11);
    assert_str(mu_chain_string(&axis, "titleFontWeight", MU_STR("")), "bold");
    assert_near(mu_chain_number(&legend, "labelFontSize", 0), 10);
    assert_str(mu_chain_string(&legend, "titleColor", MU_STR("")), "#000");
    axis = x_axis("axis: {labelFontSize: 14}\nstyle: {guide-title: {fontSize: 15}}", NULL, "", "bottom");
    assert_near(mu_chain_number(&axis, "labelFontSize", 0), 14);
    assert_near(mu_chain_number(&axis, "titleFontSize", 0), 15);
}

static void a_title_reads_its_config_and_the_group_styles(void **state)
{
    (void)state;
    const MuNode *config = config_of(NULL, "title: {color: red, subtitleFontSize: 9}\nstyle: {big: {fontSize: 40}}");
    MuChain chain = mu_config_title(figure->arena, config, NULL, NULL);
    assert_near(mu_chain_number(&chain, "fontSize", 0), 13);
    assert_str(mu_chain_string(&chain, "color", MU_STR("")), "red");
    assert_near(mu_chain_number(&chain, "subtitleFontSize", 0), 9);
}

/* {style: "big"} compiles to style "big" in place of "group-title", which is where config.title.color goes. */
static void a_title_with_a_style_of_its_own_takes_only_places_from_config(void **state)
{
    (void)state;
    const MuNode *config =
        config_of(NULL, "title: {color: red, anchor: end, subtitleFontSize: 9}\nstyle: {big: {fontSize: 40}}");
    MuChain chain = mu_config_title(figure->arena, config, node("style: big"), NULL);
    assert_near(mu_chain_number(&chain, "fontSize", 0), 40);
    assert_str(mu_chain_string(&chain, "color", MU_STR("")), "");
    assert_str(mu_chain_string(&chain, "fontWeight", MU_STR("")), "normal");
    assert_str(mu_chain_string(&chain, "anchor", MU_STR("")), "end");
    assert_near(mu_chain_number(&chain, "subtitleFontSize", 0), 9);
}

static void the_font_of_config_reaches_guides_titles_and_text_marks(void **state)
{
    (void)state;
    MuChain axis = x_axis("font: Inter", NULL, "", "bottom"), text = mark_chain("font: Inter", NULL, "text");
    MuChain title = mu_config_title(figure->arena, config_of(NULL, "font: Inter"), NULL, NULL);
    assert_str(mu_chain_string(&axis, "labelFont", MU_STR("")), "Inter");
    assert_str(mu_chain_string(&axis, "titleFont", MU_STR("")), "Inter");
    assert_str(mu_chain_string(&title, "font", MU_STR("")), "Inter");
    assert_str(mu_chain_string(&title, "subtitleFont", MU_STR("")), "Inter");
    assert_str(mu_chain_string(&text, "font", MU_STR("")), "Inter");
    text = mark_chain("font: Inter\ntext: {font: serif}", NULL, "text");
    assert_str(mu_chain_string(&text, "font", MU_STR("")), "serif");
}

static void a_view_takes_the_style_of_cells_over_the_config_of_views(void **state)
{
    (void)state;
    const MuNode *config =
        config_of(NULL, "view: {stroke: red, fill: blue}\nstyle: {cell: {stroke: green}, box: {fill: white}}");
    MuChain chain = mu_config_view(figure->arena, config, NULL, NULL);
    assert_str(mu_chain_string(&chain, "stroke", MU_STR("")), "green");
    assert_str(mu_chain_string(&chain, "fill", MU_STR("")), "blue");
    chain = mu_config_view(figure->arena, config, node("style: box"), NULL);
    assert_str(mu_chain_string(&chain, "fill", MU_STR("")), "white");
    assert_null(mu_chain_get(&chain, "stroke", NULL));
    chain = mu_config_view(figure->arena, config_of(NULL, NULL), NULL, NULL);
    assert_str(mu_chain_string(&chain, "stroke", MU_STR("")), "#ddd");
}

static void an_unknown_theme_is_an_error_with_the_place_of_its_name(void **state)
{
    (void)state;
    MuSpan span = {.source = source_of("theme: bright"), .start = 7, .end = 13};
    assert_null(mu_theme_config(figure->arena, MU_STR("bright"), span, &figure->diags));
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_UNKNOWN_THEME);
    assert_int_equal(figure->diags.list.at[0].span.start, 7);
    assert_non_null(mu_theme_config(figure->arena, MU_STR("report"), span, &figure->diags));
}

static void every_theme_is_a_config_that_the_grammar_takes(void **state)
{
    (void)state;
    for (size_t i = 0; i < mu_theme_count; i++) {
        const MuNode *config = mu_theme_config(figure->arena, mu_str(mu_themes[i]->name), (MuSpan){0}, &figure->diags);
        assert_non_null(config);
        assert_true(mu_config_check(config, NULL, NULL, figure->arena, &figure->diags));
        print_diags();
        assert_int_equal(figure->diags.list.size, 0);
    }
}

static void a_theme_may_stand_on_another(void **state)
{
    (void)state;
    MuStr names[] = {MU_STR("carbong100"), MU_STR("report-dark")};
    const MuNode *carbon = mu_theme_config(figure->arena, names[0], (MuSpan){0}, &figure->diags),
                 *dark = mu_theme_config(figure->arena, names[1], (MuSpan){0}, &figure->diags);
    /* Of its own, of carbong90, of carbonwhite. */
    assert_str(mu_node_string(mu_node_get(carbon, "background"), MU_STR("")), "#161616");
    assert_str(mu_node_string(mu_node_path(carbon, "arc", "fill", NULL), MU_STR("")), "#d4bbff");
    assert_near(mu_node_number(mu_node_path(carbon, "title", "fontSize", NULL), 0), 16);
    assert_str(mu_node_string(mu_node_path(dark, "title", "color", NULL), MU_STR("")), "#F2F4F6");
    assert_near(mu_node_number(mu_node_path(dark, "title", "fontSize", NULL), 0), 21);
}

static void a_config_of_its_own_is_checked(void **state)
{
    (void)state;
    assert_true(mu_config_check(node("bar: {opacity: 1}"), NULL, NULL, figure->arena, &figure->diags));
    assert_false(mu_config_check(node("bar: {opacity: x}"), NULL, NULL, figure->arena, &figure->diags));
    assert_false(mu_config_check(node("[1]"), NULL, NULL, figure->arena, &figure->diags));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_theme_is_a_config_that_the_grammar_takes),
        TEST(a_theme_may_stand_on_another),
        TEST(a_config_of_its_own_is_checked),
        TEST(a_mark_reads_its_config_over_that_of_all_marks),
        TEST(the_style_of_the_marks_name_wins_over_the_marks_config),
        TEST(the_last_of_several_styles_wins_over_the_others),
        TEST(the_definition_wins_over_every_style),
        TEST(without_config_marks_have_the_colours_of_vega_lite),
        TEST(what_the_renderer_assumes_goes_before_the_config_of_all_marks_unless_that_is_passed_on),
        TEST(a_property_under_vegas_name_wins_in_the_same_bag_but_not_from_below),
        TEST(the_specs_own_config_wins_over_the_theme_and_both_over_the_defaults),
        TEST(an_axis_reads_the_narrowest_config_that_fits),
        TEST(the_y_axis_does_not_read_the_config_of_x),
        TEST(an_axis_of_numbers_or_times_has_its_own_config),
        TEST(the_definition_of_an_axis_and_its_styles_win_over_config),
        TEST(guides_take_their_text_from_the_guide_styles),
        TEST(a_title_reads_its_config_and_the_group_styles),
        TEST(a_title_with_a_style_of_its_own_takes_only_places_from_config),
        TEST(the_font_of_config_reaches_guides_titles_and_text_marks),
        TEST(a_view_takes_the_style_of_cells_over_the_config_of_views),
        TEST(an_unknown_theme_is_an_error_with_the_place_of_its_name),
    };
    return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}
