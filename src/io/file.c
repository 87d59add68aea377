#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* From this size on a page fault costs less than copying the byte. */
enum { MAP_FROM = 4 * 1024 * 1024, READ_PIECE = 64 * 1024, NAME_TRIES = 100 };

/* What the arena must give back if a guard is left while a file is open. */
typedef struct Handle {
    int fd; /* -1: closed */
    void *map;
    size_t map_size;
} Handle;

static void release(void *object)
{
    Handle *handle = object;
    if (handle->fd > STDIN_FILENO)
        close(handle->fd);
    if (handle->map)
        munmap(handle->map, handle->map_size);
    *handle = (Handle){.fd = -1};
}

static Handle *handle_new(MuArena *arena)
{
    Handle *handle = MU_NEW(arena, Handle);
    handle->fd = -1;
    mu_arena_defer(arena, release, handle);
    return handle;
}

static void close_file(Handle *handle)
{
    if (handle->fd > STDIN_FILENO)
        close(handle->fd);
    handle->fd = -1;
}

/* Is the resolved path the resolved root itself or below it? */
static bool lies_below(const char *path, const char *root)
{
    char *real = realpath(root, NULL);
    if (!real)
        return false;
    size_t n = strlen(real);
    while (n && real[n - 1] == '/')
        n--;
    bool below = strncmp(path, real, n) == 0 && (path[n] == '/' || path[n] == '\0');
    free(real);
    return below;
}

static bool lies_below_any(const char *path, const MuFileLimits *limits)
{
    for (size_t i = 0; i < limits->root_count; i++)
        if (lies_below(path, limits->roots[i]))
            return true;
    return false;
}

/* Opens what the limits allow: where roots are set, the path with its links resolved is both what is
 * checked and what is opened. Returns -1 with errno, EACCES for a file outside of the roots. */
static int open_within(const char *path, const MuFileLimits *limits, bool *outside)
{
    if (!limits || !limits->roots)
        return open(path, O_RDONLY | O_CLOEXEC);
    char *real = realpath(path, NULL);
    if (!real)
        return -1;
    *outside = !lies_below_any(real, limits);
    int fd = *outside ? -1 : open(real, O_RDONLY | O_CLOEXEC);
    int error = errno;
    free(real);
    errno = error;
    return fd;
}

static bool map_file(Handle *handle, size_t size)
{
    void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, handle->fd, 0);
    if (map == MAP_FAILED)
        return false;
    handle->map = map;
    handle->map_size = size;
    return true;
}

/* Reads to the end, at most one byte over `most` (0: no limit). Returns errno, 0 for success. */
static int read_all(int fd, size_t expected, size_t most, MuBuf *buf)
{
    mu_buf_reserve(buf, expected + 1);
    for (;;) {
        char *at = mu_buf_reserve(buf, buf->capacity - buf->size > READ_PIECE ? READ_PIECE : 1);
        ssize_t got = read(fd, at, buf->capacity - buf->size - 1);
        if (got < 0 && errno != EINTR)
            return errno;
        if (got == 0)
            return 0;
        buf->size += got > 0 ? (size_t)got : 0;
        if (most && buf->size > most)
            return 0;
    }
}

static const MuSource *refuse(MuArena *arena, MuStr path, const char *reason, MuSpan asked_at, MuDiags *diags)
{
    mu_diag(diags, MU_DIAG_READ_FAILED, asked_at, mu_str_cstr(arena, path), reason);
    return NULL;
}

static const MuSource *too_large(MuArena *arena, MuStr path, size_t most, MuSpan asked_at, MuDiags *diags)
{
    mu_diag(diags, MU_DIAG_FILE_TOO_LARGE, asked_at, mu_str_cstr(arena, path), most);
    return NULL;
}

