/* The complete engine: Pango over a private fontconfig configuration. Pango itemizes a text by script,
 * direction and face and shapes each run; we walk the runs ourselves, because a PangoLayout would load
 * metrics that nobody reads. Everything is shaped at one size and scaled: hinting and rounding are off,
 * so all lengths are proportional, and a face is opened once for all sizes. */
#include "base/utf8.h"
#include "text/fonts.h"
#include "text/parts.h"
#include "text/sfnt.h"

typedef struct Engine {
    const char *const *dirs;
    size_t dir_count;
    char language[64];
    FcConfig *config;
    PangoContext *context;
    bool tried, no_fonts;
} Engine;

typedef struct FaceSet {
    PangoFontDescription *description;
    PangoFont *font;         /* the first face of the families; NULL: none was found */
    PangoAttrList *features; /* NULL: none */
} FaceSet;

static void *open_engine(const char *const *font_dirs, size_t count, MuDiags *diags)
{
    if (!mu_pango_open(diags))
        return NULL;
    Engine *engine = calloc(1, sizeof *engine);
    if (engine)
        *engine = (Engine){.dirs = font_dirs, .dir_count = count, .language = "en"};
    else if (diags)
        mu_diag(diags, MU_DIAG_NO_MEMORY, (MuSpan){0});
    return engine;
}

/* A font map of Pango before 1.54 never gives back its reference to a configuration, except for another one.
 * Shut down first, or it lists the families of the other one at once. */
static void release_config(gpointer unused, GObject *map)
{
    (void)unused;
    pango_fc_font_map_shutdown((PangoFcFontMap *)map);
    pango_fc_font_map_set_config((PangoFcFontMap *)map, NULL);
}

/* Threads of Pango may still match fonts and look in the map's tables: it is only let go of here, and its end
 * comes with the last of them (see new_context). */
static void close_engine(void *state)
{
    Engine *engine = state;
    if (engine->context)
        g_object_unref(engine->context);
    if (engine->config)
        FcConfigDestroy(engine->config);
    free(engine);
}

static PangoContext *new_context(FcConfig *config, const char *language)
{
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
    pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
    g_object_weak_ref((GObject *)map, release_config, NULL);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);
    pango_context_set_language(context, pango_language_from_string(language));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
}

/* Looks for fonts at the first need: a figure without text never wakes fontconfig. The first font map of a
 * process starts a thread in Pango that reads the machine's own configuration unless one is current, and
 * waits for it; so ours becomes the current one first, which halves the time to the first width. */
static bool find_fonts(Engine *engine)
{
    if (!engine->tried) {
        engine->tried = true;
        engine->config = mu_fonts_config(engine->dirs, engine->dir_count);
        engine->no_fonts = !engine->config || !mu_fonts_any(engine->config);
        if (!engine->no_fonts) {
            FcConfigSetCurrent(engine->config);
            engine->context = new_context(engine->config, engine->language);
        }
    }
    return !engine->no_fonts;
}

static void set_language(void *state, const char *language)
{
    Engine *engine = state;
    snprintf(engine->language, sizeof engine->language, "%s", language);
    if (engine->context)
        pango_context_set_language(engine->context, pango_language_from_string(language));
}

/* What fontconfig really gives for a face, which is another family than the chosen one only where the
 * DejaVu fonts are not installed. */
static void note_loaded(MuFace *face, PangoFont *font)
{
    FcPattern *pattern = pango_fc_font_get_pattern((PangoFcFont *)font);
    FcChar8 *family = NULL;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; i++) {
        if (FcStrCmpIgnoreCase(family, (const FcChar8 *)face->used) == 0)
            return;
    }
    if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch)
        return;
    char *used = strdup((const char *)family);
    if (!used)
        return;
    free(face->used);
    face->used = used;
    face->substituted = true;
}

