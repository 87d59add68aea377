/* Error bars and error bands: a centre with an extent about it, summed up from the rows or given by them. */
#include "data/table.h"
#include "spec/composite.h"

typedef struct ErrorMark {
    MuComposite *c;
    MuNodeList steps; /* transforms that make "lower_…" and "upper_…" */
    MuSummary summaries[3];
    size_t summary_count;
    bool named; /* the summaries' titles name the field */
} ErrorMark;

typedef enum Form {
    ROWS,   /* each row is one value of many */
    ENDS,   /* the rows have both ends: x and x2 */
    ERRORS, /* the rows have a value and its errors: x and xError */
    WRONG
} Form;

/* --- the form of the data --- */

static bool given(const MuComposite *c, const char *channel)
{
    return mu_composite_def(c, channel) != NULL;
}

static bool is_continuous(const MuComposite *c, const char *channel)
{
    const MuChannelDef *def = mu_composite_def(c, channel);
    return def && !mu_def_is_discrete(def);
}

static Form wrong(const MuComposite *c, const char *message, const char *hint)
{
    MuDiag *diag =
        mu_diag(c->diags, MU_DIAG_ERROR_FORM, c->encoding ? c->encoding->span : c->mark->span, c->name, message);
    mu_diag_hint(c->diags, diag, "%s", hint);
    return WRONG;
}

/* Both ends, or an error, on one axis: `x` or `y` is the measure. */
static Form ends_or_errors(MuComposite *c, const char *x, const char *y, Form form)
{
    bool on_x = given(c, x), on_y = given(c, y);
    if (on_x && on_y)
        return wrong(c, mu_str_printf(c->arena, "cannot have both %s and %s", x, y).at,
                     "keep that of the measured axis");
    const char *axis = on_x ? "x" : "y";
    if (!is_continuous(c, axis))
        return wrong(c, mu_str_printf(c->arena, "needs numbers or times on %s beside %s", axis, on_x ? x : y).at,
                     mu_str_printf(c->arena, "set type: quantitative on %s", axis).at);
    return mu_composite_measure(c, on_x ? MU_CHANNEL_X : MU_CHANNEL_Y) ? form : WRONG;
}

static Form form_of(MuComposite *c)
{
    bool ends = given(c, "x2") || given(c, "y2"), errors = false;
    for (size_t i = 0; mu_error_channels[i]; i++)
        errors = errors || given(c, mu_error_channels[i]);
    if (ends && errors)
        return wrong(c, "takes either both ends or a value and its error", "remove x2 and y2, or the errors");
    if (ends)
        return ends_or_errors(c, "x2", "y2", ENDS);
    if (!errors)
        return mu_composite_orient(c) ? ROWS : WRONG;
    if ((given(c, "xError2") && !given(c, "xError")) || (given(c, "yError2") && !given(c, "yError")))
        return wrong(c, "has a second error without the first", "xError is the error upwards, xError2 that downwards");
    return ends_or_errors(c, "xError", "yError", ERRORS);
}

/* --- from rows --- */

static void add_summary(ErrorMark *e, const char *prefix, MuStr title)
{
    e->summaries[e->summary_count++] = (MuSummary){prefix, title};
}

/* "Mean + stderr". */
static MuStr shifted_title(const ErrorMark *e, MuStr center, char sign, MuStr extent)
{
    return mu_str_printf(e->c->arena, "%.*s %c %.*s", MU_FMT(mu_str_capital(e->c->arena, center)), sign,
                         MU_FMT(extent));
}

/* "Q1 of yield", by the style of field titles. */
static MuStr measure_title(const ErrorMark *e, const char *op)
{
    MuComposite *c = e->c;
    const MuNode *def =
        mu_composite_object(c, "aggregate", mu_composite_text(c, mu_str(op)), "field", c->measure->field_node, NULL);
    return mu_field_title(c->arena, mu_channel_def(c->arena, c->channel, def, NULL), c->config);
}

