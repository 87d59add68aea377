#include "transform/engine.h"

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *text = mu_node_get(node, "calculate"), *as = mu_node_get(node, "as");
    if (!mu_node_is(text, MU_STRING) || !mu_node_is(as, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "calculate", "an expression and a name in 'as'");
        return NULL;
    }
    MuExpr *expr = mu_expr_compile(context->arena, text->string, text->span, context->diags);
    if (!expr)
        return NULL;
    MuValue outer = context->env->datum;
    MuValue *values = MU_NEW_ARRAY(context->arena, MuValue, table->physical);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        context->env->datum = mu_row_value(table, row);
        values[row] = mu_expr_eval(expr, context->env);
    }
    context->env->datum = outer;
    MuTable *made = mu_table_copy(context->arena, table);
    mu_table_put_values(made, as->string, values);
    return made;
}

const MuTransformDef mu_transform_calculate = {
    .name = "calculate",
    .doc = "adds a column: the value of an expression for each row",
    .key = "calculate",
    .run = run,
};
