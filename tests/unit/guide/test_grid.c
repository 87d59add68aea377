#include "fixture.h"

#include "guide/grid.h"

static void check(const MuGridCell *cells, size_t count, const double *x, const double *y)
{
    for (size_t i = 0; i < count; i++) {
        assert_near(cells[i].x, x[i]);
        assert_near(cells[i].y, y[i]);
    }
}

static void boxes(MuGridCell *cells)
{
    const double widths[] = {10.2, 30, 20, 5}, heights[] = {8, 12, 9.5, 9};
    for (size_t i = 0; i < 4; i++)
        cells[i] = (MuGridCell){.box = {i == 1 ? -2.5 : 0, 0, widths[i], heights[i]}};
}

static void each_column_is_as_wide_as_its_widest_box(void **state)
{
    Fixture *f = *state;
    MuGridCell cells[4];
    boxes(cells);
    MuGridOptions options = {
        .columns = 2, .align_columns = MU_GRID_EACH, .align_rows = MU_GRID_EACH, .column_padding = 4, .row_padding = 2};
    mu_grid_layout(f->arena, cells, 4, &options);
    /* Columns of 20 and 30, what sticks out of the second box to the left rounded up to 3. */
    check(cells, 4, (double[]){0, 27, 0, 27}, (double[]){0, 0, 14, 14});
}

static void without_alignment_each_box_follows_its_neighbour(void **state)
{
    Fixture *f = *state;
    MuGridCell cells[4];
    boxes(cells);
    MuGridOptions options = {.columns = 2, .column_padding = 4, .row_padding = 2};
    mu_grid_layout(f->arena, cells, 4, &options);
    check(cells, 4, (double[]){0, 27, 0, 24}, (double[]){0, 0, 14, 14});
}

static void all_columns_may_be_as_wide_as_the_widest(void **state)
{
    Fixture *f = *state;
    MuGridCell cells[4];
    boxes(cells);
    MuGridOptions options = {.align_columns = MU_GRID_ALL, .column_padding = 1};
    mu_grid_layout(f->arena, cells, 4, &options);
    check(cells, 4, (double[]){0, 34, 68, 102}, (double[]){0, 0, 0, 0});
}

static void rows_can_be_centered_and_the_grid_anchored(void **state)
{
    Fixture *f = *state;
    MuGridCell cells[4];
    boxes(cells);
    MuGridOptions options = {.columns = 2,
                             .align_columns = MU_GRID_EACH,
                             .align_rows = MU_GRID_EACH,
                             .center_rows = true,
                             .x = 100,
                             .anchor_x = MU_GRID_END,
                             .y = 10,
                             .anchor_y = MU_GRID_MIDDLE};
    mu_grid_layout(f->arena, cells, 4, &options);
    /* 53 wide, ending at 100; 21.5 high around 10. Rows below the first have no slack as Vega measures it. */
    check(cells, 4, (double[]){47, 70, 47, 70}, (double[]){2 - 1, -1, 12 - 1, 12 - 1});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_column_is_as_wide_as_its_widest_box, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(without_alignment_each_box_follows_its_neighbour, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(all_columns_may_be_as_wide_as_the_widest, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(rows_can_be_centered_and_the_grid_anchored, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
