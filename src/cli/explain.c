/* The commands that explain: what there is and what it means. All texts come from the library's tables. */
#include "cli/options.h"

#include <unistd.h>

enum { MOST_NAMES = 512 };

static int list_kind(const char *kind)
{
    static const char *names[MOST_NAMES], *docs[MOST_NAMES];
    size_t count = muster_list(kind, names, docs, MOST_NAMES);
    for (size_t i = 0; i < count; i++)
        printf("%-10s %-20s %s\n", kind, names[i], docs[i]);
    return count ? 0 : 2;
}

static bool same_kind(const char *kind, const char *asked)
{
    size_t size = strlen(kind);
    return strncmp(kind, asked, size) == 0 && (!asked[size] || strcmp(asked + size, "s") == 0);
}

int run_list(const Arguments *arguments)
{
    static const char *const kinds[] = {"mark",   "channel", "transform", "scale type", "theme",
                                        "scheme", "preset",  "object",    "function",   "pass"};
    const char *asked = arguments->spec_count ? arguments->specs[0] : NULL;
    if (!asked)
        return list_kind("mark") | list_kind("theme") | list_kind("pass");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (same_kind(kinds[i], asked))
            return list_kind(kinds[i]);
    fprintf(stderr,
            "muster: there is no list of '%s'; there are marks, channels, transforms, 'scale types', themes, "
            "schemes, presets, objects, functions, passes\n",
            asked);
    return 2;
}

int run_help(const Arguments *arguments)
{
    if (!arguments->spec_count) {
        print_help(NULL);
        return 0;
    }
    const char *name = arguments->specs[0];
    const Command *command = find_command(name);
    char *text = muster_help(name);
    if (command)
        print_help(command);
    if (text)
        fputs(text, stdout);
    free(text);
    if (command || text)
        return 0;
    char *nearest = muster_nearest(name);
    fprintf(stderr, "muster: nothing is known under '%s'", name);
    if (nearest)
        fprintf(stderr, "; did you mean %s?", nearest);
    fprintf(stderr, "\n");
    free(nearest);
    return 2;
}

int run_themes(const Arguments *arguments)
{
    (void)arguments;
    return list_kind("theme");
}

/* The colours that stand in an entry of the manual, as blocks on a terminal that shows colours. */
static void print_swatch(const char *entry)
{
    for (const char *at = entry; (at = strchr(at, '#')); at++) {
        unsigned colour = (unsigned)strtoul(at + 1, NULL, 16);
        printf("\x1b[48;2;%u;%u;%um  ", colour >> 16 & 255, colour >> 8 & 255, colour & 255);
    }
    printf("\x1b[0m\n");
}

/* Of what the manual has under the name only the scheme: "reds" is one, "rainbow" too, "set" is a word. */
static bool print_scheme(const char *name, bool swatches)
{
    static const char begins[] = "scheme ";
    char *text = muster_help(name), *entry = text;
    while (entry && strncmp(entry, begins, sizeof begins - 1) != 0)
        entry = strchr(entry, '\n') ? strchr(entry, '\n') + 1 : NULL;
    char *first = entry ? strchr(entry, '\n') : NULL, *second = first ? strchr(first + 1, '\n') : NULL;
    if (second) {
        second[1] = '\0';
        fputs(entry + sizeof begins - 1, stdout);
        if (swatches)
            print_swatch(first);
    }
    free(text);
    return second != NULL;
}

int run_schemes(const Arguments *arguments)
{
    static const char *names[MOST_NAMES], *docs[MOST_NAMES];
    bool swatches = isatty(STDOUT_FILENO);
    if (arguments->spec_count) {
        if (print_scheme(arguments->specs[0], swatches))
            return 0;
        char *nearest = muster_nearest(arguments->specs[0]);
        fprintf(stderr, "muster: there is no colour scheme '%s'; 'muster schemes' lists them%s%s%s\n",
                arguments->specs[0], nearest ? "; did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
        free(nearest);
        return 2;
    }
    size_t count = muster_list("scheme", names, docs, MOST_NAMES);
    for (size_t i = 0; i < count; i++)
        print_scheme(names[i], swatches);
    return 0;
}

int run_reference(const Arguments *arguments)
{
    (void)arguments;
    char *text = muster_reference();
    if (text)
        fputs(text, stdout);
    free(text);
    return text ? 0 : 1;
}
