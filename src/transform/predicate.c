/* Vega-Lite's predicates. As vega-lite does before it filters (ParseNode.makeImplicitFromFilterTransform), a
 * field is read as what it is compared with: a number, a date, a text or a boolean. */
#include "transform/predicate.h"

#include "base/num.h"
#include "base/utf8.h"
#include "transform/engine.h"

typedef enum Test { EQUAL, LT, LTE, GT, GTE, RANGE, ONE_OF, VALID } Test;
typedef enum Form { EXPRESSION, FIELD, AND, OR, NOT, CONSTANT, PARAM } Form;

/* What a field is compared with: a value, or an expression that gives it. */
typedef struct Operand {
    MuExpr *expr;
    MuValue value;
    double ms; /* of a constant text that can be a time; NaN: it cannot */
} Operand;

struct MuPredicate {
    Form form;
    bool constant; /* of PARAM: what holds while nothing is selected */
    MuStr param;
    MuExpr *expr;
    MuPredicate **parts;
    size_t part_count;
    Test test;
    MuFieldPath path;
    MuTimeUnit unit; /* units 0: none */
    bool dates;      /* compared as times */
    bool vega;       /* a date is no time beside a text */
    const MuZone *zone;
    Operand *operands;
    size_t operand_count;
};

typedef struct Compiler {
    MuArena *arena;
    MuTable *table;
    const MuZone *zone;
    MuDiags *diags;
} Compiler;

/* --- Dates --- */

