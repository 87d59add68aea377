/* The tables of each scope: transforms, then for a unit its dates, bins, time units, aggregates and stacks,
 * and the rows that can be drawn. Order: the README of vega-lite's compile/data, parse.ts. */
#include "chart/render.h"
#include "mark/rows.h"
#include "transform/transform.h"

static MuTable *dataset(void *host, const MuNode *data)
{
    return mu_node_get(data, "param") ? mu_selection_rows(host, data) : mu_load_data(host, data);
}

static MuTable *run_transforms(MuRender *render, const MuScope *scope, MuTable *table)
{
    const MuNode *list = mu_node_get(scope->view->node, "transform");
    MuTransformContext context = {render->arena, &render->env, render->diags, render->zone, render, dataset};
    for (size_t i = 0; table && mu_node_is(list, MU_ARRAY) && i < list->array.size; i++) {
        bool had_rows = table->size > 0;
        table = mu_transform_run(mu_facet_transform(render, scope, list->array.at[i]), table, &context);
        if (table && had_rows && !table->size && !mu_node_is_made(list->array.at[i]))
            mu_diag(render->diags, MU_DIAG_NO_ROWS, list->array.at[i]->span);
    }
    return table;
}

static void each_field(const MuUnit *unit, void (*fn)(void *context, const MuChannelDef *def), void *context)
{
    for (int i = 0; i < MU_CHANNEL_COUNT; i++) {
        const MuChannelDef *def = unit->defs[i];
        if (mu_def_is_field(def))
            fn(context, def);
        for (size_t j = 0; def && j < def->condition_count; j++)
            if (mu_def_is_field(def->conditions[j].def))
                fn(context, def->conditions[j].def);
    }
    for (size_t list = 0; list < 3; list++)
        for (size_t i = 0; i < unit->list_sizes[list]; i++)
            fn(context, unit->lists[list][i]);
}

typedef struct Job {
    MuRender *render;
    MuScope *scope;
    MuTable *table;

} Job;

static bool needs_dates(const MuChannelDef *def)
{
    return def->field.size && (def->type == MU_TEMPORAL || def->unit.units) && !mu_aggregate_is_count(def->aggregate);
}

static MuColumn *column_for_dates(Job *job, const MuChannelDef *def)
{
    MuColumn *column = needs_dates(def) ? mu_table_field(job->table, def->field) : NULL;
    return column && column->kind != MU_COLUMN_DATE ? column : NULL;
}

static void put_dates(Job *job, MuColumn *column, const MuChannelDef *def)
{
    const double *times = mu_column_dates(job->render->arena, column, job->render->zone);
    MuColumn *dates = mu_column_new(job->render->arena, def->field, MU_COLUMN_DATE, column->size);
    for (size_t i = 0; i < column->size; i++)
        mu_column_set(job->render->arena, dates, i, isnan(times[i]) ? mu_null() : mu_date(times[i]));
    dates->source = column->source;
    dates->lines = column->lines;
    mu_table_put(job->table, dates);
}

/* A column that is read as times becomes one of times. */
static void make_dates(void *context, const MuChannelDef *def)
{
    Job *job = context;
    MuColumn *column = column_for_dates(job, def);
    if (column &&
        mu_column_check_dates(job->table, column, job->render->zone, def->field_node->span, job->render->diags))
        put_dates(job, column, def);
}

/* Before the transforms, so that filters compare times. Where a cell is no date its row may be one that a filter
 * drops: the column is left as it is, and looked at when the filters are done. */
static void make_early_dates(void *context, const MuChannelDef *def)
{
    Job *job = context;
    MuDiags ignored = {.arena = job->render->arena};
    MuColumn *column = column_for_dates(job, def);
    if (!column || !mu_column_check_dates(job->table, column, job->render->zone, def->field_node->span, &ignored))
        return;
    if (ignored.list.size) /* only notes */
        mu_column_check_dates(job->table, column, job->render->zone, def->field_node->span, job->render->diags);
    put_dates(job, column, def);
}

