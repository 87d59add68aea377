/* Typed views of columns: text is read once for each word of the dictionary. And their checks: what a use
 * asks for and a cell does not give is an error with the cell's line. */
#include "base/num.h"
#include "base/utf8.h"
#include "data/reading.h"
#include "data/table.h"

/* As Vega reads a text under a scale: "" is 0. */
static double vega_number(MuStr text, const MuZone *zone)
{
    (void)zone;
    return mu_num_parse(text);
}

static double plain_number(MuStr text, const MuZone *zone)
{
    (void)zone;
    return mu_text_number(text);
}

static double vega_date(MuStr text, const MuZone *zone)
{
    return text.size ? mu_date_parse(text, zone) : NAN;
}

static double value_number(const MuColumn *column, MuValue value, const MuZone *zone)
{
    switch (value.kind) {
    case MU_UNDEFINED:
    case MU_NULL:
        return NAN;
    case MU_STRING:
        return column->vega ? vega_number(mu_value_str(value), zone) : mu_text_number(mu_value_str(value));
    default:
        return mu_to_number(value);
    }
}

/* A whole number from 1000 to 2999 is a year. */
static bool is_year(double number)
{
    return number >= 1000 && number <= 2999 && floor(number) == number;
}

static double value_date(const MuColumn *column, MuValue value, const MuZone *zone)
{
    if (value.kind == MU_DATE)
        return value.number;
    if (value.kind == MU_STRING)
        return column->vega ? vega_date(mu_value_str(value), zone) : mu_text_date(mu_value_str(value), zone);
    double number = value_number(column, value, zone);
    return !column->vega && is_year(number) ? mu_civil_ms((int64_t)number, 1, 1, 0, 0, 0, 0, NULL) : number;
}

/* One reading for each word, handed out to the rows by their codes. */
static double *text_view(MuArena *arena, const MuColumn *column, double (*read)(MuStr, const MuZone *),
                         const MuZone *zone)
{
    double *words = MU_NEW_ARRAY(arena, double, column->text.size);
    for (size_t i = 0; i < column->text.size; i++)
        words[i] = column->text.refused && column->text.refused[i] ? NAN : read(column->text.words[i], zone);
    double *view = MU_NEW_ARRAY(arena, double, column->size);
    for (size_t row = 0; row < column->size; row++) {
        uint32_t code = column->text.codes[row];
        view[row] = code == UINT32_MAX ? NAN : words[code];
    }
    return view;
}

static double *value_view(MuArena *arena, const MuColumn *column,
                          double (*read)(const MuColumn *, MuValue, const MuZone *), const MuZone *zone)
{
    double *view = MU_NEW_ARRAY(arena, double, column->size);
    for (size_t row = 0; row < column->size; row++)
        view[row] = read(column, mu_column_value(column, row), zone);
    return view;
}

const double *mu_column_numbers(MuArena *arena, MuColumn *column)
{
    if ((column->kind == MU_COLUMN_NUMBER || column->kind == MU_COLUMN_DATE) && !column->valid)
        return column->numbers;
    if (!column->number_view)
        column->number_view = column->kind == MU_COLUMN_TEXT
                                  ? text_view(arena, column, column->vega ? vega_number : plain_number, NULL)
                                  : value_view(arena, column, value_number, NULL);
    return column->number_view;
}

const double *mu_column_dates(MuArena *arena, MuColumn *column, const MuZone *zone)
{
    if (column->kind == MU_COLUMN_DATE && !column->valid)
        return column->numbers;
    if (!column->date_view)
        column->date_view = column->kind == MU_COLUMN_TEXT
                                ? text_view(arena, column, column->vega ? vega_date : mu_text_date, zone)
                                : value_view(arena, column, value_date, zone);
    return column->date_view;
}

/* --- Checks --- */

typedef struct BadCells {
    size_t count, first_row; /* physical */
} BadCells;

static void add_bad(BadCells *bad, size_t row)
{
    if (!bad->count++)
        bad->first_row = row;
}

/* Cells of the table's rows that hold text of which `view` could make nothing. */
static BadCells find_bad(const MuTable *table, const MuColumn *column, const double *view)
{
    BadCells bad = {0};
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        if (isnan(view[row]) && !mu_column_is_blank(column, row))
            add_bad(&bad, row);
    }
    return bad;
}

