/* Small scenes, and what a picture of them shows. */
#ifndef TESTS_BACKEND_PICTURES_H
#define TESTS_BACKEND_PICTURES_H

#include "backend/backend.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct Fixture {
    MuArena *arena;
    MuDiags diags;
    MuText *text;
    MuScene scene;
} Fixture;

static int set_up(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = f->diags.arena = f->scene.arena = arena;
    f->text = mu_text_new(NULL, 0, &f->diags);
    mu_text_begin(f->text, MU_STR("en"), &f->diags);
    f->scene.width = 40;
    f->scene.height = 30;
    f->scene.background = mu_paint((MuColor){1, 1, 1, 1});
    f->scene.root = mu_group_new(arena, MU_ROLE_ROOT);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    mu_text_free(f->text);
    mu_arena_free(f->arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

static inline MuColor css(const char *name)
{
    MuColor color = {0};
    assert_true(mu_color_parse(mu_str(name), &color));
    return color;
}

static inline MuItem *add_rect(Fixture *f, MuItem *group, double x, double y, double width, double height,
                               const char *fill)
{
    MuItem *item = mu_item_new(f->arena, MU_ITEM_RECT, MU_ROLE_MARK);
    item->x = x, item->y = y, item->width = width, item->height = height;
    item->style = mu_style_new(f->arena);
    item->style->fill = mu_paint(css(fill));
    mu_group_add(f->arena, group, item);
    return item;
}

static inline MuItem *add_text(Fixture *f, MuItem *group, double x, double y, const char *text, double size)
{
    MuItem *item = mu_item_new(f->arena, MU_ITEM_TEXT, MU_ROLE_MARK);
    item->x = x, item->y = y;
    item->style = mu_style_new(f->arena);
    item->style->fill = mu_paint(css("black"));
    MuStr *line = MU_NEW(f->arena, MuStr);
    *line = mu_str(text);
    item->text = MU_NEW(f->arena, MuTextItem);
    *item->text = (MuTextItem){.lines = line, .size = 1, .font = {MU_STR("sans-serif"), size, 400, false, false}};
    mu_group_add(f->arena, group, item);
    return item;
}

/* Two pixels beside one another, red and half-transparent blue, in a box. */
static inline MuItem *add_image(Fixture *f, double x, double y, double width, double height)
{
    static const uint32_t pixels[] = {0xFFFF0000, 0x80000080};
    MuImage *image = MU_NEW(f->arena, MuImage);
    *image = (MuImage){.type = "image/png", .width = 2, .height = 1, .pixels = pixels};
    MuItem *item = mu_item_new(f->arena, MU_ITEM_IMAGE, MU_ROLE_MARK);
    item->x = x, item->y = y, item->width = width, item->height = height;
    item->image = image;
    item->pixelated = true;
    item->style = mu_style_new(f->arena);
    mu_group_add(f->arena, f->scene.root, item);
    return item;
}

static inline MuStr draw(Fixture *f, const MuBackend *backend, MuDrawOptions options)
{
    MuBuf out = {.arena = f->arena};
    options.text = f->text;
    if (!backend->draw(&f->scene, &options, &out, &f->diags))
        return (MuStr){NULL, 0};
    return mu_buf_str(&out);
}

#endif
