/* The sizes of views: said, by config, or a step for each value of a discrete scale. */
#include "chart/render.h"

static double padding_of(const MuScaleModel *model, MuScaleKey key)
{
    const MuSetting *own = &model->settings[key], *both = &model->settings[MU_KEY_PADDING];
    if (own->origin != MU_ABSENT)
        return mu_to_number(own->value);
    return both->origin != MU_ABSENT ? mu_to_number(both->value) : 0;
}

static double scale_space(const MuScope *scope, MuChannel channel)
{
    const MuScaleModel *model = mu_view_scale(scope->view, channel);
    const MuScale *scale = mu_scope_scale(scope, channel);
    bool point = scale->type == MU_SCALE_POINT;
    double outer = padding_of(model, MU_KEY_PADDING_OUTER);
    return mu_band_space(scale->value_count, point ? 1 : padding_of(model, MU_KEY_PADDING_INNER), outer);
}

/* The first unit of a plot that shifts its marks in their bands. */
static const MuScope *offset_scope(const MuScope *scope, MuChannel offset)
{
    if (scope->view->kind == MU_VIEW_UNIT)
        return mu_channel_field_or_datum(scope->view->unit->defs[offset]) ? scope : NULL;
    for (size_t i = 0; i < scope->child_count; i++) {
        const MuScope *found = offset_scope(scope->children[i], offset);
        if (found)
            return found;
    }
    return NULL;
}

/* The step of a band: `step` px, or as many of them as the offset scale inside it needs. */
static double band_step(const MuScope *scope, MuChannel channel, double step, bool for_position)
{
    MuChannel offset = mu_channel_offset(channel);
    const MuScope *unit = offset_scope(scope, offset);
    const MuScale *scale = unit ? mu_scope_scale(unit, offset) : NULL;
    if (!scale || for_position || !scale->def->discrete)
        return step;
    size_t values = scale->value_count;
    double count = (double)values;
    if (scale->type == MU_SCALE_BAND) {
        const MuScaleModel *model = mu_view_scale(unit->view, offset);
        count = mu_band_space(values, padding_of(model, MU_KEY_PADDING_INNER), padding_of(model, MU_KEY_PADDING_OUTER));
    }
    return step * count / (1 - padding_of(mu_view_scale(scope->view, channel), MU_KEY_PADDING_INNER));
}

static double size_by_step(const MuScope *scope, MuChannel channel, double step, bool for_position)
{
    return band_step(scope, channel, step, for_position) * scale_space(scope, channel);
}

static const MuNode *discrete_size(const MuRender *render, bool x)
{
    return mu_node_path(render->config, "view", x ? "discreteWidth" : "discreteHeight", NULL);
}

/* Pies have no scale of x or y, and would be tiny in a step. */
static bool is_arc(const MuView *view)
{
    return view->unit && strcmp(view->unit->mark->name, "arc") == 0;
}

static double default_size(MuRender *render, const MuScope *scope, bool x)
{
    MuChannel channel = x ? MU_CHANNEL_X : MU_CHANNEL_Y;
    const MuScale *scale = mu_scope_scale(scope, channel);
    const MuNode *view = mu_node_get(render->config, "view"), *discrete = discrete_size(render, x);
    double step = mu_config_step(render->config, x);
    if (scale ? !scale->def->discrete : is_arc(scope->view))
        return mu_node_number(mu_node_get(view, x ? "continuousWidth" : "continuousHeight"), 300);
    const MuScaleModel *model = mu_view_scale(scope->view, channel);
    const MuSetting *range = model ? &model->settings[MU_KEY_RANGE] : NULL;
    if (scale && range && mu_node_is(mu_node_get(range->node, "step"), MU_NUMBER))
        return size_by_step(scope, channel, mu_node_get(range->node, "step")->number, true);
    if (mu_node_is(discrete, MU_NUMBER))
        return discrete->number;
    return scale ? size_by_step(scope, channel, step, false) : step;
}

