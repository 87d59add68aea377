/* The model: a tree of views with their types and defaults, and the components that several of them share:
 * scales, axes, legends. It is made once per spec, before any data is read. Explicit settings win over
 * implicit ones when components of layers merge (Vega-Lite's compile/split.ts). */
#ifndef MU_CHART_MODEL_H
#define MU_CHART_MODEL_H

#include "guide/guide.h"
#include "layout/layout.h"
#include "mark/mark.h"
#include "spec/config.h"

typedef enum MuViewKind { MU_VIEW_UNIT, MU_VIEW_LAYER, MU_VIEW_FACET, MU_VIEW_CONCAT } MuViewKind;

typedef enum MuOrigin { MU_ABSENT, MU_IMPLICIT, MU_EXPLICIT } MuOrigin;

/* A setting of a component, and whether the spec said it. */
typedef struct MuSetting {
    MuOrigin origin;
    MuValue value;
    const MuNode *node;
} MuSetting;

typedef enum MuScaleKey {
    MU_KEY_TYPE, /* a number: MuScaleType */
    MU_KEY_NICE,
    MU_KEY_ZERO,
    MU_KEY_PADDING,
    MU_KEY_PADDING_INNER,
    MU_KEY_PADDING_OUTER,
    MU_KEY_ALIGN,
    MU_KEY_REVERSE,
    MU_KEY_CLAMP,
    MU_KEY_ROUND,
    MU_KEY_EXPONENT,
    MU_KEY_BASE,
    MU_KEY_CONSTANT,
    MU_KEY_INTERPOLATE,
    MU_KEY_DOMAIN,
    MU_KEY_DOMAIN_MIN,
    MU_KEY_DOMAIN_MAX,
    MU_KEY_DOMAIN_MID,
    MU_KEY_DOMAIN_RAW,
    MU_KEY_RANGE, /* node: range array or name, or {scheme: …}; value: a step */
    MU_KEY_RANGE_MIN,
    MU_KEY_RANGE_MAX,
    MU_KEY_BINS,
    MU_KEY_COUNT
} MuScaleKey;

typedef struct MuView MuView;

/* One unit's channel that a scale serves. */
typedef struct MuScaleUse {
    MuView *unit;
    const MuChannelDef *def; /* the field or datum */
} MuScaleUse;

typedef struct MuScaleModel {
    MuChannel channel;
    MuView *owner;
    MuSetting settings[MU_KEY_COUNT];
    MU_VEC(MuScaleUse) uses;
    MU_VEC(struct MuScaleModel *) parts; /* the units' own, of which it is merged; itself for a single unit */
} MuScaleModel;

static inline MuScaleType mu_scale_model_type(const MuScaleModel *m)
{
    return (MuScaleType)(int)m->settings[MU_KEY_TYPE].value.number;
}

typedef struct MuAxisModel {
    bool x;
    MuView *unit;             /* the first unit that has it, for its field and mark */
    MU_VEC(MuView *) further; /* the units it was merged from besides */
    const MuScaleModel *scale;
    const MuNode *definition; /* explicit settings, merged; NULL: none */
    MuOrigin disabled;        /* ABSENT: drawn; else whether it was said */
    bool title_explicit;
    MU_VEC(MuStr) titles;     /* unique, in order */
    const MuNode *title_node; /* an array or expression as title */
    bool no_title;
    bool second;      /* of a dual axis: no grid unless asked for */
    bool in_header;   /* of all cells of a facet: drawn at the edge of its grid, in the cells only its grid lines */
    MuOrient flipped; /* NONE: as said; of an independent axis moved to the other side */
} MuAxisModel;

/* A unit's channel whose legend was merged into another. */
typedef struct MuLegendPart {
    MuView *unit;
    MuChannel channel;
} MuLegendPart;

typedef struct MuLegendModel {
    MuView *unit;
    MU_VEC(MuLegendPart) further; /* besides the unit's first channel, in order */
    MU_VEC(MuChannel) channels;
    MU_VEC(MuView *) units; /* whose marks show each channel: filled ones by fill, others by stroke */
    MU_VEC(const MuScaleModel *) scales;
    const MuNode *definition;
    bool disabled, disabled_said;
    bool independent; /* of one layer: neither merged nor moved to a view further out */
    bool title_explicit, no_title;
    MU_VEC(MuStr) titles;
    const MuNode *title_node;
} MuLegendModel;

