/* Labels and title of an axis. */
#include "guide/axis_parts.h"
#include "guide/overlap.h"

/* -- where labels stand -------------------------------------------------- */

/* vega-functions' flush: -1 at the start of the range, 1 at its end, 0 between. */
static int flush_side(const MuAxis *axis, const MuTick *tick, double threshold)
{
    double a = mu_scale_range_first(axis->spec->scale), b = mu_scale_range_last(axis->spec->scale);
    double at = mu_scale_number(axis->spec->scale, tick->value), from_start = fabs(at - fmin(a, b)),
           from_end = fabs(fmax(a, b) - at);
    if (from_start < from_end && from_start <= threshold)
        return -1;
    return from_end <= threshold ? 1 : 0;
}

static bool is_continuous(const MuGuideField *field)
{
    return field->type == MU_QUANTITATIVE || field->type == MU_TEMPORAL;
}

static bool is_not_discrete(const MuGuideField *field)
{
    return field->type != MU_NOMINAL && field->type != MU_ORDINAL;
}

static bool is_plain_discrete(const MuGuideField *field)
{
    return !is_not_discrete(field) && !field->unit.units;
}

/* What the first of several layers leaves open, a further one may decide. */
static bool any_field(const MuAxisSpec *spec, bool (*is)(const MuGuideField *field))
{
    const MuGuideField *field;
    for (size_t i = 0; (field = mu_axis_field(spec, i)); i++)
        if (is(field))
            return true;
    return false;
}

/* labelFlush: a distance; negative: off. */
static double flush_threshold(const MuAxis *axis)
{
    MuValue flush = mu_chain_value(axis->chain, "labelFlush");
    if (flush.kind == MU_NUMBER)
        return flush.number;
    if (flush.kind == MU_BOOL)
        return flush.boolean ? 1 : -1;
    return axis->spec->x && any_field(axis->spec, is_continuous) ? 1 : -1;
}

/* The angle in [0, 360), and whether anything but Vega's default says it. */
static bool label_angle(const MuAxis *axis, const MuChain *chain, double *angle)
{
    bool discrete = axis->spec->x && any_field(axis->spec, is_plain_discrete);
    *angle = mu_chain_number(chain, "labelAngle", discrete ? 270 : NAN);
    bool said = !isnan(*angle);
    *angle = said ? fmod(fmod(*angle, 360) + 360, 360) : 0;
    return said;
}

/* vega-lite's defaultLabelAlign; false: Vega's own. */
static bool align_by_angle(const MuAxis *axis, double angle, MuAlign *align)
{
    double start = axis->spec->x ? 0 : 90;
    if (fmod(angle + start, 180) == 0) {
        *align = MU_ALIGN_CENTER;
        return !axis->spec->x;
    }
    bool main = axis->said_orient == (axis->spec->x ? MU_ORIENT_BOTTOM : MU_ORIENT_LEFT);
    *align = (start < angle && angle < 180 + start) == main ? MU_ALIGN_LEFT : MU_ALIGN_RIGHT;
    return true;
}

/* vega-lite's defaultLabelBaseline; empty: Vega's own. */
static MuStr baseline_by_angle(const MuAxis *axis, double angle)
{
    if (axis->spec->x) {
        if ((45 < angle && angle < 135) || (225 < angle && angle < 315))
            return MU_STR("middle");
        return (angle <= 45 || 315 <= angle) == (axis->said_orient == MU_ORIENT_TOP) ? MU_STR("bottom") : MU_STR("top");
    }
    if (angle <= 45 || 315 <= angle || (135 <= angle && angle <= 225))
        return MU_STR("");
    return (45 <= angle && angle <= 135) == (axis->said_orient == MU_ORIENT_LEFT) ? MU_STR("top") : MU_STR("bottom");
}

static MuAlign label_align(const MuAxis *axis, const MuChain *chain, bool angled, double angle, int flush, bool *said)
{
    MuAlign align;
    MuStr name = mu_chain_string(chain, "labelAlign", MU_STR(""));
    *said = name.size || (angled && align_by_angle(axis, angle, &align));
    if (name.size)
        return mu_guide_align(name, MU_ALIGN_LEFT);
    if (*said)
        return align;
    if (mu_axis_is_x(axis))
        return flush < 0 ? MU_ALIGN_LEFT : flush > 0 ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
    return axis->orient == MU_ORIENT_RIGHT ? MU_ALIGN_LEFT : MU_ALIGN_RIGHT;
}

