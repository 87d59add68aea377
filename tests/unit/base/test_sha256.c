/* Vectors: FIPS 180-4 examples and the million letters "a" of FIPS 180-2. */
#include "base/sha256.h"
#include "fixture.h"

static void assert_digest(const char *text, const char *expected)
{
    MuBuf buf = new_buf();
    mu_sha256_hex(&buf, mu_str(text));
    assert_buf(&buf, expected);
}

static void the_standard_vectors_come_out(void **state)
{
    (void)state;
    assert_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void pieces_give_the_same_as_the_whole(void **state)
{
    (void)state;
    static const unsigned char expected[] = {0xcd, 0xc7, 0x6e, 0x5c, 0x99, 0x14, 0xfb, 0x92, 0x81, 0xa1, 0xc7,
                                             0xe2, 0x84, 0xd7, 0x3e, 0x67, 0xf1, 0x80, 0x9a, 0x48, 0xa4, 0x97,
                                             0x20, 0x0e, 0x04, 0x6d, 0x39, 0xcc, 0xc7, 0x11, 0x2c, 0xd0};
    unsigned char digest[MU_SHA256_SIZE];
    MuSha256 sha;
    mu_sha256_init(&sha);
    for (int i = 0; i < 100000; i++)
        mu_sha256_add(&sha, MU_STR("aaaaaaaaaa"));
    mu_sha256_end(&sha, digest);
    assert_memory_equal(digest, expected, sizeof digest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(the_standard_vectors_come_out), TEST(pieces_give_the_same_as_the_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
