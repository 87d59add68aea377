/* The tables of functions behind text/libcairo.h and text/libpango.h. A library is opened once and never
 * closed: GLib's types and Pango's threads live as long as the process. */
#include "text/libpango.h"

#include <dlfcn.h>
#include <pthread.h>

MuCairoCalls mu_cairo;
MuPangoCalls mu_pango;

typedef void (*Call)(void);

typedef struct Library {
    pthread_once_t once;
    const char *soname;
    char reason[256]; /* why it could not be opened */
    bool opened;
} Library;

#define NAME(name) #name,
static const char *const cairo_names[] = {MU_CAIRO_CALLS(NAME)};
static const char *const pango_names[] = {MU_PANGO_CALLS(NAME)};
#undef NAME
_Static_assert(sizeof mu_cairo == sizeof cairo_names / sizeof *cairo_names * sizeof(Call), "only functions");
_Static_assert(sizeof mu_pango == sizeof pango_names / sizeof *pango_names * sizeof(Call), "only functions");

static void note_reason(Library *library)
{
    const char *reason = dlerror();
    snprintf(library->reason, sizeof library->reason, "%s", reason ? reason : "no reason is known");
}

/* Functions of the library and of those that it brings. */
static bool find_calls(Library *library, void *handle, const char *const *names, size_t count, void *calls)
{
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(handle, names[i]);
        if (!found)
            return false;
        memcpy((char *)calls + i * sizeof(Call), &found, sizeof found);
    }
    library->opened = true;
    return true;
}

static void open_library(Library *library, const char *const *names, size_t count, void *calls)
{
    void *handle = dlopen(library->soname, RTLD_LAZY);
    if (!handle || !find_calls(library, handle, names, count, calls))
        note_reason(library);
}

static Library cairo = {.once = PTHREAD_ONCE_INIT, .soname = "libcairo.so.2"};
static Library pango = {.once = PTHREAD_ONCE_INIT, .soname = "libpangocairo-1.0.so.0"};

static void open_cairo(void)
{
    open_library(&cairo, cairo_names, sizeof cairo_names / sizeof *cairo_names, &mu_cairo);
}

static void open_pango(void)
{
    open_library(&pango, pango_names, sizeof pango_names / sizeof *pango_names, &mu_pango);
}

static bool is_open(Library *library, void (*open)(void), MuDiags *diags, const char *package)
{
    pthread_once(&library->once, open);
    if (!library->opened && diags) {
        MuDiag *diag = mu_diag(diags, MU_DIAG_LIBRARY_MISSING, (MuSpan){0}, library->soname, library->reason);
        mu_diag_hint(diags, diag, "install %s", package);
    }
    return library->opened;
}

bool mu_cairo_open(MuDiags *diags)
{
    return is_open(&cairo, open_cairo, diags, "Cairo (Debian and Ubuntu: libcairo2)");
}

bool mu_pango_open(MuDiags *diags)
{
    return is_open(&pango, open_pango, diags, "Pango (Debian and Ubuntu: libpangocairo-1.0-0)") && mu_cairo_open(diags);
}
