/* Axis and legend components, merged over layers and composed views. Rules: vega-lite/src/compile/axis/parse.ts,
 * compile/legend/{parse,assemble}.ts, compile/common.ts (titles). */
#include "chart/model.h"

#define ADD_TITLE(model, guide, title)                                                                                 \
    add_title((model), &(guide)->titles.at, &(guide)->titles.size, &(guide)->titles.cap, (title))

static void add_title(MuModel *model, MuStr **at, size_t *size, size_t *cap, MuStr title)
{
    for (size_t i = 0; i < *size; i++)
        if (mu_str_eq((*at)[i], title))
            return;
    if (*size == *cap)
        *at = mu_vec_grow(model->arena, *at, cap, sizeof **at);
    (*at)[(*size)++] = title;
}

MuStr mu_model_axis_orient(const MuModel *model, const MuNode *definition, bool x)
{
    MuStr orient = mu_node_string(mu_node_get(definition, "orient"), MU_STR(""));
    if (!orient.size)
        orient = mu_node_string(mu_node_path(model->config, x ? "axisX" : "axisY", "orient", NULL), MU_STR(""));
    if (!orient.size)
        orient = mu_node_string(mu_node_path(model->config, "axis", "orient", NULL), MU_STR(""));
    return orient.size ? orient : x ? MU_STR("bottom") : MU_STR("left");
}

static const char *scale_kind(MuScaleType type)
{
    if (type == MU_SCALE_BAND)
        return "band";
    if (type == MU_SCALE_POINT)
        return "point";
    if (type == MU_SCALE_TIME || type == MU_SCALE_UTC)
        return "temporal";
    return mu_scale_def(type)->continuous ? "quantitative" : "";
}

MuChain mu_model_axis_chain(const MuModel *model, const MuNode *definition, bool x, MuScaleType type)
{
    return mu_config_axis(model->arena, model->config, definition, x, scale_kind(type),
                          mu_model_axis_orient(model, definition, x), model->env);
}

/* What is said of a guide's title: NULL if nothing. */
static const MuNode *said_title(const MuChannelDef *def, const MuNode *guide)
{
    const MuNode *title = mu_node_get(guide, "title");
    return title ? title : def ? mu_node_get(def->node, "title") : NULL;
}

static void say_title(MuModel *model, MuAxisModel *axis, const MuNode *said)
{
    axis->no_title = said->kind == MU_NULL || (said->kind == MU_STRING && !said->string.size);
    if (said->kind == MU_ARRAY || said->kind == MU_OBJECT)
        axis->title_node = said;
    else if (said->kind == MU_STRING && said->string.size)
        ADD_TITLE(model, axis, said->string);
}

/* Config may name a title for all axes of a type of scale; in what Vega reads itself it can only take it away. */
static bool config_title(MuModel *model, MuAxisModel *axis, const MuChain *chain)
{
    const MuNode *said = mu_chain_get(chain, "title", NULL), *passed = mu_chain_passed(chain, "title");
    if (passed)
        say_title(model, axis, passed);
    else if (said)
        axis->no_title = true;
    return said != NULL;
}

static void axis_title(MuModel *model, MuAxisModel *axis, const MuChannelDef *def, const MuChannelDef *second,
                       const MuChain *chain)
{
    const MuNode *own = mu_node_get(axis->definition, "title");
    const MuNode *first_title = def ? mu_node_get(def->node, "title") : NULL,
                 *second_title = second ? mu_node_get(second->node, "title") : NULL;
    const MuNode *said = own ? own : first_title ? first_title : second_title;
    if (said) {
        axis->title_explicit = true;
        say_title(model, axis, said);
        if (!own && first_title && mu_node_is(second_title, MU_STRING) && mu_node_is(first_title, MU_STRING))
            ADD_TITLE(model, axis, second_title->string);
        return;
    }
    if (config_title(model, axis, chain))
        return;
    if (mu_def_is_field(def))
        ADD_TITLE(model, axis, mu_field_title(model->arena, def, model->config));
    if (mu_def_is_field(second))
        ADD_TITLE(model, axis, mu_field_title(model->arena, second, model->config));
}

