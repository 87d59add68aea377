/* The names that a program may offer, from the tables. */
#include "muster.h"

#include "chart/render.h"
#include "spec/theme.h"

size_t muster_list(const char *kind, const char **names, const char **docs, size_t most)
{
    size_t count = 0;
    if (strcmp(kind, "mark") == 0)
        for (; count < mu_mark_count && count < most; count++) {
            names[count] = mu_marks[count]->name;
            docs[count] = mu_marks[count]->doc;
        }
    else if (strcmp(kind, "theme") == 0)
        for (; count < mu_theme_count && count < most; count++) {
            names[count] = mu_themes[count]->name;
            docs[count] = mu_themes[count]->doc;
        }
    else if (strcmp(kind, "pass") == 0)
        for (; count < mu_pass_count && count < most; count++) {
            names[count] = mu_passes[count].name;
            docs[count] = mu_passes[count].doc;
        }
    return count;
}

int muster_valid(const char *kind, const char *text)
{
    MuLength width, height;
    MuColor color;
    if (strcmp(kind, "size") == 0)
        return mu_size_parse(mu_str(text), &width, &height);
    return strcmp(kind, "color") == 0 && mu_color_parse(mu_str(text), &color);
}
