#include "scene/scene.h"

static const char *const role_names[MU_ROLE_COUNT] = {
    [MU_ROLE_NONE] = "none",
    [MU_ROLE_ROOT] = "root",
    [MU_ROLE_VIEW] = "view",
    [MU_ROLE_FACET_GRID] = "facet-grid",
    [MU_ROLE_MARK] = "mark",
    [MU_ROLE_AXIS] = "axis",
    [MU_ROLE_AXIS_GRID] = "axis-grid",
    [MU_ROLE_AXIS_TICK] = "axis-tick",
    [MU_ROLE_AXIS_DOMAIN] = "axis-domain",
    [MU_ROLE_AXIS_LABEL] = "axis-label",
    [MU_ROLE_AXIS_TITLE] = "axis-title",
    [MU_ROLE_LEGEND] = "legend",
    [MU_ROLE_LEGEND_TITLE] = "legend-title",
    [MU_ROLE_LEGEND_SYMBOL] = "legend-symbol",
    [MU_ROLE_LEGEND_LABEL] = "legend-label",
    [MU_ROLE_LEGEND_BAND] = "legend-band",
    [MU_ROLE_TITLE] = "title",
    [MU_ROLE_TITLE_TEXT] = "title-text",
    [MU_ROLE_SUBTITLE] = "subtitle",
    [MU_ROLE_HEADER] = "header",
    [MU_ROLE_CAPTION] = "caption",
    [MU_ROLE_LABEL] = "label",
};

const char *mu_role_name(MuRole role)
{
    return (unsigned)role < MU_ROLE_COUNT && role_names[role] ? role_names[role] : "none";
}

MuItem *mu_item_new(MuArena *arena, MuItemKind kind, MuRole role)
{
    MuItem *item = MU_NEW(arena, MuItem);
    item->kind = kind;
    item->role = role;
    item->bounds = mu_bounds_empty();
    return item;
}

MuItem *mu_group_new(MuArena *arena, MuRole role)
{
    MuItem *item = mu_item_new(arena, MU_ITEM_GROUP, role);
    item->group = MU_NEW(arena, MuGroup);
    return item;
}

void mu_group_add(MuArena *arena, MuItem *group, MuItem *item)
{
    MU_PUSH(arena, &group->group->items, item);
}

MuStyle *mu_style_new(MuArena *arena)
{
    MuStyle *style = MU_NEW(arena, MuStyle);
    style->stroke.width = 1;
    style->stroke.miter = 4;
    style->opacity = style->fill_opacity = style->stroke_opacity = 1;
    return style;
}

bool mu_paint_shows(const MuPaint *paint, double opacity)
{
    if (!(opacity > 0))
        return false;
    switch (paint->kind) {
    case MU_PAINT_COLOR:
        return paint->color.a > 0;
    case MU_PAINT_GRADIENT:
        return paint->gradient && paint->gradient->size > 0;
    case MU_PAINT_HATCH:
        return paint->hatch && (paint->hatch->ink.a > 0 || paint->hatch->ground.a > 0);
    case MU_PAINT_NONE:
        break;
    }
    return false;
}

bool mu_item_fills(const MuItem *item)
{
    const MuStyle *s = item->style;
    return s && mu_paint_shows(&s->fill, s->opacity * s->fill_opacity);
}

bool mu_item_strokes(const MuItem *item)
{
    const MuStyle *s = item->style;
    return s && s->stroke.width > 0 && mu_paint_shows(&s->stroke_paint, s->opacity * s->stroke_opacity);
}

double mu_group_offset(const MuItem *group)
{
    const MuStyle *style = group->style;
    if (!style || style->stroke_paint.kind == MU_PAINT_NONE)
        return 0;
    double width = style->stroke.width;
    return width > 0.5 && width < 1.5 ? 0.5 - fabs(width - 1) : 0;
}
