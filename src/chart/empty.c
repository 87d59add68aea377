/* A plot without any row says so: an empty frame looks like a figure of nothing. */
#include "chart/render.h"

static bool has_rows(const MuScope *scope)
{
    if (scope->view->kind == MU_VIEW_UNIT)
        return !scope->main || scope->main->size > 0;
    for (size_t i = 0; i < scope->child_count; i++)
        if (has_rows(scope->children[i]))
            return true;
    return false;
}

/* The view with the frame, of which the unit may be a layer. */
static const MuScope *plot_of(const MuScope *unit)
{
    while (unit->parent && unit->parent->view->kind == MU_VIEW_LAYER)
        unit = unit->parent;
    return unit;
}

static const MuScope *first_unit(const MuScope *scope)
{
    while (scope->view->kind != MU_VIEW_UNIT && scope->child_count)
        scope = scope->children[0];
    return scope;
}

static MuItem *message(MuRender *render, const MuScope *plot)
{
    static const MuStr TEXT = MU_STR_INIT("no data");
    const MuFont font = {
        .family = mu_node_string(mu_node_get(render->config, "font"), MU_STR("sans-serif")), .size = 11, .weight = 400};
    MuItem *item = mu_item_new(render->arena, MU_ITEM_TEXT, MU_ROLE_MARK);
    item->x = plot->width / 2;
    item->y = plot->height / 2;
    item->text = MU_NEW(render->arena, MuTextItem);
    *item->text = (MuTextItem){.lines = &TEXT,
                               .size = 1,
                               .font = font,
                               .align = MU_ALIGN_CENTER,
                               .line_height = font.size + 2,
                               .shift = mu_text_shift(MU_STR("middle"), font.size, font.size + 2)};
    item->style = mu_style_new(render->arena);
    item->style->fill = mu_paint((MuColor){0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1});
    return item;
}

void mu_say_no_data(MuRender *render, const MuScope *unit)
{
    const MuScope *plot = plot_of(unit);
    if (!render->vega && first_unit(plot) == unit && !has_rows(plot))
        mu_group_add(render->arena, unit->group, message(render, plot));
}
