#include "draw.h"

static MuChannelDef *def_of(MuChannel channel, const char *yaml)
{
    return mu_channel_def(figure->arena, channel, node(yaml), NULL);
}
static MuChannelDef *x_of(const char *yaml)
{
    return def_of(MU_CHANNEL_X, yaml);
}

static void assert_type(MuChannel channel, const char *yaml, MuFieldType type)
{
    if (def_of(channel, yaml)->type == type)
        return;
    print_error("%s has type %d\n", yaml, def_of(channel, yaml)->type);
    fail();
}

static void assert_column(const char *yaml, const char *column, const char *end)
{
    MuChannelDef *def = x_of(yaml);
    assert_str(def->column, column);
    assert_str(def->column_end, end);
}

static void assert_title(const char *yaml, const char *wanted)
{
    assert_str(mu_field_title(figure->arena, x_of(yaml), NULL), wanted);
}

static void names_and_channels_belong_together(void **state)
{
    (void)state;
    for (int c = 0; c < MU_CHANNEL_COUNT; c++)
        assert_int_equal(mu_channel_find(mu_str(mu_channel_name((MuChannel)c))), c);
    assert_int_equal(mu_channel_find(MU_STR("strokeDash")), MU_CHANNEL_STROKE_DASH);
    assert_int_equal(mu_channel_find(MU_STR("colour")), MU_CHANNEL_COUNT);
}

static void second_channels_and_offsets_lead_back_to_their_main_channel(void **state)
{
    (void)state;
    assert_int_equal(mu_channel_main(MU_CHANNEL_Y2), MU_CHANNEL_Y);
    assert_int_equal(mu_channel_main(MU_CHANNEL_COLOR), MU_CHANNEL_COLOR);
    assert_int_equal(mu_channel_second(MU_CHANNEL_X), MU_CHANNEL_X2);
    assert_int_equal(mu_channel_second(MU_CHANNEL_SIZE), MU_CHANNEL_COUNT);
    assert_int_equal(mu_channel_offset(MU_CHANNEL_Y), MU_CHANNEL_YOFFSET);
    assert_true(mu_channel_has_scale(MU_CHANNEL_X));
    assert_false(mu_channel_has_scale(MU_CHANNEL_X2));
    assert_true(mu_channel_has_scale(MU_CHANNEL_SHAPE));
    assert_false(mu_channel_has_scale(MU_CHANNEL_TEXT));
}

/* vega-lite/src/channeldef.ts, defaultType. */
static void a_type_that_is_not_said_follows_from_the_rest(void **state)
{
    (void)state;
    assert_type(MU_CHANNEL_X, "field: a", MU_NOMINAL);
    assert_type(MU_CHANNEL_X, "{field: a, bin: true}", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "{field: a, aggregate: mean}", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "aggregate: count", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "{field: a, timeUnit: month}", MU_TEMPORAL);
    assert_type(MU_CHANNEL_X, "{field: a, scale: {type: log}}", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "{field: a, scale: {type: utc}}", MU_TEMPORAL);
    assert_type(MU_CHANNEL_X, "{field: a, sort: [c, b]}", MU_ORDINAL);
    assert_type(MU_CHANNEL_ORDER, "field: a", MU_ORDINAL);
    assert_type(MU_CHANNEL_SHAPE, "{field: a, bin: true}", MU_NOMINAL);
    assert_type(MU_CHANNEL_X, "{field: a, aggregate: {argmax: b}}", MU_NOMINAL);
}

static void a_type_that_is_said_stays_but_counts_are_numbers(void **state)
{
    (void)state;
    assert_type(MU_CHANNEL_X, "{field: a, type: ordinal, bin: true}", MU_ORDINAL);
    assert_type(MU_CHANNEL_X, "{field: a, type: temporal}", MU_TEMPORAL);
    assert_type(MU_CHANNEL_X, "{aggregate: count, type: nominal}", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "{field: a, aggregate: distinct, type: nominal}", MU_QUANTITATIVE);
}

static void a_second_channel_takes_the_type_of_its_main_channel(void **state)
{
    (void)state;
    MuChannelDef *main = x_of("{field: a, type: temporal}");
    assert_int_equal(mu_channel_def(figure->arena, MU_CHANNEL_X2, node("field: b"), main)->type, MU_TEMPORAL);
}

