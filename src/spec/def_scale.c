#include "spec/def.h"

static const char *const TYPES[] = {"linear",      "log",     "pow",        "sqrt",     "symlog",   "identity",
                                    "time",        "utc",     "sequential", "quantile", "quantize", "threshold",
                                    "bin-ordinal", "ordinal", "point",      "band",     NULL};
static const char *const SPACES[] = {"rgb", "lab", "hcl", "hcl-long", "hsl", "hsl-long", "cubehelix", "cubehelix-long",
                                     NULL};
static const char *const RANGES[] = {"width", "height",    "symbol",  "category", "ordinal",
                                     "ramp",  "diverging", "heatmap", NULL};
static const char *const DOMAINS[] = {"unaggregated", NULL};

static const MuProp DOMAIN[] = {
    {"param", MU_TAKES_TEXT, "A selection whose extent is the domain.", .check = mu_check_param},
    {"field", MU_TAKES_TEXT, "The field of the selection."},
    {"encoding", MU_TAKES_TEXT, "The channel of the selection."},
    {"unionWith", MU_TAKES_ARRAY, "Values that the data's domain is to include.", .item = &mu_item_any},
    {"selection", MU_TAKES_TEXT, "As param, in older specs."},
    {0},
};
static const MuDef DOMAIN_DEF = {"scale.domain", "A domain that is not simply listed.", DOMAIN};

static const MuProp RANGE[] = {
    {"field", MU_TAKES_TEXT, "The field whose values are the range.", .required = true},
    {0},
};
static const MuDef RANGE_DEF = {"scale.range", "A range from the data.", RANGE};

static const MuProp SCHEME[] = {
    {"name", MU_TEXTS, "The scheme.", .required = true, .check = mu_check_scheme},
    {"count", MU_NUMBERS, "How many colours to take."},
    {"extent", MU_LISTS, "The part to take, from 0 to 1.", .item = &mu_item_number},
    {0},
};

static const MuProp BINS[] = {
    {"start", MU_NUMBERS, "The first edge."},
    {"step", MU_NUMBERS, "From edge to edge.", .required = true},
    {"stop", MU_NUMBERS, "The last edge."},
    {0},
};
static const MuDef BINS_DEF = {"scale.bins", "Evenly spaced edges of bins.", BINS};

static const MuProp INTERPOLATE[] = {
    {"type", MU_WORDS, "The colour space.", .words = SPACES, .required = true},
    {"gamma", MU_NUMBERS, "Gamma correction."},
    {0},
};
static const MuDef INTERPOLATE_DEF = {"scale.interpolate", "How colours are mixed.", INTERPOLATE};

static const MuProp SCALE[] = {
    {"align", MU_NUMBERS, "Where steps stand in the range that is left over, 0 to 1.", "0.5"},
    {"base", MU_NUMBERS, "Base of a log scale.", "10"},
    {"bins", MU_LISTS | MU_TAKES_OBJECT, "Edges of bins of the domain.", .def = &BINS_DEF, .item = &mu_item_number},
    {"clamp", MU_FLAGS, "Values outside of the domain count as its ends.", "false"},
    {"constant", MU_NUMBERS, "How far around zero a symlog scale is linear.", "1"},
    {"domain", MU_LISTS | MU_TAKES_WORD | MU_TAKES_OBJECT, "The values that are mapped.", "from the data", DOMAINS,
     .def = &DOMAIN_DEF, .item = &mu_item_any},
    {"domainMax", MU_NUMBERS | MU_TAKES_OBJECT, "The domain's end.", .def = &mu_def_date_time},
    {"domainMid", MU_NUMBERS, "The value in the middle of a diverging scale."},
    {"domainMin", MU_NUMBERS | MU_TAKES_OBJECT, "The domain's start.", .def = &mu_def_date_time},
    {"domainRaw", MU_LISTS, "A domain that goes before all others.", .item = &mu_item_any},
    {"exponent", MU_NUMBERS, "Exponent of a pow scale.", "1"},
    {"interpolate", MU_WORDS | MU_TAKES_OBJECT, "The space in which colours are mixed.", "hcl", SPACES,
     .def = &INTERPOLATE_DEF},
    {"nice", MU_FLAGS | MU_TAKES_NUMBER | MU_TAKES_WORD | MU_TAKES_OBJECT, "Round the domain's ends outwards.",
     "true for unbinned x and y", mu_words_interval, .def = &mu_def_interval},
    {"padding", MU_NUMBERS, "Space at the ends: in steps if discrete, in px if continuous."},
    {"paddingInner", MU_NUMBERS, "Space between bands, in steps.", "0.1 for bars"},
    {"paddingOuter", MU_NUMBERS, "Space before the first and behind the last band, in steps."},
    {"range", MU_LISTS | MU_TAKES_WORD | MU_TAKES_OBJECT, "What the values are mapped to.", "from the channel", RANGES,
     .def = &RANGE_DEF, .item = &mu_item_any},
    {"rangeMax", MU_NUMBERS | MU_TAKES_TEXT, "The range's end."},
    {"rangeMin", MU_NUMBERS | MU_TAKES_TEXT, "The range's start."},
    {"reverse", MU_FLAGS, "The range the other way round.", "false"},
    {"round", MU_FLAGS, "Results on whole pixels.", "false"},
    {"scheme", MU_TEXTS | MU_TAKES_OBJECT | MU_TAKES_ARRAY, "A colour scheme by name.", .def = &mu_def_scheme,
     .item = &mu_item_color, .check = mu_check_scheme},
    {"type", MU_WORDS, "The kind of scale.", "from type and channel", TYPES, "scale type",
     .code = MU_DIAG_UNKNOWN_SCALE_TYPE},
    {"zero", MU_FLAGS, "The domain includes zero.", "true for bars and areas, and for size"},
    {0},
};

