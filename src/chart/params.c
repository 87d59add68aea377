/* Variable parameters and the names that expressions see. */
#include "chart/render.h"

static bool is_size(MuRender *render, MuStr name, MuValue *value)
{
    bool width = mu_str_is(name, "width"), height = mu_str_is(name, "height");
    if ((!width && !height) || !render->current || isnan(width ? render->current->width : render->current->height))
        return false;
    *value = mu_number(width ? render->current->width : render->current->height);
    return true;
}

/* A param may stand before those that it is computed from. */
static void evaluate(MuRender *render, size_t i)
{
    MuParam *param = &render->params.at[i];
    const MuNode *expr = param->expr;
    if (!expr || param->busy)
        return;
    param->busy = true;
    MuExpr *compiled = mu_expr_compile(render->arena, expr->string, expr->span, render->diags);
    MuValue value = compiled ? mu_expr_eval(compiled, &render->env) : mu_null();
    param = &render->params.at[i];
    param->value = value;
    param->expr = NULL;
    param->busy = false;
}

static bool find_name(void *context, MuStr name, MuValue *value)
{
    MuRender *render = context;
    for (size_t i = 0; i < render->params.size; i++)
        if (mu_str_eq(render->params.at[i].name, name)) {
            if (render->params.at[i].busy)
                return false;
            evaluate(render, i);
            *value = render->params.at[i].value;
            return true;
        }
    return is_size(render, name, value);
}

static MuScale *named_scale(const MuRender *render, const MuValue *arguments, size_t count)
{
    if (!count || arguments[0].kind != MU_STRING || !render->current)
        return NULL;
    MuChannel channel = mu_channel_find(mu_value_str(arguments[0]));
    return channel == MU_CHANNEL_COUNT ? NULL : mu_scope_scale(render->current, channel);
}

static MuValue domain_array(MuArena *arena, const MuScale *scale)
{
    size_t size = scale->def->discrete ? scale->value_count : scale->domain_size;
    MuValue array = mu_array_new(arena, size);
    for (size_t i = 0; i < size; i++)
        array.array->at[i] = scale->def->discrete ? scale->values[i] : mu_number(scale->domain[i]);
    return array;
}

static MuValue range_array(MuArena *arena, const MuScale *scale)
{
    MuValue array = mu_array_new(arena, scale->range_kind == MU_RANGE_NUMBERS ? scale->range_size : 0);
    for (size_t i = 0; i < array.array->size; i++)
        array.array->at[i] = mu_number(scale->range[i]);
    return array;
}

static bool call(void *context, MuStr function, const MuValue *arguments, size_t count, MuArena *arena, MuValue *value)
{
    MuRender *render = context;
    const MuScale *scale = named_scale(render, arguments, count);
    *value = mu_undefined();
    if (mu_str_is(function, "vlSelectionTest")) {
        bool selected;
        if (!mu_selection_test(render, mu_value_str(arguments[0]), arguments[1], &selected))
            return false;
        *value = mu_bool(selected);
    } else if (mu_str_is(function, "scale"))
        *value = scale && count > 1 ? mu_scale_value(scale, arguments[1]) : mu_undefined();
    else if (mu_str_is(function, "invert"))
        *value = scale && count > 1 ? mu_number(mu_scale_invert(scale, mu_to_number(arguments[1]))) : mu_undefined();
    else if (mu_str_is(function, "bandwidth"))
        *value = mu_number(scale ? scale->bandwidth : 0);
    else if (mu_str_is(function, "domain"))
        *value = scale ? domain_array(arena, scale) : mu_array_new(arena, 0);
    else if (mu_str_is(function, "range"))
        *value = scale ? range_array(arena, scale) : mu_array_new(arena, 0);
    else
        return false;
    return true;
}

static void add_param(MuRender *render, const MuNode *node)
{
    const MuNode *name = mu_node_get(node, "name"), *value = mu_node_get(node, "value"),
                 *expr = mu_node_get(node, "expr");
    if (!mu_node_is(name, MU_STRING))
        return;
    MuParam param = {.name = name->string, .value = mu_null()};
    if (mu_node_get(node, "select"))
        param.value = mu_object_value(mu_object_new(render->arena));
    else if (value)
        param.value = mu_node_value(render->arena, value);
    else if (mu_node_is(expr, MU_STRING))
        param.expr = expr;
    MU_PUSH(render->arena, &render->params, param);
}

static void add_params(MuRender *render, const MuNode *view)
{
    static const char *const lists[] = {"layer", "concat", "hconcat", "vconcat"};
    const MuNode *params = mu_node_get(view, "params"), *cell = mu_node_get(view, "spec");
    for (size_t i = 0; mu_node_is(params, MU_ARRAY) && i < params->array.size; i++)
        add_param(render, params->array.at[i]);
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        const MuNode *views = mu_node_get(view, lists[l]);
        for (size_t i = 0; mu_node_is(views, MU_ARRAY) && i < views->array.size; i++)
            add_params(render, views->array.at[i]);
    }
    if (cell)
        add_params(render, cell);
}

bool mu_pass_params(MuRender *render)
{
    render->env = (MuEnv){.vega = render->vega,
                          .name = find_name,
                          .call = call,
                          .context = render,
                          .arena = render->arena,
                          .diags = render->diags,
                          .zone = render->zone,
                          .locale = render->locale};
    add_params(render, mu_node_path(render->config, "params", NULL) ? render->config : NULL);
    add_params(render, render->normal);
    for (size_t i = 0; i < render->params.size; i++)
        evaluate(render, i);
    return render->diags->errors == 0;
}
