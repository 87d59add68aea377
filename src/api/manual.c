#include "api/manual.h"

#include "base/diag.h"
#include "expr/function.h"
#include "mark/mark.h"
#include "scale/scheme.h"
#include "spec/preset.h"
#include "spec/theme.h"

/* --- properties --- */

void mu_manual_values(MuBuf *buf, const MuProp *prop)
{
    mu_prop_takes(buf, prop);
    if (prop->takes & MU_TAKES_EXPR)
        mu_buf_adds(buf, ", or an expression");
    for (size_t i = 0; prop->words && prop->words[i]; i++)
        mu_buf_printf(buf, "%s%s", i ? ", " : "; one of: ", prop->words[i]);
    if (prop->preset)
        mu_buf_printf(buf, "; default %s", prop->preset);
    if (prop->required)
        mu_buf_adds(buf, "; required");
}

typedef struct Visit {
    void *out;
    const MuDef *def;
    const MuProp *prop;
    MuStr name;
    size_t count;
} Visit;

static void write_prop_line(void *context, const MuProp *prop)
{
    Visit *visit = context;
    mu_buf_printf(visit->out, "    %-20s %s (", prop->name, prop->doc);
    mu_manual_values(visit->out, prop);
    mu_buf_adds(visit->out, ")\n");
}

static void write_def(MuBuf *buf, const MuTopic *topic)
{
    Visit visit = {.out = buf};
    const MuDef *def = topic->of;
    if (def->props->name || def->includes)
        mu_buf_adds(buf, "  It may have:\n");
    mu_def_each(def, write_prop_line, &visit);
}

static void match_prop(void *context, const MuProp *prop)
{
    Visit *visit = context;
    visit->count += prop == visit->prop;
}

/* Where a property may stand; definitions of whole specs only repeat those of views. */
static bool has_prop(const MuDef *def, const MuProp *prop)
{
    Visit visit = {.prop = prop};
    if (!mu_str_starts(mu_str(def->name), "spec."))
        mu_def_each(def, match_prop, &visit);
    return visit.count > 0;
}

static void write_prop(MuBuf *buf, const MuProp *prop)
{
    mu_buf_printf(buf, "property %s: %s\n  Takes: ", prop->name, prop->doc);
    mu_manual_values(buf, prop);
    mu_buf_adds(buf, "\n  In: ");
    size_t written = 0;
    for (size_t i = 0; i < mu_def_count(); i++)
        if (has_prop(mu_def_at(i), prop))
            mu_buf_printf(buf, "%s%s", written++ ? ", " : "", mu_def_at(i)->name);
    mu_buf_adds(buf, "\n");
}

typedef MU_VEC(const MuProp *) PropList;

typedef struct Search {
    MuArena *arena;
    MuStr name;
    PropList found, worded; /* properties of the name; properties that have it among their words */
} Search;

static void push_new(MuArena *arena, PropList *list, const MuProp *prop)
{
    for (size_t i = 0; i < list->size; i++)
        if (list->at[i] == prop)
            return;
    MU_PUSH(arena, list, prop);
}

static void search_prop(void *context, const MuProp *prop)
{
    Search *search = context;
    if (mu_str_is(search->name, prop->name))
        push_new(search->arena, &search->found, prop);
    for (size_t i = 0; prop->words && prop->words[i]; i++)
        if (mu_str_is(search->name, prop->words[i]))
            push_new(search->arena, &search->worded, prop);
}

static void write_word(MuBuf *buf, Search *search)
{
    mu_buf_printf(buf, "word %.*s: a value of ", MU_FMT(search->name));
    for (size_t i = 0; i < search->worded.size; i++) {
        bool again = false;
        for (size_t j = 0; j < i; j++)
            again = again || strcmp(search->worded.at[j]->name, search->worded.at[i]->name) == 0;
        if (!again)
            mu_buf_printf(buf, "%s%s", i ? ", " : "", search->worded.at[i]->name);
    }
    mu_buf_adds(buf, "\n");
}

