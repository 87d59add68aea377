/* Walks the tree. An error ends the evaluation: the environment is marked as failed, and what still runs
 * on the way out sees undefined and adds no further error. */
#include "data/table.h"
#include "expr/ast.h"
#include "expr/colour.h"
#include "expr/function.h"
#include "expr/operate.h"

typedef struct Eval {
    const MuExpr *expr;
    MuEnv *env;
} Eval;

static MuValue eval(const Eval *e, MuTerm *t);

static MuCall here(const Eval *e, const MuTerm *t)
{
    return (MuCall){.env = e->env, .expr = e->expr, .term = t};
}

/* ---- names and members ---- */

static MuValue eval_name(const Eval *e, const MuTerm *t)
{
    MuValue value = mu_undefined();
    MuEnv *env = e->env;
    if (env->failed || (env->name && env->name(env->context, t->name, &value)))
        return value;
    MuCall call = here(e, t);
    return MU_FAIL(&call, MU_DIAG_EXPR_NAME, MU_FMT(t->name));
}

static MuValue eval_parent(const Eval *e)
{
    MuValue value = e->env->parent;
    if (value.kind == MU_UNDEFINED && e->env->name)
        e->env->name(e->env->context, MU_STR("parent"), &value);
    return value;
}

static MuValue cannot_read(const Eval *e, const MuTerm *t, MuStr key, const char *noun)
{
    if (e->env->failed)
        return mu_undefined();
    MuCall call = here(e, t);
    return MU_FAIL(&call, MU_DIAG_EXPR_READ, MU_FMT(key), noun);
}

/* The column of the field in the row's table, or NULL. Where it stood for the row before is looked at first; the
 * name is compared, so a wrong guess costs one comparison and can do no harm. */
static const MuColumn *find_column(MuTerm *t, const MuTable *table)
{
    const MuMap *columns = &table->columns;
    if (t->hint < columns->size && mu_str_eq(columns->entries[t->hint].key, t->name))
        return columns->entries[t->hint].value;
    for (uint32_t i = 0; i < columns->size; i++) {
        if (mu_str_eq(columns->entries[i].key, t->name)) {
            t->hint = i;
            return columns->entries[i].value;
        }
    }
    return NULL;
}

static MuValue eval_field(const Eval *e, MuTerm *t)
{
    MuValue datum = e->env->datum;
    if (datum.kind == MU_ROW) {
        const MuColumn *column = find_column(t, datum.ref);
        return column ? mu_column_value(column, datum.size) : mu_undefined();
    }
    if (datum.kind <= MU_NULL)
        return cannot_read(e, t, t->name, "datum, which is not to be had here");
    return mu_property(e->env->arena, datum, t->name);
}

static MuValue eval_member(const Eval *e, MuTerm *t)
{
    MuValue object = eval(e, t->at[0]);
    if (object.kind <= MU_NULL)
        return cannot_read(e, t, t->name, mu_value_noun(object));
    return mu_property(e->env->arena, object, t->name);
}

static MuValue eval_index(const Eval *e, MuTerm *t)
{
    MuValue object = t->at[0]->kind == MU_TERM_DATUM ? e->env->datum : eval(e, t->at[0]);
    MuValue key = eval(e, t->at[1]);
    if (object.kind <= MU_NULL)
        return cannot_read(e, t, mu_string_of(e->env->arena, key), mu_value_noun(object));
    return mu_property_at(e->env->arena, object, key);
}

/* ---- arrays and objects ---- */

static MuValue eval_array(const Eval *e, MuTerm *t)
{
    MuValue array = mu_array_new(e->env->arena, t->count);
    for (uint32_t i = 0; i < t->count; i++)
        array.array->at[i] = eval(e, t->at[i]);
    return array;
}

