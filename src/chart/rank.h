/* Values with what they are sorted by. */
#ifndef MU_CHART_RANK_H
#define MU_CHART_RANK_H

#include "base/value.h"

typedef struct MuRanked {
    MuValue value, rank;
    size_t place; /* before the sort */
} MuRanked;

/* Stable, by Vega's order of values (mu_value_ascending) of the ranks. */
void mu_ranked_sort(MuArena *arena, MuRanked *items, size_t size, bool descending);

#endif
