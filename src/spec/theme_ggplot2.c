#include "spec/theme.h"

const MuTheme mu_theme_ggplot2 = {
    .name = "ggplot2",
    .doc = "Published with Vega: the look of ggplot2.",
    .config = "{\"arc\": {\"fill\": \"#000\"},"
              " \"area\": {\"fill\": \"#000\"},"
              " \"line\": {\"stroke\": \"#000\"},"
              " \"rect\": {\"fill\": \"#000\"},"
              " \"axis\": {\"domain\": false, \"grid\": true, \"gridColor\": \"#FFFFFF\", \"gridOpacity\": 1,"
              " \"labelColor\": \"#7F7F7F\", \"labelPadding\": 4, \"tickColor\": \"#7F7F7F\", \"tickSize\":"
              " 5.67, \"titleFontSize\": 16, \"titleFontWeight\": \"normal\"},"
              " \"legend\": {\"labelBaseline\": \"middle\", \"labelFontSize\": 11, \"symbolSize\": 40},"
              " \"range\": {\"category\": [\"#000000\", \"#7F7F7F\", \"#1A1A1A\", \"#999999\", \"#333333\","
              " \"#B0B0B0\", \"#4D4D4D\", \"#C9C9C9\", \"#666666\", \"#DCDCDC\"]}}",
};
