/* The configuration that stands below all others, as JSON text. The values are those of Vega-Lite 6
 * (src/config.ts, src/mark.ts, src/scale.ts) and Vega 6 (vega-parser/src/config.js). */
#ifndef MU_SPEC_DEFAULT_CONFIG_H
#define MU_SPEC_DEFAULT_CONFIG_H

extern const char mu_default_config[];
/* What the renderer assumes of a mark below config.mark. */
extern const char mu_default_marks[];

#endif