static const MuProp INVALID_VALUE[] = {
    {"value", MU_TAKES_ANY, "What an invalid value looks like."},
    {0},
};
static const MuDef INVALID_DEF = {"config.scale.invalid", "How null and NaN are shown, by channel.", INVALID_VALUE,
                                  .other = &mu_item_any};

static const MuProp SCALE_CONFIG[] = {
    {"animationDuration", MU_NUMBERS, "Seconds of an animation."},
    {"bandPaddingInner", MU_NUMBERS, "paddingInner of band scales."},
    {"bandPaddingOuter", MU_NUMBERS, "paddingOuter of band scales."},
    {"bandWithNestedOffsetPaddingInner", MU_NUMBERS, "paddingInner of bands that hold an offset scale.", "0.2"},
    {"bandWithNestedOffsetPaddingOuter", MU_NUMBERS, "paddingOuter of bands that hold an offset scale.", "0.2"},
    {"barBandPaddingInner", MU_NUMBERS, "paddingInner of bars.", "0.1"},
    {"clamp", MU_FLAGS, "Clamp of continuous scales."},
    {"continuousPadding", MU_NUMBERS, "Padding of continuous scales, px."},
    {"framesPerSecond", MU_NUMBERS, "Speed of an animation."},
    {"invalid", MU_TAKES_OBJECT, "How null and NaN are shown.", .def = &INVALID_DEF},
    {"maxBandSize", MU_NUMBERS, "Largest size of bars on a size scale, px."},
    {"maxFontSize", MU_NUMBERS, "Largest text on a size scale, px.", "40"},
    {"maxOpacity", MU_NUMBERS, "Top of opacity scales.", "0.8"},
    {"maxSize", MU_NUMBERS, "Largest symbol, square px."},
    {"maxStrokeWidth", MU_NUMBERS, "Widest line, px.", "4"},
    {"minBandSize", MU_NUMBERS, "Smallest size of bars on a size scale, px.", "2"},
    {"minFontSize", MU_NUMBERS, "Smallest text on a size scale, px.", "8"},
    {"minOpacity", MU_NUMBERS, "Bottom of opacity scales.", "0.3"},
    {"minSize", MU_NUMBERS, "Smallest symbol, square px.", "9, 0 where zero counts"},
    {"minStrokeWidth", MU_NUMBERS, "Narrowest line, px.", "1"},
    {"offsetBandPaddingInner", MU_NUMBERS, "paddingInner of offset scales.", "0"},
    {"offsetBandPaddingOuter", MU_NUMBERS, "paddingOuter of offset scales.", "0"},
    {"pointPadding", MU_NUMBERS, "Padding of point scales, in steps.", "0.5"},
    {"quantileCount", MU_NUMBERS, "Classes of quantile scales.", "4"},
    {"quantizeCount", MU_NUMBERS, "Classes of quantize scales.", "4"},
    {"rectBandPaddingInner", MU_NUMBERS, "paddingInner of rects.", "0"},
    {"round", MU_FLAGS, "Results on whole pixels."},
    {"tickBandPaddingInner", MU_NUMBERS, "paddingInner of ticks.", "0.25"},
    {"useUnaggregatedDomain", MU_TAKES_BOOL, "Domains of the data before aggregation.", "false"},
    {"xReverse", MU_FLAGS, "x from right to left."},
    {"zero", MU_TAKES_BOOL, "Domains include zero.", "true"},
    {0},
};

const MuDef mu_def_scale = {"scale", "How the values of a channel become positions, colours, sizes.", SCALE};
const MuDef mu_def_scale_config = {"config.scale", "Defaults of scales.", SCALE_CONFIG};
const MuDef mu_def_scheme = {"scale.scheme", "A colour scheme, or part of it.", SCHEME};
