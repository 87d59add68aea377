#include "backend/cairo.h"
#include "backend/cairo_paint.h"
#include "base/map.h"
#include "text/show.h"

typedef struct Drawer {
    cairo_t *cr;
    MuText *text;
    MuPath scratch; /* of rounded rectangles, one after the other */
    MuDiags *diags;
    MuMap images; /* surfaces of images, by their address */
} Drawer;

/* Cairo counts in 24.8 fixed point; beyond this many px nothing can be seen. NaN counts as 0. */
static double within(double v)
{
    const double most = 1e6;
    return v > most ? most : v < -most ? -most : isnan(v) ? 0 : v;
}

static void add_path(cairo_t *cr, const MuPath *path)
{
    const MuPoint *p = path->points.at;
    for (size_t i = 0; i < path->verbs.size; i++) {
        switch ((MuVerb)path->verbs.at[i]) {
        case MU_MOVE:
            cairo_move_to(cr, within(p->x), within(p->y));
            break;
        case MU_LINE:
            cairo_line_to(cr, within(p->x), within(p->y));
            break;
        case MU_CUBIC:
            cairo_curve_to(cr, within(p[0].x), within(p[0].y), within(p[1].x), within(p[1].y), within(p[2].x),
                           within(p[2].y));
            break;
        case MU_CLOSE:
            cairo_close_path(cr);
            break;
        }
        p += mu_verb_points(path->verbs.at[i]);
    }
}

static void add_rect(Drawer *d, double x, double y, double width, double height, const double radii[4])
{
    if (!(radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0)) {
        double left = within(x), top = within(y);
        cairo_rectangle(d->cr, left, top, within(x + width) - left, within(y + height) - top);
        return;
    }
    d->scratch.verbs.size = d->scratch.points.size = 0;
    mu_path_rect(&d->scratch, x, y, width, height, radii);
    add_path(d->cr, &d->scratch);
}

static void turn(cairo_t *cr, double angle)
{
    if (angle != 0 && isfinite(angle))
        cairo_rotate(cr, angle * acos(-1) / 180);
}

/* The outline of an item as Cairo's path. The context turns with an item that has an angle, and only then, as SVG's
 * user space does: hatches are laid in it. */
static void add_outline(Drawer *d, const MuItem *item)
{
    cairo_t *cr = d->cr;
    cairo_new_path(cr);
    switch (item->kind) {
    case MU_ITEM_RECT:
        add_rect(d, item->x, item->y, item->width, item->height, item->radii);
        break;
    case MU_ITEM_RULE:
        cairo_move_to(cr, within(item->x), within(item->y));
        cairo_line_to(cr, within(item->x2), within(item->y2));
        break;
    case MU_ITEM_CIRCLE:
        cairo_arc(cr, within(item->x), within(item->y), within(fmax(0, item->width / 2)), 0, 2 * acos(-1));
        cairo_close_path(cr);
        break;
    case MU_ITEM_PATH:
        cairo_translate(cr, within(item->x), within(item->y));
        turn(cr, item->angle);
        if (item->path)
            add_path(cr, item->path);
        if (item->angle == 0)
            cairo_translate(cr, -within(item->x), -within(item->y));
        break;
    default:
        break;
    }
}

/* Clips to the pixels of a box, so that a group made in it is no larger than it must be. */
static void clip_to(cairo_t *cr, MuBounds box)
{
    double xs[4] = {box.x1, box.x2, box.x2, box.x1}, ys[4] = {box.y1, box.y1, box.y2, box.y2};
    MuBounds device = mu_bounds_empty();
    for (int i = 0; i < 4; i++) {
        cairo_user_to_device(cr, &xs[i], &ys[i]);
        device = mu_bounds_add(device, xs[i], ys[i]);
    }
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    cairo_identity_matrix(cr);
    cairo_new_path(cr);
    cairo_rectangle(cr, floor(device.x1), floor(device.y1), ceil(device.x2) - floor(device.x1),
                    ceil(device.y2) - floor(device.y1));
    cairo_clip(cr);
    cairo_set_matrix(cr, &matrix);
}

typedef struct Layer {
    bool open;
    double opacity;
    cairo_operator_t op;
} Layer;

/* Draws apart what follows, up to close_layer, if it must be faded or blended as one. `box` is all it covers. */
static Layer open_layer(cairo_t *cr, const MuStyle *style, bool fades, MuBounds box)
{
    Layer layer = {.opacity = fades ? style->opacity : 1, .op = mu_cairo_blend(style->blend)};
    layer.open = layer.opacity < 1 || layer.op != CAIRO_OPERATOR_OVER;
    if (layer.open) {
        cairo_save(cr);
        clip_to(cr, box);
        cairo_push_group(cr);
    }
    return layer;
}

static void close_layer(cairo_t *cr, const Layer *layer)
{
    if (!layer->open)
        return;
    cairo_pop_group_to_source(cr);
    cairo_set_operator(cr, layer->op);
    cairo_paint_with_alpha(cr, layer->opacity);
    cairo_restore(cr);
}

