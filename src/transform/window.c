/* Windows: for each row an operator over its neighbours in sorted order (vega-transforms' Window). */
#include "transform/engine.h"

typedef enum WindowOp {
    ROW_NUMBER,
    RANK,
    DENSE_RANK,
    PERCENT_RANK,
    CUME_DIST,
    NTILE,
    LAG,
    LEAD,
    FIRST_VALUE,
    LAST_VALUE,
    NTH_VALUE,
    PREV_VALUE,
    NEXT_VALUE,
    AGGREGATE /* any of stat/aggregate.h */
} WindowOp;

/* An aggregate that only grows: sums and extremes are carried along instead of made anew for each row. */
typedef struct Running {
    size_t upto;
    MuSum sum;
    double valid, missing;
    uint32_t best;
    bool any;
} Running;

typedef struct Item {
    WindowOp op;
    MuColumn *column;
    double param;
    MuMeasuring measuring;
    MuStr as;
    MuValue *values; /* by physical row */
    /* within the partition: */
    double rank, dense;
    size_t cume;
    MuValue previous;
    Running running;
    size_t from, to; /* the frame of `last` */
    MuValue last;
} Item;

/* A partition in order, with the frame [start, end) of the row at `at`. */
typedef struct Frame {
    const MuTable *table;
    uint32_t *places;
    size_t count, at, start, end;
    const MuSortKey *keys;
    size_t key_count;
} Frame;

static size_t row_at(const Frame *f, size_t i)
{
    return mu_table_row(f->table, f->places[i]);
}

static MuValue value_at(const Frame *f, const Item *item, size_t i)
{
    return item->column ? mu_column_value(item->column, row_at(f, i)) : mu_undefined();
}

static bool is_known(MuValue value)
{
    return value.kind != MU_UNDEFINED && value.kind != MU_NULL;
}

/* Equal in the sort's eyes. Without a sort no two rows are. */
static bool are_peers(const Frame *f, size_t i, size_t j)
{
    return f->key_count && mu_sort_compare(f->keys, f->key_count, row_at(f, i), row_at(f, j)) == 0;
}

/* --- Aggregates over frames --- */

static bool runs(MuAggregateOp op)
{
    return op == MU_OP_COUNT || op == MU_OP_VALID || op == MU_OP_MISSING || op == MU_OP_SUM || op == MU_OP_MEAN ||
           op == MU_OP_MIN || op == MU_OP_MAX;
}

static void run_over(Item *item, uint32_t place)
{
    const MuSamples *s = &item->measuring.samples;
    Running *r = &item->running;
    if (!s->states)
        return;
    r->missing += s->states[place] == MU_CELL_MISSING;
    if (s->states[place] != MU_CELL_VALID)
        return;
    r->valid++;
    mu_sum_add(&r->sum, s->numbers[place]);
    double key = s->keys[place];
    bool better = r->any && (item->measuring.op == MU_OP_MIN ? key < s->keys[r->best] : key > s->keys[r->best]);
    if (!isnan(key) && (!r->any || better)) {
        r->best = place;
        r->any = true;
    }
}

static MuValue running_value(const Item *item, size_t count)
{
    const Running *r = &item->running;
    switch (item->measuring.op) {
    case MU_OP_COUNT:
        return mu_number((double)count);
    case MU_OP_VALID:
        return mu_number(r->valid);
    case MU_OP_MISSING:
        return mu_number(r->missing);
    case MU_OP_SUM:
        return r->valid > 0 ? mu_number(mu_sum_total(r->sum)) : mu_undefined();
    case MU_OP_MEAN:
        return r->valid > 0 ? mu_number(mu_sum_total(r->sum) / r->valid) : mu_undefined();
    default:
        return r->any ? mu_measure_places(&item->measuring, &r->best, 1) : mu_undefined();
    }
}

static MuValue aggregate(const Frame *f, Item *item)
{
    size_t end = f->end > f->start ? f->end : f->start;
    if (item->from == f->start && item->to == end)
        return item->last;
    item->from = f->start;
    item->to = end;
    if (f->start == 0 && runs(item->measuring.op) && item->running.upto <= end) {
        for (; item->running.upto < end; item->running.upto++)
            run_over(item, f->places[item->running.upto]);
        return item->last = running_value(item, end);
    }
    return item->last = mu_measure_places(&item->measuring, f->places + f->start, end - f->start);
}

/* --- The operators that windows only have --- */

static double rank(const Frame *f, Item *item)
{
    if (f->at && !are_peers(f, f->at - 1, f->at))
        item->rank = (double)f->at + 1;
    return item->rank;
}

