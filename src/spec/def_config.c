/* `config`: a default for everything. */
#include "spec/def.h"

static const char *const FIELD_TITLES[] = {"verbal", "functional", "plain", NULL};
static const char *const FITS[] = {"pad", "fit", "fit-x", "fit-y", "none", NULL};

#define INCLUDES(...)                                                                                                  \
    (const MuDef *const[])                                                                                             \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

static const MuProp NOTHING[] = {{0}};

/* A style serves whoever names it: marks, axes, titles, views. */
static const MuDef STYLE_DEF = {"config.style", "A named set of looks.", NOTHING,
                                INCLUDES(&mu_def_mark_config, &mu_def_axis, &mu_def_title_config, &mu_def_view_look)};
static const MuProp STYLE = {.takes = MU_TAKES_OBJECT, .def = &STYLE_DEF};
static const MuDef STYLES_DEF = {"config.styles", "Styles by name.", NOTHING, .other = &STYLE};

static const MuProp GRID[] = {
    {"columns", MU_NUMBERS, "Views in a row."},
    {"spacing", MU_NUMBERS, "Distance of views, px.", "20"},
    {0},
};
static const MuDef GRID_DEF = {"config.concat", "Defaults of views side by side.", GRID};

static const MuProp SELECTIONS[] = {
    {"interval", MU_TAKES_OBJECT, "Defaults of intervals."},
    {"point", MU_TAKES_OBJECT, "Defaults of points."},
    {0},
};
static const MuDef SELECTIONS_DEF = {"config.selection", "Defaults of selections.", SELECTIONS};

/* Schemes in ranges are {scheme: name, …}. */
static const MuProp RANGE_SCHEME[] = {
    {"scheme", MU_TEXTS | MU_TAKES_ARRAY, "The scheme.", .item = &mu_item_color, .check = mu_check_scheme},
    {"count", MU_NUMBERS, "How many colours to take."},
    {"extent", MU_LISTS, "The part to take, from 0 to 1.", .item = &mu_item_number},
    {0},
};
static const MuDef RANGE_SCHEME_DEF = {"config.range.scheme", "A colour scheme as a range.", RANGE_SCHEME};

enum { COLORS = MU_LISTS | MU_TAKES_OBJECT | MU_TAKES_TEXT };

static const MuProp RANGE[] = {
    {"category", COLORS, "Colours of nominal fields.", "tableau10", .item = &mu_item_color, .def = &RANGE_SCHEME_DEF},
    {"diverging", COLORS, "Colours around a middle.", "blueorange", .item = &mu_item_color, .def = &RANGE_SCHEME_DEF},
    {"heatmap", COLORS, "Colours of heat maps.", "yellowgreenblue", .item = &mu_item_color, .def = &RANGE_SCHEME_DEF},
    {"ordinal", COLORS, "Colours of ordinal fields.", "blues", .item = &mu_item_color, .def = &RANGE_SCHEME_DEF},
    {"ramp", COLORS, "Colours of quantities.", "blues", .item = &mu_item_color, .def = &RANGE_SCHEME_DEF},
    {"symbol", MU_LISTS, "Shapes of nominal fields.", .item = &mu_item_text},
    {0},
};
static const MuDef RANGE_DEF = {"config.range", "Named ranges of scales.", RANGE, .other = &mu_item_any};

static const MuProp FORMATS[] = {
    {"normalizedNumberFormat", MU_TAKES_TEXT, "d3 format of numbers in normalized stacks."},
    {"normalizedNumberFormatType", MU_TAKES_TEXT, "How that format is read."},
    {"numberFormat", MU_TAKES_TEXT, "d3 format of numbers."},
    {"numberFormatType", MU_TAKES_TEXT, "How that format is read."},
    {"timeFormat", MU_TAKES_TEXT, "d3 format of times.", "%b %d, %Y"},
    {"timeFormatType", MU_TAKES_TEXT, "How that format is read."},
    {0},
};

