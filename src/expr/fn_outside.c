/* Functions that look outside of the expression: at scales and datasets, through the environment; what
 * Vega has for users who point and click; and the three that write to the log. */
#include "expr/function.h"
#include "expr/operate.h"

static MuValue last(const MuCall *call)
{
    return call->arguments[call->count - 1];
}

/* All arguments as one text, between blanks, become a warning. */
static MuValue call_warn(MuCall *call)
{
    MuBuf buf = {.arena = call->env->arena};
    for (size_t i = 0; i < call->count; i++) {
        if (i)
            mu_buf_addc(&buf, ' ');
        mu_buf_add(&buf, mu_string_of(buf.arena, call->arguments[i]));
    }
    mu_diag(mu_call_diags(call), MU_DIAG_EXPR_LOG, mu_call_span(call), MU_FMT(mu_buf_str(&buf)));
    return last(call);
}

static MuValue call_silent(MuCall *call)
{
    return last(call);
}

#define OUTSIDE(name, least, most, rest, what)                                                                         \
    {                                                                                                                  \
        name, least, most, .outside = true, .signature = name rest, .doc = what                                        \
    }
#define REFUSED(name)                                                                                                  \
    {                                                                                                                  \
        name, 0, MU_ANY, .signature = name "(…)", .doc = "not in a figure", .refused = "nobody points at it"           \
    }
#define REFUSED_FOR(name, why)                                                                                         \
    {                                                                                                                  \
        name, 0, MU_ANY, .signature = name "(…)", .doc = "not in a figure", .refused = why                             \
    }

static const MuFunction table[] = {
    /* compiled to a conditional, so that only one branch is evaluated */
    {"if", 3, 3, .signature = "if(test, then, else)", .doc = "then or else", .call = call_silent},
    OUTSIDE("scale", 2, 3, "(name, value)", "the value put through a scale"),
    OUTSIDE("invert", 2, 3, "(name, value)", "the value that a scale puts there"),
    OUTSIDE("copy", 1, 2, "(name)", "a scale"),
    OUTSIDE("domain", 1, 2, "(name)", "the domain of a scale"),
    OUTSIDE("range", 1, 2, "(name)", "the range of a scale"),
    OUTSIDE("bandwidth", 1, 2, "(name)", "the width of a band of a scale, 0 if it has none"),
    OUTSIDE("gradient", 3, 5, "(name, start, stop, count)", "a gradient through a scale's colours"),
    OUTSIDE("data", 1, 1, "(name)", "the rows of a dataset"),
    OUTSIDE("indata", 3, 3, "(name, field, value)", "whether the field of a dataset has the value"),
    OUTSIDE("treePath", 3, 3, "(name, source, target)", "the rows on the way through a tree"),
    OUTSIDE("treeAncestors", 2, 2, "(name, node)", "the rows above one of a tree"),
    OUTSIDE("geoArea", 2, 3, "(projection, feature)", "the area of a feature"),
    OUTSIDE("geoBounds", 2, 3, "(projection, feature)", "the bounds of a feature"),
    OUTSIDE("geoCentroid", 2, 3, "(projection, feature)", "the centre of a feature"),
    OUTSIDE("geoShape", 2, 3, "(projection, feature)", "the outline of a feature"),
    OUTSIDE("geoScale", 1, 2, "(projection)", "the scale of a projection"),
    OUTSIDE("geoTranslate", 1, 2, "(projection)", "the translation of a projection"),
    OUTSIDE("pathShape", 1, 1, "(path)", "a shape from an SVG path"),
    OUTSIDE("vlSelectionTest", 2, 3, "(name, datum, op)", "whether a row is selected"),
    OUTSIDE("vlSelectionIdTest", 2, 3, "(name, datum, op)", "whether a row is selected"),
    OUTSIDE("vlSelectionResolve", 1, 4, "(name, op, isMulti, vl5)", "what is selected"),
    OUTSIDE("vlSelectionTuples", 1, 2, "(array, base)", "rows as selected"),
    {"warn", 1, MU_ANY, .signature = "warn(value, …)", .doc = "the last value; all of them as a warning",
     .call = call_warn},
    {"info", 1, MU_ANY, .signature = "info(value, …)", .doc = "the last value", .call = call_silent},
    {"debug", 1, MU_ANY, .signature = "debug(value, …)", .doc = "the last value", .call = call_silent},
    REFUSED("view"),
    REFUSED("item"),
    REFUSED("group"),
    REFUSED("xy"),
    REFUSED("x"),
    REFUSED("y"),
    REFUSED("pinchDistance"),
    REFUSED("pinchAngle"),
    REFUSED("inScope"),
    REFUSED("intersect"),
    REFUSED("intersectLasso"),
    REFUSED("lassoAppend"),
    REFUSED("lassoPath"),
    REFUSED("panLinear"),
    REFUSED("panLog"),
    REFUSED("panPow"),
    REFUSED("panSymlog"),
    REFUSED("zoomLinear"),
    REFUSED("zoomLog"),
    REFUSED("zoomPow"),
    REFUSED("zoomSymlog"),
    REFUSED_FOR("encode", "it is drawn once"),
    REFUSED_FOR("modify", "its data do not change"),
    REFUSED_FOR("setdata", "its data do not change"),
    REFUSED_FOR("screen", "it is on no screen"),
    REFUSED_FOR("windowSize", "it is in no window"),
    REFUSED_FOR("containerSize", "it is in no page; write the width"),
};

const MuFamily mu_functions_outside = MU_FAMILY("scales and datasets", table);
