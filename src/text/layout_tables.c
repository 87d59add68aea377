#include "text/layout_tables.h"

static uint32_t tag_of(const char *tag)
{
    return mu_u32((MuBytes){(const unsigned char *)tag, 4}, 0);
}

/* The record of the range that holds the glyph, in an ascending list of {first, last, number}; 0: none does. */
static size_t find_range(MuBytes table, uint16_t glyph)
{
    size_t low = 0, high = mu_u16(table, 2);
    while (low < high) {
        size_t middle = (low + high) / 2, record = 4 + 6 * middle;
        if (glyph < mu_u16(table, record))
            high = middle;
        else if (glyph > mu_u16(table, record + 2))
            low = middle + 1;
        else
            return record;
    }
    return 0;
}

static int coverage_in_list(MuBytes coverage, uint16_t glyph)
{
    size_t low = 0, high = mu_u16(coverage, 2);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint16_t found = mu_u16(coverage, 4 + 2 * middle);
        if (found == glyph)
            return (int)middle;
        if (found < glyph)
            low = middle + 1;
        else
            high = middle;
    }
    return MU_NOT_COVERED;
}

int mu_coverage(MuBytes coverage, uint16_t glyph)
{
    unsigned format = mu_u16(coverage, 0);
    if (format == 1)
        return coverage_in_list(coverage, glyph);
    size_t record = format == 2 ? find_range(coverage, glyph) : 0;
    return record ? mu_u16(coverage, record + 4) + glyph - mu_u16(coverage, record) : MU_NOT_COVERED;
}

unsigned mu_class(MuBytes classes, uint16_t glyph)
{
    unsigned format = mu_u16(classes, 0), start = mu_u16(classes, 2);
    if (format == 1)
        return glyph >= start && glyph - start < mu_u16(classes, 4) ? mu_u16(classes, 6 + (size_t)2 * (glyph - start))
                                                                    : 0;
    size_t record = format == 2 ? find_range(classes, glyph) : 0;
    return record ? mu_u16(classes, record + 4) : 0;
}

MuBytes mu_lookup_subtable(const MuLookup *lookup, size_t i)
{
    MuBytes subtable = mu_bytes_by16(lookup->table, 6 + 2 * i);
    return mu_u16(lookup->table, 0) == lookup->type ? subtable : mu_bytes_from(subtable, mu_u32(subtable, 4));
}

bool mu_lookup_read(const MuLookups *lookups, unsigned index, MuLookup *lookup)
{
    if (index >= mu_u16(lookups->list, 0))
        return false;
    MuBytes table = mu_bytes_by16(lookups->list, 2 + (size_t)2 * index);
    *lookup =
        (MuLookup){.table = table, .type = mu_u16(table, 0), .flag = mu_u16(table, 2), .subtables = mu_u16(table, 4)};
    if (lookup->type == lookups->extension)
        lookup->type = mu_u16(mu_bytes_by16(table, 6), 2);
    return table.size > 0 && lookup->type != lookups->extension;
}

/* Contexts of format 3 have a coverage for each glyph: the first one of the input. */
static MuBytes first_coverage(const MuLookup *lookup, MuBytes subtable, bool is_gsub)
{
    unsigned context = is_gsub ? 5 : 7;
    bool by_coverage = mu_u16(subtable, 0) == 3;
    if (by_coverage && lookup->type == context)
        return mu_bytes_by16(subtable, 6);
    if (by_coverage && lookup->type == context + 1)
        return mu_bytes_by16(subtable, 6 + (size_t)2 * mu_u16(subtable, 2));
    return mu_bytes_by16(subtable, 2);
}

static size_t add_range(uint8_t *bits, unsigned from, unsigned to, unsigned glyph_count)
{
    for (unsigned glyph = from; glyph <= to && glyph < glyph_count; glyph++)
        bits[glyph / 8] |= (uint8_t)(1u << glyph % 8);
    return from <= to && from < glyph_count ? to - from + (size_t)1 : 1;
}

static bool add_coverage(MuLookups *lookups, uint8_t *bits, MuBytes coverage, unsigned glyph_count)
{
    bool ranges = mu_u16(coverage, 0) == 2;
    lookups->work++;
    for (size_t i = 0, count = mu_u16(coverage, 2); i < count && lookups->work < MU_MOST_WORK; i++) {
        size_t at = 4 + (ranges ? 6 : 2) * i;
        lookups->work += add_range(bits, mu_u16(coverage, at), mu_u16(coverage, at + (ranges ? 2 : 0)), glyph_count);
    }
    return lookups->work < MU_MOST_WORK;
}

static bool add_lookup(MuLookups *lookups, unsigned index, bool is_gsub, unsigned glyph_count)
{
    MuLookup lookup;
    if (!mu_lookup_read(lookups, index, &lookup))
        return false;
    lookup.first = calloc(1, glyph_count / 8 + 1);
    if (!lookup.first)
        return false;
    lookups->at[lookups->count++] = lookup;
    for (size_t i = 0; i < lookup.subtables; i++) {
        MuBytes coverage = first_coverage(&lookup, mu_lookup_subtable(&lookup, i), is_gsub);
        if (!add_coverage(lookups, lookup.first, coverage, glyph_count))
            return false;
    }
    return true;
}

/* By record {tag, offset16} in a list whose count stands at `count_at`. */
static MuBytes find_tagged(MuBytes table, size_t count_at, uint32_t tag)
{
    for (size_t i = 0, count = mu_u16(table, count_at); i < count; i++) {
        size_t record = count_at + 2 + 6 * i;
        if (mu_u32(table, record) == tag)
            return mu_bytes_by16(table, record + 4);
    }
    return (MuBytes){0};
}

