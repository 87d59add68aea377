/* Where one table is not enough: which kind of view, mark or transform an object is shows in its
 * properties, and some texts have a language of their own. */
#include "base/civil.h"
#include "base/length.h"
#include "data/table.h"
#include "expr/expr.h"
#include "format/format.h"
#include "io/zone_file.h"
#include "spec/def.h"

enum { MOST_MARKS = 100 };

/* --- views --- */

/* In the order in which they are looked for; the places are those of mu_def_views. */
static const struct ViewKind {
    const char *key;
    size_t index;
} KINDS[] = {{"facet", 2}, {"repeat", 6}, {"concat", 3}, {"hconcat", 4}, {"vconcat", 5}, {"layer", 1}, {"mark", 0}};

static const struct ViewKind *view_kind(const MuNode *node)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (mu_node_get(node, KINDS[i].key))
            return &KINDS[i];
    }
    return &KINDS[sizeof KINDS / sizeof KINDS[0] - 1];
}

static bool is_inside_layer(const MuPlace *place)
{
    return place->up && place->up->up && mu_str_is(place->up->key, "layer") && !place->key.at;
}

static void check_kind(MuCheck *check, const MuPlace *place, const MuNode *node, const struct ViewKind *kind)
{
    const MuMember *member = mu_node_member(node, mu_str(kind->key));
    if (!member || kind->index == 0)
        return;
    MuPlace inside = mu_place_key(place, member->key);
    if (is_inside_layer(place) && kind->index != 1) {
        MuDiag *diag = mu_diag(check->diags, MU_DIAG_BAD_NESTING, member->key_span, kind->key);
        mu_check_place(check, diag, &inside, MU_STR("a layer holds single marks or further layers"));
    }
}

void mu_check_view(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    const struct ViewKind *kind = view_kind(node);
    check_kind(check, place, node, kind);
    mu_check_object(check, place, node, place->up ? &mu_def_views[kind->index] : &mu_def_tops[kind->index]);
}

/* --- marks --- */

static const char *const MARKS[] = {"arc",      "area",     "bar",   "boxplot", "circle", "errorband",
                                    "errorbar", "geoshape", "image", "line",    "point",  "rect",
                                    "rule",     "square",   "text",  "tick",    "trail",  NULL};

static MuStr suggest_mark(MuCheck *check, MuStr word)
{
    MuStr names[MOST_MARKS];
    size_t count = 0;
    for (const char *const *m = MARKS; *m; m++)
        names[count++] = mu_str(*m);
    for (const char *const *m = check->grammar->marks; m && *m && count < MOST_MARKS; m++) {
        if (!mu_word_in(mu_str(*m), MARKS))
            names[count++] = mu_str(*m);
    }
    return mu_check_suggest(check, word, names, count);
}

static void check_mark_name(MuCheck *check, const MuPlace *place, const MuNode *name)
{
    bool drawn = mu_is_drawn(name->string, check->grammar->marks);
    if (mu_word_in(name->string, MARKS)) {
        if (!drawn)
            mu_check_not_drawn(check, place, name->span, "the mark ", name->string);
    } else if (!drawn || !check->grammar->marks) {
        MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_MARK, name->span, MU_FMT(name->string));
        mu_check_place(check, diag, place, suggest_mark(check, name->string));
    }
}

static const MuDef *mark_def(const MuNode *type)
{
    if (mu_node_is_string(type, "boxplot"))
        return &mu_def_boxplot;
    if (mu_node_is_string(type, "errorbar"))
        return &mu_def_errorbar;
    return mu_node_is_string(type, "errorband") ? &mu_def_errorband : &mu_def_mark;
}

