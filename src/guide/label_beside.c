/* Labels around points: each place on eight sides at six distances has a price, and the cheapest set of places that
 * is found from several starts is taken. Nothing is left to chance: the same figure has the same labels. */
#include "base/vec.h"
#include "guide/label_parts.h"

enum { SIDES = 8, RINGS = 6, PLACES = SIDES * RINGS, SWEEPS = 20, STARTS = 4, APART = 3 /* px between labels */ };

static const double SIDE_PRICE = 4, RING_PRICE = 14, OVER_LABEL = 20, LEAD_LABEL = 12, LEAD_MARK = 4, LEAD_LINE = 8,
                    LEAD_LEAD = 60, OVER_MARK = 40, OUTSIDE = 100000;

/* East, north-east, south-east, north, south, west, north-west, south-west: how well they read. */
static const struct Side {
    int x, y;
} sides[SIDES] = {{1, 0}, {1, -1}, {1, 1}, {0, -1}, {0, 1}, {-1, 0}, {-1, -1}, {-1, 1}};

typedef struct Place {
    MuBounds box;
    MuAlign align;
    MuPoint lead[2];
    bool leads;
    double price; /* of all that does not move */
} Place;

typedef struct Chooser {
    MuLabelSpot *spot;
    Place places[PLACES];
    size_t place;
    MU_VEC(uint32_t) near; /* choosers whose labels may come across this one */
} Chooser;

typedef struct Choosing {
    MuLabeling *labeling;
    Chooser *choosers;
    size_t count;
    uint32_t *order;
} Choosing;

/* --- places --- */

static bool is_allowed(MuLabelPosition position, struct Side side)
{
    switch (position) {
    case MU_LABEL_TOP:
        return side.y < 0;
    case MU_LABEL_BOTTOM:
        return side.y > 0;
    case MU_LABEL_LEFT:
        return side.x < 0;
    case MU_LABEL_RIGHT:
        return side.x > 0;
    default:
        return true;
    }
}

/* What a label stands beside: the symbol, or the end of the line. */
static MuBounds anchor_of(const MuLabelSpot *spot)
{
    const MuItem *item = spot->label->item;
    if (spot->set->form != MU_LABEL_END || !item->path->points.size)
        return spot->mark;
    bool start = spot->set->position == MU_LABEL_AT_START;
    MuPoint p = item->path->points.at[start ? 0 : item->path->points.size - 1];
    return mu_bounds_expand((MuBounds){item->x + p.x, item->y + p.y, item->x + p.x, item->y + p.y}, 2);
}

static double nearest(double at, double from, double to)
{
    return fmax(from, fmin(at, to));
}

static void set_place(const MuLabelSpot *spot, size_t side, size_t ring, Place *place)
{
    MuBounds a = anchor_of(spot);
    struct Side s = sides[side];
    double gap = mu_label_gap(spot) * 0.7 + (double)ring * spot->look.font.size * 0.75, diagonal = s.x && s.y ? 0.5 : 1;
    double cx = (a.x1 + a.x2) / 2, cy = (a.y1 + a.y2) / 2;
    double x = cx + s.x * ((a.x2 - a.x1) / 2 * (diagonal < 1 ? 0.7 : 1) + gap * diagonal + spot->width / 2),
           y = cy + s.y * ((a.y2 - a.y1) / 2 * (diagonal < 1 ? 0.7 : 1) + gap * diagonal + spot->height / 2);
    place->align = s.x > 0 ? MU_ALIGN_LEFT : s.x < 0 ? MU_ALIGN_RIGHT : MU_ALIGN_CENTER;
    place->box = (MuBounds){x - spot->width / 2, y - spot->height / 2, x + spot->width / 2, y + spot->height / 2};
    place->leads = ring > 0;
    MuPoint to = {nearest(cx, place->box.x1, place->box.x2), nearest(cy, place->box.y1, place->box.y2)};
    double away = hypot(to.x - cx, to.y - cy), radius = (a.x2 - a.x1) / 2;
    place->lead[0] = away > 0 ? (MuPoint){cx + (to.x - cx) * radius / away, cy + (to.y - cy) * radius / away} : to;
    place->lead[1] = to;
    place->price = SIDE_PRICE * (double)side + RING_PRICE * (double)ring;
    if (!is_allowed(spot->set->position, s))
        place->price += OUTSIDE / 4;
}

