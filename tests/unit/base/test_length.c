#include "base/length.h"
#include "fixture.h"

static void a_length_has_a_unit_or_is_in_px(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double px;
    } CASES[] = {{"640", 640}, {"640px", 640}, {"2.54cm", 96}, {"25.4mm", 96}, {"6.5in", 624},
                 {"72pt", 96}, {" 1in ", 96},  {"1 in", 96},   {"1e2", 100}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        MuLength length;
        assert_true(mu_length_parse(mu_str(CASES[i].text), &length));
        assert_true(fabs(mu_length_px(length) - CASES[i].px) < 1e-9);
    }
}

static void what_is_no_length_is_refused(void **state)
{
    (void)state;
    static const char *const CASES[] = {"", "cm", "0", "-3cm", "16  cm", "16em", "16cmm", "1e9", "1e400", "NaN", "2m"};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        MuLength length;
        assert_false(mu_length_parse(mu_str(CASES[i]), &length));
    }
}

static void a_size_is_two_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double width, height;
    } CASES[] = {{"640x400", 640, 400}, {"640pxx400px", 640, 400}, {"1in x 2in", 96, 192},
                 {"1x2in", 96, 192},    {"2in×25.4mm", 192, 96},   {"1inx400", 96, 400}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        MuLength width, height;
        assert_true(mu_size_parse(mu_str(CASES[i].text), &width, &height));
        assert_true(fabs(mu_length_px(width) - CASES[i].width) < 1e-9);
        assert_true(fabs(mu_length_px(height) - CASES[i].height) < 1e-9);
    }
}

static void what_is_no_size_is_refused(void **state)
{
    (void)state;
    static const char *const CASES[] = {"", "640", "640x", "x400", "640x400x2", "640*400", "0x400", "16cmx9 m", "ax b"};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        MuLength width, height;
        assert_false(mu_size_parse(mu_str(CASES[i]), &width, &height));
    }
}

static void a_least_length_is_rounded_up_in_its_unit(void **state)
{
    (void)state;
    static const struct {
        double px;
        MuLengthUnit unit;
        const char *text;
    } CASES[] = {
        {142.2, MU_PX, "143px"}, {96, MU_CM, "2.6cm"}, {96, MU_IN, "1in"}, {96, MU_PT, "72pt"}, {100, MU_MM, "26.5mm"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        MuBuf buf = new_buf();
        mu_length_write_up(&buf, CASES[i].px, CASES[i].unit);
        assert_buf(&buf, CASES[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_length_has_a_unit_or_is_in_px),
        TEST(what_is_no_length_is_refused),
        TEST(a_size_is_two_lengths),
        TEST(what_is_no_size_is_refused),
        TEST(a_least_length_is_rounded_up_in_its_unit),
    };
    return cmocka_run_group_tests_name("length", tests, NULL, NULL);
}
