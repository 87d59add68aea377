/* CSV through libcsv. The file is given to the parser line by line, so that a row's line is known, and
 * libcsv's callbacks only copy into room that was made before: nothing is allocated, and so nothing can
 * jump, inside of its frames. Its strict mode stops at two things, a quote within an unquoted cell
 * (which is text, as in d3-dsv: 37°36'37.8"N) and text behind a closing quote (an error); the parser's
 * own state tells which, and the first is fed again leniently. */
#include "data/csv.h"

#include <csv.h>

typedef struct Cell {
    size_t start, size; /* in the row's bytes */
} Cell;

/* The cells of the row that is being read. */
typedef struct Row {
    char *bytes;
    size_t size, capacity;
    Cell *cells;
    size_t count, cell_capacity;
    bool done;
} Row;

/* A column while its words are collected. */
typedef struct Words {
    MuColumn *column; /* NULL: not kept */
    MuMap words;      /* word → its place in order of insertion is its code */
    bool unnamed;     /* has no name, as one before it: it must have no cells */
} Words;

typedef struct Reader {
    MuArena *arena;
    const MuSource *source;
    MuDiags *diags;
    const char *name;
    const MuCsvOptions *options;
    MuTable *table;
    MuStr text;
    const char *line_feed; /* the next in the text, or its end; NULL: not looked for yet */
    struct csv_parser parser;
    unsigned char strict;
    Row row;
    size_t line, row_line; /* of the bytes being read; of the row's first */
    size_t header_line;
    size_t first_unnamed; /* the place of the first column without a name */
    size_t blank_line;    /* the first of the blank lines since the last row */
    size_t inner_blanks, first_inner_blank;
    Words *columns;
    size_t column_count;
    size_t rows, row_capacity;
    size_t solid; /* rows up to the last that is not blank */
    uint32_t *lines;
    MU_VEC(MuStr) left_out;
} Reader;

static void end_cell(void *bytes, size_t size, void *context)
{
    Row *row = context;
    memcpy(row->bytes + row->size, bytes, size);
    row->cells[row->count++] = (Cell){row->size, size};
    row->size += size;
}

static void end_row(int terminator, void *context)
{
    (void)terminator;
    ((Row *)context)->done = true;
}

static int never_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void free_parser(void *parser)
{
    csv_free(parser);
}

static bool init_parser(Reader *reader, char delimiter)
{
    reader->strict = CSV_STRICT | CSV_STRICT_FINI;
    if (csv_init(&reader->parser, reader->strict) != 0)
        return false;
    mu_arena_defer(reader->arena, free_parser, &reader->parser);
    csv_set_delim(&reader->parser, (unsigned char)delimiter);
    csv_set_space_func(&reader->parser, never_space);
    csv_set_blk_size(&reader->parser, 4096);
    return true;
}

static MuSpan at_line(const Reader *reader, size_t line)
{
    return (MuSpan){.source = reader->source, .line = (uint32_t)line};
}

/* --- The text --- */

static MuStr without_bom(MuStr text)
{
    return mu_str_starts(text, "\xEF\xBB\xBF") ? mu_str_slice(text, 3, text.size) : text;
}

/* Behind the line end (LF, CRLF or CR) that ends the line from `from` on. `*line_feed` is kept from call to call,
 * so that a text without line feeds is not searched for them again and again. */
static size_t next_line(MuStr text, size_t from, const char **line_feed)
{
    const char *start = text.at + from, *end = text.at + text.size;
    if (!*line_feed || (*line_feed < start && *line_feed != end)) {
        *line_feed = memchr(start, '\n', text.size - from);
        if (!*line_feed)
            *line_feed = end;
    }
    const char *lf = *line_feed;
    size_t size = lf == end ? text.size - from : (size_t)(lf - start) + 1;
    const char *cr = memchr(start, '\r', size);
    if (cr && cr + 1 != lf)
        size = (size_t)(cr - start) + 1;
    return from + size;
}

