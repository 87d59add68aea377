#include "spec/theme.h"

/* Captions, which Vega does not have, are made legible on the ground. */
const MuTheme mu_theme_dark = {
    .name = "dark",
    .doc = "Published with Vega: white texts and lines on dark grey.",
    .config = "{\"background\": \"#333\","
              " \"view\": {\"stroke\": \"#888\"},"
              " \"title\": {\"color\": \"#fff\", \"subtitleColor\": \"#fff\"},"
              " \"style\": {\"guide-label\": {\"fill\": \"#fff\"}, \"guide-title\": {\"fill\": \"#fff\"}},"
              " \"axis\": {\"domainColor\": \"#fff\", \"gridColor\": \"#888\", \"tickColor\": \"#fff\"},"
              " \"caption\": {\"color\": \"#ccc\", \"ruleColor\": \"#888\"}}",
};