/* As Vega-Lite parses what is under min and max; elsewhere texts of numbers need no column of their own. */
static void make_extreme_numbers(void *context, const MuChannelDef *def)
{
    Job *job = context;
    bool extreme = mu_str_is(def->aggregate, "min") || mu_str_is(def->aggregate, "max");
    MuColumn *column = extreme && def->type == MU_QUANTITATIVE ? mu_table_field(job->table, def->field) : NULL;
    if (!column || column->kind != MU_COLUMN_TEXT)
        return;
    MuColumn *numbers = mu_column_parse(job->render->arena, column, MU_STR("number"), job->render->zone,
                                        def->field_node->span, job->render->diags);
    if (numbers)
        mu_table_put(job->table, numbers);
}

typedef struct Early {
    MuRender *render;
    MuTable *table;
} Early;

static void early_dates(MuView *view, void *context)
{
    Early *early = context;
    Job job = {.render = early->render, .table = early->table};
    each_field(view->unit, make_early_dates, &job);
    if (early->render->vega)
        each_field(view->unit, make_extreme_numbers, &job);
}

static void unknown_field(Job *job, const MuChannelDef *def)
{
    MuArena *arena = job->render->arena;
    MuDiag *diag = mu_diag(job->render->diags, MU_DIAG_UNKNOWN_FIELD, def->field_node->span, MU_FMT(def->field));
    MuStr *names;
    size_t count = mu_table_names(job->table, arena, &names);
    MuBuf list = {.arena = arena};
    for (size_t i = 0; i < count && i < 40; i++)
        mu_buf_printf(&list, "%s%.*s", i ? ", " : "", MU_FMT(names[i]));
    MuStr nearest = mu_nearest(def->field, names, count), all = mu_buf_str(&list);
    diag->path =
        mu_str_printf(arena, "%.*s%s%s.%s", MU_FMT(job->scope->view->path), job->scope->view->path.size ? "." : "",
                      mu_channel_is_facet(def->channel) ? "facet" : "encoding", mu_channel_name(def->channel));
    if (nearest.size)
        mu_diag_hint(job->render->diags, diag, "the columns are %.*s; did you mean '%.*s'?", MU_FMT(all),
                     MU_FMT(nearest));
    else
        mu_diag_hint(job->render->diags, diag, "the columns are %.*s", MU_FMT(all));
}

static bool has_data(const MuScope *scope)
{
    for (; scope; scope = scope->parent)
        if (mu_node_is(mu_node_get(scope->view->node, "data"), MU_OBJECT))
            return true;
    return false;
}

/* Data without rows have no columns, and that was said when they were read; a view without data is a mistake. */
static void no_columns(Job *job, const MuChannelDef *def)
{
    if (has_data(job->scope))
        return;
    MuDiag *diag = mu_diag(job->render->diags, MU_DIAG_NO_DATA, def->field_node->span);
    mu_diag_hint(job->render->diags, diag, "add 'data', as in data: {url: rows.csv}, or draw a constant by 'datum'");
}

static bool needs_numbers(const MuChannelDef *def)
{
    bool quantitative = def->type == MU_QUANTITATIVE && !mu_aggregate_is_count(def->aggregate) && !def->arg.size;
    return quantitative || (def->binning && !def->prebinned);
}

/* Is the column there, and are its cells numbers where numbers are asked for? */
static void check_field(void *context, const MuChannelDef *def)
{
    Job *job = context;
    if (!def->field.size)
        return;
    if (!job->table->columns.size && !job->table->left_out_size) {
        no_columns(job, def);
        return;
    }
    MuColumn *column = mu_table_field(job->table, def->field);
    if (!column)
        unknown_field(job, def);
    else if (needs_numbers(def) && !needs_dates(def))
        mu_column_check_numbers(job->table, column, def->field_node->span, job->render->diags);
    else if (def->aggregate.size && !def->arg.size)
        mu_measure_check(job->table, column, def->aggregate, def->field_node->span, job->render->diags);
}

