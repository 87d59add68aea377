/* Repeated views. Rules: vega-lite/src/normalize/core.ts (mapRepeat) and normalize/repeater.ts. */
#include "spec/compose.h"

typedef struct Repeater {
    MuArena *arena;
    MuDiags *diags;
    const MuNode *row, *column, *repeat, *layer; /* the field at hand; NULL: none is repeated so */
} Repeater;

/* --- {repeat: …} in definitions --- */

static const MuNode *reference_of(const MuNode *node)
{
    const MuNode *name = mu_node_get(node, "repeat");
    return mu_node_is(name, MU_STRING) ? name : NULL;
}

/* NULL, with a warning, where nothing of this name is repeated around the view. */
static const MuNode *repeated(const Repeater *r, const MuNode *name)
{
    const MuNode *value = mu_str_is(name->string, "row")      ? r->row
                          : mu_str_is(name->string, "column") ? r->column
                          : mu_str_is(name->string, "repeat") ? r->repeat
                          : mu_str_is(name->string, "layer")  ? r->layer
                                                              : NULL;
    if (!value)
        mu_diag(r->diags, MU_DIAG_NO_REPEAT, name->span, MU_FMT(name->string));
    return value;
}

/* The object with its member's reference resolved; NULL where it cannot be. */
static const MuNode *with_member(const Repeater *r, const MuNode *object, const char *member)
{
    const MuNode *name = reference_of(mu_node_get(object, member));
    if (!name)
        return object;
    const MuNode *value = repeated(r, name);
    return value ? mu_node_with(r->arena, object, member, value) : NULL;
}

static const MuNode *field_or_datum(const Repeater *r, const MuNode *def)
{
    bool datum = reference_of(mu_node_get(def, "datum"));
    const MuNode *sort = mu_node_get(def, "sort");
    def = with_member(r, def, datum ? "datum" : "field");
    if (def && datum && !mu_node_get(def, "type"))
        def = mu_node_with(r->arena, def, "type", mu_node_new_string(r->arena, MU_STR("nominal"), def));
    if (def && mu_node_is(sort, MU_OBJECT))
        def = mu_node_with(r->arena, def, "sort", with_member(r, sort, "field"));
    return def;
}

/* A channel's definition; NULL: the view is without it. What a condition says stays if only the field is lost. */
static const MuNode *channel_def(const Repeater *r, const MuNode *def)
{
    if (mu_node_is(def, MU_ARRAY)) {
        MuNodeList list = {0};
        for (size_t i = 0; i < def->array.size; i++) {
            const MuNode *item = channel_def(r, def->array.at[i]);
            if (item)
                MU_PUSH(r->arena, &list, item);
        }
        return mu_node_new_array(r->arena, &list, def);
    }
    if (!mu_node_is(def, MU_OBJECT))
        return def;
    const MuNode *condition = mu_node_get(def, "condition"), *own = field_or_datum(r, def);
    if (!own)
        return condition ? mu_node_with(r->arena, NULL, "condition", condition) : NULL;
    if (mu_node_is(condition, MU_OBJECT))
        own = mu_node_with(r->arena, own, "condition", field_or_datum(r, condition));
    return own;
}

/* Of all members of `encoding` or of a facet's rows and columns. */
static const MuNode *mapping(const Repeater *r, const MuNode *node)
{
    const MuNode *made = node;
    for (size_t i = 0; mu_node_is(node, MU_OBJECT) && i < node->object.size; i++) {
        const MuMember *member = &node->object.at[i];
        made = mu_node_with(r->arena, made, mu_str_cstr(r->arena, member->key), channel_def(r, member->value));
    }
    return made;
}

/* --- views --- */

static const MuNode *expand(const Repeater *r, const MuNode *spec);

static const MuNode *expand_list(const Repeater *r, const MuNode *spec, const char *key)
{
    const MuNode *views = mu_node_get(spec, key);
    MuNodeList list = {0};
    if (!mu_node_is(views, MU_ARRAY))
        return spec;
    for (size_t i = 0; i < views->array.size; i++)
        MU_PUSH(r->arena, &list, expand(r, views->array.at[i]));
    return mu_node_with(r->arena, spec, key, mu_node_new_array(r->arena, &list, views));
}

static const MuNode *repeat_layers(const Repeater *r, const MuNode *spec, const MuNode *fields)
{
    static const char *const own[] = {"repeat", "spec", NULL};
    MuNodeList layers = {0};
    for (size_t i = 0; i < fields->array.size; i++) {
        Repeater inner = *r;
        inner.layer = fields->array.at[i];
        MU_PUSH(r->arena, &layers, expand(&inner, mu_node_get(spec, "spec")));
    }
    return mu_node_with(r->arena, mu_node_without(r->arena, spec, own), "layer",
                        mu_node_new_array(r->arena, &layers, fields));
}

