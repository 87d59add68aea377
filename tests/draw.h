/* What the tests of spec/, mark/ and chart/ share: a spec in YAML is run up to a pass, and what it made is looked at.
 * The text engine is made once per program, in the group's setup. */
#ifndef TESTS_DRAW_H
#define TESTS_DRAW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/num.h"
#include "chart/render.h"
#include "spec/normalize.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct Figure {
    MuArena *arena;
    MuDiags diags;
    MuRenderOptions options;
    MuRender render;
} Figure;

static MuText *text_engine;
static Figure *figure;

static inline int draw_begin(void **state)
{
    MuArena *arena = mu_arena_new(0);
    MuDiags diags = {.arena = arena};
    (void)state;
    text_engine = mu_text_new(NULL, 0, &diags);
    mu_arena_free(arena);
    return !text_engine;
}

static inline int draw_end(void **state)
{
    (void)state;
    mu_text_free(text_engine);
    return 0;
}

static inline int figure_setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    figure = MU_NEW(arena, Figure);
    figure->arena = arena;
    figure->diags.arena = arena;
    *state = figure;
    return 0;
}

static inline int figure_teardown(void **state)
{
    (void)state;
    mu_arena_free(figure->arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, figure_setup, figure_teardown)

static inline MuText *borrow_text(void *host, MuDiags *diags)
{
    mu_text_begin(host, MU_STR("en-US"), diags);
    return host;
}

static inline const MuSource *source_of(const char *text)
{
    MuSource *source = MU_NEW(figure->arena, MuSource);
    *source = (MuSource){.name = MU_STR("spec"), .text = mu_str(text)};
    return source;
}

static inline void print_diags(void)
{
    for (size_t i = 0; i < figure->diags.list.size; i++) {
        MuBuf buf = {.arena = figure->arena};
        mu_diag_show(&buf, &figure->diags.list.at[i], false);
        print_error("%s\n", mu_buf_str(&buf).at);
    }
}

/* A value from YAML; of the test's arena. A text that begins with a brace would be taken for JSON. */
static inline const MuNode *node(const char *yaml)
{
    const char *text = strchr("{[", *yaml) ? mu_str_printf(figure->arena, "---\n%s", yaml).at : yaml;
    const MuNode *read = mu_doc_read(figure->arena, source_of(text), MU_DOC_SPEC, &figure->diags);
    if (!read)
        print_diags();
    assert_non_null(read);
    return read;
}

/* Runs a spec up to a pass; every diagnostic but notes fails the test unless `may_warn`. */
static inline MuRender *run_until(const char *yaml, const char *pass, bool may_warn)
{
    figure->render = (MuRender){.arena = figure->arena,
                                .diags = &figure->diags,
                                .text_engine = borrow_text,
                                .host = text_engine,
                                .options = &figure->options,
                                .source = source_of(yaml),
                                .locale = mu_locale_find(MU_STR("en-US"))};
    bool ok = mu_render_run(&figure->render, mu_pass_find(mu_str(pass)));
    bool quiet = figure->diags.errors == 0 && (may_warn || figure->diags.warnings == 0);
    if (!ok || !quiet)
        print_diags();
    assert_true(ok && quiet);
    return &figure->render;
}

static inline MuRender *draw(const char *yaml)
{
    return run_until(yaml, "finish", false);
}
static inline MuRender *draw_warned(const char *yaml)
{
    return run_until(yaml, "finish", true);
}
static inline MuRender *model_of(const char *yaml)
{
    return run_until(yaml, "model", false);
}

static inline void collect_marks(const MuItem *item, size_t *left, const MuItem **found)
{
    if (item->kind != MU_ITEM_GROUP) {
        if (item->role == MU_ROLE_MARK && !*found && (*left)-- == 0)
            *found = item;
        return;
    }
    for (size_t i = 0; i < item->group->items.size; i++)
        collect_marks(item->group->items.at[i], left, found);
}

/* The n-th item of all marks, in paint order; NULL: there are fewer. Places are relative to the view. */
static inline const MuItem *mark_or_null(const MuRender *render, size_t n)
{
    const MuItem *found = NULL;
    collect_marks(render->scene->root, &n, &found);
    return found;
}

static inline const MuItem *mark(const MuRender *render, size_t n)
{
    const MuItem *found = mark_or_null(render, n);
    assert_non_null(found);
    return found;
}

static inline size_t mark_count(const MuRender *render)
{
    size_t count = 0;
    while (mark_or_null(render, count))
        count++;
    return count;
}

static inline void assert_near(double got, double wanted)
{
    if (fabs(got - wanted) < 0.0006 || (isnan(got) && isnan(wanted)))
        return;
    print_error("%g is not %g\n", got, wanted);
    fail();
}

static inline void assert_str(MuStr got, const char *wanted)
{
    if (mu_str_is(got, wanted))
        return;
    print_error("\"%.*s\" is not \"%s\"\n", MU_FMT(got), wanted);
    fail();
}

/* "12,5 30x0.25": place and size to three decimals. */
static inline void assert_rect(const MuItem *item, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    const double numbers[] = {item->x, item->y, item->width, item->height};
    for (size_t i = 0; i < 4; i++) {
        mu_buf_adds(&buf, (const char *[]){"", ",", " ", "x"}[i]);
        mu_num_coord(&buf, numbers[i], 3);
    }
    assert_int_equal(item->kind, MU_ITEM_RECT);
    assert_str(mu_buf_str(&buf), wanted);
}

/* "0,5 to 300,5". */
static inline void assert_rule(const MuItem *item, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    const double numbers[] = {item->x, item->y, item->x2, item->y2};
    for (size_t i = 0; i < 4; i++) {
        mu_buf_adds(&buf, (const char *[]){"", ",", " to ", ","}[i]);
        mu_num_coord(&buf, numbers[i], 3);
    }
    assert_int_equal(item->kind, MU_ITEM_RULE);
    assert_str(mu_buf_str(&buf), wanted);
}

/* The scale that serves a channel of the view at the root, trained if the pass was late enough. */
static inline const MuScale *scale_of(const MuRender *render, MuChannel channel)
{
    const MuScale *scale = mu_scope_scale(render->root, channel);
    assert_non_null(scale);
    return scale;
}

/* "0 10 20" or "a b": the domain, texts as they are, other values as JSON. */
static inline void assert_domain(const MuRender *render, MuChannel channel, const char *wanted)
{
    const MuScale *scale = scale_of(render, channel);
    MuBuf buf = {.arena = figure->arena};
    for (size_t i = 0; i < (scale->def->discrete ? scale->value_count : scale->domain_size); i++) {
        mu_buf_adds(&buf, i ? " " : "");
        if (!scale->def->discrete)
            mu_num_write(&buf, scale->domain[i]);
        else if (scale->values[i].kind == MU_STRING)
            mu_buf_add(&buf, mu_value_str(scale->values[i]));
        else
            mu_value_json(&buf, scale->values[i]);
    }
    assert_str(mu_buf_str(&buf), wanted);
}

#endif
