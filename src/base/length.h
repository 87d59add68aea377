/* Lengths as people say them: "640", "640px", "16cm", "6.5in", "120mm", "468pt". A px is 1/96 inch. */
#ifndef MU_BASE_LENGTH_H
#define MU_BASE_LENGTH_H

#include "base/str.h"

typedef enum MuLengthUnit { MU_PX, MU_MM, MU_CM, MU_IN, MU_PT } MuLengthUnit;

typedef struct MuLength {
    double number; /* 0: not said */
    MuLengthUnit unit;
} MuLength;

enum { MU_LENGTH_MOST = 100000 }; /* px: what is longer is a mistake */

/* The whole text; px without a unit. False unless it is a number above 0, not too large, with a known unit. */
bool mu_length_parse(MuStr text, MuLength *length);
/* "640x400", "16cm x 9cm", "16x9cm" (one unit is that of both), with "x" or "×". */
bool mu_size_parse(MuStr text, MuLength *width, MuLength *height);
double mu_length_px(MuLength length);
/* At least so many px in a unit, rounded up: to a tenth, of px and pt to whole ones. "143px", "3.8cm". */
void mu_length_write_up(MuBuf *buf, double px, MuLengthUnit unit);

#endif
