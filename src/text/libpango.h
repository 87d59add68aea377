/* Pango, HarfBuzz, fontconfig and what of GLib they need, opened when the complete engine is first needed.
 * Their functions are called by their own names, through a table; one that is not in the list yet is missing
 * when the program is linked: add it here.
 *
 * Pango's headers bring FreeType's, whose ftstdlib.h gives names to functions that base/poison.h forbids. That
 * header is kept out; what FreeType's public headers take from it stands here. */
#ifndef MU_TEXT_LIBPANGO_H
#define MU_TEXT_LIBPANGO_H

#include <limits.h>
#include <stddef.h>

#define FTSTDLIB_H_
#define FT_CHAR_BIT CHAR_BIT
#define FT_USHORT_MAX USHRT_MAX
#define FT_INT_MAX INT_MAX
#define FT_INT_MIN INT_MIN
#define FT_UINT_MAX UINT_MAX
#define FT_LONG_MIN LONG_MIN
#define FT_LONG_MAX LONG_MAX
#define FT_ULONG_MAX ULONG_MAX
#define ft_ptrdiff_t ptrdiff_t

#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

#include "text/libcairo.h"

/* Nothing of these libraries may be called before this said yes, once in a process; Cairo is then open too.
 * False, with a diagnostic: they cannot be opened. From any thread. */
bool mu_pango_open(MuDiags *diags);

#if HB_VERSION_ATLEAST(7, 0, 0)
#define MU_HB_DRAW_CALL(CALL) CALL(hb_font_draw_glyph)
#else
#define MU_HB_DRAW_CALL(CALL) CALL(hb_font_get_glyph_shape)
#endif
// clang-format off
#define MU_PANGO_CALLS(CALL)                                                                                          \
    CALL(pango_attr_font_features_new) CALL(pango_attr_list_copy) CALL(pango_attr_list_insert)                        \
    CALL(pango_attr_list_new) CALL(pango_attr_list_unref) CALL(pango_cairo_context_set_font_options)                  \
    CALL(pango_cairo_font_map_new_for_font_type) CALL(pango_cairo_font_map_set_resolution)                            \
    CALL(pango_cairo_show_glyph_item) CALL(pango_context_load_font) CALL(pango_context_set_base_dir)                  \
    CALL(pango_context_set_font_description) CALL(pango_context_set_language)                                         \
    CALL(pango_context_set_round_glyph_positions) CALL(pango_fc_font_get_pattern)                                     \
    CALL(pango_fc_font_map_set_config) CALL(pango_fc_font_map_shutdown) CALL(pango_font_description_free)             \
    CALL(pango_font_description_new) CALL(pango_font_description_set_absolute_size)                                   \
    CALL(pango_font_description_set_family) CALL(pango_font_description_set_style)                                    \
    CALL(pango_font_description_set_weight) CALL(pango_font_get_hb_font) CALL(pango_font_map_create_context)          \
    CALL(pango_get_log_attrs) CALL(pango_glyph_string_free) CALL(pango_glyph_string_new) CALL(pango_item_free)        \
    CALL(pango_itemize) CALL(pango_language_from_string) CALL(pango_reorder_items) CALL(pango_shape_item)             \
    CALL(hb_draw_funcs_create) CALL(hb_draw_funcs_destroy) CALL(hb_draw_funcs_set_close_path_func)                    \
    CALL(hb_draw_funcs_set_cubic_to_func) CALL(hb_draw_funcs_set_line_to_func) CALL(hb_draw_funcs_set_move_to_func)   \
    CALL(hb_font_get_glyph_h_advance) CALL(FcConfigAppFontAddDir) CALL(FcConfigBuildFonts) CALL(FcConfigCreate)       \
    CALL(FcConfigDestroy) CALL(FcConfigGetFonts) CALL(FcConfigParseAndLoadFromMemory) CALL(FcConfigSetCurrent)        \
    CALL(FcPatternGetBool) CALL(FcPatternGetString) CALL(FcStrCmpIgnoreCase) CALL(g_list_free)                        \
    CALL(g_list_free_full) CALL(g_object_ref) CALL(g_object_unref) CALL(g_object_weak_ref)                            \
    MU_HB_DRAW_CALL(CALL)
// clang-format on

#undef g_object_ref /* a macro of GLib's around the function */
typedef struct MuPangoCalls {
#define CALL(name) __typeof__(&name) name;
    MU_PANGO_CALLS(CALL)
#undef CALL
} MuPangoCalls;
extern MuPangoCalls mu_pango;

