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
    if (strcmp(context->mark->name, "tick") == 0)
        return true;
    return context->orient == (channel == MU_CHANNEL_X ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL);
}

static const char *size_name(MuChannel channel)
{
    return channel == MU_CHANNEL_X ? "width" : "height";
}

/* The band size that property or default asks for: px in *px, or a fraction in *band (NaN where not set). */
static void band_size(const MuMarkContext *context, MuChannel channel, bool by_size_channel, double *px, double *band)
{
    const MuChannelDef *def = context->defs[channel];
    const MuScale *scale =
        context->scales[channel] ? context->scales[channel] : context->scales[mu_channel_offset(channel)];
    const char *wide = size_name(channel);
    const MuNode *size = by_size_channel ? mu_mark_property(&context->chain, "size", wide)
                                         : mu_mark_property(&context->chain, wide, NULL);
    *px = *band = NAN;
    if (size) {
        *band = relative_band(size);
        MuValue value = mu_node_evaluate(size, context->env, context->arena);
        *px = isnan(*band) ? mu_to_number(value) : NAN;
        return;
    }
    if (mu_def_is_field(def) && def->unit.units) {
        *band = mu_node_number(mu_mark_property(&context->chain, "timeUnitBandSize", NULL), 1);
        return;
    }
    if (mu_def_is_field(def) && def->binning && !(scale && scale->def->discrete)) {
        *band = 1;
        return;
    }
    const MuNode *config = mu_node_get(context->config, context->mark->name);
    if (!scale || scale->def->discrete) {
        const MuNode *discrete = mu_node_get(config, "discreteBandSize");
        *px = mu_node_number(discrete, NAN);
        *band = discrete ? relative_band(discrete) : scale ? 1 : NAN;
        return;
    }
    *px = mu_node_number(mu_node_get(config, "continuousBandSize"), NAN);
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

/* Vega-Lite's defaultSizeRef. */
static double default_size(const MuMarkContext *context, MuChannel channel, double px, double band)
{
    MuChannel offset = mu_channel_offset(channel);
    MuChannel from = context->scales[offset] ? offset : channel;
    const MuScale *scale = context->scales[from];
    if (!isnan(band) && scale && scale->type == MU_SCALE_BAND) {
        double least = mu_node_number(mu_node_get(mu_node_get(context->config, context->mark->name), "minBandSize"), 0);
        return fmax(least, band * scale->bandwidth);
    }
    double whole = channel == MU_CHANNEL_X ? context->width : context->height;
    if (!isnan(band) && !scale)
        return band * whole;
    if (!isnan(px) && px != 0)
        return px;
    if (scale && !isnan(context->range_steps[from]))
        return context->range_steps[from] - 2;
    if (!context->defs[channel])
        return (1 - inner_padding(context)) * whole;
    return default_step(context, channel) - 2;
}

/* How "align" and "baseline" move the interval about its place; `top` when it starts there by default. */
static MuExtentForm aligned_form(const MuMarkContext *context, MuChannel channel, bool top)
{
    bool x = channel == MU_CHANNEL_X;
    MuStr align = mu_chain_string(&context->chain, x ? "align" : "baseline", MU_STR(""));
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
    MuChannel offset_channel = mu_channel_offset(channel);
    const MuScale *scale = context->scales[channel] ? context->scales[channel] : context->scales[offset_channel];
    bool by_size = uses_size_channel(context, channel);
    const MuNode *own_size = mu_node_get(context->definition, "size");
    bool sized = by_size && (context->defs[MU_CHANNEL_SIZE] || (own_size && !mu_node_get(own_size, "band")));
    double px, band;
    band_size(context, channel, by_size, &px, &band);
    MuRef *size = sized ? mu_ref_channel(context, MU_CHANNEL_SIZE, size_name(channel), NULL)
                        : mu_ref_number_constant(context->arena, default_size(context, channel, px, band));
    bool top = scale && scale->type == MU_SCALE_BAND && !isnan(band) && !sized;
    MuExtentForm form = aligned_form(context, channel, top);
    bool center = form == MU_EXTENT_CENTER_SIZE, offset = context->defs[offset_channel] != NULL;
    double position = center ? (offset ? 0 : 0.5) : !isnan(band) ? (1 - band) / 2 : 0;
    if (center && !offset && mu_def_is_field(def) && def->unit.units && !mu_second_def(context->defs, channel))
        position = mu_node_number(mu_mark_property(&context->chain, "timeUnitBandPosition", NULL), position);
    return (MuExtentRef){.form = form,
                         .at = mu_ref_point_at(context, channel, MU_PLACE_MIDDLE, position, center ? 0.5 : 0),
                         .other = size};
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
    double px, band;
    band_size(context, channel, false, &px, &band);
    double edge = isnan(band) ? 0.5 : (1 - band) / 2;
    MuExtentRef extent = {.form = MU_EXTENT_BIN, .channel = channel, .spacing = mu_node_number(spacing, 0)};
    extent.least = mu_node_number(mu_mark_property(&context->chain, "minBandSize", NULL), 0);
    bool x = channel == MU_CHANNEL_X;
    extent.other_shift = mu_node_number(mu_node_get(context->definition, x ? "xOffset" : "yOffset"), 0);
    extent.shift = mu_node_number(mu_node_get(context->definition, x ? "x2Offset" : "y2Offset"), extent.other_shift);
    if (def->prebinned) {
        extent.at = mu_ref_between(context, channel, def->column, def->column, 0, 0);
        extent.other = mu_def_is_field(second)
                           ? mu_ref_between(context, channel, second->column, second->column, 0, 0)
                           : mu_ref_between(context, channel, def->column, def->column, 0, def->prebinned_step);
        return extent;
    }
    double position = mu_def_is_field(def) && def->unit.units
                          ? mu_node_number(mu_mark_property(&context->chain, "timeUnitBandPosition", NULL), 0.5)
                          : 0.5;
    if (!isnan(def->band))
        position = def->band;
    double move = def->unit.units ? position - 0.5 : 0; /* bars may stand before or after their unit's start */
    extent.at = mu_ref_between(context, channel, def->column, def->column_end, edge + move, 0);
    extent.other = mu_ref_between(context, channel, def->column, def->column_end, 1 - edge + move, 0);
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
        !context->defs[mu_channel_offset(channel)] && scale && !discrete &&
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
    double width = fabs(to - from);
    double flip = reverse ? -1 : 1;
    double a = from + flip * extent.shift +
               spacing_shift(context, extent.channel, false, extent.spacing, reverse, width, extent.least);
    double b = to + flip * extent.other_shift +
               spacing_shift(context, extent.channel, true, extent.spacing, reverse, width, extent.least);
    *start = fmin(a, b);
    *size = fabs(b - a);
    return !isnan(from) && !isnan(to);
}

bool mu_extent_at(const MuMarkContext *context, MuExtentRef extent, size_t row, double *start, double *size)
{
    if (extent.form == MU_EXTENT_BIN)
        return bin_at(context, extent, row, start, size);
    double at = mu_ref_number(context, extent.at, row), other = mu_ref_number(context, extent.other, row);
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
