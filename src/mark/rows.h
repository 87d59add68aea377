/* The rows of a mark: their order, their groups, and what every item carries (tooltip, link, description). */
#ifndef MU_MARK_ROWS_H
#define MU_MARK_ROWS_H

#include "mark/ref.h"

typedef struct MuRowGroup {
    const uint32_t *rows; /* physical */
    size_t size;
} MuRowGroup;

/* All rows of the table in paint order: by `order` where it is a field and the view is not stacked. */
MuRowGroup mu_mark_rows(MuMarkContext *context);
/* Do fields part the rows into several paths? */
bool mu_mark_is_grouped(MuMarkContext *context);
/* The rows of each path of a line or area, each in drawing order. */
size_t mu_mark_paths(MuMarkContext *context, const MuRef *along, MuRowGroup **groups);
/* May the row be part of a path: is every value that has a continuous scale valid? */
bool mu_row_is_defined(const MuMarkContext *context, size_t row);

typedef struct MuExtras {
    const MuRef *href, *description, *tooltip;
    bool any;
} MuExtras;
MuExtras mu_extras(MuMarkContext *context);
void mu_extras_set(MuMarkContext *context, const MuExtras *extras, MuItem *item, size_t row);
/* The same of a path through all the rows. */
void mu_extras_set_path(MuMarkContext *context, const MuExtras *extras, MuItem *item, MuRowGroup rows);

/* The text of a field or datum as Vega-Lite prints it in text marks and tooltips. */
MuStr mu_def_text(MuMarkContext *context, const MuChannelDef *def, size_t row);
/* What the `text` channel says of the row, by the ref of the channel; undefined: nothing. */
MuValue mu_text_value(MuMarkContext *context, const MuRef *text, size_t row);
/* The d3 format of a field's numbers: its own, its guide's, or config's. */
MuStr mu_def_number_specifier(const MuChannelDef *def, const MuNode *config);
/* "10 – 20"; "null" where there is no bin. */
MuStr mu_bin_text(MuArena *arena, const MuLocale *locale, MuStr specifier, MuValue from, MuValue to);
/* A text that may be an array or hold the line break of the config, as lines. */
size_t mu_text_lines(MuArena *arena, MuValue value, MuStr line_break, MuStr **lines);

#endif
