#include "spec/config.h"

#include "spec/default_config.h"

static const MuNode *read_builtin(MuArena *arena, const char *json, const char *name, MuDiags *diags)
{
    MuSource *source = MU_NEW(arena, MuSource);
    source->name = mu_str(name);
    source->text = mu_str(json);
    return mu_doc_read_json(arena, source, MU_DOC_SPEC, diags);
}

/* `config.font` is the face of every text that does not say otherwise. */
static const MuNode *font_config(MuArena *arena, const MuNode *font)
{
    if (!mu_node_is(font, MU_STRING))
        return NULL;
    static const char *const styles[] = {"guide-label", "guide-title", "group-title", "group-subtitle"};
    const MuNode *face = mu_node_with(arena, NULL, "font", font), *style = NULL;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        style = mu_node_with(arena, style, styles[i], face);
    return mu_node_with(arena, mu_node_with(arena, NULL, "text", face), "style", style);
}

const MuNode *mu_config_make(MuArena *arena, const MuNode *theme, const MuNode *own, MuDiags *diags)
{
    const MuNode *config = read_builtin(arena, mu_default_config, "<defaults>", diags);
    const MuNode *over = mu_node_merge(arena, theme, own);
    config = mu_node_merge(arena, config, font_config(arena, mu_node_get(over, "font")));
    config = mu_node_merge(arena, config, over);
    return mu_node_with(arena, config, "<marks>", read_builtin(arena, mu_default_marks, "<marks>", diags));
}

static MuChain chain_new(MuArena *arena, MuEnv *env)
{
    MuChain chain = {.env = env, .arena = arena};
    return chain;
}

static void add_definition(MuChain *chain, const MuNode *definition)
{
    mu_chain_add(chain, definition);
    chain->definition = chain->size ? definition : NULL;
    chain->own = chain->size;
}

/* Adds the named styles, the last of a list first. */
static void add_styles(MuChain *chain, const MuNode *styles, const MuNode *names)
{
    if (mu_node_is(names, MU_STRING))
        mu_chain_add(chain, mu_node_find(styles, names->string));
    if (!mu_node_is(names, MU_ARRAY))
        return;
    for (size_t i = names->array.size; i-- > 0;)
        if (mu_node_is(names->array.at[i], MU_STRING))
            mu_chain_add(chain, mu_node_find(styles, names->array.at[i]->string));
}

MuChain mu_config_mark(MuArena *arena, const MuNode *config, const MuNode *definition, MuStr mark, MuEnv *env)
{
    const MuNode *styles = mu_node_get(config, "style");
    MuChain chain = chain_new(arena, env);
    add_definition(&chain, definition);
    add_styles(&chain, styles, mu_node_get(definition, "style"));
    mu_chain_add(&chain, mu_node_find(styles, mark));
    chain.own = chain.size;
    mu_chain_add(&chain, mu_node_find(config, mark));
    chain.assumed = mu_node_find(mu_node_get(config, "<marks>"), mark);
    mu_chain_add(&chain, chain.assumed);
    chain.common = mu_node_get(config, "mark");
    mu_chain_add(&chain, chain.common);
    return chain;
}

const MuNode *mu_mark_config(const MuChain *mark, const char *name)
{
    for (size_t i = mark->definition ? 1 : 0; i < mark->size; i++) {
        const MuNode *node = mu_node_get(mark->bags[i], name);
        if (node)
            return node;
    }
    return NULL;
}

double mu_unit_band_position(const MuChain *mark, const MuChannelDef *def)
{
    return !isnan(def->band) ? def->band : mu_node_number(mu_mark_config(mark, "timeUnitBandPosition"), 0.5);
}

MuStr mu_moved_column(MuArena *arena, const MuChannelDef *def, bool end)
{
    return mu_str_printf(arena, "%.*s_offsetted_rect_%s", MU_FMT(def->column), end ? "end" : "start");
}

/* Of styles Vega-Lite sees only its own name; the renderer's is left to the renderer, below all others. */
static const MuNode *style_property(const MuChain *mark, const char *name)
{
    for (size_t i = mark->definition ? 1 : 0; i < mark->own; i++) {
        const MuNode *node = mu_node_get(mark->bags[i], name);
        if (node)
            return node;
    }
    return NULL;
}

const MuNode *mu_mark_property(const MuChain *mark, const char *name, const char *vega)
{
    if (!vega)
        return mu_chain_get(mark, name, NULL);
    const MuNode *node = mu_node_get(mark->definition, vega);
    if (!node)
        node = mu_node_get(mark->definition, name);
    if (!node)
        node = style_property(mark, name);
    bool names_color = strcmp(name, "color") == 0;
    for (size_t i = mark->own; i < mark->size && !node; i++) {
        if (mark->bags[i] == mark->assumed)
            continue;
        node = mu_node_get(mark->bags[i], vega);
        if (!node && (mark->bags[i] != mark->common || names_color))
            node = mu_node_get(mark->bags[i], name);
    }
    if (!node)
        node = style_property(mark, vega);
    if (!node)
        node = mu_node_get(mark->assumed, vega);
    return node ? node : mu_node_get(mark->assumed, name);
}

