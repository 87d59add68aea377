#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "spec/check.h"

typedef struct Case {
    MuArena *arena;
    MuSource source;
    MuDiags diags;
} Case;

static int setup(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Case *c = MU_NEW(arena, Case);
    c->arena = arena;
    *state = c;
    return 0;
}

static int teardown(void **state)
{
    mu_arena_free(((Case *)*state)->arena);
    return 0;
}

static bool check_with(Case *c, const char *yaml, const MuGrammar *grammar)
{
    c->source = (MuSource){MU_STR("spec"), mu_str(yaml)};
    c->diags = (MuDiags){.arena = c->arena};
    const MuNode *spec = mu_doc_read(c->arena, &c->source, MU_DOC_SPEC, &c->diags);
    assert_non_null(spec);
    bool right = mu_spec_check(spec, NULL, grammar, c->arena, &c->diags);
    mu_diags_sort(&c->diags);
    return right;
}

static bool check(Case *c, const char *yaml)
{
    return check_with(c, yaml, NULL);
}

static void assert_str(MuStr got, const char *expected)
{
    if (!mu_str_is(got, expected))
        fail_msg("got '%.*s', expected '%s'", MU_FMT(got), expected);
}

/* The only diagnostic: its code, path, message and hint. */
static void assert_only(const Case *c, const char *code, const char *path, const char *message, const char *hint)
{
    for (size_t i = 1; i < c->diags.list.size; i++)
        fail_msg("a further one: %.*s", MU_FMT(c->diags.list.at[i].message));
    assert_int_equal(c->diags.list.size, 1);
    const MuDiag *diag = &c->diags.list.at[0];
    assert_string_equal(mu_diag_name(diag->code), code);
    assert_str(diag->path, path);
    assert_str(diag->message, message);
    assert_str(diag->hint, hint);
}

static void assert_refused(Case *c, const char *yaml, const char *code, const char *path, const char *message,
                           const char *hint)
{
    assert_false(check(c, yaml));
    assert_only(c, code, path, message, hint);
}

static void assert_warned(Case *c, const char *yaml, const char *code, const char *path, const char *message,
                          const char *hint)
{
    assert_true(check(c, yaml));
    assert_only(c, code, path, message, hint);
}

/* The text that the span of the diagnostic marks. */
static MuStr marked(const Case *c, size_t index)
{
    MuSpan span = c->diags.list.at[index].span;
    return mu_str_slice(c->source.text, span.start, span.end);
}

static void valid_specs_pass_without_a_word(void **state)
{
    static const char *const SPECS[] = {
        "data: {url: a.csv}\nmark: bar\nencoding: {x: {field: a, type: nominal, axis: null}, y: {aggregate: sum, "
        "field: b}}\n",
        "layer: [{mark: line}, {layer: [{mark: {type: point, filled: true}}]}]\ndata: {values: [{a: 1}]}\n"
        "encoding: {x: {field: a, bin: {maxbins: 5}, scale: {domain: [0, {expr: top}], nice: week}}}\n",
        "data: {name: d}\nfacet: {row: {field: a, header: {title: null}}}\nspec: {mark: area}\ncolumns: 2\n",
        "repeat: {row: [a, b]}\nspec: {mark: bar, encoding: {x: {field: {repeat: row}, aggregate: {argmax: c}}}}\n",
        "hconcat: [{mark: arc, width: {step: 12}}, {vconcat: [{mark: text}]}]\nresolve: {scale: {color: "
        "independent}}\n",
        "mark: bar\nencoding: {color: {condition: {test: {field: a, oneOf: [1, 2]}, value: red}, value: "
        "'#12345678'}}\n",
        "mark: bar\nencoding: {x: {axis: {gridColor: {condition: {test: 'datum.value == 0', value: black}, value: "
        "null}}}}\n",
        "mark: {type: boxplot, extent: min-max, median: {color: white}}\nusermeta: {a: 1}\n$schema: x\nname: n\n",
        "mark: bar\nparams: [{name: p, value: 1}]\n"
        "transform: [{density: a, extent: [0, 1]}, {filter: {and: ['datum.a > 1', {param: p}]}}, "
        "{window: [{op: rank, as: r}], sort: [{field: a}]}]\n",
        "mark: line\nconfig: {style: {mine: {stroke: red, tickSize: 3}}, range: {category: {scheme: blues-5}, mine: "
        "[1]}}\n"
        "caption: {source: [a, b], asOf: '2024'}\ntheme: report\ncompat: vega\ntitle: [a, b]\n",
    };
    Case *c = *state;
    for (size_t i = 0; i < sizeof SPECS / sizeof *SPECS; i++) {
        if (!check(c, SPECS[i]) || c->diags.list.size)
            fail_msg("%s%.*s", SPECS[i], MU_FMT(c->diags.list.at[0].message));
    }
}

