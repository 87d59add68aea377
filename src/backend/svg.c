/* Scenes as SVG 1.1, with three words of SVG 2 that readers of the former ignore: href, paint-order, mix-blend-mode.
 *
 * Neighbours of one role and kind make a run; attributes they share stand once on a group around them (svg_look.c).
 * Grid lines and ticks, which nobody points at, become one path. Nothing is written for what cannot be seen. */
#include "backend/svg.h"
#include "base/num.h"

static void put_class(MuBuf *out, MuRole role)
{
    if (role == MU_ROLE_NONE)
        return;
    MU_SVG_PUT(out, " class=\"");
    mu_buf_adds(out, mu_role_name(role));
    MU_SVG_PUT(out, "\"");
}

static void put_label(MuBuf *out, const MuItem *item)
{
    if (!item->label.size)
        return;
    mu_buf_adds(out, item->kind == MU_ITEM_GROUP ? " role=\"graphics-object\"" : " role=\"graphics-symbol\"");
    mu_svg_put_quoted(out, " aria-label=\"", item->label);
}

/* Ends an empty element, or one that holds only its tooltip. */
static void put_end(MuBuf *out, const MuItem *item, const char *tag)
{
    if (!item->title.size) {
        MU_SVG_PUT(out, "/>");
        return;
    }
    MU_SVG_PUT(out, "><title>");
    mu_svg_put_text(out, item->title);
    MU_SVG_PUT(out, "</title></");
    mu_buf_adds(out, tag);
    MU_SVG_PUT(out, ">");
}

static bool has_text(const MuTextItem *t)
{
    for (size_t i = 0; i < t->size; i++)
        if (t->lines[i].size)
            return t->font.size > 0;
    return false;
}

static bool shows_halo(const MuItem *item)
{
    return item->text->halo.a > 0 && item->text->halo_width > 0 && item->style && item->style->opacity > 0;
}

/* Of anything but groups: whether there is something to see. */
static bool shows(const MuItem *item)
{
    switch (item->kind) {
    case MU_ITEM_GROUP:
        return true;
    case MU_ITEM_RULE:
        return mu_item_strokes(item);
    case MU_ITEM_RECT:
        return mu_item_strokes(item) || (mu_item_fills(item) && item->width != 0 && item->height != 0);
    case MU_ITEM_CIRCLE:
        return item->width > 0 && (mu_item_fills(item) || mu_item_strokes(item));
    case MU_ITEM_PATH:
        return item->path && item->path->verbs.size && (mu_item_fills(item) || mu_item_strokes(item));
    case MU_ITEM_TEXT:
        return item->text && has_text(item->text) && (mu_item_fills(item) || mu_item_strokes(item) || shows_halo(item));
    case MU_ITEM_IMAGE:
        return (item->url.size || item->image) && item->width > 0 && item->height > 0 &&
               (!item->style || item->style->opacity > 0);
    }
    return false;
}

static void put_look(MuSvg *svg, const MuItem *item, const MuLook *look, const MuLook *inherited)
{
    const MuStyle *s = item->style;
    if (!s)
        return;
    mu_look_put(svg, look, inherited, s->blend);
    bool halo = item->kind == MU_ITEM_TEXT && shows_halo(item);
    bool both = (mu_item_fills(item) && (mu_item_strokes(item) || halo)) || item->kind == MU_ITEM_IMAGE;
    if (s->opacity < 1 && both)
        mu_svg_put_number(svg->out, " opacity=\"", s->opacity);
}

static void put_attributes(MuSvg *svg, const MuItem *item, const MuLook *inherited)
{
    if (item->kind != MU_ITEM_IMAGE) {
        MuLook look = mu_look_of(svg, item);
        put_look(svg, item, &look, inherited);
    } else if (item->style) {
        put_look(svg, item, &(MuLook){.has = 0}, inherited);
    }
    put_label(svg->out, item);
}

