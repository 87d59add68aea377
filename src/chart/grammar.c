#include "chart/grammar.h"

#include "mark/mark.h"
#include "spec/composite.h"
#include "transform/transform.h"

static const char *const later[] = {"view.unit.projection", NULL};

static const char **list_new(MuArena *arena, size_t size)
{
    return MU_NEW_ARRAY(arena, const char *, size + 1);
}

static size_t list_size(const char *const *list)
{
    size_t size = 0;
    while (list[size])
        size++;
    return size;
}

static void list_append(const char **names, size_t size, const char *const *more)
{
    memcpy(names + size, more, list_size(more) * sizeof *names);
}

static const char **mark_names(MuArena *arena)
{
    const char **names = list_new(arena, mu_mark_count + list_size(mu_composite_marks));
    for (size_t i = 0; i < mu_mark_count; i++)
        names[i] = mu_marks[i]->name;
    list_append(names, mu_mark_count, mu_composite_marks);
    return names;
}

static const char **transform_keys(MuArena *arena)
{
    const char **names = list_new(arena, mu_transform_count);
    for (size_t i = 0; i < mu_transform_count; i++)
        names[i] = mu_transforms[i]->key;
    return names;
}

static const char **channel_names(MuArena *arena)
{
    const char **names = list_new(arena, MU_CHANNEL_COUNT + list_size(mu_error_channels));
    for (int c = 0; c < MU_CHANNEL_COUNT; c++)
        names[c] = mu_channel_name((MuChannel)c);
    list_append(names, MU_CHANNEL_COUNT, mu_error_channels);
    return names;
}

const MuGrammar *mu_chart_grammar(MuArena *arena)
{
    MuGrammar *grammar = MU_NEW(arena, MuGrammar);
    *grammar = (MuGrammar){.marks = mark_names(arena),
                           .transforms = transform_keys(arena),
                           .channels = channel_names(arena),
                           .later = later};
    return grammar;
}
