/* Domains: explicit ones, those of bins and stacks, or the union over all units that share the scale.
 * Rules: vega-lite/src/compile/scale/domain.ts; the sorting of discrete domains: vega-encode's scales and
 * vega-parser's parsers/scale/domain.js. */
#include "chart/rank.h"
#include "chart/render.h"
#include "transform/predicate.h"
#include "transform/transform.h"

typedef struct Domain {
    MuRender *render;
    MuScaleModel *model;
    MuScope *owner;
    MU_VEC(double) numbers;
    MU_VEC(MuValue) values;
    MuMap seen;
    double low, high;
} Domain;

static void add_number(Domain *d, double x)
{
    if (!isfinite(x))
        return;
    d->low = fmin(d->low, x);
    d->high = fmax(d->high, x);
}

static void add_value(Domain *d, MuValue value)
{
    MuBuf key = {.arena = d->render->arena};
    bool added;
    mu_value_key(&key, value);
    mu_map_entry(d->render->arena, &d->seen, mu_buf_str(&key), &added);
    if (added)
        MU_PUSH(d->render->arena, &d->values, value);
}

/* A value of the spec, as the scale's domain has it: dates from text and DateTime objects, years from numbers. */
static MuValue spec_value(Domain *d, const MuNode *node, const MuChannelDef *def)
{
    MuScaleType type = mu_scale_model_type(d->model);
    bool time = type == MU_SCALE_TIME || type == MU_SCALE_UTC || (def && (def->type == MU_TEMPORAL || def->unit.units));
    MuValue value = mu_node_evaluate(node, &d->render->env, d->render->arena);
    if (value.kind == MU_OBJECT)
        return mu_date(mu_datetime_object(value, def ? def->unit : (MuTimeUnit){0}, d->render->zone));
    if (time && value.kind == MU_STRING && def && def->unit.units)
        return mu_date(mu_datetime_object(value, def->unit, d->render->zone));
    if (time && value.kind == MU_STRING)
        return mu_date(mu_date_parse(mu_value_str(value), d->render->zone));
    if (time && value.kind == MU_NUMBER && def && def->unit.units) {
        double year = value.number;
        bool by_year = (def->unit.units & MU_UNIT_YEAR) != 0;
        if (by_year && year < 10000)
            return mu_date(mu_civil_ms((int64_t)year, 1, 1, 0, 0, 0, 0, d->render->zone));
        return mu_date(mu_datetime_object(value, def->unit, d->render->zone));
    }
    return time && value.kind == MU_NUMBER ? mu_date(value.number) : value;
}

static const MuChannelDef *first_def(const Domain *d)
{
    return d->model->uses.size ? d->model->uses.at[0].def : NULL;
}

static bool is_discrete(const Domain *d)
{
    return mu_scale_def(mu_scale_model_type(d->model))->discrete;
}

static void add_spec_values(Domain *d, const MuNode *list)
{
    for (size_t i = 0; i < list->array.size; i++) {
        MuValue value = spec_value(d, list->array.at[i], first_def(d));
        if (is_discrete(d)) {
            add_value(d, value);
        } else {
            double x = mu_to_number(value);
            MU_PUSH(d->render->arena, &d->numbers, x);
            add_number(d, x);
        }
    }
}

static void add_column_numbers(Domain *d, const MuTable *table, MuColumn *column)
{
    if (!column)
        return;
    const double *numbers = mu_column_numbers(d->render->arena, column);
    for (size_t i = 0; i < table->size; i++)
        add_number(d, numbers[mu_table_row(table, i)]);
}

static void add_all_numbers(Domain *d, const MuTable *table, MuColumn *column)
{
    const double *numbers = mu_column_numbers(d->render->arena, column);
    for (size_t i = 0; i < table->size; i++) {
        double x = numbers[mu_table_row(table, i)];
        if (isfinite(x))
            MU_PUSH(d->render->arena, &d->numbers, x);
    }
}

/* Does the mark of a time unit reach to the unit's end? (hasBandEnd) */
static bool has_band_end(const MuUnit *unit, const MuChannelDef *def)
{
    if (!def->column_end.size || mu_second_def(unit->defs, def->channel))
        return false;
    return !isnan(def->band) || mu_channel_is_polar(def->channel) ||
           mu_mark_config(&unit->chain, "timeUnitBandPosition");
}

