#include "spec/channel.h"

static const char *const names[MU_CHANNEL_COUNT] = {
    [MU_CHANNEL_X] = "x",
    [MU_CHANNEL_Y] = "y",
    [MU_CHANNEL_X2] = "x2",
    [MU_CHANNEL_Y2] = "y2",
    [MU_CHANNEL_XOFFSET] = "xOffset",
    [MU_CHANNEL_YOFFSET] = "yOffset",
    [MU_CHANNEL_THETA] = "theta",
    [MU_CHANNEL_THETA2] = "theta2",
    [MU_CHANNEL_RADIUS] = "radius",
    [MU_CHANNEL_RADIUS2] = "radius2",
    [MU_CHANNEL_COLOR] = "color",
    [MU_CHANNEL_FILL] = "fill",
    [MU_CHANNEL_STROKE] = "stroke",
    [MU_CHANNEL_OPACITY] = "opacity",
    [MU_CHANNEL_FILL_OPACITY] = "fillOpacity",
    [MU_CHANNEL_STROKE_OPACITY] = "strokeOpacity",
    [MU_CHANNEL_STROKE_WIDTH] = "strokeWidth",
    [MU_CHANNEL_STROKE_DASH] = "strokeDash",
    [MU_CHANNEL_SIZE] = "size",
    [MU_CHANNEL_ANGLE] = "angle",
    [MU_CHANNEL_SHAPE] = "shape",
    [MU_CHANNEL_TEXT] = "text",
    [MU_CHANNEL_TOOLTIP] = "tooltip",
    [MU_CHANNEL_HREF] = "href",
    [MU_CHANNEL_URL] = "url",
    [MU_CHANNEL_DESCRIPTION] = "description",
    [MU_CHANNEL_KEY] = "key",
    [MU_CHANNEL_DETAIL] = "detail",
    [MU_CHANNEL_ORDER] = "order",
    [MU_CHANNEL_ROW] = "row",
    [MU_CHANNEL_COLUMN] = "column",
    [MU_CHANNEL_FACET] = "facet",
};

const char *mu_channel_name(MuChannel channel)
{
    return names[channel];
}

MuChannel mu_channel_find(MuStr name)
{
    for (int i = 0; i < MU_CHANNEL_COUNT; i++)
        if (mu_str_is(name, names[i]))
            return (MuChannel)i;
    return MU_CHANNEL_COUNT;
}

bool mu_channel_has_scale(MuChannel channel)
{
    return mu_channel_is_xy(channel) || mu_channel_is_offset(channel) || channel == MU_CHANNEL_THETA ||
           channel == MU_CHANNEL_RADIUS || (channel >= MU_CHANNEL_COLOR && channel <= MU_CHANNEL_SHAPE);
}

MuChannel mu_channel_main(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_X2:
        return MU_CHANNEL_X;
    case MU_CHANNEL_Y2:
        return MU_CHANNEL_Y;
    case MU_CHANNEL_THETA2:
        return MU_CHANNEL_THETA;
    case MU_CHANNEL_RADIUS2:
        return MU_CHANNEL_RADIUS;
    default:
        return channel;
    }
}

MuChannel mu_channel_second(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_X:
        return MU_CHANNEL_X2;
    case MU_CHANNEL_Y:
        return MU_CHANNEL_Y2;
    case MU_CHANNEL_THETA:
        return MU_CHANNEL_THETA2;
    case MU_CHANNEL_RADIUS:
        return MU_CHANNEL_RADIUS2;
    default:
        return MU_CHANNEL_COUNT;
    }
}

MuChannel mu_channel_across(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_X:
        return MU_CHANNEL_Y;
    case MU_CHANNEL_Y:
        return MU_CHANNEL_X;
    case MU_CHANNEL_THETA:
        return MU_CHANNEL_RADIUS;
    case MU_CHANNEL_RADIUS:
        return MU_CHANNEL_THETA;
    default:
        return MU_CHANNEL_COUNT;
    }
}

MuChannel mu_channel_offset(MuChannel channel)
{
    return channel == MU_CHANNEL_X   ? MU_CHANNEL_XOFFSET
           : channel == MU_CHANNEL_Y ? MU_CHANNEL_YOFFSET
                                     : MU_CHANNEL_COUNT;
}

