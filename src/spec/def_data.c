/* Data sources, their formats, parameters and projections. */
#include "spec/def.h"

static const char *const FORMATS[] = {"csv", "tsv", "dsv", "json", "topojson", "arrow", NULL};
static const char *const ENCODINGS[] = {"utf-8",  "utf-16",     "utf-16le",     "utf-16be",
                                        "latin1", "iso-8859-1", "windows-1252", NULL};
static const char *const MESHES[] = {"interior", "exterior", NULL};
static const char *const PROJECTIONS[] = {"albers",
                                          "albersUsa",
                                          "azimuthalEqualArea",
                                          "azimuthalEquidistant",
                                          "conicConformal",
                                          "conicEqualArea",
                                          "conicEquidistant",
                                          "equalEarth",
                                          "equirectangular",
                                          "gnomonic",
                                          "identity",
                                          "mercator",
                                          "naturalEarth1",
                                          "orthographic",
                                          "stereographic",
                                          "transverseMercator",
                                          NULL};
static const char *const SELECTS[] = {"point", "interval", NULL};
static const char *const SELECT_RESOLVES[] = {"global", "union", "intersect", NULL};
static const char *const SCALES[] = {"scales", "legend", NULL};

static const MuProp CODE_ITEM = {"code", MU_TAKES_TEXT | MU_TAKES_NUMBER, "A text of a cell that means: not known."};

static const MuProp MISSING_COLUMN[] = {
    {"empty", MU_TAKES_TEXT | MU_TAKES_NUMBER, "What an empty cell means.", "not known"},
    {"values", MU_TAKES_TEXT | MU_TAKES_NUMBER | MU_TAKES_ARRAY, "Texts of cells that mean: not known.",
     .item = &CODE_ITEM},
    {0},
};
static const MuProp MISSING_ITEM = {"column", MU_TAKES_TEXT | MU_TAKES_NUMBER | MU_TAKES_ARRAY | MU_TAKES_OBJECT,
                                    "Texts that mean: not known; or {values: …, empty: …}.",
                                    .def = &mu_def_data_missing_column, .item = &CODE_ITEM};
static const MuProp NONE[] = {{0}};
static const MuProp PARSE_ITEM = {"column", MU_TAKES_TEXT | MU_TAKES_NULL,
                                  "number, boolean, date, string, null, date:'%d.%m.%Y' or utc:'%d.%m.%Y'.",
                                  .check = mu_check_parse};

static const MuProp FORMAT[] = {
    {"type", MU_TAKES_WORD, "The format.", "from the file's name", FORMATS, "data format"},
    {"parse", MU_TAKES_OBJECT | MU_TAKES_NULL,
     "Type of each column: number, boolean, date, string, null, or date:'%d.%m.%Y'. A cell that is not what is said "
     "is an error.",
     .def = &mu_def_data_parse},
    {"delimiter", MU_TAKES_TEXT, "What separates the columns of dsv: one ASCII character."},
    {"property", MU_TAKES_TEXT, "Where in a JSON text the rows are."},
    {"feature", MU_TAKES_TEXT, "The TopoJSON object whose features are the rows."},
    {"mesh", MU_TAKES_TEXT, "The TopoJSON object whose lines are the one row."},
    {"filter", MU_TAKES_WORD | MU_TAKES_NULL, "Which lines of a mesh.", .words = MESHES},
    {"decimal", MU_TAKES_TEXT, "What stands before the decimals of numbers in the cells.", "."},
    {"encoding", MU_TAKES_WORD, "How characters are written.", "utf-8, or utf-16 if the file begins with its mark",
     ENCODINGS, "encoding"},
    {"header", MU_TAKES_ARRAY | MU_TAKES_BOOL,
     "Names of the columns of a file without a header; false: column1, column2, … In a header each name stands once; "
     "one may be empty, further empty ones are left out if nothing stands below them.",
     "true: the first row", .item = &mu_item_text},
    {"missing", MU_TAKES_OBJECT,
     "Cells that mean: not known, by column, as in {deaths: [\"..\", -9], exports: {empty: 0}}; \"*\" is every other "
     "column. Nothing but an empty cell is missing unless it is said here.",
     .def = &mu_def_data_missing},
    {"skip", MU_TAKES_NUMBER, "Lines above the header.", "0"},
    {"thousands", MU_TAKES_TEXT,
     "What stands between groups of three digits of numbers in the cells; a space is also a narrow one.", "nothing"},
    {0},
};

