/* A Pratt parser: an operand, then operators as long as they bind tighter than what waits for the
 * result. The grammar is that of vega-expression 6: JavaScript's expressions without assignment,
 * comma, typeof, new, methods and functions as values. Names of functions and counts of arguments are
 * checked here, so that an expression that compiles can only fail on its data. */
#include "expr/ast.h"
#include "expr/function.h"
#include "expr/lex.h"
#include "expr/operate.h"
#include "expr/regexp.h"

#include "base/map.h"
#include "base/num.h"

typedef struct Parser {
    MuLexer lexer;
    MuToken token; /* the next one */
    MuExpr *expr;
    MuMap names, fields;
    int nesting;
    bool bad;
} Parser;

static MuTerm *parse(Parser *p);

static void advance(Parser *p)
{
    p->token = mu_lex(&p->lexer);
    p->bad |= p->token.kind == MU_TOKEN_BAD;
}

/* The first error only: what follows from it would mislead. */
static MuDiag *error_at(Parser *p, size_t start, size_t end, MuCode code, const char *message)
{
    if (p->bad)
        return NULL;
    p->bad = true;
    return mu_diag(p->lexer.diags, code, mu_lex_span(p->expr->text, p->expr->span, start, end), message);
}

static void hint(Parser *p, MuDiag *diag, const char *text)
{
    if (diag)
        mu_diag_hint(p->lexer.diags, diag, "%s", text);
}

static MuTerm *fail(Parser *p, const char *message, const char *advice)
{
    MuDiag *diag = error_at(p, p->token.start, p->token.end, MU_DIAG_EXPR_SYNTAX, message);
    if (advice)
        hint(p, diag, advice);
    return NULL;
}

/* A token where none like it may stand, with advice for what people bring from other languages. */
static MuTerm *unexpected(Parser *p)
{
    static const struct {
        const char *text, *advice;
    } known[] = {
        {"=", "compare with == or ==="},
        {"**", "write pow(a, b)"},
        {"??", "write isValid(a) ? a : b"},
        {"?.", "write isValid(a) ? a.b : null"},
        {"=>", "functions cannot be written here"},
        {"++", "nothing can be changed here"},
        {"--", "nothing can be changed here; for a double minus put a space between"},
        {"...", "there is no spread here"},
        {"and", "write &&"},
        {"or", "write ||"},
        {"not", "write !"},
        {"typeof", "ask isNumber(x), isString(x), isDate(x), …"},
        {"instanceof", "ask isArray(x), isDate(x), isObject(x), …"},
        {"new", "write datetime(…) or regexp(…)"},
        {"function", "functions cannot be written here"},
        {";", "an expression is one value; leave the semicolon out"},
    };
    if (p->token.kind == MU_TOKEN_END)
        return fail(p, "the expression ends too early", NULL);
    MuStr message = mu_str_printf(p->lexer.arena, "'%.*s' cannot stand here", MU_FMT(p->token.text));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (p->token.kind != MU_TOKEN_STRING && mu_str_is(p->token.text, known[i].text))
            return fail(p, message.at, known[i].advice);
    return fail(p, message.at, NULL);
}

static bool at_mark(const Parser *p, const char *mark)
{
    return p->token.kind == MU_TOKEN_MARK && mu_str_is(p->token.text, mark);
}

static bool accept(Parser *p, const char *mark)
{
    if (!at_mark(p, mark))
        return false;
    advance(p);
    return true;
}

/* `opened` is the byte where the bracket stands that has to be closed, or SIZE_MAX. */
static bool expect(Parser *p, const char *mark, size_t opened)
{
    if (accept(p, mark))
        return true;
    if (p->token.kind == MU_TOKEN_END && opened != SIZE_MAX)
        error_at(p, opened, opened + 1, MU_DIAG_EXPR_SYNTAX, "this bracket is not closed");
    else
        unexpected(p);
    return false;
}

/* ---- terms ---- */