static size_t count_lines(MuStr text)
{
    size_t count = 1;
    const char *line_feed = NULL;
    for (size_t i = 0; i < text.size; i = next_line(text, i, &line_feed))
        count++;
    return count;
}

static size_t skip_lines(MuStr text, size_t count)
{
    size_t at = 0;
    const char *line_feed = NULL;
    while (count-- && at < text.size)
        at = next_line(text, at, &line_feed);
    return at;
}

/* --- Rows --- */

static void *grow_array(MuArena *arena, void *old, size_t *capacity, size_t wanted, size_t size)
{
    size_t before = *capacity;
    if (wanted <= before)
        return old;
    *capacity = wanted > before * 2 ? wanted : before * 2;
    if (*capacity > SIZE_MAX / size)
        mu_arena_fail(arena, MU_NO_MEMORY);
    return mu_arena_grow(arena, old, before * size, *capacity * size);
}

/* Room for all that the callbacks can add while `piece` is read: the bytes, those that libcsv still
 * holds, and a cell for each delimiter and for each end. */
static void make_room(Reader *reader, MuStr piece)
{
    Row *row = &reader->row;
    size_t cells = 2;
    char delimiter = (char)csv_get_delim(&reader->parser);
    for (size_t i = 0; i < piece.size; i++)
        cells += piece.at[i] == delimiter;
    size_t bytes = row->size + reader->parser.entry_pos + piece.size + 1;
    row->bytes = grow_array(reader->arena, row->bytes, &row->capacity, bytes, 1);
    row->cells = grow_array(reader->arena, row->cells, &row->cell_capacity, row->count + cells, sizeof *row->cells);
}

/* False with an error when the parser stops: text behind a quote, or no memory. */
static bool feed(Reader *reader, MuStr piece)
{
    make_room(reader, piece);
    size_t at = 0;
    while (at < piece.size) {
        at += csv_parse(&reader->parser, piece.at + at, piece.size - at, end_cell, end_row, &reader->row);
        if (at == piece.size)
            break;
        if (csv_error(&reader->parser) != CSV_EPARSE)
            mu_arena_fail(reader->arena, MU_NO_MEMORY);
        if (reader->parser.quoted) {
            mu_diag(reader->diags, MU_DIAG_CSV_AFTER_QUOTE, at_line(reader, reader->line), reader->line, reader->name);
            return false;
        }
        csv_set_opts(&reader->parser, 0);
        at += csv_parse(&reader->parser, piece.at + at, 1, end_cell, end_row, &reader->row);
        csv_set_opts(&reader->parser, reader->strict);
    }
    return true;
}

static MuStr cell_at(const Row *row, size_t i)
{
    return (MuStr){row->bytes + row->cells[i].start, row->cells[i].size};
}

static bool is_blank_row(const Row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (mu_str_trim(cell_at(row, i)).size)
            return false;
    return true;
}

/* A line with nothing on it between rows: libcsv skips it without a word. */
static bool is_blank_line(const Reader *reader, MuStr piece)
{
    bool between = reader->row.count == 0 && reader->row.size == 0 && !reader->row_line;
    return between && (piece.at[0] == '\n' || piece.at[0] == '\r');
}

/* What people see when a title stands above the table: the first lines, each cut to a few words. */
static void hint_preamble(Reader *reader, MuDiag *diag)
{
    enum { LINES = 3, MOST = 48 };
    MuBuf lines = {.arena = reader->diags->arena};
    MuStr text = reader->text;
    const char *line_feed = NULL;
    for (size_t i = 0, at = 0; i < LINES && at < text.size; i++) {
        size_t next = next_line(text, at, &line_feed);
        MuStr line = mu_str_trim(mu_str_slice(text, at, next));
        size_t cut = line.size > MOST ? MOST : line.size;
        while (cut > 0 && cut < line.size && ((unsigned char)line.at[cut] & 0xC0) == 0x80)
            cut--;
        mu_buf_printf(&lines, "%s%.*s%s", i ? " | " : "", (int)cut, line.at, cut < line.size ? "…" : "");
        at = next;
    }
    MuStr first = mu_buf_str(&lines);
    mu_diag_hint(reader->diags, diag,
                 "the file begins: %.*s; if lines stand above the header, say how many in format.skip", MU_FMT(first));
}

