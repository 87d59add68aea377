#include "base/utf8.h"
#include "fixture.h"
#include "text/parts.h"
#include "text/show.h"

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

static void random_texts_are_the_same(Pair *pair, const char *const *pool, size_t pool_size, int count)
{
    char bytes[256];
    uint32_t seed = 1;
    for (int i = 0; i < count; i++) {
        size_t size = random_text(&seed, pool, pool_size, bytes);
        compare(pair, (MuStr){bytes, size}, i % 8 == 0);
    }
}

#define SIZE(pool) (sizeof(pool) / sizeof *(pool))

static void compare_face(Pair *pair, const char *family, int weight, bool italic, bool tabular, int count)
{
    if (!open_faces(pair, family, weight, italic, tabular))
        fail_msg("%s %d%s is left to the complete engine", family, weight, italic ? " italic" : "");
    if (weight == 400 || weight == 600) {
        every_character_of_a_face_is_the_same(pair);
        every_pair_of_ascii_is_the_same(pair);
    }
    random_texts_are_the_same(pair, latin, SIZE(latin), count);
    random_texts_are_the_same(pair, greek, SIZE(greek), count);
    random_texts_are_the_same(pair, cyrillic, SIZE(cyrillic), count);
    close_faces(pair);
}

static void compare_family(const char *family)
{
    Pair pair;
    open_pair(&pair);
    for (int weight = 100; weight <= 900; weight += 100)
        compare_face(&pair, family, weight, false, false, 300);
    compare_face(&pair, family, 400, true, false, 300);
    compare_face(&pair, family, 700, false, true, 2000);
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

static void compare_breaks(Pair *pair, MuStr text)
{
    uint8_t plain[256] = {0}, complete[256] = {0};
    bool taken = mu_text_engine_plain.breaks(pair->plain, text, plain);
    pair->taken += taken;
    pair->left += !taken;
    if (!taken)
        return;
    mu_text_engine_pango.breaks(pair->complete, text, complete);
    for (size_t i = 0; i < text.size; i++) {
        if (plain[i] != complete[i])
            fail_msg("\"%.*s\": a break at byte %zu: %d, not %d", MU_FMT(text), i, plain[i], complete[i]);
    }
}

enum { LONGEST = 4 };
/* One of each class that the plain engine knows. */
static const char *const classes[] = {"a", "1", ",", "!", "}", "/", "(", ")",  "\"",
                                      "-", "–", "—", "%", "$", "…", " ", "\n", "\u00a0"};
enum { CLASSES = sizeof classes / sizeof *classes };

static void compare_all_of_length(Pair *pair, size_t length)
{
    size_t total = 1;
    for (size_t i = 0; i < length; i++)
        total *= CLASSES;
    for (size_t n = 0; n < total; n++) {
        char bytes[64];
        size_t size = 0, rest = n;
        for (size_t i = 0; i < length; i++, rest /= CLASSES) {
            const char *piece = classes[rest % CLASSES];
            memcpy(bytes + size, piece, strlen(piece));
            size += strlen(piece);
        }
        compare_breaks(pair, (MuStr){bytes, size});
    }
}

static void lines_break_alike_between_all_classes(void **state)
{
    (void)state;
    Pair pair;
    open_pair(&pair);
    for (size_t length = 1; length <= LONGEST; length++)
        compare_all_of_length(&pair, length);
    assert_int_equal(pair.left, 0);
    close_pair(&pair);
}

/* Each character among one of every class. */
static void lines_break_alike_around_every_character(void **state)
{
    (void)state;
    Pair pair;
    open_pair(&pair);
    for (uint32_t code = 1; code < 0x3000; code++) {
        for (size_t c = 0; c < CLASSES; c++) {
            char bytes[64], middle[4];
            size_t size = mu_utf8_encode(middle, code);
            int all = snprintf(bytes, sizeof bytes, "1%s%.*s%s(%.*s 1", classes[c], (int)size, middle, classes[c],
                               (int)size, middle);
            compare_breaks(&pair, (MuStr){bytes, (size_t)all});
        }
    }
    assert_true(pair.taken > 20000);
    close_pair(&pair);
}

static void lines_break_alike_in_random_texts(void **state)
{
    (void)state;
    Pair pair;
    open_pair(&pair);
    char bytes[256];
    uint32_t seed = 2;
    for (int i = 0; i < 100000; i++)
        compare_breaks(&pair, (MuStr){bytes, random_text(&seed, classes, CLASSES, bytes)});
    assert_int_equal(pair.left, 0);
    close_pair(&pair);
}

/* The column of the first pixel that a text leaves, drawn from column 20 on. */
static int first_ink(Fixture *f, const char *line)
{
    enum { SIDE = 64, FROM = 20 };
    static unsigned char pixels[SIDE * SIDE * 4];
    memset(pixels, 0, sizeof pixels);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * 4);
    cairo_t *cr = cairo_create(surface);
    MuFont in = font("sans-serif", 16);
    cairo_move_to(cr, FROM, SIDE / 2);
    mu_text_show(f->text, cr, &in, mu_str(line));
    cairo_surface_flush(surface);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    for (int column = 0; column < SIDE; column++) {
        for (int row = 0; row < SIDE; row++) {
            if (pixels[(row * SIDE + column) * 4 + 3])
                return column;
        }
    }
    return -1;
}

static void a_text_stands_in_its_place_whichever_engine_draws_it(void **state)
{
    Fixture *f = *state;
    assert_true(mu_cairo_open(&f->diags));
    assert_in_range(first_ink(f, "H"), 20, 23);
    assert_false(mu_text_is_complete(f->text));
    assert_in_range(first_ink(f, "\u05d0"), 20, 23);
    assert_true(mu_text_is_complete(f->text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_break_alike_between_all_classes), TEST(lines_break_alike_around_every_character),
        TEST(lines_break_alike_in_random_texts),     TEST(a_text_stands_in_its_place_whichever_engine_draws_it),
        TEST(both_engines_set_sans_serif_alike),     TEST(both_engines_set_serif_alike),
        TEST(both_engines_set_monospace_alike),      TEST(both_engines_set_inter_alike),
        TEST(both_engines_set_inter_display_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
