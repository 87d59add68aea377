/* The program as it is used: what an option does to the file. */
#include "cases.h"

#include <math.h>
#include <sys/wait.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static char folder[64];

static int setup(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/muster-output-XXXXXX");
    return !mkdtemp(folder);
}

static int teardown(void **state)
{
    (void)state;
    CaseList files = list_cases(folder, "");
    for (size_t i = 0; i < files.size; i++)
        remove(files.at[i]);
    free_cases(&files);
    return rmdir(folder);
}

static const char *in_folder(const char *name)
{
    static char paths[4][160];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* The exit status of the program with these arguments; what it says goes to "said". */
static int run(const char *arguments)
{
    char command[1024];
    const char *program = getenv("MUSTER");
    snprintf(command, sizeof command, "cd %s && %s%s %s >out 2>said", folder,
             *(program ? program : "build/muster") == '/' ? "" : "$OLDPWD/", program ? program : "build/muster",
             arguments);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The bytes of a file of the folder; freed by the next call. */
static const char *bytes_of(const char *name)
{
    static char *text;
    free(text);
    text = read_text(in_folder(name));
    assert_non_null(text);
    return text;
}

static void assert_says(const char *name, const char *text)
{
    if (strstr(bytes_of(name), text))
        return;
    print_error("\"%s\" is not in: %s\n", text, bytes_of(name));
    fail();
}

static void assert_lacks(const char *name, const char *text)
{
    if (strstr(bytes_of(name), text))
        fail_msg("\"%s\" is in %s", text, name);
}

static bool is_there(const char *name)
{
    return access(in_folder(name), F_OK) == 0;
}

static void write_spec(const char *text)
{
    write_text(in_folder("chart.yaml"), text, strlen(text));
}

static const char bars[] = "data: {values: [{a: A, b: 28}, {a: B, b: 55}, {a: C, b: 43}]}\n"
                           "mark: bar\n"
                           "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n";

static unsigned number_at(const char *bytes, size_t at)
{
    const unsigned char *b = (const unsigned char *)bytes + at;
    return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | b[3];
}

/* The four bytes `skip` behind the name of a chunk, which stands within the first bytes of the file. */
static unsigned chunk_number(const char *png, const char *name, size_t skip)
{
    for (size_t i = 0; i < 2000; i++)
        if (memcmp(png + i, name, 4) == 0)
            return number_at(png, i + 4 + skip);
    fail_msg("there is no chunk %s", name);
    return 0;
}

static void assert_png(const char *name, unsigned width, unsigned height, unsigned per_metre)
{
    const char *png = bytes_of(name);
    assert_int_equal(chunk_number(png, "IHDR", 0), width);
    assert_int_equal(chunk_number(png, "IHDR", 4), height);
    assert_int_equal(chunk_number(png, "pHYs", 0), per_metre);
    assert_int_equal(chunk_number(png, "pHYs", 4), per_metre);
}

/* The page of a PDF in points. Its streams hold zero bytes; the box stands in plain text. */
static void assert_page(const char *name, double width, double height)
{
    FILE *file = fopen(in_folder(name), "rb");
    char line[4096];
    double box[2] = {0, 0};
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        const char *at = strstr(line, "/MediaBox");
        if (at)
            assert_int_equal(sscanf(at, "/MediaBox [ 0 0 %lf %lf", &box[0], &box[1]), 2);
    }
    fclose(file);
    assert_true(fabs(box[0] - width) < 0.01 && fabs(box[1] - height) < 0.01);
}

/* Whether a file with zero bytes in it has a line with the text. */
static bool holds(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "rb");
    char line[4096];
    bool found = false;
    assert_non_null(file);
    while (!found && fgets(line, sizeof line, file))
        found = strstr(line, text) != NULL;
    fclose(file);
    return found;
}

static void dpi_sets_pixels_and_their_density(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml --size 288x192 -o once.png --scale 1"), 0);
    assert_png("once.png", 288, 192, 3780);
    assert_int_equal(run("render chart.yaml --size 288x192 -o dense.png --dpi 300"), 0);
    assert_png("dense.png", 900, 600, 11811);
    assert_int_equal(run("render chart.yaml --size 16cmx9cm --dpi 300 -o paper.png"), 0);
    assert_png("paper.png", 1890, 1063, 11811);
    assert_int_equal(run("render chart.yaml --dpi 300 --scale 2"), 2);
    assert_says("said", "--scale and --dpi");
    assert_false(is_there("chart.png"));
}

