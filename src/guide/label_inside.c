/* Labels of bars, cells and sectors: inside where there is room and contrast, else at the end. */
#include "guide/label_parts.h"

enum { TEXT_CONTRAST = 9 }; /* halves: 4.5 to 1 (WCAG 2, AA) */

/* Near-black or white, whichever shows better on the mark; false if neither does. */
static bool set_ink(const MuLabeling *labeling, MuLabelSpot *spot)
{
    static const MuColor dark = {14 / 255.0, 26 / 255.0, 26 / 255.0, 1}, light = {1, 1, 1, 1};
    MuColor fill;
    const MuStyle *style = spot->label->item->style;
    if (!style || style->fill.kind != MU_PAINT_COLOR || !mu_label_paint(spot->label->item, &fill))
        return false;
    double opacity = fill.a * style->opacity * style->fill_opacity;
    fill = mu_color_mix(MU_STR("rgb"), labeling->ground, fill, opacity, 1);
    double on_dark = mu_color_contrast(dark, fill), on_light = mu_color_contrast(light, fill);
    spot->look.color = on_dark > on_light ? dark : light;
    return fmax(on_dark, on_light) * 2 >= TEXT_CONTRAST;
}

static bool fits_box(const MuLabelSpot *spot)
{
    double room = mu_label_gap(spot), width = spot->mark.x2 - spot->mark.x1, height = spot->mark.y2 - spot->mark.y1;
    bool along = spot->set->along_x;
    return spot->width + (along ? room : 2) <= width && spot->height + (along ? 0 : room) <= height;
}

static void put_inside(MuLabelSpot *spot)
{
    MuBounds m = spot->mark;
    double gap = mu_label_gap(spot), x = (m.x1 + m.x2) / 2, y = (m.y1 + m.y2) / 2;
    bool middle = spot->set->form == MU_LABEL_CELL || spot->label->stacked, back = spot->label->backwards;
    MuAlign align = MU_ALIGN_CENTER;
    if (!middle && spot->set->along_x) {
        x = back ? m.x1 + gap + spot->width / 2 : m.x2 - gap - spot->width / 2;
        align = back ? MU_ALIGN_LEFT : MU_ALIGN_RIGHT;
    } else if (!middle) {
        y = back ? m.y2 - gap - spot->height / 2 : m.y1 + gap + spot->height / 2;
    }
    spot->inside = true;
    mu_label_put(spot, x, y, align);
}

static void put_beyond(MuLabelSpot *spot, bool back)
{
    MuBounds m = spot->mark;
    double gap = mu_label_gap(spot), x = (m.x1 + m.x2) / 2, y = (m.y1 + m.y2) / 2;
    if (spot->set->along_x)
        mu_label_put(spot, back ? m.x1 - gap - spot->width / 2 : m.x2 + gap + spot->width / 2, y,
                     back ? MU_ALIGN_RIGHT : MU_ALIGN_LEFT);
    else
        mu_label_put(spot, x, back ? m.y2 + gap + spot->height / 2 : m.y1 - gap - spot->height / 2, MU_ALIGN_CENTER);
}

/* A bar that goes to the left or down may end where the axis stands: then the label is beyond its other end. */
static void put_at_end(const MuLabeling *labeling, MuLabelSpot *spot)
{
    put_beyond(spot, spot->label->backwards);
    if (spot->label->backwards && (spot->box.x1 < 0 || spot->box.y2 > labeling->context->height))
        put_beyond(spot, false);
}

static void place_bar(const MuLabeling *labeling, MuLabelSpot *spot)
{
    MuColor outside = spot->look.color;
    MuLabelPosition position = spot->set->position;
    if (position != MU_LABEL_OUTSIDE && set_ink(labeling, spot) && fits_box(spot)) {
        put_inside(spot);
        return;
    }
    spot->look.color = outside;
    if (position != MU_LABEL_INSIDE && spot->set->form == MU_LABEL_BAR && !spot->label->stacked)
        put_at_end(labeling, spot);
}