static MuValue eval_object(const Eval *e, MuTerm *t)
{
    MuObject *object = mu_object_new(e->env->arena);
    for (uint32_t i = 0; i < t->count; i++)
        mu_object_set(e->env->arena, object, t->keys[i], eval(e, t->at[i]));
    return mu_object_value(object);
}

/* ---- operators ---- */

static MuValue eval_unary(const Eval *e, MuTerm *t)
{
    MuValue v = eval(e, t->at[0]);
    switch ((MuOperator)t->op) {
    case MU_OP_NOT:
        return mu_bool(!mu_to_bool(v));
    case MU_OP_MINUS:
        return mu_number(-mu_to_number(v));
    case MU_OP_BIT_NOT:
        return mu_number(~mu_to_int32(mu_to_number(v)));
    default:
        return mu_number(mu_to_number(v));
    }
}

static int32_t shift_left(int32_t bits, uint32_t by)
{
    return mu_to_int32((double)((uint32_t)bits << (by & 31)));
}

static int32_t shift_right(int32_t bits, uint32_t by)
{
    by &= 31; /* of a negative number: C leaves >> to the compiler */
    return bits >= 0 ? bits >> by : ~(~bits >> by);
}

static MuValue bitwise(MuOperator op, double x, double y)
{
    int32_t a = mu_to_int32(x), b = mu_to_int32(y);
    switch (op) {
    case MU_OP_BIT_OR:
        return mu_number(a | b);
    case MU_OP_BIT_XOR:
        return mu_number(a ^ b);
    case MU_OP_BIT_AND:
        return mu_number(a & b);
    case MU_OP_SHIFT_LEFT:
        return mu_number(shift_left(a, (uint32_t)b));
    case MU_OP_SHIFT_RIGHT:
        return mu_number(shift_right(a, (uint32_t)b));
    default:
        return mu_number((uint32_t)a >> ((uint32_t)b & 31));
    }
}

static MuValue arithmetic(MuOperator op, double x, double y)
{
    switch (op) {
    case MU_OP_SUBTRACT:
        return mu_number(x - y);
    case MU_OP_MULTIPLY:
        return mu_number(x * y);
    case MU_OP_DIVIDE:
        return mu_number(x / y);
    case MU_OP_REMAINDER:
        return mu_number(fmod(x, y));
    default:
        return bitwise(op, x, y);
    }
}

/* Both are numbers: what most expressions are made of. */
static MuValue on_numbers(MuOperator op, double x, double y)
{
    switch (op) {
    case MU_OP_ADD:
        return mu_number(x + y);
    case MU_OP_LESS:
        return mu_bool(x < y);
    case MU_OP_GREATER:
        return mu_bool(x > y);
    case MU_OP_AT_MOST:
        return mu_bool(x <= y);
    case MU_OP_AT_LEAST:
        return mu_bool(x >= y);
    case MU_OP_EQUAL:
    case MU_OP_SAME:
        return mu_bool(x == y);
    case MU_OP_UNEQUAL:
    case MU_OP_DIFFERENT:
        return mu_bool(x != y);
    default:
        return arithmetic(op, x, y);
    }
}

/* The column of numbers kept as text that this operand reads, or NULL: "9" > "10", and "1" + 2 is "12". */
static const MuColumn *text_numbers(const Eval *e, MuTerm *t)
{
    if (t->kind != MU_TERM_FIELD || t->told || e->env->datum.kind != MU_ROW)
        return NULL;
    const MuColumn *column = find_column(t, e->env->datum.ref);
    t->told = true; /* looked at once, whatever comes of it */
    if (!column || column->kind != MU_COLUMN_TEXT || !column->text.size)
        return NULL;
    for (size_t i = 0; i < column->text.size; i++)
        if (column->text.words[i].size && isnan(mu_to_number(mu_string(column->text.words[i]))))
            return NULL;
    return column;
}