/* Properties that only some marks look at; the others would ignore them without a word. */
static const struct {
    const char *names[12], *marks[8];
} ONLY_FOR[] = {
    {{"innerRadius", "outerRadius", "padAngle"}, {"arc"}},
    {{"interpolate", "tension"}, {"line", "area", "trail"}},
    {{"shape"}, {"point", "geoshape"}},
    {{"font", "fontSize", "fontStyle", "fontWeight", "lineHeight", "limit", "ellipsis"}, {"text"}},
    {{"binSpacing", "continuousBandSize", "discreteBandSize", "minBandSize"}, {"bar", "rect", "tick", "image"}},
    {{"thickness", "bandSize"}, {"tick"}},
    {{"cornerRadius"}, {"bar", "rect", "arc", "image", "tick"}},
    {{"cornerRadiusEnd"}, {"bar"}},
    {{"aspect", "url"}, {"image"}},
    {{"line"}, {"area"}},
};

static MuStr only_for_hint(MuCheck *check, const char *const *marks)
{
    MuBuf buf = {.arena = check->diags->arena};
    for (size_t i = 0; marks[i]; i++)
        mu_buf_printf(&buf, "%s%s", i ? ", " : "it is for: ", marks[i]);
    return mu_buf_str(&buf);
}

static void check_effect(MuCheck *check, const MuPlace *place, const MuNode *mark, MuStr type)
{
    for (size_t i = 0; i < sizeof ONLY_FOR / sizeof ONLY_FOR[0]; i++)
        for (const char *const *name = ONLY_FOR[i].names; *name; name++) {
            const MuMember *member = mu_node_member(mark, mu_str(*name));
            if (!member || mu_word_in(type, ONLY_FOR[i].marks))
                continue;
            MuPlace inside = mu_place_key(place, member->key);
            MuDiag *diag = mu_diag(check->diags, MU_DIAG_NO_EFFECT, member->key_span, *name, MU_FMT(type));
            mu_check_place(check, diag, &inside, only_for_hint(check, ONLY_FOR[i].marks));
        }
}

void mu_check_mark(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    if (node->kind == MU_STRING) {
        check_mark_name(check, place, node);
        return;
    }
    const MuNode *type = mu_node_get(node, "type");
    mu_check_object(check, place, node, mark_def(type));
    MuPlace inside = mu_place_key(place, MU_STR("type"));
    if (!mu_node_is(type, MU_STRING))
        return;
    check_mark_name(check, &inside, type);
    if (mark_def(type) == &mu_def_mark && mu_word_in(type->string, MARKS))
        check_effect(check, place, node, type->string);
}

/* --- encoding --- */

/* A channel of a layer may have the rest of its definition from the layers above or below. */
static bool is_of_layers(const MuPlace *place)
{
    bool holds_layers = place->up && place->up->def == &mu_def_views[1];
    for (const MuPlace *p = place; p; p = p->up)
        if (is_inside_layer(p))
            return true;
    return holds_layers || (place->up && place->up->def == &mu_def_tops[1]);
}

static void check_channel(MuCheck *check, const MuPlace *place, const MuMember *member)
{
    MuPlace inside = mu_place_key(place, member->key);
    if (!mu_is_drawn(member->key, check->grammar->channels))
        mu_check_not_drawn(check, &inside, member->key_span, "the channel ", member->key);
    const MuNode *aggregate = mu_node_get(member->value, "aggregate");
    if (!mu_node_is(aggregate, MU_STRING) || mu_node_is_string(aggregate, "count") ||
        !mu_word_in(aggregate->string, mu_words_aggregate) || mu_node_get(member->value, "field") ||
        is_of_layers(place))
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_AGGREGATE_FIELD, aggregate->span, MU_FMT(aggregate->string));
    mu_check_place(check, diag, &inside, MU_STR("add 'field'; only 'count' needs none"));
}

/* Rows and columns win over `facet`. */
static void check_facets(MuCheck *check, const MuPlace *place, const MuNode *node)
{
    const MuMember *facet = mu_node_member(node, MU_STR("facet"));
    bool crossed = mu_node_path(node, "row", "field", NULL) || mu_node_path(node, "column", "field", NULL);
    if (!facet || !mu_node_get(facet->value, "field") || !crossed)
        return;
    MuPlace inside = mu_place_key(place, facet->key);
    mu_check_place(check, mu_diag(check->diags, MU_DIAG_FACET_DROPPED, facet->key_span), &inside, MU_STR(""));
}

