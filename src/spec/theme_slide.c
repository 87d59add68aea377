#include "spec/theme.h"

/* The report theme for a room: a canvas of 1920 × 1080 px with the base size 32 px instead of 14, headlines of 1.75
 * times that. The plot takes what headline and caption leave; strokes and distances grow with the base. */
const MuTheme mu_theme_slide = {
    .name = "slide",
    .doc = "For slides of 1920 by 1080: the report theme, large enough to be read across a room.",
    .base = "report",
    .config =
        "{\"padding\": 64, \"autosize\": {\"type\": \"fit\", \"contains\": \"padding\"},"
        " \"view\": {\"continuousWidth\": 1920, \"discreteWidth\": 1920, \"continuousHeight\": 1080,"
        " \"discreteHeight\": 1080},"
        " \"title\": {\"offset\": 48, \"fontSize\": 56, \"lineHeight\": 70, \"subtitleFontSize\": 32,"
        " \"subtitleLineHeight\": 44, \"subtitlePadding\": 20},"
        " \"caption\": {\"fontSize\": 25, \"lineHeight\": 35, \"ruleWidth\": 2.25, \"rulePadding\": 34,"
        " \"textPadding\": 20},"
        " \"style\": {\"guide-label\": {\"fontSize\": 25}, \"guide-title\": {\"fontSize\": 25}},"
        " \"axis\": {\"gridWidth\": {\"condition\": {\"test\": \"datum.value === 0\", \"value\": 2.75},"
        " \"value\": 2.25}, \"labelPadding\": 16},"
        " \"axisYQuantitative\": {\"labelOffset\": -8}, \"axisQuantitative\": {\"tickCount\": 6}, \"axisTemporal\": "
        "{\"tickCount\": 8},"
        " \"axisXTemporal\": {\"domainWidth\": 2.75, \"tickSize\": 11, \"tickWidth\": 2.25, \"labelOffset\": 9,"
        " \"labelPadding\": 7},"
        " \"legend\": {\"symbolSize\": 334, \"offset\": 46, \"columnPadding\": 48, \"labelOffset\": 11,"
        " \"symbolStrokeWidth\": 3.5},"
        " \"line\": {\"strokeWidth\": 4.5}, \"rule\": {\"strokeWidth\": 2.25}, \"trail\": {\"size\": 4.5},"
        " \"point\": {\"size\": 160, \"strokeWidth\": 4.5}, \"circle\": {\"size\": 160}, \"square\": {\"size\": 160},"
        " \"tick\": {\"thickness\": 2.25}, \"text\": {\"fontSize\": 28}}",
};
