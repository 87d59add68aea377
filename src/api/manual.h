/* The manual, written from the tables that also read a spec: one entry for every mark, channel, transform, scale type,
 * theme, colour scheme, function, diagnostic, object and property. */
#ifndef MU_API_MANUAL_H
#define MU_API_MANUAL_H

#include "base/vec.h"
#include "spec/grammar.h"

/* Something that has a name and a line about it. `write_more` adds what else there is to say; NULL: nothing. */
typedef struct MuTopic {
    const char *kind, *name, *doc;
    void (*write_more)(MuBuf *buf, const struct MuTopic *topic);
    const void *of; /* its definition */
} MuTopic;

typedef MU_VEC(MuTopic) MuTopics;

/* Everything but properties, kind by kind in the order of the reference. */
MuTopics mu_manual_topics(MuArena *arena);
/* All there is under a name ("bar", "axis", "axis.grid", "grid"); "" if there is nothing. */
MuStr mu_manual_entry(MuArena *arena, MuStr name);
/* Names like this one, the likeliest first; returns how many (at most `most`). */
size_t mu_manual_nearest(MuArena *arena, MuStr name, MuStr *nearest, size_t most);
/* "a number or a word; one of: a, b; default 5". */
void mu_manual_values(MuBuf *buf, const MuProp *prop);
/* The whole reference as Markdown. */
MuStr mu_manual_reference(MuArena *arena);

#endif
