/* Ranges: what a scale maps to, by channel, size and config; then the scales are trained. Rules:
 * vega-lite/src/compile/scale/range.ts. */
#include <stdlib.h>

#include "chart/render.h"
#include "transform/transform.h"

typedef struct RangeJob {
    MuRender *render;
    MuScope *scope; /* of the first unit that uses the scale; of all cells in a facet */
    MuScaleModel *model;
    MuScale *scale;
    const MuUnit *unit;
    const MuChannelDef *def;
} RangeJob;

static double config_number(const RangeJob *job, const char *name, double fallback)
{
    return mu_node_number(mu_node_path(job->render->config, "scale", name, NULL), fallback);
}

static void set_numbers(RangeJob *job, double a, double b)
{
    job->scale->range_kind = MU_RANGE_NUMBERS;
    job->scale->range = MU_NEW_ARRAY(job->render->arena, double, 2);
    job->scale->range[0] = a;
    job->scale->range[1] = b;
    job->scale->range_size = 2;
}

static void set_sequence(RangeJob *job, double from, double to, size_t count)
{
    job->scale->range_kind = MU_RANGE_NUMBERS;
    job->scale->range = MU_NEW_ARRAY(job->render->arena, double, count);
    job->scale->range_size = count;
    for (size_t i = 0; i < count; i++)
        job->scale->range[i] = count > 1 ? from + (to - from) * (double)i / (double)(count - 1) : from;
}

/* How many steps a scale has that cuts its domain into classes; 0 for others. */
static size_t class_count(const RangeJob *job)
{
    switch (job->scale->type) {
    case MU_SCALE_QUANTILE:
        return (size_t)config_number(job, "quantileCount", 4);
    case MU_SCALE_QUANTIZE:
        return (size_t)config_number(job, "quantizeCount", 4);
    case MU_SCALE_THRESHOLD:
        return job->scale->domain_size + 1;
    case MU_SCALE_BIN_ORDINAL:
        return job->scale->bin_count > 1 ? job->scale->bin_count - 1 : 1;
    default:
        return 0;
    }
}

static bool set_scheme(RangeJob *job, MuStr name, const MuNode *options)
{
    double from = 0, to = 1;
    const MuNode *extent = mu_node_get(options, "extent");
    if (mu_node_is(extent, MU_ARRAY) && extent->array.size == 2) {
        from = mu_node_number(extent->array.at[0], 0);
        to = mu_node_number(extent->array.at[1], 1);
    }
    MuScale *scale = job->scale;
    double count = mu_node_number(mu_node_get(options, "count"), NAN);
    if (scale->type != MU_SCALE_TIME && scale->type != MU_SCALE_UTC)
        return mu_scale_scheme(scale, name, count, from, to);
    /* Times get as many samples of the scheme as their domain has ends, which are then mixed. */
    size_t samples = isnan(count) ? scale->domain_size : (size_t)count;
    scale->range_kind = MU_RANGE_COLORS;
    return mu_scheme_colors(job->render->arena, name, samples, from, to, &scale->colors, &scale->range_size);
}

static void set_range_values(RangeJob *job, MuValue *values, size_t size)
{
    MuScale *scale = job->scale;
    MuColor *colors = MU_NEW_ARRAY(job->render->arena, MuColor, size);
    double *numbers = MU_NEW_ARRAY(job->render->arena, double, size);
    bool all_colors = mu_channel_is_color(job->model->channel), all_numbers = size > 0;
    for (size_t i = 0; i < size; i++) {
        all_numbers = all_numbers && values[i].kind == MU_NUMBER;
        numbers[i] = values[i].kind == MU_NUMBER ? values[i].number : NAN;
        all_colors = all_colors && mu_value_color(values[i], &colors[i]);
    }
    scale->range_size = size;
    scale->colors = colors;
    scale->range = numbers;
    scale->range_values = values;
    scale->range_kind = all_colors ? MU_RANGE_COLORS : all_numbers ? MU_RANGE_NUMBERS : MU_RANGE_VALUES;
}

static void set_values(RangeJob *job, const MuNode *list)
{
    size_t size = list->array.size;
    MuValue *values = MU_NEW_ARRAY(job->render->arena, MuValue, size);
    for (size_t i = 0; i < size; i++) {
        values[i] = mu_node_evaluate(list->array.at[i], &job->render->env, job->render->arena);
        if (values[i].kind == MU_STRING &&
            (mu_str_is(mu_value_str(values[i]), "width") || mu_str_is(mu_value_str(values[i]), "height")))
            values[i] = mu_number(mu_str_is(mu_value_str(values[i]), "width") ? job->scope->width : job->scope->height);
    }
    set_range_values(job, values, size);
}

