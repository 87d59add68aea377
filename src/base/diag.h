/* Diagnostics: what is wrong, where, and what to do. Codes and texts stand in base/codes.def.
 * The library never prints; it collects. Kept sorted by place when read. */
#ifndef MU_BASE_DIAG_H
#define MU_BASE_DIAG_H

#include "base/str.h"
#include "base/vec.h"

typedef enum MuSeverity { MU_NOTE, MU_WARNING, MU_ERROR } MuSeverity;

/* A text that spans point into: a spec, a theme, a data file. */
typedef struct MuSource {
    MuStr name; /* the path as the user gave it, "-" or "<theme report>" */
    MuStr text; /* may be empty for data files; then a line is all that is known */
} MuSource;

/* Bytes [start, end) of a source. `source` NULL: no place is known. `line` (1-based) is set where the
 * text is not kept (data files), else 0 and computed from start. */
typedef struct MuSpan {
    const MuSource *source;
    uint32_t start, end;
    uint32_t line;
} MuSpan;

typedef enum MuCode {
#define MU_CODE(id, name, severity, text) MU_DIAG_##id,
#include "base/codes.def"
#undef MU_CODE
    MU_DIAG_COUNT
} MuCode;

typedef struct MuDiag {
    MuCode code;
    MuSeverity severity;
    MuSpan span;
    MuStr path; /* the place in the spec: "layer[1].encoding.x"; may be empty */
    MuStr message;
    MuStr hint;     /* what to do; may be empty */
    uint32_t count; /* folded repeats: 1 or more */
} MuDiag;

typedef struct MuDiags {
    MuArena *arena;
    MU_VEC(MuDiag) list;
    size_t errors, warnings;
    bool strict; /* warnings are errors */
} MuDiags;

/* Stable name of a code ("unknown-property") and its severity. */
const char *mu_diag_name(MuCode code);
MuSeverity mu_diag_severity(MuCode code);
/* The printf format of its message. */
const char *mu_diag_text(MuCode code);
/* Adds one. The text of the code is a printf format for the further arguments: only %s, %zu, %d,
 * and %.*s with MU_FMT. Returns it so that path and hint can be set. A further diagnostic of the same
 * code, message and line is folded into the first (count). */
MuDiag *mu_diag(MuDiags *diags, MuCode code, MuSpan span, ...);
void mu_diag_hint(MuDiags *diags, MuDiag *diag, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Stable sort by source, then place. */
void mu_diags_sort(MuDiags *diags);
/* Line and column (1-based, the column in code points) of a span's start. */
void mu_span_place(MuSpan span, size_t *line, size_t *column);
/* "file:line:column: error: message [code]\n  the line\n  ^~~~\n  hint: …" as the program shows it. */
void mu_diag_show(MuBuf *buf, const MuDiag *diag, bool colour);

/* The candidate nearest to `word` by edit distance (a third of its length at most), or the empty string. */
MuStr mu_nearest(MuStr word, const MuStr *candidates, size_t count);

#endif
