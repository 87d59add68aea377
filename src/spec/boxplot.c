/* A box from the first to the third quartile with a line at the median, whiskers to the last rows within
 * `extent` quartile distances (or to the ends), and points for the rows beyond. */
#include "base/num.h"
#include "spec/composite.h"

typedef struct Box {
    MuComposite *c;
    const MuNode *size;          /* of box and median; NULL: none */
    const MuNode *outer_tooltip; /* of the spec, which names no aggregate: for the outliers */
    bool to_ends;                /* the whiskers go to the least and the greatest value */
    MuStr extent;                /* of the whiskers, in quartile distances, as an expression */
} Box;

static const MuNode *flag(const MuComposite *c, bool value)
{
    return mu_node_new_bool(c->arena, value, c->mark);
}

static const char *orient_of(const MuComposite *c, bool across)
{
    return (c->channel == MU_CHANNEL_Y) != across ? "vertical" : "horizontal";
}

static void read_extent(Box *b)
{
    const MuNode *extent = mu_node_get(b->c->mark, "extent");
    if (!extent)
        extent = mu_node_get(b->c->own, "extent");
    MuBuf text = {.arena = b->c->arena};
    b->to_ends = mu_node_is(extent, MU_STRING);
    const MuNode *expression = mu_node_get(extent, "expr");
    if (mu_node_is(expression, MU_STRING))
        mu_buf_printf(&text, "(%.*s)", MU_FMT(expression->string));
    else
        mu_num_write(&text, mu_node_number(extent, 1.5));
    b->extent = mu_buf_str(&text);
}

/* --- summaries --- */

static void add_quartiles(const MuComposite *c, MuNodeList *list)
{
    MU_PUSH(c->arena, list, mu_composite_aggregate(c, "q1", NULL, "lower_box_"));
    MU_PUSH(c->arena, list, mu_composite_aggregate(c, "q3", NULL, "upper_box_"));
}

/* The five numbers of each group. */
static MuNodeList box_transforms(const Box *b)
{
    MuComposite *c = b->c;
    MuNodeList steps = {0}, measures = {0};
    mu_composite_append(c, &measures, &c->aggregates);
    add_quartiles(c, &measures);
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "median", NULL, "mid_box_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "min", NULL, b->to_ends ? "lower_whisker_" : "min_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "max", NULL, b->to_ends ? "upper_whisker_" : "max_"));
    mu_composite_append(c, &steps, &c->derived);
    MU_PUSH(c->arena, &steps, mu_composite_summary(c, "aggregate", &measures));
    return steps;
}

/* How far the whiskers may go: below the first quartile, above the third. */
static const MuNode *reach(const Box *b, bool up)
{
    MuComposite *c = b->c;
    MuStr low = mu_composite_datum(c, "lower_box_"), high = mu_composite_datum(c, "upper_box_");
    MuStr text = mu_str_printf(c->arena, "%.*s %c %.*s * (%.*s - %.*s)", MU_FMT(up ? high : low), up ? '+' : '-',
                               MU_FMT(b->extent), MU_FMT(high), MU_FMT(low));
    return mu_composite_object(c, "expr", mu_composite_text(c, text), NULL);
}

/* The rows within reach of the whiskers, or those beyond; a row without a value is neither. */
static const MuNode *reach_filter(const Box *b, bool within)
{
    MuComposite *c = b->c;
    const MuNode *field = c->measure->field_node;
    MuNodeList ends = {0};
    MU_PUSH(c->arena, &ends, mu_composite_object(c, "field", field, within ? "gte" : "lt", reach(b, false), NULL));
    MU_PUSH(c->arena, &ends, mu_composite_object(c, "field", field, within ? "lte" : "gt", reach(b, true), NULL));
    return mu_composite_object(c, "filter",
                               mu_composite_object(c, within ? "and" : "or", mu_composite_array(c, &ends), NULL), NULL);
}

static MuNodeList whisker_transforms(const Box *b)
{
    MuComposite *c = b->c;
    MuNodeList steps = {0}, measures = {0};
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "min", NULL, "lower_whisker_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "max", NULL, "upper_whisker_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "min", "lower_box_", "lower_box_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, "max", "upper_box_", "upper_box_"));
    mu_composite_append(c, &measures, &c->aggregates);
    MU_PUSH(c->arena, &steps, reach_filter(b, true));
    MU_PUSH(c->arena, &steps, mu_composite_summary(c, "aggregate", &measures));
    return steps;
}

/* --- layers --- */