static void a_size_is_that_of_the_file_in_every_format(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml --size 400x300 -f png,svg,pdf -d ."), 0);
    assert_png("chart.png", 800, 600, 7559);
    assert_says("chart.svg", "width=\"400\" height=\"300\" viewBox=\"0 0 400 300\"");
    assert_page("chart.pdf", 300, 225);
    assert_int_equal(run("render chart.yaml --size 160x90mm -f svg,pdf -d ."), 0);
    assert_says("chart.svg", "width=\"160mm\" height=\"90mm\" viewBox=\"0 0 604.724 340.157\"");
    assert_page("chart.pdf", 160 / 25.4 * 72, 90 / 25.4 * 72);
}

static void a_spec_says_its_size_and_the_option_wins(void **state)
{
    (void)state;
    char spec[512];
    snprintf(spec, sizeof spec, "size: {width: 4in, height: 250}\n%s", bars);
    write_spec(spec);
    assert_int_equal(run("render chart.yaml -o a.svg"), 0);
    assert_says("a.svg", "viewBox=\"0 0 384 250\"");
    assert_int_equal(run("render chart.yaml -o a.svg --size 500x200"), 0);
    assert_says("a.svg", "viewBox=\"0 0 500 200\"");
    snprintf(spec, sizeof spec, "size: {width: 333}\n%s", bars);
    write_spec(spec);
    assert_int_equal(run("render chart.yaml -o a.svg"), 0);
    assert_says("a.svg", "width=\"333\"");
    assert_says("a.svg", "<g class=\"view\"");
}

static void what_is_too_small_names_a_size_that_is_enough(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml --size 40x30 -o a.svg"), 1);
    assert_false(is_there("a.svg"));
    double width = 0, height = 0;
    const char *needs = strstr(bytes_of("said"), "it needs ");
    assert_non_null(needs);
    assert_int_equal(sscanf(needs, "it needs %lfpx x %lfpx", &width, &height), 2);
    char arguments[128];
    snprintf(arguments, sizeof arguments, "render chart.yaml --size %gx%g -o a.svg", width, height);
    assert_int_equal(run(arguments), 0);
    snprintf(arguments, sizeof arguments, "render chart.yaml --size %gx%g -o b.svg", width - 1, height);
    assert_int_equal(run(arguments), 1);
}

static void bad_sizes_are_bad_usage(void **state)
{
    (void)state;
    static const char *const CASES[] = {"640", "640x", "0x0", "16emx9em", "wide"};
    write_spec(bars);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char arguments[128];
        snprintf(arguments, sizeof arguments, "render chart.yaml --size %s -o a.svg", CASES[i]);
        assert_int_equal(run(arguments), 2);
        assert_says("said", "is no size");
    }
    assert_false(is_there("a.svg"));
}

static void the_background_is_replaced_or_left_out(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml -o a.svg"), 0);
    assert_says("a.svg", "fill=\"#fff\"");
    assert_int_equal(run("render chart.yaml --background '#fedcba' -o a.svg"), 0);
    assert_says("a.svg", "fill=\"#fedcba\"");
    assert_lacks("a.svg", "fill=\"#fff\"");
    assert_int_equal(run("render chart.yaml --background transparent -o a.svg"), 0);
    assert_lacks("a.svg", "fill=\"#fff\"");
    assert_int_equal(run("render chart.yaml --background whitish -o b.svg"), 2);
    assert_false(is_there("b.svg"));
}

static void letters_can_be_paths(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml -f svg,pdf -d . --text-as-paths"), 0);
    assert_lacks("chart.svg", "<text");
    assert_says("chart.svg", "aria-label=\"A\"");
    assert_false(holds("chart.pdf", "/BaseFont"));
    assert_int_equal(run("render chart.yaml -f pdf -d ."), 0);
    assert_true(holds("chart.pdf", "/BaseFont"));
}

static void ids_begin_with_the_prefix(void **state)
{
    (void)state;
    char spec[512];
    snprintf(spec, sizeof spec, "%s",
             "data: {values: [{a: 1, b: 2}, {a: 3, b: 9}]}\nmark: {type: line, clip: true}\n"
             "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n");
    write_spec(spec);
    assert_int_equal(run("render chart.yaml -o a.svg --id-prefix fig1-"), 0);
    assert_says("a.svg", "id=\"fig1-");
    assert_says("a.svg", "url(#fig1-");
    assert_int_equal(run("render chart.yaml -o a.svg --id-prefix 1fig"), 2);
}

