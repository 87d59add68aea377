/* The tables of the grammar as they see one another, and what their check hooks need. Private to spec/. */
#ifndef MU_SPEC_DEF_H
#define MU_SPEC_DEF_H

#include "spec/grammar.h"

/* Rows of the tables name what they have and leave out the rest. */
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

/* Where the checker stands: a member or an element, and the object or array above it. */
typedef struct MuPlace {
    const struct MuPlace *up; /* NULL at the root */
    MuStr key;
    size_t index;     /* where there is no key */
    const MuDef *def; /* of the value here, once it is known to be an object */
} MuPlace;

typedef struct MuCheck {
    const MuGrammar *grammar;
    MuArena *arena;
    MuDiags *diags;
    const MuNode *spec;   /* the whole; NULL: a config that stands alone */
    const MuNode *config; /* below the spec's own; NULL: none. Both see each other's params */
} MuCheck;

typedef void MuCheckHook(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop);

/* The value against the property; `place` is the value's own. */
void mu_check_value(MuCheck *check, const MuPlace *place, const MuNode *node, const MuProp *prop);
/* The members of an object against the definition. */
void mu_check_object(MuCheck *check, const MuPlace *place, const MuNode *node, const MuDef *def);
/* The place of a member, of an element. */
MuPlace mu_place_key(const MuPlace *up, MuStr key);
MuPlace mu_place_index(const MuPlace *up, size_t index);
/* Gives a diagnostic its path, and its hint unless that is empty. */
void mu_check_place(MuCheck *check, MuDiag *diag, const MuPlace *place, MuStr hint);
/* "did you mean 'x'?", or the list of the words if they are few, or "". */
MuStr mu_check_suggest(MuCheck *check, MuStr word, const MuStr *candidates, size_t count);
MuStr mu_check_suggest_words(MuCheck *check, MuStr word, const char *const *words);
bool mu_word_in(MuStr word, const char *const *words);
/* False only where the list is there and the name is not in it. */
bool mu_is_drawn(MuStr name, const char *const *drawn);
void mu_check_not_drawn(MuCheck *check, const MuPlace *place, MuSpan span, const char *what, MuStr name);
/* Is it {expr: …} or {signal: …} and nothing else? */
bool mu_is_expr_node(const MuNode *node);

/* Hooks: they look closer at a value whose kind is right. */
MuCheckHook mu_check_view, mu_check_mark, mu_check_encoding, mu_check_condition, mu_check_transform, mu_check_predicate,
    mu_check_time_unit, mu_check_data, mu_check_parse, mu_check_scheme, mu_check_expression, mu_check_length,
    mu_check_zone, mu_check_format, mu_check_param;

/* Words that several tables use. */
extern const char *const mu_words_align[],
    *const mu_words_baseline[],
        *const mu_words_anchor[], *const mu_words_sides[],
                                      *const mu_words_cap[],
                                          *const mu_words_join[],
                                              *const mu_words_style[],
                                                  *const mu_words_weight[],
                                                      *const mu_words_direction[],
                                                          *const mu_words_order[],
                                                              *const mu_words_interval[],
                                                                  *const mu_words_aggregate[],
                                                                      *const mu_words_type[],
                                                                          *const mu_words_cursor[],
                                                                              *const mu_words_blend[],
                                                                                  *const mu_words_resolve[],
                                                                                      *const mu_words_grid_align[],
                                                                                          *const mu_words_stack[],
                                                                                              *const mu_words_impute[];

/* Properties that stand for the elements of arrays. */
extern const MuProp mu_item_number, mu_item_text, mu_item_field, mu_item_color, mu_item_any, mu_item_pair, mu_item_spec,
    mu_item_transform, mu_item_param, mu_item_sort_field;

/* Shapes that others refer to. */
/* Views by their kind, and the same as a whole spec, in the same order; ended by one without a name. */
extern const MuDef mu_def_views[], mu_def_tops[], mu_def_top;
extern const MuDef mu_def_transforms[]; /* by their key, ended by one without a name */
extern const MuDef mu_def_axis, mu_def_axis_config, mu_def_legend, mu_def_legend_config, mu_def_header,
    mu_def_header_config, mu_def_title, mu_def_title_config, mu_def_scale, mu_def_scale_config, mu_def_scheme,
    mu_def_interval, mu_def_mark, mu_def_mark_look, mu_def_mark_config, mu_def_boxplot, mu_def_boxplot_config,
    mu_def_errorbar, mu_def_errorbar_config, mu_def_errorband, mu_def_errorband_config, mu_def_overlay, mu_def_label,
    mu_def_gradient, mu_def_gradient_stop, mu_def_band, mu_def_tooltip, mu_def_encoding, mu_def_bin, mu_def_time_unit,
    mu_def_sort, mu_def_impute, mu_def_impute_sequence, mu_def_condition, mu_def_repeat_ref, mu_def_argmax,
    mu_def_date_time, mu_def_predicate, mu_def_data, mu_def_data_format, mu_def_data_missing,
    mu_def_data_missing_column, mu_def_data_parse, mu_def_sequence, mu_def_graticule, mu_def_param, mu_def_select,
    mu_def_brush, mu_def_bind, mu_def_projection, mu_def_config, mu_def_locale, mu_def_locale_number,
    mu_def_locale_time, mu_def_view_look, mu_def_view_config, mu_def_resolve, mu_def_step, mu_def_padding,
    mu_def_autosize, mu_def_size, mu_def_row_column, mu_def_facet_field, mu_def_caption, mu_def_caption_field,
    mu_def_left_out, mu_def_format_config, mu_def_sort_field;

#endif
