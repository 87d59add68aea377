/* One figure for a page, a slide and a feed. */
#include "boxes.h"
#include "spec/preset.h"

#define CLAIMS                                                                                                         \
    "title: {text: 'Each side counts different losses, and one gives no number at all for the last of the months', "   \
    "subtitle: 'Killed or wounded, people, by month of the claim'}\n"                                                  \
    "data: {values: [{m: 2024-12, n: 3000, s: One, src: First source}, {m: 2025-01, n: 4000, s: Two, src: Second "     \
    "source}, {m: 2025-02, n: 4700, s: One, src: First source}, {m: 2025-03, s: Two, src: Third source}]}\n"           \
    "mark: {type: bar, label: true}\n"                                                                                 \
    "encoding: {x: {field: m, type: ordinal, title: null}, y: {field: n, type: quantitative, title: null}, "           \
    "color: {field: s, type: nominal, title: null}}\n"                                                                 \
    "caption: {source: {field: src}, note: [Numbers are claims., {leftOut: claims, reason: size unknown}], "           \
    "asOf: {field: m}}\n"

static MuStr note_of(const char *key)
{
    return mu_node_string(mu_node_get(mu_caption_filled(&figure->render), key), MU_STR(""));
}

static void every_preset_has_its_size_and_cuts_nothing_off(void **state)
{
    (void)state;
    for (size_t i = 0; i < mu_preset_count; i++) {
        draw_warned(mu_str_printf(figure->arena, "preset: %s\n" CLAIMS, mu_presets[i].name).at);
        const MuScene *scene = figure->render.scene;
        assert_float_equal(scene->width, mu_presets[i].width, 0);
        assert_true(mu_presets[i].height == 0 || scene->height == mu_presets[i].height);
        assert_float_equal(scene->physical_width_mm, mu_presets[i].mm, 0);
        assert_texts_apart();
    }
}

static void a_size_of_its_own_goes_before_the_preset(void **state)
{
    (void)state;
    draw_warned("preset: slide-16x9\nsize: {width: 900, height: 900}\n" CLAIMS);
    assert_float_equal(figure->render.scene->width, 900, 0);
    assert_float_equal(figure->render.scene->height, 900, 0);
}

static void a_caption_names_the_sources_of_the_rows_that_are_drawn(void **state)
{
    (void)state;
    draw_warned("theme: report\n" CLAIMS);
    const MuNode *sources = mu_node_get(mu_caption_filled(&figure->render), "source");
    assert_int_equal(sources->array.size, 2);
    assert_true(mu_str_is(sources->array.at[0]->string, "First source"));
    assert_true(mu_str_is(sources->array.at[1]->string, "Second source"));
    assert_true(mu_str_is(figure->render.scene->source, "First source Second source"));
}

static void a_caption_counts_what_is_left_out_and_names_the_latest_day(void **state)
{
    (void)state;
    draw_warned("theme: report\n" CLAIMS);
    const MuNode *notes = mu_node_get(mu_caption_filled(&figure->render), "note");
    assert_int_equal(notes->array.size, 2);
    assert_true(mu_str_is(notes->array.at[1]->string, "1 of 4 claims: size unknown."));
    assert_true(mu_str_is(note_of("asOf"), "February 2025"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_preset_has_its_size_and_cuts_nothing_off),
        TEST(a_size_of_its_own_goes_before_the_preset),
        TEST(a_caption_names_the_sources_of_the_rows_that_are_drawn),
        TEST(a_caption_counts_what_is_left_out_and_names_the_latest_day),
    };
    return cmocka_run_group_tests_name("preset", tests, draw_begin, draw_end);
}
