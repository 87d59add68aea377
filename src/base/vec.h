/* Growing arrays in an arena: MU_VEC(double) values = {0}; MU_PUSH(arena, &values, 3.0); values.at[i]. */
#ifndef MU_BASE_VEC_H
#define MU_BASE_VEC_H

#include "base/arena.h"

#define MU_VEC(type)                                                                                                   \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t size, cap;                                                                                              \
    }

#define MU_PUSH(arena, vec, ...)                                                                                       \
    ((void)((vec)->size == (vec)->cap                                                                                  \
                ? ((vec)->at = mu_vec_grow((arena), (vec)->at, &(vec)->cap, sizeof *(vec)->at), 0)                     \
                : 0),                                                                                                  \
     (void)((vec)->at[(vec)->size++] = (__VA_ARGS__)))

/* Doubles the capacity (from 8) of an array of `size`-byte elements. */
void *mu_vec_grow(MuArena *arena, void *at, size_t *capacity, size_t size);

#endif
