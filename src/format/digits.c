#include "format/digits.h"

static void add_zeros(MuBuf *buf, int count)
{
    for (int i = 0; i < count; i++)
        mu_buf_addc(buf, '0');
}

/* Digits with value 0.d1d2… × 10^exponent and `decimals` places; digits beyond the text are zeros. */
static void add_positional(MuBuf *buf, MuStr digits, int exponent, int decimals)
{
    int size = (int)digits.size;
    for (int place = exponent > 0 ? exponent : 1; place > -decimals; place--) {
        int index = exponent - place;
        if (place == 0)
            mu_buf_addc(buf, '.');
        mu_buf_addc(buf, index >= 0 && index < size ? digits.at[index] : '0');
    }
}

void mu_digits_fixed(MuBuf *buf, double number, int decimals)
{
    if (!(number < 1e21)) {
        mu_num_write(buf, number);
        return;
    }
    char digits[48] = "";
    int exponent = 0, count = number > 0 ? mu_num_round_at(number, decimals, digits, &exponent) : 0;
    add_positional(buf, (MuStr){digits, (size_t)count}, count ? exponent : 0, decimals);
}

static void add_exponential(MuBuf *buf, MuStr digits, int exponent)
{
    mu_buf_addc(buf, digits.at[0]);
    if (digits.size > 1) {
        mu_buf_addc(buf, '.');
        mu_buf_add(buf, mu_str_slice(digits, 1, digits.size));
    }
    mu_buf_printf(buf, "e%c%d", exponent < 0 ? '-' : '+', abs(exponent));
}

void mu_digits_exponential(MuBuf *buf, double number, int decimals)
{
    if (isinf(number)) {
        mu_num_write(buf, number);
        return;
    }
    char digits[48] = "000000000000000000000";
    int exponent = 1, count = decimals < 0 ? 1 : decimals + 1;
    if (number > 0)
        count = decimals < 0 ? mu_num_digits(number, digits, &exponent)
                             : mu_num_round(number, decimals + 1, digits, &exponent);
    add_exponential(buf, (MuStr){digits, (size_t)count}, exponent - 1);
}

void mu_digits_precision(MuBuf *buf, double number, int wanted)
{
    if (isinf(number)) {
        mu_num_write(buf, number);
        return;
    }
    if (number == 0) {
        mu_digits_fixed(buf, 0, wanted - 1);
        return;
    }
    char digits[48];
    int exponent, count = mu_num_round(number, wanted, digits, &exponent);
    MuStr text = {digits, (size_t)count};
    if (exponent - 1 < -6 || exponent > wanted)
        add_exponential(buf, text, exponent - 1);
    else
        add_positional(buf, text, exponent, wanted - exponent);
}

void mu_digits_radix(MuBuf *buf, double number, int radix)
{
    if (isinf(number)) {
        mu_num_write(buf, number);
        return;
    }
    char reversed[1100];
    int count = 0;
    do {
        double rest = fmod(number, radix);
        reversed[count++] = "0123456789abcdef"[(int)rest];
        number = (number - rest) / radix;
    } while (number > 0);
    while (count)
        mu_buf_addc(buf, reversed[--count]);
}

void mu_digits_whole(MuBuf *buf, double number)
{
    char digits[18];
    int exponent, count;
    if (number < 1e21) {
        mu_num_write(buf, number);
    } else if (isinf(number)) {
        mu_buf_adds(buf, "∞");
    } else {
        count = mu_num_digits(number, digits, &exponent);
        mu_buf_add(buf, (MuStr){digits, (size_t)count});
        add_zeros(buf, exponent - count);
    }
}
