#include "guide/props.h"

const char *mu_guide_name(MuArena *arena, const char *prefix, const char *suffix)
{
    if (*prefix)
        return mu_str_printf(arena, "%s%s", prefix, suffix).at;
    char *name = (char *)mu_str_printf(arena, "%s", suffix).at;
    if (name[0] >= 'A' && name[0] <= 'Z')
        name[0] = (char)(name[0] - 'A' + 'a');
    return name;
}

MuColor mu_guide_gray(double level)
{
    return (MuColor){level / 255, level / 255, level / 255, 1};
}

MuColor mu_guide_color(const MuChain *chain, const char *name, MuColor fallback)
{
    MuColor color;
    return mu_chain_color(chain, name, &color) ? color : fallback;
}

MuAlign mu_guide_align(MuStr name, MuAlign fallback)
{
    return mu_str_is(name, "left")     ? MU_ALIGN_LEFT
           : mu_str_is(name, "center") ? MU_ALIGN_CENTER
           : mu_str_is(name, "right")  ? MU_ALIGN_RIGHT
                                       : fallback;
}

MuAnchor mu_guide_anchor(MuStr name, MuAnchor fallback)
{
    return mu_str_is(name, "start")    ? MU_ANCHOR_START
           : mu_str_is(name, "middle") ? MU_ANCHOR_MIDDLE
           : mu_str_is(name, "end")    ? MU_ANCHOR_END
                                       : fallback;
}

MuAlign mu_guide_anchor_align(MuAnchor anchor)
{
    return anchor == MU_ANCHOR_START ? MU_ALIGN_LEFT : anchor == MU_ANCHOR_END ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
}

MuOrient mu_guide_orient(MuStr name, MuOrient fallback)
{
    static const char *const names[] = {"left",      "right",       "top",          "bottom", "top-left",
                                        "top-right", "bottom-left", "bottom-right", "none"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(name, names[i]))
            return (MuOrient)i;
    return fallback;
}

int mu_guide_weight(MuValue value, int fallback)
{
    if (value.kind == MU_NUMBER)
        return (int)value.number;
    if (value.kind != MU_STRING)
        return fallback;
    MuStr name = mu_value_str(value);
    if (mu_str_is(name, "bold") || mu_str_is(name, "bolder"))
        return 700;
    if (mu_str_is(name, "normal"))
        return 400;
    if (mu_str_is(name, "lighter"))
        return 300;
    double number = mu_to_number(value);
    return number >= 1 && number <= 1000 ? (int)number : fallback;
}

MuTextLook mu_guide_look(const MuChain *chain, const char *prefix, MuTextLook fallback)
{
    MuArena *arena = chain->arena;
    MuTextLook look = fallback;
    look.font.family = mu_chain_string(chain, mu_guide_name(arena, prefix, "Font"), fallback.font.family);
    if (!look.font.family.size)
        look.font.family = MU_STR("sans-serif");
    look.font.size = fmax(0, mu_chain_number(chain, mu_guide_name(arena, prefix, "FontSize"), fallback.font.size));
    look.font.weight =
        mu_guide_weight(mu_chain_value(chain, mu_guide_name(arena, prefix, "FontWeight")), fallback.font.weight);
    MuStr style = mu_chain_string(chain, mu_guide_name(arena, prefix, "FontStyle"), MU_STR(""));
    look.font.italic =
        style.size ? mu_str_starts(style, "italic") || mu_str_starts(style, "oblique") : fallback.font.italic;
    look.font.tabular = mu_chain_bool(chain, mu_guide_name(arena, prefix, "Tabular"), fallback.font.tabular);
    look.color = mu_guide_color(chain, mu_guide_name(arena, prefix, "Color"), fallback.color);
    look.opacity = mu_chain_number(chain, mu_guide_name(arena, prefix, "Opacity"), 1);
    look.line_height = mu_chain_number(chain, mu_guide_name(arena, prefix, "LineHeight"), look.font.size + 2);
    look.limit = mu_chain_number(chain, mu_guide_name(arena, prefix, "Limit"), fallback.limit);
    return look;
}

