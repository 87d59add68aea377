/* Transforms, each known by one property, and the predicates of filters and conditions. */
#include "spec/def.h"

static const char *const WINDOW_OPS[] = {
    "row_number",  "rank",       "dense_rank",  "percent_rank", "cume_dist", "ntile",     "lag",     "lead",
    "first_value", "last_value", "nth_value",   "count",        "sum",       "mean",      "average", "median",
    "min",         "max",        "distinct",    "valid",        "missing",   "q1",        "q3",      "ci0",
    "ci1",         "stderr",     "stdev",       "stdevp",       "variance",  "variancep", "product", "argmin",
    "argmax",      "values",     "exponential", "exponentialb", NULL};
static const char *const REGRESSIONS[] = {"linear", "log", "exp", "pow", "quad", "poly", NULL};

enum { FIELDS = MU_TAKES_TEXT | MU_TAKES_ARRAY };

#define AGGREGATE_WORDS .words = mu_words_aggregate, .noun = "aggregate", .code = MU_DIAG_UNKNOWN_OPERATION
#define GROUPBY                                                                                                        \
    {                                                                                                                  \
        "groupby", MU_TAKES_ARRAY, "Fields whose values make groups.", .item = &mu_item_field                          \
    }
#define NAMES                                                                                                          \
    {                                                                                                                  \
        "as", MU_TAKES_ARRAY, "Names of the new fields.", .item = &mu_item_text                                        \
    }

static const MuProp AGGREGATE_OP[] = {
    {"op", MU_TAKES_WORD, "How values are summed up.", AGGREGATE_WORDS, .required = true},
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref},
    {"as", MU_TAKES_TEXT, "Name of the new field."},
    {0},
};
static const MuDef AGGREGATE_OP_DEF = {"aggregate.op", "One summary.", AGGREGATE_OP};
static const MuProp AGGREGATE_ITEM = {.takes = MU_TAKES_OBJECT, .def = &AGGREGATE_OP_DEF};

static const MuProp AGGREGATE[] = {
    {"aggregate", MU_TAKES_ARRAY, "The summaries.", .item = &AGGREGATE_ITEM, .required = true},
    GROUPBY,
    {0},
};

static const MuProp JOINAGGREGATE[] = {
    {"joinaggregate", MU_TAKES_ARRAY, "The summaries, added to every row.", .item = &AGGREGATE_ITEM, .required = true},
    GROUPBY,
    {0},
};

static const MuProp WINDOW_OP[] = {
    {"op", MU_TAKES_WORD, "What is computed.", .words = WINDOW_OPS, .noun = "window operation",
     .code = MU_DIAG_UNKNOWN_OPERATION, .required = true},
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref},
    {"param", MU_TAKES_NUMBER, "Number of ntile, lag, lead, nth_value."},
    {"as", MU_TAKES_TEXT, "Name of the new field."},
    {0},
};
static const MuDef WINDOW_OP_DEF = {"window.op", "One running value.", WINDOW_OP};

static const MuProp WINDOW[] = {
    {"window", MU_TAKES_ARRAY, "The running values.",
     .item = &(const MuProp){.takes = MU_TAKES_OBJECT, .def = &WINDOW_OP_DEF}, .required = true},
    {"frame", MU_LISTS, "Rows before and behind; null: all.", "[null, 0]", .item = &mu_item_any},
    GROUPBY,
    {"ignorePeers", MU_TAKES_BOOL, "Rows that sort the same count one by one.", "false"},
    {"sort", MU_TAKES_ARRAY, "Order of the rows.", .item = &mu_item_sort_field},
    {0},
};

static const MuProp BIN[] = {
    {"bin", MU_TAKES_BOOL | MU_TAKES_OBJECT, "true, or how.", .def = &mu_def_bin, .required = true},
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref, .required = true},
    {"as", FIELDS, "Names of start and end.", .item = &mu_item_text, .required = true},
    {0},
};

static const MuProp CALCULATE[] = {
    {"calculate", MU_TAKES_TEXT, "An expression of datum.", .check = mu_check_expression, .required = true},
    {"as", MU_TAKES_TEXT, "Name of the new field.", .required = true},
    {0},
};

static const MuProp DENSITY[] = {
    {"density", MU_TAKES_TEXT, "The field.", .required = true},
    NAMES,
    {"bandwidth", MU_NUMBERS, "Width of the kernel.", "estimated"},
    {"counts", MU_TAKES_BOOL, "In counts instead of probabilities.", "false"},
    {"cumulative", MU_TAKES_BOOL, "Cumulative.", "false"},
    {"extent", MU_LISTS, "From and to.", .item = &mu_item_any},
    GROUPBY,
    {"maxsteps", MU_NUMBERS, "Most samples.", "200"},
    {"minsteps", MU_NUMBERS, "Least samples.", "25"},
    {"resolve", MU_TAKES_WORD, "Whether groups share their extent.", "shared", mu_words_resolve},
    {"steps", MU_NUMBERS, "Exact number of samples."},
    {0},
};

