/* The block under a figure: a hairline, "Source: …", "Note: …", "As of …", and the credit at the right of the
 * last line. Labels are semibold; no paragraph ends in a line of a word or two while narrowing it helps. */
#include "guide/props.h"

typedef struct Words {
    const char *locale, *source, *sources, *note, *as_of;
} Words;

/* The first fits every locale that has none of its own. */
static const Words words[] = {
    {"en", "Source:", "Sources:", "Note:", "As of "},
    {"de", "Quelle:", "Quellen:", "Anmerkung:", "Stand: "},
    {"fr", "Source\u00a0:", "Sources\u00a0:", "Note\u00a0:", "État\u00a0: "},
};

typedef struct Caption {
    const MuGuideContext *context;
    const MuChain *chain;
    const Words *words;
    MuTextLook look;
    int label_weight;
    double width, y; /* y: the baseline of the next line */
    MuItem *group;
} Caption;

static const Words *words_of(const MuLocale *locale)
{
    for (size_t i = 0; locale && i < sizeof words / sizeof *words; i++)
        if (mu_str_starts(mu_str(locale->name), words[i].locale))
            return &words[i];
    return &words[0];
}

static double text_width(const Caption *caption, MuStr text, int weight)
{
    MuFont font = caption->look.font;
    font.weight = weight;
    return mu_text_width(caption->context->text, &font, text);
}

static void add_text(Caption *caption, MuStr text, double x, MuAlign align, int weight)
{
    MuTextLook look = caption->look;
    look.font.weight = weight;
    MuTextSpot spot = {.x = x, .y = caption->y, .align = align, .baseline = MU_STR("alphabetic")};
    MuItem *item = mu_guide_text(caption->context, MU_ROLE_CAPTION, &text, 1, &look, &spot);
    mu_group_add(caption->context->arena, caption->group, item);
}

/* -- breaking ------------------------------------------------------------ */

static size_t wrap(const Caption *caption, MuStr text, double width, MuStr **lines)
{
    return mu_text_wrap(caption->context->text, caption->context->arena, &caption->look.font, text, width, false,
                        lines);
}

/* Lines within `width`, narrowed step by step (to four fifths) while the last one is under a fifth of it and
 * their number stays the same. */
static size_t break_paragraph(const Caption *caption, MuStr text, MuStr **lines)
{
    double width = caption->width, step = caption->look.font.size / 3;
    size_t count = wrap(caption, text, width, lines);
    while (count > 1 && text_width(caption, (*lines)[count - 1], caption->look.font.weight) < caption->width * 0.2 &&
           width > caption->width * 0.8) {
        MuStr *narrower;
        width -= step;
        size_t more = wrap(caption, text, width, &narrower);
        if (more > count)
            break;
        count = more;
        *lines = narrower;
    }
    return count;
}

/* A paragraph whose first words are a label in another weight. */
static void add_paragraph(Caption *caption, MuStr label, MuStr body)
{
    MuArena *arena = caption->context->arena;
    MuStr *lines, text = mu_str_printf(arena, "%.*s %.*s", MU_FMT(label), MU_FMT(body));
    size_t count = break_paragraph(caption, text, &lines);
    for (size_t i = 0; i < count; i++) {
        bool first = i == 0 && mu_str_starts(lines[0], mu_str_cstr(arena, label));
        MuStr line = first ? mu_str_trim(mu_str_slice(lines[0], label.size, lines[0].size)) : lines[i];
        double x = 0;
        if (first) {
            add_text(caption, label, 0, MU_ALIGN_LEFT, caption->label_weight);
            x = text_width(caption, label, caption->label_weight) +
                text_width(caption, MU_STR(" "), caption->look.font.weight);
        }
        if (line.size)
            add_text(caption, line, x, MU_ALIGN_LEFT, caption->look.font.weight);
        caption->y += caption->look.line_height;
    }
}

/* -- the parts ----------------------------------------------------------- */

/* The name with unbreakable spaces: a source breaks inside only where it is long. */
static MuStr unbroken(const Caption *caption, MuStr name)
{
    if (text_width(caption, name, caption->look.font.weight) >= caption->width * 0.45)
        return name;
    MuBuf buf = {.arena = caption->context->arena};
    for (size_t i = 0; i < name.size; i++)
        mu_buf_add(&buf, name.at[i] == ' ' ? MU_STR("\u00a0") : mu_str_slice(name, i, i + 1));
    return mu_buf_str(&buf);
}