/* What a view or the first of its layers that does says of its size. */
static const MuNode *said_size(const MuView *view, bool x)
{
    const MuNode *said = x ? view->width : view->height;
    for (size_t i = 0; i < view->child_count && !said; i++)
        said = said_size(view->children[i], x);
    return said;
}

static void fit_side(MuRender *render, bool x)
{
    bool other_fits = render->layout.autosize == MU_AUTOSIZE_FIT ||
                      render->layout.autosize == (x ? MU_AUTOSIZE_FIT_Y : MU_AUTOSIZE_FIT_X);
    render->layout.autosize = other_fits ? MU_AUTOSIZE_FIT : x ? MU_AUTOSIZE_FIT_X : MU_AUTOSIZE_FIT_Y;
}

static void unfit_side(MuRender *render, bool x)
{
    if (render->layout.autosize == MU_AUTOSIZE_FIT)
        render->layout.autosize = x ? MU_AUTOSIZE_FIT_Y : MU_AUTOSIZE_FIT_X;
    else if (render->layout.autosize == (x ? MU_AUTOSIZE_FIT_X : MU_AUTOSIZE_FIT_Y))
        render->layout.autosize = MU_AUTOSIZE_PAD;
}

static double side_size(MuRender *render, const MuScope *scope, bool x);

/* Layers with scales of their own: as large as the largest asks for. */
static double largest_layer(MuRender *render, const MuScope *scope, bool x)
{
    double size = NAN;
    for (size_t i = 0; i < scope->child_count; i++)
        size = fmax(size, side_size(render, scope->children[i], x));
    return size;
}

/* Does the size follow from a step for each value of a discrete scale? */
static bool is_by_step(const MuRender *render, const MuScope *scope, bool x)
{
    const MuNode *said = said_size(scope->view, x);
    MuChannel channel = x ? MU_CHANNEL_X : MU_CHANNEL_Y;
    const MuScale *scale = mu_scope_scale(scope, channel);
    if (!scale || !scale->def->discrete || mu_node_is(said, MU_NUMBER) || mu_node_is(said, MU_STRING))
        return false;
    return said || !mu_node_is(discrete_size(render, x), MU_NUMBER);
}

static double side_size(MuRender *render, const MuScope *scope, bool x)
{
    const MuNode *said = said_size(scope->view, x), *step = mu_node_get(said, "step");
    MuChannel channel = x ? MU_CHANNEL_X : MU_CHANNEL_Y;
    bool is_whole = scope == render->root;
    const MuScale *scale = mu_scope_scale(scope, channel);
    bool discrete = scale && scale->def->discrete;
    if (mu_node_is(said, MU_NUMBER))
        return said->number;
    if (mu_node_is_string(said, "container")) {
        if (is_whole) {
            fit_side(render, x);
            render->layout.contains_padding = true;
        }
        /* there is no page to ask: as large as a continuous view */
        return mu_node_number(mu_node_path(render->config, "view", x ? "continuousWidth" : "continuousHeight", NULL),
                              300);
    }
    if (!scale && scope->child_count)
        return largest_layer(render, scope, x);
    if (is_whole && is_by_step(render, scope, x))
        unfit_side(render, x); /* a size that follows from steps cannot be fitted */
    if (mu_node_is(step, MU_NUMBER) && discrete)
        return size_by_step(scope, channel, step->number, mu_node_is_string(mu_node_get(said, "for"), "position"));
    return default_size(render, scope, x);
}

static double side_of(const MuScope *scope, bool x)
{
    return x ? scope->width : scope->height;
}

void mu_scope_set_side(MuScope *scope, bool x, double size)
{
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    *(x ? &scope->width : &scope->height) = size;
    if (mu_view_is_composed(scope->view) && scope->view->independent[x ? MU_CHANNEL_X : MU_CHANNEL_Y])
        return;
    for (size_t i = 0; i < count; i++)
        mu_scope_set_side(parts[i], x, size);
}

