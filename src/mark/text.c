#include "mark/rows.h"
#include "mark/style.h"

static MuStr number_text(MuArena *arena, const MuLocale *locale, MuStr specifier, double number)
{
    MuBuf buf = {.arena = arena};
    MuNumberFormat format;
    if (!mu_number_format_parse(specifier, &format))
        mu_number_format_parse(MU_STR(""), &format);
    mu_number_format(&buf, locale, &format, number);
    return mu_buf_str(&buf);
}

static MuStr time_text(MuMarkContext *context, const MuChannelDef *def, MuStr specifier, MuValue value)
{
    MuBuf buf = {.arena = context->arena}, unit = {.arena = context->arena};
    double ms = value.kind == MU_STRING ? mu_date_parse(mu_value_str(value), context->zone) : mu_to_number(value);
    if (!specifier.size && def->unit.units) {
        mu_time_unit_specifier(&unit, def->unit.units);
        specifier = mu_buf_str(&unit);
    }
    if (!specifier.size)
        specifier = mu_node_string(mu_node_get(context->config, "timeFormat"), MU_STR("%b %d, %Y"));
    mu_time_format(&buf, context->locale, specifier, ms, def->unit.utc ? NULL : context->zone);
    return mu_buf_str(&buf);
}

static MuValue datum_or_cell(MuMarkContext *context, const MuChannelDef *def, size_t row)
{
    if (def->kind == MU_DEF_DATUM)
        return mu_node_evaluate(mu_node_get(def->node, "datum"), context->env, context->arena);
    const MuColumn *column = mu_table_field(context->table, def->column);
    return column ? mu_column_value(column, row) : mu_undefined();
}

MuStr mu_bin_text(MuArena *arena, const MuLocale *locale, MuStr specifier, MuValue from, MuValue to)
{
    if (from.kind == MU_NULL || from.kind == MU_UNDEFINED || !isfinite(mu_to_number(from)))
        return MU_STR("null");
    return mu_str_printf(arena, "%.*s – %.*s", MU_FMT(number_text(arena, locale, specifier, mu_to_number(from))),
                         MU_FMT(number_text(arena, locale, specifier, mu_to_number(to))));
}

static MuStr bin_text(MuMarkContext *context, const MuChannelDef *def, MuStr specifier, size_t row)
{
    const MuColumn *end = mu_table_field(context->table, def->column_end);
    MuValue from = datum_or_cell(context, def, row);
    return mu_bin_text(context->arena, context->locale, specifier, end ? from : mu_null(),
                       end ? mu_column_value(end, row) : mu_null());
}

/* `format` beside the field, or in its axis or legend. */
static const MuNode *format_node(const MuChannelDef *def)
{
    if (def->format)
        return def->format;
    const MuNode *format = mu_node_get(def->axis, "format");
    return format ? format : mu_node_get(def->legend, "format");
}

MuStr mu_def_number_specifier(const MuChannelDef *def, const MuNode *config)
{
    MuStr usual = mu_node_string(mu_node_get(config, "numberFormat"), MU_STR(""));
    return mu_node_string(format_node(def), usual);
}

MuStr mu_def_text(MuMarkContext *context, const MuChannelDef *def, size_t row)
{
    MuStr given = mu_node_string(format_node(def), MU_STR("")), specifier = given;
    MuValue value = datum_or_cell(context, def, row);
    bool formatted = given.size || def->type == MU_QUANTITATIVE || def->type == MU_TEMPORAL || def->unit.units;
    if (formatted && (value.kind == MU_NULL || value.kind == MU_UNDEFINED))
        return MU_STR("null");
    if (def->type == MU_TEMPORAL || def->unit.units || mu_node_is_string(def->format_type, "time"))
        return time_text(context, def, specifier, value);
    if (def->bin_start.size)
        return mu_to_string(context->arena, value);
    if (def->type == MU_QUANTITATIVE)
        specifier = mu_def_number_specifier(def, context->config);
    if (def->binning)
        return bin_text(context, def, specifier, row);
    if (given.size || def->type == MU_QUANTITATIVE)
        return number_text(context->arena, context->locale, specifier, mu_to_number(value));
    return mu_to_string(context->arena, value);
}