static void unaggregated(Domain *d, MuScope *unit, const MuChannelDef *def)
{
    add_column_numbers(d, unit->raw, mu_table_field(unit->raw, def->field));
}

/* Where bars stand before or after their unit's start, the domain goes with them. */
static void add_time_unit(Domain *d, MuTable *table, const MuChannelDef *def)
{
    MuArena *arena = d->render->arena;
    MuColumn *start = mu_table_column(table, mu_moved_column(arena, def, false)),
             *end = mu_table_column(table, mu_moved_column(arena, def, true));
    add_column_numbers(d, table, start ? start : mu_table_field(table, def->column));
    add_column_numbers(d, table, end ? end : mu_table_field(table, def->column_end));
}

static void add_continuous_use(Domain *d, MuScope *scope, const MuChannelDef *def)
{
    const MuUnit *unit = scope->view->unit;
    MuTable *table = mu_scope_domain_table(scope);
    bool time_scale = mu_scale_model_type(d->model) == MU_SCALE_TIME || mu_scale_model_type(d->model) == MU_SCALE_UTC;
    if (def->kind == MU_DEF_DATUM) {
        add_number(d, mu_to_number(spec_value(d, mu_node_get(def->node, "datum"), def)));
    } else if (unit->stack.offset != MU_STACK_NONE && def->channel == unit->stack.channel) {
        if (unit->stack.offset == MU_STACK_NORMALIZE) {
            add_number(d, 0);
            add_number(d, 1);
            return;
        }
        add_column_numbers(d, table, mu_table_field(table, unit->stack.start));
        add_column_numbers(d, table, mu_table_field(table, unit->stack.end));
    } else if (mu_node_is_string(d->model->settings[MU_KEY_DOMAIN].node, "unaggregated") && def->aggregate.size) {
        unaggregated(d, scope, def);
    } else if (def->binning) {
        add_number(d, scope->bins[def->channel].start);
        add_number(d, scope->bins[def->channel].stop);
    } else if (def->unit.units && time_scale && has_band_end(unit, def)) {
        add_time_unit(d, table, def);
    } else {
        add_column_numbers(d, table, mu_table_field(table, def->column));
    }
}

static void add_discrete_use(Domain *d, MuScope *scope, const MuChannelDef *def)
{
    if (def->kind == MU_DEF_DATUM) {
        add_value(d, spec_value(d, mu_node_get(def->node, "datum"), def));
        return;
    }
    MuTable *table = mu_scope_domain_table(scope);
    MuColumn *column = mu_table_field(table, def->column);
    for (size_t i = 0; column && i < table->size; i++)
        add_value(d, mu_column_value(column, mu_table_row(table, i)));
}

static void sort_by_ranks(Domain *d, MuRanked *items, bool descending)
{
    mu_ranked_sort(d->render->arena, items, d->values.size, descending);
    for (size_t i = 0; i < d->values.size; i++)
        d->values.at[i] = items[i].value;
}

static MuRanked *ranked_by_self(Domain *d)
{
    MuRanked *items = MU_NEW_ARRAY(d->render->arena, MuRanked, d->values.size);
    for (size_t i = 0; i < d->values.size; i++)
        items[i] = (MuRanked){d->values.at[i], d->values.at[i], i};
    return items;
}

/* The values named in `list` first, in its order. */
static void sort_by_list(Domain *d, const MuNode *list, const MuChannelDef *def)
{
    MuRanked *items = ranked_by_self(d);
    for (size_t i = 0; i < d->values.size; i++) {
        size_t place = 0;
        while (place < list->array.size && !mu_value_same(spec_value(d, list->array.at[place], def), d->values.at[i]) &&
               !(d->values.at[i].kind == MU_DATE &&
                 mu_to_number(spec_value(d, list->array.at[place], def)) == d->values.at[i].number))
            place++;
        items[i].rank = mu_number((double)place);
    }
    sort_by_ranks(d, items, false);
}

