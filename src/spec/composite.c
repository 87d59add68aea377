#include "spec/composite.h"

#include <stdarg.h>

#include "data/table.h"
#include "spec/def.h"

const char *const mu_composite_marks[] = {"boxplot", "errorband", "errorbar", NULL};
const char *const mu_error_channels[] = {"xError", "xError2", "yError", "yError2", NULL};

/* --- nodes --- */

static const MuNode *origin(const MuComposite *c)
{
    return c->measure && c->measure->field_node ? c->measure->field_node : c->mark;
}

const MuNode *mu_composite_text(const MuComposite *c, MuStr text)
{
    return mu_node_new_string(c->arena, text, origin(c));
}

const MuNode *mu_composite_word(const MuComposite *c, const char *word)
{
    return mu_composite_text(c, mu_str(word));
}

const MuNode *mu_composite_object(const MuComposite *c, ...)
{
    const MuNode *object = mu_node_new(c->arena, MU_OBJECT, origin(c));
    va_list pairs;
    va_start(pairs, c);
    for (const char *key = va_arg(pairs, const char *); key; key = va_arg(pairs, const char *)) {
        const MuNode *value = va_arg(pairs, const MuNode *);
        if (value)
            object = mu_node_with(c->arena, object, key, value);
    }
    va_end(pairs);
    return object;
}

void mu_composite_append(const MuComposite *c, MuNodeList *list, const MuNodeList *more)
{
    for (size_t i = 0; i < more->size; i++)
        MU_PUSH(c->arena, list, more->at[i]);
}

const MuNode *mu_composite_array(const MuComposite *c, const MuNodeList *list)
{
    return mu_node_new_array(c->arena, list, origin(c));
}

static MuStr column_of(const MuComposite *c, const char *prefix)
{
    return mu_str_printf(c->arena, "%s%.*s", prefix, MU_FMT(c->field));
}

/* Columns are flat: what would part a path is escaped. */
const MuNode *mu_composite_field(const MuComposite *c, const char *prefix)
{
    MuStr column = column_of(c, prefix);
    MuBuf escaped = {.arena = c->arena};
    for (size_t i = 0; i < column.size; i++) {
        if (strchr(".[]\\", column.at[i]))
            mu_buf_addc(&escaped, '\\');
        mu_buf_addc(&escaped, column.at[i]);
    }
    return mu_composite_text(c, mu_buf_str(&escaped));
}

static MuStr quoted(const MuComposite *c, MuStr text)
{
    MuBuf json = {.arena = c->arena};
    mu_value_json(&json, mu_string(text));
    return mu_buf_str(&json);
}

MuStr mu_composite_datum(const MuComposite *c, const char *prefix)
{
    return mu_str_printf(c->arena, "datum[%.*s]", MU_FMT(quoted(c, column_of(c, prefix))));
}

const MuNode *mu_composite_aggregate(const MuComposite *c, const char *op, const char *of, const char *prefix)
{
    return mu_composite_object(c, "op", mu_composite_text(c, mu_str(op)), "field",
                               of ? mu_composite_field(c, of) : c->measure->field_node, "as",
                               mu_composite_text(c, column_of(c, prefix)), NULL);
}

const MuNode *mu_composite_calculate(const MuComposite *c, MuStr expression, const char *prefix)
{
    return mu_composite_object(c, "calculate", mu_composite_text(c, expression), "as",
                               mu_composite_text(c, column_of(c, prefix)), NULL);
}

const MuNode *mu_composite_summary(const MuComposite *c, const char *key, const MuNodeList *aggregates)
{
    return mu_composite_object(c, key, mu_composite_array(c, aggregates), "groupby", mu_composite_array(c, &c->groups),
                               NULL);
}

/* --- what is measured --- */

static bool is_truthy(const MuComposite *c, const MuNode *node)
{
    return mu_to_bool(mu_node_value(c->arena, node));
}

const MuChannelDef *mu_composite_def(const MuComposite *c, const char *channel)
{
    const MuNode *node = mu_node_get(c->encoding, channel);
    MuChannel known = mu_channel_find(mu_str(channel));
    if (!mu_node_is(node, MU_OBJECT))
        return NULL;
    const MuChannelDef *def =
        mu_channel_def(c->arena, known == MU_CHANNEL_COUNT ? MU_CHANNEL_DETAIL : known, node, NULL);
    return mu_def_is_scaled(def) ? def : NULL;
}

