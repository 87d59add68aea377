/* Numbers are those of Vega-Lite 6.4.3. */
#include "fixture.h"

static const char *const words[] = {"long label", "x", "y"}, *const palette[] = {"#4c78a8", "#f58518", "#e45756"};

static MuItem *make(Fixture *f, const MuScale *scale, const char *channel, const char *definition, MuLegendSpec spec)
{
    MuLegendChannel channels[] = {{mu_str(channel), scale}};
    spec.channels = channels;
    spec.channel_count = 1;
    spec.chain = chain(f, definition);
    return mu_legend_make(&f->context, &spec);
}

static MuScale *categories(Fixture *f)
{
    MuScale *scale = colors(f, MU_SCALE_ORDINAL, 3, palette);
    set_words(f, scale, 3, words);
    mu_scale_train(scale);
    return scale;
}

static const MuStr category[] = {MU_STR_INIT("Category")};
static const MuLegendSpec of_bars = {
    .field = {.type = MU_NOMINAL}, .mark = MU_STR_INIT("bar"), .mark_filled = true, .title = category, .title_size = 1};

static void squares_stand_under_the_title(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill", "{\"a\": 1}", of_bars);
    assert_near(legend->group->width, 65);
    assert_near(legend->group->height, 53);
    for (size_t i = 0; i < 3; i++) {
        MuItem *symbol = nth(legend, MU_ROLE_LEGEND_SYMBOL, i), *label = nth(legend, MU_ROLE_LEGEND_LABEL, i);
        assert_near(symbol->x, 6);
        assert_near(symbol->y, 22 + 13 * (double)i);
        assert_near(label->x, 16);
        assert_near(label->y + label->text->shift, 25 + 13 * (double)i);
        assert_line(label, words[i]);
    }
    MuItem *title = nth(legend, MU_ROLE_LEGEND_TITLE, 0);
    assert_near(title->x, 0);
    assert_near(title->y + title->text->shift, 9);
}

static void the_color_of_a_filled_mark_fills_its_symbols(void **state)
{
    MuItem *symbol = nth(make(*state, categories(*state), "fill", "{\"a\": 1}", of_bars), MU_ROLE_LEGEND_SYMBOL, 1);
    assert_near(symbol->style->fill.color.r, 0xf5 / 255.0);
    assert_int_equal(symbol->style->stroke_paint.kind, MU_PAINT_NONE);
    MuLegendSpec lines = {.field = {.type = MU_NOMINAL}, .mark = MU_STR("line")};
    symbol = nth(make(*state, categories(*state), "stroke", "{\"a\": 1}", lines), MU_ROLE_LEGEND_SYMBOL, 1);
    assert_near(symbol->style->stroke_paint.color.r, 0xf5 / 255.0);
    assert_near(symbol->style->fill.color.a, 0);
    assert_near(symbol->style->stroke.width, 1.5);
}

static void a_size_legend_gives_each_symbol_its_room(void **state)
{
    MuLegendSpec points = {
        .field = {.type = MU_QUANTITATIVE}, .mark = MU_STR("point"), .opacity = 0.7, .color_is_data = true};
    MuItem *legend = make(*state, linear(*state, 0, 3, 4, 361), "size", "{\"a\": 1}", points);
    const double tops[] = {0, 14, 31, 51, 73, 98, 124}, middles[] = {5, 5, 6.5, 8, 9, 9.5, 10.5};
    assert_int_equal(count_of(legend, MU_ROLE_LEGEND_SYMBOL), 7);
    for (size_t i = 0; i < 7; i++) {
        MuItem *symbol = nth(legend, MU_ROLE_LEGEND_SYMBOL, i), *label = nth(legend, MU_ROLE_LEGEND_LABEL, i);
        assert_near(symbol->x, 10.5);
        assert_near(symbol->y, tops[i] + middles[i]);
        assert_near(label->x, 25);
        assert_near(symbol->style->opacity, 0.7);
        assert_near(symbol->style->stroke_paint.color.r, 0x88 / 255.0);
    }
    assert_line(nth(legend, MU_ROLE_LEGEND_LABEL, 1), "0.5");
    assert_near(legend->group->width, 41);
    assert_near(legend->group->height, 147);
}

static void a_ramp_is_as_long_as_the_plot_is_high(void **state)
{
    static const char *const ends[] = {"#cfe1f2", "#0a4a90"};
    Fixture *f = *state;
    MuScale *scale = colors(f, MU_SCALE_LINEAR, 2, ends);
    scale->domain = (double[]){1, 9};
    scale->domain_size = 2;
    mu_scale_train(scale);
    MuLegendSpec points = {.field = {.type = MU_QUANTITATIVE}, .mark = MU_STR("point"), .opacity = 0.7};
    MuItem *legend = make(f, scale, "stroke", "{\"a\": 1}", points), *bar = nth(legend, MU_ROLE_LEGEND_BAND, 0);
    assert_near(bar->width, 16);
    assert_near(bar->height, 100);
    assert_near(bar->style->opacity, 0.7);
    assert_int_equal(bar->style->fill.kind, MU_PAINT_GRADIENT);
    assert_near(bar->style->fill.gradient->y1, 1);
    assert_int_equal(bar->style->fill.gradient->size, 17); /* a stop every half */
    assert_near(bar->style->fill.gradient->stops[1].offset, 0.0625);
    assert_int_equal(count_of(legend, MU_ROLE_LEGEND_LABEL), 2);
    MuItem *low = nth(legend, MU_ROLE_LEGEND_LABEL, 0), *high = nth(legend, MU_ROLE_LEGEND_LABEL, 1);
    assert_line(low, "1");
    assert_near(low->y + low->text->shift, 98);
    assert_near(high->y + high->text->shift, 8);
    assert_near(low->x, 18);
    assert_near(legend->group->width, 25);
    assert_near(legend->group->height, 100);
}

