/* How the symbols of a legend look, from the mark they stand for: vega-lite/src/compile/legend/encode.ts
 * and compile/mark/encode/color.ts over vega-parser/src/parsers/guides/legend-symbol-groups.js. */
#include "guide/legend_parts.h"
#include "spec/config.h"
#include "spec/paint.h"

static bool is_one_of(MuStr name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (mu_str_is(name, names[i]))
            return true;
    return false;
}

/* The mark's config without what the renderer assumes. */
static MuChain config_of(const MuLegendSpec *spec)
{
    MuChain config = {.env = spec->symbol.env, .arena = spec->symbol.arena};
    for (size_t i = spec->symbol.definition ? 1 : 0; i < spec->symbol.size; i++)
        if (spec->symbol.bags[i] != spec->symbol.assumed)
            mu_chain_add(&config, spec->symbol.bags[i]);
    return config;
}

/* A colour of the mark: `vega` is fill or stroke, which `color` stands for when `colored`. */
static MuValue mark_color(const MuLegendSpec *spec, const char *vega, bool colored)
{
    const MuNode *node = mu_node_get(spec->constants, vega);
    if (!node && colored)
        node = mu_node_get(spec->constants, "color");
    if (!node)
        node = mu_mark_property(&spec->symbol, colored ? "color" : vega, vega);
    return mu_node_evaluate(node, spec->symbol.env, spec->symbol.arena);
}

static bool is_filled(const MuLegendSpec *spec)
{
    return spec->mark_filled && !mu_str_is(spec->mark, "trail");
}

static bool is_first(const MuLegendSpec *spec, const char *channel)
{
    return spec->channel_count && mu_str_is(spec->channels[0].channel, channel);
}

static MuPaint paint_of(MuArena *arena, MuValue value, MuPaint fallback)
{
    MuColor color;
    if (mu_value_is_gradient(value))
        return mu_paint_of(arena, value);
    return mu_value_color(value, &color) ? mu_paint(color) : fallback;
}

static bool is_paint(MuValue value)
{
    return value.kind == MU_STRING || mu_value_is_gradient(value);
}

static const MuPaint transparent = {.kind = MU_PAINT_COLOR};

/* Of a mark whose fill is data, a legend of another channel shows black; false: the mark says nothing. */
static bool mark_fill(const MuLegend *legend, const MuLegendSpec *spec, MuSymbolLook *look, MuPaint *fill)
{
    static const char *const always[] = {"bar", "point", "circle", "square", "geoshape"};
    if (is_first(spec, "fill"))
        return false;
    bool by_color = is_filled(spec) && spec->color_is_data && !mu_node_get(spec->symbol.definition, "fill");
    if (by_color || spec->fill_is_data) {
        if (mu_chain_has(legend->chain, "symbolFillColor"))
            return false;
        *fill = mu_paint(mu_guide_color(legend->chain, "symbolBaseFillColor", (MuColor){0, 0, 0, 1}));
        look->fill_opacity = spec->opacity > 0 ? spec->opacity : 1;
        return true;
    }
    MuValue value = mark_color(spec, "fill", is_filled(spec));
    bool usual = is_one_of(spec->mark, always, sizeof always / sizeof *always);
    if (!is_paint(value) && !usual)
        return false;
    *fill = paint_of(legend->context->arena, value, transparent);
    return true;
}

static bool mark_stroke(const MuLegend *legend, const MuLegendSpec *spec, MuPaint *stroke)
{
    bool by_color = !is_filled(spec) && spec->color_is_data && !mu_node_get(spec->symbol.definition, "stroke");
    bool data = by_color || spec->stroke_is_data;
    if (is_first(spec, "stroke") || data || mu_chain_has(legend->chain, "symbolStrokeColor"))
        return false;
    MuValue value = mark_color(spec, "stroke", !is_filled(spec));
    if (!is_paint(value))
        return false;
    *stroke = paint_of(legend->context->arena, value, transparent);
    return true;
}

static void set_paints(const MuLegend *legend, const MuLegendSpec *spec, MuSymbolLook *look)
{
    bool fill_scale = mu_legend_scale(legend->spec, "fill"), stroke_scale = mu_legend_scale(legend->spec, "stroke");
    MuPaint none = {.kind = MU_PAINT_NONE}, fill, stroke;
    MuArena *arena = legend->context->arena;
    look->fill = paint_of(arena, mu_chain_value(legend->chain, "symbolFillColor"), fill_scale ? none : transparent);
    look->stroke = paint_of(arena, mu_chain_value(legend->chain, "symbolStrokeColor"),
                            fill_scale ? none : mu_paint(mu_guide_gray(0x88)));
    bool filled = mark_fill(legend, spec, look, &fill), stroked = mark_stroke(legend, spec, &stroke);
    if (filled && (fill.kind == MU_PAINT_GRADIENT || fill.color.a > 0) && !stroked && !stroke_scale) {
        stroked = true;
        stroke = transparent;
    }
    if (filled && !fill_scale)
        look->fill = fill;
    if (stroked && !stroke_scale)
        look->stroke = stroke;
}

