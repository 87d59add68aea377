#include "pictures.h"

static MuStr pdf(Fixture *f)
{
    return draw(f, &mu_backend_pdf, (MuDrawOptions){.scale = 1});
}

static void expect_in(MuStr file, const char *part)
{
    if (mu_str_find(file, mu_str(part), 0) == SIZE_MAX)
        fail_msg("there is no %s", part);
}

static void a_page_has_the_size_of_the_figure(void **state)
{
    Fixture *f = *state;
    MuStr file = pdf(f);
    assert_true(mu_str_starts(file, "%PDF-1."));
    assert_true(mu_str_ends(mu_str_trim(file), "%%EOF"));
    expect_in(file, "/MediaBox [ 0 0 30 22.5 ]"); /* 40 × 30 px, 3/4 pt each */
    f->scene.physical_width_mm = 254;
    expect_in(pdf(f), "/MediaBox [ 0 0 720 540 ]");
}

static void the_same_scene_gives_the_same_bytes(void **state)
{
    Fixture *f = *state;
    add_text(f, f->scene.root, 2, 20, "Text", 12);
    MuStr once = pdf(f);
    assert_true(once.size > 0 && mu_str_eq(once, pdf(f)));
    expect_in(once, "/CreationDate (20000101000000Z)");
}

static void texts_stay_text_in_an_embedded_face(void **state)
{
    Fixture *f = *state;
    MuStr without = pdf(f);
    assert_true(mu_str_find(without, MU_STR("DejaVuSans"), 0) == SIZE_MAX);
    add_text(f, f->scene.root, 2, 20, "Text", 12);
    MuStr with = pdf(f);
    expect_in(with, "+DejaVuSans");
    expect_in(with, "/FontFile2");
    expect_in(with, "/ToUnicode");
}

static void texts_about_the_figure_stand_in_it(void **state)
{
    Fixture *f = *state;
    f->scene.title = MU_STR("Deaths");
    f->scene.description = MU_STR("A line that rises");
    f->scene.source = MU_STR("UCDP");
    MuStr file = pdf(f);
    expect_in(file, "/Title (Deaths)");
    expect_in(file, "/Subject (A line that rises)");
    expect_in(file, "/Keywords (UCDP)");
    expect_in(file, "/Creator (muster)");
}

static size_t count_of(MuStr file, const char *part)
{
    size_t count = 0;
    for (size_t at = 0; (at = mu_str_find(file, mu_str(part), at)) != SIZE_MAX; at++)
        count++;
    return count;
}

static void an_image_at_many_places_is_inside_once(void **state)
{
    Fixture *f = *state;
    const MuImage *image = add_image(f, 0, 0, 10, 5)->image;
    add_image(f, 10, 10, 10, 5)->image = image;
    /* The colours, and the alpha as a mask of its own. */
    assert_int_equal(count_of(pdf(f), "/Subtype /Image"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_image_at_many_places_is_inside_once), TEST(a_page_has_the_size_of_the_figure),
        TEST(the_same_scene_gives_the_same_bytes),    TEST(texts_stay_text_in_an_embedded_face),
        TEST(texts_about_the_figure_stand_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
