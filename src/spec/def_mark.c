/* Marks and how they look: MARK_LOOK is shared by mark definitions, overlays, styles and config. */
#include "spec/def.h"

static const char *const INTERPOLATES[] = {"linear",      "linear-closed", "step",          "step-before",
                                           "step-after",  "basis",         "basis-open",    "basis-closed",
                                           "bundle",      "cardinal",      "cardinal-open", "cardinal-closed",
                                           "catmull-rom", "monotone",      "natural",       NULL};
static const char *const INVALIDS[] = {
    "filter", "show", "break-paths-filter-domains", "break-paths-show-domains", "break-paths-show-path-domains", NULL};
static const char *const READING[] = {"ltr", "rtl", NULL};
static const char *const CONTENTS[] = {"encoding", "data", NULL};
static const char *const GRADIENTS[] = {"linear", "radial", NULL};
static const char *const WIDTH[] = {"width", NULL};
static const char *const HEIGHT[] = {"height", NULL};
static const char *const TRANSPARENT[] = {"transparent", NULL};
static const char *const BOX_EXTENTS[] = {"min-max", NULL};
static const char *const CENTERS[] = {"mean", "median", NULL};
static const char *const BAR_EXTENTS[] = {"ci", "iqr", "stderr", "stdev", NULL};

enum { PAINT = MU_COLORS | MU_TAKES_OBJECT, PART = MU_TAKES_BOOL | MU_TAKES_OBJECT };

