#include "fixture.h"

static MuItem *title(Fixture *f, const char *definition, MuTitleSpec spec)
{
    spec.chain = chain(f, definition);
    return mu_title_make(&f->context, &spec);
}

static void a_title_is_13_px_bold_and_its_subtitle_12_px_below(void **state)
{
    MuItem *group =
        title(*state, "{\"text\": \"Deaths\", \"subtitle\": [\"per year\", \"and side\"]}", (MuTitleSpec){0});
    MuItem *head = nth(group, MU_ROLE_TITLE_TEXT, 0), *below = nth(group, MU_ROLE_SUBTITLE, 0);
    assert_near(head->text->font.size, 13);
    assert_int_equal(head->text->font.weight, 700);
    assert_near(head->text->shift, 10);
    assert_int_equal(below->text->size, 2);
    assert_near(below->text->font.size, 12);
    assert_near(below->y, 16);
    assert_near(below->text->line_height, 14);
}

static void a_middle_title_is_placed_along_the_plot_but_not_in_a_composition(void **state)
{
    MuItem *group = title(*state, "{\"text\": \"t\"}", (MuTitleSpec){0});
    assert_true(group->place->frame_group);
    assert_int_equal(group->place->anchor, MU_ANCHOR_MIDDLE);
    group = title(*state, "{\"text\": \"t\", \"anchor\": \"start\"}", (MuTitleSpec){0});
    assert_false(group->place->frame_group);
    assert_int_equal(nth(group, MU_ROLE_TITLE_TEXT, 0)->text->align, MU_ALIGN_LEFT);
    group = title(*state, "{\"text\": \"t\"}", (MuTitleSpec){.composed = true});
    assert_int_equal(group->place->anchor, MU_ANCHOR_START);
    assert_false(group->place->frame_group);
}

static void a_title_at_the_left_is_turned(void **state)
{
    MuItem *group =
        title(*state, "{\"text\": \"t\", \"orient\": \"left\", \"color\": \"#f00\", \"offset\": 9}", (MuTitleSpec){0});
    assert_near(nth(group, MU_ROLE_TITLE_TEXT, 0)->angle, -90);
    assert_near(nth(group, MU_ROLE_TITLE_TEXT, 0)->style->fill.color.r, 1);
    assert_near(group->place->offset, 9);
}

static void a_text_may_be_an_expression(void **state)
{
    MuItem *group = title(*state, "{\"text\": {\"expr\": \"'a' + 1\"}}", (MuTitleSpec){0});
    assert_line(nth(group, MU_ROLE_TITLE_TEXT, 0), "a1");
    assert_null(title(*state, "{\"subtitle\": \"alone\"}", (MuTitleSpec){0}));
}

static void wrapped_titles_have_lines_of_even_length(void **state)
{
    Fixture *f = *state;
    MuItem *head = nth(title(f, "{\"text\": \"one two three four five six seven eight nine ten eleven twelve\"}",
                             (MuTitleSpec){.wrap = 300}),
                       MU_ROLE_TITLE_TEXT, 0);
    assert_int_equal(head->text->size, 2);
    double first = mu_text_width(f->text, &head->text->font, head->text->lines[0]),
           second = mu_text_width(f->text, &head->text->font, head->text->lines[1]);
    assert_true(first <= 300 && second <= 300);
    assert_true(fabs(first - second) < 60);
}

static MuItem *caption(Fixture *f, const char *definition, double width)
{
    MuCaptionSpec spec = {.chain = chain(f, definition), .width = width};
    return mu_caption_make(&f->context, &spec);
}

static MuItem *text_at(const MuItem *group, size_t n)
{
    for (size_t i = 0; i < group->group->items.size; i++)
        if (group->group->items.at[i]->kind == MU_ITEM_TEXT && n-- == 0)
            return group->group->items.at[i];
    return NULL;
}

static void a_caption_names_sources_note_date_and_credit(void **state)
{
    MuItem *group = caption(*state,
                            "{\"source\": [\"UCDP\", \"SIPRI\"], \"note\": \"Best estimates.\", \"asOf\": \"1 May "
                            "2024\", \"credit\": \"muster\"}",
                            400);
    assert_line(text_at(group, 0), "Sources:");
    assert_int_equal(text_at(group, 0)->text->font.weight, 600);
    assert_line(text_at(group, 1), "UCDP; SIPRI");
    assert_true(text_at(group, 1)->x > text_at(group, 0)->bounds.x2);
    assert_line(text_at(group, 2), "Note:");
    assert_line(text_at(group, 4), "As of 1 May 2024");
    assert_line(text_at(group, 5), "muster");
    assert_near(text_at(group, 5)->x, 400);
    assert_near(text_at(group, 5)->y, text_at(group, 4)->y);
    assert_near(text_at(group, 4)->y - text_at(group, 2)->y, 14);
    assert_int_equal(group->group->items.at[0]->kind, MU_ITEM_RULE);
    assert_near(group->group->items.at[0]->x2, 400);
}

static void a_caption_speaks_the_language_of_the_figure(void **state)
{
    Fixture *f = *state;
    f->context.locale = mu_locale_find(MU_STR("de-DE"));
    MuItem *group = caption(f, "{\"source\": \"DAPA\", \"asOf\": \"25. Januar 2025\"}", 400);
    assert_line(text_at(group, 0), "Quelle:");
    assert_line(text_at(group, 2), "Stand: 25. Januar 2025");
}

static void a_caption_does_not_end_in_a_single_word(void **state)
{
    Fixture *f = *state;
    const char *text = "{\"note\": \"Counts soldiers killed or wounded according to each side, by the day of the "
                       "statement and not of the event itself.\"}";
    MuItem *group = caption(f, text, 300);
    size_t last = 1;
    while (text_at(group, last + 1))
        last++;
    MuTextItem *line = text_at(group, last)->text;
    assert_true(mu_text_width(f->text, &line->font, line->lines[0]) >= 300 * 0.2);
}

static void nothing_to_say_makes_no_caption(void **state)
{
    assert_null(caption(*state, "{\"color\": \"red\"}", 300));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_title_is_13_px_bold_and_its_subtitle_12_px_below),
        TEST(a_middle_title_is_placed_along_the_plot_but_not_in_a_composition),
        TEST(a_title_at_the_left_is_turned),
        TEST(a_text_may_be_an_expression),
        TEST(wrapped_titles_have_lines_of_even_length),
        TEST(a_caption_names_sources_note_date_and_credit),
        TEST(a_caption_speaks_the_language_of_the_figure),
        TEST(a_caption_does_not_end_in_a_single_word),
        TEST(nothing_to_say_makes_no_caption),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
