#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "scene/scene.h"
#include "text/text.h"

typedef struct Fixture {
    MuArena *arena;
    MuText *text;
    MuDiags diags;
} Fixture;

static int setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = arena;
    f->diags.arena = arena;
    f->text = mu_text_new(NULL, 0, &f->diags);
    *state = f;
    return f->text ? 0 : -1;
}

static int teardown(void **state)
{
    Fixture *f = *state;
    mu_text_free(f->text);
    mu_arena_free(f->arena);
    return 0;
}

static void expect(Fixture *f, MuItem *item, double x1, double y1, double x2, double y2)
{
    MuBounds b = mu_item_bounds(item, f->text);
    if (fabs(b.x1 - x1) > 0.005 || fabs(b.y1 - y1) > 0.005 || fabs(b.x2 - x2) > 0.005 || fabs(b.y2 - y2) > 0.005)
        fail_msg("%.3f %.3f %.3f %.3f", b.x1, b.y1, b.x2, b.y2);
    assert_memory_equal(&b, &item->bounds, sizeof b);
}

static MuStyle *stroked(Fixture *f, double width)
{
    MuStyle *style = mu_style_new(f->arena);
    style->stroke_paint = mu_paint((MuColor){0, 0, 0, 1});
    style->stroke.width = width;
    return style;
}

static MuItem *box(Fixture *f, double x, double y, double width, double height)
{
    MuItem *item = mu_item_new(f->arena, MU_ITEM_RECT, MU_ROLE_MARK);
    item->x = x;
    item->y = y;
    item->width = width;
    item->height = height;
    return item;
}

static void a_stroke_adds_half_its_width(void **state)
{
    Fixture *f = *state;
    MuItem *item = box(f, 10, 20, 30, -5);
    expect(f, item, 10, 15, 40, 20);
    item->style = stroked(f, 2);
    expect(f, item, 9, 14, 41, 21);
    item->style->opacity = 0;
    expect(f, item, 10, 15, 40, 20);
}

static void square_caps_add_more(void **state)
{
    Fixture *f = *state;
    MuItem *item = mu_item_new(f->arena, MU_ITEM_RULE, MU_ROLE_AXIS_TICK);
    item->x2 = 10;
    item->style = stroked(f, 2);
    expect(f, item, -1, -1, 11, 1);
    item->style->stroke.cap = MU_CAP_SQUARE;
    expect(f, item, -1.414, -1.414, 11.414, 1.414);
}

static void mitred_corners_of_paths_and_circles_count_the_limit(void **state)
{
    Fixture *f = *state;
    MuItem *item = mu_item_new(f->arena, MU_ITEM_CIRCLE, MU_ROLE_MARK);
    item->x = item->y = 50;
    item->width = 10;
    item->style = stroked(f, 2);
    expect(f, item, 41, 41, 59, 59);
    item->style->stroke.join = MU_JOIN_ROUND;
    expect(f, item, 44, 44, 56, 56);
}

static void a_path_is_turned_before_it_is_moved(void **state)
{
    Fixture *f = *state;
    MuItem *item = mu_item_new(f->arena, MU_ITEM_PATH, MU_ROLE_MARK);
    item->path = &(MuPath){.arena = f->arena};
    mu_path_rect(item->path, 0, 0, 10, 20, NULL);
    item->x = 100;
    item->angle = 90;
    expect(f, item, 80, 0, 100, 10);
}

static MuItem *label(Fixture *f, MuRole role, MuStr *lines, size_t size)
{
    MuItem *item = mu_item_new(f->arena, MU_ITEM_TEXT, role);
    item->text = MU_NEW(f->arena, MuTextItem);
    *item->text = (MuTextItem){.lines = lines,
                               .size = size,
                               .line_height = 12,
                               .font = {.family = MU_STR("sans-serif"), .size = 10, .weight = 400}};
    item->style = mu_style_new(f->arena);
    item->style->fill = mu_paint((MuColor){0, 0, 0, 1});
    return item;
}

