#include "spec/theme.h"

const MuTheme mu_theme_fivethirtyeight = {
    .name = "fivethirtyeight",
    .doc = "Published with Vega: the look of FiveThirtyEight.",
    .config = "{\"arc\": {\"fill\": \"#30a2da\"},"
              " \"area\": {\"fill\": \"#30a2da\"},"
              " \"axis\": {\"domainColor\": \"#cbcbcb\", \"grid\": true, \"gridColor\": \"#cbcbcb\","
              " \"gridWidth\": 1, \"labelColor\": \"#999\", \"labelFontSize\": 10, \"titleColor\": \"#333\","
              " \"tickColor\": \"#cbcbcb\", \"tickSize\": 10, \"titleFontSize\": 14, \"titlePadding\": 10,"
              " \"labelPadding\": 4},"
              " \"axisBand\": {\"grid\": false},"
              " \"background\": \"#f0f0f0\","
              " \"legend\": {\"labelColor\": \"#333\", \"labelFontSize\": 11, \"padding\": 1, \"symbolSize\":"
              " 30, \"symbolType\": \"square\", \"titleColor\": \"#333\", \"titleFontSize\": 14,"
              " \"titlePadding\": 10},"
              " \"line\": {\"stroke\": \"#30a2da\", \"strokeWidth\": 2},"
              " \"rect\": {\"fill\": \"#30a2da\"},"
              " \"range\": {\"category\": [\"#30a2da\", \"#fc4f30\", \"#e5ae38\", \"#6d904f\", \"#8b8b8b\","
              " \"#b96db8\", \"#ff9e27\", \"#56cc60\", \"#52d2ca\", \"#52689e\", \"#545454\", \"#9fe4f8\"],"
              " \"diverging\": [\"#cc0020\", \"#e77866\", \"#f6e7e1\", \"#d6e8ed\", \"#91bfd9\", \"#1d78b5\"],"
              " \"heatmap\": [\"#d6e8ed\", \"#cee0e5\", \"#91bfd9\", \"#549cc6\", \"#1d78b5\"]},"
              " \"point\": {\"filled\": true, \"shape\": \"circle\"},"
              " \"bar\": {\"binSpacing\": 2, \"fill\": \"#30a2da\", \"stroke\": null},"
              " \"title\": {\"anchor\": \"start\", \"fontSize\": 24, \"fontWeight\": 600, \"offset\": 20}}",
};
