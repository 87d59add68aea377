/* The interval that a bar, rect or tick takes on a channel: over its bin or time unit, its band, or from a
 * base line. Rules and defaults: vega-lite/src/compile/mark/encode/position-rect.ts. */
#include "mark/ref.h"

/* {band: fraction}: a size relative to the band; NaN otherwise. */
static double relative_band(const MuNode *size)
{
    return mu_node_number(mu_node_get(size, "band"), NAN);
}

static bool is_bar_or_tick_band(const MuMarkContext *context, MuChannel channel)
{
    bool x = channel == MU_CHANNEL_X, vertical = context->orient == MU_MARK_VERTICAL;
    if (context->orient == MU_MARK_NO_ORIENT)
        return false;
    if (strcmp(context->mark->name, "bar") == 0)
        return x == vertical;
    return strcmp(context->mark->name, "tick") == 0 && x != vertical;
}

static bool uses_size_channel(const MuMarkContext *context, MuChannel channel)
{
    if (mu_channel_is_polar(channel))
        return false;
    if (strcmp(context->mark->name, "tick") == 0)
        return true;
    return context->orient == (channel == MU_CHANNEL_X ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL);
}

/* NULL for angles and radii, which have no property for their size. */
static const char *size_name(MuChannel channel)
{
    return channel == MU_CHANNEL_X ? "width" : channel == MU_CHANNEL_Y ? "height" : NULL;
}

static const MuScale *offset_scale(const MuMarkContext *context, MuChannel channel)
{
    MuChannel offset = mu_channel_offset(channel);
    return offset == MU_CHANNEL_COUNT ? NULL : context->scales[offset];
}

/* The band size that property or default asks for: px, or a fraction of the band (NaN where not set). */
typedef struct BandSize {
    const MuRef *property; /* of the mark or its config; NULL: a default */
    double px, band;
} BandSize;

static BandSize default_band_size(const MuMarkContext *context, MuChannel channel)
{
    const MuChannelDef *def = context->defs[channel];
    const MuScale *scale = context->scales[channel] ? context->scales[channel] : offset_scale(context, channel);
    BandSize size = {.px = NAN, .band = NAN};
    if (mu_def_is_field(def) && def->unit.units) {
        size.band = mu_node_number(mu_mark_config(&context->chain, "timeUnitBandSize"), 1);
        return size;
    }
    if (mu_def_is_field(def) && def->binning && !(scale && scale->def->discrete)) {
        size.band = 1;
        return size;
    }
    const MuNode *config = mu_node_get(context->config, context->mark->name);
    if (!scale || scale->def->discrete) {
        const MuNode *discrete = mu_node_get(config, "discreteBandSize");
        size.px = mu_node_number(discrete, NAN);
        size.band = discrete ? relative_band(discrete) : scale ? 1 : NAN;
        return size;
    }
    size.px = mu_node_number(mu_node_get(config, "continuousBandSize"), NAN);
    return size;
}

static BandSize band_size(MuMarkContext *context, MuChannel channel, bool by_size_channel)
{
    const char *wide = size_name(channel), *name = by_size_channel ? "size" : wide;
    const MuNode *node = name ? mu_mark_property(&context->chain, name, by_size_channel ? wide : NULL) : NULL;
    if (!node)
        return default_band_size(context, channel);
    BandSize size = {.px = NAN, .band = relative_band(node)};
    if (isnan(size.band))
        size.property = mu_ref_of_node(context, node);
    return size;
}

static double default_step(const MuMarkContext *context, MuChannel channel)
{
    const MuNode *view = mu_node_get(context->config, "view");
    const MuNode *discrete = mu_node_get(view, channel == MU_CHANNEL_X ? "discreteWidth" : "discreteHeight");
    return mu_node_number(mu_node_get(discrete, "step"), mu_node_number(mu_node_get(view, "step"), 20));
}

static double inner_padding(const MuMarkContext *context)
{
    const MuNode *scale = mu_node_get(context->config, "scale");
    const char *name = strcmp(context->mark->name, "bar") == 0    ? "barBandPaddingInner"
                       : strcmp(context->mark->name, "tick") == 0 ? "tickBandPaddingInner"
                                                                  : "rectBandPaddingInner";
    const MuNode *band = mu_node_get(scale, "bandPaddingInner");
    return mu_node_number(band ? band : mu_node_get(scale, name), 0);
}

static MuChannel band_channel(const MuMarkContext *context, MuChannel channel)
{
    return offset_scale(context, channel) ? mu_channel_offset(channel) : channel;
}

/* Is the size a part of a band, which the least size holds for? */
static bool is_part_of_band(const MuMarkContext *context, MuChannel channel, BandSize size)
{
    const MuScale *scale = context->scales[band_channel(context, channel)];
    return !isnan(size.band) && scale && scale->type == MU_SCALE_BAND;
}