static void a_threshold_scale_is_shown_as_blocks(void **state)
{
    Fixture *f = *state;
    MuScale *scale = colors(f, MU_SCALE_THRESHOLD, 3, palette);
    scale->domain = (double[]){10, 20};
    scale->domain_size = 2;
    mu_scale_train(scale);
    MuItem *legend =
        make(f, scale, "fill", "{\"a\": 1}",
             (MuLegendSpec){.field = {.type = MU_QUANTITATIVE}, .mark = MU_STR("bar"), .mark_filled = true});
    assert_int_equal(count_of(legend, MU_ROLE_LEGEND_BAND), 3);
    MuItem *first = nth(legend, MU_ROLE_LEGEND_BAND, 0), *last = nth(legend, MU_ROLE_LEGEND_BAND, 2);
    assert_near(first->y, 200 * 2 / 3.0);
    assert_near(first->height, 200 / 3.0);
    assert_near(last->y, 0);
    assert_near(last->style->fill.color.r, 0xe4 / 255.0);
    assert_int_equal(count_of(legend, MU_ROLE_LEGEND_LABEL), 2);
    assert_line(nth(legend, MU_ROLE_LEGEND_LABEL, 0), "10");
}

static void a_legend_above_is_a_row(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill", "{\"orient\": \"top\"}", of_bars);
    MuItem *first = nth(legend, MU_ROLE_LEGEND_SYMBOL, 0), *second = nth(legend, MU_ROLE_LEGEND_SYMBOL, 1);
    assert_near(first->y, second->y);
    /* The first entry reaches to 64.945: 65, and 10 between columns. */
    assert_near(second->x, 65 + 10 + 6);
    assert_int_equal(legend->place->orient, MU_ORIENT_TOP);
}

static void columns_are_filled_downwards(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill", "{\"columns\": 2}", of_bars);
    assert_line(nth(legend, MU_ROLE_LEGEND_LABEL, 0), "long label");
    assert_line(nth(legend, MU_ROLE_LEGEND_LABEL, 1), "y");
    assert_near(nth(legend, MU_ROLE_LEGEND_SYMBOL, 1)->x, 81);
    assert_near(nth(legend, MU_ROLE_LEGEND_SYMBOL, 2)->x, 6);
}

static void too_many_entries_are_counted(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill", "{\"symbolLimit\": 2}", of_bars);
    assert_int_equal(count_of(legend, MU_ROLE_LEGEND_LABEL), 2);
    assert_line(nth(legend, MU_ROLE_LEGEND_LABEL, 1), "\xE2\x80\xA6"
                                                      "2 entries");
}

static void a_title_at_the_left_moves_the_entries(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill", "{\"titleOrient\": \"left\"}", of_bars);
    MuItem *title = nth(legend, MU_ROLE_LEGEND_TITLE, 0);
    double width = ceil(title->bounds.x2 - title->bounds.x1);
    assert_near(nth(legend, MU_ROLE_LEGEND_SYMBOL, 0)->x, width + 5 + 6);
    assert_near(nth(legend, MU_ROLE_LEGEND_SYMBOL, 0)->y, 6);
    assert_near(title->y, 19); /* half of the entries' 37, rounded up */
}

static void a_background_has_padding_inside(void **state)
{
    MuItem *legend = make(*state, categories(*state), "fill",
                          "{\"padding\": 10, \"strokeColor\": \"gray\", \"fillColor\": \"#eee\"}", of_bars);
    assert_near(legend->group->width, 85);
    assert_near(legend->group->height, 73);
    assert_non_null(legend->style);
    assert_near(nth(legend, MU_ROLE_LEGEND_TITLE, 0)->x, 10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(squares_stand_under_the_title),
        TEST(the_color_of_a_filled_mark_fills_its_symbols),
        TEST(a_size_legend_gives_each_symbol_its_room),
        TEST(a_ramp_is_as_long_as_the_plot_is_high),
        TEST(a_threshold_scale_is_shown_as_blocks),
        TEST(a_legend_above_is_a_row),
        TEST(columns_are_filled_downwards),
        TEST(too_many_entries_are_counted),
        TEST(a_title_at_the_left_moves_the_entries),
        TEST(a_background_has_padding_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