/* By an aggregate of a field over the raw rows of each value. */
static void sort_by_aggregate(Domain *d, MuScope *unit, const MuChannelDef *def, MuStr field, MuStr op, bool descending)
{
    MuColumn *group = mu_table_field(unit->raw, def->column),
             *column = field.size ? mu_table_field(unit->raw, field) : NULL;
    if (!group)
        return;
    MuMeasure measure = {op, column, MU_STR("<sort>")};
    MuTable *sums = mu_aggregate_table(unit->raw, &group, 1, &measure, 1);
    MuColumn *keys = mu_table_field(sums, def->column), *ranks = mu_table_column(sums, measure.as);
    MuMap by_key = {0};
    for (size_t i = 0; i < sums->size; i++) {
        MuBuf key = {.arena = d->render->arena};
        MuValue *rank = MU_NEW(d->render->arena, MuValue);
        *rank = mu_column_value(ranks, mu_table_row(sums, i));
        mu_value_key(&key, mu_column_value(keys, mu_table_row(sums, i)));
        mu_map_put(d->render->arena, &by_key, mu_buf_str(&key), rank);
    }
    MuRanked *items = ranked_by_self(d);
    for (size_t i = 0; i < d->values.size; i++) {
        MuBuf key = {.arena = d->render->arena};
        mu_value_key(&key, d->values.at[i]);
        MuValue *rank = mu_map_get(&by_key, mu_buf_str(&key));
        items[i].rank = rank ? *rank : mu_undefined();
    }
    sort_by_ranks(d, items, descending);
}

static bool in_stack(const MuUnit *unit, MuStr field)
{
    MuChannel other = mu_channel_across(unit->stack.channel);
    if (mu_def_is_field(unit->defs[other]) && mu_str_eq(unit->defs[other]->field, field))
        return true;
    for (size_t i = 0; i < unit->stack_by_size; i++)
        if (mu_str_eq(unit->stack_by[i]->field, field))
            return true;
    return false;
}

static MuStr default_op(const MuUnit *unit, MuStr field)
{
    return unit->stack.offset != MU_STACK_NONE && !in_stack(unit, field) ? MU_STR("sum") : MU_STR("min");
}

static void sort_by_channel(Domain *d, MuScope *unit, const MuChannelDef *def, MuStr name, bool descending)
{
    MuChannel channel = mu_channel_find(name);
    const MuChannelDef *by =
        channel != MU_CHANNEL_COUNT ? mu_channel_field_or_datum(unit->view->unit->defs[channel]) : NULL;
    if (!by || !mu_def_is_field(by))
        return;
    MuStr op = by->aggregate.size && !by->arg.size ? by->aggregate : default_op(unit->view->unit, by->field);
    sort_by_aggregate(d, unit, def, by->aggregate.size ? by->field : by->column, op, descending);
}

static bool is_descending(const MuNode *sort)
{
    return mu_node_is_string(mu_node_get(sort, "order"), "descending");
}

static void sort_values(Domain *d, MuScope *unit, const MuChannelDef *def)
{
    const MuNode *sort = def->sort;
    bool by_itself =
        !sort || sort->kind == MU_NULL || mu_node_is_string(sort, "ascending") || mu_node_is_string(sort, "descending");
    if (def->bin_start.size && by_itself) {
        sort_by_aggregate(d, unit, def, def->bin_start, MU_STR("min"), mu_node_is_string(sort, "descending"));
        return;
    }
    if (sort && sort->kind == MU_NULL)
        return;
    if (mu_node_is(sort, MU_ARRAY)) {
        sort_by_list(d, sort, def);
    } else if (mu_node_is(sort, MU_OBJECT) && mu_node_get(sort, "encoding")) {
        sort_by_channel(d, unit, def, mu_node_string(mu_node_get(sort, "encoding"), MU_STR("")), is_descending(sort));
    } else if (mu_node_is(sort, MU_OBJECT)) {
        MuStr field = mu_node_string(mu_node_get(sort, "field"), MU_STR(""));
        MuStr op = mu_node_string(mu_node_get(sort, "op"), default_op(unit->view->unit, field));
        if (field.size || mu_str_is(op, "count"))
            sort_by_aggregate(d, unit, def, field, op, is_descending(sort));
    } else if (mu_node_is(sort, MU_STRING) && !mu_str_is(sort->string, "ascending") &&
               !mu_str_is(sort->string, "descending")) {
        bool minus = mu_str_starts(sort->string, "-");
        sort_by_channel(d, unit, def, mu_str_slice(sort->string, minus, sort->string.size), minus);
    } else {
        sort_by_ranks(d, ranked_by_self(d), mu_node_is_string(sort, "descending"));
    }
}

static const MuNode *union_with(const MuNode *domain)
{
    const MuNode *list = mu_node_get(domain, "unionWith");
    return mu_node_is(list, MU_ARRAY) ? list : NULL;
}

