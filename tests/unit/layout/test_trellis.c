/* A grid of cells with headers, by the rules of Vega's trellisLayout; places worked out by hand. */
#include "unit/guide/fixture.h"

#include "layout/layout.h"

static MuItem *box(Fixture *f, double width, double height, MuBounds bounds)
{
    MuItem *item = mu_group_new(f->arena, MU_ROLE_VIEW);
    item->group->width = width;
    item->group->height = height;
    item->bounds = bounds;
    return item;
}

/* Three cells of 50 x 40 in two columns; an axis of the first stands 12.5 out to the left. */
static MuTrellis grid_of(Fixture *f, MuItem **cells)
{
    for (size_t i = 0; i < 3; i++)
        cells[i] = box(f, 50, 40, (MuBounds){i == 0 ? -12.5 : 0, 0, 50, 40});
    return (MuTrellis){.cells = cells,
                       .cell_count = 3,
                       .columns = 2,
                       .align_columns = MU_TRELLIS_ALL,
                       .align_rows = MU_TRELLIS_ALL,
                       .column_padding = 10,
                       .row_padding = 6};
}

static void assert_place(const MuItem *item, double x, double y)
{
    assert_near(item->x, x);
    assert_near(item->y, y);
}

static void headers_stand_before_the_cells_and_footers_behind(void **state)
{
    Fixture *f = *state;
    MuItem *cells[3], *rows[2], *below[2];
    MuTrellis t = grid_of(f, cells);
    for (size_t i = 0; i < 2; i++) {
        rows[i] = box(f, 0, 40, (MuBounds){-8.5, 0, 0, 40});
        below[i] = box(f, 50, 0, (MuBounds){0, 0, 50, 15});
    }
    t.row_headers = (MuTrellisPart){.items = rows, .size = 2, .band = NAN};
    t.column_footers = (MuTrellisPart){.items = below, .size = 2, .band = NAN};
    mu_layout_trellis(&t, f->arena);
    assert_place(cells[1], 60, 0);
    assert_place(cells[2], 0, 46);
    assert_place(rows[0], -13, 0);
    assert_place(rows[1], -13, 46);
    assert_place(below[0], 0, 86);
    /* the last row has no second cell: the footer goes with the cell above, but not up to it */
    assert_place(below[1], 60, 86);
}

static void titles_stand_beyond_the_headers_in_the_middle(void **state)
{
    Fixture *f = *state;
    MuItem *cells[3], *above[2], *title = box(f, 0, 0, (MuBounds){-20, -10, 20, 0});
    MuTrellis t = grid_of(f, cells);
    for (size_t i = 0; i < 2; i++)
        above[i] = box(f, 50, 0, (MuBounds){20, -9.2, 30, -2});
    t.column_headers = (MuTrellisPart){.items = above, .size = 2, .band = NAN};
    t.column_title = (MuTrellisPart){.items = &title, .size = 1, .offset = 10, .band = NAN};
    mu_layout_trellis(&t, f->arena);
    assert_place(above[1], 60, 0);
    /* the cells reach from -12.5 to 110 */
    assert_place(title, 49, -10 - 10);
}

static void titles_may_stand_at_the_end_and_at_one_side(void **state)
{
    Fixture *f = *state;
    MuItem *cells[3], *title = box(f, 0, 0, (MuBounds){0, 0, 40, 10});
    MuTrellis t = grid_of(f, cells);
    t.column_title = (MuTrellisPart){.items = &title, .size = 1, .band = 0};
    t.column_title_end = true;
    mu_layout_trellis(&t, f->arena);
    assert_place(title, -12, 86);
}

static void flush_cells_are_placed_by_their_plots_alone(void **state)
{
    Fixture *f = *state;
    MuItem *cells[3], *rows[2];
    MuTrellis t = grid_of(f, cells);
    cells[1]->bounds.x1 = -30;
    for (size_t i = 0; i < 2; i++)
        rows[i] = box(f, 0, 40, (MuBounds){-8, 0, 0, 40});
    t.flush = true;
    t.row_headers = (MuTrellisPart){.items = rows, .size = 2, .band = NAN};
    mu_layout_trellis(&t, f->arena);
    assert_place(cells[1], 60, 0);
    assert_place(rows[0], 0, 0);
}

static void a_header_without_a_size_stands_in_the_middle_of_its_cell(void **state)
{
    Fixture *f = *state;
    MuItem *cells[3], *rows[2];
    MuTrellis t = grid_of(f, cells);
    for (size_t i = 0; i < 2; i++)
        rows[i] = box(f, 0, 0, (MuBounds){-8, -4, 0, 4});
    t.row_headers = (MuTrellisPart){.items = rows, .size = 2, .band = 0.5};
    mu_layout_trellis(&t, f->arena);
    assert_place(rows[1], -13, 66);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(headers_stand_before_the_cells_and_footers_behind, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(titles_stand_beyond_the_headers_in_the_middle, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(titles_may_stand_at_the_end_and_at_one_side, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(flush_cells_are_placed_by_their_plots_alone, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(a_header_without_a_size_stands_in_the_middle_of_its_cell, fixture_setup,
                                        fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
