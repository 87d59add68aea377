/* Titles, headers of facets, and the caption below a figure, which is ours. */
#include "spec/def.h"

static const char *const FRAMES[] = {"bounds", "group", NULL};
static const char *const ORIENTS[] = {"top", "bottom", "left", "right", "none", NULL};

static const MuProp TITLE_LOOK[] = {
    {"align", MU_WORDS, "Horizontal alignment of the text.", .words = mu_words_align},
    {"anchor", MU_WORDS | MU_TAKES_NULL, "Where along its side the title stands.", "middle", mu_words_anchor},
    {"angle", MU_NUMBERS, "Angle, degrees clockwise.", "0"},
    {"aria", MU_FLAGS, "Whether screen readers hear of the title.", "true"},
    {"baseline", MU_WORDS, "Vertical alignment of the text.", .words = mu_words_baseline},
    {"color", MU_COLORS, "Colour of the title."},
    {"dx", MU_NUMBERS, "Shift to the right, px."},
    {"dy", MU_NUMBERS, "Shift downwards, px."},
    {"font", MU_TEXTS, "Font."},
    {"fontSize", MU_NUMBERS, "Size, px.", "13"},
    {"fontStyle", MU_TEXTS, "Style: normal or italic."},
    {"fontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight.", "bold", mu_words_weight},
    {"frame", MU_TEXTS | MU_TAKES_WORD, "What the anchor refers to: the plot (group) or all of it (bounds).", "bounds",
     FRAMES},
    {"limit", MU_NUMBERS, "Longest title, px."},
    {"lineHeight", MU_NUMBERS, "Distance of lines, px."},
    {"offset", MU_NUMBERS, "Distance of title and plot, px.", "4"},
    {"orient", MU_WORDS, "The side on which the title stands.", "top", ORIENTS},
    {"subtitleColor", MU_COLORS, "Colour of the subtitle."},
    {"subtitleFont", MU_TEXTS, "Font of the subtitle."},
    {"subtitleFontSize", MU_NUMBERS, "Size of the subtitle, px.", "11"},
    {"subtitleFontStyle", MU_TEXTS, "Style of the subtitle: normal or italic."},
    {"subtitleFontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight of the subtitle.", "normal", mu_words_weight},
    {"subtitleLineHeight", MU_NUMBERS, "Distance of lines of the subtitle, px."},
    {"subtitlePadding", MU_NUMBERS, "Distance of title and subtitle, px.", "3"},
    {"wrap", MU_FLAGS, "Wrap title and subtitle to the figure, in even lines.", "false"},
    {"zindex", MU_NUMBERS, "0: behind the marks, 1: in front of them.", "0"},
    {0},
};

static const MuProp TITLE[] = {
    {"text", MU_LINES, "The title; an array is one line each.", .item = &mu_item_text, .required = true},
    {"subtitle", MU_LINES, "A second line below it.", .item = &mu_item_text},
    {"style", MU_LINES, "Names of styles in config.style.", "group-title", .item = &mu_item_text},
    {0},
};

