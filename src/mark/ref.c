#include "mark/ref.h"

#include "transform/predicate.h"

static bool holds(const MuMarkContext *context, const MuTest *test, size_t row)
{
    if (test->invalid)
        return !mu_column_has_number(test->invalid, row);
    if (!test->expr && !test->predicate)
        return test->constant;
    context->env->datum = mu_row_value(context->table, row);
    if (test->expr)
        return mu_to_bool(mu_expr_eval(test->expr, context->env));
    return mu_predicate_holds(test->predicate, context->env);
}

const MuRef *mu_ref_resolve(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    for (size_t i = 0; i < ref->test_count; i++)
        if (holds(context, &ref->tests[i], row))
            return ref->when[i];
    return ref;
}

static MuValue expression_value(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    context->env->datum = mu_row_value(context->table, row);
    return mu_expr_eval(ref->expr, context->env);
}

static double between(const MuRef *ref, size_t row)
{
    double from = ref->numbers[row], to = ref->second_numbers[row];
    double mixed = ref->mix == 0 ? from : ref->mix == 1 ? to : (1 - ref->mix) * from + ref->mix * to;
    return mixed + ref->plus;
}

static double base_number(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    switch (ref->kind) {
    case MU_REF_NONE:
        return NAN;
    case MU_REF_CONSTANT:
        return mu_to_number(ref->value);
    case MU_REF_SCALED:
        return mu_scale_number(ref->scale, ref->value);
    case MU_REF_COLUMN:
        return mu_to_number(mu_column_value(ref->column, row));
    case MU_REF_FIELD:
        if (ref->numbers)
            return mu_scale_number(ref->scale, mu_number(ref->numbers[row]));
        return mu_scale_number(ref->scale, mu_column_value(ref->column, row));
    case MU_REF_BETWEEN:
        return mu_scale_number(ref->scale, mu_number(between(ref, row)));
    case MU_REF_EXPR:
        return mu_to_number(expression_value(context, ref, row));
    }
    return NAN;
}

double mu_ref_number(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    if (!ref)
        return NAN;
    ref = mu_ref_resolve(context, ref, row);
    double number = base_number(context, ref, row) + ref->offset;
    if (ref->band != 0 && ref->scale)
        number += ref->band * ref->scale->bandwidth;
    if (ref->offset_ref)
        number += mu_ref_number(context, ref->offset_ref, row);
    return number;
}

bool mu_ref_condition_holds(const MuMarkContext *context, const MuRef *ref, size_t condition, size_t row)
{
    return ref && condition < ref->test_count && holds(context, &ref->tests[condition], row);
}

MuValue mu_ref_value(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    return ref ? mu_ref_plain_value(context, mu_ref_resolve(context, ref, row), row) : mu_undefined();
}

MuValue mu_ref_plain_value(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    switch (ref->kind) {
    case MU_REF_CONSTANT:
        return ref->value;
    case MU_REF_SCALED:
        return mu_scale_value(ref->scale, ref->value);
    case MU_REF_COLUMN:
        return mu_column_value(ref->column, row);
    case MU_REF_FIELD:
        return mu_scale_value(ref->scale, mu_column_value(ref->column, row));
    case MU_REF_BETWEEN:
        return mu_scale_value(ref->scale, mu_number(between(ref, row)));
    case MU_REF_EXPR:
        return expression_value(context, ref, row);
    case MU_REF_NONE:
        break;
    }
    return mu_undefined();
}

double mu_ref_number_or(const MuMarkContext *context, const MuRef *ref, size_t row, double fallback)
{
    double number = mu_ref_number(context, ref, row);
    return isnan(number) ? fallback : number;
}

MuStr mu_ref_string_or(const MuMarkContext *context, const MuRef *ref, size_t row, MuStr fallback)
{
    MuValue value = mu_ref_value(context, ref, row);
    return value.kind == MU_STRING ? mu_value_str(value) : fallback;
}

MuColor mu_ref_scaled_color(const MuRef *ref, size_t row)
{
    if (ref->kind == MU_REF_FIELD)
        return mu_scale_color(ref->scale, mu_column_value(ref->column, row));
    return mu_scale_color(ref->scale, ref->kind == MU_REF_SCALED ? ref->value : mu_number(between(ref, row)));
}

