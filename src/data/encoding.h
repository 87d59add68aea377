/* Bytes of data files become UTF-8. */
#ifndef MU_DATA_ENCODING_H
#define MU_DATA_ENCODING_H

#include "base/diag.h"

/* The source itself where it is UTF-8 already, else a new one of the same name. `encoding` is "utf-8", "utf-16",
 * "utf-16le", "utf-16be", "latin1", "iso-8859-1", "windows-1252", or "" for what the byte order mark says, else
 * UTF-8. A byte that the encoding does not have is an error with its place (NULL); with `lenient` it becomes
 * U+FFFD. A byte order mark of UTF-16 is taken off. */
const MuSource *mu_decode(MuArena *arena, const MuSource *source, MuStr encoding, bool lenient, MuDiags *diags);

#endif
