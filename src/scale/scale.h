/* Scales: from domain to range, as d3-scale 4 and vega-scale 8 have them. A scale is set up in steps by
 * chart/: type, domain, range, then mu_scale_train, after which it is read only. One file per type (or
 * family) ends in a const MuScaleDef; registry.c lists them.
 *
 * Training writes to copies: domain, values, range, colors and range_values then point to what the scale
 * really uses (padded and nice domain, values without repeats, reversed range). It may be repeated: it
 * starts again from what was given, or from a new array where one has been put in its place. */
#ifndef MU_SCALE_SCALE_H
#define MU_SCALE_SCALE_H

#include "base/civil.h"
#include "base/map.h"
#include "base/value.h"
#include "color/color.h"
#include "format/format.h"

typedef enum MuScaleType {
    MU_SCALE_LINEAR,
    MU_SCALE_LOG,
    MU_SCALE_POW,
    MU_SCALE_SQRT,
    MU_SCALE_SYMLOG,
    MU_SCALE_TIME,
    MU_SCALE_UTC,
    MU_SCALE_IDENTITY,
    MU_SCALE_QUANTILE,
    MU_SCALE_QUANTIZE,
    MU_SCALE_THRESHOLD,
    MU_SCALE_BIN_ORDINAL,
    MU_SCALE_ORDINAL,
    MU_SCALE_POINT,
    MU_SCALE_BAND,
    MU_SCALE_TYPE_COUNT
} MuScaleType;

typedef enum MuRangeKind { MU_RANGE_NUMBERS, MU_RANGE_COLORS, MU_RANGE_VALUES } MuRangeKind;

typedef struct MuScale MuScale;

typedef struct MuScaleDef {
    const char *name, *doc;
    MuScaleType type;
    bool continuous, discrete, discretizing;
    /* Nice, rounding, step and bandwidth, index of the domain. */
    void (*train)(MuScale *scale);
    /* A position: the range value of x. NULL: the number at the slot. */
    double (*apply)(const MuScale *scale, MuValue value);
    /* The place in the range of a type with a discrete range; SIZE_MAX: none. */
    size_t (*slot)(const MuScale *scale, MuValue value);
    double (*invert)(const MuScale *scale, double range);
    /* NULL: the whole domain. */
    size_t (*ticks)(const MuScale *scale, MuArena *arena, double count, MuValue **ticks);
    /* Continuous types: what makes the domain linear, and back; and what makes its ends round. */
    double (*transform)(const MuScale *scale, double x);
    double (*untransform)(const MuScale *scale, double y);
    void (*nice)(MuScale *scale);
} MuScaleDef;

/* What an array was before training and what training made of it. */
typedef struct MuTrained {
    const void *given;
    void *made;
    size_t size;
} MuTrained;

/* A piecewise linear map of the transformed domain; ascending in `from`. */
typedef struct MuPieces {
    double *from, *to;
    size_t size;
} MuPieces;

struct MuScale {
    MuArena *arena;
    const MuScaleDef *def;
    MuScaleType type;

    /* Domain: numbers (ms for times) of continuous and discretizing types, values of discrete ones. */
    double *domain;
    size_t domain_size;
    MuValue *values;
    size_t value_count;
    MuMap index; /* key of a value (mu_value_key) → its place + 1, as (void *)(uintptr_t) */

    /* Range. */
    MuRangeKind range_kind;
    double *range;
    MuColor *colors;
    MuValue *range_values; /* shapes, dash arrays, … */
    size_t range_size;

    /* Settings; set before training. */
    bool nice, clamp, round, reverse, zero_kept;
    double padding;           /* px by which a continuous domain is widened at each end */
    double nice_count;        /* 0: 10 */
    MuInterval nice_interval; /* of times; step 0: by count */
    double exponent, base, constant;
    double padding_inner, padding_outer, align;
    double step, bandwidth; /* discrete positions: made by training; `step` given > 0 with no range */
    MuStr interpolate;      /* colour space; "" is rgb; Vega-Lite's default for ramps is hcl */
    double gamma;
    double ramp_from, ramp_to; /* the part of the colours in use by a continuous scale: 0, 1 */
    bool from_scheme;          /* set by mu_scale_scheme: the colours are mixed in rgb, whatever `interpolate` says */
    bool raw_domain;           /* taken as it is: neither nice nor padded */
    double *bins;              /* bin edges where the field is binned; NULL: none */
    size_t bin_count;
    bool vega; /* tick formats as d3-scale makes them, 6e+3 for "," */
    const MuZone *zone;

    /* Made by training. */
    double *thresholds; /* quantile, quantize, threshold: where one range value ends and the next begins */
    size_t threshold_count;
    double start;             /* band, point: the start of the first band in the direction of the range */
    bool flipped;             /* band, point: the range runs down */
    MuPieces pieces, inverse; /* continuous: domain to range, range to domain */
    MuTrained trained_domain, trained_values, trained_range, trained_colors, trained_range_values;
};

MuScale *mu_scale_new(MuArena *arena, MuScaleType type);
const MuScaleDef *mu_scale_def(MuScaleType type);
/* By Vega-Lite's name ("linear", "bin-ordinal"); NULL if unknown. */
const MuScaleDef *mu_scale_find(MuStr name);
void mu_scale_train(MuScale *scale);
/* Bins of `count` edges, `step` apart, from `start`. False, and none, if they are not 0 to 100,000 edges of a step
 * above zero. */
