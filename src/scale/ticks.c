/* Tick and legend values, as vega-scale's ticks.js and labels.js choose them. */
#include "stat/ticks.h"
#include "scale/family.h"

/* Nobody reads more ticks than this, and a count beyond it would only use up the memory. */
static const double MAX_TICK_COUNT = 10000;

static bool is_time(const MuScale *scale)
{
    return scale->type == MU_SCALE_TIME || scale->type == MU_SCALE_UTC;
}

MuValue *mu_scale_tick_values(const MuScale *scale, MuArena *arena, const double *at, size_t size)
{
    MuValue *values = MU_NEW_ARRAY(arena, MuValue, size);
    for (size_t i = 0; i < size; i++)
        values[i] = is_time(scale) ? mu_date(at[i]) : mu_number(at[i]);
    return values;
}

/* The largest count up to `count` whose step is no smaller than min_step. */
static double count_for_step(const MuScale *scale, double count, double min_step)
{
    double first = mu_scale_domain_first(scale), last = mu_scale_domain_last(scale);
    double lo = fmin(first, last), hi = fmax(first, last);
    double steps = (hi - lo) / min_step;
    count = fmin(count, floor(isnan(steps) || steps == 0 ? 1 : steps) + 1);
    if (scale->bins || scale->type == MU_SCALE_LOG || is_time(scale) || !(lo < hi))
        return count;
    while (count > 1 && mu_tick_step(lo, hi, count) < min_step)
        count--;
    return count;
}

double mu_scale_tick_count(const MuScale *scale, double count, double min_step)
{
    count = isnan(count) ? 10 : fmin(count, MAX_TICK_COUNT);
    if (scale->bins)
        count = fmax(count, (double)scale->bin_count);
    return min_step > 0 && !scale->def->discrete ? count_for_step(scale, count, min_step) : count;
}

typedef struct PlacedTick {
    MuValue value;
    double at;
    size_t place;
    double sign;
} PlacedTick;

static int in_range_order(const void *a, const void *b)
{
    const PlacedTick *x = a, *y = b;
    double difference = x->sign * (x->at - y->at);
    if (difference != 0)
        return difference < 0 ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* The ends of the range, the lower one first; false without numbers. */
static bool range_ends(const MuScale *scale, double *lo, double *hi)
{
    const double *range = scale->type == MU_SCALE_IDENTITY ? scale->domain : scale->range;
    size_t size = scale->type == MU_SCALE_IDENTITY ? scale->domain_size : scale->range_size;
    if (scale->range_kind != MU_RANGE_NUMBERS || !size)
        return false;
    *lo = range[0];
    *hi = range[size - 1];
    return true;
}

/* Every second one is dropped until they fit; where fewer than three are left, the two ends are taken. */
static size_t thin(PlacedTick *ticks, size_t size, double count)
{
    if (!(count > 0) || size < 2)
        return size;
    PlacedTick last = ticks[size - 1];
    while ((double)size > count && size >= 3) {
        for (size_t i = 0; 2 * i < size; i++)
            ticks[i] = ticks[2 * i];
        size = (size + 1) / 2;
    }
    if (size < 3) { /* the first is still where it was */
        ticks[1] = last;
        size = 2;
    }
    return size;
}

size_t mu_scale_valid_ticks(const MuScale *scale, MuArena *arena, const MuValue *values, size_t size, double count,
                            MuValue **ticks)
{
    double first, last;
    *ticks = MU_NEW_ARRAY(arena, MuValue, size);
    if (!range_ends(scale, &first, &last))
        return 0;
    double lo = floor(fmin(first, last)), hi = ceil(fmax(first, last));
    PlacedTick *placed = MU_NEW_ARRAY(arena, PlacedTick, size);
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        double at = mu_scale_number(scale, values[i]);
        if (lo <= at && at <= hi)
            placed[kept++] = (PlacedTick){values[i], at, i, first > last ? -1 : 1};
    }
    if (kept)
        qsort(placed, kept, sizeof *placed, in_range_order);
    kept = thin(placed, kept, count);
    for (size_t i = 0; i < kept; i++)
        (*ticks)[i] = placed[i].value;
    return kept;
}

static size_t whole_domain(const MuScale *scale, MuArena *arena, MuValue **ticks)
{
    if (!scale->def->discrete || scale->type == MU_SCALE_BIN_ORDINAL) {
        *ticks = mu_scale_tick_values(scale, arena, scale->domain, scale->domain_size);
        return scale->domain_size;
    }
    *ticks = MU_NEW_ARRAY(arena, MuValue, scale->value_count);
    if (scale->value_count)
        memcpy(*ticks, scale->values, scale->value_count * sizeof **ticks);
    return scale->value_count;
}

