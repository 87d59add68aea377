/* Scale components: type and settings per unit, merged upwards where they are shared. Rules:
 * vega-lite/src/compile/scale/{type,properties,range}.ts and compile/split.ts. */
#include "chart/model.h"

static const char *const key_names[MU_KEY_COUNT] = {
    [MU_KEY_NICE] = "nice",
    [MU_KEY_ZERO] = "zero",
    [MU_KEY_PADDING] = "padding",
    [MU_KEY_PADDING_INNER] = "paddingInner",
    [MU_KEY_PADDING_OUTER] = "paddingOuter",
    [MU_KEY_ALIGN] = "align",
    [MU_KEY_REVERSE] = "reverse",
    [MU_KEY_CLAMP] = "clamp",
    [MU_KEY_ROUND] = "round",
    [MU_KEY_EXPONENT] = "exponent",
    [MU_KEY_BASE] = "base",
    [MU_KEY_CONSTANT] = "constant",
    [MU_KEY_INTERPOLATE] = "interpolate",
    [MU_KEY_DOMAIN] = "domain",
    [MU_KEY_DOMAIN_MIN] = "domainMin",
    [MU_KEY_DOMAIN_MAX] = "domainMax",
    [MU_KEY_DOMAIN_MID] = "domainMid",
    [MU_KEY_DOMAIN_RAW] = "domainRaw",
    [MU_KEY_RANGE] = "range",
    [MU_KEY_RANGE_MIN] = "rangeMin",
    [MU_KEY_RANGE_MAX] = "rangeMax",
    [MU_KEY_BINS] = "bins",
};

static bool ranges_over_list(MuChannel channel)
{
    return channel == MU_CHANNEL_SHAPE || channel == MU_CHANNEL_STROKE_DASH;
}

static bool has_discrete_offset(const MuUnit *unit, MuChannel channel)
{
    MuChannel offset = mu_channel_offset(channel);
    return offset != MU_CHANNEL_COUNT && mu_channel_field_or_datum(unit->defs[offset]);
}

static MuScaleType discrete_type(const MuUnit *unit, MuChannel channel, const MuChannelDef *def)
{
    static const char *const banded[] = {"rect", "bar", "image", "rule", "tick"};
    if (mu_channel_is_color(channel) || ranges_over_list(channel))
        return MU_SCALE_ORDINAL;
    if (mu_channel_is_polar(channel))
        return strcmp(unit->mark->name, "arc") == 0 ? MU_SCALE_BAND : MU_SCALE_POINT;
    if (mu_channel_is_xy(channel) || mu_channel_is_offset(channel)) {
        for (size_t i = 0; i < sizeof banded / sizeof *banded; i++)
            if (strcmp(unit->mark->name, banded[i]) == 0)
                return MU_SCALE_BAND;
        if (has_discrete_offset(unit, channel))
            return MU_SCALE_BAND;
    }
    const char *size = channel == MU_CHANNEL_X ? "width" : channel == MU_CHANNEL_Y ? "height" : "size";
    if (mu_node_get(mu_node_get(unit->mark_object, size), "band") ||
        mu_node_bool(mu_node_get(def->axis, "tickBand"), false) ||
        mu_node_is_string(mu_node_get(def->axis, "tickBand"), "extent"))
        return MU_SCALE_BAND;
    return MU_SCALE_POINT;
}

static MuScaleType default_type(const MuUnit *unit, MuChannel channel, const MuChannelDef *def)
{
    switch (def->type) {
    case MU_TEMPORAL:
        if (ranges_over_list(channel))
            return MU_SCALE_ORDINAL;
        return def->unit.units && def->unit.utc && !mu_channel_is_color(channel) ? MU_SCALE_UTC : MU_SCALE_TIME;
    case MU_QUANTITATIVE:
        if (mu_channel_is_color(channel) && def->kind == MU_DEF_FIELD && def->binning)
            return MU_SCALE_BIN_ORDINAL;
        return ranges_over_list(channel) ? MU_SCALE_ORDINAL : MU_SCALE_LINEAR;
    default:
        return discrete_type(unit, channel, def);
    }
}

/* isContinuousToContinuous. */
static bool is_continuous(MuScaleType type)
{
    return mu_scale_def(type)->continuous && type != MU_SCALE_IDENTITY;
}

