/* The engine of a thread as its callers see it: faces by font, widths kept, warnings told once a figure. */
#include "base/utf8.h"
#include "text/parts.h"
#include "text/width_cache.h"

/* Most frugal first: a text goes to the first that is certain of it. */
static const MuTextEngine *const engines[] = {&mu_text_engine_plain, &mu_text_engine_pango};
enum { ENGINES = sizeof engines / sizeof *engines, COMPLETE = ENGINES - 1, MOST_CODES_TOLD = 8 };

/* A font apart from its size, and its face in each engine. */
typedef struct Face {
    MuFace in[ENGINES];
    enum { UNTRIED, OPENED, REFUSED } status[ENGINES];
    unsigned told; /* the last figure whose author was told of the substitution */
} Face;

struct MuText {
    size_t first;          /* engine that is asked */
    void *states[ENGINES]; /* NULL: the engine was not needed yet, or cannot be had */
    char **dirs;
    size_t dir_count;
    Face *faces; /* one for each font met, sizes apart */
    size_t face_count, face_capacity;
    MuWidthCache widths;
    char language[64];
    MuDiags *diags; /* of the figure at work; NULL: nobody listens */
    unsigned figure;
    bool told_no_engine, told_no_fonts, told_further_codes;
    uint32_t told_codes[MOST_CODES_TOLD];
    size_t told_code_count;
};

static bool copy_dirs(MuText *text, const char *const *dirs, size_t count)
{
    text->dirs = calloc(count + 1, sizeof *text->dirs);
    for (; text->dirs && text->dir_count < count; text->dir_count++) {
        text->dirs[text->dir_count] = strdup(dirs[text->dir_count]);
        if (!text->dirs[text->dir_count])
            return false;
    }
    return text->dirs != NULL;
}

MuText *mu_text_new(const char *const *font_dirs, size_t count, MuDiags *diags)
{
    MuText *text = calloc(1, sizeof *text);
    if (text && copy_dirs(text, font_dirs, count))
        return text;
    mu_text_free(text);
    mu_diag(diags, MU_DIAG_NO_MEMORY, (MuSpan){0});
    return NULL;
}

static void free_face(MuText *text, Face *face)
{
    for (size_t e = 0; e < ENGINES; e++) {
        if (face->status[e] == OPENED)
            engines[e]->close_face(text->states[e], &face->in[e]);
    }
    free((char *)face->in[COMPLETE].family.at);
}

void mu_text_free(MuText *text)
{
    if (!text)
        return;
    for (size_t i = 0; i < text->face_count; i++)
        free_face(text, &text->faces[i]);
    for (size_t e = 0; e < ENGINES; e++) {
        if (text->states[e])
            engines[e]->close(text->states[e]);
    }
    for (size_t i = 0; i < text->dir_count; i++)
        free(text->dirs[i]);
    free(text->dirs);
    free(text->faces);
    mu_width_cache_clear(&text->widths);
    free(text);
}

void mu_text_complete_only(MuText *text)
{
    text->first = COMPLETE;
}

bool mu_text_is_complete(const MuText *text)
{
    return text->states[COMPLETE] != NULL;
}

void mu_text_begin(MuText *text, MuStr language, MuDiags *diags)
{
    char name[sizeof text->language] = "en";
    if (language.size && language.size < sizeof name)
        snprintf(name, sizeof name, "%.*s", MU_FMT(language));
    if (strcmp(name, text->language) != 0) {
        snprintf(text->language, sizeof text->language, "%s", name);
        for (size_t e = 0; e < ENGINES; e++) {
            if (text->states[e])
                engines[e]->language(text->states[e], name);
        }
        mu_width_cache_clear(&text->widths);
    }
    text->diags = diags;
    text->figure++;
    text->told_no_engine = text->told_no_fonts = text->told_further_codes = false;
    text->told_code_count = 0;
}

static void tell_no_fonts(MuText *text)
{
    if (!text->diags || text->told_no_fonts)
        return;
    text->told_no_fonts = true;
    MuDiag *diag = mu_diag(text->diags, MU_DIAG_NO_FONTS, (MuSpan){0});
    mu_diag_hint(text->diags, diag, "install fonts-dejavu-core, or name a folder that holds fonts with --fonts");
}

