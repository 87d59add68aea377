/* Views: what each kind of them may say, and the whole spec, which is a view and more. */
#include "spec/def.h"

static const char *const BOUNDS[] = {"full", "flush", NULL};
static const char *const FITS[] = {"pad", "fit", "fit-x", "fit-y", "none", NULL};
static const char *const CONTAINS[] = {"content", "padding", NULL};
static const char *const CONTAINER[] = {"container", NULL};
static const char *const COMPAT[] = {"vega", NULL};
static const char *const STEP_FOR[] = {"position", "offset", NULL};

#define INCLUDES(...)                                                                                                  \
    (const MuDef *const[])                                                                                             \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }

static const MuProp TOP[] = {
    {"$schema", MU_TAKES_TEXT, "The version of Vega-Lite the spec was written for."},
    {"autosize", MU_TAKES_WORD | MU_TAKES_OBJECT, "What width and height mean.", "pad", FITS, .def = &mu_def_autosize},
    {"background", MU_COLORS, "Colour behind everything.", "white"},
    {"caption", MU_TAKES_OBJECT, "Source, notes and credit below the figure.", .def = &mu_def_caption},
    {"compat", MU_TAKES_WORD, "\"vega\": read data exactly as Vega does.", .words = COMPAT},
    {"config", MU_TAKES_OBJECT, "Defaults of everything.", .def = &mu_def_config},
    {"datasets", MU_TAKES_OBJECT, "Data by name."},
    {"padding", MU_NUMBERS | MU_TAKES_OBJECT, "Space around the figure, px.", "5", .def = &mu_def_padding},
    {"preset", MU_TAKES_TEXT, "A size of the whole figure with text and margins that go with it."},
    {"size", MU_TAKES_OBJECT, "Size of the whole figure, with everything around the plot.", .def = &mu_def_size},
    {"theme", MU_TAKES_TEXT, "A ready set of defaults."},
    {"timezone", MU_TAKES_TEXT, "The zone of local times, as in Europe/Kyiv.", "UTC", .check = mu_check_zone},
    {"usermeta", MU_TAKES_ANY, "Anything; not read."},
    {0},
};

static const MuProp COMMON[] = {
    {"data", MU_TAKES_OBJECT | MU_TAKES_NULL, "The data; also of the views inside.", .def = &mu_def_data,
     .check = mu_check_data},
    {"description", MU_TEXTS, "What the view shows, in words."},
    {"name", MU_TAKES_TEXT, "A name for the view."},
    {"params", MU_TAKES_ARRAY, "Named values and selections.", .item = &mu_item_param},
    {"resolve", MU_TAKES_OBJECT, "What views inside share.", .def = &mu_def_resolve},
    {"title", MU_LINES | MU_TAKES_NULL | MU_TAKES_OBJECT, "The title.", .item = &mu_item_text, .def = &mu_def_title},
    {"transform", MU_TAKES_ARRAY, "What is done to the data, in order.", .item = &mu_item_transform},
    {0},
};
static const MuDef COMMON_DEF = {"view", "What every view may say.", COMMON};

static const MuProp FRAME[] = {
    {"height", MU_NUMBERS | MU_TAKES_WORD | MU_TAKES_OBJECT, "Height of the plot, px, or {step: …}.",
     "200; 20 per step if discrete", CONTAINER, .def = &mu_def_step},
    {"width", MU_NUMBERS | MU_TAKES_WORD | MU_TAKES_OBJECT, "Width of the plot, px, or {step: …}.",
     "200; 20 per step if discrete", CONTAINER, .def = &mu_def_step},
    {"encoding", MU_TAKES_OBJECT, "What of the data is shown how.", .def = &mu_def_encoding,
     .check = mu_check_encoding},
    {"projection", MU_TAKES_OBJECT, "The map projection.", .def = &mu_def_projection},
    {"view", MU_TAKES_OBJECT, "How the plot's background looks.", .def = &mu_def_view_look},
    {0},
};
static const MuDef FRAME_DEF = {"view.frame", "What views with a plot may say.", FRAME};

static const MuProp GRID[] = {
    {"align", MU_TAKES_WORD | MU_TAKES_OBJECT, "How views line up.", "all", mu_words_grid_align,
     .def = &mu_def_row_column},
    {"bounds", MU_TAKES_WORD, "What of a view counts for its place.", "full", BOUNDS},
    {"center", MU_TAKES_BOOL | MU_TAKES_OBJECT, "Centre views in their row or column.", "false",
     .def = &mu_def_row_column},
    {"spacing", MU_NUMBERS | MU_TAKES_OBJECT, "Distance of views, px.", "20", .def = &mu_def_row_column},
    {0},
};
static const MuDef GRID_DEF = {"view.grid", "How views stand beside one another.", GRID};

#define COLUMNS                                                                                                        \
    {                                                                                                                  \
        "columns", MU_NUMBERS, "Views in a row.", "all"                                                                \
    }