#define hb_font_draw_glyph mu_pango.hb_font_draw_glyph
#define hb_font_get_glyph_shape mu_pango.hb_font_get_glyph_shape
#define pango_attr_font_features_new mu_pango.pango_attr_font_features_new
#define pango_attr_list_copy mu_pango.pango_attr_list_copy
#define pango_attr_list_insert mu_pango.pango_attr_list_insert
#define pango_attr_list_new mu_pango.pango_attr_list_new
#define pango_attr_list_unref mu_pango.pango_attr_list_unref
#define pango_cairo_context_set_font_options mu_pango.pango_cairo_context_set_font_options
#define pango_cairo_font_map_new_for_font_type mu_pango.pango_cairo_font_map_new_for_font_type
#define pango_cairo_font_map_set_resolution mu_pango.pango_cairo_font_map_set_resolution
#define pango_cairo_show_glyph_item mu_pango.pango_cairo_show_glyph_item
#define pango_context_load_font mu_pango.pango_context_load_font
#define pango_context_set_base_dir mu_pango.pango_context_set_base_dir
#define pango_context_set_font_description mu_pango.pango_context_set_font_description
#define pango_context_set_language mu_pango.pango_context_set_language
#define pango_context_set_round_glyph_positions mu_pango.pango_context_set_round_glyph_positions
#define pango_fc_font_get_pattern mu_pango.pango_fc_font_get_pattern
#define pango_fc_font_map_set_config mu_pango.pango_fc_font_map_set_config
#define pango_fc_font_map_shutdown mu_pango.pango_fc_font_map_shutdown
#define pango_font_description_free mu_pango.pango_font_description_free
#define pango_font_description_new mu_pango.pango_font_description_new
#define pango_font_description_set_absolute_size mu_pango.pango_font_description_set_absolute_size
#define pango_font_description_set_family mu_pango.pango_font_description_set_family
#define pango_font_description_set_style mu_pango.pango_font_description_set_style
#define pango_font_description_set_weight mu_pango.pango_font_description_set_weight
#define pango_font_get_hb_font mu_pango.pango_font_get_hb_font
#define pango_font_map_create_context mu_pango.pango_font_map_create_context
#define pango_get_log_attrs mu_pango.pango_get_log_attrs
#define pango_glyph_string_free mu_pango.pango_glyph_string_free
#define pango_glyph_string_new mu_pango.pango_glyph_string_new
#define pango_item_free mu_pango.pango_item_free
#define pango_itemize mu_pango.pango_itemize
#define pango_language_from_string mu_pango.pango_language_from_string
#define pango_reorder_items mu_pango.pango_reorder_items
#define pango_shape_item mu_pango.pango_shape_item
#define hb_draw_funcs_create mu_pango.hb_draw_funcs_create
#define hb_draw_funcs_destroy mu_pango.hb_draw_funcs_destroy
#define hb_draw_funcs_set_close_path_func mu_pango.hb_draw_funcs_set_close_path_func
#define hb_draw_funcs_set_cubic_to_func mu_pango.hb_draw_funcs_set_cubic_to_func
#define hb_draw_funcs_set_line_to_func mu_pango.hb_draw_funcs_set_line_to_func
#define hb_draw_funcs_set_move_to_func mu_pango.hb_draw_funcs_set_move_to_func
#define hb_font_get_glyph_h_advance mu_pango.hb_font_get_glyph_h_advance
#define FcConfigAppFontAddDir mu_pango.FcConfigAppFontAddDir
#define FcConfigBuildFonts mu_pango.FcConfigBuildFonts
#define FcConfigCreate mu_pango.FcConfigCreate
#define FcConfigDestroy mu_pango.FcConfigDestroy
#define FcConfigGetFonts mu_pango.FcConfigGetFonts
#define FcConfigParseAndLoadFromMemory mu_pango.FcConfigParseAndLoadFromMemory
#define FcConfigSetCurrent mu_pango.FcConfigSetCurrent
#define FcPatternGetBool mu_pango.FcPatternGetBool
#define FcPatternGetString mu_pango.FcPatternGetString
#define FcStrCmpIgnoreCase mu_pango.FcStrCmpIgnoreCase
#define g_list_free mu_pango.g_list_free
#define g_list_free_full mu_pango.g_list_free_full
#define g_object_ref mu_pango.g_object_ref
#define g_object_unref mu_pango.g_object_unref
#define g_object_weak_ref mu_pango.g_object_weak_ref

#endif
