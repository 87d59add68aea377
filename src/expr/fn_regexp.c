/* Regular expressions, and the functions that take a text or one of them as the pattern. */
#include "expr/function.h"
#include "expr/operate.h"
#include "expr/regexp.h"

#include "base/utf8.h"
#include "base/vec.h"

static MuArena *arena_of(const MuCall *call)
{
    return call->env->arena;
}

/* The expression at the argument: one already, or compiled from text. NULL: the call has failed. */
static const MuRegexp *pattern_of(MuCall *call, size_t i, MuStr flags)
{
    MuValue v = mu_arg(call, i);
    MuStr message;
    size_t at;
    if (v.kind == MU_REGEXP && !flags.size)
        return mu_value_regexp(v);
    MuStr text = v.kind == MU_REGEXP ? mu_regexp_source(mu_value_regexp(v)) : mu_string_of(arena_of(call), v);
    const MuRegexp *regexp = mu_regexp_new(arena_of(call), text, flags, &message, &at);
    if (!regexp)
        MU_FAIL(call, MU_DIAG_EXPR_REGEXP, MU_FMT(message));
    return regexp;
}

static MuRegexpResult match(MuCall *call, const MuRegexp *regexp, MuStr s, size_t from, MuRegexpMatch *found)
{
    MuRegexpResult result = mu_regexp_match(regexp, s, from, found);
    if (result == MU_REGEXP_LIMIT)
        MU_FAIL(call, MU_DIAG_EXPR_REGEXP_LIMIT, MU_FMT(mu_regexp_source(regexp)));
    return result;
}

static MuValue call_regexp(MuCall *call)
{
    MuStr flags = mu_arg(call, 1).kind == MU_UNDEFINED ? MU_STR("") : mu_arg_string(call, 1);
    const MuRegexp *regexp = pattern_of(call, 0, flags);
    return regexp ? mu_regexp_value(regexp) : mu_undefined();
}

static MuValue call_test(MuCall *call)
{
    MuRegexpMatch found;
    const MuRegexp *regexp = pattern_of(call, 0, MU_STR(""));
    if (!regexp)
        return mu_undefined();
    MuRegexpResult result = match(call, regexp, mu_arg_string(call, 1), 0, &found);
    return result == MU_REGEXP_LIMIT ? mu_undefined() : mu_bool(result == MU_REGEXP_FOUND);
}

/* ---- replace ---- */

/* One replacement while it is written: the text, the template, and what matched. */
typedef struct Replacement {
    MuBuf *out;
    MuStr text, with;
    const MuRegexp *regexp; /* NULL: a plain text was looked for */
    MuRegexpMatch match;
} Replacement;

static void add_group(const Replacement *r, size_t group)
{
    size_t start = r->match.offsets[2 * group], end = r->match.offsets[2 * group + 1];
    if (start != SIZE_MAX)
        mu_buf_add(r->out, mu_str_slice(r->text, start, end));
}

static size_t digit_at(MuStr s, size_t i)
{
    return i < s.size && s.at[i] >= '0' && s.at[i] <= '9' ? (size_t)(s.at[i] - '0') : SIZE_MAX;
}

/* $1 to $99: the longest number that is a group's. Gives the bytes taken behind the $, 0 if it is none. */
static size_t add_numbered(const Replacement *r, size_t i)
{
    size_t one = digit_at(r->with, i), two = digit_at(r->with, i + 1);
    if (one == SIZE_MAX)
        return 0;
    size_t both = two == SIZE_MAX ? 0 : one * 10 + two;
    if (both && both < r->match.count) {
        add_group(r, both);
        return 2;
    }
    if (!one || one >= r->match.count)
        return 0;
    add_group(r, one);
    return 1;
}

/* $<name> */
static size_t add_named(const Replacement *r, size_t i)
{
    size_t end = mu_str_find(r->with, MU_STR(">"), i);
    if (!r->regexp || end == SIZE_MAX)
        return 0;
    size_t group = mu_regexp_group(r->out->arena, r->regexp, mu_str_slice(r->with, i + 1, end));
    if (group)
        add_group(r, group);
    return end - i + 1;
}