static bool square_corners(const double r[4])
{
    return !(r[0] > 0 || r[1] > 0 || r[2] > 0 || r[3] > 0);
}

static const char *open_path(MuSvg *svg, const MuPath *path, double dx, double dy)
{
    MU_SVG_PUT(svg->out, "<path d=\"");
    mu_svg_put_path(svg->out, path, dx, dy);
    MU_SVG_PUT(svg->out, "\"");
    return "path";
}

/* A rect without width or height is not drawn in SVG, even if it has a stroke; then it is written as a path. */
static const char *open_rect(MuSvg *svg, double x, double y, double width, double height, const double radii[4])
{
    if (width == 0 || height == 0 || !square_corners(radii)) {
        MuPath path = {.arena = svg->arena};
        mu_path_rect(&path, x, y, width, height, radii);
        return open_path(svg, &path, 0, 0);
    }
    MU_SVG_PUT(svg->out, "<rect");
    mu_svg_put_place(svg->out, " x=\"", fmin(x, x + width));
    mu_svg_put_place(svg->out, " y=\"", fmin(y, y + height));
    mu_svg_put_number(svg->out, " width=\"", fabs(width));
    mu_svg_put_number(svg->out, " height=\"", fabs(height));
    return "rect";
}

static const char *open_rule(MuSvg *svg, const MuItem *item)
{
    MU_SVG_PUT(svg->out, "<line");
    mu_svg_put_place(svg->out, " x1=\"", item->x);
    mu_svg_put_place(svg->out, " y1=\"", item->y);
    mu_svg_put_place(svg->out, " x2=\"", item->x2);
    mu_svg_put_place(svg->out, " y2=\"", item->y2);
    return "line";
}

static const char *open_circle(MuSvg *svg, const MuItem *item)
{
    MU_SVG_PUT(svg->out, "<circle");
    mu_svg_put_place(svg->out, " cx=\"", item->x);
    mu_svg_put_place(svg->out, " cy=\"", item->y);
    mu_svg_put_number(svg->out, " r=\"", item->width / 2);
    return "circle";
}

/* ` transform="translate(x,y)rotate(angle)"`, as much of it as is needed. */
static void put_transform(MuBuf *out, double x, double y, double angle)
{
    bool moved = fabs(x) >= 0.0005 || fabs(y) >= 0.0005;
    if (!moved && angle == 0)
        return;
    MU_SVG_PUT(out, " transform=\"");
    if (moved) {
        MU_SVG_PUT(out, "translate(");
        mu_num_coord(out, x, 3);
        mu_buf_addc(out, ',');
        mu_num_coord(out, y, 3);
        mu_buf_addc(out, ')');
    }
    if (angle != 0) {
        MU_SVG_PUT(out, "rotate(");
        mu_num_coord(out, angle, 3);
        mu_buf_addc(out, ')');
    }
    MU_SVG_PUT(out, "\"");
}

static const char *open_image(MuSvg *svg, const MuItem *item)
{
    if (item->image) {
        mu_svg_put_quoted(svg->out, "<use href=\"", mu_svg_define_image(svg, item));
        mu_svg_put_place(svg->out, " x=\"", item->x);
        mu_svg_put_place(svg->out, " y=\"", item->y);
        return "use";
    }
    MU_SVG_PUT(svg->out, "<image");
    mu_svg_put_place(svg->out, " x=\"", item->x);
    mu_svg_put_place(svg->out, " y=\"", item->y);
    mu_svg_put_number(svg->out, " width=\"", item->width);
    mu_svg_put_number(svg->out, " height=\"", item->height);
    mu_svg_put_quoted(svg->out, " href=\"", item->url);
    if (item->stretch)
        MU_SVG_PUT(svg->out, " preserveAspectRatio=\"none\"");
    return "image";
}

