/* From `data.format` to the options of the readers, and what it does to columns once they are read. Our own keys
 * beside Vega-Lite's: decimal, thousands, missing, skip, encoding, and header: false. */
#include "chart/format.h"

#include "data/cells.h"

static const MuNode *option(const MuNode *data, const char *name)
{
    return mu_node_path(data, "format", name, NULL);
}

MuStr mu_format_type(const MuNode *data, MuStr url)
{
    MuStr type = mu_node_string(option(data, "type"), MU_STR(""));
    if (type.size)
        return type;
    if (mu_str_ends(url, ".csv"))
        return MU_STR("csv");
    return mu_str_ends(url, ".tsv") ? MU_STR("tsv") : MU_STR("json");
}

bool mu_format_is_delimited(MuStr type)
{
    return mu_str_is(type, "csv") || mu_str_is(type, "tsv") || mu_str_is(type, "dsv");
}

/* --- How a text is cut into rows and cells --- */

static bool read_delimiter(MuRender *render, const MuNode *data, MuStr type, char *delimiter)
{
    const MuNode *node = option(data, "delimiter");
    *delimiter = mu_str_is(type, "tsv") ? '\t' : ',';
    if (!mu_str_is(type, "dsv") || !mu_node_is(node, MU_STRING))
        return true;
    bool one =
        node->string.size == 1 && (unsigned char)node->string.at[0] < 0x80 && !strchr("\"\r\n", node->string.at[0]);
    if (one)
        *delimiter = node->string.at[0];
    else
        mu_diag(render->diags, MU_DIAG_DELIMITER, node->span, MU_FMT(node->string));
    return one;
}

static void read_header(MuRender *render, const MuNode *header, MuCsvOptions *options)
{
    options->no_header = mu_node_is(header, MU_BOOL) && !header->boolean;
    if (!mu_node_is(header, MU_ARRAY))
        return;
    MuStr *names = MU_NEW_ARRAY(render->arena, MuStr, header->array.size + 1);
    for (size_t i = 0; i < header->array.size; i++)
        names[i] = mu_node_string(header->array.at[i], MU_STR(""));
    options->header = names;
    options->header_size = header->array.size;
}

static bool is_named(const void *asked, MuStr name)
{
    return mu_names_contain(asked, name);
}

bool mu_format_csv(MuRender *render, const MuNode *data, MuStr type, MuCsvOptions *options)
{
    double skip = mu_node_number(option(data, "skip"), 0);
    *options = (MuCsvOptions){.skip = skip > 0 && skip < 1e6 ? (size_t)skip : 0, .vega = render->vega};
    const MuNames *names = mu_render_names(render);
    if (!names->all) {
        options->wanted = is_named;
        options->asked = names;
    }
    read_header(render, option(data, "header"), options);
    return read_delimiter(render, data, type, &options->delimiter);
}

/* --- What the cells of a column mean --- */

static MuColumn *find_column(MuRender *render, MuTable *table, const MuMember *member)
{
    MuColumn *column = mu_table_field(table, member->key);
    MuStr *names;
    if (column)
        return column;
    size_t count = mu_table_names(table, render->arena, &names);
    for (size_t i = 0; i < count; i++)
        if (mu_str_eq(names[i], member->key))
            return NULL; /* left out, for nothing uses it */
    MuDiag *diag = mu_diag(render->diags, MU_DIAG_UNKNOWN_COLUMN, member->key_span, MU_FMT(member->key));
    MuStr nearest = mu_nearest(member->key, names, count);
    if (nearest.size)
        mu_diag_hint(render->diags, diag, "did you mean '%.*s'?", MU_FMT(nearest));
    return NULL;
}

/* A code as the file has it: numbers are written as in JavaScript. */
static MuStr code_text(MuRender *render, const MuNode *node)
{
    return mu_to_string(render->arena, mu_node_value(render->arena, node));
}

static void read_codes(MuRender *render, const MuNode *codes, MuCellRules *rules)
{
    bool many = mu_node_is(codes, MU_ARRAY);
    size_t size = !codes ? 0 : many ? codes->array.size : 1;
    MuStr *texts = MU_NEW_ARRAY(render->arena, MuStr, size + 1);
    for (size_t i = 0; i < size; i++)
        texts[i] = code_text(render, many ? codes->array.at[i] : codes);
    rules->missing = texts;
    rules->missing_size = size;
}

/* `missing` of a column: codes, or {values: codes, empty: …}. */
static void read_missing(MuRender *render, const MuNode *missing, MuCellRules *rules)
{
    bool object = mu_node_is(missing, MU_OBJECT);
    const MuNode *empty = object ? mu_node_get(missing, "empty") : NULL;
    read_codes(render, object ? mu_node_get(missing, "values") : missing, rules);
    if (empty && empty->kind != MU_NULL)
        rules->empty = code_text(render, empty);
}

static bool refuse_separator(MuRender *render, const MuNode *node, const char *why)
{
    mu_diag(render->diags, MU_DIAG_SEPARATORS, node->span, mu_str_cstr(render->arena, node->string), why);
    return false;
}

