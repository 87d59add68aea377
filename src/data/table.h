/* Columns and tables. A column's rows are physical; a table is a set of columns over the same physical
 * rows and an index of the rows it holds, in order. Filter, sort and facet make new indexes, never
 * copies of columns. */
#ifndef MU_DATA_TABLE_H
#define MU_DATA_TABLE_H

#include "base/civil.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/value.h"

typedef enum MuColumnKind {
    MU_COLUMN_TEXT,   /* codes into a dictionary: CSV */
    MU_COLUMN_NUMBER, /* doubles; NaN with a cleared validity bit is null */
    MU_COLUMN_DATE,   /* ms since 1970 UTC; likewise */
    MU_COLUMN_VALUE   /* any values: JSON, calculate */
} MuColumnKind;

typedef struct MuColumn {
    MuStr name;
    MuColumnKind kind;
    size_t size;            /* physical rows */
    const MuSource *source; /* the file, for messages; may be NULL */
    const uint32_t *lines;  /* line of each physical row in its file; may be NULL */
    bool vega;              /* as MuTable's */
    bool separated;         /* decimal or thousands separators were declared for it */
    struct {
        uint32_t *codes; /* UINT32_MAX: absent (undefined) */
        MuStr *words;
        size_t size;
        const bool *refused; /* words that are no numbers by the declared separators; NULL: none */
    } text;
    double *numbers;       /* NUMBER, DATE */
    const uint64_t *valid; /* bit i of word i/64; NULL: all valid; NUMBER, DATE */
    MuValue *values;       /* VALUE */
    double *number_view;   /* made once by mu_column_numbers */
    double *date_view;     /* made once by mu_column_dates */
} MuColumn;

typedef struct MuTable {
    MuArena *arena;        /* for columns and views made later */
    MuMap columns;         /* name → MuColumn*, in file order */
    MuMap paths;           /* nested path as written → MuColumn* made by mu_table_field; no columns of their own */
    size_t physical;       /* rows of every column */
    const uint32_t *index; /* the rows held, in order; NULL: all physical rows in order */
    size_t size;           /* rows held */
    /* Cells are read as Vega reads them: "" is 0, 2017 is 2017 ms, 07-03-2024 is in July. */
    bool vega;
    const MuStr *left_out; /* columns of the file that the spec does not name and that were not kept */
    size_t left_out_size;
} MuTable;

MuTable *mu_table_new(MuArena *arena, size_t physical);
/* A new table of other rows that is read in the same way. */
MuTable *mu_table_like(const MuTable *table, size_t physical);
/* A table over the same columns (later columns of either are not seen by the other) with another index. */
MuTable *mu_table_select(MuArena *arena, const MuTable *table, const uint32_t *index, size_t size);
/* A table over the same columns and rows; columns added to it later are its own. */
MuTable *mu_table_copy(MuArena *arena, const MuTable *table);
static inline size_t mu_table_row(const MuTable *t, size_t i)
{
    return t->index ? t->index[i] : i;
}

/* A column that belongs to no table yet, its cells absent (undefined; NaN for numbers and dates). */
MuColumn *mu_column_new(MuArena *arena, MuStr name, MuColumnKind kind, size_t size);
/* A column of the cells at `rows` of another, in that order; UINT32_MAX gives an absent cell (in a column of
 * numbers or dates: null). Text keeps its dictionary. */
MuColumn *mu_column_gather(MuArena *arena, const MuColumn *column, const uint32_t *rows, size_t size);
/* A table of new physical rows: all columns, gathered. */
MuTable *mu_table_gather(const MuTable *table, const uint32_t *rows, size_t size);
/* The physical rows held, in order: the index, or 0, 1, 2… where the table has none. */
const uint32_t *mu_table_rows(const MuTable *table);
/* A column of values; of numbers or dates where every row of the table (or, NULL, every value) is one. */
MuColumn *mu_column_from_values(MuArena *arena, MuStr name, const MuTable *table, MuValue *values, size_t size);

/* Adds or replaces. A column of the table's physical size, cells undefined / NaN. */
MuColumn *mu_table_add(MuTable *table, MuStr name, MuColumnKind kind);
void mu_table_put(MuTable *table, MuColumn *column);
/* Its columns too; before anything has read them. */
void mu_table_read_as_vega(MuTable *table);
/* NULL if there is none of exactly this name. */
MuColumn *mu_table_column(const MuTable *table, MuStr name);
/* The names of all columns, those that were left out too; for messages. */
size_t mu_table_names(const MuTable *table, MuArena *arena, MuStr **names);