/* Begins the element of a shape up to its geometry; returns its tag. */
static const char *open_shape(MuSvg *svg, const MuItem *item)
{
    const char *tag = "path";
    switch (item->kind) {
    case MU_ITEM_RECT:
        return open_rect(svg, item->x, item->y, item->width, item->height, item->radii);
    case MU_ITEM_RULE:
        return open_rule(svg, item);
    case MU_ITEM_CIRCLE:
        return open_circle(svg, item);
    case MU_ITEM_IMAGE:
        return open_image(svg, item);
    default:
        break;
    }
    if (item->angle == 0)
        return open_path(svg, item->path, item->x, item->y);
    tag = open_path(svg, item->path, 0, 0);
    put_transform(svg->out, item->x, item->y, item->angle);
    return tag;
}

static void put_lines(MuBuf *out, const MuTextItem *t, double x)
{
    double skipped = 0;
    for (size_t i = 0; i < t->size; i++, skipped += t->line_height) {
        if (!t->lines[i].size)
            continue;
        if (t->size == 1) {
            mu_svg_put_text(out, t->lines[i]);
            continue;
        }
        MU_SVG_PUT(out, "<tspan");
        if (i) {
            mu_svg_put_number(out, " x=\"", x);
            mu_svg_put_number(out, " dy=\"", skipped);
        }
        MU_SVG_PUT(out, ">");
        mu_svg_put_text(out, t->lines[i]);
        MU_SVG_PUT(out, "</tspan>");
        skipped = 0;
    }
}

/* SVG folds white space unless it is told to keep it; the other formats never fold it. */
static bool has_wide_space(const MuTextItem *t)
{
    for (size_t i = 0; i < t->size; i++) {
        MuStr line = t->lines[i];
        if (mu_str_find(line, MU_STR("  "), 0) != SIZE_MAX || mu_str_trim(line).size != line.size)
            return true;
    }
    return false;
}

static void put_text(MuSvg *svg, const MuItem *item, const MuLook *inherited, bool alone)
{
    const MuTextItem *t = item->text;
    MuBuf *out = svg->out;
    if (!t->size)
        return;
    bool turned = item->angle != 0;
    double x = t->dx + (turned ? 0 : item->x), y = t->dy + t->shift + (turned ? 0 : item->y);
    MU_SVG_PUT(out, "<text");
    mu_svg_put_place(out, " x=\"", x);
    mu_svg_put_place(out, " y=\"", y);
    if (turned)
        put_transform(out, item->x, item->y, item->angle);
    if (alone)
        put_class(out, item->role);
    put_attributes(svg, item, inherited);
    if (has_wide_space(t))
        MU_SVG_PUT(out, " xml:space=\"preserve\"");
    MU_SVG_PUT(out, ">");
    if (item->title.size) {
        MU_SVG_PUT(out, "<title>");
        mu_svg_put_text(out, item->title);
        MU_SVG_PUT(out, "</title>");
    }
    put_lines(out, t, x);
    MU_SVG_PUT(out, "</text>");
}

/* A link may lead to a page, a mail or a place in the document; a scheme that runs code is left out. */
static bool is_safe_link(MuStr href)
{
    static const char *const schemes[] = {"http", "https", "mailto", "ftp", "tel"};
    size_t end = 0;
    while (end < href.size && !strchr(":/?#", href.at[end]))
        end++;
    if (end == href.size || href.at[end] != ':')
        return true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (mu_str_is(mu_str_slice(href, 0, end), schemes[i]))
            return true;
    return false;
}

static bool open_link(MuSvg *svg, const MuItem *item)
{
    if (!item->href.size)
        return false;
    if (!is_safe_link(item->href)) {
        mu_diag(svg->diags, MU_DIAG_UNSAFE_LINK, (MuSpan){0}, MU_FMT(item->href));
        return false;
    }
    mu_svg_put_quoted(svg->out, "<a href=\"", item->href);
    MU_SVG_PUT(svg->out, ">");
    return true;
}

