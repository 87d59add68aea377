#include "mark/mark.h"

const MuMarkDef *mu_mark_find(MuStr name)
{
    for (size_t i = 0; i < mu_mark_count; i++)
        if (mu_str_is(name, mu_marks[i]->name))
            return mu_marks[i];
    return NULL;
}
