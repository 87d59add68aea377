/* A path as text: M x,y L x,y C x,y,x,y,x,y Z, with at most three decimals and no spaces. */
#ifndef TESTS_GEOM_PATH_TEXT_H
#define TESTS_GEOM_PATH_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/num.h"
#include "geom/path.h"

static inline const char *path_text(const MuPath *path)
{
    MuBuf buf = {.arena = path->arena};
    const MuPoint *p = path->points.at;
    for (size_t i = 0; i < path->verbs.size; i++) {
        mu_buf_addc(&buf, "MLCZ"[path->verbs.at[i]]);
        for (size_t j = 0, n = mu_verb_points(path->verbs.at[i]); j < n; j++, p++) {
            if (j)
                mu_buf_addc(&buf, ',');
            mu_num_coord(&buf, p->x, 3);
            mu_buf_addc(&buf, ',');
            mu_num_coord(&buf, p->y, 3);
        }
    }
    mu_buf_addc(&buf, '\0');
    return buf.at;
}

#define ASSERT_PATH(path, expected) assert_string_equal(path_text(path), (expected))

static inline int arena_setup(void **state)
{
    *state = mu_arena_new(0);
    return 0;
}

static inline int arena_teardown(void **state)
{
    mu_arena_free(*state);
    return 0;
}

#endif
