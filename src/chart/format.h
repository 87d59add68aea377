/* `data.format` as what the readers want to know. Private to chart/. */
#ifndef MU_CHART_FORMAT_H
#define MU_CHART_FORMAT_H

#include "chart/render.h"
#include "data/csv.h"

/* "csv", "tsv", "dsv", "json", …: said, or by the file's ending. */
MuStr mu_format_type(const MuNode *data, MuStr url);
bool mu_format_is_delimited(MuStr type);
/* False with an error. */
bool mu_format_csv(MuRender *render, const MuNode *data, MuStr type, MuCsvOptions *options);
/* Missing codes, separators, then types; before anything has read the columns. False with an error. */
bool mu_format_apply(MuRender *render, MuTable *table, const MuNode *data, MuStr type);

#endif
