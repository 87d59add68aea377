#include "mark/rows.h"

#include "base/map.h"

typedef struct SortKey {
    const MuColumn *column;
    bool descending;
} SortKey;

typedef struct Sorted {
    uint32_t row, place;
} Sorted;

typedef struct SortJob {
    const SortKey *keys;
    size_t key_count;
    const double *numbers; /* instead of keys: by value of the place */
} SortJob;

static int compare(const SortJob *job, Sorted a, Sorted b)
{
    if (job->numbers) {
        double x = job->numbers[a.place], y = job->numbers[b.place];
        return isnan(x) || isnan(y) ? isnan(x) - isnan(y) : (x > y) - (x < y);
    }
    for (size_t i = 0; i < job->key_count; i++) {
        const SortKey *key = &job->keys[i];
        int order = mu_value_ascending(mu_column_value(key->column, a.row), mu_column_value(key->column, b.row));
        if (order)
            return key->descending ? -order : order;
    }
    return 0;
}

/* Merge sort: stable, and the order of equal rows is what people see. */
static void sort_rows(const SortJob *job, Sorted *rows, Sorted *scratch, size_t size)
{
    if (size < 2)
        return;
    size_t half = size / 2, i = 0, j = half, out = 0;
    sort_rows(job, rows, scratch, half);
    sort_rows(job, rows + half, scratch, size - half);
    if (compare(job, rows[half - 1], rows[half]) <= 0)
        return;
    while (i < half && j < size)
        scratch[out++] = compare(job, rows[j], rows[i]) < 0 ? rows[j++] : rows[i++];
    while (i < half)
        scratch[out++] = rows[i++];
    memcpy(rows, scratch, out * sizeof *rows);
}

static void sort_index(MuArena *arena, const SortJob *job, uint32_t *index, size_t size)
{
    Sorted *rows = MU_NEW_ARRAY(arena, Sorted, size), *scratch = MU_NEW_ARRAY(arena, Sorted, size);
    for (size_t i = 0; i < size; i++)
        rows[i] = (Sorted){index[i], (uint32_t)i};
    sort_rows(job, rows, scratch, size);
    for (size_t i = 0; i < size; i++)
        index[i] = rows[i].row;
}

static uint32_t *index_of(MuMarkContext *context)
{
    const MuTable *table = context->table;
    uint32_t *index = MU_NEW_ARRAY(context->arena, uint32_t, table->size);
    for (size_t i = 0; i < table->size; i++)
        index[i] = (uint32_t)mu_table_row(table, i);
    return index;
}

/* The sort keys of the `order` channel. */
static size_t order_keys(MuMarkContext *context, SortKey **keys)
{
    size_t count = context->list_sizes[MU_LIST_ORDER], used = 0;
    *keys = MU_NEW_ARRAY(context->arena, SortKey, count);
    for (size_t i = 0; i < count; i++) {
        const MuChannelDef *def = context->lists[MU_LIST_ORDER][i];
        MuColumn *column = mu_table_field(context->table, def->column);
        if (column && def->type == MU_QUANTITATIVE && column->kind == MU_COLUMN_TEXT)
            mu_column_numbers(context->arena, column);
        if (column)
            (*keys)[used++] = (SortKey){column, mu_node_is_string(def->sort, "descending")};
    }
    return used;
}

static bool sort_by_order(MuMarkContext *context, uint32_t *index, size_t size)
{
    SortKey *keys;
    size_t count = context->stack.offset == MU_STACK_NONE ? order_keys(context, &keys) : 0;
    if (!count)
        return false;
    SortJob job = {.keys = keys, .key_count = count};
    sort_index(context->arena, &job, index, size);
    return true;
}

/* Rows of one `key` are one item, which the last of them shapes. */
static size_t join_by_key(MuMarkContext *context, uint32_t *index, size_t size)
{
    const MuChannelDef *key = context->defs[MU_CHANNEL_KEY];
    MuColumn *column = mu_def_is_field(key) ? mu_table_field(context->table, key->column) : NULL;
    MuMap places = {0};
    size_t kept = 0;
    for (size_t i = 0; column && i < size; i++) {
        MuBuf name = {.arena = context->arena};
        mu_value_key(&name, mu_column_value(column, index[i]));
        bool added;
        MuMapEntry *entry = mu_map_entry(context->arena, &places, mu_buf_str(&name), &added);
        if (added)
            entry->value = &index[kept++];
        *(uint32_t *)entry->value = index[i];
    }
    if (column && kept < size) {
        MuDiag *diag =
            mu_diag(context->diags, MU_DIAG_KEY_SHARED, key->field_node->span, MU_FMT(key->field), size - kept);
        mu_diag_hint(context->diags, diag, "a key names one mark each; leave the channel out to draw every row");
    }
    return column ? kept : size;
}

MuRowGroup mu_mark_rows(MuMarkContext *context)
{
    uint32_t *index = index_of(context);
    size_t size = join_by_key(context, index, context->table->size);
    sort_by_order(context, index, size);
    return (MuRowGroup){index, size};
}

