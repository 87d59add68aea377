/* `format.parse`: a column read as what it was declared to be. Each word of a text column is read once. */
#include "base/num.h"
#include "data/reading.h"
#include "data/table.h"
#include "format/format.h"

typedef struct Parser {
    MuValue (*read)(const struct Parser *, MuValue);
    MuColumnKind kind;
    MuCode unread; /* of a text that is not what was declared */
    MuArena *arena;
    MuStr specifier;
    const MuZone *zone;
    bool vega; /* every text is taken for something, as vega-loader does */
} Parser;

static bool is_nothing(const Parser *parser, MuValue value)
{
    if (value.kind != MU_STRING)
        return value.kind == MU_UNDEFINED || value.kind == MU_NULL;
    return parser->vega ? value.size == 0 : mu_text_is_blank(mu_value_str(value));
}

static MuValue read_number(const Parser *parser, MuValue value)
{
    return is_nothing(parser, value) ? mu_null() : mu_number(mu_to_number(value));
}

/* The words in any case; undefined for others. */
static MuValue boolean_word(MuStr text)
{
    static const char *const words[] = {"true", "1", "false", "0"};
    text = mu_str_trim(text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = 0;
        while (n < text.size && words[i][n] && (text.at[n] | 0x20) == (words[i][n] | 0x20))
            n++;
        if (n == text.size && !words[i][n])
            return mu_bool(i < 2);
    }
    return mu_undefined();
}

static MuValue read_boolean(const Parser *parser, MuValue value)
{
    if (is_nothing(parser, value))
        return mu_null();
    if (value.kind == MU_STRING && !parser->vega)
        return boolean_word(mu_value_str(value));
    bool spelt_false =
        value.kind == MU_STRING && (mu_str_is(mu_value_str(value), "false") || mu_str_is(mu_value_str(value), "0"));
    return mu_bool(!spelt_false && mu_to_bool(value));
}

/* For Vega the outcome is a number of ms (vega-util's toDate), which no text of a date can be compared with; here it
 * is a date. */
static MuValue instant(const Parser *parser, double ms)
{
    return parser->vega ? mu_number(ms) : mu_date(ms);
}

/* A text in which day and month cannot be told apart is left to those that read it as Vega does. */
static MuValue read_date(const Parser *parser, MuValue value)
{
    if (is_nothing(parser, value))
        return mu_null();
    if (value.kind != MU_STRING)
        return instant(parser, value.kind == MU_BOOL ? NAN : mu_to_number(value));
    MuStr text = mu_value_str(value);
    bool refused = !parser->vega && isnan(mu_text_date(text, parser->zone));
    bool by_parts = !parser->vega && isnan(mu_date_parse(text, parser->zone));
    return instant(parser, refused    ? NAN
                           : by_parts ? mu_text_date(text, parser->zone)
                                      : mu_date_parse(text, parser->zone));
}

static MuValue read_specified(const Parser *parser, MuValue value)
{
    if (value.kind == MU_DATE)
        return value;
    if (!parser->vega && is_nothing(parser, value))
        return mu_null();
    MuStr text = mu_to_string(parser->arena, value);
    if (!parser->vega)
        text = mu_str_trim(text);
    double ms = mu_time_parse(mu_locale_find(MU_STR("en-US")), parser->specifier, text, parser->zone);
    if (!isnan(ms))
        return mu_date(ms);
    return parser->vega ? mu_null() : mu_undefined();
}

static MuValue read_string(const Parser *parser, MuValue value)
{
    bool nothing = value.kind == MU_UNDEFINED || value.kind == MU_NULL || (value.kind == MU_STRING && !value.size);
    return nothing ? mu_null() : mu_string(mu_to_string(parser->arena, value));
}

static MuStr unquote(MuStr s)
{
    bool quoted = s.size >= 2 && (s.at[0] == '\'' || s.at[0] == '"') && s.at[s.size - 1] == s.at[0];
    return quoted ? mu_str_slice(s, 1, s.size - 1) : s;
}

static bool specified(Parser *parser, MuStr kind, const char *prefix, const MuZone *zone)
{
    if (!mu_str_starts(kind, prefix))
        return false;
    parser->read = read_specified;
    parser->kind = MU_COLUMN_DATE;
    parser->unread = MU_DIAG_CELL_NOT_FORMAT;
    parser->specifier = unquote(mu_str_slice(kind, strlen(prefix), kind.size));
    parser->zone = zone;
    return true;
}

static bool find_parser(Parser *parser, MuStr kind, const MuZone *zone)
{
    static const struct {
        const char *name;
        MuValue (*read)(const Parser *, MuValue);
        MuColumnKind kind;
        MuCode unread;
    } kinds[] = {{"number", read_number, MU_COLUMN_NUMBER, MU_DIAG_CELL_NOT_NUMBER},
                 {"integer", read_number, MU_COLUMN_NUMBER, MU_DIAG_CELL_NOT_NUMBER},
                 {"boolean", read_boolean, MU_COLUMN_VALUE, MU_DIAG_CELL_NOT_BOOLEAN},
                 {"date", read_date, MU_COLUMN_NUMBER, MU_DIAG_CELL_NOT_DATE},
                 {"string", read_string, MU_COLUMN_VALUE, MU_DIAG_CELL_NOT_NUMBER}};
    if (specified(parser, kind, "date:", zone) || specified(parser, kind, "utc:", NULL))
        return true;
    parser->zone = zone;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mu_str_is(kind, kinds[i].name)) {
            parser->read = kinds[i].read;
            parser->kind = kinds[i].kind;
            parser->unread = kinds[i].unread;
            return true;
        }
    return false;
}