static void a_datum_has_the_type_of_its_value(void **state)
{
    (void)state;
    assert_type(MU_CHANNEL_X, "datum: 5", MU_QUANTITATIVE);
    assert_type(MU_CHANNEL_X, "datum: five", MU_NOMINAL);
    assert_type(MU_CHANNEL_X, "datum: {year: 2020}", MU_TEMPORAL);
    assert_type(MU_CHANNEL_X, "{datum: five, type: ordinal}", MU_ORDINAL);
    assert_int_equal(x_of("datum: 5")->kind, MU_DEF_DATUM);
    assert_int_equal(x_of("{field: a, datum: 5}")->kind, MU_DEF_DATUM);
    assert_int_equal(x_of("value: 5")->kind, MU_DEF_VALUE);
    assert_int_equal(x_of("condition: {test: 'true', value: 5}")->kind, MU_DEF_NONE);
}

static void columns_of_aggregates_are_named_by_operator_and_field(void **state)
{
    (void)state;
    assert_column("field: a", "a", "");
    assert_column("{field: a, aggregate: mean}", "mean_a", "");
    assert_column("aggregate: count", "__count", "");
    assert_column("{field: a, aggregate: {argmax: b}}", "argmax_b[a]", "");
}

static void columns_of_bins_are_named_by_their_parameters(void **state)
{
    (void)state;
    assert_column("{field: a, bin: true}", "bin_maxbins_10_a", "bin_maxbins_10_a_end");
    assert_column("{field: a, bin: {maxbins: 20}}", "bin_maxbins_20_a", "bin_maxbins_20_a_end");
    assert_column("{field: a, bin: {step: 5}}", "bin_step_5_a", "bin_step_5_a_end");
    assert_column("{field: a, bin: binned}", "a", "");
    assert_str(def_of(MU_CHANNEL_COLOR, "{field: a, bin: true}")->column, "bin_maxbins_6_a");
    assert_str(def_of(MU_CHANNEL_STROKE_DASH, "{field: a, bin: true}")->bin_start, "bin_maxbins_4_a");
}

static void scales_of_names_take_the_range_of_a_bin_as_text(void **state)
{
    (void)state;
    const MuChannelDef *def = def_of(MU_CHANNEL_X, "{field: a, bin: true, type: ordinal}");
    assert_str(def->column, "bin_maxbins_10_a_range");
    assert_str(def->bin_start, "bin_maxbins_10_a");
    assert_str(def->column_end, "bin_maxbins_10_a_end");
    assert_str(def_of(MU_CHANNEL_TEXT, "{field: a, bin: true, type: ordinal}")->column, "bin_maxbins_10_a");
}

static void columns_of_time_units_are_named_by_the_unit(void **state)
{
    (void)state;
    assert_column("{field: d, timeUnit: yearmonth}", "yearmonth_d", "yearmonth_d_end");
    assert_column("{field: d, timeUnit: utcyearmonth}", "utcyearmonth_d", "utcyearmonth_d_end");
    assert_column("{field: d, timeUnit: {unit: minutes, step: 5}}", "minutes_step_5_d", "minutes_step_5_d_end");
    assert_column("{field: d, timeUnit: binnedyear}", "d", "d_end");
}

static void bins_that_exist_already_know_their_step(void **state)
{
    (void)state;
    MuChannelDef *def = x_of("{field: a, bin: {binned: true, step: 2.5}}");
    assert_true(def->prebinned && !def->binning);
    assert_near(def->prebinned_step, 2.5);
    assert_near(x_of("{field: a, bin: binned}")->prebinned_step, NAN);
    assert_false(x_of("{field: a, bin: false}")->binning);
}

static void bin_parameters_are_read_with_their_defaults(void **state)
{
    (void)state;
    MuBinParams p = mu_bin_read(figure->arena, node("true"), 10);
    assert_near(p.maxbins, 10);
    assert_true(p.nice);
    assert_near(p.step, NAN);
    p = mu_bin_read(figure->arena, node("{step: 5, nice: false, extent: [1, 9]}"), 10);
    assert_near(p.maxbins, NAN);
    assert_near(p.step, 5);
    assert_false(p.nice);
    assert_near(p.extent[0], 1);
    assert_near(p.extent[1], 9);
}

