/* Legends of a colour ramp: one bar for a continuous scale, blocks for a discretizing one. After
 * vega-parser/src/parsers/guides/legend-gradient*.js and vega-functions' scaleGradient. */
#include "guide/legend_parts.h"
#include "guide/overlap.h"

typedef struct Bar {
    bool vertical;
    double length, thickness;
} Bar;

static bool is_ramp(const MuScale *scale)
{
    return scale->def->continuous && scale->type != MU_SCALE_IDENTITY;
}

/* vega-lite's defaultGradientLength: the view's size within limits; Vega's 200 for blocks. */
static double default_length(const MuLegend *legend, bool vertical)
{
    const MuChain *chain = legend->chain;
    if (!is_ramp(legend->scale))
        return 200;
    double least = vertical ? mu_chain_number(chain, "gradientVerticalMinLength", 64)
                            : mu_chain_number(chain, "gradientHorizontalMinLength", 100);
    double most = vertical ? mu_chain_number(chain, "gradientVerticalMaxLength", 200)
                           : mu_chain_number(chain, "gradientHorizontalMaxLength", 200);
    double size = vertical ? legend->context->height : legend->context->width;
    if (!vertical && legend->orient != MU_ORIENT_TOP && legend->orient != MU_ORIENT_BOTTOM)
        return least;
    return fmax(least, fmin(most, size));
}

static Bar bar_of(const MuLegend *legend)
{
    Bar bar = {.vertical = mu_legend_is_vertical(legend, "gradientDirection")};
    bool horizontal = mu_str_is(legend->own_direction, "horizontal");
    bar.length = mu_chain_number(legend->chain, "gradientLength", default_length(legend, !horizontal));
    bar.thickness = mu_chain_number(legend->chain, "gradientThickness", 16);
    return bar;
}

static void set_bar_style(const MuLegend *legend, MuItem *item)
{
    double width = mu_chain_number(legend->chain, "gradientStrokeWidth", 0);
    if (width > 0) {
        item->style->stroke_paint = mu_paint(mu_guide_color(legend->chain, "gradientStrokeColor", mu_guide_gray(0xdd)));
        item->style->stroke.width = width;
    }
    double opacity = legend->gradient && legend->spec->opacity > 0 ? legend->spec->opacity : 1;
    item->style->opacity = mu_chain_number(legend->chain, "gradientOpacity", opacity);
}

static MuItem *bar_item(MuLegend *legend, double x, double y, double width, double height, MuPaint fill)
{
    MuItem *item = mu_item_new(legend->context->arena, MU_ITEM_RECT, MU_ROLE_LEGEND_BAND);
    item->x = x;
    item->y = y;
    item->width = width;
    item->height = height;
    item->style = mu_style_new(legend->context->arena);
    item->style->fill = fill;
    set_bar_style(legend, item);
    mu_group_add(legend->context->arena, legend->group, item);
    legend->bar_items++;
    legend->bar = mu_bounds_union(legend->bar, mu_item_bounds(item, legend->context->text));
    return item;
}

/* -- labels -------------------------------------------------------------- */

static MuItem *label_item(const MuLegend *legend, const Bar *bar, const MuTextLook *look, const MuEntries *entries,
                          size_t i, double part)
{
    double across = bar->thickness + mu_chain_number(legend->chain, "labelOffset",
                                                     mu_chain_number(legend->chain, "gradientLabelOffset", 2));
    double along = (bar->vertical ? 1 - part : part) * bar->length;
    MuTextSpot spot = {.x = bar->vertical ? across : along,
                       .y = bar->vertical ? along : across,
                       .align = MU_ALIGN_LEFT,
                       .baseline = MU_STR("top")};
    if (bar->vertical)
        spot.baseline = part <= 0 ? MU_STR("bottom") : part >= 1 ? MU_STR("top") : MU_STR("middle");
    else
        spot.align = part <= 0 ? MU_ALIGN_LEFT : part >= 1 ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
    MuValue datum = mu_guide_datum(legend->context->arena, entries->values[i], entries->labels[i], (double)i);
    MuStr *lines;
    size_t size = mu_guide_label(legend->context, legend->chain, datum, entries->labels[i], &lines);
    return mu_guide_text(legend->context, MU_ROLE_LEGEND_LABEL, lines, size, look, &spot);
}