static const MuProp LOCALE[] = {
    {"number", MU_TAKES_OBJECT, "Of numbers.", .def = &mu_def_locale_number},
    {"time", MU_TAKES_OBJECT, "Of times.", .def = &mu_def_locale_time},
    {0},
};

static const MuProp LOCALE_NUMBER[] = {
    {"decimal", MU_TAKES_TEXT, "The decimal sign.", .required = true},
    {"thousands", MU_TAKES_TEXT, "What groups digits.", .required = true},
    {"grouping", MU_TAKES_ARRAY, "Sizes of the groups.", .item = &mu_item_number, .required = true},
    {"currency", MU_TAKES_ARRAY, "Before and behind an amount.", .item = &mu_item_text, .required = true},
    {"numerals", MU_TAKES_ARRAY, "Ten digits.", .item = &mu_item_text},
    {"percent", MU_TAKES_TEXT, "Sign of per cent.", "%"},
    {"minus", MU_TAKES_TEXT, "Sign of minus.", "−"},
    {"nan", MU_TAKES_TEXT, "What is no number.", "NaN"},
    {0},
};

static const MuProp LOCALE_TIME[] = {
    {"dateTime", MU_TAKES_TEXT, "Format %c.", .required = true},
    {"date", MU_TAKES_TEXT, "Format %x.", .required = true},
    {"time", MU_TAKES_TEXT, "Format %X.", .required = true},
    {"periods", MU_TAKES_ARRAY, "AM and PM.", .item = &mu_item_text, .required = true},
    {"days", MU_TAKES_ARRAY, "Weekdays from Sunday on.", .item = &mu_item_text, .required = true},
    {"shortDays", MU_TAKES_ARRAY, "The same, short.", .item = &mu_item_text, .required = true},
    {"months", MU_TAKES_ARRAY, "Months.", .item = &mu_item_text, .required = true},
    {"shortMonths", MU_TAKES_ARRAY, "The same, short.", .item = &mu_item_text, .required = true},
    {0},
};

#define MARKS(mark)                                                                                                    \
    {                                                                                                                  \
        mark, MU_TAKES_OBJECT, "Defaults of this mark.", .def = &mu_def_mark_config                                    \
    }
#define AXES(axis)                                                                                                     \
    {                                                                                                                  \
        axis, MU_TAKES_OBJECT, "Defaults of these axes.", .def = &mu_def_axis_config                                   \
    }
#define HEADERS(header)                                                                                                \
    {                                                                                                                  \
        header, MU_TAKES_OBJECT, "Defaults of these headers.", .def = &mu_def_header_config                            \
    }

