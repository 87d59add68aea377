/* Images of image marks: from files below the base and from data: URIs; nothing comes from the network. */
#include "chart/render.h"
#include "image/data_uri.h"

static bool is_on_network(MuStr url)
{
    static const char *const schemes[] = {"http://", "https://", "ftp://", "//"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (mu_str_starts(url, schemes[i]))
            return true;
    return false;
}

static const MuImage *image_of_uri(MuRender *render, MuStr uri, MuSpan asked_at)
{
    MuStr bytes;
    if (mu_data_uri_read(render->arena, uri, &bytes))
        return mu_image_read(render->arena, bytes, MU_STR("data:"), asked_at, render->diags);
    mu_diag(render->diags, MU_DIAG_IMAGE_DATA_URI, asked_at);
    return NULL;
}

static const MuImage *read_image(MuRender *render, MuStr url, MuSpan asked_at)
{
    if (mu_data_uri_is(url))
        return image_of_uri(render, url, asked_at);
    if (is_on_network(url)) {
        mu_diag(render->diags, MU_DIAG_IMAGE_NETWORK, asked_at, MU_FMT(url));
        return NULL;
    }
    MuStr path = mu_path_join(render->arena, mu_render_base(render), url);
    const MuSource *source = mu_file_read(render->arena, path, &render->options->limits, asked_at, render->diags);
    return source ? mu_image_read(render->arena, source->text, url, asked_at, render->diags) : NULL;
}

const MuImage *mu_render_image(MuRender *render, MuStr url, MuSpan asked_at)
{
    bool added;
    MuMapEntry *entry = mu_map_entry(render->arena, &render->images, url, &added);
    if (added) {
        const MuImage *image = read_image(render, url, asked_at);
        entry = mu_map_entry(render->arena, &render->images, url, NULL);
        entry->value = (MuImage *)(uintptr_t)image;
    }
    return entry->value;
}
