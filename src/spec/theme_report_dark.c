#include "spec/theme.h"

/* The report theme on a dark ground. Killed is then the lighter shade of a party, and all hues keep 3:1. */
const MuTheme mu_theme_report_dark = {
    .name = "report-dark",
    .doc = "The report theme in dark, for screens.",
    .base = "report",
    .config =
        "{\"background\": \"#14181C\","
        " \"title\": {\"color\": \"#F2F4F6\", \"subtitleColor\": \"#AEB5BC\"},"
        " \"caption\": {\"color\": \"#AEB5BC\", \"ruleColor\": \"#2B3137\"},"
        " \"style\": {\"guide-label\": {\"fill\": \"#AEB5BC\"}, \"guide-title\": {\"fill\": \"#AEB5BC\"}},"
        " \"axis\": {\"domainColor\": \"#8B929A\", \"tickColor\": \"#8B929A\","
        " \"gridColor\": {\"condition\": {\"test\": \"datum.value === 0\", \"value\": \"#8B929A\"},"
        " \"value\": \"#2B3137\"}},"
        " \"legend\": {\"symbolFillColor\": \"#AEB5BC\", \"symbolStrokeColor\": \"#14181C\"},"
        " \"mark\": {\"color\": \"#1C9B9F\"}, \"rule\": {\"color\": \"#8B929A\"}, \"text\": {\"color\": \"#D5D9DD\"},"
        " \"range\": {\"category\": [\"#1C9B9F\", \"#F4B469\", \"#8E7AEF\", \"#F0328D\", \"#8A9047\", \"#96B9ED\","
        " \"#D0C4B6\", \"#E6E9F1\"], \"ordinal\": [\"#174A4E\", \"#1A767A\", \"#1C9B9F\", \"#99D2D4\"],"
        " \"ramp\": [\"#174A4E\", \"#1C9B9F\", \"#99D2D4\"], \"heatmap\": [\"#174A4E\", \"#1C9B9F\", \"#99D2D4\"]}}",
};