/* The cell as a value: TEXT gives a string (or undefined), NUMBER/DATE number/date or null. */
MuValue mu_column_value(const MuColumn *column, size_t physical_row);
/* Does the cell hold what a continuous scale can show: a finite number or time, or text that is one? */
bool mu_column_has_number(const MuColumn *column, size_t physical_row);
/* Not null: the validity bit of a number or date. */
bool mu_column_is_valid(const MuColumn *column, size_t physical_row);
/* Sets a cell of a VALUE, NUMBER or DATE column that is being made; null clears the validity bit. */
void mu_column_set(MuArena *arena, MuColumn *column, size_t physical_row, MuValue value);
/* A cell of a TEXT column without anything but white space; an absent one. */
bool mu_column_is_blank(const MuColumn *column, size_t physical_row);

/* The whole column as numbers (JavaScript's ToNumber except: "" and null and undefined are NaN;
 * booleans 0/1; dates ms). Made once, kept. Physical rows. In a Vega table "" is 0. */
const double *mu_column_numbers(MuArena *arena, MuColumn *column);
/* The whole column as times (ms; NaN if none): numbers and dates as they are, text by Date.parse
 * in `zone`, a whole number 1000..2999 in text or number is a year (UTC). A text that begins with three numbers and the
 * year last (25/12/2024) is read where one of the first two cannot be a month, else NaN. */
const double *mu_column_dates(MuArena *arena, MuColumn *column, const MuZone *zone);
/* The same, with one folded error for each column of CSV text in which a cell of the table's rows is
 * neither empty nor a plain number (or date): the column, the first line and the cell. False then.
 * JSON values are read leniently, as Vega does; only dates that may be read two ways are refused. Warns of
 * numbers that may be read two ways, notes numbers that were read as years. A Vega table passes. */
bool mu_column_check_numbers(const MuTable *table, MuColumn *column, MuSpan used_at, MuDiags *diags);
bool mu_column_check_dates(const MuTable *table, MuColumn *column, const MuZone *zone, MuSpan used_at, MuDiags *diags);
/* For min and max: texts are compared as texts, but a column with numbers in it must be all numbers. */
bool mu_column_check_extremes(const MuTable *table, MuColumn *column, MuSpan used_at, MuDiags *diags);

/* `format.parse` of one column, as vega-loader reads it: "number", "boolean", "date", "string", or a
 * d3 time specifier: date:'%d/%m/%Y' (in `zone`), utc:'%Y' (UTC), quoted or not. Null and "" become
 * null. A new column of the same name; NULL with an error if `kind` is none of these, or if a cell of text is
 * not what it says (in a column that is read as Vega does: NaN or null). */
MuColumn *mu_column_parse(MuArena *arena, const MuColumn *column, MuStr kind, const MuZone *zone, MuSpan asked_at,
                          MuDiags *diags);
bool mu_parse_kind_is_known(MuStr kind);

/* A field path of a spec: `a.b[0]`, `a\.b`, `['a.b']`. A column whose name is exactly the text wins. */
typedef struct MuFieldPath {
    MuStr text;   /* as written */
    MuStr *parts; /* unescaped */
    size_t size;
} MuFieldPath;
MuFieldPath mu_field_parse(MuArena *arena, MuStr text);
/* The value below `value` along the parts from `from` on; undefined where there is none. */
MuValue mu_field_walk(const MuFieldPath *path, size_t from, MuValue value);
/* One step: a key of an object, a field of a row, an index or the length of an array. */
MuValue mu_value_member(MuValue value, MuStr part);
/* The column that the path names: the exact name, the single unescaped part, or, for a nested path, a
 * VALUE column made (once, kept under the path's text) by walking the objects. NULL when the first
 * part names no column. */
MuColumn *mu_table_field(MuTable *table, MuStr path);
/* A row as a value for expressions, and access to its fields. */
MuValue mu_row_value(const MuTable *table, size_t physical_row);
MuValue mu_row_get(MuValue row, MuStr field);
/* A copy of the row as an object, without the absent fields. */
MuValue mu_row_object(MuArena *arena, MuValue row);

/* Rows of JSON or inline values become a table of VALUE columns: objects give a column a key; any other
 * value gives the column "data"; a node that is no array is a single row. An absent key is undefined.
 * Errors: in diags, then NULL. */
struct MuNode;
MuTable *mu_table_from_node(MuArena *arena, const struct MuNode *node, MuDiags *diags);

/* `format.property`: the node at a path ("features", "a.b[0]") inside of another; NULL if there is none. */
const struct MuNode *mu_node_property(MuArena *arena, const struct MuNode *node, MuStr property);

#endif
