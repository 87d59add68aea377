/* SVG path data (SVG 1.1, chapter 8.3), with all commands; arcs and quadratic curves become cubics. */
#include "base/num.h"
#include "geom/path.h"

typedef struct Parser {
    MuStr rest;
    MuPath *path;
    MuPoint at, start; /* the current point, and where its subpath began */
    MuPoint handle;    /* the last control point, which S and T reflect */
    char previous;     /* the last command in upper case */
    bool moved;        /* a subpath is open */
} Parser;

static void skip_space(Parser *p)
{
    size_t i = 0;
    while (i < p->rest.size && (p->rest.at[i] == ' ' || (p->rest.at[i] >= '\t' && p->rest.at[i] <= '\r')))
        i++;
    p->rest = mu_str_slice(p->rest, i, p->rest.size);
}

static void skip_separator(Parser *p)
{
    skip_space(p);
    if (p->rest.size && p->rest.at[0] == ',') {
        p->rest = mu_str_slice(p->rest, 1, p->rest.size);
        skip_space(p);
    }
}

/* The flags of an arc are one digit each and need nothing between them. */
static bool read_argument(Parser *p, bool flag, double *number)
{
    size_t size;
    if (flag) {
        size = p->rest.size && (p->rest.at[0] == '0' || p->rest.at[0] == '1');
        *number = size ? p->rest.at[0] - '0' : 0;
    } else {
        size = mu_num_read(p->rest, number);
    }
    p->rest = mu_str_slice(p->rest, size, p->rest.size);
    return size > 0 && isfinite(*number);
}

static bool read_arguments(Parser *p, char command, double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            skip_separator(p);
        if (!read_argument(p, command == 'A' && (i == 3 || i == 4), &numbers[i]))
            return false;
    }
    return true;
}

static size_t arguments_of(char command)
{
    switch (command) {
    case 'M':
    case 'L':
    case 'T':
        return 2;
    case 'H':
    case 'V':
        return 1;
    case 'C':
        return 6;
    case 'S':
    case 'Q':
        return 4;
    case 'A':
        return 7;
    default:
        return 0;
    }
}

static MuPoint reflected(const Parser *p, const char *commands)
{
    if (!strchr(commands, p->previous))
        return p->at;
    return (MuPoint){2 * p->at.x - p->handle.x, 2 * p->at.y - p->handle.y};
}

static void quadratic(Parser *p, MuPoint c, MuPoint to)
{
    mu_path_cubic(p->path, (p->at.x + 2 * c.x) / 3, (p->at.y + 2 * c.y) / 3, (to.x + 2 * c.x) / 3, (to.y + 2 * c.y) / 3,
                  to.x, to.y);
    p->handle = c;
}

/* An ellipse that is scaled, turned and moved from the unit circle. */
typedef struct Ellipse {
    double rx, ry, cosine, sine, cx, cy;
} Ellipse;

static MuPoint on_ellipse(const Ellipse *e, double x, double y)
{
    return (MuPoint){e->cx + e->rx * x * e->cosine - e->ry * y * e->sine,
                     e->cy + e->rx * x * e->sine + e->ry * y * e->cosine};
}

static void ellipse_pieces(Parser *p, const Ellipse *e, double from, double sweep)
{
    int count = (int)ceil(fabs(sweep) / (acos(-1) / 2 + 0.001));
    for (int i = 0; i < count; i++) {
        double a = from + sweep * i / count, b = from + sweep * (i + 1) / count, k = 4.0 / 3 * tan((b - a) / 4);
        MuPoint one = on_ellipse(e, cos(a) - k * sin(a), sin(a) + k * cos(a));
        MuPoint two = on_ellipse(e, cos(b) + k * sin(b), sin(b) - k * cos(b));
        MuPoint end = on_ellipse(e, cos(b), sin(b));
        mu_path_cubic(p->path, one.x, one.y, two.x, two.y, end.x, end.y);
    }
}

