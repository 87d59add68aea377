/* Selections as they are before anybody selects: what their params begin with. Projections and tests:
 * vega-lite/src/compile/selection/project.ts, vega-selections/src/selectionTest.js. */
#include "chart/render.h"
#include "transform/predicate.h"

/* --- what a selection looks at --- */

typedef struct Builder {
    MuRender *render;
    MuSelection *selection;
    const MuUnit *unit;
    const MuNode *init; /* as written: one value or a list; NULL: none */
} Builder;

static size_t value_count(const MuNode *init)
{
    return !init || init->kind == MU_NULL ? 0 : init->kind == MU_ARRAY ? init->array.size : 1;
}

static const MuNode *value_node(const MuNode *init, size_t i)
{
    return init->kind == MU_ARRAY ? init->array.at[i] : init;
}

static bool has_field(const MuSelection *selection, MuStr field)
{
    for (size_t i = 0; i < selection->fields.size; i++)
        if (mu_str_eq(selection->fields.at[i].path.text, field))
            return true;
    return false;
}

static void add_field(Builder *b, MuStr field, MuChannel channel, MuSelectionKind kind)
{
    if (!has_field(b->selection, field))
        MU_PUSH(b->render->arena, &b->selection->fields,
                ((MuSelectionField){mu_field_parse(b->render->arena, field), channel, kind}));
}

static void add_channel(Builder *b, MuStr name)
{
    MuChannel channel = mu_channel_find(name);
    const MuChannelDef *def = channel == MU_CHANNEL_COUNT ? NULL : b->unit->defs[channel];
    if (!mu_def_is_field(def) || def->aggregate.size || !def->field.size)
        return;
    const MuScaleModel *scale = mu_channel_has_scale(channel) ? mu_view_scale(b->selection->view, channel) : NULL;
    bool continuous = scale && mu_scale_def(mu_scale_model_type(scale))->continuous;
    bool unit = def->unit.units && !def->unit.binned;
    add_field(b, unit ? def->column : def->field, channel,
              b->selection->interval && continuous ? MU_SELECTS_RANGE
              : def->binning                       ? MU_SELECTS_BIN
                                                   : MU_SELECTS_VALUES);
}

static void add_named(Builder *b, const MuNode *list, bool channels)
{
    for (size_t i = 0; mu_node_is(list, MU_ARRAY) && i < list->array.size; i++) {
        if (!mu_node_is(list->array.at[i], MU_STRING))
            continue;
        if (channels)
            add_channel(b, list->array.at[i]->string);
        else
            add_field(b, list->array.at[i]->string, MU_CHANNEL_COUNT, MU_SELECTS_VALUES);
    }
}

/* The keys of the values say it where nothing else does. */
static void add_keys(Builder *b)
{
    for (size_t i = 0; i < value_count(b->init); i++) {
        const MuNode *value = value_node(b->init, i);
        for (size_t j = 0; mu_node_is(value, MU_OBJECT) && j < value->object.size; j++) {
            MuStr key = value->object.at[j].key;
            if (mu_channel_find(key) != MU_CHANNEL_COUNT)
                add_channel(b, key);
            else if (!b->selection->interval)
                add_field(b, key, MU_CHANNEL_COUNT, MU_SELECTS_VALUES);
        }
    }
}

static void project(Builder *b, const MuNode *select)
{
    const MuNode *fields = mu_node_get(select, "fields"), *encodings = mu_node_get(select, "encodings");
    add_named(b, encodings, true);
    add_named(b, fields, false);
    if (fields || encodings)
        return;
    add_keys(b);
    if (b->selection->interval && !b->selection->fields.size) {
        add_channel(b, MU_STR("x"));
        add_channel(b, MU_STR("y"));
    }
}

/* --- what it begins with --- */

/* {year: 2020, …} is a time. */
static MuValue plain_value(MuRender *render, const MuNode *node)
{
    MuValue value = mu_node_value(render->arena, node);
    if (value.kind == MU_OBJECT)
        return mu_number(mu_datetime_object(value, (MuTimeUnit){0}, render->zone));
    for (size_t i = 0; value.kind == MU_ARRAY && i < value.array->size; i++)
        if (value.array->at[i].kind == MU_OBJECT)
            value.array->at[i] = mu_number(mu_datetime_object(value.array->at[i], (MuTimeUnit){0}, render->zone));
    return value;
}

