/* What a caption takes from the data: the sources of the rows that are drawn, the latest day of theirs, and how many
 * rows are left out. */
#include "chart/render.h"
#include "format/format.h"
#include "transform/engine.h"

/* The rows of one unit, in all cells of its facets. */
typedef struct Tally {
    const MuView *view;
    size_t out, all;
} Tally;

typedef struct Reader {
    MuRender *render;
    MuStr field;
    bool found;         /* some unit has the column */
    MuMap texts;        /* the values, each once, in the order of the rows */
    double latest;      /* ms */
    size_t latest_size; /* of its text; 0: it is none */
    MuTable *some;      /* to say what is not in it */
    MU_VEC(Tally) tallies;
} Reader;

typedef void (*ReadUnit)(Reader *reader, MuScope *unit);

static void each_unit(Reader *reader, MuScope *scope, ReadUnit read)
{
    MuScope *const *parts = scope->facet ? scope->facet->cells : scope->children;
    size_t count = scope->facet ? scope->facet->cell_count : scope->child_count;
    if (scope->view->kind == MU_VIEW_UNIT)
        read(reader, scope);
    for (size_t i = 0; i < count; i++)
        each_unit(reader, parts[i], read);
}

/* The rows that a unit draws, or of which it draws a summary. */
static MuTable *rows_of(Reader *reader, const MuScope *unit, MuColumn **column)
{
    MuTable *const tables[] = {mu_scope_mark_table(unit), unit->raw};
    for (size_t i = 0; i < 2; i++) {
        *column = tables[i] ? mu_table_field(tables[i], reader->field) : NULL;
        reader->some = tables[i] ? tables[i] : reader->some;
        reader->found |= *column != NULL;
        if (*column)
            return tables[i];
    }
    return NULL;
}

static void read_texts(Reader *reader, MuScope *unit)
{
    MuColumn *column;
    MuTable *table = rows_of(reader, unit, &column);
    for (size_t i = 0; table && i < table->size; i++) {
        MuValue value = mu_column_value(column, mu_table_row(table, i));
        MuStr text = mu_str_trim(mu_to_string(reader->render->arena, value));
        if (value.kind != MU_NULL && value.kind != MU_UNDEFINED && text.size)
            mu_map_entry(reader->render->arena, &reader->texts, text, NULL);
    }
}

static void read_latest(Reader *reader, MuScope *unit)
{
    MuColumn *column;
    MuTable *table = rows_of(reader, unit, &column);
    if (!table)
        return;
    const double *times = mu_column_dates(reader->render->arena, column, reader->render->zone);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        if (isnan(times[row]) || times[row] <= reader->latest)
            continue;
        MuValue value = mu_column_value(column, row);
        reader->latest = times[row];
        reader->latest_size = value.kind == MU_STRING ? value.size : 0;
    }
}

static void count_rows(Reader *reader, MuScope *unit)
{
    size_t all = unit->pre ? unit->pre->size : 0, drawn = unit->main ? unit->main->size : 0, at = 0;
    while (at < reader->tallies.size && reader->tallies.at[at].view != unit->view)
        at++;
    if (at == reader->tallies.size)
        MU_PUSH(reader->render->arena, &reader->tallies, ((Tally){.view = unit->view}));
    reader->tallies.at[at].all += all;
    reader->tallies.at[at].out += all - drawn;
}

/* Several layers may draw the same rows: the one that leaves out the most is told. */
static Tally most_out(const Reader *reader)
{
    Tally most = {0};
    for (size_t i = 0; i < reader->tallies.size; i++)
        if (reader->tallies.at[i].out > most.out)
            most = reader->tallies.at[i];
    return most;
}

/* --- the parts of the caption --- */

static bool read_field(Reader *reader, const MuNode *node, ReadUnit read)
{
    MuRender *render = reader->render;
    const MuNode *name = mu_node_get(node, "field");
    if (!mu_node_is(name, MU_STRING))
        return false;
    reader->field = name->string;
    each_unit(reader, render->root, read);
    if (!reader->found && reader->some)
        mu_transform_field(reader->some, name, render->diags);
    return true;
}

