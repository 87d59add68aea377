#include "chart/render.h"

MuScale *mu_scope_scale(const MuScope *scope, MuChannel channel)
{
    for (; scope; scope = scope->parent)
        if (scope->scales[channel])
            return scope->scales[channel];
    return NULL;
}

MuScope *const *mu_scope_parts(const MuScope *scope, size_t *count)
{
    *count = scope->facet ? scope->facet->cell_count : scope->child_count;
    return scope->facet ? scope->facet->cells : scope->children;
}

MuScope *mu_scope_of_view(MuScope *scope, const MuView *view)
{
    if (scope->view == view)
        return scope;
    for (size_t i = 0; i < scope->child_count; i++) {
        MuScope *found = mu_scope_of_view(scope->children[i], view);
        if (found)
            return found;
    }
    return NULL;
}

void mu_scope_each_unit(MuScope *scope, void (*fn)(MuRender *render, MuScope *unit), MuRender *render)
{
    if (scope->view->kind == MU_VIEW_UNIT)
        fn(render, scope);
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        mu_scope_each_unit(parts[i], fn, render);
}

MuInvalid mu_unit_invalid(const MuUnit *unit)
{
    const MuNode *node = mu_mark_property(&unit->chain, "invalid", NULL);
    MuStr mode = mu_node_string(node, MU_STR(""));
    if (node && node->kind == MU_NULL)
        return MU_INVALID_SHOW;
    if (mu_str_is(mode, "filter"))
        return MU_INVALID_FILTER;
    if (mu_str_is(mode, "break-paths-show-domains"))
        return MU_INVALID_BREAK_SHOW;
    if (mu_str_is(mode, "break-paths-filter-domains"))
        return MU_INVALID_BREAK_FILTER;
    if (mu_str_is(mode, "show"))
        return MU_INVALID_SHOW;
    return unit->mark->is_path ? MU_INVALID_BREAK_SHOW : MU_INVALID_FILTER;
}

MuTable *mu_scope_domain_table(const MuRender *render, const MuScope *unit)
{
    (void)render;
    MuInvalid invalid = mu_unit_invalid(unit->view->unit);
    return invalid == MU_INVALID_BREAK_SHOW || invalid == MU_INVALID_SHOW ? unit->pre : unit->main;
}

double mu_config_step(const MuNode *config, bool x)
{
    const MuNode *view = mu_node_get(config, "view"),
                 *discrete = mu_node_get(view, x ? "discreteWidth" : "discreteHeight");
    if (mu_node_is(discrete, MU_NUMBER))
        return NAN;
    return mu_node_number(mu_node_get(discrete, "step"), mu_node_number(mu_node_get(view, "step"), 20));
}
