/* Paths: verbs and points in flat arrays; bounds; transforms. Units: pixels, y down. */
#ifndef MU_GEOM_PATH_H
#define MU_GEOM_PATH_H

#include "base/str.h"
#include "base/vec.h"

typedef struct MuPoint {
    double x, y;
} MuPoint;

typedef struct MuBounds {
    double x1, y1, x2, y2; /* x1 > x2: empty */
} MuBounds;
MuBounds mu_bounds_empty(void);
bool mu_bounds_is_empty(MuBounds b);
MuBounds mu_bounds_add(MuBounds b, double x, double y);
MuBounds mu_bounds_union(MuBounds a, MuBounds b);
MuBounds mu_bounds_intersect(MuBounds a, MuBounds b);
MuBounds mu_bounds_expand(MuBounds b, double by);
MuBounds mu_bounds_translate(MuBounds b, double dx, double dy);

typedef enum MuVerb { MU_MOVE, MU_LINE, MU_CUBIC, MU_CLOSE } MuVerb; /* 1, 1, 3, 0 points */
static inline size_t mu_verb_points(uint8_t verb)
{
    return verb == MU_CUBIC ? 3 : verb != MU_CLOSE;
}

typedef struct MuPath {
    MuArena *arena;
    MU_VEC(uint8_t) verbs;
    MU_VEC(MuPoint) points;
} MuPath;

/* The first verb of a path is a move: a line or curve without a current point begins with one. A close that
 * would close nothing is left out. */
void mu_path_move(MuPath *path, double x, double y);
void mu_path_line(MuPath *path, double x, double y);
void mu_path_cubic(MuPath *path, double x1, double y1, double x2, double y2, double x, double y);
void mu_path_close(MuPath *path);
/* A circular arc as cubics (each at most a quarter turn), angles in radians clockwise from +x. A line
 * joins the current point to its start; with no current point it moves there. */
void mu_path_arc(MuPath *path, double cx, double cy, double r, double from, double to, bool anticlockwise);
/* A rectangle with corner radii (tl, tr, br, bl), clamped to half of the shorter side; NULL: none. */
void mu_path_rect(MuPath *path, double x, double y, double w, double h, const double radii[4]);
/* Tight bounds (extrema of the cubics). */
MuBounds mu_path_bounds(const MuPath *path);
/* Those of the path turned clockwise about 0,0. */
MuBounds mu_path_bounds_turned(const MuPath *path, double degrees);
/* SVG path data (all commands, relative and absolute, arcs too). False on a syntax error. */
bool mu_path_parse(MuPath *path, MuStr svg);
/* x' = x*sx + dx, y' = y*sy + dy */
void mu_path_scale(MuPath *path, double sx, double sy, double dx, double dy);

#endif
