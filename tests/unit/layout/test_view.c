/* The figure of Vega-Lite 6.4.3 for bars of A 28, Bee 55, C 43 by category, 200 × 100, with a title. */
#include "unit/guide/fixture.h"

#include "layout/layout.h"

static const char *const names[] = {"A", "Bee", "C"}, *const categories[] = {"long label", "x", "y"},
                         *const palette[] = {"#4c78a8", "#f58518", "#e45756"};
static const MuStr x_title[] = {MU_STR_INIT("b")}, y_title[] = {MU_STR_INIT("a")},
                   legend_title[] = {MU_STR_INIT("Category")};

typedef struct Figure {
    MuItem *view, *x, *y, *legend, *title;
    MuLayoutOptions options;
} Figure;

static MuItem *legend_of(Fixture *f, const char *definition)
{
    MuScale *scale = colors(f, MU_SCALE_ORDINAL, 3, palette);
    set_words(f, scale, 3, categories);
    mu_scale_train(scale);
    MuLegendChannel channels[] = {{MU_STR("fill"), scale}};
    MuLegendSpec spec = {.channels = channels,
                         .channel_count = 1,
                         .field = {.type = MU_NOMINAL},
                         .chain = chain(f, definition),
                         .mark = MU_STR("bar"),
                         .mark_filled = true,
                         .title = legend_title,
                         .title_size = 1};
    return mu_legend_make(&f->context, &spec);
}

static Figure figure(Fixture *f, const char *legend, const char *title)
{
    MuScale *x = linear(f, 0, 55, 0, 200), *y = band(f, 100, 3, names);
    MuAxisSpec below = {.x = true,
                        .scale = x,
                        .field = {.type = MU_QUANTITATIVE},
                        .chain = chain(f, "{\"a\": 1}"),
                        .title = x_title,
                        .title_size = 1,
                        .other = y};
    MuAxisSpec beside = {.scale = y,
                         .field = {.type = MU_NOMINAL},
                         .chain = chain(f, "{\"a\": 1}"),
                         .title = y_title,
                         .title_size = 1,
                         .other = x};
    MuAxisItems a = mu_axis_make(&f->context, &below), b = mu_axis_make(&f->context, &beside);
    MuTitleSpec head = {.chain = chain(f, title)};
    Figure fig = {.view = mu_group_new(f->arena, MU_ROLE_VIEW),
                  .x = a.main,
                  .y = b.main,
                  .legend = legend_of(f, legend),
                  .title = mu_title_make(&f->context, &head)};
    fig.view->group->width = 200;
    fig.view->group->height = 100;
    fig.view->style = mu_style_new(f->arena);
    fig.view->style->stroke_paint = mu_paint((MuColor){0, 0, 0, 1});
    MuItem *const all[] = {a.grid, fig.x, fig.y, fig.legend, fig.title};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        mu_group_add(f->arena, fig.view, all[i]);
    mu_layout_options_init(&fig.options);
    return fig;
}

static void layout(Fixture *f, Figure *fig)
{
    mu_layout_view(fig->view, &fig->options, f->arena, f->text);
}

