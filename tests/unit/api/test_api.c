/* The public interface as a program uses it: threads, failures, limits, files. */
#include "muster.h"

#include "cases.h"
#include <pthread.h>

static const char bars[] =
    "data: {values: [{a: A, b: 28}, {a: B, b: 55}]}\n"
    "mark: bar\n"
    "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, title: 'α and β'}}\n";
static const char from_file[] = "data: {url: rows.csv}\nmark: bar\n"
                                "encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}\n";

typedef struct Bench {
    muster_engine *engine;
    char folder[64];
} Bench;

static int setup(void **state)
{
    Bench *bench = calloc(1, sizeof *bench);
    snprintf(bench->folder, sizeof bench->folder, "/tmp/muster-api-XXXXXX");
    bench->engine = muster_engine_new(NULL, 0);
    *state = bench;
    return !mkdtemp(bench->folder) || !bench->engine;
}

static const char *in_folder(const Bench *bench, const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", bench->folder, name);
    return path;
}

static size_t count_files(const char *folder)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static int teardown(void **state)
{
    Bench *bench = *state;
    DIR *dir = opendir(bench->folder);
    for (struct dirent *entry; dir && (entry = readdir(dir));)
        if (entry->d_name[0] != '.')
            unlink(in_folder(bench, entry->d_name));
    if (dir)
        closedir(dir);
    rmdir(bench->folder);
    muster_engine_free(bench->engine);
    free(bench);
    return 0;
}

static muster_figure *parse(const Bench *bench, const char *spec, const muster_options *options)
{
    muster_figure *figure = muster_figure_parse(bench->engine, "spec.yaml", spec, strlen(spec), options);
    assert_non_null(figure);
    return figure;
}

/* Is a diagnostic of the code there, and is the figure refused? */
static bool fails_with(const muster_figure *figure, const char *code)
{
    for (size_t i = 0; i < muster_figure_diagnostics(figure); i++)
        if (strcmp(muster_figure_diagnostic(figure, i).code, code) == 0)
            return !muster_figure_ok(figure);
    return false;
}

typedef struct Job {
    char *bytes[3];
    size_t sizes[3];
} Job;

static const char *const formats[] = {"svg", "png", "pdf"};

/* Threads may not use cmocka's assertions: what fails leaves a NULL. */
static void *draw_in_thread(void *argument)
{
    Job *job = argument;
    muster_engine *engine = muster_engine_new(NULL, 0);
    for (size_t round = 0; engine && round < 3; round++)
        for (size_t f = 0; f < 3; f++) {
            muster_figure *figure = muster_figure_parse(engine, "spec.yaml", bars, strlen(bars), NULL);
            const void *bytes;
            size_t size;
            free(job->bytes[f]);
            job->bytes[f] = NULL;
            if (muster_figure_draw(figure, formats[f], NULL, &bytes, &size) && (job->bytes[f] = malloc(size)))
                memcpy(job->bytes[f], bytes, job->sizes[f] = size);
            muster_figure_free(figure);
        }
    muster_engine_free(engine);
    return NULL;
}

static void two_threads_with_an_engine_each_draw_the_same_bytes(void **state)
{
    (void)state;
    pthread_t threads[2];
    Job jobs[2] = {0};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, draw_in_thread, &jobs[i]), 0);
    for (size_t i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    for (size_t f = 0; f < 3; f++) {
        assert_non_null(jobs[0].bytes[f]);
        assert_non_null(jobs[1].bytes[f]);
        assert_int_equal(jobs[0].sizes[f], jobs[1].sizes[f]);
        assert_memory_equal(jobs[0].bytes[f], jobs[1].bytes[f], jobs[0].sizes[f]);
        free(jobs[0].bytes[f]);
        free(jobs[1].bytes[f]);
    }
}

static void every_format_begins_as_its_readers_expect(void **state)
{
    static const char *const begins[] = {"<svg", "\x89PNG\r\n\x1a\n", "%PDF-"};
    const Bench *bench = *state;
    muster_figure *figure = parse(bench, bars, NULL);
    assert_true(muster_figure_ok(figure));
    for (size_t f = 0; f < 3; f++) {
        const void *bytes;
        size_t size;
        assert_true(muster_figure_draw(figure, formats[f], NULL, &bytes, &size));
        assert_true(size > 100);
        assert_memory_equal(bytes, begins[f], strlen(begins[f]));
    }
    muster_figure_free(figure);
}

/* Width and height stand big-endian at bytes 16 and 20 of a PNG. */
static unsigned png_width(muster_figure *figure, double scale)
{
    muster_output output = {.scale = scale};
    const void *bytes;
    size_t size;
    assert_true(muster_figure_draw(figure, "png", &output, &bytes, &size));
    const unsigned char *b = bytes;
    return (unsigned)(b[16] << 24 | b[17] << 16 | b[18] << 8 | b[19]);
}

