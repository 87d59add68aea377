#include "text/sfnt.h"

enum { HEADER = 12, RECORD = 16, UNMAPPED_SEGMENT = 0xFFFF };

static uint32_t tag_of(const char *tag)
{
    return mu_u32((MuBytes){(const unsigned char *)tag, 4}, 0);
}

MuBytes mu_sfnt_table(MuBytes file, const char *tag)
{
    uint32_t wanted = tag_of(tag);
    size_t count = mu_u16(file, 4);
    for (size_t i = 0; i < count; i++) {
        size_t record = HEADER + RECORD * i;
        if (mu_u32(file, record) == wanted)
            return mu_bytes_slice(file, mu_u32(file, record + 8), mu_u32(file, record + 12));
    }
    return (MuBytes){0};
}

static bool has_any(MuBytes file, const char *const *tags, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (mu_sfnt_table(file, tags[i]).size)
            return true;
    }
    return false;
}

static bool is_single_font(MuBytes file)
{
    return file.size > HEADER && (mu_u32(file, 0) == 0x00010000 || mu_u32(file, 0) == tag_of("OTTO"));
}

/* Subtables for all of Unicode come before those for its first plane. */
static int rank_of_encoding(unsigned platform, unsigned encoding)
{
    if ((platform == 3 && encoding == 10) || (platform == 0 && (encoding == 4 || encoding == 6)))
        return 2;
    return (platform == 3 && encoding == 1) || (platform == 0 && encoding <= 3) ? 1 : 0;
}

static MuBytes choose_cmap(MuBytes cmap)
{
    MuBytes chosen = {0};
    int best = 0;
    for (size_t i = 0, count = mu_u16(cmap, 2); i < count; i++) {
        size_t record = 4 + 8 * i;
        int rank = rank_of_encoding(mu_u16(cmap, record), mu_u16(cmap, record + 2));
        MuBytes subtable = mu_bytes_from(cmap, mu_u32(cmap, record + 4));
        unsigned format = mu_u16(subtable, 0);
        if (rank > best && (format == 4 || format == 12)) {
            best = rank;
            chosen = subtable;
        }
    }
    return chosen;
}

static bool has_outlines(const MuSfnt *font)
{
    return (font->glyf.size && font->loca.size) || (font->cff.size && !font->glyf.size);
}

bool mu_sfnt_read(MuBytes file, MuSfnt *font)
{
    static const char *const unknown[] = {"fvar", "COLR", "SVG ", "sbix", "CBDT", "Silf", "Silt",
                                          "morx", "mort", "kerx", "trak", "CFF2", "EBDT", "bdat"};
    if (!is_single_font(file) || has_any(file, unknown, sizeof unknown / sizeof *unknown))
        return false;
    MuBytes head = mu_sfnt_table(file, "head");
    *font = (MuSfnt){.file = file,
                     .upem = mu_u16(head, 18),
                     .long_loca = mu_i16(head, 50) != 0,
                     .glyph_count = mu_u16(mu_sfnt_table(file, "maxp"), 4),
                     .metric_count = mu_u16(mu_sfnt_table(file, "hhea"), 34),
                     .cmap = choose_cmap(mu_sfnt_table(file, "cmap")),
                     .hmtx = mu_sfnt_table(file, "hmtx"),
                     .glyf = mu_sfnt_table(file, "glyf"),
                     .loca = mu_sfnt_table(file, "loca"),
                     .cff = mu_sfnt_table(file, "CFF "),
                     .gsub = mu_sfnt_table(file, "GSUB"),
                     .gpos = mu_sfnt_table(file, "GPOS"),
                     .classes = mu_bytes_by16(mu_sfnt_table(file, "GDEF"), 4),
                     .has_kern = mu_sfnt_table(file, "kern").size > 0};
    if (font->upem < 16 || font->upem > 16384)
        return false;
    font->scale = (float)MU_EM / (float)font->upem;
    return font->glyph_count && font->metric_count && font->metric_count <= font->glyph_count && font->cmap.size &&
           font->classes.size && has_outlines(font) &&
           font->hmtx.size >= (size_t)font->metric_count * 4 + (size_t)(font->glyph_count - font->metric_count) * 2;
}

/* Format 4: segments that end at ascending codes. */
static uint16_t glyph_by_segments(MuBytes cmap, uint32_t code)
{
    size_t segments = mu_u16(cmap, 6) / 2, ends = 14, starts = ends + 2 * segments + 2;
    size_t deltas = starts + 2 * segments, ranges = deltas + 2 * segments, low = 0, high = segments;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (mu_u16(cmap, ends + 2 * middle) < code)
            low = middle + 1;
        else
            high = middle;
    }
    unsigned start = mu_u16(cmap, starts + 2 * low), delta = mu_u16(cmap, deltas + 2 * low);
    if (low == segments || code > UNMAPPED_SEGMENT || start > code)
        return 0;
    unsigned offset = mu_u16(cmap, ranges + 2 * low);
    if (!offset)
        return (uint16_t)(code + delta);
    unsigned glyph = mu_u16(cmap, ranges + 2 * low + offset + (size_t)2 * (code - start));
    return glyph ? (uint16_t)(glyph + delta) : 0;
}

