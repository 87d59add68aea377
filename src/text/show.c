#include "text/show.h"
#include "text/parts.h"

static void to_cairo_move(void *to, double x, double y)
{
    cairo_move_to(to, x, y);
}
static void to_cairo_line(void *to, double x, double y)
{
    cairo_line_to(to, x, y);
}
static void to_cairo_cubic(void *to, double x1, double y1, double x2, double y2, double x, double y)
{
    cairo_curve_to(to, x1, y1, x2, y2, x, y);
}
static void to_cairo_close(void *to)
{
    cairo_close_path(to);
}
const MuOutlineSink mu_outline_to_cairo = {to_cairo_move, to_cairo_line, to_cairo_cubic, to_cairo_close};

/* The current point becomes the origin, the font's size the unit. */
static void enter_em(cairo_t *cr, double size)
{
    double x = 0, y = 0;
    cairo_get_current_point(cr, &x, &y);
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, size, size);
}

/* Letters larger than any picture would overflow Cairo's 24.8 fixed point and come out as debris. */
static bool can_show(const MuFont *font)
{
    return font->size <= 1e5;
}

typedef bool (*Draw)(const MuTextSetting *setting, MuStr line, cairo_t *cr);

typedef struct Drawing {
    cairo_t *cr;
    double size;
    Draw draw;
} Drawing;

static bool draw_in_em(const MuTextSetting *setting, MuStr line, void *to)
{
    const Drawing *drawing = to;
    enter_em(drawing->cr, drawing->size);
    bool drawn = drawing->draw(setting, line, drawing->cr);
    cairo_restore(drawing->cr);
    return drawn;
}

static bool show(const MuTextSetting *setting, MuStr line, cairo_t *cr)
{
    return setting->engine->show(setting->state, setting->face, line, cr);
}

static bool outline(const MuTextSetting *setting, MuStr line, cairo_t *cr)
{
    return setting->engine->outline(setting->state, setting->face, line, &mu_outline_to_cairo, cr);
}

void mu_text_show(MuText *text, cairo_t *cr, const MuFont *font, MuStr line)
{
    Drawing drawing = {cr, font->size, show};
    if (can_show(font))
        mu_text_with(text, font, line, draw_in_em, &drawing);
}

void mu_text_add_path(MuText *text, cairo_t *cr, const MuFont *font, MuStr line)
{
    Drawing drawing = {cr, font->size, outline};
    if (can_show(font))
        mu_text_with(text, font, line, draw_in_em, &drawing);
}
