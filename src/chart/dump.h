/* What each pass made, as text for people: `muster dump --after PASS`. */
#ifndef MU_CHART_DUMP_H
#define MU_CHART_DUMP_H

#include "chart/render.h"

void mu_dump_spec(MuBuf *buf, const MuRender *render);
void mu_dump_config(MuBuf *buf, const MuRender *render);
void mu_dump_normal(MuBuf *buf, const MuRender *render);
void mu_dump_params(MuBuf *buf, const MuRender *render);
void mu_dump_model(MuBuf *buf, const MuRender *render);
void mu_dump_tables(MuBuf *buf, const MuRender *render);
void mu_dump_scales(MuBuf *buf, const MuRender *render);
void mu_dump_sizes(MuBuf *buf, const MuRender *render);
void mu_dump_scene(MuBuf *buf, const MuRender *render);

#endif
