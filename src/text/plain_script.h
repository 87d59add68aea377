/* Which characters the plain engine knows, and their scripts. */
#ifndef MU_TEXT_PLAIN_SCRIPT_H
#define MU_TEXT_PLAIN_SCRIPT_H

#include "text/layout_tables.h"

/* False: the character is not known to stand alone, without marks, reordering or another presentation. Joins its script
 * to that of the characters before it: common ones take any. False too where two scripts meet. */
bool mu_plain_script_join(uint32_t code, MuScript *script);

#endif
