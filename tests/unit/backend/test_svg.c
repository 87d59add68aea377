#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "backend/backend.h"

typedef struct Fixture {
    MuArena *arena;
    MuScene scene;
    MuDrawOptions options;
    MuDiags diags;
} Fixture;

static int setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = arena;
    f->diags.arena = arena;
    f->scene = (MuScene){.arena = arena, .width = 100, .height = 50, .root = mu_group_new(arena, MU_ROLE_ROOT)};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    mu_arena_free(((Fixture *)*state)->arena);
    return 0;
}

static const char *draw(Fixture *f)
{
    MuBuf out = {.arena = f->arena};
    assert_true(mu_backend_svg.draw(&f->scene, &f->options, &out, &f->diags));
    mu_buf_addc(&out, '\0');
    return out.at;
}

#define HEAD                                                                                                           \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\" viewBox=\"0 0 100 50\" fill=\"none\""

/* What stands inside the root's group. */
static void expect_inside(Fixture *f, const char *expected)
{
    MuBuf whole = {.arena = f->arena};
    mu_buf_printf(&whole, HEAD "><g class=\"root\">%s</g></svg>\n", expected);
    assert_string_equal(draw(f), mu_buf_str(&whole).at);
}

static void expect_contains(Fixture *f, const char *expected)
{
    const char *svg = draw(f);
    if (!strstr(svg, expected))
        fail_msg("no %s in %s", expected, svg);
}

static MuItem *add(Fixture *f, MuItem *group, MuItemKind kind, MuRole role)
{
    MuItem *item = mu_item_new(f->arena, kind, role);
    item->style = mu_style_new(f->arena);
    mu_group_add(f->arena, group, item);
    return item;
}

static const MuColor black = {0, 0, 0, 1}, red = {1, 0, 0, 1}, blue = {76 / 255.0, 120 / 255.0, 168 / 255.0, 1};

static MuItem *add_rect(Fixture *f, double x, double y, double width, double height)
{
    MuItem *item = add(f, f->scene.root, MU_ITEM_RECT, MU_ROLE_MARK);
    item->x = x;
    item->y = y;
    item->width = width;
    item->height = height;
    item->style->fill = mu_paint(blue);
    return item;
}

static MuItem *add_rule(Fixture *f, MuRole role, double x, double y, double x2, double y2)
{
    MuItem *item = add(f, f->scene.root, MU_ITEM_RULE, role);
    item->x = x;
    item->y = y;
    item->x2 = x2;
    item->y2 = y2;
    item->style->stroke_paint = mu_paint(black);
    return item;
}

static MuItem *add_text(Fixture *f, const char *one, const char *two)
{
    MuItem *item = add(f, f->scene.root, MU_ITEM_TEXT, MU_ROLE_AXIS_LABEL);
    MuStr *lines = MU_NEW_ARRAY(f->arena, MuStr, 2);
    lines[0] = mu_str(one);
    lines[1] = mu_str(two);
    item->text = MU_NEW(f->arena, MuTextItem);
    *item->text = (MuTextItem){.lines = lines,
                               .size = two ? 2 : 1,
                               .line_height = 13,
                               .font = {.family = MU_STR("sans-serif"), .size = 11, .weight = 400}};
    item->style->fill = mu_paint(black);
    return item;
}

static void an_empty_scene_is_a_size(void **state)
{
    assert_string_equal(draw(*state), HEAD "></svg>\n");
}

static void the_figure_has_a_title_a_language_and_a_ground(void **state)
{
    Fixture *f = *state;
    f->scene.background = mu_paint((MuColor){1, 1, 1, 1});
    f->scene.title = MU_STR("Fish & chips");
    f->scene.description = MU_STR("<what is seen>");
    f->scene.source = MU_STR("{\"mark\":1}");
    f->scene.language = MU_STR("en-US");
    assert_string_equal(draw(f), HEAD " lang=\"en-US\" role=\"graphics-document\"><title>Fish &amp; chips</title>"
                                      "<desc>&lt;what is seen&gt;</desc><metadata>{&quot;mark&quot;:1}</metadata>"
                                      "<rect width=\"100\" height=\"50\" fill=\"#fff\"/></svg>\n");
}

