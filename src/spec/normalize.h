/* Values to values: what a spec says in short becomes plain views. The result can be drawn again. */
#ifndef MU_SPEC_NORMALIZE_H
#define MU_SPEC_NORMALIZE_H

#include "doc/node.h"

/* Facet channels become facets; layers get the encoding of their parents; composite marks and the overlays `point` and
 * `line` become layers; lines with a second end become rules. `config` is the merged configuration. Errors of composite
 * marks stand in `diags`. */
const MuNode *mu_spec_normalize(MuArena *arena, const MuNode *spec, const MuNode *config, MuDiags *diags);

#endif