static double cume_dist(const Frame *f, Item *item)
{
    size_t i = f->at;
    if (item->cume < i) {
        while (i + 1 < f->count && are_peers(f, i, i + 1))
            i++;
        item->cume = i;
    }
    return (1 + (double)item->cume) / (double)f->count;
}

static MuValue offset_value(const Frame *f, const Item *item, double offset)
{
    double i = (double)f->at + offset;
    return i >= 0 && i < (double)f->count ? value_at(f, item, (size_t)i) : mu_null();
}

static MuValue nth_value(const Frame *f, const Item *item)
{
    double i = (double)f->start + item->param - 1;
    return i < (double)f->end ? value_at(f, item, (size_t)i) : mu_null();
}

static MuValue prev_value(const Frame *f, Item *item)
{
    MuValue value = value_at(f, item, f->at);
    return is_known(value) ? (item->previous = value) : item->previous;
}

/* Looks ahead once for each run of unknown values: `to` is how far was looked. */
static MuValue next_value(const Frame *f, Item *item)
{
    if (item->to != SIZE_MAX && f->at <= item->to)
        return item->last;
    size_t i = f->at;
    while (i < f->count && !is_known(value_at(f, item, i)))
        i++;
    item->to = i;
    return item->last = i < f->count ? value_at(f, item, i) : mu_null();
}

static MuValue evaluate(const Frame *f, Item *item)
{
    bool empty = f->start >= f->end;
    switch (item->op) {
    case ROW_NUMBER:
        return mu_number((double)f->at + 1);
    case RANK:
        return mu_number(rank(f, item));
    case DENSE_RANK:
        item->dense += f->at && !are_peers(f, f->at - 1, f->at);
        return mu_number(item->dense);
    case PERCENT_RANK:
        return mu_number((rank(f, item) - 1) / ((double)f->count - 1));
    case CUME_DIST:
        return mu_number(cume_dist(f, item));
    case NTILE:
        return mu_number(ceil(item->param * cume_dist(f, item)));
    case LAG:
        return offset_value(f, item, -item->param);
    case LEAD:
        return offset_value(f, item, item->param);
    case FIRST_VALUE:
        return empty ? mu_undefined() : value_at(f, item, f->start);
    case LAST_VALUE:
        return empty ? mu_undefined() : value_at(f, item, f->end - 1);
    case NTH_VALUE:
        return nth_value(f, item);
    case PREV_VALUE:
        return prev_value(f, item);
    case NEXT_VALUE:
        return next_value(f, item);
    case AGGREGATE:
        break;
    }
    return aggregate(f, item);
}

/* --- Frames --- */

static size_t clamp(double x, size_t most)
{
    return x < 0 ? 0 : x > (double)most ? most : (size_t)x;
}

/* A frame that begins or ends among peers takes in all of them. */
static void take_peers(Frame *f)
{
    size_t start = f->start, end = f->end;
    if (start < f->count)
        while (start > 0 && are_peers(f, start - 1, start))
            start--;
    if (end > 0)
        while (end < f->count && are_peers(f, end - 1, end))
            end++;
    f->start = start;
    f->end = end;
}

static void set_frame(Frame *f, size_t at, const double bounds[2], bool peers)
{
    f->at = at;
    f->start = isnan(bounds[0]) ? 0 : clamp((double)at + bounds[0], f->count);
    f->end = isnan(bounds[1]) ? f->count : clamp((double)at + bounds[1] + 1, f->count);
    if (peers)
        take_peers(f);
}

static void start_partition(Item *item)
{
    item->rank = item->dense = 1;
    item->cume = 0;
    item->previous = mu_null();
    item->running = (Running){0};
    item->from = item->to = SIZE_MAX;
}

static void run_partition(Frame *f, Item *items, size_t count, const double bounds[2], bool peers)
{
    mu_sort_places(f->table, f->places, f->count, f->keys, f->key_count);
    for (size_t i = 0; i < count; i++)
        start_partition(&items[i]);
    for (size_t at = 0; at < f->count; at++) {
        set_frame(f, at, bounds, peers);
        for (size_t i = 0; i < count; i++)
            items[i].values[row_at(f, at)] = evaluate(f, &items[i]);
    }
}

static bool find_op(MuStr name, WindowOp *op)
{
    static const char *const names[] = {"row_number", "rank",       "dense_rank", "percent_rank", "cume_dist",
                                        "ntile",      "lag",        "lead",       "first_value",  "last_value",
                                        "nth_value",  "prev_value", "next_value"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(name, names[i])) {
            *op = (WindowOp)i;
            return true;
        }
    return false;
}

