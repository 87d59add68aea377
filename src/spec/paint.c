#include "spec/paint.h"

static double object_number(const MuObject *object, const char *key, double fallback)
{
    MuValue value = mu_object_get(object, mu_str(key));
    return value.kind == MU_NUMBER ? value.number : fallback;
}

static MuGradient *gradient_of(MuArena *arena, const MuObject *object, bool radial)
{
    MuGradient *g = MU_NEW(arena, MuGradient);
    MuValue stops = mu_object_get(object, MU_STR("stops"));
    *g = (MuGradient){.radial = radial,
                      .x1 = object_number(object, "x1", radial ? 0.5 : 0),
                      .y1 = object_number(object, "y1", radial ? 0.5 : 0),
                      .x2 = object_number(object, "x2", radial ? 0.5 : 1),
                      .y2 = object_number(object, "y2", radial ? 0.5 : 0),
                      .r1 = object_number(object, "r1", 0),
                      .r2 = object_number(object, "r2", 0.5)};
    if (stops.kind != MU_ARRAY)
        return g;
    MuStop *list = MU_NEW_ARRAY(arena, MuStop, stops.array->size);
    for (size_t i = 0; i < stops.array->size; i++) {
        MuValue stop = stops.array->at[i];
        if (stop.kind != MU_OBJECT)
            continue;
        list[g->size].offset = object_number(stop.object, "offset", 0);
        mu_value_color(mu_object_get(stop.object, MU_STR("color")), &list[g->size++].color);
    }
    g->stops = list;
    return g;
}

bool mu_value_is_gradient(MuValue value)
{
    return value.kind == MU_OBJECT && mu_object_get(value.object, MU_STR("gradient")).kind == MU_STRING;
}

MuPaint mu_paint_of(MuArena *arena, MuValue value)
{
    MuColor color;
    if (mu_value_is_gradient(value)) {
        MuStr kind = mu_value_str(mu_object_get(value.object, MU_STR("gradient")));
        return (MuPaint){.kind = MU_PAINT_GRADIENT,
                         .gradient = gradient_of(arena, value.object, mu_str_is(kind, "radial"))};
    }
    if (mu_value_color(value, &color) && color.a > 0)
        return mu_paint(color);
    return (MuPaint){0};
}
