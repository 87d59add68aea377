/* Guides: from a trained scale and a chain of properties to groups of the scene. What each function
 * needs to know of the encoding stands in MuGuideField; nothing here reads the spec. */
#ifndef MU_GUIDE_GUIDE_H
#define MU_GUIDE_GUIDE_H

#include "scale/scale.h"
#include "scene/scene.h"
#include "spec/chain.h"
#include "spec/channel.h"
#include "text/text.h"

/* What guides and formats need to know of the encoding that a scale serves. */
typedef struct MuGuideField {
    MuFieldType type;
    MuTimeUnit unit;   /* unit.units == 0: no time unit */
    bool binned;       /* bin: true or {…} (not "binned") */
    bool prebinned;    /* bin: "binned" */
    bool normalized;   /* stack: normalize */
    bool text_is_time; /* a type temporal or a time unit decides the format type */
    bool is_datum;     /* a datum, not a field */
} MuGuideField;

typedef struct MuGuideContext {
    MuArena *arena;
    MuText *text;
    const MuLocale *locale;
    const MuZone *zone;
    MuDiags *diags;
    double width, height; /* of the view */
    const MuNode *config; /* the figure's: numberFormat, normalizedNumberFormat, timeFormat; may be NULL */
} MuGuideContext;

/* Cells of a facet have only the grid lines of the axes at the edge of their grid. */
typedef enum MuAxisParts { MU_AXIS_ALL, MU_AXIS_GRID, MU_AXIS_MAIN } MuAxisParts;

typedef struct MuAxisSpec {
    bool x; /* the channel: x or y */
    const MuScale *scale;
    MuGuideField field;
    MuChain chain;      /* axis definition, then the axis config chain, then defaults */
    const MuStr *title; /* lines of the title decided by the model; NULL: none */
    size_t title_size;
    bool for_bar;               /* a mark that fills its band, for grid and tick defaults */
    const MuScale *other;       /* the scale of the other position channel, along which the grid runs; may be NULL */
    const MuGuideField *others; /* of further layers: they say what the first leaves open */
    size_t other_count;
    bool sort_is_object; /* the channel's sort is {field, op, …} or an encoding: labels may then not be thinned */
    bool for_rect;       /* the mark is "rect": discrete axes are drawn above it */
    MuAxisParts parts;
} MuAxisSpec;

/* The axis as up to two groups: the grid and ticks, labels, domain, title (NULL: not there). Both carry a
 * zindex; ->place is set for layout, and ->width is the length of the scale's range. Labels hidden by
 * overlap are left out. */
typedef struct MuAxisItems {
    MuItem *grid, *main;
} MuAxisItems;
MuAxisItems mu_axis_make(const MuGuideContext *context, const MuAxisSpec *spec);

typedef struct MuLegendChannel {
    MuStr channel; /* "fill", "stroke", "color" resolved to fill or stroke, "shape", "size", "opacity", "strokeDash",
                      "strokeWidth" */
    const MuScale *scale;
} MuLegendChannel;

typedef struct MuLegendSpec {
    const MuLegendChannel *channels; /* of one merged legend; the first decides type and values */
    size_t channel_count;
    MuGuideField field;
    MuChain chain;           /* legend definition, config.legend, defaults */
    MuChain symbol;          /* how the mark looks (mu_config_mark); what the renderer assumes of it is passed over */
    const MuNode *constants; /* {fill, stroke, color, shape}: values of the encoding that are no fields; may be NULL */
    MuStr mark;              /* "point", "bar", "line", … decides symbols */
    bool mark_filled;
    const MuStr *title;
    size_t title_size;
    bool color_is_data, fill_is_data,
        stroke_is_data;  /* these channels of the mark are fields, whichever legend this is */
    double room;         /* > 0: entries in a row flow into as many rows as this width needs, px */
    const MuValue *kept; /* the entries of a legend that is a selection's: all others are faded; NULL: none is */
    size_t kept_count;
    double opacity; /* of the symbols: the encoding's largest constant, else the mark's; 0: not given */
    const struct MuLegendSpec
        *others; /* of further layers, by their first channel and mark: what the first leaves open */
    size_t other_count;
} MuLegendSpec;
/* ->place is set for layout; its ->offset is NaN where only config.legend.layout decides. The group is
 * laid out inside; ->group->width, height are its size. NULL when there is no scale. */
MuItem *mu_legend_make(const MuGuideContext *context, const MuLegendSpec *spec);

typedef struct MuTitleSpec {
    MuChain
        chain; /* title definition (text, subtitle, anchor, …), config.title, group-title/-subtitle styles, defaults */
    bool composed; /* of a concat, facet or repeat: the anchor's default is start, the frame the bounds */
    double wrap;   /* > 0: headline and subtitle are wrapped, balanced, to this many px (our own themes) */
} MuTitleSpec;
MuItem *mu_title_make(const MuGuideContext *context, const MuTitleSpec *spec);

/* The block under a figure: a hairline, then source, note, as of; credit at the right of the last line. */
typedef struct MuCaptionSpec {
    MuChain chain; /* caption (source, note, asOf, credit), then config.caption, defaults */
    double width;  /* px to wrap to */
} MuCaptionSpec;
MuItem *mu_caption_make(const MuGuideContext *context, const MuCaptionSpec *spec);

#endif
