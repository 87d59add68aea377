#include "text/font_files.h"
#include "io/map.h"
#include "text/families.h"
#include "text/sfnt.h"

#include <strings.h>

/* Beyond these, fontconfig's caches are the better way. */
enum { MOST_FILES = 20000, MOST_GIVEN = 64 };

static bool add_path(void *to, const char *path)
{
    MuFontFiles *files = to;
    if (files->count == files->capacity) {
        size_t capacity = files->capacity ? files->capacity * 2 : 128;
        char **paths = capacity > 2 * (size_t)MOST_FILES ? NULL : realloc(files->paths, capacity * sizeof *paths);
        if (!paths)
            return false;
        files->paths = paths;
        files->capacity = capacity;
    }
    char *copy = strdup(path);
    if (copy)
        files->paths[files->count++] = copy;
    return copy != NULL;
}

static bool list(MuFontFiles *files)
{
    for (size_t i = 0; i < files->dir_count; i++) {
        if (!mu_walk_files(files->dirs[i], add_path, files))
            return false;
    }
    files->given = files->count;
    return files->given <= MOST_GIVEN && mu_walk_files(MU_FONT_FOLDER, add_path, files) &&
           mu_walk_files(MU_FONT_FOLDER_LOCAL, add_path, files);
}

static bool are_listed(MuFontFiles *files)
{
    if (!files->listed)
        files->failed = !list(files);
    files->listed = true;
    return !files->failed;
}

void mu_font_files_release(MuFontFiles *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->paths[i]);
    free(files->paths);
    *files = (MuFontFiles){0};
}

/* Letters and digits only, in lower case: "DejaVu Sans" and "DejaVuSans-Bold.ttf" are compared so. */
static char next_plain(const char **at)
{
    for (; **at; ++*at) {
        char c = **at;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 'a' - 'A');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            ++*at;
            return c;
        }
    }
    return 0;
}

static bool starts_with(const char *name, const char *family)
{
    for (char wanted; (wanted = next_plain(&family)) != 0;) {
        if (next_plain(&name) != wanted)
            return false;
    }
    return true;
}

static bool is_named(const char *path, const char *family)
{
    const char *slash = strrchr(path, '/');
    for (const char *name = slash ? slash + 1 : path; *name; next_plain(&name)) {
        if (starts_with(name, family))
            return true;
    }
    return false;
}

/* By the first bytes: formats that fontconfig reads and we do not. */
static bool is_other_format(MuBytes file)
{
    static const MuStr beginnings[] = {MU_STR_INIT("ttcf"),
                                       MU_STR_INIT("wOFF"),
                                       MU_STR_INIT("wOF2"),
                                       MU_STR_INIT("%!"),
                                       MU_STR_INIT("\x80\x01"),
                                       MU_STR_INIT("\x01"
                                                   "fcp"),
                                       MU_STR_INIT("true"),
                                       MU_STR_INIT("typ1"),
                                       MU_STR_INIT("STARTFONT"),
                                       MU_STR_INIT("\x1f\x8b")};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        MuBytes begin = mu_bytes_slice(file, 0, beginnings[i].size);
        if (begin.size && memcmp(begin.at, beginnings[i].at, begin.size) == 0)
            return true;
    }
    return false;
}

/* FcWeightFromOpenType of fontconfig, in tenths. */
static int fc_weight(int weight)
{
    static const int from[] = {0, 100, 200, 300, 350, 400, 500, 600, 700, 800, 900, 1000};
    static const int to[] = {0, 0, 400, 500, 550, 800, 1000, 1800, 2000, 2050, 2100, 2150};
    size_t i = 1;
    while (i + 1 < sizeof from / sizeof *from && weight > from[i])
        i++;
    return to[i - 1] + (to[i] - to[i - 1]) * (weight - from[i - 1]) / (from[i] - from[i - 1]);
}

/* fontconfig's order: how far the slant is, then the weight, then the width. */
static long distance(const MuFaceLook *look, int weight, bool italic)
{
    static const int widths[] = {50, 63, 75, 87, 100, 113, 125, 150, 200}, slants[] = {0, 100, 110};
    enum { NORMAL = 4 };
    long slant = labs((long)slants[look->slant] - (italic ? 100 : 0));
    long heavier = labs((long)fc_weight(look->weight) - fc_weight(weight));
    return (slant * 10000 + heavier) * 1000 + labs((long)widths[look->width - 1] - widths[NORMAL]);
}

typedef struct Search {
    const char *family;
    int weight;
    bool italic;
    const char *best;
    long distance;
    bool tied, uncertain;
} Search;

static void consider(Search *search, const char *path, MuBytes file)
{
    MuFaceLook look;
    if (is_other_format(file)) {
        search->uncertain = true;
        return;
    }
    if (!mu_sfnt_look(file, search->family, &look))
        return;
    search->uncertain = search->uncertain || !look.certain;
    long far = look.certain ? distance(&look, search->weight, search->italic) : 0;
    search->tied = search->best && far == search->distance ? true : search->tied;
    if (!search->best || far < search->distance) {
        search->best = path;
        search->distance = far;
        search->tied = false;
    }
}

static bool is_rejected(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && strcasecmp(slash + 1, MU_REJECTED_FONT) == 0;
}

const char *mu_font_files_find(MuFontFiles *files, const char *family, int weight, bool italic)
{
    Search search = {.family = family, .weight = weight, .italic = italic};
    if (!*family || weight < 100 || weight > 1000 || !are_listed(files))
        return NULL;
    for (size_t i = 0; i < files->count && !search.uncertain; i++) {
        const char *path = files->paths[i];
        MuMap map;
        if ((i >= files->given && !is_named(path, family)) || is_rejected(path) || !mu_map_file(path, &map))
            continue;
        consider(&search, path, (MuBytes){map.at, map.size});
        mu_unmap(&map);
    }
    return search.uncertain || search.tied ? NULL : search.best;
}
