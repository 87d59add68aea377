/* Date.parse as V8 does it: the ISO form of ECMA-262, and where that does not fit a lenient reading of
 * numbers, month names, zones and AM/PM. The rules are those described and carried out in V8's
 * src/date/dateparser-inl.h and dateparser.cc. */
#include "base/civil.h"
#include "base/utf8.h"

enum { NONE = INT32_MAX, TOKEN_DIGITS = 9 };

typedef enum TokenKind {
    TOKEN_INVALID, /* the text is no date whatever follows */
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_SYMBOL, /* one of : - + . ) */
    TOKEN_SPACE,
    TOKEN_WORD,
    TOKEN_MONTH,
    TOKEN_HALF, /* AM, PM */
    TOKEN_ZONE,
    TOKEN_T,
    TOKEN_OTHER
} TokenKind;

typedef struct Token {
    TokenKind kind;
    int value;     /* of a number, keyword or symbol */
    size_t length; /* of a number or word */
} Token;

typedef struct Scanner {
    MuStr text;
    size_t at;
    Token next;
} Scanner;

/* Numbers seen so far, told apart by what surrounds them. */
typedef struct Parts {
    int day[3], days, named_month;
    bool iso;
    int time[4], times, half;
    int zone_sign, zone_hour, zone_minute;
} Parts;

typedef struct Keyword {
    char prefix[4];
    int value;
    TokenKind kind;
} Keyword;

static const Keyword KEYWORDS[] = {
    {"jan", 1, TOKEN_MONTH}, {"feb", 2, TOKEN_MONTH},  {"mar", 3, TOKEN_MONTH},  {"apr", 4, TOKEN_MONTH},
    {"may", 5, TOKEN_MONTH}, {"jun", 6, TOKEN_MONTH},  {"jul", 7, TOKEN_MONTH},  {"aug", 8, TOKEN_MONTH},
    {"sep", 9, TOKEN_MONTH}, {"oct", 10, TOKEN_MONTH}, {"nov", 11, TOKEN_MONTH}, {"dec", 12, TOKEN_MONTH},
    {"am", 0, TOKEN_HALF},   {"pm", 12, TOKEN_HALF},   {"ut", 0, TOKEN_ZONE},    {"utc", 0, TOKEN_ZONE},
    {"z", 0, TOKEN_ZONE},    {"gmt", 0, TOKEN_ZONE},   {"cdt", -5, TOKEN_ZONE},  {"cst", -6, TOKEN_ZONE},
    {"edt", -4, TOKEN_ZONE}, {"est", -5, TOKEN_ZONE},  {"mdt", -6, TOKEN_ZONE},  {"mst", -7, TOKEN_ZONE},
    {"pdt", -7, TOKEN_ZONE}, {"pst", -8, TOKEN_ZONE},  {"t", 0, TOKEN_T},
};