static bool was_told(const MuText *text, const MuFace *face)
{
    for (size_t i = 0; i < text->face_count; i++) {
        const Face *other = &text->faces[i];
        if (other->told == text->figure && strcmp(other->in[COMPLETE].wanted, face->wanted) == 0)
            return true;
    }
    return false;
}

/* Packages of Debian for the families that muster's themes name. */
static const char *package_of(const char *family)
{
    static const struct {
        const char *prefix, *package;
    } packages[] = {
        {"Inter", "fonts-inter"},          {"Noto Sans CJK", "fonts-noto-cjk"}, {"Noto", "fonts-noto-core"},
        {"DejaVu", "fonts-dejavu-core"},   {"sans-serif", "fonts-dejavu-core"}, {"serif", "fonts-dejavu-core"},
        {"monospace", "fonts-dejavu-core"}};
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++) {
        if (strncmp(family, packages[i].prefix, strlen(packages[i].prefix)) == 0)
            return packages[i].package;
    }
    return NULL;
}

/* Only the complete engine substitutes. */
static void tell_substitution(MuText *text, Face *opened)
{
    const MuFace *face = &opened->in[COMPLETE];
    if (!text->diags || opened->status[COMPLETE] != OPENED || !face->substituted || opened->told == text->figure)
        return;
    bool told = was_told(text, face);
    opened->told = text->figure;
    if (told)
        return;
    MuDiag *diag = mu_diag(text->diags, MU_DIAG_FONT_MISSING, (MuSpan){0}, face->wanted, face->used);
    const char *package = package_of(face->wanted);
    if (package)
        mu_diag_hint(text->diags, diag, "install %s, or name a folder that holds it with --fonts", package);
    else
        mu_diag_hint(text->diags, diag, "name a folder that holds it with --fonts, or another family");
}

static const char *package_for(uint32_t code)
{
    static const struct {
        uint32_t from, to;
        const char *package;
    } packages[] = {
        {0x1100, 0x11ff, "fonts-noto-cjk"},           {0x2600, 0x27bf, "fonts-noto-color-emoji"},
        {0x2e80, 0x9fff, "fonts-noto-cjk"},           {0xac00, 0xd7ff, "fonts-noto-cjk"},
        {0xf900, 0xfaff, "fonts-noto-cjk"},           {0xff00, 0xffef, "fonts-noto-cjk"},
        {0x1f000, 0x1faff, "fonts-noto-color-emoji"}, {0x20000, 0x3ffff, "fonts-noto-cjk"},
    };
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++) {
        if (code >= packages[i].from && code <= packages[i].to)
            return packages[i].package;
    }
    return "fonts-noto-core";
}

/* One warning for each of the first characters; a last one stands for all others. */
static void tell_code(MuText *text, uint32_t code)
{
    for (size_t i = 0; i < text->told_code_count; i++) {
        if (text->told_codes[i] == code)
            return;
    }
    if (text->told_code_count == MOST_CODES_TOLD) {
        if (!text->told_further_codes) {
            text->told_further_codes = true;
            mu_diag(text->diags, MU_DIAG_GLYPHS_MISSING, (MuSpan){0});
        }
        return;
    }
    text->told_codes[text->told_code_count++] = code;
    char name[16];
    snprintf(name, sizeof name, "U+%04X", (unsigned)code);
    MuDiag *diag = mu_diag(text->diags, MU_DIAG_GLYPH_MISSING, (MuSpan){0}, name);
    mu_diag_hint(text->diags, diag, "install %s, or name a folder that holds a face for it with --fonts",
                 package_for(code));
}

static bool is_face_of(const MuFace *face, const MuFont *font)
{
    return face->weight == font->weight && face->italic == font->italic && face->tabular == font->tabular &&
           mu_str_eq(face->family, font->family);
}

static bool make_room(MuText *text)
{
    if (text->face_count < text->face_capacity)
        return true;
    size_t capacity = text->face_capacity ? text->face_capacity * 2 : 8;
    Face *faces = realloc(text->faces, capacity * sizeof *faces);
    if (!faces)
        return false;
    text->faces = faces;
    text->face_capacity = capacity;
    return true;
}

static bool copy_bytes(MuStr from, MuStr *to)
{
    char *copy = calloc(1, from.size + 1);
    if (copy && from.size)
        memcpy(copy, from.at, from.size);
    to->at = copy;
    to->size = from.size;
    return to->at != NULL;
}

