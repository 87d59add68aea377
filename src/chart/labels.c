/* Labels of marks: which units have them, what each one says, and the plot's group of them. */
#include "base/num.h"
#include "chart/render.h"
#include "mark/rows.h"

const MuNode *mu_unit_label(const MuUnit *unit)
{
    const MuNode *node = mu_chain_get(&unit->chain, "label", NULL);
    bool on = node && (node->kind == MU_OBJECT || (node->kind == MU_BOOL && node->boolean));
    return on ? node : NULL;
}

static bool is_mark(const MuUnit *unit, const char *name)
{
    return strcmp(unit->mark->name, name) == 0;
}

static bool is_name(const MuChannelDef *def)
{
    return mu_def_is_field(def) && def->field.size && (def->type == MU_NOMINAL || def->type == MU_ORDINAL);
}

/* What parts the rows into series. */
static const MuChannelDef *series_of(const MuUnit *unit)
{
    static const MuChannel channels[] = {MU_CHANNEL_COLOR,       MU_CHANNEL_STROKE, MU_CHANNEL_FILL,
                                         MU_CHANNEL_STROKE_DASH, MU_CHANNEL_SHAPE,  MU_CHANNEL_OPACITY};
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
        if (is_name(unit->defs[channels[i]]))
            return unit->defs[channels[i]];
    for (size_t i = 0; i < unit->list_sizes[MU_LIST_DETAIL]; i++)
        if (is_name(unit->lists[MU_LIST_DETAIL][i]))
            return unit->lists[MU_LIST_DETAIL][i];
    return NULL;
}

static const MuChannelDef *measure_of(const MuUnit *unit)
{
    if (is_mark(unit, "arc"))
        return unit->defs[mu_def_is_field(unit->defs[MU_CHANNEL_THETA]) ? MU_CHANNEL_THETA : MU_CHANNEL_RADIUS];
    bool along_x = unit->orient == MU_MARK_HORIZONTAL;
    return unit->defs[along_x ? MU_CHANNEL_X : MU_CHANNEL_Y];
}

/* What the labels say where `text` does not: lines their series, cells their colour, all others their value. */
static const MuChannelDef *usual_text(const MuUnit *unit)
{
    if (unit->mark->is_path)
        return series_of(unit);
    if (is_mark(unit, "rect"))
        return mu_channel_field_or_datum(unit->defs[MU_CHANNEL_COLOR]);
    return mu_channel_field_or_datum(measure_of(unit));
}

const MuChannelDef *mu_unit_label_def(const MuUnit *unit)
{
    const MuChannelDef *text = unit->defs[MU_CHANNEL_TEXT];
    return text ? mu_channel_field_or_datum(text) : usual_text(unit);
}

bool mu_unit_labels_series(const MuUnit *unit, const MuChannelDef *def)
{
    const MuChannelDef *label = unit->label && unit->mark->is_path ? mu_unit_label_def(unit) : NULL;
    return mu_def_is_field(label) && mu_def_is_field(def) && is_name(def) && mu_str_eq(label->field, def->field);
}

static MuLabelForm form_of(const MuUnit *unit)
{
    return is_mark(unit, "area")   ? MU_LABEL_BESIDE
           : unit->mark->is_path   ? MU_LABEL_END
           : is_mark(unit, "arc")  ? MU_LABEL_SECTOR
           : is_mark(unit, "bar")  ? MU_LABEL_BAR
           : is_mark(unit, "rect") ? MU_LABEL_CELL
                                   : MU_LABEL_BESIDE;
}

/* Lines and points of series: their labels wear the colour that tells them apart. */
static bool wears_color(const MuUnit *unit)
{
    MuLabelForm form = form_of(unit);
    const MuChannelDef *color = unit->defs[unit->filled ? MU_CHANNEL_FILL : MU_CHANNEL_STROKE];
    if (!color)
        color = unit->defs[MU_CHANNEL_COLOR];
    return form == MU_LABEL_END || (form == MU_LABEL_BESIDE && is_name(color));
}

