/* Mixing of colours in the spaces of d3-color 3 (Lab by D50 and CIE 1976, cubehelix by D. A. Green 2011), by the
 * rules of d3-interpolate 3: a channel that one side has not (the hue of a grey, every channel of a transparent
 * colour) is taken from the other side. Missing channels are NaN. */
#include "color/space.h"

typedef struct Triple {
    double at[3];
} Triple;

typedef struct Space {
    const char *name;
    int hue;     /* which channel is an angle, -1 none */
    bool longer; /* the hue runs as the numbers say, not the shorter way */
    Triple (*from)(MuColor);
    MuColor (*back)(Triple);
} Space;

static const double DEGREES = 57.29577951308232;

/* In 255ths, so that a value half-way between two of them is exact, and rounds up. */
static Triple rgb_from(MuColor c)
{
    return (Triple){{c.r * 255, c.g * 255, c.b * 255}};
}

static MuColor rgb_back(Triple t)
{
    return (MuColor){floor(t.at[0] + 0.5) / 255, floor(t.at[1] + 0.5) / 255, floor(t.at[2] + 0.5) / 255, 1};
}

static Triple hsl_from(MuColor c)
{
    if (isnan(c.r))
        return (Triple){{NAN, NAN, NAN}};
    double most = fmax(c.r, fmax(c.g, c.b)), least = fmin(c.r, fmin(c.g, c.b)), d = most - least,
           l = (most + least) / 2;
    if (d == 0)
        return (Triple){{NAN, l > 0 && l < 1 ? 0 : NAN, l}};
    double h = c.r == most   ? (c.g - c.b) / d + (c.g < c.b ? 6 : 0)
               : c.g == most ? (c.b - c.r) / d + 2
                             : (c.r - c.g) / d + 4;
    return (Triple){{60 * h, d / (l < 0.5 ? most + least : 2 - most - least), l}};
}

/* CSS Color 3, section 4.2.4; the hue in 0..360. */
static double hsl_channel(double h, double m1, double m2)
{
    return h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1;
}

MuColor mu_color_hsl(double hue, double s, double l)
{
    double h = fmod(hue, 360);
    h += h < 0 ? 360 : 0;
    s = isnan(h) || isnan(s) ? 0 : s;
    double m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return (MuColor){hsl_channel(h >= 240 ? h - 240 : h + 120, m1, m2), hsl_channel(h, m1, m2),
                     hsl_channel(h < 120 ? h + 240 : h - 120, m1, m2), 1};
}

static MuColor hsl_back(Triple t)
{
    return mu_color_hsl(t.at[0], t.at[1], t.at[2]);
}

static double to_linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double from_linear(double v)
{
    return v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1 / 2.4) - 0.055;
}

/* The D50 white, and the bend of the cube root: 6/29. */
static const double WHITE_X = 0.96422, WHITE_Z = 0.82521, BEND = 6.0 / 29;

static double lab_curve(double t)
{
    return t > BEND * BEND * BEND ? cbrt(t) : t / (3 * BEND * BEND) + 4.0 / 29;
}

static double lab_inverse(double t)
{
    return t > BEND ? t * t * t : 3 * BEND * BEND * (t - 4.0 / 29);
}