bool mu_composite_measure(MuComposite *c, MuChannel channel)
{
    const MuNode *node = mu_node_get(c->encoding, mu_channel_name(channel));
    const MuNode *aggregate = mu_node_get(node, "aggregate");
    if (aggregate)
        mu_diag(c->diags, MU_DIAG_COMPOSITE_AGGREGATE, aggregate->span, c->name);
    MuFieldType type = mu_channel_def(c->arena, channel, node, NULL)->type;
    MuChannelDef *def = mu_channel_def(c->arena, channel, mu_node_with(c->arena, node, "aggregate", NULL), NULL);
    if (!mu_def_is_field(def) || !def->field.size) {
        MuDiag *diag = mu_diag(c->diags, MU_DIAG_COMPOSITE_FIELD, node ? node->span : c->mark->span, c->name,
                               mu_channel_name(channel));
        mu_diag_hint(c->diags, diag, "give '%s' a field", mu_channel_name(channel));
        return false;
    }
    def->type = type;
    MuFieldPath path = mu_field_parse(c->arena, def->field);
    MuBuf name = {.arena = c->arena};
    for (size_t i = 0; i < path.size; i++)
        mu_buf_printf(&name, "%s%.*s", i ? "." : "", MU_FMT(path.parts[i]));
    c->channel = channel;
    c->measure = def;
    c->field = mu_buf_str(&name);
    return true;
}

static bool is_time(const MuChannelDef *def)
{
    return def->type == MU_TEMPORAL || def->unit.units;
}

/* Of two continuous channels y, unless y is a time. */
static MuChannel of_two(const MuChannelDef *x, const MuChannelDef *y)
{
    return is_time(y) && !is_time(x) ? MU_CHANNEL_X : MU_CHANNEL_Y;
}

bool mu_composite_orient(MuComposite *c)
{
    const MuChannelDef *x = mu_composite_def(c, "x"), *y = mu_composite_def(c, "y");
    const MuNode *orient = mu_node_get(c->mark, "orient");
    if (mu_node_is(orient, MU_STRING))
        return mu_composite_measure(c, mu_node_is_string(orient, "vertical") ? MU_CHANNEL_Y : MU_CHANNEL_X);
    bool along_x = x && !mu_def_is_discrete(x), along_y = y && !mu_def_is_discrete(y);
    if (along_x && along_y)
        return mu_composite_measure(c, of_two(x, y));
    if (along_x || along_y)
        return mu_composite_measure(c, along_x ? MU_CHANNEL_X : MU_CHANNEL_Y);
    MuDiag *diag = mu_diag(c->diags, MU_DIAG_COMPOSITE_MEASURE, c->mark->span, c->name);
    mu_diag_hint(c->diags, diag, "say what is summarised: x or y with type: quantitative");
    return false;
}

/* --- the other channels --- */

static void add_group(MuComposite *c, MuStr column, const MuNode *from)
{
    for (size_t i = 0; i < c->groups.size; i++)
        if (mu_str_eq(c->groups.at[i]->string, column))
            return;
    MU_PUSH(c->arena, &c->groups, mu_node_new_string(c->arena, column, from));
}

static const MuNode *type_node(const MuComposite *c, const MuChannelDef *def)
{
    static const char *const names[] = {[MU_QUANTITATIVE] = "quantitative",
                                        [MU_TEMPORAL] = "temporal",
                                        [MU_ORDINAL] = "ordinal",
                                        [MU_NOMINAL] = "nominal"};
    return def->type == MU_TYPE_NONE ? NULL : mu_node_new_string(c->arena, mu_str(names[def->type]), def->node);
}

/* The title of a definition whose transform moves out of it. NULL: its guide says it. */
static const MuNode *title_of(const MuComposite *c, const MuChannelDef *def)
{
    const MuNode *guide = def->axis ? def->axis : def->legend, *own = mu_node_get(def->node, "title");
    const MuNode *title = mu_node_get(guide, "title");
    if (is_truthy(c, title))
        return own;
    if (title)
        return own ? own : title;
    return own ? own : mu_node_new_string(c->arena, mu_field_title(c->arena, def, c->config), def->node);
}