static void warn_text_numbers(const Eval *e, const MuTerm *t, MuTerm *operand, MuValue other)
{
    bool adds = t->op == MU_OP_ADD;
    if (adds && other.kind != MU_NUMBER && isnan(mu_to_number(other)))
        return; /* joining with words is meant */
    const MuColumn *column = text_numbers(e, operand);
    if (!column)
        return;
    MuCall call = here(e, t);
    MuDiag *diag = mu_diag(mu_call_diags(&call), MU_DIAG_EXPR_TEXT_NUMBERS, mu_call_span(&call), MU_FMT(column->name),
                           adds ? "+ joins texts here" : "they are compared letter by letter");
    mu_diag_hint(mu_call_diags(&call), diag, "write toNumber(%.*s), or declare the column in format.parse",
                 (int)(operand->end - operand->start), e->expr->text.at + operand->start);
}

/* A date beside a text: the text as a time, where it is one. In JavaScript no text is before or after a date, and
 * none is equal to it. */
static bool as_times(const Eval *e, MuValue *a, MuValue *b)
{
    MuValue *text = a->kind == MU_STRING ? a : b, *date = text == a ? b : a;
    if (e->env->vega || text->kind != MU_STRING || date->kind != MU_DATE)
        return false;
    double ms = mu_date_parse(mu_value_str(*text), e->env->zone);
    if (isnan(ms))
        return false;
    *text = mu_number(ms);
    *date = mu_number(date->number);
    return true;
}

static MuValue compare(const Eval *e, MuTerm *t, MuValue a, MuValue b)
{
    MuArena *arena = e->env->arena;
    if (a.kind == MU_STRING && b.kind == MU_STRING) {
        warn_text_numbers(e, t, t->at[0], b);
        warn_text_numbers(e, t, t->at[1], a);
    }
    switch ((MuOperator)t->op) {
    case MU_OP_LESS:
        return mu_bool(mu_less(arena, a, b) == 1);
    case MU_OP_GREATER:
        return mu_bool(mu_less(arena, b, a) == 1);
    case MU_OP_AT_MOST:
        return mu_bool(mu_less(arena, b, a) == 0);
    default:
        return mu_bool(mu_less(arena, a, b) == 0);
    }
}

static MuValue add(const Eval *e, MuTerm *t, MuValue a, MuValue b)
{
    if (a.kind == MU_STRING)
        warn_text_numbers(e, t, t->at[0], b);
    if (b.kind == MU_STRING)
        warn_text_numbers(e, t, t->at[1], a);
    MuValue sum = mu_add(e->env->arena, a, b);
    if (sum.kind != MU_STRING || sum.size <= MU_EXPR_BYTES)
        return sum;
    MuCall call = here(e, t);
    return MU_FAIL(&call, MU_DIAG_EXPR_LIMIT, "joining with +", "16 MB of text");
}

static MuValue has(const Eval *e, MuTerm *t, MuValue key, MuValue object)
{
    bool listed = object.kind == MU_ARRAY || object.kind == MU_OBJECT || object.kind == MU_ROW;
    if (listed)
        return mu_bool(mu_has_property(object, mu_string_of(e->env->arena, key)));
    if (e->env->failed)
        return mu_undefined();
    MuCall call = here(e, t);
    return MU_FAIL(&call, MU_DIAG_EXPR_VALUE, "in", "an array or an object at its right", mu_value_noun(object));
}

static bool compares(MuOperator op)
{
    return op == MU_OP_LESS || op == MU_OP_GREATER || op == MU_OP_AT_MOST || op == MU_OP_AT_LEAST ||
           op == MU_OP_EQUAL || op == MU_OP_UNEQUAL;
}

