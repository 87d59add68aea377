#include "spec/preset.h"

#include "spec/theme.h"

/* The report theme has 14 px on 720 px, which are 170 mm in print; its text is then 9.4 pt. Slides have 32 px. */
const MuPreset mu_presets[] = {
    {"report-page", "The width of a page, 170 mm in print.", .width = 720, .mm = 170},
    {"report-column", "Half of that: a column, 83 mm in print.", .width = 352, .mm = 83, .config = "{\"padding\": 14}"},
    {"a4", "A whole page of A4.", .width = 889, .height = 1257, .mm = 210,
     .config = "{\"padding\": 85, \"axisQuantitative\": {\"tickCount\": 6}}"},
    {"slide-16x9", "A wide slide.", .width = 1920, .height = 1080, .sizes = "slide"},
    {"slide-4x3", "A slide of the older shape.", .width = 1440, .height = 1080, .sizes = "slide"},
    {"social-square", "A square for a feed.", .width = 1080, .height = 1080, .sizes = "slide",
     .config = "{\"padding\": 54}"},
    {"social-wide", "A wide picture for a feed or a link.", .width = 1600, .height = 900, .sizes = "slide"},
};
const size_t mu_preset_count = sizeof mu_presets / sizeof *mu_presets;

const MuPreset *mu_preset_find(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags)
{
    MuBuf list = {.arena = arena};
    for (size_t i = 0; i < mu_preset_count; i++) {
        if (mu_str_is(name, mu_presets[i].name))
            return &mu_presets[i];
        mu_buf_printf(&list, "%s%s", i ? ", " : "", mu_presets[i].name);
    }
    MuDiag *diag = mu_diag(diags, MU_DIAG_UNKNOWN_PRESET, asked_at, MU_FMT(name));
    mu_diag_hint(diags, diag, "the presets are: %.*s", MU_FMT(mu_buf_str(&list)));
    return NULL;
}

const MuNode *mu_preset_over(MuArena *arena, const MuPreset *preset, const MuNode *theme, MuDiags *diags)
{
    if (preset->sizes)
        theme = mu_node_merge(arena, theme, mu_theme_own(arena, mu_str(preset->sizes), diags));
    if (!preset->config)
        return theme;
    MuSource *source = MU_NEW(arena, MuSource);
    source->name = mu_str_printf(arena, "<preset %s>", preset->name);
    source->text = mu_str(preset->config);
    return mu_node_merge(arena, theme, mu_doc_read_json(arena, source, MU_DOC_SPEC, diags));
}