bool mu_ref_is_constant(const MuRef *ref)
{
    return !ref || (!ref->test_count && !ref->offset_ref &&
                    (ref->kind == MU_REF_NONE || ref->kind == MU_REF_CONSTANT || ref->kind == MU_REF_SCALED));
}

MuRef *mu_ref_constant(MuArena *arena, MuValue value)
{
    MuRef *ref = MU_NEW(arena, MuRef);
    ref->kind = MU_REF_CONSTANT;
    ref->value = value;
    return ref;
}

MuRef *mu_ref_number_constant(MuArena *arena, double value)
{
    return mu_ref_constant(arena, mu_number(value));
}

MuRef *mu_ref_field(MuMarkContext *context, MuChannel channel, MuStr name)
{
    MuRef *ref = MU_NEW(context->arena, MuRef);
    ref->column = mu_table_field(context->table, name);
    ref->scale = context->scales[mu_channel_main(channel)];
    if (!ref->column)
        return ref;
    ref->kind = ref->scale ? MU_REF_FIELD : MU_REF_COLUMN;
    if (ref->scale && !ref->scale->def->discrete && ref->column->kind != MU_COLUMN_VALUE)
        ref->numbers = mu_column_numbers(context->arena, ref->column);
    return ref;
}

static MuRef *expression_ref(MuMarkContext *context, const MuNode *text)
{
    MuRef *ref = MU_NEW(context->arena, MuRef);
    ref->expr = mu_expr_compile(context->arena, text->string, text->span, context->diags);
    ref->kind = ref->expr ? MU_REF_EXPR : MU_REF_NONE;
    return ref;
}

MuRef *mu_ref_of_node(MuMarkContext *context, const MuNode *node)
{
    const MuNode *text = mu_node_get(node, "expr");
    if (!text)
        text = mu_node_get(node, "signal");
    if (mu_node_is(text, MU_STRING))
        return expression_ref(context, text);
    return mu_ref_constant(context->arena, mu_node_value(context->arena, node));
}

MuRef *mu_ref_property(MuMarkContext *context, const char *name, const char *vega)
{
    const MuNode *node = mu_mark_property(&context->chain, name, vega);
    return node ? mu_ref_of_node(context, node) : NULL;
}

/* "width" and "height" as positions mean the view's size. */
static MuRef *place_ref(MuMarkContext *context, const MuNode *node)
{
    if (mu_node_is_string(node, "width"))
        return mu_ref_number_constant(context->arena, context->width);
    if (mu_node_is_string(node, "height"))
        return mu_ref_number_constant(context->arena, context->height);
    return mu_ref_of_node(context, node);
}

static MuValue datum_value(MuMarkContext *context, const MuChannelDef *def)
{
    const MuNode *datum = mu_node_get(def->node, "datum");
    MuValue value = mu_node_evaluate(datum, context->env, context->arena);
    if (value.kind == MU_OBJECT)
        return mu_date(mu_datetime_object(value, def->unit, context->zone));
    if (def->type == MU_TEMPORAL && value.kind == MU_STRING)
        return mu_date(mu_date_parse(mu_value_str(value), context->zone));
    return value;
}

static const MuRef *offset_of(MuMarkContext *context, MuChannel channel, double band, double *fixed);

static double time_unit_band_position(const MuMarkContext *context)
{
    return mu_node_number(mu_mark_config(&context->chain, "timeUnitBandPosition"), NAN);
}

/* Vega-Lite's getBandPosition; NaN where it gives none. */
static double band_position(const MuMarkContext *context, const MuChannelDef *def, const MuChannelDef *second)
{
    if (!isnan(def->band))
        return def->band;
    if (def->kind == MU_DEF_FIELD && def->unit.units && !second)
        return time_unit_band_position(context);
    return def->kind == MU_DEF_FIELD && def->binning ? 0.5 : NAN;
}

static MuRef *between_ref(MuMarkContext *context, MuChannel channel, MuStr start, MuStr end, double mix)
{
    MuRef *ref = mu_ref_field(context, channel, start);
    ref->second = mu_table_field(context->table, end);
    if (!ref->column || !ref->second || !ref->scale)
        return ref;
    ref->kind = MU_REF_BETWEEN;
    ref->mix = mix;
    ref->numbers = mu_column_numbers(context->arena, ref->column);
    ref->second_numbers = mu_column_numbers(context->arena, ref->second);
    return ref;
}

