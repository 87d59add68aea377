/* Around the cells of a facet: a label for each row and column or cell, the titles of the facet's fields, and the axes
 * that the cells share. Rules: vega-lite/src/compile/header/{assemble,common,parse}.ts, compile/facet.ts. */
#include "chart/render.h"
#include "mark/rows.h"

typedef struct Headers {
    MuRender *render;
    MuScope *scope;
    MuItem *group;
    MuGuideContext context;
    size_t rows, columns; /* of the grid */
} Headers;

static MuStr header_word(Headers *h, const MuFacetDef *facet, const char *name)
{
    MuChain chain = mu_facet_header(&h->render->model, facet);
    return mu_chain_string(&chain, name, MU_STR(""));
}

static bool is_side(MuStr orient)
{
    return mu_str_is(orient, "left") || mu_str_is(orient, "right");
}

static bool is_far(MuStr orient)
{
    return mu_str_is(orient, "right") || mu_str_is(orient, "bottom");
}

/* Whether a title or label stands beside the rows: where it is put, else by what it names. */
static bool stands_beside(MuStr orient, int dim)
{
    return orient.size ? is_side(orient) : dim == MU_FACET_ROW;
}

/* --- the text of a label --- */

static MuStr value_text(Headers *h, const MuFacetDef *facet, size_t row)
{
    MuRender *render = h->render;
    MuChain chain = mu_facet_header(&render->model, facet);
    MuChannelDef def = *facet->def;
    MuMarkContext context = {.arena = render->arena,
                             .locale = render->locale,
                             .zone = render->zone,
                             .diags = render->diags,
                             .env = &render->env,
                             .config = render->config,
                             .table = h->scope->facet->table};
    def.format = mu_chain_get(&chain, "format", NULL);
    def.format_type = mu_chain_get(&chain, "formatType", NULL);
    return mu_def_text(&context, &def, row);
}

/* With `labelExpr`, what it makes of {label, value}. */
static MuStr label_text(Headers *h, int dim, size_t place)
{
    MuRender *render = h->render;
    const MuFacetDef *facet = &h->scope->view->facet[dim];
    size_t row = h->scope->facet->values[dim].rows[place];
    MuStr text = value_text(h, facet, row);
    MuChain chain = mu_facet_header(&render->model, facet);
    const MuNode *node = mu_chain_get(&chain, "labelExpr", NULL);
    MuExpr *expr =
        mu_node_is(node, MU_STRING) ? mu_expr_compile(render->arena, node->string, node->span, render->diags) : NULL;
    if (!expr)
        return text;
    MuEnv env = render->env;
    MuObject *datum = mu_object_new(render->arena);
    MuColumn *column = mu_table_field(h->scope->facet->table, facet->def->column);
    mu_object_set(render->arena, datum, MU_STR("label"), mu_string(text));
    mu_object_set(render->arena, datum, MU_STR("value"), column ? mu_column_value(column, row) : mu_undefined());
    env.datum = mu_object_value(datum);
    return mu_to_string(render->arena, mu_expr_eval(expr, &env));
}

/* --- how texts stand --- */

/* vega-lite's defaultLabelBaseline and defaultLabelAlign; NULL: as titles have it. */
static const char *turned_baseline(double angle, bool beside)
{
    bool level = angle <= 45 || angle >= 315;
    if (!beside)
        return (angle > 45 && angle < 135) || (angle > 225 && angle < 315) ? "middle" : level ? "bottom" : "top";
    if (level || (angle >= 135 && angle <= 225))
        return "middle";
    return angle >= 45 && angle <= 135 ? "top" : "bottom";
}

static const char *turned_align(double angle, bool beside)
{
    double start = beside ? 90 : 0;
    if (fmod(angle + start, 180) == 0)
        return beside ? "center" : NULL;
    bool inside = start < angle && angle < 180 + start;
    return inside == beside ? "left" : "right";
}

static const MuNode *with_word(MuArena *arena, const MuNode *node, const char *key, const char *word)
{
    return word ? mu_node_with(arena, node, key, mu_node_new_string(arena, mu_str(word), node)) : node;
}

static const MuNode *lines_node(MuArena *arena, const MuStr *lines, size_t size)
{
    MuNode *list = mu_node_new(arena, MU_ARRAY, NULL);
    list->array.at = MU_NEW_ARRAY(arena, const MuNode *, size);
    for (size_t i = 0; i < size; i++)
        list->array.at[i] = mu_node_new_string(arena, lines[i], NULL);
    list->array.size = size;
    return list;
}