void mu_check_encoding(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    check_facets(check, place, node);
    for (size_t i = 0; i < node->object.size; i++) {
        const MuMember *member = &node->object.at[i];
        if (mu_def_prop(&mu_def_encoding, member->key))
            check_channel(check, place, member);
    }
}

/* What `value` may be in the channel that a condition stands in. */
static const MuProp *value_above(const MuPlace *place)
{
    for (const MuPlace *p = place->up; p; p = p->up) {
        if (p->def && p->def != &mu_def_condition)
            return mu_def_prop(p->def, MU_STR("value"));
    }
    return NULL;
}

void mu_check_condition(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    if (node->kind != MU_OBJECT)
        return;
    if (!mu_node_get(node, "test") && !mu_node_get(node, "param") && !mu_node_get(node, "selection")) {
        MuDiag *diag = mu_diag(check->diags, MU_DIAG_MISSING_PROPERTY, node->span, "test", "condition");
        mu_check_place(check, diag, place,
                       MU_STR("'test' is an expression or a predicate; or name a selection by 'param'"));
    }
    const MuNode *value = mu_node_get(node, "value");
    const MuProp *of_channel = value_above(place);
    MuPlace inside = mu_place_key(place, MU_STR("value"));
    if (value && of_channel)
        mu_check_value(check, &inside, value, of_channel);
}

/* --- transforms and predicates --- */

static const char *transform_key(const MuDef *def)
{
    return def->name + strlen("transform.");
}

/* `extent` is a transform, and a property of others: it counts only if there is nothing else. */
static const MuDef *transform_def(const MuNode *node)
{
    const MuDef *found = NULL;
    for (const MuDef *def = mu_def_transforms; def->name; def++) {
        if (mu_node_get(node, transform_key(def)) && (!found || mu_str_is(mu_str(transform_key(found)), "extent")))
            found = def;
    }
    return found;
}

static void report_no_transform(MuCheck *check, const MuPlace *place, const MuNode *node)
{
    MuStr names[MOST_MARKS];
    size_t count = 0;
    for (const MuDef *def = mu_def_transforms; def->name; def++)
        names[count++] = mu_str(transform_key(def));
    const MuMember *best = node->object.size ? &node->object.at[0] : NULL;
    for (size_t i = node->object.size; i-- > 0;) {
        if (mu_nearest(node->object.at[i].key, names, count).size)
            best = &node->object.at[i];
    }
    MuStr key = best ? best->key : MU_STR("{}");
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_STEP, best ? best->key_span : node->span, MU_FMT(key));
    mu_check_place(check, diag, place, mu_check_suggest(check, key, names, count));
}

void mu_check_transform(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    const MuDef *def = transform_def(node);
    if (!def) {
        report_no_transform(check, place, node);
        return;
    }
    const MuMember *member = mu_node_member(node, mu_str(transform_key(def)));
    if (!mu_is_drawn(member->key, check->grammar->transforms))
        mu_check_not_drawn(check, place, member->key_span, "the transform ", member->key);
    mu_check_object(check, place, node, def);
}

void mu_check_predicate(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    static const char *const WHOLE[] = {"and", "or", "not", "param", "selection", NULL};
    static const char *const TESTS[] = {"equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid", NULL};
    if (node->kind == MU_STRING) {
        mu_check_expression(check, place, node, prop);
        return;
    }
    mu_check_object(check, place, node, &mu_def_predicate);
    bool tested = false;
    for (size_t i = 0; i < node->object.size; i++) {
        if (mu_word_in(node->object.at[i].key, WHOLE))
            return;
        tested |= mu_word_in(node->object.at[i].key, TESTS);
    }
    if (tested && mu_node_get(node, "field"))
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_BAD_PREDICATE, node->span, tested ? "'field'" : "a test of the field");
    mu_check_place(check, diag, place,
                   MU_STR("as in {field: year, gte: 1989}; tests are equal, lt, lte, gt, gte, range, "
                          "oneOf, valid; several are joined by and, or, not"));
}

/* --- texts with a language of their own --- */