/* What the current path covers when it is filled and stroked. */
static MuBounds covered(cairo_t *cr, const MuItem *item, bool strokes)
{
    MuBounds box;
    cairo_path_extents(cr, &box.x1, &box.y1, &box.x2, &box.y2);
    if (!strokes)
        return box;
    MuBounds stroked;
    mu_cairo_set_stroke(cr, &item->style->stroke);
    cairo_stroke_extents(cr, &stroked.x1, &stroked.y1, &stroked.x2, &stroked.y2);
    return mu_bounds_union(box, stroked);
}

/* Fills and strokes the current path in the style of the item. Where both happen, its opacity fades them as one. */
static void paint_path(cairo_t *cr, const MuItem *item)
{
    const MuStyle *s = item->style;
    bool fills = item->kind != MU_ITEM_RULE && mu_item_fills(item), strokes = mu_item_strokes(item);
    if (!fills && !strokes)
        return;
    bool both = fills && strokes;
    double opacity = both ? 1 : s->opacity;
    Layer layer = {.open = false};
    if ((both && s->opacity < 1) || s->blend.size) {
        cairo_path_t *path = cairo_copy_path(cr);
        layer = open_layer(cr, s, both, covered(cr, item, strokes));
        cairo_new_path(cr);
        cairo_append_path(cr, path);
        cairo_path_destroy(path);
    }
    if (fills)
        mu_cairo_fill(cr, &s->fill, opacity * s->fill_opacity);
    if (strokes)
        mu_cairo_stroke(cr, &s->stroke_paint, &s->stroke, opacity * s->stroke_opacity);
    cairo_new_path(cr);
    close_layer(cr, &layer);
}

static bool shows_halo(const MuItem *item)
{
    const MuTextItem *t = item->text;
    return t->halo.a > 0 && t->halo_width > 0;
}

/* Puts the current point where a line begins; the context has the text's place as origin. */
static void go_to_line(Drawer *d, const MuTextItem *t, size_t line)
{
    double x = t->dx;
    if (t->align != MU_ALIGN_LEFT)
        x -= mu_text_width(d->text, &t->font, t->lines[line]) * (t->align == MU_ALIGN_CENTER ? 0.5 : 1);
    cairo_new_path(d->cr);
    cairo_move_to(d->cr, within(x), within(t->dy + t->shift + (double)line * t->line_height));
}

/* A text is a path where a stroke or more than a colour is asked for, glyphs otherwise. */
static void draw_line(Drawer *d, const MuItem *item, size_t line, double opacity)
{
    const MuTextItem *t = item->text;
    const MuStyle *s = item->style;
    MuStr text = t->lines[line];
    bool fills = mu_item_fills(item), outlined = s->fill.kind != MU_PAINT_COLOR;
    if (shows_halo(item)) {
        go_to_line(d, t, line);
        mu_text_add_path(d->text, d->cr, &t->font, text);
        mu_cairo_stroke(d->cr, &(MuPaint){.kind = MU_PAINT_COLOR, .color = t->halo},
                        &(MuStroke){.width = t->halo_width, .join = MU_JOIN_ROUND}, opacity);
    }
    if (fills && !outlined) {
        go_to_line(d, t, line);
        mu_cairo_set_color(d->cr, s->fill.color, opacity * s->fill_opacity);
        mu_text_show(d->text, d->cr, &t->font, text);
    }
    bool strokes = mu_item_strokes(item) && !shows_halo(item);
    if (strokes || (fills && outlined)) {
        go_to_line(d, t, line);
        mu_text_add_path(d->text, d->cr, &t->font, text);
        if (outlined)
            mu_cairo_fill(d->cr, &s->fill, fills ? opacity * s->fill_opacity : 0);
        if (strokes)
            mu_cairo_stroke(d->cr, &s->stroke_paint, &s->stroke, opacity * s->stroke_opacity);
    }
    cairo_new_path(d->cr);
}

/* A box that holds all the lines, generously: a layer is cut to it. */
static MuBounds around_text(Drawer *d, const MuTextItem *t)
{
    double width = 0, most = t->font.size * 2 + t->halo_width;
    for (size_t i = 0; i < t->size; i++)
        width = fmax(width, mu_text_width(d->text, &t->font, t->lines[i]));
    double last = (double)(t->size - 1) * t->line_height, y = t->dy + t->shift;
    return (MuBounds){within(t->dx - width - most), within(fmin(y, y + last) - most), within(t->dx + width + most),
                      within(fmax(y, y + last) + most)};
}