static void scale_and_a_physical_width_change_only_the_outer_size(void **state)
{
    Fixture *f = *state;
    f->options.scale = 2;
    expect_contains(f, " width=\"200\" height=\"100\" viewBox=\"0 0 100 50\"");
    f->scene.physical_width_mm = 160;
    expect_contains(f, " width=\"160mm\" height=\"80mm\" viewBox=\"0 0 100 50\"");
}

static void one_item_carries_its_own_attributes(void **state)
{
    Fixture *f = *state;
    add_rect(f, 1.23456, -2, 10, 20);
    expect_inside(f, "<rect x=\"1.235\" y=\"-2\" width=\"10\" height=\"20\" class=\"mark\" fill=\"#4c78a8\"/>");
}

static void what_a_run_shares_stands_on_its_group(void **state)
{
    Fixture *f = *state;
    add_rect(f, 0, 0, 10, 20);
    MuItem *second = add_rect(f, 10, 0, 10, 20);
    second->style->stroke_paint = mu_paint(red);
    add_rect(f, 20, 0, 10, 20);
    expect_inside(f, "<g class=\"mark\" fill=\"#4c78a8\"><rect width=\"10\" height=\"20\"/>"
                     "<rect x=\"10\" width=\"10\" height=\"20\" stroke=\"#f00\"/>"
                     "<rect x=\"20\" width=\"10\" height=\"20\"/></g>");
}

static void a_group_of_the_same_role_needs_no_other_around_the_run(void **state)
{
    Fixture *f = *state;
    add_rect(f, 0, 0, 10, 20);
    add_rect(f, 10, 0, 10, 20);
    f->scene.root->role = MU_ROLE_MARK;
    assert_string_equal(draw(f), HEAD "><g class=\"mark\" fill=\"#4c78a8\"><rect width=\"10\" height=\"20\"/>"
                                      "<rect x=\"10\" width=\"10\" height=\"20\"/></g></svg>\n");
}

static void neighbours_of_another_role_are_another_run(void **state)
{
    Fixture *f = *state;
    add_rule(f, MU_ROLE_MARK, 0, 1, 10, 1)->style->stroke.width = 2;
    add_rule(f, MU_ROLE_MARK, 0, 2, 10, 2)->style->stroke.width = 2;
    add_rule(f, MU_ROLE_AXIS_DOMAIN, 0, 0, 0, 50);
    expect_inside(f, "<g class=\"mark\" stroke=\"#000\" stroke-width=\"2\"><line y1=\"1\" x2=\"10\" y2=\"1\"/>"
                     "<line y1=\"2\" x2=\"10\" y2=\"2\"/></g><line y2=\"50\" class=\"axis-domain\" stroke=\"#000\"/>");
}

static void grid_lines_and_ticks_are_one_path(void **state)
{
    Fixture *f = *state;
    add_rule(f, MU_ROLE_AXIS_GRID, 0, 0, 0, -50);
    add_rule(f, MU_ROLE_AXIS_GRID, 25.5, 0, 25.5, -50);
    add_rule(f, MU_ROLE_AXIS_TICK, 0, 0, 0, 5);
    MuItem *hidden = add_rule(f, MU_ROLE_AXIS_TICK, 9, 0, 9, 5);
    hidden->style->opacity = 0;
    add_rule(f, MU_ROLE_AXIS_TICK, 10, 0, 10, 5);
    expect_inside(f, "<path d=\"M0,0v-50m25.5,50v-50\" class=\"axis-grid\" stroke=\"#000\"/>"
                     "<path d=\"M0,0v5m10-5v5\" class=\"axis-tick\" stroke=\"#000\"/>");
}

static void translucent_grid_lines_stay_apart(void **state)
{
    Fixture *f = *state;
    add_rule(f, MU_ROLE_AXIS_GRID, 0, 0, 0, 5)->style->stroke_opacity = 0.5;
    add_rule(f, MU_ROLE_AXIS_GRID, 1, 0, 1, 5)->style->stroke_opacity = 0.5;
    expect_contains(f, "<line y2=\"5\"/><line x1=\"1\" x2=\"1\" y2=\"5\"/>");
}

