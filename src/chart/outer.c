/* Figures of a given total size (`size`, --size). The plot gets what its furniture leaves; since labels depend on the
 * plot's size, rounds are run until it changes no more. What cannot fit is enlarged until it does, and that size is
 * named in the error. */
#include "chart/render.h"
#include "spec/preset.h"

enum { LEAST_PLOT = 10, MOST_ROUNDS = 24 };

bool mu_outer_given(const MuRender *render)
{
    return render->layout.exact_x || render->layout.exact_y;
}

static MuLength side_of(const MuNode *node)
{
    MuLength length = {0};
    if (mu_node_is(node, MU_NUMBER))
        length.number = node->number;
    else if (mu_node_is(node, MU_STRING))
        mu_length_parse(node->string, &length);
    return length;
}

static void ask(MuRender *render, const MuNode *size)
{
    MuOuterSize *outer = &render->outer;
    outer->width = render->options->width;
    outer->height = render->options->height;
    if (outer->width.number > 0)
        return;
    if (!size && render->preset) {
        outer->width = (MuLength){render->preset->width, MU_PX};
        outer->height = (MuLength){render->preset->height, MU_PX};
        outer->by_preset = true;
    }
    if (!size)
        return;
    outer->span = size->span;
    outer->width = side_of(mu_node_get(size, "width"));
    outer->height = side_of(mu_node_get(size, "height"));
}

bool mu_outer_read(MuRender *render)
{
    MuOuterSize *outer = &render->outer;
    MuLayoutOptions *layout = &render->layout;
    ask(render, mu_node_get(render->normal, "size"));
    double width = mu_length_px(outer->width), height = mu_length_px(outer->height);
    layout->exact_x = width > 0;
    layout->exact_y = height > 0;
    if (!mu_outer_given(render))
        return true;
    if (layout->exact_x)
        layout->width = width;
    if (layout->exact_y)
        layout->height = height;
    if (mu_view_is_composed(render->root->view)) {
        layout->autosize = MU_AUTOSIZE_PAD;
        return true;
    }
    mu_scope_set_side(render->root, true, layout->width);
    mu_scope_set_side(render->root, false, layout->height);
    return true;
}

/* --- plots side by side --- */

/* The plots of the longest row or column: what they take together, and how many they are. */
typedef struct Run {
    double px;
    size_t plots;
} Run;

static size_t columns_of(const MuScope *scope, size_t count)
{
    if (!scope->facet)
        return scope->view->columns ? scope->view->columns : count;
    size_t columns = scope->facet->values[MU_FACET_COLUMN].count, wrapped = scope->facet->values[MU_FACET_WRAP].count;
    if (!wrapped)
        return columns ? columns : 1;
    return scope->view->columns ? scope->view->columns : count;
}

static Run run_of(const MuScope *scope, bool x)
{
    size_t count;
    MuScope *const *parts = mu_scope_parts(scope, &count);
    if (!mu_view_is_composed(scope->view))
        return (Run){x ? scope->width : scope->height, 1};
    Run run = {0};
    size_t columns = count ? columns_of(scope, count) : 1, rows = (count + columns - 1) / columns;
    size_t lines = x ? columns : rows, length = x ? rows : columns;
    for (size_t line = 0; line < lines; line++) {
        Run longest = {0};
        for (size_t i = 0; i < length; i++) {
            size_t at = x ? i * columns + line : line * columns + i;
            Run part = at < count ? run_of(parts[at], x) : (Run){0};
            longest = part.px > longest.px ? part : longest;
        }
        run = (Run){run.px + longest.px, run.plots + longest.plots};
    }
    return run;
}

/* Plots keep their proportions to each other: those that said a size, and those by steps. */
static void scale_sides(MuScope *scope, bool x, double factor)
{
    *(x ? &scope->width : &scope->height) *= factor;
    for (size_t i = 0; i < scope->child_count; i++)
        scale_sides(scope->children[i], x, factor);
    for (size_t i = 0; scope->facet && i < scope->facet->cell_count; i++)
        scale_sides(scope->facet->cells[i], x, factor);
}

static void set_plots(MuScope *root, bool x, double px)
{
    if (mu_view_is_composed(root->view))
        scale_sides(root, x, px / run_of(root, x).px);
    else
        mu_scope_set_side(root, x, px);
}

/* What the plots of the longest run would have if everything else stays as it is, px. */
static double left_for_plots(const MuRender *render, bool x, const MuLayoutResult *result)
{
    const MuLayoutOptions *layout = &render->layout;
    const double *padding = layout->padding;
    if (!mu_view_is_composed(render->root->view))
        return x ? result->view_width : result->view_height;
    MuBounds all = mu_layout_extent(render->root->item);
    double taken = ceil(x ? all.x2 - all.x1 : all.y2 - all.y1),
           room = x ? layout->width - padding[0] - padding[2] : layout->height - padding[1] - padding[3];
    return run_of(render->root, x).px + room - taken;
}

static void search_begin(MuOuterSearch *search)
{
    *search = (MuOuterSearch){.fits = LEAST_PLOT, .too_large = INFINITY};
}