static void draw_text(Drawer *d, const MuItem *item)
{
    const MuTextItem *t = item->text;
    const MuStyle *s = item->style;
    if (!t || !t->size || !s || !(s->opacity > 0))
        return;
    bool halo = shows_halo(item), fills = mu_item_fills(item), both = fills && (halo || mu_item_strokes(item));
    cairo_translate(d->cr, within(item->x), within(item->y));
    turn(d->cr, item->angle);
    Layer layer = open_layer(d->cr, s, both, around_text(d, t));
    for (size_t i = 0; i < t->size; i++)
        draw_line(d, item, i, both ? 1 : s->opacity);
    close_layer(d->cr, &layer);
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

/* One surface for all places of an image: a PDF then holds it once. It reads the image's own pixels. */
static cairo_surface_t *surface_of(Drawer *d, const MuImage *image)
{
    MuArena *arena = d->scratch.arena;
    const MuImage **key = MU_NEW(arena, const MuImage *);
    *key = image;
    MuMapEntry *entry = mu_map_entry(arena, &d->images, (MuStr){(const char *)key, sizeof *key}, NULL);
    if (!entry->value) {
        unsigned char *pixels = (unsigned char *)(uintptr_t)image->pixels;
        entry->value = cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, (int)image->width,
                                                           (int)image->height, (int)image->width * 4);
        mu_arena_defer(arena, destroy_surface, entry->value);
    }
    return entry->value;
}

/* The place of an image that keeps its aspect: as large as its box allows, in the middle. */
static MuBounds image_box(const MuItem *item)
{
    double width = item->width, height = item->height;
    double aspect = (double)item->image->width / (double)item->image->height;
    if (!item->stretch && width > height * aspect)
        width = height * aspect;
    else if (!item->stretch)
        height = width / aspect;
    double x = item->x + (item->width - width) / 2, y = item->y + (item->height - height) / 2;
    return (MuBounds){within(x), within(y), within(x + width), within(y + height)};
}

static void draw_image(Drawer *d, const MuItem *item)
{
    const MuImage *image = item->image;
    if (!(item->width > 0) || !(item->height > 0) || (item->style && !(item->style->opacity > 0)))
        return;
    if (!image || !image->pixels) {
        mu_diag(d->diags, MU_DIAG_IMAGE_NOT_DRAWN, (MuSpan){0}, image ? image->type : "that was not read");
        return;
    }
    MuBounds box = image_box(item);
    Layer layer = item->style ? open_layer(d->cr, item->style, false, box) : (Layer){.open = false};
    cairo_new_path(d->cr);
    cairo_rectangle(d->cr, box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
    cairo_clip(d->cr);
    cairo_translate(d->cr, box.x1, box.y1);
    cairo_scale(d->cr, (box.x2 - box.x1) / (double)image->width, (box.y2 - box.y1) / (double)image->height);
    cairo_set_source_surface(d->cr, surface_of(d, image), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(d->cr), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(d->cr), item->pixelated ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_paint_with_alpha(d->cr, item->style ? item->style->opacity : 1);
    close_layer(d->cr, &layer);
}

static void draw_group(Drawer *d, const MuItem *item);

static void draw_item(Drawer *d, const MuItem *item)
{
    if (item->kind != MU_ITEM_GROUP && item->kind != MU_ITEM_IMAGE && !item->style)
        return;
    cairo_save(d->cr);
    if (item->clip) {
        cairo_new_path(d->cr);
        add_path(d->cr, item->clip);
        cairo_clip(d->cr);
    }
    switch (item->kind) {
    case MU_ITEM_GROUP:
        draw_group(d, item);
        break;
    case MU_ITEM_TEXT:
        draw_text(d, item);
        break;
    case MU_ITEM_IMAGE:
        draw_image(d, item);
        break;
    default:
        add_outline(d, item);
        paint_path(d->cr, item);
    }
    cairo_restore(d->cr);
}

static void draw_group(Drawer *d, const MuItem *item)
{
    const MuGroup *g = item->group;
    cairo_translate(d->cr, within(item->x), within(item->y));
    if (item->style && (g->width != 0 || g->height != 0)) {
        double offset = mu_group_offset(item);
        cairo_new_path(d->cr);
        add_rect(d, offset, offset, g->width, g->height, item->radii);
        paint_path(d->cr, item);
    }
    if (g->clip) {
        cairo_new_path(d->cr);
        add_rect(d, 0, 0, g->width, g->height, item->radii);
        cairo_clip(d->cr);
    }
    for (size_t i = 0; i < g->items.size; i++)
        draw_item(d, g->items.at[i]);
}

static void destroy_slot(void *slot)
{
    cairo_destroy(*(cairo_t **)slot);
}

cairo_t **mu_cairo_slot(MuArena *arena)
{
    cairo_t **slot = MU_NEW(arena, cairo_t *);
    mu_arena_defer(arena, destroy_slot, slot);
    return slot;
}

void mu_cairo_draw(cairo_t *cr, const MuScene *scene, MuText *text, MuArena *arena, MuDiags *diags)
{
    Drawer d = {.cr = cr, .text = text, .scratch = {.arena = arena}, .diags = diags};
    cairo_new_path(cr);
    cairo_rectangle(cr, 0, 0, scene->width, scene->height);
    mu_cairo_fill(cr, &scene->background, 1);
    cairo_new_path(cr);
    if (scene->root)
        draw_item(&d, scene->root);
}