static void path_data_are_relative_and_rounding_does_not_add_up(void **state)
{
    Fixture *f = *state;
    MuItem *item = add(f, f->scene.root, MU_ITEM_PATH, MU_ROLE_MARK);
    item->style->fill = mu_paint(red);
    item->path = &(MuPath){.arena = f->arena};
    mu_path_move(item->path, 0.0004, 0);
    for (int i = 1; i <= 3; i++)
        mu_path_line(item->path, i * 1.0004, i * 2);
    mu_path_cubic(item->path, 4, 7, 5, 8, 3, 9);
    mu_path_close(item->path);
    mu_path_line(item->path, 1, 0);
    item->x = 1;
    expect_inside(f, "<path d=\"M1,0l1,2l1.001,2l1,2c0.999,1,1.999,2-0.001,3zh1\" class=\"mark\" fill=\"#f00\"/>");
}

static void a_turned_path_has_a_transform(void **state)
{
    Fixture *f = *state;
    MuItem *item = add(f, f->scene.root, MU_ITEM_PATH, MU_ROLE_MARK);
    item->style->stroke_paint = mu_paint(red);
    item->path = &(MuPath){.arena = f->arena};
    mu_path_move(item->path, 0, 0);
    mu_path_line(item->path, 1, 0);
    item->x = 5;
    item->angle = -45;
    expect_inside(f, "<path d=\"M0,0h1\" transform=\"translate(5,0)rotate(-45)\" class=\"mark\" stroke=\"#f00\"/>");
}

static void opacity_is_the_items_own_only_with_fill_and_stroke(void **state)
{
    Fixture *f = *state;
    MuItem *item = add(f, f->scene.root, MU_ITEM_CIRCLE, MU_ROLE_MARK);
    item->width = 5;
    item->style->fill = mu_paint((MuColor){1, 0, 0, 0.5});
    item->style->opacity = 0.7;
    expect_inside(f, "<circle r=\"2.5\" class=\"mark\" fill=\"#f00\" fill-opacity=\"0.35\"/>");
    item->style->stroke_paint = mu_paint(black);
    item->style->stroke.width = 2;
    item->style->stroke.dash = (const double[]){4, 2.5};
    item->style->stroke.dash_size = 2;
    expect_inside(
        f, "<circle r=\"2.5\" class=\"mark\" fill=\"#f00\" fill-opacity=\"0.5\" stroke=\"#000\" stroke-width=\"2\""
           " stroke-dasharray=\"4,2.5\" opacity=\"0.7\"/>");
}

static void a_box_without_height_keeps_its_stroke(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_rect(f, 0, 5, 10, 0);
    assert_null(strstr(draw(f), "4c78a8"));
    item->style->stroke_paint = mu_paint(red);
    expect_contains(f, "<path d=\"M0,5h10h0h-10z\"");
}

static void a_box_that_grows_leftwards_and_up_is_turned_round(void **state)
{
    Fixture *f = *state;
    add_rect(f, 10, 20, -4, -5);
    expect_contains(f, "<rect x=\"6\" y=\"15\" width=\"4\" height=\"5\"");
}

static void texts_are_texts_with_attributes(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_text(f, "a <b> & \"c\"\x01", NULL);
    item->x = 10;
    item->y = 20;
    item->text->shift = 3;
    item->text->dx = 1;
    item->text->align = MU_ALIGN_CENTER;
    item->text->font.weight = 700;
    item->text->font.italic = item->text->font.tabular = true;
    assert_string_equal(
        draw(f),
        HEAD " font-family=\"sans-serif\"><g class=\"root\"><text x=\"11\" y=\"23\" class=\"axis-label\" fill=\"#000\""
             " font-size=\"11px\" font-weight=\"700\" font-style=\"italic\" text-anchor=\"middle\""
             " style=\"font-variant-numeric:tabular-nums\">a &lt;b&gt; &amp; &quot;c&quot;</text></g></svg>\n");
}

