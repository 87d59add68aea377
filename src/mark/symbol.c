#include "geom/symbol.h"

#include "mark/rows.h"
#include "mark/style.h"

typedef struct Shapes {
    const MuRef *shape, *size, *angle;
    MuStr fixed; /* circle or square; "" by the shape channel */
    MuStr last_name;
    double last_size;
    MuPath *last_path;
} Shapes;

/* The outline of a symbol at 0,0; neighbours of one shape and size share it. */
static MuPath *outline(MuArena *arena, Shapes *shapes, MuStr name, double size)
{
    if (shapes->last_path && shapes->last_size == size && mu_str_eq(shapes->last_name, name))
        return shapes->last_path;
    MuPath *path = MU_NEW(arena, MuPath);
    path->arena = arena;
    const MuSymbol *symbol = mu_symbol_find(name);
    if (symbol)
        symbol->draw(path, size);
    else if (mu_path_parse(path, name))
        mu_path_scale(path, sqrt(size) / 2, sqrt(size) / 2, 0, 0);
    shapes->last_name = name;
    shapes->last_size = size;
    return shapes->last_path = path;
}

static MuItem *symbol_item(MuMarkContext *context, Shapes *shapes, size_t row, double size)
{
    MuStr name = shapes->fixed;
    if (!name.size) {
        MuValue shape = mu_ref_value(context, shapes->shape, row);
        name = shape.kind == MU_STRING ? mu_value_str(shape) : MU_STR("circle");
    }
    if (mu_str_is(name, "circle")) {
        MuItem *item = mu_item_new(context->arena, MU_ITEM_CIRCLE, MU_ROLE_MARK);
        item->width = item->height = sqrt(size);
        return item;
    }
    MuItem *item = mu_item_new(context->arena, MU_ITEM_PATH, MU_ROLE_MARK);
    item->path = outline(context->arena, shapes, name, size);
    item->angle = mu_ref_number_or(context, shapes->angle, row, 0);
    return item;
}

static void draw_symbols(MuMarkContext *context, MuItem *group, MuStr fixed)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    const MuRef *x = mu_ref_point(context, MU_CHANNEL_X, MU_PLACE_MIDDLE);
    const MuRef *y = mu_ref_point(context, MU_CHANNEL_Y, MU_PLACE_MIDDLE);
    Shapes shapes = {.fixed = fixed,
                     .size = mu_ref_channel(context, MU_CHANNEL_SIZE, NULL, NULL),
                     .shape = mu_ref_channel(context, MU_CHANNEL_SHAPE, NULL, NULL),
                     .angle = mu_ref_channel(context, MU_CHANNEL_ANGLE, NULL, NULL)};
    MuRowGroup rows = mu_mark_rows(context);
    for (size_t i = 0; i < rows.size; i++) {
        size_t row = rows.rows[i];
        double px = mu_ref_number(context, x, row), py = mu_ref_number(context, y, row),
               size = mu_ref_number(context, shapes.size, row);
        if (isnan(px) || isnan(py) || !(size >= 0))
            continue;
        MuItem *item = symbol_item(context, &shapes, row, size);
        item->x = px;
        item->y = py;
        item->style = mu_style_at(context, &style, row);
        mu_extras_set(context, &extras, item, row);
        mu_group_add(context->arena, group, item);
    }
}

static void draw_point(MuMarkContext *context, MuItem *group)
{
    draw_symbols(context, group, MU_STR(""));
}
static void draw_circle(MuMarkContext *context, MuItem *group)
{
    draw_symbols(context, group, MU_STR("circle"));
}
static void draw_square(MuMarkContext *context, MuItem *group)
{
    draw_symbols(context, group, MU_STR("square"));
}

const MuMarkDef mu_mark_point = {
    .name = "point", .doc = "A symbol at a place, hollow unless filled.", .draw = draw_point};
const MuMarkDef mu_mark_circle = {.name = "circle", .doc = "A filled circle.", .filled = true, .draw = draw_circle};
const MuMarkDef mu_mark_square = {.name = "square", .doc = "A filled square.", .filled = true, .draw = draw_square};