/* Lines are broken at config.lineBreak. */
static size_t break_lines(const MuGuideContext *context, const MuStr *given, size_t size, const MuStr **lines)
{
    MuStr at = mu_node_string(mu_node_get(context->config, "lineBreak"), MU_STR(""));
    MU_VEC(MuStr) all = {0};
    *lines = given;
    if (!at.size)
        return size;
    for (size_t i = 0; i < size; i++)
        for (size_t from = 0, to = 0; to != SIZE_MAX; from = to + at.size) {
            to = mu_str_find(given[i], at, from);
            MU_PUSH(context->arena, &all, mu_str_slice(given[i], from, to == SIZE_MAX ? given[i].size : to));
        }
    *lines = all.at;
    return all.size;
}

MuItem *mu_guide_text(const MuGuideContext *context, MuRole role, const MuStr *given, size_t given_size,
                      const MuTextLook *look, const MuTextSpot *spot)
{
    MuArena *arena = context->arena;
    const MuStr *lines;
    size_t size = break_lines(context, given, given_size, &lines);
    MuItem *item = mu_item_new(arena, MU_ITEM_TEXT, role);
    MuTextItem *text = MU_NEW(arena, MuTextItem);
    MuStr *cut = MU_NEW_ARRAY(arena, MuStr, size ? size : 1);
    for (size_t i = 0; i < size; i++)
        cut[i] = mu_text_cut(context->text, arena, &look->font, mu_str_trim(lines[i]), look->limit,
                             MU_STR("\xE2\x80\xA6"), false);
    *text = (MuTextItem){.lines = cut,
                         .size = size,
                         .font = look->font,
                         .align = spot->align,
                         .dx = spot->dx,
                         .dy = spot->dy,
                         .line_height = look->line_height,
                         .shift = mu_text_shift(spot->baseline, look->font.size, look->line_height)};
    item->text = text;
    item->x = spot->x;
    item->y = spot->y;
    item->angle = spot->angle;
    item->style = mu_style_new(arena);
    item->style->fill = mu_paint(look->color);
    item->style->fill_opacity = look->opacity;
    return item;
}

void mu_guide_dash(MuArena *arena, MuValue value, MuStroke *stroke)
{
    if (value.kind != MU_ARRAY || !value.array->size)
        return;
    double *dash = MU_NEW_ARRAY(arena, double, value.array->size);
    for (size_t i = 0; i < value.array->size; i++)
        dash[i] = mu_to_number(value.array->at[i]);
    stroke->dash = dash;
    stroke->dash_size = value.array->size;
}

MuStyle *mu_guide_stroke(const MuChain *chain, const char *prefix, MuColor color, double width)
{
    MuArena *arena = chain->arena;
    MuStyle *style = mu_style_new(arena);
    MuStr cap = mu_chain_string(chain, mu_guide_name(arena, prefix, "Cap"), MU_STR("butt"));
    style->stroke_paint = mu_paint(mu_guide_color(chain, mu_guide_name(arena, prefix, "Color"), color));
    style->stroke_opacity = mu_chain_number(chain, mu_guide_name(arena, prefix, "Opacity"), 1);
    style->stroke.width = mu_chain_number(chain, mu_guide_name(arena, prefix, "Width"), width);
    style->stroke.dash_offset = mu_chain_number(chain, mu_guide_name(arena, prefix, "DashOffset"), 0);
    style->stroke.cap = mu_str_is(cap, "round") ? MU_CAP_ROUND : mu_str_is(cap, "square") ? MU_CAP_SQUARE : MU_CAP_BUTT;
    mu_guide_dash(arena, mu_chain_value(chain, mu_guide_name(arena, prefix, "Dash")), &style->stroke);
    return style;
}

MuItem *mu_guide_rule(MuArena *arena, MuRole role, double x, double y, double x2, double y2, MuStyle *style)
{
    MuItem *item = mu_item_new(arena, MU_ITEM_RULE, role);
    item->x = x;
    item->y = y;
    item->x2 = x2;
    item->y2 = y2;
    item->style = style;
    return item;
}

size_t mu_guide_lines(MuArena *arena, MuValue value, MuStr **lines)
{
    bool list = value.kind == MU_ARRAY;
    size_t size = list ? value.array->size : value.kind == MU_UNDEFINED || value.kind == MU_NULL ? 0 : 1;
    *lines = MU_NEW_ARRAY(arena, MuStr, size ? size : 1);
    for (size_t i = 0; i < size; i++)
        (*lines)[i] = mu_to_string(arena, list ? value.array->at[i] : value);
    return size;
}