size_t mu_scale_ticks(const MuScale *scale, MuArena *arena, double count, MuInterval interval, double min_step,
                      MuValue **ticks)
{
    bool by_interval = interval.step > 0 && is_time(scale);
    count = mu_scale_tick_count(scale, count, min_step);
    if (scale->bins)
        return mu_scale_valid_ticks(scale, arena, mu_scale_tick_values(scale, arena, scale->bins, scale->bin_count),
                                    scale->bin_count, by_interval ? NAN : count, ticks);
    if (by_interval)
        return mu_time_ticks_by(scale, arena, interval, ticks);
    return scale->def->ticks ? scale->def->ticks(scale, arena, count, ticks) : whole_domain(scale, arena, ticks);
}

MuLogTest mu_log_test(const MuScale *scale, double count, size_t tick_count)
{
    return (MuLogTest){scale->base, fmax(1, scale->base * count / (double)tick_count)};
}

bool mu_log_test_passes(MuLogTest test, double x)
{
    double multiple = x / mu_power(test.base, mu_round_half_up(log(x) / log(test.base)));
    if (multiple * test.base < test.base - 0.5)
        multiple *= test.base;
    return multiple <= test.most;
}

static size_t labelled_log_ticks(const MuScale *scale, MuArena *arena, double count, MuValue **values)
{
    size_t size = scale->def->ticks(scale, arena, count, values), kept = 0;
    MuLogTest test = mu_log_test(scale, count, size);
    for (size_t i = 0; i < size; i++)
        if (mu_log_test_passes(test, (*values)[i].number))
            (*values)[kept++] = (*values)[i];
    return kept;
}

/* The lower bounds of the parts, the first of which is open. */
static size_t part_starts(const MuScale *scale, MuArena *arena, MuValue **values)
{
    const double *at = scale->type == MU_SCALE_THRESHOLD ? scale->domain : scale->thresholds;
    size_t size = scale->type == MU_SCALE_THRESHOLD ? scale->domain_size : scale->threshold_count;
    double *starts = MU_NEW_ARRAY(arena, double, size + 1);
    starts[0] = -INFINITY;
    for (size_t i = 0; i < size; i++)
        starts[i + 1] = at[i];
    *values = mu_scale_tick_values(scale, arena, starts, size + 1);
    return size + 1;
}

static bool has_parts(const MuScale *scale)
{
    return scale->type == MU_SCALE_QUANTILE || scale->type == MU_SCALE_QUANTIZE || scale->type == MU_SCALE_THRESHOLD;
}

bool mu_scale_labels_are_ranges(const MuScale *scale)
{
    return has_parts(scale) || scale->bins;
}

size_t mu_scale_label_values(const MuScale *scale, MuArena *arena, double count, MuInterval interval, double min_step,
                             MuValue **values, double *max)
{
    *max = INFINITY;
    if (scale->bins) {
        size_t bins = scale->bin_count ? scale->bin_count - 1 : 0;
        *values = mu_scale_tick_values(scale, arena, scale->bins, bins);
        *max = scale->bin_count ? scale->bins[bins] : INFINITY;
        return bins;
    }
    if (scale->type == MU_SCALE_LOG)
        return labelled_log_ticks(scale, arena, mu_scale_tick_count(scale, count, min_step), values);
    return has_parts(scale) ? part_starts(scale, arena, values)
                            : mu_scale_ticks(scale, arena, count, interval, min_step, values);
}

double mu_scale_fraction(const MuScale *scale, double x)
{
    double lo = mu_scale_domain_first(scale), hi = mu_scale_domain_last(scale);
    if (scale->def->continuous) {
        if (!isfinite(hi - lo) || hi == lo)
            return 0.5;
        if (scale->clamp)
            x = fmax(fmin(lo, hi), fmin(fmax(lo, hi), x));
        double from = scale->def->transform(scale, lo);
        return (scale->def->transform(scale, x) - from) / (scale->def->transform(scale, hi) - from);
    }
    if (scale->type == MU_SCALE_THRESHOLD) { /* the outer parts are drawn as long as the average one */
        double more = scale->domain_size > 1 ? (hi - lo) / (double)(scale->domain_size - 1) : 0.1;
        lo -= more;
        hi += more;
    }
    return (x - lo) / (hi - lo);
}
