/* Columns as samples for the aggregate operators, and tables of aggregates. */
#include "base/utf8.h"
#include "spec/channel.h"
#include "transform/engine.h"

static MuCellState value_state(MuValue value)
{
    if (value.kind == MU_UNDEFINED || value.kind == MU_NULL || (value.kind == MU_STRING && !value.size))
        return MU_CELL_MISSING;
    return value.kind == MU_NUMBER && isnan(value.number) ? MU_CELL_NAN : MU_CELL_VALID;
}

/* A cell of blanks in a file is empty; in JSON it is a text as any other. */
static MuCellState cell_state(const MuColumn *column, size_t row)
{
    if (column->kind != MU_COLUMN_TEXT || column->vega)
        return value_state(mu_column_value(column, row));
    return mu_column_is_blank(column, row) ? MU_CELL_MISSING : MU_CELL_VALID;
}

static void read_cells(MuMeasuring *m)
{
    const MuTable *table = m->table;
    double *numbers = MU_NEW_ARRAY(table->arena, double, table->size);
    uint8_t *states = MU_NEW_ARRAY(table->arena, uint8_t, table->size);
    const double *view = m->column->kind == MU_COLUMN_TEXT ? mu_column_numbers(table->arena, m->column) : NULL;
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        states[i] = (uint8_t)cell_state(m->column, row);
        numbers[i] = view ? view[row] : mu_to_number(mu_column_value(m->column, row));
    }
    m->samples = (MuSamples){.numbers = numbers, .states = states, .keys = numbers};
}

/* --- min and max of texts: numbers that stand for their order --- */

/* Texts of a file that are all numbers are compared as numbers; texts of JSON, and of a Vega table, as texts. */
static bool compares_texts(const MuMeasuring *m)
{
    size_t texts = 0, others = 0;
    for (size_t i = 0; i < m->table->size; i++) {
        if (m->samples.states[i] != MU_CELL_VALID)
            continue;
        MuValue value = mu_column_value(m->column, mu_table_row(m->table, i));
        bool number = m->column->kind == MU_COLUMN_TEXT && !m->column->vega && !isnan(m->samples.numbers[i]);
        texts += value.kind == MU_STRING && !number;
        others += value.kind != MU_STRING;
    }
    return texts > 0 && others == 0;
}

typedef struct Word {
    MuStr text;
    size_t place;
} Word;

static int by_text(const void *a, const void *b)
{
    return mu_utf16_cmp(((const Word *)a)->text, ((const Word *)b)->text);
}

static void rank_texts(MuMeasuring *m)
{
    const MuTable *table = m->table;
    Word *words = MU_NEW_ARRAY(table->arena, Word, table->size);
    double *keys = MU_NEW_ARRAY(table->arena, double, table->size), rank = 0;
    size_t count = 0;
    for (size_t i = 0; i < table->size; i++)
        if (m->samples.states[i] == MU_CELL_VALID)
            words[count++] = (Word){mu_value_str(mu_column_value(m->column, mu_table_row(table, i))), i};
    qsort(words, count, sizeof *words, by_text);
    for (size_t i = 0; i < count; i++) {
        rank += i && !mu_str_eq(words[i].text, words[i - 1].text);
        keys[words[i].place] = rank;
    }
    m->samples.keys = keys;
    m->text_keys = true;
}

/* --- distinct: equal codes for equal String(value) --- */

static void code_cells(MuMeasuring *m)
{
    const MuTable *table = m->table;
    uint32_t *codes = MU_NEW_ARRAY(table->arena, uint32_t, table->size);
    MuMap seen = {0};
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        if (m->column->kind == MU_COLUMN_TEXT) {
            codes[i] = m->column->text.codes[row];
            continue;
        }
        MuStr text = mu_to_string(table->arena, mu_column_value(m->column, row));
        codes[i] = (uint32_t)(mu_map_entry(table->arena, &seen, text, NULL) - seen.entries);
    }
    m->samples.codes = codes;
}

static bool is_extreme(MuAggregateOp op)
{
    return op == MU_OP_MIN || op == MU_OP_MAX || op == MU_OP_ARGMIN || op == MU_OP_ARGMAX;
}

