/* The plain engine: Latin, Greek and Cyrillic from left to right in one script and one face, read from the face's own
 * file. It takes a text only when it is certain to give what HarfBuzz and Pango would give, to the last bit; it needs a
 * tenth of a millisecond to wake up where they need ten. */
#include "base/utf8.h"
#include "io/map.h"
#include "text/families.h"
#include "text/font_files.h"
#include "text/glyph_path.h"
#include "text/layout_tables.h"
#include "text/parts.h"
#include "text/plain_breaks.h"
#include "text/plain_script.h"

enum { MOST_GLYPHS = 1024 };

/* The lookups of a script; read at its first text. */
typedef struct Shaping {
    enum { UNREAD, KNOWN, UNKNOWN } status;
    MuLookups gsub, gpos;
} Shaping;

typedef struct FontFile {
    char *path;
    MuMap map;
    MuSfnt font;
    bool usable;
    Shaping shapings[MU_SCRIPTS][2]; /* with tabular figures or not */
    MuGlyphPath **paths;             /* by glyph; NULL: not read yet */
    struct FontFile *next;
} FontFile;

typedef struct Engine {
    MuFontFiles files;
    FontFile *opened;
    bool english; /* the figure's language is: others may choose other glyphs and faces */
    MuGlyph glyphs[MOST_GLYPHS];
} Engine;

static void *open_engine(const char *const *font_dirs, size_t count, MuDiags *diags)
{
    Engine *engine = calloc(1, sizeof *engine);
    if (engine)
        engine->files = (MuFontFiles){.dirs = font_dirs, .dir_count = count};
    else if (diags)
        mu_diag(diags, MU_DIAG_NO_MEMORY, (MuSpan){0});
    return engine;
}

static void release_paths(FontFile *file)
{
    for (unsigned i = 0; file->paths && i < file->font.glyph_count; i++) {
        if (file->paths[i])
            free(file->paths[i]->steps);
        free(file->paths[i]);
    }
    free(file->paths);
}

static void free_file(FontFile *file)
{
    for (size_t i = 0; i < MU_SCRIPTS; i++) {
        for (size_t tabular = 0; tabular < 2; tabular++) {
            mu_lookups_release(&file->shapings[i][tabular].gsub);
            mu_lookups_release(&file->shapings[i][tabular].gpos);
        }
    }
    release_paths(file);
    mu_unmap(&file->map);
    free(file->path);
    free(file);
}

static void close_engine(void *state)
{
    Engine *engine = state;
    while (engine->opened) {
        FontFile *file = engine->opened;
        engine->opened = file->next;
        free_file(file);
    }
    mu_font_files_release(&engine->files);
    free(engine);
}

static void set_language(void *state, const char *language)
{
    Engine *engine = state;
    engine->english = strcmp(language, "en") == 0 || strncmp(language, "en-", 3) == 0;
}

/* NULL when memory is short. */
static FontFile *open_file(Engine *engine, const char *path)
{
    for (FontFile *file = engine->opened; file; file = file->next) {
        if (strcmp(file->path, path) == 0)
            return file;
    }
    FontFile *file = calloc(1, sizeof *file);
    char *copy = strdup(path);
    if (!file || !copy) {
        free(file);
        free(copy);
        return NULL;
    }
    *file = (FontFile){.path = copy, .next = engine->opened};
    file->usable = mu_map_file(path, &file->map) && mu_sfnt_read((MuBytes){file->map.at, file->map.size}, &file->font);
    engine->opened = file;
    return file;
}

static char *copy_of(MuStr s)
{
    char *copy = calloc(1, s.size + 1);
    if (copy && s.size)
        memcpy(copy, s.at, s.size);
    return copy;
}

static FontFile *find_file(Engine *engine, const MuFace *face)
{
    const char *path = mu_font_files_find(&engine->files, face->used, face->weight, face->italic);
    FontFile *file = path ? open_file(engine, path) : NULL;
    return file && file->usable ? file : NULL;
}

static void close_face(void *state, MuFace *face)
{
    (void)state;
    free(face->wanted);
    free(face->used);
    face->wanted = face->used = NULL;
}