static const MuProp LOOK[] = {
    {"align", MU_WORDS, "Horizontal alignment of text.", "center", mu_words_align},
    {"angle", MU_NUMBERS, "Rotation of text and symbols, degrees clockwise.", "0"},
    {"aria", MU_FLAGS, "Whether screen readers hear of the marks.", "true"},
    {"ariaRole", MU_TEXTS, "The role that screen readers name."},
    {"ariaRoleDescription", MU_TEXTS, "The words for that role."},
    {"aspect", MU_FLAGS, "Images keep their proportions.", "true"},
    {"baseline", MU_WORDS, "Vertical alignment of text.", "middle", mu_words_baseline},
    {"blend", MU_WORDS | MU_TAKES_NULL, "How colours mix with what lies below.", .words = mu_words_blend},
    {"color", PAINT, "Colour of the marks; fill or stroke as the mark has it.", "#4c78a8", .def = &mu_def_gradient},
    {"cornerRadius", MU_NUMBERS, "Rounding of rectangles and arcs, px.", "0"},
    {"cornerRadiusBottomLeft", MU_NUMBERS, "Rounding of this corner, px."},
    {"cornerRadiusBottomRight", MU_NUMBERS, "Rounding of this corner, px."},
    {"cornerRadiusTopLeft", MU_NUMBERS, "Rounding of this corner, px."},
    {"cornerRadiusTopRight", MU_NUMBERS, "Rounding of this corner, px."},
    {"cursor", MU_WORDS, "The mouse pointer above the marks.", .words = mu_words_cursor},
    {"description", MU_TEXTS, "What screen readers say of a mark."},
    {"dir", MU_WORDS, "Direction of reading.", "ltr", READING},
    {"dx", MU_NUMBERS, "Shift of text to the right, px.", "0"},
    {"dy", MU_NUMBERS, "Shift of text downwards, px.", "0"},
    {"ellipsis", MU_TEXTS, "What replaces the rest of a text that is cut.", "…"},
    {"endAngle", MU_NUMBERS, "End of arcs, radians."},
    {"fill", PAINT, "Fill; goes before color.", .def = &mu_def_gradient},
    {"fillOpacity", MU_NUMBERS, "Opacity of the fill, 0 to 1.", "1"},
    {"filled", MU_FLAGS, "Whether color is the fill or the stroke.", "false for points, lines and rules"},
    {"font", MU_TEXTS, "Font of text."},
    {"fontSize", MU_NUMBERS, "Size of text, px.", "11"},
    {"fontStyle", MU_TEXTS, "Style of text: normal or italic."},
    {"fontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight of text.", "normal", mu_words_weight},
    {"height", MU_NUMBERS | MU_TAKES_OBJECT, "Height of marks, px or {band: …}.", .def = &mu_def_band},
    {"href", MU_TEXTS, "Where a click leads."},
    {"innerRadius", MU_NUMBERS, "Inner radius of arcs, px.", "0"},
    {"interpolate", MU_WORDS, "How lines and areas go from point to point.", "linear", INTERPOLATES},
    {"invalid", MU_WORDS | MU_TAKES_NULL, "What happens to null and NaN.", "filter, for paths break-paths-show-domains",
     INVALIDS},
    {"limit", MU_NUMBERS, "Longest text, px; longer ones are cut.", "0: no limit"},
    {"lineBreak", MU_TEXTS, "What separates lines in a text."},
    {"lineHeight", MU_NUMBERS, "Distance of lines of text, px."},
    {"opacity", MU_NUMBERS, "Opacity of the whole mark, 0 to 1.", "0.7 for points, ticks and circles, else 1"},
    {"order", MU_TAKES_BOOL | MU_TAKES_NULL, "null: lines connect points in the order of the data."},
    {"orient", MU_WORDS, "Direction of bars, ticks, rules, areas and lines.", "from the channels", mu_words_direction},
    {"outerRadius", MU_NUMBERS, "Outer radius of arcs, px."},
    {"padAngle", MU_NUMBERS, "Space between arcs, radians."},
    {"radius", MU_NUMBERS, "Radius of arcs; of text, its distance from the centre, px."},
    {"radius2", MU_NUMBERS, "The other radius of arcs, px."},
    {"shape", MU_TEXTS, "Shape of points, or a path.", "circle"},
    {"size", MU_NUMBERS, "Area of points, square px; length of ticks; width of bars.", "30 for points"},
    {"smooth", MU_FLAGS, "Images are smoothed.", "true"},
    {"startAngle", MU_NUMBERS, "Start of arcs, radians."},
    {"stroke", PAINT, "Outline; goes before color.", .def = &mu_def_gradient},
    {"strokeCap", MU_WORDS, "How lines end.", "butt", mu_words_cap},
    {"strokeDash", MU_LISTS, "Dash pattern: lengths on and off by turns.", .item = &mu_item_number},
    {"strokeDashOffset", MU_NUMBERS, "Where in the pattern a line begins.", "0"},
    {"strokeJoin", MU_WORDS, "How segments join.", "miter", mu_words_join},
    {"strokeMiterLimit", MU_NUMBERS, "Limit of pointed joins."},
    {"strokeOffset", MU_NUMBERS, "Shift of the outline, px."},
    {"strokeOpacity", MU_NUMBERS, "Opacity of the outline, 0 to 1.", "1"},
    {"strokeWidth", MU_NUMBERS, "Width of the outline, px.", "2 for lines and points, else 1"},
    {"tension", MU_NUMBERS, "Tension of cardinal and catmull-rom curves, 0 to 1."},
    {"text", MU_LINES, "The text.", .item = &mu_item_text},
    {"theta", MU_NUMBERS, "Angle, radians clockwise from the top."},
    {"theta2", MU_NUMBERS, "The other angle of arcs, radians."},
    {"time", MU_NUMBERS, "Place in time of an animation."},
    {"timeUnitBandPosition", MU_NUMBERS, "Place of marks within a time unit, 0 to 1.", "0.5 for bars"},
    {"timeUnitBandSize", MU_NUMBERS, "Part of a time unit that bars take.", "1"},
    {"tooltip", MU_TEXTS | MU_TAKES_NUMBER | MU_TAKES_BOOL | MU_TAKES_NULL | MU_TAKES_OBJECT,
     "What is shown when the pointer rests on a mark.", .def = &mu_def_tooltip},
    {"url", MU_TEXTS, "Source of images."},
    {"width", MU_NUMBERS | MU_TAKES_OBJECT, "Width of marks, px or {band: …}.", .def = &mu_def_band},
    {"x", MU_NUMBERS | MU_TAKES_WORD, "x, px, where no channel gives it.", .words = WIDTH},
    {"x2", MU_NUMBERS | MU_TAKES_WORD, "x2, px, where no channel gives it.", .words = WIDTH},
    {"y", MU_NUMBERS | MU_TAKES_WORD, "y, px, where no channel gives it.", .words = HEIGHT},
    {"y2", MU_NUMBERS | MU_TAKES_WORD, "y2, px, where no channel gives it.", .words = HEIGHT},
    {0},
};