static MuStr label_baseline(const MuAxis *axis, const MuChain *chain, bool angled, double angle, int flush, bool *said)
{
    MuStr name = mu_chain_string(chain, "labelBaseline", MU_STR(""));
    if (!name.size && angled)
        name = baseline_by_angle(axis, angle);
    /* By an expression's angle vega-lite says null here, which is not to say nothing. */
    if (!name.size && angled && mu_node_is(mu_chain_get(chain, "labelAngle", NULL), MU_OBJECT))
        name = MU_STR("alphabetic");
    *said = name.size > 0;
    if (*said)
        return name;
    if (mu_axis_is_x(axis))
        return axis->orient == MU_ORIENT_TOP ? MU_STR("bottom") : MU_STR("top");
    return flush < 0 ? MU_STR("top") : flush > 0 ? MU_STR("bottom") : MU_STR("middle");
}

static MuTextSpot label_spot(const MuAxis *axis, const MuChain *chain, const MuTick *tick)
{
    MuTextSpot spot = {0};
    double threshold = flush_threshold(axis), shift = mu_chain_number(chain, "labelFlushOffset", 0);
    int flush = threshold >= 0 ? flush_side(axis, tick, threshold) : 0;
    bool angled = label_angle(axis, chain, &spot.angle), align_said, baseline_said;
    spot.align = label_align(axis, chain, angled, spot.angle, flush, &align_said);
    spot.baseline = label_baseline(axis, chain, angled, spot.angle, flush, &baseline_said);
    if (mu_axis_is_x(axis) && !align_said)
        spot.dx = flush * shift;
    if (!mu_axis_is_x(axis) && !baseline_said)
        spot.dy = flush * shift;
    double middle = tick->extra ? 0 : axis->spec->scale->bandwidth * 0.5;
    double along = mu_scale_number(axis->spec->scale, tick->value) + middle + axis->band_offset +
                   mu_chain_number(chain, "labelOffset", 0);
    double away =
        (axis->has_ticks ? mu_chain_number(chain, "tickSize", 5) : 0) + mu_chain_number(chain, "labelPadding", 2);
    MuPoint at = mu_axis_point(axis, along, axis->sign * away);
    spot.x = at.x;
    spot.y = at.y;
    return spot;
}

static MuItem *label_item(const MuAxis *axis, const MuTick *tick)
{
    static const MuTextLook usual = {.font = {.size = 10, .weight = 400}, .color = {0, 0, 0, 1}, .limit = 180};
    MuEnv env;
    MuChain chain = mu_axis_chain_at(axis, tick, &env);
    MuTextSpot spot = label_spot(axis, &chain, tick);
    if (!isfinite(spot.x) || !isfinite(spot.y))
        return NULL;
    MuTextLook look = mu_guide_look(&chain, "label", usual);
    MuStr *lines;
    size_t size = mu_guide_label(axis->context, axis->chain, env.datum, tick->label, &lines);
    return mu_guide_text(axis->context, MU_ROLE_AXIS_LABEL, lines, size, &look, &spot);
}

/* -- which labels stay --------------------------------------------------- */

/* vega-lite's defaultLabelOverlap: names are never thinned, for nobody could guess the missing ones. */
static MuOverlap overlap_method(const MuAxis *axis)
{
    const MuAxisSpec *spec = axis->spec;
    MuValue said = mu_chain_value(axis->chain, "labelOverlap");
    if (said.kind == MU_STRING)
        return mu_str_is(mu_value_str(said), "greedy") ? MU_OVERLAP_GREEDY : MU_OVERLAP_PARITY;
    if (said.kind == MU_BOOL)
        return said.boolean ? MU_OVERLAP_PARITY : MU_OVERLAP_KEEP;
    bool thinned = spec->field.unit.units && !spec->sort_is_object;
    if (!thinned && !any_field(spec, is_not_discrete))
        return MU_OVERLAP_KEEP;
    return spec->scale->type == MU_SCALE_LOG || spec->scale->type == MU_SCALE_SYMLOG ? MU_OVERLAP_GREEDY
                                                                                     : MU_OVERLAP_PARITY;
}