/* --- topics --- */

static void write_signature(MuBuf *buf, const MuTopic *topic)
{
    const MuFunction *function = topic->of;
    if (function->signature)
        mu_buf_printf(buf, "  %s\n", function->signature);
    if (function->refused)
        mu_buf_printf(buf, "  Not to be had in a figure: %s\n", function->refused);
}

static const char *scheme_kind(MuSchemeKind kind)
{
    static const char *const names[] = {[MU_SCHEME_CATEGORICAL] = "Colours for categories.",
                                        [MU_SCHEME_SINGLE_HUE] = "A ramp of one hue.",
                                        [MU_SCHEME_MULTI_HUE] = "A ramp over several hues.",
                                        [MU_SCHEME_DIVERGING] = "Two ramps from a neutral middle.",
                                        [MU_SCHEME_CYCLICAL] = "A ramp that ends where it begins."};
    return names[kind];
}

static void write_colours(MuBuf *buf, const MuTopic *topic)
{
    const MuScheme *scheme = topic->of;
    mu_buf_adds(buf, " ");
    for (const char *hex = scheme->hex; *hex; hex += 6)
        mu_buf_printf(buf, " #%.6s", hex);
    mu_buf_adds(buf, "\n");
}

static void write_severity(MuBuf *buf, const MuTopic *topic)
{
    static const char *const severities[] = {"A note", "A warning", "An error"};
    const MuSeverity *severity = topic->of;
    mu_buf_printf(buf, "  %s.\n", severities[*severity]);
}

/* The text of a diagnostic with … for what is filled in. */
static const char *plain_text(MuArena *arena, const char *format)
{
    MuBuf buf = {.arena = arena};
    for (const char *at = format; *at; at++) {
        if (*at != '%') {
            mu_buf_addc(&buf, *at);
            continue;
        }
        while (at[1] && !strchr("sdu", *at))
            at++;
        mu_buf_adds(&buf, "…");
    }
    return mu_buf_str(&buf).at;
}

static void add(MuTopics *topics, MuArena *arena, MuTopic topic)
{
    MU_PUSH(arena, topics, topic);
}

static void add_functions(MuTopics *topics, MuArena *arena)
{
    for (const MuFamily *const *family = mu_functions(); *family; family++)
        for (size_t i = 0; i < (*family)->size; i++) {
            const MuFunction *f = &(*family)->at[i];
            add(topics, arena, (MuTopic){"function", f->name, f->doc ? f->doc : "", write_signature, f});
        }
}

static void add_codes(MuTopics *topics, MuArena *arena)
{
    static const MuSeverity severities[] = {MU_NOTE, MU_WARNING, MU_ERROR};
    for (int code = 0; code < MU_DIAG_COUNT; code++)
        add(topics, arena,
            (MuTopic){"diagnostic", mu_diag_name((MuCode)code), plain_text(arena, mu_diag_text((MuCode)code)),
                      write_severity, &severities[mu_diag_severity((MuCode)code)]});
}

static void add_channels(MuTopics *topics, MuArena *arena)
{
    const MuDef *encoding = mu_def_find(MU_STR("encoding"));
    for (const MuProp *p = encoding->props; p->name; p++)
        add(topics, arena, (MuTopic){"channel", p->name, p->doc, p->def ? write_def : NULL, p->def});
}

static void add_definitions(MuTopics *topics, MuArena *arena)
{
    for (size_t i = 0; i < mu_def_count(); i++) {
        const MuDef *def = mu_def_at(i);
        bool transform = mu_str_starts(mu_str(def->name), "transform.");
        add(topics, arena,
            (MuTopic){transform ? "transform" : "object", transform ? def->name + strlen("transform.") : def->name,
                      def->doc, write_def, def});
    }
}