static void effort_makes_a_png_smaller(void **state)
{
    (void)state;
    struct stat fast, small;
    write_spec("data: {sequence: {start: 0, stop: 400, as: a}}\nmark: point\n"
               "transform: [{calculate: 'sin(datum.a)', as: b}]\n"
               "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}, "
               "color: {field: a, type: quantitative}}\n");
    assert_int_equal(run("render chart.yaml -o fast.png"), 0);
    assert_int_equal(run("render chart.yaml -o small.png --png-effort 9"), 0);
    assert_int_equal(stat(in_folder("fast.png"), &fast), 0);
    assert_int_equal(stat(in_folder("small.png"), &small), 0);
    assert_true(small.st_size < fast.st_size);
    assert_int_equal(run("render chart.yaml -o small.png --png-effort 10"), 2);
}

static void standard_input_and_output_take_part(void **state)
{
    (void)state;
    write_spec(bars);
    assert_int_equal(run("render chart.yaml -f svg -o -"), 0);
    assert_says("out", "<svg");
    assert_int_equal(run("render - -f svg -o - <chart.yaml"), 0);
    assert_says("out", "</svg>");
}

static void strict_turns_warnings_into_errors(void **state)
{
    (void)state;
    write_spec("data: {values: [{a: 1}]}\nmark: {type: bar, colour: red}\n"
               "encoding: {x: {field: a, type: quantitative}}\n");
    assert_int_equal(run("check chart.yaml"), 0);
    assert_int_equal(run("check chart.yaml --strict"), 1);
    assert_says("said", "error: unknown property 'colour'");
    assert_int_equal(run("render chart.yaml --strict -o a.svg"), 1);
    assert_false(is_there("a.svg"));
    assert_int_equal(run("render chart.yaml -o a.svg"), 0);
    assert_true(is_there("a.svg"));
}

static void an_error_leaves_no_file_and_all_errors_are_told_in_order(void **state)
{
    (void)state;
    write_spec("data: {values: [{a: 1}]}\nmark: bra\nencoding: {x: {field: a, type: quantitive}, colr: {field: a}}\n");
    assert_int_equal(run("render chart.yaml -f png,svg,pdf -d ."), 1);
    assert_false(is_there("chart.png") || is_there("chart.svg") || is_there("chart.pdf"));
    const char *said = bytes_of("said");
    const char *mark = strstr(said, "chart.yaml:2:7:"), *type = strstr(said, "chart.yaml:3:32:"),
               *channel = strstr(said, "chart.yaml:3:45:");
    assert_true(mark && mark < type && type < channel);
}

static void bad_usage_says_what_was_expected(void **state)
{
    (void)state;
    static const struct {
        const char *arguments, *said;
    } CASES[] = {
        {"", "a command was expected"},
        {"draw chart.yaml", "there is no command 'draw'"},
        {"render", "'render' needs a spec"},
        {"dump a b", "'b' is one word too many"},
        {"render chart.yaml --scal", "needs a value"},
        {"render chart.yaml --nonsense", "unknown option '--nonsense'"},
        {"render chart.yaml --dpi lots", "'lots' is no resolution"},
        {"render chart.yaml -f gif", "'gif' is no format"},
        {"render chart.yaml -o a.gif", "is no format"},
        {"check chart.yaml --dpi 300", "this command does not take --dpi"},
        {"--dpi 300 render", "stands behind a command"},
    };
    write_spec(bars);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        assert_int_equal(run(CASES[i].arguments), 2);
        assert_says("said", CASES[i].said);
    }
}

