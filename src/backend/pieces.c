#include "backend/cairo.h"

static void release(void *object)
{
    MuPieces *pieces = object;
    free(pieces->at);
    *pieces = (MuPieces){0};
}

MuPieces *mu_pieces_new(MuArena *arena)
{
    MuPieces *pieces = MU_NEW(arena, MuPieces);
    mu_arena_defer(arena, release, pieces);
    return pieces;
}

bool mu_pieces_add(MuPieces *pieces, const void *bytes, size_t size)
{
    if (size > pieces->capacity - pieces->size) {
        size_t capacity = pieces->capacity ? pieces->capacity : 64 * 1024;
        while (size > capacity - pieces->size) {
            if (capacity > SIZE_MAX / 2)
                return false;
            capacity *= 2;
        }
        unsigned char *grown = realloc(pieces->at, capacity);
        if (!grown)
            return false;
        pieces->at = grown;
        pieces->capacity = capacity;
    }
    if (size)
        memcpy(pieces->at + pieces->size, bytes, size);
    pieces->size += size;
    return true;
}

void mu_pieces_take(MuPieces *pieces, MuBuf *out)
{
    mu_buf_add(out, (MuStr){(const char *)pieces->at, pieces->size});
    release(pieces);
}
