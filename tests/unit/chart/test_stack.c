/* Which views are stacked, along which channel and over which fields (vega-lite/src/stack.ts). */
#include "draw.h"

static const MuUnit *unit_of(const char *mark_name, const char *encoding)
{
    MuBuf spec = {.arena = figure->arena};
    mu_buf_printf(&spec, "data: {values: [{k: a, g: u, v: 1, w: 2}]}\nmark: %s\nencoding: {%s}\n", mark_name, encoding);
    return run_until(mu_buf_str(&spec).at, "model", true)->model.root->unit;
}

#define K "x: {field: k, type: nominal}, "
#define V "y: {field: v, type: quantitative}"
#define COLOR ", color: {field: g, type: nominal}"

static void assert_stack(const char *mark_name, const char *encoding, MuStackOffset offset, MuChannel channel)
{
    const MuUnit *unit = unit_of(mark_name, encoding);
    if (unit->stack.offset == offset && (offset == MU_STACK_NONE || unit->stack.channel == channel))
        return;
    print_error("%s, %s: stacked %d along %s\n", mark_name, encoding, unit->stack.offset,
                mu_channel_name(unit->stack.channel));
    fail();
}

static void assert_not_stacked(const char *mark_name, const char *encoding)
{
    assert_stack(mark_name, encoding, MU_STACK_NONE, MU_CHANNEL_X);
}