static void an_unknown_property_is_a_warning_with_the_nearest_name(void **state)
{
    Case *c = *state;
    assert_warned(c, "mark: {type: bar, cornerRaduis: 3}\n", "unknown-property", "mark.cornerRaduis",
                  "unknown property 'cornerRaduis' in mark", "did you mean 'cornerRadius'?");
    assert_str(marked(c, 0), "cornerRaduis");
    assert_warned(c, "mark: bar\nwidht: 3\n", "unknown-property", "widht", "unknown property 'widht' in the spec",
                  "did you mean 'width'?");
    assert_warned(c, "mark: bar\npadding: {inner: 3}\n", "unknown-property", "padding.inner",
                  "unknown property 'inner' in padding", "one of: left, right, top, bottom");
}

static void a_property_in_the_wrong_place_is_told_where_it_belongs(void **state)
{
    Case *c = *state;
    assert_warned(c, "mark: bar\nencoding: {x: {field: a, axis: {aggregate: sum}}}\n", "unknown-property",
                  "encoding.x.axis.aggregate", "unknown property 'aggregate' in axis", "it belongs into encoding.x");
    assert_warned(c, "hconcat: [{mark: bar}]\nencoding: {}\n", "unknown-property", "encoding",
                  "unknown property 'encoding' in a spec with 'hconcat'", "put it into the views of 'hconcat'");
    assert_warned(c, "facet: {field: a}\nspec: {mark: bar}\nwidth: 3\n", "unknown-property", "width",
                  "unknown property 'width' in a spec with 'facet'", "put it into 'spec'");
}

static void words_that_choose_something_must_be_known(void **state)
{
    Case *c = *state;
    assert_refused(c, "mark: bra\n", "unknown-mark", "mark", "unknown mark 'bra'", "did you mean 'bar'?");
    assert_refused(c, "layer: [{mark: {type: lien}}]\n", "unknown-mark", "layer[0].mark.type", "unknown mark 'lien'",
                   "did you mean 'line'?");
    assert_refused(c, "mark: bar\nencoding: {colour: {field: a}}\n", "unknown-channel", "encoding.colour",
                   "unknown channel 'colour'", "did you mean 'color'?");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, aggregate: summ}}\n", "unknown-operation",
                   "encoding.x.aggregate", "unknown aggregate 'summ'", "did you mean 'sum'?");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, type: Q}}\n", "unknown-type", "encoding.x.type",
                   "unknown type 'Q'", "did you mean 'quantitative'?");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, scale: {type: logg}}}\n", "unknown-scale-type",
                   "encoding.x.scale.type", "unknown scale type 'logg'", "did you mean 'log'?");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, timeUnit: yearmonht}}\n", "unknown-time-unit",
                   "encoding.x.timeUnit", "unknown time unit 'yearmonht'", "did you mean 'yearmonth'?");
    assert_refused(c, "mark: bar\nencoding: {color: {field: a, scale: {scheme: virdis}}}\n", "unknown-scheme",
                   "encoding.color.scale.scheme", "unknown colour scheme 'virdis'", "did you mean 'viridis'?");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, axis: {orient: botom}}}\n", "bad-word",
                   "encoding.x.axis.orient", "unknown orient 'botom'", "did you mean 'bottom'?");
    assert_refused(c, "mark: bar\nresolve: {axis: {x: free}}\n", "bad-word", "resolve.axis.x", "unknown value 'free'",
                   "one of: shared, independent");
}

