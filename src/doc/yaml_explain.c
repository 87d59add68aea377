/* libyaml says what it was looking for; a reader of the message wants to know what to change. */
#include "doc/reader.h"

typedef struct Explanation {
    const char *problem; /* libyaml 0.2.5's words */
    const char *message, *hint;
} Explanation;

/* Stands for a hint that names the place of the opening bracket. */
static const char OPENED[] = "";

static const Explanation EXPLANATIONS[] = {
    {"could not find expected ':'", "a key without a colon",
     "write 'key: value'; a text that goes on over several lines needs quotes or '|'"},
    {"mapping values are not allowed in this context", "a ': ' where no key can stand",
     "put a text that contains ': ' in quotes; or the indentation of this line is off"},
    {"mapping keys are not allowed in this context", "a key cannot stand here", "check the indentation of this line"},
    {"block sequence entries are not allowed in this context", "a list entry ('- ') cannot stand here",
     "begin the list on a line of its own below its key"},
    {"did not find expected key", "a key is expected here",
     "this line is indented differently from its neighbours, or a quote or bracket above is not closed"},
    {"did not find expected '-' indicator", "a list entry ('- ') is expected here",
     "all entries of a list begin in the same column"},
    {"did not find expected ',' or ']'", "a comma or ']' is expected here", OPENED},
    {"did not find expected ',' or '}'", "a comma or '}' is expected here", OPENED},
    {"did not find expected node content", "a value is expected here", NULL},
    {"did not find expected <document start>", "there is something behind the end of the spec",
     "check the indentation of this line"},
    {"found character that cannot start any token", "a text cannot begin with this character",
     "put the text in quotes"},
    {"found unexpected document indicator", "a line '---' or '...' inside quotes", "close the quote before it"},
    {"found unknown escape character", "no such escape in double quotes",
     "for a backslash itself write two of them, or use single quotes"},
    {"did not find expected hexdecimal number", "an escape wants more hexadecimal digits", NULL},
    {"found invalid Unicode character escape code", "this escape is no character",
     "write the character itself; surrogate pairs (\\ud83d\\ude00) are for JSON, YAML has \\U0001F600"},
    {"did not find expected comment or line break", "only a comment may stand behind '|' or '>'", NULL},
    {"did not find expected alphabetic or numeric character", "a name is expected behind '&' or '*'",
     "put a text that begins with '&' or '*' in quotes"},
    {"did not find expected whitespace or line break", "a space is expected here", NULL},
    {"found unexpected ':'", "a ':' inside brackets", "put the text that contains it in quotes"},
    {"found an indentation indicator equal to 0", "the digit behind '|' or '>' must be 1 to 9", NULL},
    {"control characters are not allowed", "a control character",
     "take it out, or write it as an escape in double quotes"},
    {"found undefined tag handle", "tags are not read", "leave the tag out"},
};

static const char TAB_MESSAGE[] = "a tab stands in the indentation";
static const char TAB_HINT[] = "YAML is indented by spaces only; set the editor to insert spaces";

/* The first tab in the blanks that begin the line of `at`, or SIZE_MAX. */
static size_t find_tab(MuStr text, size_t at)
{
    size_t i = at < text.size ? at : text.size;
    while (i > 0 && text.at[i - 1] != '\n')
        i--;
    for (; i < text.size && (text.at[i] == ' ' || text.at[i] == '\t'); i++) {
        if (text.at[i] == '\t')
            return i;
    }
    return SIZE_MAX;
}

static void report(MuReader *reader, size_t at, const char *message, const char *hint)
{
    size_t end = at < reader->source->text.size ? at + 1 : at;
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_YAML_SYNTAX, mu_reader_span(reader, at, end), message);
    if (hint)
        mu_diag_hint(reader->diags, diag, "%s", hint);
}

static void explain(MuReader *reader, const Explanation *e, size_t at, size_t opened)
{
    if (e->hint != OPENED) {
        report(reader, at, e->message, e->hint);
        return;
    }
    size_t line, column;
    mu_span_place(mu_reader_span(reader, opened, opened), &line, &column);
    MuStr hint = mu_str_printf(reader->arena, "the bracket of line %zu, column %zu is not closed", line, column);
    report(reader, at, e->message, hint.at);
}

void mu_yaml_explain(MuReader *reader, const char *problem, size_t at, size_t opened)
{
    MuStr text = reader->source->text;
    size_t tab = find_tab(text, at);
    if (tab != SIZE_MAX || strstr(problem, "tab character")) {
        report(reader, tab != SIZE_MAX ? tab : at, TAB_MESSAGE, TAB_HINT);
        return;
    }
    if (at < text.size && (text.at[at] == '@' || text.at[at] == '`' || text.at[at] == '%')) {
        report(reader, at, "a text cannot begin with this character", "put the text in quotes");
        return;
    }
    if (strcmp(problem, "found unexpected end of stream") == 0) {
        report(reader, opened, "this quote is never closed", NULL);
        return;
    }
    for (size_t i = 0; i < sizeof EXPLANATIONS / sizeof EXPLANATIONS[0]; i++) {
        if (strcmp(problem, EXPLANATIONS[i].problem) == 0) {
            explain(reader, &EXPLANATIONS[i], at, opened);
            return;
        }
    }
    report(reader, at, *problem ? problem : "this is no YAML", NULL);
}