static void derive_bin(MuComposite *c, const MuChannelDef *def)
{
    const MuNode *bin = mu_node_get(def->node, "bin");
    const MuNode *as = mu_node_new_string(c->arena, def->column, def->node);
    if (def->channel != MU_CHANNEL_X && def->channel != MU_CHANNEL_Y && !mu_node_get(bin, "maxbins"))
        bin = mu_node_with(c->arena, mu_node_is(bin, MU_OBJECT) ? bin : NULL, "maxbins",
                           mu_node_new_number(c->arena, def->bin.maxbins, bin));
    MU_PUSH(c->arena, &c->derived, mu_composite_object(c, "bin", bin, "field", def->field_node, "as", as, NULL));
    add_group(c, def->column, def->node);
    add_group(c, def->column_end, def->node);
}

static void derive_time_unit(MuComposite *c, const MuChannelDef *def)
{
    const MuNode *as = mu_node_new_string(c->arena, def->column, def->node);
    MU_PUSH(c->arena, &c->derived,
            mu_composite_object(c, "timeUnit", mu_node_get(def->node, "timeUnit"), "field", def->field_node, "as", as,
                                NULL));
    add_group(c, def->column, def->node);
}

static void derive_aggregate(MuComposite *c, const MuChannelDef *def)
{
    const MuNode *op = mu_node_get(def->node, "aggregate"), *field = def->field_node;
    MuStr as = def->column;
    if (def->arg.size) {
        op = mu_node_new_string(c->arena, def->aggregate, op);
        field = mu_node_new_string(c->arena, def->arg, field);
        as = mu_str_printf(c->arena, "%.*s_%.*s", MU_FMT(def->aggregate), MU_FMT(def->arg));
    }
    for (size_t i = 0; i < c->aggregates.size; i++)
        if (mu_str_eq(mu_node_get(c->aggregates.at[i], "as")->string, as))
            return;
    MU_PUSH(c->arena, &c->aggregates,
            mu_composite_object(c, "op", op, "field", field, "as", mu_node_new_string(c->arena, as, def->node), NULL));
}

/* A time that is shown as another type keeps its format. */
static const MuNode *as_time(const MuComposite *c, const MuChannelDef *def, const MuNode *made)
{
    const char *guide = mu_channel_is_xy(def->channel) ? "axis" : mu_channel_has_scale(def->channel) ? "legend" : NULL;
    const MuNode *time = mu_node_new_string(c->arena, MU_STR("time"), def->node);
    if (def->type == MU_TEMPORAL)
        return made;
    if (!guide)
        return mu_node_with(c->arena, made, "formatType", time);
    const MuNode *own = mu_node_get(made, guide);
    if (own && (own->kind == MU_NULL || mu_node_get(own, "formatType")))
        return made;
    return mu_node_with(c->arena, made, guide, mu_node_with(c->arena, own, "formatType", time));
}

/* The definition by the column that its transform makes. `*end`: the field of the bin's end; NULL: none. */
static const MuNode *derived_def(MuComposite *c, const MuChannelDef *def, const MuNode **end)
{
    static const char *const moved[] = {"aggregate", "bin", "timeUnit", NULL};
    bool unit = def->unit.units && !def->unit.binned;
    const MuNode *made = mu_node_without(c->arena, def->node, moved);
    made = mu_node_with(c->arena, made, "field", mu_node_new_string(c->arena, def->column, def->node));
    made = mu_node_with(c->arena, made, "type", type_node(c, def));
    made = mu_node_with(c->arena, made, "title", title_of(c, def));
    if (def->aggregate.size) {
        derive_aggregate(c, def);
    } else if (def->binning) {
        derive_bin(c, def);
        made = mu_node_with(c->arena, made, "bin", mu_node_new_string(c->arena, MU_STR("binned"), def->node));
        made = mu_node_with(c->arena, made, "type", mu_node_new_string(c->arena, MU_STR("quantitative"), def->node));
        *end = mu_composite_object(c, "field", mu_node_new_string(c->arena, def->column_end, def->node), NULL);
    } else if (unit) {
        derive_time_unit(c, def);
        made = as_time(c, def, made);
    }
    return made;
}

/* Fields of conditions part the rows, too, or the summary would not have them. */
static void group_conditions(MuComposite *c, const MuChannelDef *def)
{
    for (size_t i = 0; i < def->condition_count; i++) {
        const MuChannelDef *then = def->conditions[i].def;
        if (mu_def_is_field(then) && then->field.size && !then->aggregate.size)
            add_group(c, then->field, then->field_node);
    }
}

