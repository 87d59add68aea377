/* Sorting places of a table by several columns. */
#include "base/utf8.h"
#include "transform/engine.h"

bool mu_column_is_numeric(MuArena *arena, MuColumn *column)
{
    if (column->kind != MU_COLUMN_TEXT || column->vega)
        return false;
    const double *numbers = mu_column_numbers(arena, column);
    bool any = false;
    for (size_t row = 0; row < column->size; row++) {
        uint32_t code = column->text.codes[row];
        if (code == UINT32_MAX || mu_str_trim(column->text.words[code]).size == 0)
            continue;
        if (isnan(numbers[row]))
            return false;
        any = true;
    }
    return any;
}

/* As mu_value_ascending: what is not known comes first. */
static int compare_numbers(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(b) - isnan(a);
    return (a > b) - (a < b);
}

static int compare_cells(const MuSortKey *key, size_t a, size_t b)
{
    const MuColumn *column = key->column;
    if (key->numeric)
        return compare_numbers(column->number_view[a], column->number_view[b]);
    if (column->kind == MU_COLUMN_TEXT && column->text.codes[a] == column->text.codes[b])
        return 0;
    if (column->kind == MU_COLUMN_NUMBER && !column->valid)
        return compare_numbers(column->numbers[a], column->numbers[b]);
    return mu_value_ascending(mu_column_value(column, a), mu_column_value(column, b));
}

int mu_sort_compare(const MuSortKey *keys, size_t key_count, size_t a, size_t b)
{
    int order = 0;
    for (size_t i = 0; i < key_count && !order; i++)
        order = keys[i].descending ? -compare_cells(&keys[i], a, b) : compare_cells(&keys[i], a, b);
    return order;
}

typedef struct Sorting {
    const MuTable *table;
    const MuSortKey *keys;
    size_t key_count;
} Sorting;

static bool in_order(const Sorting *s, uint32_t a, uint32_t b)
{
    return mu_sort_compare(s->keys, s->key_count, mu_table_row(s->table, a), mu_table_row(s->table, b)) <= 0;
}

/* Merges the sorted halves of `from` into `to`. */
static void merge(const Sorting *s, const uint32_t *from, uint32_t *to, size_t middle, size_t end)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < end; i++) {
        bool take_left = left < middle && (right >= end || in_order(s, from[left], from[right]));
        to[i] = from[take_left ? left++ : right++];
    }
}

/* Sorts `at`; `other` holds the same and is room to merge from. */
static void sort(const Sorting *s, uint32_t *at, uint32_t *other, size_t count)
{
    if (count < 2)
        return;
    size_t middle = count / 2;
    sort(s, other, at, middle);
    sort(s, other + middle, at + middle, count - middle);
    if (in_order(s, other[middle - 1], other[middle]))
        memcpy(at, other, count * sizeof *at);
    else
        merge(s, other, at, middle, count);
}

void mu_sort_places(const MuTable *table, uint32_t *places, size_t count, const MuSortKey *keys, size_t key_count)
{
    if (count < 2 || !key_count)
        return;
    Sorting sorting = {table, keys, key_count};
    MuArenaMark mark = mu_arena_mark(table->arena);
    uint32_t *other = MU_NEW_ARRAY(table->arena, uint32_t, count);
    memcpy(other, places, count * sizeof *other);
    sort(&sorting, places, other, count);
    mu_arena_reset(table->arena, mark);
}
