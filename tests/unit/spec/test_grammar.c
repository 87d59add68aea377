#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "spec/grammar.h"

static void definitions_are_found_by_name_or_by_its_last_part(void **state)
{
    (void)state;
    assert_string_equal(mu_def_find(MU_STR("axis"))->name, "axis");
    assert_string_equal(mu_def_find(MU_STR("config.axis"))->name, "config.axis");
    assert_string_equal(mu_def_find(MU_STR("filter"))->name, "transform.filter");
    assert_string_equal(mu_def_find(MU_STR("theta"))->name, "encoding.theta");
    assert_null(mu_def_find(MU_STR("nothing")));
    assert_null(mu_def_find(MU_STR("")));
}

static void included_properties_count(void **state)
{
    (void)state;
    const MuDef *axis = mu_def_find(MU_STR("config.axis"));
    assert_string_equal(mu_def_prop(axis, MU_STR("disable"))->name, "disable");
    assert_string_equal(mu_def_prop(axis, MU_STR("tickSize"))->preset, "5");
    assert_null(mu_def_prop(axis, MU_STR("ticksize")));
}

static void what_a_property_takes_is_said_in_words(void **state)
{
    (void)state;
    MuArena *arena = mu_arena_new(0);
    static const struct {
        const char *def, *prop, *words;
    } CASES[] = {
        {"axis", "tickCount", "a number, a word or an object"}, {"mark", "x", "a number or a word"},
        {"legend", "title", "text, an array or null"},          {"data", "values", "any value"},
        {"mark", "fill", "a colour, an object or null"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const MuDef *def = mu_def_find(mu_str(CASES[i].def));
        MuBuf buf = {.arena = arena};
        mu_prop_takes(&buf, mu_def_prop(def, mu_str(CASES[i].prop)));
        assert_string_equal(mu_buf_str(&buf).at, CASES[i].words);
    }
    mu_arena_free(arena);
}

typedef struct Seen {
    const MuDef *def;
    MuStr names[200];
    size_t count;
} Seen;

static void look(void *context, const MuProp *prop)
{
    Seen *seen = context;
    if (!prop->doc || !prop->doc[0] || prop->doc[strlen(prop->doc) - 1] != '.')
        fail_msg("%s.%s has no line that ends in a full stop", seen->def->name, prop->name);
    if (prop->takes & MU_TAKES_WORD && !prop->words)
        fail_msg("%s.%s takes a word, but there are none", seen->def->name, prop->name);
    if (!prop->takes)
        fail_msg("%s.%s takes nothing", seen->def->name, prop->name);
    for (size_t i = 0; i < seen->count; i++) {
        if (mu_str_is(seen->names[i], prop->name))
            fail_msg("%s has '%s' twice", seen->def->name, prop->name);
    }
    assert_in_range(seen->count, 0, 199);
    seen->names[seen->count++] = mu_str(prop->name);
}

static void every_table_is_sound(void **state)
{
    (void)state;
    for (size_t i = 0; i < mu_def_count(); i++) {
        Seen seen = {.def = mu_def_at(i)};
        assert_non_null(seen.def);
        assert_non_null(seen.def->doc);
        mu_def_each(seen.def, look, &seen);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(mu_def_at(j)->name, seen.def->name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(definitions_are_found_by_name_or_by_its_last_part),
        cmocka_unit_test(included_properties_count),
        cmocka_unit_test(what_a_property_takes_is_said_in_words),
        cmocka_unit_test(every_table_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
