#include "spec/theme.h"

const MuTheme mu_theme_excel = {
    .name = "excel",
    .doc = "Published with Vega: the look of Microsoft Excel.",
    .config = "{\"background\": \"#fff\","
              " \"arc\": {\"fill\": \"#4572a7\"},"
              " \"area\": {\"fill\": \"#4572a7\"},"
              " \"line\": {\"stroke\": \"#4572a7\", \"strokeWidth\": 2},"
              " \"rect\": {\"fill\": \"#4572a7\"},"
              " \"axis\": {\"bandPosition\": 0.5, \"grid\": true, \"gridColor\": \"#000000\", \"gridOpacity\":"
              " 1, \"gridWidth\": 0.5, \"labelPadding\": 10, \"tickSize\": 5, \"tickWidth\": 0.5},"
              " \"axisBand\": {\"grid\": false, \"tickExtra\": true},"
              " \"legend\": {\"labelBaseline\": \"middle\", \"labelFontSize\": 11, \"symbolSize\": 50,"
              " \"symbolType\": \"square\"},"
              " \"range\": {\"category\": [\"#4572a7\", \"#aa4643\", \"#8aa453\", \"#71598e\", \"#4598ae\","
              " \"#d98445\", \"#94aace\", \"#d09393\", \"#b9cc98\", \"#a99cbc\"]}}",
};
