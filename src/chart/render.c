/* The passes, in order. Each takes what those before it made and stops the render by returning false, with
 * an error among the diagnostics. Sizes that must fit run the last passes again: twice for `autosize: fit`, until
 * the plot fills what is left for a figure of a given `size`. */
#include "chart/render.h"

#include "chart/dump.h"
#include "chart/grammar.h"
#include "io/zone_file.h"
#include "spec/check.h"
#include "spec/compose.h"
#include "spec/normalize.h"
#include "spec/preset.h"
#include "spec/theme.h"

static bool read(MuRender *render)
{
    render->spec = mu_doc_read(render->arena, render->source, MU_DOC_SPEC, render->diags);
    return render->spec != NULL;
}

/* The config of the options' file; NULL with a diagnostic where it cannot be used. */
static const MuNode *config_file(MuRender *render)
{
    const MuRenderOptions *options = render->options;
    const MuSource *source = mu_file_read(render->arena, options->config, &options->limits, (MuSpan){0}, render->diags);
    const MuNode *config = source ? mu_doc_read(render->arena, source, MU_DOC_SPEC, render->diags) : NULL;
    const MuGrammar *grammar = mu_chart_grammar(render->arena);
    return config && mu_config_check(config, render->spec, grammar, render->arena, render->diags) ? config : NULL;
}

static bool check(MuRender *render)
{
    if (render->options->config.size)
        render->own_config = config_file(render);
    const MuGrammar *grammar = mu_chart_grammar(render->arena);
    return mu_spec_check(render->spec, render->own_config, grammar, render->arena, render->diags) &&
           render->diags->errors == 0;
}

/* The zone of local times: of the options, else of the spec, else UTC. */
static void find_zone(MuRender *render)
{
    const MuNode *said = mu_node_get(render->spec, "timezone");
    MuStr name = render->options->timezone;
    MuSpan place = {0};
    if (!name.size && mu_node_is(said, MU_STRING)) {
        name = said->string;
        place = said->span;
    }
    if (name.size || place.source)
        mu_zone_find(render->arena, name, place, render->diags, &render->zone);
}

/* What options say goes over the spec. `*place` is of the spec, or none. */
static MuStr said(const MuRender *render, MuStr option, const char *key, MuSpan *place)
{
    const MuNode *node = mu_node_get(render->spec, key);
    *place = node && !option.size ? node->span : (MuSpan){0};
    return option.size ? option : mu_node_string(node, MU_STR(""));
}

/* A preset without a theme is for the report. */
static void find_theme(MuRender *render)
{
    MuSpan theme_place, preset_place;
    MuStr name = said(render, render->options->theme, "theme", &theme_place),
          preset = said(render, render->options->preset, "preset", &preset_place);
    if (preset.size)
        render->preset = mu_preset_find(render->arena, preset, preset_place, render->diags);
    if (render->preset && !name.size)
        name = MU_STR("report");
    if (name.size)
        render->theme = mu_theme_config(render->arena, name, theme_place, render->diags);
    if (render->preset && render->theme)
        render->theme = mu_preset_over(render->arena, render->preset, render->theme, render->diags);
}

static bool configure(MuRender *render)
{
    find_theme(render);
    render->theme = mu_node_merge(render->arena, render->theme, render->own_config);
    render->vega = render->options->vega || mu_node_is_string(mu_node_get(render->spec, "compat"), "vega");
    render->env.vega = render->vega;
    render->config = mu_config_make(render->arena, render->theme, mu_node_get(render->spec, "config"), render->diags);
    find_zone(render);
    render->locale = mu_render_locale(render->arena, render->config, render->locale);
    return render->diags->errors == 0;
}

static bool normalize(MuRender *render)
{
    const MuNode *plain = mu_spec_repeat(render->arena, render->spec, render->diags);
    render->normal = mu_spec_normalize(render->arena, plain, render->config, render->diags);
    return render->diags->errors == 0;
}

static bool model(MuRender *render)
{
    render->model = (MuModel){.arena = render->arena,
                              .diags = render->diags,
                              .env = &render->env,
                              .spec = render->normal,
                              .config = render->config};
    return mu_model_build(&render->model) != NULL;
}

const MuPass mu_passes[] = {
    {"read", "the spec as a tree of values", read, mu_dump_spec},
    {"check", "the spec against the grammar", check, NULL},
    {"configure", "defaults, theme and config as one; the time zone", configure, mu_dump_config},
    {"normalize", "plain views: repeats, facet channels, composite marks and overlays expanded, encodings inherited",
     normalize, mu_dump_normal},
    {"params", "parameters and their values", mu_pass_params, mu_dump_params},
    {"model", "views with types, scales, axes and legends", model, mu_dump_model},
    {"selections", "what is selected before anybody selects", mu_pass_selections, NULL},
    {"load", "the datasets", mu_pass_load, NULL},
    {"transform", "the tables of each unit", mu_pass_transform, mu_dump_tables},
    {"domains", "what each scale maps from", mu_pass_domains, mu_dump_scales},
    {"sizes", "the sizes of the views", mu_pass_sizes, mu_dump_sizes},
    {"ranges", "what each scale maps to", mu_pass_ranges, mu_dump_scales},
    {"marks", "the marks as items", mu_pass_marks, NULL},
    {"guides", "axes, legends, title and caption", mu_pass_guides, NULL},
    {"layout", "everything in its place", mu_pass_layout, mu_dump_sizes},
    {"finish", "the scene", mu_pass_finish, mu_dump_scene},
};
const size_t mu_pass_count = sizeof mu_passes / sizeof *mu_passes;

const MuPass *mu_pass_find(MuStr name)
{
    for (size_t i = 0; i < mu_pass_count; i++)
        if (mu_str_is(name, mu_passes[i].name))
            return &mu_passes[i];
    return NULL;
}

/* When fitting changed the size, what depends on it runs again. */
static bool run_again(MuRender *render)
{
    return mu_pass_ranges(render) && mu_pass_marks(render) && mu_pass_guides(render) && mu_pass_layout(render);
}

bool mu_render_run(MuRender *render, const MuPass *until)
{
    for (size_t i = 0; i < mu_pass_count; i++) {
        if (!mu_passes[i].run(render))
            return false;
        while (mu_passes[i].run == mu_pass_layout && render->size_changed)
            if (!run_again(render))
                return false;
        if (&mu_passes[i] == until)
            break;
    }
    return render->diags->errors == 0;
}

MuText *mu_render_text(MuRender *render)
{
    if (!render->text)
        render->text = render->text_engine(render->host, render->diags);
    if (!render->text)
        mu_arena_fail(render->arena, MU_LIMIT);
    return render->text;
}
