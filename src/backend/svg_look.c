#include "backend/svg.h"
#include "base/num.h"

typedef enum Form { PAINT, NUMBER, PIXELS, WORD, NUMBERS, TEXT } Form;

static const char *const caps[] = {"butt", "round", "square"}, *const joins[] = {"miter", "round", "bevel"};
static const char *const styles[] = {"normal", "italic"}, *const anchors[] = {"start", "middle", "end"};
static const char *const orders[] = {"normal", "stroke"};

static const struct {
    const char *open;
    Form form;
    const char *const *words;
} attributes[MU_LOOK_TABULAR] = {
    [MU_LOOK_FILL] = {" fill=\"", PAINT, NULL},
    [MU_LOOK_FILL_OPACITY] = {" fill-opacity=\"", NUMBER, NULL},
    [MU_LOOK_STROKE] = {" stroke=\"", PAINT, NULL},
    [MU_LOOK_STROKE_OPACITY] = {" stroke-opacity=\"", NUMBER, NULL},
    [MU_LOOK_STROKE_WIDTH] = {" stroke-width=\"", NUMBER, NULL},
    [MU_LOOK_CAP] = {" stroke-linecap=\"", WORD, caps},
    [MU_LOOK_JOIN] = {" stroke-linejoin=\"", WORD, joins},
    [MU_LOOK_MITER] = {" stroke-miterlimit=\"", NUMBER, NULL},
    [MU_LOOK_DASH] = {" stroke-dasharray=\"", NUMBERS, NULL},
    [MU_LOOK_DASH_OFFSET] = {" stroke-dashoffset=\"", NUMBER, NULL},
    [MU_LOOK_FAMILY] = {" font-family=\"", TEXT, NULL},
    [MU_LOOK_SIZE] = {" font-size=\"", PIXELS, NULL},
    [MU_LOOK_WEIGHT] = {" font-weight=\"", NUMBER, NULL},
    [MU_LOOK_ITALIC] = {" font-style=\"", WORD, styles},
    [MU_LOOK_ANCHOR] = {" text-anchor=\"", WORD, anchors},
    [MU_LOOK_PAINT_ORDER] = {" paint-order=\"", WORD, orders},
};

/* A paint's number: 0xrrggbb, or one of these. */
static const double NO_PAINT = -1, BY_URL = -2;

MuLook mu_look_initial(void)
{
    MuLook look = {.has = (1u << MU_LOOK_COUNT) - 1};
    look.at[MU_LOOK_FILL].number = look.at[MU_LOOK_STROKE].number = NO_PAINT;
    look.at[MU_LOOK_FILL_OPACITY].number = look.at[MU_LOOK_STROKE_OPACITY].number =
        look.at[MU_LOOK_STROKE_WIDTH].number = 1;
    look.at[MU_LOOK_MITER].number = 4;
    look.at[MU_LOOK_SIZE].number = NAN; /* the reader's choice: never equal to ours */
    look.at[MU_LOOK_WEIGHT].number = 400;
    return look;
}

static void set(MuLook *look, MuLookKey key, double number)
{
    look->has |= 1u << key;
    look->at[key] = (MuLookValue){.number = number};
}

static void set_bytes(MuLook *look, MuLookKey key, double number, const void *bytes, size_t size)
{
    look->has |= 1u << key;
    look->at[key] = (MuLookValue){number, {bytes, size}};
}

static double rgb_of(MuColor c)
{
    const double channels[3] = {c.r, c.g, c.b};
    double rgb = 0;
    for (int i = 0; i < 3; i++)
        rgb = rgb * 256 + floor(fmax(0, fmin(1, channels[i])) * 255 + 0.5);
    return rgb;
}

/* `key` is MU_LOOK_FILL or MU_LOOK_STROKE; its opacity is the next key. */
static void set_paint(MuSvg *svg, MuLook *look, MuLookKey key, const MuPaint *paint, double opacity)
{
    if (!mu_paint_shows(paint, opacity)) {
        set(look, key, NO_PAINT);
        return;
    }
    if (paint->kind == MU_PAINT_COLOR) {
        set(look, key, rgb_of(paint->color));
        opacity *= paint->color.a;
    } else {
        MuStr url = mu_svg_define_paint(svg, paint);
        set_bytes(look, key, BY_URL, url.at, url.size);
    }
    set(look, (MuLookKey)(key + 1), floor(fmin(1, opacity) * 1000 + 0.5) / 1000);
}

static void set_stroke(MuLook *look, const MuStroke *s)
{
    set(look, MU_LOOK_STROKE_WIDTH, s->width);
    set(look, MU_LOOK_CAP, s->cap);
    set(look, MU_LOOK_JOIN, s->join);
    if (s->join == MU_JOIN_MITER)
        set(look, MU_LOOK_MITER, s->miter);
    set_bytes(look, MU_LOOK_DASH, 0, s->dash, s->dash_size * sizeof *s->dash);
    if (s->dash_size)
        set(look, MU_LOOK_DASH_OFFSET, s->dash_offset);
}

static void set_font(MuLook *look, const MuTextItem *t)
{
    set_bytes(look, MU_LOOK_FAMILY, 0, t->font.family.at, t->font.family.size);
    set(look, MU_LOOK_SIZE, t->font.size);
    set(look, MU_LOOK_WEIGHT, t->font.weight);
    set(look, MU_LOOK_ITALIC, t->font.italic);
    set(look, MU_LOOK_ANCHOR, t->align);
    set(look, MU_LOOK_TABULAR, t->font.tabular);
}