/* From end points to a centre: SVG 1.1, appendix F.6.5; radii that are too small grow (F.6.6). */
static void arc(Parser *p, const double *n, MuPoint to)
{
    double turn = n[2] * acos(-1) / 180, dx = (p->at.x - to.x) / 2, dy = (p->at.y - to.y) / 2;
    Ellipse e = {.rx = fabs(n[0]), .ry = fabs(n[1]), .cosine = cos(turn), .sine = sin(turn)};
    if (dx == 0 && dy == 0)
        return;
    if (e.rx == 0 || e.ry == 0) {
        mu_path_line(p->path, to.x, to.y);
        return;
    }
    double x = e.cosine * dx + e.sine * dy, y = e.cosine * dy - e.sine * dx;
    double far = x * x / (e.rx * e.rx) + y * y / (e.ry * e.ry);
    if (far > 1) {
        e.rx *= sqrt(far);
        e.ry *= sqrt(far);
        far = 1;
    }
    bool large = n[3] != 0, clockwise = n[4] != 0;
    double k = sqrt(fmax(0, 1 / far - 1)) * (large == clockwise ? -1 : 1), ux = x / e.rx, uy = y / e.ry;
    double cx = k * uy, cy = -k * ux; /* of the unit circle, between the points */
    double from = atan2(uy - cy, ux - cx), sweep = atan2(-uy - cy, -ux - cx) - from;
    if (clockwise && sweep < 0)
        sweep += 2 * acos(-1);
    else if (!clockwise && sweep > 0)
        sweep -= 2 * acos(-1);
    e.cx = (p->at.x + to.x) / 2 + e.rx * cx * e.cosine - e.ry * cy * e.sine;
    e.cy = (p->at.y + to.y) / 2 + e.rx * cx * e.sine + e.ry * cy * e.cosine;
    ellipse_pieces(p, &e, from, sweep);
}

/* The arguments of a relative command, made absolute. */
static void make_absolute(const Parser *p, char command, double *n, size_t count)
{
    if (command == 'V')
        n[0] += p->at.y;
    else if (command == 'H')
        n[0] += p->at.x;
    else
        for (size_t i = command == 'A' ? 5 : 0; i < count; i++)
            n[i] += (command == 'A' ? i % 2 == 1 : i % 2 == 0) ? p->at.x : p->at.y;
}

static void draw_curve(Parser *p, char command, const double *n, MuPoint to)
{
    MuPoint first = {n[0], n[1]}, second = {n[2], n[3]};
    if (command == 'Q' || command == 'T') {
        quadratic(p, command == 'Q' ? first : reflected(p, "QT"), to);
        return;
    }
    if (command == 'S') {
        second = first;
        first = reflected(p, "CS");
    }
    mu_path_cubic(p->path, first.x, first.y, second.x, second.y, to.x, to.y);
    p->handle = second;
}

static void close_subpath(Parser *p)
{
    mu_path_close(p->path);
    p->at = p->start;
    p->moved = false;
}

static void run(Parser *p, char command, const double *n, size_t count)
{
    MuPoint to = {n[count - 2 + (count == 1)], n[count - 1]};
    if (count == 1)
        to = command == 'H' ? (MuPoint){n[0], p->at.y} : (MuPoint){p->at.x, n[0]};
    if (!p->moved && command != 'M')
        mu_path_move(p->path, p->at.x, p->at.y);
    p->moved = true;
    if (command == 'M') {
        mu_path_move(p->path, to.x, to.y);
        p->start = to;
    } else if (command == 'A') {
        arc(p, n, to);
    } else if (strchr("CSQT", command)) {
        draw_curve(p, command, n, to);
    } else {
        mu_path_line(p->path, to.x, to.y);
    }
    p->at = to;
}

/* One command and its repetitions: further pairs after a move are lines. */
static bool parse_command(Parser *p, char letter)
{
    bool relative = letter >= 'a';
    char command = (char)(relative ? letter - 'a' + 'A' : letter);
    size_t count = arguments_of(command);
    if (command == 'Z')
        close_subpath(p);
    else if (count == 0 || (!p->previous && command != 'M'))
        return false;
    for (bool first = true; count; first = false) {
        double n[7] = {0};
        skip_separator(p);
        char next = p->rest.size ? p->rest.at[0] : 0;
        if (!first && !((next >= '0' && next <= '9') || next == '-' || next == '+' || next == '.'))
            break;
        if (!read_arguments(p, command, n, count))
            return false;
        if (relative)
            make_absolute(p, command, n, count);
        run(p, command, n, count);
        p->previous = command;
        if (command == 'M')
            command = 'L';
    }
    p->previous = command;
    return true;
}

bool mu_path_parse(MuPath *path, MuStr svg)
{
    Parser p = {.rest = svg, .path = path};
    for (skip_space(&p); p.rest.size; skip_space(&p)) {
        char letter = p.rest.at[0];
        p.rest = mu_str_slice(p.rest, 1, p.rest.size);
        if (!((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) || !parse_command(&p, letter))
            return false;
    }
    return p.previous != 0;
}