/* HarfBuzz falls back on DFLT, then dflt, then latn. */
static MuBytes find_script(MuBytes scripts, MuScript script)
{
    static const char *const tags[MU_SCRIPTS] = {"zyyy", "latn", "grek", "cyrl"};
    const char *const wanted[] = {tags[script], "DFLT", "dflt", "latn"};
    MuBytes found = {0};
    for (size_t i = 0; !found.size && i < sizeof wanted / sizeof *wanted; i++)
        found = find_tagged(scripts, 0, tag_of(wanted[i]));
    return found;
}

/* Pango sets Greek and Cyrillic letters in a text of another language's script as Greek and Russian. */
static MuBytes find_language(MuBytes script, MuScript of)
{
    static const char *const tags[MU_SCRIPTS] = {"ENG ", "ENG ", "ELL ", "RUS "};
    MuBytes found = find_tagged(script, 2, tag_of(tags[of]));
    if (!found.size)
        found = find_tagged(script, 2, tag_of("dflt"));
    return found.size ? found : mu_bytes_by16(script, 0);
}

/* Features that HarfBuzz turns on for horizontal text that runs to the right. */
static bool is_on(uint32_t tag, bool tabular)
{
    static const char *const names[] = {"abvm", "blwm", "calt", "ccmp", "clig", "curs", "dist", "kern", "liga",
                                        "locl", "ltra", "ltrm", "mark", "mkmk", "rand", "rclt", "rlig"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (tag == tag_of(names[i]))
            return true;
    }
    return tabular && tag == tag_of("tnum");
}

/* Marks what a feature turns on. */
static void mark_lookups(MuLookups *lookups, MuBytes features, unsigned index, uint8_t *wanted)
{
    MuBytes feature = mu_bytes_by16(features, 2 + (size_t)6 * index + 4);
    size_t count = mu_u16(feature, 2);
    lookups->work += count;
    for (size_t i = 0; i < count; i++) {
        unsigned lookup = mu_u16(feature, 4 + 2 * i);
        if (lookup < mu_u16(lookups->list, 0))
            wanted[lookup] = 1;
    }
}

static uint32_t tag_at(MuBytes features, unsigned index)
{
    return mu_u32(features, 2 + (size_t)6 * index);
}

/* Adds what is marked, and clears the marks. */
static bool add_marked(MuLookups *lookups, uint8_t *wanted, bool is_gsub, unsigned glyph_count)
{
    for (unsigned i = 0, count = mu_u16(lookups->list, 0); i < count; i++) {
        if (wanted[i] && !add_lookup(lookups, i, is_gsub, glyph_count))
            return false;
        wanted[i] = 0;
    }
    return true;
}

/* What the language requires under a name of its own runs before all others. */
static bool add_required(MuLookups *lookups, MuBytes features, unsigned required, bool is_gsub, unsigned glyph_count,
                         uint8_t *wanted)
{
    enum { NO_FEATURE = 0xFFFF };
    if (required == NO_FEATURE)
        return true;
    mark_lookups(lookups, features, required, wanted);
    return is_on(tag_at(features, required), true) || add_marked(lookups, wanted, is_gsub, glyph_count);
}

static bool add_language(MuLookups *lookups, MuBytes features, MuBytes language, bool is_gsub, bool tabular,
                         unsigned glyph_count, uint8_t *wanted)
{
    if (!language.size)
        return true;
    if (!add_required(lookups, features, mu_u16(language, 2), is_gsub, glyph_count, wanted))
        return false;
    for (size_t i = 0, count = mu_u16(language, 4); i < count; i++) {
        unsigned index = mu_u16(language, 6 + 2 * i);
        uint32_t tag = tag_at(features, index);
        if (tag == tag_of("rvrn") || lookups->work > MU_MOST_WORK)
            return false; /* the one runs before the others */
        lookups->has_kern = lookups->has_kern || tag == tag_of("kern");
        if (is_on(tag, tabular))
            mark_lookups(lookups, features, index, wanted);
    }
    return add_marked(lookups, wanted, is_gsub, glyph_count);
}

bool mu_lookups_read(MuBytes table, bool is_gsub, MuScript script, bool tabular, unsigned glyph_count,
                     MuLookups *lookups)
{
    enum { WITH_VARIATIONS = 0x00010001 };
    *lookups = (MuLookups){.list = mu_bytes_by16(table, 8), .extension = is_gsub ? 7 : 9};
    if (!table.size)
        return true;
    if (mu_u32(table, 0) >= WITH_VARIATIONS)
        return false;
    MuBytes language = find_language(find_script(mu_bytes_by16(table, 4), script), script);
    size_t count = mu_u16(lookups->list, 0);
    uint8_t *wanted = calloc(1, count + 1);
    lookups->at = calloc(2 * count + 1, sizeof *lookups->at);
    bool known = wanted && lookups->at &&
                 add_language(lookups, mu_bytes_by16(table, 6), language, is_gsub, tabular, glyph_count, wanted);
    free(wanted);
    return known;
}

void mu_lookups_release(MuLookups *lookups)
{
    for (size_t i = 0; i < lookups->count; i++)
        free(lookups->at[i].first);
    free(lookups->at);
    *lookups = (MuLookups){0};
}

bool mu_lookup_skips(const MuLookup *lookup, const MuGlyphs *glyphs)
{
    enum { IGNORES_BASES = 2, IGNORES_LIGATURES = 4 };
    if (!(lookup->flag & (IGNORES_BASES | IGNORES_LIGATURES)))
        return false;
    for (size_t i = 0; i < glyphs->size; i++) {
        unsigned class_of = glyphs->at[i].class_of;
        if ((lookup->flag & IGNORES_BASES && class_of == MU_BASE) ||
            (lookup->flag & IGNORES_LIGATURES && class_of == MU_LIGATURE))
            return true;
    }
    return false;
}
