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

static MuInvalid invalid_mode(const MuNode *node, bool path)
{
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
    return path ? MU_INVALID_BREAK_SHOW : MU_INVALID_FILTER;
}

MuInvalid mu_unit_invalid(const MuUnit *unit)
{
    return invalid_mode(mu_mark_property(&unit->chain, "invalid", NULL), unit->mark->is_path);
}

static bool marks_keep_invalid(const MuUnit *unit, MuInvalid mode)
{
    bool breaks = mode == MU_INVALID_BREAK_SHOW || mode == MU_INVALID_BREAK_FILTER;
    return mode == MU_INVALID_SHOW || (breaks && unit->mark->is_path);
}

MuTable *mu_scope_mark_table(const MuScope *unit)
{
    return marks_keep_invalid(unit->view->unit, mu_unit_invalid(unit->view->unit)) ? unit->pre : unit->main;
}

/* As in Vega-Lite, only what config and styles say of a mark moves its domains to another table than its own:
 * its definition decides about both at once. */
MuTable *mu_scope_domain_table(const MuScope *scope)
{
    const MuUnit *unit = scope->view->unit;
    const MuNode *said = mu_mark_config(&unit->chain, "invalid");
    MuInvalid mode = invalid_mode(said, unit->mark->is_path);
    bool keeps = mode == MU_INVALID_BREAK_SHOW || mode == MU_INVALID_SHOW;
    if (keeps == marks_keep_invalid(unit, mode))
        return mu_scope_mark_table(scope);
    return keeps ? scope->pre : scope->main;
}

double mu_config_step(const MuNode *config, bool x)
{
    const MuNode *view = mu_node_get(config, "view"),
                 *discrete = mu_node_get(view, x ? "discreteWidth" : "discreteHeight");
    if (mu_node_is(discrete, MU_NUMBER))
        return NAN;
    return mu_node_number(mu_node_get(discrete, "step"), mu_node_number(mu_node_get(view, "step"), 20));
}
