#include "chart/model.h"

static MuStr child_path(MuModel *model, const MuView *parent, const char *list, size_t i)
{
    const char *dot = parent->path.size ? "." : "";
    return mu_str_printf(model->arena, "%.*s%s%s[%zu]", MU_FMT(parent->path), dot, list, i);
}

static MuView *view_new(MuModel *model, MuView *parent, const MuNode *node, MuStr path)
{
    MuView *view = MU_NEW(model->arena, MuView);
    view->parent = parent;
    view->node = node;
    view->path = path;
    view->width = mu_node_get(node, "width");
    view->height = mu_node_get(node, "height");
    bool in_layer = parent && parent->kind == MU_VIEW_LAYER;
    if (!view->width && in_layer)
        view->width = parent->width;
    if (!view->height && in_layer)
        view->height = parent->height;
    return view;
}

static MuView *build_view(MuModel *model, MuView *parent, const MuNode *node, MuStr path);

static bool build_children(MuModel *model, MuView *view, const char *key)
{
    const MuNode *list = mu_node_get(view->node, key);
    view->children = MU_NEW_ARRAY(model->arena, MuView *, list->array.size);
    for (size_t i = 0; i < list->array.size; i++) {
        MuView *child = build_view(model, view, list->array.at[i], child_path(model, view, key, i));
        if (child)
            view->children[view->child_count++] = child;
    }
    return view->child_count > 0;
}

static size_t columns_of(const MuModel *model, const MuView *view, const char *config)
{
    const MuNode *said = mu_node_get(view->node, "columns");
    double columns = mu_node_number(said ? said : mu_node_path(model->config, config, "columns", NULL), 0);
    return columns >= 1 && columns < 1e6 ? (size_t)columns : 0;
}

static bool build_facet(MuModel *model, MuView *view)
{
    const MuNode *spec = mu_node_get(view->node, "spec");
    MuStr path = mu_str_printf(model->arena, "%.*s%sspec", MU_FMT(view->path), view->path.size ? "." : "");
    view->kind = MU_VIEW_FACET;
    view->children = MU_NEW(model->arena, MuView *);
    view->children[0] = build_view(model, view, spec, path);
    view->child_count = view->children[0] != NULL;
    mu_model_facet(model, view);
    if (view->facet[MU_FACET_WRAP].def)
        view->columns = columns_of(model, view, "facet");
    return view->child_count > 0;
}

static bool build_concat(MuModel *model, MuView *view, const char *key)
{
    view->kind = MU_VIEW_CONCAT;
    if (strcmp(key, "concat") == 0)
        view->columns = columns_of(model, view, "concat");
    else if (strcmp(key, "vconcat") == 0)
        view->columns = 1;
    return build_children(model, view, key);
}

/* A mark that is not drawn yet was named by the check; the view is left out. */
static bool build_unit(MuModel *model, MuView *view)
{
    view->kind = MU_VIEW_UNIT;
    mu_model_unit(model, view);
    if (!view->unit)
        return false;
    mu_model_stack(model, view);
    return true;
}

static MuView *build_view(MuModel *model, MuView *parent, const MuNode *node, MuStr path)
{
    static const char *const concats[] = {"concat", "hconcat", "vconcat"};
    MuView *view = view_new(model, parent, node, path);
    if (mu_node_is(mu_node_get(node, "facet"), MU_OBJECT))
        return build_facet(model, view) ? view : NULL;
    for (size_t i = 0; i < sizeof concats / sizeof *concats; i++)
        if (mu_node_is(mu_node_get(node, concats[i]), MU_ARRAY))
            return build_concat(model, view, concats[i]) ? view : NULL;
    if (mu_node_is(mu_node_get(node, "layer"), MU_ARRAY)) {
        view->kind = MU_VIEW_LAYER;
        return build_children(model, view, "layer") ? view : NULL;
    }
    if (mu_node_get(node, "mark"))
        return build_unit(model, view) ? view : NULL;
    return NULL;
}

MuView *mu_model_build(MuModel *model)
{
    model->root = build_view(model, NULL, model->spec, MU_STR(""));
    if (!model->root) {
        MuDiag *diag = mu_diag(model->diags, MU_DIAG_NOTHING_TO_DRAW, model->spec->span);
        mu_diag_hint(model->diags, diag, "what it asks for is not drawn yet; the warnings name it");
        return NULL;
    }
    mu_model_scales(model, model->root);
    mu_model_guides(model, model->root);
    return model->root;
}

MuScaleModel *mu_view_scale(const MuView *view, MuChannel channel)
{
    for (; view; view = view->parent)
        if (view->scales[channel])
            return view->scales[channel];
    return NULL;
}

void mu_view_each_unit(MuView *view, void (*fn)(MuView *unit, void *context), void *context)
{
    if (view->kind == MU_VIEW_UNIT)
        fn(view, context);
    for (size_t i = 0; i < view->child_count; i++)
        mu_view_each_unit(view->children[i], fn, context);
}

bool mu_unit_is_continuous(const MuView *view, MuChannel channel)
{
    const MuChannelDef *def = mu_channel_field_or_datum(view->unit->defs[channel]);
    const MuScaleModel *scale = mu_channel_has_scale(channel) && def ? mu_view_scale(view, channel) : NULL;
    return scale && mu_def_is_field(def) && !mu_scale_def(mu_scale_model_type(scale))->discrete &&
           !mu_aggregate_is_count(def->aggregate);
}
