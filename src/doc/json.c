/* JSON as RFC 8259 has it, nothing more: no comments, no trailing commas, no NaN; but each of these is
 * recognised where it stands and named. Recursive descent, as deep as MU_DOC_DEPTH. The text has been
 * found to be UTF-8. Strings without escapes point into the source's text. */
#include "base/num.h"
#include "base/utf8.h"
#include "doc/reader.h"

typedef struct Json {
    MuReader *reader;
    const char *text;
    size_t size, at;
    int depth;
} Json;

static const MuNode *read_value(Json *json);

static char peek(const Json *json)
{
    return json->at < json->size ? json->text[json->at] : '\0';
}

static bool at_end(const Json *json)
{
    return json->at >= json->size;
}

static void skip_space(Json *json)
{
    while (json->at < json->size) {
        char c = json->text[json->at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        json->at++;
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || is_digit(c);
}

static bool looking_at(const Json *json, const char *word)
{
    return mu_str_starts((MuStr){json->text + json->at, json->size - json->at}, word);
}

/* Always NULL, so that it can be returned. `hint` may be NULL. */
static const MuNode *fail(Json *json, size_t start, size_t end, const char *message, const char *hint)
{
    MuDiags *diags = json->reader->diags;
    MuDiag *diag = mu_diag(diags, MU_DIAG_JSON_SYNTAX, mu_reader_span(json->reader, start, end), message);
    if (hint)
        mu_diag_hint(diags, diag, "%s", hint);
    return NULL;
}

static size_t word_end(const Json *json)
{
    size_t end = json->at;
    while (end < json->size && is_word(json->text[end]))
        end++;
    return end;
}

/* Something that cannot begin a value (or, with `of_key`, a key) stands here: say what it looks like. */
static const MuNode *fail_unexpected(Json *json, bool of_key)
{
    size_t at = json->at, end = word_end(json);
    const char *wanted = of_key ? "a key in double quotes is expected here" : "a value is expected here";
    if (at_end(json))
        return fail(json, at, at, of_key ? "the text ends inside an object" : "the text ends where a value is expected",
                    NULL);
    if (peek(json) == '\'')
        return fail(json, at, at + 1, "text stands in double quotes in JSON, not in single ones", NULL);
    if (looking_at(json, "//") || looking_at(json, "/*"))
        return fail(json, at, at + 2, "JSON has no comments", "take the comment out, or write the spec in YAML");
    if (peek(json) == ',')
        return fail(json, at, at + 1, "a comma with nothing before it", NULL);
    if (peek(json) == '+' || peek(json) == '.')
        return fail(json, at, at + 1, "a number begins with a digit or '-'", NULL);
    if (end == at)
        return fail(json, at, at + 1, wanted, NULL);
    MuStr word = {json->text + at, end - at};
    if (of_key)
        return fail(json, at, end, wanted, "put the key in double quotes");
    if (mu_str_is(word, "NaN") || mu_str_is(word, "Infinity"))
        return fail(json, at, end, "JSON has no NaN and no Infinity", "write null");
    if (mu_str_is(word, "True") || mu_str_is(word, "False") || mu_str_is(word, "None"))
        return fail(json, at, end, "this is no JSON value", "write true, false or null");
    return fail(json, at, end, wanted, "text stands in double quotes; the only bare words are true, false and null");
}

/* Where a comma or a closing bracket is expected. `opened` is the place of the opening bracket. */
static const MuNode *fail_separator(Json *json, char close, size_t opened)
{
    MuReader *reader = json->reader;
    if (at_end(json)) {
        size_t line, column;
        mu_span_place(mu_reader_span(reader, opened, opened), &line, &column);
        MuStr hint = mu_str_printf(reader->arena, "the '%c' of line %zu, column %zu is never closed",
                                   close == ']' ? '[' : '{', line, column);
        return fail(json, json->at, json->at,
                    close == ']' ? "the text ends inside an array" : "the text ends inside an object", hint.at);
    }
    if (looking_at(json, "//") || looking_at(json, "/*"))
        return fail_unexpected(json, false);
    size_t end = json->at + 1;
    while (end < json->size && ((unsigned char)json->text[end] & 0xC0) == 0x80)
        end++;
    if (peek(json) == (close == ']' ? '}' : ']'))
        return fail(json, json->at, end, close == ']' ? "'}' cannot close an array" : "']' cannot close an object",
                    NULL);
    return fail(json, json->at, end,
                close == ']' ? "a comma or ']' is expected here" : "a comma or '}' is expected here", NULL);
}

/* --- strings --- */

static int hex_digit(char c)
{
    if (is_digit(c))
        return c - '0';
    char lower = (char)(c | 32);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The four digits behind \u at `at`, or -1. */
static int32_t read_hex4(const Json *json, size_t at)
{
    int32_t code = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = i < json->size ? hex_digit(json->text[i]) : -1;
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

/* In a spec an error; in data U+FFFD, with one warning for the whole text. */
static bool take_lone_surrogate(Json *json, MuBuf *buf)
{
    MuReader *reader = json->reader;
    MuStr escape = {json->text + json->at, 6};
    MuSpan span = mu_reader_span(reader, json->at, json->at + 6);
    if (reader->use == MU_DOC_SPEC) {
        mu_diag(reader->diags, MU_DIAG_LONE_SURROGATE, span, MU_FMT(escape));
        return false;
    }
    if (reader->lone) {
        reader->diags->list.at[reader->lone - 1].count++;
    } else {
        MuDiag *diag = mu_diag(reader->diags, MU_DIAG_BROKEN_CHARACTER, span, MU_FMT(escape));
        reader->lone = (size_t)(diag - reader->diags->list.at) + 1;
    }
    mu_utf8_add(buf, MU_UTF8_REPLACEMENT);
    json->at += 6;
    return true;
}

static bool take_unicode(Json *json, MuBuf *buf)
{
    int32_t code = read_hex4(json, json->at + 2);
    if (code < 0)
        return fail(json, json->at, json->at + 2, "\\u wants four hexadecimal digits", NULL) != NULL;
    if (code < 0xD800 || code > 0xDFFF) {
        mu_utf8_add(buf, (uint32_t)code);
        json->at += 6;
        return true;
    }
    bool pair = json->size - json->at >= 12 && json->text[json->at + 6] == '\\' && json->text[json->at + 7] == 'u';
    int32_t low = pair ? read_hex4(json, json->at + 8) : -1;
    if (code > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
        return take_lone_surrogate(json, buf);
    mu_utf8_add(buf, 0x10000u + ((uint32_t)(code - 0xD800) << 10) + (uint32_t)(low - 0xDC00));
    json->at += 12;
    return true;
}

static bool take_escape(Json *json, MuBuf *buf)
{
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    if (json->at + 1 >= json->size)
        return fail(json, json->size, json->size, "the text ends inside a string", NULL) != NULL;
    char c = json->text[json->at + 1];
    if (c == 'u')
        return take_unicode(json, buf);
    const char *known = c ? strchr(FROM, c) : NULL;
    if (!known)
        return fail(json, json->at, json->at + 1, "no such escape in JSON",
                    "for a backslash itself write two of them: \\\\") != NULL;
    mu_buf_addc(buf, TO[known - FROM]);
    json->at += 2;
    return true;
}

/* Moves over characters that stand for themselves. */
static void skip_plain(Json *json)
{
    const char *at = json->text + json->at, *end = json->text + json->size;
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
        at++;
    json->at = (size_t)(at - json->text);
}

static bool fail_string(Json *json, size_t opened)
{
    const char *message = "a control character stands inside a string; write it as \\u00XX";
    size_t at = json->at;
    if (at_end(json)) {
        message = "the text ends inside this string";
        at = opened;
    } else if (peek(json) == '\n' || peek(json) == '\r') {
        message = "this string has no closing quote on its line; a line break inside is written \\n";
        at = opened;
    } else if (peek(json) == '\t') {
        message = "a tab stands inside a string; write it as \\t";
    }
    return fail(json, at, at + 1, message, NULL) != NULL;
}

/* The rest of a string from the first escape on; what stands before it has been seen to be plain. */
static bool read_escaped(Json *json, size_t opened, MuStr *string)
{
    MuBuf buf = {.arena = json->reader->arena};
    mu_buf_add(&buf, (MuStr){json->text + opened + 1, json->at - opened - 1});
    while (peek(json) == '\\' && !at_end(json)) {
        if (!take_escape(json, &buf))
            return false;
        size_t from = json->at;
        skip_plain(json);
        mu_buf_add(&buf, (MuStr){json->text + from, json->at - from});
    }
    *string = mu_buf_str(&buf);
    return peek(json) == '"' || fail_string(json, opened);
}

/* At an opening quote; ends behind the closing one. */
static bool read_string(Json *json, MuStr *string)
{
    size_t opened = json->at++;
    skip_plain(json);
    if (peek(json) == '"')
        *string = (MuStr){json->text + opened + 1, json->at - opened - 1};
    else if (peek(json) != '\\')
        return fail_string(json, opened);
    else if (!read_escaped(json, opened, string))
        return false;
    json->at++;
    return true;
}

static const MuNode *read_string_value(Json *json)
{
    size_t start = json->at;
    MuStr string;
    if (!read_string(json, &string))
        return NULL;
    MuNode *node = mu_reader_node(json->reader, MU_STRING, start, json->at);
    node->string = string;
    return node;
}

/* --- numbers and words --- */

/* Returns how many there were. */
static size_t skip_digits(Json *json)
{
    size_t from = json->at;
    while (is_digit(peek(json)))
        json->at++;
    return json->at - from;
}

/* Moves over a number; the message of what is wrong, or NULL. */
static const char *scan_number(Json *json)
{
    if (peek(json) == '-')
        json->at++;
    bool zero = peek(json) == '0';
    size_t digits = skip_digits(json);
    if (!digits)
        return "a digit is expected behind '-'";
    if (zero && digits > 1)
        return "a number has no leading zeros in JSON; put it in quotes if it is text";
    if (peek(json) == '.') {
        json->at++;
        if (!skip_digits(json))
            return "a digit is expected behind the decimal point";
    }
    if (peek(json) == 'e' || peek(json) == 'E') {
        json->at++;
        if (peek(json) == '+' || peek(json) == '-')
            json->at++;
        if (!skip_digits(json))
            return "a digit is expected in the exponent";
    }
    return is_word(peek(json)) || peek(json) == '.' ? "this is no number; text stands in double quotes" : NULL;
}

static const MuNode *read_number(Json *json)
{
    size_t start = json->at;
    const char *wrong = scan_number(json);
    if (wrong)
        return fail(json, start, json->at < json->size ? json->at + 1 : json->at, wrong, NULL);
    MuNode *node = mu_reader_node(json->reader, MU_NUMBER, start, json->at);
    mu_num_read((MuStr){json->text + start, json->at - start}, &node->number);
    if (isfinite(node->number))
        return node;
    mu_diag(json->reader->diags, MU_DIAG_NUMBER_RANGE, node->span);
    return NULL;
}

static const MuNode *read_word(Json *json)
{
    MuStr word = {json->text + json->at, word_end(json) - json->at};
    bool yes = mu_str_is(word, "true");
    if (!yes && !mu_str_is(word, "false") && !mu_str_is(word, "null"))
        return fail_unexpected(json, false);
    MuKind kind = word.at[0] == 'n' ? MU_NULL : MU_BOOL;
    MuNode *node = mu_reader_node(json->reader, kind, json->at, json->at + word.size);
    if (kind == MU_BOOL)
        node->boolean = yes;
    json->at += word.size;
    return node;
}

/* --- arrays and objects --- */

/* Behind an element: true when another follows; false at the closing bracket or, with `*failed`, on an error. */
static bool another(Json *json, char close, size_t opened, bool *failed)
{
    skip_space(json);
    if (peek(json) == close)
        return false;
    if (peek(json) != ',') {
        *failed = true;
        fail_separator(json, close, opened);
        return false;
    }
    size_t comma = json->at++;
    skip_space(json);
    if (peek(json) != close)
        return true;
    *failed = true;
    fail(json, comma, comma + 1, "a comma with nothing behind it", "take the last comma out");
    return false;
}

static const MuNode *read_array(Json *json)
{
    size_t opened = json->at++, first = json->reader->items.size;
    bool failed = false;
    skip_space(json);
    for (bool more = peek(json) != ']'; more; more = another(json, ']', opened, &failed)) {
        if (at_end(json))
            return fail_separator(json, ']', opened);
        const MuNode *item = read_value(json);
        if (!item)
            return NULL;
        MU_PUSH(json->reader->arena, &json->reader->items, item);
    }
    if (failed)
        return NULL;
    MuNode *node = mu_reader_node(json->reader, MU_ARRAY, opened, ++json->at);
    mu_reader_close_array(json->reader, node, first);
    return node;
}

static bool read_member(Json *json, MuOpenObject *object)
{
    size_t start = json->at;
    MuMember member = {0};
    if (peek(json) != '"')
        return fail_unexpected(json, true) != NULL;
    if (!read_string(json, &member.key))
        return false;
    member.key_span = mu_reader_span(json->reader, start, json->at);
    skip_space(json);
    if (peek(json) != ':')
        return fail(json, json->at, json->at + !at_end(json), "a colon is expected behind the key", NULL) != NULL;
    json->at++;
    skip_space(json);
    member.value = read_value(json);
    return member.value && mu_reader_add_member(json->reader, object, member);
}

static const MuNode *read_object(Json *json)
{
    size_t opened = json->at++;
    bool failed = false;
    MuOpenObject object = mu_reader_open_object(json->reader);
    skip_space(json);
    for (bool more = peek(json) != '}'; more; more = another(json, '}', opened, &failed)) {
        if (at_end(json))
            return fail_separator(json, '}', opened);
        if (!read_member(json, &object))
            return NULL;
    }
    if (failed)
        return NULL;
    MuNode *node = mu_reader_node(json->reader, MU_OBJECT, opened, ++json->at);
    mu_reader_close_object(json->reader, node, &object);
    return node;
}

static const MuNode *read_nested(Json *json)
{
    if (json->depth == MU_DOC_DEPTH) {
        mu_diag(json->reader->diags, MU_DIAG_TOO_DEEP, mu_reader_span(json->reader, json->at, json->at + 1),
                (int)MU_DOC_DEPTH);
        return NULL;
    }
    json->depth++;
    const MuNode *node = peek(json) == '[' ? read_array(json) : read_object(json);
    json->depth--;
    return node;
}

static const MuNode *read_value(Json *json)
{
    char c = peek(json);
    if (c == '"')
        return read_string_value(json);
    if (c == '-' || is_digit(c))
        return read_number(json);
    if (c == '{' || c == '[')
        return read_nested(json);
    return read_word(json);
}

/* A second object or array begins a line of its own. */
static bool is_json_lines(const Json *json, const MuNode *first)
{
    size_t before = json->at;
    while (before > 0 && (json->text[before - 1] == ' ' || json->text[before - 1] == '\t'))
        before--;
    bool starts_line = before > 0 && (json->text[before - 1] == '\n' || json->text[before - 1] == '\r');
    bool like_first = first->kind == MU_OBJECT ? peek(json) == '{' : first->kind == MU_ARRAY && peek(json) == '[';
    return json->reader->use == MU_DOC_DATA && starts_line && like_first;
}

static const MuNode *fail_lines(Json *json)
{
    MuDiags *diags = json->reader->diags;
    MuDiag *diag = mu_diag(diags, MU_DIAG_JSON_LINES, mu_reader_span(json->reader, json->at, json->at + 1));
    mu_diag_hint(diags, diag, "put \"[\" before the first line, \"]\" behind the last and a comma between them");
    return NULL;
}

const MuNode *mu_json_read(MuReader *reader, size_t start)
{
    MuStr text = reader->source->text;
    Json json = {.reader = reader, .text = text.at, .size = text.size, .at = start};
    skip_space(&json);
    const MuNode *node = read_value(&json);
    if (!node)
        return NULL;
    skip_space(&json);
    if (at_end(&json))
        return node;
    if (is_json_lines(&json, node))
        return fail_lines(&json);
    if (looking_at(&json, "//") || looking_at(&json, "/*"))
        return fail_unexpected(&json, false);
    return fail(&json, json.at, json.at + 1, "there is something behind the end of the value", NULL);
}
