/* Walks the spec along the tables. The hooks, in check_hooks.c, take over where one table is not enough. */
#include "spec/check.h"

#include "color/color.h"
#include "spec/def.h"

enum { LONG_LIST = 30, MOST_NAMES = 400 };

/* --- places --- */

MuPlace mu_place_key(const MuPlace *up, MuStr key)
{
    return (MuPlace){.up = up, .key = key};
}

MuPlace mu_place_index(const MuPlace *up, size_t index)
{
    return (MuPlace){.up = up, .index = index};
}

static bool is_plain_key(MuStr key)
{
    for (size_t i = 0; i < key.size; i++) {
        char c = key.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
        if (!letter && (i == 0 || c < '0' || c > '9'))
            return false;
    }
    return key.size > 0;
}

static void write_path(MuBuf *buf, const MuPlace *place)
{
    if (!place->up)
        return;
    write_path(buf, place->up);
    if (!place->key.at)
        mu_buf_printf(buf, "[%zu]", place->index);
    else if (is_plain_key(place->key))
        mu_buf_printf(buf, "%s%.*s", buf->size ? "." : "", MU_FMT(place->key));
    else
        mu_buf_printf(buf, "['%.*s']", MU_FMT(place->key));
}

void mu_check_place(MuCheck *check, MuDiag *diag, const MuPlace *place, MuStr hint)
{
    MuBuf buf = {.arena = check->diags->arena};
    write_path(&buf, place);
    diag->path = mu_buf_str(&buf);
    if (hint.size)
        diag->hint = hint;
}

/* --- suggestions --- */

static bool begins_with(MuStr text, MuStr start)
{
    for (size_t i = 0; i < start.size; i++) {
        if (i >= text.size || (text.at[i] | 32) != (start.at[i] | 32))
            return false;
    }
    return true;
}

/* The one candidate that begins with the word ("desc", "Q"), or "". */
static MuStr completed(MuStr word, const MuStr *candidates, size_t count)
{
    MuStr found = MU_STR("");
    for (size_t i = 0; word.size && i < count; i++) {
        if (!begins_with(candidates[i], word))
            continue;
        if (found.size)
            return MU_STR("");
        found = candidates[i];
    }
    return found;
}

MuStr mu_check_suggest(MuCheck *check, MuStr word, const MuStr *candidates, size_t count)
{
    MuArena *arena = check->diags->arena;
    MuStr nearest = mu_nearest(word, candidates, count);
    if (!nearest.size)
        nearest = completed(word, candidates, count);
    if (nearest.size)
        return mu_str_printf(arena, "did you mean '%.*s'?", MU_FMT(nearest));
    if (count == 0 || count > LONG_LIST)
        return MU_STR("");
    MuBuf buf = {.arena = arena};
    mu_buf_adds(&buf, count > 1 ? "one of: " : "it can be: ");
    for (size_t i = 0; i < count; i++)
        mu_buf_printf(&buf, "%s%.*s", i ? ", " : "", MU_FMT(candidates[i]));
    return mu_buf_str(&buf);
}

MuStr mu_check_suggest_words(MuCheck *check, MuStr word, const char *const *words)
{
    MuStr names[MOST_NAMES];
    size_t count = 0;
    for (; count < MOST_NAMES && words[count]; count++)
        names[count] = mu_str(words[count]);
    return mu_check_suggest(check, word, names, count);
}

bool mu_word_in(MuStr word, const char *const *words)
{
    for (; *words; words++) {
        if (mu_str_is(word, *words))
            return true;
    }
    return false;
}

bool mu_is_drawn(MuStr name, const char *const *drawn)
{
    return !drawn || mu_word_in(name, drawn);
}

void mu_check_not_drawn(MuCheck *check, const MuPlace *place, MuSpan span, const char *what, MuStr name)
{
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_NOT_DRAWN, span, what, MU_FMT(name));
    mu_check_place(check, diag, place, MU_STR(""));
}

/* --- values --- */

bool mu_is_expr_node(const MuNode *node)
{
    return node->kind == MU_OBJECT && node->object.size == 1 &&
           (mu_str_is(node->object.at[0].key, "expr") || mu_str_is(node->object.at[0].key, "signal"));
}