static void further_lines_are_tspans_below(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_text(f, "one", "two");
    item->x = 10;
    item->angle = -90;
    item->text->dy = -3;
    expect_contains(
        f,
        "<text y=\"-3\" transform=\"translate(10,0)rotate(-90)\" class=\"axis-label\" fill=\"#000\" font-size=\"11px\">"
        "<tspan>one</tspan><tspan x=\"0\" dy=\"13\">two</tspan></text>");
}

static void an_empty_line_leaves_its_room(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_text(f, "", "two");
    expect_contains(f, "font-size=\"11px\"><tspan x=\"0\" dy=\"13\">two</tspan></text>");
    item->text->size = 1;
    assert_null(strstr(draw(f), "<text"));
}

static void a_halo_is_a_stroke_behind_the_glyphs(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_text(f, "x", NULL);
    item->text->halo = (MuColor){1, 1, 1, 1};
    item->text->halo_width = 3;
    expect_contains(f, " fill=\"#000\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" font-size=\"11px\""
                       " paint-order=\"stroke\">x<");
}

static void hidden_labels_are_not_written(void **state)
{
    Fixture *f = *state;
    add_text(f, "seen", NULL);
    add_text(f, "hidden", NULL)->style->opacity = 0;
    expect_contains(f, "<text class=\"axis-label\" fill=\"#000\" font-size=\"11px\">seen</text>");
    assert_null(strstr(draw(f), "hidden"));
}

static void bytes_that_are_not_utf8_become_replacement_characters(void **state)
{
    Fixture *f = *state;
    add_text(f, "\xC3\xA9\xFF", NULL);
    expect_contains(f, ">\xC3\xA9\xEF\xBF\xBD</text>");
}

static void tooltips_labels_and_links_surround_the_item(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_rect(f, 0, 0, 1, 1);
    item->title = MU_STR("a: 1\nb: 2");
    item->label = MU_STR("a \"1\"");
    item->href = MU_STR("https://example.org/?a&b");
    expect_inside(
        f, "<a href=\"https://example.org/?a&amp;b\"><rect width=\"1\" height=\"1\" class=\"mark\" fill=\"#4c78a8\""
           " role=\"graphics-symbol\" aria-label=\"a &quot;1&quot;\"><title>a: 1&#10;b: 2</title></rect></a>");
}

static void a_link_that_would_run_code_is_left_out_with_a_warning(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_rect(f, 0, 0, 1, 1);
    item->href = MU_STR("javascript:alert(1)");
    assert_null(strstr(draw(f), "javascript"));
    assert_int_equal(f->diags.warnings, 1);
    item->href = MU_STR("page.html");
    expect_contains(f, "<a href=\"page.html\">");
}

static void a_group_is_moved_and_has_a_frame_on_half_pixels(void **state)
{
    Fixture *f = *state;
    f->scene.root->role = MU_ROLE_VIEW;
    f->scene.root->x = 40.5;
    f->scene.root->group->width = 30;
    f->scene.root->group->height = 20;
    f->scene.root->style = mu_style_new(f->arena);
    f->scene.root->style->stroke_paint = mu_paint((MuColor){0xdd / 255.0, 0xdd / 255.0, 0xdd / 255.0, 1});
    assert_string_equal(draw(f),
                        HEAD "><g class=\"view\" transform=\"translate(40.5,0)\">"
                             "<rect x=\"0.5\" y=\"0.5\" width=\"30\" height=\"20\" stroke=\"#ddd\"/></g></svg>\n");
}

/* The id in `svg` behind "url(#". */
static MuStr id_in(const char *svg)
{
    const char *at = strstr(svg, "url(#");
    assert_non_null(at);
    return (MuStr){at + 5, strcspn(at + 5, ")")};
}

