/* The cells of a facet: their order, and the rows of each. Rules: vega-lite/src/compile/facet.ts, data/facet.ts,
 * data/subtree.ts. */
#include "chart/rank.h"
#include "chart/render.h"
#include "transform/engine.h"

/* --- the fields of the facets around a scope --- */

/* Calls `fn` for what parts the rows of the scope: the facets around it, up to the data it has of its own. */
static void each_facet_def(const MuScope *scope, void (*fn)(void *context, const MuChannelDef *def), void *context)
{
    for (; scope->parent && !scope->own_data; scope = scope->parent)
        for (int dim = 0; dim < MU_FACET_DIMS; dim++)
            if (scope->parent->view->facet[dim].def)
                fn(context, scope->parent->view->facet[dim].def);
}

typedef struct Columns {
    MuArena *arena;
    MuTable *table;
    MU_VEC(MuColumn *) list;
} Columns;

static void add_column(Columns *columns, MuStr name)
{
    MuColumn *column = name.size ? mu_table_field(columns->table, name) : NULL;
    if (column)
        MU_PUSH(columns->arena, &columns->list, column);
}

static void add_columns(void *context, const MuChannelDef *def)
{
    add_column(context, def->column);
    add_column(context, def->column_end);
}

size_t mu_facet_columns(MuRender *render, const MuScope *scope, MuTable *table, MuColumn ***columns)
{
    Columns found = {.arena = render->arena, .table = table};
    each_facet_def(scope, add_columns, &found);
    *columns = found.list.at;
    return found.list.size;
}

typedef struct Names {
    MuArena *arena;
    MU_VEC(const MuNode *) list;
    const MuNode *from;
} Names;

static void add_name(Names *names, MuStr name)
{
    for (size_t i = 0; i < names->list.size; i++)
        if (mu_str_eq(mu_node_string(names->list.at[i], MU_STR("")), name))
            return;
    if (name.size)
        MU_PUSH(names->arena, &names->list, mu_node_new_string(names->arena, name, names->from));
}

static void add_names(void *context, const MuChannelDef *def)
{
    add_name(context, def->column);
    add_name(context, def->column_end);
}

