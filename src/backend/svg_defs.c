#include "backend/svg.h"
#include "base/num.h"
#include "image/data_uri.h"

MuStr mu_svg_define(MuSvg *svg, const char *tag, MuStr rest)
{
    uint64_t hash = mu_str_hash(rest);
    MuStr id = mu_str_printf(svg->arena, "%.*s%c%010llx", MU_FMT(svg->prefix), *tag,
                             (unsigned long long)(hash & 0xFFFFFFFFFFu));
    bool added;
    mu_map_entry(svg->arena, &svg->ids, id, &added);
    if (added) {
        mu_buf_addc(&svg->defs, '<');
        mu_buf_adds(&svg->defs, tag);
        mu_svg_put_quoted(&svg->defs, " id=\"", id);
        mu_buf_add(&svg->defs, rest);
    }
    return mu_str_printf(svg->arena, "url(#%.*s)", MU_FMT(id));
}

MuStr mu_svg_define_clip(MuSvg *svg, const MuPath *path)
{
    MuBuf rest = {.arena = svg->arena};
    MU_SVG_PUT(&rest, "><path d=\"");
    mu_svg_put_path(&rest, path, 0, 0);
    MU_SVG_PUT(&rest, "\"/></clipPath>");
    return mu_svg_define(svg, "clipPath", mu_buf_str(&rest));
}

/* The id comes from the file and the box, so that the file's base64 is made once for each. */
MuStr mu_svg_define_image(MuSvg *svg, const MuItem *item)
{
    MuBuf box = {.arena = svg->arena};
    mu_svg_put_number(&box, " width=\"", item->width);
    mu_svg_put_number(&box, " height=\"", item->height);
    mu_buf_adds(&box, item->stretch ? " preserveAspectRatio=\"none\"" : "");
    mu_buf_adds(&box, item->pixelated ? " style=\"image-rendering:pixelated\"" : "");
    uint64_t hash = mu_str_hash(item->image->bytes) * 31 + mu_str_hash(mu_buf_str(&box));
    MuStr id =
        mu_str_printf(svg->arena, "%.*si%010llx", MU_FMT(svg->prefix), (unsigned long long)(hash & 0xFFFFFFFFFFu));
    bool added;
    mu_map_entry(svg->arena, &svg->ids, id, &added);
    if (added) {
        mu_svg_put_quoted(&svg->defs, "<image id=\"", id);
        mu_buf_add(&svg->defs, mu_buf_str(&box));
        MU_SVG_PUT(&svg->defs, " href=\"");
        mu_data_uri_write(&svg->defs, item->image->type, item->image->bytes);
        MU_SVG_PUT(&svg->defs, "\"/>");
    }
    return mu_str_printf(svg->arena, "#%.*s", MU_FMT(id));
}

static void put_stops(MuBuf *rest, const MuGradient *g)
{
    for (size_t i = 0; i < g->size; i++) {
        mu_svg_put_number(rest, "<stop offset=\"", g->stops[i].offset);
        MU_SVG_PUT(rest, " stop-color=\"");
        mu_svg_put_color(rest, g->stops[i].color);
        MU_SVG_PUT(rest, "\"");
        if (g->stops[i].color.a < 1)
            mu_svg_put_number(rest, " stop-opacity=\"", g->stops[i].color.a);
        MU_SVG_PUT(rest, "/>");
    }
}

static MuStr define_linear(MuSvg *svg, const MuGradient *g)
{
    MuBuf rest = {.arena = svg->arena};
    mu_svg_put_number(&rest, " x1=\"", g->x1);
    mu_svg_put_number(&rest, " y1=\"", g->y1);
    mu_svg_put_number(&rest, " x2=\"", g->x2);
    mu_svg_put_number(&rest, " y2=\"", g->y2);
    MU_SVG_PUT(&rest, ">");
    put_stops(&rest, g);
    MU_SVG_PUT(&rest, "</linearGradient>");
    return mu_svg_define(svg, "linearGradient", mu_buf_str(&rest));
}

/* Stays a circle in a box that is no square: as Vega does it, the gradient fills a unit square, and that square
 * fills the box as a pattern. */
static MuStr define_radial(MuSvg *svg, const MuGradient *g)
{
    MuBuf rest = {.arena = svg->arena}, pattern = {.arena = svg->arena};
    mu_svg_put_number(&rest, " fx=\"", g->x1);
    mu_svg_put_number(&rest, " fy=\"", g->y1);
    mu_svg_put_number(&rest, " fr=\"", g->r1);
    mu_svg_put_number(&rest, " cx=\"", g->x2);
    mu_svg_put_number(&rest, " cy=\"", g->y2);
    mu_svg_put_number(&rest, " r=\"", g->r2);
    MU_SVG_PUT(&rest, ">");
    put_stops(&rest, g);
    MU_SVG_PUT(&rest, "</radialGradient>");
    MuStr url = mu_svg_define(svg, "radialGradient", mu_buf_str(&rest));
    MU_SVG_PUT(&pattern, " viewBox=\"0 0 1 1\" width=\"100%\" height=\"100%\" preserveAspectRatio=\"xMidYMid slice\">");
    mu_svg_put_quoted(&pattern, "<rect width=\"1\" height=\"1\" fill=\"", url);
    MU_SVG_PUT(&pattern, "/></pattern>");
    return mu_svg_define(svg, "pattern", mu_buf_str(&pattern));
}

static MuStr define_hatch(MuSvg *svg, const MuHatch *h)
{
    MuBuf rest = {.arena = svg->arena};
    MU_SVG_PUT(&rest, " patternUnits=\"userSpaceOnUse\"");
    mu_svg_put_number(&rest, " width=\"", h->period);
    mu_svg_put_number(&rest, " height=\"", h->period);
    if (h->angle != 0) {
        MU_SVG_PUT(&rest, " patternTransform=\"rotate(");
        mu_num_coord(&rest, h->angle, 3);
        MU_SVG_PUT(&rest, ")\"");
    }
    MU_SVG_PUT(&rest, ">");
    const struct {
        MuColor color;
        double height;
    } bands[] = {{h->ground, h->period}, {h->ink, h->width}};
    for (int i = 0; i < 2; i++) {
        if (!(bands[i].color.a > 0))
            continue;
        mu_svg_put_number(&rest, "<rect width=\"", h->period);
        mu_svg_put_number(&rest, " height=\"", bands[i].height);
        MU_SVG_PUT(&rest, " fill=\"");
        mu_svg_put_color(&rest, bands[i].color);
        MU_SVG_PUT(&rest, "\"");
        if (bands[i].color.a < 1)
            mu_svg_put_number(&rest, " fill-opacity=\"", bands[i].color.a);
        MU_SVG_PUT(&rest, "/>");
    }
    MU_SVG_PUT(&rest, "</pattern>");
    return mu_svg_define(svg, "pattern", mu_buf_str(&rest));
}

MuStr mu_svg_define_paint(MuSvg *svg, const MuPaint *paint)
{
    if (paint->kind == MU_PAINT_HATCH)
        return define_hatch(svg, paint->hatch);
    return paint->gradient->radial ? define_radial(svg, paint->gradient) : define_linear(svg, paint->gradient);
}
