/* Channels, in families: those of one family take the same properties. */
#include "spec/def.h"

static const char *const TYPES[] = {"quantitative", "temporal", "ordinal", "nominal", "geojson", NULL};
static const char *const BINNED[] = {"binned", NULL};
static const char *const SIZES[] = {"width", "height", NULL};
static const char *const REPEATS[] = {"row", "column", "repeat", "layer", NULL};
static const char *const BOUNDS[] = {"full", "flush", NULL};
static const char *const SORTS[] = {"ascending", "descending",   "x",     "y",      "color",        "fill",
                                    "stroke",    "strokeWidth",  "size",  "shape",  "fillOpacity",  "strokeOpacity",
                                    "opacity",   "text",         "-x",    "-y",     "-color",       "-fill",
                                    "-stroke",   "-strokeWidth", "-size", "-shape", "-fillOpacity", "-strokeOpacity",
                                    "-opacity",  "-text",        NULL};
static const char *const SORT_CHANNELS[] = {"x",           "y",    "color", "fill",        "stroke",
                                            "strokeWidth", "size", "shape", "fillOpacity", "strokeOpacity",
                                            "opacity",     "text", NULL};

#define INCLUDES(...)                                                                                                  \
    (const MuDef *const[])                                                                                             \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }
#define TYPE_WORDS .words = TYPES, .noun = "type", .code = MU_DIAG_UNKNOWN_TYPE
#define AGGREGATE_WORDS .words = mu_words_aggregate, .noun = "aggregate", .code = MU_DIAG_UNKNOWN_OPERATION

/* --- what channels share --- */

static const MuProp FIELD[] = {
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The column.", .def = &mu_def_repeat_ref},
    {"type", MU_TAKES_WORD, "What kind of thing it is.", "from the other properties", TYPE_WORDS},
    {"aggregate", MU_TAKES_WORD | MU_TAKES_OBJECT, "How rows are summed up.", AGGREGATE_WORDS, .def = &mu_def_argmax},
    {"bin", MU_TAKES_BOOL | MU_TAKES_NULL | MU_TAKES_WORD | MU_TAKES_OBJECT, "Put numbers into bins.", "false", BINNED,
     .def = &mu_def_bin},
    {"timeUnit", MU_TAKES_TEXT | MU_TAKES_OBJECT, "Take times as \"year\", \"yearmonth\", \"hours\" and so on.",
     .def = &mu_def_time_unit, .check = mu_check_time_unit},
    {"title", MU_LINES | MU_TAKES_NULL, "Title of axis, legend or header.", "from the field", .item = &mu_item_text},
    {"bandPosition", MU_NUMBERS, "Place within a band, bin or time unit, 0 to 1.", "0.5"},
    {0},
};
static const MuDef FIELD_DEF = {"encoding.field", "A field and what is done to it.", FIELD};

static const MuProp DATUM[] = {
    {"datum", MU_TAKES_ANY, "A constant in data, mapped by the scale."},
    {0},
};
static const MuDef DATUM_DEF = {"encoding.datum", "A constant in data.", DATUM};

static const MuProp SCALED[] = {
    {"scale", MU_TAKES_OBJECT | MU_TAKES_NULL, "The scale; null: values are used as they are.", .def = &mu_def_scale},
    {"sort", MU_TAKES_WORD | MU_TAKES_NULL | MU_TAKES_ARRAY | MU_TAKES_OBJECT, "Order of discrete values.", "ascending",
     SORTS, .def = &mu_def_sort, .item = &mu_item_any},
    {0},
};
static const MuDef SCALED_DEF = {"encoding.scaled", "The scale of a channel.", SCALED};

static const MuProp CONDITIONAL[] = {
    {"condition", MU_TAKES_OBJECT | MU_TAKES_ARRAY, "What holds where a test or a selection says so.",
     .item = &(const MuProp){.takes = MU_TAKES_OBJECT, .def = &mu_def_condition, .check = mu_check_condition},
     .def = &mu_def_condition, .check = mu_check_condition},
    {0},
};
static const MuDef CONDITIONAL_DEF = {"encoding.conditional", "Conditions of a channel.", CONDITIONAL};

