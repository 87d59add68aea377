/* Arcs: rectangles in polar coordinates, about a point that is the middle of the view unless x or y say otherwise. */
#include "geom/sector.h"

#include "mark/rows.h"
#include "mark/style.h"

typedef struct ArcRefs {
    const MuRef *x, *y, *pad, *corner, *angle;
    MuExtentRef theta, radius;
} ArcRefs;

/* What is not known is 0, as in Vega. */
static MuSector sector_at(const MuMarkContext *context, const ArcRefs *refs, size_t row)
{
    MuSector s = {.pad = mu_ref_number_or(context, refs->pad, row, 0),
                  .corner = mu_ref_number_or(context, refs->corner, row, 0)};
    double turn, depth;
    if (mu_extent_at(context, refs->theta, row, &s.start, &turn))
        s.end = s.start + turn;
    else
        s.start = 0;
    if (mu_extent_at(context, refs->radius, row, &s.inner, &depth))
        s.outer = s.inner + depth;
    else
        s.inner = 0;
    return s;
}

static MuItem *arc_item(MuMarkContext *context, const ArcRefs *refs, size_t row)
{
    MuItem *item = mu_item_new(context->arena, MU_ITEM_PATH, MU_ROLE_MARK);
    item->path = MU_NEW(context->arena, MuPath);
    item->path->arena = context->arena;
    mu_path_sector(item->path, sector_at(context, refs, row));
    item->x = mu_ref_number_or(context, refs->x, row, 0);
    item->y = mu_ref_number_or(context, refs->y, row, 0);
    item->angle = mu_ref_number_or(context, refs->angle, row, 0);
    return item;
}

static void draw(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    ArcRefs refs = {.x = mu_ref_point(context, MU_CHANNEL_X, MU_PLACE_MIDDLE),
                    .y = mu_ref_point(context, MU_CHANNEL_Y, MU_PLACE_MIDDLE),
                    .pad = mu_ref_property(context, "padAngle", NULL),
                    .corner = mu_ref_property(context, "cornerRadius", NULL),
                    .angle = mu_ref_property(context, "angle", NULL),
                    .theta = mu_ref_rect(context, MU_CHANNEL_THETA),
                    .radius = mu_ref_rect(context, MU_CHANNEL_RADIUS)};
    MuRowGroup rows = mu_mark_rows(context);
    for (size_t i = 0; i < rows.size; i++) {
        MuItem *item = arc_item(context, &refs, rows.rows[i]);
        item->style = mu_style_at(context, &style, rows.rows[i]);
        mu_extras_set(context, &extras, item, rows.rows[i]);
        mu_group_add(context->arena, group, item);
    }
}

const MuMarkDef mu_mark_arc = {
    .name = "arc", .doc = "A sector of a circle or ring, by angle and radius.", .filled = true, .draw = draw};