/* A field's place: the middle of bins and time units where they have one, a fraction of a band, or the
 * value itself (Vega-Lite's midPoint). `band` overrides the definition's band position unless NaN. */
static MuRef *field_ref(MuMarkContext *context, const MuChannelDef *def, const MuChannelDef *second, double band)
{
    const MuScale *scale = context->scales[mu_channel_main(def->channel)];
    bool discrete = scale && scale->def->discrete;
    double position = isnan(band) ? band_position(context, def, second) : band;
    if (def->binning || (position > 0 && def->unit.units && def->type == MU_TEMPORAL)) {
        if (position > 0 && scale && !discrete && def->column_end.size)
            return between_ref(context, def->channel, def->column, def->column_end, position);
    } else if (def->prebinned && second && mu_def_is_field(second)) {
        return between_ref(context, def->channel, def->column, second->column, isnan(position) ? 0.5 : position);
    }
    MuRef *ref = mu_ref_field(context, def->channel, def->column);
    if (scale && scale->type == MU_SCALE_BAND)
        ref->band = isnan(position) ? 0.5 : position;
    return ref;
}

static MuRef *datum_ref(MuMarkContext *context, const MuChannelDef *def, double band)
{
    MuRef *ref = mu_ref_constant(context->arena, datum_value(context, def));
    ref->scale = context->scales[mu_channel_main(def->channel)];
    if (ref->scale)
        ref->kind = MU_REF_SCALED;
    if (ref->scale && ref->scale->type == MU_SCALE_BAND)
        ref->band = !isnan(band) ? band : !isnan(def->band) ? def->band : 0.5;
    return ref;
}

/* What one definition gives, without its conditions; NULL when it gives nothing itself. */
static MuRef *main_ref(MuMarkContext *context, const MuChannelDef *def, const MuChannelDef *second, double band)
{
    if (!def)
        return NULL;
    if (def->kind == MU_DEF_FIELD)
        return field_ref(context, def, second, band);
    if (def->kind == MU_DEF_DATUM)
        return datum_ref(context, def, band);
    return def->kind == MU_DEF_VALUE ? place_ref(context, mu_node_get(def->node, "value")) : NULL;
}

static MuTest test_of(MuMarkContext *context, const MuNode *condition)
{
    MuTest test = {0};
    const MuNode *node = mu_node_get(condition, "test"), *param = mu_node_get(condition, "param");
    if (!node && param) {
        node = mu_node_with(context->arena, NULL, "param", param);
        if (mu_node_get(condition, "empty"))
            node = mu_node_with(context->arena, node, "empty", mu_node_get(condition, "empty"));
    }
    if (mu_node_is(node, MU_STRING)) {
        test.expr = mu_expr_compile(context->arena, node->string, node->span, context->diags);
    } else if (node) {
        test.predicate = mu_predicate_compile(context->arena, node, context->table, context->zone, context->diags);
    } else {
        /* An older spec names a selection as {selection: …}: it is empty, and then selects everything. */
        test.constant = mu_node_bool(mu_node_get(condition, "empty"), true);
    }
    return test;
}

static MuRef *zero_or_edge(MuMarkContext *context, MuChannel channel, bool max);

/* How null and NaN of a field look where they are drawn at all; NULL where the scale would not get them or can
 * show them itself. `*column`: where they stand. */
static const MuRef *invalid_ref(MuMarkContext *context, const MuChannelDef *def, const MuColumn **column)
{
    MuChannel channel = def ? mu_channel_main(def->channel) : MU_CHANNEL_COUNT;
    const MuScale *scale = mu_def_is_field(def) ? context->scales[channel] : NULL;
    if (!scale || scale->def->discrete || mu_aggregate_is_count(def->aggregate))
        return NULL;
    const MuNode *output = mu_config_invalid_output(context->config, channel), *value = mu_node_get(output, "value");
    *column = mu_table_field(context->table, def->column);
    if ((!output && !context->shows_invalid) || !*column)
        return NULL;
    return value ? mu_ref_of_node(context, value) : zero_or_edge(context, channel, false);
}