/* The place of the first column with the name; SIZE_MAX with an error where a name stands twice. */
static size_t check_name(Reader *reader, MuMap *seen, MuStr name, size_t place)
{
    bool added;
    MuMapEntry *entry = mu_map_entry(reader->arena, seen, name, &added);
    if (added) {
        entry->value = (void *)(uintptr_t)(place + 1);
        return place;
    }
    size_t first = (size_t)(uintptr_t)entry->value - 1;
    if (!name.size || reader->options->vega)
        return first;
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_CSV_HEADER_TWICE, at_line(reader, reader->row_line), reader->name,
                           mu_str_cstr(reader->diags->arena, name), first + 1, place + 1);
    mu_diag_hint(reader->diags, diag,
                 "give each column a name of its own, in the file or with format: {skip: %zu, header: […]}",
                 reader->options->skip + 1);
    return SIZE_MAX;
}

static MuColumn *new_column(Reader *reader, MuStr name)
{
    MuColumn *column = mu_column_new(reader->arena, name, MU_COLUMN_TEXT, 0);
    column->source = reader->source;
    column->lines = reader->lines;
    column->text.codes = MU_NEW_ARRAY(reader->arena, uint32_t, reader->row_capacity);
    mu_table_put(reader->table, column);
    return column;
}

static bool is_wanted(const MuCsvOptions *options, MuStr name)
{
    return !options->wanted || options->wanted(options->asked, name);
}

static bool start_columns(Reader *reader, const MuStr *names, size_t count)
{
    MuMap seen = {0};
    reader->columns = MU_NEW_ARRAY(reader->arena, Words, count);
    reader->column_count = count;
    reader->header_line = reader->row_line;
    reader->lines = MU_NEW_ARRAY(reader->arena, uint32_t, reader->row_capacity);
    for (size_t i = 0; i < count; i++) {
        size_t first = check_name(reader, &seen, names[i], i);
        if (first == SIZE_MAX)
            return false;
        reader->columns[i].unnamed = first != i && !names[i].size;
        if (reader->columns[i].unnamed) {
            reader->first_unnamed = first;
            continue;
        }
        if (first != i)
            reader->columns[first].column = NULL;
        if (is_wanted(reader->options, names[i]))
            reader->columns[i].column = new_column(reader, names[i]);
        else
            MU_PUSH(reader->arena, &reader->left_out, names[i]);
    }
    return true;
}

static MuStr header_cell(Reader *reader, size_t i)
{
    return reader->options->no_header ? mu_str_printf(reader->arena, "column%zu", i + 1)
                                      : mu_str_copy(reader->arena, cell_at(&reader->row, i));
}

static bool take_header(Reader *reader)
{
    size_t count = reader->row.count;
    MuStr *names = MU_NEW_ARRAY(reader->arena, MuStr, count);
    for (size_t i = 0; i < count; i++)
        names[i] = header_cell(reader, i);
    return start_columns(reader, names, count);
}

static uint32_t word_code(Reader *reader, Words *words, MuStr cell)
{
    bool added;
    MuMapEntry *entry = mu_map_entry(reader->arena, &words->words, cell, &added);
    if (added)
        entry->key = mu_str_copy(reader->arena, cell);
    return (uint32_t)(entry - words->words.entries);
}

static bool refuse_row(Reader *reader)
{
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_CSV_CELLS, at_line(reader, reader->row_line), reader->row_line,
                           reader->name, reader->row.count, reader->column_count);
    if (reader->rows < 20)
        hint_preamble(reader, diag);
    else
        mu_diag_hint(reader->diags, diag, "a cell with the delimiter in it needs quotes");
    return false;
}

