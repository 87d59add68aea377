/* Datasets: from a `data` definition to a table of columns. */
#include "chart/format.h"
#include "data/encoding.h"

static MuTable *json_table(MuRender *render, const MuNode *rows, const MuNode *data)
{
    const MuNode *property = mu_node_path(data, "format", "property", NULL);
    if (mu_node_is(property, MU_STRING))
        rows = mu_node_property(render->arena, rows, property->string);
    if (rows)
        return mu_table_from_node(render->arena, rows, render->diags);
    mu_diag(render->diags, MU_DIAG_NO_PROPERTY, property->span, MU_FMT(property->string));
    return NULL;
}

static MuTable *delimited_table(MuRender *render, const MuSource *source, const MuNode *data, MuStr type)
{
    MuCsvOptions options;
    return mu_format_csv(render, data, type, &options) ? mu_csv_read(render->arena, source, options, render->diags)
                                                       : NULL;
}

static MuTable *text_table(MuRender *render, const MuSource *bytes, const MuNode *data, MuStr type)
{
    if (!mu_format_is_delimited(type) && !mu_str_is(type, "json")) {
        const MuNode *node = mu_node_path(data, "format", "type", NULL);
        mu_diag(render->diags, MU_DIAG_DATA_FORMAT, node ? node->span : data->span, mu_str_cstr(render->arena, type));
        return NULL;
    }
    MuStr encoding = mu_node_string(mu_node_path(data, "format", "encoding", NULL), MU_STR(""));
    const MuSource *source = bytes; /* text in a spec has the spec's encoding */
    if (mu_node_get(data, "url"))
        source = mu_decode(render->arena, bytes, encoding, render->vega, render->diags);
    if (!source)
        return NULL;
    if (mu_format_is_delimited(type))
        return delimited_table(render, source, data, type);
    const MuNode *rows = mu_doc_read_json(render->arena, source, MU_DOC_DATA, render->diags);
    return rows ? json_table(render, rows, data) : NULL;
}

MuStr mu_render_base(const MuRender *render)
{
    return render->options->base.size ? render->options->base : mu_path_folder(render->source->name);
}

static MuTable *url_table(MuRender *render, const MuNode *data, const MuNode *url)
{
    if (mu_str_starts(url->string, "http://") || mu_str_starts(url->string, "https://")) {
        mu_diag(render->diags, MU_DIAG_DATA_NETWORK, url->span, MU_FMT(url->string));
        return NULL;
    }
    MuStr path = mu_path_join(render->arena, mu_render_base(render), url->string);
    const MuSource *source = mu_file_read(render->arena, path, &render->options->limits, url->span, render->diags);
    return source ? text_table(render, source, data, mu_format_type(data, url->string)) : NULL;
}

static MuTable *values_table(MuRender *render, const MuNode *data, const MuNode *values)
{
    if (!mu_node_is(values, MU_STRING))
        return json_table(render, values, data);
    MuSource *source = MU_NEW(render->arena, MuSource);
    source->name = MU_STR("<inline data>");
    source->text = values->string;
    return text_table(render, source, data, mu_format_type(data, MU_STR("")));
}

/* `sequence`: start, stop (not reached), step. */
static MuTable *sequence_table(MuRender *render, const MuNode *sequence)
{
    double start = mu_node_number(mu_node_get(sequence, "start"), 0),
           stop = mu_node_number(mu_node_get(sequence, "stop"), 0);
    double step = mu_node_number(mu_node_get(sequence, "step"), 1), count = ceil((stop - start) / step);
    size_t size = count > 0 && count < 1e8 ? (size_t)count : 0;
    MuTable *table = mu_table_new(render->arena, size);
    MuColumn *column =
        mu_table_add(table, mu_node_string(mu_node_get(sequence, "as"), MU_STR("data")), MU_COLUMN_NUMBER);
    for (size_t i = 0; i < size; i++)
        mu_column_set(render->arena, column, i, mu_number(start + (double)i * step));
    return table;
}

