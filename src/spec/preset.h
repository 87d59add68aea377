/* Presets: the size of the whole figure, its width in print, and what goes with it over the theme: base size of text,
 * margins, strokes. A figure is laid out anew for each; nothing is scaled. */
#ifndef MU_SPEC_PRESET_H
#define MU_SPEC_PRESET_H

#include "doc/node.h"

typedef struct MuPreset {
    const char *name, *doc;
    double width, height; /* px; 0: as high as the figure needs */
    double mm;            /* width in print; 0: none */
    const char *sizes;    /* a theme whose own config goes over the figure's theme; NULL: none */
    const char *config;   /* JSON; over both; NULL: none */
} MuPreset;

extern const MuPreset mu_presets[];
extern const size_t mu_preset_count;

/* NULL with a diagnostic if there is none of that name. `asked_at` may be without a place. */
const MuPreset *mu_preset_find(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags);
/* What it puts over the config of a theme. */
const MuNode *mu_preset_over(MuArena *arena, const MuPreset *preset, const MuNode *theme, MuDiags *diags);

#endif
