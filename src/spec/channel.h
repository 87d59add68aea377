/* Channels and what stands under them in `encoding`: fields, data, values. */
#ifndef MU_SPEC_CHANNEL_H
#define MU_SPEC_CHANNEL_H

#include "base/civil.h"
#include "doc/node.h"
#include "stat/ticks.h"

typedef enum MuChannel {
    MU_CHANNEL_X,
    MU_CHANNEL_Y,
    MU_CHANNEL_X2,
    MU_CHANNEL_Y2,
    MU_CHANNEL_XOFFSET,
    MU_CHANNEL_YOFFSET,
    MU_CHANNEL_THETA,
    MU_CHANNEL_THETA2,
    MU_CHANNEL_RADIUS,
    MU_CHANNEL_RADIUS2,
    MU_CHANNEL_COLOR,
    MU_CHANNEL_FILL,
    MU_CHANNEL_STROKE,
    MU_CHANNEL_OPACITY,
    MU_CHANNEL_FILL_OPACITY,
    MU_CHANNEL_STROKE_OPACITY,
    MU_CHANNEL_STROKE_WIDTH,
    MU_CHANNEL_STROKE_DASH,
    MU_CHANNEL_SIZE,
    MU_CHANNEL_ANGLE,
    MU_CHANNEL_SHAPE,
    MU_CHANNEL_TEXT,
    MU_CHANNEL_TOOLTIP,
    MU_CHANNEL_HREF,
    MU_CHANNEL_URL,
    MU_CHANNEL_DESCRIPTION,
    MU_CHANNEL_KEY,
    MU_CHANNEL_DETAIL,
    MU_CHANNEL_ORDER,
    MU_CHANNEL_ROW,
    MU_CHANNEL_COLUMN,
    MU_CHANNEL_FACET,
    MU_CHANNEL_COUNT
} MuChannel;

typedef enum MuFieldType { MU_TYPE_NONE, MU_QUANTITATIVE, MU_TEMPORAL, MU_ORDINAL, MU_NOMINAL } MuFieldType;

const char *mu_channel_name(MuChannel channel);
/* MU_CHANNEL_COUNT if there is none. */
MuChannel mu_channel_find(MuStr name);
static inline bool mu_channel_is_xy(MuChannel c)
{
    return c == MU_CHANNEL_X || c == MU_CHANNEL_Y;
}
/* Angle and radius: of arcs, and of texts about a centre. */
static inline bool mu_channel_is_polar(MuChannel c)
{
    return c >= MU_CHANNEL_THETA && c <= MU_CHANNEL_RADIUS2;
}
static inline bool mu_channel_is_offset(MuChannel c)
{
    return c == MU_CHANNEL_XOFFSET || c == MU_CHANNEL_YOFFSET;
}
static inline bool mu_channel_is_color(MuChannel c)
{
    return c == MU_CHANNEL_COLOR || c == MU_CHANNEL_FILL || c == MU_CHANNEL_STROKE;
}
/* Channels that part the data into views of their own. */
static inline bool mu_channel_is_facet(MuChannel c)
{
    return c == MU_CHANNEL_ROW || c == MU_CHANNEL_COLUMN || c == MU_CHANNEL_FACET;
}
/* Channels that get a scale: positions (not the second ones), offsets, and the looks from color to shape. */
bool mu_channel_has_scale(MuChannel channel);
/* x for x2, y for y2; otherwise the channel itself. And the second of x, y; MU_CHANNEL_COUNT if none. */
MuChannel mu_channel_main(MuChannel channel);
MuChannel mu_channel_second(MuChannel channel);
/* The other channel of a plane: y for x, radius for theta, and back. MU_CHANNEL_COUNT for all others. */
MuChannel mu_channel_across(MuChannel channel);
/* xOffset for x, yOffset for y; MU_CHANNEL_COUNT otherwise. */
MuChannel mu_channel_offset(MuChannel channel);

typedef enum MuDefKind {
    MU_DEF_NONE, /* only conditions, or null */
    MU_DEF_FIELD,
    MU_DEF_DATUM,
    MU_DEF_VALUE
} MuDefKind;

typedef struct MuChannelDef MuChannelDef;

/* A condition of a channel: a test and what holds then. */
typedef struct MuCondition {
    const MuNode *node; /* {test | param, value | field | datum, …} */
    MuChannelDef *def;
} MuCondition;

struct MuChannelDef {
    MuChannel channel;
    MuDefKind kind;
    const MuNode *node; /* the definition; never NULL */
    MuFieldType type;

    MuStr field;              /* as written; "" for a count */
    const MuNode *field_node; /* for its place */
    MuStr aggregate;          /* "" none; "argmin", "argmax" with `arg` */
    MuStr arg;
    bool binning;          /* bin: true or {…} */
    bool prebinned;        /* bin: "binned" or {binned: true, …} */
    double prebinned_step; /* NaN: none */
    MuBinParams bin;
    MuStr bin_name;      /* "bin_maxbins_10" */
    MuTimeUnit unit;     /* units 0: none */
    double unit_maxbins; /* NaN: none */

    MuStr column;     /* the column that holds the values to draw, after bins, units and aggregates */
    MuStr column_end; /* of bins and time units; "" none */
    MuStr bin_start;  /* where `column` is the text of a bin's range, for scales of names: the bin's start; "" none */

    const MuNode *scale, *axis, *legend, *sort, *stack, *format, *format_type, *band_position;
    bool scale_off; /* scale: null */
    double band;    /* bandPosition; NaN: not given */
    MuCondition *conditions;
    size_t condition_count;
};

/* Reads one definition (an object, or a bare value). `main` is the definition of the main channel, whose
 * type a second channel takes (may be NULL). */
MuChannelDef *mu_channel_def(MuArena *arena, MuChannel channel, const MuNode *node, const MuChannelDef *main);
/* The field or datum that gives the channel its scale: the definition itself or its condition's. NULL: none. */
const MuChannelDef *mu_channel_field_or_datum(const MuChannelDef *def);
static inline bool mu_def_is_field(const MuChannelDef *def)
{
    return def && def->kind == MU_DEF_FIELD;
}
/* The definition of the channel's second one among `defs` (one for each channel). NULL: none is given, or `channel`
 * has no second. */
static inline const MuChannelDef *mu_second_def(const MuChannelDef *const *defs, MuChannel channel)
{
    MuChannel second = mu_channel_second(channel);
    return second == MU_CHANNEL_COUNT ? NULL : defs[second];
}
static inline bool mu_def_is_scaled(const MuChannelDef *def)
{
    return def && (def->kind == MU_DEF_FIELD || def->kind == MU_DEF_DATUM);
}
/* Ordinal, nominal, or binned numbers. */
bool mu_def_is_discrete(const MuChannelDef *def);
/* A number that is not binned, or a number given as datum. */
bool mu_def_is_measure(const MuChannelDef *def);
bool mu_aggregate_is_count(MuStr aggregate); /* count, valid, missing, distinct */
/* Vega-Lite's BinParams, or a bare `true`. */
MuBinParams mu_bin_read(MuArena *arena, const MuNode *bin, double maxbins);
/* Vega-Lite's title of a field: "Mean of x", "x (binned)", "date (year-month)". */
MuStr mu_field_title(MuArena *arena, const MuChannelDef *def, const MuNode *config);

#endif
