#include "text/glyph_path.h"

static void add(MuPen *pen, int verb, const float *at, size_t count)
{
    enum { FIRST_STEPS = 32, MOST_STEPS = 1 << 20 };
    MuGlyphPath *path = pen->path;
    if (path->size == path->capacity) {
        size_t capacity = path->capacity ? path->capacity * 2 : FIRST_STEPS;
        struct MuGlyphStep *steps = capacity > MOST_STEPS ? NULL : realloc(path->steps, capacity * sizeof *steps);
        if (!steps) {
            pen->failed = true;
            return;
        }
        path->steps = steps;
        path->capacity = capacity;
    }
    struct MuGlyphStep *step = &path->steps[path->size++];
    *step = (struct MuGlyphStep){.verb = verb};
    for (size_t i = 0; i < count; i++)
        step->at[i] = at[i];
}

void mu_pen_move(MuPen *pen, float x, float y)
{
    if (pen->open)
        mu_pen_close(pen);
    pen->start_x = pen->x = x;
    pen->start_y = pen->y = y;
}

static void begin(MuPen *pen)
{
    if (!pen->open)
        add(pen, MU_STEP_MOVE, (float[]){pen->start_x, pen->start_y}, 2);
    pen->open = true;
}

void mu_pen_line(MuPen *pen, float x, float y)
{
    begin(pen);
    add(pen, MU_STEP_LINE, (float[]){x, y}, 2);
    pen->x = x;
    pen->y = y;
}

void mu_pen_cubic(MuPen *pen, float x1, float y1, float x2, float y2, float x, float y)
{
    begin(pen);
    add(pen, MU_STEP_CUBIC, (float[]){x1, y1, x2, y2, x, y}, 6);
    pen->x = x;
    pen->y = y;
}

void mu_pen_quadratic(MuPen *pen, float x1, float y1, float x, float y)
{
    const float third = 0.33333333F;
    mu_pen_cubic(pen, (pen->x + 2.F * x1) * third, (pen->y + 2.F * y1) * third, (x + 2.F * x1) * third,
                 (y + 2.F * y1) * third, x, y);
}

void mu_pen_close(MuPen *pen)
{
    if (pen->open) {
        if (pen->start_x != pen->x || pen->start_y != pen->y)
            mu_pen_line(pen, pen->start_x, pen->start_y);
        add(pen, MU_STEP_CLOSE, NULL, 0);
    }
    pen->open = false;
    pen->start_x = pen->start_y = pen->x = pen->y = 0;
}

bool mu_glyph_path_read(const MuSfnt *font, uint16_t glyph, MuGlyphPath *path)
{
    MuPen pen = {.path = path, .scale = font->scale};
    bool drawn = font->glyf.size ? mu_glyf_draw(font, glyph, &pen) : mu_cff_draw(font, glyph, &pen);
    return drawn && !pen.failed;
}