static bool fits(const MuNode *node, unsigned takes)
{
    switch (node->kind) {
    case MU_NULL:
        return takes & MU_TAKES_NULL;
    case MU_BOOL:
        return takes & MU_TAKES_BOOL;
    case MU_NUMBER:
        return takes & MU_TAKES_NUMBER;
    case MU_STRING:
        return takes & (MU_TAKES_TEXT | MU_TAKES_COLOR | MU_TAKES_WORD);
    case MU_ARRAY:
        return takes & MU_TAKES_ARRAY;
    default:
        return takes & MU_TAKES_OBJECT;
    }
}

/* What stands there, in words; texts and numbers as they are. */
static MuStr describe(MuArena *arena, const MuNode *node)
{
    if (node->kind == MU_ARRAY || node->kind == MU_OBJECT)
        return node->kind == MU_ARRAY ? MU_STR("an array") : MU_STR("an object");
    MuBuf buf = {.arena = arena};
    if (node->kind == MU_STRING)
        mu_buf_adds(&buf, "the text ");
    if (node->kind == MU_NUMBER)
        mu_buf_adds(&buf, "the number ");
    if (node->kind == MU_STRING && node->string.size > 40)
        return MU_STR("a text");
    mu_node_write(&buf, node);
    return mu_buf_str(&buf);
}

static bool is_yes_or_no(MuStr text)
{
    static const char *const WORDS[] = {"true",  "True", "yes", "Yes", "YES", "on",  "On", "false",
                                        "False", "no",   "No",  "NO",  "off", "Off", NULL};
    return mu_word_in(text, WORDS);
}

static bool is_number_text(MuStr text)
{
    return text.size && isfinite(mu_to_number(mu_string(text)));
}

/* How the objects look that people write as something else. */
static MuStr shape_hint(const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    if (node->kind == MU_OBJECT)
        return MU_STR("");
    if (!place->up)
        return MU_STR("a spec is an object, with 'data', 'mark' and 'encoding'");
    if (prop->check == mu_check_data)
        return node->kind == MU_ARRAY ? MU_STR("rows stand in 'values': data: {values: [ … ]}")
                                      : MU_STR("a file is named by 'url': data: {url: rows.csv}");
    if (node->kind == MU_STRING && place->up->def == &mu_def_encoding)
        return MU_STR("a column is named by 'field': {field: name}");
    return MU_STR("");
}

static MuStr wrong_kind_hint(const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    bool text = node->kind == MU_STRING;
    MuStr shape = shape_hint(place, node, prop);
    if (shape.size)
        return shape;
    if (text && prop->takes & MU_TAKES_NUMBER && is_number_text(node->string))
        return MU_STR("take the quotes off");
    if (text && prop->takes & MU_TAKES_BOOL && is_yes_or_no(node->string))
        return MU_STR("write true or false, without quotes");
    if (node->kind == MU_BOOL && !node->boolean && prop->takes & MU_TAKES_NULL)
        return MU_STR("for none write null");
    if ((node->kind == MU_NUMBER || node->kind == MU_BOOL) && prop->takes & MU_TAKES_TEXT)
        return MU_STR("put it in quotes");
    if ((node->kind == MU_OBJECT || text) && prop->takes & MU_TAKES_ARRAY && !(prop->takes & MU_TAKES_WORD))
        return MU_STR("put it in brackets: [ … ]");
    return MU_STR("");
}

static void report_wrong_kind(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuBuf takes = {.arena = check->arena};
    mu_prop_takes(&takes, prop);
    MuStr got = describe(check->arena, node);
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_WRONG_KIND, node->span, MU_FMT(mu_buf_str(&takes)), MU_FMT(got));
    mu_check_place(check, diag, place, wrong_kind_hint(place, node, prop));
}

static const char *word_noun(const MuProp *prop)
{
    return prop->noun ? prop->noun : prop->name ? prop->name : "value";
}

static MuStr word_hint(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuStr hint = wrong_kind_hint(place, node, prop);
    if (hint.size)
        return hint;
    hint = mu_check_suggest_words(check, node->string, prop->words);
    return prop->takes & MU_TAKES_NUMBER && hint.size
               ? mu_str_printf(check->diags->arena, "it takes a number; as a word, %.*s", MU_FMT(hint))
               : hint;
}