static const MuProp SHIFTS[] = {
    {"clip", MU_FLAGS, "Cut marks at the edge of the plot."},
    {"style", MU_LINES, "Names of styles in config.style; the last wins.", .item = &mu_item_text},
    {"xOffset", MU_NUMBERS, "Shift of x, px."},
    {"x2Offset", MU_NUMBERS, "Shift of x2, px."},
    {"yOffset", MU_NUMBERS, "Shift of y, px."},
    {"y2Offset", MU_NUMBERS, "Shift of y2, px."},
    {"thetaOffset", MU_NUMBERS, "Shift of theta, radians."},
    {"theta2Offset", MU_NUMBERS, "Shift of theta2, radians."},
    {"radiusOffset", MU_NUMBERS, "Shift of radius, px."},
    {"radius2Offset", MU_NUMBERS, "Shift of radius2, px."},
    {0},
};
static const MuDef SHIFTS_DEF = {"mark.shifts", "Shifts of a mark, its style and its clip.", SHIFTS};

static const char *const POSITIONS[] = {"auto", "inside", "outside", "start", "end",
                                        "top",  "right",  "bottom",  "left",  NULL};

/* In config the text's own properties do nothing, but do no harm either. */
static const MuProp LABEL[] = {
    {"color", MU_COLORS, "Colour of labels.", "black; in bars black or white; of lines their own"},
    {"font", MU_TEXTS, "Font of labels."},
    {"fontSize", MU_NUMBERS, "Size of labels, px.", "11"},
    {"fontStyle", MU_TEXTS, "Style of labels: normal or italic."},
    {"fontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight of labels.", "normal", mu_words_weight},
    {"format", MU_TEXTS | MU_TAKES_OBJECT, "d3 format of the labels, of numbers or times.", .check = mu_check_format},
    {"limit", MU_NUMBERS, "Longest label, px; longer ones are cut.", "0: no limit"},
    {"lineHeight", MU_NUMBERS, "Distance of lines of a label, px."},
    {"position", MU_WORDS, "Where labels stand.", "auto", POSITIONS},
    {"priority", MU_NUMBERS, "The higher, the earlier a label finds its place.", "0"},
    {"tabular", MU_FLAGS, "Figures of one width.", "false"},
    {0},
};

static const MuProp SIZES[] = {
    {"bandSize", MU_NUMBERS, "Width of ticks, px."},
    {"binSpacing", MU_NUMBERS, "Space between binned bars, px.", "1"},
    {"continuousBandSize", MU_NUMBERS, "Width of bars on a continuous scale, px.", "5"},
    {"cornerRadiusEnd", MU_NUMBERS, "Rounding of the end of bars, px."},
    {"discreteBandSize", MU_NUMBERS | MU_TAKES_OBJECT, "Width of bars on a discrete scale, px or {band: …}.",
     .def = &mu_def_band},
    {"label", PART, "Labels at the marks.", "false", .def = &mu_def_label},
    {"line", PART, "A line along the top of areas.", "false", .def = &mu_def_overlay},
    {"minBandSize", MU_NUMBERS, "Least width of bars, px.", "0.25"},
    {"point", PART | MU_TAKES_WORD, "Points on lines and areas.", "false", TRANSPARENT, .def = &mu_def_overlay},
    {"thickness", MU_NUMBERS, "Thickness of ticks, px.", "1"},
    {0},
};
static const MuDef SIZES_DEF = {"mark.sizes", "Sizes and overlays of single marks.", SIZES};

static const MuProp MARK[] = {
    {"type", MU_TAKES_TEXT, "The mark.", .required = true},
    {0},
};

/* Composite marks are made of several; what holds for all of these. */
static const MuProp COMPOSITE[] = {
    {"color", PAINT, "Colour of all parts.", .def = &mu_def_gradient},
    {"opacity", MU_NUMBERS, "Opacity of all parts, 0 to 1."},
    {"orient", MU_WORDS, "Direction.", "from the channels", mu_words_direction},
    {0},
};
static const MuDef COMPOSITE_DEF = {"mark.composite", "What composite marks have in common.", COMPOSITE};

