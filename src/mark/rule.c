#include "mark/rows.h"
#include "mark/style.h"

typedef struct RuleRefs {
    const MuRef *x, *y, *x2, *y2;
    bool x2_is_size, y2_is_size;
} RuleRefs;

/* A rule spans its view along its orient unless both ends are given. */
static RuleRefs rule_refs(MuMarkContext *context)
{
    MuMarkOrient orient = context->orient;
    RuleRefs refs = {0};
    refs.x = mu_ref_point(context, MU_CHANNEL_X, orient == MU_MARK_HORIZONTAL ? MU_PLACE_ZERO_OR_MAX : MU_PLACE_MIDDLE);
    refs.y = mu_ref_point(context, MU_CHANNEL_Y, orient == MU_MARK_VERTICAL ? MU_PLACE_ZERO_OR_MAX : MU_PLACE_MIDDLE);
    if (orient != MU_MARK_VERTICAL)
        refs.x2 = mu_ref_second(context, MU_CHANNEL_X, MU_PLACE_ZERO_OR_MIN, &refs.x2_is_size);
    if (orient != MU_MARK_HORIZONTAL)
        refs.y2 = mu_ref_second(context, MU_CHANNEL_Y, MU_PLACE_ZERO_OR_MIN, &refs.y2_is_size);
    return refs;
}

static double end_of(const MuMarkContext *context, const MuRef *second, bool is_size, double first, size_t row)
{
    if (!second)
        return first;
    double end = mu_ref_number(context, second, row);
    return is_size ? first + end : end;
}

static void draw(MuMarkContext *context, MuItem *group)
{
    if (!context->defs[MU_CHANNEL_X] && !context->defs[MU_CHANNEL_Y])
        return;
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    RuleRefs refs = rule_refs(context);
    MuRowGroup rows = mu_mark_rows(context);
    for (size_t i = 0; i < rows.size; i++) {
        size_t row = rows.rows[i];
        MuItem *item = mu_item_new(context->arena, MU_ITEM_RULE, MU_ROLE_MARK);
        item->x = mu_ref_number(context, refs.x, row);
        item->y = mu_ref_number(context, refs.y, row);
        item->x2 = end_of(context, refs.x2, refs.x2_is_size, item->x, row);
        item->y2 = end_of(context, refs.y2, refs.y2_is_size, item->y, row);
        if (isnan(item->x) || isnan(item->y) || isnan(item->x2) || isnan(item->y2))
            continue;
        item->style = mu_style_at(context, &style, row);
        mu_extras_set(context, &extras, item, row);
        mu_group_add(context->arena, group, item);
    }
}

const MuMarkDef mu_mark_rule = {
    .name = "rule", .doc = "A straight line across the view or between two places.", .draw = draw};
