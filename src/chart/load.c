/* Datasets: from a `data` definition to a table of columns. */
#include "chart/render.h"
#include "data/csv.h"

/* "csv", "tsv", "dsv" or "json": said, or by the file's ending. */
static MuStr format_of(const MuNode *data, MuStr url)
{
    MuStr type = mu_node_string(mu_node_path(data, "format", "type", NULL), MU_STR(""));
    if (type.size)
        return type;
    if (mu_str_ends(url, ".csv"))
        return MU_STR("csv");
    return mu_str_ends(url, ".tsv") ? MU_STR("tsv") : MU_STR("json");
}

static char delimiter_of(const MuNode *data, MuStr type)
{
    if (mu_str_is(type, "tsv"))
        return '\t';
    MuStr given = mu_node_string(mu_node_path(data, "format", "delimiter", NULL), MU_STR(""));
    return mu_str_is(type, "dsv") && given.size ? given.at[0] : ',';
}

static MuCsvOptions csv_options(MuRender *render, const MuNode *data, MuStr type)
{
    double skip = mu_node_number(mu_node_path(data, "format", "skip", NULL), 0);
    const MuNode *header = mu_node_path(data, "format", "header", NULL);
    MuCsvOptions options = {.delimiter = delimiter_of(data, type), .skip = skip > 0 && skip < 1e6 ? (size_t)skip : 0};
    if (!mu_node_is(header, MU_ARRAY))
        return options;
    MuStr *names = MU_NEW_ARRAY(render->arena, MuStr, header->array.size);
    for (size_t i = 0; i < header->array.size; i++)
        names[i] = mu_node_string(header->array.at[i], MU_STR(""));
    options.header = names;
    options.header_size = header->array.size;
    return options;
}

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

static MuTable *text_table(MuRender *render, const MuSource *source, const MuNode *data, MuStr type)
{
    if (mu_str_is(type, "csv") || mu_str_is(type, "tsv") || mu_str_is(type, "dsv"))
        return mu_csv_read(render->arena, source, csv_options(render, data, type), render->diags);
    if (!mu_str_is(type, "json")) {
        const MuNode *node = mu_node_path(data, "format", "type", NULL);
        mu_diag(render->diags, MU_DIAG_DATA_FORMAT, node ? node->span : data->span, mu_str_cstr(render->arena, type));
        return NULL;
    }
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
    return source ? text_table(render, source, data, format_of(data, url->string)) : NULL;
}

static MuTable *values_table(MuRender *render, const MuNode *data, const MuNode *values)
{
    if (!mu_node_is(values, MU_STRING))
        return json_table(render, values, data);
    MuSource *source = MU_NEW(render->arena, MuSource);
    source->name = MU_STR("<inline data>");
    source->text = values->string;
    return text_table(render, source, data, format_of(data, MU_STR("")));
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

static MuTable *read_table(MuRender *render, const MuNode *data);

static MuTable *named_table(MuRender *render, const MuNode *name)
{
    const MuNode *values = mu_node_find(mu_node_get(render->normal, "datasets"), name->string);
    if (values)
        return values_table(render, name, values);
    MuTable *known = mu_map_get(&render->tables, name->string);
    if (!known)
        mu_diag(render->diags, MU_DIAG_UNKNOWN_DATASET, name->span, MU_FMT(name->string));
    return known;
}

/* `format.parse`: {column: kind}. */
static void parse_columns(MuRender *render, MuTable *table, const MuNode *parse)
{
    for (size_t i = 0; mu_node_is(parse, MU_OBJECT) && i < parse->object.size; i++) {
        const MuMember *member = &parse->object.at[i];
        MuColumn *column = mu_table_field(table, member->key);
        if (!column || !mu_node_is(member->value, MU_STRING))
            continue;
        MuColumn *parsed = mu_column_parse(render->arena, column, member->value->string, render->zone,
                                           member->value->span, render->diags);
        if (!parsed)
            continue;
        parsed->name = member->key;
        mu_table_put(table, parsed);
    }
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
        return named_table(render, name);
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

MuTable *mu_load_data(MuRender *render, const MuNode *data)
{
    MuStr key = data_key(render, data);
    MuTable *table = mu_map_get(&render->tables, key);
    if (table)
        return mu_table_copy(render->arena, table);
    table = read_table(render, data);
    if (!table)
        return NULL;
    parse_columns(render, table, mu_node_path(data, "format", "parse", NULL));
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
    if (mu_node_is(data, MU_OBJECT)) {
        scope->table = mu_load_data(render, data);
        if (scope->table && !scope->table->size)
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
