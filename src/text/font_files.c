#include "text/font_files.h"
#include "io/map.h"
#include "text/families.h"

#include <limits.h>
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
    while (files->families) {
        MuFontFamily *family = files->families;
        files->families = family->next;
        free(family->name);
        free(family);
    }
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

static bool is_rejected(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && strcasecmp(slash + 1, MU_REJECTED_FONT) == 0;
}

/* Adds what a file tells of itself, if it is one of the family. */
static void look_into(MuFontFamily *family, const char *path)
{
    MuMap map;
    MuFaceLook look;
    if (is_rejected(path) || !mu_map_file(path, &map))
        return;
    MuBytes file = {map.at, map.size};
    if (is_other_format(file)) {
        family->uncertain = true;
    } else if (mu_sfnt_look(file, family->name, &look)) {
        if (!look.certain || family->count == MU_MOST_FACES)
            family->uncertain = true;
        else
            family->faces[family->count++] = (MuFontFace){path, look};
    }
    mu_unmap(&map);
}

/* NULL when memory is short. */
static MuFontFamily *new_family(MuFontFiles *files, const char *name)
{
    MuFontFamily *family = calloc(1, sizeof *family);
    char *copy = strdup(name);
    if (!family || !copy) {
        free(family);
        free(copy);
        return NULL;
    }
    family->name = copy;
    family->next = files->families;
    files->families = family;
    for (size_t i = 0; i < files->count && !family->uncertain; i++) {
        if (i < files->given || is_named(files->paths[i], name))
            look_into(family, files->paths[i]);
    }
    return family;
}

static const MuFontFamily *family_of(MuFontFiles *files, const char *name)
{
    for (const MuFontFamily *family = files->families; family; family = family->next) {
        if (strcmp(family->name, name) == 0)
            return family;
    }
    return new_family(files, name);
}

const char *mu_font_files_find(MuFontFiles *files, const char *name, int weight, bool italic)
{
    if (!*name || weight < 100 || weight > 1000 || !are_listed(files))
        return NULL;
    const MuFontFamily *family = family_of(files, name);
    const char *best = NULL;
    long least = LONG_MAX;
    bool tied = false;
    for (size_t i = 0; family && !family->uncertain && i < family->count; i++) {
        long far = distance(&family->faces[i].look, weight, italic);
        tied = far == least || (tied && far > least);
        if (far < least) {
            least = far;
            best = family->faces[i].path;
        }
    }
    return tied ? NULL : best;
}