static const MuNode *box_tooltip(const Box *b, const MuNode *encoding)
{
    const MuSummary five[] = {{b->to_ends ? "upper_whisker_" : "max_", MU_STR_INIT("Max")},
                              {"upper_box_", MU_STR_INIT("Q3")},
                              {"mid_box_", MU_STR_INIT("Median")},
                              {"lower_box_", MU_STR_INIT("Q1")},
                              {b->to_ends ? "lower_whisker_" : "min_", MU_STR_INIT("Min")}};
    return mu_composite_tooltip(b->c, encoding, five, sizeof five / sizeof *five, true);
}

static const MuNode *whisker_tooltip(const Box *b, const MuNode *encoding)
{
    static const MuSummary ends[] = {{"upper_whisker_", MU_STR_INIT("Upper Whisker")},
                                     {"lower_whisker_", MU_STR_INIT("Lower Whisker")}};
    return b->to_ends ? box_tooltip(b, encoding)
                      : mu_composite_tooltip(b->c, encoding, ends, sizeof ends / sizeof *ends, true);
}

/* The channels that whiskers, ticks and outliers have; these add what they need. */
static const MuNode *plain_encoding(const MuComposite *c)
{
    return mu_node_with(c->arena, mu_node_with(c->arena, c->rest, "color", NULL), "size", NULL);
}

static void add_whiskers(const Box *b, MuNodeList *layers)
{
    MuComposite *c = b->c;
    const MuNode *encoding = whisker_tooltip(b, plain_encoding(c)), *invalid = mu_node_get(c->mark, "invalid");
    const MuNode *rule =
        mu_composite_object(c, "type", mu_composite_word(c, "rule"), "invalid", invalid, "aria", flag(c, false), NULL);
    const MuNode *tick =
        mu_composite_object(c, "type", mu_composite_word(c, "tick"), "color", mu_composite_word(c, "black"), "opacity",
                            mu_node_new_number(c->arena, 1, c->mark), "orient",
                            mu_composite_word(c, orient_of(c, true)), "invalid", invalid, "aria", flag(c, false), NULL);
    const MuNode *low = mu_composite_field(c, "lower_whisker_"), *high = mu_composite_field(c, "upper_whisker_");
    const MuNode *from = mu_composite_field(c, "lower_box_"), *to = mu_composite_field(c, "upper_box_");
    mu_composite_add(c, layers, (MuPart){.name = "rule", .mark = rule, .from = low, .to = from, .encoding = encoding});
    mu_composite_add(c, layers, (MuPart){.name = "rule", .mark = rule, .from = to, .to = high, .encoding = encoding});
    mu_composite_add(c, layers, (MuPart){.name = "ticks", .mark = tick, .from = low, .encoding = encoding});
    mu_composite_add(c, layers, (MuPart){.name = "ticks", .mark = tick, .from = high, .encoding = encoding});
}

/* Where the box has no height, the median takes its colour. */
static const MuNode *median_color(const MuComposite *c)
{
    const MuNode *box = mu_node_get(c->own, "box"), *color = mu_node_get(c->rest, "color");
    const MuNode *usual =
        mu_node_is(box, MU_OBJECT) ? mu_node_get(box, "color") : mu_node_path(c->config, "mark", "color", NULL);
    MuStr test = mu_str_printf(c->arena, "%.*s >= %.*s", MU_FMT(mu_composite_datum(c, "lower_box_")),
                               MU_FMT(mu_composite_datum(c, "upper_box_")));
    const MuNode *condition = mu_node_is(color, MU_OBJECT) ? color : NULL;
    if (!condition)
        condition = mu_composite_object(c, "value", usual ? usual : mu_composite_word(c, "#4c78a8"), NULL);
    condition = mu_node_with(c->arena, condition, "test", mu_composite_text(c, test));
    return mu_composite_object(c, "condition", condition, NULL);
}