typedef struct Labeller {
    MuMarkContext *context;
    const MuChannelDef *def; /* NULL: `text` is no field */
    const MuRef *text, *priority;
    MuStr line_break;
    bool at_start; /* of a line: its first row speaks, not its last */
} Labeller;

static MuValue text_at(const Labeller *l, size_t row)
{
    if (l->text)
        return mu_text_value(l->context, l->text, row);
    return l->def ? mu_string(mu_def_text(l->context, l->def, row)) : mu_undefined();
}

static bool is_backwards(const MuMarkContext *context, const MuItem *item)
{
    bool along_x = context->orient == MU_MARK_HORIZONTAL;
    const MuScale *scale = context->scales[along_x ? MU_CHANNEL_X : MU_CHANNEL_Y];
    if (!scale || !scale->def->continuous)
        return false;
    double zero = mu_scale_number(scale, mu_number(0)),
           middle = along_x ? item->x + item->width / 2 : item->y + item->height / 2;
    return along_x ? middle < zero : middle > zero;
}

/* False: the row says nothing. */
static bool make_label(const Labeller *l, MuLabelled labelled, MuLabel *label)
{
    MuMarkContext *context = l->context;
    size_t row = l->at_start ? labelled.row : labelled.last;
    MuValue value = text_at(l, row);
    MuStr *lines;
    if (value.kind == MU_UNDEFINED || value.kind == MU_NULL)
        return false;
    *label = (MuLabel){.item = labelled.item, .priority = mu_ref_number_or(context, l->priority, row, 0)};
    label->size = mu_text_lines(context->arena, value, l->line_break, &lines);
    label->lines = lines;
    label->backwards = labelled.item->kind == MU_ITEM_RECT && is_backwards(context, labelled.item);
    for (size_t i = 0; i < label->size; i++)
        if (lines[i].size)
            return true;
    return false;
}

static const MuChannelDef *with_format(MuArena *arena, const MuChannelDef *def, const MuNode *format)
{
    if (!def || !format)
        return def;
    MuChannelDef *copy = MU_NEW(arena, MuChannelDef);
    *copy = *def;
    copy->format = format;
    return copy;
}

/* Thousands are grouped, as on axes. */
static const MuNode *usual_format(const MuRender *render, const MuChannelDef *def)
{
    bool number = mu_def_is_field(def) && def->type == MU_QUANTITATIVE;
    bool said = number && mu_def_number_specifier(def, render->config).size;
    return number && !said ? mu_node_new_string(render->arena, MU_STR(","), def->node) : NULL;
}

static Labeller labeller_of(MuRender *render, const MuUnit *unit, MuMarkContext *context, const MuChain *chain)
{
    const MuNode *priority = mu_chain_get(chain, "priority", NULL), *format = mu_chain_get(chain, "format", NULL);
    Labeller l = {.context = context,
                  .line_break = mu_node_string(mu_node_get(render->config, "lineBreak"), MU_STR(""))};
    const MuChannelDef *def = mu_unit_label_def(unit);
    if (unit->defs[MU_CHANNEL_TEXT] && !(def && format))
        l.text = mu_ref_channel(context, MU_CHANNEL_TEXT, NULL, NULL);
    else
        l.def = with_format(render->arena, def, format ? format : usual_format(render, def));
    if (priority)
        l.priority = mu_ref_of_node(context, priority);
    return l;
}

/* Bars at the same place stand on one another; one that has its place alone is as any other. */
static void find_stacked(MuArena *arena, const MuLabelSet *set, MuLabel *labels)
{
    MuMap places = {0};
    for (size_t i = 0; i < set->size; i++) {
        const MuItem *item = labels[i].item;
        MuBuf key = {.arena = arena};
        mu_num_write(&key, set->along_x ? item->y : item->x);
        bool added;
        MuMapEntry *entry = mu_map_entry(arena, &places, mu_buf_str(&key), &added);
        if (added)
            entry->value = &labels[i];
        else
            labels[i].stacked = ((MuLabel *)entry->value)->stacked = true;
    }
}

