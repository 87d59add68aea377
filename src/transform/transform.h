/* Transforms: from a table to a table. Each is one file that ends in a const MuTransformDef. The engines
 * that encodings need too (bins, time units, aggregation, stacks, imputation) are offered as functions. */
#ifndef MU_TRANSFORM_TRANSFORM_H
#define MU_TRANSFORM_TRANSFORM_H

#include "base/civil.h"
#include "data/table.h"
#include "doc/node.h"
#include "expr/expr.h"
#include "stat/ticks.h"

typedef struct MuTransformContext MuTransformContext;
struct MuTransformContext {
    MuArena *arena;
    MuEnv *env; /* names; `datum` is set per row by the transform */
    MuDiags *diags;
    const MuZone *zone;
    void *host;
    /* The table of another `data` definition (lookup's from.data), NULL with a diagnostic; or of the rows that
     * {param} selects, NULL if nothing is selected. */
    MuTable *(*dataset)(void *host, const MuNode *data);
};

typedef struct MuTransformDef {
    const char *name, *doc;
    const char *key; /* the property that identifies it: "filter", "calculate", … */
    /* The new table, or NULL on an error, which stands in diags. */
    MuTable *(*run)(const MuNode *node, MuTable *table, MuTransformContext *context);
} MuTransformDef;

extern const MuTransformDef *const mu_transforms[];
extern const size_t mu_transform_count;
/* The definition whose key the node has; NULL if none. */
const MuTransformDef *mu_transform_find(const MuNode *node);
/* Runs one transform of a spec (already checked). */
MuTable *mu_transform_run(const MuNode *node, MuTable *table, MuTransformContext *context);

/* Bins a column's numbers (extent by the table's rows unless given): adds columns `start` and `end`. */
MuBins mu_bin_column(MuTable *table, MuColumn *column, MuBinParams params, MuStr start, MuStr end);
/* Floors a column's times: adds columns `start` and `end` (end "" adds none). `maxbins` NaN: by the unit. */
void mu_time_unit_column(MuTable *table, MuColumn *column, MuTimeUnit unit, double maxbins, const MuZone *zone,
                         MuStr start, MuStr end);

/* One measure of an aggregation. */
typedef struct MuMeasure {
    MuStr op;         /* count, sum, mean, …; argmin and argmax give the whole row */
    MuColumn *column; /* NULL: count */
    MuStr as;
} MuMeasure;
/* Are the column's cells what the operator asks for? Sums and their like want numbers; min and max of a column with
 * numbers in it too. False with an error that names the first other cell. */
bool mu_measure_check(const MuTable *table, MuColumn *column, MuStr op, MuSpan used_at, MuDiags *diags);
/* One row for each combination of the group columns, in order of first appearance; with no group column one
 * row, but none for a table without rows (as Vega). The table has the group columns and the measures. */
MuTable *mu_aggregate_table(MuTable *table, MuColumn *const *groups, size_t group_count, const MuMeasure *measures,
                            size_t measure_count);

typedef enum MuStackMode { MU_STACK_BY_ZERO, MU_STACK_BY_CENTER, MU_STACK_BY_NORMALIZE } MuStackMode;
/* Stacks the values of each group in the order of the sort columns; adds columns `start` and `end`. */
void mu_stack_column(MuTable *table, MuColumn *value, MuColumn *const *groups, size_t group_count,
                     MuColumn *const *sort, const bool *descending, size_t sort_count, MuStackMode mode, MuStr start,
                     MuStr end);
/* Fills up with rows of value 0 the combinations of `key` and the groups that are missing: a new table. */
MuTable *mu_impute_zero(MuTable *table, MuColumn *value, MuColumn *key, MuColumn *const *groups, size_t group_count);

#endif
