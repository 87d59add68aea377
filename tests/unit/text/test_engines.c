#include "base/utf8.h"
#include "fixture.h"
#include "text/parts.h"

/* Both engines side by side. */
typedef struct Pair {
    void *plain, *complete;
    MuFace faces[2];
    size_t taken, left; /* texts that the plain engine took, and those that it left */
} Pair;

static const char *const no_dirs[1];

static void open_pair(Pair *pair)
{
    *pair = (Pair){.plain = mu_text_engine_plain.open(no_dirs, 0, NULL),
                   .complete = mu_text_engine_pango.open(no_dirs, 0, NULL)};
    assert_non_null(pair->plain);
    assert_non_null(pair->complete);
    mu_text_engine_plain.language(pair->plain, "en-US");
    mu_text_engine_pango.language(pair->complete, "en-US");
}

static void close_pair(Pair *pair)
{
    mu_text_engine_plain.close(pair->plain);
    mu_text_engine_pango.close(pair->complete);
}

static bool open_faces(Pair *pair, const char *family, int weight, bool italic, bool tabular)
{
    MuFace face = {.family = mu_str(family), .weight = weight, .italic = italic, .tabular = tabular};
    pair->faces[0] = pair->faces[1] = face;
    assert_true(mu_text_engine_pango.open_face(pair->complete, &pair->faces[1]));
    if (mu_text_engine_plain.open_face(pair->plain, &pair->faces[0])) {
        assert_string_equal(pair->faces[0].wanted, pair->faces[1].wanted);
        assert_string_equal(pair->faces[0].used, pair->faces[1].used);
        assert_int_equal(pair->faces[0].substituted, pair->faces[1].substituted);
        return true;
    }
    mu_text_engine_pango.close_face(pair->complete, &pair->faces[1]);
    return false;
}

static void close_faces(Pair *pair)
{
    mu_text_engine_plain.close_face(pair->plain, &pair->faces[0]);
    mu_text_engine_pango.close_face(pair->complete, &pair->faces[1]);
}

/* Outlines as numbers. */
typedef struct Trace {
    double at[1 << 16];
    size_t size;
} Trace;

static void note(Trace *trace, double verb, const double *at, size_t count)
{
    assert_true(trace->size + count + 1 <= sizeof trace->at / sizeof *trace->at);
    trace->at[trace->size++] = verb;
    for (size_t i = 0; i < count; i++)
        trace->at[trace->size++] = at[i];
}
static void note_move(void *to, double x, double y)
{
    note(to, 0, (double[]){x, y}, 2);
}
static void note_line(void *to, double x, double y)
{
    note(to, 1, (double[]){x, y}, 2);
}
static void note_cubic(void *to, double x1, double y1, double x2, double y2, double x, double y)
{
    note(to, 2, (double[]){x1, y1, x2, y2, x, y}, 6);
}
static void note_close(void *to)
{
    note(to, 3, NULL, 0);
}
static const MuOutlineSink noting = {note_move, note_line, note_cubic, note_close};

static void compare_outlines(Pair *pair, MuStr text)
{
    static Trace traces[2];
    traces[0].size = traces[1].size = 0;
    if (!mu_text_engine_plain.outline(pair->plain, &pair->faces[0], text, &noting, &traces[0]))
        return;
    mu_text_engine_pango.outline(pair->complete, &pair->faces[1], text, &noting, &traces[1]);
    if (traces[0].size != traces[1].size)
        fail_msg("\"%.*s\" in %s %d: %zu numbers of an outline, not %zu", MU_FMT(text), pair->faces[0].used,
                 pair->faces[0].weight, traces[0].size, traces[1].size);
    for (size_t i = 0; i < traces[0].size; i++) {
        if (traces[0].at[i] != traces[1].at[i])
            fail_msg("\"%.*s\" in %s %d: number %zu of the outline is %.10f, not %.10f", MU_FMT(text),
                     pair->faces[0].used, pair->faces[0].weight, i, traces[0].at[i], traces[1].at[i]);
    }
}

static void compare(Pair *pair, MuStr text, bool outlines)
{
    double plain = 0, complete = 0;
    MuMissing missing = {.size = 0};
    bool taken = mu_text_engine_plain.advance(pair->plain, &pair->faces[0], text, &missing, &plain);
    pair->taken += taken;
    pair->left += !taken;
    if (!taken)
        return;
    mu_text_engine_pango.advance(pair->complete, &pair->faces[1], text, &missing, &complete);
    if (plain != complete || missing.size)
        fail_msg("\"%.*s\" in %s %d%s%s: %.10f em, not %.10f", MU_FMT(text), pair->faces[0].used, pair->faces[0].weight,
                 pair->faces[0].italic ? " italic" : "", pair->faces[0].tabular ? " tabular" : "", plain, complete);
    if (outlines)
        compare_outlines(pair, text);
}

static void compare_code(Pair *pair, uint32_t code)
{
    char bytes[4];
    compare(pair, (MuStr){bytes, mu_utf8_encode(bytes, code)}, true);
}