static const MuProp SEQUENCE[] = {
    {"start", MU_NUMBERS, "First number.", .required = true},
    {"stop", MU_NUMBERS, "Behind the last number.", .required = true},
    {"step", MU_NUMBERS, "From number to number.", "1"},
    {"as", MU_TAKES_TEXT, "Name of the field.", "data"},
    {0},
};

static const MuProp GRATICULE[] = {
    {"extent", MU_LISTS, "Corners of all lines.", .item = &mu_item_any},
    {"extentMajor", MU_LISTS, "Corners of the major lines.", .item = &mu_item_any},
    {"extentMinor", MU_LISTS, "Corners of the minor lines.", .item = &mu_item_any},
    {"precision", MU_NUMBERS, "Degrees between points of a line.", "2.5"},
    {"step", MU_LISTS, "Degrees between lines.", .item = &mu_item_number},
    {"stepMajor", MU_LISTS, "Degrees between major lines.", "[90, 360]", .item = &mu_item_number},
    {"stepMinor", MU_LISTS, "Degrees between minor lines.", "[10, 10]", .item = &mu_item_number},
    {0},
};

static const MuProp DATA[] = {
    {"url", MU_TEXTS, "A file; relative to the spec."},
    {"values", MU_TAKES_ANY, "The rows themselves."},
    {"name", MU_TAKES_TEXT, "Name of the data, or of an entry of datasets."},
    {"format", MU_TAKES_OBJECT, "How the file is read.", .def = &mu_def_data_format},
    {"sequence", MU_TAKES_OBJECT, "Numbers in even steps.", .def = &mu_def_sequence},
    {"sphere", MU_TAKES_BOOL | MU_TAKES_OBJECT, "The outline of the earth."},
    {"graticule", MU_TAKES_BOOL | MU_TAKES_OBJECT, "A grid of meridians and parallels.", .def = &mu_def_graticule},
    {0},
};

static const MuProp PARAM[] = {
    {"name", MU_TAKES_TEXT, "Its name in expressions.", .required = true},
    {"value", MU_TAKES_ANY, "The value, or the selection, it begins with."},
    {"expr", MU_TAKES_TEXT, "An expression of other params.", .check = mu_check_expression},
    {"react", MU_TAKES_BOOL, "Whether expr is computed again.", "true"},
    {"select", MU_TAKES_WORD | MU_TAKES_OBJECT, "What a reader can select.", .words = SELECTS, .noun = "selection",
     .def = &mu_def_select},
    {"bind", MU_TAKES_WORD | MU_TAKES_OBJECT, "An input, the scales or the legend that set it.", .words = SCALES,
     .def = &mu_def_bind},
    {"views", MU_TAKES_ARRAY, "Names of the views it acts in.", .item = &mu_item_text},
    {0},
};

