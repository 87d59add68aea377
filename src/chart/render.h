/* One render: a spec on its way to a scene, as a flat list of named passes (render.c). */
#ifndef MU_CHART_RENDER_H
#define MU_CHART_RENDER_H

#include "base/length.h"
#include "chart/model.h"
#include "guide/label.h"
#include "io/file.h"

typedef struct MuScope MuScope;

/* The values of one of a facet's fields, in the order of the cells. */
typedef struct MuFacetValues {
    size_t count;
    const uint32_t *rows; /* of the facet's table: one that has the value */
} MuFacetValues;

/* A facet whose data are parted. With rows and columns there is a cell for each pair, row after row. */
typedef struct MuFacet {
    MuFacetValues values[MU_FACET_DIMS];
    MuTable *table; /* the values stand in it */
    MuScope **cells;
    size_t cell_count;
} MuFacet;

/* A view with data: the root, a layer, a view of a concat, a facet's cell. What is shared lives in the scope that
 * owns it. A facet's one child holds the data of all cells: domains of shared scales come from it, but it is not
 * drawn. */
struct MuScope {
    MuView *view;
    MuScope *parent, **children;
    size_t child_count;
    MuFacet *facet;                     /* NULL: no facet, or not parted yet */
    bool own_data;                      /* not the parent's */
    MuTable *table;                     /* after the view's transforms; what its children start from */
    MuTable *raw, *pre, *main;          /* of a unit: before aggregation, before and after dropping invalid rows */
    MuBins bins[MU_CHANNEL_COUNT];      /* of a unit's binned channels; step 0: none */
    MuScale *domains[MU_CHANNEL_COUNT]; /* of the components the view owns: type and domain only */
    MuScale *scales[MU_CHANNEL_COUNT];  /* the same, trained for the sizes of this round */
    double width, height; /* of the plot; of a composed view: of the plots inside, where they are of one size */
    MuItem *group;        /* a unit's marks */
    MuItem *brush_below, *brush_above; /* of an interval that begins with a value; NULL: none */
    MuItem *item;                      /* the view with all its guides; NULL of a layer inside another view */
    MuTrellis *trellis;                /* of a composed view */
    bool empty;           /* the cell of a row and a column that have no rows in common: only its frame is drawn */
    MuItem *label;        /* of a facet's cell, in the place of its title; NULL: none */
    MuLabelSet *labels;   /* of a unit's marks; NULL: none */
    size_t hidden_labels; /* of a plot: how many have no room */
};

/* What was asked for over the spec; "" and zero: nothing. */
typedef struct MuRenderOptions {
    MuStr base;   /* where relative data URLs start; "" the spec's folder */
    MuStr theme;  /* over the spec's own; "" none */
    MuStr preset; /* the same; "" none */
    MuStr config; /* a file with a config that goes over the theme and below the spec's own; "" none */
    MuStr background, timezone;
    MuLength width, height; /* of the whole figure */
    MuFileLimits limits;
    bool vega; /* data are read as Vega reads them, whatever the spec says */
} MuRenderOptions;

/* Sizes of the plot's side: the largest known to fit, the least known not to. */
typedef struct MuOuterSearch {
    double fits, too_large;
} MuOuterSearch;

/* The size that the whole figure must have, and the search for the plot's (outer.c). */
typedef struct MuOuterSize {
    MuLength width, height;
    MuSpan span;
    MuOuterSearch x, y;
    size_t rounds;
    bool by_preset;
    bool too_small; /* it was enlarged until everything fits */
} MuOuterSize;

typedef struct MuParam {
    MuStr name;
    MuValue value;
    const MuNode *expr; /* not evaluated yet; NULL: `value` holds */
    bool busy;          /* being evaluated: whoever asks for it goes in a circle */
} MuParam;

/* How a selection holds the values of a field. */
typedef enum MuSelectionKind {
    MU_SELECTS_VALUES, /* one, or a list */
    MU_SELECTS_RANGE,  /* from and to */
    MU_SELECTS_BIN     /* from, and to without its end */
} MuSelectionKind;

typedef struct MuSelectionField {
    MuFieldPath path;
    MuChannel channel; /* MU_CHANNEL_COUNT: the spec names the field */
    MuSelectionKind kind;
} MuSelectionField;

/* A selection in its initial state (selection.c). */
typedef struct MuSelection {
    MuStr name;
    bool interval, to_scales, to_legend;
    const MuNode *mark; /* how a brush looks; NULL: as config says */
    const MuView *view; /* the unit where it begins */
    MU_VEC(MuSelectionField) fields;
    MU_VEC(MuValue *) tuples; /* one value per field; none: nothing is selected */
} MuSelection;

