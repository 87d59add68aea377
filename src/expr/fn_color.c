/* Colours in d3-color's spaces, luminance and contrast. Formulas: d3-color, that is HSL of CSS Color 3, and
 * CIELAB with the white D50 as in CSS Color 4. */
#include "expr/colour.h"
#include "expr/function.h"
#include "expr/operate.h"

#include "color/color.h"

/* Channels of a colour in some space, and its opacity. Red, green and blue run from 0 to 255. */
typedef struct Channels {
    double c[3], opacity;
} Channels;

/* ---- between the spaces ---- */

static Channels rgb_to_hsl(Channels rgb)
{
    double r = rgb.c[0] / 255, g = rgb.c[1] / 255, b = rgb.c[2] / 255;
    double low = fmin(r, fmin(g, b)), high = fmax(r, fmax(g, b)), span = high - low, l = (high + low) / 2, h = NAN;
    if (span == 0) /* a grey has no hue */
        return (Channels){{NAN, l > 0 && l < 1 ? 0 : NAN, l}, rgb.opacity};
    if (r == high)
        h = (g - b) / span + (g < b ? 6 : 0);
    else
        h = g == high ? (b - r) / span + 2 : (r - g) / span + 4;
    return (Channels){{h * 60, span / (l < 0.5 ? high + low : 2 - high - low), l}, rgb.opacity};
}

static double hsl_channel(double h, double m1, double m2)
{
    if (h < 60)
        return (m1 + (m2 - m1) * h / 60) * 255;
    if (h < 180)
        return m2 * 255;
    return (h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}

static Channels hsl_to_rgb(Channels hsl)
{
    double h = fmod(hsl.c[0], 360) + (hsl.c[0] < 0 ? 360 : 0), l = hsl.c[2];
    double s = isnan(h) || isnan(hsl.c[1]) ? 0 : hsl.c[1];
    double m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return (Channels){{hsl_channel(h >= 240 ? h - 240 : h + 120, m1, m2), hsl_channel(h, m1, m2),
                       hsl_channel(h < 120 ? h + 240 : h - 120, m1, m2)},
                      hsl.opacity};
}

static const double white[3] = {0.96422, 1, 0.82521};
static const double t0 = 4.0 / 29, t1 = 6.0 / 29;

static double lab_curve(double t)
{
    return t > t1 * t1 * t1 ? pow(t, 1.0 / 3) : t / (3 * t1 * t1) + t0;
}
static double lab_inverse(double t)
{
    return t > t1 ? t * t * t : 3 * t1 * t1 * (t - t0);
}

static double to_linear(double channel)
{
    double x = channel / 255;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double from_linear(double x)
{
    return 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055);
}

static Channels rgb_to_lab(Channels rgb)
{
    double r = to_linear(rgb.c[0]), g = to_linear(rgb.c[1]), b = to_linear(rgb.c[2]);
    double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
    if (r != g || g != b) {
        x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white[0]);
        z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white[2]);
    }
    return (Channels){{116 * y - 16, 500 * (x - y), 200 * (y - z)}, rgb.opacity};
}

static Channels lab_to_rgb(Channels lab)
{
    double fy = (lab.c[0] + 16) / 116;
    double x = white[0] * lab_inverse(isnan(lab.c[1]) ? fy : fy + lab.c[1] / 500), y = lab_inverse(fy);
    double z = white[2] * lab_inverse(isnan(lab.c[2]) ? fy : fy - lab.c[2] / 200);
    return (Channels){{from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                       from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                       from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)},
                      lab.opacity};
}

#define DEGREES (180 / 3.141592653589793)

static Channels rgb_to_hcl(Channels rgb)
{
    Channels lab = rgb_to_lab(rgb);
    double l = lab.c[0], a = lab.c[1], b = lab.c[2];
    if (a == 0 && b == 0)
        return (Channels){{NAN, l > 0 && l < 100 ? 0 : NAN, l}, rgb.opacity};
    double h = atan2(b, a) * DEGREES;
    return (Channels){{h < 0 ? h + 360 : h, sqrt(a * a + b * b), l}, rgb.opacity};
}

static Channels hcl_to_rgb(Channels hcl)
{
    double h = hcl.c[0] / DEGREES, c = hcl.c[1], l = hcl.c[2];
    if (isnan(h))
        return lab_to_rgb((Channels){{l, 0, 0}, hcl.opacity});
    return lab_to_rgb((Channels){{l, cos(h) * c, sin(h) * c}, hcl.opacity});
}

static Channels same(Channels rgb)
{
    return rgb;
}

/* ---- as values ---- */

typedef struct Space {
    const char *name, *channels; /* the function, and a letter for each channel */
    Channels (*from_rgb)(Channels rgb);
    Channels (*to_rgb)(Channels c);
} Space;

static const Space spaces[] = {
    {"rgb", "rgb", same, same},
    {"hsl", "hsl", rgb_to_hsl, hsl_to_rgb},
    {"lab", "lab", rgb_to_lab, lab_to_rgb},
    {"hcl", "hcl", rgb_to_hcl, hcl_to_rgb},
};

/* The key of a colour's last field; that it is this very text tells a colour from another object. */
static const char opacity_key[] = "opacity";