/* channelSupportScaleType. */
static bool channel_takes(const MuUnit *unit, MuChannel channel, MuScaleType type)
{
    bool discretizing = mu_scale_def(type)->discretizing;
    if (mu_channel_is_color(channel))
        return type != MU_SCALE_BAND;
    if (ranges_over_list(channel))
        return type == MU_SCALE_ORDINAL || discretizing;
    if (mu_channel_is_xy(channel) || mu_channel_is_offset(channel) || mu_channel_is_polar(channel))
        return is_continuous(type) || type == MU_SCALE_BAND ||
               (type == MU_SCALE_POINT && !has_discrete_offset(unit, channel));
    return is_continuous(type) || discretizing || (mu_scale_def(type)->discrete && type != MU_SCALE_BIN_ORDINAL);
}

/* scaleTypeSupportDataType. */
static bool data_take(const MuChannelDef *def, MuScaleType type)
{
    bool time = type == MU_SCALE_TIME || type == MU_SCALE_UTC;
    if (def->kind != MU_DEF_FIELD || def->type == MU_TYPE_NONE)
        return true;
    if (def->type == MU_ORDINAL || def->type == MU_NOMINAL)
        return mu_scale_def(type)->discrete;
    if (def->type == MU_TEMPORAL)
        return time;
    return (is_continuous(type) && !time) || mu_scale_def(type)->discretizing;
}

/* scaleTypeSupportProperty and channelScalePropertyIncompatability; the rest is taken by all. */
static bool takes_setting(MuChannel channel, MuScaleType type, MuScaleKey key)
{
    bool continuous = is_continuous(type), place = type == MU_SCALE_POINT || type == MU_SCALE_BAND;
    switch (key) {
    case MU_KEY_ROUND:
    case MU_KEY_PADDING:
    case MU_KEY_RANGE_MIN:
    case MU_KEY_RANGE_MAX:
        return continuous || place;
    case MU_KEY_PADDING_OUTER:
    case MU_KEY_ALIGN:
        return place;
    case MU_KEY_PADDING_INNER:
        return type == MU_SCALE_BAND;
    case MU_KEY_DOMAIN_MID:
        return continuous && mu_channel_is_color(channel);
    case MU_KEY_DOMAIN_MIN:
    case MU_KEY_DOMAIN_MAX:
    case MU_KEY_DOMAIN_RAW:
    case MU_KEY_CLAMP:
        return continuous;
    case MU_KEY_INTERPOLATE:
        return mu_channel_is_color(channel) && !place && type != MU_SCALE_IDENTITY;
    case MU_KEY_EXPONENT:
        return type == MU_SCALE_POW;
    case MU_KEY_BASE:
        return type == MU_SCALE_LOG;
    case MU_KEY_CONSTANT:
        return type == MU_SCALE_SYMLOG;
    default:
        return true;
    }
}

static void set_type(MuModel *model, MuView *view, MuScaleModel *scale, const MuChannelDef *def)
{
    MuScaleType type = default_type(view->unit, scale->channel, def);
    const MuNode *node = mu_node_get(def->scale, "type");
    MuSetting *setting = &scale->settings[MU_KEY_TYPE];
    const MuScaleDef *said = mu_node_is(node, MU_STRING) ? mu_scale_find(node->string) : NULL;
    setting->origin = MU_IMPLICIT;
    setting->node = node;
    if (said && channel_takes(view->unit, scale->channel, said->type) && data_take(def, said->type)) {
        type = said->type;
        setting->origin = MU_EXPLICIT;
    } else if (said) {
        mu_diag(model->diags, MU_DIAG_SCALE_TYPE, node->span, said->name, mu_channel_name(scale->channel),
                mu_scale_def(type)->name)
            ->path = view->path;
    }
    setting->value = mu_number((double)type);
}

static void set_number(MuScaleModel *scale, MuScaleKey key, double number)
{
    if (!isnan(number))
        scale->settings[key] = (MuSetting){MU_IMPLICIT, mu_number(number), NULL};
}

static void set_bool(MuScaleModel *scale, MuScaleKey key, bool value)
{
    scale->settings[key] = (MuSetting){MU_IMPLICIT, mu_bool(value), NULL};
}

static double config_number(const MuModel *model, const char *name)
{
    return mu_node_number(mu_node_path(model->config, "scale", name, NULL), NAN);
}

static bool is_path(const MuUnit *unit)
{
    return unit->mark->is_path;
}

