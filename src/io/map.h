/* Files mapped for reading, and the files below a folder; for what is read in place and without words about it
 * (fonts). Text and data go through io/file.h, which has limits and diagnostics. */
#ifndef MU_IO_MAP_H
#define MU_IO_MAP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct MuMap {
    const unsigned char *at;
    size_t size;
} MuMap;
/* False: there is no such file, it is no regular one, or it is empty. */
bool mu_map_file(const char *path, MuMap *map);
void mu_unmap(MuMap *map);

/* Calls `visit` with the path of every file below the folder, hidden ones apart, links followed; in no order.
 * False as soon as `visit` says so, memory is short or folders nest deeper than any sensible tree. A folder that is not
 * there has no files. */
typedef bool (*MuVisitFile)(void *to, const char *path);
bool mu_walk_files(const char *folder, MuVisitFile visit, void *to);

#endif
