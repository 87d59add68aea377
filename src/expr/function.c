#include "expr/function.h"

#include "expr/lex.h"
#include "expr/operate.h"

const MuFamily *const *mu_functions(void)
{
    static const MuFamily *const families[] = {
        &mu_functions_type,  &mu_functions_math,   &mu_functions_stat,    &mu_functions_date,
        &mu_functions_array, &mu_functions_string, &mu_functions_regexp,  &mu_functions_format,
        &mu_functions_color, &mu_functions_ease,   &mu_functions_outside, NULL,
    };
    return families;
}

const MuFunction *mu_function_find(MuStr name)
{
    for (const MuFamily *const *family = mu_functions(); *family; family++)
        for (size_t i = 0; i < (*family)->size; i++)
            if (mu_str_is(name, (*family)->at[i].name))
                return &(*family)->at[i];
    return NULL;
}

MuStr mu_function_nearest(MuArena *arena, MuStr name)
{
    MU_VEC(MuStr) names = {0};
    for (const MuFamily *const *family = mu_functions(); *family; family++)
        for (size_t i = 0; i < (*family)->size; i++)
            if (!(*family)->at[i].refused)
                MU_PUSH(arena, &names, mu_str((*family)->at[i].name));
    return mu_nearest(name, names.at, names.size);
}

/* ---- arguments ---- */

double mu_arg_number(const MuCall *call, size_t i)
{
    return mu_to_number(mu_arg(call, i));
}
MuStr mu_arg_string(const MuCall *call, size_t i)
{
    return mu_string_of(call->env->arena, mu_arg(call, i));
}

double mu_arg_integer(const MuCall *call, size_t i, double missing)
{
    MuValue v = mu_arg(call, i);
    if (v.kind == MU_UNDEFINED)
        return missing;
    double number = mu_to_number(v);
    return isnan(number) ? 0 : trunc(number);
}

size_t mu_arg_index(const MuCall *call, size_t i, size_t size, size_t missing)
{
    double index = mu_arg_integer(call, i, (double)missing), length = (double)size;
    if (index < 0)
        index = fmax(0, index + length);
    return (size_t)fmin(index, length);
}

/* ---- errors ---- */

/* Where the caller collects none, they are collected to be dropped. */
MuDiags *mu_call_diags(const MuCall *call)
{
    if (call->env->diags)
        return call->env->diags;
    MuDiags *dropped = MU_NEW(call->env->arena, MuDiags);
    dropped->arena = call->env->arena;
    return dropped;
}

MuSpan mu_call_span(const MuCall *call)
{
    const MuExpr *expr = call->expr;
    if (!expr->span.source)
        return call->env->span;
    return mu_lex_span(expr->text, expr->span, call->term->start, call->term->end);
}

MuValue mu_call_end(const MuCall *call)
{
    call->env->failed = true;
    return mu_undefined();
}

MuValue mu_call_wrong(MuCall *call, size_t argument, const char *wanted)
{
    return MU_FAIL(call, MU_DIAG_EXPR_VALUE, call->term->function->signature, wanted,
                   mu_value_noun(mu_arg(call, argument)));
}

bool mu_call_array(MuCall *call, double size, MuValue *array)
{
    *array = mu_undefined();
    if (size <= MU_EXPR_ITEMS) {
        *array = mu_array_new(call->env->arena, size > 0 ? (size_t)size : 0);
        return true;
    }
    MU_FAIL(call, MU_DIAG_EXPR_LIMIT, call->term->function->signature, "a million items");
    return false;
}

bool mu_call_room(MuCall *call, double bytes)
{
    if (bytes <= MU_EXPR_BYTES)
        return true;
    MU_FAIL(call, MU_DIAG_EXPR_LIMIT, call->term->function->signature, "16 MB of text");
    return false;
}

/* Steele, Lea and Flood's SplitMix64 (2014); the upper 53 bits make the fraction. */
double mu_call_random(const MuCall *call)
{
    uint64_t z = call->expr->state->random += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}
