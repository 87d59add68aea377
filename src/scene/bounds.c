/* The bounds of items by the rules of vega-scenegraph (src/bound/, src/marks/). */
#include "scene/scene.h"
#include "text/text.h"

static MuBounds corners(double x1, double y1, double x2, double y2)
{
    return (MuBounds){fmin(x1, x2), fmin(y1, y2), fmax(x1, x2), fmax(y1, y2)};
}

/* `mitred`: of a shape whose corners may be long points. */
static MuBounds with_stroke(const MuItem *item, MuBounds b, bool mitred)
{
    const MuStyle *s = item->style;
    if (!s || s->stroke_paint.kind == MU_PAINT_NONE || s->opacity == 0 || s->stroke_opacity == 0 ||
        mu_bounds_is_empty(b))
        return b;
    double by = s->stroke.width / 2 * (s->stroke.cap == MU_CAP_SQUARE ? sqrt(2) : 1);
    if (mitred && s->stroke.join == MU_JOIN_MITER)
        by = fmax(by, s->stroke.miter * s->stroke.width / 2);
    return mu_bounds_expand(b, by);
}

static MuBounds turned(MuBounds b, double degrees, double x, double y)
{
    double angle = degrees * acos(-1) / 180, c = cos(angle), s = sin(angle);
    const double xs[2] = {b.x1 - x, b.x2 - x}, ys[2] = {b.y1 - y, b.y2 - y};
    MuBounds out = mu_bounds_empty();
    for (int i = 0; i < 4; i++)
        out = mu_bounds_add(out, x + c * xs[i & 1] - s * ys[i >> 1], y + s * xs[i & 1] + c * ys[i >> 1]);
    return out;
}

static double text_width(const MuTextItem *t, MuText *text)
{
    double widest = 0;
    for (size_t i = 0; t->font.size > 0 && i < t->size; i++)
        widest = fmax(widest, mu_text_width(text, &t->font, t->lines[i]));
    return widest;
}

static MuBounds text_bounds(const MuItem *item, MuText *text)
{
    const MuTextItem *t = item->text;
    double width = text_width(t, text),
           height = t->font.size + t->line_height * (t->size > 1 ? (double)(t->size - 1) : 0);
    double x = item->x + t->dx - (t->align == MU_ALIGN_CENTER ? width / 2 : t->align == MU_ALIGN_RIGHT ? width : 0);
    double y = item->y + t->dy + t->shift - floor(0.8 * t->font.size + 0.5);
    MuBounds b = corners(x, y, x + width, y + height);
    return item->angle != 0 ? turned(b, item->angle, item->x, item->y) : b;
}

static MuBounds path_bounds(const MuItem *item)
{
    if (!item->path)
        return mu_bounds_empty();
    MuBounds b = mu_path_bounds_turned(item->path, item->angle);
    return mu_bounds_translate(with_stroke(item, b, true), item->x, item->y);
}

static MuBounds circle_bounds(const MuItem *item)
{
    double r = fabs(item->width) / 2;
    return with_stroke(item, corners(item->x - r, item->y - r, item->x + r, item->y + r), true);
}

/* Labels that were hidden because they overlap others take no room beside an axis. */
static bool counts(const MuItem *item)
{
    return item->role != MU_ROLE_AXIS_LABEL || !item->style || item->style->opacity != 0;
}

static MuBounds group_bounds(const MuItem *item, MuText *text)
{
    const MuGroup *g = item->group;
    MuBounds b = mu_bounds_empty();
    for (size_t i = 0; i < g->items.size; i++) {
        MuBounds child = mu_item_bounds(g->items.at[i], text);
        if (!g->clip && counts(g->items.at[i]))
            b = mu_bounds_union(b, child);
    }
    if (g->clip || g->width != 0 || g->height != 0)
        b = mu_bounds_union(b, corners(0, 0, g->width, g->height));
    return mu_bounds_translate(with_stroke(item, b, false), item->x, item->y);
}

static MuBounds bounds_of(const MuItem *item, MuText *text)
{
    switch (item->kind) {
    case MU_ITEM_GROUP:
        return group_bounds(item, text);
    case MU_ITEM_RECT:
        return with_stroke(item, corners(item->x, item->y, item->x + item->width, item->y + item->height), false);
    case MU_ITEM_RULE:
        return with_stroke(item, corners(item->x, item->y, item->x2, item->y2), false);
    case MU_ITEM_CIRCLE:
        return circle_bounds(item);
    case MU_ITEM_PATH:
        return path_bounds(item);
    case MU_ITEM_TEXT:
        return item->text ? text_bounds(item, text) : mu_bounds_empty();
    case MU_ITEM_IMAGE:
        return corners(item->x, item->y, item->x + item->width, item->y + item->height);
    }
    return mu_bounds_empty();
}

MuBounds mu_item_bounds(MuItem *item, MuText *text)
{
    MuBounds b = bounds_of(item, text);
    if (item->clip)
        b = mu_bounds_intersect(b, mu_path_bounds(item->clip));
    return item->bounds = b;
}
