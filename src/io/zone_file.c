#include "io/zone_file.h"

#include "base/vec.h"
#include "io/file.h"

/* Where systems keep them. TZ and TZDIR are not asked: a figure is the same on every machine. */
static const char *const FOLDERS[] = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
                                      "/etc/zoneinfo", NULL};

static bool is_utc(MuStr name)
{
    static const char *const names[] = {"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Z", "utc"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(name, names[i]))
            return true;
    return false;
}

/* Not a way out of the folder, and not the file that stands for the machine's own zone. */
static bool is_plain(MuStr name)
{
    for (size_t i = 0; i < name.size; i++) {
        char c = name.at[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'), digit = c >= '0' && c <= '9';
        if (!letter && !(i && (digit || c == '/' || c == '_' || c == '+' || c == '-')))
            return false;
    }
    return name.size && !mu_str_is(name, "localtime");
}

static const MuSource *read_quietly(MuArena *arena, const char *folder, MuStr name)
{
    static const MuFileLimits limits = {.most_bytes = 1 << 20};
    MuDiags unheard = {.arena = arena};
    MuStr path = mu_path_join(arena, mu_str(folder), name);
    return mu_file_read(arena, path, &limits, (MuSpan){0}, &unheard);
}

/* The names in zone.tab: the third column, comments aside. */
static size_t list_names(MuArena *arena, const char *const *folders, MuStr **names)
{
    MU_VEC(MuStr) list = {0};
    const MuSource *table = NULL;
    for (; *folders && !table; folders++)
        table = read_quietly(arena, *folders, MU_STR("zone.tab"));
    MuStr text = table ? table->text : MU_STR("");
    for (size_t at = 0, end; at < text.size; at = end + 1) {
        end = mu_str_find(text, MU_STR("\n"), at);
        end = end == SIZE_MAX ? text.size : end;
        MuStr line = mu_str_slice(text, at, end);
        size_t first = mu_str_find(line, MU_STR("\t"), 0);
        size_t second = first == SIZE_MAX ? SIZE_MAX : mu_str_find(line, MU_STR("\t"), first + 1);
        if (mu_str_starts(line, "#") || second == SIZE_MAX)
            continue;
        size_t third = mu_str_find(line, MU_STR("\t"), second + 1);
        MU_PUSH(arena, &list, mu_str_slice(line, second + 1, third == SIZE_MAX ? line.size : third));
    }
    *names = list.at;
    return list.size;
}

/* The city: what stands behind the last slash. */
static MuStr city_of(MuStr name)
{
    size_t at = name.size;
    while (at && name.at[at - 1] != '/')
        at--;
    return mu_str_slice(name, at, name.size);
}

/* The zone that is most like what was asked for, as a whole or by its city. */
static MuStr nearest_zone(MuArena *arena, const char *const *folders, MuStr name)
{
    MuStr *names;
    size_t count = list_names(arena, folders, &names);
    MuStr whole = mu_nearest(name, names, count);
    if (whole.size)
        return whole;
    MuStr *cities = MU_NEW_ARRAY(arena, MuStr, count + 1);
    for (size_t i = 0; i < count; i++)
        cities[i] = city_of(names[i]);
    MuStr city = mu_nearest(city_of(name), cities, count);
    for (size_t i = 0; i < count; i++)
        if (city.size && city.at == cities[i].at)
            return names[i];
    return MU_STR("");
}

static bool refuse(MuArena *arena, const char *const *folders, MuStr name, MuSpan asked_at, MuDiags *diags)
{
    bool any = false;
    for (const char *const *f = folders; *f; f++)
        any = any || read_quietly(arena, *f, MU_STR("Etc/UTC")) || read_quietly(arena, *f, MU_STR("zone.tab"));
    if (!any) {
        MuDiag *diag = mu_diag(diags, MU_DIAG_NO_ZONES, asked_at, folders[0]);
        mu_diag_hint(diags, diag, "install the system's zone files (tzdata), or use UTC, which needs none");
        return false;
    }
    MuDiag *diag = mu_diag(diags, MU_DIAG_UNKNOWN_ZONE, asked_at, MU_FMT(name));
    MuStr nearest = nearest_zone(arena, folders, name);
    if (nearest.size)
        mu_diag_hint(diags, diag, "did you mean '%.*s'?", MU_FMT(nearest));
    else
        mu_diag_hint(diags, diag, "zones are named by continent and city, as in Europe/Kyiv or Asia/Seoul; or UTC");
    return false;
}

bool mu_zone_find_in(MuArena *arena, const char *const *folders, MuStr name, MuSpan asked_at, MuDiags *diags,
                     const MuZone **zone)
{
    *zone = NULL;
    if (is_utc(name))
        return true;
    MuZone *found = MU_NEW(arena, MuZone);
    for (const char *const *f = folders; *f && is_plain(name); f++) {
        const MuSource *file = read_quietly(arena, *f, name);
        if (file && mu_zone_parse(arena, file->text, found)) {
            *zone = found;
            return true;
        }
    }
    return refuse(arena, folders, name, asked_at, diags);
}

bool mu_zone_find(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags, const MuZone **zone)
{
    return mu_zone_find_in(arena, FOLDERS, name, asked_at, diags, zone);
}
