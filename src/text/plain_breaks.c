#include "text/plain_breaks.h"
#include "base/utf8.h"
#include "text/plain_script.h"

/* Classes of UAX #14. Ambiguous and complex ones are not among them. */
typedef enum Class { AL, NU, IS, EX, CL, SY, OP, CP, QU, HY, BA, B2, PO, PR, IN, GL, PAIRED, SP = PAIRED, BK } Class;

/* '1': a line may break between a character of the row and one of the column; in the second table, when spaces stand
 * between them. The last row of the second one is the beginning of a line. What a number changes is in may_break. */
#define COLUMNS PAIRED + 1
static const char together[PAIRED][COLUMNS] = {
    [AL] = "0000000000010000", [NU] = "0000000000010000", [IS] = "0100001000011100", [EX] = "1100001000011100",
    [CL] = "1100001000011100", [SY] = "1100001000011100", [OP] = "0000000000000000", [CP] = "0000001000011100",
    [QU] = "0000000000000000", [HY] = "1000001000011101", [BA] = "1100001000011101", [B2] = "1100001000001100",
    [PO] = "0000001000011100", [PR] = "0000001000011100", [IN] = "1100001000011100", [GL] = "0000000000000000",
};
static const char spaced[PAIRED + 1][COLUMNS] = {
    [AL] = "1100001011111111",     [NU] = "1100001011111111", [IS] = "1100001011111111", [EX] = "1100001011111111",
    [CL] = "1100001011111111",     [SY] = "1100001011111111", [OP] = "0000000000000000", [CP] = "1100001011111111",
    [QU] = "1100000011111111",     [HY] = "1100001011111111", [BA] = "1100001011111111", [B2] = "1100001011101111",
    [PO] = "1100001011111111",     [PR] = "1100001011111111", [IN] = "1100001011111111", [GL] = "1100001011111111",
    [PAIRED] = "1100001011111111",
};

static const MuCodeRange ranges[] = {
    {'\n', '\n', BK},     {' ', ' ', SP},       {'!', '!', EX},       {'"', '"', QU},       {'#', '#', AL},
    {'$', '$', PR},       {'%', '%', PO},       {'&', '&', AL},       {'\'', '\'', QU},     {'(', '(', OP},
    {')', ')', CP},       {'*', '*', AL},       {'+', '+', PR},       {',', ',', IS},       {'-', '-', HY},
    {'.', '.', IS},       {'/', '/', SY},       {'0', '9', NU},       {':', ';', IS},       {'<', '>', AL},
    {'?', '?', EX},       {'@', 'Z', AL},       {'[', '[', OP},       {'\\', '\\', PR},     {']', ']', CP},
    {'^', 'z', AL},       {'{', '{', OP},       {'|', '|', BA},       {'}', '}', CL},       {'~', '~', AL},
    {0x00A0, 0x00A0, GL}, {0x00A1, 0x00A1, OP}, {0x00A2, 0x00A2, PO}, {0x00A3, 0x00A5, PR}, {0x00A6, 0x00AA, AL},
    {0x00AB, 0x00AB, QU}, {0x00AC, 0x00AC, AL}, {0x00AE, 0x00AF, AL}, {0x00B0, 0x00B0, PO}, {0x00B1, 0x00B1, PR},
    {0x00B2, 0x00B3, AL}, {0x00B5, 0x00BA, AL}, {0x00BB, 0x00BB, QU}, {0x00BC, 0x00BE, AL}, {0x00BF, 0x00BF, OP},
    {0x00C0, 0x024F, AL}, {0x0386, 0x0386, AL}, {0x0388, 0x038A, AL}, {0x038C, 0x038C, AL}, {0x038E, 0x03A1, AL},
    {0x03A3, 0x03FF, AL}, {0x0400, 0x0482, AL}, {0x048A, 0x052F, AL}, {0x1E00, 0x1EFF, AL}, {0x2010, 0x2010, BA},
    {0x2011, 0x2011, GL}, {0x2012, 0x2013, BA}, {0x2014, 0x2014, B2}, {0x2018, 0x2019, QU}, {0x201A, 0x201A, OP},
    {0x201B, 0x201D, QU}, {0x201E, 0x201E, OP}, {0x2020, 0x2023, AL}, {0x2024, 0x2026, IN}, {0x202F, 0x202F, GL},
    {0x2030, 0x2037, PO}, {0x2039, 0x203A, QU}, {0x203B, 0x203B, AL}, {0x2070, 0x2071, AL}, {0x2074, 0x207C, AL},
    {0x207F, 0x208C, AL}, {0x20AC, 0x20AC, PR}, {0x2103, 0x2103, PO}, {0x2116, 0x2116, PR}, {0x2122, 0x2122, AL},
    {0x2126, 0x2126, AL}, {0x2150, 0x215F, AL}, {0x2190, 0x2211, AL}, {0x2212, 0x2213, PR}, {0x2214, 0x22EE, AL},
};

static bool find_class(uint32_t code, Class *class_of)
{
    int kind = mu_code_kind(ranges, sizeof ranges / sizeof *ranges, code);
    *class_of = kind < 0 ? AL : (Class)kind;
    return kind >= 0;
}

/* What stands before the next character. */
typedef struct Before {
    Class last; /* that is no space; PAIRED: the line begins */
    bool has_spaces;
    bool in_number;     /* digits, and IS and SY behind them */
    bool behind_number; /* CL or CP right behind one */
    bool after_newline;
} Before;

/* `then`: the class behind `next`, or BK. LB25 in the form that keeps whole numbers together. */
static bool may_break(const Before *before, Class next, Class then)
{
    if (before->after_newline)
        return true;
    if (next == SP || next == BK)
        return false;
    if (before->has_spaces || before->last == PAIRED)
        return before->has_spaces && spaced[before->last][next] == '1';
    bool is_affix = next == PO || next == PR;
    if ((before->in_number && (next == NU || is_affix)) || (before->behind_number && is_affix))
        return false;
    if ((before->last == PO || before->last == PR) && next == OP && then == NU)
        return false;
    return together[before->last][next] == '1';
}

static void move_on(Before *before, Class next)
{
    if (next == BK) {
        *before = (Before){.last = PAIRED, .after_newline = true};
        return;
    }
    before->after_newline = false;
    if (next == SP) {
        before->has_spaces = true;
        before->in_number = before->behind_number = false;
        return;
    }
    before->behind_number = before->in_number && (next == CL || next == CP);
    before->in_number = next == NU || (before->in_number && (next == IS || next == SY));
    before->last = next;
    before->has_spaces = false;
}

static bool is_known(MuStr text)
{
    Class class_of;
    uint32_t code;
    for (size_t i = 0; i < text.size; i += mu_utf8_decode(text, i, &code)) {
        mu_utf8_decode(text, i, &code);
        if (!find_class(code, &class_of))
            return false;
    }
    return true;
}

/* The class of the character at byte `at`, which moves behind it; BK at the end. */
static Class next_class(MuStr text, size_t *at)
{
    Class class_of = BK;
    uint32_t code;
    if (*at < text.size) {
        *at += mu_utf8_decode(text, *at, &code);
        find_class(code, &class_of);
    }
    return class_of;
}

bool mu_plain_breaks(MuStr text, uint8_t *can_break)
{
    if (!is_known(text))
        return false;
    Before before = {.last = PAIRED};
    for (size_t at = 0; at < text.size;) {
        size_t behind = at;
        Class next = next_class(text, &behind);
        size_t further = behind;
        can_break[at] = at > 0 && may_break(&before, next, next_class(text, &further));
        move_on(&before, next);
        at = behind;
    }
    return true;
}
