/* Good and hostile images. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "image/image.h"
#include <png.h>

typedef struct Fixture {
    MuArena *arena;
    MuDiags diags;
} Fixture;

static int set_up(void **state)
{
    MuArena *arena = mu_arena_new(0);
    Fixture *f = MU_NEW(arena, Fixture);
    f->arena = f->diags.arena = arena;
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    mu_arena_free(((Fixture *)*state)->arena);
    return 0;
}

/* A PNG of the pixels, each R, G, B, A. */
static MuStr png_of(Fixture *f, const unsigned char *rgba, unsigned width, unsigned height)
{
    png_image png = {.version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = PNG_FORMAT_RGBA};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_to_memory(&png, NULL, &size, 0, rgba, 0, NULL));
    char *bytes = mu_arena_alloc(f->arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, rgba, 0, NULL));
    return (MuStr){bytes, size};
}

static const unsigned char two[] = {255, 0, 0, 255, 0, 200, 100, 128};

static MuStr two_pixels(Fixture *f)
{
    return png_of(f, two, 2, 1);
}

static const MuImage *read_image(Fixture *f, MuStr bytes)
{
    return mu_image_read(f->arena, bytes, MU_STR("a.png"), (MuSpan){0}, &f->diags);
}

static void assert_refused(Fixture *f, MuStr bytes, const char *code)
{
    f->diags = (MuDiags){.arena = f->arena};
    assert_null(read_image(f, bytes));
    assert_int_equal(f->diags.errors, 1);
    assert_string_equal(mu_diag_name(f->diags.list.at[0].code), code);
}

static void pixels_are_multiplied_by_their_alpha(void **state)
{
    const MuImage *image = read_image(*state, two_pixels(*state));
    assert_non_null(image);
    assert_int_equal(image->width, 2);
    assert_int_equal(image->height, 1);
    assert_int_equal(image->pixels[0], 0xFFFF0000);
    assert_int_equal(image->pixels[1], 0x80006432); /* 200 × 128 / 255 = 100, 100 × 128 / 255 = 50 */
    assert_string_equal(image->type, "image/png");
}

static void what_is_not_decoded_is_known_by_its_first_bytes(void **state)
{
    const MuImage *image = read_image(*state, MU_STR("\xff\xd8\xff\xe0 and more"));
    assert_string_equal(image->type, "image/jpeg");
    assert_null(image->pixels);
    assert_string_equal(read_image(*state, MU_STR("GIF89a"))->type, "image/gif");
    assert_string_equal(read_image(*state, MU_STR("RIFF\x10\x10\x10\x10WEBPVP8 "))->type, "image/webp");
}

static void what_is_no_image_is_refused(void **state)
{
    assert_refused(*state, MU_STR(""), "image-unknown");
    assert_refused(*state, MU_STR("<svg onload='x'/>"), "image-unknown");
    assert_refused(*state, MU_STR("\x89PN"), "image-unknown");
}

static void a_png_that_ends_anywhere_is_refused(void **state)
{
    Fixture *f = *state;
    MuStr whole = two_pixels(f);
    for (size_t size = 8; size + 12 < whole.size; size++) /* the last 12 bytes only say that it ends */
        assert_refused(f, mu_str_slice(whole, 0, size), "image-broken");
}

static void a_png_with_a_wrong_byte_never_crashes(void **state)
{
    Fixture *f = *state;
    MuStr whole = two_pixels(f);
    size_t refused = 0;
    for (size_t i = 8; i < whole.size; i++)
        for (int bit = 0; bit < 8; bit++) {
            MuStr copy = mu_str_copy(f->arena, whole);
            ((char *)copy.at)[i] = (char)((unsigned char)copy.at[i] ^ (1u << bit));
            refused += !read_image(f, copy);
        }
    assert_true(refused > whole.size * 4); /* nearly all of a small file is under a check sum */
}

static void put_length(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i));
}

static uint32_t crc_of(const unsigned char *bytes, size_t size)
{
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/* The file with another size in its header, and a check sum that agrees. */
static MuStr resized(Fixture *f, uint32_t width, uint32_t height)
{
    MuStr copy = mu_str_copy(f->arena, two_pixels(f));
    unsigned char *bytes = (unsigned char *)copy.at;
    put_length(bytes + 16, width);
    put_length(bytes + 20, height);
    put_length(bytes + 29, crc_of(bytes + 12, 17));
    return copy;
}

static void a_header_that_claims_a_huge_picture_is_refused_without_its_memory(void **state)
{
    Fixture *f = *state;
    size_t before = mu_arena_used(f->arena);
    assert_refused(f, resized(f, 30001, 1), "image-broken");
    assert_refused(f, resized(f, 1, 0x7FFFFFFF), "image-broken");
    assert_refused(f, resized(f, 20000, 20000), "image-broken");
    assert_refused(f, resized(f, 0, 1), "image-broken");
    assert_true(mu_arena_used(f->arena) - before < 1000000);
}

static void a_header_that_claims_more_rows_than_there_are_is_refused(void **state)
{
    assert_refused(*state, resized(*state, 2, 500), "image-broken");
}

static void a_picture_that_needs_more_than_the_budget_is_no_memory(void **state)
{
    (void)state;
    MuArena *arena = mu_arena_new(2000000);
    Fixture f = {.arena = arena, .diags = {.arena = arena}};
    MuStr bytes = resized(&f, 3000, 3000);
    MuGuard guard;
    int fault = MU_GUARD(arena, &guard);
    if (fault == 0)
        read_image(&f, bytes);
    mu_guard_leave(&guard);
    assert_int_equal(fault, MU_NO_MEMORY);
    mu_arena_free(arena);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(pixels_are_multiplied_by_their_alpha),
        TEST(what_is_not_decoded_is_known_by_its_first_bytes),
        TEST(what_is_no_image_is_refused),
        TEST(a_png_that_ends_anywhere_is_refused),
        TEST(a_png_with_a_wrong_byte_never_crashes),
        TEST(a_header_that_claims_a_huge_picture_is_refused_without_its_memory),
        TEST(a_header_that_claims_more_rows_than_there_are_is_refused),
        TEST(a_picture_that_needs_more_than_the_budget_is_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
