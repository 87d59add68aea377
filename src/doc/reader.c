#include "doc/reader.h"

#include "base/map.h"
#include "base/utf8.h"

enum { POOL = 128, LINEAR = 16 };

MuSpan mu_reader_span(const MuReader *reader, size_t start, size_t end)
{
    return (MuSpan){reader->source, (uint32_t)start, (uint32_t)end, 0};
}

MuNode *mu_reader_node(MuReader *reader, MuKind kind, size_t start, size_t end)
{
    if (!reader->pool_left) {
        reader->pool = MU_NEW_ARRAY(reader->arena, MuNode, POOL);
        reader->pool_left = POOL;
    }
    MuNode *node = reader->pool++;
    reader->pool_left--;
    node->kind = kind;
    node->span = mu_reader_span(reader, start, end);
    return node;
}

void mu_reader_close_array(MuReader *reader, MuNode *node, size_t first)
{
    size_t size = reader->items.size - first;
    node->array.at = MU_NEW_ARRAY(reader->arena, const MuNode *, size);
    node->array.size = size;
    if (size)
        memcpy(node->array.at, reader->items.at + first, size * sizeof *node->array.at);
    reader->items.size = first;
}

MuOpenObject mu_reader_open_object(const MuReader *reader)
{
    return (MuOpenObject){.first = reader->members.size};
}

/* Length, first and last byte tell most keys of one object apart. */
static uint64_t filter_bit(MuStr key)
{
    size_t mix = key.size;
    if (key.size)
        mix += (unsigned char)key.at[0] * 7u + (unsigned char)key.at[key.size - 1] * 31u;
    return (uint64_t)1 << (mix & 63);
}

static void build_index(MuReader *reader, MuOpenObject *object)
{
    object->index = MU_NEW(reader->arena, MuMap);
    for (size_t i = object->first; i < reader->members.size; i++)
        mu_map_put(reader->arena, object->index, reader->members.at[i].key, NULL);
}

/* The member with the key, or NULL. The index keeps the members' order, so places in it are places here. */
static MuMember *find_member(MuReader *reader, MuOpenObject *object, MuStr key)
{
    size_t size = reader->members.size - object->first;
    if (!size) {
        object->filter = filter_bit(key);
        return NULL;
    }
    MuMember *first = reader->members.at + object->first;
    if (size >= LINEAR) {
        if (!object->index)
            build_index(reader, object);
        bool added;
        const MuMapEntry *entry = mu_map_entry(reader->arena, object->index, key, &added);
        return added ? NULL : first + (entry - object->index->entries);
    }
    uint64_t bit = filter_bit(key);
    bool maybe = object->filter & bit;
    object->filter |= bit;
    for (size_t i = 0; maybe && i < size; i++) {
        if (mu_str_eq(first[i].key, key))
            return first + i;
    }
    return NULL;
}

/* In data the key may repeat in every row, so all but the first are only counted. */
static void warn_repeated(MuReader *reader, const MuMember *member)
{
    if (reader->repeated) {
        reader->diags->list.at[reader->repeated - 1].count++;
        return;
    }
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_REPEATED_KEY, member->key_span, MU_FMT(member->key));
    reader->repeated = (size_t)(diag - reader->diags->list.at) + 1;
}

static void report_duplicate(MuReader *reader, const MuMember *before, const MuMember *member)
{
    size_t line, column;
    mu_span_place(before->key_span, &line, &column);
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_DUPLICATE_KEY, member->key_span, MU_FMT(member->key));
    mu_diag_hint(reader->diags, diag, "the first one stands on line %zu, column %zu; keep one of them", line, column);
}

bool mu_reader_add_member(MuReader *reader, MuOpenObject *object, MuMember member)
{
    MuMember *before = find_member(reader, object, member.key);
    if (!before) {
        MU_PUSH(reader->arena, &reader->members, member); /* NOLINT(clang-analyzer-core.*): no null array has room */
        return true;
    }
    if (reader->use == MU_DOC_SPEC) {
        report_duplicate(reader, before, &member);
        return false;
    }
    warn_repeated(reader, &member);
    before->value = member.value;
    return true;
}

void mu_reader_close_object(MuReader *reader, MuNode *node, const MuOpenObject *object)
{
    size_t size = reader->members.size - object->first;
    MuMember *members = MU_NEW_ARRAY(reader->arena, MuMember, size);
    if (size)
        memcpy(members, reader->members.at + object->first, size * sizeof *members);
    node->object.at = members;
    node->object.size = size;
    reader->members.size = object->first;
}

static const char *encoding_hint(MuStr text)
{
    if (mu_str_starts(text, "\xFF\xFE") || mu_str_starts(text, "\xFE\xFF") || memchr(text.at, '\0', text.size))
        return "it looks like UTF-16; save the file as UTF-8";
    return "it may be Windows-1252 or Latin-1; save the file as UTF-8";
}

static bool check_text(MuReader *reader)
{
    MuStr text = reader->source->text;
    if (text.size >= UINT32_MAX) {
        mu_diag(reader->diags, MU_DIAG_DOC_LARGE, mu_reader_span(reader, 0, 0));
        return false;
    }
    size_t bad = mu_utf8_bad(text);
    if (bad == SIZE_MAX)
        return true;
    MuStr message = mu_str_printf(reader->arena, "byte 0x%02X is not UTF-8", (unsigned)(unsigned char)text.at[bad]);
    MuDiag *diag = mu_diag(reader->diags, MU_DIAG_NOT_UTF8, mu_reader_span(reader, bad, bad + 1), message.at);
    mu_diag_hint(reader->diags, diag, "%s", encoding_hint(text));
    return false;
}

static size_t skip_blanks(MuStr text, size_t at)
{
    while (at < text.size && (text.at[at] == ' ' || text.at[at] == '\t' || text.at[at] == '\n' || text.at[at] == '\r'))
        at++;
    return at;
}

static const MuNode *read(MuReader *reader, bool may_be_yaml)
{
    if (!check_text(reader))
        return NULL;
    MuStr text = reader->source->text;
    size_t start = mu_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    size_t first = skip_blanks(text, start);
    if (first == text.size) {
        mu_diag(reader->diags, MU_DIAG_DOC_EMPTY, mu_reader_span(reader, start, start));
        return NULL;
    }
    bool json = !may_be_yaml || text.at[first] == '{' || text.at[first] == '[';
    return json ? mu_json_read(reader, start) : mu_yaml_read(reader, start);
}

const MuNode *mu_doc_read(MuArena *arena, const MuSource *source, MuDocUse use, MuDiags *diags)
{
    MuReader reader = {.arena = arena, .source = source, .use = use, .diags = diags};
    return read(&reader, use == MU_DOC_SPEC);
}

const MuNode *mu_doc_read_json(MuArena *arena, const MuSource *source, MuDocUse use, MuDiags *diags)
{
    MuReader reader = {.arena = arena, .source = source, .use = use, .diags = diags};
    return read(&reader, false);
}
