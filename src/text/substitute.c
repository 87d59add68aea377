/* GSUB: single and ligature substitution, and contexts that call single ones. Whatever else could touch a text leaves
 * it to the complete engine. */
#include "text/layout_tables.h"

typedef enum Outcome { UNTOUCHED, TOUCHED, UNKNOWN } Outcome;

/* A pass over a text. `at` moves behind what a lookup touched. */
typedef struct Pass {
    const MuSfnt *font;
    const MuLookups *gsub;
    MuGlyphs *glyphs;
    size_t at;
    size_t *work; /* rules and subtables tried: a font may not be a bomb */
} Pass;

enum { SINGLE = 1, LIGATURE = 4, CONTEXT = 5, CHAIN = 6 };

/* False: it became a mark, or a glyph that is not there. */
static bool set_glyph(const Pass *pass, size_t at, uint16_t id)
{
    MuGlyph *glyph = &pass->glyphs->at[at];
    glyph->id = id;
    glyph->class_of = (uint8_t)mu_class(pass->font->classes, id);
    return id < pass->font->glyph_count && glyph->class_of != MU_MARK;
}

static Outcome replace_single(const Pass *pass, MuBytes subtable, size_t at)
{
    uint16_t id = pass->glyphs->at[at].id;
    int index = mu_coverage(mu_bytes_by16(subtable, 2), id);
    unsigned format = mu_u16(subtable, 0);
    if (index == MU_NOT_COVERED || (format == 2 && index >= mu_u16(subtable, 4)))
        return UNTOUCHED;
    if (format != 1 && format != 2)
        return UNKNOWN;
    uint16_t by = format == 1 ? (uint16_t)(id + mu_u16(subtable, 4)) : mu_u16(subtable, 6 + 2 * (size_t)index);
    return set_glyph(pass, at, by) ? TOUCHED : UNKNOWN;
}

static bool is_ligature_here(const Pass *pass, MuBytes ligature)
{
    size_t components = mu_u16(ligature, 2);
    if (!components || components > pass->glyphs->size - pass->at)
        return false;
    for (size_t i = 1; i < components; i++) {
        if (pass->glyphs->at[pass->at + i].id != mu_u16(ligature, 2 + 2 * i))
            return false;
    }
    return true;
}

static Outcome form_ligature(Pass *pass, MuBytes ligature)
{
    MuGlyphs *glyphs = pass->glyphs;
    size_t behind = pass->at + mu_u16(ligature, 2);
    memmove(glyphs->at + pass->at + 1, glyphs->at + behind, (glyphs->size - behind) * sizeof *glyphs->at);
    glyphs->size -= behind - pass->at - 1;
    bool known = set_glyph(pass, pass->at, mu_u16(ligature, 0));
    pass->at++;
    return known ? TOUCHED : UNKNOWN;
}

static Outcome replace_ligature(Pass *pass, MuBytes subtable)
{
    int index = mu_coverage(mu_bytes_by16(subtable, 2), pass->glyphs->at[pass->at].id);
    if (index == MU_NOT_COVERED || index >= mu_u16(subtable, 4))
        return UNTOUCHED;
    MuBytes set = mu_bytes_by16(subtable, 6 + 2 * (size_t)index);
    for (size_t i = 0, count = mu_u16(set, 0); i < count; i++) {
        MuBytes ligature = mu_bytes_by16(set, 2 + 2 * i);
        if (++*pass->work > MU_MOST_WORK)
            return UNKNOWN;
        if (is_ligature_here(pass, ligature))
            return form_ligature(pass, ligature);
    }
    return UNTOUCHED;
}

/* How the numbers of a rule are matched: as glyphs (format 1), classes (2) or offsets of coverages (3). */
typedef struct Matching {
    unsigned format;
    MuBytes of; /* the classes, or what offsets count from */
} Matching;

static bool matches(const Matching *by, uint16_t glyph, unsigned number)
{
    if (by->format == 1)
        return glyph == number;
    if (by->format == 2)
        return mu_class(by->of, glyph) == number;
    return mu_coverage(mu_bytes_from(by->of, number), glyph) != MU_NOT_COVERED;
}