/* In DejaVu Sans at 10 px "0" is 6.362 px wide. */
static void a_text_is_as_high_as_its_font_size(void **state)
{
    Fixture *f = *state;
    MuItem *item = label(f, MU_ROLE_MARK, (MuStr[]){MU_STR("00"), MU_STR("0")}, 1);
    item->x = 100;
    item->y = 50;
    expect(f, item, 100, 42, 112.725, 52);
    item->text->align = MU_ALIGN_RIGHT;
    item->text->dx = 1;
    item->text->shift = 8;
    expect(f, item, 88.275, 50, 101, 60);
    item->text->size = 2;
    expect(f, item, 88.275, 50, 101, 72);
}

static void a_text_turns_about_its_anchor(void **state)
{
    Fixture *f = *state;
    MuItem *item = label(f, MU_ROLE_AXIS_TITLE, (MuStr[]){MU_STR("00")}, 1);
    item->text->align = MU_ALIGN_CENTER;
    item->x = -30;
    item->y = 100;
    item->angle = -90;
    expect(f, item, -38, 93.638, -28, 106.362);
}

static void a_group_is_its_children_and_its_rectangle(void **state)
{
    Fixture *f = *state;
    MuItem *group = mu_group_new(f->arena, MU_ROLE_VIEW);
    assert_true(mu_bounds_is_empty(mu_item_bounds(group, f->text)));
    mu_group_add(f->arena, group, box(f, -5, 2, 10, 10));
    group->x = 100;
    expect(f, group, 95, 2, 105, 12);
    group->group->width = 50;
    expect(f, group, 95, 0, 150, 12);
    group->style = stroked(f, 1);
    expect(f, group, 94.5, -0.5, 150.5, 12.5);
}

static void a_group_that_clips_is_its_rectangle(void **state)
{
    Fixture *f = *state;
    MuItem *group = mu_group_new(f->arena, MU_ROLE_VIEW), *child = box(f, -5, 2, 10, 10);
    mu_group_add(f->arena, group, child);
    group->group->clip = true;
    group->group->width = group->group->height = 8;
    expect(f, group, 0, 0, 8, 8);
    assert_true(child->bounds.x1 == -5);
}

static void an_item_is_cut_at_its_clip(void **state)
{
    Fixture *f = *state;
    MuPath clip = {.arena = f->arena};
    mu_path_rect(&clip, 0, 0, 4, 100, NULL);
    MuItem *item = box(f, -5, 2, 10, 10);
    item->clip = &clip;
    expect(f, item, 0, 2, 4, 12);
}

static void hidden_axis_labels_take_no_room_but_hidden_marks_do(void **state)
{
    Fixture *f = *state;
    MuItem *group = mu_group_new(f->arena, MU_ROLE_AXIS);
    MuItem *hidden = label(f, MU_ROLE_AXIS_LABEL, (MuStr[]){MU_STR("00")}, 1);
    hidden->style->opacity = 0;
    mu_group_add(f->arena, group, hidden);
    mu_group_add(f->arena, group, box(f, 0, 0, 1, 1));
    expect(f, group, 0, 0, 1, 1);
    hidden->role = MU_ROLE_MARK;
    expect(f, group, 0, -8, 12.725, 2);
}

static void a_frame_of_one_pixel_lies_on_half_pixels(void **state)
{
    Fixture *f = *state;
    MuItem *group = mu_group_new(f->arena, MU_ROLE_VIEW);
    assert_true(mu_group_offset(group) == 0);
    group->style = stroked(f, 1);
    assert_true(mu_group_offset(group) == 0.5);
    group->style->stroke.width = 1.25;
    assert_true(mu_group_offset(group) == 0.25);
    group->style->stroke.width = 2;
    assert_true(mu_group_offset(group) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stroke_adds_half_its_width),
        cmocka_unit_test(square_caps_add_more),
        cmocka_unit_test(mitred_corners_of_paths_and_circles_count_the_limit),
        cmocka_unit_test(a_path_is_turned_before_it_is_moved),
        cmocka_unit_test(a_text_is_as_high_as_its_font_size),
        cmocka_unit_test(a_text_turns_about_its_anchor),
        cmocka_unit_test(a_group_is_its_children_and_its_rectangle),
        cmocka_unit_test(a_group_that_clips_is_its_rectangle),
        cmocka_unit_test(an_item_is_cut_at_its_clip),
        cmocka_unit_test(hidden_axis_labels_take_no_room_but_hidden_marks_do),
        cmocka_unit_test(a_frame_of_one_pixel_lies_on_half_pixels),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