/* One field of a list, or of none the one around. */
static const MuNode *nth(const MuNode *list, size_t i, const MuNode *around)
{
    return mu_node_is(list, MU_ARRAY) ? list->array.at[i] : around;
}

static size_t count_of(const MuNode *list)
{
    return mu_node_is(list, MU_ARRAY) ? list->array.size : 1;
}

/* The views for each field of the list, or each row and column. */
static MuNodeList repeated_views(const Repeater *r, const MuNode *spec, const MuNode *repeat)
{
    const MuNode *row = mu_node_get(repeat, "row"), *column = mu_node_get(repeat, "column");
    MuNodeList views = {0};
    for (size_t k = 0; k < count_of(repeat); k++)
        for (size_t i = 0; i < count_of(row); i++)
            for (size_t j = 0; j < count_of(column); j++) {
                Repeater inner = *r;
                inner.repeat = nth(repeat, k, r->repeat);
                inner.row = nth(row, i, r->row);
                inner.column = nth(column, j, r->column);
                MU_PUSH(r->arena, &views,
                        mu_node_with(r->arena, expand(&inner, mu_node_get(spec, "spec")), "data", NULL));
            }
    return views;
}

/* A concat of the views, which line up in rows and columns. Their data belong to the whole. */
static const MuNode *repeat_views(const Repeater *r, const MuNode *spec, const MuNode *repeat)
{
    static const char *const own[] = {"repeat", "spec", NULL};
    MuNodeList views = repeated_views(r, spec, repeat);
    const MuNode *data = mu_node_path(spec, "spec", "data", NULL), *made = mu_node_without(r->arena, spec, own);
    const MuNode *column = mu_node_get(repeat, "column");
    if (data)
        made = mu_node_with(r->arena, made, "data", data);
    if (!mu_node_get(made, "align"))
        made = mu_node_with(r->arena, made, "align", mu_node_new_string(r->arena, MU_STR("all"), repeat));
    const MuNode *columns = mu_node_get(spec, "columns");
    if (repeat->kind == MU_OBJECT && columns)
        mu_diag(r->diags, MU_DIAG_COLUMNS_IGNORED, columns->span);
    if (repeat->kind == MU_OBJECT)
        made = mu_node_with(r->arena, made, "columns",
                            mu_node_new_number(r->arena, column ? (double)count_of(column) : 1, repeat));
    return mu_node_with(r->arena, made, "concat", mu_node_new_array(r->arena, &views, repeat));
}

static const MuNode *expand_repeat(const Repeater *r, const MuNode *spec, const MuNode *repeat)
{
    const MuNode *layer = mu_node_get(repeat, "layer");
    if (!mu_node_is(layer, MU_ARRAY))
        return repeat_views(r, spec, repeat);
    if (!mu_node_get(repeat, "row") && !mu_node_get(repeat, "column"))
        return repeat_layers(r, spec, layer);
    const MuNode *inner = mu_node_with(r->arena, NULL, "repeat", mu_node_with(r->arena, NULL, "layer", layer));
    inner = mu_node_with(r->arena, inner, "spec", mu_node_get(spec, "spec"));
    return repeat_views(r, mu_node_with(r->arena, spec, "spec", inner), mu_node_with(r->arena, repeat, "layer", NULL));
}

static const MuNode *expand(const Repeater *r, const MuNode *spec)
{
    static const char *const lists[] = {"layer", "concat", "hconcat", "vconcat"};
    const MuNode *repeat = mu_node_get(spec, "repeat"), *facet = mu_node_get(spec, "facet"),
                 *encoding = mu_node_get(spec, "encoding"), *cell = mu_node_get(spec, "spec");
    if (repeat && cell && (repeat->kind == MU_ARRAY || repeat->kind == MU_OBJECT))
        return expand_repeat(r, spec, repeat);
    if (encoding)
        spec = mu_node_with(r->arena, spec, "encoding", mapping(r, encoding));
    if (facet && cell)
        spec = mu_node_with(r->arena, spec, "facet",
                            mu_node_get(facet, "field") ? channel_def(r, facet) : mapping(r, facet));
    if (cell)
        spec = mu_node_with(r->arena, spec, "spec", expand(r, cell));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        spec = expand_list(r, spec, lists[i]);
    return spec;
}

const MuNode *mu_spec_repeat(MuArena *arena, const MuNode *spec, MuDiags *diags)
{
    Repeater none = {.arena = arena, .diags = diags};
    return expand(&none, spec);
}