static void every_character_of_a_face_is_the_same(Pair *pair)
{
    for (uint32_t code = 1; code < 0x3000; code++)
        compare_code(pair, code);
}

static void every_pair_of_ascii_is_the_same(Pair *pair)
{
    for (char a = ' '; a <= '~'; a++) {
        for (char b = ' '; b <= '~'; b++)
            compare(pair, (MuStr){(char[]){a, b}, 2}, false);
    }
}

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static size_t random_text(uint32_t *seed, const char *const *pool, size_t pool_size, char *bytes)
{
    size_t size = 0, pieces = 1 + next_random(seed) % 12;
    for (size_t i = 0; i < pieces; i++) {
        const char *piece = pool[next_random(seed) % pool_size];
        memcpy(bytes + size, piece, strlen(piece));
        size += strlen(piece);
    }
    return size;
}

/* Pieces that ligatures, contexts and kerning look at. */
static const char *const latin[] = {
    "A",   "V",   "To",  "y",  "fi", "ffi", "fl", "f",      "i",      "j",  "1",      "0",   "7",     "4",       ",",
    ".",   ":",   "-",   "--", "->", "<-",  "x",  "3x",     "x2",     "+",  "=",      "(",   ")",     "[",       "]",
    "{",   "}",   "/",   "\\", "@",  "#",   "&",  "*",      "'",      "\"", "|",      "~",   "^",     "é",       "ß",
    "œ",   "–",   "—",   "…",  "“",  "”",   "’",  "€",      "£",      "§",  "°",      "±",   "×",     "÷",       "·",
    "•",   "→",   "≤",   "−",  " ",  " ",   " ",  "\u00a0", "\u202f", "W",  "AVATAR", "R&D", "10:30", "1,234.5", "2010",
    "%",   "$",   "½",   "²",  "ﬁ",  "ł",   "ğ",  "ı",      "İ",      "Å",  "q",      "g",   "(A",    "A)",      "-A",
    "A-A", "a-a", "(-)", "<=", ">=", "!=",  "==", "=>",     "<",      ">",  "!",      "?",   "¿",     "¡",       "«",
    "»",   "e",   "o",   "t",  "r",  "n",   "L'", "P.",     "\t",     "\n"};
static const char *const greek[] = {"α", "Σ", "ς", "ά", "Ώ", "Γ", "Τ", "ο", "1",
                                    " ", "-", "(", ")", ",", ".", ":", "x"};
static const char *const cyrillic[] = {"а", "Г", "Т", "ю", "й", "Ё", "Р", "У", "д",
                                       "1", " ", "-", "«", "»", ".", "№", "x"};

static void random_texts_are_the_same(Pair *pair, const char *const *pool, size_t pool_size)
{
    char bytes[256];
    uint32_t seed = 1;
    for (int i = 0; i < 2000; i++) {
        size_t size = random_text(&seed, pool, pool_size, bytes);
        compare(pair, (MuStr){bytes, size}, i % 8 == 0);
    }
}

#define SIZE(pool) (sizeof(pool) / sizeof *(pool))

static void compare_face(Pair *pair, const char *family, int weight, bool italic, bool tabular)
{
    if (!open_faces(pair, family, weight, italic, tabular)) {
        print_message("%s %d%s: left to the complete engine\n", family, weight, italic ? " italic" : "");
        return;
    }
    every_character_of_a_face_is_the_same(pair);
    every_pair_of_ascii_is_the_same(pair);
    random_texts_are_the_same(pair, latin, SIZE(latin));
    random_texts_are_the_same(pair, greek, SIZE(greek));
    random_texts_are_the_same(pair, cyrillic, SIZE(cyrillic));
    close_faces(pair);
}

static void compare_family(const char *family)
{
    Pair pair;
    open_pair(&pair);
    for (int weight = 100; weight <= 900; weight += 100) {
        for (int style = 0; style < 4; style++)
            compare_face(&pair, family, weight, style & 1, style & 2);
    }
    print_message("%s: %zu texts taken, %zu left\n", family, pair.taken, pair.left);
    assert_true(pair.taken > pair.left);
    close_pair(&pair);
}

static void both_engines_set_sans_serif_alike(void **state)
{
    (void)state, compare_family("sans-serif");
}
static void both_engines_set_serif_alike(void **state)
{
    (void)state, compare_family("serif");
}
static void both_engines_set_monospace_alike(void **state)
{
    (void)state, compare_family("monospace");
}
static void both_engines_set_inter_alike(void **state)
{
    (void)state, compare_family("Inter, Noto Sans, sans-serif");
}
static void both_engines_set_inter_display_alike(void **state)
{
    (void)state, compare_family("'Inter Display'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(both_engines_set_sans_serif_alike), TEST(both_engines_set_serif_alike),
                                       TEST(both_engines_set_monospace_alike), TEST(both_engines_set_inter_alike),
                                       TEST(both_engines_set_inter_display_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
