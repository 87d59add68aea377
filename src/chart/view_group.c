/* A view's group in the scene: its background, axes, marks, legends and title; or the views it is composed of. */
#include "chart/render.h"
#include "guide/props.h"

static bool has_place(const MuView *view)
{
    if (view->unit && (view->unit->defs[MU_CHANNEL_X] || view->unit->defs[MU_CHANNEL_Y]))
        return true;
    for (size_t i = 0; i < view->child_count; i++)
        if (has_place(view->children[i]))
            return true;
    return false;
}

/* The view's background and frame. */
static void frame(MuRender *render, MuScope *scope, MuItem *group)
{
    const MuNode *node = mu_node_get(scope->view->node, "view");
    MuChain chain = has_place(scope->view) ? mu_config_view(render->arena, render->config, node, &render->env)
                                           : mu_config_unframed_view(render->arena, render->config, node, &render->env);
    MuColor fill, stroke;
    group->group->width = group->width = scope->width;
    group->group->height = group->height = scope->height;
    /* A transparent frame is not seen, but takes room between cells, as in Vega. */
    bool filled = mu_chain_color(&chain, "fill", &fill) && fill.a > 0,
         stroked = mu_chain_color(&chain, "stroke", &stroke) && mu_chain_has(&chain, "stroke");
    group->style = mu_style_new(render->arena);
    if (filled)
        group->style->fill = mu_paint(fill);
    if (stroked)
        group->style->stroke_paint = mu_paint(stroke);
    group->style->stroke.width = mu_chain_number(&chain, "strokeWidth", 1);
    MuValue dash = mu_chain_value(&chain, "strokeDash");
    mu_guide_dash(render->arena, dash, &group->style->stroke);
    group->style->opacity = mu_chain_number(&chain, "opacity", 1);
    group->style->fill_opacity = mu_chain_number(&chain, "fillOpacity", 1);
    group->style->stroke_opacity = mu_chain_number(&chain, "strokeOpacity", 1);
    double radius = mu_chain_number(&chain, "cornerRadius", 0);
    for (size_t i = 0; i < 4; i++)
        group->radii[i] = radius;
}

typedef struct ViewGroup {
    MuRender *render;
    MuScope *scope;
    MuGuideContext context;
    MuItem *group;
    MU_VEC(MuItem *) below, above; /* of the marks */
} ViewGroup;

static void add_marks(MuRender *render, MuScope *scope, MuItem *group)
{
    if (scope->brush_below)
        mu_group_add(render->arena, group, scope->brush_below);
    if (scope->view->kind == MU_VIEW_UNIT)
        mu_group_add(render->arena, group, scope->group);
    if (scope->brush_above)
        mu_group_add(render->arena, group, scope->brush_above);
    for (size_t i = 0; i < scope->child_count; i++)
        add_marks(render, scope->children[i], group);
}

double mu_furniture_width(const MuRender *render)
{
    const MuLayoutOptions *layout = &render->layout;
    bool whole =
        layout->contains_padding && (layout->autosize == MU_AUTOSIZE_FIT || layout->autosize == MU_AUTOSIZE_FIT_X);
    return whole || layout->exact_x ? layout->width - layout->padding[0] - layout->padding[2] : NAN;
}

/* To how many px a title is wrapped; 0: not at all. What stands out of the plot is rounded up on each side, so a
 * title has up to 2 px less than the figure. */
static double title_room(const MuRender *render, const MuChain *chain)
{
    const MuLayoutOptions *layout = &render->layout;
    MuStr orient = mu_chain_string(chain, "orient", MU_STR("top"));
    if (mu_str_is(orient, "left") || mu_str_is(orient, "right"))
        return layout->exact_y ? fmax(1, layout->height - layout->padding[1] - layout->padding[3] - 2) : 0;
    double width = mu_furniture_width(render);
    if (layout->exact_x)
        return fmax(1, width - 2);
    return !isnan(width) && mu_chain_bool(chain, "wrap", false) ? width : 0;
}

