/* PNG: Cairo draws the pixels, libpng writes them. Without an effort given, the rows are compressed ahead
 * (backend/deflate.h), unless pixels share a byte; else filter none and level 6, both faster and smaller for charts
 * than libpng's defaults. A picture of up to 256 colours is written with a palette, which is exact. */
#include "backend/cairo.h"
#include "backend/deflate.h"
#include "text/text.h"

#include <png.h>

enum { MOST_SIDE = 32767, MOST_BYTES = 256 * 1024 * 1024, MOST_COLORS = 256, TEXTS = 4 };

/* Cairo's ARGB32: premultiplied, one native 32-bit number a pixel. */
typedef struct Pixels {
    const unsigned char *at;
    size_t stride;
    uint32_t width, height;
} Pixels;

static const uint32_t *row_of(const Pixels *p, uint32_t y)
{
    return (const uint32_t *)(const void *)(p->at + (size_t)y * p->stride);
}

/* Most rows of a chart are those above them. */
static bool repeats(const Pixels *p, uint32_t y)
{
    return y && memcmp(row_of(p, y), row_of(p, y - 1), (size_t)p->width * sizeof(uint32_t)) == 0;
}

static png_byte straight(uint32_t channel, uint32_t alpha)
{
    return (png_byte)(alpha ? (channel * 255 + alpha / 2) / alpha : 0);
}

/* The colours of a picture, and the number of each: open addressing over premultiplied pixels. */
typedef struct Palette {
    uint32_t colors[MOST_COLORS];
    unsigned size;
    struct {
        uint32_t pixel;
        uint16_t index; /* + 1; 0: free */
    } slots[1024];
} Palette;

/* The pixel's number, or -1 when it is the 257th colour. */
static int index_of(Palette *p, uint32_t pixel)
{
    size_t mask = sizeof p->slots / sizeof *p->slots - 1, at = (pixel * UINT32_C(2654435761)) >> 22;
    for (; p->slots[at].index; at = (at + 1) & mask) {
        if (p->slots[at].pixel == pixel)
            return p->slots[at].index - 1;
    }
    if (p->size == MOST_COLORS)
        return -1;
    p->colors[p->size] = pixel;
    p->slots[at].pixel = pixel;
    p->slots[at].index = (uint16_t)++p->size;
    return (int)p->size - 1;
}

static bool gather_colors(const Pixels *pixels, Palette *palette)
{
    uint32_t last = 0;
    bool any = false;
    for (uint32_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = row_of(pixels, y);
        if (repeats(pixels, y))
            continue;
        for (uint32_t x = 0; x < pixels->width; x++) {
            if (any && row[x] == last)
                continue;
            any = true;
            last = row[x];
            if (index_of(palette, last) < 0)
                return false;
        }
    }
    return true;
}

static bool is_opaque(const Pixels *pixels)
{
    for (uint32_t y = 0; y < pixels->height; y++) {
        const uint32_t *row = row_of(pixels, y);
        for (uint32_t x = 0; x < pixels->width; x++) {
            if (row[x] >> 24 != 255)
                return false;
        }
    }
    return true;
}

/* Translucent colours first, since tRNS counts from the start. */
static void sort_translucent(Palette *palette)
{
    Palette sorted = {.size = 0};
    for (int opaque = 0; opaque < 2; opaque++) {
        for (unsigned i = 0; i < palette->size; i++) {
            if ((palette->colors[i] >> 24 == 255) == opaque)
                index_of(&sorted, palette->colors[i]);
        }
    }
    *palette = sorted;
}

/* All that libpng needs, in one place that outlives its jumps. */
typedef struct Writer {
    png_structp png;
    png_infop info;
    Pixels pixels;
    Palette *palette; /* NULL: true colour */
    bool opaque;
    int depth; /* bits a pixel of a palette */
    png_bytep row;
    png_text texts[TEXTS];
    int text_count, level;
    MuBuf stream; /* the pixels, compressed ahead; empty: by libpng */
    png_uint_32 per_metre;
    MuPieces *pieces;
} Writer;

static void destroy(void *object)
{
    Writer *w = object;
    png_destroy_write_struct(&w->png, &w->info);
}

static void write_bytes(png_structp png, png_bytep bytes, size_t size)
{
    if (!mu_pieces_add(png_get_io_ptr(png), bytes, size))
        png_error(png, "no memory");
}

static void flush(png_structp png)
{
    (void)png;
}

/* The library never prints: what libpng says goes nowhere, its errors become ours. */
static void on_error(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png, (void)message;
}

