/* Marks: each unit's rows become items. */
#include "chart/render.h"
#include "mark/rows.h"

static double range_step(const MuScope *scope, MuChannel channel)
{
    const MuScaleModel *model = mu_channel_has_scale(channel) ? mu_view_scale(scope->view, channel) : NULL;
    if (!model || model->settings[MU_KEY_RANGE].origin == MU_ABSENT)
        return NAN;
    MuSetting range = model->settings[MU_KEY_RANGE];
    return range.value.kind == MU_NUMBER ? range.value.number : mu_node_number(mu_node_get(range.node, "step"), NAN);
}

/* Discrete sizes without a word have their step by config; then bands know it too. */
static double implied_step(const MuRender *render, const MuScope *scope, MuChannel channel)
{
    const MuScale *scale = mu_scope_scale(scope, channel);
    const MuNode *size = channel == MU_CHANNEL_X ? scope->view->width : scope->view->height;
    if (!mu_channel_is_xy(channel) || size || !scale || !scale->def->discrete)
        return NAN;
    return mu_config_step(render->config, channel == MU_CHANNEL_X);
}

static double axis_translate(const MuScope *scope, bool x)
{
    for (const MuView *view = scope->view; view; view = view->parent)
        for (size_t i = 0; i < view->axes.size; i++)
            if (view->axes.at[i]->x == x && view->axes.at[i]->definition)
                return mu_node_number(mu_node_get(view->axes.at[i]->definition, "translate"), 0.5);
    return 0.5;
}

double mu_unit_default_opacity(const MuUnit *unit)
{
    static const char *const points[] = {"point", "tick", "circle", "square"};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (strcmp(unit->mark->name, points[i]) == 0 && !unit->aggregated)
            return 0.7;
    return NAN;
}

/* A layer without the channel does not see the scale of the others: a rule with x alone spans the height. */
static bool uses_scale(const MuUnit *unit, MuChannel channel)
{
    if (!mu_channel_has_scale(channel))
        return false;
    return mu_channel_field_or_datum(unit->defs[channel]) ||
           mu_channel_field_or_datum(mu_second_def(unit->defs, channel));
}

static const MuImage *image_at(void *host, MuStr url, MuSpan asked_at)
{
    return mu_render_image(host, url, asked_at);
}

static MuMarkContext context_of(MuRender *render, MuScope *scope)
{
    const MuUnit *unit = scope->view->unit;
    MuMarkContext context = {
        .arena = render->arena,
        .locale = render->locale,
        .zone = render->zone,
        .diags = render->diags,
        .env = &render->env,
        .config = render->config,
        .width = scope->width,
        .height = scope->height,
        .mark = unit->mark,
        .definition = unit->mark_object,
        .chain = unit->chain,
        .filled = unit->filled,
        .orient = unit->orient,
        .default_opacity = mu_unit_default_opacity(unit),
        .stack = unit->stack,
        .image = image_at,
        .image_host = render,
        .axis_translate = {axis_translate(scope, true), axis_translate(scope, false)},
    };
    MuInvalid invalid = mu_unit_invalid(unit);
    bool breaks = unit->mark->is_path && (invalid == MU_INVALID_BREAK_SHOW || invalid == MU_INVALID_BREAK_FILTER);
    context.table = mu_scope_mark_table(scope);
    context.breaks_path = breaks;
    context.shows_invalid = invalid == MU_INVALID_SHOW;
    for (int c = 0; c < MU_CHANNEL_COUNT; c++) {
        const MuChannelDef *def = mu_channel_field_or_datum(unit->defs[c]);
        MuChannel channel = (MuChannel)c;
        context.defs[c] = unit->defs[c];
        context.scales[c] = NULL;
        if (uses_scale(unit, channel) && (!def || !def->scale_off))
            context.scales[c] = mu_scope_scale(scope, channel);
        context.range_steps[c] = range_step(scope, channel);
        if (isnan(context.range_steps[c]))
            context.range_steps[c] = implied_step(render, scope, channel);
    }
    for (size_t i = 0; i < 3; i++) {
        context.lists[i] = unit->lists[i];
        context.list_sizes[i] = unit->list_sizes[i];
    }
    return context;
}

MuPath *mu_scope_clip(MuRender *render, const MuScope *scope)
{
    MuPath *path = MU_NEW(render->arena, MuPath);
    path->arena = render->arena;
    mu_path_rect(path, 0, 0, scope->width, scope->height, (const double[4]){0});
    return path;
}

/* Cut at the view when the mark or a scale's selection domain asks for it. */
static void clip_group(MuRender *render, const MuScope *scope, MuItem *group)
{
    const MuNode *clip = mu_node_get(scope->view->unit->mark_object, "clip");
    bool cut = clip ? mu_to_bool(mu_node_evaluate(clip, &render->env, render->arena))
                    : mu_selection_moves(render, scope->view);
    if (!cut)
        return;
    const MuPath *path = mu_scope_clip(render, scope);
    for (size_t i = 0; i < group->group->items.size; i++)
        group->group->items.at[i]->clip = path;
}

static void unit_marks(MuRender *render, MuScope *scope)
{
    render->current = scope;
    MuMarkContext context = context_of(render, scope);
    if (strcmp(context.mark->name, "text") == 0)
        context.text = mu_render_text(render);
    scope->group = mu_group_new(render->arena, MU_ROLE_MARK);
    if (context.mark->is_path && mu_mark_is_grouped(&context))
        scope->group->role = MU_ROLE_NONE; /* like Vega's group of paths, it moves what stands beside the view */
    MuLabelledList labelled = {0};
    if (scope->view->unit->label)
        context.labelled = &labelled;
    context.mark->draw(&context, scope->group);
    if (scope->view->unit->label)
        mu_unit_labels(render, scope, &context, scope->group);
    mu_say_no_data(render, scope);
    mu_scope_brush(render, scope);
    clip_group(render, scope, scope->group);
    render->env.datum = mu_undefined();
}

bool mu_pass_marks(MuRender *render)
{
    mu_scope_each_unit(render->root, unit_marks, render);
    render->current = render->root;
    return render->diags->errors == 0;
}
