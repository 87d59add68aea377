/* A time zone as a table of offsets; NULL is UTC. */
#ifndef MU_BASE_ZONE_H
#define MU_BASE_ZONE_H

#include "base/civil.h"

/* `offset[i]` (ms east of UTC) holds from instant `from[i]` on, `before` until from[0]. */
struct MuZone {
    size_t count;
    double before;
    const double *from, *offset;
};

/* From the bytes of a compiled zone file (RFC 8536, version 2 or later), its rule for the years to come included.
 * False if they are none. The table is in `arena`. */
bool mu_zone_parse(MuArena *arena, MuStr bytes, MuZone *zone);
/* Ms to add to an instant to get local time. */
double mu_zone_offset(const MuZone *zone, double utc);
/* The instant of a local time. */
double mu_zone_utc(const MuZone *zone, double local);

#endif
