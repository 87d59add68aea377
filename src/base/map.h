/* A hash map from strings to pointers that keeps the order of insertion: entries[0..size). Keys are
 * not copied. Zero-initialise; grows in the arena given to mu_map_put. */
#ifndef MU_BASE_MAP_H
#define MU_BASE_MAP_H

#include "base/str.h"

typedef struct MuMapEntry {
    MuStr key;
    uint64_t hash;
    void *value;
} MuMapEntry;

typedef struct MuMap {
    MuMapEntry *entries;
    uint32_t *slots; /* index + 1 of an entry; 0: empty */
    size_t size, capacity, slot_count;
} MuMap;

/* The value of the key, or NULL. */
void *mu_map_get(const MuMap *map, MuStr key);
/* The entry of the key (made with value NULL if it was not there; `*added` says so, may be NULL). */
MuMapEntry *mu_map_entry(MuArena *arena, MuMap *map, MuStr key, bool *added);
void mu_map_put(MuArena *arena, MuMap *map, MuStr key, void *value);

#endif
