#include "base/map.h"

#include "mark/rows.h"
#include "mark/style.h"

/* The radii of the corners, clockwise from the top left. */
typedef struct Corners {
    const MuRef *radii[4];
    bool any;
} Corners;

static bool shows_radius(const MuRef *ref)
{
    return ref && !(ref->kind == MU_REF_CONSTANT && !ref->test_count && !(mu_to_number(ref->value) > 0));
}

/* `cornerRadiusEnd` goes before the corners it names; with both ends given it is the radius of all. */
static Corners corners_of(MuMarkContext *context)
{
    static const char *const names[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                                        "cornerRadiusBottomLeft"};
    Corners corners = {0};
    bool bar = strcmp(context->mark->name, "bar") == 0, vertical = context->orient == MU_MARK_VERTICAL;
    const MuRef *all = mu_ref_property(context, "cornerRadius", NULL), *end = NULL;
    if (bar && context->orient)
        end = mu_ref_property(context, "cornerRadiusEnd", NULL);
    bool ranged = context->defs[vertical ? MU_CHANNEL_Y2 : MU_CHANNEL_X2];
    for (size_t i = 0; i < 4; i++) {
        bool at_end = vertical ? i < 2 : i == 1 || i == 2;
        const MuRef *own = mu_ref_property(context, names[i], NULL);
        if (end && !ranged && at_end)
            own = end;
        corners.radii[i] = own ? own : end && ranged ? end : all;
        corners.any = corners.any || shows_radius(corners.radii[i]);
    }
    return corners;
}

static void set_corners(const MuMarkContext *context, const Corners *corners, MuItem *item, size_t row)
{
    for (size_t i = 0; corners->any && i < 4; i++)
        item->radii[i] = mu_ref_number_or(context, corners->radii[i], row, 0);
}

/* The bars of a stack that is rounded as a whole, and its edges along the stack. */
typedef struct Stack {
    MuItem *group;
    double from, to;
} Stack;

typedef struct Stacks {
    MuMap map;
    const MuColumn *columns[2]; /* that part the stacks from one another */
    size_t column_count;
    bool along_x;
} Stacks;

/* Vega-Lite rounds a stack as a whole: its parts stand in a group that cuts them. */
static bool is_rounded_stack(const MuMarkContext *context, const Corners *corners)
{
    return corners->any && strcmp(context->mark->name, "bar") == 0 && context->stack.offset != MU_STACK_NONE &&
           !mu_def_is_field(context->defs[MU_CHANNEL_SIZE]);
}

static Stacks stacks_of(MuMarkContext *context)
{
    Stacks stacks = {.along_x = context->stack.channel == MU_CHANNEL_X};
    MuChannel across = stacks.along_x ? MU_CHANNEL_Y : MU_CHANNEL_X;
    const MuChannel channels[] = {across, mu_channel_offset(across)};
    for (size_t i = 0; i < 2; i++) {
        const MuChannelDef *def = context->defs[channels[i]];
        MuColumn *column = mu_def_is_field(def) ? mu_table_field(context->table, def->column) : NULL;
        if (column)
            stacks.columns[stacks.column_count++] = column;
    }
    return stacks;
}

static Stack *stack_at(MuMarkContext *context, Stacks *stacks, size_t row)
{
    MuBuf key = {.arena = context->arena};
    for (size_t i = 0; i < stacks->column_count; i++)
        mu_value_key(&key, mu_column_value(stacks->columns[i], row));
    MuMapEntry *entry = mu_map_entry(context->arena, &stacks->map, mu_buf_str(&key), NULL);
    if (!entry->value) {
        Stack *stack = entry->value = MU_NEW(context->arena, Stack);
        *stack = (Stack){.group = mu_group_new(context->arena, MU_ROLE_NONE), .from = INFINITY, .to = -INFINITY};
    }
    return entry->value;
}

static void add_part(MuMarkContext *context, Stacks *stacks, const Corners *corners, MuItem *item, size_t row)
{
    Stack *stack = stack_at(context, stacks, row);
    if (!stack->group->group->items.size)
        set_corners(context, corners, stack->group, row);
    bool x = stacks->along_x;
    double from = x ? item->x : item->y, size = x ? item->width : item->height;
    stack->from = fmin(stack->from, from);
    stack->to = fmax(stack->to, from + size);
    mu_group_add(context->arena, stack->group, item);
}