static void a_png_has_two_pixels_to_one_unless_said_otherwise(void **state)
{
    muster_figure *figure = parse(*state, bars, NULL);
    unsigned once = png_width(figure, 1);
    assert_int_equal(png_width(figure, 0), 2 * once);
    assert_int_equal(png_width(figure, 3), 3 * once);
    muster_figure_free(figure);
}

static void an_unknown_format_gives_nothing(void **state)
{
    muster_figure *figure = parse(*state, bars, NULL);
    const void *bytes = NULL;
    size_t size = 7;
    assert_int_equal(muster_figure_draw(figure, "gif", NULL, &bytes, &size), 0);
    assert_null(bytes);
    assert_int_equal(size, 7);
    assert_true(muster_figure_ok(figure));
    muster_figure_free(figure);
}

static void a_figure_with_an_error_gives_no_bytes_and_writes_no_file(void **state)
{
    const Bench *bench = *state;
    muster_figure *figure = parse(bench, "data: {values: []}\nmark: bra\n", NULL);
    const void *bytes = NULL;
    size_t size;
    assert_false(muster_figure_ok(figure));
    assert_int_equal(muster_figure_draw(figure, "svg", NULL, &bytes, &size), 0);
    assert_null(bytes);
    assert_int_equal(muster_figure_write(figure, "svg", NULL, in_folder(bench, "out.svg")), 0);
    assert_int_equal(count_files(bench->folder), 0);
    muster_figure_free(figure);
}

static void a_file_is_replaced_as_a_whole(void **state)
{
    const Bench *bench = *state;
    const char *path = in_folder(bench, "out.svg");
    write_text(path, "old and much longer", 19);
    muster_figure *figure = parse(bench, bars, NULL);
    const void *bytes;
    size_t size;
    assert_true(muster_figure_draw(figure, "svg", NULL, &bytes, &size));
    char *drawn = malloc(size + 1);
    memcpy(drawn, bytes, size);
    drawn[size] = '\0';
    assert_true(muster_figure_write(figure, "svg", NULL, path));
    char *written = read_text(path);
    assert_string_equal(written, drawn);
    assert_int_equal(count_files(bench->folder), 1);
    free(written);
    free(drawn);
    muster_figure_free(figure);
}

static void a_write_that_fails_leaves_nothing_behind(void **state)
{
    const Bench *bench = *state;
    muster_figure *figure = parse(bench, bars, NULL);
    assert_int_equal(muster_figure_write(figure, "svg", NULL, in_folder(bench, "nowhere/out.svg")), 0);
    assert_true(fails_with(figure, "write-failed"));
    assert_int_equal(muster_figure_write(figure, "svg", NULL, bench->folder), 0);
    assert_int_equal(count_files(bench->folder), 0);
    muster_figure_free(figure);
}

static void relative_data_start_at_the_specs_folder_or_the_base(void **state)
{
    const Bench *bench = *state;
    write_text(in_folder(bench, "rows.csv"), "a,b\nA,1\nB,2\n", 12);
    write_text(in_folder(bench, "spec.yaml"), from_file, strlen(from_file));
    muster_figure *figure = muster_figure_read(bench->engine, in_folder(bench, "spec.yaml"), NULL);
    assert_true(muster_figure_ok(figure));
    muster_figure_free(figure);
    figure = parse(bench, from_file, NULL);
    assert_true(fails_with(figure, "read-failed"));
    muster_figure_free(figure);
    figure = parse(bench, from_file, &(muster_options){.base = bench->folder});
    assert_true(muster_figure_ok(figure));
    muster_figure_free(figure);
}

static void data_outside_of_the_roots_are_refused(void **state)
{
    const Bench *bench = *state;
    const char *inside[] = {bench->folder}, *outside[] = {"/usr/share"};
    write_text(in_folder(bench, "rows.csv"), "a,b\nA,1\nB,2\n", 12);
    muster_options options = {.base = bench->folder, .roots = inside, .root_count = 1};
    muster_figure *figure = parse(bench, from_file, &options);
    assert_true(muster_figure_ok(figure));
    muster_figure_free(figure);
    options.roots = outside;
    figure = parse(bench, from_file, &options);
    assert_true(fails_with(figure, "file-outside"));
    muster_figure_free(figure);
    /* No way out by dots. */
    options.roots = inside;
    figure = parse(bench, "data: {url: ../../etc/passwd, format: {type: csv}}\nmark: bar\n", &options);
    assert_true(fails_with(figure, "file-outside"));
    muster_figure_free(figure);
}