static const MuNode *extract_def(MuComposite *c, MuStr channel, const MuNode *node, const MuNode **end)
{
    MuChannel known = mu_channel_find(channel);
    if (!mu_node_is(node, MU_OBJECT))
        return node;
    const MuChannelDef *def =
        mu_channel_def(c->arena, known == MU_CHANNEL_COUNT ? MU_CHANNEL_DETAIL : known, node, NULL);
    group_conditions(c, def);
    if (!mu_def_is_field(def) || (!def->field.size && !def->aggregate.size))
        return node;
    bool derived = def->aggregate.size || def->binning || (def->unit.units && !def->unit.binned);
    if (derived)
        return derived_def(c, def, end);
    add_group(c, def->field, def->field_node);
    return node;
}

static const MuNode *extract_list(MuComposite *c, MuStr channel, const MuNode *list)
{
    MuNodeList made = {0};
    const MuNode *end = NULL;
    for (size_t i = 0; i < list->array.size; i++)
        MU_PUSH(c->arena, &made, extract_def(c, channel, list->array.at[i], &end));
    return mu_composite_array(c, &made);
}

void mu_composite_extract(MuComposite *c, const MuNode *encoding)
{
    const MuNode *rest = mu_composite_object(c, NULL);
    for (size_t i = 0; i < encoding->object.size; i++) {
        const MuMember *member = &encoding->object.at[i];
        const char *name = mu_str_cstr(c->arena, member->key);
        const MuNode *end = NULL;
        if (mu_node_is(member->value, MU_ARRAY)) {
            rest = mu_node_with(c->arena, rest, name, extract_list(c, member->key, member->value));
            continue;
        }
        rest = mu_node_with(c->arena, rest, name, extract_def(c, member->key, member->value, &end));
        MuChannel second = end ? mu_channel_second(mu_channel_find(member->key)) : MU_CHANNEL_COUNT;
        if (second != MU_CHANNEL_COUNT)
            rest = mu_node_with(c->arena, rest, mu_channel_name(second), end);
    }
    c->rest = rest;
}

/* --- parts --- */

static const MuNode *set(const MuComposite *c, const MuNode *bag, const char *name, const MuNode *value)
{
    return is_truthy(c, value) ? mu_node_with(c->arena, bag, name, value) : bag;
}

/* Config of the part < colour, opacity and clip of the whole < the mark < what the spec says of the part. */
static const MuNode *part_mark(const MuComposite *c, const MuPart *part)
{
    static const char *const common[] = {"clip", "color", "opacity"};
    const MuNode *mark =
        mu_node_over(c->arena, mu_node_new(c->arena, MU_OBJECT, c->mark), mu_node_get(c->own, part->name));
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        mark = set(c, mark, common[i], mu_node_get(c->mark, common[i]));
    mark = mu_node_over(c->arena, mark, part->mark);
    mark = mu_node_with(c->arena, mark, "style",
                        mu_composite_text(c, mu_str_printf(c->arena, "%s-%s", c->name, part->name)));
    return mu_node_over(c->arena, mark, mu_node_get(c->mark, part->name));
}

/* What the measured channel keeps for a part: its title, scale and axis. */
static const MuNode *part_place(const MuComposite *c, const MuNode *field)
{
    const MuNode *title = mu_node_get(c->measure->node, "title");
    return mu_composite_object(c, "field", field, "type", type_node(c, c->measure), "title",
                               title ? title : c->measure->field_node, "scale", c->measure->scale, "axis",
                               c->measure->axis, NULL);
}

void mu_composite_add(const MuComposite *c, MuNodeList *layers, MuPart part)
{
    const MuNode *said = mu_node_get(c->mark, part.name);
    if (!is_truthy(c, said ? said : mu_node_get(c->own, part.name)))
        return;
    const MuNode *encoding = mu_composite_object(c, mu_channel_name(c->channel), part_place(c, part.from), NULL);
    if (part.to)
        encoding = mu_node_with(c->arena, encoding, mu_channel_name(mu_channel_second(c->channel)),
                                mu_composite_object(c, "field", part.to, NULL));
    MuNodeList steps = {0};
    if (part.transform)
        MU_PUSH(c->arena, &steps, part.transform);
    const MuNode *transform = steps.size ? mu_composite_array(c, &steps) : NULL;
    MU_PUSH(c->arena, layers,
            mu_composite_object(c, "transform", transform, "mark", part_mark(c, &part), "encoding",
                                mu_node_over(c->arena, encoding, part.encoding), NULL));
}

