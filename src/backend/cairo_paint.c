#include "backend/cairo_paint.h"

void mu_cairo_set_color(cairo_t *cr, MuColor color, double opacity)
{
    cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a * opacity);
}

/* Cairo refuses what SVG ignores: negative lengths, and dashes that sum to nothing. */
static bool is_dash(const MuStroke *stroke)
{
    double sum = 0;
    for (size_t i = 0; i < stroke->dash_size; i++) {
        if (!(stroke->dash[i] >= 0) || !isfinite(stroke->dash[i]))
            return false;
        sum += stroke->dash[i];
    }
    return sum > 0;
}

void mu_cairo_set_stroke(cairo_t *cr, const MuStroke *stroke)
{
    static const cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND, CAIRO_LINE_JOIN_BEVEL};
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_cap(cr, caps[stroke->cap]);
    cairo_set_line_join(cr, joins[stroke->join]);
    cairo_set_miter_limit(cr, stroke->miter > 0 ? stroke->miter : 4);
    if (is_dash(stroke))
        cairo_set_dash(cr, stroke->dash, (int)stroke->dash_size,
                       isfinite(stroke->dash_offset) ? stroke->dash_offset : 0);
    else
        cairo_set_dash(cr, NULL, 0, 0);
}

/* The gradient's fractions are of `box`, as with SVG's objectBoundingBox; a radial one stays a circle and covers
 * the box from its middle, as Vega draws it. */
static cairo_pattern_t *gradient_pattern(const MuGradient *g, MuBounds box, double opacity)
{
    double w = box.x2 - box.x1, h = box.y2 - box.y1, side = fmax(w, h);
    double x = box.x1, y = box.y1;
    cairo_pattern_t *pattern;
    if (g->radial) {
        x += (w - side) / 2, y += (h - side) / 2, w = h = side;
        pattern = cairo_pattern_create_radial(g->x1, g->y1, g->r1, g->x2, g->y2, g->r2);
    } else {
        pattern = cairo_pattern_create_linear(g->x1, g->y1, g->x2, g->y2);
    }
    for (size_t i = 0; i < g->size; i++) {
        MuColor c = g->stops[i].color;
        cairo_pattern_add_color_stop_rgba(pattern, g->stops[i].offset, c.r, c.g, c.b, c.a * opacity);
    }
    cairo_matrix_t to_unit;
    cairo_matrix_init(&to_unit, 1 / w, 0, 0, 1 / h, -x / w, -y / h);
    cairo_pattern_set_matrix(pattern, &to_unit);
    return pattern;
}