static const MuProp CONFIG[] = {
    MARKS("arc"),
    MARKS("area"),
    {"aria", MU_TAKES_BOOL, "Whether screen readers hear of anything.", "true"},
    {"autosize", MU_TAKES_WORD | MU_TAKES_OBJECT, "What width and height mean.", "pad", FITS, .def = &mu_def_autosize},
    AXES("axis"),
    AXES("axisBand"),
    AXES("axisBottom"),
    AXES("axisDiscrete"),
    AXES("axisLeft"),
    AXES("axisPoint"),
    AXES("axisQuantitative"),
    AXES("axisRight"),
    AXES("axisTemporal"),
    AXES("axisTop"),
    AXES("axisX"),
    AXES("axisXBand"),
    AXES("axisXDiscrete"),
    AXES("axisXPoint"),
    AXES("axisXQuantitative"),
    AXES("axisXTemporal"),
    AXES("axisY"),
    AXES("axisYBand"),
    AXES("axisYDiscrete"),
    AXES("axisYPoint"),
    AXES("axisYQuantitative"),
    AXES("axisYTemporal"),
    {"background", MU_COLORS, "Colour behind everything.", "white"},
    MARKS("bar"),
    {"boxplot", MU_TAKES_OBJECT, "Defaults of box plots.", .def = &mu_def_boxplot_config},
    {"caption", MU_TAKES_OBJECT, "Looks of the caption."},
    MARKS("circle"),
    {"concat", MU_TAKES_OBJECT, "Defaults of views side by side.", .def = &GRID_DEF},
    {"countTitle", MU_TAKES_TEXT, "Title of counts.", "Count of Records"},
    {"customFormatTypes", MU_TAKES_BOOL, "Formats of a page's own; there are none here.", "false"},
    {"errorband", MU_TAKES_OBJECT, "Defaults of error bands.", .def = &mu_def_errorband_config},
    {"errorbar", MU_TAKES_OBJECT, "Defaults of error bars.", .def = &mu_def_errorbar_config},
    {"facet", MU_TAKES_OBJECT, "Defaults of facets.", .def = &GRID_DEF},
    {"fieldTitle", MU_TAKES_WORD, "How titles are made from fields.", "verbal", FIELD_TITLES},
    {"font", MU_TAKES_TEXT, "Font of everything."},
    MARKS("geoshape"),
    HEADERS("header"),
    HEADERS("headerColumn"),
    HEADERS("headerFacet"),
    HEADERS("headerRow"),
    MARKS("image"),
    {"label", MU_TAKES_OBJECT, "Defaults of labels at marks.", .def = &mu_def_label},
    {"legend", MU_TAKES_OBJECT, "Defaults of legends.", .def = &mu_def_legend_config},
    MARKS("line"),
    {"lineBreak", MU_TEXTS, "What separates lines in a text."},
    {"locale", MU_TAKES_OBJECT, "How numbers and times are written.", .def = &mu_def_locale},
    MARKS("mark"),
    {"normalizedNumberFormat", MU_TAKES_TEXT, "d3 format of numbers in normalized stacks."},
    {"normalizedNumberFormatType", MU_TAKES_TEXT, "How that format is read."},
    {"numberFormat", MU_TAKES_TEXT, "d3 format of numbers."},
    {"numberFormatType", MU_TAKES_TEXT, "How that format is read."},
    {"padding", MU_NUMBERS | MU_TAKES_OBJECT, "Space around the figure, px.", "5", .def = &mu_def_padding},
    {"params", MU_TAKES_ARRAY, "Named values.", .item = &mu_item_param},
    MARKS("point"),
    {"projection", MU_TAKES_OBJECT, "Defaults of projections.", .def = &mu_def_projection},
    {"range", MU_TAKES_OBJECT, "Named ranges of scales.", .def = &RANGE_DEF},
    MARKS("rect"),
    MARKS("rule"),
    {"scale", MU_TAKES_OBJECT, "Defaults of scales.", .def = &mu_def_scale_config},
    {"selection", MU_TAKES_OBJECT, "Defaults of selections.", .def = &SELECTIONS_DEF},
    MARKS("square"),
    {"style", MU_TAKES_OBJECT, "Styles by name.", .def = &STYLES_DEF},
    MARKS("text"),
    MARKS("tick"),
    {"timeFormat", MU_TAKES_TEXT, "d3 format of times.", "%b %d, %Y"},
    {"timeFormatType", MU_TAKES_TEXT, "How that format is read."},
    {"title", MU_TAKES_OBJECT, "Defaults of titles.", .def = &mu_def_title_config},
    {"tooltipFormat", MU_TAKES_OBJECT, "Formats in tooltips.", .def = &mu_def_format_config},
    MARKS("trail"),
    {"view", MU_TAKES_OBJECT, "Defaults of views.", .def = &mu_def_view_config},
    {0},
};

const MuDef mu_def_config = {"config", "Defaults of everything.", CONFIG};
const MuDef mu_def_format_config = {"config.tooltipFormat", "Formats in tooltips.", FORMATS};
const MuDef mu_def_locale = {"config.locale", "How numbers and times are written.", LOCALE};
const MuDef mu_def_locale_number = {"config.locale.number", "How numbers are written.", LOCALE_NUMBER};
const MuDef mu_def_locale_time = {"config.locale.time", "How times are written.", LOCALE_TIME};
