/* PDF by Cairo's surface: shapes stay shapes, texts stay texts in embedded subsets of their faces. */
#include "backend/cairo.h"
#include "text/text.h"

static cairo_status_t write_bytes(void *pieces, const unsigned char *bytes, unsigned size)
{
    return mu_pieces_add(pieces, bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* The date is the same in every file, so that the same figure gives the same bytes; left to itself Cairo takes the
 * clock's. */
static void set_metadata(cairo_surface_t *surface, const MuScene *scene, MuArena *arena)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "muster");
    if (scene->title.size)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, mu_str_cstr(arena, scene->title));
    if (scene->description.size)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, mu_str_cstr(arena, scene->description));
    if (scene->source.size)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, mu_str_cstr(arena, scene->source));
}

/* Points of 1/72 inch a px: by the figure's physical width, or 96 px to the inch. */
static double points_per_px(const MuScene *scene)
{
    if (scene->physical_width_mm > 0 && scene->width > 0)
        return scene->physical_width_mm / 25.4 * 72 / scene->width;
    return 0.75;
}

static bool draw(const MuScene *scene, const MuDrawOptions *options, MuBuf *out, MuDiags *diags)
{
    if (!mu_cairo_open(diags))
        return false;
    MuArena *arena = out->arena;
    double scale = points_per_px(scene);
    MuPieces *pieces = mu_pieces_new(arena);
    cairo_t **context = mu_cairo_slot(arena);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(write_bytes, pieces, scene->width * scale, scene->height * scale);
    cairo_t *cr = *context = cairo_create(surface);
    cairo_surface_destroy(surface); /* the context keeps it */
    set_metadata(surface, scene, arena);
    cairo_scale(cr, scale, scale);
    mu_cairo_draw(cr, scene, options->text, arena, diags);
    cairo_show_page(cr);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_status(cr);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        mu_diag(diags, MU_DIAG_DRAW_FAILED, (MuSpan){0}, cairo_status_to_string(status));
        return false;
    }
    mu_pieces_take(pieces, out);
    return true;
}

const MuBackend mu_backend_pdf = {
    .name = "pdf",
    .doc = "A page of the figure's size; texts stay text, their faces are embedded.",
    .extension = "pdf",
    .draw = draw,
};