static size_t add_columns(MuMarkContext *context, size_t list, MuColumn **columns, size_t count)
{
    for (size_t i = 0; i < context->list_sizes[list]; i++) {
        const MuChannelDef *def = context->lists[list][i];
        MuColumn *column = def->aggregate.size ? NULL : mu_table_field(context->table, def->column);
        if (column)
            columns[count++] = column;
    }
    return count;
}

/* Paths over an offset run inside each place of its position: one path for each. */
static size_t add_offset_places(MuMarkContext *context, MuColumn **columns, size_t count)
{
    static const MuChannel places[] = {MU_CHANNEL_X, MU_CHANNEL_Y};
    for (size_t i = 0; i < 2; i++) {
        const MuChannelDef *def = context->defs[places[i]], *offset = context->defs[mu_channel_offset(places[i])];
        if (!mu_def_is_field(def) || !mu_def_is_field(offset) || def->aggregate.size || offset->aggregate.size ||
            mu_str_eq(def->column, offset->column))
            continue;
        MuColumn *column = mu_table_field(context->table, def->column);
        if (column)
            columns[count++] = column;
    }
    return count;
}

static MuColumn **column_room(MuMarkContext *context)
{
    size_t lists = context->list_sizes[MU_LIST_DETAIL] + context->list_sizes[MU_LIST_ORDER];
    return MU_NEW_ARRAY(context->arena, MuColumn *, lists + 16);
}

/* The channels whose fields part a table into paths (Vega-Lite's pathGroupingFields). */
static size_t grouping_columns(MuMarkContext *context, MuColumn **columns)
{
    static const MuChannel channels[] = {MU_CHANNEL_COLOR,       MU_CHANNEL_FILL,         MU_CHANNEL_STROKE,
                                         MU_CHANNEL_OPACITY,     MU_CHANNEL_FILL_OPACITY, MU_CHANNEL_STROKE_OPACITY,
                                         MU_CHANNEL_STROKE_DASH, MU_CHANNEL_STROKE_WIDTH, MU_CHANNEL_SIZE,
                                         MU_CHANNEL_KEY};
    size_t count = add_columns(context, MU_LIST_DETAIL, columns, 0);
    bool one_order = context->list_sizes[MU_LIST_ORDER] == 1;
    if (one_order && strcmp(context->mark->name, "area") == 0) /* the order of lines parts nothing */
        count = add_columns(context, MU_LIST_ORDER, columns, count);
    count = add_offset_places(context, columns, count);
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++) {
        const MuChannelDef *def = mu_channel_field_or_datum(context->defs[channels[i]]);
        if (channels[i] == MU_CHANNEL_SIZE && strcmp(context->mark->name, "trail") == 0)
            continue; /* the width changes along a trail */
        MuColumn *column =
            mu_def_is_field(def) && !def->aggregate.size ? mu_table_field(context->table, def->column) : NULL;
        if (column)
            columns[count++] = column;
    }
    return count;
}

bool mu_mark_is_grouped(MuMarkContext *context)
{
    MuColumn **columns = column_room(context);
    return grouping_columns(context, columns) > 0;
}

typedef struct GroupBuilder {
    MU_VEC(uint32_t) rows;
} GroupBuilder;

static size_t split(MuMarkContext *context, MuRowGroup **groups)
{
    MuArena *arena = context->arena;
    MuColumn **columns = column_room(context);
    size_t column_count = grouping_columns(context, columns);
    MuMap map = {0};
    for (size_t i = 0; i < context->table->size; i++) {
        size_t row = mu_table_row(context->table, i);
        MuBuf key = {.arena = arena};
        for (size_t j = 0; j < column_count; j++)
            mu_value_key(&key, mu_column_value(columns[j], row));
        MuMapEntry *entry = mu_map_entry(arena, &map, mu_buf_str(&key), NULL);
        if (!entry->value)
            entry->value = MU_NEW(arena, GroupBuilder);
        GroupBuilder *builder = entry->value;
        MU_PUSH(arena, &builder->rows, (uint32_t)row);
    }
    *groups = MU_NEW_ARRAY(arena, MuRowGroup, map.size);
    for (size_t i = 0; i < map.size; i++) {
        GroupBuilder *builder = map.entries[i].value;
        (*groups)[i] = (MuRowGroup){builder->rows.at, builder->rows.size};
    }
    return map.size;
}

static bool order_is_off(const MuMarkContext *context)
{
    const MuChannelDef *order = context->defs[MU_CHANNEL_ORDER];
    const MuNode *value = order && order->kind == MU_DEF_VALUE ? mu_node_get(order->node, "value")
                                                               : mu_chain_get(&context->chain, "order", NULL);
    return value && (value->kind == MU_NULL || (value->kind == MU_BOOL && !value->boolean));
}

