/* What the commands do. Everything about figures comes from muster.h. */
#include "cli/options.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Names {
    char **at;
    size_t size, capacity;
} Names;

typedef struct Totals {
    size_t drawn, failed;
} Totals;

static void out_of_memory(void)
{
    fprintf(stderr, "muster: no memory left\n");
    exit(1);
}

static char *text_of(const char *a, const char *b, const char *c)
{
    size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = malloc(size);
    if (!text)
        out_of_memory();
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

static void add_name(Names *names, char *name)
{
    if (names->size == names->capacity) {
        names->capacity = names->capacity ? names->capacity * 2 : 16;
        char **grown = realloc(names->at, names->capacity * sizeof *grown);
        if (!grown)
            out_of_memory();
        names->at = grown;
    }
    names->at[names->size++] = name;
}

static void free_names(Names *names)
{
    for (size_t i = 0; i < names->size; i++)
        free(names->at[i]);
    free(names->at);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);
    return n > m && strcmp(name + n - m, ending) == 0;
}

static bool is_spec(const char *name)
{
    return name[0] != '.' && (ends_with(name, ".yaml") || ends_with(name, ".yml") || ends_with(name, ".json"));
}

static bool is_folder(const char *path)
{
    struct stat about;
    return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static void add_folder(Names *names, const char *path)
{
    DIR *folder = opendir(path);
    size_t first = names->size;
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (is_spec(entry->d_name))
            add_name(names, text_of(path, ends_with(path, "/") ? "" : "/", entry->d_name));
    closedir(folder);
    if (names->size > first)
        qsort(names->at + first, names->size - first, sizeof *names->at, by_name);
}

/* Folders stand for the specs in them, in order. */
static Names specs_of(const Arguments *arguments)
{
    Names names = {0};
    for (size_t i = 0; i < arguments->spec_count; i++) {
        if (is_folder(arguments->specs[i]))
            add_folder(&names, arguments->specs[i]);
        else
            add_name(&names, text_of(arguments->specs[i], "", ""));
    }
    return names;
}

static void report(muster_figure *figure, const Arguments *arguments)
{
    muster_severity least = arguments->quiet ? MUSTER_ERROR : arguments->verbose ? MUSTER_NOTE : MUSTER_WARNING;
    for (size_t i = 0; i < muster_figure_diagnostics(figure); i++)
        if (muster_figure_diagnostic(figure, i).severity >= least)
            fprintf(stderr, "%s", muster_figure_explain(figure, i, isatty(STDERR_FILENO)));
}

/* The spec's name without its folder and endings. */
static char *stem_of(const char *path)
{
    static const char *const endings[] = {".yaml", ".yml", ".json", ".vl"};
    const char *slash = strrchr(path, '/');
    char *stem = text_of(strcmp(path, "-") == 0 ? "figure" : slash ? slash + 1 : path, "", "");
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(stem, endings[i]))
            stem[strlen(stem) - strlen(endings[i])] = '\0';
    return stem;
}

static char *place_of(const Arguments *arguments, const char *spec, const char *format)
{
    if (arguments->output)
        return text_of(arguments->output, "", "");
    char *stem = stem_of(spec), *name = text_of(stem, ".", format), *path;
    const char *folder = arguments->folder;
    char *beside = NULL;
    if (!folder) {
        const char *slash = strrchr(spec, '/');
        beside = text_of(spec, "", "");
        beside[slash ? (size_t)(slash - spec) : 0] = '\0';
        folder = slash ? (slash == spec ? "/" : beside) : ".";
    }
    path = text_of(folder, ends_with(folder, "/") ? "" : "/", name);
    free(stem);
    free(name);
    free(beside);
    return path;
}

static bool draw(muster_figure *figure, const Arguments *arguments, const char *spec, const char *format)
{
    char *path = place_of(arguments, spec, format);
    bool done = muster_figure_write(figure, format, &arguments->drawing, path);
    free(path);
    return done;
}