/* `alone`: no group around it tells its role. */
static void put_leaf(MuSvg *svg, const MuItem *item, const MuLook *inherited, bool alone)
{
    bool link = open_link(svg, item);
    if (item->kind == MU_ITEM_TEXT) {
        put_text(svg, item, inherited, alone);
    } else {
        const char *tag = open_shape(svg, item);
        if (alone)
            put_class(svg->out, item->role);
        put_attributes(svg, item, inherited);
        put_end(svg->out, item, tag);
    }
    if (link)
        MU_SVG_PUT(svg->out, "</a>");
}

/* Neighbours of one role, kind and clip; `shown` of them can be seen. */
typedef struct Run {
    MuItem *const *items;
    size_t size, shown;
    MuLook common;
    unsigned differing;
} Run;

static bool alike(const MuItem *a, const MuItem *b)
{
    return a->kind == b->kind && a->role == b->role && a->clip == b->clip;
}

/* The run at the start of `items` (of at least one); a group stands alone. */
static Run run_of(MuSvg *svg, MuItem *const *items, size_t size)
{
    Run run = {.items = items, .size = 1, .shown = 1};
    if (items[0]->kind == MU_ITEM_GROUP)
        return run;
    run.shown = 0;
    const MuStyle *last = NULL;
    for (run.size = 0; run.size < size && alike(items[0], items[run.size]); run.size++) {
        const MuItem *item = items[run.size];
        if (!shows(item))
            continue;
        run.shown++;
        bool again = last == item->style && item->kind != MU_ITEM_TEXT;
        if (again || item->kind == MU_ITEM_IMAGE)
            continue;
        MuLook look = mu_look_of(svg, item);
        mu_look_keep_common(&run.common, &look, &run.differing);
        last = item->style;
    }
    return run;
}

static bool is_plain_rule(const MuItem *item)
{
    return !item->title.size && !item->label.size && !item->href.size && !item->style->blend.size;
}

/* Grid lines or ticks of one look. Opaque, since a path does not show where it crosses itself. */
static bool is_one_path(const Run *run)
{
    MuRole role = run->items[0]->role;
    if (run->items[0]->kind != MU_ITEM_RULE || (role != MU_ROLE_AXIS_GRID && role != MU_ROLE_AXIS_TICK) ||
        run->shown < 2 || run->differing || run->common.at[MU_LOOK_STROKE_OPACITY].number < 1)
        return false;
    for (size_t i = 0; i < run->size; i++)
        if (shows(run->items[i]) && !is_plain_rule(run->items[i]))
            return false;
    return true;
}

static void put_one_path(MuSvg *svg, const Run *run, const MuLook *inherited)
{
    MuPath path = {.arena = svg->arena};
    for (size_t i = 0; i < run->size; i++) {
        const MuItem *item = run->items[i];
        if (!shows(item))
            continue;
        mu_path_move(&path, item->x, item->y);
        mu_path_line(&path, item->x2, item->y2);
    }
    open_path(svg, &path, 0, 0);
    put_class(svg->out, run->items[0]->role);
    mu_look_put(svg, &run->common, inherited, MU_STR(""));
    MU_SVG_PUT(svg->out, "/>");
}

static void put_items(MuSvg *svg, const Run *run, const MuLook *inherited, bool alone)
{
    for (size_t i = 0; i < run->size; i++)
        if (shows(run->items[i]))
            put_leaf(svg, run->items[i], inherited, alone);
}

static void put_group(MuSvg *svg, const MuItem *item, const MuLook *inherited);

static void put_run(MuSvg *svg, const Run *run, const MuLook *inherited)
{
    const MuPath *clip = run->items[0]->clip;
    if (!run->shown)
        return;
    bool wrapped = clip || (run->shown > 1 && !is_one_path(run));
    MuLook look = *inherited;
    if (wrapped) {
        MU_SVG_PUT(svg->out, "<g");
        put_class(svg->out, run->items[0]->role);
        if (clip)
            mu_svg_put_quoted(svg->out, " clip-path=\"", mu_svg_define_clip(svg, clip));
        mu_look_put(svg, &run->common, inherited, MU_STR(""));
        MU_SVG_PUT(svg->out, ">");
        look = mu_look_over(inherited, &run->common);
    }
    if (run->items[0]->kind == MU_ITEM_GROUP)
        put_group(svg, run->items[0], &look);
    else if (is_one_path(run))
        put_one_path(svg, run, &look);
    else
        put_items(svg, run, &look, !wrapped);
    if (wrapped)
        MU_SVG_PUT(svg->out, "</g>");
}