static bool is_own_channel(const Domain *d, const MuChannelDef *def)
{
    return def->channel == d->model->channel;
}

/* Where the rows of a field's values come from: a domain that is sorted by a field is made of the raw rows, others of
 * those that are drawn. */
static const void *rows_of_domain(const MuScope *unit, const MuChannelDef *def)
{
    const MuUnit *view = unit->view->unit;
    bool raw = mu_node_is(def->sort, MU_OBJECT) || (!view->aggregated && view->stack.offset == MU_STACK_NONE);
    if (!raw)
        return unit;
    return unit->raw->index ? (const void *)unit->raw->index : unit->raw->columns.entries[0].value;
}

/* vega-lite's mergeDomains: over domains of several fields or rows, only the operators count, min and max sort. */
static bool union_drops_sort(const Domain *d, const MuChannelDef *def)
{
    MuStr op = mu_node_string(mu_node_get(def->sort, "op"), MU_STR(""));
    const void *first = NULL;
    bool many = false;
    if (!op.size || mu_str_is(op, "count") || mu_str_is(op, "min") || mu_str_is(op, "max"))
        return false;
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        const MuScope *unit = mu_scope_of_view(d->owner, use.unit);
        if (use.def->kind != MU_DEF_FIELD || !unit->raw || !unit->raw->columns.size)
            continue;
        const void *rows = rows_of_domain(unit, use.def);
        many = many || (first && (rows != first || !mu_str_eq(use.def->column, def->column)));
        first = rows;
    }
    return many;
}

static void fill_discrete(Domain *d)
{
    MuScope *sort_unit = NULL;
    const MuChannelDef *sort_def = NULL;
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        MuScope *unit = mu_scope_of_view(d->owner, use.unit);
        add_discrete_use(d, unit, use.def);
        bool better =
            mu_def_is_field(use.def) && is_own_channel(d, use.def) && (!sort_def || (!sort_def->sort && use.def->sort));
        if (better) {
            sort_unit = unit;
            sort_def = use.def;
        }
    }
    if (sort_def && d->render->vega && union_drops_sort(d, sort_def))
        sort_by_ranks(d, ranked_by_self(d), false);
    else if (sort_def)
        sort_values(d, sort_unit, sort_def);
}

static void fill_continuous(Domain *d)
{
    bool all = mu_scale_model_type(d->model) == MU_SCALE_QUANTILE;
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        MuScope *unit = mu_scope_of_view(d->owner, use.unit);
        MuTable *table = mu_scope_domain_table(unit);
        MuColumn *column = all && use.def->kind == MU_DEF_FIELD ? mu_table_field(table, use.def->column) : NULL;
        if (column)
            add_all_numbers(d, table, column);
        else
            add_continuous_use(d, unit, use.def);
    }
}

static double setting_number(const Domain *d, MuScaleKey key)
{
    const MuSetting *setting = &d->model->settings[key];
    if (setting->origin == MU_ABSENT)
        return NAN;
    if (setting->value.kind == MU_NUMBER)
        return setting->value.number;
    Domain *mutable = (Domain *)(uintptr_t)d;
    return setting->node ? mu_to_number(spec_value(mutable, setting->node, first_def(d))) : NAN;
}

static bool takes_zero(MuScaleType type)
{
    return type == MU_SCALE_LINEAR || type == MU_SCALE_POW || type == MU_SCALE_SQRT || type == MU_SCALE_SYMLOG ||
           type == MU_SCALE_QUANTIZE;
}

/* Without any number a scale has no ends and no ticks; but the extent over several fields is taken from zero where
 * zero is asked for. */
static double empty_end(const Domain *d)
{
    MuSetting zero = d->model->settings[MU_KEY_ZERO];
    bool from_zero = takes_zero(mu_scale_model_type(d->model)) && zero.value.kind == MU_BOOL && zero.value.boolean;
    bool several = d->model->uses.size > 1;
    for (size_t i = 0; i < d->model->uses.size; i++) {
        const MuStackInfo *stack = &d->model->uses.at[i].unit->unit->stack;
        several = several || (stack->offset != MU_STACK_NONE && stack->channel == d->model->channel);
    }
    return from_zero && several ? 0 : NAN;
}

