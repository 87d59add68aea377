/* Themes: configurations by name, put below the spec's own. */
#ifndef MU_SPEC_THEME_H
#define MU_SPEC_THEME_H

#include "doc/node.h"

typedef struct MuTheme {
    const char *name, *doc;
    const char *config; /* JSON */
} MuTheme;

extern const MuTheme *const mu_themes[];
extern const size_t mu_theme_count;

/* The theme's config; NULL with a diagnostic if there is none of that name. `asked_at` may be without a place. */
const MuNode *mu_theme_config(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags);

#endif