static const MuProp STACKED[] = {
    {"stack", MU_TAKES_WORD | MU_TAKES_NULL | MU_TAKES_BOOL, "Stack marks of one place.", "zero for bars and areas",
     mu_words_stack},
    {0},
};
static const MuDef STACKED_DEF = {"encoding.stacked", "How marks of one place are stacked.", STACKED};

static const MuProp LEGENDED[] = {
    {"legend", MU_TAKES_OBJECT | MU_TAKES_NULL, "The legend; null for none.", .def = &mu_def_legend},
    {0},
};
static const MuDef LEGENDED_DEF = {"encoding.legended", "The legend of a channel.", LEGENDED};

static const MuProp FORMATTED[] = {
    {"format", MU_TEXTS | MU_TAKES_OBJECT, "d3 format of the text, of numbers or times.", .check = mu_check_format},
    {"formatType", MU_TAKES_TEXT, "How to read the format: \"number\" or \"time\"."},
    {0},
};
static const MuDef FORMATTED_DEF = {"encoding.formatted", "The format of a text.", FORMATTED};

/* --- families --- */

static const MuProp POSITION[] = {
    {"axis", MU_TAKES_OBJECT | MU_TAKES_NULL, "The axis; null for none.", .def = &mu_def_axis},
    {"impute", MU_TAKES_OBJECT | MU_TAKES_NULL, "Fill in missing values.", .def = &mu_def_impute},
    {"value", MU_NUMBERS | MU_TAKES_WORD, "A constant, px, or \"width\", \"height\".", .words = SIZES},
    {0},
};
static const MuDef POSITION_DEF = {"encoding.x", "x and y.", POSITION,
                                   INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &STACKED_DEF)};

static const MuProp PLAIN_VALUE[] = {
    {"value", MU_NUMBERS | MU_TAKES_WORD, "A constant.", .words = SIZES},
    {0},
};
static const MuDef SECOND_DEF = {"encoding.x2", "x2, y2, theta2, radius2: the other end of a mark.", PLAIN_VALUE,
                                 INCLUDES(&FIELD_DEF, &DATUM_DEF)};
static const MuDef ERROR_DEF = {"encoding.xError", "Errors around x or y.", PLAIN_VALUE, INCLUDES(&FIELD_DEF)};
static const MuDef POLAR_DEF = {"encoding.theta", "Angle and radius of arcs.", PLAIN_VALUE,
                                INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &STACKED_DEF, &LEGENDED_DEF)};
static const MuDef OFFSET_DEF = {"encoding.xOffset", "Shift within a band.", PLAIN_VALUE,
                                 INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF)};
static const MuDef PLACE_DEF = {"encoding.longitude", "Longitude and latitude.", PLAIN_VALUE,
                                INCLUDES(&FIELD_DEF, &DATUM_DEF)};

static const MuProp COLOR[] = {
    {"value", MU_COLORS | MU_TAKES_OBJECT, "A constant colour.", .def = &mu_def_gradient},
    {0},
};
static const MuDef COLOR_DEF = {"encoding.color", "Colours: color, fill, stroke.", COLOR,
                                INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &LEGENDED_DEF, &CONDITIONAL_DEF)};

static const MuProp NUMBER[] = {
    {"value", MU_NUMBERS, "A constant."},
    {0},
};
static const MuDef NUMBER_DEF = {"encoding.size", "Sizes, opacities, widths, angles.", NUMBER,
                                 INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &LEGENDED_DEF, &CONDITIONAL_DEF)};

static const MuProp DASH[] = {
    {"value", MU_LISTS, "A constant dash pattern.", .item = &mu_item_number},
    {0},
};
static const MuDef DASH_DEF = {"encoding.strokeDash", "Dash patterns.", DASH,
                               INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &LEGENDED_DEF, &CONDITIONAL_DEF)};

static const MuProp SHAPE[] = {
    {"value", MU_TEXTS | MU_TAKES_NULL, "A constant shape."},
    {0},
};
static const MuDef SHAPE_DEF = {"encoding.shape", "Shapes.", SHAPE,
                                INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &LEGENDED_DEF, &CONDITIONAL_DEF)};

