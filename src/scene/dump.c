#include "base/num.h"
#include "base/value.h"
#include "scene/scene.h"

static void put_number(MuBuf *buf, double number)
{
    mu_num_coord(buf, number, 2);
}

/* " name a,b,…" */
static void put_numbers(MuBuf *buf, const char *name, const double *numbers, size_t size)
{
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, name);
    for (size_t i = 0; i < size; i++) {
        mu_buf_addc(buf, i ? ',' : ' ');
        put_number(buf, numbers[i]);
    }
}

#define PUT(buf, name, ...)                                                                                            \
    put_numbers((buf), (name), (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

static void put_unless(MuBuf *buf, const char *name, double number, double usual)
{
    if (number != usual)
        PUT(buf, name, number);
}

static void put_quoted(MuBuf *buf, const char *name, MuStr text)
{
    if (!text.size)
        return;
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, name);
    mu_buf_addc(buf, ' ');
    mu_value_json(buf, mu_string(text));
}

static void put_gradient(MuBuf *buf, const MuGradient *g)
{
    mu_buf_adds(buf, g->radial ? "radial(" : "linear(");
    const double n[] = {g->x1, g->y1, g->x2, g->y2, g->r1, g->r2};
    for (size_t i = 0; i < (g->radial ? 6 : 4); i++) {
        if (i)
            mu_buf_addc(buf, ',');
        put_number(buf, n[i]);
    }
    for (size_t i = 0; i < g->size; i++) {
        mu_buf_adds(buf, i ? ", " : "; ");
        put_number(buf, g->stops[i].offset);
        mu_buf_addc(buf, ' ');
        mu_color_write(buf, g->stops[i].color);
    }
    mu_buf_addc(buf, ')');
}

static void put_hatch(MuBuf *buf, const MuHatch *h)
{
    mu_buf_adds(buf, "hatch(");
    mu_color_write(buf, h->ink);
    mu_buf_adds(buf, " on ");
    mu_color_write(buf, h->ground);
    PUT(buf, "angle", h->angle);
    PUT(buf, "period", h->period);
    PUT(buf, "width", h->width);
    mu_buf_addc(buf, ')');
}

static void put_paint(MuBuf *buf, const char *name, const MuPaint *paint)
{
    if (paint->kind == MU_PAINT_NONE)
        return;
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, name);
    mu_buf_addc(buf, ' ');
    if (paint->kind == MU_PAINT_GRADIENT)
        put_gradient(buf, paint->gradient);
    else if (paint->kind == MU_PAINT_HATCH)
        put_hatch(buf, paint->hatch);
    else
        mu_color_write(buf, paint->color);
}

static void put_stroke(MuBuf *buf, const MuStyle *s)
{
    static const char *const caps[] = {"", " cap round", " cap square"}, *const joins[] = {"", " join round",
                                                                                           " join bevel"};
    if (s->stroke_paint.kind == MU_PAINT_NONE)
        return;
    put_paint(buf, "stroke", &s->stroke_paint);
    PUT(buf, "width", s->stroke.width);
    if (s->stroke.dash_size)
        put_numbers(buf, "dash", s->stroke.dash, s->stroke.dash_size);
    put_unless(buf, "dash-offset", s->stroke.dash_offset, 0);
    mu_buf_adds(buf, caps[s->stroke.cap]);
    mu_buf_adds(buf, joins[s->stroke.join]);
    put_unless(buf, "miter", s->stroke.miter, 4);
    put_unless(buf, "stroke-opacity", s->stroke_opacity, 1);
}

static void put_style(MuBuf *buf, const MuStyle *s)
{
    if (!s)
        return;
    put_paint(buf, "fill", &s->fill);
    if (s->fill.kind != MU_PAINT_NONE)
        put_unless(buf, "fill-opacity", s->fill_opacity, 1);
    put_stroke(buf, s);
    put_unless(buf, "opacity", s->opacity, 1);
    put_quoted(buf, "blend", s->blend);
}

static void put_path(MuBuf *buf, const char *name, const MuPath *path)
{
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, name);
    mu_buf_addc(buf, ' ');
    const MuPoint *p = path->points.at;
    for (size_t i = 0; i < path->verbs.size; i++) {
        mu_buf_addc(buf, "MLCZ"[path->verbs.at[i]]);
        for (size_t j = 0, n = mu_verb_points(path->verbs.at[i]); j < n; j++, p++) {
            if (j)
                mu_buf_addc(buf, ' ');
            put_number(buf, p->x);
            mu_buf_addc(buf, ',');
            put_number(buf, p->y);
        }
    }
}

