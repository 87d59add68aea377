#include "backend/deflate.h"

enum { LONGEST = 258, SHORTEST = 3, FARTHEST = 32768, WORTH = 5 };

typedef struct Bits {
    MuBuf *out;
    uint64_t held;
    unsigned count;
} Bits;

/* `value` with its lowest bit first. */
static void put(Bits *bits, uint32_t value, unsigned count)
{
    bits->held |= (uint64_t)value << bits->count;
    bits->count += count;
    while (bits->count >= 8) {
        mu_buf_addc(bits->out, (char)(bits->held & 0xff));
        bits->held >>= 8;
        bits->count -= 8;
    }
}

/* A Huffman code, which goes out with its highest bit first. */
static void put_code(Bits *bits, uint32_t code, unsigned count)
{
    uint32_t turned = 0;
    for (unsigned i = 0; i < count; i++)
        turned |= (code >> i & 1) << (count - 1 - i);
    put(bits, turned, count);
}

/* The fixed codes of literals and lengths: RFC 1951, 3.2.6. */
static void put_symbol(Bits *bits, unsigned symbol)
{
    if (symbol < 144)
        put_code(bits, 0x30 + symbol, 8);
    else if (symbol < 256)
        put_code(bits, 0x190 + symbol - 144, 9);
    else if (symbol < 280)
        put_code(bits, symbol - 256, 7);
    else
        put_code(bits, 0xc0 + symbol - 280, 8);
}

/* Codes 257 to 285 in groups of four that double in width: RFC 1951, 3.2.5. */
static void put_length(Bits *bits, unsigned length)
{
    if (length == LONGEST) {
        put_symbol(bits, 285);
        return;
    }
    unsigned rest = length - SHORTEST, extra = 0;
    while (rest >> (extra + 3))
        extra++;
    put_symbol(bits, 257 + 4 * extra + (rest >> extra));
    put(bits, rest & ((1u << extra) - 1), extra);
}

/* Distances in groups of two that double in width. */
static void put_distance(Bits *bits, unsigned distance)
{
    unsigned rest = distance - 1, extra = 0;
    while (rest >> (extra + 2))
        extra++;
    put_code(bits, 2 * extra + (rest >> extra), 5);
    put(bits, rest & ((1u << extra) - 1), extra);
}

static void put_match(Bits *bits, size_t length, size_t distance)
{
    while (length) {
        size_t part = length < LONGEST ? length : LONGEST;
        if (length - part && length - part < SHORTEST)
            part = length - SHORTEST; /* what is left must be long enough for a match of its own */
        put_length(bits, (unsigned)part);
        put_distance(bits, (unsigned)distance);
        length -= part;
    }
}

/* How many bytes from `at` on equal those `distance` before, at most `most`. */
static size_t match_length(const uint8_t *at, size_t distance, size_t most)
{
    size_t length = 0;
    while (length < most && at[length] == at[length - distance])
        length++;
    return length;
}

/* One row that differs from the one above: runs of the row above, runs of one value, and what is left. */
static void put_row(Bits *bits, const uint8_t *row, size_t size, size_t above, size_t step)
{
    for (size_t i = 0; i < size;) {
        size_t up = above ? match_length(row + i, above, size - i) : 0;
        size_t run = i >= step ? match_length(row + i, step, size - i) : 0;
        size_t longest = up > run ? up : run;
        if (longest >= WORTH) {
            put_match(bits, longest, run >= up ? step : above);
            i += longest;
        } else {
            put_symbol(bits, row[i++]);
        }
    }
}

static uint32_t adler(const uint8_t *bytes, size_t size)
{
    enum { PRIME = 65521, CHUNK = 5552 }; /* the sums do not overflow within a chunk */
    uint32_t a = 1, b = 0;
    for (size_t from = 0; from < size; from += CHUNK) {
        size_t to = size - from < CHUNK ? size : from + CHUNK;
        for (size_t i = from; i < to; i++) {
            a += bytes[i];
            b += a;
        }
        a %= PRIME;
        b %= PRIME;
    }
    return b << 16 | a;
}

void mu_deflate_rows(MuBuf *out, const uint8_t *rows, size_t size, size_t count, size_t step)
{
    Bits bits = {.out = out};
    mu_buf_add(out, (MuStr){"\x78\x01", 2});
    put(&bits, 3, 3); /* the last block, fixed codes */
    size_t above = size <= FARTHEST && size >= SHORTEST ? size : 0;
    for (size_t y = 0; y < count;) {
        size_t same = y;
        while (above && y && same < count && memcmp(rows + same * size, rows + (same - 1) * size, size) == 0)
            same++;
        if (same > y)
            put_match(&bits, (same - y) * size, size);
        else
            put_row(&bits, rows + y * size, size, y ? above : 0, step);
        y = same > y ? same : y + 1;
    }
    put_symbol(&bits, 256);
    put(&bits, 0, 7); /* to a whole byte */
    uint32_t sum = adler(rows, size * count);
    for (int shift = 24; shift >= 0; shift -= 8)
        mu_buf_addc(out, (char)(sum >> shift & 0xff));
}