static void guides_stand_around_the_plot(void **state)
{
    Figure fig = figure(*state, "{\"a\": 1}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    assert_near(fig.x->x, 0.5);
    assert_near(fig.x->y, 100.5);
    assert_near(fig.y->x, 0.5);
    assert_near(nth(fig.y, MU_ROLE_AXIS_TITLE, 0)->x, -30.165);
    MuItem *below = nth(fig.x, MU_ROLE_AXIS_TITLE, 0);
    assert_near(below->y + below->text->shift, 30);
    assert_near(fig.legend->x, 218);
    assert_near(fig.legend->y, 0);
    assert_near(fig.title->x, 100);
    assert_near(fig.title->y, -17);
}

static void the_canvas_takes_each_overhang_rounded_up(void **state)
{
    Figure fig = figure(*state, "{\"a\": 1}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    MuLayoutResult result = mu_layout_canvas(fig.view, &fig.options);
    assert_near(result.canvas_width, 335);
    assert_near(result.canvas_height, 159);
    assert_near(result.origin_x, 47);
    assert_near(result.origin_y, 22);
    assert_near(result.view_width, 200);
}

static void fit_gives_the_plot_what_the_guides_leave(void **state)
{
    Figure fig = figure(*state, "{\"a\": 1}", "{\"text\": \"A title\"}");
    fig.options.autosize = MU_AUTOSIZE_FIT;
    fig.options.contains_padding = true;
    fig.options.width = 400;
    fig.options.height = 300;
    layout(*state, &fig);
    MuLayoutResult result = mu_layout_canvas(fig.view, &fig.options);
    /* 42 left, 83 right (the legend ends at 283), 17 above, 32 below. */
    assert_near(result.view_width, 390 - 42 - 83);
    assert_near(result.view_height, 290 - 17 - 32);
    assert_near(result.canvas_width, 400);
    assert_near(result.canvas_height, 300);
    assert_near(result.origin_x, 47);
}

static void legends_take_the_side_they_are_told(void **state)
{
    Figure fig = figure(*state, "{\"orient\": \"bottom\"}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    assert_near(fig.legend->x, 0);
    assert_near(fig.legend->y, 132 + 18);
    fig = figure(*state, "{\"orient\": \"top-right\", \"offset\": 4}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    assert_near(fig.legend->x, 200 - 4 - 65);
    assert_near(fig.legend->y, 4);
    fig = figure(*state, "{\"orient\": \"left\"}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    assert_near(fig.legend->x, -42 - 18 - 65);
    fig = figure(*state, "{\"orient\": \"none\", \"legendX\": 7, \"legendY\": 9}", "{\"text\": \"A title\"}");
    layout(*state, &fig);
    assert_near(fig.legend->x, 7);
    assert_near(fig.legend->y, 9);
}

static void a_title_at_the_start_begins_with_everything(void **state)
{
    Figure fig =
        figure(*state, "{\"a\": 1}", "{\"text\": \"A title\", \"subtitle\": \"below\", \"anchor\": \"start\"}");
    layout(*state, &fig);
    assert_near(fig.title->x, fig.y->bounds.x1);
    assert_near(fig.title->y, -4 - 27); /* 13 px, a gap of 3, and 12 px that begin 1 above their line */
    fig = figure(*state, "{\"a\": 1}", "{\"text\": \"A title\", \"anchor\": \"start\", \"frame\": \"group\"}");
    layout(*state, &fig);
    assert_near(fig.title->x, 0);
}

static void a_nested_view_is_bounded_with_its_stroke_in_its_parent(void **state)
{
    Figure fig = figure(*state, "{\"a\": 1}", "{\"text\": \"A title\"}");
    fig.options.nested = true;
    fig.view->x = 10;
    layout(*state, &fig);
    assert_near(fig.view->bounds.y1, -17 - 0.5);
    assert_near(fig.view->bounds.x2, 10 + 283 + 0.5);
}

static void cells_of_a_trellis_stand_in_columns(void **state)
{
    Fixture *f = *state;
    MuItem *cells[4], *headers[2];
    for (size_t i = 0; i < 4; i++) {
        cells[i] = mu_group_new(f->arena, MU_ROLE_VIEW);
        cells[i]->group->width = 50;
        cells[i]->group->height = 40;
        cells[i]->bounds = (MuBounds){i == 1 ? -12.5 : 0, 0, 50, i == 2 ? 60.25 : 40};
    }
    for (size_t i = 0; i < 2; i++) {
        headers[i] = mu_group_new(f->arena, MU_ROLE_HEADER);
        headers[i]->bounds = (MuBounds){-5, -10, 5, 0};
    }
    MuTrellis trellis = {.cells = cells,
                         .cell_count = 4,
                         .columns = 2,
                         .align_columns = MU_TRELLIS_ALL,
                         .align_rows = MU_TRELLIS_ALL,
                         .column_padding = 20,
                         .row_padding = 20,
                         .column_headers = {.items = headers, .size = 2, .offset = 10, .band = NAN}};
    mu_layout_trellis(&trellis, f->arena);
    assert_near(cells[1]->x, 50 + 20 + 13);
    assert_near(cells[2]->y, 61 + 20);
    assert_near(cells[3]->x, 83);
    assert_near(headers[1]->x, 83);
    assert_near(headers[1]->y, -10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(guides_stand_around_the_plot),
        TEST(the_canvas_takes_each_overhang_rounded_up),
        TEST(fit_gives_the_plot_what_the_guides_leave),
        TEST(legends_take_the_side_they_are_told),
        TEST(a_title_at_the_start_begins_with_everything),
        TEST(a_nested_view_is_bounded_with_its_stroke_in_its_parent),
        TEST(cells_of_a_trellis_stand_in_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
