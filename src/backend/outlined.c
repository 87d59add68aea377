/* Texts as paths, for SVG and PDF that must look the same where the fonts are not. */
#include "backend/backend.h"
#include "text/text.h"

typedef struct Outliner {
    MuText *text;
    MuArena *arena;
} Outliner;

static void add_outline(MuPath *to, const MuPath *line, double x, double y)
{
    const MuPoint *p = line->points.at;
    for (size_t i = 0; i < line->verbs.size; i++) {
        MuVerb verb = (MuVerb)line->verbs.at[i];
        if (verb == MU_MOVE)
            mu_path_move(to, p->x + x, p->y + y);
        else if (verb == MU_LINE)
            mu_path_line(to, p->x + x, p->y + y);
        else if (verb == MU_CUBIC)
            mu_path_cubic(to, p[0].x + x, p[0].y + y, p[1].x + x, p[1].y + y, p[2].x + x, p[2].y + y);
        else
            mu_path_close(to);
        p += mu_verb_points(verb);
    }
}

/* All lines in the turned frame of the text. */
static MuPath *outlines_of(Outliner *o, const MuTextItem *t)
{
    MuPath *path = MU_NEW(o->arena, MuPath);
    path->arena = o->arena;
    for (size_t i = 0; i < t->size; i++) {
        MuPath line = {.arena = o->arena};
        double width = t->align == MU_ALIGN_LEFT ? 0 : mu_text_width(o->text, &t->font, t->lines[i]);
        mu_text_outline(o->text, &t->font, t->lines[i], &line);
        add_outline(path, &line, t->dx - width * (t->align == MU_ALIGN_CENTER ? 0.5 : 1),
                    t->dy + t->shift + (double)i * t->line_height);
    }
    return path;
}

static MuStr words_of(Outliner *o, const MuTextItem *t)
{
    MuBuf buf = {.arena = o->arena};
    for (size_t i = 0; i < t->size; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? " " : "", MU_FMT(t->lines[i]));
    return mu_buf_str(&buf);
}

static MuItem *path_item(Outliner *o, const MuItem *item, MuPath *path)
{
    MuItem *made = mu_item_new(o->arena, MU_ITEM_PATH, item->role);
    *made = *item;
    made->kind = MU_ITEM_PATH;
    made->path = path;
    made->text = NULL;
    return made;
}

static MuStyle *halo_style(Outliner *o, const MuItem *item)
{
    MuStyle *style = mu_style_new(o->arena);
    style->opacity = item->style->opacity;
    style->stroke_paint = mu_paint(item->text->halo);
    style->stroke.width = item->text->halo_width;
    style->stroke.join = MU_JOIN_ROUND;
    style->blend = item->style->blend;
    return style;
}

static void add_text(Outliner *o, MuItem *group, const MuItem *item)
{
    const MuTextItem *t = item->text;
    if (!t || !item->style)
        return;
    MuPath *path = outlines_of(o, t);
    if (t->halo.a > 0 && t->halo_width > 0) {
        MuItem *halo = path_item(o, item, path);
        halo->style = halo_style(o, item);
        halo->title = halo->label = halo->href = MU_STR("");
        mu_group_add(o->arena, group, halo);
    }
    MuItem *letters = path_item(o, item, path);
    if (!letters->label.size)
        letters->label = words_of(o, t);
    mu_group_add(o->arena, group, letters);
}

static MuItem *group_of(Outliner *o, const MuItem *item)
{
    MuItem *made = mu_group_new(o->arena, item->role);
    MuGroup *group = made->group;
    *made = *item;
    made->group = group;
    group->width = item->group->width;
    group->height = item->group->height;
    group->clip = item->group->clip;
    for (size_t i = 0; i < item->group->items.size; i++) {
        MuItem *child = item->group->items.at[i];
        if (child->kind == MU_ITEM_TEXT)
            add_text(o, made, child);
        else
            mu_group_add(o->arena, made, child->kind == MU_ITEM_GROUP ? group_of(o, child) : child);
    }
    return made;
}

const MuScene *mu_scene_outlined(const MuScene *scene, MuText *text, MuArena *arena)
{
    Outliner outliner = {text, arena};
    MuScene *outlined = MU_NEW(arena, MuScene);
    *outlined = *scene;
    if (scene->root)
        outlined->root = group_of(&outliner, scene->root);
    return outlined;
}
