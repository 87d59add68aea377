#include "transform/curves.h"

typedef struct Point {
    double x, y;
    size_t at;
} Point;

static int by_x(const void *a, const void *b)
{
    const Point *p = a, *q = b;
    int order = (p->x > q->x) - (p->x < q->x);
    return order ? order : (p->at > q->at) - (p->at < q->at);
}

static void sort_points(MuArena *arena, double *xs, double *ys, size_t count)
{
    Point *points = MU_NEW_ARRAY(arena, Point, count);
    for (size_t i = 0; i < count; i++)
        points[i] = (Point){xs[i], ys[i], i};
    qsort(points, count, sizeof *points, by_x);
    for (size_t i = 0; i < count; i++) {
        xs[i] = points[i].x;
        ys[i] = points[i].y;
    }
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "loess"), *on = mu_node_get(node, "on");
    if (!mu_node_is(field, MU_STRING) || !mu_node_is(on, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "loess", "a field and another in 'on'");
        return NULL;
    }
    MuCurveRows curve;
    MuColumn *y = mu_transform_numbers(table, field, context->diags),
             *x = mu_transform_numbers(table, on, context->diags);
    double bandwidth = mu_node_number(mu_node_get(node, "bandwidth"), 0.3), *xs, *ys, *xy;
    if (!x || !y || !mu_curve_start(&curve, table, node, context->diags))
        return NULL;
    for (size_t g = 0; g < curve.groups.count; g++) {
        size_t count = mu_curve_points(&curve, g, x, y, &xs, &ys);
        sort_points(context->arena, xs, ys, count);
        size_t points = mu_loess(context->arena, xs, ys, count, bandwidth > 0 ? bandwidth : 0.3, &xy);
        mu_curve_add(&curve, g, xy, points);
    }
    return mu_curve_table(&curve, mu_transform_as(node, 0, on->string), mu_transform_as(node, 1, field->string));
}

const MuTransformDef mu_transform_loess = {
    .name = "loess",
    .doc = "smooths the points of each group by local regressions",
    .key = "loess",
    .run = run,
};