static MuValue value_of(MuRender *render, const MuSelectionField *field, const MuNode *value)
{
    if (!mu_node_is(value, MU_OBJECT))
        return plain_value(render, value);
    const MuNode *node =
        field->channel == MU_CHANNEL_COUNT ? NULL : mu_node_get(value, mu_channel_name(field->channel));
    if (!node)
        node = mu_node_find(value, field->path.text);
    return node ? plain_value(render, node) : mu_undefined();
}

static void fill(Builder *b)
{
    MuSelection *selection = b->selection;
    for (size_t i = 0; i < value_count(b->init) && selection->fields.size; i++) {
        MuValue *tuple = MU_NEW_ARRAY(b->render->arena, MuValue, selection->fields.size);
        for (size_t j = 0; j < selection->fields.size; j++)
            tuple[j] = value_of(b->render, &selection->fields.at[j], value_node(b->init, i));
        MU_PUSH(b->render->arena, &selection->tuples, tuple);
    }
}

/* What expressions see under its name: {field: [values]}, of an interval {field: [from, to]}. */
static MuValue seen_value(MuRender *render, const MuSelection *selection)
{
    MuObject *object = mu_object_new(render->arena);
    for (size_t j = 0; j < selection->fields.size && selection->tuples.size; j++) {
        MuValue values = mu_array_new(render->arena, selection->tuples.size);
        for (size_t i = 0; i < selection->tuples.size; i++)
            values.array->at[i] = selection->tuples.at[i][j];
        mu_object_set(render->arena, object, selection->fields.at[j].path.text,
                      selection->interval ? selection->tuples.at[0][j] : values);
    }
    return mu_object_value(object);
}

static MuSelection *find(MuRender *render, MuStr name)
{
    for (size_t i = 0; i < render->selections.size; i++)
        if (mu_str_eq(render->selections.at[i].name, name))
            return &render->selections.at[i];
    return NULL;
}

static bool is_legend(const MuNode *bind)
{
    return mu_node_is_string(bind, "legend") || mu_node_get(bind, "legend");
}

/* The first unit that has it is where it begins. */
static void add_selection(MuRender *render, const MuView *view, const MuNode *param)
{
    const MuNode *select = mu_node_get(param, "select"), *name = mu_node_get(param, "name"),
                 *type = mu_node_is(select, MU_OBJECT) ? mu_node_get(select, "type") : select;
    if (!mu_node_is(name, MU_STRING) || find(render, name->string))
        return;
    MuSelection selection = {.name = name->string,
                             .interval = mu_node_is_string(type, "interval"),
                             .to_scales = mu_node_is_string(mu_node_get(param, "bind"), "scales"),
                             .to_legend = is_legend(mu_node_get(param, "bind")),
                             .mark = mu_node_get(select, "mark"),
                             .view = view};
    Builder b = {render, &selection, view->unit, mu_node_get(param, "value")};
    project(&b, select);
    fill(&b);
    MU_PUSH(render->arena, &render->selections, selection);
    for (size_t i = 0; i < render->params.size; i++)
        if (mu_str_eq(render->params.at[i].name, selection.name))
            render->params.at[i].value = seen_value(render, &selection);
}

/* --- where it stands --- */

static bool is_for(const MuView *view, const MuNode *param)
{
    const MuNode *views = mu_node_get(param, "views"), *name = mu_node_get(view->node, "name");
    if (!mu_node_is(views, MU_ARRAY) || !views->array.size)
        return true;
    for (size_t i = 0; i < views->array.size; i++)
        if (mu_node_is(name, MU_STRING) && mu_node_is(views->array.at[i], MU_STRING) &&
            mu_str_eq(views->array.at[i]->string, name->string))
            return true;
    return false;
}

static void add_of_view(MuRender *render, const MuView *view, const MuView *unit)
{
    const MuNode *params = mu_node_get(view->node, "params");
    for (size_t i = 0; mu_node_is(params, MU_ARRAY) && i < params->array.size; i++)
        if (mu_node_get(params->array.at[i], "select") && (view == unit || is_for(unit, params->array.at[i])))
            add_selection(render, unit, params->array.at[i]);
}

static void walk(MuRender *render, const MuView *view)
{
    const MuView *from = view->kind == MU_VIEW_UNIT ? view : NULL;
    for (const MuView *up = from; up; up = up->parent)
        add_of_view(render, up, view);
    for (size_t i = 0; i < view->child_count; i++)
        walk(render, view->children[i]);
}

bool mu_pass_selections(MuRender *render)
{
    walk(render, render->model.root);
    return render->diags->errors == 0;
}

/* --- asking --- */