/* "10 – 20", for scales that take bins as names. */
static void add_ranges(Job *job, const MuChannelDef *def)
{
    const MuColumn *start = mu_table_column(job->table, def->bin_start),
                   *end = mu_table_column(job->table, def->column_end);
    MuStr specifier = mu_def_number_specifier(def, job->render->config);
    MuColumn *ranges = mu_table_add(job->table, def->column, MU_COLUMN_VALUE);
    for (size_t i = 0; i < job->table->size; i++) {
        size_t row = mu_table_row(job->table, i);
        ranges->values[row] = mu_string(mu_bin_text(job->render->arena, job->render->locale, specifier,
                                                    mu_column_value(start, row), mu_column_value(end, row)));
    }
}

static void make_bin(void *context, const MuChannelDef *def)
{
    Job *job = context;
    MuColumn *column = def->binning ? mu_table_field(job->table, def->field) : NULL;
    bool made = job->scope->bins[def->channel].step > 0 && mu_table_column(job->table, def->column_end);
    if (!column || made)
        return;
    MuStr start = def->bin_start.size ? def->bin_start : def->column;
    MuBinParams params = def->bin;
    MuValue extent = mu_selection_extent(job->render, mu_node_path(def->node, "bin", "extent", NULL), def->channel);
    for (size_t i = 0; extent.kind == MU_ARRAY && extent.array->size == 2 && i < 2; i++)
        params.extent[i] = mu_to_number(extent.array->at[i]);
    job->scope->bins[def->channel] = mu_bin_column(job->table, column, params, start, def->column_end);
    if (def->bin_start.size)
        add_ranges(job, def);
}

/* Where each time that is the start of a unit already ends. */
static void end_unit(Job *job, MuColumn *starts, const MuChannelDef *def)
{
    const double *times = mu_column_dates(job->render->arena, starts, job->render->zone);
    MuTimeUnit unit = def->unit;
    if (unit.units == MU_UNIT_QUARTER || unit.units == (MU_UNIT_YEAR | MU_UNIT_QUARTER)) {
        unit.units = MU_UNIT_MONTH;
        unit.step = 3 * (unit.step > 0 ? unit.step : 1);
    }
    MuColumn *ends = mu_column_new(job->render->arena, def->column_end, MU_COLUMN_DATE, job->table->physical);
    for (size_t i = 0; i < job->table->size; i++) {
        size_t row = mu_table_row(job->table, i);
        double end = isnan(times[row]) ? NAN : mu_time_unit_offset(unit, times[row], 1, job->render->zone);
        mu_column_set(job->render->arena, ends, row, isnan(end) ? mu_null() : mu_date(end));
    }
    mu_table_put(job->table, ends);
}

static MuColumn *mix_times(Job *job, MuStr name, const double *from, const double *to, double part)
{
    MuColumn *column = mu_column_new(job->render->arena, name, MU_COLUMN_DATE, job->table->physical);
    for (size_t i = 0; i < job->table->size; i++) {
        size_t row = mu_table_row(job->table, i);
        double ms = (1 - part) * from[row] + part * to[row];
        mu_column_set(job->render->arena, column, row, isnan(ms) ? mu_null() : mu_date(ms));
    }
    return column;
}

/* Bars that stand before or after their unit reach into the one before, or by its length beyond it. */
static void move_unit(Job *job, const MuChannelDef *def)
{
    const MuUnit *unit = job->scope->view->unit;
    double position = mu_unit_band_position(&unit->chain, def);
    MuColumn *start = mu_table_field(job->table, def->column), *end = mu_table_column(job->table, def->column_end);
    if (!unit->mark->is_rect || !mu_channel_is_xy(def->channel) || position == 0.5 || !start || !end)
        return;
    MuArena *arena = job->render->arena;
    const MuZone *zone = job->render->zone;
    const double *from = mu_column_dates(arena, start, zone), *to = mu_column_dates(arena, end, zone);
    double *before = MU_NEW_ARRAY(arena, double, job->table->physical);
    for (size_t i = 0; i < job->table->size; i++) {
        size_t row = mu_table_row(job->table, i);
        before[row] = isnan(from[row]) ? NAN : mu_time_unit_offset(def->unit, from[row], -1, zone);
    }
    mu_table_put(job->table, mix_times(job, mu_moved_column(arena, def, false), before, from, position + 0.5));
    mu_table_put(job->table, mix_times(job, mu_moved_column(arena, def, true), from, to, position + 0.5));
}

