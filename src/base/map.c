#include "base/map.h"

static size_t find_slot(const MuMap *map, MuStr key, uint64_t hash)
{
    size_t mask = map->slot_count - 1, slot = (size_t)hash & mask;
    while (map->slots[slot]) {
        const MuMapEntry *entry = &map->entries[map->slots[slot] - 1];
        if (entry->hash == hash && mu_str_eq(entry->key, key))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void grow(MuArena *arena, MuMap *map)
{
    size_t capacity = map->capacity ? map->capacity * 2 : 8;
    map->entries =
        mu_arena_grow(arena, map->entries, map->capacity * sizeof *map->entries, capacity * sizeof *map->entries);
    map->capacity = capacity;
    map->slot_count = capacity * 2;
    map->slots = mu_arena_array(arena, map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < map->size; i++)
        map->slots[find_slot(map, map->entries[i].key, map->entries[i].hash)] = (uint32_t)(i + 1);
}

void *mu_map_get(const MuMap *map, MuStr key)
{
    if (!map->size)
        return NULL;
    uint32_t index = map->slots[find_slot(map, key, mu_str_hash(key))];
    return index ? map->entries[index - 1].value : NULL;
}

MuMapEntry *mu_map_entry(MuArena *arena, MuMap *map, MuStr key, bool *added)
{
    if (map->size == map->capacity)
        grow(arena, map);
    uint64_t hash = mu_str_hash(key);
    size_t slot = find_slot(map, key, hash);
    if (added)
        *added = !map->slots[slot];
    if (!map->slots[slot]) {
        map->entries[map->size] = (MuMapEntry){key, hash, NULL};
        map->slots[slot] = (uint32_t)++map->size;
    }
    return &map->entries[map->slots[slot] - 1];
}

void mu_map_put(MuArena *arena, MuMap *map, MuStr key, void *value)
{
    mu_map_entry(arena, map, key, NULL)->value = value;
}
