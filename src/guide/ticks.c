#include "guide/ticks.h"

#include "guide/props.h"
#include "transform/predicate.h"

double mu_scale_range_first(const MuScale *scale)
{
    return scale->range_size && scale->range_kind == MU_RANGE_NUMBERS ? scale->range[0] : 0;
}

double mu_scale_range_last(const MuScale *scale)
{
    return scale->range_size && scale->range_kind == MU_RANGE_NUMBERS ? scale->range[scale->range_size - 1] : 0;
}

bool mu_scale_is_time(const MuScale *scale)
{
    return scale->type == MU_SCALE_TIME || scale->type == MU_SCALE_UTC;
}

/* -- format -------------------------------------------------------------- */

static MuStr config_text(const MuGuideContext *context, const char *name, MuStr fallback)
{
    return mu_node_string(mu_node_get(context->config, name), fallback);
}

static MuStr time_specifier(const MuGuideContext *context, MuStr given, const MuGuideField *field, bool axis)
{
    if (given.size)
        return given;
    if (field->unit.units) {
        MuBuf buf = {.arena = context->arena};
        mu_time_unit_specifier(&buf, field->unit.units);
        return mu_buf_str(&buf);
    }
    /* Axes leave times to the multi-format. */
    return axis ? MU_STR("") : config_text(context, "timeFormat", MU_STR("%b %d, %Y"));
}

MuGuideFormat mu_guide_format(const MuGuideContext *context, const MuChain *chain, const MuGuideField *field, bool axis)
{
    MuStr given = mu_chain_string(chain, "format", MU_STR("")), type = mu_chain_string(chain, "formatType", MU_STR(""));
    bool time_field = field->type == MU_TEMPORAL || field->unit.units || field->text_is_time;
    MuGuideFormat format = {.specifier = given, .is_time = mu_str_is(type, "time") || (!type.size && time_field)};
    format.is_utc = format.is_time && field->unit.utc;
    if (field->normalized)
        format.specifier = config_text(context, "normalizedNumberFormat", MU_STR(".0%"));
    else if (format.is_time)
        format.specifier = time_specifier(context, given, field, axis);
    else if (!given.size && field->type == MU_QUANTITATIVE)
        format.specifier = config_text(context, "numberFormat", MU_STR(""));
    return format;
}

/* -- count --------------------------------------------------------------- */

/* Here the names have a plural too, and "date" is a day. */
static bool interval_find(MuStr name, MuInterval *interval)
{
    if (mu_str_ends(name, "s"))
        name.size--;
    MuInterval found = mu_interval_named(mu_str_is(name, "date") ? MU_STR("day") : name, 1);
    if (found.step)
        *interval = found;
    return found.step != 0;
}

/* The length of the smallest part of a time unit, from the start of a year that is no leap year: vega-lite's
 * durationExpr. A day of the week has none. */
static double unit_duration(MuTimeUnit unit)
{
    const int step = (int)fmin(fmax(unit.step, 1), 1e6);
    const MuTimeUnitBit fixed[] = {MU_UNIT_MILLISECONDS, MU_UNIT_SECONDS, MU_UNIT_MINUTES, MU_UNIT_HOURS};
    const double lengths[] = {1, 1e3, 6e4, 36e5};
    for (size_t i = 0; i < 4; i++)
        if (unit.units & fixed[i])
            return lengths[i] * step;
    if (unit.units & MU_UNIT_DAY)
        return 0;
    if (unit.units & (MU_UNIT_DAYOFYEAR | MU_UNIT_DATE))
        return 864e5 * step;
    if (unit.units & MU_UNIT_WEEK)
        return 7 * 864e5 * step;
    int years = 0, months = 0;
    if (unit.units & MU_UNIT_MONTH)
        months = step;
    else if (unit.units & MU_UNIT_QUARTER)
        months = 3 * step;
    else
        years = step;
    return mu_civil_ms(2001 + years, 1 + months, 1, 0, 0, 0, 0, NULL) - mu_civil_ms(2001, 1, 1, 0, 0, 0, 0, NULL);
}

MuTickCount mu_tick_count(const MuChain *chain, const MuScale *scale, const MuGuideField *field, MuStr format,
                          double fallback)
{
    MuTickCount wanted = {.count = fallback};
    MuValue given = mu_chain_value(chain, "tickCount");
    double step = 1;
    if (given.kind == MU_OBJECT) {
        step = mu_to_number(mu_object_get(given.object, MU_STR("step")));
        given = mu_object_get(given.object, MU_STR("interval"));
    }
    if (given.kind == MU_NUMBER)
        wanted.count = given.number;
    if (given.kind == MU_STRING && mu_scale_is_time(scale) && interval_find(mu_value_str(given), &wanted.interval) &&
        step >= 1)
        wanted.interval.step = (int)fmin(step, 1e6);
    double least = mu_str_is(format, "d") ? 1 : field->unit.units ? unit_duration(field->unit) : 0;
    wanted.min_step = mu_chain_number(chain, "tickMinStep", least);
    if (!(wanted.min_step > 0))
        wanted.min_step = 0;
    wanted.count = mu_scale_tick_count(scale, wanted.count, wanted.min_step);
    return wanted;
}

