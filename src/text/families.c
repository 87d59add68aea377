#include "text/families.h"

#include <strings.h>

static const MuFamilyKind kinds[] = {
    {"sans-serif", "DejaVu Sans", true},        {"serif", "DejaVu Serif", true},
    {"monospace", "DejaVu Sans Mono", true},    {"system-ui", "DejaVu Sans", true},
    {"ui-sans-serif", "DejaVu Sans", true},     {"ui-serif", "DejaVu Serif", true},
    {"ui-monospace", "DejaVu Sans Mono", true}, {"cursive", "DejaVu Sans", true},
    {"fantasy", "DejaVu Sans", true},           {"courier", "DejaVu Sans Mono", false},
    {"courier new", "DejaVu Sans Mono", false}, {"consolas", "DejaVu Sans Mono", false},
    {"menlo", "DejaVu Sans Mono", false},       {"times", "DejaVu Serif", false},
    {"times new roman", "DejaVu Serif", false}, {"georgia", "DejaVu Serif", false},
};

const MuFamilyKind *mu_family_kind(const char *family)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcasecmp(kinds[i].name, family) == 0)
            return &kinds[i];
    }
    return NULL;
}

MuStr mu_family_next(MuStr *rest)
{
    char quote = 0;
    size_t end = 0;
    while (end < rest->size && (quote || rest->at[end] != ',')) {
        char c = rest->at[end++];
        if (quote ? c == quote : c == '"' || c == '\'')
            quote = quote ? 0 : c;
    }
    MuStr family = mu_str_trim(mu_str_slice(*rest, 0, end));
    *rest = mu_str_slice(*rest, end + 1, rest->size);
    if (family.size >= 2 && (*family.at == '"' || *family.at == '\'') && family.at[family.size - 1] == *family.at)
        family = mu_str_trim(mu_str_slice(family, 1, family.size - 1));
    return family;
}