bool mu_aggregate_is_count(MuStr aggregate)
{
    return mu_str_is(aggregate, "count") || mu_str_is(aggregate, "valid") || mu_str_is(aggregate, "missing") ||
           mu_str_is(aggregate, "distinct");
}

/* Bins that a channel has room for when maxbins is not said. */
static double default_maxbins(MuChannel channel)
{
    switch (channel) {
    case MU_CHANNEL_SIZE:
    case MU_CHANNEL_COLOR:
    case MU_CHANNEL_FILL:
    case MU_CHANNEL_STROKE:
    case MU_CHANNEL_STROKE_WIDTH:
    case MU_CHANNEL_OPACITY:
    case MU_CHANNEL_FILL_OPACITY:
    case MU_CHANNEL_STROKE_OPACITY:
    case MU_CHANNEL_SHAPE:
    case MU_CHANNEL_ROW:
    case MU_CHANNEL_COLUMN:
        return 6;
    case MU_CHANNEL_STROKE_DASH:
        return 4;
    default:
        return 10;
    }
}

static const double *numbers_of(MuArena *arena, const MuNode *node, size_t *size)
{
    *size = 0;
    if (!mu_node_is(node, MU_ARRAY))
        return NULL;
    double *numbers = MU_NEW_ARRAY(arena, double, node->array.size);
    for (size_t i = 0; i < node->array.size; i++)
        numbers[i] = mu_node_number(node->array.at[i], NAN);
    *size = node->array.size;
    return numbers;
}

MuBinParams mu_bin_read(MuArena *arena, const MuNode *bin, double maxbins)
{
    MuBinParams p = {.nice = mu_node_bool(mu_node_get(bin, "nice"), true)};
    p.base = mu_node_number(mu_node_get(bin, "base"), NAN);
    p.step = mu_node_number(mu_node_get(bin, "step"), NAN);
    p.minstep = mu_node_number(mu_node_get(bin, "minstep"), NAN);
    p.anchor = mu_node_number(mu_node_get(bin, "anchor"), NAN);
    p.span = NAN;
    p.maxbins = mu_node_number(mu_node_get(bin, "maxbins"), isnan(p.step) ? maxbins : NAN);
    p.steps = numbers_of(arena, mu_node_get(bin, "steps"), &p.steps_size);
    p.divide = numbers_of(arena, mu_node_get(bin, "divide"), &p.divide_size);
    size_t size;
    const double *extent = numbers_of(arena, mu_node_get(bin, "extent"), &size);
    p.extent[0] = size == 2 ? extent[0] : NAN;
    p.extent[1] = size == 2 ? extent[1] : NAN;
    return p;
}

/* The name Vega-Lite gives the columns of a bin: bin_maxbins_10, bin_step_5_anchor_1, … */
static MuStr bin_name(MuArena *arena, const MuNode *bin, double maxbins)
{
    MuBuf name = {.arena = arena};
    mu_buf_adds(&name, "bin");
    bool counted = false;
    for (size_t i = 0; mu_node_is(bin, MU_OBJECT) && i < bin->object.size; i++) {
        MuBuf value = {.arena = arena};
        mu_value_json(&value, mu_node_value(arena, bin->object.at[i].value));
        mu_buf_printf(&name, "_%.*s_", MU_FMT(bin->object.at[i].key));
        for (size_t j = 0; j < value.size; j++)
            mu_buf_addc(&name, strchr("[]{}\"., :-", value.at[j]) ? '_' : value.at[j]);
        counted = counted || mu_str_is(bin->object.at[i].key, "maxbins") || mu_str_is(bin->object.at[i].key, "step");
    }
    if (!counted)
        mu_buf_printf(&name, "_maxbins_%d", (int)maxbins);
    return mu_buf_str(&name);
}

static void read_bin(MuArena *arena, MuChannelDef *def, const MuNode *bin)
{
    def->prebinned_step = NAN;
    if (mu_node_is_string(bin, "binned") || mu_node_bool(mu_node_get(bin, "binned"), false)) {
        def->prebinned = true;
        def->prebinned_step = mu_node_number(mu_node_get(bin, "step"), NAN);
        return;
    }
    def->binning = mu_node_is(bin, MU_OBJECT) || mu_node_bool(bin, false);
    if (!def->binning)
        return;
    double maxbins = default_maxbins(def->channel);
    def->bin = mu_bin_read(arena, bin, maxbins);
    def->bin_name = bin_name(arena, bin, maxbins);
}

