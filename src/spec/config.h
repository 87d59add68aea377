/* The configuration of a figure: the defaults, a theme over them, the spec's own `config` over both;
 * and the chains by which its parts are read. */
#ifndef MU_SPEC_CONFIG_H
#define MU_SPEC_CONFIG_H

#include "spec/chain.h"
#include "spec/channel.h"

/* The merged configuration. `theme` and `own` may be NULL. `font` of either sets the guide styles. */
const MuNode *mu_config_make(MuArena *arena, const MuNode *theme, const MuNode *own, MuDiags *diags);

/* A mark's chain: definition → its styles, the last first → style.<mark> → config.<mark> → what the
 * renderer assumes of the mark → config.mark. */
MuChain mu_config_mark(MuArena *arena, const MuNode *config, const MuNode *definition, MuStr mark, MuEnv *env);

/* An axis' chain: definition → its styles → config by type of scale ("band", "point", "quantitative",
 * "temporal" or "") → axisX/axisY → axis by orient → axis → the guide styles. */
MuChain mu_config_axis(MuArena *arena, const MuNode *config, const MuNode *definition, bool x, const char *scale_kind,
                       MuStr orient, MuEnv *env);
MuChain mu_config_legend(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env);
MuChain mu_config_title(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env);
/* The chain of a definition over config.<name>. */
MuChain mu_config_part(MuArena *arena, const MuNode *config, const MuNode *definition, const char *name, MuEnv *env);
/* What is said of a facet's header: its definition → config.headerRow, headerColumn or headerFacet, as `kind` names
 * it → config.header. */
MuChain mu_config_header(MuArena *arena, const MuNode *config, const MuNode *definition, const char *kind, MuEnv *env);
/* The looks of one part of a header ("label", "title") under the names that titles have for them: what `header` says,
 * then `usual` (its text and defaults), then the part's style. */
MuChain mu_config_header_part(const MuChain *header, const MuNode *config, const char *part, const MuNode *usual);
/* A view's background: its `view` definition, its styles, style.cell, config.view. */
MuChain mu_config_view(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env);
/* The same of a view without x and y, whose style is "view" instead of "cell": it has no frame. */
MuChain mu_config_unframed_view(MuArena *arena, const MuNode *config, const MuNode *definition, MuEnv *env);

/* What config.scale.invalid says of a channel: how its null and NaN look, so that they need not be left out;
 * NULL: nothing. */
const MuNode *mu_config_invalid_output(const MuNode *config, MuChannel channel);

/* Where on its unit of time a mark stands: 0.5 is over it. And the column of a start or end that was moved so. */
double mu_unit_band_position(const MuChain *mark, const MuChannelDef *def);
MuStr mu_moved_column(MuArena *arena, const MuChannelDef *def, bool end);
/* What styles and config say of a mark's property, past its definition. */
const MuNode *mu_mark_config(const MuChain *mark, const char *name);
/* A mark's property which Vega knows as `vega` ("fontSize" for a text's "size"; NULL: the same name). */
const MuNode *mu_mark_property(const MuChain *mark, const char *name, const char *vega);

#endif