/* The axis along which bars, areas and lines run. */
static bool is_dimension(const MuUnit *unit, MuChannel channel)
{
    return (unit->orient == MU_MARK_HORIZONTAL && channel == MU_CHANNEL_Y) ||
           (unit->orient == MU_MARK_VERTICAL && channel == MU_CHANNEL_X);
}

static bool default_zero(const MuModel *model, const MuUnit *unit, MuChannel channel, const MuChannelDef *def,
                         MuScaleType type)
{
    const MuNode *domain = mu_node_get(def->scale, "domain");
    bool bar_or_area = strcmp(unit->mark->name, "bar") == 0 || strcmp(unit->mark->name, "area") == 0;
    if (domain && domain->kind != MU_STRING && mu_scale_def(type)->continuous) {
        if (domain->kind != MU_ARRAY || !domain->array.size)
            return false;
        const MuNode *first = domain->array.at[0], *last = domain->array.at[domain->array.size - 1];
        return mu_node_number(first, 1) <= 0 && mu_node_number(last, -1) >= 0;
    }
    if (channel == MU_CHANNEL_SIZE && def->type == MU_QUANTITATIVE && !mu_scale_def(type)->discretizing)
        return true;
    if (!(mu_channel_is_xy(channel) || mu_channel_is_polar(channel)) ||
        (def->kind == MU_DEF_FIELD && (def->binning || def->prebinned)))
        return false;
    if ((bar_or_area || is_path(unit)) && is_dimension(unit, channel))
        return false;
    if (bar_or_area && !mu_second_def(unit->defs, channel))
        return true;
    return mu_node_bool(mu_node_path(model->config, "scale", "zero", NULL), true);
}

static void set_nice(MuScaleModel *scale, const MuChannelDef *def, MuScaleType type)
{
    bool binned = def->kind == MU_DEF_FIELD && (def->binning || def->prebinned);
    bool given = mu_node_is(mu_node_get(def->scale, "domain"), MU_ARRAY) || mu_node_get(def->scale, "domainMin") ||
                 mu_node_get(def->scale, "domainMax");
    if (!binned && !given && type != MU_SCALE_TIME && type != MU_SCALE_UTC && mu_channel_is_xy(scale->channel))
        set_bool(scale, MU_KEY_NICE, true);
}

static void set_continuous_padding(const MuModel *model, MuScaleModel *scale, const MuUnit *unit,
                                   const MuChannelDef *def)
{
    double padding = config_number(model, "continuousPadding");
    bool free_bar = strcmp(unit->mark->name, "bar") == 0 &&
                    !(def->kind == MU_DEF_FIELD && (def->binning || def->prebinned || def->unit.units));
    if (isnan(padding) && free_bar && is_dimension(unit, scale->channel))
        padding = mu_node_number(mu_node_path(model->config, "bar", "continuousBandSize", NULL), NAN);
    set_number(scale, MU_KEY_PADDING, padding);
}

static double mark_band_padding(const MuModel *model, const MuUnit *unit)
{
    double padding = config_number(model, "bandPaddingInner");
    if (!isnan(padding))
        return padding;
    return config_number(model, strcmp(unit->mark->name, "bar") == 0    ? "barBandPaddingInner"
                                : strcmp(unit->mark->name, "tick") == 0 ? "tickBandPaddingInner"
                                                                        : "rectBandPaddingInner");
}

static void set_discrete_padding(const MuModel *model, MuScaleModel *scale, const MuUnit *unit, MuScaleType type)
{
    MuChannel channel = scale->channel;
    bool nested = mu_channel_is_xy(channel) && has_discrete_offset(unit, channel);
    if (scale->settings[MU_KEY_PADDING].origin == MU_EXPLICIT)
        return;
    if (mu_channel_is_xy(channel)) {
        if (type == MU_SCALE_POINT)
            set_number(scale, MU_KEY_PADDING, config_number(model, "pointPadding"));
        if (type != MU_SCALE_BAND)
            return;
        if (scale->settings[MU_KEY_PADDING_INNER].origin != MU_EXPLICIT)
            set_number(scale, MU_KEY_PADDING_INNER,
                       nested ? config_number(model, "bandWithNestedOffsetPaddingInner")
                              : mark_band_padding(model, unit));
        if (scale->settings[MU_KEY_PADDING_OUTER].origin == MU_EXPLICIT)
            return;
        double outer = nested ? config_number(model, "bandWithNestedOffsetPaddingOuter")
                              : config_number(model, "bandPaddingOuter");
        set_number(scale, MU_KEY_PADDING_OUTER,
                   isnan(outer) ? mu_to_number(scale->settings[MU_KEY_PADDING_INNER].value) / 2 : outer);
    } else if (mu_channel_is_offset(channel)) {
        if (type == MU_SCALE_BAND && scale->settings[MU_KEY_PADDING_INNER].origin != MU_EXPLICIT)
            set_number(scale, MU_KEY_PADDING_INNER, config_number(model, "offsetBandPaddingInner"));
        if (scale->settings[MU_KEY_PADDING_OUTER].origin != MU_EXPLICIT)
            set_number(scale, MU_KEY_PADDING_OUTER,
                       type == MU_SCALE_POINT ? 0.5 : config_number(model, "offsetBandPaddingOuter"));
    }
}

