/* Legends of symbols: entries of a symbol and a label in a grid. After vega-encode/src/LegendEntries.js and
 * vega-parser/src/parsers/guides/legend-symbol-groups.js. */
#include "geom/symbol.h"
#include "guide/grid.h"
#include "guide/legend_parts.h"

typedef struct Symbols {
    const MuLegend *legend;
    MuSymbolLook look;
    MuTextLook label;
    const MuScale *size, *shape, *fill, *stroke, *stroke_width, *stroke_dash, *opacity;
    double clip_height, offset, label_offset;
    size_t columns;
} Symbols;

/* One entry: where it goes among the others, and its items. */
typedef struct Entry {
    MuItem *symbol, *label;
} Entry;

static Symbols symbols_of(const MuLegend *legend)
{
    const MuLegendSpec *spec = legend->spec;
    const MuChain *chain = legend->chain;
    Symbols s = {.legend = legend, .look = mu_legend_symbol_look(legend)};
    s.label = mu_legend_label_look(legend, mu_chain_number(chain, "labelLimit", 160));
    s.size = mu_legend_scale(spec, "size");
    s.shape = mu_legend_scale(spec, "shape");
    s.fill = mu_legend_scale(spec, "fill");
    s.stroke = mu_legend_scale(spec, "stroke");
    s.stroke_width = mu_legend_scale(spec, "strokeWidth");
    s.stroke_dash = mu_legend_scale(spec, "strokeDash");
    s.opacity = mu_legend_scale(spec, "opacity");
    s.clip_height = mu_chain_number(chain, "clipHeight", 0);
    s.offset = mu_chain_number(chain, "symbolOffset", 0);
    s.label_offset = mu_chain_number(chain, "labelOffset", 4);
    s.columns =
        (size_t)fmax(0, mu_chain_number(chain, "columns", mu_legend_is_vertical(legend, "symbolDirection") ? 1 : 0));
    return s;
}

static double scaled(const MuScale *scale, MuValue value, double fallback)
{
    return scale ? mu_scale_number(scale, value) : fallback;
}

/* The room of a symbol, or of its label where that is higher. */
static double entry_size(const Symbols *s, MuValue value)
{
    double room = ceil(sqrt(scaled(s->size, value, s->look.size)) + scaled(s->stroke_width, value, s->look.line.width));
    return fmax(isnan(room) ? 0 : room, s->label.font.size);
}

static MuPaint scaled_paint(const MuScale *scale, MuValue value, MuPaint fallback)
{
    return scale ? mu_paint(mu_scale_color(scale, value)) : fallback;
}

static MuStyle *symbol_style(const Symbols *s, MuValue value)
{
    MuArena *arena = s->legend->context->arena;
    MuStyle *style = mu_style_new(arena);
    style->fill = scaled_paint(s->fill, value, s->look.fill);
    style->stroke_paint = scaled_paint(s->stroke, value, s->look.stroke);
    style->fill_opacity = s->look.fill_opacity;
    style->stroke_opacity = s->look.stroke_opacity;
    style->opacity = scaled(s->opacity, value, s->look.opacity);
    if (isnan(style->opacity))
        style->opacity = 1;
    style->stroke = s->look.line;
    style->stroke.width = scaled(s->stroke_width, value, s->look.line.width);
    if (s->stroke_dash) {
        style->stroke.dash = NULL;
        style->stroke.dash_size = 0;
        mu_guide_dash(arena, mu_scale_value(s->stroke_dash, value), &style->stroke);
    }
    return style;
}

/* A built-in shape, or SVG path data for a square of side 2 around 0, 0. */
static void draw_shape(MuPath *path, MuStr shape, double size)
{
    const MuSymbol *symbol = mu_symbol_find(shape);
    if (symbol) {
        symbol->draw(path, size);
    } else if (mu_path_parse(path, shape)) {
        double half = sqrt(size) / 2;
        mu_path_scale(path, half, half, 0, 0);
    }
}

