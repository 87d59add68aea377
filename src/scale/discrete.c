#include "scale/family.h"

/* Reuses the array of values, which is training's own. */
void mu_discrete_train(MuScale *scale)
{
    size_t kept = 0;
    scale->index = (MuMap){0};
    for (size_t i = 0; i < scale->value_count; i++) {
        MuBuf key = {.arena = scale->arena};
        mu_value_key(&key, scale->values[i]);
        bool added;
        MuMapEntry *entry = mu_map_entry(scale->arena, &scale->index, mu_buf_str(&key), &added);
        if (!added)
            continue;
        scale->values[kept++] = scale->values[i];
        entry->value = (void *)(uintptr_t)kept;
    }
    scale->value_count = kept;
}

static size_t place_of_key(const MuScale *scale, MuStr key)
{
    uintptr_t place = (uintptr_t)mu_map_get(&scale->index, key);
    return place ? (size_t)place - 1 : SIZE_MAX;
}

/* Marks look up every row, so that usual keys are written on the stack; long ones go through the arena. */
size_t mu_scale_place(const MuScale *scale, MuValue value)
{
    char room[128];
    MuBuf key = {.arena = scale->arena, .at = room, .capacity = sizeof room};
    bool small = value.kind < MU_ARRAY && (value.kind != MU_STRING || value.size < sizeof room / 2);
    MuArenaMark mark = mu_arena_mark(scale->arena);
    if (!small)
        key = (MuBuf){.arena = scale->arena};
    mu_value_key(&key, value);
    size_t place = place_of_key(scale, mu_buf_str(&key));
    if (!small)
        mu_arena_reset(scale->arena, mark);
    return place;
}
