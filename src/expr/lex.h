/* Tokens of an expression. The lexer reads one token at a time; whether a slash begins a regular
 * expression is the parser's knowledge, so that token has an entry of its own. */
#ifndef MU_EXPR_LEX_H
#define MU_EXPR_LEX_H

#include "base/diag.h"
#include "base/value.h"

typedef enum MuTokenKind {
    MU_TOKEN_END,
    MU_TOKEN_NUMBER,
    MU_TOKEN_STRING,
    MU_TOKEN_NAME,    /* also null, true, false */
    MU_TOKEN_KEYWORD, /* a reserved word of JavaScript: a property name, or an error */
    MU_TOKEN_MARK,    /* punctuation: `text` says which */
    MU_TOKEN_REGEXP,
    MU_TOKEN_BAD /* a diagnostic has been given */
} MuTokenKind;

typedef struct MuToken {
    MuTokenKind kind;
    uint32_t start, end; /* bytes of the expression */
    MuStr text;          /* as written; of a string: its value; of a regular expression: its body */
    MuStr flags;         /* of a regular expression */
    double number;
} MuToken;

typedef struct MuLexer {
    MuArena *arena;
    MuStr text;
    MuSpan span; /* of the whole expression in its source */
    MuDiags *diags;
    size_t at;
} MuLexer;

/* Whether the text may stand as one token: not nothing, and of less than 2^31 bytes. */
MuToken mu_lex(MuLexer *lexer);
/* The regular expression whose slash stands at byte `start`. */
MuToken mu_lex_regexp(MuLexer *lexer, size_t start);

/* The place of bytes [start, end) of an expression in its source. `span` is the span of the spec's value:
 * quoted or not, with escapes or not; where the source does not hold the text (folded lines, a
 * generated expression) it is the whole span. */
MuSpan mu_lex_span(MuStr text, MuSpan span, size_t start, size_t end);

#endif