/* A text style ("fill", "font", "fontSize", …) under the names a guide has for it ("labelColor",
 * "labelFont", "labelFontSize", …). */
static const MuNode *style_as(MuArena *arena, const MuNode *style, const char *prefix)
{
    static const char *const from[] = {"fill", "font", "fontSize", "fontStyle", "fontWeight", "lineHeight", "opacity"};
    static const char *const to[] = {"Color", "Font", "FontSize", "FontStyle", "FontWeight", "LineHeight", "Opacity"};
    const MuNode *bag = NULL;
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        const MuNode *value = mu_node_get(style, from[i]);
        if (!value)
            continue;
        char *name = (char *)mu_str_printf(arena, "%s%s", prefix, to[i]).at;
        if (!*prefix)
            name[0] = (char)(name[0] - 'A' + 'a');
        bag = mu_node_with(arena, bag, name, value);
    }
    return bag;
}

static void add_guide_styles(MuChain *chain, const MuNode *config)
{
    const MuNode *styles = mu_node_get(config, "style");
    mu_chain_add(chain, style_as(chain->arena, mu_node_get(styles, "guide-label"), "label"));
    mu_chain_add(chain, style_as(chain->arena, mu_node_get(styles, "guide-title"), "title"));
}

/* "axis" + "X" + "Band" and the like. */
static const MuNode *axis_config(MuChain *chain, const MuNode *config, const char *channel, const char *kind)
{
    return mu_node_find(config, mu_str_printf(chain->arena, "axis%s%s", channel, kind));
}

static const char *orient_suffix(MuStr orient)
{
    return mu_str_is(orient, "top")     ? "Top"
           : mu_str_is(orient, "left")  ? "Left"
           : mu_str_is(orient, "right") ? "Right"
                                        : "Bottom";
}

MuChain mu_config_axis(MuArena *arena, const MuNode *config, const MuNode *definition, bool x, const char *scale_kind,
                       MuStr orient, MuEnv *env)
{
    static const struct {
        const char *kind, *suffixes[2];
    } kinds[] = {{"band", {"Band", "Discrete"}},
                 {"point", {"Point", "Discrete"}},
                 {"quantitative", {"Quantitative", NULL}},
                 {"temporal", {"Temporal", NULL}}};
    MuChain chain = chain_new(arena, env);
    const MuNode *styles = mu_node_get(config, "style"), *parts[8];
    const char *channel = x ? "X" : "Y";
    size_t count = 0;
    add_definition(&chain, definition);
    add_styles(&chain, styles, mu_node_get(definition, "style"));
    chain.own = chain.size;
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            for (size_t j = 0; j < 2 && strcmp(kinds[i].kind, scale_kind) == 0 && kinds[i].suffixes[j]; j++)
                parts[count++] = axis_config(&chain, config, pass == 0 ? channel : "", kinds[i].suffixes[j]);
    for (size_t i = 0; i < count; i++)
        mu_chain_add(&chain, parts[i]);
    parts[count++] = axis_config(&chain, config, channel, "");
    parts[count++] = axis_config(&chain, config, orient_suffix(orient), "");
    parts[count++] = mu_node_get(config, "axis");
    chain.outer = chain.size;
    for (size_t i = count - 3; i < count; i++)
        mu_chain_add(&chain, parts[i]);
    chain.outer_end = chain.size;
    for (size_t i = 0; i < count; i++)
        add_styles(&chain, styles, mu_node_get(parts[i], "style"));
    add_guide_styles(&chain, config);
    return chain;
}

MuChain mu_config_part(MuArena *arena, const MuNode *config, const MuNode *definition, const char *name, MuEnv *env)
{
    MuChain chain = chain_new(arena, env);
    add_definition(&chain, definition);
    mu_chain_add(&chain, mu_node_get(config, name));
    return chain;
}

MuChain mu_config_legend(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env)
{
    MuChain chain = mu_config_part(arena, config, definition, "legend", env);
    add_guide_styles(&chain, config);
    return chain;
}

/* What config.title says of places and of subtitles; the rest is the look of the style "group-title". */
static const MuNode *title_places(MuArena *arena, const MuNode *title)
{
    static const char *const names[] = {"anchor", "frame", "offset", "orient", "angle", "limit", "zindex"};
    const MuNode *bag = NULL;
    for (size_t i = 0; mu_node_is(title, MU_OBJECT) && i < title->object.size; i++) {
        MuMember member = title->object.at[i];
        bool kept = mu_str_starts(member.key, "subtitle");
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            kept = kept || mu_str_is(member.key, names[j]);
        if (kept)
            bag = mu_node_with(arena, bag, mu_str_cstr(arena, member.key), member.value);
    }
    return bag;
}

static void add_plain_text(MuChain *chain)
{
    MuArena *arena = chain->arena;
    const MuNode *plain = mu_node_with(arena, NULL, "fontSize", mu_node_new_number(arena, 11, NULL));
    mu_chain_add(chain, mu_node_with(arena, plain, "fontWeight", mu_node_new_string(arena, MU_STR("normal"), NULL)));
}

