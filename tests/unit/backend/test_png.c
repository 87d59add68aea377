#include "pictures.h"

#include <png.h>

/* A picture read back by libpng: straight RGBA, 8 bits each. */
typedef struct Picture {
    uint32_t width, height;
    const unsigned char *rgba;
} Picture;

static Picture decode(Fixture *f, MuStr bytes)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, bytes.at, bytes.size));
    image.format = PNG_FORMAT_RGBA;
    unsigned char *rgba = mu_arena_alloc(f->arena, PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, rgba, 0, NULL));
    return (Picture){image.width, image.height, rgba};
}

static Picture picture(Fixture *f, double scale)
{
    return decode(f, draw(f, &mu_backend_png, (MuDrawOptions){.scale = scale}));
}

static uint32_t pixel(Picture p, uint32_t x, uint32_t y)
{
    const unsigned char *at = p.rgba + ((size_t)y * p.width + x) * 4;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Whether no channel is further away than 1: Cairo's and other rounding. */
static bool is_near(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 32; shift += 8)
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > 1)
            return false;
    return true;
}

#define assert_pixel(p, x, y, rgba)                                                                                    \
    do {                                                                                                               \
        if (!is_near(pixel((p), (x), (y)), (rgba)))                                                                    \
            fail_msg("pixel %u,%u is %08x", (unsigned)(x), (unsigned)(y), (unsigned)pixel((p), (x), (y)));             \
    } while (0)

/* First and last column and row with a dark pixel. */
static MuBounds ink(Picture p)
{
    MuBounds box = mu_bounds_empty();
    for (uint32_t y = 0; y < p.height; y++)
        for (uint32_t x = 0; x < p.width; x++)
            if (pixel(p, x, y) >> 24 < 128)
                box = mu_bounds_add(box, x, y);
    return box;
}

static unsigned char byte(MuStr png, size_t at)
{
    return (unsigned char)png.at[at];
}

/* The four bytes behind the chunk's name, or fails. */
static uint32_t chunk_number(MuStr png, const char *name)
{
    size_t at = mu_str_find(png, mu_str(name), 0);
    assert_true(at != SIZE_MAX);
    return (uint32_t)byte(png, at + 4) << 24 | (uint32_t)byte(png, at + 5) << 16 | (uint32_t)byte(png, at + 6) << 8 |
           byte(png, at + 7);
}

static void a_scale_multiplies_the_pixels(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, 10, 10, 5, 5, "red");
    Picture once = picture(f, 0), twice = picture(f, 2);
    assert_int_equal(once.width, 40);
    assert_int_equal(once.height, 30);
    assert_int_equal(twice.width, 80);
    assert_pixel(once, 9, 10, 0xffffffff);
    assert_pixel(once, 10, 10, 0xff0000ff);
    assert_pixel(once, 14, 14, 0xff0000ff);
    assert_pixel(once, 15, 14, 0xffffffff);
    assert_pixel(twice, 29, 29, 0xff0000ff);
    assert_pixel(twice, 30, 29, 0xffffffff);
}

static void broken_sizes_are_rounded_up(void **state)
{
    Fixture *f = *state;
    f->scene.width = 40.2;
    assert_int_equal(picture(f, 1).width, 41);
    f->scene.width = 41;
    assert_int_equal(picture(f, 1.1).width, 46); /* 45.1 */
}

static void few_colours_make_a_palette(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, 10, 10, 5, 5, "#123456");
    MuStr png = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1});
    assert_int_equal(byte(png, 24), 1); /* bits a pixel */
    assert_int_equal(byte(png, 25), PNG_COLOR_TYPE_PALETTE);
    assert_pixel(decode(f, png), 12, 12, 0x123456ff);
    assert_pixel(decode(f, png), 2, 12, 0xffffffff);
}

/* `count` single pixels of as many colours, beside white. */
static void add_colours(Fixture *f, int count)
{
    for (int i = 0; i < count; i++) {
        MuItem *dot = add_rect(f, f->scene.root, i % 40, i / 40, 1, 1, "black");
        dot->style->fill.color = (MuColor){(i & 255) / 255.0, (i >> 8) / 255.0, 0.2, 1};
    }
}

static void the_257th_colour_makes_true_colour(void **state)
{
    Fixture *f = *state;
    add_colours(f, 255);
    MuStr png = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1});
    assert_int_equal(byte(png, 25), PNG_COLOR_TYPE_PALETTE);
    assert_pixel(decode(f, png), 14, 6, 0xfe0033ff);
    add_colours(f, 256);
    png = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1});
    assert_int_equal(byte(png, 25), PNG_COLOR_TYPE_RGB);
    assert_pixel(decode(f, png), 15, 6, 0xff0033ff);
    assert_pixel(decode(f, png), 39, 29, 0xffffffff);
}