static void summarize(ErrorMark *e, MuNodeList *measures)
{
    MuComposite *c = e->c;
    mu_composite_append(c, &e->steps, &c->derived);
    MU_PUSH(c->arena, &e->steps, mu_composite_summary(c, "aggregate", measures));
}

static MuNodeList other_measures(const MuComposite *c)
{
    MuNodeList measures = {0};
    mu_composite_append(c, &measures, &c->aggregates);
    return measures;
}

/* A deviation to both sides of the centre. */
static void about_center(ErrorMark *e, MuStr center, MuStr extent)
{
    MuComposite *c = e->c;
    MuNodeList measures = other_measures(c);
    MuStr middle = mu_composite_datum(c, "center_"), reach = mu_composite_datum(c, "extent_");
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, mu_str_cstr(c->arena, extent), NULL, "extent_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, mu_str_cstr(c->arena, center), NULL, "center_"));
    summarize(e, &measures);
    /* A single row has no deviation: undefined, which makes the ends no numbers and the row is not drawn. */
    MuStr upper = mu_str_printf(c->arena, "%.*s + %.*s", MU_FMT(middle), MU_FMT(reach));
    MuStr lower = mu_str_printf(c->arena, "%.*s - %.*s", MU_FMT(middle), MU_FMT(reach));
    MU_PUSH(c->arena, &e->steps, mu_composite_calculate(c, upper, "upper_"));
    MU_PUSH(c->arena, &e->steps, mu_composite_calculate(c, lower, "lower_"));
    add_summary(e, "center_", mu_str_capital(c->arena, center));
    add_summary(e, "upper_", shifted_title(e, center, '+', extent));
    add_summary(e, "lower_", shifted_title(e, center, '-', extent));
    e->named = true;
}

/* Two ends that are operators themselves. */
static void between(ErrorMark *e, const char *lower, const char *upper, const char *center)
{
    MuComposite *c = e->c;
    MuNodeList measures = other_measures(c);
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, lower, NULL, "lower_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, upper, NULL, "upper_"));
    MU_PUSH(c->arena, &measures, mu_composite_aggregate(c, center, NULL, "center_"));
    summarize(e, &measures);
    add_summary(e, "upper_", measure_title(e, upper));
    add_summary(e, "lower_", measure_title(e, lower));
    add_summary(e, "center_", measure_title(e, center));
}

/* The centre may be the mean or the median; "iqr" goes with the median, all else with the mean. */
static void from_rows(ErrorMark *e)
{
    MuComposite *c = e->c;
    MuStr none = MU_STR(""), center = mu_node_string(mu_node_get(c->mark, "center"), none),
          extent = mu_node_string(mu_node_get(c->mark, "extent"), none);
    const MuNode *usual = mu_node_path(c->config, "errorbar", "center", NULL);
    if (!center.size && extent.size)
        center = mu_str_is(extent, "iqr") ? MU_STR("median") : MU_STR("mean");
    if (!center.size)
        center = mu_node_string(usual, MU_STR("mean"));
    if (!extent.size)
        extent = mu_str_is(center, "mean") ? MU_STR("stderr") : MU_STR("iqr");
    if (mu_str_is(center, "median") != mu_str_is(extent, "iqr"))
        mu_diag(c->diags, MU_DIAG_ERROR_CENTER, c->mark->span, MU_FMT(center), MU_FMT(extent), c->name);
    if (mu_str_is(extent, "ci"))
        between(e, "ci0", "ci1", "mean");
    else if (mu_str_is(extent, "iqr"))
        between(e, "q1", "q3", "median");
    else
        about_center(e, center, extent);
}

/* --- from ends or errors --- */

/* How an expression reads a field as written, as a number: null where it is none. A path may be a column's whole
 * name, too. */
