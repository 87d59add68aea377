#include "spec/normalize.h"

#include "spec/compose.h"
#include "spec/composite.h"

typedef struct Normalizer {
    MuArena *arena;
    const MuNode *config;
    MuDiags *diags;
} Normalizer;

static bool is_field_or_datum(const MuNode *def)
{
    return mu_node_get(def, "field") || mu_node_get(def, "datum") ||
           mu_node_is_string(mu_node_get(def, "aggregate"), "count");
}

/* One channel of a layer below its parent's: a field or datum keeps what only the parent says, in a condition too. */
static const MuNode *merge_channel(Normalizer *n, const MuNode *parent, const MuNode *own)
{
    if (!own)
        return parent;
    if (!mu_node_is(own, MU_OBJECT) || !mu_node_is(parent, MU_OBJECT))
        return own;
    const MuNode *condition = mu_node_get(own, "condition");
    if (is_field_or_datum(own))
        return mu_node_over(n->arena, parent, own);
    if (mu_node_is(condition, MU_OBJECT) && is_field_or_datum(condition))
        return mu_node_with(n->arena, own, "condition", mu_node_over(n->arena, parent, condition));
    return own;
}

static const MuNode *merge_encoding(Normalizer *n, const MuNode *parent, const MuNode *own)
{
    if (!parent || !own)
        return own ? own : parent;
    const MuNode *merged = parent;
    for (size_t i = 0; i < own->object.size; i++) {
        MuStr key = own->object.at[i].key;
        const MuNode *channel = merge_channel(n, mu_node_find(parent, key), own->object.at[i].value);
        merged = mu_node_with(n->arena, merged, mu_str_cstr(n->arena, key), channel);
    }
    return merged;
}

static MuStr mark_name(const MuNode *mark)
{
    return mu_node_string(mu_node_is(mark, MU_OBJECT) ? mu_node_get(mark, "type") : mark, MU_STR(""));
}

/* The value of an overlay property: of the mark, else of config.<mark>. NULL if it is off. */
static const MuNode *overlay_of(Normalizer *n, const MuNode *mark, const char *name)
{
    const MuNode *value = mu_node_is(mark, MU_OBJECT) ? mu_node_get(mark, name) : NULL;
    if (!value)
        value = mu_node_get(mu_node_find(n->config, mark_name(mark)), name);
    bool on =
        value && (value->kind == MU_OBJECT || value->kind == MU_STRING || (value->kind == MU_BOOL && value->boolean));
    return on ? value : NULL;
}

static const MuNode *mark_object(Normalizer *n, const MuNode *mark)
{
    return mu_node_is(mark, MU_OBJECT) ? mark : mu_node_with(n->arena, NULL, "type", mark);
}

/* The overlays of a stacked area are stacked as it is. */
static const MuNode *stacked_alike(Normalizer *n, const MuNode *encoding, MuStr mark)
{
    if (!mu_str_is(mark, "area"))
        return encoding;
    static const char *const channels[] = {"x", "y"};
    for (size_t i = 0; i < 2; i++) {
        const MuNode *def = mu_node_get(encoding, channels[i]);
        bool measure = mu_node_get(def, "aggregate") || mu_node_is_string(mu_node_get(def, "type"), "quantitative");
        bool free = !mu_node_get(def, "stack") && !mu_node_get(def, "bin") && measure;
        bool ranged = mu_node_get(encoding, i == 0 ? "x2" : "y2");
        if (is_field_or_datum(def) && free && !ranged &&
            (i == 1 || !mu_node_get(encoding, "y") ||
             !mu_node_is_string(mu_node_path(encoding, "y", "type", NULL), "quantitative")))
            encoding =
                mu_node_with(n->arena, encoding, channels[i],
                             mu_node_with(n->arena, def, "stack", mu_node_new_string(n->arena, MU_STR("zero"), def)));
    }
    return encoding;
}

