/* The model's axes and legends as groups of the scene. */
#include "chart/render.h"

MuGuideContext mu_guide_context(MuRender *render, const MuScope *scope)
{
    return (MuGuideContext){.arena = render->arena,
                            .text = mu_render_text(render),
                            .locale = render->locale,
                            .zone = render->zone,
                            .diags = render->diags,
                            .width = scope->width,
                            .height = scope->height,
                            .config = render->config};
}

static MuGuideField guide_field(const MuView *unit, const MuChannelDef *def)
{
    MuGuideField field = {.type = def->type,
                          .unit = def->unit,
                          .binned = def->binning,
                          .prebinned = def->prebinned,
                          .is_datum = def->kind == MU_DEF_DATUM};
    const MuStackInfo *stack = &unit->unit->stack;
    field.normalized = stack->offset == MU_STACK_NORMALIZE && stack->channel == def->channel;
    field.text_is_time = def->type == MU_TEMPORAL || def->unit.units;
    return field;
}

static MuStr orient_word(MuOrient orient)
{
    static const char *const words[] = {"left", "right", "top", "bottom"};
    return mu_str(words[orient <= MU_ORIENT_BOTTOM ? orient : MU_ORIENT_LEFT]);
}

/* What the model decided about an axis, over its definition. */
static const MuNode *axis_definition(MuRender *render, const MuAxisModel *axis)
{
    const MuNode *node = axis->definition;
    if (axis->flipped != MU_ORIENT_NONE)
        node = mu_node_with(render->arena, node, "orient",
                            mu_node_new_string(render->arena, orient_word(axis->flipped), node));
    if (axis->second && !mu_node_get(node, "grid"))
        node = mu_node_with(render->arena, node, "grid", mu_node_new_bool(render->arena, false, node));
    return node;
}

MuOrient mu_axis_side(MuRender *render, const MuAxisModel *axis)
{
    static const char *const words[] = {"left", "right", "top", "bottom"};
    MuStr word = mu_model_axis_orient(&render->model, axis_definition(render, axis), axis->x);
    for (int i = 0; i < 4; i++)
        if (mu_str_is(word, words[i]))
            return (MuOrient)i;
    return axis->x ? MU_ORIENT_BOTTOM : MU_ORIENT_LEFT;
}

/* Titles of several layers stand in one line, joined by commas; an array or expression is taken as it is. */
static size_t title_lines(MuRender *render, const MuStr *titles, size_t count, const MuNode *node, const MuStr **lines)
{
    MuBuf joined = {.arena = render->arena};
    if (node) {
        MuStr *list;
        MuValue value = mu_node_evaluate(node, &render->env, render->arena);
        size_t size = value.kind == MU_ARRAY ? value.array->size : 1;
        list = MU_NEW_ARRAY(render->arena, MuStr, size);
        for (size_t i = 0; i < size; i++)
            list[i] = mu_to_string(render->arena, value.kind == MU_ARRAY ? value.array->at[i] : value);
        *lines = list;
        return size;
    }
    for (size_t i = 0; i < count; i++)
        mu_buf_printf(&joined, "%s%.*s", i ? ", " : "", MU_FMT(titles[i]));
    MuStr *line = MU_NEW(render->arena, MuStr);
    *line = mu_buf_str(&joined);
    *lines = line;
    return line->size ? 1 : 0;
}

static const MuChannelDef *guide_def(const MuView *unit, MuChannel channel)
{
    const MuChannelDef *def = mu_channel_field_or_datum(unit->unit->defs[channel]);
    return def ? def : mu_channel_field_or_datum(mu_second_def(unit->unit->defs, channel));
}

/* The channel's fields in further layers. */
static void add_further(MuRender *render, const MuAxisModel *axis, MuChannel channel, MuAxisSpec *spec)
{
    MuGuideField *others = MU_NEW_ARRAY(render->arena, MuGuideField, axis->further.size);
    for (size_t i = 0; i < axis->further.size; i++) {
        const MuView *unit = axis->further.at[i];
        others[i] = guide_field(unit, guide_def(unit, channel));
    }
    spec->others = others;
    spec->other_count = axis->further.size;
}

MuAxisItems mu_guide_axis(MuRender *render, MuScope *scope, const MuAxisModel *axis, MuAxisParts parts)
{
    MuGuideContext context = mu_guide_context(render, scope);
    MuChannel channel = axis->x ? MU_CHANNEL_X : MU_CHANNEL_Y, other = axis->x ? MU_CHANNEL_Y : MU_CHANNEL_X;
    MuScope *unit = mu_scope_of_view(scope, axis->unit);
    const MuChannelDef *def = guide_def(axis->unit, channel);
    const MuNode *definition = axis_definition(render, axis);
    MuAxisSpec spec = {.x = axis->x,
                       .scale = mu_scope_scale(unit, channel),
                       .other = mu_scope_scale(unit, other),
                       .field = guide_field(axis->unit, def),
                       .parts = parts};
    if (axis->disabled || !spec.scale)
        return (MuAxisItems){0};
    spec.chain = mu_model_axis_chain(&render->model, definition, axis->x, spec.scale->type);
    spec.sort_is_object = mu_node_is(def->sort, MU_OBJECT) || mu_node_is(def->sort, MU_ARRAY);
    add_further(render, axis, channel, &spec);
    spec.for_bar = axis->unit->unit->mark->is_rect;
    spec.for_rect = strcmp(axis->unit->unit->mark->name, "rect") == 0;
    if (!axis->no_title)
        spec.title_size = title_lines(render, axis->titles.at, axis->titles.size, axis->title_node, &spec.title);
    return mu_axis_make(&context, &spec);
}