static void read_time_unit(MuChannelDef *def, const MuNode *unit)
{
    def->unit_maxbins = NAN;
    if (mu_node_is(unit, MU_STRING)) {
        mu_time_unit_parse(unit->string, &def->unit);
        return;
    }
    if (!mu_node_is(unit, MU_OBJECT))
        return;
    const MuNode *name = mu_node_get(unit, "unit");
    if (mu_node_is(name, MU_STRING))
        mu_time_unit_parse(name->string, &def->unit);
    def->unit.utc = def->unit.utc || mu_node_bool(mu_node_get(unit, "utc"), false);
    def->unit.binned = def->unit.binned || mu_node_bool(mu_node_get(unit, "binned"), false);
    def->unit.step = mu_node_number(mu_node_get(unit, "step"), 1);
    def->unit_maxbins = mu_node_number(mu_node_get(unit, "maxbins"), NAN);
}

static void read_aggregate(MuChannelDef *def, const MuNode *aggregate)
{
    const MuNode *arg;
    if (mu_node_is(aggregate, MU_STRING)) {
        def->aggregate = aggregate->string;
    } else if ((arg = mu_node_get(aggregate, "argmin"))) {
        def->aggregate = MU_STR("argmin");
        def->arg = mu_node_string(arg, MU_STR(""));
    } else if ((arg = mu_node_get(aggregate, "argmax"))) {
        def->aggregate = MU_STR("argmax");
        def->arg = mu_node_string(arg, MU_STR(""));
    }
}

static MuFieldType type_by_scale(const MuNode *scale)
{
    static const char *const numeric[] = {"linear",   "log",        "pow",      "sqrt",     "symlog",
                                          "identity", "sequential", "quantile", "quantize", "threshold"};
    MuStr type = mu_node_string(mu_node_get(scale, "type"), MU_STR(""));
    if (mu_str_is(type, "time") || mu_str_is(type, "utc"))
        return MU_TEMPORAL;
    for (size_t i = 0; i < sizeof numeric / sizeof *numeric; i++)
        if (mu_str_is(type, numeric[i]))
            return MU_QUANTITATIVE;
    return MU_NOMINAL;
}

static MuFieldType default_field_type(const MuChannelDef *def)
{
    if (def->channel == MU_CHANNEL_SHAPE || def->channel == MU_CHANNEL_STROKE_DASH || mu_channel_is_facet(def->channel))
        return MU_NOMINAL;
    if (def->channel == MU_CHANNEL_ORDER || mu_node_is(def->sort, MU_ARRAY))
        return MU_ORDINAL;
    if (def->unit.units)
        return MU_TEMPORAL;
    if (def->binning || def->prebinned || (def->aggregate.size && !def->arg.size))
        return MU_QUANTITATIVE;
    return type_by_scale(def->scale);
}

static MuFieldType datum_type(const MuNode *datum)
{
    if (mu_node_is(datum, MU_NUMBER))
        return MU_QUANTITATIVE;
    if (mu_node_is(datum, MU_STRING))
        return MU_NOMINAL;
    return mu_node_is(datum, MU_OBJECT) && !mu_node_get(datum, "expr") ? MU_TEMPORAL : MU_TYPE_NONE;
}

static MuFieldType given_type(const MuNode *node)
{
    static const struct {
        const char *name;
        MuFieldType type;
    } types[] = {{"quantitative", MU_QUANTITATIVE},
                 {"temporal", MU_TEMPORAL},
                 {"ordinal", MU_ORDINAL},
                 {"nominal", MU_NOMINAL},
                 {"Q", MU_QUANTITATIVE},
                 {"T", MU_TEMPORAL},
                 {"O", MU_ORDINAL},
                 {"N", MU_NOMINAL}};
    MuStr name = mu_node_string(mu_node_get(node, "type"), MU_STR(""));
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (mu_str_is(name, types[i].name))
            return types[i].type;
    return MU_TYPE_NONE;
}