/* An entry of `datasets`. */
static MuTable *named_table(MuRender *render, const MuNode *data, const MuNode *name)
{
    const MuNode *values = mu_node_find(mu_node_get(render->normal, "datasets"), name->string);
    if (values)
        return values_table(render, data, values);
    mu_diag(render->diags, MU_DIAG_UNKNOWN_DATASET, name->span, MU_FMT(name->string));
    return NULL;
}

static MuTable *read_table(MuRender *render, const MuNode *data)
{
    const MuNode *url = mu_node_get(data, "url"), *values = mu_node_get(data, "values"),
                 *name = mu_node_get(data, "name"), *sequence = mu_node_get(data, "sequence");
    if (mu_node_is(url, MU_STRING))
        return url_table(render, data, url);
    if (values)
        return values_table(render, data, values);
    if (sequence)
        return sequence_table(render, sequence);
    if (mu_node_is(name, MU_STRING))
        return named_table(render, data, name);
    mu_diag(render->diags, MU_DIAG_NO_DATA, data->span);
    return NULL;
}

static MuStr data_key(MuRender *render, const MuNode *data)
{
    MuBuf key = {.arena = render->arena};
    const MuNode *parts[] = {mu_node_get(data, "url"), mu_node_get(data, "format"), mu_node_get(data, "sequence")};
    if (!parts[0] && !parts[2])
        return mu_str_printf(render->arena, "%p", (const void *)data);
    for (size_t i = 0; i < 3; i++)
        if (parts[i])
            mu_node_write(&key, parts[i]);
    return mu_buf_str(&key);
}

/* What was loaded before: by its place and format, or under a name given there. */
static MuTable *known_table(MuRender *render, const MuNode *data, MuStr key)
{
    const MuNode *name = mu_node_get(data, "name");
    bool own = mu_node_get(data, "url") || mu_node_get(data, "values") || mu_node_get(data, "sequence") ||
               (mu_node_is(name, MU_STRING) && mu_node_find(mu_node_get(render->normal, "datasets"), name->string));
    MuTable *table = mu_map_get(&render->tables, key);
    return !table && !own && mu_node_is(name, MU_STRING) ? mu_map_get(&render->tables, name->string) : table;
}

MuTable *mu_load_data(MuRender *render, const MuNode *data)
{
    MuStr key = data_key(render, data);
    MuTable *table = known_table(render, data, key);
    if (table)
        return mu_table_copy(render->arena, table);
    table = read_table(render, data);
    if (!table)
        return NULL;
    if (render->vega)
        mu_table_read_as_vega(table);
    MuStr type = mu_format_type(data, mu_node_string(mu_node_get(data, "url"), MU_STR("")));
    if (!mu_format_apply(render, table, data, type))
        return NULL;
    mu_map_put(render->arena, &render->tables, key, table);
    const MuNode *name = mu_node_get(data, "name");
    if (mu_node_is(name, MU_STRING))
        mu_map_put(render->arena, &render->tables, name->string, table);
    return mu_table_copy(render->arena, table);
}

static MuScope *scope_of(MuRender *render, MuView *view, MuScope *parent)
{
    MuScope *scope = MU_NEW(render->arena, MuScope);
    const MuNode *data = mu_node_get(view->node, "data");
    scope->view = view;
    scope->parent = parent;
    scope->width = scope->height = NAN;
    scope->own_data = data || !parent;
    if (data && data->kind == MU_OBJECT) {
        scope->table = mu_load_data(render, data);
        if (scope->table && !scope->table->size && !render->vega)
            mu_diag(render->diags, MU_DIAG_DATA_NO_ROWS, data->span);
    } else if (data) /* null: the view stands for itself, and does not draw its parent's rows */
        scope->table = mu_table_new(render->arena, 1);
    scope->children = MU_NEW_ARRAY(render->arena, MuScope *, view->child_count);
    scope->child_count = view->child_count;
    for (size_t i = 0; i < view->child_count; i++)
        scope->children[i] = scope_of(render, view->children[i], scope);
    return scope;
}

bool mu_pass_load(MuRender *render)
{
    render->root = scope_of(render, render->model.root, NULL);
    render->current = render->root;
    return render->diags->errors == 0;
}
