/* New columns out of the cells of others. */
#include "data/table.h"

static void gather_text(const MuColumn *from, MuColumn *to, const uint32_t *rows)
{
    to->text.words = from->text.words;
    to->text.size = from->text.size;
    to->text.refused = from->text.refused;
    for (size_t i = 0; i < to->size; i++)
        to->text.codes[i] = rows[i] == UINT32_MAX ? UINT32_MAX : from->text.codes[rows[i]];
}

static void gather_numbers(MuArena *arena, const MuColumn *from, MuColumn *to, const uint32_t *rows)
{
    for (size_t i = 0; i < to->size; i++) {
        if (rows[i] == UINT32_MAX || !mu_column_is_valid(from, rows[i]))
            mu_column_set(arena, to, i, mu_null());
        else
            to->numbers[i] = from->numbers[rows[i]];
    }
}

static void gather_values(const MuColumn *from, MuColumn *to, const uint32_t *rows)
{
    for (size_t i = 0; i < to->size; i++)
        if (rows[i] != UINT32_MAX)
            to->values[i] = from->values[rows[i]];
}

static const uint32_t *gather_lines(MuArena *arena, const MuColumn *from, const uint32_t *rows, size_t size)
{
    if (!from->lines)
        return NULL;
    uint32_t *lines = MU_NEW_ARRAY(arena, uint32_t, size);
    for (size_t i = 0; i < size; i++)
        lines[i] = rows[i] == UINT32_MAX ? 0 : from->lines[rows[i]];
    return lines;
}

MuColumn *mu_column_gather(MuArena *arena, const MuColumn *column, const uint32_t *rows, size_t size)
{
    MuColumn *gathered = mu_column_new(arena, column->name, column->kind, size);
    gathered->source = column->source;
    gathered->vega = column->vega;
    gathered->separated = column->separated;
    if (column->kind == MU_COLUMN_TEXT)
        gather_text(column, gathered, rows);
    else if (column->kind == MU_COLUMN_VALUE)
        gather_values(column, gathered, rows);
    else
        gather_numbers(arena, column, gathered, rows);
    gathered->lines = gather_lines(arena, column, rows, size);
    return gathered;
}

MuTable *mu_table_gather(const MuTable *table, const uint32_t *rows, size_t size)
{
    MuTable *gathered = mu_table_like(table, size);
    for (size_t i = 0; i < table->columns.size; i++) {
        MuColumn *column = mu_column_gather(table->arena, table->columns.entries[i].value, rows, size);
        column->name = table->columns.entries[i].key;
        mu_table_put(gathered, column);
    }
    return gathered;
}

const uint32_t *mu_table_rows(const MuTable *table)
{
    if (table->index)
        return table->index;
    uint32_t *rows = MU_NEW_ARRAY(table->arena, uint32_t, table->size);
    for (size_t i = 0; i < table->size; i++)
        rows[i] = (uint32_t)i;
    return rows;
}

static bool all_of_kind(const MuTable *table, const MuValue *values, size_t size, MuKind kind)
{
    size_t held = table ? table->size : size;
    for (size_t i = 0; i < held; i++)
        if (values[table ? mu_table_row(table, i) : i].kind != kind)
            return false;
    return held > 0;
}

MuColumn *mu_column_from_values(MuArena *arena, MuStr name, const MuTable *table, MuValue *values, size_t size)
{
    bool numbers = all_of_kind(table, values, size, MU_NUMBER), dates = all_of_kind(table, values, size, MU_DATE);
    if (!numbers && !dates) {
        MuColumn *column = mu_column_new(arena, name, MU_COLUMN_VALUE, 0);
        column->size = size;
        column->values = values;
        return column;
    }
    MuColumn *column = mu_column_new(arena, name, numbers ? MU_COLUMN_NUMBER : MU_COLUMN_DATE, size);
    for (size_t i = 0; i < size; i++)
        column->numbers[i] = values[i].kind == (numbers ? MU_NUMBER : MU_DATE) ? values[i].number : NAN;
    return column;
}