void mu_check_time_unit(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    static const char *const UNITS[] = {"year",
                                        "quarter",
                                        "month",
                                        "week",
                                        "day",
                                        "dayofyear",
                                        "date",
                                        "hours",
                                        "minutes",
                                        "seconds",
                                        "milliseconds",
                                        "yearquarter",
                                        "yearquartermonth",
                                        "yearmonth",
                                        "yearmonthdate",
                                        "yearmonthdatehours",
                                        "yearmonthdatehoursminutes",
                                        "yearmonthdatehoursminutesseconds",
                                        "yearweek",
                                        "yearweekday",
                                        "yeardayofyear",
                                        "quartermonth",
                                        "monthdate",
                                        "monthdatehours",
                                        "weekday",
                                        "dayhours",
                                        "hoursminutes",
                                        "hoursminutesseconds",
                                        "minutesseconds",
                                        "secondsmilliseconds",
                                        NULL};
    (void)prop;
    MuTimeUnit unit;
    if (node->kind != MU_STRING || mu_time_unit_parse(node->string, &unit))
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_TIME_UNIT, node->span, MU_FMT(node->string));
    mu_check_place(check, diag, place, mu_check_suggest_words(check, node->string, UNITS));
}

void mu_check_length(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuLength length;
    (void)prop;
    if (node->kind == MU_STRING ? mu_length_parse(node->string, &length)
                                : node->number > 0 && node->number <= MU_LENGTH_MOST)
        return;
    MuBuf buf = {.arena = check->arena};
    mu_node_write(&buf, node);
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_BAD_LENGTH, node->span, MU_FMT(mu_buf_str(&buf)));
    mu_check_place(check, diag, place, MU_STR("a number above 0, in px or with a unit: 16cm, 160mm, 6.3in, 450pt"));
}

static const char *const SCHEMES[] = {"accent",
                                      "category10",
                                      "category20",
                                      "category20b",
                                      "category20c",
                                      "dark2",
                                      "observable10",
                                      "paired",
                                      "pastel1",
                                      "pastel2",
                                      "set1",
                                      "set2",
                                      "set3",
                                      "tableau10",
                                      "tableau20",
                                      "blues",
                                      "tealblues",
                                      "teals",
                                      "greens",
                                      "browns",
                                      "greys",
                                      "purples",
                                      "warmgreys",
                                      "reds",
                                      "oranges",
                                      "turbo",
                                      "viridis",
                                      "inferno",
                                      "magma",
                                      "plasma",
                                      "cividis",
                                      "bluegreen",
                                      "bluepurple",
                                      "goldgreen",
                                      "goldorange",
                                      "goldred",
                                      "greenblue",
                                      "orangered",
                                      "purplebluegreen",
                                      "purpleblue",
                                      "purplered",
                                      "redpurple",
                                      "yellowgreenblue",
                                      "yellowgreen",
                                      "yelloworangebrown",
                                      "yelloworangered",
                                      "darkblue",
                                      "darkgold",
                                      "darkgreen",
                                      "darkmulti",
                                      "darkred",
                                      "lightgreyred",
                                      "lightgreyteal",
                                      "lightmulti",
                                      "lightorange",
                                      "lighttealblue",
                                      "blueorange",
                                      "brownbluegreen",
                                      "purplegreen",
                                      "pinkyellowgreen",
                                      "purpleorange",
                                      "redblue",
                                      "redgrey",
                                      "redyellowblue",
                                      "redyellowgreen",
                                      "spectral",
                                      "rainbow",
                                      "sinebow",
                                      NULL};

/* "blues-5" is five of the colours of "blues". */
static MuStr without_count(MuStr name)
{
    size_t end = name.size;
    while (end > 0 && name.at[end - 1] >= '0' && name.at[end - 1] <= '9')
        end--;
    return end > 1 && end < name.size && name.at[end - 1] == '-' ? mu_str_slice(name, 0, end - 1) : name;
}

void mu_check_scheme(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    if (node->kind != MU_STRING || mu_word_in(without_count(node->string), SCHEMES))
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_SCHEME, node->span, MU_FMT(node->string));
    mu_check_place(check, diag, place, mu_check_suggest_words(check, node->string, SCHEMES));
}