static bool is_separator(MuStr text)
{
    static const char *const known[] = {".",      ",",      "'",      " ",      "_",     "\u00A0",
                                        "\u202F", "\u2009", "\u2019", "\u066B", "\u066C"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (mu_str_is(text, known[i]))
            return true;
    return false;
}

static bool read_separators(MuRender *render, const MuNode *data, MuCellRules *rules)
{
    const MuNode *decimal = option(data, "decimal"), *thousands = option(data, "thousands");
    rules->decimal = mu_node_string(decimal, MU_STR(""));
    rules->thousands = mu_node_string(thousands, MU_STR(""));
    if (rules->decimal.size && !is_separator(rules->decimal))
        return refuse_separator(render, decimal, "it is \".\" or \",\"");
    if (rules->thousands.size && !is_separator(rules->thousands))
        return refuse_separator(render, thousands, "it is a comma, point, space or apostrophe");
    if (rules->thousands.size && mu_str_eq(rules->decimal, rules->thousands))
        return refuse_separator(render, thousands, "it separates the decimals already");
    return true;
}

static const MuMember *member_of(const MuNode *missing, MuStr name)
{
    const MuMember *own = mu_node_member(missing, name);
    return own ? own : mu_node_member(missing, MU_STR("*"));
}

/* A column that was declared to be text keeps its separators. */
static bool is_text(const MuNode *data, MuStr name)
{
    return mu_node_is_string(mu_node_find(option(data, "parse"), name), "string");
}

static bool apply_rules(MuRender *render, MuTable *table, const MuNode *data)
{
    const MuNode *missing = option(data, "missing");
    MuCellRules shared = {0};
    if (!read_separators(render, data, &shared))
        return false;
    for (size_t i = 0; mu_node_is(missing, MU_OBJECT) && i < missing->object.size; i++)
        if (!mu_str_is(missing->object.at[i].key, "*"))
            find_column(render, table, &missing->object.at[i]);
    for (size_t i = 0; i < table->columns.size; i++) {
        MuColumn *column = table->columns.entries[i].value;
        const MuMember *codes = member_of(missing, column->name);
        MuCellRules rules = shared;
        if (is_text(data, column->name))
            rules.decimal = rules.thousands = (MuStr){0};
        if (codes)
            read_missing(render, codes->value, &rules);
        if (codes || rules.decimal.size || rules.thousands.size)
            mu_column_apply(render->arena, column, &rules);
    }
    return true;
}

/* As vega-lite writes it, a name with a path in it is the path, whatever columns there are. */
static MuColumn *vega_column(MuRender *render, MuTable *table, const MuMember *member)
{
    MuFieldPath path = mu_field_parse(render->arena, member->key);
    if (path.size == 1 || !mu_table_column(table, member->key))
        return mu_table_field(table, member->key);
    MuColumn *column = mu_column_new(render->arena, member->key, MU_COLUMN_VALUE, table->physical);
    MuColumn *first = mu_table_column(table, path.parts[0]);
    for (size_t row = 0; first && row < table->physical; row++)
        column->values[row] = mu_field_walk(&path, 1, mu_column_value(first, row));
    return column;
}

static bool parse_columns(MuRender *render, MuTable *table, const MuNode *parse)
{
    bool ok = true;
    for (size_t i = 0; mu_node_is(parse, MU_OBJECT) && i < parse->object.size; i++) {
        const MuMember *member = &parse->object.at[i];
        if (!mu_node_is(member->value, MU_STRING))
            continue;
        MuColumn *column = render->vega ? vega_column(render, table, member) : find_column(render, table, member);
        if (!column)
            continue;
        MuColumn *parsed = mu_column_parse(render->arena, column, member->value->string, render->zone,
                                           member->value->span, render->diags);
        ok = ok && parsed;
        if (!parsed)
            continue;
        parsed->name = member->key;
        mu_table_put(table, parsed);
    }
    return ok;
}

static void warn_of_unused(MuRender *render, const MuNode *data, MuStr type)
{
    static const char *const delimited_only[] = {"decimal", "thousands", "skip", "header", "delimiter"},
                             *const json_only[] = {"property", "feature", "mesh"};
    bool delimited = mu_format_is_delimited(type);
    const char *const *names = delimited ? json_only : delimited_only;
    size_t count = delimited ? sizeof json_only / sizeof *json_only : sizeof delimited_only / sizeof *delimited_only;
    for (size_t i = 0; i < count; i++) {
        const MuNode *node = option(data, names[i]);
        if (node && !render->vega)
            mu_diag(render->diags, MU_DIAG_FORMAT_UNUSED, node->span, names[i], mu_str_cstr(render->arena, type));
    }
}

bool mu_format_apply(MuRender *render, MuTable *table, const MuNode *data, MuStr type)
{
    warn_of_unused(render, data, type);
    return apply_rules(render, table, data) && parse_columns(render, table, option(data, "parse"));
}