bool mu_scale_set_bins(MuScale *scale, double start, double step, double count);

/* The value mapped; NaN where there is none (null, NaN, not in the domain of a band scale). An ordinal
 * scale with numbers in its range works too. Texts are numbers by ToNumber for continuous scales. */
double mu_scale_number(const MuScale *scale, MuValue value);
/* Transparent black where there is none. Channels are rounded to 8 bits as Vega's are. */
MuColor mu_scale_color(const MuScale *scale, MuValue value);
/* MU_RANGE_VALUES, else number or colour text; undefined where there is none. */
MuValue mu_scale_value(const MuScale *scale, MuValue value);
/* The domain's number at a place of the range; of a band or point scale NaN. */
double mu_scale_invert(const MuScale *scale, double range);
/* As Vega's invert(): a number, a time, or the value whose band is at `range`; undefined where there is none. */
MuValue mu_scale_invert_value(const MuScale *scale, double range);
/* Many numbers at once (continuous scales). */
void mu_scale_numbers(const MuScale *scale, const double *in, double *out, size_t size);
/* The place of a value among a discrete domain's values; SIZE_MAX: it is not there. */
size_t mu_scale_place(const MuScale *scale, MuValue value);
/* Vega's bandSpace: how many steps `count` bands or points take with their paddings (point: inner is 1). */
double mu_band_space(size_t count, double inner, double outer);

/* Ticks (Vega's tickValues: counts, intervals, minimal step, bins, d3's log rules); discrete: all values.
 * `count` NaN: 10; 0: none. `interval` with step 0 and `min_step` NaN or 0: none. */
size_t mu_scale_ticks(const MuScale *scale, MuArena *arena, double count, MuInterval interval, double min_step,
                      MuValue **ticks);
/* The count that mu_scale_ticks asks for (Vega's tickCount): at least the bins, no more than min_step allows.
 * The format of the ticks takes this count. */
double mu_scale_tick_count(const MuScale *scale, double count, double min_step);
/* The given values that lie within the range, in the order of the range, thinned to `count` (NaN: all): how
 * Vega takes the `values` of an axis. */
size_t mu_scale_valid_ticks(const MuScale *scale, MuArena *arena, const MuValue *values, size_t size, double count,
                            MuValue **ticks);
/* The values of a symbol or gradient legend (vega-scale's labelValues): ticks; of log scales only those with
 * a label; of discretizing or binned scales the lower bounds, the first of which may be -Infinity. `max` is the
 * upper bound of the last one (Infinity without). */
size_t mu_scale_label_values(const MuScale *scale, MuArena *arena, double count, MuInterval interval, double min_step,
                             MuValue **values, double *max);
/* True if each legend entry stands for a span between two values ("10 – 20"). */
bool mu_scale_labels_are_ranges(const MuScale *scale);
/* Where a value lies in the domain, from 0 to 1 (vega-scale's scaleFraction, labelFraction): the place of a label
 * along a gradient. */
double mu_scale_fraction(const MuScale *scale, double x);

/* The text of a tick as Vega prints it: number `specifier` (empty: by the ticks' step; log scales keep only
 * some), time `specifier` (empty: multi-format), discrete values by ToString. */
typedef struct MuTickFormat MuTickFormat;
MuTickFormat *mu_tick_format_new(const MuScale *scale, MuArena *arena, double count, MuStr specifier, bool is_time,
                                 const MuLocale *locale);
/* Log scales then label every tick: for values the user gave. */
void mu_tick_format_keep_all(MuTickFormat *format);
/* Times that are values of a discrete scale are written in UTC; scales of times decide by their type. */
void mu_tick_format_in_utc(MuTickFormat *format);
/* An array is one line each, joined by "\n". */
MuStr mu_tick_format_text(const MuTickFormat *format, MuArena *arena, MuValue tick);
/* "10 – 20", "< 10", "≥ 20": the text of a span with one end open where it is infinite. */
MuStr mu_tick_format_span(const MuTickFormat *format, MuArena *arena, double from, double to);

/* Sets the colours from a scheme as Vega does for the scale's type, whose domain is known: a continuous scale
 * gets the scheme's stops and the part [from, to] of them; the others `count` colours (NaN: by the domain, or 5
 * for quantile and quantize). False if the name is unknown. */
bool mu_scale_scheme(MuScale *scale, MuStr name, double count, double from, double to);
/* Vega's colour schemes: the colours of a discrete scheme, or `count` samples of a continuous one over
 * [from, to] (0, 1), which leave out its ends; `count` 0: stops from end to end, for a continuous scale (better by
 * mu_scale_scheme). False if the name is unknown. Names take a suffix that is the count ("blues-7"). */
bool mu_scheme_colors(MuArena *arena, MuStr name, size_t count, double from, double to, MuColor **colors, size_t *size);
/* `count` samples between given colours, as Vega takes a list of colours for a scheme. */
MuColor *mu_ramp_samples(MuArena *arena, const MuColor *stops, size_t size, MuStr interpolate, double gamma,
                         double from, double to, size_t count);
/* True if the scheme is categorical (a list, not a ramp). */
bool mu_scheme_is_categorical(MuStr name);

#endif
