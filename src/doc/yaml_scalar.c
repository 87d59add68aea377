/* What a plain scalar means. Only what the core schema of YAML 1.2 says is a number, a truth value or null:
 * yes, no, on, off, dates and 12:30:45 stay the texts they look like. */
#include "base/num.h"
#include "doc/reader.h"

static bool is_one_of(MuStr text, const char *const *words)
{
    for (; *words; words++) {
        if (mu_str_is(text, *words))
            return true;
    }
    return false;
}

static size_t skip_digits(MuStr text, size_t at)
{
    while (at < text.size && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    return at;
}

static size_t skip_sign(MuStr text, size_t at)
{
    return at + (at < text.size && (text.at[at] == '+' || text.at[at] == '-'));
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool is_decimal(MuStr text)
{
    size_t from = skip_sign(text, 0), at = skip_digits(text, from), digits = at - from;
    if (at < text.size && text.at[at] == '.') {
        size_t end = skip_digits(text, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (!digits)
        return false;
    if (at < text.size && (text.at[at] == 'e' || text.at[at] == 'E')) {
        from = skip_sign(text, at + 1);
        at = skip_digits(text, from);
        if (at == from)
            return false;
    }
    return at == text.size;
}

/* 0x1F and 0o17; -1 if it is neither. */
static double read_radix(MuStr text)
{
    bool prefixed = text.size > 2 && text.at[0] == '0' && (text.at[1] == 'x' || text.at[1] == 'o');
    double number = prefixed ? mu_num_parse(text) : -1;
    return isnan(number) ? -1 : number;
}

static bool has_leading_zero(MuStr text)
{
    size_t from = skip_sign(text, 0);
    return from + 1 < text.size && text.at[from] == '0' && skip_digits(text, from) > from + 1;
}

static void warn_leading_zero(MuReader *reader, MuSpan span, MuStr text)
{
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_YAML_LEADING_ZERO, span, MU_FMT(text));
    mu_diag_hint(reader->diags, diag, "if it is a code, not a quantity, put it in quotes: '%.*s'", MU_FMT(text));
}

static bool set_number(MuReader *reader, MuNode *node, double number)
{
    node->kind = MU_NUMBER;
    node->number = number;
    if (isfinite(number))
        return true;
    mu_diag(reader->diags, MU_DIAG_NUMBER_RANGE, node->span);
    return false;
}

static bool read_decimal(MuReader *reader, MuNode *node, MuStr text)
{
    double number = 0;
    mu_num_read(text, &number);
    if (has_leading_zero(text))
        warn_leading_zero(reader, node->span, text);
    return set_number(reader, node, number);
}

bool mu_yaml_scalar(MuReader *reader, MuNode *node, MuStr text)
{
    static const char *const NULLS[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const TRUES[] = {"true", "True", "TRUE", NULL};
    static const char *const FALSES[] = {"false", "False", "FALSE", NULL};
    static const char *const NOT_FINITE[] = {".inf",  ".Inf",  ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
                                             "-.Inf", "-.INF", ".nan", ".NaN",  ".NAN",  NULL};
    if (is_one_of(text, NULLS)) {
        node->kind = MU_NULL;
        return true;
    }
    bool yes = is_one_of(text, TRUES);
    if (yes || is_one_of(text, FALSES)) {
        node->kind = MU_BOOL;
        node->boolean = yes;
        return true;
    }
    if (is_one_of(text, NOT_FINITE)) {
        MuDiag *diag = mu_diag(reader->diags, MU_DIAG_YAML_NOT_FINITE, node->span, MU_FMT(text));
        mu_diag_hint(reader->diags, diag, "write null, or put it in quotes if it is text");
        return false;
    }
    if (is_decimal(text))
        return read_decimal(reader, node, text);
    double radix = read_radix(text);
    if (radix >= 0)
        return set_number(reader, node, radix);
    node->string = text;
    return true;
}
