/* GPOS: pair adjustment. Other kinds (marks, mostly) leave a text that they could touch to the complete engine. */
#include "text/layout_tables.h"

enum { PAIR = 2, MOST_SUBTABLES = 1024 };

/* Bits of a value's format; those above are tables for single sizes and variations. */
enum { X_PLACEMENT = 1, Y_PLACEMENT = 2, X_ADVANCE = 4, Y_ADVANCE = 8, PLAIN_VALUE = 15 };

static size_t value_size(unsigned format)
{
    size_t size = 0;
    for (; format; format &= format - 1)
        size += 2;
    return size;
}

static void add_value(const MuSfnt *font, MuBytes bytes, size_t at, unsigned format, MuGlyph *glyph)
{
    int32_t *const fields[] = {&glyph->dx, &glyph->dy, &glyph->advance};
    for (unsigned i = 0; i < 3; i++) {
        if (!(format >> i & 1))
            continue;
        *fields[i] += mu_sfnt_scaled(font, mu_i16(bytes, at));
        at += 2;
    }
}

/* Format 1: the byte of the pair's first value in its set; 0: the pair is not there. */
static size_t find_pair(MuBytes set, size_t record_size, uint16_t second)
{
    size_t low = 0, high = mu_u16(set, 0);
    while (low < high) {
        size_t middle = (low + high) / 2, record = 2 + record_size * middle;
        uint16_t found = mu_u16(set, record);
        if (found == second)
            return record + 2;
        if (found < second)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Format 2: by the classes of both glyphs; 0: they are beyond the matrix. *by_rest: the second glyph is of no class,
 * for which versions of HarfBuzz go on to the next subtable or do not. */
static size_t find_classes(MuBytes subtable, size_t record_size, uint16_t first, uint16_t second, bool *by_rest)
{
    unsigned row = mu_class(mu_bytes_by16(subtable, 8), first);
    unsigned column = mu_class(mu_bytes_by16(subtable, 10), second);
    unsigned rows = mu_u16(subtable, 12), columns = mu_u16(subtable, 14);
    *by_rest = column == 0;
    return row < rows && column < columns ? 16 + record_size * ((size_t)row * columns + column) : 0;
}

typedef enum Outcome { UNTOUCHED, TOUCHED, UNKNOWN } Outcome;

static Outcome adjust(const MuSfnt *font, MuBytes subtable, bool is_last, MuGlyph *pair, size_t *steps)
{
    int index = mu_coverage(mu_bytes_by16(subtable, 2), pair[0].id);
    unsigned format = mu_u16(subtable, 0), first = mu_u16(subtable, 4), second = mu_u16(subtable, 6);
    size_t size = value_size(first) + value_size(second), at;
    MuBytes values = subtable;
    bool by_rest = false;
    if (index == MU_NOT_COVERED)
        return UNTOUCHED;
    if (format == 1) {
        values = mu_bytes_by16(subtable, 10 + 2 * (size_t)index);
        at = index < mu_u16(subtable, 8) ? find_pair(values, 2 + size, pair[1].id) : 0;
    } else {
        at = find_classes(subtable, size, pair[0].id, pair[1].id, &by_rest);
    }
    if (!at)
        return UNTOUCHED;
    if ((first | second) & ~(unsigned)PLAIN_VALUE || format > 2 || (by_rest && !is_last))
        return UNKNOWN;
    add_value(font, values, at, first, &pair[0]);
    add_value(font, values, at + value_size(first), second, &pair[1]);
    *steps = second ? 2 : 1;
    return TOUCHED;
}

/* False: unknown. */
static bool adjust_pair(const MuSfnt *font, const MuLookup *lookup, MuGlyph *pair, size_t *steps)
{
    Outcome outcome = UNTOUCHED;
    for (size_t i = 0; outcome == UNTOUCHED && i < lookup->subtables; i++)
        outcome = adjust(font, mu_lookup_subtable(lookup, i), i + 1 == lookup->subtables, pair, steps);
    return outcome != UNKNOWN;
}

static bool position(const MuSfnt *font, const MuLookup *lookup, MuGlyphs *glyphs)
{
    for (size_t i = 0; i < glyphs->size;) {
        size_t steps = 1;
        bool begins = mu_lookup_begins(lookup, glyphs->at[i].id);
        if (begins && (lookup->type != PAIR || lookup->subtables > MOST_SUBTABLES || mu_lookup_skips(lookup, glyphs)))
            return false;
        if (begins && i + 1 < glyphs->size && !adjust_pair(font, lookup, &glyphs->at[i], &steps))
            return false;
        i += steps;
    }
    return true;
}

bool mu_position(const MuSfnt *font, const MuLookups *gpos, MuGlyphs *glyphs)
{
    for (size_t i = 0; i < gpos->count; i++) {
        if (!position(font, &gpos->at[i], glyphs))
            return false;
    }
    return true;
}