static bool render_one(muster_engine *engine, const Arguments *arguments, const char *spec, const char *const *formats,
                       size_t count)
{
    muster_figure *figure = muster_figure_read(engine, spec, &arguments->options);
    if (!figure)
        out_of_memory();
    bool good = muster_figure_ok(figure);
    for (size_t i = 0; good && i < count; i++)
        good = draw(figure, arguments, spec, formats[i]);
    report(figure, arguments);
    muster_figure_free(figure);
    return good;
}

/* The format by --format, by the ending of --output, or PNG. */
static size_t formats_of(const Arguments *arguments, const char **formats)
{
    static const char *const known[] = {"png", "svg", "pdf"};
    for (size_t i = 0; i < arguments->format_count; i++)
        formats[i] = arguments->formats[i];
    if (arguments->format_count)
        return arguments->format_count;
    const char *dot = arguments->output ? strrchr(arguments->output, '.') : NULL;
    formats[0] = "png";
    for (size_t i = 0; dot && i < 3; i++)
        if (strcmp(dot + 1, known[i]) == 0)
            formats[0] = known[i];
    if (dot && strcmp(dot + 1, formats[0]) != 0)
        return 0;
    return 1;
}

static bool make_folder(const char *path)
{
    return mkdir(path, 0777) == 0 || errno == EEXIST;
}

static int bad_usage(const char *text)
{
    fprintf(stderr, "muster: %s\n", text);
    return 2;
}

int run_render(const Arguments *arguments)
{
    const char *formats[8];
    size_t format_count = formats_of(arguments, formats);
    Names specs = specs_of(arguments);
    int status = 0;
    if (!format_count)
        status = bad_usage("the ending of --output is no format; there are png, svg, pdf (or say --format)");
    else if (!specs.size)
        status = bad_usage("there is no spec in the folder (*.yaml, *.yml, *.json)");
    else if (arguments->output && (specs.size > 1 || format_count > 1))
        status = bad_usage("--output takes one figure in one format; --directory takes many");
    else if (arguments->output && arguments->folder)
        status = bad_usage("--output and --directory exclude one another");
    else if (arguments->folder && !make_folder(arguments->folder))
        status = bad_usage("the folder of --directory cannot be made");
    Totals totals = {0};
    muster_engine *engine = status ? NULL : muster_engine_new(arguments->fonts, arguments->font_count);
    for (size_t i = 0; engine && i < specs.size; i++)
        *(render_one(engine, arguments, specs.at[i], formats, format_count) ? &totals.drawn : &totals.failed) += 1;
    muster_engine_free(engine);
    free_names(&specs);
    return status ? status : totals.failed ? 1 : 0;
}

int run_check(const Arguments *arguments)
{
    Names specs = specs_of(arguments);
    muster_engine *engine = muster_engine_new(arguments->fonts, arguments->font_count);
    muster_options options = arguments->options;
    size_t failed = 0;
    for (size_t i = 0; engine && i < specs.size; i++) {
        muster_figure *figure = muster_figure_read(engine, specs.at[i], &options);
        if (!figure)
            out_of_memory();
        report(figure, arguments);
        failed += !muster_figure_ok(figure);
        muster_figure_free(figure);
    }
    muster_engine_free(engine);
    free_names(&specs);
    return failed ? 1 : 0;
}

static bool is_pass(const char *name)
{
    const char *names[64], *docs[64];
    size_t count = muster_list("pass", names, docs, 64);
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

int run_dump(const Arguments *arguments)
{
    muster_options options = arguments->options;
    options.after = arguments->after ? arguments->after : "finish";
    if (!is_pass(options.after))
        return bad_usage("there is no such pass; 'muster list' names them");
    muster_engine *engine = muster_engine_new(arguments->fonts, arguments->font_count);
    muster_figure *figure = engine ? muster_figure_read(engine, arguments->specs[0], &options) : NULL;
    if (!figure)
        out_of_memory();
    report(figure, arguments);
    int status = muster_figure_ok(figure) ? 0 : 1;
    fputs(muster_figure_dump(figure), stdout);
    muster_figure_free(figure);
    muster_engine_free(engine);
    return status;
}