/* The texts of a spec, in which the names of columns are looked for. */
typedef struct MuNames {
    MuBuf texts;
    bool all; /* any column may be asked for */
} MuNames;

typedef struct MuRender {
    MuArena *arena;
    MuDiags *diags;
    MuText *text; /* made at first need by `text_engine` */
    MuText *(*text_engine)(void *host, MuDiags *diags);
    void *host;
    const MuRenderOptions *options;
    const MuSource *source;

    const MuNode *spec, *theme, *config, *normal;
    const MuNode *own_config; /* of the options' file; NULL: none */
    const MuLocale *locale;
    const MuZone *zone;
    bool vega; /* compat: vega */
    MuNames names;
    MuEnv env;
    MU_VEC(MuParam) params;
    MU_VEC(MuSelection) selections;
    MuMap tables; /* loaded data: key of the definition → MuTable* */
    MuMap images; /* by address: MuImage*, or NULL for what could not be read */
    MuModel model;
    MuScope *root;
    MuScope *current;       /* whose names expressions see */
    MuLayoutOptions layout; /* its width and height: the view's size before any fitting */
    double origin_x, origin_y, canvas_width, canvas_height;
    bool laid_out, size_changed; /* once; and to another size than asked */
    MuOuterSize outer;
    const struct MuPreset *preset; /* NULL: none */
    MuScene *scene;
} MuRender;

typedef struct MuPass {
    const char *name, *doc;
    bool (*run)(MuRender *render);                    /* false: stop, errors stand in diags */
    void (*dump)(MuBuf *buf, const MuRender *render); /* what it made; may be NULL */
} MuPass;

extern const MuPass mu_passes[];
extern const size_t mu_pass_count;

/* Runs the passes up to and including `until` (NULL: all). False on errors. */
bool mu_render_run(MuRender *render, const MuPass *until);
const MuPass *mu_pass_find(MuStr name);

/* The passes, one or a few to a file. */
bool mu_pass_params(MuRender *render);     /* params.c */
bool mu_pass_selections(MuRender *render); /* selection.c */
bool mu_pass_load(MuRender *render);       /* load.c */
bool mu_pass_transform(MuRender *render);  /* tables.c */
bool mu_pass_domains(MuRender *render);    /* domain.c */
bool mu_pass_sizes(MuRender *render);      /* size.c */
bool mu_pass_ranges(MuRender *render);     /* range.c */
bool mu_pass_marks(MuRender *render);      /* marks.c */
bool mu_pass_guides(MuRender *render);     /* view_group.c */
bool mu_pass_layout(MuRender *render);     /* place.c */
bool mu_pass_finish(MuRender *render);     /* place.c */

/* Reads what `size` asks for into the layout options; false with a diagnostic. */
bool mu_outer_read(MuRender *render);
bool mu_outer_given(const MuRender *render);
/* One round: another size for the plot if the figure does not have its size yet. False: it cannot have it. */
bool mu_outer_layout(MuRender *render);
/* Adds "no data" to the first layer of a plot in which no unit has a row. Not with compat: vega. */
void mu_say_no_data(MuRender *render, const MuScope *unit);

MuText *mu_render_text(MuRender *render);
/* The image at an address of the spec or its data: a file or a data: URI. NULL with a diagnostic, the first time. */
const MuImage *mu_render_image(MuRender *render, MuStr url, MuSpan asked_at);
/* The folder where relative addresses start. */
MuStr mu_render_base(const MuRender *render);
/* The texts of the spec, gathered at the first call; whether the column of this name may be used. */
const MuNames *mu_render_names(MuRender *render);
bool mu_names_contain(const MuNames *names, MuStr name);
/* config.locale over the usual locale. */
const MuLocale *mu_render_locale(MuArena *arena, const MuNode *config, const MuLocale *usual);
/* The table that a `data` definition names, loaded and parsed; NULL with a diagnostic. */
MuTable *mu_load_data(MuRender *render, const MuNode *data);
/* The trained or half-made scale of a channel for a scope: its own or an ancestor's. */
MuScale *mu_scope_scale(const MuScope *scope, MuChannel channel);
/* The table from which a unit's scales take their domains (by `invalid`). */
MuTable *mu_scope_domain_table(const MuScope *unit);
/* The table that a unit's mark draws. */
MuTable *mu_scope_mark_table(const MuScope *unit);
/* How a unit's mark treats rows with invalid values. */
typedef enum MuInvalid { MU_INVALID_FILTER, MU_INVALID_BREAK_SHOW, MU_INVALID_BREAK_FILTER, MU_INVALID_SHOW } MuInvalid;
MuInvalid mu_unit_invalid(const MuUnit *unit);
/* The scopes that are drawn: the cells of a facet, else the children. */
MuScope *const *mu_scope_parts(const MuScope *scope, size_t *count);
/* The scope of a view at or below another; in a facet, that of all cells. NULL: none. */
MuScope *mu_scope_of_view(MuScope *scope, const MuView *view);
/* Every unit that is drawn. */
void mu_scope_each_unit(MuScope *scope, void (*fn)(MuRender *render, MuScope *unit), MuRender *render);
/* Facets (facet.c). The data of all cells run through the transforms at once, with the facet's fields among the
 * groups of each, and are parted into cells then: cells agree in their bins, and empty ones can be there. */
