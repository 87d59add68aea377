#include "expr/regexp.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct MuRegexp {
    MuStr source, flags;
    bool global, sticky;
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

static void release(void *object)
{
    MuRegexp *regexp = object;
    pcre2_match_context_free(regexp->limits);
    pcre2_match_data_free(regexp->data);
    pcre2_code_free(regexp->code);
}

/* What \s means beyond ASCII in JavaScript; PCRE2's own \s is ASCII here. */
#define WIDE_SPACE "\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"

/* One escape of JavaScript's in PCRE2's terms. `c` is the character behind the backslash. */
static void translate_escape(MuBuf *out, char c, bool in_class, bool unicode)
{
    if (c == 's') {
        mu_buf_adds(out, in_class ? "\\s" WIDE_SPACE : "[\\s" WIDE_SPACE "]");
    } else if (c == 'S' && !in_class) {
        mu_buf_adds(out, "[^\\s" WIDE_SPACE "]");
    } else if (c == 'v') {
        mu_buf_adds(out, "\\x0b");
    } else if (!(unicode && (c == 'p' || c == 'P')) && c && strchr("aACeEFgGhHiIjJKlLmMNoOpPqQRTUVXyYzZ", c)) {
        mu_buf_addc(out, c); /* means itself in JavaScript, something of its own in Perl */
    } else {
        mu_buf_addc(out, '\\');
        mu_buf_addc(out, c);
    }
}

/* JavaScript's syntax to PCRE2's where they differ: escapes, and [ in a class, which begins a POSIX name there. */
static MuStr translate(MuArena *arena, MuStr pattern, bool unicode)
{
    MuBuf out = {.arena = arena};
    bool in_class = false;
    for (size_t i = 0; i < pattern.size; i++) {
        char c = pattern.at[i];
        if (c == '\\' && i + 1 < pattern.size) {
            translate_escape(&out, pattern.at[++i], in_class, unicode);
            continue;
        }
        if (c == '[' && in_class)
            mu_buf_addc(&out, '\\');
        if (c == '[' || c == ']')
            in_class = c == '[';
        mu_buf_addc(&out, c);
    }
    return mu_buf_str(&out);
}

/* PCRE2's options for the flags; false for an unknown or repeated one. */
static bool read_flags(MuStr flags, uint32_t *options)
{
    *options = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF | PCRE2_DOLLAR_ENDONLY;
    for (size_t i = 0; i < flags.size; i++) {
        char c = flags.at[i];
        if (!c || !strchr("dgimsuvy", c) || memchr(flags.at, c, i))
            return false;
        *options |= c == 'i' ? PCRE2_CASELESS : c == 'm' ? PCRE2_MULTILINE : c == 's' ? PCRE2_DOTALL : 0;
    }
    return true;
}

static bool has_flag(MuStr flags, char c)
{
    return flags.size && memchr(flags.at, c, flags.size);
}

static MuStr error_text(MuArena *arena, int code)
{
    PCRE2_UCHAR text[160];
    pcre2_get_error_message(code, text, sizeof text);
    return mu_str_copy(arena, mu_str((const char *)text));
}

/* A line of JavaScript's ends at LF, CR, U+2028 and U+2029; the nearest that PCRE2 knows is LF, CR, CRLF. */
static pcre2_code *compile(MuStr pattern, uint32_t options, bool unicode, int *error, size_t *at)
{
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (!context)
        return NULL;
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_parens_nest_limit(context, 100);
    if (unicode)
        pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALT_BSUX); /* \u{1F600} */
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.at, pattern.size, options, error, at, context);
    pcre2_compile_context_free(context);
    return code;
}

const MuRegexp *mu_regexp_new(MuArena *arena, MuStr pattern, MuStr flags, MuStr *message, size_t *at)
{
    uint32_t options;
    *at = 0;
    if (!read_flags(flags, &options)) {
        *message = mu_str_printf(arena, "'%.*s' are no flags of it", MU_FMT(flags));
        return NULL;
    }
    MuRegexp *regexp = MU_NEW(arena, MuRegexp);
    bool unicode = has_flag(flags, 'u') || has_flag(flags, 'v');
    MuStr perl = translate(arena, pattern, unicode);
    regexp->source = pattern.size ? mu_str_copy(arena, pattern) : MU_STR("(?:)");
    regexp->flags = mu_str_copy(arena, flags);
    regexp->global = has_flag(flags, 'g');
    regexp->sticky = has_flag(flags, 'y');
    mu_arena_defer(arena, release, regexp);
    int error = PCRE2_ERROR_NOMEMORY;
    regexp->code = compile(perl, options, unicode, &error, at);
    if (!regexp->code) {
        *message = error_text(arena, error);
        return NULL;
    }
    regexp->data = pcre2_match_data_create_from_pattern(regexp->code, NULL);
    regexp->limits = pcre2_match_context_create(NULL);
    if (!regexp->data || !regexp->limits)
        mu_arena_fail(arena, MU_NO_MEMORY);
    pcre2_set_match_limit(regexp->limits, 1000000);
    pcre2_set_heap_limit(regexp->limits, 64 * 1024); /* KiB */
    return regexp;
}

MuValue mu_regexp_value(const MuRegexp *regexp)
{
    return (MuValue){.kind = MU_REGEXP, .ref = regexp};
}
bool mu_regexp_global(const MuRegexp *regexp)
{
    return regexp->global;
}
MuStr mu_regexp_source(const MuRegexp *regexp)
{
    return regexp->source;
}
MuStr mu_regexp_flags(const MuRegexp *regexp)
{
    return regexp->flags;
}

MuStr mu_regexp_text(MuArena *arena, const MuRegexp *regexp)
{
    return mu_str_printf(arena, "/%.*s/%.*s", MU_FMT(regexp->source), MU_FMT(regexp->flags));
}

MuRegexpResult mu_regexp_match(const MuRegexp *regexp, MuStr subject, size_t from, MuRegexpMatch *match)
{
    uint32_t options = regexp->sticky ? PCRE2_ANCHORED : 0;
    PCRE2_SPTR at = (PCRE2_SPTR)(subject.at ? subject.at : "");
    int result = pcre2_match(regexp->code, at, subject.size, from, options, regexp->data, regexp->limits);
    if (result == PCRE2_ERROR_NOMATCH)
        return MU_REGEXP_NONE;
    if (result <= 0)
        return MU_REGEXP_LIMIT;
    match->offsets = pcre2_get_ovector_pointer(regexp->data);
    match->count = pcre2_get_ovector_count(regexp->data);
    return MU_REGEXP_FOUND;
}

size_t mu_regexp_group(MuArena *arena, const MuRegexp *regexp, MuStr name)
{
    int number = pcre2_substring_number_from_name(regexp->code, (PCRE2_SPTR)mu_str_cstr(arena, name));
    return number > 0 ? (size_t)number : 0;
}
