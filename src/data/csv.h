/* CSV and its like through libcsv, into a table of TEXT columns. */
#ifndef MU_DATA_CSV_H
#define MU_DATA_CSV_H

#include "data/table.h"

typedef struct MuCsvOptions {
    char delimiter;      /* ',' or any single byte */
    const MuStr *wanted; /* only these columns are kept; NULL: all */
    size_t wanted_size;
    const MuStr *header; /* names for a file without a header row; NULL: the first row has them */
    size_t header_size;
    size_t skip; /* lines above the header */
} MuCsvOptions;

/* `source->text` is the file's bytes. A BOM is removed; CRLF, CR, LF end lines; quotes, doubled quotes,
 * line breaks in quotes. A quote within an unquoted cell is text. A last row of blanks is dropped with a
 * note, so are blank lines between rows. Errors (NULL): an empty file; a row with more or fewer cells
 * than the header; a quote that does not close or that text follows; bytes that are not UTF-8; a
 * duplicate header name (one empty name is a column ""); always with the line. */
MuTable *mu_csv_read(MuArena *arena, const MuSource *source, MuCsvOptions options, MuDiags *diags);

#endif