/* A list of colours taken for a scheme is a ramp, of which a scale of names has samples. */
static void sample_scheme(RangeJob *job)
{
    MuScale *scale = job->scale;
    size_t count = scale->def->continuous ? 0 : class_count(job);
    if (scale->def->discrete && !count)
        count = scale->value_count;
    if (!count || scale->range_kind != MU_RANGE_COLORS)
        return;
    scale->colors = mu_ramp_samples(job->render->arena, scale->colors, scale->range_size, scale->interpolate,
                                    scale->gamma, 0, 1, count);
    scale->range_size = count;
}

typedef struct Ranked {
    MuValue value, rank;
    size_t place;
} Ranked;

static int by_rank(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    int order = mu_value_ascending(x->rank, y->rank);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

/* The range is another field: for each value of the domain, in its natural order, what stands beside it in the
 * data, without repeats. */
static bool set_field(RangeJob *job, MuStr field)
{
    MuTable *raw = job->scope->raw;
    MuColumn *group = mu_table_field(raw, field), *key = mu_table_field(raw, job->def->column);
    if (!group || !key)
        return false;
    MuArena *arena = job->render->arena;
    MuMeasure least = {MU_STR("min"), key, MU_STR("<least>")};
    MuTable *made = mu_aggregate_table(raw, &group, 1, &least, 1);
    const MuColumn *values = mu_table_field(made, field), *ranks = mu_table_column(made, least.as);
    Ranked *sorted = MU_NEW_ARRAY(arena, Ranked, made->size);
    MuValue *range = MU_NEW_ARRAY(arena, MuValue, made->size);
    for (size_t i = 0; i < made->size; i++) {
        size_t row = mu_table_row(made, i);
        sorted[i] = (Ranked){mu_column_value(values, row), mu_column_value(ranks, row), i};
    }
    if (made->size)
        qsort(sorted, made->size, sizeof *sorted, by_rank);
    for (size_t i = 0; i < made->size; i++)
        range[i] = sorted[i].value;
    set_range_values(job, range, made->size);
    return true;
}

static bool set_node(RangeJob *job, const MuNode *node);

/* A range by its name in config.range: "category", "ramp", …; otherwise the name of a scheme. */
static bool set_named(RangeJob *job, MuStr name)
{
    const MuNode *range = mu_node_find(mu_node_get(job->render->config, "range"), name);
    if (range)
        return set_node(job, range);
    return set_scheme(job, name, NULL);
}

static bool set_node(RangeJob *job, const MuNode *node)
{
    const MuNode *scheme = mu_node_get(node, "scheme");
    if (mu_node_is(node, MU_ARRAY)) {
        set_values(job, node);
        return true;
    }
    if (mu_node_is(scheme, MU_STRING))
        return set_scheme(job, scheme->string, node);
    if (mu_node_is(scheme, MU_OBJECT))
        return set_scheme(job, mu_node_string(mu_node_get(scheme, "name"), MU_STR("")), scheme);
    if (mu_node_is(scheme, MU_ARRAY)) {
        set_values(job, scheme);
        sample_scheme(job);
        return true;
    }
    if (mu_node_is(mu_node_get(node, "field"), MU_STRING))
        return set_field(job, mu_node_get(node, "field")->string);
    if (mu_node_is(node, MU_STRING))
        return set_named(job, node->string);
    if (mu_node_is(mu_node_get(node, "expr"), MU_STRING)) {
        MuValue value = mu_node_evaluate(node, &job->render->env, job->render->arena);
        if (value.kind == MU_ARRAY && value.array->size == 2) {
            set_numbers(job, mu_to_number(value.array->at[0]), mu_to_number(value.array->at[1]));
            return true;
        }
    }
    return false;
}

static void position_range(RangeJob *job)
{
    bool x = job->model->channel == MU_CHANNEL_X;
    double width = job->scope->width, height = job->scope->height;
    if (x || job->scale->def->discrete)
        set_numbers(job, 0, x ? width : height);
    else
        set_numbers(job, height, 0);
}

/* The greatest circle that fits into the view. */
static double greatest_radius(const RangeJob *job)
{
    return fmin(job->scope->width, job->scope->height) / 2;
}

static double unit_duration(RangeJob *job, const MuChannelDef *def, const MuScale *scale)
{
    double start = mu_time_unit_floor(def->unit, 1325376000000.0, job->render->zone); /* 2012-01-01 */
    double end = mu_time_unit_offset(def->unit, start, 1, job->render->zone);
    return fabs(mu_scale_number(scale, mu_date(end)) - mu_scale_number(scale, mu_date(start)));
}

/* Inside the band of its position scale, or the span of its time unit. */
static void offset_range(RangeJob *job)
{
    bool x = job->model->channel == MU_CHANNEL_XOFFSET;
    MuChannel main = x ? MU_CHANNEL_X : MU_CHANNEL_Y;
    const MuScale *position = mu_scope_scale(job->scope, main);
    const MuChannelDef *def = job->unit->defs[main];
    double whole = x ? job->scope->width : job->scope->height;
    bool flip = !x && !job->scale->def->discrete;
    if (!position)
        set_numbers(job, flip ? whole / 2 : -whole / 2, flip ? -whole / 2 : whole / 2);
    else if (position->type == MU_SCALE_BAND)
        set_numbers(job, 0, position->bandwidth);
    else if (mu_def_is_field(def) && def->unit.units && !position->def->discrete) {
        double span = unit_duration(job, def, position),
               padding = config_number(job, "bandWithNestedOffsetPaddingInner", 0.2);
        double band = mu_unit_band_position(&job->unit->chain, def);
        set_numbers(job, (padding / 2 + band - 0.5) * span, (1 - padding / 2 + band - 0.5) * span);
    } else {
        set_numbers(job, 0, position->step);
    }
}

static double view_step(const RangeJob *job, bool x)
{
    const MuNode *size = x ? job->scope->view->width : job->scope->view->height;
    double step = mu_config_step(job->render->config, x);
    return mu_node_number(mu_node_get(size, "step"), isnan(step) ? 20 : step);
}

/* The width of one of the unit's own bins. */
static double bin_px(const RangeJob *job, MuChannel channel, double fallback)
{
    MuBins bins = job->scope->bins[channel];
    if (!(bins.step > 0))
        return fallback;
    return (channel == MU_CHANNEL_X ? job->scope->width : job->scope->height) / ((bins.stop - bins.start) / bins.step);
}

static void size_range(RangeJob *job)
{
    const char *mark = job->unit->mark->name;
    double step =
               fmin(bin_px(job, MU_CHANNEL_X, view_step(job, true)), bin_px(job, MU_CHANNEL_Y, view_step(job, false))),
           low, high;
    if (strcmp(mark, "bar") == 0 || strcmp(mark, "tick") == 0) {
        low = config_number(job, "minBandSize", 2);
        high = config_number(job, "maxBandSize", step - 1);
    } else if (strcmp(mark, "line") == 0 || strcmp(mark, "rule") == 0 || strcmp(mark, "trail") == 0) {
        low = config_number(job, "minStrokeWidth", 1);
        high = config_number(job, "maxStrokeWidth", 4);
    } else if (strcmp(mark, "text") == 0) {
        low = config_number(job, "minFontSize", 8);
        high = config_number(job, "maxFontSize", 40);
    } else {
        low = config_number(job, "minSize", 4);
        high = config_number(job, "maxSize", 0.95 * step * 0.95 * step);
    }
    size_t classes = class_count(job);
    if (classes)
        set_sequence(job, low, high, classes);
    else
        set_numbers(job, low, high);
}

static void dash_range(RangeJob *job)
{
    static const double dashes[][4] = {{1, 0}, {4, 2}, {2, 1}, {1, 1}, {1, 2, 4, 2}};
    static const size_t sizes[] = {2, 2, 2, 2, 4};
    MuValue *values = MU_NEW_ARRAY(job->render->arena, MuValue, 5);
    for (size_t i = 0; i < 5; i++) {
        values[i] = mu_array_new(job->render->arena, sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++)
            values[i].array->at[j] = mu_number(dashes[i][j]);
    }
    job->scale->range_kind = MU_RANGE_VALUES;
    job->scale->range_values = values;
    job->scale->range_size = 5;
}

static void color_range(RangeJob *job)
{
    const char *name = "ramp";
    if (job->scale->type == MU_SCALE_ORDINAL)
        name = job->def->type == MU_NOMINAL ? "category" : "ordinal";
    else if (job->model->settings[MU_KEY_DOMAIN_MID].origin != MU_ABSENT)
        name = "diverging";
    else if (strcmp(job->unit->mark->name, "rect") == 0 || strcmp(job->unit->mark->name, "geoshape") == 0)
        name = "heatmap";
    set_named(job, mu_str(name));
}

static void default_range(RangeJob *job)
{
    switch (job->model->channel) {
    case MU_CHANNEL_X:
    case MU_CHANNEL_Y:
        position_range(job);
        return;
    case MU_CHANNEL_XOFFSET:
    case MU_CHANNEL_YOFFSET:
        offset_range(job);
        return;
    case MU_CHANNEL_SIZE:
        size_range(job);
        return;
    case MU_CHANNEL_THETA:
        set_numbers(job, 0, 2 * acos(-1));
        return;
    case MU_CHANNEL_RADIUS:
        set_numbers(job, 0, greatest_radius(job));
        return;
    case MU_CHANNEL_ANGLE:
        set_numbers(job, 0, 360);
        return;
    case MU_CHANNEL_STROKE_WIDTH:
        set_numbers(job, config_number(job, "minStrokeWidth", 1), config_number(job, "maxStrokeWidth", 4));
        return;
    case MU_CHANNEL_STROKE_DASH:
        dash_range(job);
        return;
    case MU_CHANNEL_SHAPE:
        set_named(job, MU_STR("symbol"));
        return;
    case MU_CHANNEL_COLOR:
    case MU_CHANNEL_FILL:
    case MU_CHANNEL_STROKE:
        color_range(job);
        return;
    default:
        set_numbers(job, config_number(job, "minOpacity", 0.3), config_number(job, "maxOpacity", 0.8));
    }
}

static void set_settings(MuScale *scale, const MuScaleModel *model)
{
    const MuSetting *s = model->settings;
    MuValue nice = s[MU_KEY_NICE].value;
    bool has_padding = s[MU_KEY_PADDING].origin != MU_ABSENT;
    double padding = has_padding ? mu_to_number(s[MU_KEY_PADDING].value) : 0;
    bool raw = scale->raw_domain;
    scale->nice = !raw && ((nice.kind == MU_BOOL && nice.boolean) || nice.kind == MU_NUMBER || nice.kind == MU_STRING ||
                           nice.kind == MU_OBJECT);
    if (nice.kind == MU_NUMBER)
        scale->nice_count = nice.number;
    if (nice.kind == MU_STRING)
        scale->nice_interval = mu_interval_named(mu_value_str(nice), 1);
    if (nice.kind == MU_OBJECT) {
        MuValue name = mu_object_get(nice.object, MU_STR("interval")),
                step = mu_object_get(nice.object, MU_STR("step"));
        if (name.kind == MU_STRING)
            scale->nice_interval = mu_interval_named(mu_value_str(name), step.kind == MU_NUMBER ? (int)step.number : 1);
    }
    scale->padding = scale->def->continuous && !raw ? padding : 0;
    scale->clamp = mu_to_bool(s[MU_KEY_CLAMP].value);
    scale->round = mu_to_bool(s[MU_KEY_ROUND].value);
    scale->reverse = mu_to_bool(s[MU_KEY_REVERSE].value);
    scale->exponent = s[MU_KEY_EXPONENT].origin      ? mu_to_number(s[MU_KEY_EXPONENT].value)
                      : scale->type == MU_SCALE_SQRT ? 0.5
                                                     : 1;
    scale->base = s[MU_KEY_BASE].origin ? mu_to_number(s[MU_KEY_BASE].value) : 10;
    scale->constant = s[MU_KEY_CONSTANT].origin ? mu_to_number(s[MU_KEY_CONSTANT].value) : 1;
    scale->padding_inner = s[MU_KEY_PADDING_INNER].origin ? mu_to_number(s[MU_KEY_PADDING_INNER].value) : padding;
    bool outer = s[MU_KEY_PADDING_OUTER].origin && !(has_padding && scale->type == MU_SCALE_POINT);
    scale->padding_outer = outer ? mu_to_number(s[MU_KEY_PADDING_OUTER].value) : padding;
    scale->align = s[MU_KEY_ALIGN].origin ? mu_to_number(s[MU_KEY_ALIGN].value) : 0.5;
    MuValue interpolate = s[MU_KEY_INTERPOLATE].value;
    if (interpolate.kind == MU_STRING)
        scale->interpolate = mu_value_str(interpolate);
    if (interpolate.kind == MU_OBJECT) {
        MuValue type = mu_object_get(interpolate.object, MU_STR("type")),
                gamma = mu_object_get(interpolate.object, MU_STR("gamma"));
        if (type.kind == MU_STRING)
            scale->interpolate = mu_value_str(type);
        if (gamma.kind == MU_NUMBER)
            scale->gamma = gamma.number;
    }
}

static void set_step(RangeJob *job)
{
    MuSetting *range = &job->model->settings[MU_KEY_RANGE];
    if (range->value.kind == MU_NUMBER && mu_channel_is_offset(job->model->channel)) {
        MuChannel main = job->model->channel == MU_CHANNEL_XOFFSET ? MU_CHANNEL_X : MU_CHANNEL_Y;
        const MuScale *position = mu_scope_scale(job->scope, main);
        set_numbers(job, 0, position ? position->bandwidth : job->scope->width);
    } else {
        default_range(job);
    }
}

/* Bands whose steps make the size of the view, and not the other way round. */
static bool steps_make_size(const RangeJob *job)
{
    MuChannel channel = job->model->channel;
    bool x = channel == MU_CHANNEL_X;
    const MuNode *size = x ? job->scope->view->width : job->scope->view->height;
    if (!job->scale->def->discrete || !mu_channel_is_xy(channel))
        return false;
    return size ? mu_node_get(size, "step") != NULL : !isnan(mu_config_step(job->render->config, x));
}

/* rangeMin and rangeMax take the place of the ends. */
static void set_range_ends(RangeJob *job)
{
    const MuSetting *low = &job->model->settings[MU_KEY_RANGE_MIN], *high = &job->model->settings[MU_KEY_RANGE_MAX];
    if (job->scale->range_kind != MU_RANGE_NUMBERS || job->scale->range_size != 2 || steps_make_size(job))
        return;
    if (low->origin != MU_ABSENT)
        job->scale->range[0] = mu_to_number(low->value);
    if (high->origin != MU_ABSENT)
        job->scale->range[1] = mu_to_number(high->value);
}

/* Vega's configureBins: edges as a list, or steps over the domain. */
static void set_bins(RangeJob *job)
{
    const MuSetting *setting = &job->model->settings[MU_KEY_BINS];
    MuValue bins = setting->value;
    MuScale *scale = job->scale;
    if (bins.kind == MU_ARRAY) {
        scale->bin_count = bins.array->size;
        scale->bins = MU_NEW_ARRAY(job->render->arena, double, scale->bin_count);
        for (size_t i = 0; i < scale->bin_count; i++)
            scale->bins[i] = mu_to_number(bins.array->at[i]);
    }
    if (bins.kind != MU_OBJECT || scale->domain_size < 2)
        return;
    double low = scale->domain[0], high = scale->domain[scale->domain_size - 1],
           step = mu_to_number(mu_object_get(bins.object, MU_STR("step"))),
           start = mu_to_number(mu_object_get(bins.object, MU_STR("start"))),
           stop = mu_to_number(mu_object_get(bins.object, MU_STR("stop")));
    start = isnan(start) ? low : start < low ? step * ceil(low / step) : start;
    stop = isnan(stop) ? high : stop > high ? step * floor(high / step) : stop;
    if (!mu_scale_set_bins(scale, start, step, ceil((stop + step / 2 - start) / step)))
        mu_diag(job->render->diags, MU_DIAG_BAD_BINS, setting->node->span);
}

static void make_range(MuRender *render, MuScope *scope, MuScaleModel *model)
{
    MuScaleUse use = model->uses.at[0];
    MuScale *scale = scope->scales[model->channel] = MU_NEW(render->arena, MuScale);
    *scale = *scope->domains[model->channel];
    RangeJob job = {render, mu_scope_of_view(scope, use.unit), model, scale, use.unit->unit, use.def};
    MuSetting *range = &model->settings[MU_KEY_RANGE];
    set_settings(job.scale, model);
    if (range->value.kind == MU_NUMBER || mu_node_get(range->node, "step")) {
        set_step(&job);
    } else if (!range->node || !set_node(&job, range->node)) {
        if (range->node)
            mu_diag(render->diags, MU_DIAG_BAD_RANGE, range->node->span);
        default_range(&job);
    }
    set_range_ends(&job);
    mu_scale_train(job.scale);
    set_bins(&job);
}

static void scope_ranges(MuRender *render, MuScope *scope, bool positions)
{
    for (int c = 0; c < MU_CHANNEL_COUNT; c++)
        if (scope->view->scales[c] && mu_channel_is_xy((MuChannel)c) == positions)
            make_range(render, scope, scope->view->scales[c]);
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        scope_ranges(render, parts[i], positions);
}

/* Offsets stand within the bands of positions, whoever owns either. Every round starts from the domains anew. */
bool mu_pass_ranges(MuRender *render)
{
    scope_ranges(render, render->root, true);
    scope_ranges(render, render->root, false);
    return render->diags->errors == 0;
}
