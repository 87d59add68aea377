/* Views composed of others, in plainer terms: part of normalisation. */
#ifndef MU_SPEC_COMPOSE_H
#define MU_SPEC_COMPOSE_H

#include "doc/node.h"

/* Every repeated view as a concat or as layers, each with the fields that its {repeat: …} stand for. */
const MuNode *mu_spec_repeat(MuArena *arena, const MuNode *spec, MuDiags *diags);
/* Is it a mark whose encoding parts the data by `row`, `column` or `facet`? */
bool mu_spec_has_facet_channel(const MuNode *spec);
/* Such a view as a facet of a plain one. */
const MuNode *mu_spec_facet_view(MuArena *arena, const MuNode *spec);

#endif
