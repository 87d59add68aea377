/* Themes: configurations by name, put below the spec's own. Of those that are published for Vega and Vega-Lite (the
 * package vega-themes, 3.0.0), the sections for Vega's own marks (symbol, path, shape, group) are left out: nothing
 * that Vega-Lite draws reads them. */
#ifndef MU_SPEC_THEME_H
#define MU_SPEC_THEME_H

#include "doc/node.h"

typedef struct MuTheme {
    const char *name, *doc;
    const char *config; /* JSON */
    const char *base;   /* a theme that stands below it; NULL: none */
} MuTheme;

extern const MuTheme *const mu_themes[];
extern const size_t mu_theme_count;

/* The theme's config; NULL with a diagnostic if there is none of that name. `asked_at` may be without a place. */
const MuNode *mu_theme_config(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags);
/* The same without the theme that stands below it; the name must be known. */
const MuNode *mu_theme_own(MuArena *arena, MuStr name, MuDiags *diags);

#endif
