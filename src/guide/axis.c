/* Axes. Positions and defaults after vega-parser/src/parsers/{axis,guides/axis-*}.js and
 * vega-lite/src/compile/axis/properties.ts. */
#include "guide/axis_parts.h"

MuChain mu_axis_chain_at(const MuAxis *axis, const MuTick *tick, MuEnv *env)
{
    *env = axis->chain->env ? *axis->chain->env : (MuEnv){0};
    MuValue datum = mu_guide_datum(axis->context->arena, tick->value, tick->label, tick->index);
    return mu_conditions_at(axis->conditions, axis->chain, env, datum);
}

/* JavaScript's Math.round. */
static double js_round(double x)
{
    return floor(x + 0.5);
}

static double tick_position(const MuAxis *axis, const MuTick *tick, bool round)
{
    double at = mu_scale_number(axis->spec->scale, tick->value);
    if (!tick->extra || axis->band == 0)
        at += axis->spec->scale->bandwidth * axis->band;
    at += axis->band_offset;
    return round ? js_round(at) : at;
}

/* Vega's tickBand: "extent" puts ticks at the edges of bands, "center" in their middle. */
static bool place_in_band(MuAxis *axis)
{
    const MuChain *chain = axis->chain;
    MuStr band = mu_chain_string(chain, "tickBand", MU_STR(""));
    axis->band_offset = mu_chain_number(chain, "tickOffset", axis->spec->scale->type == MU_SCALE_BAND ? -0.5 : 0);
    if (mu_str_is(band, "extent")) {
        axis->band = 1;
        axis->band_offset = 0;
        return true;
    }
    axis->band = band.size ? 0.5 : mu_chain_number(chain, "bandPosition", 0.5);
    return !band.size && mu_chain_bool(chain, "tickExtra", false);
}

static void add_ticks(const MuAxis *axis, MuItem *group)
{
    MuArena *arena = axis->context->arena;
    bool round = mu_chain_bool(axis->chain, "tickRound", true);
    MuStyle *shared = axis->conditions ? NULL : mu_guide_stroke(axis->chain, "tick", mu_guide_gray(0x88), 1);
    for (size_t i = 0; i < axis->ticks.size; i++) {
        MuEnv env;
        MuChain chain = mu_axis_chain_at(axis, &axis->ticks.at[i], &env);
        double along = tick_position(axis, &axis->ticks.at[i], round), length = mu_chain_number(&chain, "tickSize", 5);
        if (!isfinite(along))
            continue;
        MuPoint from = mu_axis_point(axis, along, 0), to = mu_axis_point(axis, along, axis->sign * length);
        MuStyle *style = shared ? shared : mu_guide_stroke(&chain, "tick", mu_guide_gray(0x88), 1);
        mu_group_add(arena, group, mu_guide_rule(arena, MU_ROLE_AXIS_TICK, from.x, from.y, to.x, to.y, style));
    }
}

static void add_domain(const MuAxis *axis, MuItem *group)
{
    MuPoint from = mu_axis_point(axis, mu_scale_range_first(axis->spec->scale), 0),
            to = mu_axis_point(axis, mu_scale_range_last(axis->spec->scale), 0);
    MuStyle *style = mu_guide_stroke(axis->chain, "domain", mu_guide_gray(0x88), 1);
    mu_group_add(axis->context->arena, group,
                 mu_guide_rule(axis->context->arena, MU_ROLE_AXIS_DOMAIN, from.x, from.y, to.x, to.y, style));
}

static MuItem *axis_group(const MuAxis *axis)
{
    MuArena *arena = axis->context->arena;
    MuItem *group = mu_group_new(arena, MU_ROLE_AXIS);
    group->place = MU_NEW(arena, MuPlace);
    *group->place = (MuPlace){.orient = axis->orient,
                              .offset = mu_chain_number(axis->chain, "offset", 0),
                              .translate = mu_chain_number(axis->chain, "translate", 0.5)};
    group->width = fabs(mu_scale_range_last(axis->spec->scale) - mu_scale_range_first(axis->spec->scale));
    bool discrete =
        axis->spec->field.type == MU_NOMINAL || axis->spec->field.type == MU_ORDINAL ||
        (axis->spec->field.type == MU_QUANTITATIVE && (axis->spec->field.binned || axis->spec->field.prebinned));
    const MuNode *zindex = mu_chain_get(axis->chain, "zindex", NULL);
    group->zindex = zindex                             ? (int)mu_node_number(mu_chain_passed(axis->chain, "zindex"), 0)
                    : axis->spec->for_rect && discrete ? 1
                                                       : 0;
    return group;
}

/* -- grid ---------------------------------------------------------------- */