MuTopics mu_manual_topics(MuArena *arena)
{
    MuTopics topics = {0};
    for (size_t i = 0; i < mu_mark_count; i++)
        add(&topics, arena, (MuTopic){"mark", mu_marks[i]->name, mu_marks[i]->doc, NULL, NULL});
    add_channels(&topics, arena);
    add_definitions(&topics, arena);
    for (int type = 0; type < MU_SCALE_TYPE_COUNT; type++) {
        const MuScaleDef *scale = mu_scale_def((MuScaleType)type);
        add(&topics, arena, (MuTopic){"scale type", scale->name, scale->doc, NULL, NULL});
    }
    for (size_t i = 0; i < mu_theme_count; i++)
        add(&topics, arena, (MuTopic){"theme", mu_themes[i]->name, mu_themes[i]->doc, NULL, NULL});
    for (size_t i = 0; i < mu_preset_count; i++)
        add(&topics, arena, (MuTopic){"preset", mu_presets[i].name, mu_presets[i].doc, NULL, NULL});
    for (size_t i = 0; i < mu_scheme_count(); i++) {
        const MuScheme *scheme = mu_scheme_at(i);
        add(&topics, arena, (MuTopic){"scheme", scheme->name, scheme_kind(scheme->kind), write_colours, scheme});
    }
    add_functions(&topics, arena);
    add_codes(&topics, arena);
    return topics;
}

/* --- entries --- */

static void write_topic(MuBuf *buf, const MuTopic *topic)
{
    mu_buf_printf(buf, "%s %s: %s\n", topic->kind, topic->name, topic->doc);
    if (topic->write_more)
        topic->write_more(buf, topic);
}

/* "axis.grid": a property by the object that it stands in. */
static void write_qualified(MuBuf *buf, MuStr name)
{
    size_t dot = name.size;
    while (dot && name.at[dot - 1] != '.')
        dot--;
    const MuDef *def = dot ? mu_def_find(mu_str_slice(name, 0, dot - 1)) : NULL;
    const MuProp *prop = def ? mu_def_prop(def, mu_str_slice(name, dot, name.size)) : NULL;
    if (prop)
        write_prop(buf, prop);
}

/* Schemes are named without regard to case. */
static bool same_letters(MuStr a, MuStr b)
{
    bool same = a.size == b.size;
    for (size_t i = 0; same && i < a.size; i++)
        same = (a.at[i] | 32) == (b.at[i] | 32);
    return same;
}

MuStr mu_manual_entry(MuArena *arena, MuStr name)
{
    MuBuf buf = {.arena = arena};
    MuTopics topics = mu_manual_topics(arena);
    Search search = {.arena = arena, .name = name};
    for (size_t i = 0; i < topics.size; i++)
        if (mu_str_is(name, topics.at[i].name))
            write_topic(&buf, &topics.at[i]);
    for (size_t i = 0; i < mu_def_count(); i++)
        mu_def_each(mu_def_at(i), search_prop, &search);
    for (size_t i = 0; i < search.found.size; i++)
        write_prop(&buf, search.found.at[i]);
    if (search.worded.size)
        write_word(&buf, &search);
    if (!buf.size)
        write_qualified(&buf, name);
    for (size_t i = 0; !buf.size && i < topics.size; i++)
        if (same_letters(name, mu_str(topics.at[i].name)))
            write_topic(&buf, &topics.at[i]);
    return mu_buf_str(&buf);
}

typedef struct NameList {
    MuArena *arena;
    MU_VEC(MuStr) names;
} NameList;

static void add_prop_name(void *context, const MuProp *prop)
{
    NameList *list = context;
    MU_PUSH(list->arena, &list->names, mu_str(prop->name));
    for (size_t i = 0; prop->words && prop->words[i]; i++)
        MU_PUSH(list->arena, &list->names, mu_str(prop->words[i]));
}

