#include "transform/engine.h"

static MuTimeUnit unit_for(const MuTable *table, const double *times, double maxbins)
{
    double from = INFINITY, to = -INFINITY;
    for (size_t i = 0; i < table->size; i++) {
        double t = times[mu_table_row(table, i)];
        from = t < from ? t : from;
        to = t > to ? t : to;
    }
    return mu_time_bin(from, to, maxbins);
}

void mu_time_unit_column(MuTable *table, MuColumn *column, MuTimeUnit unit, double maxbins, const MuZone *zone,
                         MuStr start, MuStr end)
{
    const double *times = mu_column_dates(table->arena, column, zone);
    if (!unit.units) {
        bool utc = unit.utc;
        unit = unit_for(table, times, isnan(maxbins) ? 40 : maxbins);
        unit.utc = utc;
    }
    MuColumn *starts = mu_column_new(table->arena, start, MU_COLUMN_DATE, table->physical);
    MuColumn *ends = mu_column_new(table->arena, end, MU_COLUMN_DATE, table->physical);
    for (size_t i = 0; i < table->size; i++) {
        size_t row = mu_table_row(table, i);
        double floor = mu_time_unit_floor(unit, times[row], zone);
        bool known = !isnan(floor);
        mu_column_set(table->arena, starts, row, known ? mu_date(floor) : mu_null());
        double next = known ? mu_time_unit_offset(unit, floor, 1, zone) : NAN;
        mu_column_set(table->arena, ends, row, known ? mu_date(next) : mu_null());
    }
    mu_table_put(table, starts);
    if (end.size)
        mu_table_put(table, ends);
}

static MuTable *run(const MuNode *node, MuTable *table, MuTransformContext *context)
{
    const MuNode *field = mu_node_get(node, "field"), *as = mu_node_get(node, "as");
    if (!mu_node_is(field, MU_STRING) || !mu_node_is(as, MU_STRING)) {
        mu_diag(context->diags, MU_DIAG_TRANSFORM_NEEDS, node->span, "timeUnit", "a field and a name in 'as'");
        return NULL;
    }
    MuTimeUnit unit;
    double maxbins;
    MuTable *made = mu_table_copy(context->arena, table);
    MuColumn *column = mu_transform_field(made, field, context->diags);
    if (!column || !mu_column_check_dates(made, column, context->zone, field->span, context->diags) ||
        !mu_transform_time_unit_node(mu_node_get(node, "timeUnit"), &unit, &maxbins, context->diags))
        return NULL;
    MuStr end = mu_str_printf(context->arena, "%.*s_end", MU_FMT(as->string));
    mu_time_unit_column(made, column, unit, maxbins, context->zone, as->string, end);
    return made;
}

const MuTransformDef mu_transform_time_unit = {
    .name = "timeUnit",
    .doc = "adds the start and the end of the unit of time in which a date lies",
    .key = "timeUnit",
    .run = run,
};
