/* Titles of views: vega-parser/src/parsers/title.js and vega-lite/src/compile/model.ts (assembleTitle). */
#include "guide/props.h"

typedef struct TitleParts {
    const MuGuideContext *context;
    const MuTitleSpec *spec;
    MuOrient orient;
    MuAnchor anchor;
    double limit, padding;
} TitleParts;

/* Lines as given, or each wrapped and balanced. */
static size_t wrapped(const TitleParts *parts, const MuTextLook *look, MuStr *given, size_t count, MuStr **lines)
{
    *lines = given;
    if (!(parts->spec->wrap > 0))
        return count;
    MU_VEC(MuStr) all = {0};
    for (size_t i = 0; i < count; i++) {
        MuStr *broken;
        size_t size = mu_text_wrap(parts->context->text, parts->context->arena, &look->font, given[i],
                                   parts->spec->wrap, true, &broken);
        for (size_t j = 0; j < size; j++)
            MU_PUSH(parts->context->arena, &all, broken[j]);
    }
    *lines = all.at;
    return all.size;
}

/* "subtitle" has looks of its own, but shares place and limit with the title. */
static MuItem *text_item(const TitleParts *parts, const char *text, const char *prefix, MuRole role, MuTextLook usual)
{
    const MuChain *chain = &parts->spec->chain;
    MuStr *given, *lines;
    size_t size = mu_guide_lines(parts->context->arena, mu_chain_value(chain, text), &given);
    if (!size)
        return NULL;
    MuTextLook look = mu_guide_look(chain, prefix, usual);
    look.limit = parts->limit;
    size = wrapped(parts, &look, given, size, &lines);
    double turned = parts->orient == MU_ORIENT_LEFT ? -90 : parts->orient == MU_ORIENT_RIGHT ? 90 : 0;
    MuTextSpot spot = {
        .angle = mu_chain_number(chain, "angle", turned),
        .dx = mu_chain_number(chain, "dx", 0),
        .dy = mu_chain_number(chain, "dy", 0),
        .align = mu_guide_align(mu_chain_string(chain, "align", MU_STR("")), mu_guide_anchor_align(parts->anchor)),
        .baseline = mu_chain_string(chain, "baseline", MU_STR("top"))};
    MuItem *item = mu_guide_text(parts->context, role, lines, size, &look, &spot);
    mu_item_bounds(item, parts->context->text);
    return item;
}

static void place_subtitle(const TitleParts *parts, const MuItem *title, MuItem *subtitle)
{
    double width = title->bounds.x2 - title->bounds.x1, height = title->bounds.y2 - title->bounds.y1;
    if (parts->orient == MU_ORIENT_LEFT)
        subtitle->x = width + parts->padding;
    else if (parts->orient == MU_ORIENT_RIGHT)
        subtitle->x = -width - parts->padding;
    else
        subtitle->y = height + parts->padding;
    mu_item_bounds(subtitle, parts->context->text);
}

static MuPlace *title_place(const TitleParts *parts)
{
    const MuChain *chain = &parts->spec->chain;
    MuPlace *place = MU_NEW(parts->context->arena, MuPlace);
    bool group = !parts->spec->composed && parts->anchor == MU_ANCHOR_MIDDLE;
    MuStr frame = mu_chain_string(chain, "frame", group ? MU_STR("group") : MU_STR("bounds"));
    *place = (MuPlace){.orient = parts->orient,
                       .anchor = parts->anchor,
                       .offset = mu_chain_number(chain, "offset", 4),
                       .frame_group = mu_str_is(frame, "group"),
                       .full_width = parts->spec->wrap > 0};
    return place;
}

MuItem *mu_title_make(const MuGuideContext *context, const MuTitleSpec *spec)
{
    const MuTextLook head = {.font = {.size = 13, .weight = 700}, .color = {0, 0, 0, 1}},
                     below = {.font = {.size = 12, .weight = 400}, .color = {0, 0, 0, 1}};
    const MuChain *chain = &spec->chain;
    TitleParts parts = {.context = context,
                        .spec = spec,
                        .orient = mu_guide_orient(mu_chain_string(chain, "orient", MU_STR("")), MU_ORIENT_TOP),
                        .anchor = mu_guide_anchor(mu_chain_string(chain, "anchor", MU_STR("")),
                                                  spec->composed ? MU_ANCHOR_START : MU_ANCHOR_MIDDLE),
                        .limit = mu_chain_number(chain, "limit", 0),
                        .padding = mu_chain_number(chain, "subtitlePadding", 3)};
    MuItem *title = text_item(&parts, "text", "", MU_ROLE_TITLE_TEXT, head);
    if (!title)
        return NULL;
    MuItem *group = mu_group_new(context->arena, MU_ROLE_TITLE);
    mu_group_add(context->arena, group, title);
    MuItem *subtitle = text_item(&parts, "subtitle", "subtitle", MU_ROLE_SUBTITLE, below);
    if (subtitle) {
        place_subtitle(&parts, title, subtitle);
        mu_group_add(context->arena, group, subtitle);
    }
    group->place = title_place(&parts);
    group->zindex = (int)mu_chain_number(chain, "zindex", 0);
    return group;
}