static MuStr written(MuRender *render, double px, MuLengthUnit unit)
{
    MuBuf buf = {.arena = render->arena};
    mu_length_write_up(&buf, px, unit);
    return mu_buf_str(&buf);
}

static bool refuse(MuRender *render, const MuLayoutResult *result)
{
    MuLength width = render->outer.width, height = render->outer.height;
    MuStr asked_width = written(render, width.number > 0 ? mu_length_px(width) : result->canvas_width, width.unit);
    MuStr asked_height = written(render, height.number > 0 ? mu_length_px(height) : result->canvas_height, height.unit);
    MuStr least_width = written(render, result->canvas_width, width.unit);
    MuStr least_height = written(render, result->canvas_height, height.unit);
    MuDiag *diag = mu_diag(render->diags, MU_DIAG_SIZE_TOO_SMALL, render->outer.span, MU_FMT(asked_width),
                           MU_FMT(asked_height), MU_FMT(least_width), MU_FMT(least_height));
    mu_diag_hint(render->diags, diag,
                 "take a larger size, shorter titles or smaller fonts, or place the legend elsewhere");
    return false;
}

/* The next size of the plot on one side, of which now `left` px would be left. Mostly that is what fits; where what
 * stands out depends on the size, the search goes on between the largest size that fitted and the least that did not.
 */
static double next_size(MuOuterSearch *search, double current, double left, double least)
{
    double next = fmax(left, least);
    if (next == current)
        return current;
    if (next > current)
        search->fits = fmax(search->fits, current);
    else
        search->too_large = fmin(search->too_large, current);
    if (search->too_large <= search->fits) /* what was found holds no longer: the other side changed */
        search_begin(search);
    if (next > search->fits && next < search->too_large)
        return next;
    return fmax(search->fits, floor((search->fits + search->too_large) / 2));
}

/* By how much what reaches from `near` to `far` in the plot's frame stands out of the canvas within its padding; less
 * than 1 px is what rounding leaves. */
static double excess(double near, double far, double origin, double room, double padding)
{
    double before = padding - origin - near, after = far - (room + padding - origin);
    double out = fmax(0, before) + fmax(0, after);
    return out > 1 ? ceil(out) : 0;
}

/* Enlarges a side by what is missing; false: nothing is. */
static bool enlarge(MuRender *render, double *side, double missing)
{
    if (!(missing > 0) || *side > MU_LENGTH_MOST)
        return false;
    *side += missing;
    render->outer.too_small = true;
    return true;
}

static double least_run(const MuRender *render, bool x)
{
    return LEAST_PLOT * (double)run_of(render->root, x).plots;
}

/* Do the plots have their sizes, and still something has no room? */
static bool enlarge_what_is_too_small(MuRender *render, const MuLayoutResult *result)
{
    MuLayoutOptions *layout = &render->layout;
    const double *padding = layout->padding;
    MuBounds all = mu_layout_extent(render->root->item);
    bool single = !mu_view_is_composed(render->root->view);
    double right = excess(all.x1, all.x2, result->origin_x, layout->width - padding[0] - padding[2], padding[0]);
    double below = excess(all.y1, all.y2, result->origin_y, layout->height - padding[1] - padding[3], padding[1]);
    double x = fmax(least_run(render, true) - left_for_plots(render, true, result), single ? right : 0),
           y = fmax(least_run(render, false) - left_for_plots(render, false, result), single ? below : 0);
    bool wider = layout->exact_x && enlarge(render, &layout->width, x);
    bool higher = layout->exact_y && enlarge(render, &layout->height, y);
    return wider || higher;
}

static void begin_search(MuOuterSize *outer)
{
    search_begin(&outer->x);
    search_begin(&outer->y);
}

bool mu_outer_layout(MuRender *render)
{
    MuOuterSize *outer = &render->outer;
    MuScope *root = render->root;
    MuLayoutResult result = mu_layout_canvas(render->root->item, &render->layout);
    double now[2] = {run_of(root, true).px, run_of(root, false).px}, next[2] = {now[0], now[1]};
    if (outer->rounds++ == 0)
        begin_search(outer);
    if (render->layout.exact_x)
        next[0] = next_size(&outer->x, now[0], left_for_plots(render, true, &result), least_run(render, true));
    if (render->layout.exact_y)
        next[1] = next_size(&outer->y, now[1], left_for_plots(render, false, &result), least_run(render, false));
    render->size_changed = outer->rounds < MOST_ROUNDS && (next[0] != now[0] || next[1] != now[1]);
    if (!render->size_changed && enlarge_what_is_too_small(render, &result)) {
        render->size_changed = true;
        outer->rounds = 0;
    }
    if (!render->size_changed && outer->too_small)
        return refuse(render, &result);
    if (render->size_changed) {
        set_plots(root, true, next[0]);
        set_plots(root, false, next[1]);
    }
    render->origin_x = result.origin_x;
    render->origin_y = result.origin_y;
    render->canvas_width = result.canvas_width;
    render->canvas_height = result.canvas_height;
    return true;
}