static PangoFontDescription *describe(const MuFace *face, const char *families)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, families);
    pango_font_description_set_absolute_size(description, MU_EM);
    pango_font_description_set_weight(description, (PangoWeight)face->weight);
    pango_font_description_set_style(description, face->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

static bool open_face(void *state, MuFace *face)
{
    Engine *engine = state;
    MuFontChoice choice;
    FaceSet *set = calloc(1, sizeof *set);
    if (!set || !find_fonts(engine) || !mu_fonts_choose(engine->config, face->family, &choice)) {
        free(set);
        return false;
    }
    set->description = describe(face, choice.families);
    if (face->tabular) {
        set->features = pango_attr_list_new();
        pango_attr_list_insert(set->features, pango_attr_font_features_new("tnum=1"));
    }
    free(choice.families);
    face->set = set;
    face->wanted = choice.wanted;
    face->used = choice.used;
    face->substituted = choice.substituted;
    set->font = pango_context_load_font(engine->context, set->description);
    if (set->font)
        note_loaded(face, set->font);
    return true;
}

static void close_face(void *state, MuFace *face)
{
    (void)state;
    FaceSet *set = face->set;
    if (set) {
        pango_font_description_free(set->description);
        if (set->features)
            pango_attr_list_unref(set->features);
        if (set->font)
            g_object_unref(set->font);
        free(set);
    }
    free(face->wanted);
    free(face->used);
}

static bool is_control(unsigned char c)
{
    return c < 0x20 || c == 0x7f;
}

static bool is_clean(MuStr text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (is_control((unsigned char)text.at[i]))
            return false;
    }
    return mu_utf8_bad(text) == SIZE_MAX;
}

/* Valid UTF-8 without controls: a tab or line break is as wide as a space, as on an HTML canvas, and
 * bytes that are no UTF-8 show as U+FFFD. `owned` is what to free. Without memory there is no text. */
static MuStr clean(MuStr text, char **owned)
{
    enum { REPLACEMENT_BYTES = 3 };
    *owned = NULL;
    if (is_clean(text))
        return text;
    char *valid = *owned = malloc(text.size * REPLACEMENT_BYTES + 1);
    size_t size = 0;
    uint32_t code;
    for (size_t i = 0; valid && i < text.size;) {
        i += mu_utf8_decode(text, i, &code);
        size += mu_utf8_encode(valid + size, code < 0x80 && is_control((unsigned char)code) ? ' ' : code);
    }
    return (MuStr){valid, size};
}

/* One run in visual order: glyphs of one face, with the place of its origin in units of Pango. */
typedef struct Run {
    const char *text; /* the whole line */
    PangoGlyphItem glyphs;
    hb_font_t *font;
    int64_t x;
} Run;

static void note_missing(MuMissing *missing, uint32_t code)
{
    for (size_t i = 0; i < missing->size; i++) {
        if (missing->at[i] == code)
            return;
    }
    if (missing->size < MU_MISSING_MOST)
        missing->at[missing->size++] = code;
}