static MuValue eval_binary(const Eval *e, MuTerm *t)
{
    MuValue a = eval(e, t->at[0]), b = eval(e, t->at[1]);
    MuOperator op = t->op;
    if (a.kind == MU_NUMBER && b.kind == MU_NUMBER && op != MU_OP_IN)
        return on_numbers(op, a.number, b.number);
    if (compares(op) && as_times(e, &a, &b))
        return on_numbers(op, a.number, b.number);
    switch (op) {
    case MU_OP_ADD:
        return add(e, t, a, b);
    case MU_OP_EQUAL:
        return mu_bool(mu_equal(e->env->arena, a, b));
    case MU_OP_UNEQUAL:
        return mu_bool(!mu_equal(e->env->arena, a, b));
    case MU_OP_SAME:
        return mu_bool(mu_value_same(a, b));
    case MU_OP_DIFFERENT:
        return mu_bool(!mu_value_same(a, b));
    case MU_OP_LESS:
    case MU_OP_GREATER:
    case MU_OP_AT_MOST:
    case MU_OP_AT_LEAST:
        return compare(e, t, a, b);
    case MU_OP_IN:
        return has(e, t, a, b);
    default:
        return arithmetic(op, mu_to_number(a), mu_to_number(b));
    }
}

static MuValue eval_logical(const Eval *e, MuTerm *t)
{
    MuValue left = eval(e, t->at[0]);
    return mu_to_bool(left) == (t->kind == MU_TERM_AND) ? eval(e, t->at[1]) : left;
}

/* ---- calls ---- */

static MuValue call_outside(MuCall *call)
{
    const MuFunction *f = call->term->function;
    MuEnv *env = call->env;
    MuValue value = mu_undefined();
    if (env->call && env->call(env->context, mu_str(f->name), call->arguments, call->count, env->arena, &value))
        return value;
    return MU_FAIL(call, MU_DIAG_EXPR_OUTSIDE, f->signature);
}

static MuValue eval_call(const Eval *e, MuTerm *t)
{
    const MuFunction *f = t->function;
    MuValue few[8], *arguments = t->count <= 8 ? few : MU_NEW_ARRAY(e->env->arena, MuValue, t->count);
    for (uint32_t i = 0; i < t->count; i++)
        arguments[i] = eval(e, t->at[i]);
    if (e->env->failed)
        return mu_undefined();
    if (f->math) /* NOLINTNEXTLINE(clang-analyzer-core.*): a call has what its function takes, one here */
        return mu_number(f->math(mu_to_number(arguments[0])));
    MuCall call = here(e, t);
    call.arguments = arguments;
    call.count = f->most != MU_ANY && t->count > f->most ? f->most : t->count;
    return f->outside ? call_outside(&call) : f->call(&call);
}

static MuValue eval(const Eval *e, MuTerm *t)
{
    switch ((MuTermKind)t->kind) {
    case MU_TERM_LITERAL:
        return t->value;
    case MU_TERM_NAME:
        return eval_name(e, t);
    case MU_TERM_DATUM:
        return e->env->datum;
    case MU_TERM_PARENT:
        return eval_parent(e);
    case MU_TERM_FIELD:
        return eval_field(e, t);
    case MU_TERM_MEMBER:
        return eval_member(e, t);
    case MU_TERM_INDEX:
        return eval_index(e, t);
    case MU_TERM_ARRAY:
        return eval_array(e, t);
    case MU_TERM_OBJECT:
        return eval_object(e, t);
    case MU_TERM_UNARY:
        return eval_unary(e, t);
    case MU_TERM_BINARY:
        return eval_binary(e, t);
    case MU_TERM_AND:
    case MU_TERM_OR:
        return eval_logical(e, t);
    case MU_TERM_CONDITIONAL:
        return eval(e, t->at[mu_to_bool(eval(e, t->at[0])) ? 1 : 2]);
    case MU_TERM_CALL:
        return eval_call(e, t);
    }
    return mu_undefined();
}

MuValue mu_expr_eval(const MuExpr *expr, MuEnv *env)
{
    Eval e = {expr, env};
    env->failed = false;
    MuValue value = eval(&e, expr->root);
    if (env->failed)
        return mu_undefined();
    return mu_is_colour(value) ? mu_string(mu_colour_text(env->arena, value)) : value;
}