static void add_title(ViewGroup *g)
{
    MuRender *render = g->render;
    const MuNode *node = mu_node_get(g->scope->view->node, "title");
    if (g->scope->label) {
        mu_group_add(render->arena, g->group, g->scope->label);
        return;
    }
    if (!node || node->kind == MU_NULL)
        return;
    const MuNode *definition =
        node->kind == MU_OBJECT && !mu_node_get(node, "expr") ? node : mu_node_with(render->arena, NULL, "text", node);
    if (mu_node_is_string(mu_node_get(definition, "text"), ""))
        return; /* nor a subtitle without a title */
    MuTitleSpec spec = {.chain = mu_config_title(render->arena, render->config, definition, &render->env),
                        .composed = mu_view_is_composed(g->scope->view)};
    if (g->scope == render->root)
        spec.wrap = title_room(render, &spec.chain);
    MuItem *item = mu_title_make(&g->context, &spec);
    if (item)
        mu_group_add(render->arena, g->group, item);
}

static void add_caption(ViewGroup *g)
{
    MuRender *render = g->render;
    const MuNode *node = mu_caption_filled(render);
    if (!mu_node_is(node, MU_OBJECT))
        return;
    double width = mu_furniture_width(render);
    MuCaptionSpec spec = {.chain = mu_config_part(render->arena, render->config, node, "caption", &render->env),
                          .width = isnan(width) ? fmax(g->scope->width, 200) : width};
    MuItem *item = mu_caption_make(&g->context, &spec);
    if (item)
        mu_group_add(render->arena, g->group, item);
}

static void add_all(MuArena *arena, MuItem *group, MuItem *const *items, size_t size)
{
    for (size_t i = 0; i < size; i++)
        mu_group_add(arena, group, items[i]);
}

static void sort_axis(ViewGroup *g, MuItem *item)
{
    if (item && item->zindex > 0)
        MU_PUSH(g->render->arena, &g->above, item);
    else if (item)
        MU_PUSH(g->render->arena, &g->below, item);
}

/* A plot: its frame, axes and marks. Of axes that stand in the headers of a facet it has the grid lines. */
static void fill_plot(ViewGroup *g)
{
    MuView *view = g->scope->view;
    for (size_t i = 0; i < view->axes.size; i++) {
        MuAxisParts parts = view->axes.at[i]->in_header ? MU_AXIS_GRID : MU_AXIS_ALL;
        MuAxisItems items = mu_guide_axis(g->render, g->scope, view->axes.at[i], parts);
        sort_axis(g, items.grid);
        sort_axis(g, items.main);
    }
    add_all(g->render->arena, g->group, g->below.at, g->below.size);
    add_marks(g->render, g->scope, g->group);
    add_all(g->render->arena, g->group, g->above.at, g->above.size);
    mu_plot_labels(g->render, g->scope, g->group);
}

/* The outermost view is as wide or high as all its plots are. */
static void set_common_size(ViewGroup *g)
{
    double width = mu_scope_plot_side(g->render, g->scope, true),
           height = mu_scope_plot_side(g->render, g->scope, false);
    g->group->group->width = g->group->width = isnan(width) ? 0 : width;
    g->group->group->height = g->group->height = isnan(height) ? 0 : height;
}

static void add_legends(ViewGroup *g)
{
    const MuView *view = g->scope->view;
    for (size_t i = 0; i < view->legends.size; i++) {
        MuItem *item = mu_guide_legend(g->render, g->scope, view->legends.at[i]);
        if (item)
            mu_group_add(g->render->arena, g->group, item);
    }
}

MuItem *mu_view_group(MuRender *render, MuScope *scope)
{
    ViewGroup g = {.render = render,
                   .scope = scope,
                   .context = mu_guide_context(render, scope),
                   .group = mu_group_new(render->arena, MU_ROLE_VIEW)};
    scope->item = g.group;
    if (!mu_view_is_composed(scope->view))
        frame(render, scope, g.group);
    else if (scope == render->root)
        set_common_size(&g);
    if (scope->empty)
        return g.group;
    if (mu_view_is_composed(scope->view))
        mu_compose(render, scope, g.group);
    else
        fill_plot(&g);
    add_legends(&g);
    add_title(&g);
    if (scope == render->root)
        add_caption(&g);
    return g.group;
}

bool mu_pass_guides(MuRender *render)
{
    /* A mark's property by row says nothing of a legend's symbol: there, datum has none of the row's fields. */
    render->env.datum = mu_object_value(mu_object_new(render->arena));
    mu_view_group(render, render->root);
    render->env.datum = mu_undefined();
    return render->diags->errors == 0;
}
