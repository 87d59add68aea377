/* The expected paths are vega-scenegraph's, at size 100. */
#include "path_text.h"

#include "geom/symbol.h"

static void expect_symbol(MuArena *arena, const char *name, const char *expected)
{
    MuPath path = {.arena = arena};
    const MuSymbol *symbol = mu_symbol_find(mu_str(name));
    assert_non_null(symbol);
    symbol->draw(&path, 100);
    ASSERT_PATH(&path, expected);
}

static void shapes_come_out_as_in_vega(void **state)
{
    expect_symbol(*state, "arrow", "M-0.714,5L0.714,5L0.714,-0.625L2,-0.625L0,-5L-2,-0.625L-0.714,-0.625Z");
    expect_symbol(*state, "cross", "M-5,-2L-5,2L-2,2L-2,5L2,5L2,2L5,2L5,-2L2,-2L2,-5L-2,-5L-2,-2Z");
    expect_symbol(*state, "diamond", "M-5,0L0,-5L5,0L0,5Z");
    expect_symbol(*state, "square", "M-5,-5L5,-5L5,5L-5,5Z");
    expect_symbol(*state, "stroke", "M-5,0L5,0");
    expect_symbol(*state, "triangle", "M0,-5.774L-5,2.887L5,2.887Z");
    expect_symbol(*state, "triangle-down", "M0,4.33L-5,-4.33L5,-4.33Z");
    expect_symbol(*state, "triangle-left", "M-4.33,0L4.33,-5L4.33,5Z");
    expect_symbol(*state, "triangle-right", "M4.33,0L-4.33,-5L-4.33,5Z");
    expect_symbol(*state, "triangle-up", "M0,-4.33L-5,4.33L5,4.33Z");
    expect_symbol(*state, "wedge", "M0,-5.774L-1.25,2.887L1.25,2.887Z");
}

static void a_circle_of_size_100_has_radius_5(void **state)
{
    MuPath path = {.arena = *state};
    mu_symbol_find(MU_STR("circle"))->draw(&path, 100);
    MuBounds b = mu_path_bounds(&path);
    assert_true(fabs(b.x1 + 5) < 1e-12 && fabs(b.x2 - 5) < 1e-12 && fabs(b.y1 + 5) < 1e-12 && fabs(b.y2 - 5) < 1e-12);
}

static void an_unknown_shape_is_none(void **state)
{
    (void)state;
    assert_null(mu_symbol_find(MU_STR("M0,0h1")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_come_out_as_in_vega),
        cmocka_unit_test(a_circle_of_size_100_has_radius_5),
        cmocka_unit_test(an_unknown_shape_is_none),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
