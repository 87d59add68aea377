#include "fixture.h"
#include "text/engine.h"
#include "text/font_files.h"

#include <sys/stat.h>
#include <unistd.h>

static const char *name_of(const char *path)
{
    return path ? strrchr(path, '/') + 1 : "";
}

static void assert_found(MuFontFiles *files, const char *family, int weight, bool italic, const char *name)
{
    assert_string_equal(name_of(mu_font_files_find(files, family, weight, italic)), name);
}

static void the_nearest_weight_is_found_as_fontconfig_finds_it(void **state)
{
    (void)state;
    MuFontFiles files = {0};
    assert_found(&files, "DejaVu Sans", 400, false, "DejaVuSans.ttf");
    assert_found(&files, "dejavu sans", 100, false, "DejaVuSans.ttf");
    assert_found(&files, "DejaVu Sans", 500, false, "DejaVuSans.ttf");
    assert_found(&files, "DejaVu Sans", 600, false, "DejaVuSans-Bold.ttf");
    assert_found(&files, "DejaVu Sans", 900, true, "DejaVuSans-BoldOblique.ttf");
    assert_found(&files, "DejaVu Sans Mono", 400, true, "DejaVuSansMono-Oblique.ttf");
    assert_found(&files, "DejaVu Serif", 700, true, "DejaVuSerif-BoldItalic.ttf");
    assert_found(&files, "Inter", 600, false, "Inter-SemiBold.otf");
    assert_found(&files, "Inter Display", 600, true, "InterDisplay-SemiBoldItalic.otf");
    mu_font_files_release(&files);
}

static void what_is_not_certain_is_not_found(void **state)
{
    (void)state;
    MuFontFiles files = {0};
    assert_null(mu_font_files_find(&files, "No Such Face", 400, false));
    assert_null(mu_font_files_find(&files, "DejaVuSans", 400, false)); /* the name of a file, not of a family */
    assert_null(mu_font_files_find(&files, "", 400, false));
    assert_null(mu_font_files_find(&files, "DejaVu Sans", 0, false));
    assert_null(mu_font_files_find(&files, "DejaVu Sans", 1001, false));
    mu_font_files_release(&files);
}

/* A folder of its own with one file in it. */
typedef struct Extra {
    char folder[64], file[96];
} Extra;

static Extra make_extra(const char *name)
{
    Extra extra = {.folder = "/tmp/muster-test-XXXXXX"};
    assert_non_null(mkdtemp(extra.folder));
    snprintf(extra.file, sizeof extra.file, "%s/%s", extra.folder, name);
    return extra;
}

static void drop_extra(const Extra *extra)
{
    unlink(extra->file);
    rmdir(extra->folder);
}

static void a_family_that_is_installed_twice_is_left_to_fontconfig(void **state)
{
    (void)state;
    MuFontFiles files = {0};
    Extra extra = make_extra("a name that tells nothing.bin");
    const char *dirs[] = {extra.folder};
    assert_int_equal(symlink(mu_font_files_find(&files, "Inter", 400, false), extra.file), 0);
    MuFontFiles more = {.dirs = dirs, .dir_count = 1};
    assert_null(mu_font_files_find(&more, "Inter", 400, false));
    assert_found(&more, "Inter", 700, false, "Inter-Bold.otf");
    mu_font_files_release(&more);
    mu_font_files_release(&files);
    drop_extra(&extra);
}

static void a_font_of_an_unknown_kind_in_a_given_folder_makes_all_uncertain(void **state)
{
    (void)state;
    Extra extra = make_extra("x.woff2");
    const char *dirs[] = {extra.folder};
    FILE *out = fopen(extra.file, "wb");
    assert_non_null(out);
    fputs("wOF2 and more", out);
    fclose(out);
    MuFontFiles files = {.dirs = dirs, .dir_count = 1};
    assert_null(mu_font_files_find(&files, "DejaVu Sans", 400, false));
    mu_font_files_release(&files);
    drop_extra(&extra);
}

/* The complete engine finds the face of a given folder too; the plain one names the same family. */
static void a_given_folder_may_hold_other_files(void **state)
{
    Fixture *f = *state;
    Extra extra = make_extra("README");
    const char *dirs[] = {extra.folder};
    FILE *out = fopen(extra.file, "wb");
    assert_non_null(out);
    fputs("no font", out);
    fclose(out);
    void *plain = mu_text_engine_plain.open(dirs, 1, &f->diags);
    MuFace face = {.family = MU_STR("'Inter', sans-serif"), .weight = 500};
    assert_true(mu_text_engine_plain.open_face(plain, &face));
    assert_string_equal(face.used, "Inter");
    mu_text_engine_plain.close_face(plain, &face);
    mu_text_engine_plain.close(plain);
    drop_extra(&extra);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(the_nearest_weight_is_found_as_fontconfig_finds_it),
                                       TEST(what_is_not_certain_is_not_found),
                                       TEST(a_family_that_is_installed_twice_is_left_to_fontconfig),
                                       TEST(a_font_of_an_unknown_kind_in_a_given_folder_makes_all_uncertain),
                                       TEST(a_given_folder_may_hold_other_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
