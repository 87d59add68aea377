/* What views share, and whose legends and axes stand where. */
#include "draw.h"

#define D "data: {values: [{a: 1, b: 2, k: x}, {a: 3, b: 9, k: y}]}\n"
#define U "{mark: point, encoding: {x: {field: a, type: quantitative}, color: {field: k}}}"
#define V "{mark: point, encoding: {x: {field: b, type: quantitative}, color: {field: k}}}"

static const MuView *view_of(const char *yaml)
{
    return model_of(yaml)->model.root;
}

static void views_side_by_side_share_looks_but_no_positions(void **state)
{
    (void)state;
    const MuView *view = view_of(D "hconcat: [" U ", " V "]\n");
    assert_null(view->scales[MU_CHANNEL_X]);
    assert_non_null(view->scales[MU_CHANNEL_COLOR]);
    assert_int_equal(view->legends.size, 1);
    assert_int_equal(view->children[0]->legends.size, 0);
    assert_int_equal(view->children[1]->axes.size, 1);
}

static void a_concat_may_share_positions(void **state)
{
    (void)state;
    const MuRender *r = run_until(D "resolve: {scale: {x: shared}}\nvconcat: [" U ", " V "]\n", "domains", false);
    assert_domain(r, MU_CHANNEL_X, "0 9");
    assert_int_equal(r->root->view->children[0]->axes.size, 1);
}

static void independent_scales_have_legends_of_their_own(void **state)
{
    (void)state;
    const MuView *view = view_of(D "resolve: {scale: {color: independent}}\nhconcat: [" U ", " V "]\n");
    assert_int_equal(view->legends.size, 0);
    assert_int_equal(view->children[0]->legends.size, 1);
    assert_int_equal(view->children[1]->legends.size, 1);
}

static void legends_may_be_independent_over_one_scale(void **state)
{
    (void)state;
    const MuView *view = view_of(D "resolve: {legend: {color: independent}}\nhconcat: [" U ", " V "]\n");
    assert_non_null(view->scales[MU_CHANNEL_COLOR]);
    assert_int_equal(view->children[1]->legends.size, 1);
}

static void the_independent_legend_of_a_layer_stays_with_the_layers(void **state)
{
    (void)state;
    const MuView *view =
        view_of(D "hconcat:\n- {resolve: {legend: {color: independent}}, layer: [" U ", " V "]}\n- " U "\n");
    assert_int_equal(view->legends.size, 1);
    assert_int_equal(view->children[0]->legends.size, 2);
}

static void shared_axes_of_a_facet_stand_in_its_headers(void **state)
{
    (void)state;
    const MuView *view = view_of(D "facet: {row: {field: k}}\nspec: " U "\n");
    assert_int_equal(view->axes.size, 1);
    assert_true(view->axes.at[0]->in_header);
    view = view_of(D "resolve: {axis: {x: independent}}\nfacet: {row: {field: k}}\nspec: " U "\n");
    assert_int_equal(view->axes.size, 0);
    assert_false(view->children[0]->axes.at[0]->in_header);
}

static void one_legend_serves_channels_of_one_field_though_not_all_views_have_both(void **state)
{
    (void)state;
    const MuView *view =
        view_of(D "hconcat:\n- {mark: point, encoding: {color: {field: k}, shape: {field: k}}}\n- " V "\n");
    assert_int_equal(view->legends.size, 1);
    assert_int_equal(view->legends.at[0]->channels.size, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(views_side_by_side_share_looks_but_no_positions),
        TEST(a_concat_may_share_positions),
        TEST(independent_scales_have_legends_of_their_own),
        TEST(legends_may_be_independent_over_one_scale),
        TEST(the_independent_legend_of_a_layer_stays_with_the_layers),
        TEST(shared_axes_of_a_facet_stand_in_its_headers),
        TEST(one_legend_serves_channels_of_one_field_though_not_all_views_have_both),
    };
    return cmocka_run_group_tests_name("resolve", tests, draw_begin, draw_end);
}
