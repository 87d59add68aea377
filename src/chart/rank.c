#include "chart/rank.h"

static void sort(MuRanked *items, MuRanked *scratch, size_t size, bool descending)
{
    if (size < 2)
        return;
    size_t half = size / 2, i = 0, j = half, out = 0;
    sort(items, scratch, half, descending);
    sort(items + half, scratch, size - half, descending);
    while (i < half && j < size) {
        int order = mu_value_ascending(items[j].rank, items[i].rank);
        scratch[out++] = (descending ? -order : order) < 0 ? items[j++] : items[i++];
    }
    while (i < half)
        scratch[out++] = items[i++];
    while (j < size)
        scratch[out++] = items[j++];
    memcpy(items, scratch, size * sizeof *items);
}

void mu_ranked_sort(MuArena *arena, MuRanked *items, size_t size, bool descending)
{
    sort(items, MU_NEW_ARRAY(arena, MuRanked, size), size, descending);
}
