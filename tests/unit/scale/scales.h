/* Setting up scales in tests. Expected values in these tests come from d3-scale 4 and vega-scale 8. */
#ifndef TESTS_SCALE_SCALES_H
#define TESTS_SCALE_SCALES_H

#include "scale/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

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

/* Numbers as an array and its length. */
#define LIST(...) ((const double[]){__VA_ARGS__}), sizeof((const double[]){__VA_ARGS__}) / sizeof(double)

static inline double *numbers(const double *at, size_t size)
{
    double *copy = MU_NEW_ARRAY(arena, double, size);
    memcpy(copy, at, size * sizeof *at);
    return copy;
}

static inline void set_domain(MuScale *scale, const double *at, size_t size)
{
    scale->domain = numbers(at, size);
    scale->domain_size = size;
}

static inline void set_range(MuScale *scale, const double *at, size_t size)
{
    scale->range_kind = MU_RANGE_NUMBERS;
    scale->range = numbers(at, size);
    scale->range_size = size;
}

/* One letter is one value. */
static inline void set_letters(MuScale *scale, const char *letters)
{
    scale->value_count = strlen(letters);
    scale->values = MU_NEW_ARRAY(arena, MuValue, scale->value_count);
    for (size_t i = 0; i < scale->value_count; i++)
        scale->values[i] = mu_string((MuStr){letters + i, 1});
}

static inline MuValue letter(const char *text)
{
    return mu_string(mu_str(text));
}

/* A scale from two numbers to two numbers, not trained yet. */
static inline MuScale *scale_of(MuScaleType type, double from, double to, double low, double high)
{
    MuScale *scale = mu_scale_new(arena, type);
    set_domain(scale, LIST(from, to));
    set_range(scale, LIST(low, high));
    return scale;
}

static inline double at(const MuScale *scale, double x)
{
    return mu_scale_number(scale, mu_number(x));
}

static inline void assert_near(double a, double b)
{
    if (!(fabs(a - b) <= 1e-9 * fmax(1, fabs(b))))
        fail_msg("%.17g is not %.17g", a, b);
}

static inline void assert_values(const MuValue *values, size_t size, const double *expected, size_t expected_size)
{
    assert_int_equal(size, expected_size);
    for (size_t i = 0; i < size; i++)
        assert_true(values[i].number == expected[i]);
}

/* The ticks by count alone. */
static inline void assert_ticks(const MuScale *scale, double count, const double *expected, size_t size)
{
    MuValue *ticks;
    size_t n = mu_scale_ticks(scale, arena, count, (MuInterval){0}, NAN, &ticks);
    assert_values(ticks, n, expected, size);
}

/* Channels as 0..255. */
static inline void assert_color(MuColor color, int r, int g, int b)
{
    assert_int_equal((int)(color.r * 255 + 0.5), r);
    assert_int_equal((int)(color.g * 255 + 0.5), g);
    assert_int_equal((int)(color.b * 255 + 0.5), b);
    assert_true(color.a == 1);
}

#endif
