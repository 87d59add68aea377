#include "guide/overlap.h"

typedef struct Row {
    const MuBounds *boxes;
    size_t *at; /* labels still shown, by index */
    size_t size;
    double separation;
    bool *visible;
} Row;

static bool intersect(MuBounds a, MuBounds b, double separation)
{
    return separation > fmax(fmax(b.x1 - a.x2, a.x1 - b.x2), fmax(b.y1 - a.y2, a.y1 - b.y2));
}

static bool has_overlap(const Row *row)
{
    for (size_t i = 1; i < row->size; i++)
        if (intersect(row->boxes[row->at[i - 1]], row->boxes[row->at[i]], row->separation))
            return true;
    return false;
}

static void hide_every_other(Row *row)
{
    size_t kept = 0;
    for (size_t i = 0; i < row->size; i++)
        if (i % 2)
            row->visible[row->at[i]] = false;
        else
            row->at[kept++] = row->at[i];
    row->size = kept;
}

static void hide_greedily(Row *row)
{
    size_t kept = 1;
    for (size_t i = 1; i < row->size; i++)
        if (intersect(row->boxes[row->at[kept - 1]], row->boxes[row->at[i]], row->separation))
            row->visible[row->at[i]] = false;
        else
            row->at[kept++] = row->at[i];
    row->size = kept;
}

/* The first and last label stay in preference to one between them. */
static void prefer_last(Row *row, size_t last)
{
    if (row->size >= 3 || row->visible[last])
        return;
    if (row->size > 1)
        row->visible[row->at[row->size - 1]] = false;
    row->visible[last] = true;
}

static bool encloses(MuBounds a, MuBounds b)
{
    return a.x1 <= b.x1 && a.x2 >= b.x2 && a.y1 <= b.y1 && a.y2 >= b.y2;
}

void mu_overlap(MuArena *arena, const MuBounds *boxes, size_t size, const MuOverlapOptions *options, bool *visible)
{
    Row row = {.boxes = boxes,
               .at = MU_NEW_ARRAY(arena, size_t, size ? size : 1),
               .separation = options->separation,
               .visible = visible};
    for (size_t i = 0; i < size; i++) {
        visible[i] = true;
        if (boxes[i].x2 - boxes[i].x1 > 1 && boxes[i].y2 - boxes[i].y1 > 1)
            row.at[row.size++] = i;
    }
    /* Without a method nothing is hidden, not even what leaves the bounds. */
    if (!row.size || options->method == MU_OVERLAP_KEEP)
        return;
    size_t *all = MU_NEW_ARRAY(arena, size_t, row.size), count = row.size;
    memcpy(all, row.at, count * sizeof *all);
    bool thinned = false;
    while (row.size >= 3 && has_overlap(&row)) {
        thinned = true;
        if (options->method == MU_OVERLAP_GREEDY)
            hide_greedily(&row);
        else
            hide_every_other(&row);
    }
    if (thinned)
        prefer_last(&row, all[count - 1]);
    for (size_t i = 0; options->bounded && i < count; i++)
        if (!encloses(options->bounds, boxes[all[i]]))
            visible[all[i]] = false;
}