static MuTerm *term(Parser *p, MuTermKind kind, size_t start, size_t children)
{
    MuTerm *t = MU_NEW(p->lexer.arena, MuTerm);
    t->kind = (uint8_t)kind;
    t->start = (uint32_t)start;
    t->end = p->token.start;
    t->count = (uint32_t)children;
    t->at = children ? MU_NEW_ARRAY(p->lexer.arena, MuTerm *, children) : NULL;
    return t;
}

/* Sets the end and the depth once the children stand. NULL if one of them is missing or the tree is
 * too deep. */
static MuTerm *finish(Parser *p, MuTerm *t, size_t end)
{
    unsigned depth = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        if (!t->at[i])
            return NULL;
        depth = t->at[i]->depth > depth ? t->at[i]->depth : depth;
    }
    if (depth >= MU_EXPR_DEPTH) {
        error_at(p, t->start, end, MU_DIAG_EXPR_SYNTAX, "the expression has too many parts in one chain");
        return NULL;
    }
    t->depth = (uint16_t)(depth + 1);
    t->end = (uint32_t)end;
    return t;
}

static MuTerm *literal(Parser *p, MuValue value, size_t start, size_t end)
{
    MuTerm *t = term(p, MU_TERM_LITERAL, start, 0);
    t->value = value;
    return finish(p, t, end);
}

static bool is_literal(const MuTerm *t)
{
    return t->kind == MU_TERM_LITERAL;
}

static bool all_literal(const MuTerm *t)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (!is_literal(t->at[i]))
            return false;
    return true;
}

typedef MU_VEC(MuTerm *) Terms;

static MuTerm *with_children(Parser *p, MuTermKind kind, size_t start, size_t end, const Terms *terms)
{
    MuTerm *t = term(p, kind, start, terms->size);
    if (terms->size)
        memcpy(t->at, terms->at, terms->size * sizeof *t->at);
    return finish(p, t, end);
}

/* ---- names ---- */

static const struct {
    const char *name;
    double value;
} constants[] = {
    {"NaN", NAN},
    {"E", 2.718281828459045},
    {"LN2", 0.6931471805599453},
    {"LN10", 2.302585092994046},
    {"LOG2E", 1.4426950408889634},
    {"LOG10E", 0.4342944819032518},
    {"PI", 3.141592653589793},
    {"SQRT1_2", 0.7071067811865476},
    {"SQRT2", 1.4142135623730951},
    {"MIN_VALUE", 5e-324},
    {"MAX_VALUE", 1.7976931348623157e308},
};

/* null, true, false and the constants. */
static bool constant_value(MuStr name, MuValue *value)
{
    *value = mu_str_is(name, "null") ? mu_null() : mu_bool(mu_str_is(name, "true"));
    if (value->kind == MU_NULL || value->boolean || mu_str_is(name, "false"))
        return true;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (mu_str_is(name, constants[i].name)) {
            *value = mu_number(constants[i].value);
            return true;
        }
    }
    return false;
}

static MuTerm *name_term(Parser *p, MuToken name)
{
    MuValue value;
    if (constant_value(name.text, &value))
        return literal(p, value, name.start, name.end);
    bool datum = mu_str_is(name.text, "datum"), parent = mu_str_is(name.text, "parent");
    if (mu_str_is(name.text, "event") || mu_str_is(name.text, "item") || mu_str_is(name.text, "_")) {
        MuStr message = mu_str_printf(p->lexer.arena, "there is no '%.*s' in a figure", MU_FMT(name.text));
        error_at(p, name.start, name.end, MU_DIAG_EXPR_SYNTAX, message.at);
        return NULL;
    }
    MuTerm *t = term(p, datum ? MU_TERM_DATUM : parent ? MU_TERM_PARENT : MU_TERM_NAME, name.start, 0);
    t->name = name.text;
    if (!datum && !parent)
        mu_map_put(p->lexer.arena, &p->names, name.text, t);
    return finish(p, t, name.end);
}

/* ---- calls ---- */

/* "2 arguments", "1 or 2 arguments", "2 to 4 arguments", "at least 1 argument". */
static const char *arity(MuArena *arena, const MuFunction *f)
{
    if (f->most == MU_ANY)
        return mu_str_printf(arena, "at least %d argument%s", f->least, f->least == 1 ? "" : "s").at;
    if (f->most == f->least)
        return mu_str_printf(arena, "%d argument%s", f->least, f->least == 1 ? "" : "s").at;
    const char *between = f->most == f->least + 1 ? "or" : "to";
    return mu_str_printf(arena, "%d %s %d arguments", f->least, between, f->most).at;
}

