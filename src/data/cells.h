/* What `data.format` declares of the texts of cells: codes for what is not known, and the separators of numbers. */
#ifndef MU_DATA_CELLS_H
#define MU_DATA_CELLS_H

#include "data/table.h"

typedef struct MuCellRules {
    const MuStr *missing; /* cells with one of these texts are empty */
    size_t missing_size;
    MuStr empty;              /* the text of empty cells; "" leaves them empty */
    MuStr decimal, thousands; /* one character each; "" none is declared */
} MuCellRules;

/* Changes a column that nothing has read yet. Texts: a missing code becomes "", an empty cell `empty`, and
 * "1.234,5" with its declared separators "1234.5"; a text that is a plain number but not one by the declared
 * separators is marked as refused. A thousands separator stands between groups of three digits (in front of them
 * two will do, as in India); a space as separator is also a no-break or narrow one. Other values: missing codes
 * become null, null and absent ones `empty`. */
void mu_column_apply(MuArena *arena, MuColumn *column, const MuCellRules *rules);

#endif
