#include "data/table.h"

MuTable *mu_table_new(MuArena *arena, size_t physical)
{
    MuTable *table = MU_NEW(arena, MuTable);
    table->arena = arena;
    table->physical = physical;
    table->size = physical;
    return table;
}

MuTable *mu_table_like(const MuTable *table, size_t physical)
{
    MuTable *made = mu_table_new(table->arena, physical);
    made->vega = table->vega;
    made->left_out = table->left_out;
    made->left_out_size = table->left_out_size;
    return made;
}

static MuMap copy_map(MuArena *arena, const MuMap *map)
{
    MuMap copy = {0};
    for (size_t i = 0; i < map->size; i++)
        mu_map_put(arena, &copy, map->entries[i].key, map->entries[i].value);
    return copy;
}

MuTable *mu_table_select(MuArena *arena, const MuTable *table, const uint32_t *index, size_t size)
{
    MuTable *selected = mu_table_like(table, table->physical);
    selected->arena = arena;
    selected->columns = copy_map(arena, &table->columns);
    selected->paths = copy_map(arena, &table->paths);
    selected->index = index;
    selected->size = size;
    return selected;
}

MuTable *mu_table_copy(MuArena *arena, const MuTable *table)
{
    return mu_table_select(arena, table, table->index, table->size);
}

static uint64_t *all_null(MuArena *arena, size_t size)
{
    return MU_NEW_ARRAY(arena, uint64_t, (size + 63) / 64);
}

MuColumn *mu_column_new(MuArena *arena, MuStr name, MuColumnKind kind, size_t size)
{
    MuColumn *column = MU_NEW(arena, MuColumn);
    column->name = name;
    column->kind = kind;
    column->size = size;
    switch (kind) {
    case MU_COLUMN_TEXT:
        column->text.codes = MU_NEW_ARRAY(arena, uint32_t, size);
        for (size_t i = 0; i < size; i++)
            column->text.codes[i] = UINT32_MAX;
        break;
    case MU_COLUMN_NUMBER:
    case MU_COLUMN_DATE:
        column->numbers = MU_NEW_ARRAY(arena, double, size);
        for (size_t i = 0; i < size; i++)
            column->numbers[i] = NAN;
        break;
    case MU_COLUMN_VALUE:
        column->values = MU_NEW_ARRAY(arena, MuValue, size); /* zero is undefined */
        break;
    }
    return column;
}

MuColumn *mu_table_add(MuTable *table, MuStr name, MuColumnKind kind)
{
    MuColumn *column = mu_column_new(table->arena, name, kind, table->physical);
    mu_table_put(table, column);
    return column;
}

/* A nested path may read what was replaced, so the paths are made anew. */
void mu_table_put(MuTable *table, MuColumn *column)
{
    column->vega = table->vega;
    mu_map_put(table->arena, &table->columns, column->name, column);
    table->paths = (MuMap){0};
}

void mu_table_read_as_vega(MuTable *table)
{
    table->vega = true;
    for (size_t i = 0; i < table->columns.size; i++)
        ((MuColumn *)table->columns.entries[i].value)->vega = true;
}

MuColumn *mu_table_column(const MuTable *table, MuStr name)
{
    return mu_map_get(&table->columns, name);
}

size_t mu_table_names(const MuTable *table, MuArena *arena, MuStr **names)
{
    size_t kept = table->columns.size;
    *names = MU_NEW_ARRAY(arena, MuStr, kept + table->left_out_size + 1);
    for (size_t i = 0; i < kept; i++)
        (*names)[i] = table->columns.entries[i].key;
    for (size_t i = 0; i < table->left_out_size; i++)
        (*names)[kept + i] = table->left_out[i];
    return kept + table->left_out_size;
}

bool mu_column_is_blank(const MuColumn *column, size_t row)
{
    uint32_t code = column->text.codes[row];
    return code == UINT32_MAX || mu_str_trim(column->text.words[code]).size == 0;
}

bool mu_column_has_number(const MuColumn *column, size_t row)
{
    MuValue value = mu_column_value(column, row);
    bool given = value.kind != MU_NULL && value.kind != MU_UNDEFINED && !(value.kind == MU_STRING && !value.size);
    return given && isfinite(mu_to_number(value));
}

bool mu_column_is_valid(const MuColumn *column, size_t row)
{
    return !column->valid || (column->valid[row / 64] >> (row % 64) & 1);
}

MuValue mu_column_value(const MuColumn *column, size_t row)
{
    switch (column->kind) {
    case MU_COLUMN_TEXT: {
        uint32_t code = column->text.codes[row];
        return code == UINT32_MAX ? mu_undefined() : mu_string(column->text.words[code]);
    }
    case MU_COLUMN_NUMBER:
        return mu_column_is_valid(column, row) ? mu_number(column->numbers[row]) : mu_null();
    case MU_COLUMN_DATE:
        return mu_column_is_valid(column, row) ? mu_date(column->numbers[row]) : mu_null();
    case MU_COLUMN_VALUE:
        break;
    }
    return column->values[row];
}

void mu_column_set(MuArena *arena, MuColumn *column, size_t row, MuValue value)
{
    if (column->kind == MU_COLUMN_VALUE) {
        column->values[row] = value;
        return;
    }
    column->numbers[row] = value.kind == MU_NULL ? NAN : mu_to_number(value);
    if (value.kind != MU_NULL)
        return;
    uint64_t *valid = (uint64_t *)(uintptr_t)column->valid;
    if (!valid) {
        valid = all_null(arena, column->size);
        memset(valid, 0xff, (column->size + 63) / 64 * sizeof *valid);
        column->valid = valid;
    }
    valid[row / 64] &= ~((uint64_t)1 << (row % 64));
}

