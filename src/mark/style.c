#include "mark/style.h"

#include "spec/paint.h"

static MuCap cap_of(MuStr name)
{
    return mu_str_is(name, "round") ? MU_CAP_ROUND : mu_str_is(name, "square") ? MU_CAP_SQUARE : MU_CAP_BUTT;
}

static MuJoin join_of(MuStr name)
{
    return mu_str_is(name, "round") ? MU_JOIN_ROUND : mu_str_is(name, "bevel") ? MU_JOIN_BEVEL : MU_JOIN_MITER;
}

static void set_dash(MuArena *arena, MuStroke *stroke, MuValue value)
{
    stroke->dash = NULL;
    stroke->dash_size = 0;
    if (value.kind != MU_ARRAY || !value.array->size)
        return;
    double *dash = MU_NEW_ARRAY(arena, double, value.array->size), sum = 0;
    for (size_t i = 0; i < value.array->size; i++)
        sum += dash[i] = fmax(0, mu_to_number(value.array->at[i]));
    if (!(sum > 0))
        return;
    stroke->dash = dash;
    stroke->dash_size = value.array->size;
}

/* Fill or stroke: by its own channel, else by the mark's own property, else by `color` where that stands for it. */
static const MuRef *encoded_paint(MuMarkContext *context, MuChannel channel, bool by_color, MuRef *usual)
{
    if (context->defs[channel])
        return mu_ref_channel(context, channel, NULL, usual);
    if (!by_color || !context->defs[MU_CHANNEL_COLOR] || mu_node_get(context->definition, mu_channel_name(channel)))
        return usual;
    return mu_ref_channel(context, MU_CHANNEL_COLOR, NULL, usual);
}

static const MuRef *fill_ref(MuMarkContext *context)
{
    static const char *const never_empty[] = {"bar", "point", "circle", "square"};
    MuRef *fill = mu_ref_property(context, context->filled ? "color" : "fill", "fill");
    for (size_t i = 0; !fill && i < sizeof never_empty / sizeof *never_empty; i++)
        if (strcmp(context->mark->name, never_empty[i]) == 0)
            fill = mu_ref_constant(context->arena, mu_string(MU_STR("transparent")));
    return encoded_paint(context, MU_CHANNEL_FILL, context->filled, fill);
}

static const MuRef *stroke_ref(MuMarkContext *context)
{
    MuRef *stroke = mu_ref_property(context, context->filled ? "stroke" : "color", "stroke");
    return encoded_paint(context, MU_CHANNEL_STROKE, !context->filled, stroke);
}

/* The width of lines and rules is Vega-Lite's `size`. */
static const MuRef *width_ref(MuMarkContext *context)
{
    bool sized = strcmp(context->mark->name, "line") == 0 || strcmp(context->mark->name, "rule") == 0;
    if (sized && (context->defs[MU_CHANNEL_SIZE] || !context->defs[MU_CHANNEL_STROKE_WIDTH]))
        return mu_ref_channel(context, MU_CHANNEL_SIZE, "strokeWidth", NULL);
    return mu_ref_channel(context, MU_CHANNEL_STROKE_WIDTH, NULL, NULL);
}

static const MuRef *opacity_ref(MuMarkContext *context)
{
    MuRef *fallback = NULL;
    bool given = mu_chain_has(&context->chain, "opacity") || mu_chain_has(&context->chain, "fillOpacity");
    if (!given && !isnan(context->default_opacity))
        fallback = mu_ref_number_constant(context->arena, context->default_opacity);
    return mu_ref_channel(context, MU_CHANNEL_OPACITY, NULL, fallback);
}

/* Is the style the same for every row? */
static bool is_constant(const MuStyleRefs *s)
{
    const MuRef *const refs[] = {s->fill, s->stroke, s->opacity, s->fill_opacity, s->stroke_opacity, s->stroke_width,
                                 s->dash, s->cap,    s->join,    s->miter,        s->dash_offset,    s->blend};
    for (size_t i = 0; i < sizeof refs / sizeof *refs; i++)
        if (!mu_ref_is_constant(refs[i]))
            return false;
    return true;
}