/* Of units that the data bring, only bars and what stands within a unit look at the end. */
static bool needs_end(const MuUnit *unit, const MuChannelDef *def)
{
    return !unit || unit->mark->is_rect || (!isnan(def->band) && def->band != 0);
}

static void make_unit(void *context, const MuChannelDef *def)
{
    Job *job = context;
    MuColumn *column = def->unit.units && def->column_end.size ? mu_table_field(job->table, def->field) : NULL;
    if (!column || mu_table_column(job->table, def->column_end))
        return;
    if (!def->unit.binned)
        mu_time_unit_column(job->table, column, def->unit, def->unit_maxbins, job->render->zone, def->column,
                            def->column_end);
    else if (needs_end(job->scope->view->unit, def))
        end_unit(job, column, def);
    if (job->scope->view->unit)
        move_unit(job, def);
}

typedef struct Grouping {
    Job *job;
    MuColumn **groups;
    MuMeasure *measures;
    size_t group_count, measure_count;
} Grouping;

static void add_group(Grouping *g, MuColumn *column)
{
    for (size_t i = 0; i < g->group_count; i++)
        if (g->groups[i] == column)
            return;
    if (column)
        g->groups[g->group_count++] = column;
}

static void add_measure(Grouping *g, MuMeasure measure)
{
    for (size_t i = 0; i < g->measure_count; i++)
        if (mu_str_eq(g->measures[i].as, measure.as))
            return;
    g->measures[g->measure_count++] = measure;
}

static void collect(void *context, const MuChannelDef *def)
{
    Grouping *g = context;
    MuTable *table = g->job->table;
    if (!def->aggregate.size) {
        add_group(g, mu_table_field(table, def->column));
        if (def->column_end.size)
            add_group(g, mu_table_field(table, def->column_end));
        if (def->bin_start.size)
            add_group(g, mu_table_field(table, def->bin_start));
        if (def->unit.units) {
            add_group(g, mu_table_column(table, mu_moved_column(table->arena, def, false)));
            add_group(g, mu_table_column(table, mu_moved_column(table->arena, def, true)));
        }
        return;
    }
    if (def->arg.size) {
        MuStr as = mu_str_printf(g->job->render->arena, "%.*s_%.*s", MU_FMT(def->aggregate), MU_FMT(def->arg));
        add_measure(g, (MuMeasure){def->aggregate, mu_table_field(table, def->arg), as});
        return;
    }
    add_measure(g,
                (MuMeasure){def->aggregate, def->field.size ? mu_table_field(table, def->field) : NULL, def->column});
}

/* The field of the row that argmin or argmax chose, as a column of its own. */
static void pick_argument(void *context, const MuChannelDef *def)
{
    Job *job = context;
    if (!def->arg.size)
        return;
    MuStr rows_name = mu_str_printf(job->render->arena, "%.*s_%.*s", MU_FMT(def->aggregate), MU_FMT(def->arg));
    MuColumn *rows = mu_table_column(job->table, rows_name);
    MuColumn *column = mu_table_add(job->table, def->column, MU_COLUMN_VALUE);
    for (size_t i = 0; rows && i < rows->size; i++)
        column->values[i] = mu_value_member(mu_column_value(rows, i), def->field);
}

