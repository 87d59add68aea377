/* The boxes of a figure's texts, for tests that nothing overlaps and nothing is cut off. */
#ifndef TESTS_BOXES_H
#define TESTS_BOXES_H

#include "draw.h"

typedef MU_VEC(MuBounds) Boxes;

/* Of items with the role, or of all others. */
static inline void find_boxes(const MuItem *item, double x, double y, MuRole role, bool others, Boxes *boxes)
{
    if (item->kind == MU_ITEM_TEXT && (item->role == role) != others && item->text->size)
        MU_PUSH(figure->arena, boxes, mu_bounds_translate(item->bounds, x, y));
    for (size_t i = 0; item->kind == MU_ITEM_GROUP && i < item->group->items.size; i++)
        find_boxes(item->group->items.at[i], x + item->x, y + item->y, role, others, boxes);
}

static inline Boxes boxes_of(MuRole role, bool others)
{
    Boxes boxes = {0};
    const MuScene *scene = figure->render.scene;
    mu_item_bounds(scene->root, text_engine);
    find_boxes(scene->root, 0, 0, role, others, &boxes);
    return boxes;
}

static inline bool boxes_overlap(MuBounds a, MuBounds b)
{
    return fmin(a.x2, b.x2) - fmax(a.x1, b.x1) > 0.5 && fmin(a.y2, b.y2) - fmax(a.y1, b.y1) > 0.5;
}

static inline bool is_on_canvas(MuBounds box)
{
    const MuScene *scene = figure->render.scene;
    return box.x1 >= -0.5 && box.y1 >= -0.5 && box.x2 <= scene->width + 0.5 && box.y2 <= scene->height + 0.5;
}

/* All texts are on the canvas, and none lies on another. */
static inline void assert_texts_apart(void)
{
    Boxes all = boxes_of(MU_ROLE_COUNT, true);
    assert_true(all.size > 0);
    for (size_t i = 0; i < all.size; i++) {
        assert_true(is_on_canvas(all.at[i]));
        for (size_t j = i + 1; j < all.size; j++)
            assert_false(boxes_overlap(all.at[i], all.at[j]));
    }
}

#endif
