/* Figures of several views at a given total size. */
#include "boxes.h"

#define DATA                                                                                                           \
    "data: {values: [{a: 0, b: 3, c: x, d: one}, {a: 5, b: 9, c: y, d: two}, {a: 11, b: 6, c: z, d: one}, "            \
    "{a: 16, b: 10, c: x, d: two}, {a: 21, b: 1, c: y, d: one}, {a: 23, b: 7, c: z, d: two}]}\n"
#define WORDS                                                                                                          \
    "title: {text: A headline of some length over several views, subtitle: and what is measured}\n"                    \
    "caption: {source: [First source, Second source], note: A note on what is counted in all of these views.}\n"
#define POINTS                                                                                                         \
    "{mark: point, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}, color: {field: "   \
    "c}}}"
#define BARS "{mark: bar, encoding: {x: {field: c}, y: {aggregate: sum, field: b}}}"
#define LINES                                                                                                          \
    "{mark: line, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}, color: {field: "    \
    "d}}}"

static const char *const SPECS[] = {
    "facet: {column: {field: c}}\nspec: " POINTS "\n",
    "facet: {row: {field: c}}\nspec: " POINTS "\n",
    "facet: {row: {field: d}, column: {field: c}}\nspec: " POINTS "\n",
    "facet: {field: c}\ncolumns: 2\nspec: " POINTS "\n",
    "facet: {field: c}\ncolumns: 1\nspec: " LINES "\n",
    "facet: {column: {field: c}}\nspec: " POINTS "\nresolve: {scale: {x: independent, y: independent}}\n",
    "mark: bar\nencoding: {x: {field: c}, y: {aggregate: count}, row: {field: d}}\n",
    "mark: bar\nencoding: {x: {field: c}, y: {aggregate: count}, facet: {field: d, columns: 1}}\n",
    "repeat: [a, b]\nspec: {mark: bar, encoding: {x: {field: {repeat: repeat}, bin: true}, y: {aggregate: count}}}\n",
    "repeat: {row: [a, b], column: [b, a]}\nspec: {mark: point, encoding: {x: {field: {repeat: column}, type: "
    "quantitative}, y: {field: {repeat: row}, type: quantitative}}}\n",
    "hconcat: [" POINTS ", " BARS "]\n",
    "vconcat: [" POINTS ", " BARS "]\n",
    "concat: [" POINTS ", " BARS ", " LINES "]\ncolumns: 2\n",
    "hconcat: [{vconcat: [" POINTS ", " BARS "]}, " LINES "]\n",
    "vconcat: [{hconcat: [" POINTS ", " BARS "]}, " LINES "]\n",
    "hconcat: [{width: 300, height: 200, mark: point, encoding: {x: {field: a, type: quantitative}}}, {width: 100, "
    "height: 200, mark: point, encoding: {x: {field: b, type: quantitative}}}]\n",
    "vconcat: [{width: {step: 40}, mark: bar, encoding: {x: {field: c}, y: {aggregate: count}}}, " LINES "]\n",
    "facet: {column: {field: d}}\nspec: {layer: [" LINES ", {mark: rule, encoding: {y: {datum: 5}}}]}\n",
    "hconcat: [{facet: {row: {field: d}}, spec: " POINTS "}, " LINES "]\n",
    "theme: report\nfacet: {field: c}\ncolumns: 3\nspec: " LINES "\n",
};

static const double SIZES[][2] = {{700, 560}, {560, 800}, {1200, 640}};

/* --- what a figure says --- */

static void add_texts(const MuItem *item, MuRole role, MuBuf *buf)
{
    for (size_t i = 0; item->kind == MU_ITEM_TEXT && item->role == role && i < item->text->size; i++)
        mu_buf_printf(buf, "%.*s ", MU_FMT(item->text->lines[i]));
    for (size_t i = 0; item->kind == MU_ITEM_GROUP && i < item->group->items.size; i++)
        add_texts(item->group->items.at[i], role, buf);
}

/* Titles, legends and captions; the ticks of an axis may be others at another size. */
static MuStr words_of_figure(void)
{
    static const MuRole roles[] = {MU_ROLE_TITLE_TEXT,   MU_ROLE_SUBTITLE,     MU_ROLE_AXIS_TITLE,
                                   MU_ROLE_LEGEND_TITLE, MU_ROLE_LEGEND_LABEL, MU_ROLE_CAPTION};
    MuBuf buf = {.arena = figure->arena};
    for (size_t i = 0; i < COUNT(roles); i++)
        add_texts(figure->render.scene->root, roles[i], &buf);
    return mu_buf_str(&buf);
}

static void a_figure_of_several_views_has_the_size_that_is_asked_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(SPECS); i++) {
        figure->options = (MuRenderOptions){0};
        draw_warned(mu_str_printf(figure->arena, "%s" DATA WORDS, SPECS[i]).at);
        MuStr words = words_of_figure();
        for (size_t j = 0; j < COUNT(SIZES); j++) {
            figure->options.width = (MuLength){SIZES[j][0], MU_PX};
            figure->options.height = (MuLength){SIZES[j][1], MU_PX};
            draw_warned(mu_str_printf(figure->arena, "%s" DATA WORDS, SPECS[i]).at);
            assert_true(figure->render.scene->width == SIZES[j][0]);
            assert_true(figure->render.scene->height == SIZES[j][1]);
            assert_str(words_of_figure(), mu_str_cstr(figure->arena, words));
            assert_texts_apart();
        }
    }
}

static void plots_keep_their_proportions(void **state)
{
    (void)state;
    figure->options.width = (MuLength){900, MU_PX};
    draw_warned(mu_str_printf(figure->arena, "%s" DATA, SPECS[15]).at);
    MuScope *const *views = figure->render.root->children;
    assert_true(views[0]->width > 350);
    assert_true(fabs(views[0]->width - 3 * views[1]->width) < 1e-6);
    assert_true(views[0]->height == 200);
}

static void one_side_alone_may_be_given(void **state)
{
    (void)state;
    draw_warned("size: {height: 15cm}\nhconcat: [" POINTS ", " LINES "]\n" DATA);
    assert_true(fabs(figure->render.scene->height - 15 / 2.54 * 96) < 1e-6);
}

static void cells_of_a_facet_stay_alike(void **state)
{
    (void)state;
    figure->options.width = (MuLength){900, MU_PX};
    draw_warned(mu_str_printf(figure->arena, "%s" DATA, SPECS[0]).at);
    const MuFacet *facet = figure->render.root->facet;
    for (size_t i = 1; i < facet->cell_count; i++)
        assert_true(facet->cells[i]->width == facet->cells[0]->width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_figure_of_several_views_has_the_size_that_is_asked_for),
        TEST(plots_keep_their_proportions),
        TEST(one_side_alone_may_be_given),
        TEST(cells_of_a_facet_stay_alike),
    };
    return cmocka_run_group_tests_name("outer", tests, draw_begin, draw_end);
}