size_t mu_text_lines(MuArena *arena, MuValue value, MuStr line_break, MuStr **lines)
{
    if (value.kind == MU_ARRAY) {
        *lines = MU_NEW_ARRAY(arena, MuStr, value.array->size);
        for (size_t i = 0; i < value.array->size; i++)
            (*lines)[i] = mu_to_string(arena, value.array->at[i]);
        return value.array->size;
    }
    MuStr text = mu_to_string(arena, value);
    MU_VEC(MuStr) list = {0};
    for (size_t from = 0;;) {
        size_t to = line_break.size ? mu_str_find(text, line_break, from) : SIZE_MAX;
        MU_PUSH(arena, &list, mu_str_slice(text, from, to));
        if (to == SIZE_MAX)
            break;
        from = to + line_break.size;
    }
    *lines = list.at;
    return list.size;
}

typedef struct TextRefs {
    const MuRef *x, *y, *theta, *radius, *text, *size, *angle, *dx, *dy, *limit, *align;
    const MuRef *family, *weight, *slant, *baseline, *line_break, *ellipsis, *line_height, *direction;
    MuStr usual_break; /* of the config */
    bool tabular;
} TextRefs;

static int weight_of(MuValue value)
{
    if (value.kind == MU_NUMBER)
        return (int)value.number;
    return value.kind == MU_STRING && mu_str_is(mu_value_str(value), "bold") ? 700 : 400;
}

static MuAlign align_of(MuValue value)
{
    if (value.kind != MU_STRING)
        return MU_ALIGN_CENTER;
    MuStr name = mu_value_str(value);
    return mu_str_is(name, "left") ? MU_ALIGN_LEFT : mu_str_is(name, "right") ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
}

static TextRefs text_refs(MuMarkContext *context)
{
    TextRefs refs = {.x = mu_ref_point(context, MU_CHANNEL_X, MU_PLACE_MIDDLE),
                     .y = mu_ref_point(context, MU_CHANNEL_Y, MU_PLACE_MIDDLE),
                     .theta = mu_ref_point(context, MU_CHANNEL_THETA, MU_PLACE_NONE),
                     .radius = mu_ref_point(context, MU_CHANNEL_RADIUS, MU_PLACE_NONE),
                     .text = mu_ref_channel(context, MU_CHANNEL_TEXT, NULL, NULL),
                     .size = mu_ref_channel(context, MU_CHANNEL_SIZE, "fontSize", NULL),
                     .angle = mu_ref_channel(context, MU_CHANNEL_ANGLE, NULL, NULL),
                     .dx = mu_ref_property(context, "dx", NULL),
                     .dy = mu_ref_property(context, "dy", NULL),
                     .limit = mu_ref_property(context, "limit", NULL),
                     .align = mu_ref_property(context, "align", NULL),
                     .family = mu_ref_property(context, "font", NULL),
                     .weight = mu_ref_property(context, "fontWeight", NULL),
                     .slant = mu_ref_property(context, "fontStyle", NULL),
                     .baseline = mu_ref_property(context, "baseline", NULL),
                     .line_break = mu_ref_property(context, "lineBreak", NULL),
                     .ellipsis = mu_ref_property(context, "ellipsis", NULL),
                     .line_height = mu_ref_property(context, "lineHeight", NULL),
                     .direction = mu_ref_property(context, "dir", NULL),
                     .tabular = mu_chain_bool(&context->chain, "tabular", false)};
    refs.usual_break = mu_node_string(mu_node_get(context->config, "lineBreak"), MU_STR(""));
    return refs;
}

static MuFont font_at(const MuMarkContext *context, const TextRefs *refs, size_t row)
{
    return (MuFont){.family = mu_ref_string_or(context, refs->family, row, MU_STR("sans-serif")),
                    .weight = weight_of(mu_ref_value(context, refs->weight, row)),
                    .italic = mu_str_is(mu_ref_string_or(context, refs->slant, row, MU_STR("")), "italic"),
                    .tabular = refs->tabular,
                    .size = mu_ref_number(context, refs->size, row)};
}

