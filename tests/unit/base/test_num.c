/* Expected values: Node 20. */
#include <float.h>

#include "fixture.h"

static void numbers_are_written_as_javascript_writes_them(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {123456789012345680000.0, "123456789012345680000"},
        {1e21, "1e+21"},
        {1.5e300, "1.5e+300"},
        {1e-6, "0.000001"},
        {1e-7, "1e-7"},
        {-1.25e-9, "-1.25e-9"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {DBL_MAX, "1.7976931348623157e+308"},
        {9007199254740993.0, "9007199254740992"},
        {4.35, "4.35"},
        {100, "100"},
        {5e-5, "0.00005"},
        {INFINITY, "Infinity"},
        {-INFINITY, "-Infinity"},
        {NAN, "NaN"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuBuf buf = new_buf();
        mu_num_write(&buf, cases[i].number);
        assert_buf(&buf, cases[i].text);
    }
}

static void reading_rounds_correctly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        {"0.1", 0.1},
        {"123456789.123456789", 123456789.12345679},
        {"9007199254740993", 9007199254740992.0},                               /* a tie goes to even */
        {"9007199254740993.00000000000000000000000000001", 9007199254740994.0}, /* just above it */
        {"9007199254740995", 9007199254740996.0},
        {"1.7976931348623157e308", DBL_MAX},
        {"1.7976931348623159e308", INFINITY},
        {"2.4703282292062327e-324", 0},
        {"2.4703282292062328e-324", 5e-324},
        {"2.2250738585072011e-308", 2.225073858507201e-308},
        {"6.631236846766476e-316", 6.631236846766476e-316},
        {"1e400", INFINITY},
        {"1e-400", 0},
        {"0.000000000000000000000000000000000000000000001e45", 1},
        {"1e23", 1e23},
        {"8.5e22", 8.5e22},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double number = -1;
        assert_int_equal(mu_num_read(mu_str(cases[i].text), &number), strlen(cases[i].text));
        assert_number(number, cases[i].number);
    }
}

static void digits_beyond_what_matters_still_decide_ties(void **state)
{
    (void)state;
    MuBuf buf = new_buf();
    mu_buf_adds(&buf, "9007199254740993.");
    for (int i = 0; i < 2000; i++)
        mu_buf_addc(&buf, '0');
    double tie, above;
    mu_num_read(mu_buf_str(&buf), &tie);
    mu_buf_addc(&buf, '1');
    mu_num_read(mu_buf_str(&buf), &above);
    assert_number(tie, 9007199254740992.0);
    assert_number(above, 9007199254740994.0);
}

static void reading_stops_where_the_number_ends(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        double number;
    } cases[] = {
        {"12px", 2, 12},     {"1e", 1, 1}, {"1e+", 1, 1}, {"1.5.2", 3, 1.5}, {".5", 2, 0.5}, {"5.", 2, 5},
        {"-2e3x", 4, -2000}, {"+7", 2, 7}, {"", 0, -1},   {"-", 0, -1},      {".", 0, -1},   {"e5", 0, -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double number = -1;
        assert_int_equal(mu_num_read(mu_str(cases[i].text), &number), cases[i].size);
        assert_number(number, cases[i].number);
    }
}

static void texts_become_numbers_as_in_javascript(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double number;
    } cases[] = {
        {"", 0},
        {"  ", 0},
        {"\t12\n", 12},
        {"\xC2\xA0"
         "7",
         7},
        {"0x1F", 31},
        {"0b101", 5},
        {"0o17", 15},
        {"0x", NAN},
        {"-0x10", NAN},
        {"Infinity", INFINITY},
        {"-Infinity", -INFINITY},
        {"inf", NAN},
        {"nan", NAN},
        {"1,000", NAN},
        {"12abc", NAN},
        {"007", 7},
        {"1e3", 1000},
        {"1_000", NAN},
        {"--1", NAN},
        {"0xfg", NAN},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_number(mu_num_parse(mu_str(cases[i].text)), cases[i].number);
}

static void exact_values_round_their_ties_upwards(void **state)
{
    (void)state;
    static const struct {
        double number;
        int decimals;
        const char *digits;
        int exponent;
    } cases[] = {
        {2.5, 0, "3", 1},     {0.5, 0, "1", 1},     {0.25, 1, "3", 0},     {0.35, 1, "3", 0},
        {1.005, 2, "100", 1}, {8.345, 2, "835", 1}, {1.45, 1, "14", 1},    {99.95, 1, "1000", 3},
        {0.05, 1, "1", 0},    {0.04, 1, "", 0},     {999.5, 0, "1000", 4}, {1e20, 2, "10000000000000000000000", 21},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char digits[48];
        int exponent, count = mu_num_round_at(cases[i].number, cases[i].decimals, digits, &exponent);
        assert_string_equal(digits, cases[i].digits);
        assert_int_equal(count, strlen(cases[i].digits));
        if (count)
            assert_int_equal(exponent, cases[i].exponent);
    }
}

static void significant_digits_keep_their_zeros(void **state)
{
    (void)state;
    char digits[48];
    int exponent;
    assert_int_equal(mu_num_round(25, 1, digits, &exponent), 1);
    assert_string_equal(digits, "3");
    assert_int_equal(exponent, 2);
    mu_num_round(0.1, 21, digits, &exponent);
    assert_string_equal(digits, "100000000000000005551");
    assert_int_equal(exponent, 0);
    mu_num_round(9.99, 2, digits, &exponent);
    assert_string_equal(digits, "10");
    assert_int_equal(exponent, 2);
}

static void coordinates_round_half_away_and_drop_zeros(void **state)
{
    (void)state;
    static const struct {
        double number;
        int decimals;
        const char *text;
    } cases[] = {
        {1.5, 3, "1.5"},      {-1.5, 0, "-2"},
        {0.0005, 3, "0.001"}, {-0.0004, 3, "0"},
        {100, 3, "100"},      {1.2345678, 3, "1.235"},
        {0, 3, "0"},          {-0.5, 1, "-0.5"},
        {0.05, 2, "0.05"},    {1e20, 3, "100000000000000000000"},
        {NAN, 3, "NaN"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        MuBuf buf = new_buf();
        mu_num_coord(&buf, cases[i].number, cases[i].decimals);
        assert_buf(&buf, cases[i].text);
    }
}

static void steps_are_1_2_or_5_times_a_power_of_ten(void **state)
{
    (void)state;
    assert_number(mu_num_step(0, 100, 10), 10);
    assert_number(mu_num_step(0, 100, 4), 20);
    assert_number(mu_num_step(0, 1, 3), 0.5);
    assert_number(mu_num_step(0, 0.0003, 10), 0.00002);
    assert_number(mu_num_step(100, 0, 10), -10);
    assert_number(mu_num_step(7, 12, 1), 5);
    assert_number(mu_num_step(6, 9, 1), 2); /* no multiple of 5 lies between 6 and 9 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_are_written_as_javascript_writes_them), TEST(reading_rounds_correctly),
        TEST(digits_beyond_what_matters_still_decide_ties),  TEST(reading_stops_where_the_number_ends),
        TEST(texts_become_numbers_as_in_javascript),         TEST(exact_values_round_their_ties_upwards),
        TEST(significant_digits_keep_their_zeros),           TEST(coordinates_round_half_away_and_drop_zeros),
        TEST(steps_are_1_2_or_5_times_a_power_of_ten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