/* By the order channel, else along the path's dimension. */
static void sort_path(MuMarkContext *context, const MuRef *along, MuRowGroup *group)
{
    uint32_t *rows = (uint32_t *)group->rows;
    if (sort_by_order(context, rows, group->size) || !along || order_is_off(context))
        return;
    double *places = MU_NEW_ARRAY(context->arena, double, group->size);
    for (size_t i = 0; i < group->size; i++)
        places[i] = mu_ref_number(context, along, rows[i]);
    SortJob job = {.numbers = places};
    sort_index(context->arena, &job, rows, group->size);
}

size_t mu_mark_paths(MuMarkContext *context, const MuRef *along, MuRowGroup **groups)
{
    size_t count = split(context, groups);
    for (size_t i = 0; i < count; i++)
        sort_path(context, along, &(*groups)[i]);
    return count;
}

bool mu_row_is_defined(const MuMarkContext *context, size_t row)
{
    if (!context->breaks_path)
        return true;
    for (int channel = 0; channel < MU_CHANNEL_COUNT; channel++) {
        const MuChannelDef *def = context->defs[channel];
        if (!mu_def_is_field(def) || mu_aggregate_is_count(def->aggregate) || !context->scales[channel] ||
            context->scales[channel]->def->discrete || mu_config_invalid_output(context->config, (MuChannel)channel))
            continue;
        MuColumn *column = mu_table_field(context->table, def->column);
        if (column && !mu_column_has_number(column, row))
            return false;
    }
    return true;
}

MuExtras mu_extras(MuMarkContext *context)
{
    MuExtras extras = {.href = mu_ref_channel(context, MU_CHANNEL_HREF, NULL, NULL),
                       .description = mu_ref_channel(context, MU_CHANNEL_DESCRIPTION, NULL, NULL)};
    extras.tooltip = mu_ref_channel(context, MU_CHANNEL_TOOLTIP, NULL, NULL);
    extras.any = extras.href || extras.description || extras.tooltip || context->list_sizes[MU_LIST_TOOLTIP];
    return extras;
}

static void add_pair(MuMarkContext *context, MuBuf *buf, const MuChannelDef *def, size_t row)
{
    const MuNode *title = mu_node_get(def->node, "title");
    if (buf->size)
        mu_buf_addc(buf, '\n');
    mu_buf_add(buf,
               mu_node_is(title, MU_STRING) ? title->string : mu_field_title(context->arena, def, context->config));
    mu_buf_adds(buf, ": ");
    mu_buf_add(buf, mu_def_text(context, def, row));
}

static MuStr list_text(MuMarkContext *context, const MuChannelDef *const *defs, size_t count, size_t row)
{
    MuBuf buf = {.arena = context->arena};
    for (size_t i = 0; i < count; i++)
        if (mu_def_is_field(defs[i]))
            add_pair(context, &buf, defs[i], row);
    return mu_buf_str(&buf);
}

static MuStr tooltip_at(MuMarkContext *context, const MuExtras *extras, size_t row)
{
    const MuChannelDef *def = context->defs[MU_CHANNEL_TOOLTIP];
    if (context->list_sizes[MU_LIST_TOOLTIP])
        return list_text(context, context->lists[MU_LIST_TOOLTIP], context->list_sizes[MU_LIST_TOOLTIP], row);
    if (def && def->kind == MU_DEF_FIELD)
        return mu_def_text(context, def, row);
    MuValue property = mu_ref_value(context, extras->tooltip, row);
    if (def)
        return mu_to_string(context->arena, property);
    if (property.kind == MU_STRING)
        return mu_value_str(property);
    if ((property.kind == MU_BOOL && property.boolean) || property.kind == MU_OBJECT)
        return list_text(context, context->defs, MU_CHANNEL_COUNT, row);
    return MU_STR("");
}

static void set_extras(MuMarkContext *context, const MuExtras *extras, MuItem *item, size_t row)
{
    if (!extras->any)
        return;
    item->title = tooltip_at(context, extras, row);
    if (extras->href)
        item->href = mu_to_string(context->arena, mu_ref_value(context, extras->href, row));
    if (extras->description)
        item->label = mu_to_string(context->arena, mu_ref_value(context, extras->description, row));
}

void mu_extras_set(MuMarkContext *context, const MuExtras *extras, MuItem *item, size_t row)
{
    set_extras(context, extras, item, row);
    if (context->labelled)
        MU_PUSH(context->arena, context->labelled, ((MuLabelled){item, row, row}));
}

void mu_extras_set_path(MuMarkContext *context, const MuExtras *extras, MuItem *item, MuRowGroup rows)
{
    size_t last = rows.size;
    set_extras(context, extras, item, rows.rows[0]);
    while (last > 1 && !mu_row_is_defined(context, rows.rows[last - 1]))
        last--;
    if (context->labelled)
        MU_PUSH(context->arena, context->labelled, ((MuLabelled){item, rows.rows[0], rows.rows[last - 1]}));
}
