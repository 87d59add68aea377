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
    if (mu_view_is_composed(render->root->view)) {
        MuDiag *diag = mu_diag(render->diags, MU_DIAG_SIZE_COMPOSED, outer->span);
        mu_diag_hint(render->diags, diag, "give the views inside their width and height");
        return false;
    }
    if (layout->exact_x)
        layout->width = width;
    if (layout->exact_y)
        layout->height = height;
    mu_scope_set_side(render->root, true, layout->width);
    mu_scope_set_side(render->root, false, layout->height);
    return true;
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
static double next_size(MuOuterSearch *search, double current, double left)
{
    double next = fmax(left, LEAST_PLOT);
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
static bool enlarge(MuRender *render, double *side, double left, double out)
{
    double missing = fmax(LEAST_PLOT - left, out);
    if (!(missing > 0) || *side > MU_LENGTH_MOST)
        return false;
    *side += missing;
    render->outer.too_small = true;
    return true;
}

/* Does the plot have its size, and still something has no room? */
static bool enlarge_what_is_too_small(MuRender *render, const MuLayoutResult *result)
{
    MuLayoutOptions *layout = &render->layout;
    const double *padding = layout->padding;
    MuBounds all = mu_layout_extent(render->root->item);
    double right = excess(all.x1, all.x2, result->origin_x, layout->width - padding[0] - padding[2], padding[0]);
    double below = excess(all.y1, all.y2, result->origin_y, layout->height - padding[1] - padding[3], padding[1]);
    bool wider = layout->exact_x && enlarge(render, &layout->width, result->view_width, right);
    bool higher = layout->exact_y && enlarge(render, &layout->height, result->view_height, below);
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
    double width = result.view_width, height = result.view_height;
    if (outer->rounds++ == 0)
        begin_search(outer);
    if (render->layout.exact_x)
        width = next_size(&outer->x, root->width, width);
    if (render->layout.exact_y)
        height = next_size(&outer->y, root->height, height);
    render->size_changed = outer->rounds < MOST_ROUNDS && (width != root->width || height != root->height);
    if (!render->size_changed && enlarge_what_is_too_small(render, &result)) {
        render->size_changed = true;
        outer->rounds = 0;
    }
    if (!render->size_changed && outer->too_small)
        return refuse(render, &result);
    if (render->size_changed) {
        mu_scope_set_side(root, true, width);
        mu_scope_set_side(root, false, height);
    }
    render->origin_x = result.origin_x;
    render->origin_y = result.origin_y;
    render->canvas_width = result.canvas_width;
    render->canvas_height = result.canvas_height;
    return true;
}