static double price_of_obstacle(const Place *place, const MuObstacle *o)
{
    double price;
    if (o->is_line) {
        price = o->price * mu_line_in_box(o->from, o->to, mu_bounds_expand(place->box, APART));
        if (place->leads && o->item->role != MU_ROLE_AXIS_GRID) {
            MuBounds a = mu_bounds_add(mu_bounds_add(mu_bounds_empty(), o->from.x, o->from.y), o->to.x, o->to.y);
            MuBounds lead = mu_bounds_add(mu_bounds_add(mu_bounds_empty(), place->lead[0].x, place->lead[0].y),
                                          place->lead[1].x, place->lead[1].y);
            price += !mu_bounds_is_empty(mu_bounds_intersect(a, lead)) ? LEAD_LINE : 0;
        }
        return price;
    }
    price = o->price * mu_box_overlap(place->box, o->box);
    double led = place->leads ? mu_line_in_box(place->lead[0], place->lead[1], o->box) : 0;
    return led > 0 ? price + OVER_MARK + LEAD_MARK * led : price;
}

static bool is_inside_plot(const MuLabeling *labeling, MuBounds box)
{
    return box.x1 >= 0 && box.y1 >= 0 && box.x2 <= labeling->context->width && box.y2 <= labeling->context->height;
}

static MuBounds reach_of(const Chooser *chooser)
{
    MuBounds reach = chooser->spot->mark;
    for (size_t i = 0; i < PLACES; i++)
        reach = mu_bounds_union(reach, chooser->places[i].box);
    return reach;
}

static void price_places(const MuLabeling *labeling, Chooser *chooser)
{
    MuBounds reach = reach_of(chooser);
    for (size_t i = 0; i < PLACES; i++)
        if (!is_inside_plot(labeling, chooser->places[i].box))
            chooser->places[i].price += OUTSIDE;
    for (size_t o = 0; o < labeling->obstacles.size; o++) {
        const MuObstacle *obstacle = &labeling->obstacles.at[o];
        if (obstacle->item == chooser->spot->label->item && !obstacle->is_line)
            continue;
        if (mu_bounds_is_empty(mu_bounds_intersect(obstacle->box, reach)))
            continue;
        for (size_t i = 0; i < PLACES; i++)
            chooser->places[i].price += price_of_obstacle(&chooser->places[i], obstacle);
    }
}

/* --- choosing --- */

static bool cross(const Place *a, const Place *b)
{
    double ax = a->lead[1].x - a->lead[0].x, ay = a->lead[1].y - a->lead[0].y, bx = b->lead[1].x - b->lead[0].x,
           by = b->lead[1].y - b->lead[0].y, det = ax * by - ay * bx;
    if (!a->leads || !b->leads || det == 0)
        return false;
    double dx = b->lead[0].x - a->lead[0].x, dy = b->lead[0].y - a->lead[0].y, s = (dx * by - dy * bx) / det,
           t = (dx * ay - dy * ax) / det;
    return s >= 0 && s <= 1 && t >= 0 && t <= 1;
}

static double price_between(const Place *a, const Place *b)
{
    MuBounds apart = {a->box.x1 - APART, a->box.y1, a->box.x2 + APART, a->box.y2};
    double price = OVER_LABEL * mu_box_overlap(apart, b->box);
    if (a->leads)
        price += LEAD_LABEL * mu_line_in_box(a->lead[0], a->lead[1], b->box);
    if (b->leads)
        price += LEAD_LABEL * mu_line_in_box(b->lead[0], b->lead[1], a->box);
    return price + (cross(a, b) ? LEAD_LEAD : 0);
}

static double price_at(const Choosing *c, const Chooser *chooser, size_t place)
{
    const Place *own = &chooser->places[place];
    double price = own->price;
    for (size_t i = 0; i < chooser->near.size; i++) {
        const Chooser *other = &c->choosers[chooser->near.at[i]];
        if (other->place < PLACES)
            price += price_between(own, &other->places[other->place]);
    }
    return price;
}

static bool choose(const Choosing *c, Chooser *chooser)
{
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < PLACES; i++) {
        if (chooser->places[i].price >= least)
            continue;
        double price = price_at(c, chooser, i);
        if (price < least) {
            least = price;
            best = i;
        }
    }
    bool moved = best != chooser->place;
    chooser->place = best;
    return moved;
}

static double total(const Choosing *c)
{
    double price = 0;
    for (size_t i = 0; i < c->count; i++) {
        const Chooser *chooser = &c->choosers[i];
        double own = chooser->places[chooser->place].price;
        price += own + (price_at(c, chooser, chooser->place) - own) / 2;
    }
    return price;
}

static double middle(const Chooser *chooser, bool x)
{
    MuBounds m = chooser->spot->mark;
    return x ? m.x1 + m.x2 : m.y1 + m.y2;
}

typedef struct Rank {
    double key;
    uint32_t index;
} Rank;

