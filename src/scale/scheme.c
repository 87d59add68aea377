#include "scale/scheme.h"
#include "scale/family.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_name(MuStr a, MuStr b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (lower(a.at[i]) != lower(b.at[i]))
            return false;
    return true;
}

/* Splits "blues-7" into its name and 7; leaves anything else whole. */
static MuStr without_count(MuStr name, size_t *count)
{
    size_t start = name.size, number = 0;
    while (start > 0 && name.at[start - 1] >= '0' && name.at[start - 1] <= '9')
        start--;
    if (start == name.size || name.size - start > 3 || start < 2 || name.at[start - 1] != '-')
        return name;
    for (size_t i = start; i < name.size; i++)
        number = number * 10 + (size_t)(name.at[i] - '0');
    *count = number;
    return mu_str_slice(name, 0, start - 1);
}

const MuScheme *mu_scheme_find(MuStr name, size_t *count)
{
    *count = 0;
    MuStr bare = without_count(name, count);
    for (size_t i = 0; i < mu_scheme_count(); i++)
        if (same_name(bare, mu_str(mu_scheme_at(i)->name)))
            return mu_scheme_at(i);
    return NULL;
}

static double hex_pair(const char *hex)
{
    char pair[3] = {hex[0], hex[1], 0};
    return (double)strtol(pair, NULL, 16) / 255;
}

size_t mu_scheme_stops(MuArena *arena, const MuScheme *scheme, MuColor **colors)
{
    size_t size = strlen(scheme->hex) / 6;
    *colors = MU_NEW_ARRAY(arena, MuColor, size);
    for (size_t i = 0; i < size; i++) {
        const char *hex = scheme->hex + i * 6;
        (*colors)[i] = (MuColor){hex_pair(hex), hex_pair(hex + 2), hex_pair(hex + 4), 1};
    }
    return size;
}

bool mu_scheme_is_categorical(MuStr name)
{
    size_t count;
    const MuScheme *scheme = mu_scheme_find(name, &count);
    return scheme && scheme->kind == MU_SCHEME_CATEGORICAL;
}

/* A ramp that stands for the part [from, to] of the stops. */
static MuColor *part_of_ramp(MuArena *arena, const MuColor *stops, size_t size, double from, double to,
                             size_t *part_size)
{
    enum { FINE = 64 };
    MuColor *part = MU_NEW_ARRAY(arena, MuColor, FINE);
    for (size_t i = 0; i < FINE; i++)
        part[i] = mu_ramp_color(stops, size, MU_STR(""), 1, from + (to - from) * (double)i / (FINE - 1));
    *part_size = FINE;
    return part;
}

bool mu_scheme_colors(MuArena *arena, MuStr name, size_t count, double from, double to, MuColor **colors, size_t *size)
{
    size_t suffix;
    const MuScheme *scheme = mu_scheme_find(name, &suffix);
    if (!scheme)
        return false;
    *size = mu_scheme_stops(arena, scheme, colors);
    if (scheme->kind == MU_SCHEME_CATEGORICAL) {
        *size = suffix && suffix < *size ? suffix : *size;
        return true;
    }
    size_t wanted = suffix ? suffix : count;
    if (!wanted) {
        if (from != 0 || to != 1)
            *colors = part_of_ramp(arena, *colors, *size, from, to, size);
        return true;
    }
    *colors = mu_ramp_samples(arena, *colors, *size, MU_STR(""), 1, from, to, wanted);
    *size = wanted;
    return true;
}

/* How many colours Vega's configureScheme asks for. */
static size_t colors_wanted(const MuScale *scale, double count)
{
    size_t domain = scale->def->discrete && scale->value_count ? scale->value_count
                    : scale->domain_size                       ? scale->domain_size
                                                               : scale->bin_count;
    size_t given = count >= 1 ? (size_t)fmin(count, 10000) : 0;
    switch (scale->type) {
    case MU_SCALE_THRESHOLD:
        return domain + 1;
    case MU_SCALE_BIN_ORDINAL:
        return domain ? domain - 1 : 0;
    case MU_SCALE_QUANTILE:
    case MU_SCALE_QUANTIZE:
        return given ? given : 5;
    default:
        return given ? given : domain ? domain : 5;
    }
}

bool mu_scale_scheme(MuScale *scale, MuStr name, double count, double from, double to)
{
    size_t suffix;
    const MuScheme *scheme = mu_scheme_find(name, &suffix);
    if (!scheme)
        return false;
    scale->range_kind = MU_RANGE_COLORS;
    /* Listed colours are mixed like any others. */
    scale->from_scheme = scheme->kind != MU_SCHEME_CATEGORICAL || !scale->def->continuous;
    if (scale->def->continuous) {
        scale->range_size = mu_scheme_stops(scale->arena, scheme, &scale->colors);
        scale->ramp_from = from;
        scale->ramp_to = to;
        return true;
    }
    size_t wanted = colors_wanted(scale, count);
    mu_scheme_colors(scale->arena, name, wanted, from, to, &scale->colors, &scale->range_size);
    if (scheme->kind == MU_SCHEME_CATEGORICAL && scale->type != MU_SCALE_ORDINAL && wanted < scale->range_size)
        scale->range_size = wanted;
    return true;
}