static const MuProp EXTENT[] = {
    {"extent", MU_TAKES_TEXT, "The field.", .required = true},
    {"param", MU_TAKES_TEXT, "The param that gets [min, max].", .required = true},
    {0},
};

static const MuProp FILTER[] = {
    {"filter", MU_TAKES_TEXT | MU_TAKES_OBJECT, "An expression or a predicate: rows that stay.",
     .check = mu_check_predicate, .required = true},
    {0},
};

static const MuProp FLATTEN[] = {
    {"flatten", MU_TAKES_ARRAY, "Fields that hold arrays.", .item = &mu_item_field, .required = true},
    NAMES,
    {0},
};

static const MuProp FOLD[] = {
    {"fold", MU_TAKES_ARRAY, "Fields that become rows of key and value.", .item = &mu_item_field, .required = true},
    {"as", MU_TAKES_ARRAY, "Names of key and value.", "[\"key\", \"value\"]", .item = &mu_item_text},
    {0},
};

static const MuProp IMPUTE[] = {
    {"impute", MU_TAKES_TEXT, "The field with gaps.", .required = true},
    {"key", MU_TAKES_TEXT, "The field whose values must all be there.", .required = true},
    GROUPBY,
    {0},
};

static const MuProp LOESS[] = {
    {"loess", MU_TAKES_TEXT, "The field that depends.", .required = true},
    {"on", MU_TAKES_TEXT, "The field it depends on.", .required = true},
    NAMES,
    {"bandwidth", MU_NUMBERS, "Part of the points that counts.", "0.3"},
    GROUPBY,
    {0},
};

static const MuProp FROM[] = {
    {"data", MU_TAKES_OBJECT, "The other data.", .def = &mu_def_data, .check = mu_check_data},
    {"param", MU_TAKES_TEXT, "Or a selection.", .check = mu_check_param},
    {"key", MU_TAKES_TEXT, "The field in it to match with.", .required = true},
    {"fields", MU_TAKES_ARRAY, "The fields to take over.", .item = &mu_item_field},
    {0},
};
static const MuDef FROM_DEF = {"lookup.from", "Where values are looked up.", FROM};

static const MuProp LOOKUP[] = {
    {"lookup", MU_TAKES_TEXT, "The field to match.", .required = true},
    {"from", MU_TAKES_OBJECT, "Where to look.", .def = &FROM_DEF, .required = true},
    {"as", FIELDS, "Names of the new fields.", .item = &mu_item_text},
    {"default", MU_TAKES_ANY, "What stands where nothing matches.", "null"},
    {0},
};

static const MuProp QUANTILE[] = {
    {"quantile", MU_TAKES_TEXT, "The field.", .required = true},
    NAMES,
    GROUPBY,
    {"probs", MU_LISTS, "Probabilities, 0 to 1.", .item = &mu_item_number},
    {"step", MU_NUMBERS, "Or their distance.", "0.01"},
    {0},
};

static const MuProp REGRESSION[] = {
    {"regression", MU_TAKES_TEXT, "The field that depends.", .required = true},
    {"on", MU_TAKES_TEXT, "The field it depends on.", .required = true},
    NAMES,
    {"extent", MU_LISTS, "From and to.", .item = &mu_item_any},
    GROUPBY,
    {"method", MU_TAKES_WORD, "The curve.", "linear", REGRESSIONS, "regression method"},
    {"order", MU_NUMBERS, "Degree of poly.", "3"},
    {"params", MU_TAKES_BOOL, "Coefficients instead of points.", "false"},
    {0},
};

static const MuProp SAMPLE[] = {
    {"sample", MU_TAKES_NUMBER, "Most rows that stay.", "1000", .required = true},
    {0},
};

static const MuProp STACK[] = {
    {"stack", MU_TAKES_TEXT, "The field.", .required = true},
    {"groupby", MU_TAKES_ARRAY, "Fields whose values make one stack.", .item = &mu_item_field, .required = true},
    {"as", FIELDS, "Names of start and end.", .item = &mu_item_text, .required = true},
    {"offset", MU_TAKES_WORD, "Where a stack begins.", "zero", mu_words_stack},
    {"sort", MU_TAKES_ARRAY, "Order within a stack.", .item = &mu_item_sort_field},
    {0},
};

static const MuProp TIME_UNIT[] = {
    {"timeUnit", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The unit.", .def = &mu_def_time_unit, .check = mu_check_time_unit,
     .required = true},
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref, .required = true},
    {"as", MU_TAKES_TEXT, "Name of the new field.", .required = true},
    {0},
};