static void aggregate(Job *job)
{
    const MuUnit *unit = job->scope->view->unit;
    MuColumn **facets;
    size_t facet_count = mu_facet_columns(job->render, job->scope, job->table, &facets);
    size_t most =
        2 * (MU_CHANNEL_COUNT + unit->list_sizes[0] + unit->list_sizes[1] + unit->list_sizes[2]) + 64 + facet_count;
    Grouping g = {.job = job};
    g.groups = MU_NEW_ARRAY(job->render->arena, MuColumn *, most);
    g.measures = MU_NEW_ARRAY(job->render->arena, MuMeasure, most);
    each_field(unit, collect, &g);
    for (size_t i = 0; i < facet_count; i++)
        add_group(&g, facets[i]);
    job->table = mu_aggregate_table(job->table, g.groups, g.group_count, g.measures, g.measure_count);
    each_field(unit, pick_argument, job);
}

/* What groups a stack: a dimension, unless it is what is stacked. */
static size_t columns_of(Job *job, const MuChannelDef *def, MuColumn **columns)
{
    size_t count = 0;
    const MuUnit *unit = job->scope->view->unit;
    if (!mu_def_is_field(def) || mu_str_eq(def->column, unit->defs[unit->stack.channel]->column))
        return 0;
    columns[count] = mu_table_field(job->table, def->column);
    count += columns[count] != NULL;
    if (def->binning && (columns[count] = mu_table_field(job->table, def->column_end)))
        count++;
    return count;
}

/* Vega-Lite's order of a stack: by `order`, else by the stack's own fields, descending on y. */
static size_t stack_sort(Job *job, MuColumn **columns, bool *descending)
{
    const MuUnit *unit = job->scope->view->unit;
    size_t count = 0;
    for (size_t i = 0; i < unit->list_sizes[MU_LIST_ORDER]; i++) {
        const MuChannelDef *def = unit->lists[MU_LIST_ORDER][i];
        columns[count] = mu_table_field(job->table, def->column);
        descending[count] = mu_node_is_string(def->sort, "descending");
        count += columns[count] != NULL;
    }
    if (unit->list_sizes[MU_LIST_ORDER])
        return count;
    const MuChannelDef *order = unit->defs[MU_CHANNEL_ORDER];
    bool down = unit->stack.channel == MU_CHANNEL_Y;
    if (order && order->sort)
        down = mu_node_is_string(order->sort, "descending");
    for (size_t i = 0; i < unit->stack_by_size; i++) {
        MuColumn *column = mu_table_field(job->table, unit->stack_by[i]->column);
        bool known = !column;
        for (size_t j = 0; j < count; j++)
            known = known || columns[j] == column;
        if (known)
            continue;
        columns[count] = column;
        descending[count++] = down;
    }
    return count;
}

/* With a color domain given as a list, the parts are stacked in its order. */
static MuColumn *domain_order(Job *job)
{
    const MuUnit *unit = job->scope->view->unit;
    const MuChannelDef *color =
        unit->defs[MU_CHANNEL_FILL] ? unit->defs[MU_CHANNEL_FILL] : unit->defs[MU_CHANNEL_COLOR];
    const MuNode *domain = mu_def_is_field(color) ? mu_node_get(color->scale, "domain") : NULL;
    if (!mu_node_is(domain, MU_ARRAY) || color->type != MU_NOMINAL || unit->list_sizes[MU_LIST_ORDER] ||
        unit->defs[MU_CHANNEL_ORDER])
        return NULL;
    MuColumn *column = mu_table_field(job->table, color->column);
    if (!column)
        return NULL;
    MuColumn *order = mu_column_new(job->render->arena, MU_STR("<stack order>"), MU_COLUMN_NUMBER, column->size);
    for (size_t i = 0; i < column->size; i++) {
        MuValue value = mu_column_value(column, i);
        double place = -1;
        for (size_t j = 0; j < domain->array.size && place < 0; j++)
            if (mu_value_same(mu_node_value(job->render->arena, domain->array.at[j]), value))
                place = (double)j;
        mu_column_set(job->render->arena, order, i, mu_number(place));
    }
    return order;
}

