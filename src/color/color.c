/* Reading and writing of CSS colours (CSS Color Module Level 3, and level 4's hex digits, spaces and slash). */
#include "color/color.h"

#include "base/num.h"
#include "color/named.h"
#include "color/space.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int hex_digit(char c)
{
    c = lower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static MuColor from_rgb(uint32_t rgb)
{
    return (MuColor){(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1};
}

/* The digits behind '#': 3, 4, 6 or 8 of them. */
static bool parse_hex(MuStr s, MuColor *color)
{
    size_t per = s.size <= 4 ? 1 : 2, count = s.size / per;
    if (s.size % per || count < 3 || count > 4)
        return false;
    double channels[4] = {0, 0, 0, 1};
    for (size_t i = 0; i < count; i++) {
        int high = hex_digit(s.at[i * per]), low = hex_digit(s.at[i * per + per - 1]);
        if (high < 0 || low < 0)
            return false;
        channels[i] = (high * 16 + low) / 255.0;
    }
    *color = (MuColor){channels[0], channels[1], channels[2], channels[3]};
    return true;
}

/* One argument of rgb() or hsl(): a number and what stands right behind it. */
typedef struct Argument {
    double number;
    bool percent;
} Argument;

static void skip_space(MuStr *c)
{
    size_t i = 0;
    while (i < c->size && (c->at[i] == ' ' || (c->at[i] >= '\t' && c->at[i] <= '\r')))
        i++;
    *c = mu_str_slice(*c, i, c->size);
}

static bool take(MuStr *c, const char *text)
{
    if (!mu_str_starts(*c, text))
        return false;
    *c = mu_str_slice(*c, strlen(text), c->size);
    return true;
}

static bool take_argument(MuStr *c, Argument *argument)
{
    size_t size = mu_num_read(*c, &argument->number);
    *c = mu_str_slice(*c, size, c->size);
    argument->percent = take(c, "%");
    if (take(c, "grad"))
        argument->number *= 0.9;
    else if (take(c, "rad"))
        argument->number *= 180 / acos(-1);
    else if (take(c, "turn"))
        argument->number *= 360;
    else
        take(c, "deg");
    return size > 0;
}

/* What stands before argument `count`: commas throughout, or spaces, with a slash before the alpha. */
static bool take_separator(MuStr *c, size_t count, bool *commas)
{
    if (count == 1)
        *commas = take(c, ",");
    else if (*commas || count == 3)
        return take(c, *commas ? "," : "/");
    return true;
}

/* "a, b, c[, d])" or "a b c[ / d])" to the end of the text. Returns the number of arguments, 0 if it is neither. */
static size_t parse_arguments(MuStr c, Argument arguments[4])
{
    bool commas = false;
    for (size_t count = 0; count <= 4; count++) {
        skip_space(&c);
        if (take(&c, ")"))
            return c.size == 0 && count >= 3 ? count : 0;
        if (count == 4 || (count && !take_separator(&c, count, &commas)))
            return 0;
        skip_space(&c);
        if (!take_argument(&c, &arguments[count]))
            return 0;
    }
    return 0;
}

static double clamp01(double v)
{
    return v > 0 ? v < 1 ? v : 1 : 0; /* NaN is 0 */
}

static double fraction(Argument a, double whole)
{
    return clamp01(a.percent ? a.number / 100 : a.number / whole);
}

static bool parse_function(MuStr s, MuColor *color)
{
    bool hsl = mu_str_starts(s, "hsl");
    if (!hsl && !mu_str_starts(s, "rgb"))
        return false;
    MuStr c = mu_str_slice(s, 3, s.size);
    take(&c, "a");
    Argument a[4];
    size_t count = take(&c, "(") ? parse_arguments(c, a) : 0;
    if (!count)
        return false;
    if (hsl)
        *color = mu_color_hsl(a[0].number, fraction(a[1], 100), fraction(a[2], 100));
    else
        *color = (MuColor){fraction(a[0], 255), fraction(a[1], 255), fraction(a[2], 255), 1};
    color->a = count == 4 ? fraction(a[3], 1) : 1;
    return true;
}

bool mu_color_parse(MuStr text, MuColor *color)
{
    char small[80];
    MuStr s = mu_str_trim(text);
    if (s.size == 0 || s.size > sizeof small)
        return false;
    if (s.at[0] == '#')
        return parse_hex(mu_str_slice(s, 1, s.size), color);
    for (size_t i = 0; i < s.size; i++)
        small[i] = lower(s.at[i]);
    s.at = small;
    if (mu_str_is(s, "transparent")) {
        *color = (MuColor){0};
        return true;
    }
    uint32_t rgb;
    if (mu_color_named(s, &rgb)) {
        *color = from_rgb(rgb);
        return true;
    }
    return parse_function(s, color);
}

static unsigned byte_of(double channel)
{
    return (unsigned)floor(clamp01(channel) * 255 + 0.5);
}

void mu_color_write(MuBuf *buf, MuColor color)
{
    unsigned channels[3] = {byte_of(color.r), byte_of(color.g), byte_of(color.b)};
    if (color.a >= 1 || isnan(color.a)) {
        mu_buf_addc(buf, '#');
        for (int i = 0; i < 3; i++) {
            mu_buf_addc(buf, "0123456789abcdef"[channels[i] >> 4]);
            mu_buf_addc(buf, "0123456789abcdef"[channels[i] & 15]);
        }
        return;
    }
    mu_buf_adds(buf, "rgba(");
    for (int i = 0; i < 3; i++) {
        mu_num_write(buf, channels[i]);
        mu_buf_addc(buf, ',');
    }
    mu_num_write(buf, clamp01(color.a));
    mu_buf_addc(buf, ')');
}

/* WCAG 2.2, "relative luminance". */
static double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double mu_color_luminance(MuColor color)
{
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double mu_color_contrast(MuColor a, MuColor b)
{
    double one = mu_color_luminance(a), other = mu_color_luminance(b);
    return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

MuColor mu_color_readable(MuColor color, MuColor ground, double contrast)
{
    enum { HALVINGS = 12 };
    static const MuColor black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
    MuColor end = mu_color_contrast(black, ground) > mu_color_contrast(white, ground) ? black : white;
    double least = 0, most = 1;
    color.a = 1;
    if (mu_color_contrast(color, ground) >= contrast)
        return color;
    for (int i = 0; i < HALVINGS; i++) {
        double part = (least + most) / 2;
        bool enough = mu_color_contrast(mu_color_mix(MU_STR("rgb"), color, end, part, 1), ground) >= contrast;
        *(enough ? &most : &least) = part;
    }
    return mu_color_mix(MU_STR("rgb"), color, end, most, 1);
}