static MuOverlapOptions overlap_options(const MuAxis *axis)
{
    MuOverlapOptions options = {.method = overlap_method(axis),
                                .separation = mu_chain_number(axis->chain, "labelSeparation", 0)};
    MuValue bound = mu_chain_value(axis->chain, "labelBound");
    double tolerance = bound.kind == MU_NUMBER ? bound.number : bound.kind == MU_BOOL && bound.boolean ? 1 : -1;
    if (tolerance < 0)
        return options;
    double a = mu_scale_range_first(axis->spec->scale), b = mu_scale_range_last(axis->spec->scale), lo = fmin(a, b),
           hi = fmax(a, b);
    options.bounded = true;
    options.bounds =
        mu_axis_is_x(axis) ? (MuBounds){lo, -INFINITY, hi, INFINITY} : (MuBounds){-INFINITY, lo, INFINITY, hi};
    options.bounds = mu_bounds_expand(options.bounds, tolerance > 0 ? tolerance : 1);
    return options;
}

void mu_axis_add_labels(const MuAxis *axis, MuItem *group)
{
    MuArena *arena = axis->context->arena;
    size_t size = axis->ticks.size, count = 0;
    MuItem **items = MU_NEW_ARRAY(arena, MuItem *, size + 1);
    MuBounds *boxes = MU_NEW_ARRAY(arena, MuBounds, size + 1);
    bool *visible = MU_NEW_ARRAY(arena, bool, size + 1);
    for (size_t i = 0; i < size; i++) {
        MuItem *item = label_item(axis, &axis->ticks.at[i]);
        if (!item)
            continue;
        if (axis->ticks.at[i].extra) { /* a tick before the first band has no words, but their room */
            item->text->size = 0;
            mu_group_add(arena, group, item);
            continue;
        }
        boxes[count] = mu_item_bounds(item, axis->context->text);
        items[count++] = item;
    }
    MuOverlapOptions options = overlap_options(axis);
    mu_overlap(arena, boxes, count, &options, visible);
    for (size_t i = 0; i < count; i++)
        if (visible[i])
            mu_group_add(arena, group, items[i]);
}

/* -- title --------------------------------------------------------------- */

/* Layout moves the title away from the labels unless the spec fixes that coordinate. */
static bool title_is_automatic(const MuAxis *axis, double x, double y)
{
    return isnan(x) == isnan(y) ? isnan(x) : mu_axis_is_x(axis) ? isnan(y) : isnan(x);
}

void mu_axis_add_title(const MuAxis *axis, MuItem *group)
{
    static const MuTextLook usual = {.font = {.size = 11, .weight = 700}, .color = {0, 0, 0, 1}};
    const MuChain *chain = axis->chain;
    MuTextLook look = mu_guide_look(chain, "title", usual);
    MuAnchor anchor = mu_guide_anchor(mu_chain_string(chain, "titleAnchor", MU_STR("")), MU_ANCHOR_MIDDLE);
    double part = anchor == MU_ANCHOR_START ? 0 : anchor == MU_ANCHOR_END ? 1 : 0.5;
    double first = mu_scale_range_first(axis->spec->scale),
           along = first + part * (mu_scale_range_last(axis->spec->scale) - first);
    double x = mu_chain_number(chain, "titleX", NAN), y = mu_chain_number(chain, "titleY", NAN);
    MuPoint at = mu_axis_point(axis, along, 0);
    MuTextSpot spot = {
        .x = isnan(x) ? at.x : x,
        .y = isnan(y) ? at.y : y,
        .angle = mu_chain_number(chain, "titleAngle", mu_axis_is_x(axis) ? 0 : axis->sign * 90),
        .align = mu_guide_align(mu_chain_string(chain, "titleAlign", MU_STR("")), mu_guide_anchor_align(anchor))};
    spot.baseline =
        mu_chain_string(chain, "titleBaseline",
                        mu_axis_is_x(axis) && axis->orient == MU_ORIENT_BOTTOM ? MU_STR("top") : MU_STR("bottom"));
    group->place->title_auto = title_is_automatic(axis, x, y);
    mu_group_add(
        axis->context->arena, group,
        mu_guide_text(axis->context, MU_ROLE_AXIS_TITLE, axis->spec->title, axis->spec->title_size, &look, &spot));
}
