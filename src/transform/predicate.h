/* Vega-Lite's predicates ({field, equal | lt | … | range | oneOf | valid}, and, or, not, {param}, or an
 * expression as text), compiled once and asked per row. */
#ifndef MU_TRANSFORM_PREDICATE_H
#define MU_TRANSFORM_PREDICATE_H

#include "base/civil.h"
#include "data/table.h"
#include "doc/node.h"
#include "expr/expr.h"

typedef struct MuPredicate MuPredicate;

/* NULL with a diagnostic when an expression does not compile. `table` may be NULL (no column is checked). */
MuPredicate *mu_predicate_compile(MuArena *arena, const MuNode *node, MuTable *table, const MuZone *zone,
                                  MuDiags *diags);
/* For the row in env->datum. A {param} is what env->call says to vlSelectionTest(name, datum); where that is not
 * known, true unless `empty` is false: selections are empty at first. */
bool mu_predicate_holds(const MuPredicate *predicate, MuEnv *env);

/* The instant of Vega-Lite's DateTime object ({year, quarter, month, date, day, hours, …, utc}; months and
 * days by number or name); parts that are left out are those of vega-lite's dateTimeToExpr. */
double mu_datetime_object(MuValue object, MuTimeUnit unit, const MuZone *zone);

#endif