static MuStr number_of(const MuComposite *c, MuStr field)
{
    MuFieldPath path = mu_field_parse(c->arena, field);
    MuBuf walk = {.arena = c->arena}, whole = {.arena = c->arena};
    mu_buf_adds(&walk, "datum");
    for (size_t i = 0; i < path.size; i++) {
        mu_buf_addc(&walk, '[');
        mu_value_json(&walk, mu_string(path.parts[i]));
        mu_buf_addc(&walk, ']');
    }
    if (path.size == 1)
        return mu_str_printf(c->arena, "toNumber(%.*s)", MU_FMT(mu_buf_str(&walk)));
    mu_value_json(&whole, mu_string(field));
    MuStr name = mu_buf_str(&whole);
    return mu_str_printf(c->arena, "toNumber(isDefined(datum[%.*s]) ? datum[%.*s] : %.*s)", MU_FMT(name), MU_FMT(name),
                         MU_FMT(mu_buf_str(&walk)));
}

static MuStr field_of(const MuComposite *c, const char *channel)
{
    const MuChannelDef *def = mu_composite_def(c, channel);
    return def ? def->field : MU_STR("");
}

static void add_end(ErrorMark *e, const char *prefix, MuStr expression, MuStr title)
{
    MU_PUSH(e->c->arena, &e->steps, mu_composite_calculate(e->c, expression, prefix));
    add_summary(e, prefix, title);
}

static void from_ends(ErrorMark *e)
{
    MuComposite *c = e->c;
    MuStr second = field_of(c, mu_channel_name(mu_channel_second(c->channel))), first = c->measure->field;
    add_end(e, "upper_", number_of(c, second), second);
    add_end(e, "lower_", number_of(c, first), first);
}

/* Unknown where the value or its error is unknown: null + 1 would be 1. */
static void add_shifted(ErrorMark *e, const char *prefix, char sign, MuStr error)
{
    MuComposite *c = e->c;
    MuStr value = number_of(c, c->measure->field), by = number_of(c, error);
    MuStr text = mu_str_printf(c->arena, "isValid(%.*s) && isValid(%.*s) ? %.*s %c %.*s : null", MU_FMT(value),
                               MU_FMT(by), MU_FMT(value), sign, MU_FMT(by));
    MuStr title = mu_str_printf(c->arena, "%.*s %c %.*s", MU_FMT(c->measure->field), sign, MU_FMT(error));
    add_end(e, prefix, text, title);
}

static void from_errors(ErrorMark *e)
{
    MuComposite *c = e->c;
    const char *name = mu_channel_name(c->channel);
    MuStr up = field_of(c, mu_str_printf(c->arena, "%sError", name).at),
          down = field_of(c, mu_str_printf(c->arena, "%sError2", name).at);
    add_summary(e, "", c->measure->field);
    add_shifted(e, "upper_", '+', up);
    /* The second error is the way down as it is: usually negative. */
    add_shifted(e, "lower_", down.size ? '+' : '-', down.size ? down : up);
}

/* --- both marks --- */

/* Without what is measured: x, x2, xError, xError2. */
static const MuNode *other_channels(const MuComposite *c)
{
    static const char *const suffixes[] = {"", "2", "Error", "Error2"};
    const MuNode *encoding = c->encoding;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        MuStr name = mu_str_printf(c->arena, "%s%s", mu_channel_name(c->channel), suffixes[i]);
        encoding = mu_node_with(c->arena, encoding, mu_str_cstr(c->arena, name), NULL);
    }
    return encoding;
}

static bool prepare(ErrorMark *e)
{
    MuComposite *c = e->c;
    Form form = form_of(c);
    if (form == WRONG)
        return false;
    mu_composite_extract(c, other_channels(c));
    if (form == ROWS) {
        from_rows(e);
        return true;
    }
    const MuNode *unused = mu_node_get(c->mark, "extent");
    if (!unused)
        unused = mu_node_get(c->mark, "center");
    if (unused)
        mu_diag(c->diags, MU_DIAG_ERROR_EXTENT, unused->span, c->name);
    c->groups.size = 0;
    if (c->derived.size || c->aggregates.size) {
        if (c->aggregates.size)
            summarize(e, &c->aggregates);
        else
            e->steps = c->derived;
    }
    if (form == ENDS)
        from_ends(e);
    else
        from_errors(e);
    return true;
}

static const MuNode *tooltips(const ErrorMark *e, const MuNode *encoding)
{
    return mu_composite_tooltip(e->c, encoding, e->summaries, e->summary_count, e->named);
}

