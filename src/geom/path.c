#include "geom/path.h"

static const double PI = 3.14159265358979323846;

void mu_path_move(MuPath *path, double x, double y)
{
    MU_PUSH(path->arena, &path->verbs, MU_MOVE);
    MU_PUSH(path->arena, &path->points, (MuPoint){x, y});
}

void mu_path_line(MuPath *path, double x, double y)
{
    uint8_t verb = path->verbs.size ? MU_LINE : MU_MOVE;
    MU_PUSH(path->arena, &path->verbs, verb);
    MU_PUSH(path->arena, &path->points, (MuPoint){x, y});
}

void mu_path_cubic(MuPath *path, double x1, double y1, double x2, double y2, double x, double y)
{
    if (!path->verbs.size)
        mu_path_move(path, x1, y1);
    MU_PUSH(path->arena, &path->verbs, MU_CUBIC);
    MU_PUSH(path->arena, &path->points, (MuPoint){x1, y1});
    MU_PUSH(path->arena, &path->points, (MuPoint){x2, y2});
    MU_PUSH(path->arena, &path->points, (MuPoint){x, y});
}

void mu_path_close(MuPath *path)
{
    if (path->verbs.size && path->verbs.at[path->verbs.size - 1] != MU_CLOSE)
        MU_PUSH(path->arena, &path->verbs, MU_CLOSE);
}

/* One piece of an arc. The length of the handles is the usual 4/3 tan(a/4), which is off by less than 0.03 % of the
 * radius on a quarter turn. */
static void add_piece(MuPath *path, double cx, double cy, double r, double from, double to)
{
    double k = r * 4 / 3 * tan((to - from) / 4), c1 = cos(from), s1 = sin(from), c2 = cos(to), s2 = sin(to);
    mu_path_cubic(path, cx + r * c1 - k * s1, cy + r * s1 + k * c1, cx + r * c2 + k * s2, cy + r * s2 - k * c2,
                  cx + r * c2, cy + r * s2);
}

/* Pieces end where the arc meets an axis, so that its outermost points are exact. */
static void add_pieces(MuPath *path, double cx, double cy, double r, double from, double to)
{
    const double quarter = PI / 2, tiny = 1e-9;
    double step = to > from ? 1 : -1, at = from;
    for (int i = 0; i < 6 && (to - at) * step > tiny; i++) {
        double axis = step > 0 ? floor(at / quarter + tiny) + 1 : ceil(at / quarter - tiny) - 1;
        double next = axis * quarter;
        if ((to - next) * step < tiny)
            next = to;
        add_piece(path, cx, cy, r, at, next);
        at = next;
    }
}

void mu_path_arc(MuPath *path, double cx, double cy, double r, double from, double to, bool anticlockwise)
{
    /* The rules for angles that run the wrong way or beyond a turn are d3-path's (and the canvas's). */
    const double turn = 2 * PI, epsilon = 1e-6;
    double x = cx + r * cos(from), y = cy + r * sin(from), sweep = anticlockwise ? from - to : to - from;
    MuPoint last = path->points.size ? path->points.at[path->points.size - 1] : (MuPoint){0};
    if (!path->verbs.size || path->verbs.at[path->verbs.size - 1] == MU_CLOSE)
        mu_path_move(path, x, y);
    else if (fabs(last.x - x) > epsilon || fabs(last.y - y) > epsilon)
        mu_path_line(path, x, y);
    if (!(r > 0))
        return;
    if (sweep < 0)
        sweep = fmod(sweep, turn) + turn;
    if (sweep > turn - epsilon)
        sweep = turn;
    if (sweep > epsilon)
        add_pieces(path, cx, cy, r, from, anticlockwise ? from - sweep : from + sweep);
}

static double clamp(double v, double least, double most)
{
    return fmax(least, fmin(most, v));
}

static void add_square_rect(MuPath *path, double x, double y, double w, double h)
{
    mu_path_move(path, x, y);
    mu_path_line(path, x + w, y);
    mu_path_line(path, x + w, y + h);
    mu_path_line(path, x, y + h);
    mu_path_close(path);
}

void mu_path_rect(MuPath *path, double x, double y, double w, double h, const double radii[4])
{
    /* 1 - c, where c = 0.5519 places the handles of a quarter circle best:
     * http://spencermortensen.com/articles/bezier-circle/ */
    const double k = 0.448084975506;
    double most = fmin(w, h) / 2, r[4] = {0};
    for (int i = 0; radii && i < 4; i++)
        r[i] = clamp(radii[i], 0, most);
    if (r[0] <= 0 && r[1] <= 0 && r[2] <= 0 && r[3] <= 0) {
        add_square_rect(path, x, y, w, h);
        return;
    }
    double tl = r[0], tr = r[1], br = r[2], bl = r[3], x2 = x + w, y2 = y + h;
    mu_path_move(path, x + tl, y);
    mu_path_line(path, x2 - tr, y);
    mu_path_cubic(path, x2 - k * tr, y, x2, y + k * tr, x2, y + tr);
    mu_path_line(path, x2, y2 - br);
    mu_path_cubic(path, x2, y2 - k * br, x2 - k * br, y2, x2 - br, y2);
    mu_path_line(path, x + bl, y2);
    mu_path_cubic(path, x + k * bl, y2, x, y2 - k * bl, x, y2 - bl);
    mu_path_line(path, x, y + tl);
    mu_path_cubic(path, x, y + k * tl, x + k * tl, y, x + tl, y);
    mu_path_close(path);
}

void mu_path_scale(MuPath *path, double sx, double sy, double dx, double dy)
{
    for (size_t i = 0; i < path->points.size; i++) {
        path->points.at[i].x = path->points.at[i].x * sx + dx;
        path->points.at[i].y = path->points.at[i].y * sy + dy;
    }
}