static MuItem *symbol_item(const Symbols *s, MuValue value, double x, double y)
{
    MuArena *arena = s->legend->context->arena;
    MuItem *item = mu_item_new(arena, MU_ITEM_PATH, MU_ROLE_LEGEND_SYMBOL);
    item->path = MU_NEW(arena, MuPath);
    item->path->arena = arena;
    MuStr shape = s->shape ? mu_to_string(arena, mu_scale_value(s->shape, value)) : s->look.shape;
    double size = scaled(s->size, value, s->look.size);
    if (size > 0)
        draw_shape(item->path, shape, size);
    item->style = symbol_style(s, value);
    item->x = x;
    item->y = y;
    return item;
}

static MuItem *label_item(const Symbols *s, const MuEntries *entries, size_t i, double x, double y)
{
    const MuLegend *legend = s->legend;
    MuTextSpot spot = {.x = x,
                       .y = y,
                       .align = mu_guide_align(mu_chain_string(legend->chain, "labelAlign", MU_STR("")), MU_ALIGN_LEFT),
                       .baseline = mu_chain_string(legend->chain, "labelBaseline", MU_STR("middle"))};
    MuValue datum = mu_guide_datum(legend->context->arena, entries->values[i], entries->labels[i], (double)i);
    MuStr *lines;
    size_t size = mu_guide_label(legend->context, legend->chain, datum, entries->labels[i], &lines);
    return mu_guide_text(legend->context, MU_ROLE_LEGEND_LABEL, lines, size, &s->label, &spot);
}

static bool is_kept(const MuLegendSpec *spec, MuValue value)
{
    for (size_t i = 0; i < spec->kept_count; i++)
        if (mu_value_same(spec->kept[i], value))
            return true;
    return !spec->kept;
}

static Entry entry_at(const Symbols *s, const MuEntries *entries, size_t i)
{
    double column = s->columns ? entries->largest : entries->sizes[i];
    double y = (s->clip_height > 0 ? s->clip_height : entries->sizes[i]) * 0.5;
    Entry entry = {symbol_item(s, entries->values[i], column * 0.5 + s->offset, y),
                   label_item(s, entries, i, column + s->offset + s->label_offset, y)};
    if (!is_kept(s->legend->spec, entries->values[i]))
        entry.symbol->style->opacity = entry.label->style->opacity =
            mu_chain_number(s->legend->chain, "unselectedOpacity", 0.35);
    return entry;
}

static MuBounds entry_box(const Symbols *s, const Entry *entry)
{
    MuBounds symbol = mu_item_bounds(entry->symbol, s->legend->context->text);
    MuBounds label = mu_item_bounds(entry->label, s->legend->context->text);
    if (s->clip_height > 0 && !mu_bounds_is_empty(symbol)) {
        symbol.y1 = fmax(symbol.y1, 0);
        symbol.y2 = fmin(symbol.y2, s->clip_height);
    }
    MuBounds box = mu_bounds_union(symbol, label);
    if (s->clip_height > 0)
        box = mu_bounds_union(box, (MuBounds){0, 0, 0, s->clip_height});
    return mu_bounds_is_empty(box) ? (MuBounds){0, 0, 0, 0} : box;
}

static MuGridOptions grid_options(const Symbols *s)
{
    const MuChain *chain = s->legend->chain;
    MuStr align = mu_chain_string(chain, "gridAlign", MU_STR("each"));
    MuGridAlign all = mu_str_is(align, "all") ? MU_GRID_ALL : mu_str_is(align, "none") ? MU_GRID_NONE : MU_GRID_EACH;
    return (MuGridOptions){.columns = s->columns,
                           .align_columns = all,
                           .align_rows = all,
                           .center_rows = true,
                           .column_padding = mu_chain_number(chain, "columnPadding", 10),
                           .row_padding = mu_chain_number(chain, "rowPadding", 2)};
}