bool mu_parse_kind_is_known(MuStr kind)
{
    Parser parser;
    return find_parser(&parser, kind, NULL);
}

/* What a reader makes of a text that is not what was declared. */
static bool is_unread(MuValue value)
{
    return value.kind == MU_UNDEFINED || ((value.kind == MU_NUMBER || value.kind == MU_DATE) && isnan(value.number));
}

/* Gives the cells of text their values; returns the first row whose text could not be read, SIZE_MAX: none. */
static size_t parse_text(const Parser *parser, const MuColumn *from, MuColumn *to, uint32_t *count)
{
    MuValue absent = parser->read(parser, mu_undefined());
    MuValue *words = MU_NEW_ARRAY(parser->arena, MuValue, from->text.size);
    for (size_t i = 0; i < from->text.size; i++) {
        words[i] = parser->read(parser, mu_string(from->text.words[i]));
        if (from->text.refused && from->text.refused[i] && words[i].kind == MU_NUMBER)
            words[i] = mu_number(NAN);
    }
    size_t first = SIZE_MAX;
    for (size_t row = 0; row < from->size; row++) {
        uint32_t code = from->text.codes[row];
        MuValue value = code == UINT32_MAX ? absent : words[code];
        if (!parser->vega && code != UINT32_MAX && is_unread(value)) {
            first = first == SIZE_MAX ? row : first;
            ++*count;
        }
        mu_column_set(parser->arena, to, row, value.kind == MU_UNDEFINED ? mu_null() : value);
    }
    return first;
}

static void report_unread(const Parser *parser, const MuColumn *column, size_t row, uint32_t count, MuSpan asked_at,
                          MuDiags *diags)
{
    MuArena *arena = diags->arena;
    MuStr cell = mu_str_slice(mu_value_str(mu_column_value(column, row)), 0, 60);
    bool ambiguous = parser->unread == MU_DIAG_CELL_NOT_DATE && mu_text_day_order(cell) == MU_DAY_OR_MONTH;
    MuDiag *diag = mu_diag(diags, ambiguous ? MU_DIAG_DATE_TWO_WAYS : parser->unread, asked_at,
                           mu_str_cstr(arena, column->name), column->lines ? column->lines[row] : row + 1,
                           mu_str_cstr(arena, cell), mu_str_cstr(arena, parser->specifier));
    diag->count = count;
    if (ambiguous)
        mu_diag_hint(diags, diag,
                     "say date:'%%d-%%m-%%Y' or date:'%%m-%%d-%%Y' (with the signs of the file) instead of date");
    else
        mu_diag_hint(diags, diag,
                     "if '%.*s' means that nothing is known, declare it: format: {missing: {\"%.*s\": [\"%.*s\"]}}",
                     MU_FMT(cell), MU_FMT(column->name), MU_FMT(cell));
}

/* JSON values are read leniently, as Vega does: what cannot be read is null. */
static void parse_values(const Parser *parser, const MuColumn *from, MuColumn *to)
{
    Parser lenient = *parser;
    lenient.vega = true;
    for (size_t row = 0; row < from->size; row++) {
        MuValue value = lenient.read(&lenient, mu_column_value(from, row));
        if (to->kind == MU_COLUMN_DATE && value.kind == MU_NUMBER)
            value = isnan(value.number) ? mu_null() : mu_date(value.number);
        mu_column_set(parser->arena, to, row, value);
    }
}

MuColumn *mu_column_parse(MuArena *arena, const MuColumn *column, MuStr kind, const MuZone *zone, MuSpan asked_at,
                          MuDiags *diags)
{
    Parser parser = {.arena = arena, .vega = column->vega};
    if (!find_parser(&parser, kind, zone)) {
        mu_diag(diags, MU_DIAG_PARSE_KIND, asked_at, mu_str_cstr(diags->arena, kind));
        return NULL;
    }
    if (parser.read == read_date && !parser.vega)
        parser.kind = MU_COLUMN_DATE;
    MuColumn *parsed = mu_column_new(arena, column->name, parser.kind, column->size);
    parsed->source = column->source;
    parsed->lines = column->lines;
    parsed->vega = column->vega;
    if (column->kind != MU_COLUMN_TEXT) {
        parse_values(&parser, column, parsed);
        return parsed;
    }
    uint32_t unread = 0;
    size_t first = parse_text(&parser, column, parsed, &unread);
    if (first == SIZE_MAX)
        return parsed;
    report_unread(&parser, column, first, unread, asked_at, diags);
    return NULL;
}
