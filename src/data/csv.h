/* CSV and its like through libcsv, into a table of TEXT columns. */
#ifndef MU_DATA_CSV_H
#define MU_DATA_CSV_H

#include "data/table.h"

typedef struct MuCsvOptions {
    char delimiter;                                /* ',' or any single byte */
    bool (*wanted)(const void *asked, MuStr name); /* is the column kept? NULL: all are */
    const void *asked;
    const MuStr *header; /* names for a file without a header row; NULL: the first row has them */
    size_t header_size;
    bool no_header; /* the first row is data and no names are given: column1, column2, … */
    size_t skip;    /* lines above the header */
    bool vega;      /* as d3-dsv: BOM, blank rows and rows of any length stay; of equal names the last counts */
} MuCsvOptions;

/* `source->text` is the file as UTF-8. A BOM is removed; CRLF, CR, LF end lines; quotes, doubled quotes,
 * line breaks in quotes. A quote within an unquoted cell is text. A last row of blanks is dropped with a
 * note, so are blank lines between rows. Errors (NULL): an empty file; a row with more or fewer cells
 * than the header; a quote that does not close or that text follows; a duplicate header name (one empty name is
 * a column ""; further ones are left out if they have no cells, else an error); always with the line. */
MuTable *mu_csv_read(MuArena *arena, const MuSource *source, MuCsvOptions options, MuDiags *diags);

#endif
