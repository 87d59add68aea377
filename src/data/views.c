/* Typed views of columns and `format.parse`: text is read once for each word of the dictionary. */
#include "base/num.h"
#include "data/table.h"
#include "format/format.h"

static bool is_blank(MuStr s)
{
    return mu_str_trim(s).size == 0;
}

/* Unknown is never zero: JavaScript's Number("") would be 0. */
static double text_number(MuStr text, const MuZone *zone)
{
    (void)zone;
    return is_blank(text) ? NAN : mu_num_parse(text);
}

static double value_number(MuValue value, const MuZone *zone)
{
    switch (value.kind) {
    case MU_UNDEFINED:
    case MU_NULL:
        return NAN;
    case MU_STRING:
        return text_number(mu_value_str(value), zone);
    default:
        return mu_to_number(value);
    }
}

/* A whole number from 1000 to 2999 is a year. */
static double number_date(double number)
{
    bool year = number >= 1000 && number <= 2999 && floor(number) == number;
    return year ? mu_civil_ms((int64_t)number, 1, 1, 0, 0, 0, 0, NULL) : number;
}

static bool is_year(MuStr text)
{
    bool digits = text.size == 4 && (text.at[0] == '1' || text.at[0] == '2');
    for (size_t i = 0; digits && i < 4; i++)
        digits = text.at[i] >= '0' && text.at[i] <= '9';
    return digits;
}

static double text_date(MuStr text, const MuZone *zone)
{
    if (is_blank(text))
        return NAN;
    return is_year(mu_str_trim(text)) ? number_date(mu_num_parse(text)) : mu_date_parse(text, zone);
}

static double value_date(MuValue value, const MuZone *zone)
{
    if (value.kind == MU_DATE)
        return value.number;
    if (value.kind == MU_STRING)
        return text_date(mu_value_str(value), zone);
    return number_date(value_number(value, zone));
}

/* One reading for each word, handed out to the rows by their codes. */
static double *text_view(MuArena *arena, const MuColumn *column, double (*read)(MuStr, const MuZone *),
                         const MuZone *zone)
{
    double *words = MU_NEW_ARRAY(arena, double, column->text.size);
    for (size_t i = 0; i < column->text.size; i++)
        words[i] = read(column->text.words[i], zone);
    double *view = MU_NEW_ARRAY(arena, double, column->size);
    for (size_t row = 0; row < column->size; row++) {
        uint32_t code = column->text.codes[row];
        view[row] = code == UINT32_MAX ? NAN : words[code];
    }
    return view;
}

static double *value_view(MuArena *arena, const MuColumn *column, double (*read)(MuValue, const MuZone *),
                          const MuZone *zone)
{
    double *view = MU_NEW_ARRAY(arena, double, column->size);
    for (size_t row = 0; row < column->size; row++)
        view[row] = read(mu_column_value(column, row), zone);
    return view;
}

const double *mu_column_numbers(MuArena *arena, MuColumn *column)
{
    if ((column->kind == MU_COLUMN_NUMBER || column->kind == MU_COLUMN_DATE) && !column->valid)
        return column->numbers;
    if (!column->number_view)
        column->number_view = column->kind == MU_COLUMN_TEXT ? text_view(arena, column, text_number, NULL)
                                                             : value_view(arena, column, value_number, NULL);
    return column->number_view;
}

const double *mu_column_dates(MuArena *arena, MuColumn *column, const MuZone *zone)
{
    if (column->kind == MU_COLUMN_DATE && !column->valid)
        return column->numbers;
    if (!column->date_view)
        column->date_view = column->kind == MU_COLUMN_TEXT ? text_view(arena, column, text_date, zone)
                                                           : value_view(arena, column, value_date, zone);
    return column->date_view;
}

/* --- Checks --- */

typedef struct BadCells {
    size_t count, first_row; /* physical */
} BadCells;

/* Cells of the table's rows that hold text of which `view` could make nothing. */
static BadCells find_bad(const MuTable *table, const MuColumn *column, const double *view)
{
    BadCells bad = {0};
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        uint32_t code = column->text.codes[row];
        if (!isnan(view[row]) || code == UINT32_MAX || is_blank(column->text.words[code]))
            continue;
        if (!bad.count++)
            bad.first_row = row;
    }
    return bad;
}

static bool report(MuColumn *column, BadCells bad, MuCode code, MuSpan used_at, MuDiags *diags)
{
    if (!bad.count)
        return true;
    size_t line = column->lines ? column->lines[bad.first_row] : bad.first_row + 1;
    MuStr cell = mu_str_slice(column->text.words[column->text.codes[bad.first_row]], 0, 60);
    MuDiag *diag =
        mu_diag(diags, code, used_at, mu_str_cstr(diags->arena, column->name), line, mu_str_cstr(diags->arena, cell));
    diag->count = (uint32_t)bad.count;
    mu_diag_hint(diags, diag, "if '%.*s' means that nothing is known, leave the cell empty or filter its row out",
                 MU_FMT(cell));
    return false;
}