static MuAxisModel *unit_axis(MuModel *model, MuView *view, MuChannel channel)
{
    const MuChannelDef *def = mu_channel_field_or_datum(view->unit->defs[channel]);
    const MuChannelDef *second = mu_second_def(view->unit->defs, channel);
    MuAxisModel *axis = MU_NEW(model->arena, MuAxisModel);
    const MuNode *node = def ? def->axis : NULL;
    axis->x = channel == MU_CHANNEL_X;
    axis->unit = view;
    axis->scale = mu_view_scale(view, channel);
    axis->flipped = MU_ORIENT_NONE;
    axis->definition = mu_node_is(node, MU_OBJECT) ? node : NULL;
    if (node && (node->kind == MU_NULL || (node->kind == MU_BOOL && !node->boolean)))
        axis->disabled = MU_EXPLICIT;
    MuChain chain = mu_model_axis_chain(model, axis->definition, axis->x, mu_scale_model_type(axis->scale));
    if (!node && mu_chain_bool(&chain, "disable", false))
        axis->disabled = MU_IMPLICIT;
    axis_title(model, axis, def, second, &chain);
    return axis;
}

static void merge_axis(MuModel *model, MuAxisModel *into, const MuAxisModel *from)
{
    bool into_says = into->definition || into->disabled == MU_EXPLICIT;
    if (!into_says && (from->definition || from->disabled == MU_EXPLICIT))
        into->disabled = from->disabled;
    into->definition = mu_node_merge(model->arena, from->definition, into->definition);
    MU_PUSH(model->arena, &into->further, from->unit);
    for (size_t i = 0; i < from->further.size; i++)
        MU_PUSH(model->arena, &into->further, from->further.at[i]);
    if (into->title_explicit && !from->title_explicit)
        return;
    if (!into->title_explicit && from->title_explicit) {
        into->titles.size = 0;
        into->title_explicit = true;
        into->no_title = from->no_title;
        into->title_node = from->title_node;
    }
    for (size_t i = 0; i < from->titles.size; i++)
        ADD_TITLE(model, into, from->titles.at[i]);
    into->no_title = into->no_title && !into->titles.size;
}

static bool said_otherwise(const MuAxisModel *a, const MuAxisModel *b)
{
    const MuNode *x = mu_node_get(a->definition, "orient"), *y = mu_node_get(b->definition, "orient");
    return mu_node_is(x, MU_STRING) && mu_node_is(y, MU_STRING) && !mu_str_eq(x->string, y->string);
}

typedef MU_VEC(MuAxisModel *) AxisList;

/* The children's axes of a side, in order. */
static AxisList take_axes(MuModel *model, MuView *view, bool x)
{
    AxisList list = {0};
    for (size_t i = 0; i < view->child_count; i++) {
        MuView *child = view->children[i];
        size_t kept = 0;
        for (size_t j = 0; j < child->axes.size; j++) {
            if (child->axes.at[j]->x == x)
                MU_PUSH(model->arena, &list, child->axes.at[j]);
            else
                child->axes.at[kept++] = child->axes.at[j];
        }
        child->axes.size = kept;
    }
    return list;
}

