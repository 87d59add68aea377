#include "image/image.h"

#include <png.h>

/* What an image is by its first bytes. */
static const char *type_of(MuStr bytes)
{
    static const struct {
        const char *type;
        const char *start;
        size_t size;
    } kinds[] = {{"image/png", "\x89PNG\r\n\x1a\n", 8}, {"image/jpeg", "\xff\xd8\xff", 3}, {"image/gif", "GIF8", 4}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (bytes.size >= kinds[i].size && memcmp(bytes.at, kinds[i].start, kinds[i].size) == 0)
            return kinds[i].type;
    bool webp = bytes.size >= 12 && memcmp(bytes.at, "RIFF", 4) == 0 && memcmp(bytes.at + 8, "WEBP", 4) == 0;
    return webp ? "image/webp" : NULL;
}

static void release(void *object)
{
    png_image_free(object);
}

/* Colours of 0 to 255 times alpha, rounded. */
static uint32_t multiplied(unsigned colour, unsigned alpha)
{
    return (colour * alpha + 127) / 255;
}

static const uint32_t *pack(MuArena *arena, const unsigned char *rgba, size_t count)
{
    uint32_t *pixels = MU_NEW_ARRAY(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *p = rgba + 4 * i;
        pixels[i] =
            (uint32_t)p[3] << 24 | multiplied(p[0], p[3]) << 16 | multiplied(p[1], p[3]) << 8 | multiplied(p[2], p[3]);
    }
    return pixels;
}

static const char *side_fault(const png_image *png)
{
    bool wide = png->width > MU_IMAGE_MOST_SIDE || png->height > MU_IMAGE_MOST_SIDE;
    bool large = (double)png->width * png->height > MU_IMAGE_MOST_MILLIONS * 1e6;
    return wide || large ? "it has too many pixels" : NULL;
}

/* libpng's simplified reader keeps its own jumps to itself. Its handle is on the arena's list before the arena may
 * run out. NULL, or what is wrong. */
static const char *decode(MuArena *arena, MuImage *image)
{
    png_image *png = MU_NEW(arena, png_image);
    png->version = PNG_IMAGE_VERSION;
    mu_arena_defer(arena, release, png);
    if (!png_image_begin_read_from_memory(png, image->bytes.at, image->bytes.size))
        return png->message;
    const char *fault = side_fault(png);
    if (fault)
        return fault;
    png->format = PNG_FORMAT_RGBA;
    size_t count = (size_t)png->width * png->height;
    unsigned char *rgba = mu_arena_array(arena, count, 4);
    if (!png_image_finish_read(png, NULL, rgba, 0, NULL))
        return png->message;
    image->width = png->width;
    image->height = png->height;
    image->pixels = pack(arena, rgba, count);
    return NULL;
}

const MuImage *mu_image_read(MuArena *arena, MuStr bytes, MuStr name, MuSpan asked_at, MuDiags *diags)
{
    MuImage *image = MU_NEW(arena, MuImage);
    *image = (MuImage){.bytes = bytes, .type = type_of(bytes)};
    if (!image->type) {
        mu_diag(diags, MU_DIAG_IMAGE_UNKNOWN, asked_at, MU_FMT(name));
        return NULL;
    }
    const char *fault = strcmp(image->type, "image/png") == 0 ? decode(arena, image) : NULL;
    if (fault) {
        mu_diag(diags, MU_DIAG_IMAGE_BROKEN, asked_at, MU_FMT(name), fault);
        return NULL;
    }
    return image;
}