static const MuNode *overlay_layer(Normalizer *n, const MuNode *encoding, const char *type, const MuNode *look,
                                   const MuNode *base)
{
    static const char *const kept[] = {"clip", "tooltip", "interpolate", "tension"};
    static const char *const others[] = {"x2", "y2", "text", NULL}; /* what only the base takes */
    bool point = strcmp(type, "point") == 0;
    const MuNode *mark = mu_node_with(n->arena, NULL, "type", mu_node_new_string(n->arena, mu_str(type), base));
    if (point) {
        double opacity = mu_node_is_string(look, "transparent") ? 0 : 1;
        mark = mu_node_with(n->arena, mark, "opacity", mu_node_new_number(n->arena, opacity, base));
        mark = mu_node_with(n->arena, mark, "filled", mu_node_new_bool(n->arena, true, base));
    }
    for (size_t i = 0; i < (point ? 2 : sizeof kept / sizeof *kept); i++)
        if (mu_node_get(base, kept[i]))
            mark = mu_node_with(n->arena, mark, kept[i], mu_node_get(base, kept[i]));
    if (mu_node_is(look, MU_OBJECT))
        mark = mu_node_merge(n->arena, mark, look);
    const MuNode *layer = mu_node_with(n->arena, NULL, "mark", mark);
    return mu_node_with(n->arena, layer, "encoding", mu_node_without(n->arena, encoding, others));
}

/* Does the mark or its config say an opacity? */
static bool is_faded(const Normalizer *n, const MuNode *mark)
{
    const MuNode *bags[] = {mark, mu_node_find(n->config, mark_name(mark)), mu_node_get(n->config, "mark")};
    for (size_t i = 0; i < sizeof bags / sizeof *bags; i++)
        if (mu_node_get(bags[i], "opacity") || mu_node_get(bags[i], "fillOpacity"))
            return true;
    return false;
}

/* A line, rule or area with `point` or `line`: a layer of the mark and its overlays. A shape asks for points too. */
static const MuNode *expand_overlay(Normalizer *n, const MuNode *spec)
{
    static const char *const own[] = {"mark", "encoding", NULL};
    const MuNode *base = mark_object(n, mu_node_get(spec, "mark")), *encoding = mu_node_get(spec, "encoding");
    MuStr name = mark_name(base);
    bool area = mu_str_is(name, "area");
    if (!area && !mu_str_is(name, "line") && !mu_str_is(name, "rule") && !mu_str_is(name, "trail"))
        return spec;
    const MuNode *point = overlay_of(n, base, "point"), *line = area ? overlay_of(n, base, "line") : NULL;
    if (!point && !mu_node_get(base, "point"))
        point = mu_node_get(encoding, "shape");
    if (point == mu_node_get(encoding, "shape") && point)
        point = mu_node_new_bool(n->arena, true, point);
    if (!point && !line)
        return spec;
    if (area && !is_faded(n, base))
        base = mu_node_with(n->arena, base, "opacity", mu_node_new_number(n->arena, 0.7, base));
    encoding = stacked_alike(n, encoding, name);
    /* The mark of the first layer says that its overlays are made, or config would ask for them again. */
    const MuNode *off = mu_node_new_bool(n->arena, false, base);
    const MuNode *plain = mu_node_with(n->arena, mu_node_with(n->arena, base, "point", off), "line", area ? off : NULL);
    MuNodeList layers = {0};
    const MuNode *first = mu_node_with(n->arena, NULL, "mark", plain);
    MU_PUSH(n->arena, &layers,
            mu_node_with(n->arena, first, "encoding", mu_node_with(n->arena, encoding, "shape", NULL)));
    if (line)
        MU_PUSH(n->arena, &layers, overlay_layer(n, encoding, "line", line, base));
    if (point)
        MU_PUSH(n->arena, &layers, overlay_layer(n, encoding, "point", point, base));
    return mu_node_with(n->arena, mu_node_without(n->arena, spec, own), "layer",
                        mu_node_new_array(n->arena, &layers, spec));
}

/* A line from x to x2 or y to y2 is a rule. */
static const MuNode *ranged_line(Normalizer *n, const MuNode *spec)
{
    const MuNode *mark = mu_node_get(spec, "mark"), *encoding = mu_node_get(spec, "encoding");
    if (!mu_str_is(mark_name(mark), "line") || (!mu_node_get(encoding, "x2") && !mu_node_get(encoding, "y2")))
        return spec;
    const MuNode *rule = mu_node_new_string(n->arena, MU_STR("rule"), mark);
    return mu_node_with(n->arena, spec, "mark",
                        mu_node_is(mark, MU_OBJECT) ? mu_node_with(n->arena, mark, "type", rule) : rule);
}

/* Of layers: only here a channel has all that its definition has. */
static void check_aggregates(Normalizer *n, const MuNode *encoding)
{
    for (size_t i = 0; encoding && i < encoding->object.size; i++) {
        const MuNode *def = encoding->object.at[i].value, *aggregate = mu_node_get(def, "aggregate");
        if (!mu_node_is(aggregate, MU_STRING) || mu_node_is_string(aggregate, "count") || mu_node_get(def, "field"))
            continue;
        MuDiag *diag = mu_diag(n->diags, MU_DIAG_AGGREGATE_FIELD, aggregate->span, MU_FMT(aggregate->string));
        mu_diag_hint(n->diags, diag, "add 'field'; only 'count' needs none");
    }
}