static void what_nothing_covers_is_transparent(void **state)
{
    Fixture *f = *state;
    f->scene.background.kind = MU_PAINT_NONE;
    add_rect(f, f->scene.root, 10, 10, 5, 5, "rgba(255,0,0,0.5)");
    Picture few = picture(f, 1);
    assert_pixel(few, 0, 0, 0);
    assert_pixel(few, 12, 12, 0xff000080);
    add_colours(f, 300);
    MuStr png = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1});
    assert_int_equal(byte(png, 25), PNG_COLOR_TYPE_RGB_ALPHA);
    assert_pixel(decode(f, png), 12, 12, 0xff000080);
}

static void the_file_knows_its_resolution(void **state)
{
    Fixture *f = *state;
    /* 96 px to the inch: 3779.5 a metre */
    assert_int_equal(chunk_number(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1}), "pHYs"), 3780);
    assert_int_equal(chunk_number(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 2}), "pHYs"), 7559);
    f->scene.physical_width_mm = 20;
    assert_int_equal(chunk_number(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 2}), "pHYs"), 4000);
}

static void texts_about_the_figure_stand_in_it(void **state)
{
    Fixture *f = *state;
    f->scene.title = MU_STR("Tote in K\u00e4mpfen");
    f->scene.source = MU_STR("UCDP");
    MuStr png = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1});
    assert_true(mu_str_find(png, MU_STR("iTXtTitle\0\0\0\0\0Tote in K\u00e4mpfen"), 0) != SIZE_MAX);
    assert_true(mu_str_find(png, MU_STR("iTXtSource\0\0\0\0\0UCDP"), 0) != SIZE_MAX);
    assert_true(mu_str_find(png, MU_STR("iTXtSoftware\0\0\0\0\0muster"), 0) != SIZE_MAX);
    assert_true(mu_str_find(png, MU_STR("Description"), 0) == SIZE_MAX);
    assert_true(mu_str_find(png, MU_STR("tIME"), 0) == SIZE_MAX);
}

static void the_same_scene_gives_the_same_bytes(void **state)
{
    Fixture *f = *state;
    add_text(f, f->scene.root, 2, 20, "Text", 12);
    MuStr once = draw(f, &mu_backend_png, (MuDrawOptions){.scale = 2});
    assert_true(once.size > 0 && mu_str_eq(once, draw(f, &mu_backend_png, (MuDrawOptions){.scale = 2})));
}

static void a_picture_beyond_measure_is_refused(void **state)
{
    Fixture *f = *state;
    assert_int_equal(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1000}).size, 0);
    f->scene.width = f->scene.height = 20000;
    assert_int_equal(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1}).size, 0);
    f->scene.width = (double)NAN;
    assert_int_equal(draw(f, &mu_backend_png, (MuDrawOptions){.scale = 1}).size, 0);
    assert_int_equal(f->diags.errors, 3);
    assert_int_equal(f->diags.list.at[0].code, MU_DIAG_PNG_TOO_LARGE);
}

static void groups_move_and_clip_what_is_in_them(void **state)
{
    Fixture *f = *state;
    MuItem *group = mu_group_new(f->arena, MU_ROLE_VIEW);
    group->x = 10, group->y = 5;
    group->group->width = group->group->height = 10;
    group->group->clip = true;
    mu_group_add(f->arena, f->scene.root, group);
    add_rect(f, group, -5, -5, 100, 100, "blue");
    MuBounds box = ink(picture(f, 1));
    assert_true(box.x1 == 10 && box.y1 == 5 && box.x2 == 19 && box.y2 == 14);
}

static void an_item_is_cut_at_its_clip(void **state)
{
    Fixture *f = *state;
    MuPath clip = {.arena = f->arena};
    mu_path_rect(&clip, 3, 4, 5, 6, (const double[4]){0});
    add_rect(f, f->scene.root, 0, 0, 40, 30, "black")->clip = &clip;
    MuBounds box = ink(picture(f, 1));
    assert_true(box.x1 == 3 && box.y1 == 4 && box.x2 == 7 && box.y2 == 9);
}

/* Red at one half over white. The stroke covers the fill's rim: faded as one, what is below it does not shine through.
 */
static void opacity_fades_fill_and_stroke_as_one(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_rect(f, f->scene.root, 10, 10, 10, 10, "black");
    item->style->stroke_paint = mu_paint(css("red"));
    item->style->stroke.width = 4;
    item->style->opacity = 0.5;
    Picture p = picture(f, 1);
    assert_pixel(p, 11, 15, 0xff8080ff);
    assert_pixel(p, 9, 15, 0xff8080ff);
    assert_pixel(p, 15, 15, 0x808080ff);
    item->style->opacity = 1;
    item->style->stroke_opacity = 0.5;
    assert_pixel(picture(f, 1), 11, 15, 0x800000ff);
}

