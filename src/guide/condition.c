#include "guide/condition.h"

#include "transform/predicate.h"

typedef struct Rule {
    const char *name;
    const MuNode *node;  /* {condition, value} */
    MuPredicate **tests; /* one for each condition */
    const MuNode **values;
    size_t size;
} Rule;

struct MuConditions {
    MuArena *arena;
    Rule *rules;
    size_t size;
};

/* vega-lite/src/axis.ts, CONDITIONAL_AXIS_PROP_INDEX. */
static const char *const names[] = {
    "labelAlign",      "labelBaseline", "labelColor",  "labelFont",    "labelFontSize", "labelFontStyle",
    "labelFontWeight", "labelOpacity",  "labelOffset", "labelPadding", "gridColor",     "gridDash",
    "gridDashOffset",  "gridOpacity",   "gridWidth",   "tickColor",    "tickDash",      "tickDashOffset",
    "tickOpacity",     "tickSize",      "tickWidth"};
enum { NAME_COUNT = sizeof names / sizeof *names };

static void add_test(const MuGuideContext *context, Rule *rule, const MuNode *condition)
{
    const MuNode *test = mu_node_get(condition, "test"), *value = mu_node_get(condition, "value");
    MuPredicate *predicate =
        test ? mu_predicate_compile(context->arena, test, NULL, context->zone, context->diags) : NULL;
    if (!predicate)
        return;
    rule->tests[rule->size] = predicate;
    rule->values[rule->size++] = value ? value : condition; /* or {test, expr} */
}

static Rule rule_of(const MuGuideContext *context, const char *name, const MuNode *node, const MuNode *condition)
{
    size_t count = condition->kind == MU_ARRAY ? condition->array.size : 1;
    Rule rule = {.name = name,
                 .node = node,
                 .tests = MU_NEW_ARRAY(context->arena, MuPredicate *, count),
                 .values = MU_NEW_ARRAY(context->arena, const MuNode *, count)};
    if (condition->kind == MU_ARRAY)
        for (size_t i = 0; i < count; i++)
            add_test(context, &rule, condition->array.at[i]);
    else
        add_test(context, &rule, condition);
    return rule;
}

MuConditions *mu_conditions_new(const MuGuideContext *context, const MuChain *chain)
{
    MuConditions *conditions = MU_NEW(context->arena, MuConditions);
    conditions->arena = context->arena;
    conditions->rules = MU_NEW_ARRAY(context->arena, Rule, NAME_COUNT);
    for (size_t i = 0; i < NAME_COUNT; i++) {
        const MuNode *node = mu_chain_get(chain, names[i], NULL), *condition = mu_node_get(node, "condition");
        if (condition)
            conditions->rules[conditions->size++] = rule_of(context, names[i], node, condition);
    }
    return conditions->size ? conditions : NULL;
}

static const MuNode *decide(const Rule *rule, MuEnv *env)
{
    for (size_t i = 0; i < rule->size; i++)
        if (mu_predicate_holds(rule->tests[i], env))
            return rule->values[i];
    const MuNode *plain = mu_node_get(rule->node, "value");
    return plain ? plain : rule->node; /* {condition, expr} is read as an expression */
}

MuChain mu_conditions_at(const MuConditions *conditions, const MuChain *chain, MuEnv *env, MuValue datum)
{
    MuChain at = {.env = env, .arena = chain->arena};
    env->datum = datum;
    if (!env->arena)
        env->arena = chain->arena;
    const MuNode *bag = NULL;
    for (size_t i = 0; conditions && i < conditions->size; i++)
        bag = mu_node_with(chain->arena, bag, conditions->rules[i].name, decide(&conditions->rules[i], env));
    mu_chain_add(&at, bag);
    for (size_t i = 0; i < chain->size; i++)
        mu_chain_add(&at, chain->bags[i]);
    return at;
}
