/* Whether and how a unit is stacked. Rules: vega-lite/src/stack.ts. */
#include "chart/model.h"

static bool is_named(const MuUnit *unit, const char *a, const char *b)
{
    return strcmp(unit->mark->name, a) == 0 || strcmp(unit->mark->name, b) == 0;
}

static bool is_field_measure(const MuChannelDef *def)
{
    return mu_def_is_field(def) && mu_def_is_measure(def);
}

static bool asks_for_stack(const MuChannelDef *def)
{
    return def->stack && def->stack->kind != MU_NULL && !(def->stack->kind == MU_BOOL && !def->stack->boolean);
}

/* Of a plane (x and y, or theta and radius) the channel that holds the values that may be stacked; COUNT if none. */
static MuChannel stacked_of(const MuUnit *unit, MuChannel along)
{
    MuChannel across = mu_channel_across(along);
    const MuChannelDef *x = unit->defs[along], *y = unit->defs[across];
    bool bar_or_area = along == MU_CHANNEL_X && is_named(unit, "bar", "area"), x_measure = is_field_measure(x),
         y_measure = is_field_measure(y);
    if (mu_def_is_field(x) && mu_def_is_field(y)) {
        if (x_measure != y_measure)
            return x_measure ? along : across;
        if (!x_measure)
            return MU_CHANNEL_COUNT;
        if (asks_for_stack(x))
            return along;
        if (asks_for_stack(y))
            return across;
        if (!x->aggregate.size != !y->aggregate.size)
            return x->aggregate.size ? along : across;
        if (bar_or_area && unit->orient)
            return unit->orient == MU_MARK_VERTICAL ? across : along;
        return MU_CHANNEL_COUNT;
    }
    if (x_measure)
        return bar_or_area && unit->orient == MU_MARK_VERTICAL ? MU_CHANNEL_COUNT : along;
    if (y_measure)
        return bar_or_area && unit->orient == MU_MARK_HORIZONTAL ? MU_CHANNEL_COUNT : across;
    return MU_CHANNEL_COUNT;
}

static MuChannel stacked_channel(const MuUnit *unit)
{
    MuChannel channel = stacked_of(unit, MU_CHANNEL_X);
    return channel != MU_CHANNEL_COUNT ? channel : stacked_of(unit, MU_CHANNEL_THETA);
}

static MuStackOffset offset_of(const MuUnit *unit, const MuChannelDef *def)
{
    if (!def->stack)
        return is_named(unit, "bar", "area") || is_named(unit, "arc", "arc") ? MU_STACK_ZERO : MU_STACK_NONE;
    if (def->stack->kind == MU_BOOL)
        return def->stack->boolean ? MU_STACK_ZERO : MU_STACK_NONE;
    if (mu_node_is_string(def->stack, "center"))
        return MU_STACK_CENTER;
    if (mu_node_is_string(def->stack, "normalize"))
        return MU_STACK_NORMALIZE;
    return mu_node_is_string(def->stack, "zero") ? MU_STACK_ZERO : MU_STACK_NONE;
}

static bool is_dimension(const MuUnit *unit, MuChannel stacked, MuStr column)
{
    MuChannel other = mu_channel_across(stacked), offset = mu_channel_offset(other);
    const MuChannelDef *dimension = unit->defs[other], *shift = offset == MU_CHANNEL_COUNT ? NULL : unit->defs[offset];
    if (mu_str_eq(unit->defs[stacked]->column, column))
        return false;
    return (mu_def_is_field(dimension) && mu_str_eq(dimension->column, column)) ||
           (mu_def_is_field(shift) && mu_str_eq(shift->column, column));
}

static void add_stack_by(const MuUnit *unit, MuChannel stacked, const MuChannelDef *def, const MuChannelDef **list,
                         size_t *size)
{
    if (mu_def_is_field(def) && !def->aggregate.size && !is_dimension(unit, stacked, def->column))
        list[(*size)++] = def;
}

/* The fields that make the parts of a stack. */
static void collect_stack_by(MuModel *model, MuUnit *unit, MuChannel stacked)
{
    size_t most = MU_CHANNEL_COUNT + unit->list_sizes[MU_LIST_DETAIL] + unit->list_sizes[MU_LIST_ORDER];
    unit->stack_by = MU_NEW_ARRAY(model->arena, const MuChannelDef *, most);
    for (int c = MU_CHANNEL_COLOR; c < MU_CHANNEL_COUNT; c++) {
        if (c == MU_CHANNEL_TOOLTIP || (c == MU_CHANNEL_TEXT && unit->label)) /* what labels say parts nothing */
            continue;
        add_stack_by(unit, stacked, mu_channel_field_or_datum(unit->defs[c]), unit->stack_by, &unit->stack_by_size);
        size_t list = c == MU_CHANNEL_DETAIL ? MU_LIST_DETAIL : c == MU_CHANNEL_ORDER ? MU_LIST_ORDER : 3;
        for (size_t i = 0; list < 3 && i < unit->list_sizes[list]; i++)
            add_stack_by(unit, stacked, unit->lists[list][i], unit->stack_by, &unit->stack_by_size);
    }
}

void mu_model_stack(MuModel *model, MuView *view)
{
    MuUnit *unit = view->unit;
    if (is_named(unit, "rect", "image") || is_named(unit, "trail", "geoshape"))
        return;
    MuChannel channel = stacked_channel(unit);
    if (channel == MU_CHANNEL_COUNT)
        return;
    const MuChannelDef *def = unit->defs[channel];
    MuStackOffset offset = offset_of(unit, def);
    if (offset == MU_STACK_NONE)
        return;
    collect_stack_by(model, unit, channel);
    if ((unit->aggregated && !unit->stack_by_size) || mu_def_is_scaled(mu_second_def(unit->defs, channel)))
        return;
    const MuNode *impute = mu_node_get(def->node, "impute");
    unit->stack = (MuStackInfo){
        .offset = offset, .channel = channel, .impute = unit->mark->is_path && !(impute && impute->kind == MU_NULL)};
    unit->stack.start = mu_str_printf(model->arena, "%.*s_start", MU_FMT(def->column));
    unit->stack.end = mu_str_printf(model->arena, "%.*s_end", MU_FMT(def->column));
}