static bool paints_box(const MuItem *item)
{
    const MuGroup *g = item->group;
    return (g->width != 0 || g->height != 0) &&
           (mu_item_strokes(item) || (mu_item_fills(item) && g->width != 0 && g->height != 0));
}

static void put_box(MuSvg *svg, const MuItem *item, const MuLook *inherited)
{
    double offset = mu_group_offset(item);
    open_rect(svg, offset, offset, item->group->width, item->group->height, item->radii);
    MuLook look = mu_look_of(svg, item);
    put_look(svg, item, &look, inherited);
    MU_SVG_PUT(svg->out, "/>");
}

static MuStr group_clip(MuSvg *svg, const MuItem *item)
{
    MuPath box = {.arena = svg->arena};
    mu_path_rect(&box, 0, 0, item->group->width, item->group->height, item->radii);
    return mu_svg_define_clip(svg, &box);
}

static void put_children(MuSvg *svg, const MuItem *item, const MuLook *inherited)
{
    const MuGroup *g = item->group;
    for (size_t i = 0; i < g->items.size;) {
        Run run = run_of(svg, g->items.at + i, g->items.size - i);
        put_run(svg, &run, inherited);
        i += run.size;
    }
}

static bool is_empty(const MuItem *item)
{
    for (size_t i = 0; i < item->group->items.size; i++) {
        const MuItem *child = item->group->items.at[i];
        if (child->kind == MU_ITEM_GROUP ? !is_empty(child) : shows(child))
            return false;
    }
    return !paints_box(item);
}

/* When all children are one run, what they share stands on the group itself. */
static bool is_one_run(const MuItem *item, const Run *run)
{
    const MuItem *first = run->items[0];
    return run->size == item->group->items.size && run->shown > 0 && first->kind != MU_ITEM_GROUP &&
           first->role == item->role && !first->clip && !is_one_path(run) && !paints_box(item);
}

static void put_content(MuSvg *svg, const MuItem *item, const Run *run, const MuLook *inherited)
{
    if (run)
        put_items(svg, run, inherited, false);
    else
        put_children(svg, item, inherited);
}

static void put_group(MuSvg *svg, const MuItem *item, const MuLook *inherited)
{
    if (is_empty(item))
        return;
    MuBuf *out = svg->out;
    bool box = paints_box(item), clips = item->group->clip, link = open_link(svg, item);
    Run run = item->group->items.size ? run_of(svg, item->group->items.at, item->group->items.size) : (Run){.size = 0};
    bool whole = run.size && is_one_run(item, &run);
    MuLook look = whole ? mu_look_over(inherited, &run.common) : *inherited;
    MU_SVG_PUT(out, "<g");
    put_class(out, item->role);
    put_transform(out, item->x, item->y, 0);
    if (clips && !box)
        mu_svg_put_quoted(out, " clip-path=\"", group_clip(svg, item));
    if (whole)
        mu_look_put(svg, &run.common, inherited, MU_STR(""));
    put_label(out, item);
    MU_SVG_PUT(out, ">");
    if (item->title.size) {
        MU_SVG_PUT(out, "<title>");
        mu_svg_put_text(out, item->title);
        MU_SVG_PUT(out, "</title>");
    }
    if (box)
        put_box(svg, item, inherited);
    if (clips && box) {
        mu_svg_put_quoted(out, "<g clip-path=\"", group_clip(svg, item));
        MU_SVG_PUT(out, ">");
    }
    put_content(svg, item, whole ? &run : NULL, &look);
    mu_buf_adds(out, clips && box ? "</g></g>" : "</g>");
    if (link)
        MU_SVG_PUT(out, "</a>");
}

