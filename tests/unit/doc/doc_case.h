/* Reads a literal text for the tests of doc/; everything lives in one arena per test. */
#ifndef MU_TESTS_DOC_CASE_H
#define MU_TESTS_DOC_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "doc/node.h"

typedef struct DocCase {
    MuArena *arena;
    MuSource source;
    MuDiags diags;
} DocCase;

static inline int doc_setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    DocCase *c = MU_NEW(arena, DocCase);
    c->arena = arena;
    *state = c;
    return 0;
}

static inline int doc_teardown(void **state)
{
    mu_arena_free(((DocCase *)*state)->arena);
    return 0;
}

static inline const MuNode *doc_read(DocCase *c, MuStr text, MuDocUse use)
{
    c->source = (MuSource){MU_STR("spec"), text};
    c->diags = (MuDiags){.arena = c->arena};
    return mu_doc_read(c->arena, &c->source, use, &c->diags);
}

static inline const MuNode *doc_spec(DocCase *c, const char *text) { return doc_read(c, mu_str(text), MU_DOC_SPEC); }

/* The text is refused with this code at this line and column. */
static inline void assert_refused(DocCase *c, const char *text, const char *code, size_t line, size_t column)
{
    assert_null(doc_spec(c, text));
    assert_int_equal(c->diags.list.size, 1);
    const MuDiag *diag = &c->diags.list.at[0];
    size_t l, col;
    mu_span_place(diag->span, &l, &col);
    assert_string_equal(mu_diag_name(diag->code), code);
    assert_int_equal(l, line);
    assert_int_equal(col, column);
}

static inline void assert_hint(const DocCase *c, const char *part)
{
    MuStr hint = c->diags.list.at[0].hint;
    if (mu_str_find(hint, mu_str(part), 0) == SIZE_MAX)
        fail_msg("the hint '%.*s' does not say '%s'", MU_FMT(hint), part);
}

static inline void assert_message(const DocCase *c, const char *part)
{
    MuStr message = c->diags.list.at[0].message;
    if (mu_str_find(message, mu_str(part), 0) == SIZE_MAX)
        fail_msg("the message '%.*s' does not say '%s'", MU_FMT(message), part);
}

static inline void assert_text(const MuNode *node, const char *text)
{
    assert_non_null(node);
    assert_int_equal(node->kind, MU_STRING);
    assert_int_equal(node->string.size, strlen(text));
    assert_memory_equal(node->string.at, text, strlen(text));
}

#endif