/* The columns by which the rows of a scope's table are parted into cells of the views around it. */
size_t mu_facet_columns(MuRender *render, const MuScope *scope, MuTable *table, MuColumn ***columns);
/* The transform with these fields added to its groups, if it has groups. */
const MuNode *mu_facet_transform(MuRender *render, const MuScope *scope, const MuNode *transform);
/* Makes the cells of all facets at or below the scope. */
void mu_facet_part(MuRender *render, MuScope *scope);
/* Headers, footers and titles of a facet, which go into its group and its trellis (header.c). */
void mu_facet_headers(MuRender *render, MuScope *scope, MuItem *group);
MuGuideContext mu_guide_context(MuRender *render, const MuScope *scope);
/* The width that headline, legends and caption have where the whole figure's was asked for, px; NAN otherwise. */
double mu_furniture_width(const MuRender *render);
/* The colour behind the figure; none: transparent. */
MuPaint mu_render_background(MuRender *render);
/* What the labels of a unit say, as its marks are drawn; and the places of all labels of a plot, whose group has
 * its marks and axes. */
void mu_unit_labels(MuRender *render, MuScope *scope, MuMarkContext *context, const MuItem *marks);
void mu_plot_labels(MuRender *render, MuScope *scope, MuItem *plot);
/* The spec's caption with what it takes from the data; NULL: there is none. */
const MuNode *mu_caption_filled(MuRender *render);
/* Whether the datum is selected at first; false: the selection is empty, or there is none of that name. */
bool mu_selection_test(MuRender *render, MuStr name, MuValue datum, bool *selected);
/* The rows that a selection, named by {param}, begins with; NULL: none. */
MuTable *mu_selection_rows(MuRender *render, const MuNode *from);
/* What {param, field | encoding} stands for as a domain or extent; undefined while nothing is selected. */
MuValue mu_selection_extent(MuRender *render, const MuNode *domain, MuChannel channel);
/* The values of a field that a selection bound to its legend begins with; NULL: none. */
const MuValue *mu_selection_kept(MuRender *render, const MuChannelDef *def, size_t *count);
/* Does a selection move the unit's scales, so that its marks are cut at the plot? */
bool mu_selection_moves(const MuRender *render, const MuView *unit);
/* Makes the brush of an interval that begins in this unit. */
void mu_scope_brush(MuRender *render, MuScope *scope);
/* The plot's rectangle, to cut marks at. */
MuPath *mu_scope_clip(MuRender *render, const MuScope *scope);
/* A warning where labels have no room. */
void mu_say_hidden_labels(MuRender *render, const MuScope *scope);
/* An axis of the view, or of the cells of a facet, with the scope's scales and size (guides.c). */
MuAxisItems mu_guide_axis(MuRender *render, MuScope *scope, const MuAxisModel *axis, MuAxisParts parts);
/* The side of the plot on which an axis stands. */
MuOrient mu_axis_side(MuRender *render, const MuAxisModel *axis);
/* NULL: nothing to show. */
MuItem *mu_guide_legend(MuRender *render, MuScope *owner, const MuLegendModel *legend);
/* Makes the group of a view and of all views inside (view_group.c). */
MuItem *mu_view_group(MuRender *render, MuScope *scope);
/* Adds headers, cells and footers of a facet to its group, or the views of a concat, and makes the scope's
 * trellis of them (grid.c). */
void mu_compose(MuRender *render, MuScope *scope, MuItem *group);
/* Gives the scope and what is drawn in it a width (`x`) or height. */
void mu_scope_set_side(MuScope *scope, bool x, double size);
/* The size that all plots of a scope have on a side across which they are not put side by side: of a plot its own,
 * of a vconcat's plots their width if it is the same and does not follow from steps. NaN: none. */
double mu_scope_plot_side(const MuRender *render, const MuScope *scope, bool x);
void mu_scope_set_plot_side(MuScope *scope, bool x, double size);
/* The place of a size on a side when nothing was said. */
double mu_config_step(const MuNode *config, bool x);

#endif
