/* Whole figures, once with the complete engine of text only and once as they are drawn for users: SVG and PNG are the
 * same bytes. Without arguments the goldens and the charts; with arguments BASE SPEC… any others (BASE "": the
 * folder of each spec), and then also how many woke the complete engine. */
#include "backend/backend.h"
#include "chart/render.h"
#include "text/parts.h"

#include "cases.h"

typedef struct Drawing {
    MuArena *arena;
    MuStr svg, png;
    bool drawn, complete;
    MuText *text;
} Drawing;

static bool complete_only;

static MuText *text_engine(void *host, MuDiags *diags)
{
    Drawing *drawing = host;
    if (!drawing->text) {
        drawing->text = mu_text_new(NULL, 0, diags);
        if (complete_only)
            mu_text_complete_only(drawing->text);
    }
    mu_text_begin(drawing->text, MU_STR("en-US"), diags);
    return drawing->text;
}

static MuStr draw_as(const MuBackend *backend, MuRender *render)
{
    MuDrawOptions options = {.scale = 1, .png_effort = 1, .text = mu_render_text(render)};
    MuBuf buf = {.arena = render->arena};
    return backend->draw(render->scene, &options, &buf, render->diags) ? mu_buf_str(&buf) : (MuStr){0};
}

static void draw(const char *spec, const char *base, Drawing *drawing)
{
    *drawing = (Drawing){.arena = mu_arena_new(0)};
    MuArena *arena = drawing->arena;
    MuDiags diags = {.arena = arena};
    MuRenderOptions options = {.base = mu_str(base)};
    MuRender render = {.arena = arena,
                       .diags = &diags,
                       .text_engine = text_engine,
                       .host = drawing,
                       .options = &options,
                       .locale = mu_locale_find(MU_STR("en-US"))};
    MuGuard guard;
    if (MU_GUARD(arena, &guard) == 0) {
        render.source = mu_file_read(arena, mu_str(spec), &options.limits, (MuSpan){0}, &diags);
        if (render.source && mu_render_run(&render, NULL) && render.scene && !diags.errors) {
            drawing->svg = draw_as(&mu_backend_svg, &render);
            drawing->complete = drawing->text && mu_text_is_complete(drawing->text);
            drawing->png = draw_as(&mu_backend_png, &render);
            drawing->drawn = true;
        }
    }
    mu_guard_leave(&guard);
}

static void release(Drawing *drawing)
{
    mu_text_free(drawing->text);
    mu_arena_free(drawing->arena);
}

static size_t drawn, woken, different;

static void compare(const char *spec, const char *base)
{
    Drawing complete, plain;
    complete_only = true;
    draw(spec, base, &complete);
    complete_only = false;
    draw(spec, base, &plain);
    drawn += plain.drawn;
    woken += plain.complete;
    if (plain.complete)
        print_message("%s wakes the complete engine\n", spec);
    if (complete.drawn != plain.drawn || !mu_str_eq(complete.svg, plain.svg) || !mu_str_eq(complete.png, plain.png)) {
        print_error("%s: the engines draw different pictures\n", spec);
        different++;
    }
    release(&complete);
    release(&plain);
}

static void compare_folder(const char *folder)
{
    CaseList cases = list_cases(folder, ".yaml");
    assert_true(cases.size > 0);
    for (size_t i = 0; i < cases.size; i++)
        compare(cases.at[i], "");
    free_cases(&cases);
}

static void both_engines_draw_the_same_pictures(void **state)
{
    (void)state;
    compare_folder("tests/golden");
    compare_folder("charts");
    assert_true(drawn > 0 && woken < drawn);
    assert_int_equal(different, 0);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_engines_draw_the_same_pictures)};
    if (count < 3)
        return cmocka_run_group_tests(tests, NULL, NULL);
    for (int i = 2; i < count; i++)
        compare(arguments[i], arguments[1]);
    print_message("%zu drawn twice, %zu differ; %zu woke the complete engine\n", drawn, different, woken);
    return different > 0;
}
