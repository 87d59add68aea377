/* Labels at marks. What they say is decided by whoever knows the rows; here they find their places: in bars and
 * sectors or at their ends, at the ends of lines, around points. A label never lies across another one, across a
 * line that is not its own, or outside of the figure: one without room is left out, and counted. */
#ifndef MU_GUIDE_LABEL_H
#define MU_GUIDE_LABEL_H

#include "guide/guide.h"

typedef enum MuLabelForm {
    MU_LABEL_BESIDE, /* around a symbol */
    MU_LABEL_BAR,    /* in a bar or at its end */
    MU_LABEL_CELL,   /* in the middle of a rectangle */
    MU_LABEL_END,    /* at the end of a line */
    MU_LABEL_SECTOR  /* in a sector or outside of it */
} MuLabelForm;

/* In the order of mu_label_positions. */
typedef enum MuLabelPosition {
    MU_LABEL_AUTO,
    MU_LABEL_INSIDE,
    MU_LABEL_OUTSIDE,
    MU_LABEL_AT_START,
    MU_LABEL_AT_END,
    MU_LABEL_TOP,
    MU_LABEL_RIGHT,
    MU_LABEL_BOTTOM,
    MU_LABEL_LEFT
} MuLabelPosition;
/* By name; `MU_LABEL_AUTO` for "" and what is not known. */
MuLabelPosition mu_label_position(MuStr name);

typedef struct MuLabel {
    const MuItem *item; /* of the mark */
    const MuStr *lines;
    size_t size;
    double priority; /* the higher, the earlier it chooses */
    bool backwards;  /* the bar goes to the left or down */
    bool stacked;    /* other bars stand on it, or it on them */
} MuLabel;

/* The labels of one layer. */
typedef struct MuLabelSet {
    MuLabelForm form;
    MuLabelPosition position;
    MuChain chain;       /* the mark's `label`, config.label, config.text */
    bool along_x;        /* bars: values go along x */
    bool of_series;      /* the labels wear the colour of their marks, as dark or light as text needs it */
    const MuItem *marks; /* the group of the items */
    const MuLabel *labels;
    size_t size;
} MuLabelSet;

/* The labels of a plot, whose group has its axes and marks already, on a ground of this colour. NULL: none.
 * `*hidden`: how many have no room. */
MuItem *mu_labels_make(const MuGuideContext *context, const MuItem *plot, MuColor ground, const MuLabelSet *sets,
                       size_t count, size_t *hidden);

#endif