static MuTerm *refuse(Parser *p, MuToken name, const MuFunction *f)
{
    if (p->bad)
        return NULL;
    p->bad = true;
    MuSpan span = mu_lex_span(p->expr->text, p->expr->span, name.start, name.end);
    if (f) {
        mu_diag(p->lexer.diags, MU_DIAG_EXPR_REFUSED, span, MU_FMT(name.text), f->refused);
        return NULL;
    }
    MuDiag *diag = mu_diag(p->lexer.diags, MU_DIAG_EXPR_FUNCTION, span, MU_FMT(name.text));
    MuStr near = mu_function_nearest(p->lexer.arena, name.text);
    if (near.size)
        mu_diag_hint(p->lexer.diags, diag, "did you mean '%.*s'?", MU_FMT(near));
    return NULL;
}

static bool check_count(Parser *p, const MuTerm *t, const MuFunction *f)
{
    MuArena *arena = p->lexer.arena;
    MuSpan span = mu_lex_span(p->expr->text, p->expr->span, t->start, t->end);
    bool exact = mu_str_is(mu_str(f->name), "if") || mu_str_is(mu_str(f->name), "clamp");
    if (t->count < f->least || (exact && t->count > f->most)) {
        mu_diag(p->lexer.diags, MU_DIAG_EXPR_ARGUMENTS, span, f->name, arity(arena, f), (size_t)t->count, f->signature);
        p->bad = true;
        return false;
    }
    if (f->most != MU_ANY && t->count > f->most) {
        MuDiag *diag = mu_diag(p->lexer.diags, MU_DIAG_EXPR_EXTRA, span, f->name, arity(arena, f));
        if (f->math && mu_str_is(mu_str(f->name), "round"))
            hint(p, diag, "round gives a whole number; for decimals write format(x, '.1f')");
    }
    return true;
}

/* A pattern that is a literal is compiled once. */
static bool fold_pattern(Parser *p, MuTerm *pattern, const MuTerm *flags)
{
    bool text = is_literal(pattern) && pattern->value.kind == MU_STRING;
    if (!text || (flags && !(is_literal(flags) && flags->value.kind == MU_STRING)))
        return true;
    MuStr message;
    size_t at;
    const MuRegexp *regexp = mu_regexp_new(p->lexer.arena, mu_value_str(pattern->value),
                                           flags ? mu_value_str(flags->value) : MU_STR(""), &message, &at);
    if (!regexp) {
        MuSpan span = mu_lex_span(p->expr->text, p->expr->span, pattern->start, pattern->end);
        mu_diag(p->lexer.diags, MU_DIAG_EXPR_REGEXP, span, MU_FMT(message));
        p->bad = true;
        return false;
    }
    pattern->value = mu_regexp_value(regexp);
    return true;
}

static MuTerm *finish_call(Parser *p, MuTerm *t, const MuFunction *f)
{
    bool test = mu_str_is(mu_str(f->name), "test");
    if (!t || !check_count(p, t, f))
        return NULL;
    if (mu_str_is(mu_str(f->name), "if")) {
        t->kind = MU_TERM_CONDITIONAL;
        return t;
    }
    t->function = f;
    if (test || mu_str_is(mu_str(f->name), "regexp")) {
        if (!fold_pattern(p, t->at[0], !test && t->count > 1 ? t->at[1] : NULL))
            return NULL;
        if (!test && is_literal(t->at[0]) && t->at[0]->value.kind == MU_REGEXP &&
            (t->count == 1 || is_literal(t->at[1])))
            return t->at[0];
    }
    return t;
}