static double number_of(MuValue value, const MuZone *zone)
{
    return value.kind == MU_STRING ? mu_date_parse(mu_value_str(value), zone) : mu_to_number(value);
}

/* A time beside a text, a number beside a text of a file: as the other is. */
static bool same(MuValue own, MuValue wanted, const MuZone *zone)
{
    if (own.kind == MU_DATE)
        return own.number == number_of(wanted, zone);
    if (own.kind == MU_STRING && wanted.kind == MU_NUMBER)
        return own.size && mu_to_number(own) == wanted.number;
    return mu_value_same(own, wanted);
}

static bool is_among(MuValue own, MuValue wanted, const MuZone *zone)
{
    if (wanted.kind != MU_ARRAY)
        return same(own, wanted, zone);
    for (size_t i = 0; i < wanted.array->size; i++)
        if (same(own, wanted.array->at[i], zone))
            return true;
    return false;
}

static bool is_within(MuValue own, MuValue range, bool with_end, const MuZone *zone)
{
    if (range.kind != MU_ARRAY || range.array->size < 2)
        return false;
    double at = own.kind == MU_DATE ? own.number : mu_to_number(own), a = number_of(range.array->at[0], zone),
           b = number_of(range.array->at[1], zone), low = fmin(a, b), high = fmax(a, b);
    if (range.array->at[0].kind != MU_STRING && own.kind == MU_STRING && !own.size)
        return false;
    return at >= low && (with_end ? at <= high : at < high);
}

static MuValue field_value(const MuFieldPath *path, MuValue datum)
{
    MuValue value = mu_value_member(datum, path->text);
    return value.kind == MU_UNDEFINED ? mu_field_walk(path, 0, datum) : value;
}

static bool holds(const MuSelection *selection, const MuValue *tuple, MuValue datum, const MuZone *zone)
{
    for (size_t i = 0; i < selection->fields.size; i++) {
        const MuSelectionField *field = &selection->fields.at[i];
        MuValue own = field_value(&field->path, datum);
        bool yes = field->kind == MU_SELECTS_VALUES ? is_among(own, tuple[i], zone)
                                                    : is_within(own, tuple[i], field->kind == MU_SELECTS_RANGE, zone);
        if (!yes)
            return false;
    }
    return true;
}

bool mu_selection_test(MuRender *render, MuStr name, MuValue datum, bool *selected)
{
    const MuSelection *selection = find(render, name);
    for (size_t i = 0; !selection && i < render->params.size; i++)
        if (mu_str_eq(render->params.at[i].name, name)) {
            *selected = mu_to_bool(render->params.at[i].value);
            return true;
        }
    if (!selection || !selection->tuples.size)
        return false;
    *selected = false;
    for (size_t i = 0; i < selection->tuples.size && !*selected; i++)
        *selected = holds(selection, selection->tuples.at[i], datum, render->zone);
    return true;
}

MuTable *mu_selection_rows(MuRender *render, const MuNode *from)
{
    const MuNode *name = mu_node_get(from, "param");
    const MuSelection *selection = mu_node_is(name, MU_STRING) ? find(render, name->string) : NULL;
    const MuScope *unit = selection && selection->tuples.size ? mu_scope_of_view(render->root, selection->view) : NULL;
    MuTable *table = unit ? (unit->main ? unit->main : unit->table) : NULL;
    if (!table)
        return NULL;
    uint32_t *rows = MU_NEW_ARRAY(render->arena, uint32_t, table->size);
    size_t count = 0;
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        bool selected;
        if (mu_selection_test(render, selection->name, mu_row_value(table, row), &selected) && selected)
            rows[count++] = (uint32_t)row;
    }
    return mu_table_select(render->arena, table, rows, count);
}

MuValue mu_selection_extent(MuRender *render, const MuNode *domain, MuChannel channel)
{
    const MuNode *name = mu_node_get(domain, "param"), *field = mu_node_get(domain, "field"),
                 *encoding = mu_node_get(domain, "encoding");
    const MuSelection *selection = mu_node_is(name, MU_STRING) ? find(render, name->string) : NULL;
    if (!selection || !selection->tuples.size || !selection->fields.size)
        return mu_undefined();
    if (mu_node_is(encoding, MU_STRING))
        channel = mu_channel_find(encoding->string);
    size_t chosen = 0;
    for (size_t i = 0; i < selection->fields.size; i++) {
        bool wanted = mu_node_is(field, MU_STRING) ? mu_str_eq(selection->fields.at[i].path.text, field->string)
                                                   : selection->fields.at[i].channel == channel;
        chosen = wanted ? i : chosen;
    }
    return selection->tuples.at[0][chosen];
}