/* A halo is a stroke that is painted first; it takes the place of the text's own stroke. */
static void set_halo(MuSvg *svg, MuLook *look, const MuTextItem *t, double opacity)
{
    set_paint(svg, look, MU_LOOK_STROKE, &(MuPaint){.kind = MU_PAINT_COLOR, .color = t->halo}, opacity);
    set_stroke(look, &(MuStroke){.width = t->halo_width, .join = MU_JOIN_ROUND});
    set(look, MU_LOOK_PAINT_ORDER, 1);
}

MuLook mu_look_of(MuSvg *svg, const MuItem *item)
{
    MuLook look = {.has = 0};
    const MuStyle *s = item->style;
    if (!s)
        return look;
    bool halo = item->kind == MU_ITEM_TEXT && item->text->halo.a > 0 && item->text->halo_width > 0;
    bool fills = mu_item_fills(item), strokes = mu_item_strokes(item) || halo;
    double opacity = fills && strokes ? 1 : s->opacity; /* with both, the item has the attribute `opacity` */
    if (item->kind != MU_ITEM_RULE)
        set_paint(svg, &look, MU_LOOK_FILL, &s->fill, fills ? opacity * s->fill_opacity : 0);
    if (item->kind == MU_ITEM_TEXT)
        set_font(&look, item->text);
    if (halo) {
        set_halo(svg, &look, item->text, opacity);
        return look;
    }
    set_paint(svg, &look, MU_LOOK_STROKE, &s->stroke_paint, strokes ? opacity * s->stroke_opacity : 0);
    if (strokes)
        set_stroke(&look, &s->stroke);
    return look;
}

static bool same(const MuLookValue *a, const MuLookValue *b)
{
    return a->number == b->number && mu_str_eq(a->bytes, b->bytes);
}

void mu_look_keep_common(MuLook *common, const MuLook *other, unsigned *differing)
{
    for (unsigned key = 0; key < MU_LOOK_COUNT; key++) {
        unsigned bit = 1u << key;
        if (!(other->has & bit) || (*differing & bit))
            continue;
        if (!(common->has & bit)) {
            common->at[key] = other->at[key];
            common->has |= bit;
        } else if (!same(&common->at[key], &other->at[key])) {
            common->has &= ~bit;
            *differing |= bit;
        }
    }
}

MuLook mu_look_over(const MuLook *inherited, const MuLook *look)
{
    MuLook over = *inherited;
    for (unsigned key = 0; key < MU_LOOK_COUNT; key++)
        if (look->has & 1u << key)
            over.at[key] = look->at[key];
    return over;
}

static void put_paint(MuBuf *out, const MuLookValue *value)
{
    if (value->number == NO_PAINT) {
        MU_SVG_PUT(out, "none");
    } else if (value->number == BY_URL) {
        mu_svg_put_text(out, value->bytes);
    } else {
        unsigned rgb = (unsigned)value->number;
        mu_svg_put_color(out, (MuColor){(rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1});
    }
}

static void put_numbers(MuBuf *out, MuStr bytes)
{
    double number;
    for (size_t i = 0; i < bytes.size; i += sizeof number) {
        if (i)
            mu_buf_addc(out, ',');
        memcpy(&number, bytes.at + i, sizeof number);
        mu_num_coord(out, number, 3);
    }
    if (!bytes.size)
        MU_SVG_PUT(out, "none");
}

static void put_value(MuBuf *out, MuLookKey key, const MuLookValue *value)
{
    mu_buf_adds(out, attributes[key].open);
    switch (attributes[key].form) {
    case PAINT:
        put_paint(out, value);
        break;
    case NUMBER:
    case PIXELS:
        mu_num_coord(out, value->number, 3);
        if (attributes[key].form == PIXELS)
            MU_SVG_PUT(out, "px");
        break;
    case WORD:
        mu_buf_adds(out, attributes[key].words[(int)value->number]);
        break;
    case NUMBERS:
        put_numbers(out, value->bytes);
        break;
    case TEXT:
        mu_svg_put_text(out, value->bytes);
        break;
    }
    mu_buf_addc(out, '"');
}

/* The name of a blend mode goes into CSS, so it may be a word only. */
static bool is_word(MuStr s)
{
    for (size_t i = 0; i < s.size; i++)
        if (!((s.at[i] >= 'a' && s.at[i] <= 'z') || s.at[i] == '-'))
            return false;
    return s.size > 0;
}

void mu_look_put(MuSvg *svg, const MuLook *look, const MuLook *inherited, MuStr blend)
{
    unsigned differ = 0;
    for (unsigned key = 0; key < MU_LOOK_COUNT; key++)
        if (look->has & 1u << key && !same(&look->at[key], &inherited->at[key]))
            differ |= 1u << key;
    for (unsigned key = 0; key < MU_LOOK_TABULAR; key++)
        if (differ & 1u << key)
            put_value(svg->out, (MuLookKey)key, &look->at[key]);
    bool tabular = differ & 1u << MU_LOOK_TABULAR, blends = is_word(blend) && !mu_str_is(blend, "normal");
    if (!tabular && !blends)
        return;
    MU_SVG_PUT(svg->out, " style=\"");
    if (tabular)
        mu_buf_adds(svg->out, look->at[MU_LOOK_TABULAR].number != 0 ? "font-variant-numeric:tabular-nums"
                                                                    : "font-variant-numeric:normal");
    if (blends) {
        mu_buf_adds(svg->out, tabular ? ";mix-blend-mode:" : "mix-blend-mode:");
        mu_buf_add(svg->out, blend);
    }
    MU_SVG_PUT(svg->out, "\"");
}