const MuSource *mu_file_read(MuArena *arena, MuStr path, const MuFileLimits *limits, MuSpan asked_at, MuDiags *diags)
{
    const char *name = mu_str_cstr(arena, path);
    bool standard = mu_str_is(path, "-"), outside = false;
    size_t most = limits ? limits->most_bytes : 0;
    MuSource *source = MU_NEW(arena, MuSource);
    source->name = mu_str_copy(arena, path);
    Handle *handle = handle_new(arena);

    handle->fd = standard ? STDIN_FILENO : open_within(name, limits, &outside);
    if (outside) {
        mu_diag(diags, MU_DIAG_FILE_OUTSIDE, asked_at, name);
        return NULL;
    }
    struct stat info;
    if (handle->fd < 0 || fstat(handle->fd, &info) != 0)
        return refuse(arena, path, strerror(errno), asked_at, diags);
    if (S_ISDIR(info.st_mode))
        return refuse(arena, path, "it is a folder", asked_at, diags);
    size_t size = S_ISREG(info.st_mode) && info.st_size > 0 ? (size_t)info.st_size : 0;
    if (most && size > most)
        return too_large(arena, path, most, asked_at, diags);

    if (!standard && size >= MAP_FROM && map_file(handle, size)) {
        source->text = (MuStr){handle->map, size};
        close_file(handle);
        return source;
    }
    MuBuf buf = {.arena = arena};
    int error = read_all(handle->fd, size, most, &buf);
    close_file(handle);
    if (error)
        return refuse(arena, path, strerror(error), asked_at, diags);
    if (most && buf.size > most)
        return too_large(arena, path, most, asked_at, diags);
    source->text = mu_buf_str(&buf);
    return source;
}

/* Writes everything; returns errno, 0 for success. */
static int write_all(int fd, const char *bytes, size_t size)
{
    while (size) {
        ssize_t put = write(fd, bytes, size);
        if (put < 0 && errno != EINTR)
            return errno;
        size_t n = put > 0 ? (size_t)put : 0;
        bytes += n;
        size -= n;
    }
    return 0;
}

/* Pipes, terminals and devices are written to; they cannot be replaced. */
static int write_into(const char *path, const void *bytes, size_t size)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = write_all(fd, bytes, size);
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* A new file that nobody else has; with the permissions that the umask leaves. `name` has the digits
 * of the attempt at `digits`. */
static int create_beside(char *name, char *digits)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        digits[0] = (char)('0' + i / 10);
        digits[1] = (char)('0' + i % 10);
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static int write_beside(char *name, char *digits, const char *place, const void *bytes, size_t size)
{
    int fd = create_beside(name, digits);
    if (fd < 0)
        return errno;
    int error = write_all(fd, bytes, size);
    if (close(fd) != 0 && !error)
        error = errno;
    if (!error && rename(name, place) != 0)
        error = errno;
    if (error)
        unlink(name);
    return error;
}

/* The place with links resolved, so that a link is kept and its target replaced. */
static const char *resolve(MuArena *arena, MuStr path)
{
    const char *name = mu_str_cstr(arena, path);
    char *copy = mu_arena_alloc(arena, path.size + 4096);
    char *real = realpath(name, NULL);
    bool fits = real && strlen(real) < path.size + 4096;
    if (fits)
        memcpy(copy, real, strlen(real) + 1);
    free(real);
    return fits ? copy : name;
}

bool mu_file_write(MuStr path, const void *bytes, size_t size, MuDiags *diags)
{
    /* All memory is taken before a file is opened: a jump cannot leave one behind. */
    const char *place = mu_str_is(path, "-") ? "-" : resolve(diags->arena, path);
    MuStr folder = mu_path_folder(mu_str(place));
    MuStr name = mu_str(strrchr(place, '/') ? strrchr(place, '/') + 1 : place);
    MuStr kept = mu_str_slice(name, 0, 200); /* NAME_MAX is 255 */
    MuStr beside = mu_str_printf(diags->arena, "%.*s/.%.*s.%ld-00.tmp", MU_FMT(folder), MU_FMT(kept), (long)getpid());
    char *temporary = mu_arena_alloc(diags->arena, beside.size + 1);
    memcpy(temporary, beside.at, beside.size);

    struct stat info;
    bool there = stat(place, &info) == 0;
    int error;
    if (mu_str_is(path, "-"))
        error = write_all(STDOUT_FILENO, bytes, size);
    else if (there && S_ISDIR(info.st_mode))
        error = EISDIR;
    else if (there && !S_ISREG(info.st_mode))
        error = write_into(place, bytes, size);
    else
        error = write_beside(temporary, temporary + beside.size - strlen("00.tmp"), place, bytes, size);
    if (error)
        mu_diag(diags, MU_DIAG_WRITE_FAILED, (MuSpan){0}, mu_str_cstr(diags->arena, path), strerror(error));
    return !error;
}

