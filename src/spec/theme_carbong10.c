#include "spec/theme.h"

const MuTheme mu_theme_carbong10 = {
    .name = "carbong10",
    .doc = "Published with Vega: IBM's Carbon, on light grey.",
    .base = "carbonwhite",
    .config = "{\"background\": \"#f4f4f4\"}",
};
