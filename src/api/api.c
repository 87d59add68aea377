/* The library's handles, their guards, and the ways out. Every call that may allocate enters a guard of the
 * figure's arena: a budget that is used up becomes an ordinary diagnostic. */
#include "muster.h"

#include "backend/backend.h"
#include "chart/render.h"
#include "spec/theme.h"

struct muster_engine {
    MuText *text;
    const char *const *font_dirs;
    size_t font_dir_count;
};

struct muster_figure {
    muster_engine *engine;
    MuArena *arena;
    MuDiags diags;
    MuRenderOptions options;
    MuRender render;
    MuStr dump;
    bool ok;
};

enum { DEFAULT_BUDGET_GIB = 4 };

static size_t or_gib(size_t bytes)
{
    return bytes ? bytes : (size_t)DEFAULT_BUDGET_GIB << 30;
}

muster_engine *muster_engine_new(const char *const *font_dirs, size_t count)
{
    muster_engine *engine = calloc(1, sizeof *engine);
    if (!engine)
        return NULL;
    engine->font_dirs = font_dirs;
    engine->font_dir_count = count;
    return engine;
}

void muster_engine_free(muster_engine *engine)
{
    if (engine && engine->text)
        mu_text_free(engine->text);
    free(engine);
}

/* Fonts are looked for when the first text is measured. */
static MuText *text_engine(void *host, MuDiags *diags)
{
    muster_engine *engine = host;
    if (!engine->text)
        engine->text = mu_text_new(engine->font_dirs, engine->font_dir_count, diags);
    if (engine->text)
        mu_text_begin(engine->text, MU_STR("en-US"), diags);
    return engine->text;
}

/* What a guard was left for. The arena may be full: the diagnostic is kept in what is left of it. */
static void report_fault(muster_figure *figure, int fault)
{
    if (fault == MU_NO_MEMORY) {
        MuArena *spare = mu_arena_new(0);
        MuDiags fresh = {.arena = spare, .strict = figure->diags.strict};
        if (!spare)
            return;
        mu_diag(&fresh, MU_DIAG_NO_MEMORY, (MuSpan){0});
        mu_arena_free(figure->arena);
        figure->arena = spare;
        figure->diags = fresh;
        figure->dump = (MuStr){0};
    }
    figure->ok = false;
}

/* The guard goes first: what is reported may take another arena. */
static void leave(muster_figure *figure, MuGuard *guard, int fault)
{
    mu_guard_leave(guard);
    if (fault)
        report_fault(figure, fault);
}

static muster_figure *figure_new(muster_engine *engine, const muster_options *options)
{
    static const muster_options none = {0};
    const muster_options *given = options ? options : &none;
    muster_figure *figure = calloc(1, sizeof *figure);
    if (!figure)
        return NULL;
    figure->engine = engine;
    figure->arena = mu_arena_new(or_gib(given->memory_budget));
    if (!figure->arena) {
        free(figure);
        return NULL;
    }
    figure->diags.arena = figure->arena;
    figure->diags.strict = given->strict != 0;
    figure->options = (MuRenderOptions){
        .base = mu_str(given->base),
        .theme = mu_str(given->theme),
        .preset = mu_str(given->preset),
        .config = mu_str(given->config),
        .background = mu_str(given->background),
        .timezone = mu_str(given->timezone),
        .vega = mu_str_is(mu_str(given->compat), "vega"),
        .limits = {.most_bytes = or_gib(given->file_limit), .roots = given->roots, .root_count = given->root_count}};
    return figure;
}

/* What the options say in a language of their own. */
static bool read_options(muster_figure *figure, const muster_options *given)
{
    MuRenderOptions *options = &figure->options;
    MuStr size = mu_str(given ? given->size : NULL);
    if (size.size && !mu_size_parse(size, &options->width, &options->height))
        mu_diag(&figure->diags, MU_DIAG_BAD_LENGTH, (MuSpan){0}, MU_FMT(size));
    MuColor color;
    if (options->background.size && !mu_color_parse(options->background, &color))
        mu_diag(&figure->diags, MU_DIAG_UNKNOWN_COLOR, (MuSpan){0}, MU_FMT(options->background));
    return figure->diags.errors == 0;
}

static void run(muster_figure *figure, const MuSource *source, const muster_options *given)
{
    const char *after = given ? given->after : NULL;
    const MuPass *until = after ? mu_pass_find(mu_str(after)) : NULL;
    if (!read_options(figure, given))
        return;
    figure->render = (MuRender){.arena = figure->arena,
                                .diags = &figure->diags,
                                .text_engine = text_engine,
                                .host = figure->engine,
                                .options = &figure->options,
                                .source = source,
                                .locale = mu_locale_find(MU_STR("en-US"))};
    figure->ok = mu_render_run(&figure->render, until);
    if (until && until->dump && figure->ok) {
        MuBuf buf = {.arena = figure->arena};
        until->dump(&buf, &figure->render);
        figure->dump = mu_buf_str(&buf);
    }
}