static MuTerm *parse_call(Parser *p, MuToken name)
{
    const MuFunction *f = mu_function_find(name.text);
    if (!f || f->refused)
        return refuse(p, name, f);
    size_t opened = p->token.start;
    Terms arguments = {0};
    advance(p);
    while (!at_mark(p, ")") || arguments.size) {
        MuTerm *argument = parse(p);
        MU_PUSH(p->lexer.arena, &arguments, argument);
        if (!argument)
            return NULL;
        if (!accept(p, ","))
            break;
    }
    size_t end = p->token.end;
    if (!expect(p, ")", opened))
        return NULL;
    return finish_call(p, with_children(p, MU_TERM_CALL, name.start, end, &arguments), f);
}

/* ---- literals of arrays and objects ---- */

static MuValue array_of(Parser *p, const MuTerm *t)
{
    MuValue array = mu_array_new(p->lexer.arena, t->count);
    for (uint32_t i = 0; i < t->count; i++)
        array.array->at[i] = t->at[i]->value;
    return array;
}

static MuValue object_of(Parser *p, const MuTerm *t)
{
    MuObject *object = mu_object_new(p->lexer.arena);
    for (uint32_t i = 0; i < t->count; i++)
        mu_object_set(p->lexer.arena, object, t->keys[i], t->at[i]->value);
    return mu_object_value(object);
}

static MuTerm *parse_array(Parser *p)
{
    size_t start = p->token.start;
    Terms items = {0};
    advance(p);
    while (!at_mark(p, "]")) {
        MuTerm *item = parse(p);
        if (!item)
            return NULL;
        MU_PUSH(p->lexer.arena, &items, item);
        if (!accept(p, ","))
            break;
    }
    size_t end = p->token.end;
    if (!expect(p, "]", start))
        return NULL;
    MuTerm *t = with_children(p, MU_TERM_ARRAY, start, end, &items);
    return t && all_literal(t) ? literal(p, array_of(p, t), start, end) : t;
}

/* Names the reference does not let an object have, because JavaScript means something by them. */
static bool is_magic(MuStr key)
{
    static const char *const names[] = {
        "constructor",    "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
        "toLocaleString", "toString",       "valueOf",       "then",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mu_str_is(key, names[i]))
            return true;
    return mu_str_starts(key, "__");
}

static bool parse_key(Parser *p, MuMap *keys)
{
    MuBuf number = {.arena = p->lexer.arena};
    MuStr key = p->token.text;
    if (p->token.kind == MU_TOKEN_NUMBER) {
        mu_num_write(&number, p->token.number);
        key = mu_buf_str(&number);
    } else if (p->token.kind == MU_TOKEN_END || p->token.kind == MU_TOKEN_MARK || p->token.kind == MU_TOKEN_BAD) {
        return unexpected(p) != NULL;
    }
    if (mu_map_get(keys, key))
        return fail(p, "this key stands twice in the object", NULL) != NULL;
    if (is_magic(key))
        return fail(p, "an object cannot have a key of this name", NULL) != NULL;
    mu_map_put(p->lexer.arena, keys, key, keys);
    advance(p);
    return expect(p, ":", SIZE_MAX);
}

static MuTerm *finish_object(Parser *p, const MuMap *keys, const Terms *values, size_t start, size_t end)
{
    MuTerm *t = with_children(p, MU_TERM_OBJECT, start, end, values);
    MuStr *names = MU_NEW_ARRAY(p->lexer.arena, MuStr, keys->size);
    for (size_t i = 0; i < keys->size; i++)
        names[i] = keys->entries[i].key;
    if (!t)
        return NULL;
    t->keys = names;
    return all_literal(t) ? literal(p, object_of(p, t), start, end) : t;
}

static MuTerm *parse_object(Parser *p)
{
    size_t start = p->token.start;
    MuMap keys = {0};
    Terms values = {0};
    advance(p);
    while (!at_mark(p, "}")) {
        MuTerm *value = parse_key(p, &keys) ? parse(p) : NULL;
        if (!value)
            return NULL;
        MU_PUSH(p->lexer.arena, &values, value);
        if (!accept(p, ","))
            break;
    }
    size_t end = p->token.end;
    return expect(p, "}", start) ? finish_object(p, &keys, &values, start, end) : NULL;
}

/* ---- operands ---- */

