#include "geom/trail.h"

static const double PI = 3.14159265358979323846;

/* The outline runs in Vega's direction: along one side to the second point, about it, back, and about the first. */
static void add_segment(MuPath *path, MuPoint a, double ra, MuPoint b, double rb)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = hypot(dx, dy);
    if (!(length > 0)) {
        mu_path_arc(path, b.x, b.y, rb, 0, 2 * PI, false);
        mu_path_close(path);
        return;
    }
    MuPoint side = {-dy / length, dx / length};
    double turn = atan2(side.y, side.x);
    mu_path_move(path, a.x - side.x * ra, a.y - side.y * ra);
    mu_path_line(path, b.x - side.x * rb, b.y - side.y * rb);
    mu_path_arc(path, b.x, b.y, rb, turn - PI, turn, false);
    mu_path_line(path, a.x + side.x * ra, a.y + side.y * ra);
    mu_path_arc(path, a.x, a.y, ra, turn, turn + PI, false);
    mu_path_close(path);
}

void mu_path_trail(MuPath *path, const MuPoint *points, const double *widths, size_t size)
{
    for (size_t i = 1; i < size; i++)
        add_segment(path, points[i - 1], widths[i - 1] / 2, points[i], widths[i] / 2);
}