static void put_palette(const Writer *w)
{
    png_color colors[MOST_COLORS] = {{0}};
    png_byte alphas[MOST_COLORS] = {0};
    int translucent = 0;
    for (unsigned i = 0; i < w->palette->size; i++) {
        uint32_t c = w->palette->colors[i], a = c >> 24;
        colors[i] = (png_color){straight(c >> 16 & 255, a), straight(c >> 8 & 255, a), straight(c & 255, a)};
        alphas[i] = (png_byte)a;
        translucent += a != 255;
    }
    png_set_PLTE(w->png, w->info, colors, (int)w->palette->size);
    if (translucent)
        png_set_tRNS(w->png, w->info, alphas, translucent, NULL);
}

static void put_indexed(const Writer *w, const uint32_t *row)
{
    unsigned per_byte = 8 / (unsigned)w->depth;
    memset(w->row, 0, (w->pixels.width + per_byte - 1) / per_byte);
    uint32_t last = row[0];
    int index = index_of(w->palette, last);
    for (uint32_t x = 0; x < w->pixels.width; x++) {
        if (row[x] != last) {
            last = row[x];
            index = index_of(w->palette, last);
        }
        unsigned shift = (per_byte - 1 - x % per_byte) * (unsigned)w->depth;
        w->row[x / per_byte] = (png_byte)(w->row[x / per_byte] | (unsigned)index << shift);
    }
}

static void put_true(const Writer *w, const uint32_t *row)
{
    png_bytep to = w->row;
    for (uint32_t x = 0; x < w->pixels.width; x++) {
        uint32_t c = row[x], a = c >> 24;
        if (w->opaque) {
            *to++ = (png_byte)(c >> 16), *to++ = (png_byte)(c >> 8), *to++ = (png_byte)c;
            continue;
        }
        *to++ = straight(c >> 16 & 255, a), *to++ = straight(c >> 8 & 255, a), *to++ = straight(c & 255, a);
        *to++ = (png_byte)a;
    }
}

static void put_pixels(const Writer *w, const uint32_t *row)
{
    if (w->palette)
        put_indexed(w, row);
    else
        put_true(w, row);
}

/* All rows, each behind a byte that says "no filter". */
static void compress_ahead(Writer *w, MuArena *arena)
{
    size_t step = w->palette ? 1 : w->opaque ? 3 : 4, size = w->pixels.width * step + 1;
    uint8_t *rows = mu_arena_array(arena, w->pixels.height, size);
    for (uint32_t y = 0; y < w->pixels.height; y++) {
        uint8_t *to = rows + y * size;
        if (repeats(&w->pixels, y)) {
            memcpy(to, to - size, size);
            continue;
        }
        w->row = to + 1;
        put_pixels(w, row_of(&w->pixels, y));
    }
    w->stream.arena = arena;
    mu_deflate_rows(&w->stream, rows, size, w->pixels.height, step);
}