static MuStr legend_channel(const MuUnit *unit, MuChannel channel)
{
    if (channel == MU_CHANNEL_COLOR)
        return unit->filled ? MU_STR("fill") : MU_STR("stroke");
    return mu_str(mu_channel_name(channel));
}

/* What the encoding says of looks without a field: {fill: …, shape: …}. */
static const MuNode *constants_of(MuRender *render, const MuUnit *unit)
{
    static const MuChannel channels[] = {MU_CHANNEL_COLOR, MU_CHANNEL_FILL, MU_CHANNEL_STROKE, MU_CHANNEL_SHAPE};
    const MuNode *constants = NULL;
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++) {
        const MuChannelDef *def = unit->defs[channels[i]];
        const MuNode *value = def && def->kind == MU_DEF_VALUE ? mu_node_get(def->node, "value") : NULL;
        if (value)
            constants = mu_node_with(render->arena, constants, mu_channel_name(channels[i]), value);
    }
    return constants;
}

/* Not where only a condition has a field: then the value beside it is seen. */
static bool is_data(const MuUnit *unit, MuChannel channel)
{
    return mu_def_is_scaled(unit->defs[channel]);
}

/* The largest constant opacity of the encoding, else what the mark itself says; what config says of marks does not
 * reach legends. 0: nothing. */
static double symbol_opacity(const MuView *view)
{
    const MuUnit *unit = view->unit;
    const MuChannelDef *def = unit->defs[MU_CHANNEL_OPACITY];
    if (def && def->kind == MU_DEF_VALUE && mu_node_get(def->node, "value")) {
        double opacity = mu_node_number(mu_node_get(def->node, "value"), 0);
        for (size_t i = 0; i < def->condition_count; i++)
            opacity = fmax(opacity, mu_node_number(mu_node_get(def->conditions[i].node, "value"), 0));
        return opacity;
    }
    const MuNode *own = mu_node_get(unit->chain.definition, "opacity");
    if (own)
        return mu_to_number(mu_node_evaluate(own, unit->chain.env, unit->chain.arena));
    bool said = mu_chain_has(&unit->chain, "opacity") || mu_chain_has(&unit->chain, "fillOpacity");
    return said ? 0 : mu_unit_default_opacity(unit);
}

/* What a unit says of the legend of one of its channels. */
static MuLegendSpec legend_of(MuRender *render, const MuView *view, MuChannel channel)
{
    const MuUnit *unit = view->unit;
    MuLegendChannel *own = MU_NEW(render->arena, MuLegendChannel);
    *own = (MuLegendChannel){legend_channel(unit, channel), NULL};
    return (MuLegendSpec){.channels = own,
                          .channel_count = 1,
                          .field = guide_field(view, mu_channel_field_or_datum(unit->defs[channel])),
                          .symbol = unit->chain,
                          .mark = mu_str(unit->mark->name),
                          .mark_filled = unit->filled,
                          .constants = constants_of(render, unit),
                          .color_is_data = is_data(unit, MU_CHANNEL_COLOR),
                          .fill_is_data = is_data(unit, MU_CHANNEL_FILL),
                          .stroke_is_data = is_data(unit, MU_CHANNEL_STROKE),
                          .opacity = symbol_opacity(view)};
}

/* A scale of numbers that has seen none. */
static bool is_empty(const MuScale *scale)
{
    return scale && scale->def->continuous && scale->domain_size && isnan(scale->domain[0]);
}

MuItem *mu_guide_legend(MuRender *render, MuScope *owner, const MuLegendModel *legend)
{
    MuGuideContext context = mu_guide_context(render, owner);
    MuScope *scope = mu_scope_of_view(owner, legend->unit);
    MuLegendChannel *channels = MU_NEW_ARRAY(render->arena, MuLegendChannel, legend->channels.size);
    if (legend->disabled || (!render->vega && is_empty(mu_scope_scale(scope, legend->channels.at[0]))))
        return NULL;
    for (size_t i = 0; i < legend->channels.size; i++)
        channels[i] = (MuLegendChannel){legend_channel(legend->units.at[i]->unit, legend->channels.at[i]),
                                        mu_scope_scale(scope, legend->channels.at[i])};
    MuLegendSpec spec = legend_of(render, legend->unit, legend->channels.at[0]);
    MuLegendSpec *others = MU_NEW_ARRAY(render->arena, MuLegendSpec, legend->further.size);
    for (size_t i = 0; i < legend->further.size; i++)
        others[i] = legend_of(render, legend->further.at[i].unit, legend->further.at[i].channel);
    spec.others = others;
    spec.other_count = legend->further.size;
    const MuUnit *unit = legend->unit->unit;
    spec.kept =
        mu_selection_kept(render, mu_channel_field_or_datum(unit->defs[legend->channels.at[0]]), &spec.kept_count);
    double width = mu_furniture_width(render);
    spec.room = isnan(width) ? 0 : width;
    spec.channels = channels;
    spec.channel_count = legend->channels.size;
    spec.chain = mu_config_legend(render->arena, render->config, legend->definition, &render->env);
    if (!legend->no_title)
        spec.title_size = title_lines(render, legend->titles.at, legend->titles.size, legend->title_node, &spec.title);
    return mu_legend_make(&context, &spec);
}
