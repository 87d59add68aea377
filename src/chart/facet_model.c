/* What a facet parts its data by, and the titles of its headers. Rules: vega-lite/src/compile/facet.ts,
 * compile/header/parse.ts. */
#include "chart/model.h"

static const struct {
    MuChannel channel;
    const char *config;
} dims[MU_FACET_DIMS] = {
    {MU_CHANNEL_ROW, "headerRow"}, {MU_CHANNEL_COLUMN, "headerColumn"}, {MU_CHANNEL_FACET, "headerFacet"}};

MuChain mu_facet_header(MuModel *model, const MuFacetDef *facet)
{
    size_t dim = 0;
    while (dims[dim].channel != facet->def->channel)
        dim++;
    return mu_config_header(model->arena, model->config, facet->header, dims[dim].config, model->env);
}

/* `title` of the header or of the field; null turns it off, in config.header too. */
static const MuNode *title_node(MuModel *model, const MuFacetDef *facet)
{
    const MuNode *own = mu_node_get(facet->header, "title");
    if (!own)
        own = mu_node_get(facet->def->node, "title");
    if (own)
        return own;
    MuChain chain = mu_facet_header(model, facet);
    const MuNode *configured = mu_chain_get(&chain, "title", NULL);
    bool off = configured && (configured->kind == MU_NULL || (configured->kind == MU_BOOL && !configured->boolean));
    return off ? configured
               : mu_node_new_string(model->arena, mu_field_title(model->arena, facet->def, model->config),
                                    facet->def->node);
}

static void set_title(MuModel *model, MuFacetDef *facet)
{
    MuValue value = mu_node_evaluate(title_node(model, facet), model->env, model->arena);
    size_t size = value.kind == MU_ARRAY ? value.array->size : 1;
    if (value.kind != MU_ARRAY && value.kind != MU_STRING && value.kind != MU_NUMBER)
        return;
    MuStr *lines = MU_NEW_ARRAY(model->arena, MuStr, size);
    for (size_t i = 0; i < size; i++)
        lines[i] = mu_to_string(model->arena, value.kind == MU_ARRAY ? value.array->at[i] : value);
    facet->title = lines;
    facet->title_size = size > 1 || lines[0].size ? size : 0;
}

static void read_dim(MuModel *model, MuFacetDef *facet, MuChannel channel, const MuNode *node)
{
    if (!node)
        return;
    if (!mu_node_get(node, "field")) {
        mu_diag(model->diags, MU_DIAG_FACET_FIELD, node->span);
        return;
    }
    facet->def = mu_channel_def(model->arena, channel, node, NULL);
    facet->header = mu_node_get(node, "header");
    if (mu_node_is(facet->header, MU_NULL))
        return;
    MuChain chain = mu_facet_header(model, facet);
    facet->labels = mu_chain_bool(&chain, "labels", true);
    set_title(model, facet);
}

static MuStr joined(MuModel *model, const MuFacetDef *facet)
{
    MuBuf buf = {.arena = model->arena};
    for (size_t i = 0; i < facet->title_size; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? ", " : "", MU_FMT(facet->title[i]));
    return mu_buf_str(&buf);
}

/* A facet right inside of another one puts its title beside that of the outer, "a / b". */
static void take_title(MuModel *model, MuFacetDef *facet, MuFacetDef *inner)
{
    if (!facet->def || !inner->title_size)
        return;
    MuStr *line = MU_NEW(model->arena, MuStr);
    *line = facet->title_size
                ? mu_str_printf(model->arena, "%.*s / %.*s", MU_FMT(joined(model, facet)), MU_FMT(joined(model, inner)))
                : joined(model, inner);
    facet->title = line;
    facet->title_size = 1;
    inner->title_size = 0;
}

void mu_model_facet(MuModel *model, MuView *view)
{
    const MuNode *node = mu_node_get(view->node, "facet");
    bool mapping = mu_node_get(node, "row") || mu_node_get(node, "column");
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        const MuNode *own =
            dim == MU_FACET_WRAP ? (mapping ? NULL : node) : mu_node_get(node, mu_channel_name(dims[dim].channel));
        read_dim(model, &view->facet[dim], dims[dim].channel, own);
    }
    const MuNode *columns = mu_node_get(view->node, "columns");
    if (mapping && columns)
        mu_diag(model->diags, MU_DIAG_COLUMNS_IGNORED, columns->span)->path = view->path;
    for (int dim = 0; dim < MU_FACET_DIMS && view->child_count; dim++)
        if (view->children[0]->kind == MU_VIEW_FACET)
            take_title(model, &view->facet[dim], &view->children[0]->facet[dim]);
}
