/* What is drawn, from the registries, for the check of specs. */
#ifndef MU_CHART_GRAMMAR_H
#define MU_CHART_GRAMMAR_H

#include "spec/grammar.h"

/* Filled from the registries of marks and transforms; its lists live in `arena`. */
const MuGrammar *mu_chart_grammar(MuArena *arena);

#endif