bool mu_is_colour(MuValue v)
{
    return v.kind == MU_OBJECT && v.object->size == 4 && v.object->at[3].key.at == opacity_key;
}

static MuValue colour_value(MuArena *arena, const Space *space, Channels c)
{
    MuObject *object = mu_object_new(arena);
    for (size_t i = 0; i < 3; i++)
        mu_object_set(arena, object, (MuStr){space->channels + i, 1}, mu_number(c.c[i]));
    mu_object_set(arena, object, (MuStr){opacity_key, sizeof opacity_key - 1}, mu_number(c.opacity));
    return mu_object_value(object);
}

static Channels colour_rgb(MuValue colour)
{
    const MuField *fields = colour.object->at;
    Channels c = {{fields[0].value.number, fields[1].value.number, fields[2].value.number}, fields[3].value.number};
    const Space *space = spaces;
    while (memcmp(space->channels, (char[]){fields[0].key.at[0], fields[1].key.at[0], fields[2].key.at[0]}, 3) != 0)
        space++;
    return space->to_rgb(c);
}

static int byte_of(double channel)
{
    return channel > 0 ? (int)fmin(255, floor(channel + 0.5)) : 0;
}

MuStr mu_colour_text(MuArena *arena, MuValue colour)
{
    Channels c = colour_rgb(colour);
    MuBuf buf = {.arena = arena};
    double opacity = isnan(c.opacity) ? 1 : fmax(0, fmin(1, c.opacity));
    mu_buf_printf(&buf, "%s(%d, %d, %d", opacity == 1 ? "rgb" : "rgba", byte_of(c.c[0]), byte_of(c.c[1]),
                  byte_of(c.c[2]));
    if (opacity != 1) {
        mu_buf_adds(&buf, ", ");
        mu_buf_add(&buf, mu_to_string(arena, mu_number(opacity)));
    }
    mu_buf_addc(&buf, ')');
    return mu_buf_str(&buf);
}

/* ---- the functions ---- */

/* A channel of 0..1 as 0..255, without the rounding error of the way there. */
static double whole(double channel)
{
    double value = channel * 255, near = floor(value + 0.5);
    return fabs(value - near) < 1e-9 ? near : value;
}

/* A colour made by a function, or CSS text. */
static bool read_colour(MuCall *call, size_t i, Channels *rgb)
{
    MuColor css;
    MuValue v = mu_arg(call, i);
    if (mu_is_colour(v)) {
        *rgb = colour_rgb(v);
        return true;
    }
    if (!mu_color_parse(mu_string_of(call->env->arena, v), &css)) {
        mu_call_wrong(call, i, "a colour");
        return false;
    }
    *rgb = (Channels){{whole(css.r), whole(css.g), whole(css.b)}, css.a};
    return true;
}

static MuValue call_colour(MuCall *call)
{
    const Space *space = spaces;
    while (strcmp(space->name, call->term->function->name) != 0)
        space++;
    Channels c;
    if (call->count == 1)
        return read_colour(call, 0, &c) ? colour_value(call->env->arena, space, space->from_rgb(c)) : mu_undefined();
    for (size_t i = 0; i < 3; i++)
        c.c[i] = mu_arg_number(call, i);
    c.opacity = mu_arg(call, 3).kind <= MU_NULL ? 1 : mu_arg_number(call, 3);
    return colour_value(call->env->arena, space, c);
}

static bool read_css(MuCall *call, size_t i, MuColor *color)
{
    Channels rgb;
    if (!read_colour(call, i, &rgb))
        return false;
    *color = (MuColor){rgb.c[0] / 255, rgb.c[1] / 255, rgb.c[2] / 255, rgb.opacity};
    return true;
}

static MuValue call_luminance(MuCall *call)
{
    MuColor color;
    return read_css(call, 0, &color) ? mu_number(mu_color_luminance(color)) : mu_undefined();
}

static MuValue call_contrast(MuCall *call)
{
    MuColor a, b;
    return read_css(call, 0, &a) && read_css(call, 1, &b) ? mu_number(mu_color_contrast(a, b)) : mu_undefined();
}

static const MuFunction table[] = {
    {"rgb", 1, 4, .signature = "rgb(red, green, blue, opacity)", .doc = "a colour from 0 to 255 each, or from text",
     .call = call_colour},
    {"hsl", 1, 4, .signature = "hsl(hue, saturation, lightness, opacity)",
     .doc = "a colour by hue in degrees, saturation and lightness from 0 to 1", .call = call_colour},
    {"lab", 1, 4, .signature = "lab(lightness, a, b, opacity)", .doc = "a colour in CIELAB", .call = call_colour},
    {"hcl", 1, 4, .signature = "hcl(hue, chroma, lightness, opacity)", .doc = "a colour in CIELAB by hue and chroma",
     .call = call_colour},
    {"luminance", 1, 1, .signature = "luminance(color)", .doc = "relative luminance by WCAG, 0 to 1",
     .call = call_luminance},
    {"contrast", 2, 2, .signature = "contrast(color, color)", .doc = "contrast ratio by WCAG, 1 to 21",
     .call = call_contrast},
};

const MuFamily mu_functions_color = MU_FAMILY("colours", table);
