/* Reading and writing of doubles. Both have a fast path that covers nearly all numbers of a figure and an
 * exact one over big integers:
 * - reading by a guess that is corrected against the midpoints between neighbouring doubles;
 * - writing by the digit generation of Steele and White ("How to print floating-point numbers
 *   accurately", 1990), with the rules of ECMA-262, Number::toString. */
#include "base/num.h"

#include <float.h>

#include "base/big.h"
#include "base/utf8.h"

enum { MAX_DIGITS = 770, LEAD_DIGITS = 19, EXACT_POWER = 22 };

static const double POWERS[EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                               1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
static const double EXACT_INTEGER = 9007199254740992.0; /* 2^53 */

/* A decimal text: `count` significant digits, value = digits × 10^exponent. */
typedef struct Decimal {
    uint64_t lead; /* the first 19 digits */
    int count, exponent;
    char digits[MAX_DIGITS + 1];
} Decimal;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits beyond the last that can matter are kept as one digit 1 if any of them is not zero. */
static void add_digit(Decimal *d, char c, bool behind_point, bool *rest)
{
    if (d->count == 0 && c == '0') {
        d->exponent -= behind_point;
        return;
    }
    if (d->count < MAX_DIGITS) {
        if (d->count < LEAD_DIGITS)
            d->lead = d->lead * 10 + (uint64_t)(c - '0');
        d->digits[d->count++] = c;
        d->exponent -= behind_point;
        return;
    }
    *rest |= c != '0';
    d->exponent += !behind_point;
}

static size_t scan_exponent(MuStr s, size_t at, int *exponent)
{
    size_t i = at;
    if (i >= s.size || (s.at[i] != 'e' && s.at[i] != 'E'))
        return at;
    i++;
    bool negative = i < s.size && s.at[i] == '-';
    if (i < s.size && (s.at[i] == '-' || s.at[i] == '+'))
        i++;
    if (i >= s.size || !is_digit(s.at[i]))
        return at;
    int value = 0;
    for (; i < s.size && is_digit(s.at[i]); i++)
        value = value < 1000000 ? value * 10 + (s.at[i] - '0') : value;
    *exponent = negative ? -value : value;
    return i;
}

/* The bytes of an unsigned decimal number at `at`, or `at` if there is none. */
static size_t scan(MuStr s, size_t at, Decimal *d)
{
    bool rest = false;
    size_t i = at, digits = 0;
    for (; i < s.size && is_digit(s.at[i]); i++, digits++)
        add_digit(d, s.at[i], false, &rest);
    if (i < s.size && s.at[i] == '.' && (digits || (i + 1 < s.size && is_digit(s.at[i + 1])))) {
        for (i++; i < s.size && is_digit(s.at[i]); i++, digits++)
            add_digit(d, s.at[i], true, &rest);
    }
    if (!digits)
        return at;
    if (rest) {
        d->digits[d->count++] = '1';
        d->exponent--;
    }
    int exponent = 0;
    i = scan_exponent(s, i, &exponent);
    d->exponent += exponent;
    return i;
}

/* The decimal against mantissa × 2^power. */
static int compare(const Decimal *d, uint64_t mantissa, int power)
{
    MuBig decimal, binary;
    mu_big_set(&decimal, d->lead);
    for (int i = LEAD_DIGITS; i < d->count; i++)
        mu_big_scale(&decimal, 10, (uint32_t)(d->digits[i] - '0'));
    mu_big_set(&binary, mantissa);
    mu_big_pow5(d->exponent > 0 ? &decimal : &binary, abs(d->exponent));
    int shift = d->exponent - power;
    mu_big_shift(shift > 0 ? &decimal : &binary, abs(shift));
    return mu_big_cmp(&decimal, &binary);
}

/* number = mantissa × 2^power with an integral mantissa, the smallest power being −1074. */
static uint64_t split(double number, int *power)
{
    int exponent;
    double fraction = frexp(number, &exponent);
    *power = exponent - DBL_MANT_DIG;
    if (number == 0 || *power < DBL_MIN_EXP - DBL_MANT_DIG)
        *power = DBL_MIN_EXP - DBL_MANT_DIG;
    return (uint64_t)ldexp(fraction, exponent - *power);
}

/* Moves the guess to the double nearest to the decimal; of two equally near ones the even. */
static double correct(const Decimal *d, double guess)
{
    for (;;) {
        int power;
        uint64_t mantissa = split(guess, &power);
        int above = compare(d, 2 * mantissa + 1, power - 1);
        if (above > 0 || (above == 0 && (mantissa & 1))) {
            guess = nextafter(guess, INFINITY);
            if (isinf(guess))
                return guess;
            continue;
        }
        if (guess <= 0)
            return 0;
        /* Below a power of two the neighbour is only half as far. */
        bool narrow = mantissa == (uint64_t)1 << (DBL_MANT_DIG - 1) && power > DBL_MIN_EXP - DBL_MANT_DIG;
        int below = narrow ? compare(d, 4 * mantissa - 1, power - 2) : compare(d, 2 * mantissa - 1, power - 1);
        if (below < 0 || (below == 0 && (mantissa & 1)))
            guess = nextafter(guess, 0);
        else
            return guess;
    }
}

static double power_of_ten(double number, int exponent)
{
    for (; exponent > EXACT_POWER; exponent -= EXACT_POWER)
        number *= POWERS[EXACT_POWER];
    for (; exponent < -EXACT_POWER; exponent += EXACT_POWER)
        number /= POWERS[EXACT_POWER];
    return exponent < 0 ? number / POWERS[-exponent] : number * POWERS[exponent];
}

static double to_double(const Decimal *d)
{
    if (d->count == 0)
        return 0;
    int magnitude = d->count + d->exponent;
    if (magnitude > DBL_MAX_10_EXP + 1)
        return INFINITY;
    if (magnitude < -324)
        return 0;
    if (d->count <= LEAD_DIGITS && d->lead <= (uint64_t)EXACT_INTEGER && abs(d->exponent) <= EXACT_POWER)
        return power_of_ten((double)d->lead, d->exponent); /* both exact, so one rounding */
    int lead = d->count < LEAD_DIGITS ? d->count : LEAD_DIGITS;
    double guess = power_of_ten((double)d->lead, d->exponent + d->count - lead);
    return correct(d, isinf(guess) ? DBL_MAX : guess);
}

size_t mu_num_read(MuStr s, double *number)
{
    size_t at = s.size && (s.at[0] == '-' || s.at[0] == '+');
    Decimal d;
    d.lead = 0;
    d.count = d.exponent = 0;
    size_t end = scan(s, at, &d);
    if (end == at)
        return 0;
    double value = to_double(&d);
    *number = s.at[0] == '-' ? -value : value;
    return end;
}

/* "0x1f": digits of a radix behind two characters. */
static double parse_radix(MuStr s, int radix)
{
    double value = 0;
    for (size_t i = 2; i < s.size; i++) {
        char c = s.at[i];
        int digit = is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
        if (digit >= radix)
            return NAN;
        value = value * radix + digit;
    }
    return s.size > 2 ? value : NAN;
}

double mu_num_parse(MuStr s)
{
    s = mu_utf8_trim(s);
    if (!s.size)
        return 0;
    if (s.size > 1 && s.at[0] == '0' && !is_digit(s.at[1]) && s.at[1] != '.') {
        char radix = (char)(s.at[1] | 32);
        if (radix == 'x' || radix == 'o' || radix == 'b')
            return parse_radix(s, radix == 'x' ? 16 : radix == 'o' ? 8 : 2);
    }
    MuStr unsigned_part = mu_str_slice(s, s.at[0] == '-' || s.at[0] == '+', s.size);
    if (mu_str_is(unsigned_part, "Infinity"))
        return s.at[0] == '-' ? -INFINITY : INFINITY;
    double number;
    return mu_num_read(s, &number) == s.size ? number : NAN;
}

/* Digit generation: the rest of the number is numerator / denominator × 10^exponent, and less than
 * 10^exponent; each step takes one digit off. */
typedef struct Digits {
    MuBig numerator, denominator;
    int exponent;
} Digits;

static void digits_start(Digits *g, uint64_t mantissa, int power, int exponent)
{
    g->exponent = exponent;
    mu_big_set(&g->numerator, mantissa);
    mu_big_set(&g->denominator, 1);
    mu_big_pow5(exponent > 0 ? &g->denominator : &g->numerator, abs(exponent));
    int shift = power - exponent;
    mu_big_shift(shift > 0 ? &g->numerator : &g->denominator, abs(shift));
}

static int digits_next(Digits *g)
{
    int digit = 0;
    mu_big_scale(&g->numerator, 10, 0);
    for (; mu_big_cmp(&g->numerator, &g->denominator) >= 0; digit++)
        mu_big_subtract(&g->numerator, &g->denominator);
    return digit;
}

/* The exponent of 0.d1d2… × 10^exponent, exactly or one too small. */
static int estimate_exponent(double number)
{
    int exponent;
    frexp(number, &exponent);
    return (int)ceil((exponent - 1) * 0.30102999566398120 - 1e-9);
}

static void digits_of(Digits *g, double number)
{
    int power, exponent = estimate_exponent(number);
    uint64_t mantissa = split(number, &power);
    digits_start(g, mantissa, power, exponent);
    if (mu_big_cmp(&g->numerator, &g->denominator) >= 0)
        digits_start(g, mantissa, power, exponent + 1);
}

/* Adds one to the last digit; 99 becomes 10 of the next magnitude. Returns the new digit count. */
static int round_up(char *digits, int count, int *exponent)
{
    int i = count;
    while (i > 0 && digits[i - 1] == '9')
        digits[--i] = '0';
    if (i > 0) {
        digits[i - 1]++;
        return count;
    }
    digits[0] = '1';
    ++*exponent;
    return count ? count : 1;
}

/* Distances to the neighbours above and below, halved, in units of the denominator. */
static void margins(Digits *g, MuBig *high, MuBig *low, double number, int exponent)
{
    int power;
    uint64_t mantissa = split(number, &power);
    bool narrow = mantissa == (uint64_t)1 << (DBL_MANT_DIG - 1) && power > DBL_MIN_EXP - DBL_MANT_DIG;
    int finer = narrow ? 2 : 1; /* so that half the smaller distance is an integer */
    digits_start(g, mantissa << finer, power - finer, exponent);
    Digits one;
    digits_start(&one, 1, power - finer, exponent);
    /* Both share the power of two and of five; where those went into the denominator the margin is 1. */
    *low = one.numerator;
    *high = one.numerator;
    if (narrow)
        mu_big_shift(high, 1);
}

static int shortest(double number, char digits[18], int *exponent)
{
    Digits g;
    MuBig high, low;
    int power;
    bool even = !(split(number, &power) & 1);
    *exponent = estimate_exponent(number);
    margins(&g, &high, &low, number, *exponent);
    if (mu_big_cmp_sum(&g.numerator, &high, &g.denominator) >= !even)
        margins(&g, &high, &low, number, ++*exponent);
    for (int count = 0;;) {
        mu_big_scale(&high, 10, 0);
        mu_big_scale(&low, 10, 0);
        digits[count++] = (char)('0' + digits_next(&g));
        bool near_low = mu_big_cmp(&g.numerator, &low) < even;
        bool near_high = mu_big_cmp_sum(&g.numerator, &high, &g.denominator) >= !even;
        if (!near_low && !near_high)
            continue;
        int half = mu_big_cmp_sum(&g.numerator, &g.numerator, &g.denominator);
        bool odd_tie = half == 0 && (digits[count - 1] & 1);
        if (near_high && (!near_low || half > 0 || odd_tie))
            count = round_up(digits, count, exponent);
        while (count > 1 && digits[count - 1] == '0')
            count--;
        digits[count] = '\0';
        return count;
    }
}

static int digits_of_integer(uint64_t value, char digits[20])
{
    char reversed[20];
    int count = 0;
    for (; value; value /= 10)
        reversed[count++] = (char)('0' + value % 10);
    for (int i = 0; i < count; i++)
        digits[i] = reversed[count - 1 - i];
    return count;
}

/* Numbers that are an integer of at most 15 digits over a small power of ten: the quotient of two exact
 * doubles is correctly rounded, so the equality proves that the text reads back; at most 15 digits are
 * told apart by doubles, so the first power that fits is the shortest. */
static int shortest_fast(double number, char digits[18], int *exponent)
{
    if (number < 1e-5 || number >= 1e15)
        return 0;
    for (int k = 0; k <= EXACT_POWER; k++) {
        double scaled = number * POWERS[k];
        if (scaled >= 1e15)
            return 0;
        double whole = floor(scaled + 0.5);
        if (whole / POWERS[k] != number)
            continue;
        char text[20];
        int count = digits_of_integer((uint64_t)whole, text);
        *exponent = count - k;
        while (count > 1 && text[count - 1] == '0')
            count--;
        memcpy(digits, text, (size_t)count);
        digits[count] = '\0';
        return count;
    }
    return 0;
}

int mu_num_digits(double number, char digits[18], int *exponent)
{
    int count = shortest_fast(number, digits, exponent);
    return count ? count : shortest(number, digits, exponent);
}

static int generate(Digits *g, int count, char digits[48], int *exponent)
{
    *exponent = g->exponent;
    for (int i = 0; i < count; i++)
        digits[i] = (char)('0' + digits_next(g));
    if (mu_big_cmp_sum(&g->numerator, &g->numerator, &g->denominator) >= 0)
        count = round_up(digits, count, exponent);
    digits[count] = '\0';
    return count;
}

int mu_num_round(double number, int count, char digits[48], int *exponent)
{
    Digits g;
    digits_of(&g, number);
    return generate(&g, count, digits, exponent);
}

int mu_num_round_at(double number, int decimals, char digits[48], int *exponent)
{
    Digits g;
    digits_of(&g, number);
    int wanted = g.exponent + decimals;
    int magnitude = *exponent = g.exponent;
    digits[0] = '\0';
    if (wanted < 0)
        return 0;
    int count = generate(&g, wanted, digits, exponent);
    if (count && *exponent > magnitude && wanted > 0) {
        digits[count++] = '0'; /* 99.6 became 100: one more digit in front, the same places behind */
        digits[count] = '\0';
    }
    return count;
}

static void write_exponential(MuBuf *buf, MuStr digits, int exponent)
{
    mu_buf_addc(buf, digits.at[0]);
    if (digits.size > 1) {
        mu_buf_addc(buf, '.');
        mu_buf_add(buf, mu_str_slice(digits, 1, digits.size));
    }
    mu_buf_printf(buf, "e%c%d", exponent < 0 ? '-' : '+', abs(exponent));
}

static void write_plain(MuBuf *buf, MuStr digits, int exponent)
{
    int whole = exponent > 0 ? exponent : 0;
    if (!whole)
        mu_buf_addc(buf, '0');
    mu_buf_add(buf, mu_str_slice(digits, 0, (size_t)whole));
    for (int i = (int)digits.size; i < whole; i++)
        mu_buf_addc(buf, '0');
    if ((int)digits.size <= whole)
        return;
    mu_buf_addc(buf, '.');
    for (int i = exponent; i < 0; i++)
        mu_buf_addc(buf, '0');
    mu_buf_add(buf, mu_str_slice(digits, (size_t)whole, digits.size));
}

void mu_num_write(MuBuf *buf, double number)
{
    if (isnan(number) || number == 0) {
        mu_buf_adds(buf, isnan(number) ? "NaN" : "0");
        return;
    }
    if (number < 0)
        mu_buf_addc(buf, '-');
    if (isinf(number)) {
        mu_buf_adds(buf, "Infinity");
        return;
    }
    char digits[18];
    int exponent, count = mu_num_digits(fabs(number), digits, &exponent);
    MuStr text = {digits, (size_t)count};
    if (exponent > -6 && exponent <= 21)
        write_plain(buf, text, exponent);
    else
        write_exponential(buf, text, exponent - 1);
}

void mu_num_coord(MuBuf *buf, double number, int decimals)
{
    double scaled = floor(fabs(number) * POWERS[decimals] + 0.5);
    if (!(scaled < 1e15)) { /* too large for places to matter, or no number */
        mu_num_write(buf, number);
        return;
    }
    uint64_t value = (uint64_t)scaled;
    for (; decimals > 0 && value % 10 == 0; decimals--)
        value /= 10;
    char digits[20];
    int count = digits_of_integer(value, digits);
    if (number < 0 && value)
        mu_buf_addc(buf, '-');
    write_plain(buf, (MuStr){digits, (size_t)count}, count - decimals);
}

/* The step, and whether any multiple of it lies in [start, stop]. */
static double step_for(double start, double stop, double count, bool *hit)
{
    double rough = (stop - start) / fmax(0, count), power = floor(log10(rough)), error = rough / pow(10, power);
    double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
    double size = power < 0 ? pow(10, -power) / factor : pow(10, power) * factor;
    double first = power < 0 ? ceil(start * size) / size : ceil(start / size) * size;
    *hit = first <= stop;
    return power < 0 ? 1 / size : size;
}

double mu_num_step(double start, double stop, double count)
{
    bool hit, reverse = stop < start;
    double low = reverse ? stop : start, high = reverse ? start : stop;
    double step = step_for(low, high, count, &hit);
    if (!hit && count >= 0.5 && count < 2)
        step = step_for(low, high, count * 2, &hit);
    return reverse ? -step : step;
}
