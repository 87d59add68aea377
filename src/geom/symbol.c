/* The shapes are vega-scenegraph's (path/symbols.js): r is half the side of the square whose area is the size. */
#include "geom/symbol.h"

static const double HALF_SQRT3 = 0.86602540378443864676, TAN30 = 0.57735026918962576451;

static void polygon(MuPath *path, const MuPoint *points, size_t size)
{
    mu_path_move(path, points[0].x, points[0].y);
    for (size_t i = 1; i < size; i++)
        mu_path_line(path, points[i].x, points[i].y);
    mu_path_close(path);
}
#define POLYGON(path, ...)                                                                                             \
    polygon((path), (const MuPoint[]){__VA_ARGS__}, sizeof((const MuPoint[]){__VA_ARGS__}) / sizeof(MuPoint))

static void circle(MuPath *path, double size)
{
    double r = sqrt(size) / 2;
    mu_path_move(path, r, 0);
    mu_path_arc(path, 0, 0, r, 0, 2 * acos(-1), false);
    mu_path_close(path);
}

static void cross(MuPath *path, double size)
{
    double r = sqrt(size) / 2, s = r / 2.5;
    POLYGON(path, {-r, -s}, {-r, s}, {-s, s}, {-s, r}, {s, r}, {s, s}, {r, s}, {r, -s}, {s, -s}, {s, -r}, {-s, -r},
            {-s, -s});
}

static void diamond(MuPath *path, double size)
{
    double r = sqrt(size) / 2;
    POLYGON(path, {-r, 0}, {0, -r}, {r, 0}, {0, r});
}

static void square(MuPath *path, double size)
{
    double w = sqrt(size);
    mu_path_rect(path, -w / 2, -w / 2, w, w, NULL);
}

static void arrow(MuPath *path, double size)
{
    double r = sqrt(size) / 2, s = r / 7, t = r / 2.5, v = r / 8;
    POLYGON(path, {-s, r}, {s, r}, {s, -v}, {t, -v}, {0, -r}, {-t, -v}, {-s, -v});
}

/* An isosceles triangle of half the base `b` whose middle is at its centroid. */
static void spike(MuPath *path, double r, double b)
{
    double h = HALF_SQRT3 * r, o = h - r * TAN30;
    POLYGON(path, {0, -h - o}, {-b, h - o}, {b, h - o});
}

static void wedge(MuPath *path, double size)
{
    spike(path, sqrt(size) / 2, sqrt(size) / 8);
}

static void triangle(MuPath *path, double size)
{
    spike(path, sqrt(size) / 2, sqrt(size) / 2);
}

static void triangle_up(MuPath *path, double size)
{
    double r = sqrt(size) / 2, h = HALF_SQRT3 * r;
    POLYGON(path, {0, -h}, {-r, h}, {r, h});
}

static void triangle_down(MuPath *path, double size)
{
    double r = sqrt(size) / 2, h = HALF_SQRT3 * r;
    POLYGON(path, {0, h}, {-r, -h}, {r, -h});
}

static void triangle_right(MuPath *path, double size)
{
    double r = sqrt(size) / 2, h = HALF_SQRT3 * r;
    POLYGON(path, {h, 0}, {-h, -r}, {-h, r});
}

static void triangle_left(MuPath *path, double size)
{
    double r = sqrt(size) / 2, h = HALF_SQRT3 * r;
    POLYGON(path, {-h, 0}, {h, -r}, {h, r});
}

static void stroke(MuPath *path, double size)
{
    double r = sqrt(size) / 2;
    mu_path_move(path, -r, 0);
    mu_path_line(path, r, 0);
}

static const MuSymbol symbols[] = {
    {"arrow", "An arrow that points up.", arrow},
    {"circle", "A circle.", circle},
    {"cross", "A plus sign with wide arms.", cross},
    {"diamond", "A square on its corner.", diamond},
    {"square", "A square.", square},
    {"stroke", "A horizontal line.", stroke},
    {"triangle", "An equilateral triangle that points up, about its centroid.", triangle},
    {"triangle-down", "A triangle that points down, in the middle of its box.", triangle_down},
    {"triangle-left", "A triangle that points left, in the middle of its box.", triangle_left},
    {"triangle-right", "A triangle that points right, in the middle of its box.", triangle_right},
    {"triangle-up", "A triangle that points up, in the middle of its box.", triangle_up},
    {"wedge", "A slender triangle that points up.", wedge},
};

const MuSymbol *mu_symbol_at(size_t index)
{
    return index < sizeof symbols / sizeof *symbols ? &symbols[index] : NULL;
}

const MuSymbol *mu_symbol_find(MuStr name)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (mu_str_is(name, symbols[i].name))
            return &symbols[i];
    return NULL;
}