static const MuProp TEXT[] = {
    {"value", MU_LINES | MU_TAKES_NUMBER | MU_TAKES_BOOL | MU_TAKES_NULL, "A constant text.", .item = &mu_item_text},
    {0},
};
static const MuDef TEXT_DEF = {"encoding.text", "Texts: text, href, url, description.", TEXT,
                               INCLUDES(&FIELD_DEF, &DATUM_DEF, &FORMATTED_DEF, &CONDITIONAL_DEF)};
static const MuDef TOOLTIP_DEF = {"encoding.tooltip", "What a tooltip shows.", TEXT,
                                  INCLUDES(&FIELD_DEF, &DATUM_DEF, &FORMATTED_DEF, &CONDITIONAL_DEF)};

static const MuProp NOTHING[] = {{0}};
static const MuDef DETAIL_DEF = {"encoding.detail", "Fields that group marks without showing.", NOTHING,
                                 INCLUDES(&FIELD_DEF)};

static const MuProp ORDER[] = {
    {"sort", MU_TAKES_WORD | MU_TAKES_NULL, "Ascending or descending.", "ascending", mu_words_order},
    {"value", MU_NUMBERS | MU_TAKES_NULL | MU_TAKES_BOOL, "A constant; null or false: no order."},
    {0},
};
static const MuDef ORDER_DEF = {"encoding.order", "The order of stacking, or of points on a line.", ORDER,
                                INCLUDES(&FIELD_DEF, &CONDITIONAL_DEF)};

static const MuProp TIME[] = {
    {"rescale", MU_TAKES_BOOL, "Scales follow the frame that is shown."},
    {0},
};
static const MuDef TIME_DEF = {"encoding.time", "Frames of an animation.", TIME, INCLUDES(&FIELD_DEF, &SCALED_DEF)};

static const MuProp FACET_FIELD[] = {
    {"header", MU_TAKES_OBJECT | MU_TAKES_NULL, "Labels and title of the facets.", .def = &mu_def_header},
    {"sort", MU_TAKES_WORD | MU_TAKES_NULL | MU_TAKES_ARRAY | MU_TAKES_OBJECT, "Order of the facets.", "ascending",
     mu_words_order, .def = &mu_def_sort, .item = &mu_item_any},
    {0},
};

static const MuProp FACET[] = {
    {"align", MU_TAKES_WORD | MU_TAKES_OBJECT, "How cells line up.", "all", mu_words_grid_align,
     .def = &mu_def_row_column},
    {"bounds", MU_TAKES_WORD, "What of a cell counts for its size.", "full", BOUNDS},
    {"center", MU_TAKES_BOOL | MU_TAKES_OBJECT, "Centre cells in their row or column.", "false",
     .def = &mu_def_row_column},
    {"columns", MU_NUMBERS, "Cells in a row.", "all"},
    {"spacing", MU_NUMBERS | MU_TAKES_OBJECT, "Distance of cells, px.", "20", .def = &mu_def_row_column},
    {0},
};
static const MuDef FACET_DEF = {"encoding.facet", "One view per value: facet, row, column.", FACET,
                                INCLUDES(&mu_def_facet_field)};

/* --- shapes inside --- */

static const MuProp BIN[] = {
    {"anchor", MU_NUMBERS, "A value that is the edge of a bin."},
    {"base", MU_NUMBERS, "Base in which steps are round.", "10"},
    {"binned", MU_TAKES_BOOL, "The data are binned already.", "false"},
    {"divide", MU_LISTS, "Divisors of a step.", "[5, 2]", .item = &mu_item_number},
    {"extent", MU_LISTS | MU_TAKES_OBJECT, "The two ends that are binned.", .item = &mu_item_any},
    {"maxbins", MU_NUMBERS, "Most bins.", "10; 6 for row, column and shape"},
    {"minstep", MU_NUMBERS, "Smallest step."},
    {"nice", MU_FLAGS, "Round edges.", "true"},
    {"step", MU_NUMBERS, "Exact step."},
    {"steps", MU_LISTS, "Steps to choose from.", .item = &mu_item_number},
    {0},
};

