#include "spec/grammar.h"

#include "spec/def.h"

/* In the order of the reference: from the whole to its parts. */
static const MuDef *const DEFS[] = {
    &mu_def_top,
    &mu_def_caption,
    &mu_def_caption_field,
    &mu_def_left_out,
    &mu_def_size,
    &mu_def_autosize,
    &mu_def_padding,
    &mu_def_views[0],
    &mu_def_views[1],
    &mu_def_views[2],
    &mu_def_views[3],
    &mu_def_views[4],
    &mu_def_views[5],
    &mu_def_views[6],
    &mu_def_view_look,
    &mu_def_step,
    &mu_def_row_column,
    &mu_def_resolve,
    &mu_def_facet_field,
    &mu_def_data,
    &mu_def_data_format,
    &mu_def_data_missing,
    &mu_def_data_missing_column,
    &mu_def_data_parse,
    &mu_def_sequence,
    &mu_def_graticule,
    &mu_def_param,
    &mu_def_select,
    &mu_def_brush,
    &mu_def_bind,
    &mu_def_mark,
    &mu_def_boxplot,
    &mu_def_errorbar,
    &mu_def_errorband,
    &mu_def_label,
    &mu_def_overlay,
    &mu_def_tooltip,
    &mu_def_gradient,
    &mu_def_gradient_stop,
    &mu_def_band,
    &mu_def_encoding,
    &mu_def_condition,
    &mu_def_bin,
    &mu_def_time_unit,
    &mu_def_sort,
    &mu_def_impute,
    &mu_def_impute_sequence,
    &mu_def_argmax,
    &mu_def_repeat_ref,
    &mu_def_scale,
    &mu_def_scheme,
    &mu_def_interval,
    &mu_def_axis,
    &mu_def_legend,
    &mu_def_header,
    &mu_def_title,
    &mu_def_predicate,
    &mu_def_date_time,
    &mu_def_sort_field,
    &mu_def_projection,
    &mu_def_config,
    &mu_def_axis_config,
    &mu_def_legend_config,
    &mu_def_header_config,
    &mu_def_title_config,
    &mu_def_scale_config,
    &mu_def_mark_config,
    &mu_def_boxplot_config,
    &mu_def_errorbar_config,
    &mu_def_errorband_config,
    &mu_def_view_config,
    &mu_def_format_config,
    &mu_def_locale,
    &mu_def_locale_number,
    &mu_def_locale_time,
};
enum { LISTED = sizeof DEFS / sizeof DEFS[0] };

/* The channels' families stand behind the list, then the transforms. */
static const MuDef *channel_family(size_t index)
{
    for (const MuProp *p = mu_def_encoding.props; p->name; p++) {
        bool first = true;
        for (const MuProp *q = mu_def_encoding.props; q < p; q++)
            first = first && q->def != p->def;
        if (first && index-- == 0)
            return p->def;
    }
    return NULL;
}

static size_t family_count(void)
{
    size_t count = 0;
    while (channel_family(count))
        count++;
    return count;
}

static size_t transform_count(void)
{
    size_t count = 0;
    while (mu_def_transforms[count].name)
        count++;
    return count;
}

size_t mu_def_count(void)
{
    return LISTED + family_count() + transform_count();
}

const MuDef *mu_def_at(size_t index)
{
    if (index < LISTED)
        return DEFS[index];
    index -= LISTED;
    size_t families = family_count();
    return index < families ? channel_family(index) : &mu_def_transforms[index - families];
}

static bool ends_with_part(MuStr name, MuStr part)
{
    return name.size > part.size && name.at[name.size - part.size - 1] == '.' &&
           mu_str_eq(mu_str_slice(name, name.size - part.size, name.size), part);
}

const MuDef *mu_def_find(MuStr name)
{
    const MuDef *by_part = NULL;
    for (size_t i = 0; i < mu_def_count(); i++) {
        const MuDef *def = mu_def_at(i);
        if (mu_str_is(name, def->name))
            return def;
        if (!by_part && ends_with_part(mu_str(def->name), name))
            by_part = def;
    }
    return by_part;
}

const MuProp *mu_def_prop(const MuDef *def, MuStr name)
{
    for (const MuProp *p = def->props; p->name; p++) {
        if (mu_str_is(name, p->name))
            return p;
    }
    for (size_t i = 0; def->includes && def->includes[i]; i++) {
        const MuProp *p = mu_def_prop(def->includes[i], name);
        if (p)
            return p;
    }
    return NULL;
}

void mu_def_each(const MuDef *def, void (*visit)(void *context, const MuProp *prop), void *context)
{
    for (const MuProp *p = def->props; p->name; p++)
        visit(context, p);
    for (size_t i = 0; def->includes && def->includes[i]; i++)
        mu_def_each(def->includes[i], visit, context);
}

typedef struct Kind {
    unsigned bit;
    const char *words;
} Kind;

static const Kind KINDS[] = {
    {MU_TAKES_NUMBER, "a number"},  {MU_TAKES_BOOL, "true or false"}, {MU_TAKES_COLOR, "a colour"},
    {MU_TAKES_TEXT, "text"},        {MU_TAKES_WORD, "a word"},        {MU_TAKES_ARRAY, "an array"},
    {MU_TAKES_OBJECT, "an object"}, {MU_TAKES_NULL, "null"},
};

void mu_prop_takes(MuBuf *buf, const MuProp *prop)
{
    unsigned takes = prop->takes & MU_TAKES_ANY ? 0 : prop->takes;
    if (takes & MU_TAKES_TEXT)
        takes &= ~(unsigned)MU_TAKES_WORD;
    const char *found[sizeof KINDS / sizeof KINDS[0]];
    size_t count = 0;
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        if (takes & KINDS[i].bit)
            found[count++] = KINDS[i].words;
    }
    if (!count)
        mu_buf_adds(buf, "any value");
    for (size_t i = 0; i < count; i++)
        mu_buf_printf(buf, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", found[i]);
}