/* Vega-Lite's names of derived columns: bin_maxbins_10_x, yearmonth_date, mean_x, __count. */
static void name_columns(MuArena *arena, MuChannelDef *def)
{
    MuBuf unit = {.arena = arena};
    def->column = def->field;
    if (mu_str_is(def->aggregate, "count")) {
        def->column = MU_STR("__count");
    } else if (def->binning) {
        def->column = mu_str_printf(arena, "%.*s_%.*s", MU_FMT(def->bin_name), MU_FMT(def->field));
        def->column_end = mu_str_printf(arena, "%.*s_end", MU_FMT(def->column));
        if (mu_channel_has_scale(def->channel) && (def->type == MU_ORDINAL || def->type == MU_NOMINAL)) {
            def->bin_start = def->column;
            def->column = mu_str_printf(arena, "%.*s_range", MU_FMT(def->bin_start));
        }
    } else if (def->arg.size) {
        def->column =
            mu_str_printf(arena, "%.*s_%.*s[%.*s]", MU_FMT(def->aggregate), MU_FMT(def->arg), MU_FMT(def->field));
    } else if (def->aggregate.size) {
        def->column = mu_str_printf(arena, "%.*s_%.*s", MU_FMT(def->aggregate), MU_FMT(def->field));
    } else if (def->unit.units && def->unit.binned) {
        def->column_end = mu_str_printf(arena, "%.*s_end", MU_FMT(def->field));
    } else if (def->unit.units) {
        if (def->unit.utc)
            mu_buf_adds(&unit, "utc");
        mu_time_unit_name(&unit, def->unit.units);
        if (def->unit.step > 1)
            mu_buf_printf(&unit, "_step_%d", (int)def->unit.step);
        def->column = mu_str_printf(arena, "%.*s_%.*s", MU_FMT(mu_buf_str(&unit)), MU_FMT(def->field));
        def->column_end = mu_str_printf(arena, "%.*s_end", MU_FMT(def->column));
    }
}

static void read_field(MuArena *arena, MuChannelDef *def, const MuChannelDef *main)
{
    const MuNode *node = def->node;
    def->kind = MU_DEF_FIELD;
    def->field_node = mu_node_get(node, "field");
    def->field = mu_node_string(def->field_node, MU_STR(""));
    if (mu_node_is(def->field_node, MU_NUMBER)) {
        MuBuf text = {.arena = arena};
        mu_value_json(&text, mu_number(def->field_node->number));
        def->field = mu_buf_str(&text);
    }
    read_aggregate(def, mu_node_get(node, "aggregate"));
    read_bin(arena, def, mu_node_get(node, "bin"));
    read_time_unit(def, mu_node_get(node, "timeUnit"));
    def->type = given_type(node);
    if (main && def->type == MU_TYPE_NONE)
        def->type = main->type;
    if (def->type == MU_TYPE_NONE)
        def->type = default_field_type(def);
    if (mu_aggregate_is_count(def->aggregate))
        def->type = MU_QUANTITATIVE;
    name_columns(arena, def);
}

static void read_conditions(MuArena *arena, MuChannelDef *def, const MuNode *condition)
{
    size_t count = mu_node_is(condition, MU_ARRAY) ? condition->array.size : condition && condition->kind == MU_OBJECT;
    def->conditions = MU_NEW_ARRAY(arena, MuCondition, count);
    def->condition_count = count;
    for (size_t i = 0; i < count; i++) {
        const MuNode *node = condition->kind == MU_ARRAY ? condition->array.at[i] : condition;
        def->conditions[i] = (MuCondition){node, mu_channel_def(arena, def->channel, node, NULL)};
    }
}

MuChannelDef *mu_channel_def(MuArena *arena, MuChannel channel, const MuNode *node, const MuChannelDef *main)
{
    MuChannelDef *def = MU_NEW(arena, MuChannelDef);
    def->channel = channel;
    def->node = node;
    def->scale = mu_node_get(node, "scale");
    def->scale_off = def->scale && (def->scale->kind == MU_NULL || mu_node_is(def->scale, MU_BOOL));
    def->axis = mu_node_get(node, "axis");
    def->legend = mu_node_get(node, "legend");
    def->sort = mu_node_get(node, "sort");
    def->stack = mu_node_get(node, "stack");
    def->format = mu_node_get(node, "format");
    def->format_type = mu_node_get(node, "formatType");
    def->band_position = mu_node_get(node, "bandPosition");
    def->band = mu_node_number(def->band_position, NAN);
    def->prebinned_step = def->unit_maxbins = NAN;
    /* A layer's datum below its parent's field has both: the datum counts. */
    if (mu_node_get(node, "datum")) {
        def->kind = MU_DEF_DATUM;
        def->type = given_type(node);
        if (main && def->type == MU_TYPE_NONE)
            def->type = main->type;
        if (def->type == MU_TYPE_NONE)
            def->type = datum_type(mu_node_get(node, "datum"));
        if (def->type == MU_TYPE_NONE)
            def->type = type_by_scale(def->scale);
    } else if (mu_node_get(node, "field") || mu_node_is_string(mu_node_get(node, "aggregate"), "count")) {
        read_field(arena, def, main);
    } else if (mu_node_get(node, "value")) {
        def->kind = MU_DEF_VALUE;
    }
    read_conditions(arena, def, mu_node_get(node, "condition"));
    return def;
}