/* A unit view: a mark and its encoding. */
typedef struct MuUnit {
    const MuMarkDef *mark;
    const MuNode *mark_node, *mark_object; /* as written; the object or NULL */
    MuChain chain;
    const MuNode *label; /* the mark's items are labelled: true, or how; NULL: they are not */
    bool filled, aggregated;
    MuMarkOrient orient;
    const MuChannelDef *defs[MU_CHANNEL_COUNT];
    const MuChannelDef **lists[3]; /* detail, tooltip, order */
    size_t list_sizes[3];
    MuStackInfo stack;
    const MuChannelDef **stack_by;
    size_t stack_by_size;
} MuUnit;

/* What a facet view parts its data by: one of its two or all three may be missing. */
typedef enum MuFacetDim { MU_FACET_ROW, MU_FACET_COLUMN, MU_FACET_WRAP, MU_FACET_DIMS } MuFacetDim;

/* A facet's field with its header. */
typedef struct MuFacetDef {
    const MuChannelDef *def; /* NULL: not parted by this one */
    const MuNode *header;    /* as written; NULL: nothing said */
    bool labels;
    const MuStr *title; /* lines */
    size_t title_size;
} MuFacetDef;

struct MuView {
    MuViewKind kind;
    MuView *parent, **children; /* of a facet: one, the view of each cell */
    size_t child_count;
    size_t columns;                     /* of a concat or a wrapped facet; 0: all in one row */
    MuFacetDef facet[MU_FACET_DIMS];    /* of MU_VIEW_FACET */
    bool independent[MU_CHANNEL_COUNT]; /* the children have scales of their own */
    const MuNode *node;
    MuStr path;                             /* "layer[1]"; "" at the root */
    MuUnit *unit;                           /* of MU_VIEW_UNIT */
    MuScaleModel *scales[MU_CHANNEL_COUNT]; /* owned here; NULL: the parent's, or none */
    MU_VEC(MuAxisModel *) axes;
    MU_VEC(MuLegendModel *) legends;
    const MuNode *width, *height; /* of the view or inherited; NULL: by default */
};

/* What the mark says of labels; NULL: it has none. */
const MuNode *mu_unit_label(const MuUnit *unit);
/* The field or datum that they say: that of `text`, else what is usual for the mark; NULL: neither. */
const MuChannelDef *mu_unit_label_def(const MuUnit *unit);
/* Do they name what this channel shows, so that it needs no legend? */
bool mu_unit_labels_series(const MuUnit *unit, const MuChannelDef *def);

typedef struct MuModel {
    MuArena *arena;
    MuDiags *diags;
    MuEnv *env;
    const MuNode *spec, *config;
    MuView *root;
} MuModel;

/* Builds the tree with all components. NULL when the spec cannot be drawn; diagnostics say why. */
MuView *mu_model_build(MuModel *model);

/* The component of a channel that serves a view: its own or an ancestor's. NULL: none. */
MuScaleModel *mu_view_scale(const MuView *view, MuChannel channel);
/* Calls `fn` for every unit below (or equal to) the view, in drawing order. */
void mu_view_each_unit(MuView *view, void (*fn)(MuView *unit, void *context), void *context);
/* Views side by side, not on top of one another: their group has a layout, but no plot of its own. */
static inline bool mu_view_is_composed(const MuView *view)
{
    return view->kind == MU_VIEW_FACET || view->kind == MU_VIEW_CONCAT;
}
/* May the children's scales of a channel be one, by `resolve`? Shared but for positions in a concat (resolve.c). */
bool mu_view_shares_scale(const MuView *view, MuChannel channel);
/* Is there one axis or legend for all children? Never where the scales are independent. */
bool mu_view_shares_guide(const MuView *view, MuChannel channel);

/* One file each. */
void mu_model_unit(MuModel *model, MuView *view);  /* unit.c */
void mu_model_stack(MuModel *model, MuView *view); /* stack.c */
void mu_model_facet(MuModel *model, MuView *view); /* facet_model.c */
/* What is said of a facet's header, with what config says. */
MuChain mu_facet_header(MuModel *model, const MuFacetDef *facet);
void mu_model_scales(MuModel *model, MuView *view); /* scale_model.c */
void mu_model_guides(MuModel *model, MuView *view); /* guide_model.c */
/* Where an axis stands, before config by type of scale has its say. And the chain of an axis: its definition over all
 * config that serves its side and type of scale. */
MuStr mu_model_axis_orient(const MuModel *model, const MuNode *definition, bool x);
MuChain mu_model_axis_chain(const MuModel *model, const MuNode *definition, bool x, MuScaleType type);
/* Is the channel of a unit continuous on a scale, i.e. may its values be invalid? */
bool mu_unit_is_continuous(const MuView *unit, MuChannel channel);

/* The opacity of a unit's items where nothing is said: 0.7 for points of rows; NaN for others. */
double mu_unit_default_opacity(const MuUnit *unit);

#endif
