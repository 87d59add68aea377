/* Lines, trails and areas: one item for each group of rows. */
#include "geom/curve.h"
#include "geom/trail.h"

#include "mark/rows.h"
#include "mark/style.h"

typedef struct Curve {
    const MuCurve *curve;
    double tension;
    bool horizontal_run; /* along x: what monotone and step need to know */
} Curve;

typedef struct CurveRefs {
    const MuRef *name, *tension;
} CurveRefs;

static CurveRefs curve_refs(MuMarkContext *context)
{
    return (CurveRefs){mu_ref_property(context, "interpolate", NULL), mu_ref_property(context, "tension", NULL)};
}

/* As the first row of a path says. */
static Curve curve_at(const MuMarkContext *context, CurveRefs refs, size_t row)
{
    Curve c = {.tension = mu_ref_number(context, refs.tension, row),
               .horizontal_run = context->orient != MU_MARK_HORIZONTAL};
    c.curve = mu_curve_find(mu_ref_string_or(context, refs.name, row, MU_STR("linear")));
    if (!c.curve)
        c.curve = mu_curve_find(MU_STR("linear"));
    return c;
}

static MuItem *path_item(MuMarkContext *context, MuStyleRefs *style, const MuExtras *extras, MuRowGroup rows)
{
    MuItem *item = mu_item_new(context->arena, MU_ITEM_PATH, MU_ROLE_MARK);
    item->path = MU_NEW(context->arena, MuPath);
    item->path->arena = context->arena;
    item->style = mu_style_at(context, style, rows.rows[0]);
    mu_extras_set_path(context, extras, item, rows);
    return item;
}

/* The rows from `*at` on up to the next undefined one; moves `*at` past it. */
static MuRowGroup next_run(const MuMarkContext *context, MuRowGroup group, size_t *at)
{
    while (*at < group.size && !mu_row_is_defined(context, group.rows[*at]))
        (*at)++;
    size_t from = *at;
    while (*at < group.size && mu_row_is_defined(context, group.rows[*at]))
        (*at)++;
    return (MuRowGroup){group.rows + from, *at - from};
}

static size_t points_of(const MuMarkContext *context, const MuRef *x, const MuRef *y, MuRowGroup run, MuPoint *points)
{
    size_t count = 0;
    for (size_t i = 0; i < run.size; i++) {
        MuPoint p = {mu_ref_number(context, x, run.rows[i]), mu_ref_number(context, y, run.rows[i])};
        if (!isnan(p.x) && !isnan(p.y))
            points[count++] = p;
    }
    return count;
}

typedef struct LineRefs {
    const MuRef *x, *y;
    const MuRef *along; /* what the rows are sorted by; NULL: they keep their order */
} LineRefs;

/* What the rows of a path are sorted by; NULL: they keep their order. */
static const MuRef *along_of(const MuMarkContext *context, const MuRef *x, const MuRef *y)
{
    MuChannel dimension = context->orient == MU_MARK_HORIZONTAL ? MU_CHANNEL_Y : MU_CHANNEL_X;
    return !mu_def_is_field(context->defs[dimension]) ? NULL : dimension == MU_CHANNEL_X ? x : y;
}

static LineRefs line_refs(MuMarkContext *context)
{
    LineRefs refs = {.x = mu_ref_point(context, MU_CHANNEL_X, MU_PLACE_MIDDLE),
                     .y = mu_ref_point(context, MU_CHANNEL_Y, MU_PLACE_MIDDLE)};
    refs.along = along_of(context, refs.x, refs.y);
    return refs;
}

static void draw_line(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    LineRefs refs = line_refs(context);
    CurveRefs curve = curve_refs(context);
    MuRowGroup *paths;
    size_t count = mu_mark_paths(context, refs.along, &paths);
    for (size_t i = 0; i < count; i++) {
        MuItem *item = path_item(context, &style, &extras, paths[i]);
        Curve c = curve_at(context, curve, paths[i].rows[0]);
        MuPoint *points = MU_NEW_ARRAY(context->arena, MuPoint, paths[i].size);
        for (size_t at = 0; at < paths[i].size;) {
            size_t size = points_of(context, refs.x, refs.y, next_run(context, paths[i], &at), points);
            if (size)
                c.curve->draw(item->path, points, size, c.horizontal_run, c.tension, false);
        }
        mu_group_add(context->arena, group, item);
    }
}

/* Nothing and zero count as 1, as in Vega. */
static double trail_width(const MuMarkContext *context, const MuRef *size, size_t row)
{
    double width = mu_ref_number(context, size, row);
    return isnan(width) || width == 0 ? 1 : width;
}