static bool is_unknown(const PangoGlyphInfo *glyph)
{
    return glyph->glyph != PANGO_GLYPH_EMPTY && (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

/* A run that no face can draw stands in the last one tried; its boxes belong to the first. */
static void use_first_face(Run *run, PangoFont *first)
{
    PangoFont **font = &run->glyphs.item->analysis.font;
    if (!first || *font == first || !run->glyphs.glyphs->num_glyphs)
        return;
    for (int i = 0; i < run->glyphs.glyphs->num_glyphs; i++) {
        if (!is_unknown(&run->glyphs.glyphs->glyphs[i]))
            return;
    }
    g_object_unref(*font);
    *font = g_object_ref(first);
    run->font = pango_font_get_hb_font(first);
}

/* Characters without a glyph become the face's .notdef, as browsers and Skia draw them, instead of
 * Pango's boxes with hexadecimal digits. */
static void settle_unknown(Run *run, PangoFont *first, MuMissing *missing)
{
    use_first_face(run, first);
    for (int i = 0; i < run->glyphs.glyphs->num_glyphs; i++) {
        PangoGlyphInfo *glyph = &run->glyphs.glyphs->glyphs[i];
        if (!is_unknown(glyph))
            continue;
        if (missing)
            note_missing(missing, glyph->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        glyph->glyph = 0;
        glyph->geometry = (PangoGlyphGeometry){.width = hb_font_get_glyph_h_advance(run->font, 0)};
    }
}

static int64_t run_width(const Run *run)
{
    int64_t width = 0;
    for (int i = 0; i < run->glyphs.glyphs->num_glyphs; i++)
        width += run->glyphs.glyphs->glyphs[i].geometry.width;
    return width;
}

/* Shapes the text and hands its runs to `visit` from left to right; returns the advance in em. */
static double each_run(Engine *engine, const MuFace *face, MuStr text, MuMissing *missing,
                       void (*visit)(void *to, const Run *run), void *to)
{
    const FaceSet *set = face->set;
    if (text.size > INT_MAX / 4 || !text.size)
        return 0;
    char *owned;
    MuStr line = clean(text, &owned);
    int size = (int)line.size;
    PangoAttrList *attributes = set->features ? pango_attr_list_copy(set->features) : pango_attr_list_new();
    pango_context_set_font_description(engine->context, set->description);
    GList *logical = pango_itemize(engine->context, line.at, 0, size, attributes, NULL);
    GList *visual = pango_reorder_items(logical);
    Run run = {.text = line.at, .glyphs.glyphs = pango_glyph_string_new()};
    for (GList *at = visual; at; at = at->next) {
        run.glyphs.item = at->data;
        run.font = pango_font_get_hb_font(run.glyphs.item->analysis.font);
        pango_shape_item(run.glyphs.item, line.at, size, NULL, run.glyphs.glyphs, PANGO_SHAPE_NONE);
        settle_unknown(&run, set->font, missing);
        if (visit)
            visit(to, &run);
        run.x += run_width(&run);
    }
    pango_glyph_string_free(run.glyphs.glyphs);
    g_list_free(visual);
    g_list_free_full(logical, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
    free(owned);
    return (double)run.x / MU_EM;
}

static bool advance(void *state, const MuFace *face, MuStr text, MuMissing *missing, double *em)
{
    *em = each_run(state, face, text, missing, NULL, NULL);
    return true;
}

/* HarfBuzz hands out outlines y up in the run's units; the sink takes em, y down, from the line's origin. */
typedef struct Tracer {
    const MuOutlineSink *sink;
    void *to;
    hb_draw_funcs_t *funcs;
    double x, y;
} Tracer;

static void trace_move(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
    (void)f, (void)st, (void)user;
    const Tracer *t = data;
    t->sink->move(t->to, t->x + (double)x / MU_EM, t->y - (double)y / MU_EM);
}

static void trace_line(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
    (void)f, (void)st, (void)user;
    const Tracer *t = data;
    t->sink->line(t->to, t->x + (double)x / MU_EM, t->y - (double)y / MU_EM);
}

static void trace_cubic(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x1, float y1, float x2, float y2,
                        float x, float y, void *user)
{
    (void)f, (void)st, (void)user;
    const Tracer *t = data;
    t->sink->cubic(t->to, t->x + (double)x1 / MU_EM, t->y - (double)y1 / MU_EM, t->x + (double)x2 / MU_EM,
                   t->y - (double)y2 / MU_EM, t->x + (double)x / MU_EM, t->y - (double)y / MU_EM);
}

static void trace_close(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, void *user)
{
    (void)f, (void)st, (void)user;
    const Tracer *t = data;
    t->sink->close(t->to);
}

/* Without a function for quadratics HarfBuzz raises them to cubics. */
static hb_draw_funcs_t *new_tracing(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, trace_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, trace_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, trace_cubic, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, trace_close, NULL, NULL);
    return funcs;
}

static void trace_run(void *to, const Run *run)
{
    Tracer *tracer = to;
    int64_t x = run->x;
    for (int i = 0; i < run->glyphs.glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *glyph = &run->glyphs.glyphs->glyphs[i];
        tracer->x = (double)(x + glyph->geometry.x_offset) / MU_EM;
        tracer->y = (double)glyph->geometry.y_offset / MU_EM;
        x += glyph->geometry.width;
        if (glyph->glyph == PANGO_GLYPH_EMPTY)
            continue;
#if HB_VERSION_ATLEAST(7, 0, 0)
        hb_font_draw_glyph(run->font, glyph->glyph, tracer->funcs, tracer);
#else
        hb_font_get_glyph_shape(run->font, glyph->glyph, tracer->funcs, tracer);
#endif
    }
}

static bool outline(void *state, const MuFace *face, MuStr text, const MuOutlineSink *sink, void *to)
{
    Tracer tracer = {.sink = sink, .to = to, .funcs = new_tracing()};
    each_run(state, face, text, NULL, trace_run, &tracer);
    hb_draw_funcs_destroy(tracer.funcs);
    return true;
}

static bool is_coloured(PangoFont *font)
{
    FcBool colour = FcFalse;
    FcPatternGetBool(pango_fc_font_get_pattern((PangoFcFont *)font), FC_COLOR, 0, &colour);
    return colour;
}

typedef struct Shower {
    cairo_t *cr;
    bool as_text;
    Tracer tracer;
} Shower;

static void show_glyphs(cairo_t *cr, const Run *run)
{
    PangoGlyphItem glyphs = run->glyphs;
    cairo_save(cr);
    cairo_scale(cr, 1.0 / MU_SHAPED_SIZE, 1.0 / MU_SHAPED_SIZE);
    cairo_move_to(cr, (double)run->x / PANGO_SCALE, 0);
    pango_cairo_show_glyph_item(cr, run->text, &glyphs);
    cairo_restore(cr);
    cairo_new_path(cr);
}

/* Cairo 1.16 sets glyphs in pixels only at whole pixels; filled outlines stand where they belong. */
static void show_run(void *to, const Run *run)
{
    Shower *shower = to;
    if (shower->as_text || is_coloured(run->glyphs.item->analysis.font)) {
        show_glyphs(shower->cr, run);
        return;
    }
    cairo_new_path(shower->cr);
    trace_run(&shower->tracer, run);
    cairo_fill(shower->cr);
}

static bool show(void *state, const MuFace *face, MuStr text, cairo_t *cr)
{
    Shower shower = {.cr = cr, .as_text = cairo_surface_has_show_text_glyphs(cairo_get_target(cr))};
    shower.tracer = (Tracer){.sink = &mu_outline_to_cairo, .to = cr, .funcs = new_tracing()};
    each_run(state, face, text, NULL, show_run, &shower);
    hb_draw_funcs_destroy(shower.tracer.funcs);
    return true;
}

static bool breaks(void *state, MuStr text, uint8_t *can_break)
{
    const Engine *engine = state;
    if (text.size > INT_MAX / 4 || memchr(text.at, 0, text.size) || mu_utf8_bad(text) != SIZE_MAX)
        return true;
    size_t count = mu_utf8_count(text) + 1, at = 0;
    PangoLogAttr *attributes = calloc(count, sizeof *attributes);
    if (!attributes)
        return true;
    pango_get_log_attrs(text.at, (int)text.size, -1, pango_language_from_string(engine->language), attributes,
                        (int)count);
    for (size_t i = 1; i + 1 < count; i++) {
        uint32_t code;
        at += mu_utf8_decode(text, at, &code);
        can_break[at] = attributes[i].is_line_break;
    }
    free(attributes);
    return true;
}

const MuTextEngine mu_text_engine_pango = {
    .name = "pango",
    .doc = "every script, bidirectional text, fallback between faces",
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
