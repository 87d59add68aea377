#include "base/big.h"

void mu_big_set(MuBig *big, uint64_t value)
{
    big->limb[0] = (uint32_t)value;
    big->limb[1] = (uint32_t)(value >> 32);
    big->size = value >> 32 ? 2 : value != 0;
}

void mu_big_scale(MuBig *big, uint32_t factor, uint32_t term)
{
    uint64_t carry = term;
    for (int i = 0; i < big->size; i++) {
        carry += (uint64_t)big->limb[i] * factor;
        big->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry && big->size < MU_BIG_LIMBS)
        big->limb[big->size++] = (uint32_t)carry;
}

void mu_big_pow5(MuBig *big, int exponent)
{
    enum { STEP = 13, FIVE_TO_STEP = 1220703125 };
    for (; exponent >= STEP; exponent -= STEP)
        mu_big_scale(big, FIVE_TO_STEP, 0);
    for (; exponent > 0; exponent--)
        mu_big_scale(big, 5, 0);
}

void mu_big_shift(MuBig *big, int bits)
{
    int limbs = bits / 32;
    mu_big_scale(big, (uint32_t)1 << bits % 32, 0);
    if (!limbs || !big->size || big->size + limbs > MU_BIG_LIMBS)
        return;
    for (int i = big->size - 1; i >= 0; i--)
        big->limb[i + limbs] = big->limb[i];
    for (int i = 0; i < limbs; i++)
        big->limb[i] = 0;
    big->size += limbs;
}

int mu_big_cmp(const MuBig *a, const MuBig *b)
{
    if (a->size != b->size)
        return a->size > b->size ? 1 : -1;
    for (int i = a->size - 1; i >= 0; i--) {
        if (a->limb[i] != b->limb[i]) /* NOLINT(clang-analyzer-core.*): size <= MU_BIG_LIMBS */
            return a->limb[i] > b->limb[i] ? 1 : -1;
    }
    return 0;
}

int mu_big_cmp_sum(const MuBig *a, const MuBig *b, const MuBig *c)
{
    MuBig sum;
    const MuBig *longer = a->size > b->size ? a : b, *shorter = longer == a ? b : a;
    uint64_t carry = 0;
    for (int i = 0; i < longer->size; i++) {
        carry += (uint64_t)longer->limb[i] + (i < shorter->size ? shorter->limb[i] : 0);
        sum.limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    sum.size = longer->size;
    if (carry && sum.size < MU_BIG_LIMBS)
        sum.limb[sum.size++] = (uint32_t)carry;
    return mu_big_cmp(&sum, c);
}

void mu_big_subtract(MuBig *a, const MuBig *b)
{
    int64_t borrow = 0;
    for (int i = 0; i < a->size; i++) {
        borrow += (int64_t)a->limb[i] - (i < b->size ? (int64_t)b->limb[i] : 0);
        a->limb[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (a->size && !a->limb[a->size - 1])
        a->size--;
}