static bool has_same(const MuComposite *c, const MuNodeList *list, const MuNode *node)
{
    MuBuf own = {.arena = c->arena};
    mu_node_write(&own, node);
    for (size_t i = 0; i < list->size; i++) {
        MuBuf other = {.arena = c->arena};
        mu_node_write(&other, list->at[i]);
        if (mu_str_eq(mu_buf_str(&own), mu_buf_str(&other)))
            return true;
    }
    return false;
}

static void add_tooltip_field(const MuComposite *c, MuNodeList *list, const MuNode *def)
{
    static const char *const unknown[] = {"legend", "axis", "header", "scale", NULL};
    if (mu_node_is(def, MU_OBJECT) && !mu_node_get(def, "field"))
        def = mu_node_get(def, "condition");
    if (!mu_node_get(def, "field"))
        return;
    def = mu_node_without(c->arena, def, unknown);
    if (!has_same(c, list, def))
        MU_PUSH(c->arena, list, def);
}

const MuNode *mu_composite_tooltip(const MuComposite *c, const MuNode *encoding, const MuSummary *summaries,
                                   size_t count, bool named)
{
    const MuNode *title = mu_node_get(c->measure->node, "title");
    MuStr of = mu_node_string(title ? title : c->measure->field_node, c->field);
    MuNodeList list = {0};
    if (mu_node_get(encoding, "tooltip"))
        return encoding;
    for (size_t i = 0; i < count; i++) {
        MuStr full = named ? mu_str_printf(c->arena, "%.*s of %.*s", MU_FMT(summaries[i].title), MU_FMT(of))
                           : summaries[i].title;
        MU_PUSH(c->arena, &list,
                mu_composite_object(c, "field", mu_composite_field(c, summaries[i].prefix), "type",
                                    type_node(c, c->measure), "title", mu_composite_text(c, full), NULL));
    }
    for (size_t i = 0; i < encoding->object.size; i++) {
        const MuNode *def = encoding->object.at[i].value;
        size_t size = mu_node_is(def, MU_ARRAY) ? def->array.size : 1;
        for (size_t j = 0; j < size; j++)
            add_tooltip_field(c, &list, mu_node_is(def, MU_ARRAY) ? def->array.at[j] : def);
    }
    return mu_node_with(c->arena, encoding, "tooltip", mu_composite_array(c, &list));
}

const MuNode *mu_composite_layer(const MuComposite *c, const MuNodeList *transforms, const MuNodeList *layers)
{
    return mu_composite_object(c, "transform", transforms->size ? mu_composite_array(c, transforms) : NULL, "layer",
                               mu_composite_array(c, layers), NULL);
}

const MuNode *mu_composite_view(const MuComposite *c, const MuNodeList *transforms)
{
    static const char *const own[] = {"mark", "encoding", NULL};
    const MuNode *given = mu_node_get(c->unit, "transform");
    MuNodeList all = {0};
    for (size_t i = 0; mu_node_is(given, MU_ARRAY) && i < given->array.size; i++)
        MU_PUSH(c->arena, &all, given->array.at[i]);
    mu_composite_append(c, &all, transforms);
    return mu_node_with(c->arena, mu_node_without(c->arena, c->unit, own), "transform",
                        all.size ? mu_composite_array(c, &all) : NULL);
}

bool mu_mark_is_composite(MuStr mark)
{
    return mu_word_in(mark, mu_composite_marks);
}

const MuNode *mu_composite_expand(MuArena *arena, const MuNode *unit, const MuNode *config, MuDiags *diags)
{
    const MuNode *mark = mu_node_get(unit, "mark");
    if (mu_node_is(mark, MU_STRING))
        mark = mu_node_with(arena, mu_node_new(arena, MU_OBJECT, mark), "type", mark);
    MuComposite c = {.arena = arena,
                     .diags = diags,
                     .config = config,
                     .unit = unit,
                     .mark = mark,
                     .encoding = mu_node_get(unit, "encoding")};
    const MuNode *made = unit;
    c.name = mu_str_cstr(arena, mu_node_string(mu_node_get(mark, "type"), MU_STR("")));
    c.own = mu_node_get(config, c.name);
    if (strcmp(c.name, "boxplot") == 0)
        made = mu_boxplot_expand(&c);
    else if (strcmp(c.name, "errorbar") == 0)
        made = mu_errorbar_expand(&c);
    else if (strcmp(c.name, "errorband") == 0)
        made = mu_errorband_expand(&c);
    return made ? made : unit;
}