static void add_box(const Box *b, MuNodeList *layers)
{
    MuComposite *c = b->c;
    const MuNode *invalid = mu_node_get(c->mark, "invalid");
    const MuNode *color = mu_node_path(c->own, "median", "color", NULL), *size = mu_node_get(c->rest, "size");
    const MuNode *bar = mu_composite_object(c, "type", mu_composite_word(c, "bar"), "size", b->size, "orient",
                                            mu_composite_word(c, orient_of(c, false)), "invalid", invalid,
                                            "ariaRoleDescription", mu_composite_word(c, "box"), NULL);
    const MuNode *tick =
        mu_composite_object(c, "type", mu_composite_word(c, "tick"), "invalid", invalid, "color", color, "size",
                            b->size, "orient", mu_composite_word(c, orient_of(c, true)), "aria", flag(c, false), NULL);
    const MuNode *median = mu_node_with(c->arena, plain_encoding(c), "color", median_color(c));
    if (size)
        median = mu_node_with(c->arena, median, "size", size);
    /* The summary is told by the fields of the box, not by the condition of its median. */
    const MuNode *box = box_tooltip(b, c->rest);
    median = mu_node_with(c->arena, median, "tooltip", mu_node_get(box, "tooltip"));
    mu_composite_add(c, layers,
                     (MuPart){.name = "box",
                              .mark = bar,
                              .from = mu_composite_field(c, "lower_box_"),
                              .to = mu_composite_field(c, "upper_box_"),
                              .encoding = box});
    mu_composite_add(
        c, layers,
        (MuPart){.name = "median", .mark = tick, .from = mu_composite_field(c, "mid_box_"), .encoding = median});
}

static void add_outliers(const Box *b, MuNodeList *layers)
{
    MuComposite *c = b->c;
    const MuNode *encoding = mu_node_with(c->arena, c->rest, "size", NULL);
    mu_composite_add(c, layers,
                     (MuPart){.name = "outliers",
                              .mark = mu_composite_object(c, "type", mu_composite_word(c, "point"), NULL),
                              .from = c->measure->field_node,
                              .encoding = mu_node_with(c->arena, encoding, "tooltip", b->outer_tooltip),
                              .transform = reach_filter(b, false)});
}

/* A tooltip without aggregates is of rows: the outliers have it, the summaries do not. */
static const MuNode *take_tooltip(Box *b, const MuNode *encoding)
{
    MuComposite *c = b->c;
    const MuNode *tooltip = mu_node_get(encoding, "tooltip");
    MuNodeList rows = {0}, summaries = {0};
    if (!tooltip)
        return encoding;
    if (!mu_node_is(tooltip, MU_ARRAY)) {
        if (mu_node_get(tooltip, "aggregate"))
            return encoding;
        b->outer_tooltip = tooltip->kind == MU_NULL ? NULL : tooltip;
        return mu_node_with(c->arena, encoding, "tooltip", NULL);
    }
    for (size_t i = 0; i < tooltip->array.size; i++) {
        const MuNode *def = tooltip->array.at[i];
        MuNodeList *list = mu_node_get(def, "aggregate") ? &summaries : &rows;
        MU_PUSH(c->arena, list, def);
    }
    b->outer_tooltip = rows.size ? mu_composite_array(c, &rows) : NULL;
    return mu_node_with(c->arena, encoding, "tooltip", summaries.size ? mu_composite_array(c, &summaries) : NULL);
}

/* The rows with their quartiles: outliers beside whiskers over the rows within reach. */
static const MuNode *tukey_layer(const Box *b)
{
    MuComposite *c = b->c;
    MuNodeList steps = {0}, quartiles = {0}, layers = {0}, whiskers = {0};
    add_quartiles(c, &quartiles);
    mu_composite_append(c, &steps, &c->derived);
    MU_PUSH(c->arena, &steps, mu_composite_summary(c, "joinaggregate", &quartiles));
    add_outliers(b, &layers);
    add_whiskers(b, &whiskers);
    MuNodeList within = whisker_transforms(b);
    MU_PUSH(c->arena, &layers, mu_composite_layer(c, &within, &whiskers));
    return mu_composite_layer(c, &steps, &layers);
}

const MuNode *mu_boxplot_expand(MuComposite *c)
{
    Box b = {.c = c, .size = mu_node_get(c->mark, "size")};
    MuNodeList layers = {0}, views = {0}, none = {0};
    if (!b.size)
        b.size = mu_node_get(c->own, "size");
    read_extent(&b);
    if (!mu_composite_orient(c))
        return NULL;
    mu_composite_extract(c, take_tooltip(&b, mu_node_with(c->arena, c->encoding, mu_channel_name(c->channel), NULL)));
    MuNodeList steps = box_transforms(&b);
    if (b.to_ends) {
        add_whiskers(&b, &layers);
        add_box(&b, &layers);
        return mu_node_with(c->arena, mu_composite_view(c, &steps), "layer", mu_composite_array(c, &layers));
    }
    add_box(&b, &layers);
    MU_PUSH(c->arena, &views, tukey_layer(&b));
    MU_PUSH(c->arena, &views, mu_composite_layer(c, &steps, &layers));
    return mu_node_with(c->arena, mu_composite_view(c, &none), "layer", mu_composite_array(c, &views));
}
