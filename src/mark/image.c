#include "mark/rows.h"
#include "mark/style.h"

/* Where the address is said, for diagnostics. */
static MuSpan url_span(const MuMarkContext *context)
{
    const MuChannelDef *def = context->defs[MU_CHANNEL_URL];
    const MuNode *node = def ? def->node : mu_chain_get(&context->chain, "url", NULL);
    return node ? node->span : (MuSpan){0};
}

typedef struct ImageRefs {
    MuExtentRef x, y;
    const MuRef *url, *aspect, *smooth;
    MuSpan span;
} ImageRefs;

static bool is_off(const MuMarkContext *context, const MuRef *ref, size_t row)
{
    MuValue value = mu_ref_value(context, ref, row);
    return value.kind == MU_BOOL && !value.boolean;
}

/* NULL for a row without a place or an image. */
static MuItem *image_item(MuMarkContext *context, const ImageRefs *refs, size_t row)
{
    MuValue url = mu_ref_value(context, refs->url, row);
    if (url.kind != MU_STRING || !url.size)
        return NULL;
    MuItem *item = mu_item_new(context->arena, MU_ITEM_IMAGE, MU_ROLE_MARK);
    if (!mu_extent_at(context, refs->x, row, &item->x, &item->width) ||
        !mu_extent_at(context, refs->y, row, &item->y, &item->height))
        return NULL;
    item->url = mu_value_str(url);
    item->image = context->image(context->image_host, item->url, refs->span);
    item->stretch = is_off(context, refs->aspect, row);
    item->pixelated = is_off(context, refs->smooth, row);
    return item->image ? item : NULL;
}

static void draw(MuMarkContext *context, MuItem *group)
{
    MuStyleRefs style = mu_style_refs_unpainted(context);
    MuExtras extras = mu_extras(context);
    ImageRefs refs = {.x = mu_ref_rect(context, MU_CHANNEL_X),
                      .y = mu_ref_rect(context, MU_CHANNEL_Y),
                      .url = mu_ref_channel(context, MU_CHANNEL_URL, NULL, NULL),
                      .aspect = mu_ref_property(context, "aspect", NULL),
                      .smooth = mu_ref_property(context, "smooth", NULL),
                      .span = url_span(context)};
    MuRowGroup rows = mu_mark_rows(context);
    for (size_t i = 0; i < rows.size; i++) {
        MuItem *item = image_item(context, &refs, rows.rows[i]);
        if (!item)
            continue;
        item->style = mu_style_at(context, &style, rows.rows[i]);
        mu_extras_set(context, &extras, item, rows.rows[i]);
        mu_group_add(context->arena, group, item);
    }
}

const MuMarkDef mu_mark_image = {.name = "image",
                                 .doc = "A PNG picture, from a file or a data: URI.",
                                 .is_rect = true,
                                 .filled = true,
                                 .draw = draw};