static MuTerm *parse_group(Parser *p)
{
    size_t opened = p->token.start;
    advance(p);
    MuTerm *inside = parse(p);
    return inside && expect(p, ")", opened) ? inside : NULL;
}

static MuTerm *parse_regexp(Parser *p)
{
    MuToken t = p->token = mu_lex_regexp(&p->lexer, p->token.start);
    p->bad |= t.kind == MU_TOKEN_BAD;
    if (p->bad)
        return NULL;
    MuStr message;
    size_t at;
    const MuRegexp *regexp = mu_regexp_new(p->lexer.arena, t.text, t.flags, &message, &at);
    if (!regexp) {
        MuSpan span = mu_lex_span(p->expr->text, p->expr->span, t.start, t.end);
        mu_diag(p->lexer.diags, MU_DIAG_EXPR_REGEXP, span, MU_FMT(message));
        p->bad = true;
        return NULL;
    }
    advance(p);
    return literal(p, mu_regexp_value(regexp), t.start, t.end);
}

static MuTerm *parse_operand(Parser *p)
{
    MuToken t = p->token;
    switch (t.kind) {
    case MU_TOKEN_NUMBER:
        advance(p);
        return literal(p, mu_number(t.number), t.start, t.end);
    case MU_TOKEN_STRING:
        advance(p);
        return literal(p, mu_string(t.text), t.start, t.end);
    case MU_TOKEN_KEYWORD:
        if (!mu_str_is(t.text, "if"))
            return unexpected(p);
        advance(p);
        return at_mark(p, "(") ? parse_call(p, t) : unexpected(p);
    case MU_TOKEN_NAME:
        advance(p);
        return at_mark(p, "(") ? parse_call(p, t) : name_term(p, t);
    case MU_TOKEN_MARK:
        if (mu_str_is(t.text, "("))
            return parse_group(p);
        if (mu_str_is(t.text, "["))
            return parse_array(p);
        if (mu_str_is(t.text, "{"))
            return parse_object(p);
        if (mu_str_is(t.text, "/") || mu_str_is(t.text, "/="))
            return parse_regexp(p);
        return unexpected(p);
    default:
        return unexpected(p);
    }
}

/* ---- members ---- */

static MuTerm *member(Parser *p, MuTerm *object, MuStr key, size_t end)
{
    bool datum = object->kind == MU_TERM_DATUM;
    MuTerm *t = term(p, datum ? MU_TERM_FIELD : MU_TERM_MEMBER, object->start, datum ? 0 : 1);
    t->name = key;
    if (datum)
        mu_map_put(p->lexer.arena, &p->fields, key, t);
    else
        t->at[0] = object;
    return finish(p, t, end);
}

static MuTerm *parse_dot(Parser *p, MuTerm *object)
{
    advance(p);
    MuToken key = p->token;
    if (key.kind != MU_TOKEN_NAME && key.kind != MU_TOKEN_KEYWORD)
        return unexpected(p);
    advance(p);
    if (!at_mark(p, "("))
        return member(p, object, key.text, key.end);
    MuStr of = mu_str_slice(p->expr->text, object->start, object->end);
    MuDiag *diag = error_at(p, key.start, key.end, MU_DIAG_EXPR_SYNTAX, "values have no methods here");
    if (diag && mu_function_find(key.text))
        mu_diag_hint(p->lexer.diags, diag, mu_str_is(of, "Math") ? "write %.*s(…) alone" : "write %.*s(%.*s …)",
                     MU_FMT(key.text), MU_FMT(of));
    return NULL;
}

/* `datum` alone, passed on whole, reads every column. */
static MuTerm *noted(Parser *p, MuTerm *t)
{
    p->expr->whole_datum |= t && t->kind == MU_TERM_DATUM;
    return t;
}

static MuTerm *parse_index(Parser *p, MuTerm *object)
{
    size_t opened = p->token.start;
    advance(p);
    MuTerm *key = parse(p);
    size_t end = p->token.end;
    if (!key || !expect(p, "]", opened))
        return NULL;
    if (is_literal(key) && (key->value.kind == MU_STRING || object->kind == MU_TERM_DATUM))
        return member(p, object, mu_string_of(p->lexer.arena, key->value), end);
    MuTerm *t = term(p, MU_TERM_INDEX, object->start, 2);
    t->at[0] = noted(p, object);
    t->at[1] = key;
    return finish(p, t, end);
}

