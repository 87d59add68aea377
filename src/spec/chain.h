/* Properties are read through an ordered chain of bags: the definition first, then its styles, then the
 * config's objects, last the defaults. Nobody else walks config. */
#ifndef MU_SPEC_CHAIN_H
#define MU_SPEC_CHAIN_H

#include "color/color.h"
#include "doc/node.h"
#include "expr/expr.h"

enum { MU_CHAIN_MOST = 24 };

typedef struct MuChain {
    const MuNode *bags[MU_CHAIN_MOST]; /* objects, the strongest first; never NULL */
    size_t size;
    const MuNode *definition; /* the first bag where it is the mark's or guide's own object; NULL: nothing was said */
    const MuNode *common;     /* of a mark: config.mark, which serves all marks */
    size_t own;               /* the bags up to here are the definition and its styles */
    const MuNode *assumed; /* of a mark: what the renderer assumes of it; over `common` where that is Vega's to read */
    size_t outer, outer_end; /* bags that Vega reads from its config, where Vega-Lite's rules cannot reach */
    MuEnv *env;              /* for {expr: …} and {signal: …}; NULL: none can be evaluated */
    MuArena *arena;
} MuChain;

/* Adds a bag below the others; NULL and non-objects are left out. */
void mu_chain_add(MuChain *chain, const MuNode *bag);

/* The first bag's value, null included; NULL if absent everywhere. `*origin` (may be NULL): index of the bag. */
const MuNode *mu_chain_get(const MuChain *chain, const char *name, size_t *origin);
/* The same, for a property that Vega takes from an axis alone: what its own config says goes for nothing. */
const MuNode *mu_chain_passed(const MuChain *chain, const char *name);
/* The value with {expr}, {signal} evaluated; undefined if absent. */
MuValue mu_chain_value(const MuChain *chain, const char *name);
/* Typed reads; the fallback where the property is absent or of another kind. */
double mu_chain_number(const MuChain *chain, const char *name, double fallback);
bool mu_chain_bool(const MuChain *chain, const char *name, bool fallback);
MuStr mu_chain_string(const MuChain *chain, const char *name, MuStr fallback);
/* "transparent", null and "none" give a colour with a = 0 and true; false if absent. */
bool mu_chain_color(const MuChain *chain, const char *name, MuColor *color);
/* A node's value, with {expr} and {signal} evaluated in `env` (NULL: such a value is undefined). */
MuValue mu_node_evaluate(const MuNode *node, MuEnv *env, MuArena *arena);
/* A value as a colour: text by CSS, null and "none" as a = 0; false if it is neither. */
bool mu_value_color(MuValue value, MuColor *color);

/* Is it explicitly there (not null)? */
bool mu_chain_has(const MuChain *chain, const char *name);

#endif
