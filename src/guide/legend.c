/* Legends. Which kind, and how title and entries stand to each other: vega-parser/src/parsers/legend.js,
 * vega-view-transforms/src/layout/legend.js, vega-lite/src/compile/legend/properties.ts. */
#include "guide/legend_parts.h"

const MuScale *mu_legend_scale(const MuLegendSpec *spec, const char *channel)
{
    for (size_t i = 0; i < spec->channel_count; i++)
        if (mu_str_is(spec->channels[i].channel, channel))
            return spec->channels[i].scale;
    return NULL;
}

bool mu_legend_is_vertical(const MuLegend *legend, const char *config_name)
{
    if (legend->direction.size)
        return mu_str_is(legend->direction, "vertical");
    return mu_str_is(mu_chain_string(legend->chain, config_name, MU_STR("vertical")), "vertical");
}

/* Vega's order of channels decides which scale gives the values. */
static const MuScale *main_scale(const MuLegendSpec *spec)
{
    static const char *const order[] = {"size", "shape", "fill", "stroke", "strokeWidth", "strokeDash", "opacity"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (mu_legend_scale(spec, order[i]))
            return mu_legend_scale(spec, order[i]);
    return NULL;
}

static bool shows_color(const MuLegend *legend)
{
    MuStr first = legend->spec->channels[0].channel;
    return mu_str_is(first, "fill") || mu_str_is(first, "stroke") || mu_str_is(first, "color");
}

/* vega-lite's defaultType: gradients are for continuous colours, but not of parts of a year or week. */
static bool wants_gradient(const MuLegend *legend)
{
    const unsigned unit = legend->spec->field.unit.units;
    MuStr said = mu_chain_string(legend->chain, "type", MU_STR(""));
    if (said.size)
        return mu_str_is(said, "gradient");
    if (!shows_color(legend) || unit == MU_UNIT_QUARTER || unit == MU_UNIT_MONTH || unit == MU_UNIT_DAY)
        return false;
    return legend->scale->def->continuous;
}

/* Vega's legendType. Vega-Lite passes on only a type that its scale would not have by itself. */
static MuLegendKind legend_kind(const MuLegend *legend, bool gradient)
{
    const MuLegendSpec *spec = legend->spec;
    const MuScaleDef *scale = legend->scale->def;
    MuLegendKind bar = scale->discretizing ? MU_LEGEND_BLOCKS : MU_LEGEND_GRADIENT;
    bool ramp = shows_color(legend) && scale->continuous;
    if (gradient != ramp)
        return gradient ? bar : MU_LEGEND_SYMBOLS;
    bool alone = spec->channel_count == 1 && (mu_legend_scale(spec, "fill") || mu_legend_scale(spec, "stroke"));
    return alone && (scale->continuous || scale->discretizing) ? bar : MU_LEGEND_SYMBOLS;
}

/* vega-lite's getDirection. */
static MuStr own_direction(const MuLegend *legend, bool gradient)
{
    MuStr said = mu_node_string(mu_node_get(legend->chain->definition, "direction"), MU_STR(""));
    if (!said.size)
        said = mu_chain_string(legend->chain, "gradientDirection", MU_STR(""));
    if (said.size)
        return said;
    switch (legend->orient) {
    case MU_ORIENT_TOP:
    case MU_ORIENT_BOTTOM:
        return MU_STR("horizontal");
    case MU_ORIENT_LEFT:
    case MU_ORIENT_RIGHT:
    case MU_ORIENT_NONE:
        return MU_STR("");
    default:
        return gradient ? MU_STR("horizontal") : MU_STR("");
    }
}

/* What is said of the other kind of legend goes for nothing. */
static const MuNode *without(MuArena *arena, const MuNode *definition, const char *prefix)
{
    const MuNode *kept = NULL;
    for (size_t i = 0; mu_node_is(definition, MU_OBJECT) && i < definition->object.size; i++) {
        MuMember member = definition->object.at[i];
        if (!mu_str_starts(member.key, prefix))
            kept = mu_node_with(arena, kept, mu_str_cstr(arena, member.key), member.value);
    }
    return kept;
}

static void drop_other_kind(MuArena *arena, MuChain *chain, bool gradient)
{
    if (chain->definition)
        chain->bags[0] = without(arena, chain->definition, gradient ? "symbol" : "gradient");
    chain->definition = chain->definition ? chain->bags[0] : NULL;
}

/* -- entries ------------------------------------------------------------- */

/* Vega's words, and our own where the figure is laid out for a page. The first fit every language without any. */
static MuStr rest_text(const MuLegend *legend, size_t rest)
{
    static const struct Words {
        const char *language, *before, *after;
    } words[] = {{"en", "and ", " more"}, {"de", "und ", " weitere"}, {"fr", "et ", " autres"}};
    const MuLocale *locale = legend->context->locale;
    const struct Words *w = &words[0];
    if (!(legend->spec->room > 0))
        return mu_str_printf(legend->context->arena, "\xE2\x80\xA6%zu entries", rest);
    for (size_t i = 0; locale && i < sizeof words / sizeof *words; i++)
        if (mu_str_starts(mu_str(locale->name), words[i].language))
            w = &words[i];
    return mu_str_printf(legend->context->arena, "%s%zu%s", w->before, rest, w->after);
}

/* More entries than wanted end in one that counts the rest. */
static void limit_entries(const MuLegend *legend, MuEntries *entries)
{
    double limit = mu_chain_number(legend->chain, "symbolLimit", 30);
    if (legend->kind != MU_LEGEND_SYMBOLS || !(limit >= 1) || (double)entries->size <= limit)
        return;
    size_t kept = (size_t)limit - 1, rest = entries->size - kept;
    entries->labels[kept] = rest_text(legend, rest);
    entries->size = kept + 1;
}

static MuStr entry_text(const MuLegend *legend, const MuTickFormat *format, const MuEntries *entries, size_t i,
                        double max)
{
    MuArena *arena = legend->context->arena;
    if (legend->kind == MU_LEGEND_SYMBOLS && mu_scale_labels_are_ranges(legend->scale)) {
        double to = i + 1 < entries->size ? mu_to_number(entries->values[i + 1]) : max;
        return mu_tick_format_span(format, arena, mu_to_number(entries->values[i]), to);
    }
    if (legend->kind == MU_LEGEND_BLOCKS && i == 0)
        return (MuStr){0}; /* null to expressions */
    return mu_tick_format_text(format, arena, entries->values[i]);
}

MuEntries mu_legend_entries(const MuLegend *legend, double count)
{
    const MuGuideContext *context = legend->context;
    const MuGuideField *field = &legend->spec->field;
    MuGuideFormat format = mu_guide_format(context, legend->chain, field, false);
    MuTickCount wanted = mu_tick_count(legend->chain, legend->scale, field, format.specifier, count);
    MuEntries entries = {0};
    double max = INFINITY;
    bool asked = mu_guide_values(context, legend->chain, field, &entries.values, &entries.size);
    if (!asked)
        entries.size = mu_scale_label_values(legend->scale, context->arena, wanted.count, wanted.interval,
                                             wanted.min_step, &entries.values, &max);
    MuTickFormat *text = mu_tick_format_new(legend->scale, context->arena, wanted.count, format.specifier,
                                            format.is_time, context->locale);
    if (format.is_utc)
        mu_tick_format_in_utc(text);
    if (asked || legend->kind == MU_LEGEND_SYMBOLS)
        mu_tick_format_keep_all(text);
    entries.labels = MU_NEW_ARRAY(context->arena, MuStr, entries.size + 1);
    for (size_t i = 0; i < entries.size; i++)
        entries.labels[i] = entry_text(legend, text, &entries, i, max);
    limit_entries(legend, &entries);
    return entries;
}

MuTextLook mu_legend_label_look(const MuLegend *legend, double limit)
{
    MuTextLook usual = {.font = {.size = 10, .weight = 400}, .color = {0, 0, 0, 1}, .limit = limit};
    return mu_guide_look(legend->chain, "label", usual);
}

/* -- title --------------------------------------------------------------- */

typedef struct Title {
    MuItem *item;
    MuOrient orient;
    MuAnchor anchor;
    bool along_bar; /* turned, beside a vertical gradient */
} Title;

static MuStr title_baseline(const Title *title, bool vertical_bar)
{
    if (title->orient != MU_ORIENT_LEFT && title->orient != MU_ORIENT_RIGHT)
        return MU_STR("top");
    if (vertical_bar)
        return title->orient == MU_ORIENT_RIGHT ? MU_STR("bottom") : MU_STR("top");
    return title->anchor == MU_ANCHOR_START ? MU_STR("top")
           : title->anchor == MU_ANCHOR_END ? MU_STR("bottom")
                                            : MU_STR("middle");
}

static MuAlign title_align(const Title *title, bool vertical_bar)
{
    MuAlign align = mu_guide_anchor_align(title->anchor);
    bool left = title->orient == MU_ORIENT_LEFT, right = title->orient == MU_ORIENT_RIGHT;
    if (vertical_bar && right)
        return align == MU_ALIGN_LEFT ? MU_ALIGN_RIGHT : align == MU_ALIGN_RIGHT ? MU_ALIGN_LEFT : MU_ALIGN_CENTER;
    return (left || right) && !(vertical_bar && left) ? MU_ALIGN_LEFT : align;
}

static Title make_title(const MuLegend *legend)
{
    static const MuTextLook usual = {.font = {.size = 11, .weight = 700}, .color = {0, 0, 0, 1}, .limit = 180};
    const MuChain *chain = legend->chain;
    Title title = {.orient = mu_guide_orient(mu_chain_string(chain, "titleOrient", MU_STR("")), MU_ORIENT_TOP)};
    bool beside = title.orient == MU_ORIENT_LEFT || title.orient == MU_ORIENT_RIGHT;
    bool vertical_bar = legend->kind != MU_LEGEND_SYMBOLS && mu_legend_is_vertical(legend, "gradientDirection");
    title.anchor =
        mu_guide_anchor(mu_chain_string(chain, "titleAnchor", MU_STR("")), beside ? MU_ANCHOR_MIDDLE : MU_ANCHOR_START);
    title.along_bar = vertical_bar;
    MuTextLook look = mu_guide_look(chain, "title", usual);
    MuTextSpot spot = {
        .x = legend->padding,
        .y = legend->padding,
        .angle = vertical_bar && beside ? (title.orient == MU_ORIENT_LEFT ? -90 : 90) : 0,
        .align = mu_guide_align(mu_chain_string(chain, "titleAlign", MU_STR("")), title_align(&title, vertical_bar)),
        .baseline = mu_chain_string(chain, "titleBaseline", title_baseline(&title, vertical_bar))};
    title.item = mu_guide_text(legend->context, MU_ROLE_LEGEND_TITLE, legend->spec->title, legend->spec->title_size,
                               &look, &spot);
    mu_item_bounds(title.item, legend->context->text);
    return title;
}

/* Vega's legendTitleOffset. `entries` stands where the entries have been moved; the bar does not. */
static double title_offset(const MuLegend *legend, const Title *title, MuAnchor anchor, int y, bool beside, bool no_bar)
{
    bool bar = legend->kind != MU_LEGEND_SYMBOLS && (beside || !title->along_bar) && !no_bar;
    MuBounds box = bar ? legend->bar : legend->entries;
    double extent = (y ? box.y2 : box.x2) - legend->padding;
    double start = title->along_bar && beside ? extent : 0, end = title->along_bar && beside ? 0 : extent;
    const MuTextItem *text = title->item->text;
    double lines = y <= 0 || text->size < 2 ? 0 : (double)(text->size - 1) * text->line_height;
    double offset = anchor == MU_ANCHOR_START ? start : anchor == MU_ANCHOR_END ? end - lines : 0.5 * (extent - lines);
    return floor(offset + 0.5);
}

static void move_item(MuItem *item, double dx, double dy)
{
    item->x += dx;
    item->y += dy;
    item->bounds = mu_bounds_translate(item->bounds, dx, dy);
}

/* -- the inside ---------------------------------------------------------- */

static void move_entries(MuLegend *legend, double dx, double dy)
{
    for (size_t i = 0; i < legend->group->group->items.size; i++)
        move_item(legend->group->group->items.at[i], dx, dy);
    legend->entries = mu_bounds_translate(legend->entries, dx, dy);
}

/* Vega's legendGroupLayout. */
static void place_title(MuLegend *legend, Title *title)
{
    double gap = mu_chain_number(legend->chain, "titlePadding", 5), pad = legend->padding, ex = pad, ey = pad, tx = 0,
           ty = 0;
    MuBounds box = title->item->bounds;
    if (title->orient == MU_ORIENT_LEFT)
        ex += ceil(box.x2 - box.x1) + gap;
    else if (title->orient != MU_ORIENT_RIGHT && title->orient != MU_ORIENT_BOTTOM)
        ey += box.y2 - box.y1 + gap;
    move_entries(legend, ex, ey);
    switch (title->orient) {
    case MU_ORIENT_LEFT:
        ty = title_offset(legend, title, title->anchor, 1, true, false);
        break;
    case MU_ORIENT_RIGHT:
        tx = title_offset(legend, title, MU_ANCHOR_END, 0, false, false) + gap;
        ty = title_offset(legend, title, title->anchor, 1, true, false);
        break;
    case MU_ORIENT_BOTTOM:
        tx = title_offset(legend, title, title->anchor, 0, false, false);
        ty = title_offset(legend, title, MU_ANCHOR_END, -1, false, true) + gap;
        break;
    default:
        tx = title_offset(legend, title, title->anchor, 0, false, false);
    }
    move_item(title->item, tx, ty);
    double left = floor(title->item->bounds.x1 - pad + 0.5);
    if (left < 0) {
        move_entries(legend, -left, 0);
        move_item(title->item, -left, 0);
    }
}

static void close_group(MuLegend *legend, const Title *title)
{
    MuBounds box = legend->entries;
    if (title->item) {
        box = mu_bounds_union(box, title->item->bounds);
        mu_group_add(legend->context->arena, legend->group, title->item);
    }
    double width = mu_bounds_is_empty(box) ? 0 : box.x2 - legend->padding,
           height = mu_bounds_is_empty(box) ? 0 : box.y2 - legend->padding;
    legend->group->group->width = ceil(width + 2 * legend->padding);
    legend->group->group->height = ceil(height + 2 * legend->padding);
}

static void set_background(MuLegend *legend)
{
    const MuChain *chain = legend->chain;
    MuColor fill, stroke;
    bool filled = mu_chain_color(chain, "fillColor", &fill) && fill.a > 0,
         stroked = mu_chain_color(chain, "strokeColor", &stroke) && stroke.a > 0;
    if (!filled && !stroked)
        return;
    MuItem *group = legend->group;
    group->style = mu_style_new(legend->context->arena);
    if (filled)
        group->style->fill = mu_paint(fill);
    if (stroked)
        group->style->stroke_paint = mu_paint(stroke);
    group->style->stroke.width = mu_chain_number(chain, "strokeWidth", 1);
    mu_guide_dash(legend->context->arena, mu_chain_value(chain, "strokeDash"), &group->style->stroke);
    for (size_t i = 0; i < 4; i++)
        group->radii[i] = mu_chain_number(chain, "cornerRadius", 0);
}

static MuPlace *legend_place(const MuLegend *legend)
{
    MuPlace *place = MU_NEW(legend->context->arena, MuPlace);
    *place = (MuPlace){.orient = legend->orient,
                       .padding = legend->padding,
                       .offset = mu_chain_number(legend->chain, "offset", NAN),
                       .x = mu_chain_number(legend->chain, "legendX", 0),
                       .y = mu_chain_number(legend->chain, "legendY", 0)};
    return place;
}

/* A trail is filled, but its symbol is a stroke: color and size of the mark are those of a line. */
static MuLegendSpec as_stroke(MuArena *arena, const MuLegendSpec *spec)
{
    MuLegendSpec own = *spec;
    MuLegendChannel *channels = MU_NEW_ARRAY(arena, MuLegendChannel, spec->channel_count + 1);
    for (size_t i = 0; i < spec->channel_count; i++) {
        channels[i] = spec->channels[i];
        if (mu_str_is(channels[i].channel, "fill") || mu_str_is(channels[i].channel, "color"))
            channels[i].channel = MU_STR("stroke");
        if (mu_str_is(channels[i].channel, "size"))
            channels[i].channel = MU_STR("strokeWidth");
    }
    own.channels = channels;
    return own;
}

MuItem *mu_legend_make(const MuGuideContext *context, const MuLegendSpec *given)
{
    MuLegendSpec own = *given, *spec = &own;
    if (mu_str_is(given->mark, "trail"))
        own = as_stroke(context->arena, given);
    MuChain chain = spec->chain;
    MuLegend legend = {.context = context,
                       .spec = spec,
                       .chain = &chain,
                       .scale = main_scale(spec),
                       .entries = mu_bounds_empty(),
                       .bar = mu_bounds_empty()};
    if (!legend.scale)
        return NULL;
    legend.orient = mu_guide_orient(mu_chain_string(legend.chain, "orient", MU_STR("")), MU_ORIENT_RIGHT);
    legend.padding = mu_chain_number(legend.chain, "padding", 0);
    legend.group = mu_group_new(context->arena, MU_ROLE_LEGEND);
    bool gradient = wants_gradient(&legend);
    legend.kind = legend_kind(&legend, gradient);
    legend.gradient = gradient;
    drop_other_kind(context->arena, &chain, gradient);
    legend.own_direction = own_direction(&legend, gradient);
    legend.direction = mu_chain_string(&chain, "direction", legend.own_direction);
    (legend.kind == MU_LEGEND_SYMBOLS    ? mu_legend_add_symbols
     : legend.kind == MU_LEGEND_GRADIENT ? mu_legend_add_gradient
                                         : mu_legend_add_blocks)(&legend);
    Title title = {0};
    if (spec->title_size) {
        title = make_title(&legend);
        place_title(&legend, &title);
    } else {
        move_entries(&legend, legend.padding, legend.padding);
    }
    close_group(&legend, &title);
    set_background(&legend);
    legend.group->place = legend_place(&legend);
    legend.group->zindex = (int)mu_chain_number(legend.chain, "zindex", 0);
    return legend.group;
}