MuStyleRefs mu_style_refs(MuMarkContext *context)
{
    MuStyleRefs refs = {
        .fill = fill_ref(context),
        .stroke = stroke_ref(context),
        .opacity = opacity_ref(context),
        .fill_opacity = mu_ref_channel(context, MU_CHANNEL_FILL_OPACITY, NULL, NULL),
        .stroke_opacity = mu_ref_channel(context, MU_CHANNEL_STROKE_OPACITY, NULL, NULL),
        .stroke_width = width_ref(context),
        .dash = mu_ref_channel(context, MU_CHANNEL_STROKE_DASH, NULL, NULL),
        .cap = mu_ref_property(context, "strokeCap", NULL),
        .join = mu_ref_property(context, "strokeJoin", NULL),
        .miter = mu_ref_property(context, "strokeMiterLimit", NULL),
        .dash_offset = mu_ref_property(context, "strokeDashOffset", NULL),
        .blend = mu_ref_property(context, "blend", NULL),
    };
    if (is_constant(&refs))
        refs.shared = mu_style_at(context, &refs, 0);
    return refs;
}

MuStyleRefs mu_style_refs_unpainted(MuMarkContext *context)
{
    return (MuStyleRefs){.opacity = opacity_ref(context), .blend = mu_ref_property(context, "blend", NULL)};
}

static double opacity_at(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    return fmax(0, fmin(1, mu_ref_number_or(context, ref, row, 1)));
}

static MuPaint paint_at(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    if (!ref)
        return (MuPaint){0};
    ref = mu_ref_resolve(context, ref, row);
    if (ref->kind != MU_REF_FIELD && ref->kind != MU_REF_SCALED && ref->kind != MU_REF_BETWEEN)
        return mu_paint_of(context->arena, mu_ref_plain_value(context, ref, row));
    MuColor color = mu_ref_scaled_color(ref, row);
    return color.a > 0 ? mu_paint(color) : (MuPaint){0};
}

static bool same_color(const MuColor *a, const MuColor *b)
{
    return a->r == b->r && a->g == b->g && a->b == b->b && a->a == b->a;
}

static bool same_line(const MuStroke *a, const MuStroke *b)
{
    return a->cap == b->cap && a->join == b->join && a->miter == b->miter && a->dash_offset == b->dash_offset;
}

static bool same_style(const MuStyle *a, const MuStyle *b)
{
    return same_color(&a->fill.color, &b->fill.color) && a->fill.kind == b->fill.kind &&
           same_color(&a->stroke_paint.color, &b->stroke_paint.color) && a->fill.gradient == b->fill.gradient &&
           a->stroke_paint.gradient == b->stroke_paint.gradient && a->stroke_paint.kind == b->stroke_paint.kind &&
           a->opacity == b->opacity && a->fill_opacity == b->fill_opacity && a->stroke_opacity == b->stroke_opacity &&
           a->stroke.width == b->stroke.width && a->stroke.dash == b->stroke.dash &&
           same_line(&a->stroke, &b->stroke) && mu_str_eq(a->blend, b->blend);
}

MuStyle *mu_style_at(MuMarkContext *context, MuStyleRefs *refs, size_t row)
{
    if (refs->shared)
        return refs->shared;
    MuStyle style = {0};
    style.fill = paint_at(context, refs->fill, row);
    style.stroke_paint = paint_at(context, refs->stroke, row);
    style.opacity = opacity_at(context, refs->opacity, row);
    style.fill_opacity = opacity_at(context, refs->fill_opacity, row);
    style.stroke_opacity = opacity_at(context, refs->stroke_opacity, row);
    style.stroke.width = mu_ref_number_or(context, refs->stroke_width, row, 1);
    style.stroke.cap = cap_of(mu_ref_string_or(context, refs->cap, row, MU_STR("")));
    style.stroke.join = join_of(mu_ref_string_or(context, refs->join, row, MU_STR("")));
    style.stroke.miter = mu_ref_number_or(context, refs->miter, row, 4);
    style.stroke.dash_offset = mu_ref_number_or(context, refs->dash_offset, row, 0);
    style.blend = mu_ref_string_or(context, refs->blend, row, MU_STR(""));
    if (refs->dash)
        set_dash(context->arena, &style.stroke, mu_ref_value(context, refs->dash, row));
    if (refs->last && same_style(refs->last, &style))
        return refs->last;
    refs->last = mu_style_new(context->arena);
    *refs->last = style;
    return refs->last;
}