const MuValue *mu_selection_kept(MuRender *render, const MuChannelDef *def, size_t *count)
{
    for (size_t i = 0; i < render->selections.size; i++) {
        const MuSelection *s = &render->selections.at[i];
        bool bound = s->to_legend && s->fields.size == 1 && s->tuples.size && mu_def_is_field(def);
        if (!bound || !mu_str_eq(s->fields.at[0].path.text, def->field))
            continue;
        MuValue *kept = MU_NEW_ARRAY(render->arena, MuValue, s->tuples.size);
        for (size_t j = 0; j < s->tuples.size; j++)
            kept[j] = s->tuples.at[j][0];
        *count = s->tuples.size;
        return kept;
    }
    return NULL;
}

/* --- the brush --- */

bool mu_selection_moves(const MuRender *render, const MuView *unit)
{
    static const MuChannel places[] = {MU_CHANNEL_X, MU_CHANNEL_Y};
    for (size_t i = 0; i < 2; i++) {
        const MuScaleModel *scale = mu_view_scale(unit, places[i]);
        if (scale && mu_node_get(scale->settings[MU_KEY_DOMAIN].node, "param"))
            return true;
    }
    for (size_t i = 0; i < render->selections.size; i++)
        if (render->selections.at[i].to_scales && render->selections.at[i].view == unit)
            return true;
    return false;
}

static void set_side(const MuSelection *selection, const MuScope *scope, MuChannel channel, double *from, double *size)
{
    const MuScale *scale = mu_scope_scale(scope, channel);
    *from = 0;
    *size = channel == MU_CHANNEL_X ? scope->width : scope->height;
    for (size_t i = 0; i < selection->fields.size; i++) {
        MuValue range = selection->tuples.at[0][i];
        if (selection->fields.at[i].channel != channel || !scale || range.kind != MU_ARRAY || !range.array->size)
            continue;
        double a = mu_scale_number(scale, range.array->at[0]),
               b = mu_scale_number(scale, range.array->at[range.array->size - 1]);
        *from = fmin(a, b);
        *size = fabs(b - a);
    }
}

static MuItem *brush_rect(MuRender *render, const MuScope *scope, const MuSelection *selection, MuItem **group)
{
    MuItem *item = mu_item_new(render->arena, MU_ITEM_RECT, MU_ROLE_MARK);
    set_side(selection, scope, MU_CHANNEL_X, &item->x, &item->width);
    set_side(selection, scope, MU_CHANNEL_Y, &item->y, &item->height);
    item->style = mu_style_new(render->arena);
    item->clip = mu_scope_clip(render, scope);
    *group = mu_group_new(render->arena, MU_ROLE_MARK);
    mu_group_add(render->arena, *group, item);
    return item;
}

static MuColor color_of(const MuChain *chain, const char *name, MuColor usual)
{
    MuColor color;
    return mu_chain_color(chain, name, &color) ? color : usual;
}

static bool is_in_facet(const MuScope *scope)
{
    for (const MuScope *up = scope->parent; up; up = up->parent)
        if (up->view->kind == MU_VIEW_FACET)
            return true;
    return false;
}

void mu_scope_brush(MuRender *render, MuScope *scope)
{
    static const MuColor gray = {0x33 / 255.0, 0x33 / 255.0, 0x33 / 255.0, 1}, white = {1, 1, 1, 1};
    for (size_t i = 0; i < render->selections.size; i++) {
        const MuSelection *s = &render->selections.at[i];
        if (s->view != scope->view || !s->interval || s->to_scales || !s->tuples.size || is_in_facet(scope))
            continue;
        const MuNode *usual = mu_node_path(render->config, "selection", "interval", "mark", NULL);
        MuChain chain = {.env = &render->env, .arena = render->arena};
        mu_chain_add(&chain, s->mark);
        mu_chain_add(&chain, usual);
        MuStyle *below = brush_rect(render, scope, s, &scope->brush_below)->style,
                *above = brush_rect(render, scope, s, &scope->brush_above)->style;
        below->fill = mu_paint(color_of(&chain, "fill", gray));
        below->fill_opacity = mu_chain_number(&chain, "fillOpacity", 0.125);
        above->stroke_paint = mu_paint(color_of(&chain, "stroke", white));
        above->stroke.width = mu_chain_number(&chain, "strokeWidth", 1);
        above->stroke_opacity = mu_chain_number(&chain, "strokeOpacity", 1);
    }
}
