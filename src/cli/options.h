/* The program's commands and options: two tables, from which parsing and --help come. */
#ifndef MU_CLI_OPTIONS_H
#define MU_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "muster.h"

typedef struct Command Command;

typedef struct Arguments {
    const Command *command;
    const char *output, *folder, *after;
    const char *formats[8];
    size_t format_count;
    const char *fonts[16];
    size_t font_count;
    double scale, dpi; /* 0: not said */
    muster_options options;
    muster_output drawing;
    const char *const *specs; /* or names, of commands that take some */
    size_t spec_count;
    bool verbose, quiet, help, version;
} Arguments;

/* What stands behind a command: how many words at least and at most. */
struct Command {
    const char *name, *usage, *doc;
    const char *needs; /* what is missing when nothing is given; NULL: nothing need be given */
    size_t most;
    int (*run)(const Arguments *arguments);
};

extern const Command commands[];
extern const size_t command_count;

/* False after printing what is wrong to standard error. */
bool parse_arguments(int argc, char **argv, Arguments *arguments);
void print_help(const Command *command); /* NULL: the program */
const Command *find_command(const char *name);

int run_render(const Arguments *arguments);
int run_check(const Arguments *arguments);
int run_dump(const Arguments *arguments);
/* explain.c */
int run_list(const Arguments *arguments);
int run_help(const Arguments *arguments);
int run_themes(const Arguments *arguments);
int run_schemes(const Arguments *arguments);
int run_reference(const Arguments *arguments);

#endif