static bool wants_grid(const MuAxis *axis)
{
    const MuGuideField *field = &axis->spec->field;
    bool usual = !axis->spec->scale->def->discrete && !field->is_datum && !field->binned && !field->prebinned;
    return mu_chain_bool(axis->chain, "grid", usual);
}

/* From one end of the other scale to the other, seen from where the axis stands. */
static void grid_ends(const MuAxis *axis, double *start, double *end)
{
    const MuScale *other = axis->spec->other;
    double sign = -axis->sign, size = mu_axis_is_x(axis) ? axis->context->height : axis->context->width;
    double offset = sign * mu_node_number(mu_chain_passed(axis->chain, "offset"), 0);
    *start = (other ? mu_scale_range_first(other) * sign : 0) + offset;
    *end = (other ? mu_scale_range_last(other) : size) * sign + offset;
}

static MuItem *grid_group(const MuAxis *axis)
{
    MuArena *arena = axis->context->arena;
    MuItem *group = axis_group(axis);
    bool round = mu_chain_bool(axis->chain, "tickRound", true);
    MuStyle *shared = axis->conditions ? NULL : mu_guide_stroke(axis->chain, "grid", mu_guide_gray(0xdd), 1);
    double start, end;
    grid_ends(axis, &start, &end);
    for (size_t i = 0; i < axis->ticks.size; i++) {
        MuEnv env;
        MuChain chain = mu_axis_chain_at(axis, &axis->ticks.at[i], &env);
        double along = tick_position(axis, &axis->ticks.at[i], round);
        if (!isfinite(along))
            continue;
        MuPoint from = mu_axis_point(axis, along, start), to = mu_axis_point(axis, along, end);
        MuStyle *style = shared ? shared : mu_guide_stroke(&chain, "grid", mu_guide_gray(0xdd), 1);
        mu_group_add(arena, group, mu_guide_rule(arena, MU_ROLE_AXIS_GRID, from.x, from.y, to.x, to.y, style));
    }
    return group;
}

/* -- the whole ----------------------------------------------------------- */

static MuItem *main_group(const MuAxis *axis)
{
    MuItem *group = axis_group(axis);
    MuPlace *place = group->place;
    place->position = mu_chain_number(axis->chain, "position", 0);
    place->min_extent = mu_chain_number(axis->chain, "minExtent", 0);
    place->max_extent = mu_chain_number(axis->chain, "maxExtent", 200);
    place->title_padding = mu_chain_number(axis->chain, "titlePadding", 4);
    if (axis->has_ticks)
        add_ticks(axis, group);
    if (mu_chain_bool(axis->chain, "labels", true))
        mu_axis_add_labels(axis, group);
    if (mu_chain_bool(axis->chain, "domain", true))
        add_domain(axis, group);
    if (axis->spec->title_size)
        mu_axis_add_title(axis, group);
    return group;
}

static MuOrient orient_for(bool x, MuStr name)
{
    MuOrient usual = x ? MU_ORIENT_BOTTOM : MU_ORIENT_LEFT, orient = mu_guide_orient(name, usual);
    bool fits = x ? orient == MU_ORIENT_TOP || orient == MU_ORIENT_BOTTOM
                  : orient == MU_ORIENT_LEFT || orient == MU_ORIENT_RIGHT;
    return fits ? orient : usual;
}

/* The orient before config by the type of scale had its say. */
static const MuNode *said_orient(const MuChain *chain)
{
    const MuNode *orient = mu_node_get(chain->definition, "orient");
    for (size_t i = chain->outer; i < chain->outer_end && !orient; i++)
        orient = mu_node_get(chain->bags[i], "orient");
    return orient;
}

MuAxisItems mu_axis_make(const MuGuideContext *context, const MuAxisSpec *spec)
{
    MuAxis axis = {.context = context,
                   .spec = spec,
                   .chain = &spec->chain,
                   .conditions = mu_conditions_new(context, &spec->chain)};
    axis.orient = orient_for(spec->x, mu_chain_string(axis.chain, "orient", MU_STR("")));
    axis.said_orient = orient_for(spec->x, mu_node_string(said_orient(axis.chain), MU_STR("")));
    axis.sign = axis.orient == MU_ORIENT_LEFT || axis.orient == MU_ORIENT_TOP ? -1 : 1;
    axis.has_ticks = mu_chain_bool(axis.chain, "ticks", true);
    bool extra = place_in_band(&axis);
    axis.ticks = mu_axis_ticks(context, spec, extra);
    return (MuAxisItems){.grid = spec->parts != MU_AXIS_MAIN && wants_grid(&axis) ? grid_group(&axis) : NULL,
                         .main = spec->parts != MU_AXIS_GRID ? main_group(&axis) : NULL};
}