static void expect_definition(Fixture *f, const char *format)
{
    const char *svg = draw(f);
    MuStr id = id_in(svg);
    MuBuf text = {.arena = f->arena};
    const char *mark = strchr(format, '@');
    mu_buf_add(&text, (MuStr){format, (size_t)(mark - format)});
    mu_buf_add(&text, id);
    mu_buf_adds(&text, mark + 1);
    if (!strstr(svg, mu_buf_str(&text).at))
        fail_msg("no %s in %s", mu_buf_str(&text).at, svg);
}

static void clips_are_defined_once_by_what_they_are(void **state)
{
    Fixture *f = *state;
    MuPath clip = {.arena = f->arena}, same = {.arena = f->arena};
    mu_path_rect(&clip, 0, 0, 30, 20, NULL);
    mu_path_rect(&same, 0, 0, 30, 20, NULL);
    f->options.id_prefix = MU_STR("fig1-");
    add_rect(f, 0, 0, 99, 1)->clip = &clip;
    add_rect(f, 0, 2, 99, 1)->clip = &clip;
    add_rule(f, MU_ROLE_MARK, 0, 0, 99, 0)->clip = &same;
    expect_definition(f, "</g></g><defs><clipPath id=\"@\"><path d=\"M0,0h30v20h-30z\"/></clipPath></defs></svg>");
    assert_true(mu_str_starts(id_in(draw(f)), "fig1-c"));
    expect_definition(f, "<g class=\"mark\" clip-path=\"url(#@)\" fill=\"#4c78a8\"><rect");
}

static void a_group_clips_its_children_but_not_its_frame(void **state)
{
    Fixture *f = *state;
    add_rect(f, 0, 0, 99, 1);
    f->scene.root->group->clip = true;
    f->scene.root->group->width = f->scene.root->group->height = 20;
    expect_definition(f, "<g class=\"root\" clip-path=\"url(#@)\"><rect");
    f->scene.root->style = mu_style_new(f->arena);
    f->scene.root->style->stroke_paint = mu_paint(black);
    expect_definition(
        f, "<rect x=\"0.5\" y=\"0.5\" width=\"20\" height=\"20\" stroke=\"#000\"/><g clip-path=\"url(#@)\"><rect");
}

static void gradients_are_fractions_of_the_box(void **state)
{
    Fixture *f = *state;
    MuStop stops[] = {{0, {1, 1, 1, 1}}, {0.5, {1, 0, 0, 0.25}}};
    MuGradient linear = {.x1 = 1, .y1 = 1, .x2 = 1, .y2 = 0, .stops = stops, .size = 2};
    MuItem *item = add_rect(f, 0, 0, 9, 9);
    item->style->fill = (MuPaint){.kind = MU_PAINT_GRADIENT, .gradient = &linear};
    expect_definition(
        f, "<defs><linearGradient id=\"@\" x1=\"1\" y1=\"1\" x2=\"1\" y2=\"0\"><stop offset=\"0\" stop-color=\"#fff\"/>"
           "<stop offset=\"0.5\" stop-color=\"#f00\" stop-opacity=\"0.25\"/></linearGradient></defs>");
    linear.radial = true;
    linear.r2 = 0.5;
    expect_definition(f, "</radialGradient><pattern id=\"@\" viewBox=\"0 0 1 1\" width=\"100%\" height=\"100%\"");
}

static void hatches_are_patterns(void **state)
{
    Fixture *f = *state;
    MuHatch hatch = {.angle = 45, .period = 6, .width = 1.5, .ink = {0, 0, 0, 1}, .ground = {1, 1, 1, 0.5}};
    add_rect(f, 0, 0, 9, 9)->style->fill = (MuPaint){.kind = MU_PAINT_HATCH, .hatch = &hatch};
    expect_definition(
        f, "<pattern id=\"@\" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\" patternTransform=\"rotate(45)\">"
           "<rect width=\"6\" height=\"6\" fill=\"#fff\" fill-opacity=\"0.5\"/>"
           "<rect width=\"6\" height=\"1.5\" fill=\"#000\"/></pattern>");
}

static void a_blend_mode_may_be_a_word_only(void **state)
{
    Fixture *f = *state;
    MuItem *item = add_rect(f, 0, 0, 9, 9);
    item->style->blend = MU_STR("multiply");
    expect_contains(f, " style=\"mix-blend-mode:multiply\"");
    item->style->blend = MU_STR("multiply;fill:red");
    assert_null(strstr(draw(f), "mix-blend"));
}