static MuRef *with_conditions(MuMarkContext *context, const MuChannelDef *def, MuRef *main)
{
    const MuColumn *column = NULL;
    const MuRef *invalid = invalid_ref(context, def, &column);
    size_t most = (def ? def->condition_count : 0) + (invalid ? 1 : 0);
    if (!most)
        return main;
    MuRef *ref = MU_NEW(context->arena, MuRef);
    if (main)
        *ref = *main;
    ref->tests = MU_NEW_ARRAY(context->arena, MuTest, most);
    ref->when = MU_NEW_ARRAY(context->arena, const MuRef *, most);
    for (size_t i = 0; i < def->condition_count; i++) {
        const MuRef *then = main_ref(context, def->conditions[i].def, NULL, NAN);
        if (!then)
            continue;
        ref->tests[ref->test_count] = test_of(context, def->conditions[i].node);
        ref->when[ref->test_count++] = then;
    }
    if (invalid) {
        ref->tests[ref->test_count] = (MuTest){.invalid = column};
        ref->when[ref->test_count++] = invalid;
    }
    return ref;
}

MuRef *mu_ref_channel(MuMarkContext *context, MuChannel channel, const char *vega, MuRef *fallback)
{
    const MuChannelDef *def = context->defs[channel];
    MuRef *main = main_ref(context, def, NULL, NAN);
    if (!main)
        main = fallback ? fallback : mu_ref_property(context, mu_channel_name(channel), vega);
    return with_conditions(context, def, main);
}

static MuRef *with_offset(MuMarkContext *context, MuRef *ref, MuChannel channel, double band)
{
    double fixed;
    const MuRef *offset = offset_of(context, channel, band, &fixed);
    if (!ref || (!offset && fixed == 0))
        return ref;
    ref->offset += fixed;
    ref->offset_ref = offset;
    return ref;
}

static const char *offset_property(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_X:
        return "xOffset";
    case MU_CHANNEL_Y:
        return "yOffset";
    case MU_CHANNEL_X2:
        return "x2Offset";
    case MU_CHANNEL_Y2:
        return "y2Offset";
    case MU_CHANNEL_THETA:
        return "thetaOffset";
    case MU_CHANNEL_THETA2:
        return "theta2Offset";
    case MU_CHANNEL_RADIUS:
        return "radiusOffset";
    default:
        return "radius2Offset";
    }
}

MuRef *mu_ref_shift(MuMarkContext *context, MuChannel channel)
{
    const MuNode *node = mu_node_get(context->definition, offset_property(channel));
    return node ? mu_ref_of_node(context, node) : NULL;
}

static const MuRef *offset_of(MuMarkContext *context, MuChannel channel, double band, double *fixed)
{
    MuChannel offset = mu_channel_offset(channel);
    *fixed = 0;
    if (mu_mark_has_offset(context, channel)) {
        MuRef *ref = main_ref(context, context->defs[offset], NULL, band);
        return with_conditions(context, context->defs[offset], ref);
    }
    MuRef *shift = mu_ref_shift(context, channel);
    if (!shift || shift->kind != MU_REF_CONSTANT)
        return shift;
    *fixed = mu_to_number(shift->value);
    return NULL;
}

bool mu_mark_has_offset(const MuMarkContext *context, MuChannel channel)
{
    MuChannel offset = mu_channel_offset(channel);
    return offset != MU_CHANNEL_COUNT && context->defs[offset];
}

/* Where a channel without a scale that counts begins and ends, px or radians. */
static double edge_of(const MuMarkContext *context, MuChannel channel, bool max)
{
    switch (channel) {
    case MU_CHANNEL_X:
        return max ? context->width : 0;
    case MU_CHANNEL_Y:
        return max ? 0 : context->height;
    case MU_CHANNEL_THETA:
        return max ? 2 * acos(-1) : 0;
    default:
        return max ? fmin(context->width, context->height) / 2 : 0;
    }
}

/* Zero where the domain has it, otherwise its first or last value. */
static MuRef *zero_or_edge(MuMarkContext *context, MuChannel channel, bool max)
{
    const MuScale *scale = context->scales[channel];
    if (!scale || scale->def->discrete || scale->domain_size < 2)
        return mu_ref_number_constant(context->arena, edge_of(context, channel, max));
    double first = scale->domain[0], last = scale->domain[scale->domain_size - 1];
    bool has_zero = scale->type != MU_SCALE_LOG && scale->type != MU_SCALE_TIME && scale->type != MU_SCALE_UTC &&
                    fmin(first, last) <= 0 && fmax(first, last) >= 0;
    MuRef *ref = mu_ref_number_constant(context->arena, has_zero ? 0 : max ? last : first);
    ref->kind = MU_REF_SCALED;
    ref->scale = scale;
    return ref;
}

