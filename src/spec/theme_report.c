#include "spec/theme.h"

/* Base size b = 14 px at a width of 720 px (170 mm in print); distances are multiples of b/8. Tick labels of
 * the value axis stand on their grid lines at the left edge, where the lines begin, so that headline, labels
 * and caption share one edge. The zero line is darker than the grid. */
const MuTheme mu_theme_report = {
    .name = "report",
    .doc = "For reports, in print and online: a headline that is a sentence, labels on their grid lines, a caption.",
    .config =
        "{\"background\": \"#FFFFFF\", \"padding\": 21,"
        " \"font\": \"Inter, Noto Sans, sans-serif\","
        " \"autosize\": {\"type\": \"fit-x\", \"contains\": \"padding\"},"
        " \"view\": {\"stroke\": null, \"continuousWidth\": 720, \"discreteWidth\": 720, \"continuousHeight\": 320,"
        " \"discreteHeight\": {\"step\": 28}},"
        " \"title\": {\"anchor\": \"start\", \"frame\": \"bounds\", \"wrap\": true, \"offset\": 21,"
        " \"color\": \"#15181B\", \"font\": \"Inter Display, Inter, Noto Sans, sans-serif\", \"fontSize\": 21,"
        " \"fontWeight\": 600, \"lineHeight\": 26.25,"
        " \"subtitleColor\": \"#5D646B\", \"subtitleFontSize\": 14, \"subtitleLineHeight\": 19.25,"
        " \"subtitlePadding\": 9},"
        " \"caption\": {\"font\": \"Inter, Noto Sans, sans-serif\", \"fontSize\": 11, \"lineHeight\": 15.4,"
        " \"color\": \"#5D646B\", \"labelFontWeight\": 600, \"ruleColor\": \"#E1E5E8\", \"ruleWidth\": 1,"
        " \"rulePadding\": 15, \"textPadding\": 8.75, \"credit\": \"Chart: muster\"},"
        " \"style\": {\"guide-label\": {\"fill\": \"#5D646B\", \"fontSize\": 11},"
        " \"guide-title\": {\"fill\": \"#5D646B\", \"fontSize\": 11, \"fontWeight\": 400}},"
        " \"axis\": {\"domain\": false, \"ticks\": false, \"domainColor\": \"#4A5157\", \"tickColor\": \"#4A5157\","
        " \"gridColor\": {\"condition\": {\"test\": \"datum.value === 0\", \"value\": \"#4A5157\"}, \"value\": "
        "\"#E1E5E8\"},"
        " \"gridWidth\": {\"condition\": {\"test\": \"datum.value === 0\", \"value\": 1.25}, \"value\": 1},"
        " \"labelPadding\": 7, \"labelFlush\": false},"
        " \"axisYQuantitative\": {\"labelAlign\": \"left\", \"labelBaseline\": \"bottom\", \"labelPadding\": 0,"
        " \"labelOffset\": -3.5, \"tabular\": true},"
        " \"axisXTemporal\": {\"domain\": true, \"domainWidth\": 1.25, \"ticks\": true, \"tickSize\": 5, \"grid\": "
        "false,"
        " \"labelAlign\": \"left\", \"labelOffset\": 4, \"labelPadding\": 3},"
        " \"axisXDiscrete\": {\"labelAngle\": 0},"
        " \"legend\": {\"orient\": \"top\", \"direction\": \"horizontal\", \"symbolSize\": 64, \"offset\": 20,"
        " \"columnPadding\": 21, \"labelOffset\": 5, \"symbolFillColor\": \"#5D646B\", \"symbolStrokeColor\": "
        "\"#FFFFFF\"},"
        " \"mark\": {\"color\": \"#4A9E9D\"},"
        " \"text\": {\"color\": \"#3A4046\", \"fontSize\": 12.25, \"font\": \"Inter, Noto Sans, sans-serif\"},"
        " \"range\": {\"category\": [\"#007775\", \"#C87A28\", \"#7A44C0\", \"#BB005F\", \"#4F5E00\", \"#3197DE\","
        " \"#452919\", \"#111A21\"]}}",
};
