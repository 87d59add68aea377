/* SHA-256: ids and checksums that follow from content. FIPS 180-4, section 6.2. */
#ifndef MU_BASE_SHA256_H
#define MU_BASE_SHA256_H

#include "base/str.h"

enum { MU_SHA256_SIZE = 32 };

typedef struct MuSha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[64];
} MuSha256;

void mu_sha256_init(MuSha256 *sha);
void mu_sha256_add(MuSha256 *sha, MuStr bytes);
void mu_sha256_end(MuSha256 *sha, unsigned char digest[MU_SHA256_SIZE]);
/* The digest of `bytes` in 64 hexadecimal digits. */
void mu_sha256_hex(MuBuf *buf, MuStr bytes);

#endif
