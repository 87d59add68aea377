#include "transform/curves.h"

bool mu_curve_start(MuCurveRows *curve, MuTable *table, const MuNode *node, MuDiags *diags)
{
    *curve = (MuCurveRows){.table = table};
    if (!mu_transform_fields(table, mu_node_get(node, "groupby"), &curve->columns, &curve->column_count, diags))
        return false;
    curve->groups = mu_groups(table, curve->columns, curve->column_count);
    return true;
}

void mu_curve_add(MuCurveRows *curve, size_t group, const double *xy, size_t points)
{
    uint32_t row = (uint32_t)mu_table_row(curve->table, mu_group_places(&curve->groups, group)[0]);
    for (size_t i = 0; i < points; i++) {
        MU_PUSH(curve->table->arena, &curve->rows, row);
        MU_PUSH(curve->table->arena, &curve->x, mu_number(xy[2 * i]));
        MU_PUSH(curve->table->arena, &curve->y, mu_number(xy[2 * i + 1]));
    }
}

MuTable *mu_curve_table(MuCurveRows *curve, MuStr x, MuStr y)
{
    MuTable *made = mu_group_table(curve->table, curve->columns, curve->column_count, curve->rows.at, curve->rows.size);
    mu_table_put_values(made, x, curve->x.at);
    mu_table_put_values(made, y, curve->y.at);
    return made;
}

size_t mu_curve_points(const MuCurveRows *curve, size_t group, MuColumn *x, MuColumn *y, double **xs, double **ys)
{
    MuArena *arena = curve->table->arena;
    const double *x_numbers = mu_column_numbers(arena, x), *y_numbers = mu_column_numbers(arena, y);
    const uint32_t *places = mu_group_places(&curve->groups, group);
    size_t size = mu_group_size(&curve->groups, group), count = 0;
    *xs = MU_NEW_ARRAY(arena, double, size);
    *ys = MU_NEW_ARRAY(arena, double, size);
    for (size_t i = 0; i < size; i++) {
        size_t row = mu_table_row(curve->table, places[i]);
        if (isnan(x_numbers[row]) || isnan(y_numbers[row]))
            continue;
        (*xs)[count] = x_numbers[row];
        (*ys)[count++] = y_numbers[row];
    }
    return count;
}