/* Vega's configureDomain for two ends: zero, then min, max, mid. */
static void set_ends(Domain *d, MuScale *scale, bool explicit_list)
{
    MuScaleType type = mu_scale_model_type(d->model);
    if (explicit_list) {
        scale->domain = d->numbers.at;
        scale->domain_size = d->numbers.size;
    } else {
        scale->domain = MU_NEW_ARRAY(d->render->arena, double, 3);
        scale->domain_size = 2;
        bool empty = d->low > d->high;
        scale->domain[0] = empty ? empty_end(d) : d->low;
        scale->domain[1] = empty ? empty_end(d) : d->high;
    }
    MuSetting zero = d->model->settings[MU_KEY_ZERO];
    size_t last = scale->domain_size ? scale->domain_size - 1 : 0;
    if (!scale->domain_size)
        return;
    if (takes_zero(type) && zero.value.kind == MU_BOOL && zero.value.boolean) {
        if (scale->domain[0] > 0 && scale->domain[last] >= scale->domain[0])
            scale->domain[0] = 0;
        if (scale->domain[last] < 0 && scale->domain[0] <= scale->domain[last])
            scale->domain[last] = 0;
    }
    double min = setting_number(d, MU_KEY_DOMAIN_MIN), max = setting_number(d, MU_KEY_DOMAIN_MAX),
           mid = setting_number(d, MU_KEY_DOMAIN_MID);
    if (!isnan(min))
        scale->domain[0] = min;
    if (!isnan(max))
        scale->domain[last] = max;
    if (!isnan(mid) && scale->domain_size == 2) {
        double *three = MU_NEW_ARRAY(d->render->arena, double, 3);
        three[0] = scale->domain[0];
        three[1] = mid;
        three[2] = scale->domain[1];
        scale->domain = three;
        scale->domain_size = 3;
    }
}

static void warn_of_log(Domain *d)
{
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        MuScope *unit = mu_scope_of_view(d->owner, use.unit);
        MuTable *table = mu_scope_domain_table(unit);
        MuColumn *column = use.def->kind == MU_DEF_FIELD ? mu_table_field(table, use.def->column) : NULL;
        const double *numbers = column ? mu_column_numbers(d->render->arena, column) : NULL;
        size_t bad = 0;
        double low = INFINITY;
        for (size_t j = 0; numbers && j < table->size; j++) {
            double x = numbers[mu_table_row(table, j)];
            bad += x <= 0;
            if (x > 0)
                low = fmin(low, x);
        }
        if (!bad)
            continue;
        mu_diag(d->render->diags, MU_DIAG_LOG_DOMAIN, use.def->field_node->span, bad, MU_FMT(use.def->column));
        if (d->low <= 0 && isfinite(low) && !d->render->vega)
            d->low = low;
    }
    bool none = d->low <= 0 && !d->render->vega && d->high <= 0;
    if (none) {
        d->low = INFINITY;
        d->high = -INFINITY;
    }
}

static bool has_number(const Domain *d, const MuScope *unit, const MuChannelDef *def)
{
    bool log = mu_scale_model_type(d->model) == MU_SCALE_LOG;
    MuTable *table = def->aggregate.size ? unit->pre : unit->raw;
    MuColumn *column = table ? mu_table_field(table, def->column) : NULL;
    const double *numbers = column ? mu_column_numbers(d->render->arena, column) : NULL;
    for (size_t i = 0; numbers && i < table->size; i++) {
        double x = numbers[mu_table_row(table, i)];
        if (isfinite(x) && (x > 0 || !log))
            return true;
    }
    return false;
}

/* One cell of many may be without a number. */
static bool is_in_cell(const MuScope *scope)
{
    for (; scope->parent; scope = scope->parent)
        if (scope->parent->facet)
            return true;
    return false;
}

/* Rows, but no number in any of them: a plot of nothing is no figure. Data without rows are another matter. */
static void check_extent(Domain *d)
{
    if (d->low <= d->high || d->render->vega || is_in_cell(d->owner))
        return;
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        const MuScope *unit = mu_scope_of_view(d->owner, use.unit);
        bool rows = use.def->kind == MU_DEF_FIELD && use.def->field_node && unit->raw && unit->raw->size;
        if (rows && !has_number(d, unit, use.def)) {
            mu_diag(d->render->diags, MU_DIAG_NO_EXTENT, use.def->field_node->span, MU_FMT(use.def->column));
            return;
        }
    }
}