static const MuProp BOXPLOT[] = {
    {"type", MU_TAKES_TEXT, "boxplot.", .required = true},
    {"box", PART, "The box.", "true", .def = &mu_def_mark_config},
    {"clip", MU_FLAGS, "Cut marks at the edge of the plot."},
    {"extent", MU_NUMBERS | MU_TAKES_WORD, "How far whiskers go: in quartile distances, or to the ends.", "1.5",
     BOX_EXTENTS},
    {"invalid", MU_WORDS | MU_TAKES_NULL, "What happens to null and NaN.", "filter", INVALIDS},
    {"median", PART, "The line at the median.", "true", .def = &mu_def_mark_config},
    {"outliers", PART, "Points beyond the whiskers.", "true", .def = &mu_def_mark_config},
    {"rule", PART, "The whiskers.", "true", .def = &mu_def_mark_config},
    {"size", MU_NUMBERS, "Width of the box, px.", "14"},
    {"ticks", PART, "Ticks at the ends of the whiskers.", "false", .def = &mu_def_mark_config},
    {0},
};

static const MuProp ERRORBAR[] = {
    {"type", MU_TAKES_TEXT, "errorbar.", .required = true},
    {"center", MU_TAKES_WORD, "The middle of the bar.", "mean; median for iqr", CENTERS},
    {"clip", MU_FLAGS, "Cut marks at the edge of the plot."},
    {"extent", MU_WORDS, "What the bar spans; ci by 1,000 resamplings, always of the same seed.", "stderr",
     BAR_EXTENTS},
    {"rule", PART, "The bar.", "true", .def = &mu_def_mark_config},
    {"size", MU_NUMBERS, "Length of the ticks, px."},
    {"thickness", MU_NUMBERS, "Thickness of the bar, px."},
    {"ticks", PART, "Ticks at the ends.", "false", .def = &mu_def_mark_config},
    {0},
};

static const MuProp ERRORBAND[] = {
    {"type", MU_TAKES_TEXT, "errorband.", .required = true},
    {"band", PART, "The band.", "true", .def = &mu_def_mark_config},
    {"borders", PART, "Lines along the band.", "false", .def = &mu_def_mark_config},
    {"center", MU_TAKES_WORD, "The middle of the band.", "mean; median for iqr", CENTERS},
    {"clip", MU_FLAGS, "Cut marks at the edge of the plot."},
    {"extent", MU_WORDS, "What the band spans; ci by 1,000 resamplings, always of the same seed.", "stderr",
     BAR_EXTENTS},
    {"interpolate", MU_WORDS, "How the edges go from point to point.", .words = INTERPOLATES},
    {"tension", MU_NUMBERS, "Tension of cardinal and catmull-rom curves, 0 to 1."},
    {0},
};

/* The composite marks in config: the same parts, without a type. */
static const MuProp BOXPLOT_CONFIG[] = {
    {"box", PART, "The box.", .def = &mu_def_mark_config},
    {"extent", MU_NUMBERS | MU_TAKES_WORD, "How far whiskers go.", "1.5", BOX_EXTENTS},
    {"median", PART, "The line at the median.", .def = &mu_def_mark_config},
    {"outliers", PART, "Points beyond the whiskers.", .def = &mu_def_mark_config},
    {"rule", PART, "The whiskers.", .def = &mu_def_mark_config},
    {"size", MU_NUMBERS, "Width of the box, px.", "14"},
    {"ticks", PART, "Ticks at the ends of the whiskers.", .def = &mu_def_mark_config},
    {0},
};

static const MuProp ERRORBAR_CONFIG[] = {
    {"center", MU_TAKES_WORD, "The middle, of error bands too.", "mean", CENTERS},
    {"extent", MU_WORDS, "What the bar spans; ci by 1,000 resamplings, always of the same seed.", "stderr",
     BAR_EXTENTS},
    {"rule", PART, "The bar.", .def = &mu_def_mark_config},
    {"size", MU_NUMBERS, "Length of the ticks, px."},
    {"thickness", MU_NUMBERS, "Thickness of the bar, px."},
    {"ticks", PART, "Ticks at the ends.", .def = &mu_def_mark_config},
    {0},
};

