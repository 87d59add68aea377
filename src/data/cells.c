#include "data/cells.h"

#include "base/num.h"
#include "base/utf8.h"

/* --- Separators --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The bytes of the separator at `at`; 0 if there is none. */
static size_t separator_at(MuStr text, size_t at, MuStr separator)
{
    static const char *const SPACES[] = {" ", "\u00A0", "\u202F", "\u2009"};
    MuStr rest = mu_str_slice(text, at, text.size);
    if (separator.size && mu_str_eq(mu_str_slice(rest, 0, separator.size), separator))
        return separator.size;
    for (size_t i = 0; mu_str_is(separator, " ") && i < sizeof SPACES / sizeof *SPACES; i++)
        if (mu_str_starts(rest, SPACES[i]))
            return strlen(SPACES[i]);
    return 0;
}

static size_t add_digits(MuStr text, size_t at, MuBuf *plain)
{
    size_t from = at;
    while (at < text.size && is_digit(text.at[at]))
        mu_buf_addc(plain, text.at[at++]);
    return at - from;
}

/* Whole digits with or without groups. The last group has three, those between two or three. False: no such. */
static bool read_whole(MuStr text, size_t *at, const MuCellRules *rules, MuBuf *plain)
{
    size_t first = add_digits(text, *at, plain), group = 3, groups = 0;
    *at += first;
    for (size_t size; (size = separator_at(text, *at, rules->thousands)) != 0; groups++) {
        if (*at + size >= text.size || !is_digit(text.at[*at + size]) || (groups && group < 2))
            return false;
        group = add_digits(text, *at + size, plain);
        if (group != 3 && group != 2)
            return false;
        *at += size + group;
    }
    return group == 3 && (!groups || (first >= 1 && first <= 3));
}

/* The number as JavaScript writes it; false where the text is none by the declared separators. */
static bool read_separated(MuStr text, const MuCellRules *rules, MuBuf *plain)
{
    size_t at = 0;
    text = mu_utf8_trim(text);
    if (text.size && (text.at[0] == '-' || text.at[0] == '+'))
        mu_buf_addc(plain, text.at[at++]);
    size_t from = at;
    if (!read_whole(text, &at, rules, plain))
        return false;
    size_t digits = at - from;
    MuStr decimal = rules->decimal.size ? rules->decimal : MU_STR(".");
    bool free_point = rules->decimal.size || !mu_str_is(rules->thousands, ".");
    size_t point = free_point ? separator_at(text, at, decimal) : 0;
    if (point) {
        mu_buf_addc(plain, '.');
        size_t fraction = add_digits(text, at + point, plain);
        digits += fraction;
        at += point + fraction;
    }
    if (!digits)
        return false;
    mu_buf_add(plain, mu_str_slice(text, at, text.size));
    return at == text.size || text.at[at] == 'e' || text.at[at] == 'E';
}

/* --- Words --- */

static bool is_missing(const MuCellRules *rules, MuStr word)
{
    word = mu_str_trim(word);
    for (size_t i = 0; i < rules->missing_size; i++)
        if (mu_str_eq(mu_str_trim(rules->missing[i]), word))
            return true;
    return false;
}

/* The word as the rules have it. */
static MuStr reworded(MuArena *arena, MuStr word, const MuCellRules *rules, bool *refused)
{
    *refused = false;
    if (is_missing(rules, word))
        return MU_STR("");
    if (!mu_str_trim(word).size)
        return rules->empty.size ? rules->empty : word;
    if (!rules->decimal.size && !rules->thousands.size)
        return word;
    MuBuf plain = {.arena = arena};
    if (read_separated(word, rules, &plain)) {
        MuStr text = mu_buf_str(&plain);
        return isnan(mu_num_parse(text)) || mu_str_eq(text, word) ? word : text;
    }
    *refused = !isnan(mu_num_parse(word));
    return word;
}

/* Two words that have become one have one code. */
static void apply_to_text(MuArena *arena, MuColumn *column, const MuCellRules *rules)
{
    size_t size = column->text.size;
    MuStr *words = MU_NEW_ARRAY(arena, MuStr, size);
    uint32_t *codes = MU_NEW_ARRAY(arena, uint32_t, size);
    bool *refused = MU_NEW_ARRAY(arena, bool, size), any_refused = false;
    MuMap known = {0};
    for (size_t i = 0; i < size; i++) {
        bool refuse, added;
        MuStr word = reworded(arena, column->text.words[i], rules, &refuse);
        MuMapEntry *entry = mu_map_entry(arena, &known, word, &added);
        codes[i] = (uint32_t)(entry - known.entries);
        words[codes[i]] = word;
        refused[codes[i]] |= refuse;
        any_refused |= refuse;
    }
    for (size_t row = 0; row < column->size; row++)
        if (column->text.codes[row] != UINT32_MAX)
            column->text.codes[row] = codes[column->text.codes[row]];
    column->text.words = words;
    column->text.size = known.size;
    column->text.refused = any_refused ? refused : NULL;
    column->separated = rules->decimal.size || rules->thousands.size;
}

static MuValue empty_value(const MuCellRules *rules)
{
    double number = mu_num_parse(rules->empty);
    return isnan(number) ? mu_string(rules->empty) : mu_number(number);
}

static void apply_to_values(MuArena *arena, MuColumn *column, const MuCellRules *rules)
{
    for (size_t row = 0; row < column->size; row++) {
        MuValue *value = &column->values[row];
        bool nothing =
            value->kind == MU_UNDEFINED || value->kind == MU_NULL || (value->kind == MU_STRING && !value->size);
        if (nothing && rules->empty.size)
            *value = empty_value(rules);
        else if ((value->kind == MU_STRING || value->kind == MU_NUMBER) &&
                 is_missing(rules, mu_to_string(arena, *value)))
            *value = mu_null();
    }
}

void mu_column_apply(MuArena *arena, MuColumn *column, const MuCellRules *rules)
{
    if (column->kind == MU_COLUMN_TEXT)
        apply_to_text(arena, column, rules);
    else if (column->kind == MU_COLUMN_VALUE)
        apply_to_values(arena, column, rules);
}