static void images_refer_to_their_file(void **state)
{
    Fixture *f = *state;
    MuItem *item = add(f, f->scene.root, MU_ITEM_IMAGE, MU_ROLE_MARK);
    item->x = 1;
    item->width = 30;
    item->height = 20;
    item->url = MU_STR("data/a&b.png");
    item->style->opacity = 0.5;
    expect_inside(
        f, "<image x=\"1\" width=\"30\" height=\"20\" href=\"data/a&amp;b.png\" class=\"mark\" opacity=\"0.5\"/>");
    item->stretch = true;
    expect_contains(f, " preserveAspectRatio=\"none\"");
}

static void an_image_that_was_read_is_inside_once(void **state)
{
    Fixture *f = *state;
    MuImage *image = MU_NEW(f->arena, MuImage);
    *image = (MuImage){.bytes = MU_STR("foobar"), .type = "image/png", .width = 1, .height = 1};
    for (size_t i = 0; i < 2; i++) {
        MuItem *item = add(f, f->scene.root, MU_ITEM_IMAGE, MU_ROLE_MARK);
        item->x = 5 * (double)i;
        item->width = item->height = 4;
        item->image = image;
    }
    const char *svg = draw(f), *data = strstr(svg, "href=\"data:image/png;base64,Zm9vYmFy\"");
    assert_non_null(data);
    assert_null(strstr(data + 10, "data:"));
    const char *id = strstr(svg, "<image id=\""), *use = strstr(svg, "<use href=\"#");
    assert_true(id && use);
    assert_memory_equal(id + 11, use + 12, 11);
    assert_non_null(strstr(svg, "x=\"5\""));
}

static void the_same_scene_gives_the_same_bytes(void **state)
{
    Fixture *f = *state;
    MuPath clip = {.arena = f->arena};
    mu_path_rect(&clip, 0, 0, 30, 20, NULL);
    add_rect(f, 0, 0, 99, 1)->clip = &clip;
    assert_string_equal(draw(f), draw(f));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(an_empty_scene_is_a_size),
        TEST(the_figure_has_a_title_a_language_and_a_ground),
        TEST(scale_and_a_physical_width_change_only_the_outer_size),
        TEST(one_item_carries_its_own_attributes),
        TEST(what_a_run_shares_stands_on_its_group),
        TEST(a_group_of_the_same_role_needs_no_other_around_the_run),
        TEST(neighbours_of_another_role_are_another_run),
        TEST(grid_lines_and_ticks_are_one_path),
        TEST(translucent_grid_lines_stay_apart),
        TEST(path_data_are_relative_and_rounding_does_not_add_up),
        TEST(a_turned_path_has_a_transform),
        TEST(opacity_is_the_items_own_only_with_fill_and_stroke),
        TEST(a_box_without_height_keeps_its_stroke),
        TEST(a_box_that_grows_leftwards_and_up_is_turned_round),
        TEST(texts_are_texts_with_attributes),
        TEST(further_lines_are_tspans_below),
        TEST(an_empty_line_leaves_its_room),
        TEST(a_halo_is_a_stroke_behind_the_glyphs),
        TEST(hidden_labels_are_not_written),
        TEST(bytes_that_are_not_utf8_become_replacement_characters),
        TEST(tooltips_labels_and_links_surround_the_item),
        TEST(a_link_that_would_run_code_is_left_out_with_a_warning),
        TEST(a_group_is_moved_and_has_a_frame_on_half_pixels),
        TEST(clips_are_defined_once_by_what_they_are),
        TEST(a_group_clips_its_children_but_not_its_frame),
        TEST(gradients_are_fractions_of_the_box),
        TEST(hatches_are_patterns),
        TEST(a_blend_mode_may_be_a_word_only),
        TEST(images_refer_to_their_file),
        TEST(an_image_that_was_read_is_inside_once),
        TEST(the_same_scene_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
