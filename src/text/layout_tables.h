/* What GSUB and GPOS share: coverages, classes, and the lookups that a script turns on, as HarfBuzz chooses and orders
 * them. */
#ifndef MU_TEXT_LAYOUT_TABLES_H
#define MU_TEXT_LAYOUT_TABLES_H

#include "text/sfnt.h"

enum { MU_NOT_COVERED = -1 };
/* Index of a glyph in a coverage. */
int mu_coverage(MuBytes coverage, uint16_t glyph);
unsigned mu_class(MuBytes classes, uint16_t glyph);
/* Classes of GDEF. */
enum { MU_BASE = 1, MU_LIGATURE = 2, MU_MARK = 3, MU_COMPONENT = 4 };

/* One lookup. Types are those of its table, extensions are resolved. */
typedef struct MuLookup {
    MuBytes table;
    unsigned type, flag;
    size_t subtables;
    uint8_t *first; /* a bit for each glyph at which it may begin; NULL for lookups called by others */
} MuLookup;
MuBytes mu_lookup_subtable(const MuLookup *lookup, size_t i);

/* The lookups of a script in ascending order. */
typedef struct MuLookups {
    MuBytes list;
    unsigned extension; /* the type that stands for another one */
    MuLookup *at;
    size_t count;
    size_t work; /* steps that reading took: a font may not be a bomb */
    bool has_kern;
} MuLookups;

enum { MU_MOST_WORK = 1 << 21 };

/* A script of a text, and the tags by which the tables know it and the language that Pango takes for it while the
 * figure's language is English. */
typedef enum MuScript { MU_COMMON, MU_LATIN, MU_GREEK, MU_CYRILLIC, MU_SCRIPTS } MuScript;

/* `table`: GSUB or GPOS; false when memory is short, or when the script needs what is not known here. */
bool mu_lookups_read(MuBytes table, bool is_gsub, MuScript script, bool tabular, unsigned glyph_count,
                     MuLookups *lookups);
void mu_lookups_release(MuLookups *lookups);
/* False: there is no such lookup. */
bool mu_lookup_read(const MuLookups *lookups, unsigned index, MuLookup *lookup);

static inline bool mu_lookup_begins(const MuLookup *lookup, uint16_t glyph)
{
    return lookup->first[glyph / 8] >> glyph % 8 & 1;
}

/* A glyph in its place; lengths in units of MU_EM, y up. */
typedef struct MuGlyph {
    uint16_t id;
    uint8_t class_of;
    int32_t advance, dx, dy;
} MuGlyph;

typedef struct MuGlyphs {
    MuGlyph *at;
    size_t size;
} MuGlyphs;

/* False: the text meets something that only the complete engine knows. */
bool mu_substitute(const MuSfnt *font, const MuLookups *gsub, MuGlyphs *glyphs);
/* Advances are set already. */
bool mu_position(const MuSfnt *font, const MuLookups *gpos, MuGlyphs *glyphs);

/* Whether a lookup's flag would pass over a glyph of the text. Marks never stand in one. */
bool mu_lookup_skips(const MuLookup *lookup, const MuGlyphs *glyphs);

#endif