static void set_reverse(const MuModel *model, MuScaleModel *scale, const MuChannelDef *def, MuScaleType type)
{
    const MuNode *x_reverse = mu_node_path(model->config, "scale", "xReverse", NULL);
    bool descending = !mu_scale_def(type)->discrete && mu_node_is_string(def->sort, "descending");
    bool by_config = scale->channel == MU_CHANNEL_X && mu_node_bool(x_reverse, false);
    if (descending || by_config)
        set_bool(scale, MU_KEY_REVERSE, descending != by_config);
}

static void drop_setting(MuModel *model, const MuScaleModel *scale, const char *name, const MuNode *node)
{
    mu_diag(model->diags, MU_DIAG_SCALE_PROPERTY, node->span, name, mu_scale_def(mu_scale_model_type(scale))->name,
            mu_channel_name(scale->channel))
        ->path = scale->owner->path;
}

/* What the definition says. A domain or range is kept as a node; the rest is evaluated. */
static void set_explicit(MuModel *model, MuScaleModel *scale, const MuChannelDef *def)
{
    for (int key = MU_KEY_TYPE + 1; key < MU_KEY_COUNT; key++) {
        const MuNode *node = mu_node_get(def->scale, key_names[key]);
        if (!node || (node->kind == MU_NULL && key != MU_KEY_NICE))
            continue;
        if (!takes_setting(scale->channel, mu_scale_model_type(scale), (MuScaleKey)key)) {
            drop_setting(model, scale, key_names[key], node);
            continue;
        }
        MuValue value = key == MU_KEY_DOMAIN || key == MU_KEY_RANGE ? mu_undefined()
                                                                    : mu_node_evaluate(node, model->env, model->arena);
        scale->settings[key] = (MuSetting){MU_EXPLICIT, value, node};
    }
    const MuNode *scheme = mu_node_get(def->scale, "scheme");
    if (!scheme || scheme->kind == MU_NULL || scale->settings[MU_KEY_RANGE].origin != MU_ABSENT)
        return;
    if (!mu_channel_is_color(scale->channel))
        drop_setting(model, scale, "scheme", scheme);
    else
        scale->settings[MU_KEY_RANGE] =
            (MuSetting){MU_EXPLICIT, mu_undefined(), mu_node_with(model->arena, NULL, "scheme", scheme)};
}

static const MuNode *step_node(const MuNode *size)
{
    return mu_node_get(size, "step");
}

/* A size given as {step: n} is a range for the discrete scale of that side. */
static void set_step(MuModel *model, MuView *view, MuScaleModel *scale, MuScaleType type)
{
    bool along_x = scale->channel == MU_CHANNEL_X || scale->channel == MU_CHANNEL_XOFFSET;
    const MuNode *size = along_x ? view->width : view->height, *step = step_node(size);
    if (!mu_node_is(step, MU_NUMBER) || !mu_scale_def(type)->discrete ||
        scale->settings[MU_KEY_RANGE].origin == MU_EXPLICIT)
        return;
    (void)model;
    bool for_position = mu_node_is_string(mu_node_get(size, "for"), "position");
    bool offset_takes = !for_position && mu_channel_is_offset(scale->channel);
    bool position_takes =
        mu_channel_is_xy(scale->channel) && (for_position || !has_discrete_offset(view->unit, scale->channel));
    if (offset_takes || position_takes)
        scale->settings[MU_KEY_RANGE] = (MuSetting){MU_EXPLICIT, mu_number(step->number), step};
}

