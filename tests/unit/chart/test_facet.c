/* Cells of facets: their order, their rows, and what is computed over all of them. */
#include "draw.h"

#define ROWS                                                                                                           \
    "data: {values: [{k: b, g: x, v: 1}, {k: a, g: x, v: 9}, {k: a, g: y, v: 5}, {k: c, g: x, v: 2}, {k: b, g: x, v: " \
    "4}]}\n"
#define POINTS "mark: point\nencoding: {x: {field: v, type: quantitative}"

static MuRender *parted(const char *yaml)
{
    return run_until(yaml, "domains", true);
}

static MuStr value_of(const MuFacet *facet, MuFacetDim dim, MuStr name, size_t i)
{
    MuColumn *column = mu_table_field(facet->table, name);
    return mu_to_string(figure->arena, mu_column_value(column, facet->values[dim].rows[i]));
}

/* "a b c": the values of a field in the order of the cells. */
static void assert_values(const MuRender *render, MuFacetDim dim, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    const MuFacet *facet = render->root->facet;
    assert_non_null(facet);
    MuStr name = render->root->view->facet[dim].def->column;
    for (size_t i = 0; i < facet->values[dim].count; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? " " : "", MU_FMT(value_of(facet, dim, name, i)));
    assert_str(mu_buf_str(&buf), wanted);
}

/* "9 5|1 4|2": of each cell the values of a column, those of its unit's drawn rows. */
static void assert_cells(const MuRender *render, const char *column, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    const MuFacet *facet = render->root->facet;
    for (size_t i = 0; i < facet->cell_count; i++) {
        MuTable *table = facet->cells[i]->main;
        mu_buf_adds(&buf, i ? "|" : "");
        for (size_t j = 0; j < table->size; j++) {
            MuValue value = mu_column_value(mu_table_field(table, mu_str(column)), mu_table_row(table, j));
            mu_buf_printf(&buf, "%s%.*s", j ? " " : "", MU_FMT(mu_to_string(figure->arena, value)));
        }
    }
    assert_str(mu_buf_str(&buf), wanted);
}

static void cells_stand_in_the_order_of_their_values(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS POINTS ", row: {field: k}}\n");
    assert_values(r, MU_FACET_ROW, "a b c");
    assert_cells(r, "v", "9 5|1 4|2");
    assert_values(parted(ROWS POINTS ", column: {field: k, sort: descending}}\n"), MU_FACET_COLUMN, "c b a");
    assert_values(parted(ROWS POINTS ", facet: {field: k, sort: [c, a]}}\n"), MU_FACET_WRAP, "c a b");
}

static void cells_may_be_sorted_by_another_field(void **state)
{
    (void)state;
    /* least values: a 5, b 1, c 2; sums: a 14, b 5, c 2 */
    assert_values(parted(ROWS POINTS ", row: {field: k, sort: {field: v}}}\n"), MU_FACET_ROW, "b c a");
    assert_values(parted(ROWS POINTS ", row: {field: k, sort: {field: v, op: sum, order: descending}}}\n"),
                  MU_FACET_ROW, "a b c");
    assert_values(parted(ROWS POINTS ", row: {field: k, sort: {op: count, order: descending}}}\n"), MU_FACET_ROW,
                  "b a c");
}

static void the_order_holds_where_the_cells_aggregate(void **state)
{
    (void)state;
    const MuRender *r =
        parted(ROWS "mark: bar\nencoding: {y: {aggregate: count}, row: {field: k, sort: {field: v, op: max}}}\n");
    assert_values(r, MU_FACET_ROW, "c b a");
    assert_cells(r, "__count", "1|2|2");
}

static void rows_and_columns_have_a_cell_for_each_pair(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS POINTS ", row: {field: k}, column: {field: g}}\n");
    assert_cells(r, "v", "9|5|1 4||2|");
    assert_false(r->root->facet->cells[2]->empty);
    assert_true(r->root->facet->cells[3]->empty);
}