static void add_part(const MuComposite *c, MuNodeList *layers, const char *name, const MuNode *mark, const char *from,
                     const char *to, const MuNode *encoding)
{
    mu_composite_add(c, layers,
                     (MuPart){.name = name,
                              .mark = mark,
                              .from = mu_composite_field(c, from),
                              .to = to ? mu_composite_field(c, to) : NULL,
                              .encoding = encoding});
}

const MuNode *mu_errorbar_expand(MuComposite *c)
{
    ErrorMark e = {.c = c};
    MuNodeList layers = {0};
    if (!prepare(&e))
        return NULL;
    const MuNode *thickness = mu_node_get(c->mark, "thickness"), *size = mu_node_get(c->mark, "size"),
                 *no = mu_node_new_bool(c->arena, false, c->mark);
    const char *across = c->channel == MU_CHANNEL_Y ? "horizontal" : "vertical";
    const MuNode *tick =
        mu_composite_object(c, "type", mu_composite_word(c, "tick"), "orient", mu_composite_word(c, across), "aria", no,
                            "thickness", thickness, "size", size, NULL);
    const MuNode *rule = mu_composite_object(c, "type", mu_composite_word(c, "rule"), "ariaRoleDescription",
                                             mu_composite_word(c, "errorbar"), "size", thickness, NULL);
    const MuNode *encoding = tooltips(&e, mu_node_with(c->arena, c->rest, "size", NULL));
    add_part(c, &layers, "ticks", tick, "lower_", NULL, encoding);
    add_part(c, &layers, "ticks", tick, "upper_", NULL, encoding);
    add_part(c, &layers, "rule", rule, "lower_", "upper_", encoding);
    const MuNode *view = mu_composite_view(c, &e.steps);
    if (layers.size != 1)
        return mu_node_with(c->arena, view, "layer", mu_composite_array(c, &layers));
    view = mu_node_with(c->arena, view, "mark", mu_node_get(layers.at[0], "mark"));
    return mu_node_with(c->arena, view, "encoding", mu_node_get(layers.at[0], "encoding"));
}

static const MuNode *curved(const MuComposite *c, const MuNode *mark)
{
    const MuNode *curve = mu_node_get(c->mark, "interpolate"), *tension = mu_node_get(c->mark, "tension");
    if (!curve)
        return mark;
    mark = mu_node_with(c->arena, mark, "interpolate", curve);
    return tension ? mu_node_with(c->arena, mark, "tension", tension) : mark;
}

const MuNode *mu_errorband_expand(MuComposite *c)
{
    ErrorMark e = {.c = c};
    MuNodeList layers = {0};
    if (!prepare(&e))
        return NULL;
    bool runs = mu_node_get(c->encoding, "x") && mu_node_get(c->encoding, "y");
    const MuNode *curve = mu_node_get(c->mark, "interpolate");
    if (!curve)
        curve = mu_node_get(c->mark, "tension");
    if (curve && !runs)
        mu_diag(c->diags, MU_DIAG_BAND_CURVE, curve->span);
    const MuNode *band = mu_composite_object(c, "type", mu_composite_word(c, runs ? "area" : "rect"), NULL);
    const MuNode *border = mu_composite_object(c, "type", mu_composite_word(c, runs ? "line" : "rule"), NULL);
    if (runs) {
        band = mu_node_with(c->arena, curved(c, band), "ariaRoleDescription", mu_composite_word(c, "errorband"));
        border = mu_node_with(c->arena, curved(c, border), "aria", mu_node_new_bool(c->arena, false, c->mark));
    }
    const MuNode *encoding = tooltips(&e, c->rest);
    add_part(c, &layers, "band", band, "lower_", "upper_", encoding);
    add_part(c, &layers, "borders", border, "lower_", NULL, encoding);
    add_part(c, &layers, "borders", border, "upper_", NULL, encoding);
    return mu_node_with(c->arena, mu_composite_view(c, &e.steps), "layer", mu_composite_array(c, &layers));
}
