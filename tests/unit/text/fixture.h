/* A text engine, an arena and diagnostics for each test of text/. */
#ifndef TESTS_TEXT_FIXTURE_H
#define TESTS_TEXT_FIXTURE_H

#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct Fixture {
    MuArena *arena;
    MuDiags diags;
    MuText *text;
} Fixture;

static int set_up(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = f->diags.arena = arena;
    f->text = mu_text_new(NULL, 0, &f->diags);
    mu_text_begin(f->text, MU_STR("en"), &f->diags);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    mu_text_free(f->text);
    mu_arena_free(f->arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

static inline MuFont font(const char *family, double size)
{
    return (MuFont){.family = mu_str(family), .size = size, .weight = 400};
}

static inline double width(Fixture *f, MuFont in, const char *s) { return mu_text_width(f->text, &in, mu_str(s)); }

static inline void assert_near(double number, double expected, double tolerance)
{
    if (!(fabs(number - expected) <= tolerance))
        fail_msg("%.5f, not %.5f", number, expected);
}

static inline void assert_str(MuStr s, const char *expected)
{
    if (!mu_str_is(s, expected))
        fail_msg("\"%.*s\", not \"%s\"", MU_FMT(s), expected);
}

#endif