/* Vega-Lite's defaultSizeRef. */
static double default_px(const MuMarkContext *context, MuChannel channel, BandSize size)
{
    MuChannel from = band_channel(context, channel);
    const MuScale *scale = context->scales[from];
    double whole = channel == MU_CHANNEL_X ? context->width : context->height;
    if (is_part_of_band(context, channel, size))
        return size.band * scale->bandwidth;
    if (!isnan(size.band) && !scale)
        return size.band * whole;
    if (!isnan(size.px) && size.px != 0)
        return size.px;
    if (scale && !isnan(context->range_steps[from]))
        return context->range_steps[from] - 2;
    if (!context->defs[channel])
        return (1 - inner_padding(context)) * whole;
    return default_step(context, channel) - 2;
}

static const MuRef *default_size(MuMarkContext *context, MuChannel channel, BandSize size)
{
    return size.property ? size.property : mu_ref_number_constant(context->arena, default_px(context, channel, size));
}

/* Of the config alone, like Vega-Lite's. */
static const MuRef *least_size(MuMarkContext *context)
{
    const MuNode *node = mu_node_get(mu_node_get(context->config, context->mark->name), "minBandSize");
    return node ? mu_ref_of_node(context, node) : NULL;
}

/* How "align" and "baseline" move the interval about its place; `top` when it starts there by default. An
 * expression cannot say it. */
static MuExtentForm aligned_form(const MuMarkContext *context, MuChannel channel, bool top)
{
    bool x = channel == MU_CHANNEL_X;
    if (mu_channel_is_polar(channel))
        return MU_EXTENT_START_SIZE;
    MuStr align = mu_node_string(mu_chain_get(&context->chain, x ? "align" : "baseline", NULL), MU_STR(""));
    if (!align.size)
        return top ? MU_EXTENT_START_SIZE : MU_EXTENT_CENTER_SIZE;
    if (mu_str_is(align, x ? "left" : "top"))
        return MU_EXTENT_START_SIZE;
    return mu_str_is(align, x ? "right" : "bottom") ? MU_EXTENT_END_SIZE : MU_EXTENT_CENTER_SIZE;
}

/* The place of a band or point with a size beside it (positionAndSize). The point ref knows everything but
 * the band fraction, which is set here. */
static MuExtentRef position_and_size(MuMarkContext *context, MuChannel channel)
{
    const MuChannelDef *def = context->defs[channel];
    const MuScale *scale = context->scales[channel] ? context->scales[channel] : offset_scale(context, channel);
    bool by_size = uses_size_channel(context, channel);
    const MuNode *own_size = mu_node_get(context->definition, "size");
    bool sized = by_size && (context->defs[MU_CHANNEL_SIZE] || (own_size && !mu_node_get(own_size, "band")));
    BandSize size = band_size(context, channel, by_size);
    double band = size.band;
    bool top = scale && scale->type == MU_SCALE_BAND && !isnan(band) && !sized;
    MuExtentForm form = aligned_form(context, channel, top);
    bool center = form == MU_EXTENT_CENTER_SIZE, offset = mu_mark_has_offset(context, channel);
    double position = center ? (offset ? 0 : 0.5) : !isnan(band) ? (1 - band) / 2 : 0;
    if (center && !offset && mu_def_is_field(def) && def->unit.units && !mu_second_def(context->defs, channel))
        position = mu_node_number(mu_mark_config(&context->chain, "timeUnitBandPosition"), position);
    return (MuExtentRef){.form = form,
                         .at = mu_ref_point_at(context, channel, MU_PLACE_MIDDLE, position, center ? 0.5 : 0),
                         .other = sized ? mu_ref_channel(context, MU_CHANNEL_SIZE, size_name(channel), NULL)
                                        : default_size(context, channel, size),
                         .least = !sized && is_part_of_band(context, channel, size) ? least_size(context) : NULL};
}

/* The end of a bin moved by half the spacing, or out to the least size (getBinSpacing). */
static double spacing_shift(const MuMarkContext *context, MuChannel channel, bool end, double spacing, bool reverse,
                            double width, double least)
{
    bool plus = channel == MU_CHANNEL_X ? !end : end;
    double shift = (plus ? 1 : -1) * spacing / 2;
    if (least > 0 && width < least)
        shift = (plus ? -1 : 1) * 0.5 * (least - width);
    return context->axis_translate[channel == MU_CHANNEL_X ? 0 : 1] + (reverse ? -1 : 1) * shift;
}

