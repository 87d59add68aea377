#include "spec/chain.h"

void mu_chain_add(MuChain *chain, const MuNode *bag)
{
    if (mu_node_is(bag, MU_OBJECT) && bag->object.size && chain->size < MU_CHAIN_MOST)
        chain->bags[chain->size++] = bag;
}

const MuNode *mu_chain_get(const MuChain *chain, const char *name, size_t *origin)
{
    MuStr key = mu_str(name);
    for (size_t i = 0; i < chain->size; i++) {
        const MuNode *value = mu_node_find(chain->bags[i], key);
        if (value) {
            if (origin)
                *origin = i;
            return value;
        }
    }
    return NULL;
}

const MuNode *mu_chain_passed(const MuChain *chain, const char *name)
{
    size_t origin = 0;
    const MuNode *node = mu_chain_get(chain, name, &origin);
    return node && origin >= chain->outer && origin < chain->outer_end ? NULL : node;
}

static const MuNode *expression_of(const MuNode *node)
{
    const MuNode *text = mu_node_get(node, "expr");
    if (!text)
        text = mu_node_get(node, "signal");
    return mu_node_is(text, MU_STRING) ? text : NULL;
}

MuValue mu_node_evaluate(const MuNode *node, MuEnv *env, MuArena *arena)
{
    const MuNode *text = expression_of(node);
    if (!text)
        return node ? mu_node_value(arena, node) : mu_undefined();
    if (!env)
        return mu_undefined();
    MuExpr *expr = mu_expr_compile(arena, text->string, text->span, env->diags);
    return expr ? mu_expr_eval(expr, env) : mu_undefined();
}

MuValue mu_chain_value(const MuChain *chain, const char *name)
{
    return mu_node_evaluate(mu_chain_get(chain, name, NULL), chain->env, chain->arena);
}

double mu_chain_number(const MuChain *chain, const char *name, double fallback)
{
    const MuNode *node = mu_chain_get(chain, name, NULL);
    if (!node || node->kind == MU_NUMBER)
        return node ? node->number : fallback;
    MuValue value = mu_node_evaluate(node, chain->env, chain->arena);
    return value.kind == MU_NUMBER ? value.number : fallback;
}

bool mu_chain_bool(const MuChain *chain, const char *name, bool fallback)
{
    MuValue value = mu_chain_value(chain, name);
    return value.kind == MU_BOOL ? value.boolean : fallback;
}

MuStr mu_chain_string(const MuChain *chain, const char *name, MuStr fallback)
{
    MuValue value = mu_chain_value(chain, name);
    return value.kind == MU_STRING ? mu_value_str(value) : fallback;
}

bool mu_value_color(MuValue value, MuColor *color)
{
    *color = (MuColor){0};
    if (value.kind == MU_NULL)
        return true;
    if (value.kind != MU_STRING)
        return false;
    MuStr text = mu_value_str(value);
    return mu_str_is(text, "none") || mu_color_parse(text, color);
}

bool mu_chain_color(const MuChain *chain, const char *name, MuColor *color)
{
    return mu_value_color(mu_chain_value(chain, name), color);
}

bool mu_chain_has(const MuChain *chain, const char *name)
{
    const MuNode *node = mu_chain_get(chain, name, NULL);
    return node && node->kind != MU_NULL;
}
