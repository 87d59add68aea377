/* libmuster: declarative specs and CSV data become figures.
 *
 * An engine holds what figures share (fonts). One engine serves one thread; several threads use one engine
 * each. A figure is a spec that was read with its data; it is drawn in any format. The library keeps no global
 * state, prints nothing and never exits. All texts are UTF-8 and end with a zero byte. */
#ifndef MUSTER_H
#define MUSTER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MUSTER_API __attribute__((visibility("default")))
#define MUSTER_VERSION "0.1.0"

typedef struct muster_engine muster_engine;
typedef struct muster_figure muster_figure;

typedef enum muster_severity { MUSTER_NOTE, MUSTER_WARNING, MUSTER_ERROR } muster_severity;

/* One thing to say about a spec or its data. The texts live as long as the figure. */
typedef struct muster_diagnostic {
    muster_severity severity;
    const char *code;    /* stable: "unknown-field" */
    const char *file;    /* "" if no place is known */
    size_t line, column; /* from 1; 0 if unknown; columns count code points */
    const char *path;    /* in the spec: "layer[1].encoding.x"; may be "" */
    const char *message;
    const char *hint; /* what to do; may be "" */
    size_t count;     /* how often it occurred */
} muster_diagnostic;

/* Zero-initialise; everything may stay zero. */
typedef struct muster_options {
    const char *base;         /* where relative data URLs start; NULL: the spec's folder */
    const char *theme;        /* over the spec's own theme; NULL: none */
    const char *preset;       /* over the spec's own preset; NULL: none */
    const char *config;       /* a file (JSON or YAML) with a config over the theme, below the spec's own; NULL: none */
    const char *compat;       /* "vega": read data as Vega does, whatever the spec says; NULL: as the spec says */
    size_t memory_budget;     /* bytes for one figure; 0: 4 GiB */
    size_t file_limit;        /* bytes of one data file; 0: 4 GiB */
    const char *const *roots; /* data must lie below one of these folders; NULL: anywhere */
    size_t root_count;
    const char *after; /* stop after this pass and keep its dump; NULL: run all */
    /* Over what the spec says; NULL: nothing. */
    const char *size;       /* of the whole figure: "640x400", "16cmx9cm"; px, mm, cm, in, pt */
    const char *background; /* a CSS colour, or "transparent" */
    const char *timezone;   /* of local times: "Europe/Kyiv" */
    int strict;             /* 1: a warning is an error */
} muster_options;

/* How a figure is drawn. Zero-initialise. */
typedef struct muster_output {
    double scale;          /* of PNG pixels to CSS pixels (1/96 inch); 0: 2 for PNG */
    const char *id_prefix; /* of ids in SVG; NULL: none */
    int png_effort;        /* zlib's 1 (fast) to 9 (small); 0: fast, files up to 1.8 times those of 6 */
    int text_as_paths;     /* 1: letters are outlines in SVG and PDF */
} muster_output;

/* `font_dirs`: further folders with font files (NULL, 0). NULL when there is no memory. */
MUSTER_API muster_engine *muster_engine_new(const char *const *font_dirs, size_t count);
MUSTER_API void muster_engine_free(muster_engine *engine);

/* Reads the spec at `path` ("-": standard input) and everything it needs. Never NULL but without memory: ask
 * muster_figure_ok and the diagnostics. */
MUSTER_API muster_figure *muster_figure_read(muster_engine *engine, const char *path, const muster_options *options);
/* The same from a text in memory; `name` stands in diagnostics. */
MUSTER_API muster_figure *muster_figure_parse(muster_engine *engine, const char *name, const char *text, size_t size,
                                              const muster_options *options);
MUSTER_API void muster_figure_free(muster_figure *figure);

/* 1 if the figure can be drawn (there was no error). */
MUSTER_API int muster_figure_ok(const muster_figure *figure);
/* Diagnostics in the order of their places. */
MUSTER_API size_t muster_figure_diagnostics(const muster_figure *figure);
MUSTER_API muster_diagnostic muster_figure_diagnostic(const muster_figure *figure, size_t index);
/* One diagnostic as a terminal shows it, with the line and a caret; `colour`: with escape codes. */
MUSTER_API const char *muster_figure_explain(muster_figure *figure, size_t index, int colour);
/* The dump of the pass named in options.after; "" without one. */
MUSTER_API const char *muster_figure_dump(const muster_figure *figure);

/* Draws as "png", "svg" or "pdf". The bytes live until the next call for this figure. 1 on success; else the
 * reason is among the diagnostics. */
MUSTER_API int muster_figure_draw(muster_figure *figure, const char *format, const muster_output *output,
                                  const void **bytes, size_t *size);
/* Draws into a file, which is replaced as a whole or not at all ("-": standard output). */
MUSTER_API int muster_figure_write(muster_figure *figure, const char *format, const muster_output *output,
                                   const char *path);

MUSTER_API const char *muster_version(void);
/* Whether a text is a value of a kind: "size", "color". */
MUSTER_API int muster_valid(const char *kind, const char *text);
/* What there is of a kind ("mark", "channel", "transform", "scale type", "theme", "preset", "scheme", "function",
 * "object", "pass"): up to `most` names and a line of documentation for each. Returns how many were given. */
MUSTER_API size_t muster_list(const char *kind, const char **names, const char **docs, size_t most);
/* The manual's entries under a name: a mark, channel, transform, scale type, theme, colour scheme, function,
 * diagnostic, object or property ("axis.grid" too). NULL: there is none. To be freed with free(), as are the next. */
MUSTER_API char *muster_help(const char *name);
/* Names that are like it: "'bar', 'rect'". NULL: none is. */
MUSTER_API char *muster_nearest(const char *name);
/* The whole reference as Markdown. */
MUSTER_API char *muster_reference(void);

#ifdef __cplusplus
}
#endif

#endif