/* -- values -------------------------------------------------------------- */

static bool is_date_object(MuValue value)
{
    static const char *const parts[] = {"year",  "quarter", "month",   "date",        "day",
                                        "hours", "minutes", "seconds", "milliseconds"};
    for (size_t i = 0; value.kind == MU_OBJECT && i < sizeof parts / sizeof *parts; i++)
        if (mu_object_get(value.object, mu_str(parts[i])).kind != MU_UNDEFINED)
            return true;
    return false;
}

static bool is_single_unit(unsigned units)
{
    return units && (units & (units - 1)) == 0;
}

/* A number or text under a temporal field or a time unit as a time; a small number under a single unit
 * counts that unit ("month: 3" is March). */
static MuValue time_value(const MuGuideContext *context, const MuGuideField *field, MuValue value)
{
    MuTimeUnit unit = field->unit;
    double ms = value.kind == MU_STRING ? mu_date_parse(mu_value_str(value), context->zone) : value.number;
    bool counts = value.kind == MU_NUMBER ? value.number < 10000 : isnan(ms);
    if (is_single_unit(unit.units) && !unit.binned && counts) {
        MuBuf name = {.arena = context->arena};
        mu_time_unit_name(&name, unit.units);
        MuObject *object = mu_object_new(context->arena);
        mu_object_set(context->arena, object, mu_buf_str(&name), value);
        return mu_date(mu_datetime_object(mu_object_value(object), (MuTimeUnit){0}, context->zone));
    }
    return mu_date(ms);
}

static MuValue guide_value(const MuGuideContext *context, const MuGuideField *field, MuValue value)
{
    if (is_date_object(value))
        return mu_date(mu_datetime_object(value, (MuTimeUnit){0}, context->zone));
    bool time = field->unit.units || field->type == MU_TEMPORAL;
    if (time && (value.kind == MU_STRING || value.kind == MU_NUMBER))
        return time_value(context, field, value);
    return value;
}

bool mu_guide_values(const MuGuideContext *context, const MuChain *chain, const MuGuideField *field, MuValue **values,
                     size_t *size)
{
    const MuNode *node = mu_node_get(chain->definition, "values");
    if (mu_node_is(node, MU_ARRAY)) {
        *size = node->array.size;
        *values = MU_NEW_ARRAY(context->arena, MuValue, *size ? *size : 1);
        for (size_t i = 0; i < *size; i++)
            (*values)[i] = guide_value(context, field, mu_node_evaluate(node->array.at[i], chain->env, context->arena));
        return true;
    }
    MuValue list = node ? mu_node_evaluate(node, chain->env, context->arena) : mu_undefined();
    if (list.kind != MU_ARRAY)
        return false;
    *size = list.array->size;
    *values = MU_NEW_ARRAY(context->arena, MuValue, *size ? *size : 1);
    for (size_t i = 0; i < *size; i++)
        (*values)[i] = list.array->at[i];
    return true;
}

/* -- labels -------------------------------------------------------------- */

MuValue mu_guide_datum(MuArena *arena, MuValue value, MuStr label, double index)
{
    MuObject *object = mu_object_new(arena);
    mu_object_set(arena, object, MU_STR("value"), value);
    mu_object_set(arena, object, MU_STR("label"), label.at ? mu_string(label) : mu_null());
    mu_object_set(arena, object, MU_STR("index"), mu_number(index));
    return mu_object_value(object);
}

static size_t split_lines(MuArena *arena, MuStr text, MuStr **lines)
{
    size_t count = 1, from = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.at[i] == '\n';
    *lines = MU_NEW_ARRAY(arena, MuStr, count);
    for (size_t i = 0; i < count; i++) {
        size_t end = mu_str_find(text, MU_STR("\n"), from);
        (*lines)[i] = mu_str_slice(text, from, end);
        from = end + 1;
    }
    return count;
}

size_t mu_guide_label(const MuGuideContext *context, const MuChain *chain, MuValue datum, MuStr label, MuStr **lines)
{
    const MuNode *node = mu_chain_get(chain, "labelExpr", NULL);
    if (mu_node_is(node, MU_STRING) && chain->env) {
        MuExpr *expr = mu_expr_compile(context->arena, node->string, node->span, context->diags);
        MuEnv env = *chain->env;
        env.datum = datum;
        if (expr)
            return mu_guide_lines(context->arena, mu_expr_eval(expr, &env), lines);
    }
    if (!label.at) {
        *lines = NULL;
        return 0;
    }
    /* The format joins the lines of a value that is an array. */
    if (mu_object_get(datum.object, MU_STR("value")).kind == MU_ARRAY)
        return split_lines(context->arena, label, lines);
    return mu_guide_lines(context->arena, mu_string(label), lines);
}

