#include "spec/theme.h"

const MuTheme mu_theme_latimes = {
    .name = "latimes",
    .doc = "Published with Vega: the look of the Los Angeles Times.",
    .config = "{\"background\": \"#ffffff\","
              " \"title\": {\"anchor\": \"start\", \"color\": \"#000000\", \"font\": \"Benton Gothic Bold,"
              " sans-serif\", \"fontSize\": 22, \"fontWeight\": \"normal\"},"
              " \"arc\": {\"fill\": \"#82c6df\"},"
              " \"area\": {\"fill\": \"#82c6df\"},"
              " \"line\": {\"stroke\": \"#82c6df\", \"strokeWidth\": 2},"
              " \"rect\": {\"fill\": \"#82c6df\"},"
              " \"axis\": {\"labelFont\": \"Benton Gothic, sans-serif\", \"labelFontSize\": 11.5,"
              " \"labelFontWeight\": \"normal\", \"titleFont\": \"Benton Gothic Bold, sans-serif\","
              " \"titleFontSize\": 13, \"titleFontWeight\": \"normal\"},"
              " \"axisX\": {\"labelAngle\": 0, \"labelPadding\": 4, \"tickSize\": 3},"
              " \"axisY\": {\"labelBaseline\": \"middle\", \"maxExtent\": 45, \"minExtent\": 45, \"tickSize\":"
              " 2, \"titleAlign\": \"left\", \"titleAngle\": 0, \"titleX\": -45, \"titleY\": -11},"
              " \"legend\": {\"labelFont\": \"Benton Gothic, sans-serif\", \"labelFontSize\": 11.5,"
              " \"symbolType\": \"square\", \"titleFont\": \"Benton Gothic Bold, sans-serif\","
              " \"titleFontSize\": 13, \"titleFontWeight\": \"normal\"},"
              " \"range\": {\"category\": [\"#ec8431\", \"#829eb1\", \"#c89d29\", \"#3580b1\", \"#adc839\","
              " \"#ab7fb4\"], \"diverging\": [\"#e68a4f\", \"#f4bb6a\", \"#f9e39c\", \"#dadfe2\", \"#a6b7c6\","
              " \"#849eae\"], \"heatmap\": [\"#fbf2c7\", \"#f9e39c\", \"#f8d36e\", \"#f4bb6a\", \"#e68a4f\","
              " \"#d15a40\", \"#ab4232\"], \"ordinal\": [\"#fbf2c7\", \"#f9e39c\", \"#f8d36e\", \"#f4bb6a\","
              " \"#e68a4f\", \"#d15a40\", \"#ab4232\"], \"ramp\": [\"#fbf2c7\", \"#f9e39c\", \"#f8d36e\","
              " \"#f4bb6a\", \"#e68a4f\", \"#d15a40\", \"#ab4232\"]}}",
};