/* vega-lite's defaultSymbolType. */
static MuStr default_shape(const MuLegendSpec *spec)
{
    static const char *const squares[] = {"bar", "rect", "image", "square"}, *const strokes[] = {"line", "trail",
                                                                                                 "rule"};
    MuStr shape = MU_STR("");
    if (!is_first(spec, "shape")) {
        shape = mu_node_string(mu_node_get(spec->constants, "shape"), MU_STR(""));
        MuValue own =
            mu_node_evaluate(mu_node_get(spec->symbol.definition, "shape"), spec->symbol.env, spec->symbol.arena);
        if (!shape.size && own.kind == MU_STRING)
            shape = mu_value_str(own);
    }
    if (shape.size)
        return shape;
    return is_one_of(spec->mark, squares, 4)   ? MU_STR("square")
           : is_one_of(spec->mark, strokes, 3) ? MU_STR("stroke")
                                               : MU_STR("circle");
}

/* Of several layers the first one's, unless one has circles. */
static MuStr symbol_shape(const MuLegend *legend)
{
    const MuLegendSpec *spec = legend->spec;
    MuStr shape = default_shape(spec);
    for (size_t i = 0; i < spec->other_count; i++)
        if (mu_str_is(default_shape(&spec->others[i]), "circle"))
            shape = MU_STR("circle");
    return mu_chain_string(legend->chain, "symbolType", shape);
}

/* Does the mark say anything of the symbols? */
static bool speaks(const MuLegend *legend, const MuLegendSpec *spec)
{
    static const char *const looks[] = {"fillOpacity",      "strokeOpacity", "strokeWidth",     "strokeDash",
                                        "strokeDashOffset", "strokeJoin",    "strokeMiterLimit"};
    MuChain config = config_of(spec);
    MuSymbolLook look;
    MuPaint paint;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (mu_chain_get(&config, looks[i], NULL))
            return true;
    return mark_fill(legend, spec, &look, &paint) || mark_stroke(legend, spec, &paint) ||
           (spec->opacity > 0 && !is_first(spec, "opacity"));
}

/* Of several layers the first that says how symbols look. */
static const MuLegendSpec *speaker(const MuLegend *legend)
{
    const MuLegendSpec *spec = legend->spec;
    if (!legend->gradient && speaks(legend, spec))
        return spec;
    for (size_t i = 0; i < spec->other_count; i++)
        if (speaks(legend, &spec->others[i]))
            return &spec->others[i];
    return spec;
}

static double symbol_opacity(const MuLegend *legend, const MuLegendSpec *spec)
{
    double own = mu_chain_number(legend->chain, "symbolOpacity", NAN);
    if (!isnan(own))
        return own;
    return !is_first(spec, "opacity") && spec->opacity > 0 ? spec->opacity : 1;
}

static MuJoin join_of(MuStr name)
{
    return mu_str_is(name, "round") ? MU_JOIN_ROUND : mu_str_is(name, "bevel") ? MU_JOIN_BEVEL : MU_JOIN_MITER;
}

/* Vega's own look, where the legend was meant for a gradient and speaks of that alone. */
static MuSymbolLook plain_look(const MuLegend *legend)
{
    bool fill_scale = mu_legend_scale(legend->spec, "fill");
    MuSymbolLook look = {.fill_opacity = 1,
                         .stroke_opacity = 1,
                         .opacity = mu_chain_number(legend->chain, "symbolOpacity", 1),
                         .size = mu_chain_number(legend->chain, "symbolSize", 100),
                         .shape = symbol_shape(legend)};
    look.line = mu_style_new(legend->context->arena)->stroke;
    look.line.width = mu_chain_number(legend->chain, "symbolStrokeWidth", 1.5);
    look.fill = (MuPaint){.kind = fill_scale ? MU_PAINT_NONE : MU_PAINT_COLOR};
    if (!fill_scale)
        look.stroke = mu_paint(mu_guide_gray(0x88));
    return look;
}

MuSymbolLook mu_legend_symbol_look(const MuLegend *legend)
{
    bool speaks_of_gradient = legend->gradient && (legend->spec->opacity > 0 || !legend->spec->other_count);
    if (speaks_of_gradient)
        return plain_look(legend);
    const MuLegendSpec *spec = speaker(legend);
    MuChain mark = config_of(spec);
    MuSymbolLook look = {.fill_opacity = mu_chain_number(&mark, "fillOpacity", 1),
                         .stroke_opacity = mu_chain_number(&mark, "strokeOpacity", 1),
                         .size = mu_chain_number(legend->chain, "symbolSize", 100),
                         .opacity = symbol_opacity(legend, spec),
                         .shape = symbol_shape(legend)};
    look.line = mu_style_new(legend->context->arena)->stroke;
    look.line.width = mu_chain_number(&mark, "strokeWidth", mu_chain_number(legend->chain, "symbolStrokeWidth", 1.5));
    look.line.dash_offset =
        mu_chain_number(&mark, "strokeDashOffset", mu_chain_number(legend->chain, "symbolDashOffset", 0));
    look.line.miter = mu_chain_number(&mark, "strokeMiterLimit", look.line.miter);
    look.line.join = join_of(mu_chain_string(&mark, "strokeJoin", MU_STR("")));
    MuValue dash = mu_chain_value(&mark, "strokeDash");
    mu_guide_dash(legend->context->arena, dash.kind == MU_ARRAY ? dash : mu_chain_value(legend->chain, "symbolDash"),
                  &look.line);
    set_paints(legend, spec, &look);
    return look;
}
