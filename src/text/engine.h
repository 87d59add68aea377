/* What an engine of text must offer: fonts found and substituted, advances, break opportunities and
 * outlines. Everything else (caching, cutting, wrapping, warnings) is built on these in text/text.c.
 * The complete engine is text/pango.c; text/plain.c takes plain texts in faces whose files are certain, and
 * gives the same numbers without the time that Pango needs to wake up. */
#ifndef MU_TEXT_ENGINE_H
#define MU_TEXT_ENGINE_H

#include "text/font.h"
#include "text/libcairo.h"

/* A font without its size: all lengths of an engine are in em, so a face serves every size. */
typedef struct MuFace {
    MuStr family; /* the CSS list as asked for */
    int weight;
    bool italic, tabular;
    char *wanted, *used; /* first family of the list, and the family that is drawn; the engine frees them */
    bool substituted;    /* used stands in for a family that is not installed */
    void *set;           /* the engine's own */
} MuFace;

/* Characters without a glyph in any face, met while a text was set. */
enum { MU_MISSING_MOST = 8 };
typedef struct MuMissing {
    uint32_t at[MU_MISSING_MOST];
    size_t size;
} MuMissing;

/* Receives outlines: em, y down, the line's origin at 0,0. May not jump. */
typedef struct MuOutlineSink {
    void (*move)(void *to, double x, double y);
    void (*line)(void *to, double x, double y);
    void (*cubic)(void *to, double x1, double y1, double x2, double y2, double x, double y);
    void (*close)(void *to);
} MuOutlineSink;

/* An engine that is not certain of a face or a text says false and has done nothing: the next one is asked. The
 * complete engine takes every text. */
typedef struct MuTextEngine {
    const char *name, *doc;
    /* The state of one engine; fonts are looked for only when the first face is opened. The folders stay. NULL,
     * with a diagnostic: it cannot be had. */
    void *(*open)(const char *const *font_dirs, size_t count, MuDiags *diags);
    void (*close)(void *state);
    /* Steers fallback between faces that share characters (Han). Faces opened before stay valid. */
    void (*language)(void *state, const char *language);
    /* Fills wanted, used, substituted, set. False from the complete engine: there is no font at all. */
    bool (*open_face)(void *state, MuFace *face);
    void (*close_face)(void *state, MuFace *face);
    /* em. `text` may hold any bytes; controls count as spaces. */
    bool (*advance)(void *state, const MuFace *face, MuStr text, MuMissing *missing, double *em);
    bool (*outline)(void *state, const MuFace *face, MuStr text, const MuOutlineSink *sink, void *to);
    /* Draws as text (PDF keeps it as text) with the origin at 0,0 of `cr`, whose unit is one em. */
    bool (*show)(void *state, const MuFace *face, MuStr text, cairo_t *cr);
    /* Sets can_break[i] for every byte offset i where a line may break (UAX #14), 0 and the end not among
     * them. `can_break` has text.size zeroed bytes. */
    bool (*breaks)(void *state, MuStr text, uint8_t *can_break);
} MuTextEngine;

extern const MuTextEngine mu_text_engine_plain, mu_text_engine_pango;

#endif
