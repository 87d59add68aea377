#include "base/arena.h"

#include <sys/mman.h>

enum { MIN_BLOCK = 16 * 1024, MAX_BLOCK = 1024 * 1024, ALIGNMENT = 16 };

typedef struct Block {
    struct Block *previous;
    size_t size, used;
    max_align_t bytes[];
} Block;

typedef struct Deferred {
    struct Deferred *previous;
    void (*fn)(void *);
    void *object;
} Deferred;

struct MuArena {
    Block *block;
    Deferred *deferred;
    MuGuard *guard;
    size_t budget, total, next_size;
};

MuArena *mu_arena_new(size_t budget)
{
    MuArena *arena = calloc(1, sizeof *arena);
    if (!arena)
        return NULL;
    arena->budget = budget;
    arena->next_size = MIN_BLOCK;
    return arena;
}

_Noreturn void mu_arena_fail(MuArena *arena, MuFault fault)
{
    if (!arena->guard)
        abort();
    longjmp(arena->guard->jump, (int)fault);
}

static void run_deferred(MuArena *arena, const Deferred *until)
{
    while (arena->deferred != until) {
        Deferred *d = arena->deferred;
        arena->deferred = d->previous;
        d->fn(d->object);
    }
}

static void drop_blocks(MuArena *arena, const Block *until)
{
    while (arena->block != until) {
        Block *block = arena->block;
        arena->block = block->previous;
        arena->total -= block->size;
        free(block);
    }
}

void mu_arena_free(MuArena *arena)
{
    if (!arena)
        return;
    run_deferred(arena, NULL);
    drop_blocks(arena, NULL);
    free(arena);
}

/* Large blocks lie on huge pages where the system has them: touching memory for the first time is most of
 * what a large picture or table costs. */
static Block *take_block(size_t size)
{
    enum { HUGE = 2 * 1024 * 1024 };
    if (size < HUGE / 2)
        return malloc(sizeof(Block) + size);
    size_t whole = (sizeof(Block) + size + HUGE - 1) & ~(size_t)(HUGE - 1);
    void *block = NULL;
    if (whole < size || posix_memalign(&block, HUGE, whole) != 0)
        return NULL;
    madvise(block, whole, MADV_HUGEPAGE);
    return block;
}

static void add_block(MuArena *arena, size_t least)
{
    size_t size = least > arena->next_size ? least : arena->next_size;
    if (size > SIZE_MAX - sizeof(Block) - ALIGNMENT)
        mu_arena_fail(arena, MU_NO_MEMORY);
    if (arena->budget && (size > arena->budget || arena->total > arena->budget - size))
        mu_arena_fail(arena, MU_NO_MEMORY);
    Block *block = take_block(size);
    if (!block)
        mu_arena_fail(arena, MU_NO_MEMORY);
    block->previous = arena->block;
    block->size = size;
    block->used = 0;
    arena->block = block;
    arena->total += size;
    if (arena->next_size < MAX_BLOCK)
        arena->next_size *= 2;
}

void *mu_arena_alloc(MuArena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        mu_arena_fail(arena, MU_NO_MEMORY);
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!arena->block || arena->block->size - arena->block->used < rounded)
        add_block(arena, rounded);
    char *at = (char *)arena->block->bytes + arena->block->used;
    arena->block->used += rounded;
    return memset(at, 0, size);
}

void *mu_arena_array(MuArena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        mu_arena_fail(arena, MU_NO_MEMORY);
    return mu_arena_alloc(arena, count * size);
}

void *mu_arena_grow(MuArena *arena, void *old, size_t old_bytes, size_t new_bytes)
{
    Block *block = arena->block;
    size_t rounded = (old_bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    bool last = old && block && (char *)old + rounded == (char *)block->bytes + block->used;
    if (last && new_bytes <= SIZE_MAX - ALIGNMENT) {
        size_t wanted = (new_bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
        if (wanted >= rounded && wanted - rounded <= block->size - block->used) {
            block->used += wanted - rounded;
            memset((char *)old + old_bytes, 0, new_bytes - old_bytes);
            return old;
        }
    }
    void *grown = mu_arena_alloc(arena, new_bytes);
    if (old)
        memcpy(grown, old, old_bytes);
    return grown;
}

size_t mu_arena_used(const MuArena *arena)
{
    return arena->total;
}

void mu_arena_defer(MuArena *arena, void (*fn)(void *), void *object)
{
    Deferred *d = mu_arena_alloc(arena, sizeof *d);
    d->previous = arena->deferred;
    d->fn = fn;
    d->object = object;
    arena->deferred = d;
}

MuArenaMark mu_arena_mark(const MuArena *arena)
{
    return (MuArenaMark){arena->block, arena->block ? arena->block->used : 0, arena->deferred};
}

void mu_arena_reset(MuArena *arena, MuArenaMark mark)
{
    run_deferred(arena, mark.deferred);
    drop_blocks(arena, mark.block);
    if (arena->block)
        arena->block->used = mark.used;
}

void mu_guard_enter(MuArena *arena, MuGuard *guard)
{
    guard->arena = arena;
    guard->outer = arena->guard;
    arena->guard = guard;
}

void mu_guard_leave(MuGuard *guard)
{
    guard->arena->guard = guard->outer;
}