/* Views of a concat that share a scale are of one size: the first that one of them says, else the first. */
static double common_side(const MuScope *scope, bool x)
{
    for (size_t i = 0; i < scope->child_count; i++)
        if (said_size(scope->children[i]->view, x))
            return side_of(scope->children[i], x);
    return scope->child_count ? side_of(scope->children[0], x) : NAN;
}

static void share_side(MuScope *scope, bool x)
{
    MuChannel channel = x ? MU_CHANNEL_X : MU_CHANNEL_Y;
    const MuView *view = scope->view;
    if (view->independent[channel] || !mu_view_scale(view, channel))
        return;
    mu_scope_set_side(scope, x, common_side(scope, x));
}

double mu_scope_plot_side(const MuRender *render, const MuScope *scope, bool x)
{
    if (!mu_view_is_composed(scope->view))
        return side_of(scope, x);
    if (scope->view->kind == MU_VIEW_FACET || scope->view->columns != (x ? 1 : 0))
        return NAN;
    double common = NAN;
    for (size_t i = 0; i < scope->child_count; i++) {
        const MuScope *child = scope->children[i];
        double side = mu_scope_plot_side(render, child, x);
        if ((i && side != common) || (!mu_view_is_composed(child->view) && is_by_step(render, child, x)))
            return NAN;
        common = side;
    }
    return common;
}

void mu_scope_set_plot_side(MuScope *scope, bool x, double size)
{
    if (!mu_view_is_composed(scope->view))
        mu_scope_set_side(scope, x, size);
    for (size_t i = 0; i < scope->child_count && mu_view_is_composed(scope->view); i++)
        mu_scope_set_plot_side(scope->children[i], x, size);
}

/* Only a side that all plots of a composed figure have in common can be fitted, and not both at once. */
static void settle_autosize(MuRender *render)
{
    MuLayoutOptions *layout = &render->layout;
    double width = mu_scope_plot_side(render, render->root, true),
           height = mu_scope_plot_side(render, render->root, false);
    layout->width = isnan(width) ? 0 : width;
    layout->height = isnan(height) ? 0 : height;
    bool fits = (layout->autosize == MU_AUTOSIZE_FIT_X && !isnan(width)) ||
                (layout->autosize == MU_AUTOSIZE_FIT_Y && !isnan(height));
    if (!mu_view_is_composed(render->root->view) || fits || layout->autosize == MU_AUTOSIZE_PAD)
        return;
    layout->autosize = MU_AUTOSIZE_PAD;
    const MuNode *said = mu_node_get(render->normal, "autosize");
    if (said)
        mu_diag(render->diags, MU_DIAG_FIT_COMPOSED, said->span);
}

static void size_view(MuRender *render, MuScope *scope)
{
    if (!mu_view_is_composed(scope->view)) {
        mu_scope_set_side(scope, true, side_size(render, scope, true));
        mu_scope_set_side(scope, false, side_size(render, scope, false));
        return;
    }
    for (size_t i = 0; i < scope->child_count; i++)
        size_view(render, scope->children[i]);
    for (size_t i = 0; scope->facet && i < scope->facet->cell_count; i++)
        size_view(render, scope->facet->cells[i]);
    share_side(scope, true);
    share_side(scope, false);
}

static const MuNode *of_spec_or_config(const MuRender *render, const char *name)
{
    const MuNode *node = mu_node_get(render->normal, name);
    return node ? node : mu_node_get(render->config, name);
}

bool mu_pass_sizes(MuRender *render)
{
    mu_layout_options_init(&render->layout);
    mu_layout_read_autosize(&render->layout, of_spec_or_config(render, "autosize"));
    mu_layout_read_padding(&render->layout, of_spec_or_config(render, "padding"));
    mu_layout_read_legends(&render->layout, mu_node_path(render->config, "legend", "layout", NULL));
    size_view(render, render->root);
    settle_autosize(render);
    return mu_outer_read(render);
}
