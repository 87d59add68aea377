/* An arena for each test of base/ and format/. */
#ifndef TESTS_BASE_FIXTURE_H
#define TESTS_BASE_FIXTURE_H

#include "base/num.h"

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static MuArena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = mu_arena_new(0);
    return !arena;
}

static int free_arena(void **state)
{
    (void)state;
    mu_arena_free(arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_arena, free_arena)

/* What a writer wrote, for comparing. */
static inline MuBuf new_buf(void) { return (MuBuf){.arena = arena}; }

static inline void assert_buf(MuBuf *buf, const char *expected) { assert_string_equal(mu_buf_str(buf).at, expected); }

/* Equal doubles, NaN being equal to NaN. */
static inline void assert_number(double number, double expected)
{
    MuBuf a = new_buf(), b = new_buf();
    mu_num_write(&a, number);
    mu_num_write(&b, expected);
    assert_string_equal(mu_buf_str(&a).at, mu_buf_str(&b).at);
}

#endif
