/* Expected values: d3-format 3.1.3 and vega-format 2. */
#include "format/format.h"

#include "../base/fixture.h"

typedef struct Case {
    const char *specifier;
    double number;
    const char *text;
} Case;

static void assert_formats(const char *locale, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        MuNumberFormat format;
        MuBuf buf = new_buf();
        assert_true(mu_number_format_parse(mu_str(cases[i].specifier), &format));
        mu_number_format(&buf, mu_locale_find(mu_str(locale)), &format, cases[i].number);
        assert_buf(&buf, cases[i].text);
    }
}

static void every_type_writes_its_form(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"f", 1.5, "1.500000"},
        {".1f", 0.25, "0.3"},
        {".0f", 2.5, "3"},
        {".2f", 1.005, "1.00"},
        {".2f", 8.345, "8.35"},
        {".0f", 1e21, "1e+21"},
        {"e", 12345, "1.234500e+4"},
        {".0e", 1.5, "2e+0"},
        {"g", 0.00001, "0.0000100000"},
        {"g", 1e-7, "1.00000e-7"},
        {".3g", 1234, "1.23e+3"},
        {"r", 0.000123456789, "0.000123457"},
        {".2r", 4215, "4200"},
        {"s", 1500, "1.50000k"},
        {".3s", 42e6, "42.0M"},
        {".2s", 0.000012, "12µ"},
        {"s", 0, "0.00000"},
        {".3s", 1e-27, "0.001y"},
        {"s", 1e30, "1000000Y"},
        {"%", 0.123, "12.300000%"},
        {".0%", 0.125, "13%"},
        {"p", 0.1234567, "12.3457%"},
        {"d", 2.5, "3"},
        {"d", 1e25, "10000000000000000000000000"},
        {"b", 10, "1010"},
        {"o", 8, "10"},
        {"x", 48879, "beef"},
        {"X", 48879, "BEEF"},
        {"#x", 48879, "0xbeef"},
        {"c", 65, "65"},
        {"n", 12345.678, "12,345.7"},
        {"", 0.1, "0.1"},
        {"", 0.30000000000000004, "0.3"},
        {",", 1234567, "1,234,567"},
        {"q", 1500000, "1500000"},
    };
    assert_formats("en-US", cases, COUNT(cases));
}

static void signs_stand_where_the_specifier_puts_them(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"d", -5,
         "\xE2\x88\x92"
         "5"},
        {"+d", 5, "+5"},
        {"(d", -5, "(5)"},
        {" d", 5, " 5"},
        {".0f", -0.4, "0"},
        {"+.0f", -0.4,
         "\xE2\x88\x92"
         "0"},
        {"$,.2f", -1234.5, "\xE2\x88\x92$1,234.50"},
        {"($.1f", -2, "($2.0)"},
        {"f", NAN, "NaN"},
        {"d", -INFINITY, "\xE2\x88\x92∞"},
        {"x", -228,
         "\xE2\x88\x92"
         "e4"},
    };
    assert_formats("en-US", cases, COUNT(cases));
}

static void widths_are_filled_as_aligned(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"6d", 42, "    42"},
        {"<6d", 42, "42    "},
        {"^7d", 42, "  42   "},
        {"=+6d", 42, "+   42"},
        {"*>6d", 42, "****42"},
        {"€^6d", 42, "€€42€€"},
        {"06d", -42,
         "\xE2\x88\x92"
         "00042"},
        {"010,d", 1234, "00,001,234"},
        {"0,d", 1234, "1,234"},
        {"012,.2f", 1234.5, "0,001,234.50"},
    };
    assert_formats("en-US", cases, COUNT(cases));
}

static void zeros_are_trimmed_before_the_exponent_and_unit(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"~f", 1.5, "1.5"},      {"~f", 100, "100"},   {"~s", 1500, "1.5k"}, {"~s", 1000, "1k"},
        {"~e", 12000, "1.2e+4"}, {".3~%", 0.1, "10%"}, {"~g", 0, "0"},
    };
    assert_formats("en-US", cases, COUNT(cases));
}

static void locales_change_separators_signs_and_digits(void **state)
{
    (void)state;
    static const Case german[] = {{",.2f", 1234567.891, "1.234.567,89"}, {"$,.2f", 5, "5,00\xC2\xA0€"}};
    static const Case arabic[] = {{",.1f", 1234.5, "١٬٢٣٤٫٥"}};
    assert_formats("de-DE", german, COUNT(german));
    assert_formats("ar-EG", arabic, COUNT(arabic));
    assert_null(mu_locale_find(MU_STR("xx-XX")));
}

static void what_is_no_specifier_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {".f", "..2f", "f2", "1.2.3", "!", "ff", "+-d", ",,", "%Y"};
    MuNumberFormat format;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(mu_number_format_parse(mu_str(bad[i]), &format));
}

static void ticks_take_their_precision_from_the_step(void **state)
{
    (void)state;
    static const struct {
        double start, stop, count;
        const char *specifier;
        double number;
        const char *text;
    } cases[] = {
        {0, 1, 10, "", 0.3, "0.3"},          {0, 10000, 10, "", 5000, "5,000"},
        {0, 0.001, 4, "", 0.0002, "0.0002"}, {0, 1, 10, "%", 0.3, "30%"},
        {0, 0.01, 10, "%", 0.003, "0.3%"},   {0, 1, 10, "+f", 0.3, "+0.3"},
        {0, 1e6, 10, "s", 100000, "0.1M"},   {0, 2000, 10, "s", 400, "0.4k"},
        {0, 1, 10, "e", 0.3, "3e-1"},        {0, 1000, 10, "r", 300, "300"},
        {0, 1000, 10, ".2f", 300, "300.00"}, {0, 6000, 6, ",", 6000, "6,000"}, /* d3: 6e+3 */
        {0, 0, 5, "", 0, "0.000000"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuNumberFormat format;
        double si_value;
        MuBuf buf = new_buf();
        assert_true(mu_tick_format(cases[i].start, cases[i].stop, cases[i].count, mu_str(cases[i].specifier), false,
                                   &format, &si_value));
        mu_number_format_prefix(&buf, mu_locale_find(MU_STR("en-US")), &format, si_value, cases[i].number);
        assert_buf(&buf, cases[i].text);
    }
}

static void single_numbers_show_twelve_digits_without_zeros(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"", 1234.5, "1,234.5"}, {"f", 0.1, "0.1"}, {"%", 0.125, "12.5%"}, {"e", 1200, "1.2e+3"}, {".1f", 2, "2.0"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuNumberFormat format;
        MuBuf buf = new_buf();
        assert_true(mu_float_format(mu_str(cases[i].specifier), &format));
        mu_number_format(&buf, mu_locale_find(MU_STR("en-US")), &format, cases[i].number);
        assert_buf(&buf, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_type_writes_its_form),
        TEST(signs_stand_where_the_specifier_puts_them),
        TEST(widths_are_filled_as_aligned),
        TEST(zeros_are_trimmed_before_the_exponent_and_unit),
        TEST(locales_change_separators_signs_and_digits),
        TEST(what_is_no_specifier_is_refused),
        TEST(ticks_take_their_precision_from_the_step),
        TEST(single_numbers_show_twelve_digits_without_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