/* Columns without names cannot be told apart; it is well only if nothing stands in them. */
static bool refuse_unnamed(Reader *reader, size_t place)
{
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_CSV_HEADER_EMPTY, at_line(reader, reader->header_line), reader->name,
                           reader->first_unnamed + 1, place + 1);
    hint_preamble(reader, diag);
    return false;
}

/* The code of a cell in a column that is kept; false for text in a column without a name. */
static bool take_cell(Reader *reader, size_t i, MuStr cell)
{
    Words *words = &reader->columns[i];
    if (words->column)
        words->column->text.codes[reader->rows] = word_code(reader, words, cell);
    else if (words->unnamed && mu_str_trim(cell).size)
        return refuse_unnamed(reader, i);
    return true;
}

/* Blank rows are kept until a row follows: only as the last ones they are dropped. */
static bool take_row(Reader *reader)
{
    const Row *row = &reader->row;
    if (row->count != reader->column_count && !reader->options->vega)
        return refuse_row(reader);
    size_t count = row->count < reader->column_count ? row->count : reader->column_count;
    for (size_t i = 0; i < count; i++)
        if (!take_cell(reader, i, cell_at(row, i)))
            return false;
    for (size_t i = count; i < reader->column_count; i++)
        if (reader->columns[i].column)
            reader->columns[i].column->text.codes[reader->rows] = UINT32_MAX;
    reader->lines[reader->rows++] = (uint32_t)reader->row_line;
    if (!is_blank_row(row))
        reader->solid = reader->rows;
    return true;
}

static void take_blank_line(Reader *reader)
{
    if (!reader->blank_line)
        reader->blank_line = reader->line;
}

/* A row of one empty cell; where there are more columns, their cells are absent. */
static void add_empty_row(Reader *reader, size_t line)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        Words *words = &reader->columns[i];
        if (words->column)
            words->column->text.codes[reader->rows] = i ? UINT32_MAX : word_code(reader, words, MU_STR(""));
    }
    reader->lines[reader->rows++] = (uint32_t)line;
}

/* Blank lines that turn out to stand between rows: an empty cell each where there is one column, as
 * d3-dsv reads them, and nothing otherwise. */
static void settle_blank_lines(Reader *reader, size_t until)
{
    if (!reader->blank_line)
        return;
    if (reader->column_count == 1 || reader->options->vega) {
        for (size_t line = reader->blank_line; line < until; line++)
            add_empty_row(reader, line);
    } else if (!reader->inner_blanks++) {
        reader->first_inner_blank = reader->blank_line;
    }
    reader->blank_line = 0;
}

/* The header is read; without one its names are made and the row stays. */
static bool finish_header(Reader *reader)
{
    reader->blank_line = 0;
    return take_header(reader) && (!reader->options->no_header || take_row(reader));
}

static bool finish_row(Reader *reader)
{
    bool ok = true, other_width = reader->row.count != reader->column_count && !reader->options->vega;
    if (!reader->columns) {
        ok = finish_header(reader);
    } else if (other_width && is_blank_row(&reader->row)) {
        take_blank_line(reader);
    } else {
        settle_blank_lines(reader, reader->row_line);
        ok = take_row(reader);
    }
    reader->row.count = reader->row.size = 0;
    reader->row.done = false;
    reader->row_line = 0;
    return ok;
}

static bool read_line(Reader *reader, MuStr piece)
{
    if (is_blank_line(reader, piece)) {
        take_blank_line(reader);
        return true;
    }
    if (!reader->row_line)
        reader->row_line = reader->line;
    if (!feed(reader, piece))
        return false;
    return !reader->row.done || finish_row(reader);
}

/* The last row may lack its line end. */
static bool read_end(Reader *reader)
{
    if (!reader->row_line)
        return true;
    make_room(reader, MU_STR(""));
    if (csv_fini(&reader->parser, end_cell, end_row, &reader->row) != 0) {
        mu_diag(reader->diags, MU_DIAG_CSV_OPEN_QUOTE, at_line(reader, reader->row_line), reader->name,
                reader->row_line);
        return false;
    }
    return !reader->row.done || finish_row(reader);
}

