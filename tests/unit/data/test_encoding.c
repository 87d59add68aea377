#include "fixture.h"

#include "data/encoding.h"

static const MuSource *decoded(MuStr bytes, const char *encoding)
{
    return mu_decode(arena, source_of(bytes), mu_str(encoding), false, &diags);
}

static void assert_decodes(MuStr bytes, const char *encoding, const char *wanted)
{
    const MuSource *source = decoded(bytes, encoding);
    assert_non_null(source);
    assert_string_equal(mu_str_cstr(arena, source->text), wanted);
}

static void utf_8_stays_as_it_is(void **state)
{
    (void)state;
    const MuSource *source = source_of(MU_STR("a\né\n"));
    assert_ptr_equal(mu_decode(arena, source, MU_STR(""), false, &diags), source);
    assert_ptr_equal(mu_decode(arena, source, MU_STR("utf-8"), false, &diags), source);
}

static void utf_16_is_known_by_its_mark_or_said(void **state)
{
    (void)state;
    assert_decodes(MU_STR("\xFF\xFE"
                          "a\0\xE9\0\x3D\xD8\x00\xDE"),
                   "", "aé😀");
    assert_decodes(MU_STR("\xFE\xFF\0a\0\xE9"), "", "aé");
    assert_decodes(MU_STR("\xFE\xFF\0a"), "utf-16", "a");
    assert_decodes(MU_STR("a\0b\0"), "utf-16le", "ab");
    assert_decodes(MU_STR("\0a\0b"), "utf-16be", "ab");
}

static void one_byte_encodings_are_said(void **state)
{
    (void)state;
    assert_decodes(MU_STR("caf\xE9"), "latin1", "café");
    assert_decodes(MU_STR("\x93"
                          "caf\xE9\x94 \x80"),
                   "windows-1252", "“café” €");
}

static void assert_refused(MuStr bytes, const char *encoding, const char *message, const char *hint, uint32_t line)
{
    diags = (MuDiags){.arena = arena};
    assert_null(decoded(bytes, encoding));
    const MuDiag *diag = &diags.list.at[0];
    assert_int_equal(diag->code, MU_DIAG_DATA_ENCODING);
    assert_int_equal(diag->span.line, line);
    assert_true(mu_str_find(diag->message, mu_str(message), 0) != SIZE_MAX);
    assert_true(mu_str_find(diag->hint, mu_str(hint), 0) != SIZE_MAX);
}

static void a_byte_that_is_none_is_named_with_its_place_and_what_to_declare(void **state)
{
    (void)state;
    assert_refused(MU_STR("a,b\n1,x\x93\n"), "", "not UTF-8: byte 0x93 in column 4 of line 2", "windows-1252", 2);
    assert_refused(MU_STR("a,b\r1,2\r3,x\x93\r"), "", "byte 0x93 in column 4 of line 3", "windows-1252", 3);
    assert_refused(MU_STR("a\xED\xA0\x80"), "", "byte 0xED", "encoding", 1); /* a surrogate */
    assert_refused(MU_STR("a\0\xE9\0"), "", "byte 0xE9", "utf-16le", 1);
    assert_refused(MU_STR("x\x93"), "latin1", "not Latin-1: byte 0x93", "windows-1252", 1);
    assert_refused(MU_STR("x\x81"), "windows-1252", "not Windows-1252: byte 0x81", "UTF-8", 1);
    assert_refused(MU_STR("a\0\x00\xD8z\0"), "utf-16le", "not UTF-16", "half of a character", 1);
    assert_refused(MU_STR("a\0b"), "utf-16le", "not UTF-16", "half of a character", 1);
}

static void leniently_a_byte_that_is_none_is_a_replacement_character(void **state)
{
    (void)state;
    const MuSource *source = mu_decode(arena, source_of(MU_STR("x\x93y")), MU_STR(""), true, &diags);
    assert_string_equal(mu_str_cstr(arena, source->text), "x\uFFFDy");
    assert_int_equal(diags.list.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(utf_8_stays_as_it_is),
        TEST(utf_16_is_known_by_its_mark_or_said),
        TEST(one_byte_encodings_are_said),
        TEST(a_byte_that_is_none_is_named_with_its_place_and_what_to_declare),
        TEST(leniently_a_byte_that_is_none_is_a_replacement_character),
    };
    return cmocka_run_group_tests_name("data/encoding", tests, NULL, NULL);
}