static size_t line_of(const MuColumn *column, size_t row)
{
    return column->lines ? column->lines[row] : row + 1;
}

/* A cell's text, cut where it is long. */
static MuStr cell_text(MuArena *arena, const MuColumn *column, size_t row)
{
    enum { MOST = 60 };
    MuStr text = mu_to_string(arena, mu_column_value(column, row));
    size_t end = text.size > MOST ? MOST : text.size;
    while (end > 0 && end < text.size && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    return mu_str_slice(text, 0, end);
}

static MuDiag *report(const MuColumn *column, BadCells bad, MuCode code, MuSpan used_at, MuDiags *diags)
{
    MuStr cell = cell_text(diags->arena, column, bad.first_row);
    MuDiag *diag = mu_diag(diags, code, used_at, mu_str_cstr(diags->arena, column->name),
                           line_of(column, bad.first_row), mu_str_cstr(diags->arena, cell));
    diag->count = (uint32_t)bad.count;
    return diag;
}

static void hint_missing(MuDiags *diags, MuDiag *diag, const MuColumn *column, MuStr cell)
{
    mu_diag_hint(diags, diag,
                 "if '%.*s' means that nothing is known, declare it: format: {missing: {\"%.*s\": [\"%.*s\"]}}; or "
                 "filter its row out",
                 MU_FMT(cell), MU_FMT(column->name), MU_FMT(cell));
}

static void hint_number(MuDiags *diags, MuDiag *diag, const MuColumn *column, MuStr cell)
{
    char thousands, decimal;
    if (!mu_text_grouped(cell, &thousands, &decimal)) {
        hint_missing(diags, diag, column, cell);
        return;
    }
    MuBuf buf = {.arena = diags->arena};
    if (thousands)
        mu_buf_printf(&buf, "thousands: \"%c\"", thousands);
    if (decimal)
        mu_buf_printf(&buf, "%sdecimal: \"%c\"", thousands ? ", " : "", decimal);
    mu_diag_hint(diags, diag, "if the separators are meant, declare them: format: {%.*s}", MU_FMT(mu_buf_str(&buf)));
}

/* "1.234" is a thousand or a bit more than one. A word that may be either; `*group`: it has a point. */
static bool fits_both(MuStr word, bool *group)
{
    char thousands, decimal;
    word = mu_str_trim(word);
    bool sign = word.size && word.at[0] == '-';
    MuStr digits = mu_str_slice(word, sign, word.size);
    if (mu_str_find(digits, MU_STR("."), 0) == SIZE_MAX)
        return digits.size <= 3 && !isnan(mu_text_number(digits)) && mu_str_find(digits, MU_STR("e"), 0) == SIZE_MAX;
    *group = true;
    return mu_text_grouped(digits, &thousands, &decimal) && thousands == '.' && digits.size <= 7;
}

/* A column in which every number is one with thousands as well as one with decimals. */
static void warn_of_thousands(const MuTable *table, const MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    size_t with_point = SIZE_MAX;
    for (size_t i = 0; i < table->size && !column->separated; i++) {
        size_t row = mu_table_row(table, i);
        bool group = false;
        if (mu_column_is_blank(column, row))
            continue;
        if (!fits_both(column->text.words[column->text.codes[row]], &group))
            return;
        if (group && with_point == SIZE_MAX)
            with_point = row;
    }
    if (with_point == SIZE_MAX)
        return;
    MuDiag *diag = report(column, (BadCells){1, with_point}, MU_DIAG_NUMBER_TWO_WAYS, used_at, diags);
    mu_diag_hint(diags, diag,
                 "read with decimals; declare format: {thousands: \".\"} or format: {decimal: \".\"} to say which");
}

bool mu_column_check_numbers(const MuTable *table, MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    if (column->kind != MU_COLUMN_TEXT || column->vega)
        return true;
    BadCells bad = find_bad(table, column, mu_column_numbers(table->arena, column));
    if (!bad.count) {
        warn_of_thousands(table, column, used_at, diags);
        return true;
    }
    MuDiag *diag = report(column, bad, MU_DIAG_CELL_NOT_NUMBER, used_at, diags);
    hint_number(diags, diag, column, cell_text(diags->arena, column, bad.first_row));
    return false;
}

bool mu_column_check_extremes(const MuTable *table, MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    if (column->kind != MU_COLUMN_TEXT || column->vega)
        return true;
    const double *numbers = mu_column_numbers(table->arena, column);
    for (size_t i = 0; i < table->size; i++)
        if (!isnan(numbers[mu_table_row(table, i)]))
            return mu_column_check_numbers(table, column, used_at, diags);
    return true;
}

/* --- Dates --- */

typedef struct DayOrders {
    size_t day_first, month_first;
    BadCells either, other; /* may be both; has the month first */
    char separator;
} DayOrders;

static MuStr text_at(const MuColumn *column, size_t row)
{
    MuValue value = mu_column_value(column, row);
    return value.kind == MU_STRING ? mu_value_str(value) : (MuStr){0};
}

static void add_order(DayOrders *orders, MuStr text, size_t row)
{
    MuDayOrder order = text.size ? mu_text_day_order(text) : MU_NO_DAY_ORDER;
    if (order == MU_NO_DAY_ORDER)
        return;
    size_t at = 0;
    while (strchr("-/.", text.at[at]) == NULL)
        at++;
    orders->separator = text.at[at];
    orders->day_first += order == MU_DAY_FIRST;
    orders->month_first += order == MU_MONTH_FIRST;
    if (order == MU_DAY_OR_MONTH)
        add_bad(&orders->either, row);
    if (order == MU_MONTH_FIRST)
        add_bad(&orders->other, row);
}

static void hint_order(MuDiags *diags, MuDiag *diag, const MuColumn *column, const DayOrders *orders)
{
    char c = orders->separator;
    if (orders->day_first && !orders->month_first)
        mu_diag_hint(diags, diag,
                     "other cells have the day first; declare format: {parse: {\"%.*s\": \"date:'%%d%c%%m%c%%Y'\"}}",
                     MU_FMT(column->name), c, c);
    else if (orders->month_first && !orders->day_first)
        mu_diag_hint(diags, diag,
                     "other cells have the month first; declare format: {parse: {\"%.*s\": \"date:'%%m%c%%d%c%%Y'\"}}",
                     MU_FMT(column->name), c, c);
    else
        mu_diag_hint(
            diags, diag,
            "declare format: {parse: {\"%.*s\": \"date:'%%d%c%%m%c%%Y'\"}} if the day is first, '%%m%c%%d%c%%Y' if "
            "the month is (%%y for a year of two digits)",
            MU_FMT(column->name), c, c, c, c);
}

static bool check_orders(const MuTable *table, const MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    DayOrders orders = {0};
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        add_order(&orders, text_at(column, row), row);
    }
    bool mixed = orders.day_first && orders.month_first;
    if (!orders.either.count && !mixed)
        return true;
    MuDiag *diag = orders.either.count ? report(column, orders.either, MU_DIAG_DATE_TWO_WAYS, used_at, diags)
                                       : report(column, orders.other, MU_DIAG_DATE_MIXED, used_at, diags);
    hint_order(diags, diag, column, &orders);
    return false;
}