static const MuProp UNIT[] = {
    {"mark", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The mark.", .check = mu_check_mark, .required = true},
    {0},
};

static const MuProp LAYER[] = {
    {"layer", MU_TAKES_ARRAY, "Views on top of one another.", .item = &mu_item_spec, .required = true},
    {0},
};

static const MuProp FACET_MAPPING[] = {
    {"row", MU_TAKES_OBJECT, "One row per value.", .def = &mu_def_facet_field},
    {"column", MU_TAKES_OBJECT, "One column per value.", .def = &mu_def_facet_field},
    {0},
};
static const MuDef FACET_DEF = {"view.facet.facet", "A field, or rows and columns.", FACET_MAPPING,
                                INCLUDES(&mu_def_facet_field)};

static const MuProp FACET[] = {
    {"facet", MU_TAKES_OBJECT, "The field whose values are the views.", .def = &FACET_DEF, .required = true},
    {"spec", MU_TAKES_OBJECT, "The view of one value.", .check = mu_check_view, .required = true},
    COLUMNS,
    {0},
};

static const MuProp CONCAT[] = {
    {"concat", MU_TAKES_ARRAY, "Views side by side, wrapped.", .item = &mu_item_spec, .required = true},
    COLUMNS,
    {0},
};

static const MuProp HCONCAT[] = {
    {"hconcat", MU_TAKES_ARRAY, "Views side by side.", .item = &mu_item_spec, .required = true},
    {0},
};

static const MuProp VCONCAT[] = {
    {"vconcat", MU_TAKES_ARRAY, "Views below one another.", .item = &mu_item_spec, .required = true},
    {0},
};

static const MuProp REPEATED[] = {
    {"row", MU_TAKES_ARRAY, "Fields, one row each.", .item = &mu_item_field},
    {"column", MU_TAKES_ARRAY, "Fields, one column each.", .item = &mu_item_field},
    {"layer", MU_TAKES_ARRAY, "Fields, one layer each.", .item = &mu_item_field},
    {0},
};
static const MuDef REPEATED_DEF = {"view.repeat.repeat", "Fields in rows, columns or layers.", REPEATED};

static const MuProp REPEAT[] = {
    {"repeat", MU_TAKES_ARRAY | MU_TAKES_OBJECT, "The fields.", .item = &mu_item_field, .def = &REPEATED_DEF,
     .required = true},
    {"spec", MU_TAKES_OBJECT, "The view of one field.", .check = mu_check_view, .required = true},
    COLUMNS,
    {0},
};

static const MuProp STEP[] = {
    {"step", MU_NUMBERS, "Pixels per discrete value.", "20", .required = true},
    {"for", MU_TAKES_WORD, "Per band, or per offset in a band.", "offset", STEP_FOR},
    {0},
};

static const MuProp PADDING[] = {
    {"left", MU_NUMBERS, "Left of the figure, px."},
    {"right", MU_NUMBERS, "Right of the figure, px."},
    {"top", MU_NUMBERS, "Above the figure, px."},
    {"bottom", MU_NUMBERS, "Below the figure, px."},
    {0},
};

static const MuProp SIZE[] = {
    {"width", MU_TAKES_NUMBER | MU_TAKES_TEXT, "Width: px, or with a unit, as in 16cm.", .check = mu_check_length},
    {"height", MU_TAKES_NUMBER | MU_TAKES_TEXT, "Height: px, or with a unit, as in 9cm.", .check = mu_check_length},
    {0},
};

static const MuProp AUTOSIZE[] = {
    {"type", MU_TAKES_WORD, "What width and height mean.", "pad", FITS},
    {"contains", MU_TAKES_WORD, "Whether they include the padding.", "content", CONTAINS},
    {"resize", MU_TAKES_BOOL, "Computed anew with every change.", "false"},
    {0},
};

static const MuProp ROW_COLUMN[] = {
    {"row", MU_TAKES_ANY, "For rows."},
    {"column", MU_TAKES_ANY, "For columns."},
    {0},
};

static const MuProp RESOLVED = {.takes = MU_TAKES_WORD, .words = mu_words_resolve};
static const MuProp NOTHING[] = {{0}};
static const MuDef RESOLVE_DEF = {"resolve.scale", "Per channel: shared or independent.", NOTHING, .other = &RESOLVED};

static const MuProp RESOLVE[] = {
    {"scale", MU_TAKES_OBJECT, "Scales.", .def = &RESOLVE_DEF},
    {"axis", MU_TAKES_OBJECT, "Axes.", .def = &RESOLVE_DEF},
    {"legend", MU_TAKES_OBJECT, "Legends.", .def = &RESOLVE_DEF},
    {0},
};

static const MuProp VIEW_LOOK[] = {
    {"cornerRadius", MU_NUMBERS, "Rounding, px.", "0"},
    {"cursor", MU_WORDS, "The mouse pointer.", .words = mu_words_cursor},
    {"fill", MU_COLORS, "Background of the plot."},
    {"fillOpacity", MU_NUMBERS, "Opacity of it.", "1"},
    {"opacity", MU_NUMBERS, "Opacity of background and outline."},
    {"stroke", MU_COLORS, "Outline of the plot.", "#ddd"},
    {"strokeCap", MU_WORDS, "How lines end.", "butt", mu_words_cap},
    {"strokeDash", MU_LISTS, "Dash pattern.", .item = &mu_item_number},
    {"strokeDashOffset", MU_NUMBERS, "Where in the pattern the outline begins."},
    {"strokeJoin", MU_WORDS, "How lines join.", "miter", mu_words_join},
    {"strokeMiterLimit", MU_NUMBERS, "Limit of pointed joins."},
    {"strokeOpacity", MU_NUMBERS, "Opacity of the outline.", "1"},
    {"strokeWidth", MU_NUMBERS, "Width of the outline, px.", "1"},
    {"style", MU_LINES, "Names of styles in config.style.", "cell", .item = &mu_item_text},
    {0},
};

static const MuProp VIEW_CONFIG[] = {
    {"clip", MU_FLAGS, "Cut marks at the edge of the plot."},
    {"continuousHeight", MU_NUMBERS, "Height without a discrete scale, px.", "300"},
    {"continuousWidth", MU_NUMBERS, "Width without a discrete scale, px.", "300"},
    {"discreteHeight", MU_NUMBERS | MU_TAKES_OBJECT, "Height with a discrete scale, px, or {step: …}.",
     .def = &mu_def_step},
    {"discreteWidth", MU_NUMBERS | MU_TAKES_OBJECT, "Width with a discrete scale, px, or {step: …}.",
     .def = &mu_def_step},
    {"height", MU_NUMBERS, "Height of all views, px; from older versions."},
    {"step", MU_NUMBERS, "Pixels per discrete value.", "20"},
    {"width", MU_NUMBERS, "Width of all views, px; from older versions."},
    {0},
};

const MuDef mu_def_views[] = {
    {"view.unit", "One mark.", UNIT, INCLUDES(&COMMON_DEF, &FRAME_DEF, &GRID_DEF)},
    {"view.layer", "Views on top of one another.", LAYER, INCLUDES(&COMMON_DEF, &FRAME_DEF)},
    {"view.facet", "One view per value of a field.", FACET, INCLUDES(&COMMON_DEF, &GRID_DEF)},
    {"view.concat", "Views side by side, wrapped.", CONCAT, INCLUDES(&COMMON_DEF, &GRID_DEF)},
    {"view.hconcat", "Views side by side.", HCONCAT, INCLUDES(&COMMON_DEF, &GRID_DEF)},
    {"view.vconcat", "Views below one another.", VCONCAT, INCLUDES(&COMMON_DEF, &GRID_DEF)},
    {"view.repeat", "One view per field.", REPEAT, INCLUDES(&COMMON_DEF, &GRID_DEF)},
    {0},
};
const MuDef mu_def_tops[] = {
    {"spec.unit", "A spec of one mark.", NOTHING, INCLUDES(&mu_def_views[0], &mu_def_top)},
    {"spec.layer", "A spec of layers.", NOTHING, INCLUDES(&mu_def_views[1], &mu_def_top)},
    {"spec.facet", "A spec of facets.", NOTHING, INCLUDES(&mu_def_views[2], &mu_def_top)},
    {"spec.concat", "A spec of several views.", NOTHING, INCLUDES(&mu_def_views[3], &mu_def_top)},
    {"spec.hconcat", "A spec of several views.", NOTHING, INCLUDES(&mu_def_views[4], &mu_def_top)},
    {"spec.vconcat", "A spec of several views.", NOTHING, INCLUDES(&mu_def_views[5], &mu_def_top)},
    {"spec.repeat", "A spec of repeated views.", NOTHING, INCLUDES(&mu_def_views[6], &mu_def_top)},
    {0},
};
const MuDef mu_def_top = {"spec", "What only the whole spec says.", TOP};
const MuDef mu_def_view_look = {"view.look", "How the plot's background looks.", VIEW_LOOK};
const MuDef mu_def_view_config = {"config.view", "Defaults of views.", VIEW_CONFIG, INCLUDES(&mu_def_view_look)};
const MuDef mu_def_resolve = {"resolve", "What views inside share.", RESOLVE};
const MuDef mu_def_step = {"step", "A size by its steps.", STEP};
const MuDef mu_def_padding = {"padding", "Space on each side.", PADDING};
const MuDef mu_def_size = {"size", "Size of the whole figure.", SIZE};
const MuDef mu_def_autosize = {"autosize", "What width and height mean.", AUTOSIZE};
const MuDef mu_def_row_column = {"row-column", "A setting for rows and for columns.", ROW_COLUMN};
