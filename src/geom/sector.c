/* All is worked out about the sector's bisector as x axis, where the two sides mirror one another; the path is then
 * turned by `turn`. A side goes from the inner to the outer ring; its inward normal points to the bisector. */
#include "geom/sector.h"

static const double PI = 3.14159265358979323846, EPSILON = 1e-12;

typedef struct Frame {
    double turn;                   /* of the bisector, radians from the x axis */
    double inner, outer;           /* radii */
    double inner_half, outer_half; /* half of the angle between the ends of each ring */
    double inner_corner, outer_corner;
} Frame;

/* A rounded corner at the side of positive angle. */
typedef struct Corner {
    MuPoint centre;
    double ring; /* direction from 0,0 to where the corner meets its ring */
    double side; /* direction from the centre to where it meets the side, a quarter turn on from the side's own */
} Corner;

static MuPoint polar(double angle, double radius)
{
    double x = radius * cos(angle), y = radius * sin(angle);
    return (MuPoint){x, y};
}

/* Half of the angle that stays of `half` at a radius when the gap's edge lies `inset` px beside the radius; 0 where
 * nothing stays. */
static double inset_half(double half, double inset, double radius)
{
    double ratio = inset / radius, left = half - (ratio <= 1 ? asin(ratio) : half);
    return 2 * left > EPSILON ? left : 0;
}

/* Where the two sides would meet on the bisector, and the greatest corners that fit between them there. */
static void limit_corners(Frame *f)
{
    MuPoint out = polar(f->outer_half, f->outer), in = polar(f->inner_half, f->inner);
    double dx = out.x - in.x, dy = out.y - in.y;
    if (4 * dx * dx * dy * dy < EPSILON) {
        f->inner_corner = f->outer_corner = 0;
        return;
    }
    double apex = out.x - out.y * dx / dy, reach = hypot(out.x - apex, out.y) / fabs(out.y);
    f->inner_corner = fmin(f->inner_corner, (f->inner - fabs(apex)) / (reach - 1));
    f->outer_corner = fmin(f->outer_corner, (f->outer - fabs(apex)) / (reach + 1));
}

/* The circle of `radius` that touches the side from within and a ring: the outer one from within, the inner one from
 * without. Of the two that do, the one nearer to the side's middle. */
static Corner corner_of(const Frame *f, bool outer, double radius)
{
    MuPoint in = polar(f->inner_half, f->inner), out = polar(f->outer_half, f->outer);
    double length = hypot(out.x - in.x, out.y - in.y);
    MuPoint along = {(out.x - in.x) / length, (out.y - in.y) / length}, inward = {along.y, -along.x};
    double across = in.x * inward.x + in.y * inward.y + radius;
    double reach = outer ? f->outer - radius : f->inner + radius;
    double far = sqrt(fmax(0, reach * reach - across * across));
    double middle = (in.x + out.x) / 2 * along.x + (in.y + out.y) / 2 * along.y;
    double place = fabs(middle - far) <= fabs(middle + far) ? far : -far;
    Corner c = {.centre = {inward.x * across + along.x * place, inward.y * across + along.y * place}};
    c.ring = atan2(c.centre.y, c.centre.x);
    c.side = atan2(along.y, along.x);
    c.side += (c.side < -PI / 2 ? 2 * PI : 0) + PI / 2;
    return c;
}

static void add_arc(const Frame *f, MuPath *path, MuPoint centre, double radius, double from, double to, bool back)
{
    double c = cos(f->turn), s = sin(f->turn);
    mu_path_arc(path, c * centre.x - s * centre.y, s * centre.x + c * centre.y, radius, from + f->turn, to + f->turn,
                back);
}

static MuPoint mirrored(MuPoint p)
{
    return (MuPoint){p.x, -p.y};
}

static void add_outer_ring(const Frame *f, MuPath *path, double asked_corner)
{
    const MuPoint middle = {0, 0};
    if (!(f->outer_corner > EPSILON)) {
        add_arc(f, path, middle, f->outer, -f->outer_half, f->outer_half, false);
        return;
    }
    Corner c = corner_of(f, true, f->outer_corner);
    if (f->outer_corner < asked_corner) { /* both corners are one circle on the bisector */
        add_arc(f, path, mirrored(c.centre), f->outer_corner, -c.side, c.side, false);
        return;
    }
    add_arc(f, path, mirrored(c.centre), f->outer_corner, -c.side, -c.ring, false);
    add_arc(f, path, middle, f->outer, -c.ring, c.ring, false);
    add_arc(f, path, c.centre, f->outer_corner, c.ring, c.side, false);
}

static void add_inner_ring(const Frame *f, MuPath *path, double asked_corner)
{
    const MuPoint middle = {0, 0};
    if (!(f->inner_corner > EPSILON)) {
        add_arc(f, path, middle, f->inner, f->inner_half, -f->inner_half, true);
        return;
    }
    Corner c = corner_of(f, false, f->inner_corner);
    if (f->inner_corner < asked_corner) {
        add_arc(f, path, c.centre, f->inner_corner, c.side, -c.side, false);
        return;
    }
    add_arc(f, path, c.centre, f->inner_corner, c.side, c.ring + PI, false);
    add_arc(f, path, middle, f->inner, c.ring, -c.ring, true);
    add_arc(f, path, mirrored(c.centre), f->inner_corner, PI - c.ring, -c.side, false);
}

static void add_turn(MuPath *path, double inner, double outer, double from)
{
    mu_path_arc(path, 0, 0, outer, from, from + 2 * PI, false);
    mu_path_close(path);
    if (!(inner > EPSILON))
        return;
    mu_path_arc(path, 0, 0, inner, from, from - 2 * PI, true);
    mu_path_close(path);
}

static Frame frame_of(MuSector s, double half)
{
    Frame f = {.turn = (s.start + s.end) / 2 - PI / 2,
               .inner = s.inner,
               .outer = s.outer,
               .inner_half = half,
               .outer_half = half};
    double inset = s.pad / 2 > EPSILON ? hypot(s.inner, s.outer) * sin(s.pad / 2) : 0;
    if (inset > EPSILON) {
        f.inner_half = inset_half(half, inset, s.inner);
        f.outer_half = inset_half(half, inset, s.outer);
    }
    f.inner_corner = f.outer_corner = fmin((s.outer - s.inner) / 2, s.corner);
    if (f.outer_corner > EPSILON && 2 * half < PI)
        limit_corners(&f);
    return f;
}

void mu_path_sector(MuPath *path, MuSector s)
{
    double half = fabs(s.end - s.start) / 2;
    if (s.inner > s.outer) {
        double swap = s.inner;
        s.inner = s.outer;
        s.outer = swap;
    }
    if (!(s.outer > EPSILON)) {
        mu_path_move(path, 0, 0);
        return;
    }
    if (2 * half > 2 * PI - EPSILON) {
        add_turn(path, s.inner, s.outer, s.start - PI / 2);
        return;
    }
    double corner = fmin((s.outer - s.inner) / 2, s.corner);
    Frame f = frame_of(s, half);
    MuPoint inside = polar(f.turn, s.inner);
    if (f.outer_half > 0)
        add_outer_ring(&f, path, corner);
    else
        mu_path_move(path, s.outer * cos(f.turn), s.outer * sin(f.turn));
    if (s.inner > EPSILON && f.inner_half > 0)
        add_inner_ring(&f, path, corner);
    else
        mu_path_line(path, inside.x, inside.y);
    mu_path_close(path);
}
