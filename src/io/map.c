#include "io/map.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool mu_map_file(const char *path, MuMap *map)
{
    *map = (MuMap){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    struct stat about;
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0) {
        void *at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (at != MAP_FAILED)
            *map = (MuMap){at, (size_t)about.st_size};
    }
    close(fd);
    return map->at != NULL;
}

void mu_unmap(MuMap *map)
{
    if (map->at)
        munmap((void *)(uintptr_t)map->at, map->size);
    *map = (MuMap){0};
}

enum { MOST_FOLDERS_DEEP = 12 };

typedef enum Kind { NOTHING, A_FILE, A_FOLDER } Kind;

static Kind kind_of(const char *path, const struct dirent *entry)
{
    if (entry->d_type == DT_REG)
        return A_FILE;
    if (entry->d_type == DT_DIR)
        return A_FOLDER;
    struct stat about;
    if ((entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN) || stat(path, &about) != 0)
        return NOTHING;
    return S_ISREG(about.st_mode) ? A_FILE : S_ISDIR(about.st_mode) ? A_FOLDER : NOTHING;
}

static bool walk(const char *folder, MuVisitFile visit, void *to, int depth);

static bool visit_entry(const char *folder, const struct dirent *entry, MuVisitFile visit, void *to, int depth)
{
    size_t size = strlen(folder) + strlen(entry->d_name) + 2;
    char *path = malloc(size);
    if (!path)
        return false;
    snprintf(path, size, "%s/%s", folder, entry->d_name);
    Kind kind = kind_of(path, entry);
    bool goes_on = kind == A_FILE ? visit(to, path) : kind == A_FOLDER ? walk(path, visit, to, depth + 1) : true;
    free(path);
    return goes_on;
}

static bool walk(const char *folder, MuVisitFile visit, void *to, int depth)
{
    if (depth > MOST_FOLDERS_DEEP)
        return false;
    DIR *dir = opendir(folder);
    if (!dir)
        return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    bool goes_on = true;
    const struct dirent *entry;
    while (goes_on && (entry = readdir(dir))) {
        if (entry->d_name[0] != '.')
            goes_on = visit_entry(folder, entry, visit, to, depth);
    }
    closedir(dir);
    return goes_on;
}

bool mu_walk_files(const char *folder, MuVisitFile visit, void *to)
{
    return walk(folder, visit, to, 0);
}