static MuExtentRef bin_extent(MuMarkContext *context, MuChannel channel)
{
    const MuChannelDef *def = context->defs[channel], *second = mu_second_def(context->defs, channel);
    const MuNode *spacing = mu_mark_property(&context->chain, "binSpacing", NULL);
    double band = band_size(context, channel, false).band;
    double edge = isnan(band) ? 0.5 : (1 - band) / 2;
    bool polar = mu_channel_is_polar(channel); /* there, neighbours touch and offsets do not count */
    MuExtentRef extent = {
        .form = polar ? MU_EXTENT_ENDS : MU_EXTENT_BIN, .channel = channel, .spacing = mu_node_number(spacing, 0)};
    if (!polar)
        extent.least = least_size(context);
    extent.other_shift = mu_ref_shift(context, channel);
    extent.shift = mu_ref_shift(context, mu_channel_second(channel));
    if (!extent.shift)
        extent.shift = extent.other_shift;
    if (def->prebinned) {
        extent.at = mu_ref_between(context, channel, def->column, def->column, 0, 0);
        extent.other = mu_def_is_field(second)
                           ? mu_ref_between(context, channel, second->column, second->column, 0, 0)
                           : mu_ref_between(context, channel, def->column, def->column, 0, def->prebinned_step);
        return extent;
    }
    MuStr start = mu_moved_column(context->arena, def, false), end = mu_moved_column(context->arena, def, true);
    if (!mu_table_column(context->table, start)) {
        start = def->column;
        end = def->column_end;
    }
    extent.at = mu_ref_between(context, channel, start, end, edge, 0);
    extent.other = mu_ref_between(context, channel, start, end, 1 - edge, 0);
    return extent;
}

MuExtentRef mu_ref_rect(MuMarkContext *context, MuChannel channel)
{
    const MuChannelDef *def = context->defs[channel], *second = mu_second_def(context->defs, channel);
    const MuScale *scale = context->scales[channel];
    bool discrete = scale && scale->def->discrete;
    const MuNode *size = mu_mark_property(&context->chain, "size", size_name(channel));
    bool sized = context->defs[MU_CHANNEL_SIZE] || (size && isnan(relative_band(size)));
    if (mu_def_is_field(def) && (def->binning || def->prebinned || (def->unit.units && !second)) && !sized &&
        !mu_mark_has_offset(context, channel) && scale && !discrete &&
        (!def->prebinned || mu_def_is_field(second) || !isnan(def->prebinned_step)))
        return bin_extent(context, channel);
    if (((mu_def_is_scaled(def) && discrete) || is_bar_or_tick_band(context, channel)) && !second)
        return position_and_size(context, channel);
    MuExtentRef extent = {.form = MU_EXTENT_ENDS};
    bool is_size;
    extent.other = mu_ref_second(context, channel, MU_PLACE_ZERO_OR_MIN, &is_size);
    extent.at = mu_ref_point(context, channel, MU_PLACE_ZERO_OR_MAX);
    if (is_size)
        extent.form = aligned_form(context, channel, false);
    return extent;
}

static bool bin_at(const MuMarkContext *context, MuExtentRef extent, size_t row, double *start, double *size)
{
    double from = mu_ref_number(context, extent.at, row), to = mu_ref_number(context, extent.other, row);
    const MuScale *scale = context->scales[extent.channel];
    bool reverse = scale->reverse;
    double width = fabs(to - from), least = mu_ref_number_or(context, extent.least, row, 0);
    double flip = reverse ? -1 : 1;
    double a = from + flip * mu_ref_number_or(context, extent.shift, row, 0) +
               spacing_shift(context, extent.channel, false, extent.spacing, reverse, width, least);
    double b = to + flip * mu_ref_number_or(context, extent.other_shift, row, 0) +
               spacing_shift(context, extent.channel, true, extent.spacing, reverse, width, least);
    *start = fmin(a, b);
    *size = fabs(b - a);
    return !isnan(from) && !isnan(to);
}

bool mu_extent_at(const MuMarkContext *context, MuExtentRef extent, size_t row, double *start, double *size)
{
    if (extent.form == MU_EXTENT_BIN)
        return bin_at(context, extent, row, start, size);
    double at = mu_ref_number(context, extent.at, row), other = mu_ref_number(context, extent.other, row);
    if (extent.least && !isnan(other))
        other = fmax(other, mu_ref_number_or(context, extent.least, row, 0));
    *size = other;
    switch (extent.form) {
    case MU_EXTENT_START_SIZE:
        *start = at;
        break;
    case MU_EXTENT_CENTER_SIZE:
        *start = at - other / 2;
        break;
    case MU_EXTENT_END_SIZE:
        *start = at - other;
        break;
    default:
        *start = fmin(at, other);
        *size = fabs(other - at);
    }
    return !isnan(at) && !isnan(other);
}
