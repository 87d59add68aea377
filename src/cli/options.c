#include "cli/options.h"

#include <getopt.h>

const Command commands[] = {
    {"render", "render SPEC… [-o FILE | -d DIR] [-f png,svg,pdf]",
     "Draw figures from specs (files, folders, or - for standard input).", "odfsTcbFvqh", run_render},
    {"check", "check SPEC…", "Read specs and their data and say what is wrong, without drawing.", "TcbFvqh", run_check},
    {"dump", "dump SPEC --after PASS", "Print what a pass made of a spec.", "aTcbFh", run_dump},
    {"list", "list", "List the marks, themes and passes.", "h", run_list},
};
const size_t command_count = sizeof commands / sizeof *commands;

typedef struct Option {
    const char *name;
    char letter;
    const char *value; /* its name in help; NULL: a flag */
    const char *doc;
} Option;

static const Option table[] = {
    {"output", 'o', "FILE", "write one figure there; its ending decides the format; - is standard output"},
    {"directory", 'd', "DIR", "write figures into this folder, named after their specs"},
    {"format", 'f', "LIST", "formats, separated by commas: png, svg, pdf"},
    {"scale", 's', "N", "pixels of a PNG per pixel of the spec (2)"},
    {"theme", 'T', "NAME", "draw with this theme over the spec's own"},
    {"config", 'c', "FILE", "a config (JSON or YAML) over the theme and below the spec's own"},
    {"base", 'b', "DIR", "where relative data URLs start (the spec's folder)"},
    {"fonts", 'F', "DIR", "a further folder with fonts; may be repeated"},
    {"after", 'a', "PASS", "the pass to stop after"},
    {"verbose", 'v', NULL, "also print notes"},
    {"quiet", 'q', NULL, "print errors only"},
    {"help", 'h', NULL, "print this help"},
    {"version", 'V', NULL, "print the version"},
};
enum { OPTION_COUNT = sizeof table / sizeof *table };

static const Command *find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static void print_option(const Option *option)
{
    char left[40];
    snprintf(left, sizeof left, "-%c, --%s%s%s", option->letter, option->name, option->value ? " " : "",
             option->value ? option->value : "");
    printf("  %-24s %s\n", left, option->doc);
}

static bool takes(const Command *command, char letter)
{
    return letter == 'h' || (command ? strchr(command->options, letter) != NULL : letter == 'V');
}

void print_help(const Command *command)
{
    if (command) {
        printf("muster %s\n\n%s\n\n", command->usage, command->doc);
    } else {
        printf("muster draws figures from declarative specs and CSV data.\n\nUsage:\n");
        for (size_t i = 0; i < command_count; i++)
            printf("  muster %s\n      %s\n", commands[i].usage, commands[i].doc);
        printf("\n");
    }
    printf("Options:\n");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (takes(command, table[i].letter))
            print_option(&table[i]);
    printf("\nExit status: 0 all is well, 1 a figure failed, 2 bad usage.\n");
}

static bool usage_error(const char *format, const char *what)
{
    fprintf(stderr, "muster: ");
    fprintf(stderr, format, what);
    fprintf(stderr, "\nTry 'muster --help'.\n");
    return false;
}

static bool is_format(const char *name)
{
    return strcmp(name, "png") == 0 || strcmp(name, "svg") == 0 || strcmp(name, "pdf") == 0;
}

/* Cuts the list at its commas, in place. */
static bool read_formats(Arguments *arguments, char *list)
{
    for (char *at = list; at;) {
        char *comma = strchr(at, ',');
        if (comma)
            *comma++ = '\0';
        if (!is_format(at))
            return usage_error("'%s' is no format; there are png, svg, pdf", at);
        if (arguments->format_count < sizeof arguments->formats / sizeof *arguments->formats)
            arguments->formats[arguments->format_count++] = at;
        at = comma;
    }
    return true;
}

static bool read_scale(Arguments *arguments, const char *text)
{
    char *end;
    arguments->scale = strtod(text, &end);
    if (*end || !(arguments->scale > 0) || arguments->scale > 100)
        return usage_error("'%s' is no scale; a number above 0, at most 100, was expected", text);
    return true;
}

static bool read_option(Arguments *arguments, int letter, char *value)
{
    switch (letter) {
    case 'o':
        arguments->output = value;
        return true;
    case 'd':
        arguments->folder = value;
        return true;
    case 'f':
        return read_formats(arguments, value);
    case 's':
        return read_scale(arguments, value);
    case 'T':
        arguments->options.theme = value;
        return true;
    case 'c':
        arguments->options.config = value;
        return true;
    case 'b':
        arguments->options.base = value;
        return true;
    case 'F':
        if (arguments->font_count < sizeof arguments->fonts / sizeof *arguments->fonts)
            arguments->fonts[arguments->font_count++] = value;
        return true;
    case 'a':
        arguments->after = value;
        return true;
    case 'v':
        return arguments->verbose = true;
    case 'q':
        return arguments->quiet = true;
    case 'h':
        return arguments->help = true;
    case 'V':
        return arguments->version = true;
    default:
        return usage_error("%s", "unknown option or missing value");
    }
}

static const Option *option_of(int letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (table[i].letter == letter)
            return &table[i];
    return NULL;
}

/* The table as getopt_long wants it. */
static void getopt_tables(struct option *longs, char *shorts)
{
    size_t at = 0;
    shorts[at++] = ':';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        longs[i] =
            (struct option){table[i].name, table[i].value ? required_argument : no_argument, NULL, table[i].letter};
        shorts[at++] = table[i].letter;
        if (table[i].value)
            shorts[at++] = ':';
    }
    longs[OPTION_COUNT] = (struct option){0};
    shorts[at] = '\0';
}

bool parse_arguments(int argc, char **argv, Arguments *arguments)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    getopt_tables(longs, shorts);
    *arguments = (Arguments){0};
    int letter;
    bool named = argc > 1 && argv[1][0] != '-';
    if (named && !(arguments->command = find_command(argv[1])))
        return usage_error("there is no command '%s'", argv[1]);
    char **from = named ? argv + 1 : argv;
    int count = named ? argc - 1 : argc;
    opterr = 0;
    while ((letter = getopt_long(count, from, shorts, longs, NULL)) != -1) {
        if (letter == '?' || letter == ':')
            return usage_error(letter == '?' ? "unknown option '%s'" : "'%s' needs a value", from[optind - 1]);
        if (!takes(arguments->command, (char)letter) && letter != 'V')
            return usage_error("this command does not take --%s", option_of(letter)->name);
        if (!read_option(arguments, letter, optarg))
            return false;
    }
    arguments->specs = (const char *const *)(from + optind);
    arguments->spec_count = (size_t)(count - optind);
    if (arguments->help || arguments->version)
        return true;
    if (!arguments->command)
        return usage_error("%s", "a command was expected: render, check, dump, list");
    if (!arguments->spec_count && arguments->command->run != run_list)
        return usage_error("'%s' needs a spec", arguments->command->name);
    return true;
}
