/* Where lines may break (UAX #14) in plain texts, as Pango finds it. */
#ifndef MU_TEXT_PLAIN_BREAKS_H
#define MU_TEXT_PLAIN_BREAKS_H

#include "base/str.h"

/* Sets can_break[i] for each byte offset where a line may break. False: the text has characters whose behaviour is not
 * known here, and nothing was set. */
bool mu_plain_breaks(MuStr text, uint8_t *can_break);

#endif
