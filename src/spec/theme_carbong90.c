#include "spec/theme.h"

const MuTheme mu_theme_carbong90 = {
    .name = "carbong90",
    .doc = "Published with Vega: IBM's Carbon, on dark grey.",
    .base = "carbonwhite",
    .config = "{\"background\": \"#262626\","
              " \"arc\": {\"fill\": \"#d4bbff\"},"
              " \"area\": {\"fill\": \"#d4bbff\"},"
              " \"rect\": {\"fill\": \"#d4bbff\"},"
              " \"circle\": {\"fill\": \"#d4bbff\"},"
              " \"view\": {\"fill\": \"#161616\", \"stroke\": \"#161616\"},"
              " \"title\": {\"color\": \"#f4f4f4\"},"
              " \"axis\": {\"labelColor\": \"#c6c6c6\", \"titleColor\": \"#f4f4f4\", \"gridColor\": \"#525252\"},"
              " \"style\": {\"guide-label\": {\"fill\": \"#c6c6c6\"}, \"guide-title\": {\"fill\": \"#c6c6c6\"}},"
              " \"range\": {\"category\": [\"#8a3ffc\", \"#33b1ff\", \"#007d79\", \"#ff7eb6\", \"#fa4d56\","
              " \"#fff1f1\", \"#6fdc8c\", \"#4589ff\", \"#d12771\", \"#d2a106\", \"#08bdba\", \"#bae6ff\","
              " \"#ba4e00\", \"#d4bbff\"]}}",
};
