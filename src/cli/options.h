/* The program's commands and options: one table, from which parsing and --help come. */
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
    double scale;
    muster_options options;
    const char *const *specs;
    size_t spec_count;
    bool verbose, quiet, help, version;
} Arguments;

struct Command {
    const char *name, *usage, *doc;
    const char *options; /* letters of the options it takes */
    int (*run)(const Arguments *arguments);
};

extern const Command commands[];
extern const size_t command_count;

/* False after printing what is wrong to standard error. */
bool parse_arguments(int argc, char **argv, Arguments *arguments);
void print_help(const Command *command); /* NULL: the program */

int run_render(const Arguments *arguments);
int run_check(const Arguments *arguments);
int run_dump(const Arguments *arguments);
int run_list(const Arguments *arguments);

#endif