static void impute_parts(Job *job, MuColumn *const *dimension)
{
    const MuUnit *unit = job->scope->view->unit;
    MuColumn **facets;
    size_t facet_count = mu_facet_columns(job->render, job->scope, job->table, &facets), count = 0;
    MuColumn **groups = MU_NEW_ARRAY(job->render->arena, MuColumn *, unit->stack_by_size + facet_count + 1);
    for (size_t i = 0; i < unit->stack_by_size; i++) {
        groups[count] = mu_table_field(job->table, unit->stack_by[i]->column);
        count += groups[count] != NULL;
    }
    for (size_t i = 0; i < facet_count; i++)
        groups[count++] = facets[i];
    MuColumn *value = mu_table_field(job->table, unit->defs[unit->stack.channel]->column);
    if (dimension[0] && value)
        job->table = mu_impute_zero(job->table, value, dimension[0], groups, count);
}

/* What parts one stack from the next, unless it is the stacked field itself. */
static size_t dimension_of(Job *job, MuChannel channel, MuColumn **columns)
{
    const MuUnit *unit = job->scope->view->unit;
    const MuChannelDef *def = unit->defs[channel];
    if (mu_def_is_field(def) && mu_str_eq(def->column, unit->defs[unit->stack.channel]->column))
        return 0;
    return columns_of(job, def, columns);
}

/* Rows of one place and one cell stand on one another. */
static size_t stack_groups(Job *job, MuChannel place, MuColumn ***groups)
{
    const MuUnit *unit = job->scope->view->unit;
    MuColumn **facets;
    size_t facet_count = mu_facet_columns(job->render, job->scope, job->table, &facets);
    *groups = MU_NEW_ARRAY(job->render->arena, MuColumn *, facet_count + 4);
    size_t count = dimension_of(job, place, *groups);
    if (mu_channel_offset(place) != MU_CHANNEL_COUNT)
        count += columns_of(job, unit->defs[mu_channel_offset(place)], *groups + count);
    for (size_t i = 0; i < facet_count; i++)
        (*groups)[count++] = facets[i];
    return count;
}

static void stack(Job *job)
{
    const MuUnit *unit = job->scope->view->unit;
    const MuStackInfo *info = &unit->stack;
    MuChannel other = mu_channel_across(info->channel);
    size_t most = unit->stack_by_size + unit->list_sizes[MU_LIST_ORDER] + 2;
    MuColumn *dimension[2] = {0}, **groups, **sort = MU_NEW_ARRAY(job->render->arena, MuColumn *, most);
    bool *descending = MU_NEW_ARRAY(job->render->arena, bool, most);
    if (info->impute && dimension_of(job, other, dimension))
        impute_parts(job, dimension);
    size_t count = stack_groups(job, other, &groups);
    MuColumn *value = mu_table_field(job->table, unit->defs[info->channel]->column), *by_domain = domain_order(job);
    size_t sort_count = stack_sort(job, sort, descending);
    if (by_domain) {
        sort[0] = by_domain;
        descending[0] = unit->orient != MU_MARK_HORIZONTAL;
        sort_count = 1;
    }
    MuStackMode mode = info->offset == MU_STACK_ZERO     ? MU_STACK_BY_ZERO
                       : info->offset == MU_STACK_CENTER ? MU_STACK_BY_CENTER
                                                         : MU_STACK_BY_NORMALIZE;
    if (value)
        mu_stack_column(job->table, value, groups, count, sort, descending, sort_count, mode, info->start, info->end);
}