/* The anchor decides how titles are aligned, unless the title itself says otherwise. */
static const MuNode *without_alignment(MuArena *arena, const MuNode *title)
{
    const MuNode *bag = NULL;
    for (size_t i = 0; mu_node_is(title, MU_OBJECT) && i < title->object.size; i++) {
        MuMember member = title->object.at[i];
        if (!mu_str_is(member.key, "align") && !mu_str_is(member.key, "baseline"))
            bag = mu_node_with(arena, bag, mu_str_cstr(arena, member.key), member.value);
    }
    return bag;
}

/* A title with styles of its own has nothing of "group-title" but Vega's plain text below them. */
static void add_title_styles(MuChain *chain, const MuNode *config, const MuNode *names)
{
    MuArena *arena = chain->arena;
    MuChain styles = chain_new(arena, NULL);
    add_styles(&styles, mu_node_get(config, "style"), names);
    for (size_t i = 0; i < styles.size; i++)
        mu_chain_add(chain, style_as(arena, styles.bags[i], ""));
    mu_chain_add(chain, title_places(arena, mu_node_get(config, "title")));
    add_plain_text(chain);
}

MuChain mu_config_title(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env)
{
    const MuNode *styles = mu_node_get(config, "style"), *own = mu_node_get(definition, "style");
    MuChain chain = chain_new(arena, env);
    add_definition(&chain, definition);
    if (own) {
        add_title_styles(&chain, config, own);
    } else {
        mu_chain_add(&chain, without_alignment(arena, mu_node_get(config, "title")));
        mu_chain_add(&chain, style_as(arena, mu_node_get(styles, "group-title"), ""));
    }
    mu_chain_add(&chain, style_as(arena, mu_node_get(styles, "group-subtitle"), "subtitle"));
    return chain;
}

MuChain mu_config_unframed_view(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env)
{
    const MuNode *styles = mu_node_get(config, "style"), *own = mu_node_get(definition, "style");
    MuChain chain = chain_new(arena, env);
    mu_chain_add(&chain, definition);
    if (own)
        add_styles(&chain, styles, own);
    else
        mu_chain_add(&chain, mu_node_get(styles, "view"));
    return chain;
}

MuChain mu_config_header(MuArena *arena, const MuNode *config, const MuNode *definition, const char *kind, MuEnv *env)
{
    MuChain chain = chain_new(arena, env);
    const MuNode *orient = mu_node_get(definition, "orient");
    if (orient && !mu_node_get(definition, "labelOrient"))
        definition = mu_node_with(arena, definition, "labelOrient", orient);
    if (orient && !mu_node_get(definition, "titleOrient"))
        definition = mu_node_with(arena, definition, "titleOrient", orient);
    mu_chain_add(&chain, definition);
    mu_chain_add(&chain, mu_node_get(config, kind));
    mu_chain_add(&chain, mu_node_get(config, "header"));
    return chain;
}

MuChain mu_config_header_part(const MuChain *header, const MuNode *config, const char *part, const MuNode *usual)
{
    static const char *const names[][2] = {
        {"Align", "align"},           {"Anchor", "anchor"}, {"Angle", "angle"},           {"Baseline", "baseline"},
        {"Color", "color"},           {"Font", "font"},     {"FontSize", "fontSize"},     {"FontStyle", "fontStyle"},
        {"FontWeight", "fontWeight"}, {"Limit", "limit"},   {"LineHeight", "lineHeight"}, {"Orient", "orient"},
        {"Padding", "offset"}};
    MuChain chain = chain_new(header->arena, header->env);
    const MuNode *bag = NULL, *styles = mu_node_get(config, "style");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const MuNode *value = mu_chain_get(header, mu_str_printf(chain.arena, "%s%s", part, names[i][0]).at, NULL);
        if (value)
            bag = mu_node_with(chain.arena, bag, names[i][1], value);
    }
    mu_chain_add(&chain, bag);
    mu_chain_add(&chain, usual);
    mu_chain_add(&chain, style_as(chain.arena, mu_node_find(styles, mu_str_printf(chain.arena, "guide-%s", part)), ""));
    add_plain_text(&chain);
    return chain;
}

MuChain mu_config_view(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env)
{
    const MuNode *styles = mu_node_get(config, "style");
    MuChain chain = chain_new(arena, env);
    mu_chain_add(&chain, definition);
    /* config.view is the look of the style "cell" and goes with it. */
    if (mu_node_get(definition, "style"))
        return mu_config_unframed_view(arena, config, definition, env);
    mu_chain_add(&chain, mu_node_get(styles, "cell"));
    mu_chain_add(&chain, mu_node_get(config, "view"));
    mu_chain_add(&chain, mu_node_path(config, "<marks>", "cell", NULL));
    return chain;
}

const MuNode *mu_config_invalid_output(const MuNode *config, MuChannel channel)
{
    return mu_node_path(config, "scale", "invalid", mu_channel_name(mu_channel_main(channel)), NULL);
}
