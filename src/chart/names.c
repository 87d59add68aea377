/* Which columns of a file are kept: those whose name occurs in some text of the spec. That is more than are read,
 * and never less: fields, expressions, lists and paths are all texts. Where an expression makes a name while it
 * runs, or asks for the whole row, everything is kept. */
#include "chart/render.h"

static void add_text(MuNames *names, MuStr text)
{
    mu_buf_add(&names->texts, text);
    mu_buf_addc(&names->texts, '\n');
    if (!text.size || !memchr(text.at, '\\', text.size))
        return;
    /* Escaped points and quotes are parts of names. */
    for (size_t i = 0; i < text.size; i++)
        if (text.at[i] != '\\')
            mu_buf_addc(&names->texts, text.at[i]);
    mu_buf_addc(&names->texts, '\n');
}

static bool is_name_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

/* Does the word stand in the text, and behind it what fits? */
static bool has_word(MuStr text, const char *word, bool (*fits)(MuStr rest))
{
    const MuStr wanted = mu_str(word);
    for (size_t at = 0; (at = mu_str_find(text, wanted, at)) != SIZE_MAX; at += wanted.size) {
        MuStr rest = mu_str_slice(text, at + wanted.size, text.size);
        bool inside = (at && is_name_part(text.at[at - 1])) || (rest.size && is_name_part(rest.at[0]));
        if (!inside && fits(mu_str_trim(rest)))
            return true;
    }
    return false;
}

static bool is_not_a_member(MuStr rest)
{
    return !rest.size || (rest.at[0] != '.' && rest.at[0] != '[');
}

/* A name that is not written out behind some bracket: it may be a list, but it may be a key too. */
static bool has_computed_key(MuStr text)
{
    for (size_t i = 0; i + 1 < text.size; i++)
        if (text.at[i] == '[' && !strchr("'\"0123456789", text.at[i + 1]))
            return true;
    return false;
}

static bool always(MuStr rest)
{
    (void)rest;
    return true;
}

/* Where expressions look into rows, can one ask for a column that the text does not spell out? */
static bool names_any_column(MuStr text)
{
    static const char *const rows[] = {"datum", "parent", "data"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (has_word(text, rows[i], is_not_a_member) || (has_word(text, rows[i], always) && has_computed_key(text)))
            return true;
    /* An escape may spell any character of a name. */
    return mu_str_find(text, MU_STR("\\u"), 0) != SIZE_MAX || mu_str_find(text, MU_STR("\\x"), 0) != SIZE_MAX;
}

static void add_node(MuNames *names, const MuNode *node);

/* The rows of inline data are no use of a column; `tooltip: {content: data}` shows them all. */
static void add_member(MuNames *names, const MuMember *member)
{
    if (mu_str_is(member->key, "datasets") || mu_str_is(member->key, "values") || mu_str_is(member->key, "usermeta"))
        return;
    if (mu_str_is(member->key, "content") && mu_node_is_string(member->value, "data"))
        names->all = true;
    add_text(names, member->key);
    add_node(names, member->value);
}

static void add_node(MuNames *names, const MuNode *node)
{
    if (!node)
        return;
    if (node->kind == MU_STRING) {
        add_text(names, node->string);
        names->all = names->all || names_any_column(node->string);
    }
    for (size_t i = 0; node->kind == MU_ARRAY && i < node->array.size; i++)
        add_node(names, node->array.at[i]);
    for (size_t i = 0; node->kind == MU_OBJECT && i < node->object.size; i++)
        add_member(names, &node->object.at[i]);
}

const MuNames *mu_render_names(MuRender *render)
{
    MuNames *names = &render->names;
    if (names->texts.arena)
        return names;
    names->texts.arena = render->arena;
    add_node(names, render->spec);
    add_node(names, render->theme);
    add_node(names, render->normal);
    return names;
}

bool mu_names_contain(const MuNames *names, MuStr name)
{
    return names->all || !name.size || mu_str_find((MuStr){names->texts.at, names->texts.size}, name, 0) != SIZE_MAX;
}
