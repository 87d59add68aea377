/* A unit's mark and encoding with their defaults. Rules: vega-lite/src/encoding.ts, compile/mark/init.ts,
 * channel.ts (which mark takes which channel). */
#include "chart/model.h"

static bool one_of(const char *name, const char *list)
{
    size_t size = strlen(name);
    for (const char *at = list; (at = strstr(at, name)); at += size)
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

static bool takes_channel(const char *mark, MuChannel channel, bool binned)
{
    switch (channel) {
    case MU_CHANNEL_X2:
    case MU_CHANNEL_Y2:
        return one_of(mark, "area bar image rect rule") || (binned && !one_of(mark, "text arc"));
    case MU_CHANNEL_SIZE:
        return one_of(mark, "point tick rule circle square bar text line trail");
    case MU_CHANNEL_STROKE_DASH:
        return one_of(mark, "line point tick rule circle square bar");
    case MU_CHANNEL_SHAPE:
        return one_of(mark, "point");
    case MU_CHANNEL_TEXT:
        return one_of(mark, "text");
    case MU_CHANNEL_ANGLE:
        return one_of(mark, "point square text");
    case MU_CHANNEL_ROW:
    case MU_CHANNEL_COLUMN:
    case MU_CHANNEL_FACET:
    case MU_CHANNEL_URL:
        return one_of(mark, "image");
    case MU_CHANNEL_THETA:
    case MU_CHANNEL_RADIUS:
        return one_of(mark, "arc text");
    case MU_CHANNEL_THETA2:
    case MU_CHANNEL_RADIUS2:
        return one_of(mark, "arc");
    default:
        return true;
    }
}

static const MuNode *channel_node(const MuView *view, MuChannel channel)
{
    return mu_node_get(mu_node_get(view->node, "encoding"), mu_channel_name(channel));
}

static void drop(MuModel *model, const MuView *view, MuChannel channel, const MuNode *node)
{
    MuDiag *diag =
        mu_diag(model->diags, MU_DIAG_CHANNEL_DROPPED, node->span, mu_channel_name(channel), view->unit->mark->name);
    diag->path = view->path;
}

static bool is_kept(MuModel *model, const MuView *view, MuChannel channel, const MuNode *node)
{
    const MuUnit *unit = view->unit;
    const MuChannelDef *main = unit->defs[mu_channel_main(channel)];
    bool binned = mu_def_is_field(main) && main->prebinned;
    bool labels = channel == MU_CHANNEL_TEXT && unit->label;
    if (!labels && !takes_channel(unit->mark->name, channel, binned)) {
        drop(model, view, channel, node);
        return false;
    }
    if (channel == MU_CHANNEL_COLOR && channel_node(view, unit->filled ? MU_CHANNEL_FILL : MU_CHANNEL_STROKE))
        return false;
    if (channel == MU_CHANNEL_SIZE && mu_str_is(mu_str(unit->mark->name), "line") && mu_node_get(node, "aggregate")) {
        drop(model, view, channel, node);
        return false;
    }
    if (mu_channel_is_offset(channel)) {
        const MuChannelDef *place = unit->defs[channel == MU_CHANNEL_XOFFSET ? MU_CHANNEL_X : MU_CHANNEL_Y];
        bool continuous = mu_def_is_field(place) && (place->type == MU_QUANTITATIVE || place->type == MU_TEMPORAL);
        if (continuous && !place->unit.units && mu_node_get(node, "field")) {
            drop(model, view, channel, node);
            return false;
        }
    }
    return true;
}

static size_t list_of(MuChannel channel)
{
    return channel == MU_CHANNEL_DETAIL  ? MU_LIST_DETAIL
           : channel == MU_CHANNEL_ORDER ? MU_LIST_ORDER
                                         : MU_LIST_TOOLTIP;
}

static void read_list(MuModel *model, MuUnit *unit, MuChannel channel, const MuNode *node)
{
    size_t list = list_of(channel), count = node->kind == MU_ARRAY ? node->array.size : 1;
    unit->lists[list] = MU_NEW_ARRAY(model->arena, const MuChannelDef *, count);
    for (size_t i = 0; i < count; i++) {
        const MuNode *item = node->kind == MU_ARRAY ? node->array.at[i] : node;
        MuChannelDef *def = mu_channel_def(model->arena, channel, item, NULL);
        if (def->kind == MU_DEF_FIELD)
            unit->lists[list][unit->list_sizes[list]++] = def;
    }
}

static bool is_list(MuChannel channel, const MuNode *node)
{
    if (channel == MU_CHANNEL_DETAIL || (channel == MU_CHANNEL_TOOLTIP && node->kind == MU_ARRAY))
        return true;
    return channel == MU_CHANNEL_ORDER &&
           (node->kind == MU_ARRAY || mu_node_get(node, "field") || mu_node_get(node, "aggregate"));
}

static void read_encoding(MuModel *model, MuView *view)
{
    MuUnit *unit = view->unit;
    for (int i = 0; i < MU_CHANNEL_COUNT; i++) {
        MuChannel channel = (MuChannel)i;
        const MuNode *node = channel_node(view, channel);
        if (channel == MU_CHANNEL_THETA && !node && one_of(unit->mark->name, "arc"))
            node = channel_node(view, MU_CHANNEL_ANGLE); /* an older name */
        if (!node || (node->kind == MU_NULL && channel != MU_CHANNEL_TOOLTIP) || !is_kept(model, view, channel, node))
            continue;
        if (is_list(channel, node)) {
            read_list(model, unit, channel, node);
            continue;
        }
        MuChannel main = mu_channel_main(channel);
        MuChannelDef *def = mu_channel_def(model->arena, channel, node, main == channel ? NULL : unit->defs[main]);
        if (def->kind != MU_DEF_NONE || def->condition_count || channel == MU_CHANNEL_TOOLTIP)
            unit->defs[channel] = def; /* one without a field, datum or value says nothing */
    }
}

static bool any_aggregate(const MuUnit *unit)
{
    for (int i = 0; i < MU_CHANNEL_COUNT; i++) {
        const MuChannelDef *def = mu_channel_field_or_datum(unit->defs[i]);
        if (def && def->aggregate.size)
            return true;
    }
    for (size_t list = 0; list < 3; list++)
        for (size_t i = 0; i < unit->list_sizes[list]; i++)
            if (unit->lists[list][i]->aggregate.size)
                return true;
    return false;
}

static bool is_binned(const MuChannelDef *def)
{
    return mu_def_is_field(def) && def->prebinned;
}

static bool aggregated(const MuChannelDef *def)
{
    return mu_def_is_field(def) && def->aggregate.size;
}

/* A number that is no bin, as field or datum. */
static bool is_quantity(const MuChannelDef *def)
{
    return mu_def_is_measure(def) || (mu_def_is_field(def) && def->type == MU_QUANTITATIVE && !def->binning);
}

static MuMarkOrient bar_orient(const MuUnit *unit, MuMarkOrient said, bool *decided)
{
    const MuChannelDef *x = unit->defs[MU_CHANNEL_X], *y = unit->defs[MU_CHANNEL_Y];
    const MuChannelDef *x2 = unit->defs[MU_CHANNEL_X2], *y2 = unit->defs[MU_CHANNEL_Y2];
    *decided = true;
    if (mu_def_is_field(x) && (x->prebinned || (aggregated(y) && !x->aggregate.size)))
        return MU_MARK_VERTICAL;
    if (mu_def_is_field(y) && (y->prebinned || (aggregated(x) && !y->aggregate.size)))
        return MU_MARK_HORIZONTAL;
    if ((x2 || y2) && said)
        return said;
    if (y2 && !x2)
        return is_quantity(x) && is_binned(y) ? MU_MARK_HORIZONTAL : MU_MARK_VERTICAL;
    if (x2 && !y2)
        return is_quantity(y) && is_binned(x) ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL;
    *decided = false;
    return MU_MARK_NO_ORIENT;
}

static MuMarkOrient measure_orient(const MuUnit *unit, MuMarkOrient said)
{
    const MuChannelDef *x = unit->defs[MU_CHANNEL_X], *y = unit->defs[MU_CHANNEL_Y];
    bool tick = one_of(unit->mark->name, "tick");
    MuMarkOrient along_x = tick ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL,
                 along_y = tick ? MU_MARK_HORIZONTAL : MU_MARK_VERTICAL;
    bool x_measure = mu_def_is_measure(x), y_measure = mu_def_is_measure(y);
    if (said)
        return said;
    if (x_measure != y_measure)
        return x_measure ? along_x : along_y;
    if (x_measure)
        return MU_MARK_VERTICAL;
    bool x_time = mu_def_is_field(x) && x->type == MU_TEMPORAL, y_time = mu_def_is_field(y) && y->type == MU_TEMPORAL;
    if (x_time != y_time)
        return x_time ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL;
    return MU_MARK_NO_ORIENT;
}

static MuMarkOrient orient_of(const MuUnit *unit)
{
    const char *mark = unit->mark->name;
    const MuChannelDef *x = unit->defs[MU_CHANNEL_X], *y = unit->defs[MU_CHANNEL_Y];
    const MuChannelDef *x2 = unit->defs[MU_CHANNEL_X2], *y2 = unit->defs[MU_CHANNEL_Y2];
    MuStr word = mu_chain_string(&unit->chain, "orient", MU_STR(""));
    MuMarkOrient said = mu_str_is(word, "horizontal") ? MU_MARK_HORIZONTAL
                        : word.size                   ? MU_MARK_VERTICAL
                                                      : MU_MARK_NO_ORIENT;
    bool decided = false;
    if (one_of(mark, "point circle square rect image"))
        return MU_MARK_NO_ORIENT;
    if (one_of(mark, "arc trail geoshape"))
        return MU_MARK_VERTICAL;
    if (one_of(mark, "text bar")) {
        MuMarkOrient orient = bar_orient(unit, said, &decided);
        if (decided)
            return orient;
    }
    if (one_of(mark, "text bar rule") && x2 && !is_binned(x) && y2 && !is_binned(y))
        return MU_MARK_NO_ORIENT;
    if (one_of(mark, "text bar rule area")) {
        if (y2)
            return is_binned(y) ? MU_MARK_HORIZONTAL : MU_MARK_VERTICAL;
        if (x2)
            return is_binned(x) ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL;
        if (one_of(mark, "rule") && !x != !y)
            return x ? MU_MARK_VERTICAL : MU_MARK_HORIZONTAL;
    }
    return measure_orient(unit, said);
}

/* Groups stand in the order of a color domain that is given as a list. */
static void order_groups_by_color(MuArena *arena, MuUnit *unit)
{
    const MuChannelDef *color =
        unit->defs[MU_CHANNEL_FILL] ? unit->defs[MU_CHANNEL_FILL] : unit->defs[MU_CHANNEL_COLOR];
    const MuNode *domain = mu_def_is_field(color) ? mu_node_get(color->scale, "domain") : NULL;
    bool ordered = unit->list_sizes[MU_LIST_ORDER] || unit->defs[MU_CHANNEL_ORDER];
    if (!mu_node_is(domain, MU_ARRAY) || color->type != MU_NOMINAL || ordered)
        return;
    for (int c = MU_CHANNEL_XOFFSET; c <= MU_CHANNEL_YOFFSET; c++) {
        if (!mu_def_is_field(unit->defs[c]) || unit->defs[c]->sort)
            continue;
        MuChannelDef *sorted = MU_NEW(arena, MuChannelDef);
        *sorted = *unit->defs[c];
        sorted->sort = domain;
        unit->defs[c] = sorted;
    }
}

void mu_model_unit(MuModel *model, MuView *view)
{
    const MuNode *node = mu_node_get(view->node, "mark");
    const MuNode *object = mu_node_is(node, MU_OBJECT) ? node : NULL;
    MuStr name = mu_node_string(object ? mu_node_get(object, "type") : node, MU_STR(""));
    const MuMarkDef *mark = mu_mark_find(name);
    if (!mark)
        return;
    MuUnit *unit = view->unit = MU_NEW(model->arena, MuUnit);
    unit->mark = mark;
    unit->mark_node = node;
    unit->mark_object = object;
    unit->chain = mu_config_mark(model->arena, model->config, object, name, model->env);
    unit->label = mu_unit_label(unit);
    unit->filled = mu_chain_bool(&unit->chain, "filled", mark->filled);
    read_encoding(model, view);
    order_groups_by_color(model->arena, unit);
    unit->aggregated = any_aggregate(unit);
    unit->orient = orient_of(unit);
}
