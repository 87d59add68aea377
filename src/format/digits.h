/* JavaScript's Number methods that write with a given number of digits (ECMA-262, 21.1.3). Numbers are
 * finite or infinite, not negative, not NaN. */
#ifndef MU_FORMAT_DIGITS_H
#define MU_FORMAT_DIGITS_H

#include "base/num.h"

void mu_digits_fixed(MuBuf *buf, double number, int decimals);
/* `decimals` -1: as many as needed. */
void mu_digits_exponential(MuBuf *buf, double number, int decimals);
void mu_digits_precision(MuBuf *buf, double number, int digits);
/* toString(radix) of a whole number, 2 to 16. */
void mu_digits_radix(MuBuf *buf, double number, int radix);
/* A whole number without an exponent, however large. */
void mu_digits_whole(MuBuf *buf, double number);

#endif