/* Numbers of a rule: `count` of them from byte `from` on. */
typedef struct Numbers {
    MuBytes bytes;
    size_t from, count;
} Numbers;

/* Numbers that match glyphs from `at` on; or, backwards, from the glyph before it. */
static bool match_forward(const Pass *pass, const Matching *by, const Numbers *numbers, size_t at)
{
    if (numbers->count > pass->glyphs->size - at)
        return false;
    for (size_t i = 0; i < numbers->count; i++) {
        if (!matches(by, pass->glyphs->at[at + i].id, mu_u16(numbers->bytes, numbers->from + 2 * i)))
            return false;
    }
    return true;
}

static bool match_backward(const Pass *pass, const Matching *by, const Numbers *numbers)
{
    if (numbers->count > pass->at)
        return false;
    for (size_t i = 0; i < numbers->count; i++) {
        if (!matches(by, pass->glyphs->at[pass->at - 1 - i].id, mu_u16(numbers->bytes, numbers->from + 2 * i)))
            return false;
    }
    return true;
}

static Outcome call_lookup(const Pass *pass, unsigned index, size_t at)
{
    MuLookup lookup;
    if (!mu_lookup_read(pass->gsub, index, &lookup) || lookup.type != SINGLE || mu_lookup_skips(&lookup, pass->glyphs))
        return UNKNOWN;
    *pass->work += lookup.subtables;
    for (size_t i = 0; i < lookup.subtables; i++) {
        Outcome outcome = replace_single(pass, mu_lookup_subtable(&lookup, i), at);
        if (outcome != UNTOUCHED)
            return outcome;
    }
    return UNTOUCHED;
}

/* Records {place in the input, lookup}. */
static Outcome call_lookups(Pass *pass, const Numbers *records, size_t input)
{
    for (size_t i = 0; i < records->count; i++) {
        size_t record = records->from + 4 * i, place = mu_u16(records->bytes, record);
        if (*pass->work > MU_MOST_WORK)
            return UNKNOWN;
        if (place < input && call_lookup(pass, mu_u16(records->bytes, record + 2), pass->at + place) == UNKNOWN)
            return UNKNOWN;
    }
    pass->at += input;
    return TOUCHED;
}

/* The three parts of a context, and how each is matched. */
typedef struct Rule {
    Matching before_by, input_by, after_by;
    Numbers before, input, after, records; /* input: without its first glyph in formats 1 and 2 */
} Rule;

/* Reads a count and its numbers; moves *at behind them. */
static Numbers read_numbers(MuBytes bytes, size_t *at, size_t fewer, size_t bytes_each)
{
    size_t count = mu_u16(bytes, *at);
    Numbers numbers = {bytes, *at + 2, count > fewer ? count - fewer : 0};
    *at += 2 + numbers.count * bytes_each;
    return numbers;
}

static void read_chain(MuBytes bytes, size_t at, size_t fewer, Rule *rule)
{
    rule->before = read_numbers(bytes, &at, 0, 2);
    rule->input = read_numbers(bytes, &at, fewer, 2);
    rule->after = read_numbers(bytes, &at, 0, 2);
    rule->records = read_numbers(bytes, &at, 0, 4);
}

/* The counts of input and records stand before the numbers of both. */
static void read_context(MuBytes bytes, size_t at, size_t fewer, Rule *rule)
{
    size_t input = mu_u16(bytes, at), records = mu_u16(bytes, at + 2);
    rule->before = rule->after = (Numbers){0};
    rule->input = (Numbers){bytes, at + 4, input > fewer ? input - fewer : 0};
    rule->records = (Numbers){bytes, at + 4 + 2 * rule->input.count, records};
}

static Outcome try_rule(Pass *pass, const Rule *rule, size_t fewer)
{
    size_t input = rule->input.count + fewer;
    if (!match_forward(pass, &rule->input_by, &rule->input, pass->at + fewer) ||
        !match_forward(pass, &rule->after_by, &rule->after, pass->at + input) ||
        !match_backward(pass, &rule->before_by, &rule->before))
        return UNTOUCHED;
    return call_lookups(pass, &rule->records, input);
}

