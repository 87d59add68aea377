/* tests/golden/NAME.yaml and the scene it gives, NAME.scene. `make bless` writes the scenes anew. */
#include "muster.h"

#include "cases.h"

static char *scene_path(const char *spec)
{
    size_t size = strlen(spec) + 8;
    char *path = malloc(size);
    assert_non_null(path);
    snprintf(path, size, "%.*s.scene", (int)(strlen(spec) - strlen(".yaml")), spec);
    return path;
}

static size_t first_difference(const char *a, const char *b)
{
    size_t line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

static size_t compare(const char *spec, const char *got)
{
    char *path = scene_path(spec), *wanted = read_text(path);
    size_t different = 0;
    if (getenv("MUSTER_BLESS")) {
        write_text(path, got, strlen(got));
    } else if (!wanted) {
        print_error("%s is missing: make bless\n", path);
        different = 1;
    } else if (strcmp(wanted, got) != 0) {
        print_error("%s: the scene differs from line %zu on\n", path, first_difference(wanted, got));
        different = 1;
    }
    free(path);
    free(wanted);
    return different;
}

static void every_golden_scene_is_as_it_was(void **state)
{
    (void)state;
    CaseList cases = list_cases("tests/golden", ".yaml");
    muster_engine *engine = muster_engine_new(NULL, 0);
    muster_options options = {.after = "finish"};
    size_t failures = 0;
    assert_true(cases.size > 0);
    for (size_t i = 0; i < cases.size; i++) {
        muster_figure *figure = muster_figure_read(engine, cases.at[i], &options);
        assert_non_null(figure);
        for (size_t j = 0; j < muster_figure_diagnostics(figure); j++)
            print_error("%s", muster_figure_explain(figure, j, 0));
        failures += !muster_figure_ok(figure) || compare(cases.at[i], muster_figure_dump(figure));
        muster_figure_free(figure);
    }
    muster_engine_free(engine);
    free_cases(&cases);
    assert_int_equal(failures, 0);
}

static void the_same_spec_gives_the_same_bytes(void **state)
{
    (void)state;
    static const char *const formats[] = {"svg", "png", "pdf"};
    CaseList cases = list_cases("tests/golden", ".yaml");
    for (size_t i = 0; i < cases.size; i += 3)
        for (size_t f = 0; f < 3; f++) {
            muster_engine *engines[2] = {muster_engine_new(NULL, 0), muster_engine_new(NULL, 0)};
            muster_figure *figures[2];
            const void *bytes[2];
            size_t sizes[2];
            for (size_t k = 0; k < 2; k++) {
                figures[k] = muster_figure_read(engines[k], cases.at[i], NULL);
                assert_true(muster_figure_draw(figures[k], formats[f], NULL, &bytes[k], &sizes[k]));
            }
            assert_int_equal(sizes[0], sizes[1]);
            assert_memory_equal(bytes[0], bytes[1], sizes[0]);
            for (size_t k = 0; k < 2; k++) {
                muster_figure_free(figures[k]);
                muster_engine_free(engines[k]);
            }
        }
    free_cases(&cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_scene_is_as_it_was),
        cmocka_unit_test(the_same_spec_gives_the_same_bytes),
    };
    return cmocka_run_group_tests_name("golden", tests, NULL, NULL);
}
