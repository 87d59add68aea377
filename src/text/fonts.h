/* Which faces there are: a private fontconfig configuration, the same on every machine, and the
 * choice of families from a CSS list. */
#ifndef MU_TEXT_FONTS_H
#define MU_TEXT_FONTS_H

#include "base/str.h"
#include "text/libpango.h"

/* Reads the system's font folders and `dirs`, by fontconfig's caches where they are fresh. NULL: no
 * memory. The machine's own configuration is never read: its rules change pictures. */
FcConfig *mu_fonts_config(const char *const *dirs, size_t count);
bool mu_fonts_any(FcConfig *config);

/* What a CSS family list comes to. All malloc'd; free with mu_fonts_choice_release. */
typedef struct MuFontChoice {
    char *families; /* for Pango: installed families, the drawn one first, separated by commas */
    char *wanted;   /* the first family of the list */
    char *used;
    bool substituted; /* the wanted family is not installed, and is no generic one */
} MuFontChoice;
/* False when memory is short. */
bool mu_fonts_choose(FcConfig *config, MuStr css, MuFontChoice *choice);
void mu_fonts_choice_release(MuFontChoice *choice);

#endif
