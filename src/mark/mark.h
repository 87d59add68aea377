/* Marks: from the rows of a view's table to items of the scene, in paint order. Each mark is one file
 * that ends in a const MuMarkDef. */
#ifndef MU_MARK_MARK_H
#define MU_MARK_MARK_H

#include "base/vec.h"
#include "data/table.h"
#include "scale/scale.h"
#include "scene/scene.h"
#include "spec/channel.h"
#include "spec/config.h"
#include "text/text.h"

typedef enum MuMarkOrient { MU_MARK_NO_ORIENT, MU_MARK_VERTICAL, MU_MARK_HORIZONTAL } MuMarkOrient;

typedef enum MuStackOffset { MU_STACK_NONE, MU_STACK_ZERO, MU_STACK_CENTER, MU_STACK_NORMALIZE } MuStackOffset;

/* How a view is stacked. */
typedef struct MuStackInfo {
    MuStackOffset offset;
    MuChannel channel; /* x, y, theta or radius; where the values stand */
    MuStr start, end;  /* the columns that the stack makes */
    bool impute;       /* missing combinations were filled with zeros */
} MuStackInfo;

/* An item that is to be labelled, with its row; of a path the first and the last row. */
typedef struct MuLabelled {
    MuItem *item;
    size_t row, last;
} MuLabelled;

typedef MU_VEC(MuLabelled) MuLabelledList;

/* Everything a mark draws from. Set up by chart/, read only here. */
typedef struct MuMarkContext {
    MuArena *arena;
    MuText *text;
    const MuLocale *locale;
    const MuZone *zone;
    MuDiags *diags;
    MuEnv *env; /* datum is set per row by the refs */
    const MuNode *config;
    double width, height;
    const struct MuMarkDef *mark;
    const MuNode *definition; /* the mark's own object; NULL if it was a name */
    MuChain chain;
    bool filled;
    MuMarkOrient orient;
    double default_opacity; /* 0.7 for points of rows; NaN: none */
    const MuChannelDef *defs[MU_CHANNEL_COUNT];
    const MuChannelDef *const *lists[3]; /* detail, tooltip, order */
    size_t list_sizes[3];
    const MuScale *scales[MU_CHANNEL_COUNT];
    double range_steps[MU_CHANNEL_COUNT]; /* a range given as a step; NaN otherwise */
    double axis_translate[2];             /* of the x and y axes: 0.5 */
    MuStackInfo stack;
    MuTable *table;
    bool breaks_path;   /* invalid values break lines and areas */
    bool shows_invalid; /* they are drawn, by default as zero or the least value of their domain */
    /* The image at an address; NULL where there is none, which was then told. */
    const MuImage *(*image)(void *host, MuStr url, MuSpan asked_at);
    void *image_host;
    MuLabelledList *labelled; /* where the items are noted that get labels; NULL: the mark has none */
} MuMarkContext;

enum { MU_LIST_DETAIL, MU_LIST_TOOLTIP, MU_LIST_ORDER };

typedef struct MuMarkDef {
    const char *name, *doc;
    bool is_path; /* one item for a group of rows */
    bool is_rect; /* fills bands */
    bool filled;  /* unless said otherwise */
    void (*draw)(MuMarkContext *context, MuItem *group);
} MuMarkDef;

/* All marks, sorted by name; made by the Makefile from the files of this folder. */
extern const MuMarkDef *const mu_marks[];
extern const size_t mu_mark_count;
const MuMarkDef *mu_mark_find(MuStr name);

#endif