/* -- of an axis ---------------------------------------------------------- */

const MuGuideField *mu_axis_field(const MuAxisSpec *spec, size_t index)
{
    return index == 0 ? &spec->field : index <= spec->other_count ? &spec->others[index - 1] : NULL;
}

/* vega-lite's defaultTickCount: one in 40 px, for bins one in 10; 0: Vega's own. */
static double default_count(const MuGuideContext *context, const MuAxisSpec *spec, bool has_values)
{
    if (has_values || spec->scale->def->discrete || spec->scale->type == MU_SCALE_LOG)
        return 0;
    double size = spec->x ? context->width : context->height;
    const MuGuideField *field;
    for (size_t i = 0; (field = mu_axis_field(spec, i)); i++) {
        const unsigned unit = field->unit.units;
        if (field->binned)
            return ceil(size / 10);
        if (unit != MU_UNIT_MONTH && unit != MU_UNIT_HOURS && unit != MU_UNIT_DAY && unit != MU_UNIT_QUARTER)
            return ceil(size / 40);
    }
    return 0;
}

/* The first field that has a format of its own; the first of all if none has. */
static const MuGuideField *formatted_field(const MuAxisSpec *spec)
{
    const MuGuideField *field;
    for (size_t i = 0; (field = mu_axis_field(spec, i)); i++)
        if (field->unit.units || field->normalized)
            return field;
    return &spec->field;
}

static const MuGuideField *field_with_unit(const MuAxisSpec *spec)
{
    const MuGuideField *field;
    for (size_t i = 0; (field = mu_axis_field(spec, i)); i++)
        if (field->unit.units)
            return field;
    return &spec->field;
}

static size_t tick_values(const MuGuideContext *context, const MuAxisSpec *spec, MuTickCount *wanted, MuStr format,
                          MuValue **values, bool *asked)
{
    size_t size = 0;
    *asked = mu_guide_values(context, &spec->chain, &spec->field, values, &size);
    double fallback = default_count(context, spec, *asked);
    if (!(fallback > 0))
        fallback = *asked ? (double)size : 10;
    *wanted = mu_tick_count(&spec->chain, spec->scale, field_with_unit(spec), format, fallback);
    if (*asked)
        return mu_scale_valid_ticks(spec->scale, context->arena, *values, size,
                                    wanted->interval.step ? NAN : wanted->count, values);
    return mu_scale_ticks(spec->scale, context->arena, wanted->count, wanted->interval, wanted->min_step, values);
}

/* Where numbers are rounded to the same text, a reader cannot tell the ticks apart. (Dates may repeat: Jan, Jan.) */
static void warn_of_like_ticks(const MuGuideContext *context, const MuAxisSpec *spec, const MuTicks *ticks)
{
    const MuScale *scale = spec->scale;
    if (!context->diags || !(scale->def->continuous || scale->def->discretizing) || mu_scale_is_time(scale))
        return;
    for (size_t i = 1; i < ticks->size; i++) {
        MuStr label = ticks->at[i].label;
        if (!label.size || !mu_str_eq(label, ticks->at[i - 1].label))
            continue;
        const MuNode *format = mu_chain_get(&spec->chain, "format", NULL);
        MuSpan span = format ? format->span : (MuSpan){0};
        MuDiag *diag = mu_diag(context->diags, MU_DIAG_TICKS_ALIKE, span, spec->x ? "x" : "y", MU_FMT(label));
        mu_diag_hint(context->diags, diag, "give the axis a format with more digits, or fewer ticks by tickMinStep");
        return;
    }
}

MuTicks mu_axis_ticks(const MuGuideContext *context, const MuAxisSpec *spec, bool extra)
{
    MuArena *arena = context->arena;
    MuGuideFormat format = mu_guide_format(context, &spec->chain, formatted_field(spec), true);
    MuTickCount wanted;
    MuValue *values;
    bool asked;
    size_t size = tick_values(context, spec, &wanted, format.specifier, &values, &asked);
    MuTickFormat *text =
        mu_tick_format_new(spec->scale, arena, wanted.count, format.specifier, format.is_time, context->locale);
    if (format.is_utc)
        mu_tick_format_in_utc(text);
    if (asked)
        mu_tick_format_keep_all(text);
    MuTicks ticks = {.at = MU_NEW_ARRAY(arena, MuTick, size + 1)};
    for (size_t i = 0; i < size; i++) {
        MuStr label = mu_tick_format_text(text, arena, values[i]);
        ticks.at[ticks.size++] =
            (MuTick){.value = values[i], .label = label, .index = (double)i / (double)(size > 1 ? size - 1 : 1)};
    }
    if (!format.is_time)
        warn_of_like_ticks(context, spec, &ticks);
    if (extra && size)
        ticks.at[ticks.size++] = (MuTick){.value = values[0], .index = -1, .extra = true};
    return ticks;
}
