#include "cli/options.h"

#include <getopt.h>

enum { ANY_NUMBER = 1000000 };

const Command commands[] = {
    {"render", "render SPEC… [-o FILE | -d DIR] [-f png,svg,pdf]",
     "Draw figures from specs (files, folders, or - for standard input).", "a spec", ANY_NUMBER, run_render},
    {"check", "check SPEC…", "Read specs and their data and say what is wrong, without drawing.", "a spec", ANY_NUMBER,
     run_check},
    {"dump", "dump SPEC --after PASS", "Print what a pass made of a spec.", "a spec", 1, run_dump},
    {"list", "list [KIND]", "List marks, channels, transforms, scale types, themes, presets, functions or passes.",
     NULL, 1, run_list},
    {"help", "help NAME", "Say what a mark, channel, property, transform, function, diagnostic… is.", NULL, 1,
     run_help},
    {"themes", "themes", "List the themes.", NULL, 0, run_themes},
    {"schemes", "schemes [NAME]", "List the colour schemes with their colours.", NULL, 1, run_schemes},
    {"reference", "reference", "Print the reference of everything a spec may say, as Markdown.", NULL, 0,
     run_reference},
};
const size_t command_count = sizeof commands / sizeof *commands;

static bool usage_error(const char *format, const char *what)
{
    fprintf(stderr, "muster: ");
    fprintf(stderr, format, what);
    fprintf(stderr, "\nTry 'muster --help'.\n");
    return false;
}

/* --- what the options do --- */

static bool read_output(Arguments *arguments, char *value)
{
    arguments->output = value;
    return true;
}
static bool read_folder(Arguments *arguments, char *value)
{
    arguments->folder = value;
    return true;
}
static bool read_base(Arguments *arguments, char *value)
{
    arguments->options.base = value;
    return true;
}
static bool read_after(Arguments *arguments, char *value)
{
    arguments->after = value;
    return true;
}
static bool read_verbose(Arguments *arguments, char *value)
{
    (void)value;
    return arguments->verbose = true;
}
static bool read_quiet(Arguments *arguments, char *value)
{
    (void)value;
    return arguments->quiet = true;
}
static bool read_strict(Arguments *arguments, char *value)
{
    (void)value;
    arguments->options.strict = 1;
    return true;
}
static bool read_text_as_paths(Arguments *arguments, char *value)
{
    (void)value;
    arguments->drawing.text_as_paths = 1;
    return true;
}
static bool read_help(Arguments *arguments, char *value)
{
    (void)value;
    return arguments->help = true;
}
static bool read_version(Arguments *arguments, char *value)
{
    (void)value;
    return arguments->version = true;
}