static bool start_item(MuTable *table, const MuWindowItem *from, Item *item)
{
    MuAggregateOp op;
    *item = (Item){.column = from->column, .param = from->param, .as = from->as, .op = AGGREGATE};
    item->values = MU_NEW_ARRAY(table->arena, MuValue, table->physical);
    if (find_op(from->op, &item->op)) {
        bool offset = item->op == LAG || item->op == LEAD;
        if (offset && (isnan(item->param) || item->param == 0))
            item->param = 1;
        return true;
    }
    if (!mu_aggregate_parse(from->op, &op))
        return false;
    item->measuring = mu_measuring(table, from->column, op);
    return true;
}

bool mu_window(MuTable *made, MuTable *table, const MuWindow *window)
{
    Item *items = MU_NEW_ARRAY(table->arena, Item, window->item_count);
    for (size_t i = 0; i < window->item_count; i++)
        if (!start_item(table, &window->items[i], &items[i]))
            return false;
    MuGroups groups = mu_groups(table, window->groups, window->group_count);
    for (size_t g = 0; g < groups.count; g++) {
        Frame frame = {.table = table,
                       .places = groups.places + groups.starts[g],
                       .count = mu_group_size(&groups, g),
                       .keys = window->keys,
                       .key_count = window->key_count};
        run_partition(&frame, items, window->item_count, window->frame, window->key_count && !window->ignore_peers);
    }
    for (size_t i = 0; i < window->item_count; i++)
        mu_table_put_values(made, items[i].as, items[i].values);
    return true;
}

/* --- The transform --- */

static bool needs_param(const MuNode *node, MuStr op, double param, MuDiags *diags)
{
    bool asks = mu_str_is(op, "ntile") || mu_str_is(op, "nth_value");
    if (!asks || param > 0)
        return true;
    mu_diag(diags, MU_DIAG_TRANSFORM_NEEDS, node->span, mu_str_cstr(diags->arena, op), "a 'param' above zero");
    return false;
}

static bool read_item(MuTable *table, const MuNode *node, MuWindowItem *item, MuDiags *diags)
{
    const MuNode *op = mu_node_get(node, "op"), *field = mu_node_get(node, "field");
    WindowOp window_op;
    MuAggregateOp aggregate_op;
    item->op = mu_node_string(op, MU_STR(""));
    item->param = mu_node_number(mu_node_get(node, "param"), NAN);
    if (!find_op(item->op, &window_op) && !mu_aggregate_parse(item->op, &aggregate_op)) {
        mu_diag(diags, MU_DIAG_UNKNOWN_AGGREGATE, op ? op->span : node->span, MU_FMT(item->op));
        return false;
    }
    MuStr name = mu_node_string(field, MU_STR(""));
    MuStr own = name.size ? mu_str_printf(table->arena, "%.*s_%.*s", MU_FMT(item->op), MU_FMT(name)) : item->op;
    item->as = mu_node_string(mu_node_get(node, "as"), own);
    bool counts = mu_str_is(item->op, "count");
    item->column = name.size && !counts ? mu_transform_field(table, field, diags) : NULL;
    if (item->column && !mu_measure_check(table, item->column, item->op, field->span, diags))
        return false;
    return (item->column || !name.size || counts) && needs_param(node, item->op, item->param, diags);
}

void mu_transform_frame(const MuNode *node, double frame[2], double last)
{
    frame[0] = NAN;
    frame[1] = last;
    if (!mu_node_is(node, MU_ARRAY) || node->array.size != 2)
        return;
    for (size_t i = 0; i < 2; i++)
        frame[i] = mu_node_number(node->array.at[i], NAN);
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *list = mu_node_get(node, "window");
    MuWindow window = {.ignore_peers = mu_node_bool(mu_node_get(node, "ignorePeers"), false)};
    window.item_count = mu_node_is(list, MU_ARRAY) ? list->array.size : 0;
    MuWindowItem *items = MU_NEW_ARRAY(context->arena, MuWindowItem, window.item_count);
    for (size_t i = 0; i < window.item_count; i++)
        if (!read_item(table, list->array.at[i], &items[i], context->diags))
            return NULL;
    window.items = items;
    if (!mu_transform_fields(table, mu_node_get(node, "groupby"), &window.groups, &window.group_count,
                             context->diags) ||
        !mu_transform_sort(table, mu_node_get(node, "sort"), &window.keys, &window.key_count, context->diags))
        return NULL;
    mu_transform_frame(mu_node_get(node, "frame"), window.frame, 0);
    MuTable *made = mu_table_copy(context->arena, table);
    return mu_window(made, table, &window) ? made : NULL;
}

const MuTransformDef mu_transform_window = {
    .name = "window",
    .doc = "adds ranks, offsets and running measures over the rows in sorted order",
    .key = "window",
    .run = run,
};