/* What stands behind a $ at `i` - 1 (ECMA-262: GetSubstitution). Gives the bytes taken; 0: the $ is meant. */
static size_t add_special(const Replacement *r, size_t i)
{
    char c = i < r->with.size ? r->with.at[i] : 0;
    size_t start = r->match.offsets[0], end = r->match.offsets[1];
    if (c == '$')
        mu_buf_addc(r->out, '$');
    else if (c == '&')
        mu_buf_add(r->out, mu_str_slice(r->text, start, end));
    else if (c == '`')
        mu_buf_add(r->out, mu_str_slice(r->text, 0, start));
    else if (c == '\'')
        mu_buf_add(r->out, mu_str_slice(r->text, end, r->text.size));
    else if (c == '<')
        return add_named(r, i);
    else
        return add_numbered(r, i);
    return 1;
}

static void add_replacement(const Replacement *r)
{
    for (size_t i = 0; i < r->with.size; i++) {
        size_t taken = r->with.at[i] == '$' ? add_special(r, i + 1) : 0;
        if (taken)
            i += taken;
        else
            mu_buf_addc(r->out, r->with.at[i]);
    }
}

/* Behind a match at byte `end`; behind an empty one a character further, so that the search goes on. */
static size_t next_from(MuStr s, const size_t *offsets)
{
    uint32_t code;
    size_t end = offsets[1];
    if (offsets[0] != end)
        return end;
    return end < s.size ? end + mu_utf8_decode(s, end, &code) : end + 1;
}

static MuValue replace_pattern(MuCall *call, Replacement *r, const MuRegexp *regexp)
{
    size_t done = 0, from = 0;
    r->regexp = regexp;
    do {
        MuRegexpResult result = match(call, regexp, r->text, from, &r->match);
        if (result == MU_REGEXP_LIMIT || !mu_call_room(call, (double)r->out->size))
            return mu_undefined();
        if (result == MU_REGEXP_NONE)
            break;
        size_t end = r->match.offsets[1];
        mu_buf_add(r->out, mu_str_slice(r->text, done, r->match.offsets[0]));
        add_replacement(r);
        from = next_from(r->text, r->match.offsets);
        done = end;
    } while (mu_regexp_global(regexp) && from <= r->text.size);
    mu_buf_add(r->out, mu_str_slice(r->text, done, r->text.size));
    return mu_string(mu_buf_str(r->out));
}

/* The first place only. */
static MuValue replace_text(Replacement *r, MuStr wanted)
{
    size_t at = mu_str_find(r->text, wanted, 0);
    if (at == SIZE_MAX)
        return mu_string(r->text);
    size_t offsets[2] = {at, at + wanted.size};
    r->match = (MuRegexpMatch){offsets, 1};
    mu_buf_add(r->out, mu_str_slice(r->text, 0, at));
    add_replacement(r);
    r->match = (MuRegexpMatch){0};
    mu_buf_add(r->out, mu_str_slice(r->text, offsets[1], r->text.size));
    return mu_string(mu_buf_str(r->out));
}

static MuValue call_replace(MuCall *call)
{
    MuValue pattern = mu_arg(call, 1);
    MuBuf out = {.arena = arena_of(call)};
    Replacement r = {.out = &out, .text = mu_arg_string(call, 0), .with = mu_arg_string(call, 2)};
    if (pattern.kind == MU_REGEXP)
        return replace_pattern(call, &r, mu_value_regexp(pattern));
    if (pattern.kind != MU_STRING)
        return mu_call_wrong(call, 1, "a text or a regular expression as the pattern");
    return replace_text(&r, mu_value_str(pattern));
}

/* ---- split ---- */

typedef struct Parts {
    MU_VEC(MuValue) list;
    size_t limit;
} Parts;

