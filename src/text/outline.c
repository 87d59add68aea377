/* Outlines of a line as one of our paths. The engine's callbacks may not jump out of it, which growing
 * a path in an arena may do; so they fill a buffer of their own, which is copied afterwards. */
#include "text/parts.h"

typedef struct Buffer {
    double *numbers; /* a verb, then its coordinates */
    size_t size, capacity;
    bool failed;
} Buffer;

static void release(void *object)
{
    Buffer *buffer = object;
    free(buffer->numbers);
    *buffer = (Buffer){0};
}

static void add(Buffer *buffer, MuVerb verb, size_t count, const double *coordinates)
{
    if (buffer->failed)
        return;
    if (buffer->size + 1 + count > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity * 2 : 1024;
        double *numbers = realloc(buffer->numbers, capacity * sizeof *numbers);
        if (!numbers) {
            buffer->failed = true;
            return;
        }
        buffer->numbers = numbers;
        buffer->capacity = capacity;
    }
    buffer->numbers[buffer->size++] = verb;
    for (size_t i = 0; i < count; i++)
        buffer->numbers[buffer->size++] = coordinates[i];
}

static void add_move(void *to, double x, double y)
{
    add(to, MU_MOVE, 2, (double[]){x, y});
}
static void add_line(void *to, double x, double y)
{
    add(to, MU_LINE, 2, (double[]){x, y});
}
static void add_cubic(void *to, double x1, double y1, double x2, double y2, double x, double y)
{
    add(to, MU_CUBIC, 6, (double[]){x1, y1, x2, y2, x, y});
}
static void add_close(void *to)
{
    add(to, MU_CLOSE, 0, NULL);
}
static const MuOutlineSink into_buffer = {add_move, add_line, add_cubic, add_close};

static void copy_to_path(const Buffer *buffer, double size, MuPath *path)
{
    for (size_t i = 0; i < buffer->size;) {
        MuVerb verb = (MuVerb)buffer->numbers[i++];
        double at[6] = {0};
        size_t count = verb == MU_CLOSE ? 0 : verb == MU_CUBIC ? 6 : 2;
        for (size_t k = 0; k < count; k++)
            at[k] = buffer->numbers[i++] * size;
        switch (verb) {
        case MU_MOVE:
            mu_path_move(path, at[0], at[1]);
            break;
        case MU_LINE:
            mu_path_line(path, at[0], at[1]);
            break;
        case MU_CUBIC:
            mu_path_cubic(path, at[0], at[1], at[2], at[3], at[4], at[5]);
            break;
        case MU_CLOSE:
            mu_path_close(path);
            break;
        }
    }
}

static bool outline(const MuTextSetting *setting, MuStr line, void *to)
{
    return setting->engine->outline(setting->state, setting->face, line, &into_buffer, to);
}

void mu_text_outline(MuText *text, const MuFont *font, MuStr line, MuPath *path)
{
    Buffer *buffer = MU_NEW(path->arena, Buffer);
    mu_arena_defer(path->arena, release, buffer);
    mu_text_with(text, font, line, outline, buffer);
    if (buffer->failed)
        mu_arena_fail(path->arena, MU_NO_MEMORY);
    copy_to_path(buffer, font->size, path);
    release(buffer);
}
