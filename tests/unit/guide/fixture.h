/* What the tests of guide/ and layout/ stand on: an arena, a text engine, scales and chains from JSON. */
#ifndef TESTS_GUIDE_FIXTURE_H
#define TESTS_GUIDE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "guide/guide.h"

typedef struct Fixture {
    MuArena *arena;
    MuText *text;
    MuDiags diags;
    MuEnv env;
    MuGuideContext context;
} Fixture;

static inline int fixture_setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = arena;
    f->diags.arena = arena;
    f->env = (MuEnv){.arena = arena, .diags = &f->diags};
    f->text = mu_text_new(NULL, 0, &f->diags);
    assert_non_null(f->text);
    f->context = (MuGuideContext){.arena = arena,
                                  .text = f->text,
                                  .locale = mu_locale_find(MU_STR("en-US")),
                                  .diags = &f->diags,
                                  .width = 200,
                                  .height = 100};
    *state = f;
    return 0;
}

static inline int fixture_teardown(void **state)
{
    Fixture *f = *state;
    mu_text_free(f->text);
    mu_arena_free(f->arena);
    return 0;
}

static inline const MuNode *json(Fixture *f, const char *text)
{
    MuSource *source = MU_NEW(f->arena, MuSource);
    *source = (MuSource){.name = MU_STR("test"), .text = mu_str(text)};
    const MuNode *node = mu_doc_read_json(f->arena, source, MU_DOC_SPEC, &f->diags);
    assert_non_null(node);
    return node;
}

static inline MuChain chain(Fixture *f, const char *text)
{
    MuChain c = {.env = &f->env, .arena = f->arena};
    c.definition = json(f, text);
    c.own = 1;
    mu_chain_add(&c, c.definition);
    return c;
}

static inline MuScale *linear(Fixture *f, double d0, double d1, double r0, double r1)
{
    MuScale *scale = mu_scale_new(f->arena, MU_SCALE_LINEAR);
    scale->domain = MU_NEW_ARRAY(f->arena, double, 2);
    scale->domain[0] = d0;
    scale->domain[1] = d1;
    scale->domain_size = 2;
    scale->range = MU_NEW_ARRAY(f->arena, double, 2);
    scale->range[0] = r0;
    scale->range[1] = r1;
    scale->range_size = 2;
    mu_scale_train(scale);
    return scale;
}

static inline void set_words(Fixture *f, MuScale *scale, size_t count, const char *const *words)
{
    scale->values = MU_NEW_ARRAY(f->arena, MuValue, count);
    scale->value_count = count;
    for (size_t i = 0; i < count; i++)
        scale->values[i] = mu_string(mu_str(words[i]));
}

static inline MuScale *band(Fixture *f, double r1, size_t count, const char *const *words)
{
    MuScale *scale = mu_scale_new(f->arena, MU_SCALE_BAND);
    set_words(f, scale, count, words);
    scale->range = MU_NEW_ARRAY(f->arena, double, 2);
    scale->range[1] = r1;
    scale->range_size = 2;
    scale->padding_inner = 0.1;
    scale->padding_outer = 0.05;
    mu_scale_train(scale);
    return scale;
}

static inline MuScale *colors(Fixture *f, MuScaleType type, size_t count, const char *const *names)
{
    MuScale *scale = mu_scale_new(f->arena, type);
    scale->range_kind = MU_RANGE_COLORS;
    scale->colors = MU_NEW_ARRAY(f->arena, MuColor, count);
    scale->range_size = count;
    for (size_t i = 0; i < count; i++)
        assert_true(mu_color_parse(mu_str(names[i]), &scale->colors[i]));
    return scale;
}

/* The n-th item of a role among a group's children; NULL: there are fewer. */
static inline MuItem *nth(const MuItem *group, MuRole role, size_t n)
{
    for (size_t i = 0; i < group->group->items.size; i++)
        if (group->group->items.at[i]->role == role && n-- == 0)
            return group->group->items.at[i];
    return NULL;
}

static inline size_t count_of(const MuItem *group, MuRole role)
{
    size_t count = 0;
    while (nth(group, role, count))
        count++;
    return count;
}

static inline void assert_near(double got, double wanted)
{
    if (!(fabs(got - wanted) < 0.0006)) {
        print_error("%g is not %g\n", got, wanted);
        fail();
    }
}

static inline void assert_line(const MuItem *text, const char *wanted)
{
    assert_non_null(text);
    assert_true(text->text->size > 0);
    if (!mu_str_is(text->text->lines[0], wanted)) {
        print_error("\"%.*s\" is not \"%s\"\n", MU_FMT(text->text->lines[0]), wanted);
        fail();
    }
}

#endif
