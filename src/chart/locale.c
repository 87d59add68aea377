/* A locale of the figure's own: config.locale over English. What it leaves out stays as it is there. */
#include "chart/render.h"

static const char *text_of(MuArena *arena, const MuNode *node, const char *fallback)
{
    return mu_node_is(node, MU_STRING) ? mu_str_cstr(arena, node->string) : fallback;
}

static void read_texts(MuArena *arena, const MuNode *list, const char **texts, size_t size)
{
    for (size_t i = 0; mu_node_is(list, MU_ARRAY) && i < size && i < list->array.size; i++)
        texts[i] = text_of(arena, list->array.at[i], texts[i]);
}

static void read_grouping(MuArena *arena, const MuNode *list, MuLocale *locale)
{
    if (!mu_node_is(list, MU_ARRAY))
        return;
    uint8_t *sizes = MU_NEW_ARRAY(arena, uint8_t, list->array.size + 1); /* ends with 0 */
    for (size_t i = 0; i < list->array.size; i++)
        sizes[i] = (uint8_t)fmin(fmax(mu_node_number(list->array.at[i], 3), 0), 255);
    locale->grouping = sizes;
}

static void read_numbers(MuArena *arena, const MuNode *node, MuLocale *locale)
{
    enum { DIGITS = 10 };
    const MuNode *numerals = mu_node_get(node, "numerals");
    locale->decimal = text_of(arena, mu_node_get(node, "decimal"), locale->decimal);
    locale->thousands = text_of(arena, mu_node_get(node, "thousands"), locale->thousands);
    locale->percent = text_of(arena, mu_node_get(node, "percent"), locale->percent);
    locale->minus = text_of(arena, mu_node_get(node, "minus"), locale->minus);
    locale->nan = text_of(arena, mu_node_get(node, "nan"), locale->nan);
    read_grouping(arena, mu_node_get(node, "grouping"), locale);
    read_texts(arena, mu_node_get(node, "currency"), locale->currency, 2);
    if (!mu_node_is(numerals, MU_ARRAY) || numerals->array.size != DIGITS)
        return;
    const char **digits = MU_NEW_ARRAY(arena, const char *, DIGITS);
    for (size_t i = 0; i < DIGITS; i++)
        digits[i] = "";
    read_texts(arena, numerals, digits, DIGITS);
    locale->numerals = digits;
}

static void read_times(MuArena *arena, const MuNode *node, MuLocale *locale)
{
    locale->date_time = text_of(arena, mu_node_get(node, "dateTime"), locale->date_time);
    locale->date = text_of(arena, mu_node_get(node, "date"), locale->date);
    locale->time = text_of(arena, mu_node_get(node, "time"), locale->time);
    read_texts(arena, mu_node_get(node, "periods"), locale->periods, 2);
    read_texts(arena, mu_node_get(node, "days"), locale->days, 7);
    read_texts(arena, mu_node_get(node, "shortDays"), locale->short_days, 7);
    read_texts(arena, mu_node_get(node, "months"), locale->months, 12);
    read_texts(arena, mu_node_get(node, "shortMonths"), locale->short_months, 12);
}

const MuLocale *mu_render_locale(MuArena *arena, const MuNode *config, const MuLocale *usual)
{
    const MuNode *node = mu_node_get(config, "locale");
    if (!mu_node_is(node, MU_OBJECT))
        return usual;
    MuLocale *locale = MU_NEW(arena, MuLocale);
    *locale = *usual;
    read_numbers(arena, mu_node_get(node, "number"), locale);
    read_times(arena, mu_node_get(node, "time"), locale);
    return locale;
}