bool mu_measure_check(const MuTable *table, MuColumn *column, MuStr name, MuSpan used_at, MuDiags *diags)
{
    MuAggregateOp op;
    if (!column || !mu_aggregate_parse(name, &op) || mu_aggregate_is_count(name) || op == MU_OP_VALUES)
        return true;
    return is_extreme(op) ? mu_column_check_extremes(table, column, used_at, diags)
                          : mu_column_check_numbers(table, column, used_at, diags);
}

MuMeasuring mu_measuring(MuTable *table, MuColumn *column, MuAggregateOp op)
{
    MuMeasuring m = {.table = table, .column = column, .op = op};
    if (!column || op == MU_OP_COUNT || op == MU_OP_VALUES)
        return m;
    read_cells(&m);
    if (op == MU_OP_DISTINCT)
        code_cells(&m);
    if (is_extreme(op) && compares_texts(&m))
        rank_texts(&m);
    return m;
}

static MuValue extreme(const MuMeasuring *m, const uint32_t *places, size_t count)
{
    bool greatest = m->op == MU_OP_MAX || m->op == MU_OP_ARGMAX;
    bool whole_row = m->op == MU_OP_ARGMIN || m->op == MU_OP_ARGMAX;
    size_t place = mu_aggregate_extreme(&m->samples, places, count, greatest);
    if (place == SIZE_MAX)
        return whole_row ? mu_object_value(mu_object_new(m->table->arena)) : mu_undefined();
    size_t row = mu_table_row(m->table, place);
    if (whole_row)
        return mu_row_value(m->table, row);
    bool as_number = m->column->kind == MU_COLUMN_TEXT && !m->text_keys;
    return as_number ? mu_number(m->samples.numbers[place]) : mu_column_value(m->column, row);
}

static MuValue rows_of(const MuMeasuring *m, const uint32_t *places, size_t count)
{
    MuValue rows = mu_array_new(m->table->arena, count);
    for (size_t i = 0; i < count; i++)
        rows.array->at[i] = mu_row_value(m->table, mu_table_row(m->table, places[i]));
    return rows;
}

MuValue mu_measure_places(const MuMeasuring *m, const uint32_t *places, size_t count)
{
    if (m->op == MU_OP_VALUES)
        return rows_of(m, places, count);
    if (is_extreme(m->op))
        return m->column ? extreme(m, places, count) : mu_undefined();
    if (!m->column && m->op != MU_OP_COUNT)
        return mu_undefined();
    return mu_aggregate(m->table->arena, m->op, &m->samples, places, count);
}

MuTable *mu_aggregate_table(MuTable *table, MuColumn *const *group_columns, size_t group_count,
                            const MuMeasure *measures, size_t measure_count)
{
    MuGroups groups = mu_groups(table, group_columns, group_count);
    MuTable *made = mu_group_table(table, group_columns, group_count, mu_group_rows(table, &groups), groups.count);
    for (size_t i = 0; i < measure_count; i++) {
        MuAggregateOp op = MU_OP_COUNT;
        mu_aggregate_parse(measures[i].op, &op);
        MuMeasuring measuring = mu_measuring(table, measures[i].column, op);
        MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, groups.count);
        for (size_t g = 0; g < groups.count; g++)
            values[g] = mu_measure_places(&measuring, mu_group_places(&groups, g), mu_group_size(&groups, g));
        mu_table_put_values(made, measures[i].as, values);
    }
    return made;
}

void mu_join_measures(MuTable *made, MuTable *table, MuColumn *const *columns, size_t column_count,
                      const MuMeasure *measures, size_t measure_count)
{
    MuGroups groups = mu_groups(table, columns, column_count);
    for (size_t i = 0; i < measure_count; i++) {
        MuAggregateOp op = MU_OP_COUNT;
        mu_aggregate_parse(measures[i].op, &op);
        MuMeasuring measuring = mu_measuring(table, measures[i].column, op);
        MuValue *values = MU_NEW_ARRAY(table->arena, MuValue, table->physical);
        for (size_t g = 0; g < groups.count; g++) {
            const uint32_t *places = mu_group_places(&groups, g);
            size_t size = mu_group_size(&groups, g);
            MuValue value = mu_measure_places(&measuring, places, size);
            for (size_t j = 0; j < size; j++)
                values[mu_table_row(table, places[j])] = value;
        }
        mu_table_put_values(made, measures[i].as, values);
    }
}