static void add_part(MuCall *call, Parts *parts, MuStr part)
{
    if (parts->list.size < parts->limit)
        MU_PUSH(arena_of(call), &parts->list, mu_string(part));
}

static void split_text(MuCall *call, Parts *parts, MuStr s, MuStr by)
{
    size_t from = 0, units = by.size ? 0 : mu_utf16_length(s);
    for (size_t i = 0; i < units && parts->list.size < parts->limit; i++)
        add_part(call, parts, mu_utf16_slice(arena_of(call), s, i, i + 1));
    if (!by.size)
        return;
    for (size_t at; (at = mu_str_find(s, by, from)) != SIZE_MAX && parts->list.size < parts->limit; from = at + by.size)
        add_part(call, parts, mu_str_slice(s, from, at));
    add_part(call, parts, mu_str_slice(s, from, s.size));
}

static void add_captures(MuCall *call, Parts *parts, MuStr s, const MuRegexpMatch *found)
{
    for (size_t g = 1; g < found->count; g++) {
        size_t start = found->offsets[2 * g];
        if (start != SIZE_MAX)
            add_part(call, parts, mu_str_slice(s, start, found->offsets[2 * g + 1]));
        else if (parts->list.size < parts->limit)
            MU_PUSH(arena_of(call), &parts->list, mu_undefined());
    }
}

/* ECMA-262: RegExp.prototype[@@split]; an empty match neither at the start of a part nor at the end. */
static void split_pattern(MuCall *call, Parts *parts, MuStr s, const MuRegexp *regexp)
{
    size_t from = 0, search = 0;
    MuRegexpMatch found;
    if (!s.size && match(call, regexp, s, 0, &found) == MU_REGEXP_FOUND)
        return;
    while (search < s.size && parts->list.size < parts->limit) {
        if (match(call, regexp, s, search, &found) != MU_REGEXP_FOUND || found.offsets[0] >= s.size)
            break;
        size_t start = found.offsets[0], end = found.offsets[1];
        search = next_from(s, found.offsets);
        if (end == from)
            continue;
        add_part(call, parts, mu_str_slice(s, from, start));
        add_captures(call, parts, s, &found);
        from = end;
    }
    add_part(call, parts, mu_str_slice(s, from, s.size));
}

static MuValue call_split(MuCall *call)
{
    MuStr s = mu_arg_string(call, 0);
    MuValue by = mu_arg(call, 1), limit = mu_arg(call, 2), result;
    Parts parts = {.limit = MU_EXPR_ITEMS + 1};
    if (limit.kind != MU_UNDEFINED) {
        uint32_t most = (uint32_t)mu_to_int32(mu_to_number(limit));
        parts.limit = most < parts.limit ? most : parts.limit;
    }
    if (by.kind == MU_REGEXP)
        split_pattern(call, &parts, s, mu_value_regexp(by));
    else if (by.kind == MU_UNDEFINED)
        add_part(call, &parts, s);
    else
        split_text(call, &parts, s, mu_string_of(arena_of(call), by));
    if (call->env->failed || !mu_call_array(call, (double)parts.list.size, &result))
        return mu_undefined();
    if (parts.list.size)
        memcpy(result.array->at, parts.list.at, parts.list.size * sizeof *parts.list.at);
    return result;
}

static const MuFunction table[] = {
    {"regexp", 1, 2, .signature = "regexp(pattern, flags)", .doc = "a regular expression from text",
     .call = call_regexp},
    {"test", 2, 2, .signature = "test(regexp, text)", .doc = "whether the text matches", .call = call_test},
    {"replace", 3, 3, .signature = "replace(text, pattern, replacement)",
     .doc = "with the pattern (once; with the flag g everywhere) replaced", .call = call_replace},
    {"split", 2, 3, .signature = "split(text, separator, limit)", .doc = "the parts between the separators",
     .call = call_split},
};

const MuFamily mu_functions_regexp = MU_FAMILY("regular expressions", table);