static const MuNode *sources(MuRender *render, const MuNode *node)
{
    Reader reader = {.render = render};
    MuNodeList list = {0};
    if (!read_field(&reader, node, read_texts))
        return node;
    for (size_t i = 0; i < reader.texts.size; i++)
        MU_PUSH(render->arena, &list, mu_node_new_string(render->arena, reader.texts.entries[i].key, node));
    return mu_node_new_array(render->arena, &list, node);
}

/* "25 January 2025", "25. Januar 2025"; of "2025-01" and "2025" only what is known. */
static MuStr day_format(const Reader *reader)
{
    enum { YEAR = 4, MONTH = 7 };
    if (reader->latest_size == YEAR)
        return MU_STR("%Y");
    if (reader->latest_size == MONTH)
        return MU_STR("%B %Y");
    return mu_str_starts(mu_str(reader->render->locale->name), "de") ? MU_STR("%-d. %B %Y") : MU_STR("%-d %B %Y");
}

static const MuNode *as_of(MuRender *render, const MuNode *node)
{
    Reader reader = {.render = render, .latest = -INFINITY};
    if (!read_field(&reader, node, read_latest))
        return node;
    if (!isfinite(reader.latest))
        return NULL;
    MuBuf buf = {.arena = render->arena};
    mu_time_format(&buf, render->locale, mu_node_string(mu_node_get(node, "format"), day_format(&reader)),
                   reader.latest, render->zone);
    return mu_node_new_string(render->arena, mu_buf_str(&buf), node);
}

typedef struct LeftOut {
    const char *language, *of, *reason;
} LeftOut;

/* The first fits every language that has none of its own. */
static const LeftOut words[] = {{"en", "of", "no value"}, {"de", "von", "ohne Wert"}, {"fr", "sur", "sans valeur"}};

static const LeftOut *words_of(const MuLocale *locale)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mu_str_starts(mu_str(locale->name), words[i].language))
            return &words[i];
    return &words[0];
}

/* "3 of 41 deployments: size unknown."; NULL: all rows are drawn. */
static const MuNode *left_out(MuRender *render, const MuNode *node)
{
    const MuNode *noun = mu_node_get(node, "leftOut");
    Reader reader = {.render = render};
    if (!mu_node_is(noun, MU_STRING))
        return node;
    each_unit(&reader, render->root, count_rows);
    Tally tally = most_out(&reader);
    if (!tally.out)
        return NULL;
    const LeftOut *w = words_of(render->locale);
    MuStr reason = mu_node_string(mu_node_get(node, "reason"), mu_str(w->reason));
    MuStr text = mu_str_printf(render->arena, "%zu %s %zu %.*s: %.*s.", tally.out, w->of, tally.all,
                               MU_FMT(noun->string), MU_FMT(reason));
    return mu_node_new_string(render->arena, text, node);
}

static const MuNode *notes(MuRender *render, const MuNode *node)
{
    MuNodeList list = {0};
    size_t count = mu_node_is(node, MU_ARRAY) ? node->array.size : 1;
    for (size_t i = 0; i < count; i++) {
        const MuNode *note = left_out(render, mu_node_is(node, MU_ARRAY) ? node->array.at[i] : node);
        if (note)
            MU_PUSH(render->arena, &list, note);
    }
    return list.size ? mu_node_new_array(render->arena, &list, node) : NULL;
}

const MuNode *mu_caption_filled(MuRender *render)
{
    static const struct Part {
        const char *name;
        const MuNode *(*fill)(MuRender *render, const MuNode *node);
    } parts[] = {{"source", sources}, {"note", notes}, {"asOf", as_of}};
    const MuNode *caption = mu_node_get(render->normal, "caption");
    for (size_t i = 0; mu_node_is(caption, MU_OBJECT) && i < sizeof parts / sizeof *parts; i++) {
        const MuNode *node = mu_node_get(caption, parts[i].name);
        if (node)
            caption = mu_node_with(render->arena, caption, parts[i].name, parts[i].fill(render, node));
    }
    return caption;
}