static const MuProp ERRORBAND_CONFIG[] = {
    {"band", PART, "The band.", .def = &mu_def_mark_config},
    {"borders", PART, "Lines along the band.", .def = &mu_def_mark_config},
    {"extent", MU_WORDS, "What the band spans; ci by 1,000 resamplings, always of the same seed.", "stderr",
     BAR_EXTENTS},
    {"interpolate", MU_WORDS, "How the edges go from point to point.", .words = INTERPOLATES},
    {"tension", MU_NUMBERS, "Tension of cardinal and catmull-rom curves, 0 to 1."},
    {0},
};

static const MuProp GRADIENT[] = {
    {"gradient", MU_TAKES_WORD, "Along a line or from a centre.", .words = GRADIENTS, .required = true},
    {"id", MU_TAKES_TEXT, "A name for it."},
    {"r1", MU_NUMBERS, "Inner radius, 0 to 1."},
    {"r2", MU_NUMBERS, "Outer radius, 0 to 1."},
    {"stops", MU_TAKES_ARRAY, "The colours on the way.",
     .item = &(const MuProp){.takes = MU_TAKES_OBJECT, .def = &mu_def_gradient_stop}, .required = true},
    {"x1", MU_NUMBERS, "Start, 0 to 1.", "0"},
    {"x2", MU_NUMBERS, "End, 0 to 1.", "1"},
    {"y1", MU_NUMBERS, "Start, 0 to 1.", "0"},
    {"y2", MU_NUMBERS, "End, 0 to 1.", "0"},
    {0},
};

static const MuProp GRADIENT_STOP[] = {
    {"color", MU_COLORS, "The colour.", .required = true},
    {"offset", MU_NUMBERS, "Where, 0 to 1.", .required = true},
    {0},
};

static const MuProp BAND[] = {
    {"band", MU_NUMBERS, "Part of the band, 0 to 1.", .required = true},
    {0},
};

static const MuProp TOOLTIP[] = {
    {"content", MU_TAKES_WORD, "All fields of the row, or those of the encoding.", "encoding", CONTENTS,
     .required = true},
    {0},
};

static const MuProp NOTHING[] = {{0}};

#define INCLUDES(...)                                                                                                  \
    (const MuDef *const[])                                                                                             \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

const MuDef mu_def_mark_look = {"mark.look", "How marks look.", LOOK};
const MuDef mu_def_mark = {"mark", "A mark and how it looks.", MARK,
                           INCLUDES(&mu_def_mark_look, &SHIFTS_DEF, &SIZES_DEF)};
const MuDef mu_def_mark_config = {"config.mark", "Defaults of marks.", NOTHING,
                                  INCLUDES(&mu_def_mark_look, &SHIFTS_DEF, &SIZES_DEF)};
const MuDef mu_def_label = {"mark.label", "Labels at marks, which find their places themselves.", LABEL};
const MuDef mu_def_overlay = {"mark.point", "Points or lines drawn over a mark.", NOTHING,
                              INCLUDES(&mu_def_mark_look, &SHIFTS_DEF)};
const MuDef mu_def_boxplot = {"mark.boxplot", "A box plot.", BOXPLOT, INCLUDES(&COMPOSITE_DEF)};
const MuDef mu_def_errorbar = {"mark.errorbar", "Error bars.", ERRORBAR, INCLUDES(&COMPOSITE_DEF)};
const MuDef mu_def_errorband = {"mark.errorband", "An error band.", ERRORBAND, INCLUDES(&COMPOSITE_DEF)};
const MuDef mu_def_boxplot_config = {"config.boxplot", "Defaults of box plots.", BOXPLOT_CONFIG};
const MuDef mu_def_errorbar_config = {"config.errorbar", "Defaults of error bars.", ERRORBAR_CONFIG};
const MuDef mu_def_errorband_config = {"config.errorband", "Defaults of error bands.", ERRORBAND_CONFIG};
const MuDef mu_def_gradient = {"gradient", "A colour gradient.", GRADIENT};
const MuDef mu_def_gradient_stop = {"gradient.stop", "A colour of a gradient.", GRADIENT_STOP};
const MuDef mu_def_band = {"band", "A size as a part of a band.", BAND};
const MuDef mu_def_tooltip = {"mark.tooltip", "What a tooltip shows.", TOOLTIP};
