/* Axis properties with conditions: {condition: {test, value}, value}. Internal to guide/. */
#ifndef MU_GUIDE_CONDITION_H
#define MU_GUIDE_CONDITION_H

#include "guide/guide.h"

typedef struct MuConditions MuConditions;

/* Finds the conditional properties of a chain; NULL if there are none. */
MuConditions *mu_conditions_new(const MuGuideContext *context, const MuChain *chain);
/* The chain as it is for one tick: conditions decided in a first bag, expressions see the tick as datum. */
MuChain mu_conditions_at(const MuConditions *conditions, const MuChain *chain, MuEnv *env, MuValue datum);

#endif
