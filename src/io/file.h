/* The only place that opens, maps, writes or renames files. */
#ifndef MU_IO_FILE_H
#define MU_IO_FILE_H

#include "base/diag.h"

typedef struct MuFileLimits {
    size_t most_bytes;        /* of one file; 0: no limit */
    const char *const *roots; /* files must lie below one of these; NULL: anywhere */
    size_t root_count;
} MuFileLimits;

/* The whole file ("-": standard input) as a source in the arena (mapped where that is cheaper; unmapped
 * when the arena is freed). NULL with a diagnostic: missing, a folder, too large, outside the roots. */
const MuSource *mu_file_read(MuArena *arena, MuStr path, const MuFileLimits *limits, MuSpan asked_at, MuDiags *diags);
/* Writes beside the place (same folder), then renames into it; "-" writes to standard output. On
 * failure nothing is left behind; false with a diagnostic. */
bool mu_file_write(MuStr path, const void *bytes, size_t size, MuDiags *diags);
/* base/relative; an absolute `path` or "-" as it is; a "file://" prefix is removed. */
MuStr mu_path_join(MuArena *arena, MuStr base, MuStr path);
MuStr mu_path_folder(MuStr path); /* "." if there is no slash */
MuStr mu_path_stem(MuStr path);   /* the name without folder and last extensions (".vl.json", ".yaml") */
bool mu_path_is_folder(MuStr path);
/* Regular files directly in the folder with one of the endings, sorted by name. */
size_t mu_folder_list(MuArena *arena, MuStr folder, const char *const *endings, size_t count, MuStr **paths,
                      MuDiags *diags);

#endif
