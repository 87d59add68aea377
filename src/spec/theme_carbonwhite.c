#include "spec/theme.h"

const MuTheme mu_theme_carbonwhite = {
    .name = "carbonwhite",
    .doc = "Published with Vega: IBM's Carbon, on white.",
    .config = "{\"background\": \"#ffffff\","
              " \"arc\": {\"fill\": \"#6929c4\"},"
              " \"area\": {\"fill\": \"#6929c4\"},"
              " \"rect\": {\"fill\": \"#6929c4\"},"
              " \"circle\": {\"fill\": \"#6929c4\"},"
              " \"view\": {\"fill\": \"#ffffff\", \"stroke\": \"#ffffff\"},"
              " \"title\": {\"color\": \"#161616\", \"anchor\": \"start\", \"dy\": -15, \"fontSize\": 16, \"font\":"
              " \"IBM Plex"
              " Sans,system-ui,-apple-system,BlinkMacSystemFont,\\\".sfnstext-regular\\\",sans-serif\","
              " \"fontWeight\": 600},"
              " \"axis\": {\"labelColor\": \"#525252\", \"labelFontSize\": 12, \"labelFont\": \"IBM Plex Sans"
              " Condensed, system-ui, -apple-system, BlinkMacSystemFont, \\\".SFNSText-Regular\\\","
              " sans-serif\", \"labelFontWeight\": 400, \"titleColor\": \"#161616\", \"titleFontWeight\":"
              " 600, \"titleFontSize\": 12, \"grid\": true, \"gridColor\": \"#e0e0e0\", \"labelAngle\": 0},"
              " \"axisX\": {\"titlePadding\": 10},"
              " \"axisY\": {\"titlePadding\": 2.5},"
              " \"style\": {\"guide-label\": {\"font\": \"IBM Plex"
              " Sans,system-ui,-apple-system,BlinkMacSystemFont,\\\".sfnstext-regular\\\",sans-serif\","
              " \"fill\": \"#525252\", \"fontWeight\": 400}, \"guide-title\": {\"font\": \"IBM Plex"
              " Sans,system-ui,-apple-system,BlinkMacSystemFont,\\\".sfnstext-regular\\\",sans-serif\","
              " \"fill\": \"#525252\", \"fontWeight\": 400}},"
              " \"range\": {\"category\": [\"#6929c4\", \"#1192e8\", \"#005d5d\", \"#9f1853\", \"#fa4d56\","
              " \"#570408\", \"#198038\", \"#002d9c\", \"#ee538b\", \"#b28600\", \"#009d9a\", \"#012749\","
              " \"#8a3800\", \"#a56eff\"], \"diverging\": [\"#750e13\", \"#a2191f\", \"#da1e28\", \"#fa4d56\","
              " \"#ff8389\", \"#ffb3b8\", \"#ffd7d9\", \"#fff1f1\", \"#e5f6ff\", \"#bae6ff\", \"#82cfff\","
              " \"#33b1ff\", \"#1192e8\", \"#0072c3\", \"#00539a\", \"#003a6d\"], \"heatmap\": [\"#f6f2ff\","
              " \"#e8daff\", \"#d4bbff\", \"#be95ff\", \"#a56eff\", \"#8a3ffc\", \"#6929c4\", \"#491d8b\","
              " \"#31135e\", \"#1c0f30\"]}}",
};