const MuChannelDef *mu_channel_field_or_datum(const MuChannelDef *def)
{
    if (!def || mu_def_is_scaled(def))
        return def;
    for (size_t i = 0; i < def->condition_count; i++)
        if (mu_def_is_scaled(def->conditions[i].def))
            return def->conditions[i].def;
    return NULL;
}

bool mu_def_is_discrete(const MuChannelDef *def)
{
    return def->type == MU_ORDINAL || def->type == MU_NOMINAL ||
           (def->type == MU_QUANTITATIVE && def->kind == MU_DEF_FIELD && (def->binning || def->prebinned));
}

bool mu_def_is_measure(const MuChannelDef *def)
{
    if (!def)
        return false;
    if (def->kind == MU_DEF_DATUM)
        return mu_node_is(mu_node_get(def->node, "datum"), MU_NUMBER);
    return def->kind == MU_DEF_FIELD && def->type == MU_QUANTITATIVE && !def->binning && !def->prebinned;
}

/* "yearmonthdate" as "year-month-date". */
static void unit_words(MuBuf *buf, unsigned units)
{
    bool first = true;
    for (unsigned bit = MU_UNIT_YEAR; bit <= MU_UNIT_MILLISECONDS; bit <<= 1) {
        if (!(units & bit))
            continue;
        if (!first)
            mu_buf_addc(buf, '-');
        mu_time_unit_name(buf, bit);
        first = false;
    }
}

static MuStr functional_title(MuArena *arena, const MuChannelDef *def)
{
    MuBuf name = {.arena = arena};
    if (def->arg.size)
        return mu_str_printf(arena, "%.*s for %.*s(%.*s)", MU_FMT(def->field), MU_FMT(def->aggregate),
                             MU_FMT(def->arg));
    if (def->aggregate.size)
        mu_buf_add(&name, def->aggregate);
    else if (def->unit.units && !def->unit.binned)
        mu_time_unit_name(&name, def->unit.units);
    else if (def->binning)
        mu_buf_adds(&name, "bin");
    if (!name.size)
        return def->field;
    for (size_t i = 0; i < name.size; i++)
        if (name.at[i] >= 'a' && name.at[i] <= 'z')
            name.at[i] = (char)(name.at[i] - 'a' + 'A');
    return mu_str_printf(arena, "%.*s(%.*s)", MU_FMT(mu_buf_str(&name)), MU_FMT(def->field));
}

MuStr mu_field_title(MuArena *arena, const MuChannelDef *def, const MuNode *config)
{
    const MuNode *style = mu_node_get(config, "fieldTitle");
    if (mu_node_is_string(style, "plain"))
        return def->field;
    if (mu_node_is_string(style, "functional"))
        return functional_title(arena, def);
    if (mu_str_is(def->aggregate, "count"))
        return mu_node_string(mu_node_get(config, "countTitle"), MU_STR("Count of Records"));
    if (def->binning)
        return mu_str_printf(arena, "%.*s (binned)", MU_FMT(def->field));
    if (def->unit.units && !def->unit.binned) {
        MuBuf words = {.arena = arena};
        unit_words(&words, def->unit.units);
        return mu_str_printf(arena, "%.*s (%.*s)", MU_FMT(def->field), MU_FMT(mu_buf_str(&words)));
    }
    if (def->arg.size)
        return mu_str_printf(arena, "%.*s for %s %.*s", MU_FMT(def->field),
                             mu_str_is(def->aggregate, "argmax") ? "max" : "min", MU_FMT(def->arg));
    if (def->aggregate.size)
        return mu_str_printf(arena, "%.*s of %.*s", MU_FMT(mu_str_capital(arena, def->aggregate)), MU_FMT(def->field));
    return def->field;
}