static MuTerm *parse_members(Parser *p)
{
    MuTerm *t = parse_operand(p);
    while (t && !p->bad) {
        if (at_mark(p, "."))
            t = parse_dot(p, t);
        else if (at_mark(p, "["))
            t = parse_index(p, t);
        else if (at_mark(p, "("))
            return fail(p, "only a function's name can be called", NULL);
        else
            break;
    }
    return noted(p, t);
}

/* ---- operators ---- */

static MuTerm *unary(Parser *p, MuOperator op, size_t start, MuTerm *operand)
{
    if (!operand)
        return NULL;
    if (op <= MU_OP_MINUS && is_literal(operand) && operand->value.kind == MU_NUMBER) {
        double n = operand->value.number;
        return literal(p, mu_number(op == MU_OP_MINUS ? -n : n), start, operand->end);
    }
    MuTerm *t = term(p, MU_TERM_UNARY, start, 1);
    t->op = (uint8_t)op;
    t->at[0] = operand;
    return finish(p, t, operand->end);
}

static MuTerm *parse_unary(Parser *p)
{
    static const struct {
        const char *mark;
        MuOperator op;
    } operators[] = {{"-", MU_OP_MINUS}, {"+", MU_OP_PLUS}, {"!", MU_OP_NOT}, {"~", MU_OP_BIT_NOT}};
    if (p->nesting >= MU_EXPR_NESTING)
        return fail(p, "the expression is nested too deeply", NULL);
    p->nesting++;
    MuTerm *t = NULL;
    size_t i = 0, start = p->token.start;
    while (i < 4 && !at_mark(p, operators[i].mark))
        i++;
    if (i < 4) {
        advance(p);
        t = unary(p, operators[i].op, start, parse_unary(p));
    } else {
        t = parse_members(p);
    }
    p->nesting--;
    return t;
}

static const struct {
    const char *text;
    uint8_t precedence;
    MuOperator op;
} binaries[] = {
    {"||", 1, MU_OP_OR},
    {"&&", 2, MU_OP_AND},
    {"|", 3, MU_OP_BIT_OR},
    {"^", 4, MU_OP_BIT_XOR},
    {"&", 5, MU_OP_BIT_AND},
    {"==", 6, MU_OP_EQUAL},
    {"!=", 6, MU_OP_UNEQUAL},
    {"===", 6, MU_OP_SAME},
    {"!==", 6, MU_OP_DIFFERENT},
    {"<", 7, MU_OP_LESS},
    {">", 7, MU_OP_GREATER},
    {"<=", 7, MU_OP_AT_MOST},
    {">=", 7, MU_OP_AT_LEAST},
    {"in", 7, MU_OP_IN},
    {"<<", 8, MU_OP_SHIFT_LEFT},
    {">>", 8, MU_OP_SHIFT_RIGHT},
    {">>>", 8, MU_OP_SHIFT_RIGHT_ZERO},
    {"+", 9, MU_OP_ADD},
    {"-", 9, MU_OP_SUBTRACT},
    {"*", 11, MU_OP_MULTIPLY},
    {"/", 11, MU_OP_DIVIDE},
    {"%", 11, MU_OP_REMAINDER},
};

/* The row of the operator that stands next; the table's size if there is none. */
static size_t next_binary(const Parser *p)
{
    size_t i = 0, size = sizeof binaries / sizeof *binaries;
    if (p->token.kind != MU_TOKEN_MARK && p->token.kind != MU_TOKEN_KEYWORD)
        return size;
    while (i < size && !mu_str_is(p->token.text, binaries[i].text))
        i++;
    return i;
}

static MuTerm *binary(Parser *p, MuOperator op, MuTerm *left, MuTerm *right)
{
    MuTermKind kind = op == MU_OP_AND ? MU_TERM_AND : op == MU_OP_OR ? MU_TERM_OR : MU_TERM_BINARY;
    if (!left || !right)
        return NULL;
    MuTerm *t = term(p, kind, left->start, 2);
    t->op = (uint8_t)op;
    t->at[0] = left;
    t->at[1] = right;
    return finish(p, t, right->end);
}