static bool has_groups(const MuNode *transform)
{
    static const char *const keys[] = {"aggregate",  "joinaggregate", "window",   "stack",  "density",
                                       "regression", "loess",         "quantile", "impute", "pivot"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (mu_node_get(transform, keys[i]))
            return true;
    return false;
}

const MuNode *mu_facet_transform(MuRender *render, const MuScope *scope, const MuNode *transform)
{
    const MuNode *said = mu_node_get(transform, "groupby");
    Names names = {.arena = render->arena, .from = transform};
    if (!has_groups(transform))
        return transform;
    for (size_t i = 0; mu_node_is(said, MU_ARRAY) && i < said->array.size; i++)
        MU_PUSH(render->arena, &names.list, said->array.at[i]);
    size_t before = names.list.size;
    each_facet_def(scope, add_names, &names);
    if (names.list.size == before)
        return transform;
    MuNode *groups = mu_node_new(render->arena, MU_ARRAY, said ? said : transform);
    groups->array.at = names.list.at;
    groups->array.size = names.list.size;
    return mu_node_with(render->arena, transform, "groupby", groups);
}

/* --- the values of a field, in order --- */

typedef struct Parting {
    MuRender *render;
    MuScope *scope;                 /* the facet's */
    MuMap places[MU_FACET_DIMS];    /* key of a value → size_t*, its place in order */
    MU_VEC(const MuTable *) tables; /* parted already, and their parts */
    MU_VEC(MuTable **) parts;
} Parting;

static size_t dim_columns(const MuChannelDef *def, MuTable *table, MuColumn **columns)
{
    size_t count = 0;
    columns[count] = def->column.size ? mu_table_field(table, def->column) : NULL;
    count += columns[count] != NULL;
    if (!count || !def->column_end.size)
        return count;
    columns[count] = mu_table_field(table, def->column_end);
    return count + (columns[count] != NULL);
}

static MuStr value_key(MuArena *arena, MuValue value)
{
    MuBuf key = {.arena = arena};
    mu_value_key(&key, value);
    return mu_buf_str(&key);
}

static double place_in_list(MuArena *arena, const MuNode *list, MuValue value)
{
    size_t place = 0;
    while (place < list->array.size && !mu_value_same(mu_node_value(arena, list->array.at[place]), value))
        place++;
    return (double)place;
}

/* By an aggregate of a field over the rows of each value, before what the cells do with them. */
static void rank_by_field(Parting *p, const MuChannelDef *def, MuRanked *items, size_t count)
{
    MuTable *table = p->scope->table;
    MuStr field = mu_node_string(mu_node_get(def->sort, "field"), MU_STR(""));
    const MuNode *field_node = mu_node_get(def->sort, "field");
    MuColumn *group = mu_table_field(table, def->column),
             *column = field.size ? mu_transform_field(table, field_node, p->render->diags) : NULL;
    if (field.size && !column)
        return;
    MuMeasure measure = {mu_node_string(mu_node_get(def->sort, "op"), MU_STR("min")), column, MU_STR("<sort>")};
    if (!group)
        return;
    MuTable *sums = mu_aggregate_table(table, &group, 1, &measure, 1);
    MuColumn *keys = mu_table_field(sums, def->column), *ranks = mu_table_column(sums, measure.as);
    MuMap by_key = {0};
    for (size_t i = 0; i < sums->size; i++) {
        MuValue *rank = MU_NEW(p->render->arena, MuValue);
        *rank = mu_column_value(ranks, mu_table_row(sums, i));
        mu_map_put(p->render->arena, &by_key, value_key(p->render->arena, mu_column_value(keys, mu_table_row(sums, i))),
                   rank);
    }
    for (size_t i = 0; i < count; i++) {
        MuValue *rank = mu_map_get(&by_key, value_key(p->render->arena, items[i].value));
        items[i].rank = rank ? *rank : mu_undefined();
    }
}

static void sort_values(Parting *p, const MuChannelDef *def, MuRanked *items, size_t count)
{
    bool descending = mu_node_is_string(def->sort, "descending");
    if (mu_node_is(def->sort, MU_ARRAY)) {
        for (size_t i = 0; i < count; i++)
            items[i].rank = mu_number(place_in_list(p->render->arena, def->sort, items[i].value));
    } else if (mu_node_is(def->sort, MU_OBJECT)) {
        rank_by_field(p, def, items, count);
        descending = mu_node_is_string(mu_node_get(def->sort, "order"), "descending");
    }
    mu_ranked_sort(p->render->arena, items, count, descending);
}

/* The values of one of the facet's fields in `table`, and the place of each. */
static void find_values(Parting *p, int dim, MuTable *table)
{
    const MuChannelDef *def = p->scope->view->facet[dim].def;
    MuColumn *columns[2];
    size_t count = dim_columns(def, table, columns);
    MuFacetValues *values = &p->scope->facet->values[dim];
    if (!count)
        return;
    MuGroups groups = mu_groups(table, columns, count);
    const uint32_t *rows = mu_group_rows(table, &groups);
    MuRanked *items = MU_NEW_ARRAY(p->render->arena, MuRanked, groups.count);
    for (size_t i = 0; i < groups.count; i++) {
        MuValue value = mu_column_value(columns[0], rows[i]);
        items[i] = (MuRanked){.value = value, .rank = value, .place = i};
    }
    sort_values(p, def, items, groups.count);
    uint32_t *sorted = MU_NEW_ARRAY(p->render->arena, uint32_t, groups.count);
    for (size_t i = 0; i < groups.count; i++) {
        size_t *place = MU_NEW(p->render->arena, size_t);
        *place = i;
        sorted[i] = rows[items[i].place];
        mu_map_put(p->render->arena, &p->places[dim], value_key(p->render->arena, items[i].value), place);
    }
    *values = (MuFacetValues){groups.count, sorted};
}

/* --- the rows of each cell --- */

/* The cell that a row belongs to; SIZE_MAX if it belongs to none. */
static size_t cell_of(Parting *p, MuTable *table, size_t row)
{
    const MuFacet *facet = p->scope->facet;
    size_t cell = 0;
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        const MuChannelDef *def = p->scope->view->facet[dim].def;
        if (!def)
            continue;
        MuValue value = mu_column_value(mu_table_field(table, def->column), row);
        size_t *place = mu_map_get(&p->places[dim], value_key(p->render->arena, value));
        if (!place)
            return SIZE_MAX;
        cell = cell * facet->values[dim].count + *place;
    }
    return cell;
}