/* The i-th cell of the grid (row by row) holds this entry: vertical legends run down their columns. */
static size_t entry_of_cell(const Symbols *s, size_t cell, size_t count)
{
    if (!s->columns || !mu_legend_is_vertical(s->legend, "symbolDirection"))
        return cell;
    size_t rows = (count + s->columns - 1) / s->columns, seen = 0;
    for (size_t row = 0; row < rows; row++)
        for (size_t i = row; i < count; i += rows)
            if (seen++ == cell)
                return i;
    return cell;
}

static void move(MuItem *item, double dx, double dy)
{
    item->x += dx;
    item->y += dy;
    item->bounds = mu_bounds_translate(item->bounds, dx, dy);
}

static void measure_entries(const Symbols *s, MuEntries *entries)
{
    bool asked = mu_node_get(s->legend->chain->definition, "values") != NULL;
    /* A first value of size zero is not shown. */
    if (!asked && entries->size && s->legend->scale->range_kind == MU_RANGE_NUMBERS &&
        mu_scale_number(s->legend->scale, entries->values[0]) == 0) {
        entries->values++;
        entries->labels++;
        entries->size--;
    }
    entries->sizes = MU_NEW_ARRAY(s->legend->context->arena, double, entries->size + 1);
    for (size_t i = 0; i < entries->size; i++) {
        entries->sizes[i] = entry_size(s, entries->values[i]);
        entries->largest = fmax(entries->largest, entries->sizes[i]);
    }
}

static void make_entries(const Symbols *s, const MuEntries *entries, Entry *items, MuGridCell *cells)
{
    for (size_t i = 0; i < entries->size; i++) {
        items[i] = entry_at(s, entries, entry_of_cell(s, i, entries->size));
        cells[i].box = entry_box(s, &items[i]);
    }
}

static double width_of(const MuGridCell *cells, size_t count, size_t columns, double padding)
{
    double width = (double)(columns - 1) * padding;
    for (size_t column = 0; column < columns; column++) {
        double widest = 0;
        for (size_t i = column; i < count; i += columns)
            widest = fmax(widest, cells[i].box.x2);
        width += widest;
    }
    return width;
}

/* As few rows as the room needs, then as few columns as these rows need; 0: all in one row. */
static size_t flowing_columns(const Symbols *s, const MuGridCell *cells, size_t count)
{
    double room = s->legend->spec->room - 2 * mu_chain_number(s->legend->chain, "padding", 0),
           padding = mu_chain_number(s->legend->chain, "columnPadding", 10);
    size_t columns = count;
    if (s->columns || !(s->legend->spec->room > 0) || mu_legend_is_vertical(s->legend, "symbolDirection"))
        return s->columns;
    while (columns > 1 && width_of(cells, count, columns, padding) > room)
        columns--;
    size_t rows = columns ? (count + columns - 1) / columns : 1;
    return rows > 1 ? (count + rows - 1) / rows : 0;
}

void mu_legend_add_symbols(MuLegend *legend)
{
    MuArena *arena = legend->context->arena;
    Symbols s = symbols_of(legend);
    MuEntries entries = mu_legend_entries(legend, 5);
    measure_entries(&s, &entries);
    MuGridCell *cells = MU_NEW_ARRAY(arena, MuGridCell, entries.size + 1);
    Entry *items = MU_NEW_ARRAY(arena, Entry, entries.size + 1);
    make_entries(&s, &entries, items, cells);
    size_t columns = flowing_columns(&s, cells, entries.size);
    if (columns != s.columns) {
        s.columns = columns;
        make_entries(&s, &entries, items, cells);
    }
    MuGridOptions options = grid_options(&s);
    mu_grid_layout(arena, cells, entries.size, &options);
    for (size_t i = 0; i < entries.size; i++) {
        move(items[i].symbol, cells[i].x, cells[i].y);
        move(items[i].label, cells[i].x, cells[i].y);
        mu_group_add(arena, legend->group, items[i].symbol);
        mu_group_add(arena, legend->group, items[i].label);
        legend->entries = mu_bounds_union(legend->entries, mu_bounds_translate(cells[i].box, cells[i].x, cells[i].y));
    }
}