static void blended_colours_multiply(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, 0, 0, 20, 20, "yellow");
    add_rect(f, f->scene.root, 10, 0, 20, 20, "cyan")->style->blend = MU_STR("multiply");
    Picture p = picture(f, 1);
    assert_pixel(p, 5, 5, 0xffff00ff);
    assert_pixel(p, 15, 5, 0x00ff00ff);
    assert_pixel(p, 25, 5, 0x00ffffff);
}

static void dashes_leave_gaps(void **state)
{
    Fixture *f = *state;
    static const double dash[] = {4, 2};
    MuItem *rule = mu_item_new(f->arena, MU_ITEM_RULE, MU_ROLE_MARK);
    rule->y = rule->y2 = 10, rule->x2 = 40;
    rule->style = mu_style_new(f->arena);
    rule->style->stroke_paint = mu_paint(css("black"));
    rule->style->stroke.width = 2;
    rule->style->stroke.dash = dash;
    rule->style->stroke.dash_size = 2;
    mu_group_add(f->arena, f->scene.root, rule);
    Picture p = picture(f, 1);
    assert_pixel(p, 3, 10, 0x000000ff);
    assert_pixel(p, 4, 10, 0xffffffff);
    assert_pixel(p, 5, 10, 0xffffffff);
    assert_pixel(p, 6, 10, 0x000000ff);
    rule->style->stroke.dash = (const double[]){0, 0};
    assert_pixel(picture(f, 1), 4, 10, 0x000000ff); /* as SVG has it: solid */
}

static void gradients_run_over_the_box_of_the_item(void **state)
{
    Fixture *f = *state;
    static const MuStop stops[] = {{0, {0, 0, 0, 1}}, {1, {1, 0, 0, 1}}};
    static const MuGradient across = {.x2 = 1, .stops = stops, .size = 2};
    MuItem *item = add_rect(f, f->scene.root, 10, 0, 20, 20, "black");
    item->style->fill = (MuPaint){.kind = MU_PAINT_GRADIENT, .gradient = &across};
    Picture p = picture(f, 1);
    assert_in_range(pixel(p, 10, 5) >> 24, 0, 10);    /* 1/40 of 255 */
    assert_in_range(pixel(p, 20, 5) >> 24, 130, 138); /* 21/40 of 255 = 134 */
    assert_in_range(pixel(p, 29, 5) >> 24, 245, 255);
}

/* Bands of 2 px every 5 px, across y. */
static void hatches_repeat_from_the_origin(void **state)
{
    Fixture *f = *state;
    static const MuHatch hatch = {.period = 5, .width = 2, .ink = {0, 0, 0, 1}, .ground = {1, 1, 0, 1}};
    MuItem *item = add_rect(f, f->scene.root, 0, 0, 40, 12, "black");
    item->style->fill = (MuPaint){.kind = MU_PAINT_HATCH, .hatch = &hatch};
    Picture p = picture(f, 1);
    static const uint32_t column[] = {0x000000ff, 0x000000ff, 0xffff00ff, 0xffff00ff, 0xffff00ff,
                                      0x000000ff, 0x000000ff, 0xffff00ff, 0xffff00ff, 0xffff00ff,
                                      0x000000ff, 0x000000ff, 0xffffffff};
    for (uint32_t y = 0; y < 13; y++)
        assert_pixel(p, 20, y, column[y]);
}

/* H of DejaVu Sans at 2048/64 = 32 px: x 201/64 = 3.14 to 1339/64 = 20.92, height 1493/64 = 23.33. */
static void an_image_keeps_its_aspect_in_the_middle_of_its_box(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_image(f, 0, 0, 20, 20); /* twice as wide as high: 20 × 10, from 5 down */
    Picture p = picture(f, 1);
    assert_pixel(p, 5, 4, 0xFFFFFFFF);
    assert_pixel(p, 5, 5, 0xFF0000FF);
    assert_pixel(p, 9, 14, 0xFF0000FF);
    assert_pixel(p, 10, 14, 0x7F7FFFFF);
    assert_pixel(p, 10, 15, 0xFFFFFFFF);
    item->stretch = true;
    p = picture(f, 1);
    assert_pixel(p, 5, 0, 0xFF0000FF);
    assert_pixel(p, 15, 19, 0x7F7FFFFF);
    item->style->opacity = 0.5;
    assert_pixel(picture(f, 1), 5, 0, 0xFF7F7FFF);
}

static void an_image_that_is_not_decoded_leaves_its_place_empty(void **state)
{
    Fixture *f = *state;
    MuImage *image = MU_NEW(f->arena, MuImage);
    image->type = "image/jpeg";
    add_image(f, 0, 0, 20, 20)->image = image;
    assert_pixel(picture(f, 1), 5, 10, 0xFFFFFFFF);
    assert_int_equal(f->diags.warnings, 1);
    assert_string_equal(mu_diag_name(f->diags.list.at[0].code), "image-not-drawn");
}

