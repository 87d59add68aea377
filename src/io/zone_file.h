/* Time zones by their IANA names, from the zone files of the system. */
#ifndef MU_IO_ZONE_FILE_H
#define MU_IO_ZONE_FILE_H

#include "base/diag.h"
#include "base/zone.h"

/* The zone of a name ("Europe/Kyiv"); *zone is NULL for UTC, which needs no file. False with a diagnostic: there is no
 * such zone, or there are no zone files. */
bool mu_zone_find(MuArena *arena, MuStr name, MuSpan asked_at, MuDiags *diags, const MuZone **zone);
/* The same, looked for in these folders (ended by NULL). */
bool mu_zone_find_in(MuArena *arena, const char *const *folders, MuStr name, MuSpan asked_at, MuDiags *diags,
                     const MuZone **zone);

#endif