static void put_length(MuBuf *out, const char *open, double px, double mm_per_px, double scale)
{
    mu_buf_adds(out, open);
    mu_num_coord(out, mm_per_px > 0 ? px * mm_per_px : px * scale, 3);
    mu_buf_adds(out, mm_per_px > 0 ? "mm\"" : "\"");
}

/* The family of the first text; most others have the same. */
static MuStr first_family(const MuItem *item)
{
    if (item->kind == MU_ITEM_TEXT && item->text)
        return item->text->font.family;
    MuStr family = MU_STR("");
    for (size_t i = 0; item->group && i < item->group->items.size && !family.size; i++)
        family = first_family(item->group->items.at[i]);
    return family;
}

static void put_root(MuSvg *svg, const MuScene *scene, double scale, MuStr family)
{
    MuBuf *out = svg->out;
    double mm_per_px = scene->width > 0 ? scene->physical_width_mm / scene->width : 0;
    MU_SVG_PUT(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    put_length(out, " width=\"", scene->width, mm_per_px, scale);
    put_length(out, " height=\"", scene->height, mm_per_px, scale);
    MU_SVG_PUT(out, " viewBox=\"0 0 ");
    mu_num_coord(out, scene->width, 3);
    mu_buf_addc(out, ' ');
    mu_num_coord(out, scene->height, 3);
    MU_SVG_PUT(out, "\" fill=\"none\"");
    if (family.size)
        mu_svg_put_quoted(out, " font-family=\"", family);
    if (scene->language.size)
        mu_svg_put_quoted(out, " lang=\"", scene->language);
    if (scene->title.size || scene->description.size)
        MU_SVG_PUT(out, " role=\"graphics-document\"");
    MU_SVG_PUT(out, ">");
}

static void put_element(MuBuf *out, const char *open, MuStr text, const char *close)
{
    if (!text.size)
        return;
    mu_buf_adds(out, open);
    mu_svg_put_text(out, text);
    mu_buf_adds(out, close);
}

static void put_background(MuSvg *svg, const MuScene *scene, const MuLook *inherited)
{
    MuStyle style = {.fill = scene->background, .opacity = 1, .fill_opacity = 1, .stroke_opacity = 1};
    MuItem box = {.kind = MU_ITEM_RECT, .width = scene->width, .height = scene->height, .style = &style};
    if (shows(&box))
        put_leaf(svg, &box, inherited, false);
}

static bool draw(const MuScene *scene, const MuDrawOptions *options, MuBuf *out, MuDiags *diags)
{
    MuSvg svg = {
        .arena = out->arena, .out = out, .defs = {.arena = out->arena}, .prefix = options->id_prefix, .diags = diags};
    MuStr family = scene->root ? first_family(scene->root) : MU_STR("");
    MuLook initial = mu_look_initial();
    initial.at[MU_LOOK_FAMILY].bytes = family;
    put_root(&svg, scene, options->scale > 0 ? options->scale : 1, family);
    put_element(out, "<title>", scene->title, "</title>");
    put_element(out, "<desc>", scene->description, "</desc>");
    put_element(out, "<metadata>", scene->source, "</metadata>");
    put_background(&svg, scene, &initial);
    if (scene->root)
        put_group(&svg, scene->root, &initial);
    if (svg.defs.size) {
        MU_SVG_PUT(out, "<defs>");
        mu_buf_add(out, mu_buf_str(&svg.defs));
        MU_SVG_PUT(out, "</defs>");
    }
    MU_SVG_PUT(out, "</svg>\n");
    return true;
}

const MuBackend mu_backend_svg = {
    .name = "svg",
    .doc = "Scalable vector graphics; texts stay text.",
    .extension = "svg",
    .draw = draw,
};