static void a_data_file_over_the_limit_is_refused(void **state)
{
    const Bench *bench = *state;
    write_text(in_folder(bench, "rows.csv"), "a,b\nA,1\nB,2\n", 12);
    muster_figure *figure = parse(bench, from_file, &(muster_options){.base = bench->folder, .file_limit = 11});
    assert_true(fails_with(figure, "file-too-large"));
    muster_figure_free(figure);
}

static void a_memory_budget_that_is_used_up_is_an_ordinary_error(void **state)
{
    const Bench *bench = *state;
    for (size_t budget = 1 << 12; budget <= 1 << 18; budget *= 4) {
        muster_figure *figure = parse(bench, bars, &(muster_options){.memory_budget = budget});
        const void *bytes;
        size_t size;
        if (muster_figure_ok(figure))
            muster_figure_draw(figure, "svg", NULL, &bytes, &size);
        if (!muster_figure_ok(figure)) {
            assert_true(fails_with(figure, "no-memory"));
            assert_string_equal(muster_figure_dump(figure), "");
            assert_non_null(strstr(muster_figure_explain(figure, 0, 0), "memory"));
        }
        assert_true(budget > 1 << 12 || !muster_figure_ok(figure));
        muster_figure_free(figure);
    }
}

static void the_theme_of_the_options_wins_over_the_specs(void **state)
{
    const Bench *bench = *state;
    muster_figure *plain = parse(bench, bars, &(muster_options){.after = "configure"});
    muster_figure *themed = parse(bench, bars, &(muster_options){.after = "configure", .theme = "report"});
    assert_true(muster_figure_ok(themed));
    assert_string_not_equal(muster_figure_dump(plain), muster_figure_dump(themed));
    muster_figure_free(plain);
    muster_figure_free(themed);
    themed = parse(bench, "theme: report\ndata: {values: []}\nmark: bar\n", &(muster_options){.theme = "bright"});
    assert_true(fails_with(themed, "unknown-theme"));
    muster_figure_free(themed);
}

static void diagnostics_stand_in_the_order_of_their_places(void **state)
{
    muster_figure *figure = parse(*state,
                                  "data: {values: [{a: 1}]}\nmark: {type: bar, colour: red}\n"
                                  "encoding:\n  x: {field: a, type: quantitativ}\n  z: {field: a}\nwidht: 3\n",
                                  NULL);
    size_t count = muster_figure_diagnostics(figure);
    assert_int_equal(count, 4);
    for (size_t i = 1; i < count; i++) {
        muster_diagnostic before = muster_figure_diagnostic(figure, i - 1), after = muster_figure_diagnostic(figure, i);
        assert_true(before.line < after.line || (before.line == after.line && before.column <= after.column));
    }
    muster_diagnostic first = muster_figure_diagnostic(figure, 0);
    assert_string_equal(first.file, "spec.yaml");
    assert_int_equal(first.line, 2);
    assert_int_equal(first.column, 19);
    assert_int_equal(first.count, 1);
    muster_figure_free(figure);
}

static void a_diagnostic_shows_its_line_after_the_text_is_gone(void **state)
{
    const Bench *bench = *state;
    char *spec = strdup("data: {values: []}\nmark: bra\n");
    muster_figure *figure = muster_figure_parse(bench->engine, "spec.yaml", spec, strlen(spec), NULL);
    memset(spec, '?', strlen(spec));
    free(spec);
    const char *text = muster_figure_explain(figure, 0, 0);
    assert_non_null(strstr(text, "spec.yaml:2:7"));
    assert_non_null(strstr(text, "mark: bra"));
    assert_null(strchr(text, '\033'));
    assert_non_null(strchr(muster_figure_explain(figure, 0, 1), '\033'));
    muster_figure_free(figure);
}

static void a_spec_that_is_missing_is_a_figure_with_a_diagnostic(void **state)
{
    const Bench *bench = *state;
    muster_figure *figure = muster_figure_read(bench->engine, in_folder(bench, "none.yaml"), NULL);
    assert_non_null(figure);
    assert_true(fails_with(figure, "read-failed"));
    muster_figure_free(figure);
    figure = parse(bench, "", NULL);
    assert_false(muster_figure_ok(figure));
    muster_figure_free(figure);
}

static void a_figure_stopped_after_a_pass_has_its_dump_and_no_picture(void **state)
{
    muster_figure *figure = parse(*state, bars, &(muster_options){.after = "sizes"});
    const void *bytes;
    size_t size;
    assert_non_null(strstr(muster_figure_dump(figure), "view 40 x 300"));
    assert_int_equal(muster_figure_draw(figure, "svg", NULL, &bytes, &size), 0);
    muster_figure_free(figure);
}

