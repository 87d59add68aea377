/* Words and element kinds that several tables share. */
#include "spec/def.h"

const char *const mu_words_align[] = {"left", "center", "right", NULL};
const char *const mu_words_baseline[] = {"top", "middle", "bottom", "alphabetic", "line-top", "line-bottom", NULL};
const char *const mu_words_anchor[] = {"start", "middle", "end", NULL};
const char *const mu_words_sides[] = {"left", "right", "top", "bottom", NULL};
const char *const mu_words_cap[] = {"butt", "round", "square", NULL};
const char *const mu_words_join[] = {"miter", "round", "bevel", NULL};
const char *const mu_words_style[] = {"normal", "italic", "oblique", NULL};
const char *const mu_words_weight[] = {"normal", "bold", "lighter", "bolder", "100", "200", "300",
                                       "400",    "500",  "600",     "700",    "800", "900", NULL};
const char *const mu_words_direction[] = {"horizontal", "vertical", NULL};
const char *const mu_words_order[] = {"ascending", "descending", NULL};
const char *const mu_words_interval[] = {"millisecond", "second", "minute", "hour", "day",
                                         "week",        "month",  "year",   NULL};
const char *const mu_words_aggregate[] = {
    "count",     "sum",     "mean",   "average", "median", "min",         "max",          "distinct", "valid",
    "missing",   "q1",      "q3",     "ci0",     "ci1",    "stderr",      "stdev",        "stdevp",   "variance",
    "variancep", "product", "argmin", "argmax",  "values", "exponential", "exponentialb", NULL};
const char *const mu_words_type[] = {"quantitative", "temporal", "ordinal", "nominal", "geojson", NULL};
const char *const mu_words_cursor[] = {
    "auto",        "default",   "none",      "context-menu",  "help",        "pointer",    "progress",   "wait",
    "cell",        "crosshair", "text",      "vertical-text", "alias",       "copy",       "move",       "no-drop",
    "not-allowed", "e-resize",  "n-resize",  "ne-resize",     "nw-resize",   "s-resize",   "se-resize",  "sw-resize",
    "w-resize",    "ew-resize", "ns-resize", "nesw-resize",   "nwse-resize", "col-resize", "row-resize", "all-scroll",
    "zoom-in",     "zoom-out",  "grab",      "grabbing",      NULL};
const char *const mu_words_blend[] = {
    "multiply",   "screen",     "overlay",   "darken", "lighten",    "color-dodge", "color-burn", "hard-light",
    "soft-light", "difference", "exclusion", "hue",    "saturation", "color",       "luminosity", NULL};
const char *const mu_words_resolve[] = {"shared", "independent", NULL};
const char *const mu_words_grid_align[] = {"all", "each", "none", NULL};
const char *const mu_words_stack[] = {"zero", "center", "normalize", NULL};
const char *const mu_words_impute[] = {"value", "mean", "median", "min", "max", NULL};

const MuProp mu_item_number = {.takes = MU_TAKES_NUMBER};
const MuProp mu_item_text = {.takes = MU_TAKES_TEXT};
const MuProp mu_item_field = {.takes = MU_TAKES_TEXT};
const MuProp mu_item_color = {.takes = MU_COLORS};
const MuProp mu_item_any = {.takes = MU_TAKES_ANY};
const MuProp mu_item_pair = {.takes = MU_LISTS, .item = &mu_item_number};
const MuProp mu_item_spec = {.takes = MU_TAKES_OBJECT, .check = mu_check_view};
const MuProp mu_item_transform = {.takes = MU_TAKES_OBJECT, .check = mu_check_transform};
const MuProp mu_item_param = {.takes = MU_TAKES_OBJECT, .def = &mu_def_param};
const MuProp mu_item_sort_field = {.takes = MU_TAKES_OBJECT, .def = &mu_def_sort_field};
