#include "mark/rows.h"
#include "mark/style.h"

/* The radii of the corners, clockwise from the top left. */
typedef struct Corners {
    const MuRef *radii[4];
    bool any;
} Corners;

static Corners corners_of(MuMarkContext *context)
{
    static const char *const names[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                                        "cornerRadiusBottomLeft"};
    Corners corners = {0};
    bool bar = strcmp(context->mark->name, "bar") == 0, vertical = context->orient == MU_MARK_VERTICAL;
    const MuRef *all = mu_ref_property(context, "cornerRadius", NULL),
                *end = bar ? mu_ref_property(context, "cornerRadiusEnd", NULL) : NULL;
    bool ranged = context->defs[vertical ? MU_CHANNEL_Y2 : MU_CHANNEL_X2];
    for (size_t i = 0; i < 4; i++) {
        bool at_end = vertical ? i < 2 : i == 1 || i == 2;
        const MuRef *own = mu_ref_property(context, names[i], NULL);
        corners.radii[i] = own ? own : end && context->orient && (at_end || ranged) ? end : all;
        corners.any = corners.any || corners.radii[i];
    }
    return corners;
}

static void draw_rects(MuMarkContext *context, MuItem *group, MuExtentRef x, MuExtentRef y)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    MuRowGroup rows = mu_mark_rows(context);
    Corners corners = corners_of(context);
    for (size_t i = 0; i < rows.size; i++) {
        MuItem *item = mu_item_new(context->arena, MU_ITEM_RECT, MU_ROLE_MARK);
        size_t row = rows.rows[i];
        if (!mu_extent_at(context, x, row, &item->x, &item->width) ||
            !mu_extent_at(context, y, row, &item->y, &item->height))
            continue;
        item->style = mu_style_at(context, &style, row);
        for (size_t corner = 0; corners.any && corner < 4; corner++)
            item->radii[corner] = mu_ref_number_or(context, corners.radii[corner], row, 0);
        mu_extras_set(context, &extras, item, row);
        mu_group_add(context->arena, group, item);
    }
}

static void draw(MuMarkContext *context, MuItem *group)
{
    draw_rects(context, group, mu_ref_rect(context, MU_CHANNEL_X), mu_ref_rect(context, MU_CHANNEL_Y));
}

/* A tick is as thick as `thickness` across its orient and fills its band along it. */
static void draw_tick(MuMarkContext *context, MuItem *group)
{
    bool horizontal = context->orient == MU_MARK_HORIZONTAL;
    MuChannel across = horizontal ? MU_CHANNEL_Y : MU_CHANNEL_X, along = horizontal ? MU_CHANNEL_X : MU_CHANNEL_Y;
    MuRef *thickness = mu_ref_property(context, "thickness", NULL);
    MuExtentRef thin = {
        .form = MU_EXTENT_CENTER_SIZE, .at = mu_ref_point(context, across, MU_PLACE_MIDDLE), .other = thickness};
    MuExtentRef wide = mu_ref_rect(context, along);
    draw_rects(context, group, horizontal ? wide : thin, horizontal ? thin : wide);
}

const MuMarkDef mu_mark_bar = {.name = "bar",
                               .doc = "A rectangle from a base line, or over a range.",
                               .is_rect = true,
                               .filled = true,
                               .draw = draw};
const MuMarkDef mu_mark_rect = {.name = "rect",
                                .doc = "A rectangle that fills its bands or ranges.",
                                .is_rect = true,
                                .filled = true,
                                .draw = draw};
const MuMarkDef mu_mark_tick = {
    .name = "tick", .doc = "A short bar at a value.", .is_rect = true, .filled = true, .draw = draw_tick};
