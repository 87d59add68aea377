#include "base/length.h"

#include "base/num.h"

static const struct {
    const char *name;
    double px, grain; /* grain: what lengths are rounded up to when they are written */
} UNITS[] = {{"px", 1, 1}, {"mm", 96 / 25.4, 0.1}, {"cm", 96 / 2.54, 0.1}, {"in", 96, 0.1}, {"pt", 96 / 72.0, 1}};
enum { UNIT_COUNT = sizeof UNITS / sizeof *UNITS };

double mu_length_px(MuLength length)
{
    return length.number * UNITS[length.unit].px;
}

/* The length at the start; returns the bytes read, 0 when there is none. */
static size_t read_length(MuStr text, MuLength *length, bool *has_unit)
{
    size_t size = mu_num_read(text, &length->number);
    MuStr rest = mu_str_slice(text, size, text.size);
    length->unit = MU_PX;
    *has_unit = false;
    if (!size || !(length->number > 0) || !isfinite(length->number))
        return 0;
    bool space = mu_str_starts(rest, " ");
    rest = mu_str_slice(rest, space, rest.size);
    for (int i = 0; i < UNIT_COUNT; i++)
        if (mu_str_starts(rest, UNITS[i].name)) {
            length->unit = (MuLengthUnit)i;
            *has_unit = true;
            size += space + strlen(UNITS[i].name);
        }
    return mu_length_px(*length) <= MU_LENGTH_MOST ? size : 0;
}

bool mu_length_parse(MuStr text, MuLength *length)
{
    bool has_unit;
    text = mu_str_trim(text);
    size_t size = read_length(text, length, &has_unit);
    return size && size == text.size;
}

bool mu_size_parse(MuStr text, MuLength *width, MuLength *height)
{
    bool wide_unit, high_unit;
    text = mu_str_trim(text);
    size_t size = read_length(text, width, &wide_unit);
    text = mu_str_trim(mu_str_slice(text, size, text.size));
    const char *times = mu_str_starts(text, "x") ? "x" : "×";
    if (!size || !mu_str_starts(text, times))
        return false;
    text = mu_str_trim(mu_str_slice(text, strlen(times), text.size));
    size = read_length(text, height, &high_unit);
    if (high_unit && !wide_unit)
        width->unit = height->unit;
    return size && size == text.size;
}

void mu_length_write_up(MuBuf *buf, double px, MuLengthUnit unit)
{
    double grain = UNITS[unit].grain, steps = ceil(px / UNITS[unit].px / grain - 1e-9);
    mu_num_coord(buf, steps * grain, 1);
    mu_buf_adds(buf, UNITS[unit].name);
}