/* Independent axes stand on both sides in turn, and only the first has a grid. */
static void place_independent(const MuModel *model, AxisList *list)
{
    size_t main_side = 0, other_side = 0;
    for (size_t i = 0; i < list->size; i++) {
        MuAxisModel *axis = list->at[i];
        if (axis->disabled)
            continue;
        MuStr orient = mu_model_axis_orient(model, axis->definition, axis->x);
        bool main = mu_str_is(orient, axis->x ? "bottom" : "left");
        bool explicit_orient = mu_node_get(axis->definition, "orient");
        if (!explicit_orient && (main ? main_side : other_side) > (main ? other_side : main_side)) {
            axis->flipped =
                axis->x ? (main ? MU_ORIENT_TOP : MU_ORIENT_BOTTOM) : (main ? MU_ORIENT_RIGHT : MU_ORIENT_LEFT);
        }
        /* Counted where it would have stood, as Vega-Lite does: the third axis stands beside the second. */
        *(main ? &main_side : &other_side) += 1;
        axis->second = i > 0;
    }
}

static void layer_axes(MuModel *model, MuView *view, MuChannel channel)
{
    AxisList list = take_axes(model, view, channel == MU_CHANNEL_X);
    bool shared = mu_view_scale(view, channel) && mu_view_shares_guide(view, channel);
    for (size_t i = 1; shared && i < list.size; i++)
        shared = !said_otherwise(list.at[0], list.at[i]);
    for (size_t i = 1; shared && i < list.size; i++)
        merge_axis(model, list.at[0], list.at[i]);
    if (shared && list.size)
        list.size = 1;
    else
        place_independent(model, &list);
    for (size_t i = 0; i < list.size; i++)
        MU_PUSH(model->arena, &view->axes, list.at[i]);
}

static MuLegendModel *unit_legend(MuModel *model, MuView *view, MuChannel channel)
{
    const MuChannelDef *def = mu_channel_field_or_datum(view->unit->defs[channel]);
    MuScaleModel *scale = def ? mu_view_scale(view, channel) : NULL;
    if (!scale || def->scale_off)
        return NULL;
    MuLegendModel *legend = MU_NEW(model->arena, MuLegendModel);
    const MuNode *node = def->legend, *title = said_title(def, def->legend);
    legend->unit = view;
    MU_PUSH(model->arena, &legend->channels, channel);
    MU_PUSH(model->arena, &legend->units, view);
    MU_PUSH(model->arena, &legend->scales, scale);
    legend->definition = mu_node_is(node, MU_OBJECT) ? node : NULL;
    legend->disabled = node ? node->kind == MU_NULL || (node->kind == MU_BOOL && !node->boolean)
                            : mu_node_bool(mu_node_path(model->config, "legend", "disable", NULL), false);
    legend->disabled_said = node != NULL;
    if (!node && mu_unit_labels_series(view->unit, def))
        legend->disabled = legend->disabled_said = true;
    legend->title_explicit = title != NULL;
    legend->no_title = title && (title->kind == MU_NULL || (title->kind == MU_STRING && !title->string.size));
    if (title && (title->kind == MU_ARRAY || title->kind == MU_OBJECT))
        legend->title_node = title;
    else if (title && title->kind == MU_STRING)
        ADD_TITLE(model, legend, title->string);
    else if (!title && mu_node_path(model->config, "legend", "title", NULL))
        legend->no_title = true; /* config can only take it away */
    else if (!title && mu_def_is_field(def))
        ADD_TITLE(model, legend, mu_field_title(model->arena, def, model->config));
    return legend;
}

static void merge_legend(MuModel *model, MuLegendModel *into, const MuLegendModel *from)
{
    into->definition = mu_node_merge(model->arena, from->definition, into->definition);
    if (from->disabled_said && !into->disabled_said) {
        into->disabled = from->disabled;
        into->disabled_said = true;
    }
    MU_PUSH(model->arena, &into->further, (MuLegendPart){from->unit, from->channels.at[0]});
    for (size_t i = 0; i < from->further.size; i++)
        MU_PUSH(model->arena, &into->further, from->further.at[i]);
    if (from->title_explicit && !into->title_explicit) {
        into->titles.size = 0;
        into->title_explicit = true;
        into->no_title = from->no_title;
        into->title_node = from->title_node;
    }
    if (from->title_explicit == into->title_explicit)
        for (size_t i = 0; i < from->titles.size; i++)
            ADD_TITLE(model, into, from->titles.at[i]);
}

