/* Stacking, as vega-encode's Stack does it. */
#include "transform/engine.h"

typedef struct Stack {
    MuTable *table;
    const double *values; /* by physical row; what is not known takes no room */
    MuColumn *start, *end;
} Stack;

static double value_at(const Stack *stack, size_t row)
{
    return isnan(stack->values[row]) ? 0 : stack->values[row];
}

static void put(Stack *stack, size_t row, double start, double end)
{
    stack->start->numbers[row] = start;
    stack->end->numbers[row] = end;
}

/* Values below zero are stacked downwards, apart from the others. */
static void stack_zero(Stack *stack, const uint32_t *places, size_t count)
{
    double above = 0, below = 0;
    for (size_t i = 0; i < count; i++) {
        size_t row = mu_table_row(stack->table, places[i]);
        double value = value_at(stack, row), *last = value < 0 ? &below : &above;
        put(stack, row, *last, *last + value);
        *last += value;
    }
}

static void stack_center(Stack *stack, const uint32_t *places, size_t count, double sum, double greatest)
{
    double last = (greatest - sum) / 2;
    for (size_t i = 0; i < count; i++) {
        size_t row = mu_table_row(stack->table, places[i]);
        double next = last + fabs(value_at(stack, row));
        put(stack, row, last, next);
        last = next;
    }
}

static void stack_normalize(Stack *stack, const uint32_t *places, size_t count, double sum)
{
    double scale = 1 / sum, last = 0, value = 0;
    for (size_t i = 0; i < count; i++) {
        size_t row = mu_table_row(stack->table, places[i]);
        value += fabs(value_at(stack, row));
        put(stack, row, last, scale * value);
        last = scale * value;
    }
}

static double sum_of(const Stack *stack, const uint32_t *places, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += fabs(value_at(stack, mu_table_row(stack->table, places[i])));
    return sum;
}

static void stack_groups(Stack *stack, const MuGroups *groups, const MuSortKey *keys, size_t key_count,
                         MuStackMode mode)
{
    double *sums = MU_NEW_ARRAY(stack->table->arena, double, groups->count), greatest = 0;
    for (size_t g = 0; g < groups->count; g++) {
        sums[g] = sum_of(stack, mu_group_places(groups, g), mu_group_size(groups, g));
        greatest = sums[g] > greatest ? sums[g] : greatest;
    }
    for (size_t g = 0; g < groups->count; g++) {
        uint32_t *places = groups->places + groups->starts[g];
        size_t count = mu_group_size(groups, g);
        mu_sort_places(stack->table, places, count, keys, key_count);
        if (mode == MU_STACK_BY_ZERO)
            stack_zero(stack, places, count);
        else if (mode == MU_STACK_BY_CENTER)
            stack_center(stack, places, count, sums[g], greatest);
        else
            stack_normalize(stack, places, count, sums[g]);
    }
}

static void stack_by_keys(MuTable *table, MuColumn *value, MuColumn *const *columns, size_t column_count,
                          const MuSortKey *keys, size_t key_count, MuStackMode mode, MuStr start, MuStr end)
{
    Stack stack = {.table = table, .values = mu_column_numbers(table->arena, value)};
    stack.start = mu_column_new(table->arena, start, MU_COLUMN_NUMBER, table->physical);
    stack.end = mu_column_new(table->arena, end, MU_COLUMN_NUMBER, table->physical);
    MuGroups groups = mu_groups(table, columns, column_count);
    stack_groups(&stack, &groups, keys, key_count, mode);
    mu_table_put(table, stack.start);
    mu_table_put(table, stack.end);
}

void mu_stack_column(MuTable *table, MuColumn *value, MuColumn *const *groups, size_t group_count,
                     MuColumn *const *sort, const bool *descending, size_t sort_count, MuStackMode mode, MuStr start,
                     MuStr end)
{
    MuSortKey *keys = MU_NEW_ARRAY(table->arena, MuSortKey, sort_count);
    for (size_t i = 0; i < sort_count; i++)
        keys[i] = (MuSortKey){.column = sort[i], .descending = descending[i]};
    stack_by_keys(table, value, groups, group_count, keys, sort_count, mode, start, end);
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "stack"), *offset = mu_node_get(node, "offset");
    MuTable *made = mu_table_copy(context->arena, table);
    MuColumn *value = mu_transform_numbers(made, field, context->diags), **groups;
    MuSortKey *keys;
    size_t group_count, key_count;
    if (!value || !mu_transform_fields(made, mu_node_get(node, "groupby"), &groups, &group_count, context->diags) ||
        !mu_transform_sort(made, mu_node_get(node, "sort"), &keys, &key_count, context->diags))
        return NULL;
    MuStackMode mode = mu_node_is_string(offset, "center")      ? MU_STACK_BY_CENTER
                       : mu_node_is_string(offset, "normalize") ? MU_STACK_BY_NORMALIZE
                                                                : MU_STACK_BY_ZERO;
    bool named = mu_node_is(mu_node_get(node, "as"), MU_STRING);
    MuStr start = mu_transform_as(node, 0, mu_str_printf(context->arena, "%.*s_start", MU_FMT(field->string)));
    MuStr base = named ? start : field->string;
    MuStr end = mu_transform_as(node, 1, mu_str_printf(context->arena, "%.*s_end", MU_FMT(base)));
    stack_by_keys(made, value, groups, group_count, keys, key_count, mode, start, end);
    return made;
}

const MuTransformDef mu_transform_stack = {
    .name = "stack",
    .doc = "adds the start and the end of each value when the values of a group are piled up",
    .key = "stack",
    .run = run,
};
