#include "spec/theme.h"

static const MuTheme *find(MuStr name)
{
    for (size_t i = 0; i < mu_theme_count; i++)
        if (mu_str_is(name, mu_themes[i]->name))
            return mu_themes[i];
    return NULL;
}

static void unknown(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags)
{
    MuStr *names = MU_NEW_ARRAY(arena, MuStr, mu_theme_count);
    MuBuf list = {.arena = arena};
    for (size_t i = 0; i < mu_theme_count; i++) {
        names[i] = mu_str(mu_themes[i]->name);
        mu_buf_printf(&list, "%s%s", i ? ", " : "", mu_themes[i]->name);
    }
    MuDiag *diag = mu_diag(diags, MU_DIAG_UNKNOWN_THEME, asked_at, MU_FMT(name));
    mu_diag_hint(diags, diag, "the themes are: %.*s", MU_FMT(mu_buf_str(&list)));
}

static const MuNode *own_config(MuArena *arena, const MuTheme *theme, MuDiags *diags)
{
    MuSource *source = MU_NEW(arena, MuSource);
    source->name = mu_str_printf(arena, "<theme %s>", theme->name);
    source->text = mu_str(theme->config);
    return mu_doc_read_json(arena, source, MU_DOC_SPEC, diags);
}

const MuNode *mu_theme_own(MuArena *arena, MuStr name, MuDiags *diags)
{
    return own_config(arena, find(name), diags);
}

const MuNode *mu_theme_config(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags)
{
    const MuTheme *theme = find(name);
    if (!theme) {
        unknown(arena, name, asked_at, diags);
        return NULL;
    }
    const MuNode *config = own_config(arena, theme, diags);
    if (!theme->base)
        return config;
    return mu_node_merge(arena, mu_theme_config(arena, mu_str(theme->base), asked_at, diags), config);
}