static void bars_and_areas_are_stacked_along_their_values(void **state)
{
    (void)state;
    assert_stack("bar", K V COLOR, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_stack("area", K V COLOR, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_stack("bar", "y: {field: k, type: nominal}, x: {field: v, type: quantitative}" COLOR, MU_STACK_ZERO,
                 MU_CHANNEL_X);
    assert_stack("bar", K "y: {aggregate: count}" COLOR, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_stack("bar", K "y: {aggregate: count}, detail: {field: g}", MU_STACK_ZERO, MU_CHANNEL_Y);
}

static void rows_without_a_group_are_stacked_but_aggregates_are_not(void **state)
{
    (void)state;
    assert_stack("bar", K V, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_not_stacked("bar", K "y: {aggregate: count}");
    assert_not_stacked("bar", K "y: {aggregate: count}, color: {field: v, aggregate: mean}");
}

static void other_marks_are_stacked_only_when_asked(void **state)
{
    (void)state;
    assert_not_stacked("line", K V COLOR);
    assert_not_stacked("point", K V COLOR);
    assert_stack("line", K "y: {field: v, type: quantitative, stack: zero}" COLOR, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_not_stacked("rect", K "y: {field: v, type: quantitative, stack: zero}" COLOR);
}

static void the_offset_may_be_said(void **state)
{
    (void)state;
    assert_stack("bar", K "y: {field: v, type: quantitative, stack: normalize}" COLOR, MU_STACK_NORMALIZE,
                 MU_CHANNEL_Y);
    assert_stack("area", K "y: {field: v, type: quantitative, stack: center}" COLOR, MU_STACK_CENTER, MU_CHANNEL_Y);
    assert_stack("bar", K "y: {field: v, type: quantitative, stack: true}" COLOR, MU_STACK_ZERO, MU_CHANNEL_Y);
    assert_not_stacked("bar", K "y: {field: v, type: quantitative, stack: null}" COLOR);
    assert_not_stacked("bar", K "y: {field: v, type: quantitative, stack: false}" COLOR);
}

static void a_second_end_forbids_a_stack(void **state)
{
    (void)state;
    assert_not_stacked("bar", K V ", y2: {field: w}" COLOR);
}

static void with_two_numbers_the_aggregate_or_the_orient_decides(void **state)
{
    (void)state;
    assert_stack("bar", "x: {field: w, type: quantitative}, y: {field: v, aggregate: sum}" COLOR, MU_STACK_ZERO,
                 MU_CHANNEL_Y);
    assert_stack("bar", "x: {field: w, aggregate: sum}, y: {field: v, type: quantitative}" COLOR, MU_STACK_ZERO,
                 MU_CHANNEL_X);
    assert_stack("area", "x: {field: w, type: quantitative}, y: {field: v, type: quantitative}" COLOR, MU_STACK_ZERO,
                 MU_CHANNEL_Y);
    assert_not_stacked("point", "x: {field: w, type: quantitative}, y: {field: v, type: quantitative}" COLOR);
}

static void the_groups_of_a_stack_are_the_fields_that_are_no_place(void **state)
{
    (void)state;
    const MuUnit *unit = unit_of(
        "bar", K V ", color: {field: g, type: nominal}, detail: {field: w}, opacity: {field: k, type: nominal}");
    assert_int_equal(unit->stack_by_size, 2);
    assert_str(unit->stack_by[0]->column, "g");
    assert_str(unit->stack_by[1]->column, "w");
    assert_str(unit->stack.start, "v_start");
    assert_str(unit->stack.end, "v_end");
}

static void only_paths_fill_what_is_missing_with_zeros(void **state)
{
    (void)state;
    assert_true(unit_of("area", K V COLOR)->stack.impute);
    assert_false(unit_of("bar", K V COLOR)->stack.impute);
    assert_false(unit_of("area", K "y: {field: v, type: quantitative, impute: null}" COLOR)->stack.impute);
}

/* vega-lite/src/compile/mark/init.ts. */
static void assert_orient(const char *mark_name, const char *encoding, MuMarkOrient orient)
{
    const MuUnit *unit = unit_of(mark_name, encoding);
    if (unit->orient != orient) {
        print_error("%s, %s: orient %d\n", mark_name, encoding, unit->orient);
        fail();
    }
}

static void the_orient_of_a_mark_follows_from_its_encoding(void **state)
{
    (void)state;
    assert_orient("bar", K V, MU_MARK_VERTICAL);
    assert_orient("bar", "y: {field: k, type: nominal}, x: {field: v, type: quantitative}", MU_MARK_HORIZONTAL);
    assert_orient("bar", "x: {field: v, bin: true}, y: {aggregate: count}", MU_MARK_VERTICAL);
    assert_orient("bar", "x: {field: v, type: quantitative}, x2: {field: w}, y: {field: k, type: nominal}",
                  MU_MARK_HORIZONTAL);
    assert_orient("bar", "x: {field: v, type: quantitative}", MU_MARK_HORIZONTAL);
    assert_orient("bar", "x: {field: w, type: temporal}, y: {field: v, type: quantitative}", MU_MARK_VERTICAL);
    assert_orient("{type: bar, orient: horizontal}",
                  "x: {field: v, type: quantitative}, y: {field: w, type: quantitative}", MU_MARK_HORIZONTAL);
    assert_orient("tick", "x: {field: v, type: quantitative}, y: {field: k, type: nominal}", MU_MARK_VERTICAL);
    assert_orient("rule", "x: {field: v, type: quantitative}", MU_MARK_VERTICAL);
    assert_orient("rule", "y: {field: v, type: quantitative}", MU_MARK_HORIZONTAL);
    assert_orient("area", "y: {field: k, type: temporal}, x: {field: v, type: quantitative}", MU_MARK_HORIZONTAL);
    assert_orient("point", K V, MU_MARK_NO_ORIENT);
}

static void channels_that_a_mark_does_not_take_are_left_out(void **state)
{
    (void)state;
    assert_null(unit_of("bar", K V ", shape: {field: g}")->defs[MU_CHANNEL_SHAPE]);
    assert_int_equal(figure->diags.list.at[0].code, MU_DIAG_CHANNEL_DROPPED);
    assert_null(unit_of("point", K V ", y2: {field: w}")->defs[MU_CHANNEL_Y2]);
    assert_null(unit_of("bar", K V ", text: {field: g}")->defs[MU_CHANNEL_TEXT]);
    assert_null(unit_of("bar", "x: {field: v, type: quantitative}, xOffset: {field: g}")->defs[MU_CHANNEL_XOFFSET]);
}

static void fill_takes_the_place_of_color_where_the_mark_is_filled(void **state)
{
    (void)state;
    assert_null(unit_of("bar", K V COLOR ", fill: {field: g}")->defs[MU_CHANNEL_COLOR]);
    assert_non_null(unit_of("bar", K V COLOR ", stroke: {field: g}")->defs[MU_CHANNEL_COLOR]);
    assert_null(unit_of("point", K V COLOR ", stroke: {field: g}")->defs[MU_CHANNEL_COLOR]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bars_and_areas_are_stacked_along_their_values),
        TEST(rows_without_a_group_are_stacked_but_aggregates_are_not),
        TEST(other_marks_are_stacked_only_when_asked),
        TEST(the_offset_may_be_said),
        TEST(a_second_end_forbids_a_stack),
        TEST(with_two_numbers_the_aggregate_or_the_orient_decides),
        TEST(the_groups_of_a_stack_are_the_fields_that_are_no_place),
        TEST(only_paths_fill_what_is_missing_with_zeros),
        TEST(the_orient_of_a_mark_follows_from_its_encoding),
        TEST(channels_that_a_mark_does_not_take_are_left_out),
        TEST(fill_takes_the_place_of_color_where_the_mark_is_filled),
    };
    return cmocka_run_group_tests_name("stack, unit", tests, NULL, NULL);
}
