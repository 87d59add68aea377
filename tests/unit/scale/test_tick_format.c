#include "scales.h"

/* The texts of all ticks, joined by "|". */
static MuStr texts(const MuScale *scale, double count, const char *specifier, bool keep_all)
{
    MuTickFormat *format =
        mu_tick_format_new(scale, arena, count, mu_str(specifier), false, mu_locale_find(MU_STR("en-US")));
    if (keep_all)
        mu_tick_format_keep_all(format);
    MuValue *ticks;
    size_t size = mu_scale_ticks(scale, arena, count, (MuInterval){0}, NAN, &ticks);
    MuBuf buf = {.arena = arena};
    for (size_t i = 0; i < size; i++) {
        if (i)
            mu_buf_addc(&buf, '|');
        mu_buf_add(&buf, mu_tick_format_text(format, arena, ticks[i]));
    }
    return mu_buf_str(&buf);
}

static void assert_texts(const MuScale *scale, double count, const char *specifier, const char *expected)
{
    assert_string_equal(texts(scale, count, specifier, false).at, expected);
}

static MuScale *trained(MuScaleType type, double from, double to)
{
    MuScale *scale = scale_of(type, from, to, 0, 300);
    mu_scale_train(scale);
    return scale;
}

static void linear_ticks_have_the_digits_of_their_step(void **state)
{
    (void)state;
    assert_texts(trained(MU_SCALE_LINEAR, 0, 1), 5, "", "0.0|0.2|0.4|0.6|0.8|1.0");
    assert_texts(trained(MU_SCALE_LINEAR, 0, 1), 5, "%", "0%|20%|40%|60%|80%|100%");
    assert_texts(trained(MU_SCALE_LINEAR, 0, 12000), 5, "", "0|2,000|4,000|6,000|8,000|10,000|12,000");
    assert_texts(trained(MU_SCALE_LINEAR, 0, 12000), 5, "s", "0k|2k|4k|6k|8k|10k|12k");
}

static void a_specifier_that_is_none_is_left_out(void **state)
{
    (void)state;
    assert_texts(trained(MU_SCALE_LINEAR, 0, 1), 2, "nonsense", "0.0|0.5|1.0");
}

static void log_ticks_are_labelled_as_far_as_there_is_room(void **state)
{
    (void)state;
    MuScale *scale = trained(MU_SCALE_LOG, 1, 10000);
    assert_texts(scale, 10, "", "1|2||||||||10|20||||||||100|200||||||||1,000|2,000||||||||10,000");
    assert_texts(scale, 3, "", "1|10|100|1,000|10,000");
}

static void log_labels_drop_zeroes_at_the_end(void **state)
{
    (void)state;
    assert_texts(trained(MU_SCALE_LOG, 0.01, 1), 2, "", "0.01|0.1|1");
    assert_texts(trained(MU_SCALE_LOG, 0.01, 1), 2, "%", "1%|10%|100%");
    assert_texts(trained(MU_SCALE_LOG, 0.01, 1), 2, ".2f", "0.01|0.10|1.00");
}

static void given_values_of_a_log_scale_are_all_labelled(void **state)
{
    (void)state;
    assert_string_equal(texts(trained(MU_SCALE_LOG, 1, 5), 5, "", true).at, "1|2|3|4|5");
    assert_string_equal(texts(trained(MU_SCALE_LOG, 10, 50), 5, ".1f", true).at, "10.0|20.0|30.0|40.0|50.0");
}

static void spans_of_parts_are_open_at_the_ends(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_QUANTILE);
    set_domain(scale, LIST(3, 1, 2, 10, 8, 7, 15));
    set_range(scale, LIST(1, 2, 3, 4));
    mu_scale_train(scale);
    MuTickFormat *format = mu_tick_format_new(scale, arena, 5, MU_STR(""), false, NULL);
    assert_string_equal(mu_tick_format_span(format, arena, -INFINITY, 2.5).at, "< 2.50");
    assert_string_equal(mu_tick_format_span(format, arena, 2.5, 7).at, "2.50 \u2013 7.00");
    assert_string_equal(mu_tick_format_span(format, arena, 9, INFINITY).at, "\u2265 9.00");
}

static void quantize_spans_have_the_digits_of_the_domain(void **state)
{
    (void)state;
    MuScale *scale = mu_scale_new(arena, MU_SCALE_QUANTIZE);
    set_domain(scale, LIST(0, 100));
    set_range(scale, LIST(1, 2, 3, 4, 5));
    mu_scale_train(scale);
    MuTickFormat *format = mu_tick_format_new(scale, arena, 5, MU_STR(""), false, NULL);
    assert_string_equal(mu_tick_format_span(format, arena, 20, 40).at, "20 \u2013 40");
}

static void times_have_the_text_of_their_coarsest_unit(void **state)
{
    (void)state;
    MuScale *scale = trained(MU_SCALE_UTC, 1577836800000, 1593561600000); /* January to July 2020 */
    assert_texts(scale, 6, "", "2020|February|March|April|May|June|July");
    assert_texts(scale, 6, "%b %Y", "Jan 2020|Feb 2020|Mar 2020|Apr 2020|May 2020|Jun 2020|Jul 2020");
}

static void discrete_values_are_texts(void **state)
{
    (void)state;
    MuValue items[2] = {letter("two"), letter("lines")};
    MuArray array = {2, items};
    MuValue values[] = {letter("a"), mu_null(), mu_number(1234.5), {.kind = MU_ARRAY, .array = &array}};
    MuScale *scale = mu_scale_new(arena, MU_SCALE_POINT);
    set_range(scale, LIST(0, 10));
    scale->values = values;
    scale->value_count = 4;
    mu_scale_train(scale);
    assert_texts(scale, 10, "", "a|null|1234.5|two\nlines");
    scale->values = values + 2;
    scale->value_count = 1;
    mu_scale_train(scale);
    assert_texts(scale, 10, ",.2f", "1,234.50");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linear_ticks_have_the_digits_of_their_step),
        cmocka_unit_test(a_specifier_that_is_none_is_left_out),
        cmocka_unit_test(log_ticks_are_labelled_as_far_as_there_is_room),
        cmocka_unit_test(log_labels_drop_zeroes_at_the_end),
        cmocka_unit_test(given_values_of_a_log_scale_are_all_labelled),
        cmocka_unit_test(spans_of_parts_are_open_at_the_ends),
        cmocka_unit_test(quantize_spans_have_the_digits_of_the_domain),
        cmocka_unit_test(times_have_the_text_of_their_coarsest_unit),
        cmocka_unit_test(discrete_values_are_texts),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
