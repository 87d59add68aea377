/* What the files of labels share. Internal to guide/. */
#ifndef MU_GUIDE_LABEL_PARTS_H
#define MU_GUIDE_LABEL_PARTS_H

#include "guide/label.h"
#include "guide/props.h"

/* What stands in the way: a box, or a piece of a line. In the frame of the plot. */
typedef struct MuObstacle {
    bool is_line;
    MuBounds box;
    MuPoint from, to;
    double price;       /* per square px of a box, per px of a line */
    const MuItem *item; /* whose it is */
} MuObstacle;

typedef struct MuLabelSpot {
    const MuLabelSet *set;
    const MuLabel *label;
    MuTextLook look;
    double width, height; /* of the text */
    MuBounds mark;        /* the bounds of the item */
    MuBounds box;         /* where the text stands; nothing unless `placed` */
    MuAlign align;
    bool placed, inside; /* inside its mark */
    bool leads;          /* a line leads from the mark to the label */
    MuPoint lead[2];
} MuLabelSpot;

typedef struct MuLabeling {
    const MuGuideContext *context;
    MuColor ground;
    bool has_left_axis; /* whose labels stand where those of lines would begin */
    MU_VEC(MuObstacle) obstacles;
    MuLabelSpot *spots;
    size_t count;
} MuLabeling;

/* Half the size of the text: the distance of a label from its mark. */
double mu_label_gap(const MuLabelSpot *spot);
/* The colour of the mark that is labelled; false if it has none, or several. */
bool mu_label_paint(const MuItem *item, MuColor *color);
/* Puts the text's box by its middle; `align` is the side that stays where it is when a viewer's font is another. */
void mu_label_put(MuLabelSpot *spot, double x, double y, MuAlign align);
/* How many px of the line lie in the box. */
double mu_line_in_box(MuPoint from, MuPoint to, MuBounds box);
double mu_box_overlap(MuBounds a, MuBounds b);
/* The parts of the path as straight pieces. */
void mu_obstacle_path(MuLabeling *labeling, const MuPath *path, double dx, double dy, const MuItem *item);

void mu_labels_place_bars(MuLabeling *labeling);    /* label_inside.c */
void mu_labels_place_sectors(MuLabeling *labeling); /* label_inside.c */
void mu_labels_place_ends(MuLabeling *labeling);    /* label_end.c */
void mu_labels_place_beside(MuLabeling *labeling);  /* label_beside.c */

#endif