/* The last stop's colour where the box has no area, as SVG has nothing to spread it over. */
static void set_gradient(cairo_t *cr, const MuGradient *g, double opacity)
{
    MuBounds box;
    cairo_path_extents(cr, &box.x1, &box.y1, &box.x2, &box.y2);
    if (g->size && (box.x2 <= box.x1 || box.y2 <= box.y1)) {
        mu_cairo_set_color(cr, g->stops[g->size - 1].color, opacity);
        return;
    }
    cairo_pattern_t *pattern = gradient_pattern(g, box, opacity);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

/* Lines over the whole clip: bands [k period, k period + width] across the turned y axis, as in SVG's pattern. */
static void paint_hatch(cairo_t *cr, const MuHatch *hatch, double opacity)
{
    enum { MOST_LINES = 100000 };
    double x1, y1, x2, y2;
    mu_cairo_set_color(cr, hatch->ground, opacity);
    cairo_paint(cr);
    cairo_rotate(cr, hatch->angle * acos(-1) / 180);
    cairo_clip_extents(cr, &x1, &y1, &x2, &y2);
    if (!(hatch->period > 0) || (y2 - y1) / hatch->period > MOST_LINES)
        return;
    cairo_new_path(cr);
    for (double k = floor(y1 / hatch->period); k * hatch->period < y2; k++)
        cairo_rectangle(cr, x1, k * hatch->period, x2 - x1, hatch->width);
    mu_cairo_set_color(cr, hatch->ink, opacity);
    cairo_fill(cr);
}

static void fill_hatch(cairo_t *cr, const MuHatch *hatch, double opacity)
{
    cairo_path_t *path = cairo_copy_path(cr);
    cairo_save(cr);
    cairo_clip(cr);
    paint_hatch(cr, hatch, opacity);
    cairo_restore(cr);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
}

/* False where nothing is to be painted, or a hatch, which is no source. */
static bool set_source(cairo_t *cr, const MuPaint *paint, double opacity)
{
    if (paint->kind == MU_PAINT_COLOR)
        mu_cairo_set_color(cr, paint->color, opacity);
    else if (paint->kind == MU_PAINT_GRADIENT)
        set_gradient(cr, paint->gradient, opacity);
    return paint->kind == MU_PAINT_COLOR || paint->kind == MU_PAINT_GRADIENT;
}

void mu_cairo_fill(cairo_t *cr, const MuPaint *paint, double opacity)
{
    if (paint->kind == MU_PAINT_HATCH)
        fill_hatch(cr, paint->hatch, opacity);
    else if (set_source(cr, paint, opacity))
        cairo_fill_preserve(cr);
}

/* A hatch seen through a stroke: hatched into a group, and the stroke is its mask. */
static void stroke_hatch(cairo_t *cr, const MuHatch *hatch, double opacity)
{
    cairo_path_t *path = cairo_copy_path(cr);
    double x1, y1, x2, y2;
    cairo_stroke_extents(cr, &x1, &y1, &x2, &y2);
    cairo_save(cr);
    cairo_new_path(cr);
    cairo_rectangle(cr, x1, y1, x2 - x1, y2 - y1);
    cairo_clip(cr);
    cairo_push_group(cr);
    paint_hatch(cr, hatch, opacity);
    cairo_pattern_t *lines = cairo_pop_group(cr);
    cairo_restore(cr);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
    cairo_set_source(cr, lines);
    cairo_stroke_preserve(cr);
    cairo_pattern_destroy(lines);
}

void mu_cairo_stroke(cairo_t *cr, const MuPaint *paint, const MuStroke *stroke, double opacity)
{
    mu_cairo_set_stroke(cr, stroke);
    if (paint->kind == MU_PAINT_HATCH)
        stroke_hatch(cr, paint->hatch, opacity);
    else if (set_source(cr, paint, opacity))
        cairo_stroke_preserve(cr);
}

cairo_operator_t mu_cairo_blend(MuStr name)
{
    static const struct {
        const char *name;
        cairo_operator_t op;
    } modes[] = {{"multiply", CAIRO_OPERATOR_MULTIPLY},         {"screen", CAIRO_OPERATOR_SCREEN},
                 {"overlay", CAIRO_OPERATOR_OVERLAY},           {"darken", CAIRO_OPERATOR_DARKEN},
                 {"lighten", CAIRO_OPERATOR_LIGHTEN},           {"color-dodge", CAIRO_OPERATOR_COLOR_DODGE},
                 {"color-burn", CAIRO_OPERATOR_COLOR_BURN},     {"hard-light", CAIRO_OPERATOR_HARD_LIGHT},
                 {"soft-light", CAIRO_OPERATOR_SOFT_LIGHT},     {"difference", CAIRO_OPERATOR_DIFFERENCE},
                 {"exclusion", CAIRO_OPERATOR_EXCLUSION},       {"hue", CAIRO_OPERATOR_HSL_HUE},
                 {"saturation", CAIRO_OPERATOR_HSL_SATURATION}, {"color", CAIRO_OPERATOR_HSL_COLOR},
                 {"luminosity", CAIRO_OPERATOR_HSL_LUMINOSITY}};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (mu_str_is(name, modes[i].name))
            return modes[i].op;
    }
    return CAIRO_OPERATOR_OVER;
}