/* --- Field paths --- */

typedef MU_VEC(MuStr) Parts;

typedef struct PathReader {
    MuArena *arena;
    MuStr text;
    MuBuf part;
    bool quoted_part; /* a part that was written in quotes may be empty */
    Parts parts;
} PathReader;

static void end_part(PathReader *reader)
{
    if (reader->part.size || reader->quoted_part)
        MU_PUSH(reader->arena, &reader->parts, mu_str_copy(reader->arena, mu_buf_str(&reader->part)));
    reader->part.size = 0;
    reader->quoted_part = false;
}

/* From the quote at `i` to behind the closing one; SIZE_MAX if it never closes. */
static size_t read_quoted(PathReader *reader, size_t i)
{
    char quote = reader->text.at[i];
    for (i++; i < reader->text.size; i++) {
        char c = reader->text.at[i];
        if (c == quote) {
            reader->quoted_part = true;
            return i + 1;
        }
        if (c == '\\' && i + 1 < reader->text.size)
            c = reader->text.at[++i];
        mu_buf_addc(&reader->part, c);
    }
    return SIZE_MAX;
}

/* From behind "[" to behind "]"; SIZE_MAX if the bracket is malformed. */
static size_t read_bracket(PathReader *reader, size_t i)
{
    MuStr text = reader->text;
    if (i < text.size && (text.at[i] == '"' || text.at[i] == '\''))
        i = read_quoted(reader, i);
    for (; i < text.size && text.at[i] != ']'; i++)
        mu_buf_addc(&reader->part, text.at[i]);
    if (i >= text.size)
        return SIZE_MAX;
    end_part(reader);
    return i + 1;
}

static bool read_path(PathReader *reader)
{
    for (size_t i = 0; i < reader->text.size;) {
        char c = reader->text.at[i++];
        if (c == '.') {
            end_part(reader);
        } else if (c == '[') {
            end_part(reader);
            i = read_bracket(reader, i);
            if (i == SIZE_MAX)
                return false;
        } else if (c == '\\' && i < reader->text.size) {
            mu_buf_addc(&reader->part, reader->text.at[i++]);
        } else if (c == ']') {
            return false;
        } else {
            mu_buf_addc(&reader->part, c);
        }
    }
    end_part(reader);
    return reader->parts.size > 0;
}

/* The syntax is that of vega-util's splitAccessPath; what it refuses is one part, as written. */
MuFieldPath mu_field_parse(MuArena *arena, MuStr text)
{
    PathReader reader = {.arena = arena, .text = text, .part = {.arena = arena}};
    if (read_path(&reader))
        return (MuFieldPath){text, reader.parts.at, reader.parts.size};
    MuStr *whole = MU_NEW(arena, MuStr);
    *whole = text;
    return (MuFieldPath){text, whole, 1};
}

static bool array_index(MuStr part, size_t *index)
{
    *index = 0;
    for (size_t i = 0; i < part.size; i++) {
        if (part.at[i] < '0' || part.at[i] > '9' || i > 8)
            return false;
        *index = *index * 10 + (size_t)(part.at[i] - '0');
    }
    return part.size > 0;
}

MuValue mu_value_member(MuValue value, MuStr part)
{
    size_t i;
    if (value.kind == MU_OBJECT)
        return mu_object_get(value.object, part);
    if (value.kind == MU_ROW)
        return mu_row_get(value, part);
    if (value.kind == MU_ARRAY && mu_str_is(part, "length"))
        return mu_number((double)value.array->size);
    if (value.kind == MU_ARRAY && array_index(part, &i) && i < value.array->size)
        return value.array->at[i];
    return mu_undefined();
}

MuValue mu_field_walk(const MuFieldPath *path, size_t from, MuValue value)
{
    for (size_t i = from; i < path->size; i++)
        value = mu_value_member(value, path->parts[i]);
    return value;
}

static MuColumn *walk_column(MuTable *table, const MuFieldPath *path, const MuColumn *first)
{
    MuColumn *column = mu_column_new(table->arena, path->text, MU_COLUMN_VALUE, table->physical);
    column->source = first->source;
    column->lines = first->lines;
    column->vega = table->vega;
    for (size_t row = 0; row < table->physical; row++)
        column->values[row] = mu_field_walk(path, 1, mu_column_value(first, row));
    return column;
}

MuColumn *mu_table_field(MuTable *table, MuStr text)
{
    MuColumn *column = mu_table_column(table, text);
    if (!column)
        column = mu_map_get(&table->paths, text);
    if (column)
        return column;
    MuFieldPath path = mu_field_parse(table->arena, text);
    MuColumn *first = mu_table_column(table, path.parts[0]);
    if (!first)
        return NULL;
    if (path.size == 1)
        return first;
    column = walk_column(table, &path, first);
    mu_map_put(table->arena, &table->paths, text, column);
    return column;
}

/* --- Rows as values --- */

MuValue mu_row_value(const MuTable *table, size_t physical_row)
{
    return (MuValue){.kind = MU_ROW, .size = (uint32_t)physical_row, .ref = table};
}

MuValue mu_row_get(MuValue row, MuStr field)
{
    const MuColumn *column = mu_table_column(row.ref, field);
    return column ? mu_column_value(column, row.size) : mu_undefined();
}

MuValue mu_row_object(MuArena *arena, MuValue row)
{
    const MuTable *table = row.ref;
    MuObject *object = mu_object_new(arena);
    for (size_t i = 0; i < table->columns.size; i++) {
        MuValue value = mu_column_value(table->columns.entries[i].value, row.size);
        if (value.kind != MU_UNDEFINED)
            mu_object_set(arena, object, table->columns.entries[i].key, value);
    }
    return mu_object_value(object);
}
