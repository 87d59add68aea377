#include "data/reading.h"

#include "base/civil.h"
#include "base/num.h"

double mu_text_number(MuStr text)
{
    return mu_text_is_blank(text) ? NAN : mu_num_parse(text);
}

/* --- Dates --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The digits from `at` on (at most four); SIZE_MAX where there are none or more. */
static size_t read_digits(MuStr text, size_t at, int *number)
{
    size_t from = at;
    for (*number = 0; at < text.size && is_digit(text.at[at]); at++) {
        if (at - from == 4)
            return SIZE_MAX;
        *number = *number * 10 + (text.at[at] - '0');
    }
    return at > from ? at : SIZE_MAX;
}

typedef struct Triple {
    int part[3];
    size_t width[3];
    size_t end; /* behind the third number */
} Triple;

/* Three numbers with the same one of - / . between them. */
static bool read_triple(MuStr text, Triple *t)
{
    char separator = '\0';
    size_t at = 0;
    for (int i = 0; i < 3; i++) {
        size_t end = read_digits(text, at, &t->part[i]);
        if (end == SIZE_MAX)
            return false;
        t->width[i] = end - at;
        at = end;
        if (i == 2)
            break;
        if (at >= text.size || (i == 1 && text.at[at] != separator))
            return false;
        separator = text.at[at++];
        if (separator != '-' && separator != '/' && separator != '.')
            return false;
    }
    t->end = at;
    return at == text.size || text.at[at] == ' ' || text.at[at] == 'T' || text.at[at] == ',';
}

static bool is_day(int n)
{
    return n >= 1 && n <= 31;
}

static bool is_month(int n)
{
    return n >= 1 && n <= 12;
}

static MuDayOrder order_of(const Triple *t)
{
    int a = t->part[0], b = t->part[1];
    if (t->width[0] > 2 || t->width[1] > 2 || (t->width[2] != 2 && t->width[2] != 4))
        return MU_NO_DAY_ORDER;
    bool day_first = is_day(a) && is_month(b), month_first = is_month(a) && is_day(b);
    if (t->width[2] == 2) /* 24/10/25: the year may be at either end */
        return day_first || month_first || is_month(b) ? MU_DAY_OR_MONTH : MU_NO_DAY_ORDER;
    if (day_first && month_first)
        return a == b ? MU_DAY_FIRST : MU_DAY_OR_MONTH;
    return day_first ? MU_DAY_FIRST : month_first ? MU_MONTH_FIRST : MU_NO_DAY_ORDER;
}

MuDayOrder mu_text_day_order(MuStr text)
{
    Triple t;
    text = mu_str_trim(text);
    if (!read_triple(text, &t))
        return MU_NO_DAY_ORDER;
    if (t.width[2] == 4 && t.part[0] == t.part[1] && is_month(t.part[0]))
        return MU_NO_DAY_ORDER; /* 07/07/2024 speaks for neither */
    return order_of(&t);
}

/* The same written as Date.parse reads it in one way only: year/month/day and the rest. */
static double year_last(MuStr text, const Triple *t, bool day_first, const MuZone *zone)
{
    enum { MOST = 64 };
    char room[MOST];
    MuStr rest = mu_str_slice(text, t->end, text.size);
    if (rest.size && (rest.at[0] == ',' || rest.at[0] == 'T'))
        rest = mu_str_slice(rest, 1, rest.size);
    int n = snprintf(room, sizeof room, "%04d/%02d/%02d %.*s", t->part[2], t->part[day_first], t->part[!day_first],
                     MU_FMT(rest));
    return n > 0 && n < MOST ? mu_date_parse((MuStr){room, (size_t)n}, zone) : NAN;
}

static bool is_year(MuStr text)
{
    return text.size == 4 && (text.at[0] == '1' || text.at[0] == '2') && is_digit(text.at[1]) && is_digit(text.at[2]) &&
           is_digit(text.at[3]);
}

double mu_text_date(MuStr text, const MuZone *zone)
{
    Triple t;
    text = mu_str_trim(text);
    if (!text.size)
        return NAN;
    if (is_year(text))
        return mu_civil_ms((int64_t)mu_num_parse(text), 1, 1, 0, 0, 0, 0, NULL);
    if (read_triple(text, &t) && t.width[0] <= 2) {
        MuDayOrder order = order_of(&t);
        return order == MU_DAY_FIRST || order == MU_MONTH_FIRST ? year_last(text, &t, order == MU_DAY_FIRST, zone)
                                                                : NAN;
    }
    return isnan(mu_num_parse(text)) ? mu_date_parse(text, zone) : NAN;
}

/* --- Numbers with separators --- */

static size_t digits_from(MuStr text, size_t at)
{
    size_t from = at;
    while (at < text.size && is_digit(text.at[at]))
        at++;
    return at - from;
}

bool mu_text_grouped(MuStr text, char *thousands, char *decimal)
{
    *thousands = *decimal = '\0';
    text = mu_str_trim(text);
    size_t at = text.size && (text.at[0] == '-' || text.at[0] == '+'), first = digits_from(text, at), groups = 0;
    at += first;
    if (!first)
        return false;
    while (at < text.size && strchr(".,' ", text.at[at]) && digits_from(text, at + 1) == 3 &&
           (!groups || text.at[at] == *thousands)) {
        *thousands = text.at[at];
        at += 4;
        groups++;
    }
    if (groups && (first > 3 || text.at[0] == '0'))
        return false;
    if (at < text.size && (text.at[at] == ',' || text.at[at] == '.') && text.at[at] != *thousands) {
        *decimal = text.at[at++];
        at += digits_from(text, at);
    }
    if (groups == 1 && !*decimal && *thousands == ',' && at == text.size)
        return true; /* 1,234 */
    return at == text.size && (groups > 0 || *decimal != '\0');
}