static void a_value_of_the_wrong_kind_says_what_was_expected(void **state)
{
    Case *c = *state;
    assert_refused(c, "mark: {type: bar, opacity: '0.5'}\n", "wrong-kind", "mark.opacity",
                   "expected a number, got the text \"0.5\"", "take the quotes off");
    assert_str(marked(c, 0), "'0.5'");
    assert_refused(c, "mark: {type: bar, aria: yes}\n", "wrong-kind", "mark.aria",
                   "expected true or false, got the text \"yes\"", "write true or false, without quotes");
    assert_refused(c, "mark: bar\ntitle: 2020\n", "wrong-kind", "title",
                   "expected text, an array, an object or null, got the number 2020", "put it in quotes");
    assert_refused(c, "mark: bar\nencoding: {x: {field: a, axis: false}}\n", "wrong-kind", "encoding.x.axis",
                   "expected an object or null, got false", "for none write null");
    assert_refused(c, "mark: bar\ntransform: [{fold: a}]\n", "wrong-kind", "transform[0].fold",
                   "expected an array, got the text \"a\"", "put it in brackets: [ … ]");
    assert_refused(c, "- mark: bar\n", "wrong-kind", "", "expected an object, got an array",
                   "a spec is an object, with 'data', 'mark' and 'encoding'");
    assert_refused(c, "layer: [bar]\n", "wrong-kind", "layer[0]", "expected an object, got the text \"bar\"", "");
    assert_refused(c, "mark: bar\nencoding: {size: {value: big}}\n", "wrong-kind", "encoding.size.value",
                   "expected a number, got the text \"big\"", "");
    assert_refused(c, "mark: bar\nparams: [{name: p}]\nencoding: {size: {condition: [{param: p, value: big}]}}\n",
                   "wrong-kind", "encoding.size.condition[0].value", "expected a number, got the text \"big\"", "");
}

static void what_is_missing_is_named(void **state)
{
    Case *c = *state;
    assert_refused(c, "data: {url: a.csv}\n", "missing-property", "", "'mark' is missing in the spec",
                   "a view has a 'mark', or it is one of: layer, facet, concat, hconcat, vconcat, repeat");
    assert_refused(c, "mark: bar\ntransform: [{calculate: '1'}]\n", "missing-property", "transform[0]",
                   "'as' is missing in transform.calculate", "as: Name of the new field.");
    assert_refused(c, "mark: bar\nencoding: {y: {aggregate: mean}}\n", "aggregate-without-field", "encoding.y",
                   "'mean' of which field?", "add 'field'; only 'count' needs none");
    assert_refused(c, "mark: bar\nencoding: {color: {condition: {value: red}}}\n", "missing-property",
                   "encoding.color.condition", "'test' is missing in condition",
                   "'test' is an expression or a predicate; or name a selection by 'param'");
}

static void transforms_are_known_by_their_key(void **state)
{
    Case *c = *state;
    assert_refused(c, "mark: bar\ntransform: [{as: b, calculat: '1'}]\n", "unknown-transform-key", "transform[0]",
                   "unknown transform 'calculat'", "did you mean 'calculate'?");
    assert_str(marked(c, 0), "calculat");
    assert_warned(c, "mark: bar\ntransform: [{regression: a, on: b, extent: [1, 2], orders: 2}]\n", "unknown-property",
                  "transform[0].orders", "unknown property 'orders' in transform.regression", "did you mean 'order'?");
    assert_false(check(c, "mark: bar\ntransform: [{filter: {field: a}}]\n"));
    assert_str(c->diags.list.at[0].message, "this predicate lacks a test of the field");
    assert_false(check(c, "mark: bar\ntransform: [{filter: {not: {equal: 3}}}]\n"));
    assert_str(c->diags.list.at[0].message, "this predicate lacks 'field'");
    assert_str(c->diags.list.at[0].path, "transform[0].filter.not");
}

static void expressions_are_read_wherever_they_stand(void **state)
{
    Case *c = *state;
    assert_false(check(c, "mark: {type: bar, opacity: {expr: '1 +'}}\ntransform: [{filter: 'datum.a >'}]\n"
                          "encoding: {y: {axis: {labelExpr: 'datum.'}}}\n"));
    assert_int_equal(c->diags.list.size, 3);
    assert_str(c->diags.list.at[0].path, "mark.opacity.expr");
    assert_str(c->diags.list.at[1].path, "transform[0].filter");
    assert_str(c->diags.list.at[2].path, "encoding.y.axis.labelExpr");
}

static void a_text_that_is_no_colour_is_a_warning(void **state)
{
    Case *c = *state;
    assert_warned(c, "mark: {type: bar, fill: '#12345'}\n", "unknown-color", "mark.fill",
                  "'#12345' is no colour; the default is drawn", "a hexadecimal colour has 3, 4, 6 or 8 digits");
    assert_true(check(c, "mark: {type: bar, fill: 'hsl(20, 50%, 50%)', stroke: transparent, color: {gradient: linear, "
                         "stops: [{offset: 0, color: red}]}}\n"));
    assert_int_equal(c->diags.list.size, 0);
}

static void an_order_can_be_turned_off(void **state)
{
    Case *c = *state;
    assert_true(check(c, "mark: line\nencoding: {order: {value: null}}\n"));
    assert_int_equal(c->diags.list.size, 0);
    assert_true(check(c, "mark: line\nencoding: {order: {value: false}}\n"));
    assert_int_equal(c->diags.list.size, 0);
}

