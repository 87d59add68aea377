/* What a text is set in. */
#ifndef MU_TEXT_FONT_H
#define MU_TEXT_FONT_H

#include "base/str.h"

typedef struct MuFont {
    MuStr family; /* a CSS list: "Inter, Noto Sans, sans-serif" */
    double size;  /* px */
    int weight;   /* 100..900; 400 normal, 700 bold */
    bool italic;
    bool tabular; /* font feature tnum */
} MuFont;

#endif
