#include "fixture.h"
#include "io/map.h"
#include "text/font_files.h"
#include "text/glyph_path.h"
#include "text/layout_tables.h"

typedef struct Copy {
    unsigned char *at; /* of exactly its size, so that the sanitizers see what is read outside */
    size_t size;
} Copy;

static const char *path_of(const char *family)
{
    static char path[512];
    MuFontFiles files = {0};
    const char *found = mu_font_files_find(&files, family, 400, false);
    assert_non_null(found);
    snprintf(path, sizeof path, "%s", found);
    mu_font_files_release(&files);
    return path;
}

static Copy copy_font(const char *family)
{
    MuMap map;
    assert_true(mu_map_file(path_of(family), &map));
    Copy copy = {malloc(map.size), map.size};
    assert_non_null(copy.at);
    memcpy(copy.at, map.at, map.size);
    mu_unmap(&map);
    return copy;
}

/* Everything that is ever read of a font. Nothing is said of the numbers: only that there are some. */
static void read_all(MuBytes file)
{
    MuSfnt font;
    MuFaceLook look;
    mu_sfnt_look(file, "DejaVu Sans", &look);
    if (!mu_sfnt_read(file, &font))
        return;
    for (int script = 0; script < MU_SCRIPTS; script++) {
        MuLookups gsub, gpos;
        MuGlyph glyphs[128];
        MuGlyphs text = {glyphs, 0};
        for (uint32_t code = ' '; code <= '~'; code++)
            glyphs[text.size++] = (MuGlyph){.id = mu_sfnt_glyph(&font, code)};
        bool known = mu_lookups_read(font.gsub, true, (MuScript)script, true, font.glyph_count, &gsub) &&
                     mu_substitute(&font, &gsub, &text);
        if (mu_lookups_read(font.gpos, false, (MuScript)script, false, font.glyph_count, &gpos) && known)
            mu_position(&font, &gpos, &text);
        mu_lookups_release(&gsub);
        mu_lookups_release(&gpos);
    }
    for (uint32_t code = '0'; code < 'z'; code += 3) {
        MuGlyphPath path = {0};
        mu_glyph_path_read(&font, mu_sfnt_glyph(&font, code), &path);
        free(path.steps);
    }
}

static void a_font_that_ends_early_is_read_no_further(const char *family)
{
    Copy font = copy_font(family);
    for (size_t size = 0; size < font.size; size += size < 600 ? 7 : font.size / 97) {
        unsigned char *shorter = malloc(size + 1);
        assert_non_null(shorter);
        memcpy(shorter + 1, font.at, size);
        read_all((MuBytes){shorter + 1, size});
        free(shorter);
    }
    free(font.at);
}

/* Numbers of the layout tables and the directory lie; the seed makes each run the same. */
static void a_font_whose_numbers_lie_is_read_no_further(const char *family)
{
    static const char *const tables[] = {"GSUB", "GPOS", "GDEF", "cmap", "glyf", "CFF ", "loca",
                                         "hmtx", "name", "OS/2", "head", "maxp", "hhea"};
    Copy font = copy_font(family);
    uint32_t seed = 7;
    for (int turn = 0; turn < 400; turn++) {
        unsigned char kept[16];
        size_t at[16];
        for (size_t i = 0; i < 16; i++) {
            seed = seed * 1664525u + 1013904223u;
            MuBytes table = mu_sfnt_table((MuBytes){font.at, font.size}, tables[(seed >> 8) % 13]);
            seed = seed * 1664525u + 1013904223u;
            size_t begin = table.size ? (size_t)(table.at - font.at) : 12, size = table.size ? table.size : 256;
            at[i] = begin + (seed >> 8) % (i % 2 && size > 64 ? 64 : size); /* half of them in what tables begin with */
            kept[i] = font.at[at[i]];
            font.at[at[i]] = (unsigned char)(i % 3 ? seed >> 3 : 0xFF);
        }
        read_all((MuBytes){font.at, font.size});
        for (size_t i = 16; i-- > 0;)
            font.at[at[i]] = kept[i];
    }
    free(font.at);
}

static void broken_truetype_is_harmless(void **state)
{
    (void)state;
    a_font_that_ends_early_is_read_no_further("DejaVu Sans");
    a_font_whose_numbers_lie_is_read_no_further("DejaVu Sans");
}

static void broken_cff_is_harmless(void **state)
{
    (void)state;
    a_font_that_ends_early_is_read_no_further("Inter");
    a_font_whose_numbers_lie_is_read_no_further("Inter");
}

static size_t put(unsigned char *bytes, size_t at, const uint16_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bytes[at++] = (unsigned char)(words[i] >> 8);
        bytes[at++] = (unsigned char)words[i];
    }
    return at;
}
#define PUT(...) at = put(bytes, at, (const uint16_t[]){__VA_ARGS__}, sizeof((uint16_t[]){__VA_ARGS__}) / 2)

/* Ranges that overlap, under subtables that all lead to the same ones, would take hours. */
static void a_bomb_of_coverages_is_given_up(void **state)
{
    (void)state;
    enum { SUBTABLES = 20000, RANGES = 5000, SUBTABLE = 6 + 2 * SUBTABLES, SIZE = 48 + SUBTABLE + 8 + 6 * RANGES };
    unsigned char *bytes = calloc(1, SIZE);
    assert_non_null(bytes);
    size_t at = 0;
    PUT(1, 0, 10, 30, 44);                     /* version; where scripts, features and lookups begin */
    PUT(1, 'D' << 8 | 'F', 'L' << 8 | 'T', 8); /* 10: one script, at 18 */
    PUT(4, 0, 0, 0xFFFF, 1, 0);                /* its default language: no required feature, one other */
    PUT(1, 'l' << 8 | 'i', 'g' << 8 | 'a', 8); /* 30: one feature, at 38 */
    PUT(0, 1, 0);                              /* which has lookup 0 */
    PUT(1, 4);                                 /* 44: one lookup, at 48 */
    PUT(4, 0, SUBTABLES);
    for (size_t i = 0; i < SUBTABLES; i++)
        PUT(SUBTABLE);
    PUT(1, 4, 2, RANGES);
    for (size_t i = 0; i < RANGES; i++)
        PUT(0, 0xFFFF, 0);
    assert_int_equal(at, SIZE);
    MuLookups lookups;
    assert_false(mu_lookups_read((MuBytes){bytes, SIZE}, true, MU_COMMON, false, 0xFFFF, &lookups));
    assert_in_range(lookups.work, MU_MOST_WORK, 2 * MU_MOST_WORK);
    mu_lookups_release(&lookups);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(broken_truetype_is_harmless), TEST(broken_cff_is_harmless),
                                       TEST(a_bomb_of_coverages_is_given_up)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