static void texts_stand_where_their_outlines_say(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_text(f, f->scene.root, 5, 28, "H", 32);
    MuBounds box = ink(picture(f, 1));
    assert_true(box.x1 == 8 && box.x2 == 25 && box.y1 == 5 && box.y2 == 27);
    item->text->align = MU_ALIGN_RIGHT; /* 1540/64 = 24.06 px wide */
    item->x = 5 + 1540 / 64.0;
    MuBounds right = ink(picture(f, 1));
    assert_true(right.x1 == 8 && right.x2 == 25);
    item->text->align = MU_ALIGN_LEFT;
    item->x = 30, item->y = 2;
    item->angle = 90; /* clockwise: the baseline runs down, the letter's top points right */
    MuBounds turned = ink(picture(f, 1));
    assert_true(turned.x1 == 30 && turned.y1 == 5 && turned.y2 == 22);
}

static void lines_of_a_text_stand_below_each_other(void **state)
{
    Fixture *f = *state;
    static const MuStr lines[] = {MU_STR_INIT("H"), MU_STR_INIT("H")};
    MuItem *item = add_text(f, f->scene.root, 2, 2, "", 10);
    item->text->lines = lines;
    item->text->size = 2;
    item->text->shift = 9;
    item->text->line_height = 12;
    MuBounds box = ink(picture(f, 1));
    assert_true(box.y1 == 4 && box.y2 == 22); /* cap height 7.3: from 11 - 7.3 to 23 */
}

static void a_halo_parts_text_from_what_is_below(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, 0, 0, 40, 30, "red");
    MuItem *item = add_text(f, f->scene.root, 5, 28, "H", 32);
    item->text->halo = css("white");
    item->text->halo_width = 4;
    Picture p = picture(f, 1);
    assert_pixel(p, 7, 20, 0xffffffff); /* 1 px left of the stem */
    assert_pixel(p, 9, 20, 0x000000ff); /* in it */
    assert_pixel(p, 4, 20, 0xff0000ff);
}

static void numbers_beyond_all_bounds_do_no_harm(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, -1e300, 5, 2e300, 5, "blue");
    add_rect(f, f->scene.root, (double)NAN, (double)INFINITY, 5, 5, "black");
    add_text(f, f->scene.root, 1e300, (double)NAN, "x", 1e9);
    Picture p = picture(f, 1);
    assert_pixel(p, 0, 7, 0x0000ffff);
    assert_pixel(p, 39, 7, 0x0000ffff);
    assert_pixel(p, 20, 20, 0xffffffff);
}

static void memory_that_runs_out_is_an_error_of_the_guard(void **state)
{
    Fixture *f = *state;
    add_rect(f, f->scene.root, 0, 0, 4, 4, "blue");
    for (size_t budget = 16 * 1024; budget < 200 * 1024; budget += 24 * 1024) {
        MuArena *volatile small = mu_arena_new(budget);
        MuGuard guard;
        if (MU_GUARD(small, &guard) == 0) {
            MuBuf out = {.arena = small};
            (void)mu_buf_reserve(&out, budget / 2);
            MuDrawOptions options = {.scale = 1, .text = f->text};
            mu_backend_png.draw(&f->scene, &options, &out, &f->diags);
        }
        mu_guard_leave(&guard);
        mu_arena_free(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_scale_multiplies_the_pixels),
        TEST(broken_sizes_are_rounded_up),
        TEST(few_colours_make_a_palette),
        TEST(the_257th_colour_makes_true_colour),
        TEST(what_nothing_covers_is_transparent),
        TEST(the_file_knows_its_resolution),
        TEST(texts_about_the_figure_stand_in_it),
        TEST(the_same_scene_gives_the_same_bytes),
        TEST(a_picture_beyond_measure_is_refused),
        TEST(groups_move_and_clip_what_is_in_them),
        TEST(an_item_is_cut_at_its_clip),
        TEST(opacity_fades_fill_and_stroke_as_one),
        TEST(blended_colours_multiply),
        TEST(dashes_leave_gaps),
        TEST(gradients_run_over_the_box_of_the_item),
        TEST(hatches_repeat_from_the_origin),
        TEST(an_image_keeps_its_aspect_in_the_middle_of_its_box),
        TEST(an_image_that_is_not_decoded_leaves_its_place_empty),
        TEST(texts_stand_where_their_outlines_say),
        TEST(lines_of_a_text_stand_below_each_other),
        TEST(a_halo_parts_text_from_what_is_below),
        TEST(numbers_beyond_all_bounds_do_no_harm),
        TEST(memory_that_runs_out_is_an_error_of_the_guard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
