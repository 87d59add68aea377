/* The user's spec against the grammar, before anything is rewritten: everything that is wrong, at once. */
#ifndef MU_SPEC_CHECK_H
#define MU_SPEC_CHECK_H

#include "spec/grammar.h"

/* True if there is no error. An unknown property is a warning, since Vega-Lite ignores it; an unknown mark,
 * channel, transform, word, or a value of the wrong kind is an error; what is valid but not drawn yet
 * (`grammar`) is a warning. `grammar` NULL: all is drawn. `config`: one that goes below the spec's own, for the
 * names of its params; NULL: none. */
bool mu_spec_check(const MuNode *spec, const MuNode *config, const MuGrammar *grammar, MuArena *arena, MuDiags *diags);
/* The same for a config that stands alone; `spec` (may be NULL) is the one that it is for. */
bool mu_config_check(const MuNode *config, const MuNode *spec, const MuGrammar *grammar, MuArena *arena,
                     MuDiags *diags);

#endif
