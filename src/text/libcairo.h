/* Cairo, opened when something is first drawn: the program starts without it and the twenty libraries
 * it brings, and an SVG never needs it. Its functions are called by their own names, through a table. A
 * function that is not in the list yet is missing when the program is linked: add it here. */
#ifndef MU_TEXT_LIBCAIRO_H
#define MU_TEXT_LIBCAIRO_H

#include "base/diag.h"

#include <cairo-pdf.h>
#include <cairo.h>

/* Nothing of Cairo may be called before this said yes, once in a process. False, with a diagnostic: it cannot
 * be opened. From any thread. */
bool mu_cairo_open(MuDiags *diags);

// clang-format off
#define MU_CAIRO_CALLS(CALL)                                                                                          \
    CALL(cairo_append_path) CALL(cairo_arc) CALL(cairo_clip) CALL(cairo_clip_extents) CALL(cairo_close_path)          \
    CALL(cairo_copy_path) CALL(cairo_create) CALL(cairo_curve_to) CALL(cairo_destroy) CALL(cairo_fill)                \
    CALL(cairo_fill_preserve) CALL(cairo_font_options_create) CALL(cairo_font_options_destroy)                        \
    CALL(cairo_font_options_set_antialias) CALL(cairo_font_options_set_hint_metrics)                                  \
    CALL(cairo_font_options_set_hint_style) CALL(cairo_format_stride_for_width) CALL(cairo_get_current_point)         \
    CALL(cairo_get_matrix) CALL(cairo_get_source) CALL(cairo_get_target) CALL(cairo_identity_matrix)                  \
    CALL(cairo_image_surface_create_for_data) CALL(cairo_image_surface_get_data)                                      \
    CALL(cairo_image_surface_get_stride) CALL(cairo_line_to) CALL(cairo_matrix_init) CALL(cairo_move_to)              \
    CALL(cairo_new_path) CALL(cairo_paint) CALL(cairo_paint_with_alpha) CALL(cairo_path_destroy)                      \
    CALL(cairo_path_extents) CALL(cairo_pattern_add_color_stop_rgba) CALL(cairo_pattern_create_linear)                \
    CALL(cairo_pattern_create_radial) CALL(cairo_pattern_destroy) CALL(cairo_pattern_set_extend)                      \
    CALL(cairo_pattern_set_filter) CALL(cairo_pattern_set_matrix) CALL(cairo_pdf_surface_create_for_stream)           \
    CALL(cairo_pdf_surface_set_metadata) CALL(cairo_pop_group) CALL(cairo_pop_group_to_source)                        \
    CALL(cairo_push_group) CALL(cairo_rectangle) CALL(cairo_restore) CALL(cairo_rotate) CALL(cairo_save)              \
    CALL(cairo_scale) CALL(cairo_set_dash) CALL(cairo_set_line_cap) CALL(cairo_set_line_join)                         \
    CALL(cairo_set_line_width) CALL(cairo_set_matrix) CALL(cairo_set_miter_limit) CALL(cairo_set_operator)            \
    CALL(cairo_set_source) CALL(cairo_set_source_rgba) CALL(cairo_set_source_surface) CALL(cairo_show_page)           \
    CALL(cairo_status) CALL(cairo_status_to_string) CALL(cairo_stroke_extents) CALL(cairo_stroke_preserve)            \
    CALL(cairo_surface_destroy) CALL(cairo_surface_finish) CALL(cairo_surface_flush)                                  \
    CALL(cairo_surface_has_show_text_glyphs) CALL(cairo_surface_status) CALL(cairo_translate)                         \
    CALL(cairo_user_to_device)
// clang-format on

typedef struct MuCairoCalls {
#define CALL(name) __typeof__(&name) name;
    MU_CAIRO_CALLS(CALL)
#undef CALL
} MuCairoCalls;
extern MuCairoCalls mu_cairo;