muster_figure *muster_figure_parse(muster_engine *engine, const char *name, const char *text, size_t size,
                                   const muster_options *options)
{
    muster_figure *figure = figure_new(engine, options);
    if (!figure)
        return NULL;
    MuGuard guard;
    int fault = MU_GUARD(figure->arena, &guard);
    if (fault == 0) {
        MuSource *source = MU_NEW(figure->arena, MuSource);
        source->name = mu_str_copy(figure->arena, mu_str(name));
        source->text = mu_str_copy(figure->arena, (MuStr){text, size}); /* diagnostics show it later */
        run(figure, source, options);
    }
    leave(figure, &guard, fault);
    mu_diags_sort(&figure->diags);
    return figure;
}

muster_figure *muster_figure_read(muster_engine *engine, const char *path, const muster_options *options)
{
    muster_figure *figure = figure_new(engine, options);
    if (!figure)
        return NULL;
    MuGuard guard;
    int fault = MU_GUARD(figure->arena, &guard);
    if (fault == 0) {
        MuFileLimits limits = {.most_bytes = or_gib(0)};
        const MuSource *source = mu_file_read(figure->arena, mu_str(path), &limits, (MuSpan){0}, &figure->diags);
        if (source)
            run(figure, source, options);
    }
    leave(figure, &guard, fault);
    mu_diags_sort(&figure->diags);
    return figure;
}

void muster_figure_free(muster_figure *figure)
{
    if (!figure)
        return;
    if (figure->engine->text)
        mu_text_begin(figure->engine->text, MU_STR("en-US"), NULL); /* the figure's diagnostics go away */
    mu_arena_free(figure->arena);
    free(figure);
}

int muster_figure_ok(const muster_figure *figure)
{
    return figure->ok && figure->diags.errors == 0;
}

size_t muster_figure_diagnostics(const muster_figure *figure)
{
    return figure->diags.list.size;
}

muster_diagnostic muster_figure_diagnostic(const muster_figure *figure, size_t index)
{
    const MuDiag *diag = &figure->diags.list.at[index];
    muster_diagnostic out = {.severity = (muster_severity)diag->severity,
                             .code = mu_diag_name(diag->code),
                             .file = "",
                             .path = diag->path.at ? diag->path.at : "",
                             .message = diag->message.at,
                             .hint = diag->hint.at ? diag->hint.at : "",
                             .count = diag->count};
    if (diag->span.source) {
        out.file = diag->span.source->name.at;
        mu_span_place(diag->span, &out.line, &out.column);
    }
    return out;
}

const char *muster_figure_explain(muster_figure *figure, size_t index, int colour)
{
    MuGuard guard;
    const char *volatile text = "";
    if (MU_GUARD(figure->arena, &guard) == 0) {
        MuBuf buf = {.arena = figure->arena};
        mu_diag_show(&buf, &figure->diags.list.at[index], colour);
        text = mu_buf_str(&buf).at;
    }
    mu_guard_leave(&guard);
    return text;
}

const char *muster_figure_dump(const muster_figure *figure)
{
    return figure->dump.at ? figure->dump.at : "";
}

static const MuBackend *const backends[] = {&mu_backend_png, &mu_backend_svg, &mu_backend_pdf};

static const MuBackend *find_backend(const char *format)
{
    for (size_t i = 0; i < sizeof backends / sizeof *backends; i++)
        if (strcmp(format, backends[i]->name) == 0)
            return backends[i];
    return NULL;
}

static bool draw(muster_figure *figure, const MuBackend *backend, const muster_output *output, MuBuf *buf)
{
    static const muster_output none = {0};
    const muster_output *given = output ? output : &none;
    MuDrawOptions options = {.scale = backend == &mu_backend_png ? (given->scale > 0 ? given->scale : 2) : 1,
                             .id_prefix = mu_str(given->id_prefix),
                             .png_effort = given->png_effort,
                             .text = mu_render_text(&figure->render)};
    const MuScene *scene = figure->render.scene;
    if (given->text_as_paths && backend != &mu_backend_png)
        scene = mu_scene_outlined(scene, options.text, buf->arena);
    return backend->draw(scene, &options, buf, &figure->diags) && figure->diags.errors == 0;
}

int muster_figure_draw(muster_figure *figure, const char *format, const muster_output *output, const void **bytes,
                       size_t *size)
{
    const MuBackend *backend = find_backend(format);
    if (!backend || !muster_figure_ok(figure) || !figure->render.scene)
        return 0;
    MuGuard guard;
    volatile bool done = false;
    int fault = MU_GUARD(figure->arena, &guard);
    if (fault == 0) {
        MuBuf buf = {.arena = figure->arena};
        done = draw(figure, backend, output, &buf);
        *bytes = buf.at;
        *size = buf.size;
    }
    leave(figure, &guard, fault);
    return done;
}

int muster_figure_write(muster_figure *figure, const char *format, const muster_output *output, const char *path)
{
    const void *bytes;
    size_t size;
    if (!muster_figure_draw(figure, format, output, &bytes, &size))
        return 0;
    MuGuard guard;
    volatile bool done = false;
    int fault = MU_GUARD(figure->arena, &guard);
    if (fault == 0)
        done = mu_file_write(mu_str(path), bytes, size, &figure->diags);
    leave(figure, &guard, fault);
    return done;
}

const char *muster_version(void)
{
    return MUSTER_VERSION;
}
