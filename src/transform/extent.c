#include "transform/engine.h"

/* One more name in front of an environment. */
typedef struct Overlay {
    MuEnv outer;
    MuStr name;
    MuValue value;
} Overlay;

static bool get_name(void *context, MuStr name, MuValue *value)
{
    Overlay *overlay = context;
    if (mu_str_eq(name, overlay->name)) {
        *value = overlay->value;
        return true;
    }
    return overlay->outer.name && overlay->outer.name(overlay->outer.context, name, value);
}

static bool call(void *context, MuStr function, const MuValue *arguments, size_t count, MuArena *arena, MuValue *value)
{
    Overlay *overlay = context;
    return overlay->outer.call && overlay->outer.call(overlay->outer.context, function, arguments, count, arena, value);
}

/* From here on expressions know the extent by its name. */
static void define(MuTransformContext *context, MuStr name, MuValue value)
{
    Overlay *overlay = MU_NEW(context->arena, Overlay);
    *overlay = (Overlay){*context->env, name, value};
    context->env->name = get_name;
    context->env->call = call;
    context->env->context = overlay;
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "extent"), *param = mu_node_get(node, "param");
    if (!mu_node_is(field, MU_STRING) || !mu_node_is(param, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "extent", "a field and a name in 'param'");
        return NULL;
    }
    MuColumn *column = mu_transform_numbers(table, field, context->diags);
    if (!column)
        return NULL;
    const double *numbers = mu_column_numbers(context->arena, column);
    double least = INFINITY, greatest = -INFINITY;
    for (size_t i = 0; i < table->size; i++) {
        double x = numbers[mu_table_row(table, i)];
        least = x < least ? x : least;
        greatest = x > greatest ? x : greatest;
    }
    bool any = isfinite(least) && isfinite(greatest);
    MuValue extent = mu_array_new(context->arena, 2);
    extent.array->at[0] = any ? mu_number(least) : mu_undefined();
    extent.array->at[1] = any ? mu_number(greatest) : mu_undefined();
    define(context, param->string, extent);
    return table;
}

const MuTransformDef mu_transform_extent = {
    .name = "extent",
    .doc = "gives the least and the greatest value of a field to a param",
    .key = "extent",
    .run = run,
};