static void check_word(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    if (mu_word_in(node->string, prop->words))
        return;
    MuCode code = prop->code ? prop->code : MU_DIAG_BAD_WORD;
    MuDiag *diag = mu_diag(check->diags, code, node->span, word_noun(prop), MU_FMT(node->string));
    mu_check_place(check, diag, place, word_hint(check, place, node, prop));
}

/* Browsers take some words that are no colours of ours. */
static void check_color(MuCheck *check, const MuPlace *place, const MuNode *node)
{
    static const char *const PASSED[] = {"none", "transparent", "inherit", "currentColor", NULL};
    MuColor color;
    MuStr text = mu_str_trim(node->string);
    if (!text.size || mu_word_in(text, PASSED) || mu_color_parse(text, &color) || mu_str_starts(text, "url("))
        return;
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_UNKNOWN_COLOR, node->span, MU_FMT(text));
    bool hex = text.at[0] == '#';
    mu_check_place(check, diag, place, hex ? MU_STR("a hexadecimal colour has 3, 4, 6 or 8 digits") : MU_STR(""));
}

static const MuProp WHEN_ITEM = {.takes = MU_TAKES_OBJECT, .def = &mu_def_condition};
static const MuProp WHEN = {.takes = MU_TAKES_OBJECT | MU_TAKES_ARRAY, .def = &mu_def_condition, .item = &WHEN_ITEM};

/* {condition: …, value: …} of axes: both values are of the kind of the property. */
static void check_when(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuProp plain = *prop;
    plain.takes = (plain.takes | MU_TAKES_NULL) & ~(unsigned)MU_TAKES_WHEN;
    const MuNode *value = mu_node_get(node, "value"), *condition = mu_node_get(node, "condition");
    MuPlace inside = mu_place_key(place, MU_STR("value"));
    if (value)
        mu_check_value(check, &inside, value, &plain);
    inside = mu_place_key(place, MU_STR("condition"));
    mu_check_value(check, &inside, condition, &WHEN);
    value = mu_node_get(condition, "value");
    MuPlace deeper = mu_place_key(&inside, MU_STR("value"));
    if (value)
        mu_check_value(check, &deeper, value, &plain);
}

static void check_items(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *item)
{
    if (!item || item->takes & MU_TAKES_ANY)
        return;
    for (size_t i = 0; i < node->array.size; i++) {
        MuPlace inside = mu_place_index(place, i);
        mu_check_value(check, &inside, node->array.at[i], item);
    }
}

static void check_text(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    if (prop->takes & MU_TAKES_TEXT)
        return;
    if (prop->takes & MU_TAKES_WORD)
        check_word(check, place, node, prop);
    else
        check_color(check, place, node);
}

/* Expressions are taken wherever a plain value is, also where Vega-Lite's schema has none. */
static bool may_be_expr(const MuProp *prop)
{
    return prop->takes & ~(unsigned)(MU_TAKES_OBJECT | MU_TAKES_NULL);
}

void mu_check_value(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    if (mu_is_expr_node(node) && may_be_expr(prop)) {
        MuPlace inside = mu_place_key(place, node->object.at[0].key);
        const MuNode *text = node->object.at[0].value;
        if (text->kind == MU_STRING)
            mu_check_expression(check, &inside, text, prop);
        else
            report_wrong_kind(check, &inside, text, &mu_item_text);
        return;
    }
    if (prop->takes & MU_TAKES_WHEN && mu_node_get(node, "condition")) {
        check_when(check, place, node, prop);
        return;
    }
    if (!(prop->takes & MU_TAKES_ANY)) {
        if (!fits(node, prop->takes)) {
            report_wrong_kind(check, place, node, prop);
            return;
        }
        if (node->kind == MU_STRING)
            check_text(check, place, node, prop);
        else if (node->kind == MU_ARRAY)
            check_items(check, place, node, prop->item);
        else if (node->kind == MU_OBJECT && prop->def)
            mu_check_object(check, place, node, prop->def);
    }
    if (prop->check)
        prop->check(check, place, node, prop);
}

/* --- objects --- */

typedef struct Names {
    MuStr at[MOST_NAMES];
    size_t count;
} Names;

static void add_name(void *context, const MuProp *prop)
{
    Names *names = context;
    if (names->count < MOST_NAMES)
        names->at[names->count++] = mu_str(prop->name);
}