void mu_unit_labels(MuRender *render, MuScope *scope, MuMarkContext *context, const MuItem *marks)
{
    const MuUnit *unit = scope->view->unit;
    const MuNode *definition = unit->label->kind == MU_OBJECT ? unit->label : NULL;
    MuLabelSet *set = scope->labels = MU_NEW(render->arena, MuLabelSet);
    MuLabel *labels = MU_NEW_ARRAY(render->arena, MuLabel, context->labelled->size);
    *set = (MuLabelSet){.form = form_of(unit),
                        .chain = mu_config_part(render->arena, render->config, definition, "label", &render->env),
                        .along_x = unit->orient == MU_MARK_HORIZONTAL,
                        .of_series = wears_color(unit),
                        .marks = marks,
                        .labels = labels};
    mu_chain_add(&set->chain, mu_node_get(render->config, "text"));
    set->position = mu_label_position(mu_chain_string(&set->chain, "position", MU_STR("")));
    Labeller l = labeller_of(render, unit, context, &set->chain);
    l.at_start = set->position == MU_LABEL_AT_START;
    for (size_t i = 0; i < context->labelled->size; i++)
        set->size += make_label(&l, context->labelled->at[i], &labels[set->size]);
    if (unit->stack_by_size)
        find_stacked(render->arena, set, labels);
}

/* --- of a plot --- */

typedef MU_VEC(MuLabelSet) SetList;

static void gather(MuArena *arena, const MuScope *scope, SetList *sets)
{
    if (scope->labels)
        MU_PUSH(arena, sets, *scope->labels);
    for (size_t i = 0; i < scope->child_count; i++)
        gather(arena, scope->children[i], sets);
}

static MuColor ground_of(MuRender *render, const MuItem *plot)
{
    MuPaint background = mu_render_background(render);
    MuColor ground = background.kind == MU_PAINT_COLOR ? background.color : (MuColor){1, 1, 1, 1};
    const MuStyle *style = plot->style;
    if (style && style->fill.kind == MU_PAINT_COLOR)
        ground = mu_color_mix(MU_STR("rgb"), ground, style->fill.color,
                              style->fill.color.a * style->opacity * style->fill_opacity, 1);
    ground.a = 1;
    return ground;
}

void mu_plot_labels(MuRender *render, MuScope *scope, MuItem *plot)
{
    SetList sets = {0};
    gather(render->arena, scope, &sets);
    if (!sets.size)
        return;
    MuGuideContext context = mu_guide_context(render, scope);
    MuItem *group = mu_labels_make(&context, plot, ground_of(render, plot), sets.at, sets.size, &scope->hidden_labels);
    if (group)
        mu_group_add(render->arena, plot, group);
}

void mu_say_hidden_labels(MuRender *render, const MuScope *scope)
{
    if (scope->hidden_labels) {
        const MuScope *unit = scope;
        while (!unit->labels && unit->child_count)
            unit = unit->children[unit->child_count - 1];
        MuDiag *diag = mu_diag(render->diags, MU_DIAG_LABELS_HIDDEN,
                               unit->view->unit ? unit->view->unit->mark_node->span : scope->view->node->span,
                               scope->hidden_labels);
        mu_diag_hint(render->diags, diag, "make the figure larger or the labels smaller, or give some of them no text");
    }
    MuScope *const *parts = scope->facet ? scope->facet->cells : scope->children;
    size_t count = scope->facet ? scope->facet->cell_count : scope->child_count;
    for (size_t i = 0; i < count; i++)
        mu_say_hidden_labels(render, parts[i]);
}