/* Errors are shown by error bars and bands alone; what a layer has from its parent may be for another. */
static const MuNode *drop_errors(Normalizer *n, const MuNode *spec, const MuNode *own)
{
    MuStr mark = mark_name(mu_node_get(spec, "mark"));
    const MuNode *encoding = mu_node_get(spec, "encoding");
    if (mu_str_is(mark, "errorbar") || mu_str_is(mark, "errorband"))
        return spec;
    for (size_t i = 0; mu_error_channels[i]; i++) {
        const MuNode *error = mu_node_get(own, mu_error_channels[i]);
        if (mu_node_get(encoding, mu_error_channels[i]))
            encoding = mu_node_with(n->arena, encoding, mu_error_channels[i], NULL);
        if (error)
            mu_diag(n->diags, MU_DIAG_CHANNEL_DROPPED, error->span, mu_error_channels[i], mu_str_cstr(n->arena, mark));
    }
    return encoding ? mu_node_with(n->arena, spec, "encoding", encoding) : spec;
}

static const MuNode *normalize(Normalizer *n, const MuNode *spec);
static const MuNode *normalize_plot(Normalizer *n, const MuNode *spec, const MuNode *parent_encoding);

/* Layers part no data: a facet channel in one of them is left to the model, which drops it with a warning. */
static const MuNode *normalize_layer(Normalizer *n, const MuNode *spec, const MuNode *encoding)
{
    const MuNode *layers = mu_node_get(spec, "layer");
    MuNodeList list = {0};
    for (size_t i = 0; i < layers->array.size; i++)
        MU_PUSH(n->arena, &list, normalize_plot(n, layers->array.at[i], encoding));
    return mu_node_with(n->arena, mu_node_with(n->arena, spec, "encoding", NULL), "layer",
                        mu_node_new_array(n->arena, &list, layers));
}

static const MuNode *normalize_concat(Normalizer *n, const MuNode *spec, const char *key)
{
    const MuNode *views = mu_node_get(spec, key);
    MuNodeList list = {0};
    for (size_t i = 0; i < views->array.size; i++)
        MU_PUSH(n->arena, &list, normalize(n, views->array.at[i]));
    return mu_node_with(n->arena, spec, key, mu_node_new_array(n->arena, &list, views));
}

static const MuNode *normalize_plot(Normalizer *n, const MuNode *spec, const MuNode *parent_encoding)
{
    if (!mu_node_is(spec, MU_OBJECT))
        return spec;
    const MuNode *own = mu_node_get(spec, "encoding"), *encoding = merge_encoding(n, parent_encoding, own);
    if (mu_node_is(mu_node_get(spec, "layer"), MU_ARRAY))
        return normalize_layer(n, spec, encoding);
    if (!mu_node_get(spec, "mark"))
        return spec;
    if (encoding)
        spec = mu_node_with(n->arena, spec, "encoding", encoding);
    check_aggregates(n, encoding);
    spec = drop_errors(n, spec, own);
    if (mu_mark_is_composite(mark_name(mu_node_get(spec, "mark"))))
        return mu_composite_expand(n->arena, spec, n->config, n->diags);
    return expand_overlay(n, ranged_line(n, spec));
}

static const MuNode *normalize(Normalizer *n, const MuNode *spec)
{
    static const char *const concats[] = {"concat", "hconcat", "vconcat"};
    for (size_t i = 0; i < sizeof concats / sizeof *concats; i++)
        if (mu_node_is(mu_node_get(spec, concats[i]), MU_ARRAY))
            return normalize_concat(n, spec, concats[i]);
    if (mu_spec_has_facet_channel(spec))
        spec = mu_spec_facet_view(n->arena, spec);
    if (mu_node_is(mu_node_get(spec, "facet"), MU_OBJECT))
        return mu_node_with(n->arena, spec, "spec", normalize(n, mu_node_get(spec, "spec")));
    return normalize_plot(n, spec, NULL);
}

const MuNode *mu_spec_normalize(MuArena *arena, const MuNode *spec, const MuNode *config, MuDiags *diags)
{
    Normalizer n = {arena, config, diags};
    return normalize(&n, spec);
}