static const MuProp HEADER_LOOK[] = {
    {"format", MU_TEXTS | MU_TAKES_OBJECT, "d3 format of the labels, of numbers or times.", .check = mu_check_format},
    {"formatType", MU_TAKES_TEXT, "How to read the format: \"number\" or \"time\"."},
    {"labelAlign", MU_WORDS, "Horizontal alignment of labels.", .words = mu_words_align},
    {"labelAnchor", MU_WORDS | MU_TAKES_NULL, "Where along its cell a label stands.", "middle", mu_words_anchor},
    {"labelAngle", MU_NUMBERS, "Angle of labels, degrees.", "-90 for rows, else 0"},
    {"labelBaseline", MU_WORDS, "Vertical alignment of labels.", .words = mu_words_baseline},
    {"labelColor", MU_COLORS, "Colour of labels."},
    {"labelExpr", MU_TAKES_TEXT, "Expression that makes a label from datum.value, datum.label.",
     .check = mu_check_expression},
    {"labelFont", MU_TEXTS, "Font of labels."},
    {"labelFontSize", MU_NUMBERS, "Size of labels, px.", "10"},
    {"labelFontStyle", MU_TEXTS, "Style of labels: normal or italic."},
    {"labelFontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight of labels.", .words = mu_words_weight},
    {"labelLimit", MU_NUMBERS, "Longest label, px."},
    {"labelLineHeight", MU_NUMBERS, "Distance of lines of a label, px."},
    {"labelOrient", MU_WORDS, "Side on which the labels stand.", "left for rows, else top", mu_words_sides},
    {"labelPadding", MU_NUMBERS, "Distance of labels and cells, px.", "10"},
    {"labels", MU_FLAGS, "Draw labels.", "true"},
    {"orient", MU_WORDS, "Side of both labels and title.", .words = mu_words_sides},
    {"title", MU_LINES | MU_TAKES_NULL, "Title of the header; null for none.", "from the field", .item = &mu_item_text},
    {"titleAlign", MU_WORDS, "Horizontal alignment of the title.", .words = mu_words_align},
    {"titleAnchor", MU_WORDS | MU_TAKES_NULL, "Where along the facets the title stands.", "middle", mu_words_anchor},
    {"titleAngle", MU_NUMBERS, "Angle of the title, degrees.", "0"},
    {"titleBaseline", MU_WORDS, "Vertical alignment of the title.", "middle", mu_words_baseline},
    {"titleColor", MU_COLORS, "Colour of the title."},
    {"titleFont", MU_TEXTS, "Font of the title."},
    {"titleFontSize", MU_NUMBERS, "Size of the title, px.", "11"},
    {"titleFontStyle", MU_TEXTS, "Style of the title: normal or italic."},
    {"titleFontWeight", MU_WORDS | MU_TAKES_NUMBER, "Weight of the title.", "bold", mu_words_weight},
    {"titleLimit", MU_NUMBERS, "Longest title, px."},
    {"titleLineHeight", MU_NUMBERS, "Distance of lines of the title, px."},
    {"titleOrient", MU_WORDS, "Side on which the title stands.", "left for rows, else top", mu_words_sides},
    {"titlePadding", MU_NUMBERS, "Distance of title and labels, px.", "10"},
    {0},
};

static const MuProp NOTHING[] = {{0}};

static const MuProp CAPTION_FIELD[] = {
    {"field", MU_TAKES_TEXT, "A column of the rows that are drawn.", .required = true},
    {"format", MU_TAKES_TEXT, "d3 format of the day.", "25 January 2025, in the figure's language"},
    {0},
};

static const MuProp LEFT_OUT[] = {
    {"leftOut", MU_TAKES_TEXT, "What the rows are: claims, deployments.", .required = true},
    {"reason", MU_TAKES_TEXT, "Why they are not drawn.", "no value"},
    {0},
};

static const MuProp NOTE = {.takes = MU_TAKES_TEXT | MU_TAKES_OBJECT, .def = &mu_def_left_out};

static const MuProp CAPTION[] = {
    {"source", MU_TAKES_TEXT | MU_TAKES_ARRAY | MU_TAKES_OBJECT,
     "Where the data come from; several in an array; {field}: what the rows that are drawn say.", .item = &mu_item_text,
     .def = &mu_def_caption_field},
    {"note", MU_TAKES_TEXT | MU_TAKES_ARRAY | MU_TAKES_OBJECT,
     "What a reader must know to read the figure right; {leftOut}: how many rows are not drawn.", .item = &NOTE,
     .def = &mu_def_left_out},
    {"asOf", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The day the data were taken; {field}: the latest of the rows.",
     .def = &mu_def_caption_field},
    {"credit", MU_TAKES_TEXT, "Who made the figure."},
    {0},
};

const MuDef mu_def_title = {"title", "The title of a view.", TITLE, (const MuDef *const[]){&mu_def_title_config, NULL}};
const MuDef mu_def_title_config = {"config.title", "Defaults of titles.", TITLE_LOOK};
const MuDef mu_def_header = {"header", "The labels and the title of facets.", HEADER_LOOK};
const MuDef mu_def_header_config = {"config.header", "Defaults of facet headers.", NOTHING,
                                    (const MuDef *const[]){&mu_def_header, NULL}};
const MuDef mu_def_caption_field = {"caption.field", "What a caption takes from the data.", CAPTION_FIELD};
const MuDef mu_def_left_out = {"caption.leftOut", "Rows that are not drawn.", LEFT_OUT};
const MuDef mu_def_caption = {"caption", "The lines below a figure: source, notes, credit.", CAPTION};
