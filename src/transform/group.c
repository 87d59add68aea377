/* Grouping: every column gives each row a 64-bit key, equal for equal values; the keys of several columns
 * are folded together one after the other into small numbers, counted in order of first appearance. */
#include "transform/engine.h"

typedef struct Ids {
    MuArena *arena;
    uint64_t *keys;
    uint32_t *ids; /* id + 1; 0: empty */
    size_t slots, size;
} Ids;

/* Finalizer of MurmurHash3 (Austin Appleby, public domain): spreads all bits. */
static uint64_t mix(uint64_t h)
{
    h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdu;
    h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53u;
    return h ^ (h >> 33);
}

static size_t slot_of(const Ids *ids, uint64_t key)
{
    size_t slot = (size_t)mix(key) & (ids->slots - 1);
    while (ids->ids[slot] && ids->keys[slot] != key)
        slot = (slot + 1) & (ids->slots - 1);
    return slot;
}

static void grow(Ids *ids)
{
    Ids old = *ids;
    ids->slots = old.slots ? old.slots * 2 : 64;
    ids->keys = MU_NEW_ARRAY(ids->arena, uint64_t, ids->slots);
    ids->ids = MU_NEW_ARRAY(ids->arena, uint32_t, ids->slots);
    for (size_t i = 0; i < old.slots; i++) {
        if (!old.ids[i])
            continue;
        size_t slot = slot_of(ids, old.keys[i]);
        ids->keys[slot] = old.keys[i];
        ids->ids[slot] = old.ids[i];
    }
}

static uint32_t id_of(Ids *ids, uint64_t key)
{
    if (ids->size * 2 >= ids->slots)
        grow(ids);
    size_t slot = slot_of(ids, key);
    if (!ids->ids[slot]) {
        ids->keys[slot] = key;
        ids->ids[slot] = (uint32_t)++ids->size;
    }
    return ids->ids[slot] - 1;
}

/* NaN is one value, 0 and -0 are one; null is none of the others. */
static uint64_t number_key(const MuColumn *column, size_t row)
{
    enum { NULL_KEY = 1 }; /* the bits of a number too small to occur */
    if (!mu_column_is_valid(column, row))
        return NULL_KEY;
    double number = column->numbers[row] == 0 ? 0 : column->numbers[row];
    if (isnan(number))
        number = NAN;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static void value_keys(MuTable *table, const MuColumn *column, uint64_t *keys)
{
    MuMap seen = {0};
    MuBuf key = {.arena = table->arena};
    for (size_t i = 0; i < table->size; i++) {
        bool added;
        key.size = 0;
        mu_value_key(&key, mu_column_value(column, mu_table_row(table, i)));
        MuMapEntry *entry = mu_map_entry(table->arena, &seen, mu_buf_str(&key), &added);
        if (added)
            entry->key = mu_str_copy(table->arena, entry->key);
        keys[i] = (uint64_t)(entry - seen.entries);
    }
}

static void column_keys(MuTable *table, const MuColumn *column, uint64_t *keys)
{
    if (column->kind == MU_COLUMN_VALUE) {
        value_keys(table, column, keys);
        return;
    }
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        keys[i] = column->kind == MU_COLUMN_TEXT ? column->text.codes[row] : number_key(column, row);
    }
}

/* Places in order of their groups: a counting sort, stable. */
static void collect(MuArena *arena, MuGroups *groups, size_t size)
{
    groups->starts = MU_NEW_ARRAY(arena, uint32_t, groups->count + 2);
    groups->places = MU_NEW_ARRAY(arena, uint32_t, size);
    for (size_t i = 0; i < size; i++)
        groups->starts[groups->of[i] + 2]++;
    for (size_t g = 2; g < groups->count + 2; g++)
        groups->starts[g] += groups->starts[g - 1];
    for (size_t i = 0; i < size; i++)
        groups->places[groups->starts[groups->of[i] + 1]++] = (uint32_t)i;
}

MuGroups mu_groups(MuTable *table, MuColumn *const *columns, size_t count)
{
    MuGroups groups = {.count = table->size > 0, .of = MU_NEW_ARRAY(table->arena, uint32_t, table->size)};
    uint64_t *keys = MU_NEW_ARRAY(table->arena, uint64_t, table->size);
    for (size_t c = 0; c < count; c++) {
        Ids own = {.arena = table->arena}, both = {.arena = table->arena};
        column_keys(table, columns[c], keys);
        for (size_t i = 0; i < table->size; i++)
            groups.of[i] = id_of(&both, (uint64_t)groups.of[i] << 32 | id_of(&own, keys[i]));
        groups.count = both.size;
    }
    collect(table->arena, &groups, table->size);
    return groups;
}

const uint32_t *mu_group_rows(const MuTable *table, const MuGroups *groups)
{
    uint32_t *rows = MU_NEW_ARRAY(table->arena, uint32_t, groups->count);
    for (size_t g = 0; g < groups->count; g++)
        rows[g] = (uint32_t)mu_table_row(table, groups->places[groups->starts[g]]);
    return rows;
}

MuTable *mu_group_table(MuTable *table, MuColumn *const *groups, size_t group_count, const uint32_t *rows, size_t size)
{
    MuTable *made = mu_table_like(table, size);
    for (size_t i = 0; i < group_count; i++)
        mu_table_put(made, mu_column_gather(table->arena, groups[i], rows, size));
    return made;
}
