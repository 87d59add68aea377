/* The file of a face, found without fontconfig: only where it is certain that fontconfig, with the rules of
 * text/fonts.c, would choose the same one. */
#ifndef MU_TEXT_FONT_FILES_H
#define MU_TEXT_FONT_FILES_H

#include "base/str.h"
#include "text/sfnt.h"

typedef struct MuFontFace {
    const char *path;
    MuFaceLook look;
} MuFontFace;

enum { MU_MOST_FACES = 64 };
typedef struct MuFontFamily {
    char *name;
    MuFontFace faces[MU_MOST_FACES];
    size_t count;
    bool uncertain; /* one of its files is of a kind that is not known here */
    struct MuFontFamily *next;
} MuFontFamily;

/* The files below the font folders, listed at the first question. Zero-initialise, set the folders (which stay). */
typedef struct MuFontFiles {
    const char *const *dirs;
    size_t dir_count;
    char **paths;
    size_t count, capacity, given; /* the first `given` come from `dirs` */
    bool listed, failed;
    MuFontFamily *families; /* asked for before */
} MuFontFiles;
/* The path of the family's face nearest to a weight and a slant; NULL: it is not certain. Files in the folders that the
 * caller named are all looked into; of others those that have the family in their name, as packages name them. */
const char *mu_font_files_find(MuFontFiles *files, const char *family, int weight, bool italic);
void mu_font_files_release(MuFontFiles *files);

#endif