/* Format 12: groups of codes whose glyphs follow each other. */
static uint16_t glyph_by_groups(MuBytes cmap, uint32_t code)
{
    size_t low = 0, high = mu_u32(cmap, 12);
    while (low < high) {
        size_t middle = low + (high - low) / 2, group = 16 + 12 * middle;
        if (group > cmap.size || mu_u32(cmap, group) > code)
            high = middle;
        else if (mu_u32(cmap, group + 4) < code)
            low = middle + 1;
        else
            return (uint16_t)(mu_u32(cmap, group + 8) + (code - mu_u32(cmap, group)));
    }
    return 0;
}

uint16_t mu_sfnt_glyph(const MuSfnt *font, uint32_t code)
{
    uint16_t glyph =
        mu_u16(font->cmap, 0) == 4 ? glyph_by_segments(font->cmap, code) : glyph_by_groups(font->cmap, code);
    return glyph < font->glyph_count ? glyph : 0;
}

unsigned mu_sfnt_advance(const MuSfnt *font, uint16_t glyph)
{
    size_t row = glyph < font->metric_count ? glyph : font->metric_count - 1;
    return mu_u16(font->hmtx, row * 4);
}

int mu_sfnt_bearing(const MuSfnt *font, uint16_t glyph)
{
    if (glyph < font->metric_count)
        return mu_i16(font->hmtx, (size_t)glyph * 4 + 2);
    return mu_i16(font->hmtx, (size_t)font->metric_count * 4 + (size_t)(glyph - font->metric_count) * 2);
}

int32_t mu_sfnt_scaled(const MuSfnt *font, int units)
{
    return (int32_t)floor((double)units * MU_EM / font->upem + 0.5);
}

static int lower(unsigned c)
{
    return (int)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
}

/* A name's characters, 16-bit or 8-bit; only ASCII is ever looked for. */
typedef struct Name {
    MuBytes bytes;
    size_t step; /* bytes of a character */
} Name;

static unsigned name_at(const Name *name, size_t i)
{
    return name->step == 2 ? mu_u16(name->bytes, 2 * i) : mu_u8(name->bytes, i);
}

static bool name_has_at(const Name *name, size_t from, const char *word)
{
    size_t size = name->bytes.size / name->step;
    for (size_t i = 0; word[i]; i++) {
        if (from + i >= size || lower(name_at(name, from + i)) != lower((unsigned char)word[i]))
            return false;
    }
    return true;
}

static bool name_is(const Name *name, const char *word)
{
    return name->bytes.size / name->step == strlen(word) && name_has_at(name, 0, word);
}

static bool name_has(const Name *name, const char *word)
{
    for (size_t i = 0; i < name->bytes.size / name->step; i++) {
        if (name_has_at(name, i, word))
            return true;
    }
    return false;
}

/* Calls `visit` with the names that have one of three ids; stops where it says true, which is returned. */
static bool any_name(MuBytes file, const int ids[3], bool (*visit)(const Name *name, const char *word),
                     const char *word)
{
    enum { LONGEST_NAME = 512 };
    MuBytes table = mu_sfnt_table(file, "name");
    size_t count = mu_u16(table, 2), strings = mu_u16(table, 4);
    for (size_t i = 0; i < count; i++) {
        size_t record = 6 + 12 * i;
        int id = mu_u16(table, record + 6);
        Name name = {mu_bytes_slice(table, strings + mu_u16(table, record + 10), mu_u16(table, record + 8)),
                     mu_u16(table, record) == 1 ? 1 : 2};
        if ((id == ids[0] || id == ids[1] || id == ids[2]) && name.bytes.size < LONGEST_NAME && visit(&name, word))
            return true;
    }
    return false;
}

/* fontconfig takes the word in a style's name before the bits. */
static void look_at_slant(MuBytes file, MuBytes os2, MuFaceLook *look)
{
    static const int styles[3] = {2, 17, 22};
    unsigned selection = mu_u16(os2, 62);
    bool slanted = (selection & 1) || (selection & 0x200);
    bool italic = any_name(file, styles, name_has, "italic") || any_name(file, styles, name_has, "kursiv");
    bool oblique = any_name(file, styles, name_has, "oblique");
    look->slant = italic ? MU_ITALIC : oblique ? MU_OBLIQUE : MU_UPRIGHT;
    look->certain = look->certain && slanted == (italic || oblique) && !(italic && oblique);
}

bool mu_sfnt_look(MuBytes file, const char *family, MuFaceLook *look)
{
    static const int families[3] = {1, 16, 21};
    if (!is_single_font(file) || !any_name(file, families, name_is, family))
        return false;
    MuBytes os2 = mu_sfnt_table(file, "OS/2");
    *look = (MuFaceLook){.weight = mu_u16(os2, 4), .width = mu_u16(os2, 6)};
    look->certain = os2.size >= 78 && mu_u16(os2, 0) != 0xFFFF && look->weight >= 100 && look->weight <= 1000 &&
                    look->width >= 1 && look->width <= 9 && !mu_sfnt_table(file, "fvar").size;
    look_at_slant(file, os2, look);
    return true;
}