static void put_text(MuBuf *buf, const MuTextItem *t)
{
    static const char *const aligns[] = {"left", "center", "right"};
    for (size_t i = 0; i < t->size; i++)
        put_quoted(buf, i ? "/" : "text", t->lines[i]);
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, aligns[t->align]);
    PUT(buf, "size", t->font.size);
    put_quoted(buf, "font", t->font.family);
    put_unless(buf, "weight", t->font.weight, 400);
    mu_buf_adds(buf, t->font.italic ? " italic" : "");
    mu_buf_adds(buf, t->font.tabular ? " tabular" : "");
    if (t->dx != 0 || t->dy != 0)
        PUT(buf, "by", t->dx, t->dy);
    put_unless(buf, "shift", t->shift, 0);
    if (t->size > 1)
        PUT(buf, "line-height", t->line_height);
    if (t->halo.a > 0) {
        put_paint(buf, "halo", &(MuPaint){.kind = MU_PAINT_COLOR, .color = t->halo});
        PUT(buf, "width", t->halo_width);
    }
}

static void put_box(MuBuf *buf, const MuItem *item)
{
    if (item->width != 0 || item->height != 0)
        PUT(buf, "size", item->width, item->height);
    const double *r = item->radii;
    if (r[0] != 0 || r[1] != 0 || r[2] != 0 || r[3] != 0)
        put_numbers(buf, "radii", r, 4);
}

static void put_group(MuBuf *buf, const MuItem *item)
{
    const MuGroup *g = item->group;
    if (g->width != 0 || g->height != 0)
        PUT(buf, "size", g->width, g->height);
    mu_buf_adds(buf, g->clip ? " clip" : "");
    put_box(buf, item);
}

static void put_geometry(MuBuf *buf, const MuItem *item)
{
    PUT(buf, "at", item->x, item->y);
    put_unless(buf, "angle", item->angle, 0);
    switch (item->kind) {
    case MU_ITEM_GROUP:
        put_group(buf, item);
        break;
    case MU_ITEM_RECT:
        put_box(buf, item);
        break;
    case MU_ITEM_RULE:
        PUT(buf, "to", item->x2, item->y2);
        break;
    case MU_ITEM_CIRCLE:
        PUT(buf, "radius", item->width / 2);
        break;
    case MU_ITEM_PATH:
        if (item->path)
            put_path(buf, "d", item->path);
        break;
    case MU_ITEM_TEXT:
        if (item->text)
            put_text(buf, item->text);
        break;
    case MU_ITEM_IMAGE:
        put_box(buf, item);
        put_quoted(buf, "url", item->url);
        break;
    }
}

static void put_item(MuBuf *buf, const MuItem *item, int depth)
{
    static const char *const kinds[] = {"group", "rect", "rule", "circle", "path", "text", "image"};
    for (int i = 0; i < depth; i++)
        mu_buf_adds(buf, "  ");
    mu_buf_adds(buf, mu_role_name(item->role));
    mu_buf_addc(buf, ' ');
    mu_buf_adds(buf, kinds[item->kind]);
    put_geometry(buf, item);
    put_style(buf, item->style);
    if (item->clip)
        put_path(buf, "clip", item->clip);
    put_unless(buf, "zindex", item->zindex, 0);
    put_quoted(buf, "title", item->title);
    put_quoted(buf, "label", item->label);
    put_quoted(buf, "href", item->href);
    mu_buf_addc(buf, '\n');
    for (size_t i = 0; item->group && i < item->group->items.size; i++)
        put_item(buf, item->group->items.at[i], depth + 1);
}

void mu_scene_dump(MuBuf *buf, const MuScene *scene)
{
    mu_buf_adds(buf, "scene");
    PUT(buf, "size", scene->width, scene->height);
    put_paint(buf, "background", &scene->background);
    put_quoted(buf, "title", scene->title);
    put_quoted(buf, "description", scene->description);
    put_quoted(buf, "language", scene->language);
    mu_buf_addc(buf, '\n');
    if (scene->root)
        put_item(buf, scene->root, 0);
}
