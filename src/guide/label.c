#include "guide/label.h"

#include "guide/label_parts.h"

MuLabelPosition mu_label_position(MuStr name)
{
    static const char *const names[] = {"auto", "inside", "outside", "start", "end", "top", "right", "bottom", "left"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(name, names[i]))
            return (MuLabelPosition)i;
    return MU_LABEL_AUTO;
}

double mu_label_gap(const MuLabelSpot *spot)
{
    return spot->look.font.size / 2;
}

bool mu_label_paint(const MuItem *item, MuColor *color)
{
    const MuStyle *style = item->style;
    const MuPaint *paint = style && mu_paint_shows(&style->fill, style->fill_opacity) ? &style->fill
                           : style                                                    ? &style->stroke_paint
                                                                                      : NULL;
    if (!paint || paint->kind != MU_PAINT_COLOR)
        return false;
    *color = paint->color;
    return true;
}

void mu_label_put(MuLabelSpot *spot, double x, double y, MuAlign align)
{
    spot->box = (MuBounds){x - spot->width / 2, y - spot->height / 2, x + spot->width / 2, y + spot->height / 2};
    spot->align = align;
    spot->placed = true;
}

double mu_box_overlap(MuBounds a, MuBounds b)
{
    double width = fmin(a.x2, b.x2) - fmax(a.x1, b.x1), height = fmin(a.y2, b.y2) - fmax(a.y1, b.y1);
    return width > 0 && height > 0 ? width * height : 0;
}

/* Liang and Barsky's clipping. */
double mu_line_in_box(MuPoint from, MuPoint to, MuBounds box)
{
    double dx = to.x - from.x, dy = to.y - from.y, in = 0, out = 1;
    const double across[4] = {-dx, dx, -dy, dy},
                 room[4] = {from.x - box.x1, box.x2 - from.x, from.y - box.y1, box.y2 - from.y};
    for (int i = 0; i < 4; i++) {
        if (across[i] == 0 && room[i] < 0)
            return 0;
        if (across[i] < 0)
            in = fmax(in, room[i] / across[i]);
        else if (across[i] > 0)
            out = fmin(out, room[i] / across[i]);
    }
    return in < out ? (out - in) * hypot(dx, dy) : 0;
}

/* --- what stands in the way --- */

static const double BOX_PRICE = 4, TEXT_PRICE = 20, LINE_PRICE = 5, GRID_PRICE = 0.25;

static void add_line(MuLabeling *l, MuPoint from, MuPoint to, const MuItem *item)
{
    MuBounds box = mu_bounds_add(mu_bounds_add(mu_bounds_empty(), from.x, from.y), to.x, to.y);
    MU_PUSH(l->context->arena, &l->obstacles,
            ((MuObstacle){.is_line = true,
                          .box = box,
                          .from = from,
                          .to = to,
                          .price = item->role == MU_ROLE_AXIS_GRID ? GRID_PRICE : LINE_PRICE,
                          .item = item}));
}