static bool open_face(void *state, MuFace *face)
{
    MuStr rest = face->family, first = mu_family_next(&rest);
    if (!face->family.size)
        first = MU_STR("sans-serif");
    if (!first.size || memchr(first.at, ',', first.size) || memchr(first.at, 0, first.size))
        return false;
    face->wanted = copy_of(first);
    const MuFamilyKind *kind = face->wanted ? mu_family_kind(face->wanted) : NULL;
    face->used = kind && kind->generic ? strdup(kind->face) : copy_of(first);
    face->set = face->wanted && face->used ? find_file(state, face) : NULL;
    if (face->set)
        return true;
    close_face(state, face);
    return false;
}

/* Letters that a language's orthography has for certain. Where the face lacks some, fontconfig may prefer another face
 * of the family for the language that Pango takes for the script. */
static bool covers(const MuSfnt *font, MuScript script)
{
    static const struct {
        uint16_t from, to;
    } letters[MU_SCRIPTS][4] = {
        [MU_COMMON] = {{0x41, 0x5A}, {0x61, 0x7A}, {0xC0, 0xD6}, {0xD8, 0xF6}},
        [MU_LATIN] = {{0x41, 0x5A}, {0x61, 0x7A}, {0xC0, 0xD6}, {0xD8, 0xF6}},
        [MU_GREEK] = {{0x386, 0x386}, {0x388, 0x38A}, {0x38E, 0x3A1}, {0x3A3, 0x3CE}},
        [MU_CYRILLIC] = {{0x401, 0x401}, {0x410, 0x44F}, {0x451, 0x451}, {0x20, 0x20}},
    };
    for (size_t i = 0; i < 4; i++) {
        for (uint32_t code = letters[script][i].from; code <= letters[script][i].to; code++) {
            if (!mu_sfnt_glyph(font, code))
                return false;
        }
    }
    return true;
}

static bool read_shaping(const MuSfnt *font, MuScript script, bool tabular, Shaping *shaping)
{
    return covers(font, script) &&
           mu_lookups_read(font->gsub, true, script, tabular, font->glyph_count, &shaping->gsub) &&
           mu_lookups_read(font->gpos, false, script, tabular, font->glyph_count, &shaping->gpos) &&
           (shaping->gpos.has_kern || !font->has_kern);
}

/* NULL: it is not known. */
static const Shaping *shaping_of(FontFile *file, MuScript script, bool tabular)
{
    Shaping *shaping = &file->shapings[script][tabular];
    if (shaping->status == UNREAD)
        shaping->status = read_shaping(&file->font, script, tabular, shaping) ? KNOWN : UNKNOWN;
    return shaping->status == KNOWN ? shaping : NULL;
}

/* The glyphs of the characters; false where a character is not known here or has none. */
static bool map_text(Engine *engine, const MuSfnt *font, MuStr text, MuGlyphs *glyphs, MuScript *script)
{
    *glyphs = (MuGlyphs){engine->glyphs, 0};
    *script = MU_COMMON;
    for (size_t i = 0; i < text.size;) {
        uint32_t code;
        i += mu_utf8_decode(text, i, &code);
        if (code < 0x20 || code == 0x7f)
            code = ' ';
        if (glyphs->size == MOST_GLYPHS || !mu_plain_script_join(code, script))
            return false;
        uint16_t id = mu_sfnt_glyph(font, code);
        unsigned class_of = mu_class(font->classes, id);
        if (!id || class_of == MU_MARK)
            return false;
        glyphs->at[glyphs->size++] = (MuGlyph){.id = id, .class_of = (uint8_t)class_of};
    }
    return true;
}

/* Pango turns widths below zero round. */
static bool advances(const MuGlyphs *glyphs)
{
    for (size_t i = 0; i < glyphs->size; i++) {
        if (glyphs->at[i].advance < 0)
            return false;
    }
    return true;
}

/* The glyphs stay until the next text. */
static bool shape(Engine *engine, const MuFace *face, MuStr text, MuGlyphs *glyphs)
{
    FontFile *file = face->set;
    const MuSfnt *font = &file->font;
    MuScript script;
    if (!engine->english || !map_text(engine, font, text, glyphs, &script))
        return false;
    const Shaping *shaping = shaping_of(file, script, face->tabular);
    if (!shaping || !mu_substitute(font, &shaping->gsub, glyphs))
        return false;
    for (size_t i = 0; i < glyphs->size; i++)
        glyphs->at[i].advance = mu_sfnt_scaled(font, (int)mu_sfnt_advance(font, glyphs->at[i].id));
    return mu_position(font, &shaping->gpos, glyphs) && advances(glyphs);
}

