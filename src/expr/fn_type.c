/* Type tests and conversions, as vega-util defines them: the to… functions give null for nothing. */
#include "expr/function.h"
#include "expr/operate.h"

static MuValue is_kind(const MuCall *call, MuKind kind)
{
    return mu_bool(mu_arg(call, 0).kind == kind);
}

static MuValue is_array(MuCall *call)
{
    return is_kind(call, MU_ARRAY);
}
static MuValue is_boolean(MuCall *call)
{
    return is_kind(call, MU_BOOL);
}
static MuValue is_date(MuCall *call)
{
    return is_kind(call, MU_DATE);
}
static MuValue is_number(MuCall *call)
{
    return is_kind(call, MU_NUMBER);
}
static MuValue is_regexp(MuCall *call)
{
    return is_kind(call, MU_REGEXP);
}
static MuValue is_string(MuCall *call)
{
    return is_kind(call, MU_STRING);
}
static MuValue is_tuple(MuCall *call)
{
    return is_kind(call, MU_ROW);
}
static MuValue is_defined(MuCall *call)
{
    return mu_bool(mu_arg(call, 0).kind != MU_UNDEFINED);
}

static MuValue is_object(MuCall *call)
{
    MuKind kind = mu_arg(call, 0).kind;
    return mu_bool(kind == MU_DATE || kind >= MU_ARRAY);
}

/* v != null && v === v: an invalid date is valid, as it is the same as itself. */
static MuValue is_valid(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return mu_bool(v.kind > MU_NULL && !(v.kind == MU_NUMBER && isnan(v.number)));
}

static MuValue is_nan(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return mu_bool(v.kind == MU_NUMBER && isnan(v.number));
}

static MuValue is_finite(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return mu_bool(v.kind == MU_NUMBER && isfinite(v.number));
}

/* null, undefined and "" */
static bool is_nothing(MuValue v)
{
    return v.kind <= MU_NULL || (v.kind == MU_STRING && !v.size);
}

static MuValue to_boolean(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (is_nothing(v))
        return mu_null();
    bool no = v.kind == MU_STRING && (mu_str_is(mu_value_str(v), "false") || mu_str_is(mu_value_str(v), "0"));
    return mu_bool(!no && mu_to_bool(v));
}

/* A number or a date is kept, of a text the time in ms is given. */
static MuValue to_date(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (is_nothing(v))
        return mu_null();
    if (v.kind == MU_NUMBER || v.kind == MU_DATE)
        return v;
    return mu_number(mu_date_parse(mu_string_of(call->env->arena, v), call->env->zone));
}

static MuValue to_number(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return is_nothing(v) ? mu_null() : mu_number(mu_to_number(v));
}

static MuValue to_string(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return is_nothing(v) ? mu_null() : mu_string(mu_string_of(call->env->arena, v));
}

static const MuFunction table[] = {
    {"isArray", 1, 1, .signature = "isArray(value)", .doc = "whether it is an array", .call = is_array},
    {"isBoolean", 1, 1, .signature = "isBoolean(value)", .doc = "whether it is true or false", .call = is_boolean},
    {"isDate", 1, 1, .signature = "isDate(value)", .doc = "whether it is a date (a number of ms is none)",
     .call = is_date},
    {"isDefined", 1, 1, .signature = "isDefined(value)", .doc = "false for a field that is not there",
     .call = is_defined},
    {"isNumber", 1, 1, .signature = "isNumber(value)", .doc = "whether it is a number; NaN is one", .call = is_number},
    {"isObject", 1, 1, .signature = "isObject(value)", .doc = "whether it is an object, array or date",
     .call = is_object},
    {"isRegExp", 1, 1, .signature = "isRegExp(value)", .doc = "whether it is a regular expression", .call = is_regexp},
    {"isString", 1, 1, .signature = "isString(value)", .doc = "whether it is a text", .call = is_string},
    {"isTuple", 1, 1, .signature = "isTuple(value)", .doc = "whether it is a row of data", .call = is_tuple},
    {"isValid", 1, 1, .signature = "isValid(value)", .doc = "neither null, undefined nor NaN", .call = is_valid},
    {"isNaN", 1, 1, .signature = "isNaN(value)", .doc = "whether it is the number NaN", .call = is_nan},
    {"isFinite", 1, 1, .signature = "isFinite(value)", .doc = "whether it is a finite number", .call = is_finite},
    {"toBoolean", 1, 1, .signature = "toBoolean(value)", .doc = "true or false; null for nothing", .call = to_boolean},
    {"toDate", 1, 1, .signature = "toDate(value)", .doc = "the time in ms; null for nothing", .call = to_date},
    {"toNumber", 1, 1, .signature = "toNumber(value)", .doc = "the number; null for nothing", .call = to_number},
    {"toString", 1, 1, .signature = "toString(value)", .doc = "the text; null for nothing", .call = to_string},
};

const MuFamily mu_functions_type = MU_FAMILY("types", table);
