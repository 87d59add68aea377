#include "fixture.h"

/* In px, by @napi-rs/canvas with the same faces; "Horsepower" also by hand: 12292 units of 2048 to the em. */
static void widths_are_those_of_the_reference(void **state)
{
    static const struct {
        const char *family, *text;
        double size, width;
        int weight;
        bool italic;
    } cases[] = {
        {"sans-serif", "Horsepower", 11, 12292 * 11 / 2048.0, 400, false},
        {"sans-serif", "Horsepower", 11, 13903 * 11 / 2048.0, 700, false},
        {"monospace", "Horsepower", 11, 12330 * 11 / 2048.0, 400, false},
        {"sans-serif", "AVATAR To Ty We 1,234", 10, 115.380859375, 400, false},
        {"sans-serif", "AVATAR To Ty We 1,234", 11, 143.107421875, 700, false},
        {"sans-serif", "AVATAR To Ty We 1,234", 10, 130.09765625, 600, false},
        {"sans-serif", "AVATAR To Ty We 1,234", 10, 115.380859375, 500, false},
        {"sans-serif", "AVATAR To Ty We 1,234", 10, 117.12890625, 400, true},
        {"serif", "AVATAR To Ty We 1,234", 10, 121.7724609375, 400, false},
        {"sans-serif", "fi ffi", 10, 19.1455078125, 400, false},
        {"sans-serif", "a  b", 10, 18.8330078125, 400, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        MuFont in = font(cases[i].family, cases[i].size);
        in.weight = cases[i].weight;
        in.italic = cases[i].italic;
        assert_near(width(*state, in, cases[i].text), cases[i].width, 0.001);
        assert_near(width(*state, in, cases[i].text), cases[i].width, 0.001); /* from the cache */
    }
    assert_int_equal(((Fixture *)*state)->diags.list.size, 0);
}

static void nothing_is_as_wide_as_no_text_or_no_size(void **state)
{
    assert_near(width(*state, font("sans-serif", 10), ""), 0, 0);
    assert_near(width(*state, font("sans-serif", 0), "x"), 0, 0);
    assert_near(width(*state, font("sans-serif", -3), "x"), 0, 0);
    assert_near(width(*state, font("sans-serif", (double)NAN), "x"), 0, 0);
}

static void controls_are_as_wide_as_spaces(void **state)
{
    assert_near(width(*state, font("sans-serif", 10), "a\tb"), 15.654296875, 0.001);
    assert_near(width(*state, font("sans-serif", 10), "a\nb"), 15.654296875, 0.001);
}

static void bytes_that_are_no_utf8_show_as_replacement_characters(void **state)
{
    assert_near(width(*state, font("sans-serif", 10), "\xff"), 10.25390625, 0.001);
    assert_near(width(*state, font("sans-serif", 10), "\xed\xa0\x80"), 3 * 10.25390625, 0.001);
    MuFont in = font("sans-serif", 10);
    assert_near(mu_text_width(((Fixture *)*state)->text, &in, MU_STR("a\0b")), 15.654296875, 0.001);
}

static void very_long_texts_have_a_width(void **state)
{
    Fixture *f = *state;
    size_t size = 100000;
    char *many = mu_arena_alloc(f->arena, size);
    memset(many, 'W', size);
    MuFont in = font("monospace", 2048);
    assert_near(mu_text_width(f->text, &in, (MuStr){many, size}), 1233 * (double)size, 1);
}

static const MuDiag *only_diag(const Fixture *f, MuCode code)
{
    assert_int_equal(f->diags.list.size, 1);
    assert_int_equal(f->diags.list.at[0].code, code);
    assert_int_equal(f->diags.list.at[0].count, 1);
    return &f->diags.list.at[0];
}

static void a_family_that_is_not_installed_is_told_once_a_figure(void **state)
{
    Fixture *f = *state;
    MuFont in = font("No Such Face, serif", 10);
    assert_near(width(f, in, "AVATAR To Ty We 1,234"), 121.7724609375, 0.001);
    in.weight = 700;
    width(f, in, "bold");
    in.size = 20;
    width(f, in, "larger");
    const MuDiag *diag = only_diag(f, MU_DIAG_FONT_MISSING);
    assert_str(diag->message, "the font family 'No Such Face' is not installed; 'DejaVu Serif' is used");

    MuDiags next = {.arena = f->arena};
    mu_text_begin(f->text, MU_STR("en"), &next);
    width(f, in, "larger");
    assert_int_equal(next.list.size, 1);
}

static void the_first_installed_family_of_a_list_is_used(void **state)
{
    double mono = 12330 * 10 / 2048.0;
    assert_near(width(*state, font("'DejaVu Sans Mono', serif", 10), "Horsepower"), mono, 0.001);
    assert_near(width(*state, font("\"dejavu sans mono\"", 10), "Horsepower"), mono, 0.001);
    assert_int_equal(((Fixture *)*state)->diags.list.size, 0);
    assert_near(width(*state, font(" Nope , \"a, b\", DejaVu Sans Mono, serif", 10), "Horsepower"), mono, 0.001);
}

static void widespread_names_stand_for_their_kind(void **state)
{
    assert_near(width(*state, font("Courier", 10), "Horsepower"), 12330 * 10 / 2048.0, 0.001);
    assert_near(width(*state, font("No Such Face", 10), "Horsepower"), 12292 * 10 / 2048.0, 0.001);
}

static void an_empty_family_is_sans_serif(void **state)
{
    assert_near(width(*state, font("", 10), "Horsepower"), 12292 * 10 / 2048.0, 0.001);
    assert_near(width(*state, font(" , ,", 10), "Horsepower"), 12292 * 10 / 2048.0, 0.001);
    assert_int_equal(((Fixture *)*state)->diags.list.size, 0);
}

/* U+0378 is assigned to no character, so no face has it; .notdef of DejaVu Sans is 1229 units wide, of Mono 1233. */
static void a_missing_glyph_is_a_box_and_told_once_a_figure(void **state)
{
    Fixture *f = *state;
    assert_near(width(f, font("sans-serif", 10), "\u0378"), 1229 * 10 / 2048.0, 0.001);
    assert_near(width(f, font("monospace", 10), "\u0378"), 1233 * 10 / 2048.0, 0.001);
    assert_near(width(f, font("sans-serif", 10), "\u0378"), 1229 * 10 / 2048.0, 0.001);
    assert_str(only_diag(f, MU_DIAG_GLYPH_MISSING)->message, "no installed font has the character U+0378");

    MuDiags next = {.arena = f->arena};
    mu_text_begin(f->text, MU_STR("en"), &next);
    width(f, font("sans-serif", 10), "\u0378");
    assert_int_equal(next.list.size, 1);
}

static void many_missing_glyphs_are_told_in_few_words(void **state)
{
    Fixture *f = *state;
    for (int i = 0; i < 30; i++) {
        char text[] = "\U0010FF80"; /* private use, without a glyph */
        text[3] = (char)(text[3] + i);
        width(f, font("sans-serif", 10), text);
    }
    assert_int_equal(f->diags.list.size, 9);
    assert_int_equal(f->diags.list.at[8].code, MU_DIAG_GLYPHS_MISSING);
}

static void tabular_digits_are_equally_wide(void **state)
{
    Fixture *f = *state;
    MuFont in = font("Inter", 100);
    double ones = width(f, in, "111"), zeros = width(f, in, "000");
    if (f->diags.list.size)
        skip(); /* Inter is not installed */
    assert_true(ones < zeros - 20);
    in.tabular = true;
    assert_near(width(f, in, "111"), width(f, in, "000"), 0.001);
}

static void an_engine_serves_nobody_who_listens(void **state)
{
    Fixture *f = *state;
    mu_text_begin(f->text, MU_STR(""), NULL);
    assert_true(width(f, font("No Such Face", 10), "a\u0378") > 0);
    assert_int_equal(f->diags.list.size, 0);
}

/* Math.round of the fractions in vega-scenegraph. */
static void baselines_shift_by_rounded_fractions_of_the_size(void **state)
{
    (void)state;
    assert_near(mu_text_shift(MU_STR("top"), 11, 13), 9, 0);
    assert_near(mu_text_shift(MU_STR("middle"), 11, 13), 3, 0);
    assert_near(mu_text_shift(MU_STR("middle"), 5, 7), 2, 0);
    assert_near(mu_text_shift(MU_STR("bottom"), 11, 13), -2, 0);
    assert_near(mu_text_shift(MU_STR("line-top"), 11, 13), 10, 0);
    assert_near(mu_text_shift(MU_STR("line-bottom"), 11, 13), -3, 0);
    assert_near(mu_text_shift(MU_STR("alphabetic"), 11, 13), 0, 0);
}

/* H of DejaVu Sans spans x 201..1339 and y 0..1493 of 2048. */
static void outlines_stand_on_the_baseline(void **state)
{
    Fixture *f = *state;
    MuPath path = {.arena = f->arena};
    MuFont in = font("sans-serif", 2048);
    mu_text_outline(f->text, &in, MU_STR("H"), &path);
    MuBounds b = mu_path_bounds(&path);
    assert_near(b.x1, 201, 0.01);
    assert_near(b.x2, 1339, 0.01);
    assert_near(b.y1, -1493, 0.01);
    assert_near(b.y2, 0, 0.01);
}

static void outlines_advance_by_the_width(void **state)
{
    Fixture *f = *state;
    MuPath one = {.arena = f->arena}, two = {.arena = f->arena};
    MuFont in = font("sans-serif", 100);
    mu_text_outline(f->text, &in, MU_STR("H"), &one);
    mu_text_outline(f->text, &in, MU_STR("HH"), &two);
    assert_near(mu_path_bounds(&two).x2 - mu_path_bounds(&one).x2, width(f, in, "H"), 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(widths_are_those_of_the_reference),
        TEST(nothing_is_as_wide_as_no_text_or_no_size),
        TEST(controls_are_as_wide_as_spaces),
        TEST(bytes_that_are_no_utf8_show_as_replacement_characters),
        TEST(very_long_texts_have_a_width),
        TEST(a_family_that_is_not_installed_is_told_once_a_figure),
        TEST(the_first_installed_family_of_a_list_is_used),
        TEST(widespread_names_stand_for_their_kind),
        TEST(an_empty_family_is_sans_serif),
        TEST(a_missing_glyph_is_a_box_and_told_once_a_figure),
        TEST(many_missing_glyphs_are_told_in_few_words),
        TEST(tabular_digits_are_equally_wide),
        TEST(an_engine_serves_nobody_who_listens),
        TEST(baselines_shift_by_rounded_fractions_of_the_size),
        TEST(outlines_stand_on_the_baseline),
        TEST(outlines_advance_by_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
