/* Names of families, as CSS lists them. */
#ifndef MU_TEXT_FAMILIES_H
#define MU_TEXT_FAMILIES_H

#include "base/str.h"

/* Generic families, and names so widespread that their kind is known without the face: Vega's
 * reference drawings set these in the DejaVu face of the same kind, and every other name in DejaVu Sans. */
typedef struct MuFamilyKind {
    const char *name, *face;
    bool generic;
} MuFamilyKind;
/* NULL: the name is neither. */
const MuFamilyKind *mu_family_kind(const char *family);

/* The next family of a CSS list without quotes and outer spaces; *rest moves behind it. */
MuStr mu_family_next(MuStr *rest);

/* Where fonts are looked for, besides the folders that the caller names; and a face that only an extra package brings
 * and that would otherwise serve light weights. */
#define MU_FONT_FOLDER "/usr/share/fonts"
#define MU_FONT_FOLDER_LOCAL "/usr/local/share/fonts"
#define MU_REJECTED_FONT "DejaVuSans-ExtraLight.ttf"

#endif
