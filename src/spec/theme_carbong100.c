#include "spec/theme.h"

const MuTheme mu_theme_carbong100 = {
    .name = "carbong100",
    .doc = "Published with Vega: IBM's Carbon, on black.",
    .base = "carbong90",
    .config = "{\"background\": \"#161616\","
              " \"axis\": {\"gridColor\": \"#393939\"}}",
};
