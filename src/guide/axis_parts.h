/* What the parts of an axis share. Internal to guide/. */
#ifndef MU_GUIDE_AXIS_PARTS_H
#define MU_GUIDE_AXIS_PARTS_H

#include "guide/condition.h"
#include "guide/props.h"
#include "guide/ticks.h"

typedef struct MuAxis {
    const MuGuideContext *context;
    const MuAxisSpec *spec;
    const MuChain *chain;
    MuConditions *conditions; /* NULL: none */
    MuOrient orient;
    MuOrient said_orient;     /* before config by type of scale: what turned labels go by */
    double sign;              /* of what grows away from the plot: -1 for left and top */
    double band, band_offset; /* where in its band a tick stands */
    bool has_ticks;
    MuTicks ticks;
} MuAxis;

static inline bool mu_axis_is_x(const MuAxis *axis)
{
    return axis->orient == MU_ORIENT_TOP || axis->orient == MU_ORIENT_BOTTOM;
}
/* A point `along` the scale and `away` from the line. */
static inline MuPoint mu_axis_point(const MuAxis *axis, double along, double away)
{
    return mu_axis_is_x(axis) ? (MuPoint){along, away} : (MuPoint){away, along};
}

/* The chain for one tick. `env` is the room for it. */
MuChain mu_axis_chain_at(const MuAxis *axis, const MuTick *tick, MuEnv *env);
void mu_axis_add_labels(const MuAxis *axis, MuItem *group);
void mu_axis_add_title(const MuAxis *axis, MuItem *group);

#endif