/* The rows whose every continuous value is a number. */
static MuTable *drop_invalid(MuRender *render, const MuScope *scope, MuTable *table)
{
    const double *columns[MU_CHANNEL_COUNT];
    const MuChannelDef *defs[MU_CHANNEL_COUNT];
    size_t count = 0, kept = 0, dropped[MU_CHANNEL_COUNT] = {0};
    for (int c = 0; c < MU_CHANNEL_COUNT; c++) {
        const MuChannelDef *def = mu_channel_field_or_datum(scope->view->unit->defs[c]);
        bool filtered =
            mu_unit_is_continuous(scope->view, (MuChannel)c) && !mu_config_invalid_output(render->config, (MuChannel)c);
        MuColumn *column = filtered ? mu_table_field(table, def->column) : NULL;
        if (!column)
            continue;
        defs[count] = def;
        columns[count++] = mu_column_numbers(render->arena, column);
    }
    uint32_t *index = MU_NEW_ARRAY(render->arena, uint32_t, table->size);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i), bad = 0;
        while (bad < count && isfinite(columns[bad][row]))
            bad++;
        if (bad < count)
            dropped[bad]++;
        else
            index[kept++] = (uint32_t)row;
    }
    for (size_t i = 0; i < count; i++)
        if (dropped[i])
            mu_diag(render->diags, MU_DIAG_ALL_INVALID,
                    defs[i]->field_node ? defs[i]->field_node->span : defs[i]->node->span, MU_FMT(defs[i]->column),
                    dropped[i]);
    return kept == table->size ? table : mu_table_select(render->arena, table, index, kept);
}

static void unit_tables(MuRender *render, MuScope *scope)
{
    const MuUnit *unit = scope->view->unit;
    Job job = {.render = render, .scope = scope, .table = mu_table_copy(render->arena, scope->table)};
    each_field(unit, check_field, &job);
    if (render->diags->errors)
        return;
    each_field(unit, make_dates, &job);
    if (render->diags->errors)
        return;
    each_field(unit, make_bin, &job);
    each_field(unit, make_unit, &job);
    scope->raw = job.table;
    if (unit->aggregated)
        aggregate(&job);
    else if (unit->stack.offset != MU_STACK_NONE)
        job.table = mu_table_copy(render->arena, job.table);
    if (unit->stack.offset != MU_STACK_NONE)
        stack(&job);
    scope->pre = job.table;
    MuInvalid invalid = mu_unit_invalid(unit);
    scope->main = invalid == MU_INVALID_SHOW ? scope->pre : drop_invalid(render, scope, scope->pre);
}

/* A layer's bins are those of all the rows it gets, before its own transforms. */
static void early_bins(MuRender *render, MuScope *scope, MuTable *table)
{
    bool layer = scope->view->parent && scope->view->parent->kind == MU_VIEW_LAYER;
    Job job = {.render = render, .scope = scope, .table = table};
    if (layer && scope->view->kind == MU_VIEW_UNIT)
        each_field(scope->view->unit, make_bin, &job);
}

/* The columns that a facet parts its rows by. */
static void facet_columns(MuRender *render, MuScope *scope)
{
    Job job = {.render = render, .scope = scope, .table = mu_table_copy(render->arena, scope->table)};
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        const MuChannelDef *def = scope->view->facet[dim].def;
        if (!def)
            continue;
        check_field(&job, def);
        if (render->diags->errors)
            return;
        make_dates(&job, def);
        make_bin(&job, def);
        make_unit(&job, def);
    }
    scope->table = job.table;
}

static void scope_tables(MuRender *render, MuScope *scope)
{
    MuTable *table = scope->table;
    if (!table && scope->parent)
        table = mu_table_copy(render->arena, scope->parent->table);
    if (!table)
        table = mu_table_new(render->arena, 1); /* no data: one empty row, for marks of values and datums */
    if (scope->table || !scope->parent) {
        Early early = {render, table};
        mu_view_each_unit(scope->view, early_dates, &early);
    }
    early_bins(render, scope, table);
    scope->table = run_transforms(render, scope, table);
    if (!scope->table || render->diags->errors)
        return;
    if (scope->view->kind == MU_VIEW_UNIT)
        unit_tables(render, scope);
    else if (scope->view->kind == MU_VIEW_FACET)
        facet_columns(render, scope);
    for (size_t i = 0; i < scope->child_count && !render->diags->errors; i++)
        scope_tables(render, scope->children[i]);
}

bool mu_pass_transform(MuRender *render)
{
    scope_tables(render, render->root);
    if (!render->diags->errors)
        mu_facet_part(render, render->root);
    return render->diags->errors == 0;
}