static const char *const MONTHS[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
static const char *const DAYS[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The index of a name of which the first three letters are told; -1 if there is none. */
static int name_index(MuStr name, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        size_t n = 0;
        while (n < 3 && n < name.size && lower(name.at[n]) == names[i][n])
            n++;
        if (n == 3)
            return i;
    }
    return -1;
}

/* A part of a DateTime as a number; months are counted from 0, days of the week too (7 is Sunday). */
static double part(const MuObject *object, const char *name, double fallback)
{
    MuValue value = mu_object_get(object, mu_str(name));
    if (value.kind == MU_UNDEFINED)
        return fallback;
    double number = mu_to_number(value);
    bool month = strcmp(name, "month") == 0, day = strcmp(name, "day") == 0;
    if (isnan(number) && value.kind == MU_STRING)
        return month ? name_index(mu_value_str(value), MONTHS, 12) : name_index(mu_value_str(value), DAYS, 7);
    return month ? number - 1 : day ? fmod(number, 7) : number;
}

static bool has(const MuObject *object, const char *name)
{
    return mu_object_get(object, mu_str(name)).kind != MU_UNDEFINED;
}

/* vega-lite's datetime.ts, dateTimeParts: what is left out is 2012-01-01 00:00; a day counts alone only. */
static double object_ms(const MuObject *object, const MuZone *zone)
{
    double year = part(object, "year", 2012), month = 0, date = 1;
    if (has(object, "month"))
        month = part(object, "month", 0);
    else if (has(object, "quarter"))
        month = (part(object, "quarter", 1) - 1) * 3;
    if (has(object, "date"))
        date = part(object, "date", 1);
    else if (has(object, "day") && object->size == 1)
        date = part(object, "day", 0) + 1;
    double hours = part(object, "hours", 0), minutes = part(object, "minutes", 0), seconds = part(object, "seconds", 0);
    if (isnan(year + month + date + hours + minutes + seconds))
        return NAN;
    bool utc = mu_to_bool(mu_object_get(object, MU_STR("utc")));
    return mu_civil_ms((int64_t)year, (int64_t)month + 1, (int64_t)date, (int64_t)hours, (int64_t)minutes,
                       (int64_t)seconds, part(object, "milliseconds", 0), utc ? NULL : zone);
}

static const char *single_unit(unsigned units)
{
    static const struct {
        unsigned unit;
        const char *name;
    } names[] = {{MU_UNIT_YEAR, "year"},       {MU_UNIT_QUARTER, "quarter"}, {MU_UNIT_MONTH, "month"},
                 {MU_UNIT_DATE, "date"},       {MU_UNIT_DAY, "day"},         {MU_UNIT_HOURS, "hours"},
                 {MU_UNIT_MINUTES, "minutes"}, {MU_UNIT_SECONDS, "seconds"}, {MU_UNIT_MILLISECONDS, "milliseconds"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].unit == units)
            return names[i].name;
    return NULL;
}

/* vega-lite's channeldef.ts, valueExpr: with a single unit a small number or a name is that unit's part. */
double mu_datetime_object(MuValue value, MuTimeUnit unit, const MuZone *zone)
{
    if (value.kind == MU_OBJECT)
        return object_ms(value.object, zone);
    if (value.kind == MU_DATE)
        return value.number;
    const char *name = single_unit(unit.units);
    double ms = value.kind == MU_STRING ? mu_date_parse(mu_value_str(value), zone) : mu_to_number(value);
    bool small = value.kind == MU_STRING ? isnan(ms) : ms < 10000;
    if (!name || unit.utc || !small)
        return ms;
    MuField field = {mu_str(name), value};
    MuObject object = {.size = 1, .capacity = 1, .at = &field};
    return object_ms(&object, zone);
}

/* --- Compiling --- */

static MuPredicate *compile(const Compiler *c, const MuNode *node);

static MuPredicate *constant(const Compiler *c, bool value)
{
    MuPredicate *p = MU_NEW(c->arena, MuPredicate);
    p->form = CONSTANT;
    p->constant = value;
    return p;
}

static MuPredicate *expression(const Compiler *c, MuStr text, MuSpan span)
{
    MuPredicate *p = MU_NEW(c->arena, MuPredicate);
    p->form = EXPRESSION;
    p->expr = mu_expr_compile(c->arena, text, span, c->diags);
    return p->expr ? p : NULL;
}

static MuPredicate *combination(const Compiler *c, const MuNode *list, Form form)
{
    MuPredicate *p = MU_NEW(c->arena, MuPredicate);
    p->form = form;
    p->part_count = list->kind == MU_ARRAY ? list->array.size : 1;
    p->parts = MU_NEW_ARRAY(c->arena, MuPredicate *, p->part_count);
    for (size_t i = 0; i < p->part_count; i++) {
        p->parts[i] = compile(c, list->kind == MU_ARRAY ? list->array.at[i] : list);
        if (!p->parts[i])
            return NULL;
    }
    return p;
}

static bool is_date_time(const MuNode *node)
{
    static const char *const keys[] = {"year",  "quarter", "month",   "date",        "day",
                                       "hours", "minutes", "seconds", "milliseconds"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (mu_node_get(node, keys[i]))
            return true;
    return false;
}

/* A constant, {expr}, {signal}, or a DateTime; texts and numbers beside a time unit are times. */
static bool read_operand(const Compiler *c, const MuNode *node, MuPredicate *p, Operand *operand)
{
    const MuNode *expr = mu_node_get(node, "expr");
    if (!expr)
        expr = mu_node_get(node, "signal");
    if (mu_node_is(expr, MU_STRING)) {
        operand->expr = mu_expr_compile(c->arena, expr->string, expr->span, c->diags);
        return operand->expr != NULL;
    }
    operand->value = mu_node_value(c->arena, node);
    bool date_time = is_date_time(node), text_or_number = node->kind == MU_STRING || node->kind == MU_NUMBER;
    if (!date_time && !(p->unit.units && text_or_number)) {
        operand->ms = node->kind == MU_STRING ? mu_date_parse(node->string, c->zone) : NAN;
        return true;
    }
    p->dates = true;
    operand->value = mu_number(mu_datetime_object(operand->value, p->unit, c->zone));
    if (!isnan(operand->value.number))
        return true;
    MuStr text = mu_to_string(c->diags->arena, mu_node_value(c->arena, node));
    mu_diag(c->diags, MU_DIAG_NO_SUCH_VALUE, node->span, MU_FMT(text), "date");
    return false;
}

static bool read_operands(const Compiler *c, const MuNode *node, MuPredicate *p)
{
    bool many = node->kind == MU_ARRAY;
    p->operand_count = many ? node->array.size : 1;
    p->operands = MU_NEW_ARRAY(c->arena, Operand, p->operand_count);
    for (size_t i = 0; i < p->operand_count; i++)
        if (!read_operand(c, many ? node->array.at[i] : node, p, &p->operands[i]))
            return false;
    return true;
}

bool mu_transform_time_unit_node(const MuNode *node, MuTimeUnit *unit, double *maxbins, MuDiags *diags)
{
    const MuNode *name = mu_node_is(node, MU_OBJECT) ? mu_node_get(node, "unit") : node;
    *unit = (MuTimeUnit){.step = 1};
    *maxbins = mu_node_number(mu_node_get(node, "maxbins"), NAN);
    if (mu_node_is(name, MU_STRING) && !mu_time_unit_parse(name->string, unit)) {
        mu_diag(diags, MU_DIAG_NO_SUCH_VALUE, name->span, MU_FMT(name->string), "time unit");
        return false;
    }
    unit->step = mu_node_number(mu_node_get(node, "step"), unit->step);
    unit->utc = mu_node_bool(mu_node_get(node, "utc"), unit->utc);
    return true;
}

static MuPredicate *field_predicate(const Compiler *c, const MuNode *node, const MuNode *field)
{
    static const struct {
        const char *name;
        Test test;
    } tests[] = {{"equal", EQUAL}, {"lt", LT},        {"lte", LTE},   {"gt", GT},      {"gte", GTE},
                 {"range", RANGE}, {"oneOf", ONE_OF}, {"in", ONE_OF}, {"valid", VALID}};
    MuPredicate *p = MU_NEW(c->arena, MuPredicate);
    const MuNode *unit = mu_node_get(node, "timeUnit"), *operands = NULL;
    double maxbins;
    p->form = FIELD;
    p->path = mu_field_parse(c->arena, field->string);
    p->zone = c->zone;
    p->vega = c->table && c->table->vega;
    if (unit && !mu_transform_time_unit_node(unit, &p->unit, &maxbins, c->diags))
        return NULL;
    p->dates = unit != NULL;
    if (c->table && !mu_transform_field(c->table, field, c->diags))
        return NULL;
    for (size_t i = 0; !operands && i < sizeof tests / sizeof *tests; i++) {
        operands = mu_node_get(node, tests[i].name);
        p->test = tests[i].test;
    }
    if (operands)
        return read_operands(c, operands, p) ? p : NULL;
    mu_diag(c->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "a predicate on a field",
            "one of equal, lt, lte, gt, gte, range, oneOf, valid");
    return NULL;
}

static MuPredicate *compile(const Compiler *c, const MuNode *node)
{
    static const struct {
        const char *key;
        Form form;
    } forms[] = {{"and", AND}, {"or", OR}, {"not", NOT}};
    if (node->kind == MU_STRING)
        return expression(c, node->string, node->span);
    if (node->kind == MU_BOOL)
        return constant(c, node->boolean);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const MuNode *list = mu_node_get(node, forms[i].key);
        if (list)
            return combination(c, list, forms[i].form);
    }
    const MuNode *field = mu_node_get(node, "field"), *expr = mu_node_get(node, "expr");
    if (mu_node_is(field, MU_STRING))
        return field_predicate(c, node, field);
    if (mu_node_is(expr, MU_STRING))
        return expression(c, expr->string, expr->span);
    const MuNode *param = mu_node_get(node, "param");
    if (mu_node_is(param, MU_STRING)) {
        MuPredicate *p = constant(c, mu_node_bool(mu_node_get(node, "empty"), true));
        p->form = PARAM;
        p->param = param->string;
        return p;
    }
    mu_diag(c->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "a predicate",
            "a field, a param, an expression, and, or, not");
    return NULL;
}

MuPredicate *mu_predicate_compile(MuArena *arena, const MuNode *node, MuTable *table, const MuZone *zone,
                                  MuDiags *diags)
{
    Compiler compiler = {arena, table, zone, diags};
    return compile(&compiler, node);
}

/* --- Asking --- */

static MuValue operand_value(const Operand *operand, MuEnv *env)
{
    return operand->expr ? mu_expr_eval(operand->expr, env) : operand->value;
}

static MuValue field_value(const MuFieldPath *path, MuValue datum)
{
    MuValue value = mu_value_member(datum, path->text);
    return value.kind == MU_UNDEFINED ? mu_field_walk(path, 0, datum) : value;
}

/* An empty text is not known: it fails every comparison. */
static bool is_blank(MuValue value)
{
    return value.kind == MU_STRING && mu_str_trim(mu_value_str(value)).size == 0;
}

static MuValue as_time(const MuPredicate *p, MuValue value)
{
    double ms = NAN;
    if (value.kind == MU_STRING)
        ms = mu_date_parse(mu_value_str(value), p->zone);
    else if (value.kind == MU_NUMBER || value.kind == MU_DATE)
        ms = value.number;
    if (p->unit.units && !p->unit.binned && !isnan(ms))
        ms = mu_time_unit_floor(p->unit, ms, p->zone);
    return mu_number(ms);
}

/* The field's value as the kind of what it is compared with. */
static MuValue as_kind(const MuPredicate *p, MuValue value, MuValue other, MuArena *arena)
{
    if (p->dates)
        return as_time(p, value);
    if (value.kind == MU_UNDEFINED || value.kind == MU_NULL)
        return mu_null();
    if (other.kind == MU_NUMBER || other.kind == MU_DATE)
        return is_blank(value) ? mu_number(NAN) : mu_number(mu_to_number(value));
    if (other.kind == MU_STRING)
        return mu_string(mu_to_string(arena, value));
    if (other.kind == MU_BOOL && value.kind == MU_STRING)
        return mu_bool(!mu_str_is(mu_value_str(value), "false") && !mu_str_is(mu_value_str(value), "0") && value.size);
    return value;
}

/* The operand beside the field's value: a text beside a date is a time, where it can be one. */
static MuValue operand_beside(const MuPredicate *p, const Operand *operand, MuValue value, MuEnv *env)
{
    MuValue other = operand_value(operand, env);
    if (p->vega || value.kind != MU_DATE || other.kind != MU_STRING)
        return other;
    double ms = operand->expr ? mu_date_parse(mu_value_str(other), p->zone) : operand->ms;
    return isnan(ms) ? other : mu_number(ms);
}

static MuValue plain(MuValue value)
{
    return value.kind == MU_DATE ? mu_number(value.number) : value;
}

static bool less(MuValue a, MuValue b, bool or_equal)
{
    if (a.kind == MU_STRING && b.kind == MU_STRING) {
        int order = mu_utf16_cmp(mu_value_str(a), mu_value_str(b));
        return order < 0 || (or_equal && order == 0);
    }
    double x = mu_to_number(a), y = mu_to_number(b);
    return or_equal ? x <= y : x < y;
}

/* A bound of null is none. */
static bool in_range(const MuPredicate *p, MuValue value, MuEnv *env)
{
    MuValue bounds[2] = {mu_null(), mu_null()};
    for (size_t i = 0; i < 2 && i < p->operand_count; i++)
        bounds[i] = operand_beside(p, &p->operands[i], value, env);
    if (p->operand_count == 1 && bounds[0].kind == MU_ARRAY && bounds[0].array->size >= 2) {
        bounds[1] = bounds[0].array->at[1];
        bounds[0] = bounds[0].array->at[0];
    }
    if (value.kind == MU_UNDEFINED)
        return bounds[0].kind == MU_NULL && bounds[1].kind == MU_NULL;
    value = as_kind(p, value, bounds[0].kind == MU_NULL ? bounds[1] : bounds[0], env->arena);
    return (bounds[0].kind == MU_NULL || less(bounds[0], value, true)) &&
           (bounds[1].kind == MU_NULL || less(value, bounds[1], true));
}

static bool is_one_of(const MuPredicate *p, MuValue value, MuEnv *env)
{
    for (size_t i = 0; i < p->operand_count; i++) {
        MuValue other = plain(operand_beside(p, &p->operands[i], value, env));
        if (mu_value_same(plain(as_kind(p, value, other, env->arena)), other))
            return true;
    }
    return false;
}

static bool is_valid(MuValue value)
{
    bool known = value.kind != MU_UNDEFINED && value.kind != MU_NULL && !is_blank(value);
    return known && isfinite(mu_to_number(value));
}

static bool field_holds(const MuPredicate *p, MuEnv *env)
{
    MuValue value = field_value(&p->path, env->datum);
    if (p->test == RANGE)
        return in_range(p, value, env);
    if (p->test == EQUAL || p->test == ONE_OF)
        return is_one_of(p, value, env);
    if (p->test == VALID)
        return is_valid(p->dates ? as_time(p, value) : value) == mu_to_bool(operand_value(&p->operands[0], env));
    MuValue other = operand_beside(p, &p->operands[0], value, env);
    value = as_kind(p, value, other, env->arena);
    bool or_equal = p->test == LTE || p->test == GTE;
    return p->test == LT || p->test == LTE ? less(value, other, or_equal) : less(other, value, or_equal);
}

/* The environment knows the selections that begin with a value: vlSelectionTest(name, datum). */
static bool param_holds(const MuPredicate *p, MuEnv *env)
{
    MuValue arguments[] = {mu_string(p->param), env->datum}, value;
    if (env->call && env->call(env->context, MU_STR("vlSelectionTest"), arguments, 2, env->arena, &value))
        return mu_to_bool(value);
    return p->constant;
}

bool mu_predicate_holds(const MuPredicate *p, MuEnv *env)
{
    bool holds = p->form != OR;
    switch (p->form) {
    case CONSTANT:
        return p->constant;
    case PARAM:
        return param_holds(p, env);
    case EXPRESSION:
        return mu_to_bool(mu_expr_eval(p->expr, env));
    case FIELD:
        return field_holds(p, env);
    case NOT:
        return !mu_predicate_holds(p->parts[0], env);
    case AND:
    case OR:
        break;
    }
    for (size_t i = 0; i < p->part_count && holds == (p->form == AND); i++)
        holds = mu_predicate_holds(p->parts[i], env);
    return holds;
}
