/* What the parts of a legend share. Internal to guide/. */
#ifndef MU_GUIDE_LEGEND_PARTS_H
#define MU_GUIDE_LEGEND_PARTS_H

#include "guide/props.h"
#include "guide/ticks.h"

typedef enum MuLegendKind { MU_LEGEND_SYMBOLS, MU_LEGEND_GRADIENT, MU_LEGEND_BLOCKS } MuLegendKind;

typedef struct MuLegend {
    const MuGuideContext *context;
    const MuLegendSpec *spec;
    const MuChain *chain;
    MuLegendKind kind;
    bool gradient; /* the definition or its first scale is for a gradient, even where it becomes one of symbols */
    const MuScale *scale; /* the one that gives values and labels */
    MuOrient orient;
    MuStr direction;     /* "vertical", "horizontal"; empty: by the config */
    MuStr own_direction; /* the same before config.legend.direction, which a gradient's length does not know */
    double padding;
    MuItem *group;
    size_t bar_items;      /* of the entries: how many at the start are the gradient's bar */
    MuBounds entries, bar; /* of all entries, of the bar; both from the entries' own origin */
} MuLegend;

/* The scale of a channel in the legend; NULL if it is not shown. */
const MuScale *mu_legend_scale(const MuLegendSpec *spec, const char *channel);
bool mu_legend_is_vertical(const MuLegend *legend, const char *config_name);

/* Add the entries' items to legend->group, from an origin of 0, 0, and set entries and bar. */
void mu_legend_add_symbols(MuLegend *legend);
void mu_legend_add_gradient(MuLegend *legend);
void mu_legend_add_blocks(MuLegend *legend);

/* Values and labels of the entries. */
typedef struct MuEntries {
    MuValue *values;
    MuStr *labels;
    size_t size;
    double *sizes; /* of symbols: the room each takes; their largest */
    double largest;
} MuEntries;
MuEntries mu_legend_entries(const MuLegend *legend, double count);
MuTextLook mu_legend_label_look(const MuLegend *legend, double limit);

/* How a symbol looks before its scales speak. */
typedef struct MuSymbolLook {
    MuPaint fill, stroke;
    double fill_opacity, stroke_opacity, opacity, size;
    MuStroke line;
    MuStr shape;
} MuSymbolLook;
MuSymbolLook mu_legend_symbol_look(const MuLegend *legend);

#endif