size_t mu_manual_nearest(MuArena *arena, MuStr name, MuStr *nearest, size_t most)
{
    NameList list = {.arena = arena};
    MuTopics topics = mu_manual_topics(arena);
    for (size_t i = 0; i < topics.size; i++)
        MU_PUSH(arena, &list.names, mu_str(topics.at[i].name));
    for (size_t i = 0; i < mu_def_count(); i++)
        mu_def_each(mu_def_at(i), add_prop_name, &list);
    size_t count = 0;
    while (count < most) {
        MuStr found = mu_nearest(name, list.names.at, list.names.size);
        if (!found.size)
            break;
        nearest[count++] = found;
        for (size_t i = 0; i < list.names.size; i++)
            if (mu_str_eq(list.names.at[i], found))
                list.names.at[i] = MU_STR("");
    }
    return count;
}

/* --- the reference --- */

/* A bar would end the cell of a table. */
static void write_cell(MuBuf *buf, MuStr text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] == '|')
            mu_buf_addc(buf, '\\');
        mu_buf_addc(buf, text.at[i]);
    }
}

static void write_prop_row(void *context, const MuProp *prop)
{
    Visit *visit = context;
    MuBuf *buf = visit->out, values = {.arena = buf->arena};
    mu_manual_values(&values, prop);
    mu_buf_printf(buf, "| `%s` | %s | ", prop->name, prop->doc);
    write_cell(buf, mu_buf_str(&values));
    mu_buf_adds(buf, " |\n");
}

static void write_section(MuBuf *buf, const MuTopics *topics, const char *title, const char *kind)
{
    mu_buf_printf(buf, "\n## %s\n\n| name | meaning |\n| --- | --- |\n", title);
    for (size_t i = 0; i < topics->size; i++) {
        const MuTopic *topic = &topics->at[i];
        if (strcmp(topic->kind, kind) != 0)
            continue;
        const MuFunction *function = strcmp(kind, "function") == 0 ? topic->of : NULL;
        mu_buf_printf(buf, "| `%s` | ", function && function->signature ? function->signature : topic->name);
        write_cell(buf, mu_str(topic->doc));
        mu_buf_adds(buf, " |\n");
    }
}

static void write_objects(MuBuf *buf, const MuTopics *topics)
{
    Visit visit = {.out = buf};
    mu_buf_adds(buf, "\n## Objects and their properties\n");
    for (size_t i = 0; i < topics->size; i++) {
        const MuTopic *topic = &topics->at[i];
        bool object = strcmp(topic->kind, "object") == 0 || strcmp(topic->kind, "transform") == 0;
        if (!object || mu_str_starts(mu_str(topic->name), "spec."))
            continue;
        const MuDef *def = topic->of;
        mu_buf_printf(buf, "\n### %s\n\n%s\n\n| property | meaning | takes |\n| --- | --- | --- |\n", def->name,
                      def->doc);
        mu_def_each(def, write_prop_row, &visit);
    }
}

MuStr mu_manual_reference(MuArena *arena)
{
    MuBuf buf = {.arena = arena};
    MuTopics topics = mu_manual_topics(arena);
    mu_buf_adds(&buf, "# What a spec may say\n\nWritten from the tables that muster reads specs with. The grammar is "
                      "Vega-Lite's; lengths are px unless said otherwise.\n");
    write_section(&buf, &topics, "Marks", "mark");
    write_section(&buf, &topics, "Channels", "channel");
    write_section(&buf, &topics, "Transforms", "transform");
    write_section(&buf, &topics, "Scale types", "scale type");
    write_section(&buf, &topics, "Themes", "theme");
    write_section(&buf, &topics, "Presets", "preset");
    write_section(&buf, &topics, "Colour schemes", "scheme");
    write_objects(&buf, &topics);
    write_section(&buf, &topics, "Functions of expressions", "function");
    write_section(&buf, &topics, "Diagnostics", "diagnostic");
    return mu_buf_str(&buf);
}
