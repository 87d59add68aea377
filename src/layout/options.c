/* Layout options from the config. */
#include "layout/layout.h"

static const char *const orients[] = {"left",     "right",     "top",         "bottom",
                                      "top-left", "top-right", "bottom-left", "bottom-right"};

void mu_layout_options_init(MuLayoutOptions *options)
{
    *options = (MuLayoutOptions){.padding = {5, 5, 5, 5}};
    for (int i = 0; i <= MU_ORIENT_NONE; i++)
        options->legends[i] = (MuLegendLayout){
            .offset = 18, .margin = 8, .bounds_flush = true, .horizontal = i != MU_ORIENT_LEFT && i != MU_ORIENT_RIGHT};
}

static void read_legend(MuLegendLayout *layout, const MuNode *node)
{
    const MuNode *anchor = mu_node_get(node, "anchor"), *direction = mu_node_get(node, "direction");
    layout->offset = mu_node_number(mu_node_get(node, "offset"), layout->offset);
    layout->margin = mu_node_number(mu_node_get(node, "margin"), layout->margin);
    layout->center = mu_node_bool(mu_node_get(node, "center"), layout->center);
    if (direction)
        layout->horizontal = !mu_node_is_string(direction, "vertical");
    if (anchor)
        layout->anchor = mu_node_is_string(anchor, "middle") ? MU_ANCHOR_MIDDLE
                         : mu_node_is_string(anchor, "end")  ? MU_ANCHOR_END
                                                             : MU_ANCHOR_START;
    if (mu_node_get(node, "bounds"))
        layout->bounds_flush = mu_node_is_string(mu_node_get(node, "bounds"), "flush");
    if (mu_node_get(node, "frame"))
        layout->frame_bounds = mu_node_is_string(mu_node_get(node, "frame"), "bounds");
}

/* What is said for all orients first; the direction of the sides is Vega's own unless said for them. */
void mu_layout_read_legends(MuLayoutOptions *options, const MuNode *layout)
{
    for (int i = 0; i < MU_ORIENT_NONE; i++) {
        bool horizontal = options->legends[i].horizontal;
        read_legend(&options->legends[i], layout);
        if (i == MU_ORIENT_LEFT || i == MU_ORIENT_RIGHT)
            options->legends[i].horizontal = horizontal;
        read_legend(&options->legends[i], mu_node_get(layout, orients[i]));
    }
}

void mu_layout_read_padding(MuLayoutOptions *options, const MuNode *padding)
{
    static const char *const sides[] = {"left", "top", "right", "bottom"};
    for (size_t i = 0; i < 4; i++) {
        if (mu_node_is(padding, MU_NUMBER))
            options->padding[i] = padding->number;
        else if (mu_node_is(padding, MU_OBJECT))
            options->padding[i] = mu_node_number(mu_node_get(padding, sides[i]), 0);
    }
}

void mu_layout_read_autosize(MuLayoutOptions *options, const MuNode *autosize)
{
    static const char *const types[] = {"pad", "fit", "fit-x", "fit-y", "none"};
    const MuNode *type = mu_node_is(autosize, MU_OBJECT) ? mu_node_get(autosize, "type") : autosize;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (mu_node_is_string(type, types[i]))
            options->autosize = (MuAutosize)i;
    if (mu_node_get(autosize, "contains"))
        options->contains_padding = mu_node_is_string(mu_node_get(autosize, "contains"), "padding");
    options->resize = mu_node_bool(mu_node_get(autosize, "resize"), options->resize);
}