static void names_are_explained(void **state)
{
    (void)state;
    static const struct {
        const char *arguments, *out;
    } CASES[] = {
        {"help bar", "mark bar: "},
        {"help axis.grid", "In: axis, config.axis\n"},
        {"help axis.grid", "true or false"},
        {"help shape", "channel shape: "},
        {"help shape", "property shape: "},
        {"help window", "transform window: "},
        {"help symlog", "scale type symlog: "},
        {"help report", "theme report: "},
        {"help clamp", "clamp(value, min, max)"},
        {"help unknown-field", "An error."},
        {"help median", "a value of aggregate"},
        {"help autosize", "one of: pad, fit, fit-x, fit-y, none; default pad"},
        {"help render", "muster render SPEC"},
        {"themes", "report"},
        {"schemes", "viridis: "},
        {"schemes bluegreen", "#d5efed"},
        {"list channels", "yOffset"},
        {"list", "finish"},
        {"reference", "\n### transform.aggregate\n"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        assert_int_equal(run(CASES[i].arguments), 0);
        assert_says("out", CASES[i].out);
    }
}

static void names_that_nobody_knows_are_bad_usage(void **state)
{
    (void)state;
    static const struct {
        const char *arguments, *said;
    } CASES[] = {{"help fild", "'field'"},
                 {"help encodng", "did you mean 'encoding'"},
                 {"help zzzzzzzz", "nothing is known"},
                 {"schemes virids", "'viridis'"},
                 {"list things", "there is no list of 'things'"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        assert_int_equal(run(CASES[i].arguments), 2);
        assert_says("said", CASES[i].said);
    }
}

static void a_zone_moves_local_times_and_no_others(void **state)
{
    (void)state;
    static const char spec[] = "data: {values: [{t: '2024-07-01T09:00:00', u: '2024-07-01T09:00:00Z', v: 1}]}\n"
                               "mark: text\n"
                               "encoding: {text: {field: %s, type: temporal, format: '%%H:%%M %%Z'}}\n";
    char text[512];
    snprintf(text, sizeof text, spec, "t");
    write_spec(text);
    if (run("check chart.yaml --timezone Asia/Kathmandu") != 0)
        skip();
    assert_int_equal(run("render chart.yaml -f svg -o - --timezone Asia/Kathmandu"), 0);
    assert_says("out", ">09:00 +0545<");
    assert_int_equal(run("render chart.yaml -f svg -o -"), 0);
    assert_says("out", ">09:00 +0000<");
    snprintf(text, sizeof text, spec, "u");
    write_spec(text);
    assert_int_equal(run("render chart.yaml -f svg -o - --timezone Asia/Kathmandu"), 0);
    assert_says("out", ">14:45 +0545<");
    assert_int_equal(run("render chart.yaml -f svg -o - --timezone Nowhere/Land"), 1);
    assert_says("said", "there is no time zone 'Nowhere/Land'");
}

static void every_option_is_in_help_and_manual(void **state)
{
    (void)state;
    static const char *const COMMANDS[] = {"render", "check", "dump"};
    char *manual = read_text("src/cli/muster.1");
    assert_non_null(manual);
    for (size_t c = 0; c < COUNT(COMMANDS); c++) {
        char arguments[64], escaped[64];
        snprintf(arguments, sizeof arguments, "%s --help", COMMANDS[c]);
        assert_int_equal(run(arguments), 0);
        for (const char *at = bytes_of("out"); (at = strstr(at, " --")); at++) {
            size_t n = 0;
            for (const char *name = at + 1; *name && strchr(" \n", *name) == NULL && n + 2 < sizeof escaped; name++) {
                if (*name == '-')
                    escaped[n++] = '\\';
                escaped[n++] = *name;
            }
            escaped[n] = '\0';
            if (!strstr(manual, escaped))
                fail_msg("%s is not in the manual", escaped);
        }
    }
    free(manual);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(dpi_sets_pixels_and_their_density),
        TEST(a_size_is_that_of_the_file_in_every_format),
        TEST(a_spec_says_its_size_and_the_option_wins),
        TEST(what_is_too_small_names_a_size_that_is_enough),
        TEST(bad_sizes_are_bad_usage),
        TEST(the_background_is_replaced_or_left_out),
        TEST(letters_can_be_paths),
        TEST(ids_begin_with_the_prefix),
        TEST(effort_makes_a_png_smaller),
        TEST(standard_input_and_output_take_part),
        TEST(strict_turns_warnings_into_errors),
        TEST(an_error_leaves_no_file_and_all_errors_are_told_in_order),
        TEST(bad_usage_says_what_was_expected),
        TEST(names_are_explained),
        TEST(names_that_nobody_knows_are_bad_usage),
        TEST(a_zone_moves_local_times_and_no_others),
        TEST(every_option_is_in_help_and_manual),
    };
    return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