static bool advance(void *state, const MuFace *face, MuStr text, MuMissing *missing, double *em)
{
    (void)missing;
    MuGlyphs glyphs;
    if (!shape(state, face, text, &glyphs))
        return false;
    int64_t x = 0;
    for (size_t i = 0; i < glyphs.size; i++)
        x += glyphs.at[i].advance;
    *em = (double)x / MU_EM;
    return true;
}

/* NULL: the outline is not known, or memory is short. */
static const MuGlyphPath *path_of(FontFile *file, uint16_t glyph)
{
    if (!file->paths)
        file->paths = calloc(file->font.glyph_count, sizeof(MuGlyphPath *));
    if (!file->paths || file->paths[glyph])
        return file->paths ? file->paths[glyph] : NULL;
    MuGlyphPath *path = calloc(1, sizeof *path);
    if (path && mu_glyph_path_read(&file->font, glyph, path)) {
        file->paths[glyph] = path;
        return path;
    }
    if (path)
        free(path->steps);
    free(path);
    return NULL;
}

/* Outlines are y up around a glyph's own origin; the sink takes em, y down, from the line's. */
static void trace(const MuGlyphPath *path, double x, double y, const MuOutlineSink *sink, void *to)
{
    for (size_t i = 0; i < path->size; i++) {
        const struct MuGlyphStep *step = &path->steps[i];
        double at[6];
        for (size_t k = 0; k < 6; k += 2) {
            at[k] = x + (double)step->at[k] / MU_EM;
            at[k + 1] = y - (double)step->at[k + 1] / MU_EM;
        }
        if (step->verb == MU_STEP_MOVE)
            sink->move(to, at[0], at[1]);
        else if (step->verb == MU_STEP_LINE)
            sink->line(to, at[0], at[1]);
        else if (step->verb == MU_STEP_CUBIC)
            sink->cubic(to, at[0], at[1], at[2], at[3], at[4], at[5]);
        else
            sink->close(to);
    }
}

/* Glyphs whose outlines are all known. */
static bool shape_to_draw(Engine *engine, const MuFace *face, MuStr text, MuGlyphs *glyphs)
{
    if (!shape(engine, face, text, glyphs))
        return false;
    for (size_t i = 0; i < glyphs->size; i++) {
        if (!path_of(face->set, glyphs->at[i].id))
            return false;
    }
    return true;
}

static void trace_all(FontFile *file, const MuGlyphs *glyphs, const MuOutlineSink *sink, void *to)
{
    int64_t x = 0;
    for (size_t i = 0; i < glyphs->size; i++) {
        const MuGlyph *glyph = &glyphs->at[i];
        trace(path_of(file, glyph->id), (double)(x + glyph->dx) / MU_EM, -(double)glyph->dy / MU_EM, sink, to);
        x += glyph->advance;
    }
}

static bool outline(void *state, const MuFace *face, MuStr text, const MuOutlineSink *sink, void *to)
{
    MuGlyphs glyphs;
    if (!shape_to_draw(state, face, text, &glyphs))
        return false;
    trace_all(face->set, &glyphs, sink, to);
    return true;
}

/* Where text is to stay text, Cairo wants Pango's fonts. */
static bool show(void *state, const MuFace *face, MuStr text, cairo_t *cr)
{
    MuGlyphs glyphs;
    if (cairo_surface_has_show_text_glyphs(cairo_get_target(cr)) || !shape_to_draw(state, face, text, &glyphs))
        return false;
    cairo_new_path(cr);
    trace_all(face->set, &glyphs, &mu_outline_to_cairo, cr);
    cairo_fill(cr);
    return true;
}

static bool breaks(void *state, MuStr text, uint8_t *can_break)
{
    const Engine *engine = state;
    return engine->english && mu_plain_breaks(text, can_break);
}

const MuTextEngine mu_text_engine_plain = {
    .name = "plain",
    .doc = "one script of Latin, Greek and Cyrillic in one face, from its file",
    .open = open_engine,
    .close = close_engine,
    .language = set_language,
    .open_face = open_face,
    .close_face = close_face,
    .advance = advance,
    .outline = outline,
    .show = show,
    .breaks = breaks,
};
