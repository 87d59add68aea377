/* The tree of a compiled expression. A node is immutable but for `hint`, a guess where a column stands,
 * which is checked at every use. */
#ifndef MU_EXPR_AST_H
#define MU_EXPR_AST_H

#include "expr/expr.h"

typedef struct MuTerm MuTerm;
struct MuFunction;

typedef enum MuTermKind {
    MU_TERM_LITERAL, /* value; also arrays and objects of literals, regular expressions */
    MU_TERM_NAME,    /* name: a param, asked of the environment */
    MU_TERM_DATUM,
    MU_TERM_PARENT,
    MU_TERM_FIELD,  /* datum.name */
    MU_TERM_MEMBER, /* at[0].name */
    MU_TERM_INDEX,  /* at[0][at[1]] */
    MU_TERM_ARRAY,  /* at[0..count) */
    MU_TERM_OBJECT, /* keys[i]: at[i] */
    MU_TERM_UNARY,  /* op at[0] */
    MU_TERM_BINARY, /* at[0] op at[1] */
    MU_TERM_AND,    /* at[0] && at[1] */
    MU_TERM_OR,
    MU_TERM_CONDITIONAL, /* at[0] ? at[1] : at[2] */
    MU_TERM_CALL         /* function(at[0..count)) */
} MuTermKind;

typedef enum MuOperator {
    MU_OP_NONE,
    MU_OP_OR,
    MU_OP_AND,
    MU_OP_BIT_OR,
    MU_OP_BIT_XOR,
    MU_OP_BIT_AND,
    MU_OP_EQUAL, /* == */
    MU_OP_UNEQUAL,
    MU_OP_SAME, /* === */
    MU_OP_DIFFERENT,
    MU_OP_LESS,
    MU_OP_GREATER,
    MU_OP_AT_MOST,
    MU_OP_AT_LEAST,
    MU_OP_IN,
    MU_OP_SHIFT_LEFT,
    MU_OP_SHIFT_RIGHT,
    MU_OP_SHIFT_RIGHT_ZERO, /* >>> */
    MU_OP_ADD,
    MU_OP_SUBTRACT,
    MU_OP_MULTIPLY,
    MU_OP_DIVIDE,
    MU_OP_REMAINDER,
    MU_OP_PLUS, /* unary */
    MU_OP_MINUS,
    MU_OP_BIT_NOT,
    MU_OP_NOT
} MuOperator;

struct MuTerm {
    uint8_t kind, op;
    uint16_t depth; /* of the tree below, for the limit */
    uint32_t count;
    uint32_t start, end; /* bytes of the expression */
    union {
        MuValue value;
        struct {
            MuStr name;
            uint32_t hint; /* index in the table's columns where the field stood last time */
            bool told;     /* the warning about numbers kept as text has been given */
        };
        const MuStr *keys;
        const struct MuFunction *function;
    };
    MuTerm **at;
};

/* What an expression remembers between evaluations: one thread at a time. */
typedef struct MuExprState {
    uint64_t random;
    double spare_normal; /* the second of a pair of normal samples, or NaN */
} MuExprState;

struct MuExpr {
    MuTerm *root;
    MuArena *arena;
    MuStr text;
    MuSpan span;
    MuExprState *state;
    const MuStr *names, *fields;
    size_t names_size, fields_size;
    bool whole_datum;
};

/* Nesting of brackets, calls and unary operators. */
#define MU_EXPR_NESTING 256
/* Depth of the tree: a + b + c + … is as deep as it is long. */
#define MU_EXPR_DEPTH 4000
/* Items of an array and bytes of a string that an expression may make. */
#define MU_EXPR_ITEMS 1000000
#define MU_EXPR_BYTES (16u << 20)

#endif