/* A label or title as a group of its own, to be placed by layout. */
static MuItem *part_title(Headers *h, int dim, const char *part, const MuStr *lines, size_t size)
{
    MuArena *arena = h->render->arena;
    MuChain header = mu_facet_header(&h->render->model, &h->scope->view->facet[dim]);
    bool label = strcmp(part, "label") == 0;
    MuStr orient = mu_chain_string(&header, label ? "labelOrient" : "titleOrient", MU_STR(""));
    MuStr anchor = mu_chain_string(&header, label ? "labelAnchor" : "titleAnchor", MU_STR(""));
    double angle = mu_chain_number(&header, label ? "labelAngle" : "titleAngle", NAN);
    bool beside = stands_beside(orient, dim), turned = !isnan(angle);
    if (!label && turned)
        angle = fmod(fmod(angle, 360) + 360, 360);
    const MuNode *usual = mu_node_with(arena, NULL, "text", lines_node(arena, lines, size));
    usual = with_word(arena, usual, "orient", dim == MU_FACET_ROW ? "left" : NULL);
    usual = with_word(arena, usual, "frame", label ? "group" : NULL);
    usual = with_word(arena, usual, "baseline", turned ? turned_baseline(angle, beside) : NULL);
    usual = with_word(arena, usual, "align",
                      mu_str_is(anchor, "start") ? "left"
                      : mu_str_is(anchor, "end") ? "right"
                      : turned                   ? turned_align(angle, beside)
                                                 : NULL);
    MuTitleSpec spec = {.chain = mu_config_header_part(&header, h->render->config, part, usual)};
    return mu_title_make(&h->context, &spec);
}

static MuItem *label_of(Headers *h, int dim, size_t place)
{
    MuStr text = label_text(h, dim, place);
    return part_title(h, dim, "label", &text, 1);
}

/* --- sizes --- */

/* The widest cell of a column, the highest of a row. */
static double line_side(const Headers *h, bool x, size_t line)
{
    const MuFacet *facet = h->scope->facet;
    double most = NAN;
    for (size_t i = x ? line : line * h->columns, n = 0; i < facet->cell_count && n < (x ? h->rows : h->columns);
         i += x ? h->columns : 1, n++)
        most = fmax(most, mu_scope_plot_side(h->render, facet->cells[i], x));
    return most;
}

/* --- headers and footers --- */

/* The axes of a side of the grid. */
static bool has_axes(Headers *h, MuOrient side)
{
    const MuView *view = h->scope->view;
    for (size_t i = 0; i < view->axes.size; i++)
        if (!view->axes.at[i]->disabled && mu_axis_side(h->render, view->axes.at[i]) == side)
            return true;
    return false;
}

static void add_axes(Headers *h, MuItem *header, MuOrient side)
{
    const MuView *view = h->scope->view;
    for (size_t i = 0; i < view->axes.size; i++) {
        if (mu_axis_side(h->render, view->axes.at[i]) != side)
            continue;
        MuItem *main = mu_guide_axis(h->render, h->scope, view->axes.at[i], MU_AXIS_MAIN).main;
        if (main)
            mu_group_add(h->render->arena, header, main);
    }
}

static MuItem *header_new(Headers *h, bool x, double size)
{
    MuItem *header = mu_group_new(h->render->arena, MU_ROLE_HEADER);
    double side = isnan(size) ? 0 : size;
    header->group->width = header->width = x ? side : 0;
    header->group->height = header->height = x ? 0 : side;
    mu_group_add(h->render->arena, h->group, header);
    return header;
}

/* Labels of rows stand at their left or right, unless they were put above or below each cell; columns likewise. */
static bool has_labels(Headers *h, int dim, bool far)
{
    const MuFacetDef *facet = &h->scope->view->facet[dim];
    MuStr orient = facet->def ? header_word(h, facet, "labelOrient") : MU_STR("");
    return facet->def && facet->labels && stands_beside(orient, dim) == (dim == MU_FACET_ROW) && is_far(orient) == far;
}