static void bins_are_those_of_all_cells(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS "mark: bar\nencoding: {x: {field: v, bin: {maxbins: 5}}, y: {aggregate: count}, "
                                    "column: {field: k}}\nresolve: {scale: {x: independent}}\n");
    assert_cells(r, "bin_maxbins_5_v", "8 4|0 4|2");
    for (size_t i = 0; i < 3; i++)
        assert_near(r->root->facet->cells[i]->bins[MU_CHANNEL_X].stop, 10);
}

static void parts_are_stacked_within_their_cell(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS "mark: bar\nencoding: {y: {field: v, aggregate: sum}, color: {field: g}, "
                                    "row: {field: k}}\n");
    assert_cells(r, "sum_v_end", "14 5|5|2");
}

static void transforms_keep_the_cells_apart(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS "facet: {row: {field: k}}\nspec:\n  transform: [{window: [{op: sum, field: v, as: "
                                    "s}]}]\n  mark: point\n  encoding: {x: {field: s, type: quantitative}}\n");
    assert_cells(r, "s", "9 14|1 5|2");
}

static void a_view_with_data_of_its_own_has_all_of_them_in_each_cell(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS "facet: {row: {field: k}}\nspec:\n  layer:\n  - {" /* */
                                    "mark: point, encoding: {x: {field: v, type: quantitative}}}\n"
                                    "  - {data: {values: [{z: 1}, {z: 2}]}, mark: rule, encoding: {x: {field: z, "
                                    "type: quantitative}}}\n");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(r->root->facet->cells[i]->children[1]->main->size, 2);
    assert_int_equal(r->root->facet->cells[2]->children[0]->main->size, 1);
}

static void shared_scales_cover_all_cells_and_independent_ones_their_own(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS POINTS ", row: {field: k}}\n");
    assert_domain(r, MU_CHANNEL_X, "0 9");
    r = parted(ROWS POINTS ", row: {field: k}}\nresolve: {scale: {x: independent}}\n");
    const double most[] = {9, 4, 2};
    for (size_t i = 0; i < 3; i++)
        assert_near(mu_scope_scale(r->root->facet->cells[i], MU_CHANNEL_X)->domain[1], most[i]);
}

static void a_facet_in_a_facet_has_the_values_of_its_cell(void **state)
{
    (void)state;
    const MuRender *r = parted(ROWS "facet: {row: {field: g}}\nspec:\n  facet: {column: {field: k}}\n  spec: {mark: "
                                    "point, encoding: {x: {field: v, type: quantitative}}}\n");
    assert_int_equal(r->root->facet->cells[0]->facet->cell_count, 3);
    assert_int_equal(r->root->facet->cells[1]->facet->cell_count, 1);
}

static void cells_are_as_wide_as_their_own_steps(void **state)
{
    (void)state;
    const MuRender *r = run_until(ROWS "mark: bar\nencoding: {x: {field: v, type: ordinal}, column: {field: k}}\n"
                                       "resolve: {scale: {x: independent}}\n",
                                  "sizes", false);
    assert_near(r->root->facet->cells[0]->width, 40);
    assert_near(r->root->facet->cells[2]->width, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(cells_stand_in_the_order_of_their_values),
        TEST(cells_may_be_sorted_by_another_field),
        TEST(the_order_holds_where_the_cells_aggregate),
        TEST(rows_and_columns_have_a_cell_for_each_pair),
        TEST(bins_are_those_of_all_cells),
        TEST(parts_are_stacked_within_their_cell),
        TEST(transforms_keep_the_cells_apart),
        TEST(a_view_with_data_of_its_own_has_all_of_them_in_each_cell),
        TEST(shared_scales_cover_all_cells_and_independent_ones_their_own),
        TEST(a_facet_in_a_facet_has_the_values_of_its_cell),
        TEST(cells_are_as_wide_as_their_own_steps),
    };
    return cmocka_run_group_tests_name("facet", tests, draw_begin, draw_end);
}
