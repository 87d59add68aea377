/* Layout and the finished scene. */
#include "chart/render.h"
#include "spec/preset.h"

/* Headers of a facet, which may hold axes, are laid out like views of their own. */
static void layout_parts(MuRender *render, const MuTrellisPart *parts, const MuLayoutOptions *options)
{
    for (size_t i = 0; i < parts->size; i++)
        mu_layout_view(parts->items[i], options, render->arena, mu_render_text(render));
}

static void layout_trellis(MuRender *render, const MuTrellis *trellis, const MuLayoutOptions *options)
{
    const MuTrellisPart *parts[] = {&trellis->row_headers,    &trellis->column_headers, &trellis->row_footers,
                                    &trellis->column_footers, &trellis->row_title,      &trellis->column_title};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        layout_parts(render, parts[i], options);
    mu_layout_trellis(trellis, render->arena);
}

/* What is inside first. */
static void layout_scope(MuRender *render, MuScope *scope)
{
    MuLayoutOptions options = render->layout;
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    options.nested = true;
    for (size_t i = 0; i < count && !scope->empty; i++)
        layout_scope(render, parts[i]);
    if (scope->trellis)
        layout_trellis(render, scope->trellis, &options);
    options.nested = scope != render->root;
    if (scope->item)
        mu_layout_view(scope->item, &options, render->arena, mu_render_text(render));
}

/* Vega's fit is two rounds, not a fixpoint: the first decides the size and the origin. */
bool mu_pass_layout(MuRender *render)
{
    bool first = !render->laid_out;
    layout_scope(render, render->root);
    if (mu_outer_given(render))
        return mu_outer_layout(render);
    render->size_changed = false;
    if (!first)
        return true;
    MuLayoutResult result = mu_layout_canvas(render->root->item, &render->layout);
    render->laid_out = true;
    render->origin_x = result.origin_x;
    render->origin_y = result.origin_y;
    render->canvas_width = result.canvas_width;
    render->canvas_height = result.canvas_height;
    bool wider = result.view_width != render->layout.width, higher = result.view_height != render->layout.height;
    render->size_changed = wider || higher;
    if (wider)
        mu_scope_set_plot_side(render->root, true, result.view_width);
    if (higher)
        mu_scope_set_plot_side(render->root, false, result.view_height);
    return true;
}

static MuStr text_of(MuRender *render, const MuNode *node)
{
    if (mu_node_is(node, MU_OBJECT))
        node = mu_node_get(node, "text");
    if (!node || node->kind == MU_NULL)
        return MU_STR("");
    MuValue value = mu_node_value(render->arena, node);
    MuBuf buf = {.arena = render->arena};
    if (value.kind != MU_ARRAY)
        return mu_to_string(render->arena, value);
    for (size_t i = 0; i < value.array->size; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? " " : "", MU_FMT(mu_to_string(render->arena, value.array->at[i])));
    return mu_buf_str(&buf);
}

MuPaint mu_render_background(MuRender *render)
{
    const MuNode *node = mu_node_get(render->normal, "background");
    MuColor color;
    if (render->options->background.size)
        return mu_color_parse(render->options->background, &color) && color.a > 0 ? mu_paint(color) : (MuPaint){0};
    if (!node)
        node = mu_node_get(render->config, "background");
    if (!node || !mu_value_color(mu_node_evaluate(node, &render->env, render->arena), &color) || color.a == 0)
        return (MuPaint){0};
    return mu_paint(color);
}

/* Of a figure whose size was given in a unit of paper, or by a preset for print. */
static double physical_width(const MuRender *render)
{
    const MuLength *width = &render->outer.width, *height = &render->outer.height;
    if (render->outer.by_preset && render->preset->mm > 0)
        return render->preset->mm;
    bool paper = (width->number > 0 && width->unit != MU_PX) || (height->number > 0 && height->unit != MU_PX);
    return paper ? render->canvas_width * 25.4 / 96 : 0;
}

bool mu_pass_finish(MuRender *render)
{
    MuScene *scene = render->scene = MU_NEW(render->arena, MuScene);
    MuItem *root = mu_group_new(render->arena, MU_ROLE_ROOT);
    scene->arena = render->arena;
    scene->width = render->canvas_width;
    scene->height = render->canvas_height;
    scene->physical_width_mm = physical_width(render);
    scene->background = mu_render_background(render);
    mu_say_hidden_labels(render, render->root);
    scene->title = text_of(render, mu_node_get(render->normal, "title"));
    scene->description = text_of(render, mu_node_get(render->normal, "description"));
    scene->source = text_of(render, mu_node_get(mu_caption_filled(render), "source"));
    scene->language = mu_str(render->locale->name);
    root->x = render->origin_x;
    root->y = render->origin_y;
    mu_group_add(render->arena, root, render->root->item);
    scene->root = root;
    return true;
}