static void add_trail(MuMarkContext *context, const LineRefs *refs, const MuRef *size, MuRowGroup run, MuPath *path)
{
    MuPoint *points = MU_NEW_ARRAY(context->arena, MuPoint, run.size);
    double *widths = MU_NEW_ARRAY(context->arena, double, run.size);
    size_t count = 0;
    for (size_t i = 0; i < run.size; i++) {
        MuPoint p = {mu_ref_number(context, refs->x, run.rows[i]), mu_ref_number(context, refs->y, run.rows[i])};
        if (isnan(p.x) || isnan(p.y))
            continue;
        points[count] = p;
        widths[count++] = trail_width(context, size, run.rows[i]);
    }
    mu_path_trail(path, points, widths, count);
}

static void draw_trail(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    LineRefs refs = line_refs(context);
    const MuRef *size = mu_ref_channel(context, MU_CHANNEL_SIZE, NULL, NULL);
    MuRowGroup *paths;
    size_t count = mu_mark_paths(context, refs.along, &paths);
    for (size_t i = 0; i < count; i++) {
        MuItem *item = path_item(context, &style, &extras, paths[i]);
        for (size_t at = 0; at < paths[i].size;)
            add_trail(context, &refs, size, next_run(context, paths[i], &at), item->path);
        mu_group_add(context->arena, group, item);
    }
}

/* The way out along one edge, the way back along the other. */
static void area_run(MuMarkContext *context, MuPath *path, Curve c, MuPoint *out, MuPoint *back, size_t size)
{
    for (size_t i = 0; i < size / 2; i++) {
        MuPoint swap = back[i];
        back[i] = back[size - 1 - i];
        back[size - 1 - i] = swap;
    }
    (void)context;
    c.curve->draw(path, out, size, c.horizontal_run, c.tension, false);
    c.curve->draw(path, back, size, c.horizontal_run, c.tension, true);
    mu_path_close(path);
}

typedef struct AreaRefs {
    const MuRef *x, *y, *second;
    bool vertical, second_is_size;
} AreaRefs;

static AreaRefs area_refs(MuMarkContext *context)
{
    AreaRefs refs = {.vertical = context->orient != MU_MARK_HORIZONTAL};
    refs.x = mu_ref_point(context, MU_CHANNEL_X, MU_PLACE_ZERO_OR_MIN);
    refs.y = mu_ref_point(context, MU_CHANNEL_Y, MU_PLACE_ZERO_OR_MIN);
    refs.second =
        mu_ref_second(context, refs.vertical ? MU_CHANNEL_Y : MU_CHANNEL_X, MU_PLACE_ZERO_OR_MIN, &refs.second_is_size);
    return refs;
}

static void draw_area(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs(context);
    MuExtras extras = mu_extras(context);
    AreaRefs refs = area_refs(context);
    CurveRefs curve = curve_refs(context);
    MuRowGroup *paths;
    size_t count = mu_mark_paths(context, along_of(context, refs.x, refs.y), &paths);
    for (size_t i = 0; i < count; i++) {
        MuItem *item = path_item(context, &style, &extras, paths[i]);
        Curve c = curve_at(context, curve, paths[i].rows[0]);
        MuPoint *out = MU_NEW_ARRAY(context->arena, MuPoint, paths[i].size),
                *back = MU_NEW_ARRAY(context->arena, MuPoint, paths[i].size);
        for (size_t at = 0; at < paths[i].size;) {
            MuRowGroup run = next_run(context, paths[i], &at);
            size_t size = points_of(context, refs.x, refs.y, run, out);
            if (size != run.size || !size)
                continue;
            for (size_t j = 0; j < size; j++) {
                double other = mu_ref_number(context, refs.second, run.rows[j]);
                back[j] = refs.vertical ? (MuPoint){out[j].x, refs.second_is_size ? out[j].y + other : other}
                                        : (MuPoint){refs.second_is_size ? out[j].x + other : other, out[j].y};
            }
            area_run(context, item->path, c, out, back, size);
        }
        mu_group_add(context->arena, group, item);
    }
}

const MuMarkDef mu_mark_line = {
    .name = "line", .doc = "A line through the rows of a group.", .is_path = true, .draw = draw_line};
const MuMarkDef mu_mark_trail = {.name = "trail",
                                 .doc = "A line whose width follows its rows.",
                                 .is_path = true,
                                 .filled = true,
                                 .draw = draw_trail};
const MuMarkDef mu_mark_area = {
    .name = "area", .doc = "A filled band between two edges.", .is_path = true, .filled = true, .draw = draw_area};