static void add_sources(Caption *caption)
{
    MuStr *names;
    size_t count = mu_guide_lines(caption->context->arena, mu_chain_value(caption->chain, "source"), &names);
    MuBuf buf = {.arena = caption->context->arena};
    for (size_t i = 0; i < count; i++) {
        if (i)
            mu_buf_adds(&buf, "; ");
        mu_buf_add(&buf, unbroken(caption, names[i]));
    }
    MuStr body = mu_buf_str(&buf);
    bool several = count > 1 || mu_str_find(body, MU_STR("; "), 0) != SIZE_MAX;
    MuStr label = mu_chain_string(caption->chain, several ? "sourcesLabel" : "sourceLabel",
                                  mu_str(several ? caption->words->sources : caption->words->source));
    if (body.size)
        add_paragraph(caption, label, body);
}

static void add_note(Caption *caption)
{
    MuStr *lines;
    size_t count = mu_guide_lines(caption->context->arena, mu_chain_value(caption->chain, "note"), &lines);
    MuStr label = mu_chain_string(caption->chain, "noteLabel", mu_str(caption->words->note));
    MuBuf buf = {.arena = caption->context->arena};
    for (size_t i = 0; i < count; i++) {
        if (i)
            mu_buf_addc(&buf, ' ');
        mu_buf_add(&buf, lines[i]);
    }
    if (count && buf.size)
        add_paragraph(caption, label, mu_buf_str(&buf));
}

/* The date at the left and the credit at the right share a line, unless they would touch. */
static void add_last_line(Caption *caption)
{
    MuArena *arena = caption->context->arena;
    MuStr date = mu_chain_string(caption->chain, "asOf", MU_STR("")),
          credit = mu_chain_string(caption->chain, "credit", MU_STR(""));
    int weight = caption->look.font.weight;
    MuStr label = mu_chain_string(caption->chain, "asOfLabel", mu_str(caption->words->as_of));
    MuStr left = date.size ? mu_str_printf(arena, "%.*s%.*s", MU_FMT(label), MU_FMT(date)) : date;
    if (left.size)
        add_text(caption, left, 0, MU_ALIGN_LEFT, weight);
    if (left.size && credit.size &&
        text_width(caption, left, weight) + text_width(caption, credit, weight) + caption->look.font.size >
            caption->width)
        caption->y += caption->look.line_height;
    if (credit.size)
        add_text(caption, credit, caption->width, MU_ALIGN_RIGHT, weight);
    if (left.size || credit.size)
        caption->y += caption->look.line_height;
}

static void add_rule(Caption *caption)
{
    double width = mu_chain_number(caption->chain, "ruleWidth", 1);
    if (!(width > 0))
        return;
    MuStyle *style = mu_style_new(caption->context->arena);
    style->stroke_paint = mu_paint(mu_guide_color(caption->chain, "ruleColor", mu_guide_gray(0xdd)));
    style->stroke.width = width;
    mu_group_add(caption->context->arena, caption->group,
                 mu_guide_rule(caption->context->arena, MU_ROLE_CAPTION, 0, 0, caption->width, 0, style));
}

MuItem *mu_caption_make(const MuGuideContext *context, const MuCaptionSpec *spec)
{
    static const MuTextLook usual = {.font = {.size = 10, .weight = 400}, .color = {0.4, 0.4, 0.4, 1}};
    const MuChain *chain = &spec->chain;
    Caption caption = {.context = context, .chain = chain, .words = words_of(context->locale), .width = spec->width};
    caption.look = mu_guide_look(chain, "", usual);
    caption.look.line_height = mu_chain_number(chain, "lineHeight", caption.look.font.size * 1.4);
    caption.label_weight = mu_guide_weight(mu_chain_value(chain, "labelFontWeight"), 600);
    caption.group = mu_group_new(context->arena, MU_ROLE_CAPTION);
    add_rule(&caption);
    double top = mu_chain_number(chain, "textPadding", caption.look.font.size * 0.8);
    caption.y = top + caption.look.font.size * 0.95;
    double first = caption.y;
    add_sources(&caption);
    add_note(&caption);
    add_last_line(&caption);
    if (caption.y == first)
        return NULL;
    caption.group->group->width = spec->width;
    caption.group->group->height = caption.y - first + top - (caption.look.line_height - caption.look.font.size);
    caption.group->place = MU_NEW(context->arena, MuPlace);
    *caption.group->place = (MuPlace){.orient = MU_ORIENT_BOTTOM,
                                      .full_width = true,
                                      .offset = mu_chain_number(chain, "rulePadding", caption.look.font.size)};
    return caption.group;
}
