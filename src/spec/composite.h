/* Composite marks: box plots, error bars and error bands are layers of plain marks over a summary of the
 * rows. Rules and names of columns: vega-lite/src/compositemark/. Every made node has the span of what it
 * was made from. */
#ifndef MU_SPEC_COMPOSITE_H
#define MU_SPEC_COMPOSITE_H

#include "spec/channel.h"

/* "boxplot", "errorband", "errorbar"; ended by NULL. */
extern const char *const mu_composite_marks[];
/* The channels that only they have: xError, yError and their second ones; ended by NULL. */
extern const char *const mu_error_channels[];

bool mu_mark_is_composite(MuStr mark);
/* A unit with a composite mark as layers of plain marks; as it is, with an error, if its encoding gives nothing
 * to sum up. */
const MuNode *mu_composite_expand(MuArena *arena, const MuNode *unit, const MuNode *config, MuDiags *diags);

/* --- For the marks themselves, one file each --- */

typedef struct MuComposite {
    MuArena *arena;
    MuDiags *diags;
    const MuNode *config, *own; /* the whole configuration, and config.<mark> */
    const MuNode *unit, *mark;  /* the mark as an object */
    const char *name;
    const MuNode *encoding; /* as written */
    MuChannel channel;      /* x or y: what is summarised */
    const MuChannelDef *measure;
    MuStr field;                   /* its column, without escapes */
    const MuNode *rest;            /* the other channels, by the columns that the transforms make */
    MuNodeList derived;            /* transforms: bins and time units of the other channels */
    MuNodeList aggregates, groups; /* their aggregates; the columns that part the rows */
} MuComposite;

const MuNode *mu_boxplot_expand(MuComposite *c);   /* boxplot.c */
const MuNode *mu_errorbar_expand(MuComposite *c);  /* error_mark.c */
const MuNode *mu_errorband_expand(MuComposite *c); /* error_mark.c */

/* The definition of a channel, by name; NULL unless it is a field or datum. */
const MuChannelDef *mu_composite_def(const MuComposite *c, const char *channel);
/* Sets the measured channel: by the mark's orient or the types. False with an error if neither x nor y will do. */
bool mu_composite_orient(MuComposite *c);
/* The same where the channel is known. */
bool mu_composite_measure(MuComposite *c, MuChannel channel);
/* Sets `rest`, and takes bins, time units and aggregates out of it into transforms. */
void mu_composite_extract(MuComposite *c, const MuNode *encoding);

/* --- Nodes with the span of the measured field --- */

const MuNode *mu_composite_text(const MuComposite *c, MuStr text);
const MuNode *mu_composite_word(const MuComposite *c, const char *word);
/* Pairs of key and value, ended by NULL; a pair without a value is left out. */
const MuNode *mu_composite_object(const MuComposite *c, ...);
const MuNode *mu_composite_array(const MuComposite *c, const MuNodeList *list);
void mu_composite_append(const MuComposite *c, MuNodeList *list, const MuNodeList *more);
/* The column "<prefix><field>": how a channel names it, and how an expression reads it. */
const MuNode *mu_composite_field(const MuComposite *c, const char *prefix);
MuStr mu_composite_datum(const MuComposite *c, const char *prefix);
/* {op, field: <of>, as: <prefix><field>}; `of` NULL: the measured field itself. */
const MuNode *mu_composite_aggregate(const MuComposite *c, const char *op, const char *of, const char *prefix);
const MuNode *mu_composite_calculate(const MuComposite *c, MuStr expression, const char *prefix);
/* {<key>: aggregates, groupby}. */
const MuNode *mu_composite_summary(const MuComposite *c, const char *key, const MuNodeList *aggregates);

/* --- Parts --- */

typedef struct MuPart {
    const char *name;        /* "box" */
    const MuNode *mark;      /* {type, …}: below what the spec says of the part */
    const MuNode *from, *to; /* fields; `to` NULL: one place */
    const MuNode *encoding;  /* the other channels */
    const MuNode *transform; /* of the part alone; NULL: none */
} MuPart;
/* Adds the part's layer, unless the mark or its config turns it off. */
void mu_composite_add(const MuComposite *c, MuNodeList *layers, MuPart part);

typedef struct MuSummary {
    const char *prefix; /* of the column */
    MuStr title;
} MuSummary;
/* The encoding with a tooltip: its own, else the summaries, then its fields. `named`: their titles end in "of <field>".
 */
const MuNode *mu_composite_tooltip(const MuComposite *c, const MuNode *encoding, const MuSummary *summaries,
                                   size_t count, bool named);
/* {transform, layer}; an empty list of transforms is left out. */
const MuNode *mu_composite_layer(const MuComposite *c, const MuNodeList *transforms, const MuNodeList *layers);
/* The unit without mark and encoding, with `transforms` behind its own. */
const MuNode *mu_composite_view(const MuComposite *c, const MuNodeList *transforms);

#endif