#define cairo_append_path mu_cairo.cairo_append_path
#define cairo_arc mu_cairo.cairo_arc
#define cairo_clip mu_cairo.cairo_clip
#define cairo_clip_extents mu_cairo.cairo_clip_extents
#define cairo_close_path mu_cairo.cairo_close_path
#define cairo_copy_path mu_cairo.cairo_copy_path
#define cairo_create mu_cairo.cairo_create
#define cairo_curve_to mu_cairo.cairo_curve_to
#define cairo_destroy mu_cairo.cairo_destroy
#define cairo_fill mu_cairo.cairo_fill
#define cairo_fill_preserve mu_cairo.cairo_fill_preserve
#define cairo_font_options_create mu_cairo.cairo_font_options_create
#define cairo_font_options_destroy mu_cairo.cairo_font_options_destroy
#define cairo_font_options_set_antialias mu_cairo.cairo_font_options_set_antialias
#define cairo_font_options_set_hint_metrics mu_cairo.cairo_font_options_set_hint_metrics
#define cairo_font_options_set_hint_style mu_cairo.cairo_font_options_set_hint_style
#define cairo_format_stride_for_width mu_cairo.cairo_format_stride_for_width
#define cairo_get_current_point mu_cairo.cairo_get_current_point
#define cairo_get_matrix mu_cairo.cairo_get_matrix
#define cairo_get_source mu_cairo.cairo_get_source
#define cairo_get_target mu_cairo.cairo_get_target
#define cairo_identity_matrix mu_cairo.cairo_identity_matrix
#define cairo_image_surface_create_for_data mu_cairo.cairo_image_surface_create_for_data
#define cairo_image_surface_get_data mu_cairo.cairo_image_surface_get_data
#define cairo_image_surface_get_stride mu_cairo.cairo_image_surface_get_stride
#define cairo_line_to mu_cairo.cairo_line_to
#define cairo_matrix_init mu_cairo.cairo_matrix_init
#define cairo_move_to mu_cairo.cairo_move_to
#define cairo_new_path mu_cairo.cairo_new_path
#define cairo_paint mu_cairo.cairo_paint
#define cairo_paint_with_alpha mu_cairo.cairo_paint_with_alpha
#define cairo_path_destroy mu_cairo.cairo_path_destroy
#define cairo_path_extents mu_cairo.cairo_path_extents
#define cairo_pattern_add_color_stop_rgba mu_cairo.cairo_pattern_add_color_stop_rgba
#define cairo_pattern_create_linear mu_cairo.cairo_pattern_create_linear
#define cairo_pattern_create_radial mu_cairo.cairo_pattern_create_radial
#define cairo_pattern_destroy mu_cairo.cairo_pattern_destroy
#define cairo_pattern_set_extend mu_cairo.cairo_pattern_set_extend
#define cairo_pattern_set_filter mu_cairo.cairo_pattern_set_filter
#define cairo_pattern_set_matrix mu_cairo.cairo_pattern_set_matrix
#define cairo_pdf_surface_create_for_stream mu_cairo.cairo_pdf_surface_create_for_stream
#define cairo_pdf_surface_set_metadata mu_cairo.cairo_pdf_surface_set_metadata
#define cairo_pop_group mu_cairo.cairo_pop_group
#define cairo_pop_group_to_source mu_cairo.cairo_pop_group_to_source
#define cairo_push_group mu_cairo.cairo_push_group
#define cairo_rectangle mu_cairo.cairo_rectangle
#define cairo_restore mu_cairo.cairo_restore
#define cairo_rotate mu_cairo.cairo_rotate
#define cairo_save mu_cairo.cairo_save
#define cairo_scale mu_cairo.cairo_scale
#define cairo_set_dash mu_cairo.cairo_set_dash
#define cairo_set_line_cap mu_cairo.cairo_set_line_cap
#define cairo_set_line_join mu_cairo.cairo_set_line_join
#define cairo_set_line_width mu_cairo.cairo_set_line_width
#define cairo_set_matrix mu_cairo.cairo_set_matrix
#define cairo_set_miter_limit mu_cairo.cairo_set_miter_limit
#define cairo_set_operator mu_cairo.cairo_set_operator
#define cairo_set_source mu_cairo.cairo_set_source
#define cairo_set_source_rgba mu_cairo.cairo_set_source_rgba
#define cairo_set_source_surface mu_cairo.cairo_set_source_surface
#define cairo_show_page mu_cairo.cairo_show_page
#define cairo_status mu_cairo.cairo_status
#define cairo_status_to_string mu_cairo.cairo_status_to_string
#define cairo_stroke_extents mu_cairo.cairo_stroke_extents
#define cairo_stroke_preserve mu_cairo.cairo_stroke_preserve
#define cairo_surface_destroy mu_cairo.cairo_surface_destroy
#define cairo_surface_finish mu_cairo.cairo_surface_finish
#define cairo_surface_flush mu_cairo.cairo_surface_flush
#define cairo_surface_has_show_text_glyphs mu_cairo.cairo_surface_has_show_text_glyphs
#define cairo_surface_status mu_cairo.cairo_surface_status
#define cairo_translate mu_cairo.cairo_translate
#define cairo_user_to_device mu_cairo.cairo_user_to_device

#endif