/* A stroke lies over the parts, on the edge that cuts them. */
static MuItem *stack_outline(MuMarkContext *context, const MuItem *stack)
{
    MuItem *outline = mu_item_new(context->arena, MU_ITEM_RECT, MU_ROLE_MARK);
    const MuItem *first = stack->group->items.at[0];
    MuStyle *style = mu_style_new(context->arena);
    *style = *first->style;
    style->fill = (MuPaint){0};
    outline->style = style;
    outline->x = stack->x;
    outline->y = stack->y;
    outline->width = stack->group->width;
    outline->height = stack->group->height;
    memcpy(outline->radii, stack->radii, sizeof outline->radii);
    return outline;
}

static void close_stack(const Stacks *stacks, Stack *stack)
{
    MuItem *group = stack->group, *first = group->group->items.at[0];
    bool x = stacks->along_x;
    group->x = x ? stack->from : first->x;
    group->y = x ? first->y : stack->from;
    group->group->width = x ? stack->to - stack->from : first->width;
    group->group->height = x ? first->height : stack->to - stack->from;
    group->group->clip = true;
    for (size_t i = 0; i < group->group->items.size; i++) {
        group->group->items.at[i]->x -= group->x;
        group->group->items.at[i]->y -= group->y;
    }
}

static void add_stacks(MuMarkContext *context, MuItem *group, Stacks *stacks)
{
    bool outlined = !context->defs[MU_CHANNEL_STROKE];
    group->role = MU_ROLE_NONE; /* like Vega's groups, they move what stands beside the view */
    for (size_t i = 0; i < stacks->map.size; i++) {
        Stack *stack = stacks->map.entries[i].value;
        close_stack(stacks, stack);
        mu_group_add(context->arena, group, stack->group);
        const MuStyle *style = stack->group->group->items.at[0]->style;
        if (outlined && mu_paint_shows(&style->stroke_paint, 1))
            mu_group_add(context->arena, group, stack_outline(context, stack->group));
    }
}

static void draw_rects(MuMarkContext *context, MuItem *group, MuExtentRef x, MuExtentRef y)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    MuRowGroup rows = mu_mark_rows(context);
    Corners corners = corners_of(context);
    bool stacked = is_rounded_stack(context, &corners);
    Stacks stacks = stacks_of(context);
    for (size_t i = 0; i < rows.size; i++) {
        MuItem *item = mu_item_new(context->arena, MU_ITEM_RECT, MU_ROLE_MARK);
        size_t row = rows.rows[i];
        if (!mu_extent_at(context, x, row, &item->x, &item->width) ||
            !mu_extent_at(context, y, row, &item->y, &item->height))
            continue;
        item->style = mu_style_at(context, &style, row);
        mu_extras_set(context, &extras, item, row);
        if (stacked) {
            add_part(context, &stacks, &corners, item, row);
            continue;
        }
        set_corners(context, &corners, item, row);
        mu_group_add(context->arena, group, item);
    }
    if (stacked)
        add_stacks(context, group, &stacks);
}

static void draw(MuMarkContext *context, MuItem *group)
{
    draw_rects(context, group, mu_ref_rect(context, MU_CHANNEL_X), mu_ref_rect(context, MU_CHANNEL_Y));
}

/* A tick is as thick as `thickness` across its orient and fills its band along it. */
static void draw_tick(MuMarkContext *context, MuItem *group)
{
    bool horizontal = context->orient == MU_MARK_HORIZONTAL;
    MuChannel across = horizontal ? MU_CHANNEL_Y : MU_CHANNEL_X, along = horizontal ? MU_CHANNEL_X : MU_CHANNEL_Y;
    MuRef *thickness = mu_ref_property(context, "thickness", NULL);
    MuExtentRef thin = {
        .form = MU_EXTENT_CENTER_SIZE, .at = mu_ref_point(context, across, MU_PLACE_MIDDLE), .other = thickness};
    MuExtentRef wide = mu_ref_rect(context, along);
    draw_rects(context, group, horizontal ? wide : thin, horizontal ? thin : wide);
}

const MuMarkDef mu_mark_bar = {.name = "bar",
                               .doc = "A rectangle from a base line, or over a range.",
                               .is_rect = true,
                               .filled = true,
                               .draw = draw};
const MuMarkDef mu_mark_rect = {.name = "rect",
                                .doc = "A rectangle that fills its bands or ranges.",
                                .is_rect = true,
                                .filled = true,
                                .draw = draw};
const MuMarkDef mu_mark_tick = {
    .name = "tick", .doc = "A short bar at a value.", .is_rect = true, .filled = true, .draw = draw_tick};
