/* Symbol shapes of Vega (circle, square, cross, diamond, triangle-up/-down/-right/-left, triangle, arrow,
 * wedge, stroke), centred on 0,0; the size is the area in square pixels of the square about
 * a circle, whose radius is sqrt(size) / 2. */
#ifndef MU_GEOM_SYMBOL_H
#define MU_GEOM_SYMBOL_H

#include "geom/path.h"

typedef struct MuSymbol {
    const char *name, *doc;
    void (*draw)(MuPath *path, double size);
} MuSymbol;

/* NULL for an unknown name (which may then be an SVG path: unit size scaled by sqrt(size)/2). */
const MuSymbol *mu_symbol_find(MuStr name);
/* All of them, by name; NULL beyond the last. */
const MuSymbol *mu_symbol_at(size_t index);

#endif