static Triple lab_from(MuColor c)
{
    double r = to_linear(c.r), g = to_linear(c.g), b = to_linear(c.b);
    double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
    if (!(r == g && g == b)) {
        x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
        z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
    }
    return (Triple){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static MuColor lab_back(Triple t)
{
    double y = (t.at[0] + 16) / 116, x = isnan(t.at[1]) ? y : y + t.at[1] / 500,
           z = isnan(t.at[2]) ? y : y - t.at[2] / 200;
    x = WHITE_X * lab_inverse(x);
    y = lab_inverse(y);
    z = WHITE_Z * lab_inverse(z);
    return (MuColor){from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                     from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                     from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), 1};
}

static Triple hcl_from(MuColor c)
{
    Triple lab = lab_from(c);
    double l = lab.at[0], a = lab.at[1], b = lab.at[2];
    if (a == 0 && b == 0)
        return (Triple){{NAN, l > 0 && l < 100 ? 0 : NAN, l}};
    double h = atan2(b, a) * DEGREES;
    return (Triple){{h < 0 ? h + 360 : h, sqrt(a * a + b * b), l}};
}

static MuColor hcl_back(Triple t)
{
    double h = t.at[0] / DEGREES;
    if (isnan(h))
        return lab_back((Triple){{t.at[2], 0, 0}});
    return lab_back((Triple){{t.at[2], cos(h) * t.at[1], sin(h) * t.at[1]}});
}

/* Green's coefficients: how the deviation from grey turns with the angle, in r (A, B), g (C, D) and b (E). */
static const double A = -0.14861, B = 1.78277, C = -0.29227, D = -0.90649, E = 1.97294;

static Triple cubehelix_from(MuColor c)
{
    double mixed = B * C - D * A;
    double l = (mixed * c.b + E * D * c.r - E * B * c.g) / (mixed + E * D - E * B);
    double bl = c.b - l, k = (E * (c.g - l) - C * bl) / D;
    double s = sqrt(k * k + bl * bl) / (E * l * (1 - l));
    double h = s != 0 && !isnan(s) ? atan2(k, bl) * DEGREES - 120 : NAN;
    return (Triple){{h < 0 ? h + 360 : h, s, l}};
}

static MuColor cubehelix_back(Triple t)
{
    double h = isnan(t.at[0]) ? 0 : (t.at[0] + 120) / DEGREES, l = t.at[2];
    double a = isnan(t.at[1]) ? 0 : t.at[1] * l * (1 - l), cosine = cos(h), sine = sin(h);
    return (MuColor){l + a * (A * cosine + B * sine), l + a * (C * cosine + D * sine), l + a * E * cosine, 1};
}

static const Space spaces[] = {
    {"rgb", -1, false, rgb_from, rgb_back},
    {"hsl", 0, false, hsl_from, hsl_back},
    {"hsl-long", 0, true, hsl_from, hsl_back},
    {"lab", -1, false, lab_from, lab_back},
    {"hcl", 0, false, hcl_from, hcl_back},
    {"hcl-long", 0, true, hcl_from, hcl_back},
    {"cubehelix", 0, false, cubehelix_from, cubehelix_back},
    {"cubehelix-long", 0, true, cubehelix_from, cubehelix_back},
};

static const Space *space_of(MuStr name)
{
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (mu_str_is(name, spaces[i].name))
            return &spaces[i];
    return &spaces[0];
}

static double between(double a, double b, double t, bool shorter_way)
{
    double d = b - a;
    if (isnan(d))
        return isnan(a) ? b : a;
    if (shorter_way && fabs(d) > 180)
        d -= 360 * floor(d / 360 + 0.5);
    return a + t * d;
}

static double clamp01(double v)
{
    return v > 0 ? v < 1 ? v : 1 : 0; /* NaN is 0 */
}

/* d3's mixtures are text, hence whole 255ths. */
static double to_255th(double v)
{
    return floor(clamp01(v) * 255 + 0.5) / 255;
}

static Triple channels_of(const Space *space, MuColor c)
{
    if (c.a <= 0)
        c.r = c.g = c.b = NAN;
    return space->from(c);
}

MuColor mu_color_mix(MuStr space_name, MuColor a, MuColor b, double t, double gamma)
{
    const Space *space = space_of(space_name);
    Triple from = channels_of(space, a), to = channels_of(space, b), mixed;
    bool curved = space->from == cubehelix_from && gamma > 0; /* only its lightness knows gamma */
    for (int i = 0; i < 3; i++)
        mixed.at[i] =
            between(from.at[i], to.at[i], curved && i == 2 ? pow(t, gamma) : t, i == space->hue && !space->longer);
    MuColor c = space->back(mixed);
    return (MuColor){to_255th(c.r), to_255th(c.g), to_255th(c.b), clamp01(between(a.a, b.a, t, false))};
}