static MuScaleModel *unit_scale(MuModel *model, MuView *view, MuChannel channel, const MuChannelDef *def)
{
    MuScaleModel *scale = MU_NEW(model->arena, MuScaleModel);
    scale->channel = channel;
    scale->owner = view;
    MU_PUSH(model->arena, &scale->uses, (MuScaleUse){view, def});
    const MuChannelDef *other = mu_channel_field_or_datum(mu_second_def(view->unit->defs, channel));
    if (mu_channel_is_xy(channel) && other && other != def)
        MU_PUSH(model->arena, &scale->uses, (MuScaleUse){view, other});
    set_type(model, view, scale, def);
    MU_PUSH(model->arena, &scale->parts, scale);
    return scale;
}

/* What the unit says and implies, now that the type is known: layers may have settled on another one than
 * each alone would have. */
static void settle_part(MuModel *model, MuScaleModel *scale, MuView *view, const MuChannelDef *def, MuScaleType type)
{
    set_explicit(model, scale, def);
    if (scale->settings[MU_KEY_NICE].origin == MU_ABSENT)
        set_nice(scale, def, type);
    if (scale->settings[MU_KEY_ZERO].origin == MU_ABSENT)
        set_bool(scale, MU_KEY_ZERO, default_zero(model, view->unit, scale->channel, def, type));
    if (scale->settings[MU_KEY_PADDING].origin == MU_ABSENT && mu_scale_def(type)->continuous &&
        mu_channel_is_xy(scale->channel))
        set_continuous_padding(model, scale, view->unit, def);
    if (mu_scale_def(type)->discrete)
        set_discrete_padding(model, scale, view->unit, type);
    if (scale->settings[MU_KEY_REVERSE].origin == MU_ABSENT)
        set_reverse(model, scale, def, type);
    if (scale->settings[MU_KEY_INTERPOLATE].origin == MU_ABSENT && mu_channel_is_color(scale->channel) &&
        def->type != MU_NOMINAL)
        scale->settings[MU_KEY_INTERPOLATE] = (MuSetting){MU_IMPLICIT, mu_string(MU_STR("hcl")), NULL};
    static const struct {
        MuScaleKey key;
        const char *name;
    } by_config[] = {{MU_KEY_CLAMP, "clamp"}, {MU_KEY_ROUND, "round"}};
    for (size_t i = 0; i < 2; i++) {
        const MuNode *node = mu_node_path(model->config, "scale", by_config[i].name, NULL);
        if (scale->settings[by_config[i].key].origin == MU_ABSENT && mu_node_is(node, MU_BOOL))
            set_bool(scale, by_config[i].key, node->boolean);
    }
    set_step(model, view, scale, type);
}

static void unit_scales(MuModel *model, MuView *view)
{
    for (int i = 0; i < MU_CHANNEL_COUNT; i++) {
        MuChannel channel = (MuChannel)i;
        if (!mu_channel_has_scale(channel))
            continue;
        const MuChannelDef *def = mu_channel_field_or_datum(view->unit->defs[channel]);
        if (!def && mu_channel_is_xy(channel))
            def = mu_channel_field_or_datum(mu_second_def(view->unit->defs, channel));
        if (def && !def->scale_off && def->type != MU_TYPE_NONE)
            view->scales[channel] = unit_scale(model, view, channel, def);
    }
}

/* scaleCompatible: the same type, or both continuous of one family. */
static bool compatible(MuScaleType a, MuScaleType b)
{
    if (a == b)
        return true;
    bool discrete_a = a == MU_SCALE_ORDINAL, discrete_b = b == MU_SCALE_ORDINAL;
    if (discrete_a || discrete_b)
        return (discrete_a && b == MU_SCALE_BIN_ORDINAL) || (discrete_b && a == MU_SCALE_BIN_ORDINAL);
    bool band_a = a == MU_SCALE_BAND || a == MU_SCALE_POINT, band_b = b == MU_SCALE_BAND || b == MU_SCALE_POINT;
    bool time_a = a == MU_SCALE_TIME || a == MU_SCALE_UTC, time_b = b == MU_SCALE_TIME || b == MU_SCALE_UTC;
    if (band_a || band_b)
        return band_a && band_b;
    return time_a == time_b && mu_scale_def(a)->continuous && mu_scale_def(b)->continuous;
}

