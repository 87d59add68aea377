/* Colour schemes as tables: lists of colours (categorical) and ramps given by evenly spaced stops. */
#ifndef MU_SCALE_SCHEME_H
#define MU_SCALE_SCHEME_H

#include "color/color.h"

typedef enum MuSchemeKind {
    MU_SCHEME_CATEGORICAL,
    MU_SCHEME_SINGLE_HUE,
    MU_SCHEME_MULTI_HUE,
    MU_SCHEME_DIVERGING,
    MU_SCHEME_CYCLICAL
} MuSchemeKind;

typedef struct MuScheme {
    const char *name;
    MuSchemeKind kind;
    const char *hex; /* six digits a colour */
} MuScheme;

/* All schemes, sorted by name. */
size_t mu_scheme_count(void);
const MuScheme *mu_scheme_at(size_t i);
/* By name, without case. `count` takes the N of a suffix ("blues-7"), else 0. NULL if unknown. */
const MuScheme *mu_scheme_find(MuStr name, size_t *count);
/* The listed colours of a scheme; returns their number. */
size_t mu_scheme_stops(MuArena *arena, const MuScheme *scheme, MuColor **colors);

#endif
