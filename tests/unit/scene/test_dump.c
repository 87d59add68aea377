#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "scene/scene.h"

static MuScene *new_scene(MuArena *arena)
{
    MuScene *scene = MU_NEW(arena, MuScene);
    *scene = (MuScene){.arena = arena,
                       .width = 120,
                       .height = 80.5,
                       .background = mu_paint((MuColor){1, 1, 1, 1}),
                       .root = mu_group_new(arena, MU_ROLE_ROOT),
                       .language = MU_STR("en-US")};
    scene->root->x = 10;
    scene->root->y = 5;
    return scene;
}

static MuItem *add(MuScene *scene, MuItem *group, MuItemKind kind, MuRole role)
{
    MuItem *item = mu_item_new(scene->arena, kind, role);
    item->style = mu_style_new(scene->arena);
    mu_group_add(scene->arena, group, item);
    return item;
}

static void expect(MuScene *scene, const char *expected)
{
    MuBuf buf = {.arena = scene->arena};
    mu_scene_dump(&buf, scene);
    mu_buf_addc(&buf, '\0');
    assert_string_equal(buf.at, expected);
}

static void shapes_are_a_line_each_below_their_group(void **state)
{
    MuArena *arena = *state;
    MuScene *scene = new_scene(arena);
    MuItem *view = mu_group_new(arena, MU_ROLE_VIEW);
    view->group->width = 100;
    view->group->height = 60;
    mu_group_add(arena, scene->root, view);
    MuItem *rect = add(scene, view, MU_ITEM_RECT, MU_ROLE_MARK);
    rect->x = 1.0 / 3;
    rect->width = 20;
    rect->height = 30;
    rect->style->fill = mu_paint((MuColor){1, 0, 0, 0.5});
    rect->style->opacity = 0.7;
    rect->title = MU_STR("a \"b\"");
    MuItem *rule = add(scene, view, MU_ITEM_RULE, MU_ROLE_AXIS_TICK);
    rule->y2 = -5;
    rule->style->stroke_paint = mu_paint((MuColor){0, 0, 0, 1});
    rule->style->stroke.dash = (const double[]){4, 2};
    rule->style->stroke.dash_size = 2;
    rule->style->stroke.cap = MU_CAP_ROUND;
    MuItem *circle = add(scene, view, MU_ITEM_CIRCLE, MU_ROLE_MARK);
    circle->width = 5;
    MuItem *path = add(scene, view, MU_ITEM_PATH, MU_ROLE_MARK);
    path->path = &(MuPath){.arena = arena};
    mu_path_move(path->path, 0, 0);
    mu_path_line(path->path, 1, 2);
    mu_path_close(path->path);
    path->angle = 45;
    expect(scene, "scene size 120,80.5 background #ffffff language \"en-US\"\n"
                  "root group at 10,5\n"
                  "  view group at 0,0 size 100,60\n"
                  "    mark rect at 0.33,0 size 20,30 fill rgba(255,0,0,0.5) opacity 0.7 title \"a \\\"b\\\"\"\n"
                  "    axis-tick rule at 0,0 to 0,-5 stroke #000000 width 1 dash 4,2 cap round\n"
                  "    mark circle at 0,0 radius 2.5\n"
                  "    mark path at 0,0 angle 45 d M0,0L1,2Z\n");
}

static void a_text_shows_its_lines_font_and_place(void **state)
{
    MuArena *arena = *state;
    MuScene *scene = new_scene(arena);
    MuItem *item = add(scene, scene->root, MU_ITEM_TEXT, MU_ROLE_TITLE_TEXT);
    item->text = &(MuTextItem){.lines = (MuStr[]){MU_STR("one"), MU_STR("two")},
                               .size = 2,
                               .align = MU_ALIGN_CENTER,
                               .dy = -3,
                               .shift = 8,
                               .line_height = 13,
                               .font = {.family = MU_STR("serif"), .size = 11, .weight = 700, .italic = true},
                               .halo = {1, 1, 1, 1},
                               .halo_width = 3};
    item->style->fill = mu_paint((MuColor){0, 0, 0, 1});
    expect(scene, "scene size 120,80.5 background #ffffff language \"en-US\"\n"
                  "root group at 10,5\n"
                  "  title-text text at 0,0 text \"one\" / \"two\" center size 11 font \"serif\" weight 700 italic by "
                  "0,-3 shift 8"
                  " line-height 13 halo #ffffff width 3 fill #000000\n");
}

static void paints_that_are_no_colour_show_what_they_are_made_of(void **state)
{
    MuArena *arena = *state;
    MuScene *scene = new_scene(arena);
    MuItem *rect = add(scene, scene->root, MU_ITEM_RECT, MU_ROLE_MARK);
    rect->style->fill = (MuPaint){
        .kind = MU_PAINT_GRADIENT,
        .gradient = &(MuGradient){.x2 = 1, .size = 2, .stops = (MuStop[]){{0, {0, 0, 0, 1}}, {1, {1, 1, 1, 1}}}}};
    rect->style->stroke_paint = (MuPaint){
        .kind = MU_PAINT_HATCH, .hatch = &(MuHatch){.angle = 45, .period = 4, .width = 1, .ink = {1, 0, 0, 1}}};
    expect(scene, "scene size 120,80.5 background #ffffff language \"en-US\"\n"
                  "root group at 10,5\n"
                  "  mark rect at 0,0 fill linear(0,0,1,0; 0 #000000, 1 #ffffff)"
                  " stroke hatch(#ff0000 on rgba(0,0,0,0) angle 45 period 4 width 1) width 1\n");
}

static void every_role_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < MU_ROLE_COUNT; i++)
        for (int j = 0; j < i; j++)
            assert_string_not_equal(mu_role_name((MuRole)i), mu_role_name((MuRole)j));
}

static int arena_setup(void **state)
{
    *state = mu_arena_new(0);
    return 0;
}

static int arena_teardown(void **state)
{
    mu_arena_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_are_a_line_each_below_their_group),
        cmocka_unit_test(a_text_shows_its_lines_font_and_place),
        cmocka_unit_test(paints_that_are_no_colour_show_what_they_are_made_of),
        cmocka_unit_test(every_role_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