static size_t all_columns(const MuScope *scope, MuTable *table, MuColumn **columns)
{
    size_t count = 0;
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        const MuChannelDef *def = scope->view->facet[dim].def;
        size_t found = def ? dim_columns(def, table, columns + count) : 0;
        if (def && !found)
            return 0;
        count += found;
    }
    return count;
}

static MuTable **part_table(Parting *p, MuTable *table)
{
    MuColumn *columns[2 * MU_FACET_DIMS];
    size_t count = all_columns(p->scope, table, columns), cells = p->scope->facet->cell_count;
    MuTable **parts = MU_NEW_ARRAY(p->render->arena, MuTable *, cells);
    if (!count) { /* nothing parts it: every cell has all of it */
        for (size_t i = 0; i < cells; i++)
            parts[i] = table;
        return parts;
    }
    MuGroups groups = mu_groups(table, columns, count);
    for (size_t g = 0; g < groups.count; g++) {
        size_t size = mu_group_size(&groups, g);
        const uint32_t *places = mu_group_places(&groups, g);
        size_t cell = cell_of(p, table, mu_table_row(table, places[0]));
        uint32_t *rows = MU_NEW_ARRAY(p->render->arena, uint32_t, size);
        for (size_t i = 0; i < size; i++)
            rows[i] = (uint32_t)mu_table_row(table, places[i]);
        if (cell < cells)
            parts[cell] = mu_table_select(p->render->arena, table, rows, size);
    }
    const uint32_t *none = MU_NEW_ARRAY(p->render->arena, uint32_t, 1);
    for (size_t i = 0; i < cells; i++)
        if (!parts[i])
            parts[i] = mu_table_select(p->render->arena, table, none, 0);
    return parts;
}

static MuTable *cell_table(Parting *p, MuTable *table, size_t cell)
{
    if (!table)
        return NULL;
    for (size_t i = 0; i < p->tables.size; i++)
        if (p->tables.at[i] == table)
            return p->parts.at[i][cell];
    MuTable **parts = part_table(p, table);
    MU_PUSH(p->render->arena, &p->tables, table);
    MU_PUSH(p->render->arena, &p->parts, parts);
    return parts[cell];
}

/* A copy of a scope of all cells, with the rows of one. */
static MuScope *cell_scope(Parting *p, const MuScope *all, MuScope *parent, size_t cell, bool own_data)
{
    MuArena *arena = p->render->arena;
    MuScope *scope = MU_NEW(arena, MuScope);
    *scope = *all;
    scope->parent = parent;
    own_data = own_data || all->own_data;
    if (!own_data) {
        scope->table = cell_table(p, all->table, cell);
        scope->raw = cell_table(p, all->raw, cell);
        scope->pre = cell_table(p, all->pre, cell);
        scope->main = cell_table(p, all->main, cell);
    }
    scope->children = MU_NEW_ARRAY(arena, MuScope *, all->child_count);
    for (size_t i = 0; i < all->child_count; i++)
        scope->children[i] = cell_scope(p, all->children[i], scope, cell, own_data);
    return scope;
}

/* The table that decides which cells there are: after what the view of a cell does to its rows. */
static MuTable *parted_table(const MuScope *scope)
{
    const MuScope *child = scope->children[0];
    if (child->own_data)
        return scope->table;
    return child->view->kind == MU_VIEW_UNIT ? child->main : child->table;
}

static void part(MuRender *render, MuScope *scope)
{
    Parting p = {.render = render, .scope = scope};
    MuFacet *facet = scope->facet = MU_NEW(render->arena, MuFacet);
    MuTable *table = facet->table = parted_table(scope);
    facet->cell_count = 1;
    for (int dim = 0; dim < MU_FACET_DIMS; dim++) {
        if (!scope->view->facet[dim].def)
            continue;
        find_values(&p, dim, table);
        facet->cell_count *= facet->values[dim].count;
    }
    facet->cells = MU_NEW_ARRAY(render->arena, MuScope *, facet->cell_count);
    for (size_t i = 0; i < facet->cell_count; i++) {
        facet->cells[i] = cell_scope(&p, scope->children[0], scope, i, false);
        facet->cells[i]->empty = cell_table(&p, table, i)->size == 0;
    }
}

void mu_facet_part(MuRender *render, MuScope *scope)
{
    if (scope->view->kind == MU_VIEW_FACET)
        part(render, scope);
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        mu_facet_part(render, parts[i]);
}