static void all_mistakes_are_reported_at_once_in_the_order_of_the_text(void **state)
{
    Case *c = *state;
    assert_false(check(c, "mark: bra\nwidth: abc\nencoding:\n  x: {field: a, tpye: nominal}\n  z: {field: b}\n"));
    assert_int_equal(c->diags.list.size, 4);
    assert_int_equal(c->diags.errors, 3);
    assert_int_equal(c->diags.warnings, 1);
    assert_str(c->diags.list.at[0].path, "mark");
    assert_str(c->diags.list.at[1].path, "width");
    assert_str(c->diags.list.at[2].path, "encoding.x.tpye");
    assert_str(c->diags.list.at[3].path, "encoding.z");
}

static void what_is_not_drawn_yet_is_said(void **state)
{
    static const char *const MARKS[] = {"bar", "ridge", NULL}, *const TRANSFORMS[] = {"filter", NULL},
                             *const CHANNELS[] = {"x", NULL},
                             *const LATER[] = {"view.unit.projection", "axis.zindex", NULL};
    static const MuGrammar GRAMMAR = {MARKS, TRANSFORMS, CHANNELS, LATER};
    Case *c = *state;
    assert_true(check_with(c, "mark: bar\ntransform: [{filter: 'true'}]\nencoding: {x: {field: a}}\n", &GRAMMAR));
    assert_int_equal(c->diags.list.size, 0);
    assert_true(check_with(c, "mark: ridge\n", &GRAMMAR));
    assert_int_equal(c->diags.list.size, 0);
    assert_true(check_with(c, "mark: arc\n", &GRAMMAR));
    assert_only(c, "not-drawn-yet", "mark", "the mark 'arc' is valid Vega-Lite, but is not drawn yet", "");
    assert_true(check_with(c, "mark: bar\nencoding: {angle: {field: a}}\n", &GRAMMAR));
    assert_only(c, "not-drawn-yet", "encoding.angle", "the channel 'angle' is valid Vega-Lite, but is not drawn yet",
                "");
    assert_true(check_with(c, "mark: bar\ntransform: [{sample: 3}]\n", &GRAMMAR));
    assert_only(c, "not-drawn-yet", "transform[0]", "the transform 'sample' is valid Vega-Lite, but is not drawn yet",
                "");
    assert_true(check_with(c, "mark: bar\nprojection: {type: mercator}\n", &GRAMMAR));
    assert_only(c, "not-drawn-yet", "projection", "'projection' is valid Vega-Lite, but is not drawn yet", "");
    assert_true(check_with(c, "mark: bar\nencoding: {x: {axis: {zindex: 1}}}\n", &GRAMMAR));
    assert_only(c, "not-drawn-yet", "encoding.x.axis.zindex", "'zindex' is valid Vega-Lite, but is not drawn yet", "");
    assert_false(check_with(c, "mark: rigde\n", &GRAMMAR));
    assert_only(c, "unknown-mark", "mark", "unknown mark 'rigde'", "did you mean 'ridge'?");
}

static void a_layer_holds_no_views_side_by_side(void **state)
{
    assert_refused(*state, "layer: [{hconcat: [{mark: bar}]}]\n", "bad-nesting", "layer[0].hconcat",
                   "'hconcat' cannot stand inside a layer", "a layer holds single marks or further layers");
}

static void a_vega_spec_is_told_apart(void **state)
{
    assert_refused(*state, "{\"$schema\": \"https://vega.github.io/schema/vega/v5.json\", \"marks\": []}", "vega-spec",
                   "", "this is a Vega spec; only Vega-Lite is read",
                   "the $schema of a Vega-Lite spec is https://vega.github.io/schema/vega-lite/v6.json, or left out");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(valid_specs_pass_without_a_word),
        CASE(an_unknown_property_is_a_warning_with_the_nearest_name),
        CASE(a_property_in_the_wrong_place_is_told_where_it_belongs),
        CASE(words_that_choose_something_must_be_known),
        CASE(a_value_of_the_wrong_kind_says_what_was_expected),
        CASE(what_is_missing_is_named),
        CASE(transforms_are_known_by_their_key),
        CASE(expressions_are_read_wherever_they_stand),
        CASE(a_text_that_is_no_colour_is_a_warning),
        CASE(an_order_can_be_turned_off),
        CASE(all_mistakes_are_reported_at_once_in_the_order_of_the_text),
        CASE(what_is_not_drawn_yet_is_said),
        CASE(a_layer_holds_no_views_side_by_side),
        CASE(a_vega_spec_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