static bool between(int n, int low, int high)
{
    return n >= low && n <= high;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static Token scan_number(Scanner *s)
{
    size_t start = s->at;
    int value = 0, digits = 0;
    while (s->at < s->text.size && s->text.at[s->at] == '0')
        s->at++;
    for (; s->at < s->text.size && is_digit(s->text.at[s->at]); s->at++) {
        if (digits++ < TOKEN_DIGITS)
            value = value * 10 + (s->text.at[s->at] - '0');
    }
    return (Token){TOKEN_NUMBER, value, s->at - start};
}

/* A word is a run of characters from 'A' on. Only months may be longer than their keyword. */
static Token scan_word(Scanner *s)
{
    char prefix[4] = "";
    size_t length = 0;
    while (s->at < s->text.size) {
        uint32_t c;
        size_t size = mu_utf8_decode(s->text, s->at, &c);
        if (c < 'A' || mu_utf8_is_space(c))
            break;
        if (length < 3)
            prefix[length] = c < 0x80 ? (char)(c >= 'A' && c <= 'Z' ? c + 32 : c) : '?';
        length++;
        s->at += size;
    }
    for (size_t i = 0; i < sizeof KEYWORDS / sizeof *KEYWORDS; i++) {
        const Keyword *k = &KEYWORDS[i];
        if (strcmp(prefix, k->prefix) == 0 && (length <= 3 || k->kind == TOKEN_MONTH))
            return (Token){k->kind, k->value, length};
    }
    return (Token){TOKEN_WORD, 0, length};
}

static void skip_parentheses(Scanner *s)
{
    int depth = 0;
    do {
        depth += s->text.at[s->at] == '(' ? 1 : s->text.at[s->at] == ')' ? -1 : 0;
        s->at++;
    } while (depth > 0 && s->at < s->text.size);
}

static Token scan(Scanner *s)
{
    if (s->at >= s->text.size)
        return (Token){TOKEN_END, 0, 0};
    char c = s->text.at[s->at];
    if (is_digit(c))
        return scan_number(s);
    if (c && strchr(":-+.)", c)) {
        s->at++;
        return (Token){TOKEN_SYMBOL, c, 1};
    }
    uint32_t code;
    size_t size = mu_utf8_decode(s->text, s->at, &code);
    if (mu_utf8_is_space(code)) {
        s->at += size;
        return (Token){TOKEN_SPACE, 0, 1};
    }
    if (code >= 'A')
        return scan_word(s);
    if (c == '(')
        skip_parentheses(s);
    else
        s->at += size;
    return (Token){TOKEN_OTHER, 0, 1};
}

static Token take(Scanner *s)
{
    Token token = s->next;
    s->next = scan(s);
    return token;
}

static bool is_symbol(Token t, int symbol)
{
    return t.kind == TOKEN_SYMBOL && t.value == symbol;
}

static bool is_sign(Token t)
{
    return is_symbol(t, '+') || is_symbol(t, '-');
}

static bool is_z(Token t)
{
    return t.kind == TOKEN_ZONE && t.length == 1;
}

static bool is_fixed(Token t, size_t digits, int low, int high)
{
    return t.kind == TOKEN_NUMBER && t.length == digits && between(t.value, low, high);
}

static bool skip(Scanner *s, int symbol)
{
    bool there = is_symbol(s->next, symbol);
    if (there)
        take(s);
    return there;
}

static bool add_day(Parts *p, int n)
{
    if (p->days == 3)
        return false;
    p->day[p->days++] = n;
    return true;
}

static bool add_time(Parts *p, int n)
{
    if (p->times == 4)
        return false;
    p->time[p->times++] = n;
    return true;
}

/* The last number of a time: no other may follow. */
static void end_time(Parts *p, int n)
{
    add_time(p, n);
    while (p->times < 4)
        p->time[p->times++] = 0;
}

static bool time_expects(const Parts *p, int n)
{
    return (p->times == 1 && between(n, 0, 59)) || (p->times == 2 && between(n, 0, 59)) ||
           (p->times == 3 && between(n, 0, 999));
}

static void set_zone(Parts *p, int sign, int hour, int minute)
{
    p->zone_sign = sign;
    p->zone_hour = hour;
    p->zone_minute = minute;
}

/* The first three digits of a fraction. */
static int milliseconds(Token t)
{
    int value = t.value;
    size_t length = t.length > TOKEN_DIGITS ? TOKEN_DIGITS : t.length;
    for (; length > 3; length--)
        value /= 10;
    for (; length < 3; length++)
        value *= 10;
    return value;
}

static const Token INVALID = {TOKEN_INVALID, 0, 0};

/* [+-]HH:mm, [+-]HHmm or Z behind an ISO time. */
static bool iso_zone(Scanner *s, Parts *p)
{
    if (is_z(s->next)) {
        take(s);
        set_zone(p, 1, 0, 0);
        return true;
    }
    if (!is_sign(s->next))
        return true;
    int sign = take(s).value == '+' ? 1 : -1;
    if (is_fixed(s->next, 4, 0, 2359)) {
        int both = take(s).value;
        set_zone(p, sign, both / 100, both % 100);
        return both % 100 < 60;
    }
    if (!is_fixed(s->next, 2, 0, 23))
        return false;
    int hour = take(s).value;
    if (!skip(s, ':') || !is_fixed(s->next, 2, 0, 59))
        return false;
    set_zone(p, sign, hour, take(s).value);
    return true;
}

/* HH:mm[:ss[.sss]][zone] to the end; 24:00 is the only time with 24. */
static bool iso_time(Scanner *s, Parts *p)
{
    if (!is_fixed(s->next, 2, 0, 24))
        return false;
    bool midnight = s->next.value == 24;
    add_time(p, take(s).value);
    if (!skip(s, ':') || !is_fixed(s->next, 2, 0, midnight ? 0 : 59))
        return false;
    add_time(p, take(s).value);
    if (skip(s, ':')) {
        if (!is_fixed(s->next, 2, 0, midnight ? 0 : 59))
            return false;
        add_time(p, take(s).value);
        if (skip(s, '.')) {
            if (s->next.kind != TOKEN_NUMBER || (midnight && s->next.value > 0))
                return false;
            add_time(p, milliseconds(take(s)));
        }
    }
    return iso_zone(s, p) && s->next.kind == TOKEN_END;
}

/* The ISO form. What it has read as date numbers stays; the token it stumbles over goes to the lenient form. */
static Token parse_iso(Scanner *s, Parts *p)
{
    if (is_sign(s->next)) {
        Token sign = take(s);
        if (!is_fixed(s->next, 6, 0, 999999))
            return sign;
        int year = take(s).value;
        if (year == 0 && sign.value == '-')
            return sign;
        add_day(p, sign.value == '-' ? -year : year);
    } else if (is_fixed(s->next, 4, 0, 9999)) {
        add_day(p, take(s).value);
    } else {
        return take(s);
    }
    static const int LARGEST[] = {12, 31};
    for (int i = 0; i < 2 && skip(s, '-'); i++) {
        if (!is_fixed(s->next, 2, 1, LARGEST[i]))
            return take(s);
        add_day(p, take(s).value);
    }
    if (s->next.kind == TOKEN_T) {
        take(s);
        if (!iso_time(s, p))
            return INVALID;
    } else if (s->next.kind != TOKEN_END) {
        return take(s);
    }
    if (p->zone_hour == NONE && p->times == 0)
        set_zone(p, 1, 0, 0);
    p->iso = true;
    return (Token){TOKEN_END, 0, 0};
}

static bool number_before_colon(Scanner *s, Parts *p, int n)
{
    take(s);
    if (skip(s, ':')) {
        if (p->times)
            return false;
        return add_time(p, n) && add_time(p, 0);
    }
    if (!add_time(p, n))
        return false;
    skip(s, '.');
    return true;
}

static bool number_before_point(Scanner *s, Parts *p, int n)
{
    take(s);
    add_time(p, n);
    if (s->next.kind != TOKEN_NUMBER)
        return false;
    end_time(p, milliseconds(take(s)));
    return true;
}

static bool parse_number(Scanner *s, Parts *p, int n)
{
    if (is_symbol(s->next, ':'))
        return number_before_colon(s, p, n);
    if (is_symbol(s->next, '.') && time_expects(p, n))
        return number_before_point(s, p, n);
    if (p->zone_hour != NONE && p->zone_minute == NONE && between(n, 0, 59)) {
        p->zone_minute = n;
        return true;
    }
    if (time_expects(p, n)) {
        end_time(p, n);
        Token t = s->next;
        return t.kind == TOKEN_END || t.kind == TOKEN_SPACE || is_z(t) || is_sign(t);
    }
    if (!add_day(p, n))
        return false;
    skip(s, '.');
    skip(s, '-');
    return true;
}

static bool parse_word(Scanner *s, Parts *p, Token t, bool number_seen)
{
    if (t.kind == TOKEN_HALF && p->times) {
        p->half = t.value;
        return true;
    }
    if (t.kind == TOKEN_MONTH) {
        p->named_month = t.value;
        skip(s, '-');
        return true;
    }
    if (t.kind == TOKEN_ZONE && number_seen) {
        set_zone(p, t.value < 0 ? -1 : 1, abs(t.value), 0);
        return true;
    }
    return !number_seen && s->next.kind != TOKEN_NUMBER;
}

/* An offset: "+02:00", "+0200", "-8". */
static bool parse_offset(Scanner *s, Parts *p, int sign)
{
    Token number = {TOKEN_NUMBER, 0, 0};
    if (s->next.kind == TOKEN_NUMBER)
        number = take(s);
    if (is_symbol(s->next, ':'))
        set_zone(p, sign, number.value, NONE);
    else if (number.length == 1 || number.length == 2)
        set_zone(p, sign, number.value, 0);
    else if (number.length == 3 || number.length == 4)
        set_zone(p, sign, number.value / 100, number.value % 100);
    else
        return false;
    return true;
}

static bool parse_lenient(Scanner *s, Parts *p, Token first)
{
    bool number_seen = p->days > 0;
    for (Token t = first; t.kind != TOKEN_END; t = take(s)) {
        if (t.kind == TOKEN_NUMBER) {
            number_seen = true;
            if (!parse_number(s, p, t.value))
                return false;
        } else if (t.kind >= TOKEN_WORD && t.kind <= TOKEN_T) {
            if (!parse_word(s, p, t, number_seen))
                return false;
        } else if (is_sign(t) && (p->times || (p->zone_hour == 0 && p->zone_minute == 0))) {
            number_seen = true;
            if (!parse_offset(s, p, t.value == '+' ? 1 : -1))
                return false;
        } else if ((is_sign(t) || is_symbol(t, ')')) && number_seen) {
            return false;
        }
    }
    return true;
}

/* Year, month and day out of up to three numbers and a month's name. */
static bool resolve_date(const Parts *p, int date[3])
{
    int n[3] = {1, 1, 1};
    for (int i = 0; i < p->days; i++)
        n[i] = p->day[i];
    bool day_first = between(n[0], 1, 31);
    if (p->named_month == NONE) {
        bool year_first = p->iso || !day_first;
        date[0] = year_first ? n[0] : n[2];
        date[1] = year_first ? n[1] : n[0];
        date[2] = year_first ? n[2] : n[1];
    } else {
        date[0] = day_first ? n[1] : n[0];
        date[1] = p->named_month;
        date[2] = day_first ? n[0] : n[1];
    }
    if (!p->iso && between(date[0], 0, 99))
        date[0] += date[0] < 50 ? 2000 : 1900;
    return p->days > 0 && between(date[1], 1, 12) && between(date[2], 1, 31);
}

static bool resolve_time(Parts *p)
{
    int *t = p->time;
    if (p->half != NONE) {
        if (!between(t[0], 0, 12))
            return false;
        t[0] = t[0] % 12 + p->half;
    }
    bool midnight = t[0] == 24 && !t[1] && !t[2] && !t[3];
    return midnight || (between(t[0], 0, 23) && between(t[1], 0, 59) && between(t[2], 0, 59) && between(t[3], 0, 999));
}

double mu_date_parse(MuStr text, const MuZone *zone)
{
    Parts p = {.named_month = NONE, .half = NONE, .zone_sign = NONE, .zone_hour = NONE, .zone_minute = NONE};
    Scanner s = {.text = text};
    s.next = scan(&s);
    Token first = parse_iso(&s, &p);
    if (first.kind == TOKEN_INVALID || !parse_lenient(&s, &p, first))
        return NAN;
    int date[3];
    if (!resolve_date(&p, date) || !resolve_time(&p))
        return NAN;
    bool local = p.zone_sign == NONE;
    double ms = mu_civil_ms(date[0], date[1], date[2], p.time[0], p.time[1], p.time[2], p.time[3], local ? zone : NULL);
    if (local)
        return ms;
    int hour = p.zone_hour == NONE ? 0 : p.zone_hour, minute = p.zone_minute == NONE ? 0 : p.zone_minute;
    double offset = (hour * 60.0 + minute) * 60;
    return offset <= INT32_MAX ? ms - p.zone_sign * offset * 1000 : NAN;
}