/* Has an object above, of another kind, a property of this name? Then it was put too deep. */
static const MuPlace *find_above(const MuPlace *place, MuStr key)
{
    for (const MuPlace *p = place->up; p; p = p->up) {
        if (p->def && p->def != place->def && mu_def_prop(p->def, key))
            return p;
    }
    return NULL;
}

/* "hconcat" of "view.hconcat" and "spec.hconcat"; NULL for other definitions. */
static const char *kind_of_view(const MuDef *def)
{
    MuStr name = mu_str(def->name);
    bool view = mu_str_starts(name, "view.") || mu_str_starts(name, "spec.");
    return view && mu_def_prop(def, MU_STR("transform")) ? def->name + strlen("view.") : NULL;
}

/* What a single view says and the one at hand does not: it belongs into the views inside. */
static MuStr inside_hint(MuCheck *check, const MuPlace *place, MuStr key)
{
    const char *kind = kind_of_view(place->def);
    if (!kind || !mu_def_prop(&mu_def_views[0], key))
        return MU_STR("");
    bool has_spec = mu_def_prop(place->def, MU_STR("spec"));
    return has_spec ? MU_STR("put it into 'spec'")
                    : mu_str_printf(check->diags->arena, "put it into the views of '%s'", kind);
}

/* "'axis' or 'scale'": the members whose objects have a property of this name; then it was not put deep enough.
 * `config` has everything, so it says nothing. */
static MuStr find_below(MuCheck *check, const MuDef *def, MuStr key)
{
    Names names = {.count = 0};
    MuBuf found = {.arena = check->arena};
    if (mu_def_prop(def, MU_STR("encoding")) && mu_def_prop(&mu_def_encoding, key))
        return MU_STR("'encoding'");
    mu_def_each(def, add_name, &names);
    for (size_t i = 0; i < names.count; i++) {
        const MuProp *prop = mu_def_prop(def, names.at[i]);
        if (prop->def && prop->def != def && prop->def != &mu_def_config && mu_def_prop(prop->def, key))
            mu_buf_printf(&found, "%s'%.*s'", found.size ? " or " : "", MU_FMT(names.at[i]));
    }
    return mu_buf_str(&found);
}

static MuStr unknown_hint(MuCheck *check, const MuPlace *place, MuStr key)
{
    Names names = {.count = 0};
    mu_def_each(place->def, add_name, &names);
    if (mu_str_is(key, "selection"))
        return MU_STR("since version 5 selections are 'params'");
    if (mu_nearest(key, names.at, names.count).size)
        return mu_check_suggest(check, key, names.at, names.count);
    MuStr inside = inside_hint(check, place, key);
    if (inside.size)
        return inside;
    const MuPlace *above = find_above(place, key);
    MuStr below = find_below(check, place->def, key);
    if (!above && below.size)
        return mu_str_printf(check->diags->arena, "it belongs into %.*s", MU_FMT(below));
    if (!above)
        return mu_check_suggest(check, key, names.at, names.count);
    MuBuf path = {.arena = check->arena};
    write_path(&path, above);
    if (!path.size)
        return mu_str_printf(check->diags->arena, "it belongs further up, beside 'mark'");
    return mu_str_printf(check->diags->arena, "it belongs into %.*s", MU_FMT(mu_buf_str(&path)));
}

/* How a message names the object: "axis", "the spec", "a view with 'layer'". */
static const char *label(MuCheck *check, const MuDef *def)
{
    const char *kind = kind_of_view(def);
    if (!kind)
        return def->name;
    const char *what = mu_str_starts(mu_str(def->name), "spec.") ? "spec" : "view";
    if (strcmp(kind, "unit") == 0)
        return strcmp(what, "spec") == 0 ? "the spec" : "a view";
    return mu_str_printf(check->arena, "a %s with '%s'", what, kind).at;
}

static void report_unknown(MuCheck *check, const MuPlace *place, const MuMember *member)
{
    MuPlace inside = mu_place_key(place, member->key);
    bool channel = place->def == &mu_def_encoding;
    MuDiag *diag = channel ? mu_diag(check->diags, MU_DIAG_UNKNOWN_CHANNEL, member->key_span, MU_FMT(member->key))
                           : mu_diag(check->diags, MU_DIAG_UNKNOWN_PROPERTY, member->key_span, MU_FMT(member->key),
                                     label(check, place->def));
    mu_check_place(check, diag, &inside, unknown_hint(check, place, member->key));
}