/* The renderer's names of what arcs have instead of x and y, which are properties too; NULL for others. */
static const char *vega_name(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_THETA:
        return "startAngle";
    case MU_CHANNEL_THETA2:
        return "endAngle";
    case MU_CHANNEL_RADIUS:
        return "outerRadius";
    case MU_CHANNEL_RADIUS2:
        return "innerRadius";
    default:
        return NULL;
    }
}

static MuRef *default_ref(MuMarkContext *context, MuChannel channel, MuDefaultPlace place)
{
    MuChannel main = mu_channel_main(channel);
    const MuNode *node = mu_mark_property(&context->chain, mu_channel_name(channel), vega_name(channel));
    if (node)
        return place_ref(context, node);
    switch (place) {
    case MU_PLACE_MIDDLE:
        return mu_ref_number_constant(context->arena, (main == MU_CHANNEL_X ? context->width : context->height) / 2);
    case MU_PLACE_ZERO_OR_MIN:
        return zero_or_edge(context, main, false);
    case MU_PLACE_ZERO_OR_MAX:
        return zero_or_edge(context, main, true);
    case MU_PLACE_NONE:
        break;
    }
    return NULL;
}

static bool is_stacked(const MuMarkContext *context, MuChannel channel)
{
    return context->stack.offset != MU_STACK_NONE && context->stack.channel == mu_channel_main(channel) &&
           mu_def_is_scaled(context->defs[context->stack.channel]);
}

MuRef *mu_ref_between(MuMarkContext *context, MuChannel channel, MuStr start, MuStr end, double mix, double plus)
{
    MuRef *ref = between_ref(context, channel, start, end, mix);
    ref->plus = plus;
    return ref;
}

MuRef *mu_ref_point_at(MuMarkContext *context, MuChannel channel, MuDefaultPlace place, double band, double offset_band)
{
    const MuChannelDef *def = context->defs[channel];
    MuRef *ref = main_ref(context, def, mu_second_def(context->defs, channel), band);
    if (!ref)
        ref = default_ref(context, channel, place);
    return with_offset(context, with_conditions(context, def, ref), channel, offset_band);
}

MuRef *mu_ref_point(MuMarkContext *context, MuChannel channel, MuDefaultPlace place)
{
    const MuChannelDef *def = context->defs[channel];
    MuRef *ref;
    if (is_stacked(context, channel)) {
        bool label = mu_channel_is_polar(channel) && strcmp(context->mark->name, "text") == 0;
        double band = isnan(def->band) && label ? 0.5 : def->band; /* labels stand in the middle of their arcs */
        ref = isnan(band) ? mu_ref_field(context, channel, context->stack.end)
                          : between_ref(context, channel, context->stack.start, context->stack.end, band);
    } else {
        return mu_ref_point_at(context, channel, place, mu_mark_has_offset(context, channel) ? 0 : NAN, 0.5);
    }
    return with_offset(context, ref, channel, 0.5);
}

MuRef *mu_ref_second(MuMarkContext *context, MuChannel channel, MuDefaultPlace place, bool *is_size)
{
    MuChannel second = mu_channel_second(channel);
    const MuChannelDef *def = context->defs[second];
    MuRef *ref = NULL;
    *is_size = false;
    MuChannel offset_channel = def || mu_node_get(context->definition, mu_channel_name(second)) ? second : channel;
    if (is_stacked(context, channel))
        ref = mu_ref_field(context, channel, context->stack.start);
    else if (def)
        ref = with_conditions(context, def, main_ref(context, def, NULL, NAN));
    if (ref)
        return with_offset(context, ref, offset_channel, NAN);
    if (mu_channel_is_polar(channel))
        return default_ref(context, second, place);
    size_t by_second = SIZE_MAX, by_size = SIZE_MAX;
    const MuNode *node = mu_chain_get(&context->chain, mu_channel_name(second), &by_second);
    const MuNode *size_node = mu_chain_get(&context->chain, channel == MU_CHANNEL_X ? "width" : "height", &by_size);
    if (size_node && by_size < by_second && !mu_node_get(size_node, "band")) {
        *is_size = true;
        return place_ref(context, size_node);
    }
    return node ? place_ref(context, node) : default_ref(context, second, place);
}
