#include "chart/dump.h"

#include "base/num.h"

void mu_dump_spec(MuBuf *buf, const MuRender *render)
{
    mu_node_write(buf, render->spec);
    mu_buf_addc(buf, '\n');
}

void mu_dump_config(MuBuf *buf, const MuRender *render)
{
    mu_node_write(buf, render->config);
    mu_buf_addc(buf, '\n');
}

void mu_dump_normal(MuBuf *buf, const MuRender *render)
{
    mu_node_write(buf, render->normal);
    mu_buf_addc(buf, '\n');
}

void mu_dump_params(MuBuf *buf, const MuRender *render)
{
    for (size_t i = 0; i < render->params.size; i++) {
        mu_buf_printf(buf, "%.*s = ", MU_FMT(render->params.at[i].name));
        mu_value_json(buf, render->params.at[i].value);
        mu_buf_addc(buf, '\n');
    }
}

static void indent(MuBuf *buf, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        mu_buf_adds(buf, "  ");
}

static const char *type_name(MuFieldType type)
{
    static const char *const names[] = {"-", "quantitative", "temporal", "ordinal", "nominal"};
    return names[type];
}

static void dump_unit(MuBuf *buf, const MuView *view, size_t depth)
{
    static const char *const orients[] = {"", " vertical", " horizontal"};
    const MuUnit *unit = view->unit;
    mu_buf_printf(buf, "%s%s%s%s\n", unit->mark->name, orients[unit->orient], unit->filled ? " filled" : "",
                  unit->stack.offset ? " stacked" : "");
    for (int c = 0; c < MU_CHANNEL_COUNT; c++) {
        const MuChannelDef *def = mu_channel_field_or_datum(unit->defs[c]);
        if (!def)
            continue;
        indent(buf, depth + 1);
        mu_buf_printf(buf, "%s: %.*s %s\n", mu_channel_name((MuChannel)c), MU_FMT(def->column), type_name(def->type));
    }
}

static void dump_view(MuBuf *buf, const MuView *view, size_t depth)
{
    static const char *const kinds[] = {
        [MU_VIEW_LAYER] = "layer", [MU_VIEW_FACET] = "facet", [MU_VIEW_CONCAT] = "concat"};
    indent(buf, depth);
    mu_buf_printf(buf, "%.*s: ", MU_FMT(view->path.size ? view->path : MU_STR("view")));
    if (view->kind == MU_VIEW_UNIT)
        dump_unit(buf, view, depth);
    else
        mu_buf_printf(buf, "%s\n", kinds[view->kind]);
    for (int c = 0; c < MU_CHANNEL_COUNT; c++) {
        if (!view->scales[c])
            continue;
        indent(buf, depth + 1);
        mu_buf_printf(buf, "scale %s: %s\n", mu_channel_name((MuChannel)c),
                      mu_scale_def(mu_scale_model_type(view->scales[c]))->name);
    }
    for (size_t i = 0; i < view->child_count; i++)
        dump_view(buf, view->children[i], depth + 1);
}

void mu_dump_model(MuBuf *buf, const MuRender *render)
{
    dump_view(buf, render->model.root, 0);
}

static void dump_table(MuBuf *buf, const MuTable *table)
{
    for (size_t c = 0; c < table->columns.size; c++)
        mu_buf_printf(buf, "%s%.*s", c ? "\t" : "", MU_FMT(table->columns.entries[c].key));
    mu_buf_addc(buf, '\n');
    for (size_t i = 0; i < table->size; i++)
        for (size_t c = 0; c < table->columns.size; c++) {
            mu_value_json(buf, mu_column_value(table->columns.entries[c].value, mu_table_row(table, i)));
            mu_buf_addc(buf, c + 1 < table->columns.size ? '\t' : '\n');
        }
}

static void dump_scope(MuBuf *buf, const MuScope *scope)
{
    if (scope->main) {
        mu_buf_printf(buf, "# %.*s: %zu rows\n", MU_FMT(scope->view->path), scope->main->size);
        dump_table(buf, scope->main);
    }
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        dump_scope(buf, parts[i]);
}

void mu_dump_tables(MuBuf *buf, const MuRender *render)
{
    dump_scope(buf, render->root);
}

static void dump_scale(MuBuf *buf, const char *channel, const MuScale *scale)
{
    mu_buf_printf(buf, "%s %s domain", channel, scale->def->name);
    for (size_t i = 0; i < scale->value_count; i++) {
        mu_buf_addc(buf, ' ');
        mu_value_json(buf, scale->values[i]);
    }
    for (size_t i = 0; i < scale->domain_size; i++) {
        mu_buf_addc(buf, ' ');
        mu_num_write(buf, scale->domain[i]);
    }
    if (scale->range_size && scale->range_kind == MU_RANGE_NUMBERS)
        mu_buf_adds(buf, " range");
    for (size_t i = 0; scale->range_kind == MU_RANGE_NUMBERS && i < scale->range_size; i++) {
        mu_buf_addc(buf, ' ');
        mu_num_write(buf, scale->range[i]);
    }
    mu_buf_addc(buf, '\n');
}

static void dump_scales(MuBuf *buf, const MuScope *scope)
{
    for (int c = 0; c < MU_CHANNEL_COUNT; c++)
        if (scope->scales[c])
            dump_scale(buf, mu_channel_name((MuChannel)c), scope->scales[c]);
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    for (size_t i = 0; i < count; i++)
        dump_scales(buf, parts[i]);
}

void mu_dump_scales(MuBuf *buf, const MuRender *render)
{
    dump_scales(buf, render->root);
}

void mu_dump_sizes(MuBuf *buf, const MuRender *render)
{
    mu_buf_adds(buf, "view ");
    mu_num_write(buf, render->root->width);
    mu_buf_adds(buf, " x ");
    mu_num_write(buf, render->root->height);
    mu_buf_adds(buf, ", canvas ");
    mu_num_write(buf, render->canvas_width);
    mu_buf_adds(buf, " x ");
    mu_num_write(buf, render->canvas_height);
    mu_buf_addc(buf, '\n');
}

void mu_dump_scene(MuBuf *buf, const MuRender *render)
{
    mu_scene_dump(buf, render->scene);
}
