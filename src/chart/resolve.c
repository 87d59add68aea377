/* What the children of a view share. Rules: vega-lite/src/compile/resolve.ts. */
#include "chart/model.h"

static MuStr said(const MuView *view, const char *what, MuChannel channel)
{
    return mu_node_string(mu_node_path(view->node, "resolve", what, mu_channel_name(channel), NULL), MU_STR(""));
}

bool mu_view_shares_scale(const MuView *view, MuChannel channel)
{
    MuStr word = said(view, "scale", channel);
    if (word.size)
        return !mu_str_is(word, "independent");
    if (channel == MU_CHANNEL_THETA)
        return view->kind == MU_VIEW_LAYER;
    return view->kind != MU_VIEW_CONCAT || (!mu_channel_is_xy(channel) && channel != MU_CHANNEL_RADIUS);
}

bool mu_view_shares_guide(const MuView *view, MuChannel channel)
{
    const char *guide = mu_channel_is_xy(channel) ? "axis" : "legend";
    return !view->independent[channel] && !mu_str_is(said(view, guide, channel), "independent");
}
