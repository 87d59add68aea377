/* The canvas: how much stands out of the plot, each side rounded up by itself. After viewSizeLayout in
 * vega-view-transforms/src/ViewLayout.js. */
#include "layout/layout.h"

static double overhang(double v)
{
    return fmax(0, ceil(v));
}

static double left_over(double asked, double near, double far)
{
    return floor(asked - near - far + 1e-9);
}

MuLayoutResult mu_layout_canvas(const MuItem *root, const MuLayoutOptions *options)
{
    const double *padding = options->padding;
    MuBounds b = root->bounds;
    double width = fmax(0, root->group->width), height = fmax(0, root->group->height);
    double left = overhang(-b.x1), top = overhang(-b.y1), right = overhang(b.x2 - width),
           bottom = overhang(b.y2 - height);
    double asked_width = options->width, asked_height = options->height;
    if (options->contains_padding) {
        asked_width -= padding[0] + padding[2];
        asked_height -= padding[1] + padding[3];
    }
    bool fit_x = options->autosize == MU_AUTOSIZE_FIT || options->autosize == MU_AUTOSIZE_FIT_X;
    bool fit_y = options->autosize == MU_AUTOSIZE_FIT || options->autosize == MU_AUTOSIZE_FIT_Y;
    double inner_width = width + left + right, inner_height = height + top + bottom;
    MuLayoutResult result = {.view_width = width, .view_height = height};
    if (options->autosize == MU_AUTOSIZE_NONE) {
        left = top = 0;
        result.view_width = inner_width = asked_width;
        result.view_height = inner_height = asked_height;
    }
    if (fit_x) {
        result.view_width = fmax(0, asked_width - left - right);
        inner_width = asked_width;
    }
    if (fit_y) {
        result.view_height = fmax(0, asked_height - top - bottom);
        inner_height = asked_height;
    }
    if (options->exact_x) {
        result.view_width = left_over(options->width - padding[0] - padding[2], left, right);
        inner_width = options->width - padding[0] - padding[2];
    }
    if (options->exact_y) {
        result.view_height = left_over(options->height - padding[1] - padding[3], top, bottom);
        inner_height = options->height - padding[1] - padding[3];
    }
    result.canvas_width = fmax(0, inner_width + padding[0] + padding[2]);
    result.canvas_height = fmax(0, inner_height + padding[1] + padding[3]);
    result.origin_x = left + padding[0];
    result.origin_y = top + padding[1];
    return result;
}