static const MuProp TIME_UNIT[] = {
    {"binned", MU_TAKES_BOOL, "The data are floored already.", "false"},
    {"maxbins", MU_NUMBERS, "Most steps; the unit is chosen from it."},
    {"step", MU_NUMBERS, "How many units make one.", "1"},
    {"unit", MU_TAKES_TEXT, "The unit.", .check = mu_check_time_unit},
    {"utc", MU_TAKES_BOOL, "In UTC.", "false"},
    {0},
};

static const MuProp SORT[] = {
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field to sort by.", .def = &mu_def_repeat_ref},
    {"op", MU_TAKES_WORD, "How the field is summed up.", "mean; sum or min where stacked", AGGREGATE_WORDS},
    {"order", MU_TAKES_WORD | MU_TAKES_NULL, "Ascending or descending.", "ascending", mu_words_order},
    {"encoding", MU_TAKES_WORD, "The channel to sort by.", .words = SORT_CHANNELS},
    {0},
};

static const MuProp IMPUTE[] = {
    {"frame", MU_LISTS, "Rows before and behind that count.", .item = &mu_item_any},
    {"keyvals", MU_LISTS | MU_TAKES_OBJECT, "Keys that must be there.", .item = &mu_item_any,
     .def = &mu_def_impute_sequence},
    {"method", MU_TAKES_WORD, "What is filled in.", "value", mu_words_impute, "impute method"},
    {"value", MU_TAKES_ANY, "The value that is filled in."},
    {0},
};

static const MuProp IMPUTE_SEQUENCE[] = {
    {"start", MU_NUMBERS, "First key.", "0"},
    {"step", MU_NUMBERS, "From key to key.", "1"},
    {"stop", MU_NUMBERS, "Behind the last key.", .required = true},
    {0},
};

static const MuProp CONDITION[] = {
    {"test", MU_TAKES_TEXT | MU_TAKES_OBJECT, "An expression or a predicate.", .check = mu_check_predicate},
    {"param", MU_TAKES_TEXT, "A selection.", .check = mu_check_param},
    {"empty", MU_TAKES_BOOL, "Whether a selection without anything selected counts.", "true"},
    {"value", MU_TAKES_ANY, "The value that holds then."},
    {0},
};

static const MuProp REPEAT_REF[] = {
    {"repeat", MU_TAKES_WORD, "Which of the repeated fields.", .words = REPEATS, .required = true},
    {0},
};

static const MuProp ARGMAX[] = {
    {"argmax", MU_TAKES_TEXT, "Of the row in which this field is largest."},
    {"argmin", MU_TAKES_TEXT, "Of the row in which this field is smallest."},
    {0},
};

/* --- the encoding --- */

#define CHANNEL(channel, shape, text)                                                                                  \
    {                                                                                                                  \
        channel, MU_TAKES_OBJECT | MU_TAKES_NULL, text, .def = &shape                                                  \
    }
#define SEVERAL(channel, shape, text)                                                                                  \
    {                                                                                                                  \
        channel, MU_TAKES_OBJECT | MU_TAKES_ARRAY | MU_TAKES_NULL, text, .def = &shape, .item = &(const MuProp)        \
        {                                                                                                              \
            .takes = MU_TAKES_OBJECT, .def = &shape                                                                    \
        }                                                                                                              \
    }