/* Only its errors: the warnings come again when the expression is compiled for use. */
void mu_check_expression(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    (void)prop;
    MuDiags found = {.arena = check->diags->arena};
    mu_expr_compile(check->arena, node->string, node->span, &found);
    for (size_t i = 0; i < found.list.size; i++) {
        MuDiag *diag = &found.list.at[i];
        if (diag->severity != MU_ERROR)
            continue;
        mu_check_place(check, diag, place, MU_STR(""));
        MU_PUSH(check->diags->arena, &check->diags->list, *diag);
        check->diags->errors++;
    }
}

/* Numbers have a syntax; times have none but that they name a part of the time by %. */
void mu_check_format(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuNumberFormat format;
    (void)prop;
    if (node->kind != MU_STRING || mu_number_format_parse(node->string, &format) ||
        mu_str_find(node->string, MU_STR("%"), 0) != SIZE_MAX)
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_NUMBER_FORMAT, node->span, MU_FMT(node->string));
    mu_check_place(check, diag, place, MU_STR("as in ',.0f', '.1%', '$,.2f' or '~s'; of times as in '%d %B %Y'"));
}

void mu_check_zone(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    const MuZone *zone;
    (void)prop;
    (void)place;
    mu_zone_find(check->arena, node->string, node->span, check->diags, &zone);
}

/* --- params --- */

typedef MU_VEC(MuStr) ParamNames;

/* The params of a view and of all views inside; selections are seen from everywhere. */
static void gather_params(MuArena *arena, ParamNames *names, const MuNode *view)
{
    static const char *const INSIDE[] = {"layer", "concat", "hconcat", "vconcat", NULL};
    const MuNode *params = mu_node_get(view, "params"), *spec = mu_node_get(view, "spec");
    for (size_t i = 0; mu_node_is(params, MU_ARRAY) && i < params->array.size; i++) {
        const MuNode *name = mu_node_get(params->array.at[i], "name");
        if (mu_node_is(name, MU_STRING))
            MU_PUSH(arena, names, name->string);
    }
    for (const char *const *key = INSIDE; *key; key++) {
        const MuNode *views = mu_node_get(view, *key);
        for (size_t i = 0; mu_node_is(views, MU_ARRAY) && i < views->array.size; i++)
            gather_params(arena, names, views->array.at[i]);
    }
    if (mu_node_is(spec, MU_OBJECT))
        gather_params(arena, names, spec);
}

void mu_check_param(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    const MuNode *const homes[] = {check->spec, mu_node_get(check->spec, "config"), check->config};
    ParamNames names = {0};
    (void)prop;
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        gather_params(check->arena, &names, homes[i]);
    for (size_t i = 0; i < names.size; i++)
        if (mu_str_eq(names.at[i], node->string))
            return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_PARAM, node->span, MU_FMT(node->string));
    MuStr hint = mu_check_suggest(check, node->string, names.at, names.size);
    mu_check_place(check, diag, place,
                   hint.size ? hint : MU_STR("params are defined in 'params' of the spec or a view"));
}

/* --- data --- */

void mu_check_data(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    static const char *const SOURCES[] = {"url", "values", "name", "sequence", "sphere", "graticule", NULL};
    (void)prop;
    if (node->kind != MU_OBJECT)
        return;
    for (size_t i = 0; i < node->object.size; i++) {
        if (mu_word_in(node->object.at[i].key, SOURCES))
            return;
    }
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_MISSING_PROPERTY, node->span, "url", "data");
    mu_check_place(check, diag, place,
                   MU_STR("'url' names a file; or give the rows in 'values', or the 'name' of an entry of datasets"));
}

void mu_check_parse(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    static const char *const WORDS[] = {"number", "boolean", "date", "string", NULL};
    (void)prop;
    if (node->kind != MU_STRING || mu_parse_kind_is_known(node->string))
        return;
    MuDiag *diag =
        mu_diag(check->diags, MU_DIAG_PARSE_KIND, node->span, mu_str_cstr(check->diags->arena, node->string));
    mu_check_place(check, diag, place, mu_check_suggest_words(check, node->string, WORDS));
}