/* One side of the grid: a part for each row or column, with its label and its axes. */
static void add_side(Headers *h, MuOrient side, MuTrellisPart *part)
{
    bool x = side == MU_ORIENT_TOP || side == MU_ORIENT_BOTTOM,
         far = side == MU_ORIENT_RIGHT || side == MU_ORIENT_BOTTOM;
    int dim = x ? MU_FACET_COLUMN : MU_FACET_ROW;
    const MuView *view = h->scope->view;
    bool labels = has_labels(h, dim, far), axes = has_axes(h, side);
    if (!labels && !axes)
        return;
    bool single = !view->facet[dim].def && !view->facet[MU_FACET_WRAP].def;
    size_t count = single ? 1 : x ? h->columns : h->rows;
    MuItem **items = MU_NEW_ARRAY(h->render->arena, MuItem *, count);
    bool sized = true;
    for (size_t i = 0; i < count; i++) {
        double size = line_side(h, x, i);
        sized = sized && !isnan(size);
        items[i] = header_new(h, x, size);
        MuItem *label = labels ? label_of(h, dim, i) : NULL;
        if (label)
            mu_group_add(h->render->arena, items[i], label);
        if (axes)
            add_axes(h, items[i], side);
    }
    part->items = items;
    part->size = count;
    part->band = sized || single ? NAN : 0.5;
}

/* --- titles --- */

static double anchor_band(MuStr anchor, bool beside)
{
    if (mu_str_is(anchor, "start"))
        return beside ? 1 : 0;
    return mu_str_is(anchor, "end") ? (beside ? 0 : 1) : 0.5;
}

static bool add_dim_title(Headers *h, int dim)
{
    const MuFacetDef *facet = &h->scope->view->facet[dim];
    MuTrellis *trellis = h->scope->trellis;
    if (!facet->def || !facet->title_size)
        return false;
    MuStr orient = header_word(h, facet, "titleOrient");
    bool beside = stands_beside(orient, dim);
    MuItem *group = header_new(h, !beside, 0), *title = part_title(h, dim, "title", facet->title, facet->title_size);
    if (!title)
        return false;
    MuItem **items = MU_NEW(h->render->arena, MuItem *);
    items[0] = group;
    mu_group_add(h->render->arena, group, title);
    MuTrellisPart *part = beside ? &trellis->row_title : &trellis->column_title;
    *part = (MuTrellisPart){.items = items,
                            .size = 1,
                            .offset = part->offset,
                            .band = anchor_band(header_word(h, facet, "titleAnchor"), beside)};
    if (is_far(orient))
        *(beside ? &trellis->row_title_end : &trellis->column_title_end) = true;
    return true;
}

/* Between titles and headers 10 px, but not where every cell has its own label. */
static void add_titles(Headers *h)
{
    MuTrellis *trellis = h->scope->trellis;
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        bool made = add_dim_title(h, dim);
        if (made && dim == MU_FACET_ROW)
            trellis->row_title.offset = 10;
        else if (made && dim == MU_FACET_COLUMN)
            trellis->column_title.offset = 10;
    }
}

/* --- labels of cells --- */

static void label_cells(Headers *h, int dim)
{
    MuFacet *facet = h->scope->facet;
    for (size_t i = 0; i < facet->cell_count; i++) {
        size_t place = dim == MU_FACET_ROW ? i / h->columns : dim == MU_FACET_COLUMN ? i % h->columns : i;
        facet->cells[i]->label = label_of(h, dim, place);
    }
}

/* Wrapped cells, and rows with labels above or below, columns with labels at the side. */
static void add_cell_labels(Headers *h)
{
    const MuView *view = h->scope->view;
    if (view->facet[MU_FACET_WRAP].def) {
        label_cells(h, MU_FACET_WRAP);
        return;
    }
    for (int dim = MU_FACET_ROW; dim <= MU_FACET_COLUMN; dim++) {
        MuStr orient = view->facet[dim].def ? header_word(h, &view->facet[dim], "labelOrient") : MU_STR("");
        if (orient.size && is_side(orient) == (dim == MU_FACET_COLUMN)) {
            label_cells(h, dim);
            return;
        }
    }
}

void mu_facet_headers(MuRender *render, MuScope *scope, MuItem *group)
{
    MuTrellis *trellis = scope->trellis;
    size_t count = scope->facet->cell_count;
    Headers h = {.render = render, .scope = scope, .group = group, .context = mu_guide_context(render, scope)};
    if (!count)
        return;
    h.columns = trellis->columns ? trellis->columns : count;
    h.rows = (count + h.columns - 1) / h.columns;
    if (h.columns > count)
        h.columns = count;
    add_titles(&h);
    add_side(&h, MU_ORIENT_LEFT, &trellis->row_headers);
    add_side(&h, MU_ORIENT_RIGHT, &trellis->row_footers);
    add_side(&h, MU_ORIENT_TOP, &trellis->column_headers);
    add_side(&h, MU_ORIENT_BOTTOM, &trellis->column_footers);
    add_cell_labels(&h);
}
