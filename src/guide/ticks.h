/* Ticks of an axis and their labels; what axes and legends share of it. Internal to guide/. */
#ifndef MU_GUIDE_TICKS_H
#define MU_GUIDE_TICKS_H

#include "guide/guide.h"

typedef struct MuTick {
    MuValue value;
    MuStr label;
    double index; /* 0 to 1 along the axis; -1: the extra tick at the start of the first band */
    bool extra;
} MuTick;

typedef struct MuTicks {
    MuTick *at;
    size_t size;
} MuTicks;

/* The field of the axis (0) and those of further layers; NULL behind the last. */
const MuGuideField *mu_axis_field(const MuAxisSpec *spec, size_t index);
MuTicks mu_axis_ticks(const MuGuideContext *context, const MuAxisSpec *spec, bool extra);

/* The wanted ticks of a guide: `tickCount` as number or interval, and `tickMinStep`. */
typedef struct MuTickCount {
    double count;        /* after Vega's tickCount: limited by bins and the least step */
    MuInterval interval; /* step 0: none */
    double min_step;     /* 0: none */
} MuTickCount;
MuTickCount mu_tick_count(const MuChain *chain, const MuScale *scale, const MuGuideField *field, MuStr format,
                          double fallback);

/* Format and its kind, as vega-lite/src/compile/format.ts guideFormat and guideFormatType decide. */
typedef struct MuGuideFormat {
    MuStr specifier;
    bool is_time, is_utc; /* is_utc: where no scale of times says so */
} MuGuideFormat;
MuGuideFormat mu_guide_format(const MuGuideContext *context, const MuChain *chain, const MuGuideField *field,
                              bool axis);

/* The property `values`, each as Vega-Lite's valueArray makes it; false if there is none. */
bool mu_guide_values(const MuGuideContext *context, const MuChain *chain, const MuGuideField *field, MuValue **values,
                     size_t *size);
/* The object that label expressions and conditions see: {value, label, index}. */
MuValue mu_guide_datum(MuArena *arena, MuValue value, MuStr label, double index);
/* Lines of a label: `labelExpr`, else the label itself. */
size_t mu_guide_label(const MuGuideContext *context, const MuChain *chain, MuValue datum, MuStr label, MuStr **lines);

double mu_scale_range_first(const MuScale *scale);
double mu_scale_range_last(const MuScale *scale);
bool mu_scale_is_time(const MuScale *scale);

#endif