static MuOverlapOptions overlap_options(const MuLegend *legend)
{
    MuScaleType type = legend->scale->type;
    bool greedy =
        type == MU_SCALE_QUANTILE || type == MU_SCALE_THRESHOLD || type == MU_SCALE_LOG || type == MU_SCALE_SYMLOG;
    MuOverlapOptions options = {.method = greedy ? MU_OVERLAP_GREEDY : MU_OVERLAP_PARITY,
                                .separation = mu_chain_number(legend->chain, "labelSeparation", 0)};
    MuValue said = mu_chain_value(legend->chain, "labelOverlap");
    if (said.kind == MU_BOOL)
        options.method = said.boolean ? MU_OVERLAP_PARITY : MU_OVERLAP_KEEP;
    if (said.kind == MU_STRING)
        options.method = mu_str_is(mu_value_str(said), "greedy") ? MU_OVERLAP_GREEDY : MU_OVERLAP_PARITY;
    return options;
}

static void add_labels(MuLegend *legend, const Bar *bar, const MuEntries *entries, const double *parts)
{
    MuArena *arena = legend->context->arena;
    MuTextLook look = mu_legend_label_look(
        legend, mu_chain_number(legend->chain, "labelLimit", mu_chain_number(legend->chain, "gradientLabelLimit", 0)));
    MuItem **items = MU_NEW_ARRAY(arena, MuItem *, entries->size + 1);
    MuBounds *boxes = MU_NEW_ARRAY(arena, MuBounds, entries->size + 1);
    bool *visible = MU_NEW_ARRAY(arena, bool, entries->size + 1);
    for (size_t i = 0; i < entries->size; i++) {
        items[i] = label_item(legend, bar, &look, entries, i, parts[i]);
        boxes[i] = mu_item_bounds(items[i], legend->context->text);
    }
    MuOverlapOptions options = overlap_options(legend);
    mu_overlap(arena, boxes, entries->size, &options, visible);
    legend->entries = legend->bar;
    for (size_t i = 0; i < entries->size; i++) {
        bool empty = !items[i]->text->size;
        if (!visible[i] || empty)
            continue;
        mu_group_add(arena, legend->group, items[i]);
        legend->entries = mu_bounds_union(legend->entries, boxes[i]);
    }
}

/* -- one bar ------------------------------------------------------------- */

static MuColor color_at(const MuScale *scale, double x)
{
    return mu_scale_color(scale, mu_scale_is_time(scale) ? mu_date(x) : mu_number(x));
}

/* The scale over 0 to 1. */
static const MuScale *unit_scale(MuArena *arena, const MuScale *scale)
{
    MuScale *unit = MU_NEW(arena, MuScale);
    *unit = *scale;
    unit->type = MU_SCALE_LINEAR;
    unit->def = mu_scale_def(MU_SCALE_LINEAR);
    unit->domain = MU_NEW_ARRAY(arena, double, 2);
    unit->domain[0] = 0;
    unit->domain[1] = 1;
    unit->domain_size = 2;
    unit->bins = NULL;
    mu_scale_train(unit);
    return unit;
}

