/* Arenas: memory that is dropped whole, and the guard that turns "no memory left" into an error.
 *
 * A render allocates from one arena and frees it once; pipeline code never frees. The budget of an
 * arena counts the bytes asked from the system. Exceeding it, or the system refusing, jumps to the
 * nearest guard of the arena with MU_NO_MEMORY. Without a guard the process aborts, so every entry
 * point sets one. Rules: a foreign object is deferred (mu_arena_defer) before the next allocation;
 * never jump through a foreign library's frames; locals read after a jump are volatile. */
#ifndef MU_BASE_ARENA_H
#define MU_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct MuArena MuArena;

/* An arena of at most `budget` bytes (0: no limit). NULL when the system has no memory. */
MuArena *mu_arena_new(size_t budget);
/* Runs the deferred clean-ups, last first, and frees everything. NULL is allowed. */
void mu_arena_free(MuArena *arena);

/* `size` zeroed bytes, aligned for any type. Never NULL; size 0 gives a valid pointer. */
void *mu_arena_alloc(MuArena *arena, size_t size);
/* `count` × `size` zeroed bytes; an overflow of the product counts as no memory. */
void *mu_arena_array(MuArena *arena, size_t count, size_t size);
/* A larger copy of `old` (which had `old_bytes`), zeroed beyond; grows in place where it can. */
void *mu_arena_grow(MuArena *arena, void *old, size_t old_bytes, size_t new_bytes);
/* Bytes taken from the system so far. */
size_t mu_arena_used(const MuArena *arena);

/* `fn(object)` runs when the arena is freed, or reset to a mark taken before this call. */
void mu_arena_defer(MuArena *arena, void (*fn)(void *), void *object);

/* Scratch: everything allocated after the mark is dropped by the reset. */
typedef struct MuArenaMark {
    void *block;
    size_t used;
    void *deferred;
} MuArenaMark;
MuArenaMark mu_arena_mark(const MuArena *arena);
void mu_arena_reset(MuArena *arena, MuArenaMark mark);

typedef enum MuFault { MU_NO_FAULT, MU_NO_MEMORY, MU_LIMIT } MuFault;

/* A place to return to. Use: MuGuard g; if (MU_GUARD(arena, &g) == 0) { work; } mu_guard_leave(&g); */
typedef struct MuGuard {
    jmp_buf jump;
    struct MuGuard *outer;
    MuArena *arena;
} MuGuard;
void mu_guard_enter(MuArena *arena, MuGuard *guard);
void mu_guard_leave(MuGuard *guard);
#define MU_GUARD(arena, guard) (mu_guard_enter((arena), (guard)), setjmp((guard)->jump))
/* Leaves to the nearest guard of the arena with `fault`. */
_Noreturn void mu_arena_fail(MuArena *arena, MuFault fault);

#define MU_NEW(arena, type) ((type *)mu_arena_alloc((arena), sizeof(type)))
#define MU_NEW_ARRAY(arena, type, count) ((type *)mu_arena_array((arena), (count), sizeof(type)))

#endif