static int by_key(const void *a, const void *b)
{
    const Rank *p = a, *q = b;
    return p->key < q->key ? -1 : p->key > q->key ? 1 : p->index < q->index ? -1 : 1;
}

/* By priority; from the left; from the top; from the right. */
static void order_for(Choosing *c, size_t start, Rank *ranks)
{
    for (size_t i = 0; i < c->count; i++) {
        const Chooser *chooser = &c->choosers[i];
        double key = start == 0   ? -chooser->spot->label->priority
                     : start == 1 ? middle(chooser, true)
                     : start == 2 ? middle(chooser, false)
                                  : -middle(chooser, true);
        ranks[i] = (Rank){key, (uint32_t)i};
    }
    qsort(ranks, c->count, sizeof *ranks, by_key);
    for (size_t i = 0; i < c->count; i++)
        c->order[i] = ranks[i].index;
}

static void search(Choosing *c)
{
    MuArena *arena = c->labeling->context->arena;
    size_t *best = MU_NEW_ARRAY(arena, size_t, c->count);
    Rank *ranks = MU_NEW_ARRAY(arena, Rank, c->count);
    double least = INFINITY;
    for (size_t start = 0; start < STARTS; start++) {
        order_for(c, start, ranks);
        for (size_t i = 0; i < c->count; i++)
            c->choosers[i].place = PLACES;
        bool moved = true;
        for (size_t sweep = 0; sweep < SWEEPS && moved; sweep++) {
            moved = false;
            for (size_t i = 0; i < c->count; i++)
                moved |= choose(c, &c->choosers[c->order[i]]);
        }
        double price = total(c);
        if (price >= least)
            continue;
        least = price;
        for (size_t i = 0; i < c->count; i++)
            best[i] = c->choosers[i].place;
    }
    for (size_t i = 0; i < c->count; i++)
        c->choosers[i].place = best[i];
}

/* Choosers in order of the left ends of their reach, so that neighbours are found in one sweep. */
static void find_near(Choosing *c)
{
    MuArena *arena = c->labeling->context->arena;
    MuBounds *reach = MU_NEW_ARRAY(arena, MuBounds, c->count);
    Rank *ranks = MU_NEW_ARRAY(arena, Rank, c->count);
    for (size_t i = 0; i < c->count; i++) {
        reach[i] = reach_of(&c->choosers[i]);
        ranks[i] = (Rank){reach[i].x1, (uint32_t)i};
    }
    qsort(ranks, c->count, sizeof *ranks, by_key);
    for (size_t i = 0; i < c->count; i++)
        for (size_t j = i + 1; j < c->count && ranks[j].key <= reach[ranks[i].index].x2; j++) {
            uint32_t a = ranks[i].index, b = ranks[j].index;
            if (mu_bounds_is_empty(mu_bounds_intersect(reach[a], reach[b])))
                continue;
            MU_PUSH(arena, &c->choosers[a].near, b);
            MU_PUSH(arena, &c->choosers[b].near, a);
        }
}

static bool stands_beside(const MuLabelSpot *spot)
{
    return !spot->placed && (spot->set->form == MU_LABEL_BESIDE || spot->set->form == MU_LABEL_END);
}

void mu_labels_place_beside(MuLabeling *labeling)
{
    MuArena *arena = labeling->context->arena;
    Choosing c = {.labeling = labeling};
    for (size_t i = 0; i < labeling->count; i++)
        c.count += stands_beside(&labeling->spots[i]);
    if (!c.count)
        return;
    c.choosers = MU_NEW_ARRAY(arena, Chooser, c.count);
    c.order = MU_NEW_ARRAY(arena, uint32_t, c.count);
    for (size_t i = 0, at = 0; i < labeling->count; i++) {
        if (!stands_beside(&labeling->spots[i]))
            continue;
        Chooser *chooser = &c.choosers[at++];
        *chooser = (Chooser){.spot = &labeling->spots[i]};
        for (size_t place = 0; place < PLACES; place++)
            set_place(chooser->spot, place % SIDES, place / SIDES, &chooser->places[place]);
        price_places(labeling, chooser);
    }
    find_near(&c);
    search(&c);
    for (size_t i = 0; i < c.count; i++) {
        MuLabelSpot *spot = c.choosers[i].spot;
        const Place *place = &c.choosers[i].places[c.choosers[i].place];
        if (place->price >= OUTSIDE / 4)
            continue;
        mu_label_put(spot, (place->box.x1 + place->box.x2) / 2, (place->box.y1 + place->box.y2) / 2, place->align);
        spot->leads = place->leads;
        memcpy(spot->lead, place->lead, sizeof spot->lead);
    }
}