static const MuProp PIVOT[] = {
    {"pivot", MU_TAKES_TEXT, "The field whose values become columns.", .required = true},
    {"value", MU_TAKES_TEXT, "The field that fills them.", .required = true},
    GROUPBY,
    {"limit", MU_NUMBERS, "Most columns; 0: all.", "0"},
    {"op", MU_TAKES_WORD, "How several values of a cell are summed up.", "sum", AGGREGATE_WORDS},
    {0},
};

static const MuProp SORT_FIELD[] = {
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref, .required = true},
    {"order", MU_TAKES_WORD | MU_TAKES_NULL, "Ascending or descending.", "ascending", mu_words_order},
    {0},
};

static const MuProp PREDICATE_ITEM = {.takes = MU_TAKES_TEXT | MU_TAKES_OBJECT, .check = mu_check_predicate};

static const MuProp PREDICATE[] = {
    {"and", MU_TAKES_ARRAY, "All of these.", .item = &PREDICATE_ITEM},
    {"or", MU_TAKES_ARRAY, "Any of these.", .item = &PREDICATE_ITEM},
    {"not", MU_TAKES_TEXT | MU_TAKES_OBJECT, "Not this.", .check = mu_check_predicate},
    {"field", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field.", .def = &mu_def_repeat_ref},
    {"timeUnit", MU_TAKES_TEXT | MU_TAKES_OBJECT, "The field as a time unit.", .def = &mu_def_time_unit,
     .check = mu_check_time_unit},
    {"equal", MU_TAKES_ANY, "Equal to this."},
    {"lt", MU_TAKES_ANY, "Less than this."},
    {"lte", MU_TAKES_ANY, "At most this."},
    {"gt", MU_TAKES_ANY, "More than this."},
    {"gte", MU_TAKES_ANY, "At least this."},
    {"range", MU_LISTS, "From and to, both included; null: open.", .item = &mu_item_any},
    {"oneOf", MU_LISTS, "One of these.", .item = &mu_item_any},
    {"valid", MU_TAKES_BOOL, "Neither null nor NaN."},
    {"param", MU_TAKES_TEXT, "Selected by this.", .check = mu_check_param},
    {"empty", MU_TAKES_BOOL, "Whether a selection without anything selected counts.", "true"},
    {0},
};

static const MuProp DATE_TIME[] = {
    {"year", MU_TAKES_NUMBER, "Year."},
    {"quarter", MU_TAKES_NUMBER, "Quarter, 1 to 4."},
    {"month", MU_TAKES_NUMBER | MU_TAKES_TEXT, "Month, 1 to 12, or its name."},
    {"date", MU_TAKES_NUMBER, "Day of the month, 1 to 31."},
    {"day", MU_TAKES_NUMBER | MU_TAKES_TEXT, "Day of the week, 1 (Monday) to 7, or its name."},
    {"hours", MU_TAKES_NUMBER, "Hour, 0 to 24."},
    {"minutes", MU_TAKES_NUMBER, "Minute, 0 to 59."},
    {"seconds", MU_TAKES_NUMBER, "Second, 0 to 59."},
    {"milliseconds", MU_TAKES_NUMBER, "Millisecond, 0 to 999."},
    {"utc", MU_TAKES_BOOL, "In UTC.", "false"},
    {0},
};

const MuDef mu_def_transforms[] = {
    {"transform.aggregate", "Sums rows up, one row per group.", AGGREGATE},
    {"transform.bin", "Puts numbers into bins.", BIN},
    {"transform.calculate", "Adds a field by an expression.", CALCULATE},
    {"transform.density", "Estimates a density.", DENSITY},
    {"transform.extent", "Makes a param of the extent of a field.", EXTENT},
    {"transform.filter", "Keeps rows.", FILTER},
    {"transform.flatten", "Makes rows of arrays.", FLATTEN},
    {"transform.fold", "Makes rows of columns.", FOLD},
    {"transform.impute", "Fills in missing values.", IMPUTE, (const MuDef *const[]){&mu_def_impute, NULL}},
    {"transform.joinaggregate", "Adds summaries to every row.", JOINAGGREGATE},
    {"transform.loess", "Smooths by local regression.", LOESS},
    {"transform.lookup", "Takes fields over from other data.", LOOKUP},
    {"transform.pivot", "Makes columns of rows.", PIVOT},
    {"transform.quantile", "Computes quantiles.", QUANTILE},
    {"transform.regression", "Fits a curve.", REGRESSION},
    {"transform.sample", "Takes a sample.", SAMPLE},
    {"transform.stack", "Stacks values.", STACK},
    {"transform.timeUnit", "Cuts times down.", TIME_UNIT},
    {"transform.window", "Adds running values and ranks.", WINDOW},
    {0},
};
const MuDef mu_def_predicate = {"predicate", "A test of a row.", PREDICATE};
const MuDef mu_def_date_time = {"dateTime", "A point in time by its parts.", DATE_TIME};
const MuDef mu_def_sort_field = {"transform.sort", "A field to sort by.", SORT_FIELD};
