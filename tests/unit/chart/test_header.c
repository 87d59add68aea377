/* Headers of facets: what they say and where they stand. Places were compared with Vega 6.4. */
#include "draw.h"

#define D "data: {values: [{k: a, g: 1, v: 1}, {k: b, g: 2, v: 2}]}\n"
#define SPEC "spec: {width: 50, height: 40, mark: point, encoding: {x: {field: v, type: quantitative}}}\n"

static void add_texts(MuBuf *buf, const MuItem *item, MuRole role)
{
    if (item->kind == MU_ITEM_TEXT && item->role == role)
        for (size_t i = 0; i < item->text->size; i++)
            mu_buf_printf(buf, "%s%.*s", buf->size ? "|" : "", MU_FMT(item->text->lines[i]));
    for (size_t i = 0; item->kind == MU_ITEM_GROUP && i < item->group->items.size; i++)
        add_texts(buf, item->group->items.at[i], role);
}

/* All titles and labels of headers, titles of fields first. */
static void assert_texts(const char *yaml, const char *wanted)
{
    MuBuf buf = {.arena = figure->arena};
    add_texts(&buf, draw(yaml)->scene->root, MU_ROLE_TITLE_TEXT);
    assert_str(mu_buf_str(&buf), wanted);
}

static void the_field_names_the_header_and_its_values_the_cells(void **state)
{
    (void)state;
    assert_texts(D "facet: {row: {field: k}}\n" SPEC, "k|a|b");
    assert_texts(D "facet: {row: {field: k}, column: {field: g, title: Group}}\n" SPEC, "k|Group|a|b|1|2");
    assert_texts(D "facet: {field: k}\n" SPEC, "k|a|b");
}

static void titles_and_labels_can_be_left_out(void **state)
{
    (void)state;
    assert_texts(D "facet: {row: {field: k, header: null}}\n" SPEC, "");
    assert_texts(D "facet: {row: {field: k, title: null}}\n" SPEC, "a|b");
    assert_texts(D "facet: {row: {field: k, header: {labels: false}}}\n" SPEC, "k");
    assert_texts(D "config: {headerRow: {title: null}}\nfacet: {row: {field: k}}\n" SPEC, "a|b");
}

static void labels_are_formatted(void **state)
{
    (void)state;
    assert_texts(D "facet: {column: {field: g, type: quantitative, header: {format: .1f}}}\n" SPEC, "g|1.0|2.0");
    assert_texts(D
                 "facet: {column: {field: k, header: {labelExpr: 'upper(datum.label) + \" \" + datum.value'}}}\n" SPEC,
                 "k|A a|B b");
    assert_texts(D "facet: {column: {field: g, bin: {step: 0.5}}}\n" SPEC, "g (binned)|1 – 1.5|1.5 – 2");
}

static void the_titles_of_nested_facets_stand_in_one_line(void **state)
{
    (void)state;
    assert_texts(D "facet: {row: {field: k}}\nspec:\n  facet: {row: {field: g}}\n  " SPEC, "k / g|a|b|1|2");
}

static const MuTrellis *trellis_of(const char *yaml)
{
    return draw(yaml)->root->trellis;
}

static void headers_stand_at_the_edges_that_they_are_put_to(void **state)
{
    (void)state;
    const MuTrellis *t = trellis_of(D "facet: {row: {field: k}}\n" SPEC);
    assert_int_equal(t->row_headers.size, 2);
    assert_int_equal(t->column_footers.size, 1); /* the axis of x, once */
    t = trellis_of(D "facet: {row: {field: k, header: {orient: right}}}\n" SPEC);
    assert_int_equal(t->row_headers.size, 0);
    assert_int_equal(t->row_footers.size, 2);
    assert_true(t->row_title_end);
    t = trellis_of(D "facet: {row: {field: k, header: {labelOrient: top}}}\n" SPEC);
    assert_int_equal(t->row_headers.size, 0);
    assert_non_null(figure->render.root->facet->cells[0]->label);
}

static void wrapped_cells_have_axes_below_each_column(void **state)
{
    (void)state;
    const MuTrellis *t = trellis_of(D "columns: 2\nfacet: {field: k}\n" SPEC);
    assert_int_equal(t->column_footers.size, 2);
    assert_near(t->column_title.offset, 0);
    t = trellis_of(D "columns: 1\nfacet: {field: k}\n" SPEC);
    assert_int_equal(t->column_footers.size, 1);
}

static void titles_have_their_place_along_the_cells(void **state)
{
    (void)state;
    const MuTrellis *t = trellis_of(D "facet: {column: {field: k, header: {titleAnchor: start}}, row: {field: g, "
                                      "header: {titleAnchor: start}}}\n" SPEC);
    assert_near(t->column_title.band, 0);
    assert_near(t->row_title.band, 1);
    assert_near(t->row_title.offset, 10);
}

static void a_pair_without_rows_has_a_frame_only(void **state)
{
    (void)state;
    const MuRender *r = draw(D "facet: {row: {field: k}, column: {field: g}}\n" SPEC);
    const MuFacet *facet = r->root->facet;
    assert_true(facet->cells[1]->empty);
    assert_int_equal(facet->cells[1]->item->group->items.size, 0);
    assert_near(facet->cells[1]->item->group->width, 50);
    assert_true(facet->cells[0]->item->group->items.size > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_field_names_the_header_and_its_values_the_cells),
        TEST(titles_and_labels_can_be_left_out),
        TEST(labels_are_formatted),
        TEST(the_titles_of_nested_facets_stand_in_one_line),
        TEST(headers_stand_at_the_edges_that_they_are_put_to),
        TEST(wrapped_cells_have_axes_below_each_column),
        TEST(titles_have_their_place_along_the_cells),
        TEST(a_pair_without_rows_has_a_frame_only),
    };
    return cmocka_run_group_tests_name("header", tests, draw_begin, draw_end);
}
