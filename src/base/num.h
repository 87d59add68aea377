/* Numbers and their text, without the locale. */
#ifndef MU_BASE_NUM_H
#define MU_BASE_NUM_H

#include "base/str.h"

/* Reads a decimal number at the start of `s` (JSON's and JavaScript's form: sign, digits, fraction,
 * exponent), correctly rounded. Returns the bytes read; 0 when there is no number. */
size_t mu_num_read(MuStr s, double *number);
/* Number(text) of JavaScript: trims white space, "" is 0, 0x/0o/0b, ±Infinity; else NaN. */
double mu_num_parse(MuStr s);
/* Number#toString: the shortest text that reads back the same; 1e21, -0 as "0", "NaN", "Infinity". */
void mu_num_write(MuBuf *buf, double number);
/* Shortest decimal digits: `digits` gets up to 17 characters (terminated), and *exponent such that
 * the value is 0.d1d2d3… × 10^exponent. Returns the digit count. Only for finite numbers > 0. */
int mu_num_digits(double number, char digits[18], int *exponent);
/* The exact binary value rounded, ties upwards, to `count` (1..40) digits, as JavaScript's toPrecision and
 * toExponential do; trailing zeros are kept. Form and domain as mu_num_digits. Returns `count`. */
int mu_num_round(double number, int count, char digits[48], int *exponent);
/* Likewise to `decimals` places behind the point, as toFixed; for numbers below 1e21 and at most 20 places.
 * Returns the digit count, 0 when the number rounds to zero. */
int mu_num_round_at(double number, int decimals, char digits[48], int *exponent);
/* The number rounded half away from zero to `decimals` (0..6) places with trailing zeros removed;
 * the fast path for coordinates. */
void mu_num_coord(MuBuf *buf, double number, int decimals);

/* d3-array 3's tickStep: 1, 2 or 5 times a power of ten so that [start, stop] has about `count` steps, negative
 * where stop is below start. */
double mu_num_step(double start, double stop, double count);

#endif