static void set_bins(Domain *d, MuScale *scale)
{
    for (size_t i = 0; i < d->model->uses.size; i++) {
        MuScaleUse use = d->model->uses.at[i];
        if (use.def->kind != MU_DEF_FIELD || !use.def->binning)
            continue;
        MuBins bins = mu_scope_of_view(d->owner, use.unit)->bins[use.def->channel];
        if (mu_scale_set_bins(scale, bins.start, bins.step, round((bins.stop - bins.start) / bins.step) + 1))
            return;
    }
}

/* Data that come in bins of a known step have their edges over the domain. */
static void set_step_bins(Domain *d, MuScale *scale)
{
    const MuChannelDef *def = first_def(d);
    double step = mu_def_is_field(def) && def->prebinned ? def->prebinned_step : NAN;
    if (!(step > 0) || scale->bin_count || scale->domain_size < 2 || !scale->def->continuous)
        return;
    double first = scale->domain[0];
    mu_scale_set_bins(scale, first, step, floor((scale->domain[scale->domain_size - 1] - first) / step + 1e-9) + 1);
}

/* A raw domain is taken as it is, before all else that is said of the domain. */
static bool take_raw(MuRender *render, const MuScaleModel *model, MuScale *scale)
{
    MuValue raw = model->settings[MU_KEY_DOMAIN_RAW].value;
    const MuNode *domain = model->settings[MU_KEY_DOMAIN].node;
    if (mu_node_get(domain, "param"))
        raw = mu_selection_extent(render, domain, model->channel);
    if (raw.kind != MU_ARRAY || !scale->def->continuous)
        return false;
    scale->raw_domain = true;
    scale->domain_size = raw.array->size;
    scale->domain = MU_NEW_ARRAY(render->arena, double, raw.array->size);
    for (size_t i = 0; i < raw.array->size; i++)
        scale->domain[i] = mu_to_number(raw.array->at[i]);
    return true;
}

static void make_domain(MuRender *render, MuScope *scope, MuScaleModel *model)
{
    MuScaleType type = mu_scale_model_type(model);
    MuScale *scale = mu_scale_new(render->arena, type);
    scope->scales[model->channel] = scope->domains[model->channel] = scale;
    Domain d = {.render = render, .model = model, .owner = scope, .low = INFINITY, .high = -INFINITY};
    const MuNode *domain = model->settings[MU_KEY_DOMAIN].node, *with = union_with(domain);
    bool listed = mu_node_is(domain, MU_ARRAY);
    scale->zone = render->zone;
    scale->vega = render->vega;
    if (take_raw(render, model, scale))
        return;
    if (listed || with)
        add_spec_values(&d, listed ? domain : with);
    if (mu_node_get(domain, "expr") || mu_node_get(domain, "signal")) {
        MuValue value = mu_node_evaluate(domain, &render->env, render->arena);
        listed = value.kind == MU_ARRAY;
        for (size_t i = 0; listed && i < value.array->size; i++) {
            MU_PUSH(render->arena, &d.numbers, mu_to_number(value.array->at[i]));
            add_value(&d, value.array->at[i]);
        }
    }
    if (!mu_scale_def(type)->discrete || type == MU_SCALE_BIN_ORDINAL)
        set_bins(&d, scale);
    if (type == MU_SCALE_BIN_ORDINAL && scale->bin_count && !listed) {
        scale->domain = scale->bins;
        scale->domain_size = scale->bin_count;
        return;
    }
    if (mu_scale_def(type)->discrete && type != MU_SCALE_BIN_ORDINAL) {
        if (!listed)
            fill_discrete(&d);
        scale->values = d.values.at;
        scale->value_count = d.values.size;
        return;
    }
    if (!listed)
        fill_continuous(&d);
    if (type == MU_SCALE_LOG && !listed)
        warn_of_log(&d);
    if (!listed)
        check_extent(&d);
    set_ends(&d, scale, listed || (type == MU_SCALE_QUANTILE && d.numbers.size));
    set_step_bins(&d, scale);
}

static void scope_domains(MuRender *render, MuScope *scope)
{
    for (int c = 0; c < MU_CHANNEL_COUNT; c++)
        if (scope->view->scales[c])
            make_domain(render, scope, scope->view->scales[c]);
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        scope_domains(render, parts[i]);
}

bool mu_pass_domains(MuRender *render)
{
    scope_domains(render, render->root);
    return render->diags->errors == 0;
}
