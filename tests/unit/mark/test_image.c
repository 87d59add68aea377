/* Where images lie. Numbers: by hand from Vega-Lite's rules, and the same as its drawings. */
#include "draw.h"

/* One red pixel. */
#define PNG                                                                                                            \
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/"                  \
    "pLvAAAAAElFTkSuQmCC"

static void assert_image(const MuItem *item, double x, double y, double width, double height)
{
    assert_int_equal(item->kind, MU_ITEM_IMAGE);
    assert_near(item->x, x);
    assert_near(item->y, y);
    assert_near(item->width, width);
    assert_near(item->height, height);
}

#define PLACES "data: {values: [{a: 0, b: 0}, {a: 10, b: 10}]}\n"
#define XY "encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}\n"

static void an_image_stands_in_the_middle_of_its_place(void **state)
{
    (void)state;
    MuRender *r = draw(PLACES "mark: {type: image, width: 30, height: 20, url: '" PNG "'}\n" XY);
    assert_image(mark(r, 0), -15, 290, 30, 20);
    assert_image(mark(r, 1), 285, -10, 30, 20);
    assert_false(mark(r, 0)->stretch);
    assert_int_equal(mark(r, 0)->image->pixels[0], 0xFFFF0000);
    assert_ptr_equal(mark(r, 0)->image, mark(r, 1)->image);
    assert_int_equal(mark(r, 0)->style->fill.kind, MU_PAINT_NONE);
}

static void align_and_baseline_say_which_edge_stands_there(void **state)
{
    (void)state;
    MuRender *r =
        draw(PLACES "mark: {type: image, width: 30, height: 20, align: left, baseline: bottom, aspect: false, "
                    "smooth: false, url: '" PNG "'}\n" XY);
    assert_image(mark(r, 1), 300, -20, 30, 20);
    assert_true(mark(r, 1)->stretch);
    assert_true(mark(r, 1)->pixelated);
}

static void an_image_fills_a_band(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: p}, {a: q}]}\n"
                       "mark: {type: image, height: 10}\n"
                       "encoding: {x: {field: a, type: nominal}, url: {value: '" PNG "'}}\n");
    assert_image(mark(r, 1), 20, -5, 20, 10); /* without y, its middle is at the top */
}

static void rows_without_an_address_are_left_out(void **state)
{
    (void)state;
    MuRender *r = draw("data: {values: [{a: 1, u: null}, {a: 2, u: ''}, {a: 3, u: '" PNG "'}]}\n"
                       "mark: {type: image, width: 10, height: 10}\n"
                       "encoding: {x: {field: a, type: quantitative}, url: {field: u, type: nominal}}\n");
    assert_int_equal(mark_count(r), 1);
    assert_near(mark(r, 0)->x, 295);
}

static void images_from_the_network_are_left_out_with_a_warning(void **state)
{
    (void)state;
    MuRender *r =
        draw_warned(PLACES "mark: {type: image, width: 10, height: 10, url: 'https://example.org/a.png'}\n" XY);
    assert_int_equal(mark_count(r), 0);
    assert_int_equal(figure->diags.warnings, 1);
    assert_string_equal(mu_diag_name(figure->diags.list.at[0].code), "image-network");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_image_stands_in_the_middle_of_its_place),
        TEST(align_and_baseline_say_which_edge_stands_there),
        TEST(an_image_fills_a_band),
        TEST(rows_without_an_address_are_left_out),
        TEST(images_from_the_network_are_left_out_with_a_warning),
    };
    return cmocka_run_group_tests(tests, draw_begin, draw_end);
}
