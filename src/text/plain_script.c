#include "text/plain_script.h"

/* Unicode's Scripts.txt for letters, digits, punctuation and signs without marks, controls and what joins or presents
 * its neighbours otherwise (soft hyphen, fraction slash, variation selectors). Ascending. */
static const MuCodeRange ranges[] = {
    {0x0020, 0x0040, MU_COMMON}, {0x0041, 0x005A, MU_LATIN},    {0x005B, 0x0060, MU_COMMON},
    {0x0061, 0x007A, MU_LATIN},  {0x007B, 0x007E, MU_COMMON},   {0x00A0, 0x00A9, MU_COMMON},
    {0x00AA, 0x00AA, MU_LATIN},  {0x00AB, 0x00AC, MU_COMMON},   {0x00AE, 0x00B9, MU_COMMON},
    {0x00BA, 0x00BA, MU_LATIN},  {0x00BB, 0x00BF, MU_COMMON},   {0x00C0, 0x00D6, MU_LATIN},
    {0x00D7, 0x00D7, MU_COMMON}, {0x00D8, 0x00F6, MU_LATIN},    {0x00F7, 0x00F7, MU_COMMON},
    {0x00F8, 0x024F, MU_LATIN},  {0x0386, 0x0386, MU_GREEK},    {0x0388, 0x038A, MU_GREEK},
    {0x038C, 0x038C, MU_GREEK},  {0x038E, 0x03A1, MU_GREEK},    {0x03A3, 0x03E1, MU_GREEK},
    {0x03F0, 0x03FF, MU_GREEK},  {0x0400, 0x0482, MU_CYRILLIC}, {0x048A, 0x052F, MU_CYRILLIC},
    {0x1E00, 0x1EFF, MU_LATIN},  {0x2010, 0x2027, MU_COMMON},   {0x202F, 0x2043, MU_COMMON},
    {0x2045, 0x205E, MU_COMMON}, {0x2070, 0x2070, MU_COMMON},   {0x2071, 0x2071, MU_LATIN},
    {0x2074, 0x207E, MU_COMMON}, {0x207F, 0x207F, MU_LATIN},    {0x2080, 0x208E, MU_COMMON},
    {0x2090, 0x209C, MU_LATIN},  {0x20A0, 0x20BF, MU_COMMON},   {0x2100, 0x2125, MU_COMMON},
    {0x2127, 0x2129, MU_COMMON}, {0x212C, 0x2131, MU_COMMON},   {0x2133, 0x214D, MU_COMMON},
    {0x2150, 0x215F, MU_COMMON}, {0x2190, 0x22FF, MU_COMMON},
};

int mu_code_kind(const MuCodeRange *table, size_t count, uint32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code < table[middle].from)
            high = middle;
        else if (code > table[middle].to)
            low = middle + 1;
        else
            return table[middle].kind;
    }
    return -1;
}

bool mu_plain_script_join(uint32_t code, MuScript *script)
{
    int kind = mu_code_kind(ranges, sizeof ranges / sizeof *ranges, code);
    if (kind < 0)
        return false;
    MuScript own = (MuScript)kind;
    if (own != MU_COMMON && *script != MU_COMMON && own != *script)
        return false;
    if (own != MU_COMMON)
        *script = own;
    return true;
}