/* The one field that all units below the view have on a channel; "" if there are several, or none. */
static MuStr field_below(const MuView *view, MuChannel channel, bool *several)
{
    if (view->kind == MU_VIEW_UNIT) {
        const MuChannelDef *def = mu_channel_field_or_datum(view->unit->defs[channel]);
        return mu_def_is_field(def) ? def->field : MU_STR("");
    }
    MuStr field = MU_STR("");
    for (size_t i = 0; i < view->child_count && !*several; i++) {
        MuStr other = field_below(view->children[i], channel, several);
        *several = *several || (field.size && other.size && !mu_str_eq(field, other));
        if (!field.size)
            field = other;
    }
    return *several ? MU_STR("") : field;
}

static bool same_node(MuArena *arena, const MuNode *x, const MuNode *y)
{
    if (!x || !y)
        return x == y;
    MuBuf a = {.arena = arena}, b = {.arena = arena};
    mu_value_json(&a, mu_node_value(arena, x));
    mu_value_json(&b, mu_node_value(arena, y));
    return mu_str_eq(mu_buf_str(&a), mu_buf_str(&b));
}

/* Do two channels show the same field, so that one legend serves both? */
static bool same_field(MuArena *arena, const MuView *view, MuChannel a, MuChannel b)
{
    const MuScaleModel *p = mu_view_scale(view, a), *q = mu_view_scale(view, b);
    if (!p || !q || mu_scale_def(mu_scale_model_type(p))->discrete != mu_scale_def(mu_scale_model_type(q))->discrete)
        return false;
    if (!same_node(arena, p->settings[MU_KEY_DOMAIN].node, q->settings[MU_KEY_DOMAIN].node))
        return false;
    bool several_a = false, several_b = false;
    MuStr x = field_below(view, a, &several_a), y = field_below(view, b, &several_b);
    return x.size && mu_str_eq(x, y);
}

static bool has_channel(const MuLegendModel *legend, MuChannel channel)
{
    for (size_t i = 0; i < legend->channels.size; i++)
        if (legend->channels.at[i] == channel)
            return true;
    return false;
}

/* Does the legend show the channel in the way of such marks already? */
static bool shows_alike(const MuLegendModel *legend, MuChannel channel, const MuView *unit)
{
    for (size_t i = 0; i < legend->channels.size; i++)
        if (legend->channels.at[i] == channel &&
            (channel != MU_CHANNEL_COLOR || legend->units.at[i]->unit->filled == unit->unit->filled))
            return true;
    return false;
}

static void add_legend_channels(MuModel *model, MuLegendModel *into, const MuLegendModel *from)
{
    for (size_t i = 0; i < from->channels.size; i++) {
        if (shows_alike(into, from->channels.at[i], from->units.at[i]))
            continue;
        MU_PUSH(model->arena, &into->channels, from->channels.at[i]);
        MU_PUSH(model->arena, &into->units, from->units.at[i]);
        MU_PUSH(model->arena, &into->scales, from->scales.at[i]);
    }
}

/* Adds a legend, or merges it into one of the same channel and scale. */
static void add_legend(MuModel *model, MuView *view, MuLegendModel *legend)
{
    for (size_t i = 0; i < view->legends.size; i++) {
        MuLegendModel *other = view->legends.at[i];
        if (!legend->independent && !other->independent && has_channel(other, legend->channels.at[0]) &&
            other->scales.at[0] == legend->scales.at[0]) {
            merge_legend(model, other, legend);
            add_legend_channels(model, other, legend);
            return;
        }
    }
    MU_PUSH(model->arena, &view->legends, legend);
}