static void note_years(const MuTable *table, const MuColumn *column, MuSpan used_at, MuDiags *diags)
{
    for (size_t i = 0; i < table->size; i++) {
        MuValue value = mu_column_value(column, mu_table_row(table, i));
        if (value.kind != MU_NUMBER || !is_year(value.number))
            continue;
        mu_diag(diags, MU_DIAG_NUMBER_YEARS, used_at, mu_str_cstr(diags->arena, column->name));
        return;
    }
}

bool mu_column_check_dates(const MuTable *table, MuColumn *column, const MuZone *zone, MuSpan used_at, MuDiags *diags)
{
    if (column->vega || column->kind == MU_COLUMN_DATE)
        return true;
    if (column->kind != MU_COLUMN_TEXT) {
        note_years(table, column, used_at, diags);
        return column->kind == MU_COLUMN_NUMBER || check_orders(table, column, used_at, diags);
    }
    BadCells bad = find_bad(table, column, mu_column_dates(table->arena, column, zone));
    if (!check_orders(table, column, used_at, diags))
        return false;
    if (!bad.count)
        return true;
    MuDiag *diag = report(column, bad, MU_DIAG_CELL_NOT_DATE, used_at, diags);
    hint_missing(diags, diag, column, cell_text(diags->arena, column, bad.first_row));
    return false;
}
