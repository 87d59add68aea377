/* The names that a program may offer, and the manual, from the tables. */
#include "muster.h"

#include "api/manual.h"
#include "chart/render.h"

static size_t list_passes(const char **names, const char **docs, size_t most)
{
    size_t count = 0;
    for (; count < mu_pass_count && count < most; count++) {
        names[count] = mu_passes[count].name;
        docs[count] = mu_passes[count].doc;
    }
    return count;
}

/* The topics live in tables; only the texts of diagnostics are made, and they are not listed. */
size_t muster_list(const char *kind, const char **names, const char **docs, size_t most)
{
    if (strcmp(kind, "pass") == 0)
        return list_passes(names, docs, most);
    MuArena *arena = mu_arena_new(0);
    if (!arena)
        return 0;
    size_t count = 0;
    MuTopics topics = mu_manual_topics(arena);
    for (size_t i = 0; i < topics.size && count < most; i++)
        if (strcmp(kind, topics.at[i].kind) == 0 && strcmp(kind, "diagnostic") != 0) {
            names[count] = topics.at[i].name;
            docs[count++] = topics.at[i].doc;
        }
    mu_arena_free(arena);
    return count;
}

/* A copy that outlives the arena; NULL for the empty text. */
static char *own(MuStr text)
{
    char *copy = text.size ? malloc(text.size + 1) : NULL;
    if (copy) {
        memcpy(copy, text.at, text.size);
        copy[text.size] = '\0';
    }
    return copy;
}

static MuStr nearest_names(MuArena *arena, MuStr name)
{
    MuStr nearest[3];
    MuBuf buf = {.arena = arena};
    size_t count = mu_manual_nearest(arena, name, nearest, 3);
    for (size_t i = 0; i < count; i++)
        mu_buf_printf(&buf, "%s'%.*s'", i ? ", " : "", MU_FMT(nearest[i]));
    return mu_buf_str(&buf);
}

static MuStr reference(MuArena *arena, MuStr name)
{
    (void)name;
    return mu_manual_reference(arena);
}

/* Writes a text in an arena of its own. */
static char *written(MuStr (*write)(MuArena *, MuStr), const char *name)
{
    MuArena *arena = mu_arena_new(0);
    MuGuard guard;
    char *volatile text = NULL;
    if (!arena)
        return NULL;
    if (MU_GUARD(arena, &guard) == 0)
        text = own(write(arena, mu_str(name)));
    mu_guard_leave(&guard);
    mu_arena_free(arena);
    return text;
}

char *muster_help(const char *name)
{
    return written(mu_manual_entry, name);
}

char *muster_nearest(const char *name)
{
    return written(nearest_names, name);
}

char *muster_reference(void)
{
    return written(reference, "");
}

int muster_valid(const char *kind, const char *text)
{
    MuLength width, height;
    MuColor color;
    if (strcmp(kind, "size") == 0)
        return mu_size_parse(mu_str(text), &width, &height);
    return strcmp(kind, "color") == 0 && mu_color_parse(mu_str(text), &color);
}