/* Channels over one domain share a legend: color and shape of the same field. */
static void join_legends(MuModel *model, MuView *view)
{
    size_t kept = 0;
    for (size_t i = 0; i < view->legends.size; i++) {
        MuLegendModel *legend = view->legends.at[i], *home = NULL;
        for (size_t j = 0; j < kept && !home && !legend->independent; j++)
            if (!view->legends.at[j]->independent &&
                same_field(model->arena, view, view->legends.at[j]->channels.at[0], legend->channels.at[0]) &&
                !has_channel(view->legends.at[j], legend->channels.at[0]))
                home = view->legends.at[j];
        if (!home) {
            view->legends.at[kept++] = legend;
            continue;
        }
        merge_legend(model, home, legend);
        add_legend_channels(model, home, legend);
    }
    view->legends.size = kept;
}

static void unit_guides(MuModel *model, MuView *view)
{
    static const MuChannel places[] = {MU_CHANNEL_X, MU_CHANNEL_Y};
    static const MuChannel looks[] = {MU_CHANNEL_COLOR,        MU_CHANNEL_SIZE,   MU_CHANNEL_SHAPE,
                                      MU_CHANNEL_FILL,         MU_CHANNEL_STROKE, MU_CHANNEL_STROKE_DASH,
                                      MU_CHANNEL_STROKE_WIDTH, MU_CHANNEL_OPACITY};
    for (size_t i = 0; i < 2; i++) {
        bool used = mu_channel_field_or_datum(view->unit->defs[places[i]]) ||
                    mu_channel_field_or_datum(mu_second_def(view->unit->defs, places[i]));
        if (used && mu_view_scale(view, places[i]))
            MU_PUSH(model->arena, &view->axes, unit_axis(model, view, places[i]));
    }
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        MuLegendModel *legend = unit_legend(model, view, looks[i]);
        if (legend)
            MU_PUSH(model->arena, &view->legends, legend);
    }
}

/* Shared axes of the cells stand at the edge of their grid. */
static void facet_axes(MuModel *model, MuView *view)
{
    const MuView *child = view->children[0];
    for (size_t i = 0; i < child->axes.size && !mu_view_is_composed(child); i++) {
        MuAxisModel *axis = child->axes.at[i];
        if (!mu_view_shares_guide(view, axis->x ? MU_CHANNEL_X : MU_CHANNEL_Y))
            continue;
        axis->in_header = true;
        MU_PUSH(model->arena, &view->axes, axis);
    }
}

/* The children's legends, but for those that stand beside their own view. Layers have but one place for all. */
static void take_legends(MuModel *model, MuView *view)
{
    bool in_place = mu_view_is_composed(view);
    for (size_t i = 0; i < view->child_count; i++) {
        MuView *child = view->children[i];
        size_t kept = 0;
        for (size_t j = 0; j < child->legends.size; j++) {
            MuLegendModel *legend = child->legends.at[j];
            legend->independent |= !mu_view_shares_guide(view, legend->channels.at[0]);
            if (in_place && legend->independent)
                child->legends.at[kept++] = legend;
            else
                add_legend(model, view, legend);
        }
        child->legends.size = kept;
    }
}

static void guides_of(MuModel *model, MuView *view)
{
    if (view->kind == MU_VIEW_UNIT) {
        unit_guides(model, view);
        return;
    }
    for (size_t i = 0; i < view->child_count; i++)
        guides_of(model, view->children[i]);
    if (view->kind == MU_VIEW_LAYER) {
        layer_axes(model, view, MU_CHANNEL_X);
        layer_axes(model, view, MU_CHANNEL_Y);
    } else if (view->kind == MU_VIEW_FACET) {
        facet_axes(model, view);
    }
    take_legends(model, view);
}

static void join_all_legends(MuModel *model, MuView *view)
{
    join_legends(model, view);
    for (size_t i = 0; i < view->child_count; i++)
        join_all_legends(model, view->children[i]);
}

void mu_model_guides(MuModel *model, MuView *view)
{
    guides_of(model, view);
    join_all_legends(model, view);
}