static Face *add_face(MuText *text, const MuFont *font)
{
    MuFace face = {.weight = font->weight, .italic = font->italic, .tabular = font->tabular};
    if (!make_room(text) || !copy_bytes(font->family, &face.family))
        return NULL;
    Face *added = &text->faces[text->face_count++];
    *added = (Face){.told = 0};
    for (size_t e = 0; e < ENGINES; e++)
        added->in[e] = face;
    return added;
}

/* NULL when memory is short. */
static Face *face_of(MuText *text, const MuFont *font)
{
    for (size_t i = 0; i < text->face_count; i++) {
        if (is_face_of(&text->faces[i].in[COMPLETE], font))
            return &text->faces[i];
    }
    return add_face(text, font);
}

/* The state of an engine, opened when it is first needed. NULL: it cannot be had, which each figure hears once. */
static void *state_of(MuText *text, size_t e)
{
    if (text->states[e] || text->told_no_engine)
        return text->states[e];
    text->states[e] = engines[e]->open((const char *const *)text->dirs, text->dir_count, text->diags);
    if (text->states[e])
        engines[e]->language(text->states[e], text->language);
    else
        text->told_no_engine = true;
    return text->states[e];
}

static bool is_opened(MuText *text, Face *face, size_t e)
{
    if (face->status[e] == UNTRIED && state_of(text, e))
        face->status[e] = engines[e]->open_face(text->states[e], &face->in[e]) ? OPENED : REFUSED;
    if (e == COMPLETE && face->status[e] == REFUSED)
        tell_no_fonts(text);
    else if (e == COMPLETE)
        tell_substitution(text, face);
    return face->status[e] == OPENED;
}

static bool has_extent(const MuFont *font, MuStr s)
{
    return s.size && font->size > 0 && isfinite(font->size);
}

bool mu_text_with(MuText *text, const MuFont *font, MuStr line, MuTextUse use, void *to)
{
    Face *face = font && has_extent(font, line) ? face_of(text, font) : NULL;
    if (font && !face)
        return false;
    for (size_t e = text->first; e < ENGINES; e++) {
        if (face ? !is_opened(text, face, e) : !state_of(text, e))
            continue;
        MuTextSetting setting = {engines[e], text->states[e], face ? &face->in[e] : NULL};
        if (use(&setting, line, to))
            return true;
    }
    return false;
}

typedef struct Measure {
    double em;
    MuMissing missing;
} Measure;

static bool measure(const MuTextSetting *setting, MuStr line, void *to)
{
    Measure *measured = to;
    return setting->engine->advance(setting->state, setting->face, line, &measured->missing, &measured->em);
}

/* Texts with missing glyphs are not kept, so that every figure that has them hears of it. */
static double width_in_em(MuText *text, const MuFont *font, MuStr s)
{
    const double estimate = 0.8; /* em for a character, as vega-scenegraph estimates without a canvas */
    double width;
    Face *face = face_of(text, font);
    size_t index = face ? (size_t)(face - text->faces) : SIZE_MAX;
    if (face && mu_width_cache_get(&text->widths, index, s, &width)) {
        tell_substitution(text, face);
        return width;
    }
    Measure measured = {0};
    if (!mu_text_with(text, font, s, measure, &measured))
        return estimate * (double)mu_utf8_count(s);
    if (!measured.missing.size)
        mu_width_cache_put(&text->widths, index, s, measured.em);
    for (size_t i = 0; text->diags && i < measured.missing.size; i++)
        tell_code(text, measured.missing.at[i]);
    return measured.em;
}

double mu_text_width(MuText *text, const MuFont *font, MuStr s)
{
    return has_extent(font, s) ? width_in_em(text, font, s) * font->size : 0;
}

/* vega-scenegraph, src/util/text.js, offset(). */
double mu_text_shift(MuStr baseline, double size, double line_height)
{
    static const struct {
        const char *name;
        double em, lines;
    } shifts[] = {{"top", 0.79, 0},
                  {"middle", 0.30, 0},
                  {"bottom", -0.21, 0},
                  {"line-top", 0.29, 0.5},
                  {"line-bottom", 0.29, -0.5}};
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++) {
        if (mu_str_is(baseline, shifts[i].name))
            return floor(shifts[i].em * size + shifts[i].lines * line_height + 0.5); /* Math.round */
    }
    return 0;
}
