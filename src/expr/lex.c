#include "expr/lex.h"

#include "base/num.h"
#include "base/utf8.h"

static MuToken bad(MuLexer *lexer, size_t start, size_t end, const char *message, const char *hint)
{
    MuSpan span = mu_lex_span(lexer->text, lexer->span, start, end);
    MuDiag *diag = mu_diag(lexer->diags, MU_DIAG_EXPR_SYNTAX, span, message);
    if (hint)
        mu_diag_hint(lexer->diags, diag, "%s", hint);
    return (MuToken){.kind = MU_TOKEN_BAD, .start = (uint32_t)start, .end = (uint32_t)end};
}

static MuToken token(const MuLexer *lexer, MuTokenKind kind, size_t start)
{
    return (MuToken){.kind = kind,
                     .start = (uint32_t)start,
                     .end = (uint32_t)lexer->at,
                     .text = mu_str_slice(lexer->text, start, lexer->at)};
}

/* The byte at `i`, or 0 behind the end. */
static unsigned char peek(const MuLexer *lexer, size_t i)
{
    return i < lexer->text.size ? (unsigned char)lexer->text.at[i] : 0;
}

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}
static bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static int hex_digit(int c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The code point at byte `i` (in the text) and its bytes. */
static uint32_t code_point(const MuLexer *lexer, size_t i, size_t *size)
{
    uint32_t code;
    *size = mu_utf8_decode(lexer->text, i, &code);
    return code;
}

static bool is_line_end(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool is_space(uint32_t c)
{
    if (c <= 0x20)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0xA0 || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Letters of every script may stand in names. Taken wider than JavaScript does (which asks Unicode's
 * tables), but without punctuation, so that a typographic quote is told as one. */
static bool is_name_point(uint32_t c)
{
    if (c < 0x80)
        return is_letter((int)c) || is_digit((int)c);
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x20A0 && c <= 0x20CF) &&
           !(c >= 0x2190 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x3004) && c < 0x1F000 && !is_space(c);
}

/* JavaScript's reserved words as the reference's parser lists them, sorted. */
static bool is_keyword(MuStr word)
{
    static const char *const words[] = {
        "break",      "case",   "catch", "class",  "const",      "continue",  "debugger", "default",   "delete",
        "do",         "else",   "enum",  "export", "extends",    "finally",   "for",      "function",  "if",
        "implements", "import", "in",    "let",    "new",        "package",   "private",  "protected", "public",
        "return",     "static", "super", "switch", "this",       "throw",     "try",      "typeof",    "var",
        "void",       "while",  "with",  "yield",  "instanceof", "interface",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mu_str_is(word, words[i]))
            return true;
    return false;
}

static void skip_space(MuLexer *lexer)
{
    size_t size;
    while (lexer->at < lexer->text.size && is_space(code_point(lexer, lexer->at, &size)))
        lexer->at += size;
}

static void skip_name(MuLexer *lexer)
{
    size_t size;
    while (lexer->at < lexer->text.size && is_name_point(code_point(lexer, lexer->at, &size)))
        lexer->at += size;
}

static MuToken lex_name(MuLexer *lexer)
{
    size_t start = lexer->at;
    skip_name(lexer);
    MuToken t = token(lexer, MU_TOKEN_NAME, start);
    if (is_keyword(t.text))
        t.kind = MU_TOKEN_KEYWORD;
    return t;
}

static MuToken lex_hex(MuLexer *lexer, size_t start)
{
    double number = 0;
    size_t first = lexer->at = start + 2;
    while (hex_digit(peek(lexer, lexer->at)) >= 0)
        number = number * 16 + hex_digit(peek(lexer, lexer->at++));
    MuToken t = token(lexer, MU_TOKEN_NUMBER, start);
    t.number = number;
    if (lexer->at == first || is_letter(peek(lexer, lexer->at)))
        return bad(lexer, start, lexer->at + 1, "this is no hexadecimal number", NULL);
    return t;
}

static void skip_digits(MuLexer *lexer)
{
    while (is_digit(peek(lexer, lexer->at)))
        lexer->at++;
}

static MuToken lex_number(MuLexer *lexer)
{
    size_t start = lexer->at;
    if (peek(lexer, start) == '0' && (peek(lexer, start + 1) | 0x20) == 'x')
        return lex_hex(lexer, start);
    skip_digits(lexer);
    if (peek(lexer, start) == '0' && lexer->at > start + 1)
        return bad(lexer, start, lexer->at, "a number does not begin with 0 and a further digit", NULL);
    if (peek(lexer, lexer->at) == '.') {
        lexer->at++;
        skip_digits(lexer);
    }
    if ((peek(lexer, lexer->at) | 0x20) == 'e') {
        lexer->at++;
        if (peek(lexer, lexer->at) == '+' || peek(lexer, lexer->at) == '-')
            lexer->at++;
        if (!is_digit(peek(lexer, lexer->at)))
            return bad(lexer, start, lexer->at, "the exponent of this number has no digits", NULL);
        skip_digits(lexer);
    }
    if (is_letter(peek(lexer, lexer->at)))
        return bad(lexer, start, lexer->at + 1, "a letter follows directly on a number", NULL);
    MuToken t = token(lexer, MU_TOKEN_NUMBER, start);
    t.number = mu_num_parse(t.text);
    return t;
}

/* `count` hexadecimal digits; or, with braces, as many as stand there. False if there are none. */
static bool read_hex(MuLexer *lexer, int count, uint32_t *code)
{
    bool braces = peek(lexer, lexer->at) == '{';
    if (braces)
        lexer->at++;
    int read = 0;
    for (*code = 0; (braces || read < count) && *code <= 0x10FFFF; read++, lexer->at++) {
        int digit = hex_digit(peek(lexer, lexer->at));
        if (digit < 0)
            break;
        *code = *code * 16 + (uint32_t)digit;
    }
    if (!braces)
        return read == count;
    return read > 0 && *code <= 0x10FFFF && peek(lexer, lexer->at++) == '}';
}

static bool is_high(uint32_t c)
{
    return c >= 0xD800 && c <= 0xDBFF;
}
static bool is_low(uint32_t c)
{
    return c >= 0xDC00 && c <= 0xDFFF;
}

/* \uD83D\uDE00 is one code point: looks behind a first half for its second. */
static uint32_t join_surrogates(MuLexer *lexer, uint32_t high)
{
    size_t at = lexer->at;
    uint32_t low;
    if (peek(lexer, at) == '\\' && peek(lexer, at + 1) == 'u') {
        lexer->at += 2;
        if (read_hex(lexer, 4, &low) && is_low(low))
            return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        lexer->at = at;
    }
    return high;
}

/* The escape behind the backslash at lexer->at - 1. */
static bool read_escape(MuLexer *lexer, MuBuf *buf)
{
    size_t size;
    uint32_t c = code_point(lexer, lexer->at, &size), code;
    lexer->at += size;
    if (c == 'u' || c == 'x') {
        if (!read_hex(lexer, c == 'u' ? 4 : 2, &code))
            return false;
        mu_utf8_add(buf, is_high(code) ? join_surrogates(lexer, code) : code);
        return true;
    }
    if (is_digit((int)c) && (c != '0' || is_digit(peek(lexer, lexer->at))))
        return c >= '8' ? (mu_buf_addc(buf, (char)c), true) : false; /* octal: refused as in strict mode */
    if (is_line_end(c)) {
        if (c == '\r' && peek(lexer, lexer->at) == '\n')
            lexer->at++;
        return true;
    }
    static const char names[] = "nrtbfv0", values[] = "\n\r\t\b\f\v";
    const char *found = c < 0x80 ? memchr(names, (int)c, sizeof names - 1) : NULL;
    mu_utf8_add(buf, found ? (unsigned char)values[found - names] : c);
    return true;
}

static MuToken lex_string(MuLexer *lexer)
{
    size_t start = lexer->at++, size;
    unsigned char quote = peek(lexer, start);
    MuBuf buf = {.arena = lexer->arena};
    while (lexer->at < lexer->text.size) {
        uint32_t c = code_point(lexer, lexer->at, &size);
        size_t at = lexer->at;
        lexer->at += size;
        if (c == quote) {
            MuToken t = token(lexer, MU_TOKEN_STRING, start);
            t.text = mu_buf_str(&buf);
            return t;
        }
        if (is_line_end(c))
            break;
        if (c != '\\')
            mu_buf_add(&buf, mu_str_slice(lexer->text, at, lexer->at));
        else if (lexer->at < lexer->text.size && !read_escape(lexer, &buf))
            return bad(lexer, at, lexer->at, "this is no escape sequence",
                       "write \\n, \\t, \\\\, \\', \\x41 or \\u00e9");
    }
    return bad(lexer, start, lexer->text.size, "this string does not end", "close it with the quote that began it");
}

/* The longest first, so that a shorter one does not take its beginning. Assignments are listed so
 * that they are told as such. */
static const char *const marks[] = {
    ">>>=", "===", "!==", ">>>", "<<=", ">>=", "**=", "...", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "<<", ">>",
    "++",   "--",  "=>",  "+=",  "-=",  "*=",  "/=",  "%=",  "&=", "|=", "^=", "**", "(",  ")",  "[",  "]",  "{",  "}",
    ",",    ":",   "?",   ".",   "+",   "-",   "*",   "/",   "%",  "&",  "|",  "^",  "~",  "!",  "<",  ">",  "=",  ";",
};

static MuToken lex_mark(MuLexer *lexer)
{
    size_t start = lexer->at, size;
    MuStr rest = mu_str_slice(lexer->text, start, lexer->text.size);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        /* "?.5" is a question mark and a number */
        if (mu_str_starts(rest, marks[i]) && !(mu_str_is(mu_str(marks[i]), "?.") && is_digit(peek(lexer, start + 2)))) {
            lexer->at += strlen(marks[i]);
            return token(lexer, MU_TOKEN_MARK, start);
        }
    }
    uint32_t c = code_point(lexer, start, &size);
    if (c == '`')
        return bad(lexer, start, start + 1, "there are no template strings", "join with +: 'a ' + datum.b");
    if (c >= 0x2018 && c <= 0x201F)
        return bad(lexer, start, start + size, "a typographic quote does not quote", "write ' or \"");
    return bad(lexer, start, start + size, "this character has no meaning here", NULL);
}

MuToken mu_lex(MuLexer *lexer)
{
    skip_space(lexer);
    if (lexer->at >= lexer->text.size)
        return token(lexer, MU_TOKEN_END, lexer->at);
    size_t size;
    uint32_t c = code_point(lexer, lexer->at, &size);
    if (c == '\'' || c == '"')
        return lex_string(lexer);
    if (is_digit((int)c) || (c == '.' && is_digit(peek(lexer, lexer->at + 1))))
        return lex_number(lexer);
    if (is_name_point(c))
        return lex_name(lexer);
    return lex_mark(lexer);
}

MuToken mu_lex_regexp(MuLexer *lexer, size_t start)
{
    bool in_class = false;
    size_t size;
    for (lexer->at = start + 1; lexer->at < lexer->text.size; lexer->at += size) {
        uint32_t c = code_point(lexer, lexer->at, &size);
        if (is_line_end(c))
            break;
        if (c == '/' && !in_class) {
            MuStr body = mu_str_slice(lexer->text, start + 1, lexer->at);
            size_t flags = ++lexer->at;
            skip_name(lexer);
            MuToken t = token(lexer, MU_TOKEN_REGEXP, start);
            t.text = body;
            t.flags = mu_str_slice(lexer->text, flags, lexer->at);
            return t;
        }
        if (c == '[')
            in_class = true;
        else if (c == ']')
            in_class = false;
        else if (c == '\\' && lexer->at + 1 < lexer->text.size)
            lexer->at++;
    }
    return bad(lexer, start, lexer->text.size, "this regular expression does not end", "close it with /");
}

/* Bytes of the source that make the next `*made` bytes of the text, which begin with `next`; 0: they
 * do not. `quote` is the quote of the source or 0. */
static size_t source_step(MuStr source, size_t at, char quote, unsigned char next, size_t *made)
{
    *made = 1;
    if (at >= source.size)
        return 0;
    unsigned char c = (unsigned char)source.at[at];
    if (quote == '\'' && c == '\'')
        return 2; /* doubled in YAML */
    if (quote != '"' || c != '\\')
        return c == next;
    if (at + 1 < source.size && source.at[at + 1] != 'u')
        return 2;
    *made = next < 0x80 ? 1 : next < 0xE0 ? 2 : next < 0xF0 ? 3 : 4;
    return *made == 4 ? 12 : 6;
}

MuSpan mu_lex_span(MuStr text, MuSpan span, size_t start, size_t end)
{
    if (!span.source || !span.source->text.at || span.end > span.source->text.size || span.end <= span.start)
        return span;
    MuStr source = mu_str_slice(span.source->text, 0, span.end);
    char quote = source.at[span.start];
    bool bare = (quote != '"' && quote != '\'') || (text.size == span.end - span.start && text.at[0] == quote);
    size_t at = span.start + !bare, first = at, made, i = 0;
    end = end > start ? end : start + 1;
    for (; i < text.size && i < end; i += made) {
        first = i <= start ? at : first;
        size_t step = source_step(source, at, bare ? 0 : quote, (unsigned char)text.at[i], &made);
        if (!step)
            return span;
        at += step;
    }
    if (start >= text.size)
        first = at++; /* the end of the expression is shown at the closing quote */
    span.start = (uint32_t)first;
    span.end = at < span.end ? (uint32_t)at : span.end;
    return span;
}