static MuPoint on_cubic(const MuPoint p[4], double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (MuPoint){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                     a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

void mu_obstacle_path(MuLabeling *l, const MuPath *path, double dx, double dy, const MuItem *item)
{
    enum { PIECES = 8 };
    MuPoint at = {0, 0};
    for (size_t verb = 0, point = 0; verb < path->verbs.size; verb++) {
        size_t points = mu_verb_points(path->verbs.at[verb]);
        MuPoint curve[4] = {at};
        for (size_t i = 0; i < points; i++)
            curve[i + 1] = (MuPoint){path->points.at[point + i].x + dx, path->points.at[point + i].y + dy};
        point += points;
        if (path->verbs.at[verb] == MU_LINE)
            add_line(l, at, curve[1], item);
        for (int i = 1; path->verbs.at[verb] == MU_CUBIC && i <= PIECES; i++)
            add_line(l, on_cubic(curve, (i - 1.0) / PIECES), on_cubic(curve, (double)i / PIECES), item);
        at = curve[points];
    }
}

static void add_box(MuLabeling *l, MuBounds box, double price, const MuItem *item)
{
    MU_PUSH(l->context->arena, &l->obstacles, ((MuObstacle){.box = box, .price = price, .item = item}));
}

/* Symbols are boxes; of lines and areas the outline counts, since a label may well stand in an area. */
static void add_mark(MuLabeling *l, const MuItem *item, double dx, double dy)
{
    enum { SYMBOL = 48 }; /* px: a filled path up to this size is a symbol */
    MuBounds box = mu_bounds_translate(item->bounds, dx, dy);
    bool small = box.x2 - box.x1 <= SYMBOL && box.y2 - box.y1 <= SYMBOL;
    if (!mu_item_fills(item) && !mu_item_strokes(item))
        return;
    if (item->kind == MU_ITEM_RULE)
        add_line(l, (MuPoint){item->x + dx, item->y + dy}, (MuPoint){item->x2 + dx, item->y2 + dy}, item);
    else if (item->kind == MU_ITEM_PATH && item->path && (!small || !mu_item_fills(item)) && item->angle == 0)
        mu_obstacle_path(l, item->path, item->x + dx, item->y + dy, item);
    else
        add_box(l, box, item->kind == MU_ITEM_TEXT ? TEXT_PRICE : BOX_PRICE, item);
}

/* Tick labels of our own themes stand in the plot, on their grid lines. */
static bool counts(const MuItem *item)
{
    return item->role == MU_ROLE_MARK || item->role == MU_ROLE_NONE || item->role == MU_ROLE_AXIS ||
           item->role == MU_ROLE_AXIS_LABEL || item->role == MU_ROLE_AXIS_GRID;
}

static void add_all(MuLabeling *l, const MuItem *group, double dx, double dy)
{
    for (size_t i = 0; i < group->group->items.size; i++) {
        MuItem *item = group->group->items.at[i];
        if (!counts(item))
            continue;
        mu_item_bounds(item, l->context->text);
        double x = item->x, y = item->y;
        l->has_left_axis |= item->role == MU_ROLE_AXIS && item->place && item->place->orient == MU_ORIENT_LEFT;
        if (item->place && item->place->orient == MU_ORIENT_RIGHT)
            x += l->context->width;
        if (item->place && item->place->orient == MU_ORIENT_BOTTOM)
            y += l->context->height;
        if (item->kind == MU_ITEM_GROUP)
            add_all(l, item, dx + x, dy + y);
        else
            add_mark(l, item, dx, dy);
    }
}

/* --- the labels --- */

/* An item in a group of its own inside the marks: a part of a rounded stack. */
typedef struct Nested {
    const MuItem *item;
    double x, y;
} Nested;

typedef MU_VEC(Nested) NestedList;

static void find_nested(const MuLabeling *l, const MuItem *group, double x, double y, bool top, NestedList *list)
{
    for (size_t i = 0; i < group->group->items.size; i++) {
        const MuItem *item = group->group->items.at[i];
        if (item->kind == MU_ITEM_GROUP)
            find_nested(l, item, x + item->x, y + item->y, false, list);
        else if (!top)
            MU_PUSH(l->context->arena, list, ((Nested){item, x, y}));
    }
}

static int by_item(const void *a, const void *b)
{
    uintptr_t p = (uintptr_t)((const Nested *)a)->item, q = (uintptr_t)((const Nested *)b)->item;
    return (p > q) - (p < q);
}

/* In the frame of the plot. */
static MuBounds bounds_of(const MuItem *item, const NestedList *nested)
{
    Nested key = {.item = item};
    const Nested *found = nested->size ? bsearch(&key, nested->at, nested->size, sizeof key, by_item) : NULL;
    return found ? mu_bounds_translate(item->bounds, found->x, found->y) : item->bounds;
}

static MuLabelSpot spot_of(const MuLabeling *l, const MuLabelSet *set, const MuLabel *label, MuTextLook look)
{
    MuLabelSpot spot = {.set = set, .label = label, .look = look};
    MuColor color;
    for (size_t i = 0; i < label->size; i++)
        spot.width = fmax(spot.width, mu_text_width(l->context->text, &look.font, label->lines[i]));
    spot.height = look.font.size + (double)(label->size - 1) * look.line_height;
    bool said = mu_node_get(set->chain.definition, "color");
    if (set->of_series && !said && mu_label_paint(label->item, &color))
        spot.look.color = mu_color_readable(color, l->ground, 4.5);
    return spot;
}

static void add_spots(MuLabeling *l, const MuLabelSet *set)
{
    MuTextLook usual = {.font = {.size = 11, .weight = 400}};
    usual.font.family = mu_node_string(mu_node_get(l->context->config, "font"), MU_STR(""));
    usual.color = mu_color_readable(mu_guide_gray(0), l->ground, 4.5);
    MuTextLook look = mu_guide_look(&set->chain, "", usual);
    NestedList nested = {0};
    find_nested(l, set->marks, set->marks->x, set->marks->y, true, &nested);
    if (nested.size)
        qsort(nested.at, nested.size, sizeof *nested.at, by_item);
    for (size_t i = 0; i < set->size; i++) {
        MuLabelSpot spot = spot_of(l, set, &set->labels[i], look);
        spot.mark = bounds_of(spot.label->item, &nested);
        l->spots[l->count++] = spot;
    }
}

/* Is it a line of the label's own series? Its colour tells. */
static bool is_own(const MuLabelSpot *spot, const MuObstacle *line)
{
    MuColor own, other;
    return line->item == spot->label->item ||
           (mu_label_paint(spot->label->item, &own) && mu_label_paint(line->item, &other) && own.r == other.r &&
            own.g == other.g && own.b == other.b);
}

static bool lies_on_a_line(const MuLabeling *l, const MuLabelSpot *spot)
{
    for (size_t i = 0; i < l->obstacles.size; i++) {
        const MuObstacle *o = &l->obstacles.at[i];
        if (o->is_line && o->item->role == MU_ROLE_MARK && mu_line_in_box(o->from, o->to, spot->box) > 1 &&
            !is_own(spot, o))
            return true;
    }
    return false;
}

/* Of two labels that cover each other the less important goes, of equals the later. */
static void leave_out(MuLabeling *l)
{
    for (size_t i = 0; i < l->count; i++) {
        MuLabelSpot *spot = &l->spots[i];
        if (spot->placed && !spot->inside && lies_on_a_line(l, spot))
            spot->placed = false;
    }
    for (size_t i = 0; i < l->count; i++)
        for (size_t j = i + 1; j < l->count && l->spots[i].placed; j++) {
            MuLabelSpot *a = &l->spots[i], *b = &l->spots[j];
            if (b->placed && mu_box_overlap(a->box, b->box) > 0)
                (a->label->priority >= b->label->priority ? b : a)->placed = false;
        }
}

static MuItem *text_of(const MuLabeling *l, const MuLabelSpot *spot)
{
    double x = spot->align == MU_ALIGN_LEFT    ? spot->box.x1
               : spot->align == MU_ALIGN_RIGHT ? spot->box.x2
                                               : (spot->box.x1 + spot->box.x2) / 2;
    MuTextSpot at = {.x = x, .y = spot->box.y1, .align = spot->align, .baseline = MU_STR("top")};
    MuItem *item = mu_guide_text(l->context, MU_ROLE_LABEL, spot->label->lines, spot->label->size, &spot->look, &at);
    if (!spot->inside && l->ground.a == 1) {
        item->text->halo = l->ground;
        item->text->halo_width = spot->look.font.size / 4;
    }
    return item;
}

static MuItem *lead_of(const MuLabeling *l, const MuLabelSpot *spot)
{
    MuStyle *style = mu_style_new(l->context->arena);
    style->stroke_paint = mu_paint(spot->look.color);
    style->stroke_opacity = 0.6;
    style->stroke.width = spot->look.font.size / 14;
    return mu_guide_rule(l->context->arena, MU_ROLE_LABEL, spot->lead[0].x, spot->lead[0].y, spot->lead[1].x,
                         spot->lead[1].y, style);
}

static MuItem *group_of(const MuLabeling *l, size_t *hidden)
{
    MuItem *group = mu_group_new(l->context->arena, MU_ROLE_LABEL);
    for (size_t i = 0; i < l->count; i++)
        if (l->spots[i].placed && l->spots[i].leads)
            mu_group_add(l->context->arena, group, lead_of(l, &l->spots[i]));
    for (size_t i = 0; i < l->count; i++) {
        if (l->spots[i].placed)
            mu_group_add(l->context->arena, group, text_of(l, &l->spots[i]));
        else
            ++*hidden;
    }
    return group->group->items.size ? group : NULL;
}

/* Labels that have their places stand in the way of those that look for one. */
static void add_placed(MuLabeling *l)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->spots[i].placed)
            add_box(l, l->spots[i].box, TEXT_PRICE, NULL);
}

MuItem *mu_labels_make(const MuGuideContext *context, const MuItem *plot, MuColor ground, const MuLabelSet *sets,
                       size_t count, size_t *hidden)
{
    MuLabeling l = {.context = context, .ground = ground};
    size_t most = 0;
    *hidden = 0;
    for (size_t i = 0; i < count; i++)
        most += sets[i].size;
    if (!most)
        return NULL;
    add_all(&l, plot, 0, 0);
    l.spots = MU_NEW_ARRAY(context->arena, MuLabelSpot, most);
    for (size_t i = 0; i < count; i++)
        add_spots(&l, &sets[i]);
    mu_labels_place_bars(&l);
    mu_labels_place_sectors(&l);
    mu_labels_place_ends(&l);
    add_placed(&l);
    mu_labels_place_beside(&l);
    leave_out(&l);
    return group_of(&l, hidden);
}
