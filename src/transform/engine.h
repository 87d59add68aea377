/* What the transforms share: groups, cells as samples, sorting, reading a transform's properties. */
#ifndef MU_TRANSFORM_ENGINE_H
#define MU_TRANSFORM_ENGINE_H

#include "stat/aggregate.h"
#include "transform/transform.h"

/* The rows of a table by the values of some columns, in order of first appearance. A place is a position
 * among the rows the table holds: place i is the physical row mu_table_row(table, i). */
typedef struct MuGroups {
    size_t count;
    uint32_t *of;     /* group of each place */
    uint32_t *starts; /* count + 1: the places of group g are places[starts[g]] … places[starts[g + 1] - 1] */
    uint32_t *places;
} MuGroups;
/* With no column all rows are one group; no row gives no group. */
MuGroups mu_groups(MuTable *table, MuColumn *const *columns, size_t count);
static inline size_t mu_group_size(const MuGroups *g, size_t group)
{
    return g->starts[group + 1] - g->starts[group];
}
static inline const uint32_t *mu_group_places(const MuGroups *g, size_t group)
{
    return g->places + g->starts[group];
}
/* The physical row of each group's first place. */
const uint32_t *mu_group_rows(const MuTable *table, const MuGroups *groups);

/* A measure with the cells of its column, by place. */
typedef struct MuMeasuring {
    const MuTable *table;
    MuColumn *column; /* NULL: count */
    MuAggregateOp op;
    MuSamples samples;
    bool text_keys; /* min and max are those of texts */
} MuMeasuring;
MuMeasuring mu_measuring(MuTable *table, MuColumn *column, MuAggregateOp op);
MuValue mu_measure_places(const MuMeasuring *measuring, const uint32_t *places, size_t count);

/* Adds to `made` (over the rows of `table`) the measures of each row's group. */
void mu_join_measures(MuTable *made, MuTable *table, MuColumn *const *columns, size_t column_count,
                      const MuMeasure *measures, size_t measure_count);

typedef struct MuSortKey {
    MuColumn *column;
    bool descending;
    bool numeric; /* text that is all numbers is sorted as numbers */
} MuSortKey;
/* Stable; by vega-util's compare. The table's places or physical rows, as `rows` holds them: `physical`. */
void mu_sort_places(const MuTable *table, uint32_t *places, size_t count, const MuSortKey *keys, size_t key_count);
/* <0, 0, >0 for two physical rows. */
int mu_sort_compare(const MuSortKey *keys, size_t key_count, size_t a, size_t b);
/* Is every cell of a TEXT column a number or blank, and one a number? Not in a Vega table. */
bool mu_column_is_numeric(MuArena *arena, MuColumn *column);

/* --- Windows --- */

typedef struct MuWindowItem {
    MuStr op; /* of windows or of aggregates */
    MuColumn *column;
    double param; /* NaN: none */
    MuStr as;
} MuWindowItem;
typedef struct MuWindow {
    MuColumn **groups;
    size_t group_count;
    MuSortKey *keys;
    size_t key_count;
    double frame[2]; /* rows before and after; NaN: no bound */
    bool ignore_peers;
    const MuWindowItem *items;
    size_t item_count;
} MuWindow;
/* Adds the items to `made` (over the rows of `table`). False if an operator is unknown. */
bool mu_window(MuTable *made, MuTable *table, const MuWindow *window);
/* `frame: [before, after]`; absent: [null, last]. */
void mu_transform_frame(const MuNode *node, double frame[2], double last);

/* --- Properties of a transform --- */

/* The column that a string node names; NULL with an error if there is none. */
MuColumn *mu_transform_field(MuTable *table, const MuNode *field, MuDiags *diags);
/* The same for a column that is read as numbers: cells that are none are an error. */
MuColumn *mu_transform_numbers(MuTable *table, const MuNode *field, MuDiags *diags);
/* The columns of a list (or a single name); false with an error if one is unknown. An absent list is empty. */
bool mu_transform_fields(MuTable *table, const MuNode *list, MuColumn ***columns, size_t *count, MuDiags *diags);
/* `sort: [{field, order}]`. */
bool mu_transform_sort(MuTable *table, const MuNode *sort, MuSortKey **keys, size_t *count, MuDiags *diags);
/* `as` as one of two names: a string gives [as, as_end]; an array its elements. */
MuStr mu_transform_as(const MuNode *node, size_t index, MuStr fallback);
/* [{op, field, as}] to measures; false with an error. */
bool mu_transform_measures(MuTable *table, const MuNode *list, MuMeasure **measures, size_t *count, MuDiags *diags);
/* A time unit as text or {unit, step, maxbins, utc}; false with an error. `*maxbins` is NaN unless given. */
bool mu_transform_time_unit_node(const MuNode *node, MuTimeUnit *unit, double *maxbins, MuDiags *diags);
/* Adds values (by physical row) as a column; of numbers or dates where all held are. */
void mu_table_put_values(MuTable *table, MuStr name, MuValue *values);
/* {x: …, y: …} rows made by a transform of groups: `group_rows` repeated per row, with the group columns. */
MuTable *mu_group_table(MuTable *table, MuColumn *const *groups, size_t group_count, const uint32_t *rows, size_t size);

extern const MuTransformDef mu_transform_aggregate, mu_transform_bin, mu_transform_calculate, mu_transform_density,
    mu_transform_extent, mu_transform_filter, mu_transform_flatten, mu_transform_fold, mu_transform_impute,
    mu_transform_joinaggregate, mu_transform_loess, mu_transform_lookup, mu_transform_pivot, mu_transform_quantile,
    mu_transform_regression, mu_transform_sample, mu_transform_stack, mu_transform_time_unit, mu_transform_window;

#endif
