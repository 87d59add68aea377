/* Transforms on JSON text: rows in, transforms, rows out. */
#ifndef TESTS_TRANSFORM_CASES_H
#define TESTS_TRANSFORM_CASES_H

#include "transform/transform.h"

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

static inline const MuNode *read_json_str(MuStr text)
{
    MuSource *source = MU_NEW(arena, MuSource);
    *source = (MuSource){MU_STR("test"), text};
    const MuNode *node = mu_doc_read_json(arena, source, MU_DOC_DATA, &diags);
    assert_non_null(node);
    return node;
}

static inline const MuNode *read_json(const char *text)
{
    return read_json_str(mu_str(text));
}

/* lookup's from.data: {values: […]}. */
static inline MuTable *inline_data(void *host, const MuNode *data)
{
    (void)host;
    return mu_table_from_node(arena, mu_node_get(data, "values"), &diags);
}

static inline MuTable *run_on(MuTable *table, const char *transforms)
{
    MuEnv env = {.arena = arena, .diags = &diags};
    MuTransformContext context = {arena, &env, &diags, NULL, NULL, inline_data};
    const MuNode *list = read_json(transforms);
    for (size_t i = 0; table && i < list->array.size; i++)
        table = mu_transform_run(list->array.at[i], table, &context);
    return table;
}

static inline MuTable *run_text(const char *rows, const char *transforms)
{
    return run_on(mu_table_from_node(arena, read_json(rows), &diags), transforms);
}

static inline void write_value(MuBuf *buf, MuValue value)
{
    if (value.kind == MU_ROW)
        value = mu_row_object(arena, value);
    if (value.kind != MU_ARRAY) {
        mu_value_json(buf, value);
        return;
    }
    for (size_t i = 0; i < value.array->size; i++) {
        mu_buf_addc(buf, i ? ',' : '[');
        write_value(buf, value.array->at[i]);
    }
    mu_buf_adds(buf, value.array->size ? "]" : "[]");
}

/* The rows as JSON, fields sorted by name so that their order does not matter. */
static inline const char *table_text(const MuTable *table)
{
    MuBuf buf = {.arena = arena};
    for (size_t i = 0; i < table->size; i++) {
        mu_buf_adds(&buf, i ? ", {" : "[{");
        MuStr last = {0};
        for (bool first = true;; first = false) {
            const MuMapEntry *next = NULL;
            for (size_t c = 0; c < table->columns.size; c++) {
                const MuMapEntry *entry = &table->columns.entries[c];
                bool absent = mu_column_value(entry->value, mu_table_row(table, i)).kind == MU_UNDEFINED;
                bool later = first || mu_str_cmp(entry->key, last) > 0;
                if (!absent && later && (!next || mu_str_cmp(entry->key, next->key) < 0))
                    next = entry;
            }
            if (!next)
                break;
            last = next->key;
            mu_buf_printf(&buf, "%s\"%.*s\": ", first ? "" : ", ", MU_FMT(last));
            write_value(&buf, mu_column_value(next->value, mu_table_row(table, i)));
        }
        mu_buf_addc(&buf, '}');
    }
    mu_buf_adds(&buf, table->size ? "]" : "[]");
    return mu_buf_str(&buf).at;
}

/* Equal but for the last digits of numbers. */
static inline bool is_near(const MuNode *a, const MuNode *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == MU_NUMBER)
        return fabs(a->number - b->number) <= 1e-9 * fmax(1, fabs(a->number));
    if (a->kind == MU_STRING)
        return mu_str_eq(a->string, b->string);
    if (a->kind == MU_BOOL)
        return a->boolean == b->boolean;
    if (a->kind == MU_ARRAY) {
        bool same = a->array.size == b->array.size;
        for (size_t i = 0; same && i < a->array.size; i++)
            same = is_near(a->array.at[i], b->array.at[i]);
        return same;
    }
    bool same = a->kind != MU_OBJECT || a->object.size == b->object.size;
    for (size_t i = 0; same && a->kind == MU_OBJECT && i < a->object.size; i++) {
        const MuNode *other = mu_node_find(b, a->object.at[i].key);
        same = other && is_near(a->object.at[i].value, other);
    }
    return same;
}

static inline void assert_rows(const MuTable *table, const char *expected)
{
    const char *text = table ? table_text(table) : "(no table)";
    if (table && is_near(read_json(text), read_json(expected)))
        return;
    fail_msg("\n  expected %s\n  have     %s", expected, text);
}

#endif
