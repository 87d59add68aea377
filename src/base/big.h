/* Natural numbers of up to 4,096 bits: as wide as any comparison of a double with a decimal text needs
 * (770 digits times 2^1075). Only what reading and writing of doubles use. */
#ifndef MU_BASE_BIG_H
#define MU_BASE_BIG_H

#include <stdint.h>

enum { MU_BIG_LIMBS = 128 };

typedef struct MuBig {
    int size;                    /* limbs in use; 0: the number 0 */
    uint32_t limb[MU_BIG_LIMBS]; /* least significant first */
} MuBig;

void mu_big_set(MuBig *big, uint64_t value);
/* big × factor + term. */
void mu_big_scale(MuBig *big, uint32_t factor, uint32_t term);
void mu_big_pow5(MuBig *big, int exponent); /* big × 5^exponent */
void mu_big_shift(MuBig *big, int bits);    /* big × 2^bits */
int mu_big_cmp(const MuBig *a, const MuBig *b);
/* a + b against c. */
int mu_big_cmp_sum(const MuBig *a, const MuBig *b, const MuBig *c);
/* a − b; a must not be smaller. */
void mu_big_subtract(MuBig *a, const MuBig *b);

#endif