/* The lines of the item, each cut to the limit. */
static void set_lines(MuMarkContext *context, const TextRefs *refs, MuTextItem *text, MuValue value, size_t row)
{
    MuStr *lines, line_break = mu_ref_string_or(context, refs->line_break, row, refs->usual_break);
    text->size = mu_text_lines(context->arena, value, line_break, &lines);
    text->lines = lines;
    double limit = mu_ref_number_or(context, refs->limit, row, 0);
    if (!(limit > 0))
        return;
    MuStr ellipsis = mu_ref_string_or(context, refs->ellipsis, row, MU_STR("…"));
    bool right_to_left = mu_str_is(mu_ref_string_or(context, refs->direction, row, MU_STR("")), "rtl");
    for (size_t i = 0; i < text->size; i++)
        lines[i] = mu_text_cut(context->text, context->arena, &text->font, lines[i], limit, ellipsis, right_to_left);
}

MuValue mu_text_value(MuMarkContext *context, const MuRef *text, size_t row)
{
    const MuChannelDef *def = context->defs[MU_CHANNEL_TEXT];
    if (mu_def_is_scaled(def) && !def->condition_count) {
        MuValue value = datum_or_cell(context, def, row);
        bool plain = (def->type == MU_NOMINAL || def->type == MU_ORDINAL) && !format_node(def) && !def->unit.units;
        return plain && value.kind == MU_ARRAY ? value : mu_string(mu_def_text(context, def, row));
    }
    if (def && def->condition_count) {
        const MuRef *ref = text;
        for (size_t i = 0; i < def->condition_count; i++)
            if (mu_ref_condition_holds(context, ref, i, row))
                return mu_def_is_scaled(def->conditions[i].def)
                           ? mu_string(mu_def_text(context, def->conditions[i].def, row))
                           : mu_ref_plain_value(context, ref->when[i], row);
        return mu_def_is_scaled(def) ? mu_string(mu_def_text(context, def, row))
                                     : mu_ref_plain_value(context, ref, row);
    }
    return mu_ref_value(context, text, row);
}

static MuItem *text_item(MuMarkContext *context, const TextRefs *refs, size_t row)
{
    MuItem *item = mu_item_new(context->arena, MU_ITEM_TEXT, MU_ROLE_MARK);
    MuTextItem *text = item->text = MU_NEW(context->arena, MuTextItem);
    MuValue value = mu_text_value(context, refs->text, row);
    if (value.kind == MU_UNDEFINED || value.kind == MU_NULL)
        return NULL;
    text->font = font_at(context, refs, row);
    double radius = mu_ref_number_or(context, refs->radius, row, 0),
           angle = mu_ref_number_or(context, refs->theta, row, 0) - acos(-1) / 2;
    item->x = mu_ref_number(context, refs->x, row) + radius * cos(angle);
    item->y = mu_ref_number(context, refs->y, row) + radius * sin(angle);
    if (isnan(item->x) || isnan(item->y) || !(text->font.size > 0))
        return NULL;
    set_lines(context, refs, text, value, row);
    text->align = align_of(mu_ref_value(context, refs->align, row));
    text->line_height = mu_ref_number_or(context, refs->line_height, row, text->font.size + 2);
    text->shift = mu_text_shift(mu_ref_string_or(context, refs->baseline, row, MU_STR("middle")), text->font.size,
                                text->line_height);
    text->dx = mu_ref_number_or(context, refs->dx, row, 0);
    text->dy = mu_ref_number_or(context, refs->dy, row, 0);
    item->angle = mu_ref_number_or(context, refs->angle, row, 0);
    return item;
}

static void draw(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    TextRefs refs = text_refs(context);
    MuRowGroup rows = mu_mark_rows(context);
    for (size_t i = 0; i < rows.size; i++) {
        MuItem *item = text_item(context, &refs, rows.rows[i]);
        if (!item)
            continue;
        item->style = mu_style_at(context, &style, rows.rows[i]);
        mu_extras_set(context, &extras, item, rows.rows[i]);
        mu_group_add(context->arena, group, item);
    }
}

const MuMarkDef mu_mark_text = {.name = "text", .doc = "A text at a place.", .filled = true, .draw = draw};