void mu_labels_place_bars(MuLabeling *labeling)
{
    for (size_t i = 0; i < labeling->count; i++) {
        MuLabelSpot *spot = &labeling->spots[i];
        if (spot->set->form == MU_LABEL_BAR || spot->set->form == MU_LABEL_CELL)
            place_bar(labeling, spot);
    }
}

/* --- sectors --- */

typedef struct Sector {
    double x, y, inner, outer, start, turn; /* radians from the right, clockwise */
} Sector;

/* Read off the outline: the outer arc is what lies farthest from the centre. */
static Sector sector_of(const MuItem *item)
{
    const MuPath *path = item->path;
    Sector s = {.x = item->x, .y = item->y, .inner = INFINITY};
    for (size_t i = 0; i < path->points.size; i++)
        s.inner = fmin(s.inner, hypot(path->points.at[i].x, path->points.at[i].y));
    double last = NAN;
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t verb = 0, at = 0; verb < path->verbs.size; verb++) {
            size_t points = mu_verb_points(path->verbs.at[verb]);
            at += points;
            if (!points)
                continue;
            MuPoint p = path->points.at[at - 1];
            double radius = hypot(p.x, p.y), angle = atan2(p.y, p.x);
            if (pass == 0) {
                s.outer = fmax(s.outer, radius);
            } else if (radius > s.outer * 0.98) {
                if (isnan(last))
                    s.start = angle;
                else
                    s.turn += remainder(angle - last, 2 * acos(-1));
                last = angle;
            }
        }
    }
    return s;
}

static bool holds(const Sector *s, double x, double y)
{
    double radius = hypot(x - s->x, y - s->y), middle = s->start + s->turn / 2,
           away = fabs(remainder(atan2(y - s->y, x - s->x) - middle, 2 * acos(-1)));
    return radius <= s->outer && radius >= s->inner && away <= fabs(s->turn) / 2;
}

static bool fits_sector(const Sector *s, double x, double y, double width, double height)
{
    for (int corner = 0; corner < 4; corner++)
        if (!holds(s, x + (corner & 1 ? width : -width) / 2, y + (corner & 2 ? height : -height) / 2))
            return false;
    return true;
}

static void place_sector(const MuLabeling *labeling, MuLabelSpot *spot)
{
    Sector s = sector_of(spot->label->item);
    double angle = s.start + s.turn / 2, middle = s.inner > 1 ? (s.inner + s.outer) / 2 : s.outer * 0.64,
           gap = mu_label_gap(spot);
    MuColor outside = spot->look.color;
    double x = s.x + middle * cos(angle), y = s.y + middle * sin(angle);
    bool room = fits_sector(&s, x, y, spot->width + gap, spot->height);
    if (spot->set->position != MU_LABEL_OUTSIDE && set_ink(labeling, spot) && room) {
        spot->inside = true;
        mu_label_put(spot, x, y, MU_ALIGN_CENTER);
        return;
    }
    spot->look.color = outside;
    if (spot->set->position == MU_LABEL_INSIDE || s.turn == 0)
        return;
    double side = cos(angle), up = sin(angle);
    MuAlign align = side > 0.1 ? MU_ALIGN_LEFT : side < -0.1 ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
    x = s.x + (s.outer + gap) * side +
        (align == MU_ALIGN_CENTER ? 0
         : align == MU_ALIGN_LEFT ? 0.5
                                  : -0.5) *
            spot->width;
    y = s.y + (s.outer + gap) * up + up * spot->height / 2;
    mu_label_put(spot, x, y, align);
}

void mu_labels_place_sectors(MuLabeling *labeling)
{
    for (size_t i = 0; i < labeling->count; i++)
        if (labeling->spots[i].set->form == MU_LABEL_SECTOR)
            place_sector(labeling, &labeling->spots[i]);
}