MuStr mu_path_join(MuArena *arena, MuStr base, MuStr path)
{
    if (mu_str_starts(path, "file://"))
        path = mu_str_slice(path, strlen("file://"), path.size);
    bool stays = mu_str_starts(path, "/") || mu_str_is(path, "-") || base.size == 0 || mu_str_is(base, ".");
    if (stays || mu_str_find(path, MU_STR("://"), 0) != SIZE_MAX)
        return path;
    return mu_str_printf(arena, "%.*s%s%.*s", MU_FMT(base), mu_str_ends(base, "/") ? "" : "/", MU_FMT(path));
}

static size_t last_slash(MuStr path)
{
    for (size_t i = path.size; i > 0; i--)
        if (path.at[i - 1] == '/')
            return i - 1;
    return SIZE_MAX;
}

MuStr mu_path_folder(MuStr path)
{
    size_t slash = last_slash(path);
    if (slash == SIZE_MAX)
        return MU_STR(".");
    return mu_str_slice(path, 0, slash ? slash : 1);
}

MuStr mu_path_stem(MuStr path)
{
    size_t slash = last_slash(path);
    MuStr name = slash == SIZE_MAX ? path : mu_str_slice(path, slash + 1, path.size);
    for (size_t i = name.size; i > 1; i--)
        if (name.at[i - 1] == '.') {
            name.size = i - 1;
            break;
        }
    if (name.size > 3 && (mu_str_ends(name, ".vl") || mu_str_ends(name, ".vg")))
        name.size -= 3;
    return name;
}

bool mu_path_is_folder(MuStr path)
{
    char name[4096];
    if (path.size >= sizeof name)
        return false;
    memcpy(name, path.at, path.size);
    name[path.size] = '\0';
    struct stat info;
    return stat(name, &info) == 0 && S_ISDIR(info.st_mode);
}

static void close_folder(void *object)
{
    DIR **dir = object;
    if (*dir)
        closedir(*dir);
    *dir = NULL;
}

static bool ends_with_any(MuStr name, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (mu_str_ends(name, endings[i]))
            return true;
    return false;
}

static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static int by_name(const void *a, const void *b)
{
    return mu_str_cmp(*(const MuStr *)a, *(const MuStr *)b);
}

size_t mu_folder_list(MuArena *arena, MuStr folder, const char *const *endings, size_t count, MuStr **paths,
                      MuDiags *diags)
{
    const char *name = mu_str_cstr(arena, folder);
    DIR **dir = MU_NEW(arena, DIR *);
    mu_arena_defer(arena, close_folder, dir);
    MU_VEC(MuStr) found = {0};
    *dir = opendir(name);
    if (!*dir)
        mu_diag(diags, MU_DIAG_READ_FAILED, (MuSpan){0}, name, strerror(errno));
    for (struct dirent *entry; *dir && (entry = readdir(*dir)) != NULL;) {
        MuStr file = mu_str(entry->d_name);
        if (!ends_with_any(file, endings, count))
            continue;
        MuStr path = mu_str_copy(arena, mu_path_join(arena, folder, file));
        if (is_file(path.at))
            MU_PUSH(arena, &found, path);
    }
    close_folder(dir);
    if (found.size)
        qsort(found.at, found.size, sizeof *found.at, by_name);
    *paths = found.at;
    return found.size;
}