bool mu_column_check_numbers(MuTable *table, MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    if (column->kind != MU_COLUMN_TEXT)
        return true;
    BadCells bad = find_bad(table, column, mu_column_numbers(table->arena, column));
    return report(column, bad, MU_DIAG_CELL_NOT_NUMBER, used_at, diags);
}

bool mu_column_check_dates(MuTable *table, MuColumn *column, const MuZone *zone, MuSpan used_at, MuDiags *diags)
{
    if (column->kind != MU_COLUMN_TEXT)
        return true;
    BadCells bad = find_bad(table, column, mu_column_dates(table->arena, column, zone));
    return report(column, bad, MU_DIAG_CELL_NOT_DATE, used_at, diags);
}

/* --- format.parse --- */

typedef struct Parser {
    MuValue (*read)(const struct Parser *, MuValue);
    MuColumnKind kind;
    MuArena *arena;
    MuStr specifier;
    const MuZone *zone;
} Parser;

static bool is_nothing(MuValue value)
{
    return value.kind == MU_UNDEFINED || value.kind == MU_NULL || (value.kind == MU_STRING && value.size == 0);
}

static MuValue read_number(const Parser *parser, MuValue value)
{
    (void)parser;
    return is_nothing(value) ? mu_null() : mu_number(mu_to_number(value));
}

static MuValue read_boolean(const Parser *parser, MuValue value)
{
    (void)parser;
    if (is_nothing(value))
        return mu_null();
    bool spelt_false =
        value.kind == MU_STRING && (mu_str_is(mu_value_str(value), "false") || mu_str_is(mu_value_str(value), "0"));
    return mu_bool(!spelt_false && mu_to_bool(value));
}

/* As in vega-util's toDate the outcome is a number of ms, not a date. */
static MuValue read_date(const Parser *parser, MuValue value)
{
    if (is_nothing(value))
        return mu_null();
    if (value.kind == MU_STRING)
        return mu_number(mu_date_parse(mu_value_str(value), parser->zone));
    return value.kind == MU_BOOL ? mu_number(NAN) : mu_number(mu_to_number(value));
}

static MuValue read_specified(const Parser *parser, MuValue value)
{
    if (value.kind == MU_DATE)
        return value;
    MuStr text = mu_to_string(parser->arena, value);
    double ms = mu_time_parse(mu_locale_find(MU_STR("en-US")), parser->specifier, text, parser->zone);
    return isnan(ms) ? mu_null() : mu_date(ms);
}

static MuValue read_string(const Parser *parser, MuValue value)
{
    return is_nothing(value) ? mu_null() : mu_string(mu_to_string(parser->arena, value));
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
    } kinds[] = {{"number", read_number, MU_COLUMN_NUMBER},
                 {"integer", read_number, MU_COLUMN_NUMBER},
                 {"boolean", read_boolean, MU_COLUMN_VALUE},
                 {"date", read_date, MU_COLUMN_NUMBER},
                 {"string", read_string, MU_COLUMN_VALUE}};
    if (specified(parser, kind, "date:", zone) || specified(parser, kind, "utc:", NULL))
        return true;
    parser->zone = zone;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mu_str_is(kind, kinds[i].name)) {
            parser->read = kinds[i].read;
            parser->kind = kinds[i].kind;
            return true;
        }
    return false;
}

/* Reads each word once. */
static void parse_text(const Parser *parser, const MuColumn *from, MuColumn *to)
{
    MuValue absent = parser->read(parser, mu_undefined());
    MuValue *words = MU_NEW_ARRAY(parser->arena, MuValue, from->text.size);
    for (size_t i = 0; i < from->text.size; i++)
        words[i] = parser->read(parser, mu_string(from->text.words[i]));
    for (size_t row = 0; row < from->size; row++) {
        uint32_t code = from->text.codes[row];
        mu_column_set(parser->arena, to, row, code == UINT32_MAX ? absent : words[code]);
    }
}

MuColumn *mu_column_parse(MuArena *arena, const MuColumn *column, MuStr kind, const MuZone *zone, MuSpan asked_at,
                          MuDiags *diags)
{
    Parser parser = {.arena = arena};
    if (!find_parser(&parser, kind, zone)) {
        mu_diag(diags, MU_DIAG_PARSE_KIND, asked_at, mu_str_cstr(diags->arena, kind));
        return NULL;
    }
    MuColumn *parsed = mu_column_new(arena, column->name, parser.kind, column->size);
    parsed->source = column->source;
    parsed->lines = column->lines;
    if (column->kind == MU_COLUMN_TEXT)
        parse_text(&parser, column, parsed);
    else
        for (size_t row = 0; row < column->size; row++)
            mu_column_set(arena, parsed, row, parser.read(&parser, mu_column_value(column, row)));
    return parsed;
}