static void report_missing(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop)
{
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_MISSING_PROPERTY, node->span, prop->name, label(check, place->def));
    if (prop->check == mu_check_mark)
        mu_check_place(check, diag, place,
                       MU_STR("a view has a 'mark', or it is one of: layer, facet, concat, hconcat, vconcat, repeat"));
    else
        mu_check_place(check, diag, place, mu_str_printf(check->diags->arena, "%s: %s", prop->name, prop->doc));
}

static void check_required(MuCheck *check, const MuPlace *place, const MuNode *node, const MuDef *def)
{
    for (const MuProp *p = def->props; p->name; p++) {
        if (p->required && !mu_node_get(node, p->name))
            report_missing(check, place, node, p);
    }
    for (size_t i = 0; def->includes && def->includes[i]; i++)
        check_required(check, place, node, def->includes[i]);
}

/* Is "def.key" among the properties that are not drawn, for the definition or one that it includes? */
static bool is_later(const MuGrammar *grammar, const MuDef *def, MuStr key)
{
    for (size_t i = 0; grammar->later && grammar->later[i]; i++) {
        MuStr listed = mu_str(grammar->later[i]);
        size_t size = strlen(def->name);
        if (mu_str_starts(listed, def->name) && listed.size > size && listed.at[size] == '.' &&
            mu_str_eq(mu_str_slice(listed, size + 1, listed.size), key))
            return true;
    }
    for (size_t i = 0; def->includes && def->includes[i]; i++) {
        if (is_later(grammar, def->includes[i], key))
            return true;
    }
    return false;
}

void mu_check_object(MuCheck *check, const MuPlace *place, const MuNode *node, const MuDef *def)
{
    MuPlace here = *place;
    here.def = def;
    for (size_t i = 0; i < node->object.size; i++) {
        const MuMember *member = &node->object.at[i];
        const MuProp *prop = mu_def_prop(def, member->key);
        MuPlace inside = mu_place_key(&here, member->key);
        if (!prop && !def->other) {
            report_unknown(check, &here, member);
            continue;
        }
        if (is_later(check->grammar, def, member->key))
            mu_check_not_drawn(check, &inside, member->key_span, "", member->key);
        mu_check_value(check, &inside, member->value, prop ? prop : def->other);
    }
    check_required(check, &here, node, def);
}

/* --- the spec --- */

/* What shows that a spec is Vega's: its $schema, else its list of marks; NULL: nothing does. */
static const MuNode *sign_of_vega(const MuNode *spec)
{
    const MuNode *schema = mu_node_get(spec, "$schema");
    if (mu_str_find(mu_node_string(schema, MU_STR("")), MU_STR("/vega/"), 0) != SIZE_MAX)
        return schema;
    return mu_node_get(spec, "mark") ? NULL : mu_node_get(spec, "marks");
}

static void report_vega(MuCheck *check, const MuNode *sign)
{
    MuDiag *diag = mu_diag(check->diags, MU_DIAG_VEGA_SPEC, sign->span);
    mu_diag_hint(check->diags, diag,
                 "the $schema of a Vega-Lite spec is https://vega.github.io/schema/vega-lite/v6.json, or left out");
}

bool mu_spec_check(const MuNode *spec, const MuNode *config, const MuGrammar *grammar, MuArena *arena, MuDiags *diags)
{
    static const MuGrammar ALL = {0};
    static const MuProp ROOT = {.takes = MU_TAKES_OBJECT, .check = mu_check_view};
    MuCheck check = {grammar ? grammar : &ALL, arena, diags, spec, config};
    size_t errors = diags->errors;
    MuPlace root = {0};
    const MuNode *vega = sign_of_vega(spec);
    if (vega)
        report_vega(&check, vega);
    else
        mu_check_value(&check, &root, spec, &ROOT);
    return diags->errors == errors;
}

bool mu_config_check(const MuNode *config, const MuNode *spec, const MuGrammar *grammar, MuArena *arena, MuDiags *diags)
{
    static const MuGrammar ALL = {0};
    static const MuProp CONFIG = {.takes = MU_TAKES_OBJECT, .def = &mu_def_config};
    MuCheck check = {grammar ? grammar : &ALL, arena, diags, spec, config};
    size_t errors = diags->errors;
    MuPlace root = {0};
    mu_check_value(&check, &root, config, &CONFIG);
    return diags->errors == errors;
}