static void write_head(const Writer *w)
{
    int type = w->palette ? PNG_COLOR_TYPE_PALETTE : w->opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA;
    png_set_IHDR(w->png, w->info, w->pixels.width, w->pixels.height, w->palette ? w->depth : 8, type,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (w->palette)
        put_palette(w);
    png_set_pHYs(w->png, w->info, w->per_metre, w->per_metre, PNG_RESOLUTION_METER);
    png_set_text(w->png, w->info, w->texts, w->text_count);
    png_set_filter(w->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(w->png, w->level);
    png_write_info(w->png, w->info);
}

/* False when libpng gives up, which it does only without memory. */
static bool write_all(const Writer *w)
{
    if (setjmp(png_jmpbuf(w->png)))
        return false;
    png_set_write_fn(w->png, w->pieces, write_bytes, flush);
    write_head(w);
    if (w->stream.size) {
        png_write_chunk(w->png, (png_const_bytep) "IDAT", (png_const_bytep)w->stream.at, w->stream.size);
        png_write_chunk(w->png, (png_const_bytep) "IEND", NULL, 0);
        return true;
    }
    for (uint32_t y = 0; y < w->pixels.height; y++) {
        put_pixels(w, row_of(&w->pixels, y));
        png_write_row(w->png, w->row);
    }
    png_write_end(w->png, NULL);
    return true;
}

static void add_text(Writer *w, MuArena *arena, const char *key, MuStr text)
{
    if (!text.size)
        return;
    png_text *t = &w->texts[w->text_count++];
    *t = (png_text){.compression = PNG_ITXT_COMPRESSION_NONE, .lang = "", .lang_key = ""};
    t->key = (char *)mu_str_cstr(arena, mu_str(key));
    t->text = (char *)mu_str_cstr(arena, text);
    t->itxt_length = strlen(t->text);
}

static double scale_of(const MuDrawOptions *options)
{
    return options->scale > 0 ? options->scale : 1;
}

static void choose_format(Writer *w, MuArena *arena)
{
    Palette *palette = MU_NEW(arena, Palette);
    w->opaque = is_opaque(&w->pixels);
    if (gather_colors(&w->pixels, palette)) {
        sort_translucent(palette);
        w->palette = palette;
        w->depth = palette->size <= 2 ? 1 : palette->size <= 4 ? 2 : palette->size <= 16 ? 4 : 8;
    }
}

static bool encode(const Pixels *pixels, const MuScene *scene, const MuDrawOptions *options, MuBuf *out)
{
    MuArena *arena = out->arena;
    Writer *w = MU_NEW(arena, Writer);
    *w = (Writer){.pixels = *pixels, .level = options->png_effort > 0 ? options->png_effort : 6};
    choose_format(w, arena);
    double mm = scene->physical_width_mm > 0 ? scene->physical_width_mm : scene->width * 25.4 / 96;
    w->per_metre = (png_uint_32)fmin(1e9, floor(scale_of(options) * scene->width / (mm / 1000) + 0.5));
    add_text(w, arena, "Title", scene->title);
    add_text(w, arena, "Description", scene->description);
    add_text(w, arena, "Source", scene->source);
    add_text(w, arena, "Software", MU_STR("muster"));
    if ((!w->palette || w->depth == 8) && options->png_effort == 0)
        compress_ahead(w, arena);
    w->row = mu_arena_array(arena, (size_t)pixels->width + 1, 4);
    w->pieces = mu_pieces_new(arena);
    mu_arena_defer(arena, destroy, w);
    w->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, on_warning);
    w->info = w->png ? png_create_info_struct(w->png) : NULL;
    if (!w->info || !write_all(w))
        return false;
    destroy(w);
    mu_pieces_take(w->pieces, out);
    return true;
}

/* Whole pixels that hold `length` px; a rounding error of the scale adds none. A side whose length on paper was given
 * gets the number nearest to it. */
static double pixels_of(const MuScene *scene, double length, double scale)
{
    double pixels = scene->physical_width_mm > 0 ? floor(length * scale + 0.5) : ceil(length * scale - 1e-6);
    return pixels < 1 ? 1 : pixels;
}

static bool draw(const MuScene *scene, const MuDrawOptions *options, MuBuf *out, MuDiags *diags)
{
    double scale = scale_of(options);
    double width = pixels_of(scene, scene->width, scale), height = pixels_of(scene, scene->height, scale);
    if (!(width <= MOST_SIDE && height <= MOST_SIDE && width * height * 4 <= MOST_BYTES)) {
        MuDiag *diag = mu_diag(diags, MU_DIAG_PNG_TOO_LARGE, (MuSpan){0}, MOST_SIDE, MOST_BYTES / 4 / 1000000);
        mu_diag_hint(diags, diag, "draw with a smaller scale, or as SVG or PDF");
        return false;
    }
    if (!mu_cairo_open(diags))
        return false;
    cairo_t **context = mu_cairo_slot(out->arena);
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, (int)width);
    unsigned char *memory = mu_arena_array(out->arena, (size_t)height, (size_t)stride);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(memory, CAIRO_FORMAT_ARGB32, (int)width, (int)height, stride);
    cairo_t *cr = *context = cairo_create(surface);
    cairo_surface_destroy(surface); /* the context keeps it */
    cairo_scale(cr, scale, scale);
    MuScene whole = *scene; /* the background covers the last pixels too */
    whole.width = fmax(scene->width, width / scale);
    whole.height = fmax(scene->height, height / scale);
    mu_cairo_draw(cr, &whole, options->text, out->arena, diags);
    cairo_surface_flush(surface);
    Pixels pixels = {.width = (uint32_t)width, .height = (uint32_t)height};
    pixels.at = cairo_image_surface_get_data(surface);
    pixels.stride = (size_t)cairo_image_surface_get_stride(surface);
    if (cairo_status(cr) == CAIRO_STATUS_SUCCESS && pixels.at && encode(&pixels, scene, options, out))
        return true;
    mu_diag(diags, MU_DIAG_DRAW_FAILED, (MuSpan){0}, cairo_status_to_string(cairo_status(cr)));
    return false;
}

const MuBackend mu_backend_png = {
    .name = "png",
    .doc = "Pixels, two for each px of the figure unless a scale is given.",
    .extension = "png",
    .draw = draw,
};
