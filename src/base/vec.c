#include "base/vec.h"

void *mu_vec_grow(MuArena *arena, void *at, size_t *capacity, size_t size)
{
    size_t old = *capacity, wanted = old ? old * 2 : 8;
    if (old > SIZE_MAX / 2 || wanted > SIZE_MAX / size)
        mu_arena_fail(arena, MU_NO_MEMORY);
    *capacity = wanted;
    return mu_arena_grow(arena, at, old * size, wanted * size);
}
