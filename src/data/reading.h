/* How one cell's text is read. Private to data/. */
#ifndef MU_DATA_READING_H
#define MU_DATA_READING_H

#include "base/civil.h"

static inline bool mu_text_is_blank(MuStr text)
{
    return mu_str_trim(text).size == 0;
}

/* NaN where the text is no plain number; blank is unknown, never zero. */
double mu_text_number(MuStr text);

/* A date whose first three parts are numbers with the year last. */
typedef enum MuDayOrder { MU_NO_DAY_ORDER, MU_DAY_FIRST, MU_MONTH_FIRST, MU_DAY_OR_MONTH } MuDayOrder;
MuDayOrder mu_text_day_order(MuStr text);

/* The instant (in `zone` where the text names none), NaN where there is none or where it may be one of two. Four
 * digits from 1000 to 2999 are a year; other plain numbers are no dates. */
double mu_text_date(MuStr text, const MuZone *zone);

/* "1,234" or "35.000.000": digits in groups of three, or one with a decimal comma. The separators are
 * told: `thousands` and `decimal` are '\0' where there is none. False: no number in any such writing. */
bool mu_text_grouped(MuStr text, char *thousands, char *decimal);

#endif
