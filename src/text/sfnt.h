/* Font files (TrueType and OpenType, one face in a file) read in place: tables, metrics, characters. No number of a
 * file is trusted: what lies outside of it reads as zero. */
#ifndef MU_TEXT_SFNT_H
#define MU_TEXT_SFNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct MuBytes {
    const unsigned char *at;
    size_t size;
} MuBytes;

static inline unsigned mu_u8(MuBytes b, size_t at)
{
    return at < b.size ? b.at[at] : 0;
}
static inline uint16_t mu_u16(MuBytes b, size_t at)
{
    if (b.size < 2 || at > b.size - 2)
        return 0;
    return (uint16_t)(b.at[at] << 8 | b.at[at + 1]);
}
static inline int16_t mu_i16(MuBytes b, size_t at)
{
    return (int16_t)mu_u16(b, at);
}
static inline uint32_t mu_u32(MuBytes b, size_t at)
{
    return b.size >= 4 && at <= b.size - 4 ? (uint32_t)mu_u16(b, at) << 16 | mu_u16(b, at + 2) : 0;
}
/* From byte `at` on; nothing beyond the end. */
static inline MuBytes mu_bytes_from(MuBytes b, size_t at)
{
    return at < b.size ? (MuBytes){b.at + at, b.size - at} : (MuBytes){0};
}
static inline MuBytes mu_bytes_slice(MuBytes b, size_t at, size_t size)
{
    MuBytes from = mu_bytes_from(b, at);
    return size <= from.size ? (MuBytes){from.at, size} : (MuBytes){0};
}
/* The part that the 16-bit offset at `at` leads to; nothing for the offset 0. */
static inline MuBytes mu_bytes_by16(MuBytes b, size_t at)
{
    unsigned offset = mu_u16(b, at);
    return offset ? mu_bytes_from(b, offset) : (MuBytes){0};
}

/* Both engines shape at one size and count in 1/1024 px there, as Pango does: a face of 2048 units to the em has whole
 * numbers, others an error below 1/500,000 em a glyph, and a run may be 8,000 em long before Pango's ints overflow. */
enum { MU_SHAPED_SIZE = 256, MU_EM = MU_SHAPED_SIZE * 1024 };

typedef struct MuSfnt {
    MuBytes file;
    unsigned upem, glyph_count, metric_count;
    MuBytes cmap; /* the chosen subtable, of format 4 or 12 */
    MuBytes hmtx, glyf, loca, cff, gsub, gpos;
    MuBytes classes; /* of glyphs (GDEF); nothing: the font has none */
    bool long_loca, has_kern;
    float scale; /* from units of the font to units of MU_EM */
} MuSfnt;

/* Whether the file is one font with fixed outlines in tables that we know through and through. Coloured, variable,
 * Graphite and AAT fonts are not, nor collections. */
bool mu_sfnt_read(MuBytes file, MuSfnt *font);
MuBytes mu_sfnt_table(MuBytes file, const char *tag);
/* Of a character; 0: it has none. */
uint16_t mu_sfnt_glyph(const MuSfnt *font, uint32_t code);
/* In units of the font. */
unsigned mu_sfnt_advance(const MuSfnt *font, uint16_t glyph);
int mu_sfnt_bearing(const MuSfnt *font, uint16_t glyph);
/* As HarfBuzz scales and rounds it. */
int32_t mu_sfnt_scaled(const MuSfnt *font, int units);

/* What fontconfig would read of a face. */
typedef struct MuFaceLook {
    int weight; /* of OS/2; 400 normal */
    int width;  /* of OS/2; 5 normal */
    enum { MU_UPRIGHT, MU_ITALIC, MU_OBLIQUE } slant;
    bool certain; /* false: it is a kind of file, or has numbers, whose reading is not certain */
} MuFaceLook;
/* False: the file is no font of this family (names 1, 16 and 21, letters alike in both cases). */
bool mu_sfnt_look(MuBytes file, const char *family, MuFaceLook *look);

#endif
