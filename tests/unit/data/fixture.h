/* An arena, diagnostics and text as a source, for the tests of data/. */
#ifndef TESTS_DATA_FIXTURE_H
#define TESTS_DATA_FIXTURE_H

#include "data/csv.h"
#include "doc/node.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static MuArena *arena;
static MuDiags diags;

static int make_arena(void **state)
{
    (void)state;
    arena = mu_arena_new(0);
    diags = (MuDiags){.arena = arena};
    return !arena;
}

static int free_arena(void **state)
{
    (void)state;
    mu_arena_free(arena);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_arena, free_arena)

static inline const MuSource *source_of(MuStr text)
{
    MuSource *source = MU_NEW(arena, MuSource);
    *source = (MuSource){MU_STR("deaths.csv"), text};
    return source;
}

static inline MuTable *read_csv(const char *text)
{
    return mu_csv_read(arena, source_of(mu_str(text)), (MuCsvOptions){.delimiter = ','}, &diags);
}

static inline MuTable *read_rows(const char *json)
{
    const MuNode *node = mu_doc_read_json(arena, source_of(mu_str(json)), MU_DOC_DATA, &diags);
    assert_non_null(node);
    return mu_table_from_node(arena, node, &diags);
}

static inline MuColumn *column_of(const MuTable *table, const char *name)
{
    MuColumn *column = mu_table_column(table, mu_str(name));
    assert_non_null(column);
    return column;
}

/* The cell as text; "undefined" for an absent one. */
static inline const char *cell(const MuTable *table, const char *name, size_t row)
{
    return mu_str_cstr(arena, mu_to_string(arena, mu_column_value(column_of(table, name), row)));
}

#endif