/* vega-lite/src/channeldef.ts, verbalTitleFormatter. */
static void titles_say_what_was_done_to_a_field(void **state)
{
    (void)state;
    assert_title("field: a", "a");
    assert_title("aggregate: count", "Count of Records");
    assert_title("{field: a, aggregate: mean}", "Mean of a");
    assert_title("{field: a, bin: true}", "a (binned)");
    assert_title("{field: a, bin: binned}", "a");
    assert_title("{field: d, timeUnit: yearmonth}", "d (year-month)");
    assert_title("{field: d, timeUnit: utcyearmonthdate}", "d (year-month-date)");
    assert_title("{field: d, timeUnit: binnedyear}", "d");
    assert_title("{field: a, aggregate: {argmax: b}}", "a for max b");
}

static void config_chooses_plain_or_functional_titles(void **state)
{
    (void)state;
    MuChannelDef *mean = x_of("{field: a, aggregate: mean}"), *month = x_of("{field: d, timeUnit: yearmonth}");
    const MuNode *functional = node("fieldTitle: functional"), *plain = node("fieldTitle: plain");
    assert_str(mu_field_title(figure->arena, mean, functional), "MEAN(a)");
    assert_str(mu_field_title(figure->arena, month, functional), "YEARMONTH(d)");
    assert_str(mu_field_title(figure->arena, x_of("{field: a, bin: true}"), functional), "BIN(a)");
    assert_str(mu_field_title(figure->arena, mean, plain), "a");
    assert_str(mu_field_title(figure->arena, x_of("aggregate: count"), node("countTitle: Cases")), "Cases");
}

static void bins_and_words_are_discrete_and_the_rest_are_measures(void **state)
{
    (void)state;
    MuChannelDef *number = x_of("{field: a, type: quantitative}"), *bin = x_of("{field: a, bin: true}");
    assert_true(mu_def_is_measure(number) && !mu_def_is_discrete(number));
    assert_true(!mu_def_is_measure(bin) && mu_def_is_discrete(bin));
    assert_true(mu_def_is_discrete(x_of("{field: a, type: ordinal}")));
    assert_false(mu_def_is_discrete(x_of("{field: d, type: temporal}")));
    assert_true(mu_def_is_measure(x_of("datum: 5")));
    assert_false(mu_def_is_measure(NULL));
}

static void the_field_of_a_condition_gives_the_channel_its_scale(void **state)
{
    (void)state;
    MuChannelDef *def =
        def_of(MU_CHANNEL_COLOR, "{condition: {test: 'datum.a > 1', field: a, type: nominal}, value: gray}");
    assert_int_equal(def->kind, MU_DEF_VALUE);
    assert_int_equal(def->condition_count, 1);
    assert_str(mu_channel_field_or_datum(def)->field, "a");
    assert_null(
        mu_channel_field_or_datum(def_of(MU_CHANNEL_COLOR, "{condition: {test: 'true', value: red}, value: gray}")));
    def =
        def_of(MU_CHANNEL_COLOR, "{condition: [{test: 'true', value: red}, {test: 'true', value: blue}], value: gray}");
    assert_int_equal(def->condition_count, 2);
}

static void a_scale_of_null_is_off_and_a_numeric_field_is_a_name(void **state)
{
    (void)state;
    assert_true(x_of("{field: a, scale: null}")->scale_off);
    assert_false(x_of("{field: a, scale: {zero: false}}")->scale_off);
    assert_str(x_of("field: 2017")->column, "2017");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(names_and_channels_belong_together),
        TEST(second_channels_and_offsets_lead_back_to_their_main_channel),
        TEST(a_type_that_is_not_said_follows_from_the_rest),
        TEST(a_type_that_is_said_stays_but_counts_are_numbers),
        TEST(a_second_channel_takes_the_type_of_its_main_channel),
        TEST(a_datum_has_the_type_of_its_value),
        TEST(columns_of_aggregates_are_named_by_operator_and_field),
        TEST(columns_of_bins_are_named_by_their_parameters),
        TEST(scales_of_names_take_the_range_of_a_bin_as_text),
        TEST(columns_of_time_units_are_named_by_the_unit),
        TEST(bins_that_exist_already_know_their_step),
        TEST(bin_parameters_are_read_with_their_defaults),
        TEST(titles_say_what_was_done_to_a_field),
        TEST(config_chooses_plain_or_functional_titles),
        TEST(bins_and_words_are_discrete_and_the_rest_are_measures),
        TEST(the_field_of_a_condition_gives_the_channel_its_scale),
        TEST(a_scale_of_null_is_off_and_a_numeric_field_is_a_name),
    };
    return cmocka_run_group_tests_name("channel", tests, NULL, NULL);
}