static bool read_fonts(Arguments *arguments, char *value)
{
    enum { MOST = sizeof arguments->fonts / sizeof *arguments->fonts };
    if (arguments->font_count == MOST)
        return usage_error("'%s' is one folder of fonts too many", value);
    arguments->fonts[arguments->font_count++] = value;
    return true;
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

/* A plain decimal number above 0 and at most `most`. */
static bool read_number(const char *text, double most, double *number)
{
    char *end;
    *number = strtod(text, &end);
    return end != text && !*end && *number > 0 && *number <= most;
}

static bool read_scale(Arguments *arguments, char *value)
{
    return read_number(value, 100, &arguments->scale) ||
           usage_error("'%s' is no scale; a number above 0, at most 100, was expected", value);
}

static bool read_dpi(Arguments *arguments, char *value)
{
    return read_number(value, 9600, &arguments->dpi) ||
           usage_error("'%s' is no resolution; a number of dots per inch, at most 9600, was expected", value);
}

static bool read_effort(Arguments *arguments, char *value)
{
    if (strlen(value) != 1 || *value < '1' || *value > '9')
        return usage_error("'%s' is no effort; it goes from 1 (fast) to 9 (small)", value);
    arguments->drawing.png_effort = *value - '0';
    return true;
}

/* Ids that begin with it must be names of XML. */
static bool read_id_prefix(Arguments *arguments, char *value)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    static const char later[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789-";
    arguments->drawing.id_prefix = value;
    return (strspn(value, first) && !value[strspn(value, later)]) ||
           usage_error("'%s' cannot begin an id; letters, digits, - and _ were expected, a letter first", value);
}

static bool read_preset(Arguments *arguments, char *value)
{
    arguments->options.preset = value;
    return true;
}

static bool read_theme(Arguments *arguments, char *value)
{
    arguments->options.theme = value;
    return true;
}

static bool read_config(Arguments *arguments, char *value)
{
    arguments->options.config = value;
    return true;
}

static bool read_compat(Arguments *arguments, char *value)
{
    arguments->options.compat = value;
    return strcmp(value, "vega") == 0 || usage_error("'%s' cannot be read like; there is vega", value);
}

static bool read_size(Arguments *arguments, char *value)
{
    arguments->options.size = value;
    return muster_valid("size", value) ||
           usage_error("'%s' is no size; as in 640x400 or 16cmx9cm, with px, mm, cm, in or pt", value);
}

static bool read_background(Arguments *arguments, char *value)
{
    arguments->options.background = value;
    return muster_valid("color", value) ||
           usage_error("'%s' is no colour; as in white, '#f5f5f5', 'rgb(245,245,245)' or transparent", value);
}

static bool read_timezone(Arguments *arguments, char *value)
{
    arguments->options.timezone = value;
    return true;
}

/* --- the table --- */

/* Which commands take an option; the order is that of the commands. */
enum { RENDER = 1, CHECK = 2, DUMP = 4, OTHERS = 8, NO_COMMAND = 16, READING = RENDER | CHECK | DUMP, ALL = 31 };

typedef struct Option {
    const char *name;
    const char *value; /* its name in help; NULL: a flag */
    const char *doc;
    bool (*read)(Arguments *arguments, char *value);
    unsigned commands;
    char letter; /* '\0': none */
} Option;

static const Option table[] = {
    {"output", "FILE", "write one figure there; its ending decides the format; - is standard output", read_output,
     RENDER, 'o'},
    {"directory", "DIR", "write figures into this folder, named after their specs", read_folder, RENDER, 'd'},
    {"format", "LIST", "formats, separated by commas: png, svg, pdf", read_formats, RENDER, 'f'},
    {"size", "WxH", "size of the whole figure: 640x400, 16cmx9cm (px, mm, cm, in, pt)", read_size, READING, 'S'},
    {"scale", "N", "pixels of a PNG per pixel of the spec (2)", read_scale, RENDER, 's'},
    {"dpi", "N", "the same as dots per inch: --scale N/96", read_dpi, RENDER, 'r'},
    {"background", "COLOR", "colour behind everything, or transparent", read_background, RENDER | DUMP, 'B'},
    {"theme", "NAME", "draw with this theme over the spec's own", read_theme, READING, 'T'},
    {"preset", "NAME", "a size of the whole figure for a page, a slide or a feed, over the spec's own", read_preset,
     READING, 'P'},
    {"config", "FILE", "a config (JSON or YAML) over the theme and below the spec's own", read_config, READING, 'c'},
    {"compat", "NAME", "vega: read data as Vega does, where that differs", read_compat, READING, 'C'},
    {"timezone", "ZONE", "the zone of local times, as in Europe/Kyiv (UTC)", read_timezone, READING, 'z'},
    {"base", "DIR", "where relative data URLs start (the spec's folder)", read_base, READING, 'b'},
    {"fonts", "DIR", "a further folder with fonts; may be repeated", read_fonts, READING, 'F'},
    {"text-as-paths", NULL, "letters as outlines in SVG and PDF, for machines without the fonts", read_text_as_paths,
     RENDER, '\0'},
    {"id-prefix", "TEXT", "begins every id of an SVG, for several figures on a page", read_id_prefix, RENDER, '\0'},
    {"png-effort", "N", "smaller PNG files for more time, 1 to 9", read_effort, RENDER, '\0'},
    {"after", "PASS", "the pass to stop after", read_after, DUMP, 'a'},
    {"strict", NULL, "a warning fails the figure", read_strict, RENDER | CHECK, '\0'},
    {"verbose", NULL, "also print notes", read_verbose, RENDER | CHECK, 'v'},
    {"quiet", NULL, "print errors only", read_quiet, RENDER | CHECK, 'q'},
    {"help", NULL, "print this help", read_help, ALL, 'h'},
    {"version", NULL, "print the version", read_version, NO_COMMAND, 'V'},
};
enum { OPTION_COUNT = sizeof table / sizeof *table, FIRST_VALUE = 256 };

static bool takes(const Command *command, const Option *option)
{
    unsigned bit = command ? 1u << (command - commands) : NO_COMMAND;
    if (command && bit > OTHERS)
        bit = OTHERS;
    return option->commands & bit;
}

/* --- help --- */

static void print_option(const Option *option)
{
    char left[40], letter[8] = "    ";
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, option->name, option->value ? " " : "",
             option->value ? option->value : "");
    printf("  %-24s %s\n", left, option->doc);
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
        if (takes(command, &table[i]))
            print_option(&table[i]);
    if (!command)
        printf("\n'muster COMMAND --help' has the options of a command.\n");
    printf("\nExit status: 0 all is well, 1 a figure failed, 2 bad usage.\n");
}