static const MuProp ENCODING[] = {
    CHANNEL("x", POSITION_DEF, "Horizontal position."),
    CHANNEL("y", POSITION_DEF, "Vertical position."),
    CHANNEL("x2", SECOND_DEF, "The other end in x."),
    CHANNEL("y2", SECOND_DEF, "The other end in y."),
    CHANNEL("xOffset", OFFSET_DEF, "Shift within a band of x."),
    CHANNEL("yOffset", OFFSET_DEF, "Shift within a band of y."),
    CHANNEL("xError", ERROR_DEF, "Error of x."),
    CHANNEL("xError2", ERROR_DEF, "Error of x, downwards."),
    CHANNEL("yError", ERROR_DEF, "Error of y."),
    CHANNEL("yError2", ERROR_DEF, "Error of y, downwards."),
    CHANNEL("theta", POLAR_DEF, "Angle of arcs."),
    CHANNEL("theta2", SECOND_DEF, "The other angle of arcs."),
    CHANNEL("radius", POLAR_DEF, "Radius of arcs."),
    CHANNEL("radius2", SECOND_DEF, "The other radius of arcs."),
    CHANNEL("longitude", PLACE_DEF, "Longitude on a map."),
    CHANNEL("latitude", PLACE_DEF, "Latitude on a map."),
    CHANNEL("longitude2", SECOND_DEF, "The other longitude."),
    CHANNEL("latitude2", SECOND_DEF, "The other latitude."),
    CHANNEL("color", COLOR_DEF, "Colour; fill or stroke as the mark has it."),
    CHANNEL("fill", COLOR_DEF, "Colour of the fill."),
    CHANNEL("stroke", COLOR_DEF, "Colour of the outline."),
    CHANNEL("opacity", NUMBER_DEF, "Opacity of the mark."),
    CHANNEL("fillOpacity", NUMBER_DEF, "Opacity of the fill."),
    CHANNEL("strokeOpacity", NUMBER_DEF, "Opacity of the outline."),
    CHANNEL("strokeWidth", NUMBER_DEF, "Width of the outline."),
    CHANNEL("strokeDash", DASH_DEF, "Dash pattern."),
    CHANNEL("size", NUMBER_DEF, "Area, length or width, as the mark has it."),
    CHANNEL("angle", NUMBER_DEF, "Rotation of points and texts."),
    CHANNEL("shape", SHAPE_DEF, "Shape of points."),
    CHANNEL("text", TEXT_DEF, "The text."),
    {"tooltip", MU_TAKES_OBJECT | MU_TAKES_ARRAY | MU_TAKES_NULL, "What a tooltip shows.", .def = &TOOLTIP_DEF,
     .item = &(const MuProp){.takes = MU_TAKES_OBJECT, .def = &TOOLTIP_DEF}},
    CHANNEL("href", TEXT_DEF, "Where a click leads."),
    CHANNEL("url", TEXT_DEF, "Source of images."),
    CHANNEL("description", TEXT_DEF, "What screen readers say."),
    SEVERAL("detail", DETAIL_DEF, "Groups marks without showing."),
    CHANNEL("key", DETAIL_DEF, "Identity of marks across changes."),
    SEVERAL("order", ORDER_DEF, "Order of stacking, or of points on a line."),
    CHANNEL("facet", FACET_DEF, "One view per value, wrapped."),
    CHANNEL("row", FACET_DEF, "One row of views per value."),
    CHANNEL("column", FACET_DEF, "One column of views per value."),
    CHANNEL("time", TIME_DEF, "Frames of an animation."),
    {0},
};

const MuDef mu_def_encoding = {"encoding", "What of the data is shown how.", ENCODING};
const MuDef mu_def_facet_field = {"facet", "The field whose values are the facets.", FACET_FIELD, INCLUDES(&FIELD_DEF)};
const MuDef mu_def_bin = {"bin", "How numbers are put into bins.", BIN};
const MuDef mu_def_time_unit = {"timeUnit", "How times are cut down.", TIME_UNIT};
const MuDef mu_def_sort = {"sort", "The order of discrete values.", SORT};
const MuDef mu_def_impute = {"impute", "How missing values are filled in.", IMPUTE};
const MuDef mu_def_impute_sequence = {"impute.keyvals", "Keys in even steps.", IMPUTE_SEQUENCE};
const MuDef mu_def_condition = {
    "condition", "What holds where a test is true.", CONDITION,
    INCLUDES(&FIELD_DEF, &DATUM_DEF, &SCALED_DEF, &STACKED_DEF, &LEGENDED_DEF, &FORMATTED_DEF)};
const MuDef mu_def_repeat_ref = {"repeat.field", "The field of a repeated view.", REPEAT_REF};
const MuDef mu_def_argmax = {"argmax", "The value in the row of an extreme.", ARGMAX};
