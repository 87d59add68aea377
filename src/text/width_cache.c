#include "text/width_cache.h"

enum { FIRST_SLOTS = 256, MOST_TEXTS = 16384, MOST_BYTES = 4 * 1024 * 1024 };

typedef struct MuWidthEntry {
    char *text; /* NULL: a free slot */
    size_t size, face;
    uint64_t hash;
    double width;
} MuWidthEntry;

static uint64_t hash_of(size_t face, MuStr text)
{
    return mu_str_hash(text) ^ ((uint64_t)face + 1) * UINT64_C(0x9E3779B97F4A7C15);
}

/* The entry of the text, or the free slot where it would stand. */
static MuWidthEntry *find(const MuWidthCache *cache, size_t face, MuStr text, uint64_t hash)
{
    size_t mask = cache->slot_count - 1, slot = (size_t)hash & mask;
    for (;; slot = (slot + 1) & mask) {
        MuWidthEntry *entry = &cache->slots[slot];
        if (!entry->text)
            return entry;
        if (entry->hash == hash && entry->face == face && mu_str_eq((MuStr){entry->text, entry->size}, text))
            return entry;
    }
}

bool mu_width_cache_get(const MuWidthCache *cache, size_t face, MuStr text, double *width)
{
    if (!cache->count)
        return false;
    const MuWidthEntry *entry = find(cache, face, text, hash_of(face, text));
    if (entry->text)
        *width = entry->width;
    return entry->text != NULL;
}

void mu_width_cache_clear(MuWidthCache *cache)
{
    for (size_t i = 0; i < cache->slot_count; i++)
        free(cache->slots[i].text);
    free(cache->slots);
    *cache = (MuWidthCache){0};
}

/* Keeps at least half of the slots free. */
static bool make_room(MuWidthCache *cache)
{
    if (cache->count < cache->slot_count / 2)
        return true;
    MuWidthCache larger = *cache;
    larger.slot_count = cache->slot_count ? cache->slot_count * 2 : FIRST_SLOTS;
    larger.slots = calloc(larger.slot_count, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < cache->slot_count; i++) {
        const MuWidthEntry *entry = &cache->slots[i];
        if (entry->text)
            *find(&larger, entry->face, (MuStr){entry->text, entry->size}, entry->hash) = *entry;
    }
    free(cache->slots);
    *cache = larger;
    return true;
}

void mu_width_cache_put(MuWidthCache *cache, size_t face, MuStr text, double width)
{
    if (text.size > MOST_BYTES / 8)
        return;
    if (cache->count >= MOST_TEXTS || cache->bytes + text.size > MOST_BYTES)
        mu_width_cache_clear(cache);
    char *copy = malloc(text.size + 1);
    if (!copy)
        return;
    if (!make_room(cache)) {
        free(copy);
        return;
    }
    memcpy(copy, text.at, text.size);
    uint64_t hash = hash_of(face, text);
    MuWidthEntry *entry = find(cache, face, text, hash);
    free(entry->text);
    cache->count += !entry->text;
    cache->bytes += text.size;
    entry->text = copy;
    entry->size = text.size;
    entry->face = face;
    entry->hash = hash;
    entry->width = width;
}