/* --- parsing --- */

const Command *find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

/* The table as getopt_long wants it; an option's value is its place, behind all letters. */
static void getopt_tables(struct option *longs, char *shorts)
{
    size_t at = 0;
    shorts[at++] = ':';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        longs[i] = (struct option){table[i].name, table[i].value ? required_argument : no_argument, NULL,
                                   FIRST_VALUE + (int)i};
        if (!table[i].letter)
            continue;
        shorts[at++] = table[i].letter;
        if (table[i].value)
            shorts[at++] = ':';
    }
    longs[OPTION_COUNT] = (struct option){0};
    shorts[at] = '\0';
}

static const Option *option_of(int value)
{
    if (value >= FIRST_VALUE)
        return &table[value - FIRST_VALUE];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (table[i].letter == value)
            return &table[i];
    return NULL;
}

static bool check_together(Arguments *arguments)
{
    if (arguments->scale > 0 && arguments->dpi > 0)
        return usage_error("%s", "--scale and --dpi say the same thing; one of them was expected");
    arguments->drawing.scale = arguments->dpi > 0 ? arguments->dpi / 96 : arguments->scale;
    return true;
}

static bool check_words(const Arguments *arguments)
{
    const Command *command = arguments->command;
    if (!command)
        return usage_error("%s", "a command was expected; --help lists them");
    if (command->needs && !arguments->spec_count) {
        char what[64];
        snprintf(what, sizeof what, "'%s' needs %s", command->name, command->needs);
        return usage_error("%s", what);
    }
    return arguments->spec_count <= command->most ||
           usage_error("'%s' is one word too many", arguments->specs[command->most]);
}

bool parse_arguments(int argc, char **argv, Arguments *arguments)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    getopt_tables(longs, shorts);
    *arguments = (Arguments){0};
    int value;
    bool named = argc > 1 && argv[1][0] != '-';
    if (named && !(arguments->command = find_command(argv[1])))
        return usage_error("there is no command '%s'", argv[1]);
    char **from = named ? argv + 1 : argv;
    int count = named ? argc - 1 : argc;
    opterr = 0;
    while ((value = getopt_long(count, from, shorts, longs, NULL)) != -1) {
        if (value == '?' || value == ':')
            return usage_error(value == '?' ? "unknown option '%s'" : "'%s' needs a value", from[optind - 1]);
        const Option *option = option_of(value);
        if (!takes(arguments->command, option) && option->read != read_version)
            return usage_error(arguments->command ? "this command does not take --%s"
                                                  : "--%s stands behind a command, as in 'muster render'",
                               option->name);
        if (!option->read(arguments, optarg))
            return false;
    }
    arguments->specs = (const char *const *)(from + optind);
    arguments->spec_count = (size_t)(count - optind);
    return arguments->help || arguments->version || (check_together(arguments) && check_words(arguments));
}