static void the_lists_name_marks_themes_and_passes(void **state)
{
    (void)state;
    const char *names[64], *docs[64];
    size_t marks = muster_list("mark", names, docs, 64);
    bool bar = false;
    for (size_t i = 0; i < marks; i++)
        bar = bar || (strcmp(names[i], "bar") == 0 && docs[i][0]);
    assert_true(bar);
    assert_int_equal(muster_list("mark", names, docs, 2), 2);
    assert_true(muster_list("pass", names, docs, 64) > 10);
    assert_string_equal(names[0], "read");
    assert_int_equal(muster_list("nothing", names, docs, 64), 0);
    assert_string_equal(muster_version(), MUSTER_VERSION);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

static const char *const palette[] = {"#4c78a8", "#4a9e9d", "#ff0000", "#0000ff"};

/* Which of the palette the bars of a figure have; -1: none. */
static int color_of(Bench *bench, const char *spec, const muster_options *options)
{
    muster_options own = *options;
    own.after = "finish";
    muster_figure *figure = muster_figure_parse(bench->engine, "spec", spec, strlen(spec), &own);
    assert_true(muster_figure_ok(figure));
    int found = -1;
    for (int i = 0; i < 4; i++) {
        char fill[16];
        snprintf(fill, sizeof fill, "fill %s", palette[i]);
        if (strstr(muster_figure_dump(figure), fill))
            found = i;
    }
    muster_figure_free(figure);
    return found;
}

static void a_config_file_goes_over_the_theme_and_below_the_spec(void **state)
{
    Bench *bench = *state;
    static const char config[] = "mark: {color: red}\n", own[] = "data: {values: [{a: 1}]}\nmark: bar\n"
                                                                 "encoding: {x: {field: a, type: quantitative}}\n"
                                                                 "config: {mark: {color: blue}}\n";
    write_text(in_folder(bench, "config.yaml"), config, strlen(config));
    char path[512];
    snprintf(path, sizeof path, "%s", in_folder(bench, "config.yaml"));
    assert_int_equal(color_of(bench, bars, &(muster_options){0}), 0);
    assert_int_equal(color_of(bench, bars, &(muster_options){.theme = "report"}), 1);
    assert_int_equal(color_of(bench, bars, &(muster_options){.theme = "report", .config = path}), 2);
    assert_int_equal(color_of(bench, own, &(muster_options){.theme = "report", .config = path}), 3);
}

static void a_config_file_that_cannot_be_used_is_an_error(void **state)
{
    Bench *bench = *state;
    static const char *const broken[] = {"mark: {opacity: x}\n", "[1, 2]", "{"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        write_text(in_folder(bench, "config.json"), broken[i], strlen(broken[i]));
        muster_options options = {.config = in_folder(bench, "config.json")};
        muster_figure *figure = muster_figure_parse(bench->engine, "spec", bars, sizeof bars - 1, &options);
        assert_false(muster_figure_ok(figure));
        assert_non_null(strstr(muster_figure_diagnostic(figure, 0).file, "config.json"));
        muster_figure_free(figure);
    }
    muster_options options = {.config = in_folder(bench, "none.json")};
    muster_figure *figure = muster_figure_parse(bench->engine, "spec", bars, sizeof bars - 1, &options);
    assert_false(muster_figure_ok(figure));
    assert_string_equal(muster_figure_diagnostic(figure, 0).code, "read-failed");
    muster_figure_free(figure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(two_threads_with_an_engine_each_draw_the_same_bytes),
        TEST(every_format_begins_as_its_readers_expect),
        TEST(a_png_has_two_pixels_to_one_unless_said_otherwise),
        TEST(an_unknown_format_gives_nothing),
        TEST(a_figure_with_an_error_gives_no_bytes_and_writes_no_file),
        TEST(a_file_is_replaced_as_a_whole),
        TEST(a_write_that_fails_leaves_nothing_behind),
        TEST(relative_data_start_at_the_specs_folder_or_the_base),
        TEST(data_outside_of_the_roots_are_refused),
        TEST(a_data_file_over_the_limit_is_refused),
        TEST(a_memory_budget_that_is_used_up_is_an_ordinary_error),
        TEST(the_theme_of_the_options_wins_over_the_specs),
        TEST(a_config_file_goes_over_the_theme_and_below_the_spec),
        TEST(a_config_file_that_cannot_be_used_is_an_error),
        TEST(diagnostics_stand_in_the_order_of_their_places),
        TEST(a_diagnostic_shows_its_line_after_the_text_is_gone),
        TEST(a_spec_that_is_missing_is_a_figure_with_a_diagnostic),
        TEST(a_figure_stopped_after_a_pass_has_its_dump_and_no_picture),
        TEST(the_lists_name_marks_themes_and_passes),
    };
    return cmocka_run_group_tests_name("api", tests, NULL, NULL);
}