/* Fifteen ticks or so and the ends. A domain of one point shows the whole range of colours. */
static MuGradient *gradient_of(const MuLegend *legend, const Bar *bar)
{
    MuArena *arena = legend->context->arena;
    const MuScale *scale = legend->scale;
    if (scale->domain_size && scale->domain[0] == scale->domain[scale->domain_size - 1])
        scale = unit_scale(arena, scale);
    MuGradient *gradient = MU_NEW(arena, MuGradient);
    if (bar->vertical)
        gradient->y1 = 1;
    else
        gradient->x2 = 1;
    double min = scale->domain_size ? scale->domain[0] : 0,
           max = scale->domain_size ? scale->domain[scale->domain_size - 1] : 1;
    MuValue *ticks = NULL;
    size_t count = scale->def->ticks ? scale->def->ticks(scale, arena, 15, &ticks) : 0, size = 0;
    double *at = MU_NEW_ARRAY(arena, double, count + 2);
    if (!count || mu_to_number(ticks[0]) != min)
        at[size++] = min;
    for (size_t i = 0; i < count; i++)
        at[size++] = mu_to_number(ticks[i]);
    if (at[size - 1] != max)
        at[size++] = max;
    MuStop *stops = MU_NEW_ARRAY(arena, MuStop, size);
    for (size_t i = 0; i < size; i++)
        stops[i] = (MuStop){mu_scale_fraction(scale, at[i]), color_at(scale, at[i])};
    gradient->stops = stops;
    gradient->size = size;
    return gradient;
}

/* Fewer than three labels of Vega's own choice: the ends of the domain instead. */
static MuEntries gradient_entries(const MuLegend *legend, const Bar *bar)
{
    MuEntries entries = mu_legend_entries(legend, fmax(2, 2 * floor(bar->length / 100)));
    const MuScale *scale = legend->scale;
    bool asked = mu_node_get(legend->chain->definition, "values") != NULL;
    if (asked || entries.size >= 3 || !scale->domain_size || scale->domain[0] == scale->domain[scale->domain_size - 1])
        return entries;
    MuArena *arena = legend->context->arena;
    entries.values = MU_NEW_ARRAY(arena, MuValue, 2);
    entries.labels = MU_NEW_ARRAY(arena, MuStr, 2);
    entries.size = 2;
    MuGuideFormat format = mu_guide_format(legend->context, legend->chain, &legend->spec->field, false);
    MuTickCount wanted = mu_tick_count(legend->chain, scale, &legend->spec->field, format.specifier,
                                       fmax(2, 2 * floor(bar->length / 100)));
    MuTickFormat *text =
        mu_tick_format_new(scale, arena, wanted.count, format.specifier, format.is_time, legend->context->locale);
    for (size_t i = 0; i < 2; i++) {
        double end = scale->domain[i ? scale->domain_size - 1 : 0];
        entries.values[i] = mu_scale_is_time(scale) ? mu_date(end) : mu_number(end);
        entries.labels[i] = mu_tick_format_text(text, arena, entries.values[i]);
    }
    return entries;
}

void mu_legend_add_gradient(MuLegend *legend)
{
    Bar bar = bar_of(legend);
    MuPaint fill = {.kind = MU_PAINT_GRADIENT, .gradient = gradient_of(legend, &bar)};
    bar_item(legend, 0, 0, bar.vertical ? bar.thickness : bar.length, bar.vertical ? bar.length : bar.thickness, fill);
    MuEntries entries = gradient_entries(legend, &bar);
    double *parts = MU_NEW_ARRAY(legend->context->arena, double, entries.size + 1);
    for (size_t i = 0; i < entries.size; i++)
        parts[i] = mu_scale_fraction(legend->scale, mu_to_number(entries.values[i]));
    add_labels(legend, &bar, &entries, parts);
}

/* -- blocks -------------------------------------------------------------- */

void mu_legend_add_blocks(MuLegend *legend)
{
    Bar bar = bar_of(legend);
    MuEntries entries = mu_legend_entries(legend, 5);
    double *parts = MU_NEW_ARRAY(legend->context->arena, double, entries.size + 1);
    for (size_t i = 1; i < entries.size; i++)
        parts[i] = mu_scale_fraction(legend->scale, mu_to_number(entries.values[i]));
    parts[entries.size] = 1;
    for (size_t i = 0; i < entries.size; i++) {
        double from = parts[i] * bar.length, to = parts[i + 1] * bar.length;
        MuPaint fill = mu_paint(mu_scale_color(legend->scale, entries.values[i]));
        if (bar.vertical)
            bar_item(legend, 0, bar.length - to, bar.thickness, to - from, fill);
        else
            bar_item(legend, from, 0, to - from, bar.thickness, fill);
    }
    add_labels(legend, &bar, &entries, parts);
}