static Outcome try_rule_set(Pass *pass, MuBytes set, bool is_chain, Rule *rule)
{
    for (size_t i = 0, count = mu_u16(set, 0); i < count; i++) {
        MuBytes bytes = mu_bytes_by16(set, 2 + 2 * i);
        if (++*pass->work > MU_MOST_WORK)
            return UNKNOWN;
        if (is_chain)
            read_chain(bytes, 0, 1, rule);
        else
            read_context(bytes, 0, 1, rule);
        Outcome outcome = bytes.size ? try_rule(pass, rule, 1) : UNTOUCHED;
        if (outcome != UNTOUCHED)
            return outcome;
    }
    return UNTOUCHED;
}

/* Formats 1 and 2: sets of rules, by the first glyph or its class. */
static Outcome replace_by_rules(Pass *pass, MuBytes subtable, bool is_chain)
{
    uint16_t first = pass->glyphs->at[pass->at].id;
    int index = mu_coverage(mu_bytes_by16(subtable, 2), first);
    unsigned format = mu_u16(subtable, 0);
    if (index == MU_NOT_COVERED)
        return UNTOUCHED;
    Rule rule = {.before_by = {format, {0}}, .input_by = {format, {0}}, .after_by = {format, {0}}};
    size_t sets = 4;
    if (format == 2) {
        rule.before_by.of = rule.input_by.of = rule.after_by.of = mu_bytes_by16(subtable, 4);
        if (is_chain) {
            rule.input_by.of = mu_bytes_by16(subtable, 6);
            rule.after_by.of = mu_bytes_by16(subtable, 8);
        }
        sets = is_chain ? 10 : 6;
        index = (int)mu_class(rule.input_by.of, first);
    }
    if (index >= mu_u16(subtable, sets))
        return UNTOUCHED;
    return try_rule_set(pass, mu_bytes_by16(subtable, sets + 2 + 2 * (size_t)index), is_chain, &rule);
}

static Outcome replace_in_context(Pass *pass, MuBytes subtable, bool is_chain)
{
    unsigned format = mu_u16(subtable, 0);
    if (format == 1 || format == 2)
        return replace_by_rules(pass, subtable, is_chain);
    if (format != 3)
        return UNKNOWN;
    Matching by = {3, subtable};
    Rule rule = {.before_by = by, .input_by = by, .after_by = by};
    if (is_chain)
        read_chain(subtable, 2, 0, &rule);
    else
        read_context(subtable, 2, 0, &rule);
    return rule.input.count ? try_rule(pass, &rule, 0) : UNTOUCHED;
}

static Outcome replace(Pass *pass, const MuLookup *lookup, MuBytes subtable)
{
    switch (lookup->type) {
    case SINGLE: {
        Outcome outcome = replace_single(pass, subtable, pass->at);
        pass->at += outcome == TOUCHED;
        return outcome;
    }
    case LIGATURE:
        return replace_ligature(pass, subtable);
    case CONTEXT:
        return replace_in_context(pass, subtable, false);
    case CHAIN:
        return replace_in_context(pass, subtable, true);
    default:
        return UNKNOWN;
    }
}

/* The first subtable that touches the glyph ends the lookup there. */
static Outcome replace_here(Pass *pass, const MuLookup *lookup)
{
    *pass->work += lookup->subtables;
    if (mu_lookup_skips(lookup, pass->glyphs) || *pass->work > MU_MOST_WORK)
        return UNKNOWN;
    for (size_t i = 0; i < lookup->subtables; i++) {
        Outcome outcome = replace(pass, lookup, mu_lookup_subtable(lookup, i));
        if (outcome != UNTOUCHED)
            return outcome;
    }
    pass->at++;
    return UNTOUCHED;
}

bool mu_substitute(const MuSfnt *font, const MuLookups *gsub, MuGlyphs *glyphs)
{
    size_t work = 0;
    for (size_t i = 0; i < gsub->count; i++) {
        const MuLookup *lookup = &gsub->at[i];
        Pass pass = {font, gsub, glyphs, 0, &work};
        while (pass.at < glyphs->size) {
            if (!mu_lookup_begins(lookup, glyphs->at[pass.at].id))
                pass.at++;
            else if (replace_here(&pass, lookup) == UNKNOWN)
                return false;
        }
    }
    return true;
}