/* scaleTypePrecedence: which type wins when both are implicit. */
static int precedence(MuScaleType type)
{
    static const int order[MU_SCALE_TYPE_COUNT] = {
        [MU_SCALE_LINEAR] = 0,   [MU_SCALE_LOG] = 1,  [MU_SCALE_POW] = 1, [MU_SCALE_SQRT] = 1,   [MU_SCALE_SYMLOG] = 1,
        [MU_SCALE_IDENTITY] = 1, [MU_SCALE_TIME] = 0, [MU_SCALE_UTC] = 0, [MU_SCALE_POINT] = 10, [MU_SCALE_BAND] = 11};
    return order[type];
}

static bool wins(const MuSetting *over, const MuSetting *under, MuScaleKey key)
{
    if (under->origin == MU_ABSENT || over->origin == MU_ABSENT || over->origin != under->origin)
        return over->origin > under->origin;
    if (key == MU_KEY_TYPE)
        return precedence((MuScaleType)(int)over->value.number) > precedence((MuScaleType)(int)under->value.number);
    return key == MU_KEY_RANGE && over->value.kind == MU_NUMBER && under->value.kind == MU_NUMBER &&
           over->value.number > under->value.number;
}

/* The type now; the other settings follow when it is final (settle). */
static void join_scale(MuModel *model, MuScaleModel *into, const MuScaleModel *from)
{
    if (wins(&from->settings[MU_KEY_TYPE], &into->settings[MU_KEY_TYPE], MU_KEY_TYPE))
        into->settings[MU_KEY_TYPE] = from->settings[MU_KEY_TYPE];
    for (size_t i = 0; i < from->uses.size; i++)
        MU_PUSH(model->arena, &into->uses, from->uses.at[i]);
    for (size_t i = 0; i < from->parts.size; i++)
        MU_PUSH(model->arena, &into->parts, from->parts.at[i]);
}

/* Merges the settings of all parts, in order. */
static void settle(MuModel *model, MuScaleModel *scale)
{
    MuSetting merged[MU_KEY_COUNT] = {[MU_KEY_TYPE] = scale->settings[MU_KEY_TYPE]};
    for (size_t i = 0; i < scale->parts.size; i++) {
        MuScaleModel *part = scale->parts.at[i];
        MuScaleUse use = part->uses.at[0];
        part->settings[MU_KEY_TYPE] = scale->settings[MU_KEY_TYPE];
        settle_part(model, part, use.unit, use.def, mu_scale_model_type(scale));
        for (int key = MU_KEY_TYPE + 1; key < MU_KEY_COUNT; key++)
            if (wins(&part->settings[key], &merged[key], (MuScaleKey)key))
                merged[key] = part->settings[key];
    }
    memcpy(scale->settings, merged, sizeof merged);
}

static void settle_all(MuModel *model, MuView *view)
{
    for (int channel = 0; channel < MU_CHANNEL_COUNT; channel++)
        if (view->scales[channel])
            settle(model, view->scales[channel]);
    for (size_t i = 0; i < view->child_count; i++)
        settle_all(model, view->children[i]);
}

/* Can the children's scales of a channel be one? */
static bool can_share(const MuView *view, MuChannel channel)
{
    const MuScaleModel *first = NULL;
    if (!mu_view_shares_scale(view, channel))
        return false;
    for (size_t i = 0; i < view->child_count; i++) {
        const MuScaleModel *scale = view->children[i]->scales[channel];
        if (scale && first && !compatible(mu_scale_model_type(first), mu_scale_model_type(scale)))
            return false;
        if (scale && !first)
            first = scale;
    }
    return true;
}

static void share(MuModel *model, MuView *view, MuChannel channel)
{
    MuScaleModel *shared = NULL;
    for (size_t i = 0; i < view->child_count; i++) {
        MuScaleModel *scale = view->children[i]->scales[channel];
        if (!scale)
            continue;
        view->children[i]->scales[channel] = NULL;
        if (shared) {
            join_scale(model, shared, scale);
        } else {
            shared = scale;
            shared->owner = view;
        }
    }
    view->scales[channel] = shared;
}

static void collect(MuModel *model, MuView *view)
{
    if (view->kind == MU_VIEW_UNIT) {
        unit_scales(model, view);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++)
        collect(model, view->children[i]);
    for (int channel = 0; channel < MU_CHANNEL_COUNT; channel++)
        if (can_share(view, (MuChannel)channel))
            share(model, view, (MuChannel)channel);
        else
            view->independent[channel] = true;
}

void mu_model_scales(MuModel *model, MuView *view)
{
    collect(model, view);
    settle_all(model, view);
}
