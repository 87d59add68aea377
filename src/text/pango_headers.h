/* Pango's headers, which bring FreeType's, whose ftstdlib.h gives names to functions that base/poison.h
 * forbids. That header is kept out; what FreeType's public headers take from it stands here. */
#ifndef MU_TEXT_PANGO_HEADERS_H
#define MU_TEXT_PANGO_HEADERS_H

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

#endif
