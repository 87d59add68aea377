/* A ref says where a visual value comes from: a constant, a column through a scale, a point between two
 * columns; with a band fraction, an offset and conditions. Made once per mark, read per row. */
#ifndef MU_MARK_REF_H
#define MU_MARK_REF_H

#include "mark/mark.h"

typedef enum MuRefKind {
    MU_REF_NONE,
    MU_REF_CONSTANT, /* `value` as it is */
    MU_REF_SCALED,   /* `value` through the scale */
    MU_REF_COLUMN,   /* the row's cell as it is */
    MU_REF_FIELD,    /* the row's cell through the scale */
    MU_REF_BETWEEN,  /* (1 - mix) × cell + mix × second cell, through the scale */
    MU_REF_EXPR      /* an expression per row */
} MuRefKind;

typedef struct MuRef MuRef;

typedef struct MuTest {
    MuExpr *expr; /* NULL: one of the others */
    const struct MuPredicate *predicate;
    const MuColumn *invalid; /* holds where its cell is no number */
    bool constant;
} MuTest;

struct MuRef {
    MuRefKind kind;
    MuValue value;
    const MuScale *scale;
    MuColumn *column, *second;
    const double *numbers, *second_numbers; /* of the columns, where the scale is continuous */
    double mix, plus;                       /* BETWEEN: in the domain */
    double band;                            /* adds band × bandwidth of the scale */
    double offset;
    const MuRef *offset_ref;
    MuExpr *expr;
    MuTest *tests;      /* conditions, first match wins */
    const MuRef **when; /* what holds for each */
    size_t test_count;
};

/* The ref that holds for the row: the first condition that is met, or the ref itself. */
const MuRef *mu_ref_resolve(const MuMarkContext *context, const MuRef *ref, size_t row);
/* Physical rows throughout. NaN, transparent or undefined where nothing is given. */
double mu_ref_number(const MuMarkContext *context, const MuRef *ref, size_t row);
MuValue mu_ref_value(const MuMarkContext *context, const MuRef *ref, size_t row);
/* The colour that a ref's scale gives; the ref is resolved, and of a field, a datum or a place between two. */
MuColor mu_ref_scaled_color(const MuRef *ref, size_t row);
/* With a fallback where the ref is NULL or gives another kind. */
double mu_ref_number_or(const MuMarkContext *context, const MuRef *ref, size_t row, double fallback);
MuStr mu_ref_string_or(const MuMarkContext *context, const MuRef *ref, size_t row, MuStr fallback);
/* Does the ref's condition hold for the row; and its value when none does. */
bool mu_ref_condition_holds(const MuMarkContext *context, const MuRef *ref, size_t condition, size_t row);
MuValue mu_ref_plain_value(const MuMarkContext *context, const MuRef *ref, size_t row);
/* Does it give the same for every row? */
bool mu_ref_is_constant(const MuRef *ref);

MuRef *mu_ref_constant(MuArena *arena, MuValue value);
MuRef *mu_ref_number_constant(MuArena *arena, double value);
/* A column, by its exact name, through the channel's scale. */
MuRef *mu_ref_field(MuMarkContext *context, MuChannel channel, MuStr column);
/* A property of the mark definition and config as a ref; NULL if absent. */
MuRef *mu_ref_property(MuMarkContext *context, const char *name, const char *vega);
/* A value of the spec or config, per row where it is an expression. */
MuRef *mu_ref_of_node(MuMarkContext *context, const MuNode *node);
/* The shift of a channel's place by xOffset, x2Offset, yOffset or y2Offset of the mark; NULL: none. */
MuRef *mu_ref_shift(MuMarkContext *context, MuChannel channel);

/* A channel that is no position: encoding (with conditions) over the mark's property. NULL if neither. */
MuRef *mu_ref_channel(MuMarkContext *context, MuChannel channel, const char *vega, MuRef *fallback);

typedef enum MuDefaultPlace {
    MU_PLACE_NONE,
    MU_PLACE_MIDDLE,
    MU_PLACE_ZERO_OR_MIN,
    MU_PLACE_ZERO_OR_MAX
} MuDefaultPlace;

/* Does the encoding shift x or y (xOffset, yOffset)? */
bool mu_mark_has_offset(const MuMarkContext *context, MuChannel channel);
/* Where a point stands on x, y, theta or radius (Vega-Lite's pointPosition). */
MuRef *mu_ref_point(MuMarkContext *context, MuChannel channel, MuDefaultPlace place);
/* The same with the fraction of the band given (NaN: by the definition), and that of the offset's band. */
MuRef *mu_ref_point_at(MuMarkContext *context, MuChannel channel, MuDefaultPlace place, double band,
                       double offset_band);
/* (1 - mix) × start + mix × end + plus, through the channel's scale. */
MuRef *mu_ref_between(MuMarkContext *context, MuChannel channel, MuStr start, MuStr end, double mix, double plus);
/* The other end of a range: x2, the stack's start, or the default (pointPosition2OrSize). `*is_size`: the
 * ref is a width or height instead. */
MuRef *mu_ref_second(MuMarkContext *context, MuChannel channel, MuDefaultPlace place, bool *is_size);

/* An interval on x, y, theta or radius: two ends, a place and a size, or the ends of a bin. */
typedef enum MuExtentForm {
    MU_EXTENT_ENDS,
    MU_EXTENT_START_SIZE,
    MU_EXTENT_CENTER_SIZE,
    MU_EXTENT_END_SIZE,
    MU_EXTENT_BIN
} MuExtentForm;
typedef struct MuExtentRef {
    MuExtentForm form;
    const MuRef *at, *other; /* the second end or the size */
    MuChannel channel;       /* BIN: the ends keep `spacing` px free */
    double spacing;
    const MuRef *least;               /* of the size, too; NULL: none */
    const MuRef *shift, *other_shift; /* of both ends, by xOffset and x2Offset */
} MuExtentRef;
/* A bar's or rect's interval on a channel (Vega-Lite's rectPosition). */
MuExtentRef mu_ref_rect(MuMarkContext *context, MuChannel channel);
/* Start and size (≥ 0) of an interval for a row; false if it has none. */
bool mu_extent_at(const MuMarkContext *context, MuExtentRef extent, size_t row, double *start, double *size);

#endif