static bool read_lines(Reader *reader, MuStr text)
{
    for (size_t at = 0; at < text.size;) {
        size_t next = next_line(text, at, &reader->line_feed);
        if (!read_line(reader, mu_str_slice(text, at, next)))
            return false;
        reader->line++;
        at = next;
    }
    return read_end(reader);
}

/* Spreadsheets leave a last row of empty cells, or an empty line. */
static void drop_blank_last(Reader *reader)
{
    if (reader->options->vega) {
        settle_blank_lines(reader, reader->line);
        return;
    }
    size_t line = reader->solid < reader->rows ? reader->lines[reader->solid] : reader->blank_line;
    reader->rows = reader->solid;
    if (line)
        mu_diag(reader->diags, MU_DIAG_CSV_BLANK_LAST, at_line(reader, line), reader->name, line);
}

static void note_unnamed(Reader *reader)
{
    size_t count = 0;
    for (size_t i = 0; i < reader->column_count; i++)
        count += reader->columns[i].unnamed;
    if (count && !reader->options->vega)
        mu_diag(reader->diags, MU_DIAG_CSV_UNNAMED, at_line(reader, reader->header_line), reader->name, count);
}

static void note_blank_lines(Reader *reader)
{
    if (reader->inner_blanks)
        mu_diag(reader->diags, MU_DIAG_CSV_BLANK_LINE, at_line(reader, reader->first_inner_blank), reader->name,
                reader->first_inner_blank);
}

static void finish_columns(Reader *reader)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        Words *words = &reader->columns[i];
        if (!words->column)
            continue;
        words->column->size = reader->rows;
        words->column->text.size = words->words.size;
        words->column->text.words = MU_NEW_ARRAY(reader->arena, MuStr, words->words.size);
        for (size_t w = 0; w < words->words.size; w++)
            words->column->text.words[w] = words->words.entries[w].key;
    }
    reader->table->physical = reader->table->size = reader->rows;
    reader->table->left_out = reader->left_out.at;
    reader->table->left_out_size = reader->left_out.size;
}

static MuTable *too_large(Reader *reader)
{
    mu_diag(reader->diags, MU_DIAG_DATA_TOO_LARGE, at_line(reader, 1), reader->name);
    return NULL;
}

static bool read_all(Reader *reader)
{
    const MuCsvOptions *options = reader->options;
    if (options->header && !start_columns(reader, options->header, options->header_size))
        return false;
    if (!read_lines(reader, reader->text))
        return false;
    if (reader->columns)
        return true;
    mu_diag(reader->diags, MU_DIAG_DATA_EMPTY, at_line(reader, 1), reader->name);
    return false;
}

MuTable *mu_csv_read(MuArena *arena, const MuSource *source, MuCsvOptions options, MuDiags *diags)
{
    Reader *reader = MU_NEW(arena, Reader);
    MuStr text = options.vega ? source->text : without_bom(source->text);
    *reader = (Reader){.arena = arena,
                       .source = source,
                       .diags = diags,
                       .name = mu_str_cstr(arena, source->name),
                       .options = &options,
                       .text = mu_str_slice(text, skip_lines(text, options.skip), text.size),
                       .line = options.skip + 1};
    reader->row_capacity = count_lines(reader->text);
    if (reader->row_capacity >= UINT32_MAX)
        return too_large(reader);
    if (!init_parser(reader, options.delimiter))
        mu_arena_fail(arena, MU_NO_MEMORY);
    reader->table = mu_table_new(arena, 0);
    reader->table->vega = options.vega;
    if (!read_all(reader))
        return NULL;
    note_blank_lines(reader);
    note_unnamed(reader);
    drop_blank_last(reader);
    finish_columns(reader);
    return reader->table;
}