static const MuProp SELECT[] = {
    {"type", MU_TAKES_WORD, "Points or an interval.", .words = SELECTS, .noun = "selection", .required = true},
    {"clear", MU_TAKES_TEXT | MU_TAKES_BOOL | MU_TAKES_OBJECT, "The event that empties it."},
    {"encodings", MU_TAKES_ARRAY, "Channels that are selected.", .item = &mu_item_text},
    {"fields", MU_TAKES_ARRAY, "Fields that are selected.", .item = &mu_item_field},
    {"mark", MU_TAKES_OBJECT, "How the interval looks.", .def = &mu_def_brush},
    {"nearest", MU_TAKES_BOOL, "The nearest mark counts.", "false"},
    {"on", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The event that selects."},
    {"resolve", MU_TAKES_WORD, "What it means in several views.", "global", SELECT_RESOLVES},
    {"toggle", MU_TAKES_TEXT | MU_TAKES_BOOL, "When points are added instead of replaced."},
    {"translate", MU_TAKES_TEXT | MU_TAKES_BOOL, "Dragging moves the interval.", "true"},
    {"zoom", MU_TAKES_TEXT | MU_TAKES_BOOL, "Scrolling resizes the interval.", "true"},
    {0},
};

static const MuProp BRUSH[] = {
    {"cursor", MU_WORDS, "The mouse pointer.", .words = mu_words_cursor},
    {"fill", MU_COLORS, "Fill.", "#333333"},
    {"fillOpacity", MU_NUMBERS, "Opacity of the fill.", "0.125"},
    {"stroke", MU_COLORS, "Outline.", "#ffffff"},
    {"strokeDash", MU_LISTS, "Dash pattern.", .item = &mu_item_number},
    {"strokeDashOffset", MU_NUMBERS, "Where in the pattern the outline begins."},
    {"strokeOpacity", MU_NUMBERS, "Opacity of the outline."},
    {"strokeWidth", MU_NUMBERS, "Width of the outline, px."},
    {0},
};

/* Inputs of web pages: without a meaning in a still figure, and the names of fields stand among them. */
static const MuProp BIND[] = {
    {"input", MU_TAKES_TEXT, "Kind of input."},
    {"name", MU_TAKES_TEXT, "Its label."},
    {0},
};

static const MuProp PROJECTION[] = {
    {"type", MU_WORDS, "The projection.", "equalEarth", PROJECTIONS, "projection"},
    {"center", MU_LISTS, "Longitude and latitude of the centre.", .item = &mu_item_number},
    {"clipAngle", MU_NUMBERS, "Angle of the circle that is shown, degrees."},
    {"clipExtent", MU_LISTS, "Corners of what is shown, px.", .item = &mu_item_pair},
    {"coefficient", MU_NUMBERS, "Of some projections."},
    {"distance", MU_NUMBERS, "Of some projections."},
    {"extent", MU_LISTS, "Corners that the map fills, px.", .item = &mu_item_pair},
    {"fit", MU_LISTS | MU_TAKES_OBJECT, "GeoJSON that fills the view.", .item = &mu_item_any},
    {"fraction", MU_NUMBERS, "Of some projections."},
    {"lobes", MU_NUMBERS, "Of some projections."},
    {"parallel", MU_NUMBERS, "Of some projections."},
    {"parallels", MU_LISTS, "Standard parallels of conic projections.", .item = &mu_item_number},
    {"pointRadius", MU_NUMBERS, "Radius of GeoJSON points, px.", "4.5"},
    {"precision", MU_NUMBERS, "Threshold of resampling, px."},
    {"radius", MU_NUMBERS, "Of some projections."},
    {"ratio", MU_NUMBERS, "Of some projections."},
    {"reflectX", MU_FLAGS, "Mirrored in x.", "false"},
    {"reflectY", MU_FLAGS, "Mirrored in y.", "false"},
    {"rotate", MU_LISTS, "Rotation of the globe, degrees.", .item = &mu_item_number},
    {"scale", MU_NUMBERS, "Scale; switches fitting off."},
    {"size", MU_LISTS, "Width and height that the map fills, px.", .item = &mu_item_number},
    {"spacing", MU_NUMBERS, "Of some projections."},
    {"tilt", MU_NUMBERS, "Of some projections."},
    {"translate", MU_LISTS, "Place of the centre, px.", .item = &mu_item_number},
    {0},
};

const MuDef mu_def_data = {"data", "Where the rows come from.", DATA};
const MuDef mu_def_data_format = {"data.format", "How a file is read.", FORMAT};
const MuDef mu_def_data_missing = {"data.format.missing", "What is not known, by column; \"*\" is every other column.",
                                   NONE, .other = &MISSING_ITEM};
const MuDef mu_def_data_missing_column = {"data.format.missing.column", "What is not known in a column.",
                                          MISSING_COLUMN};
const MuDef mu_def_data_parse = {"data.format.parse", "The type of each column.", NONE, .other = &PARSE_ITEM};
const MuDef mu_def_sequence = {"data.sequence", "Numbers in even steps.", SEQUENCE};
const MuDef mu_def_graticule = {"data.graticule", "A grid on the globe.", GRATICULE};
const MuDef mu_def_param = {"param", "A named value or selection.", PARAM};
const MuDef mu_def_select = {"param.select", "What a reader can select.", SELECT};
const MuDef mu_def_brush = {"param.select.mark", "How a selected interval looks.", BRUSH};
const MuDef mu_def_bind = {"param.bind", "An input that sets a param.", BIND, .other = &mu_item_any};
const MuDef mu_def_projection = {"projection", "How the globe becomes a map.", PROJECTION};