static MuTerm *parse_binary(Parser *p, unsigned above)
{
    MuTerm *left = parse_unary(p);
    while (left && !p->bad) {
        size_t i = next_binary(p);
        if (i == sizeof binaries / sizeof *binaries || binaries[i].precedence <= above)
            break;
        advance(p);
        left = binary(p, binaries[i].op, left, parse_binary(p, binaries[i].precedence));
    }
    return left;
}

/* A whole expression: the conditional binds least. A chain a ? b : c ? d : … is walked, not descended, so
 * that a long one is no deep nesting. */
static MuTerm *parse(Parser *p)
{
    if (p->nesting >= MU_EXPR_NESTING)
        return fail(p, "the expression is nested too deeply", NULL);
    p->nesting++;
    Terms parts = {0};
    MuTerm *t = parse_binary(p, 0);
    while (t && accept(p, "?")) {
        MuTerm *then = parse(p);
        if (!then || !expect(p, ":", SIZE_MAX))
            return NULL;
        MU_PUSH(p->lexer.arena, &parts, t);
        MU_PUSH(p->lexer.arena, &parts, then);
        t = parse_binary(p, 0);
    }
    for (size_t i = parts.size; t && i > 0; i -= 2) {
        MuTerm *choice = term(p, MU_TERM_CONDITIONAL, parts.at[i - 2]->start, 3);
        choice->at[0] = parts.at[i - 2];
        choice->at[1] = parts.at[i - 1];
        choice->at[2] = t;
        t = finish(p, choice, t->end);
    }
    p->nesting--;
    return p->bad ? NULL : t;
}

/* ---- the whole ---- */

static void list_keys(MuArena *arena, const MuMap *map, const MuStr **keys, size_t *size)
{
    MuStr *list = MU_NEW_ARRAY(arena, MuStr, map->size);
    for (size_t i = 0; i < map->size; i++)
        list[i] = map->entries[i].key;
    *keys = list;
    *size = map->size;
}

/* The seed of random(): the text and the place, so that two fields made by the same expression do not get the
 * same numbers, and the same spec always does. */
static MuExprState *new_state(MuArena *arena, MuStr text, MuSpan span)
{
    MuExprState *state = MU_NEW(arena, MuExprState);
    state->random = mu_str_hash(text) ^ ((uint64_t)span.start << 32);
    state->spare_normal = NAN;
    return state;
}

MuExpr *mu_expr_compile(MuArena *arena, MuStr text, MuSpan span, MuDiags *diags)
{
    MuExpr *expr = MU_NEW(arena, MuExpr);
    *expr = (MuExpr){.arena = arena, .text = mu_str_copy(arena, text), .span = span};
    expr->state = new_state(arena, text, span);
    Parser p = {.lexer = {.arena = arena, .text = expr->text, .span = span, .diags = diags}, .expr = expr};
    if (text.size >= INT32_MAX) {
        mu_diag(diags, MU_DIAG_EXPR_SYNTAX, span, "the expression is too long");
        return NULL;
    }
    advance(&p);
    if (!p.bad && p.token.kind == MU_TOKEN_END)
        fail(&p, "the expression is empty", NULL);
    expr->root = p.bad ? NULL : parse(&p);
    if (expr->root && p.token.kind != MU_TOKEN_END)
        unexpected(&p);
    if (p.bad || !expr->root)
        return NULL;
    list_keys(arena, &p.names, &expr->names, &expr->names_size);
    list_keys(arena, &p.fields, &expr->fields, &expr->fields_size);
    return expr;
}

void mu_expr_names(const MuExpr *expr, const MuStr **names, size_t *count)
{
    *names = expr->names;
    *count = expr->names_size;
}

void mu_expr_fields(const MuExpr *expr, const MuStr **fields, size_t *count, bool *whole_datum)
{
    *fields = expr->fields;
    *count = expr->fields_size;
    *whole_datum = expr->whole_datum;
}
