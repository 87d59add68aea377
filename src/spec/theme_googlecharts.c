#include "spec/theme.h"

const MuTheme mu_theme_googlecharts = {
    .name = "googlecharts",
    .doc = "Published with Vega: the look of Google Charts.",
    .config = "{\"arc\": {\"fill\": \"#3366CC\"},"
              " \"area\": {\"fill\": \"#3366CC\"},"
              " \"rect\": {\"fill\": \"#3366CC\"},"
              " \"circle\": {\"fill\": \"#3366CC\"},"
              " \"background\": \"#fff\","
              " \"padding\": {\"top\": 10, \"right\": 10, \"bottom\": 10, \"left\": 10},"
              " \"style\": {\"guide-label\": {\"font\": \"Arial, sans-serif\", \"fontSize\": 12},"
              " \"guide-title\": {\"font\": \"Arial, sans-serif\", \"fontSize\": 12}, \"group-title\":"
              " {\"font\": \"Arial, sans-serif\", \"fontSize\": 12}},"
              " \"title\": {\"font\": \"Arial, sans-serif\", \"fontSize\": 14, \"fontWeight\": \"bold\", \"dy\":"
              " -3, \"anchor\": \"start\"},"
              " \"axis\": {\"gridColor\": \"#ccc\", \"tickColor\": \"#ccc\", \"domain\": false, \"grid\": true},"
              " \"range\": {\"category\": [\"#4285F4\", \"#DB4437\", \"#F4B400\", \"#0F9D58\", \"#AB47BC\","
              " \"#00ACC1\", \"#FF7043\", \"#9E9D24\", \"#5C6BC0\", \"#F06292\", \"#00796B\", \"#C2185B\"],"
              " \"heatmap\": [\"#c6dafc\", \"#5e97f6\", \"#2a56c6\"]}}",
};
