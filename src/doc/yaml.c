/* YAML through libyaml's events, which know no schema and expand no alias: both are ours. The text has been
 * found to be UTF-8. libyaml counts characters where spans count bytes; a cursor translates. */
#include <yaml.h>

#include "base/map.h"
#include "doc/reader.h"

enum { MOST_ALIASED = 1000000 }; /* nodes that all aliases together may stand for */

/* What libyaml owns; freed when the reading ends, or by the arena when that jumps away. */
typedef struct Foreign {
    yaml_parser_t parser;
    yaml_event_t event;
    bool has_parser, has_event;
} Foreign;

typedef struct Anchor {
    const MuNode *node; /* NULL while the node is still being read */
    size_t weight;
} Anchor;

typedef struct Yaml {
    MuReader *reader;
    Foreign *foreign;
    MuStr text;
    size_t start; /* the offset of character 0 */
    size_t cursor_index, cursor_at;
    size_t last_end; /* where the last scalar, alias or closing bracket ended */
    MuMap anchors;
    size_t weight, aliased; /* nodes so far, aliases counted as what they stand for */
    int depth;
} Yaml;

static const MuNode *read_node(Yaml *yaml);

static void drop_event(Foreign *foreign)
{
    if (foreign->has_event)
        yaml_event_delete(&foreign->event);
    foreign->has_event = false;
}

static void drop_foreign(void *object)
{
    Foreign *foreign = object;
    drop_event(foreign);
    if (foreign->has_parser)
        yaml_parser_delete(&foreign->parser);
    foreign->has_parser = false;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The byte offset of a character. Marks come nearly in order, so the cursor moves little. */
static size_t byte_of(Yaml *yaml, size_t index)
{
    size_t at = yaml->cursor_at;
    while (yaml->cursor_index < index && at < yaml->text.size) {
        at++;
        while (at < yaml->text.size && is_continuation(yaml->text.at[at]))
            at++;
        yaml->cursor_index++;
    }
    while (yaml->cursor_index > index && at > yaml->start) {
        at--;
        while (at > yaml->start && is_continuation(yaml->text.at[at]))
            at--;
        yaml->cursor_index--;
    }
    return yaml->cursor_at = at;
}

static size_t event_start(Yaml *yaml)
{
    return byte_of(yaml, yaml->foreign->event.start_mark.index);
}

static size_t event_end(Yaml *yaml)
{
    return byte_of(yaml, yaml->foreign->event.end_mark.index);
}

static MuSpan event_span(Yaml *yaml)
{
    size_t start = event_start(yaml);
    return mu_reader_span(yaml->reader, start, event_end(yaml));
}

/* Takes the next event; false on an error of the grammar, which is reported. */
static bool next_event(Yaml *yaml)
{
    Foreign *foreign = yaml->foreign;
    drop_event(foreign);
    if (yaml_parser_parse(&foreign->parser, &foreign->event)) {
        foreign->has_event = true;
        return true;
    }
    const yaml_parser_t *parser = &foreign->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        mu_arena_fail(yaml->reader->arena, MU_NO_MEMORY);
    bool of_reader = parser->error == YAML_READER_ERROR;
    size_t at = of_reader ? yaml->start + parser->problem_offset : byte_of(yaml, parser->problem_mark.index);
    size_t opened = of_reader ? at : byte_of(yaml, parser->context_mark.index);
    mu_yaml_explain(yaml->reader, parser->problem ? parser->problem : "", at, opened);
    return false;
}

static MuStr scalar_text(const yaml_event_t *event)
{
    return (MuStr){(const char *)event->data.scalar.value, event->data.scalar.length};
}

/* The anchor and the tag of the event, for the kinds that may have them. */
static void event_properties(const yaml_event_t *event, const yaml_char_t **anchor, const yaml_char_t **tag)
{
    if (event->type == YAML_SCALAR_EVENT) {
        *anchor = event->data.scalar.anchor;
        *tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        *anchor = event->data.sequence_start.anchor;
        *tag = event->data.sequence_start.tag;
    } else {
        *anchor = event->data.mapping_start.anchor;
        *tag = event->data.mapping_start.tag;
    }
}

/* --- aliases --- */

/* The message is `before`, the name, `after`. */
static const MuNode *fail_alias(Yaml *yaml, const char *before, MuStr name, const char *after)
{
    MuStr message = mu_str_printf(yaml->reader->arena, "%s%.*s%s", before, MU_FMT(name), after);
    mu_diag(yaml->reader->diags, MU_DIAG_YAML_ALIAS, event_span(yaml), message.at);
    return NULL;
}

static const MuNode *read_alias(Yaml *yaml)
{
    MuStr name = mu_str_copy(yaml->reader->arena, mu_str((const char *)yaml->foreign->event.data.alias.anchor));
    const Anchor *anchor = mu_map_get(&yaml->anchors, name);
    if (!anchor)
        return fail_alias(yaml, "nothing before this place has the anchor '&", name, "'");
    if (!anchor->node)
        return fail_alias(yaml, "'*", name, "' stands inside of what it refers to");
    yaml->aliased += anchor->weight;
    yaml->weight += anchor->weight;
    if (yaml->aliased > MOST_ALIASED)
        return fail_alias(yaml, "the aliases up to '*", name, "' stand for more than a million values");
    yaml->last_end = event_end(yaml);
    return anchor->node;
}

/* --- nodes --- */

static const MuNode *read_scalar(Yaml *yaml)
{
    const yaml_event_t *event = &yaml->foreign->event;
    size_t start = event_start(yaml);
    yaml->last_end = event_end(yaml);
    MuNode *node = mu_reader_node(yaml->reader, MU_STRING, start, yaml->last_end);
    MuStr text = mu_str_copy(yaml->reader->arena, scalar_text(event));
    if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        return mu_yaml_scalar(yaml->reader, node, text) ? node : NULL;
    node->string = text;
    return node;
}

/* Block collections end, for libyaml, where the next thing begins; for us behind their last value. */
static size_t collection_end(Yaml *yaml, bool flow, size_t start)
{
    if (flow)
        yaml->last_end = event_end(yaml);
    return yaml->last_end > start ? yaml->last_end : start;
}

static const MuNode *read_sequence(Yaml *yaml)
{
    size_t start = event_start(yaml), first = yaml->reader->items.size;
    bool flow = yaml->foreign->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    for (;;) {
        if (!next_event(yaml))
            return NULL;
        if (yaml->foreign->event.type == YAML_SEQUENCE_END_EVENT)
            break;
        const MuNode *item = read_node(yaml);
        if (!item)
            return NULL;
        MU_PUSH(yaml->reader->arena, &yaml->reader->items, item);
    }
    MuNode *node = mu_reader_node(yaml->reader, MU_ARRAY, start, collection_end(yaml, flow, start));
    mu_reader_close_array(yaml->reader, node, first);
    return node;
}

/* Keys are always text: `2019:` is the key "2019". */
static bool read_key(Yaml *yaml, MuMember *member)
{
    const yaml_event_t *event = &yaml->foreign->event;
    MuDiags *diags = yaml->reader->diags;
    member->key_span = event_span(yaml);
    if (event->type != YAML_SCALAR_EVENT) {
        mu_diag(diags, MU_DIAG_YAML_SYNTAX, member->key_span, "a key must be text, not an alias, a list or a mapping");
        return false;
    }
    member->key = mu_str_copy(yaml->reader->arena, scalar_text(event));
    if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && mu_str_is(member->key, "<<")) {
        MuDiag *diag = mu_diag(diags, MU_DIAG_YAML_MERGE, member->key_span);
        mu_diag_hint(diags, diag, "write the properties out, or use an alias (*name) for a whole value");
        return false;
    }
    return true;
}

static bool read_member(Yaml *yaml, MuOpenObject *object)
{
    MuMember member = {0};
    if (!read_key(yaml, &member) || !next_event(yaml))
        return false;
    member.value = read_node(yaml);
    return member.value && mu_reader_add_member(yaml->reader, object, member);
}

static const MuNode *read_mapping(Yaml *yaml)
{
    size_t start = event_start(yaml);
    bool flow = yaml->foreign->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    MuOpenObject object = mu_reader_open_object(yaml->reader);
    for (;;) {
        if (!next_event(yaml))
            return NULL;
        if (yaml->foreign->event.type == YAML_MAPPING_END_EVENT)
            break;
        if (!read_member(yaml, &object))
            return NULL;
    }
    MuNode *node = mu_reader_node(yaml->reader, MU_OBJECT, start, collection_end(yaml, flow, start));
    mu_reader_close_object(yaml->reader, node, &object);
    return node;
}

static const MuNode *read_nested(Yaml *yaml)
{
    if (yaml->depth == MU_DOC_DEPTH) {
        mu_diag(yaml->reader->diags, MU_DIAG_TOO_DEEP, event_span(yaml), (int)MU_DOC_DEPTH);
        return NULL;
    }
    yaml->depth++;
    bool sequence = yaml->foreign->event.type == YAML_SEQUENCE_START_EVENT;
    const MuNode *node = sequence ? read_sequence(yaml) : read_mapping(yaml);
    yaml->depth--;
    return node;
}

static const MuNode *fail_tag(Yaml *yaml, const yaml_char_t *tag)
{
    MuDiags *diags = yaml->reader->diags;
    MuDiag *diag = mu_diag(diags, MU_DIAG_YAML_TAG, event_span(yaml), MU_FMT(mu_str((const char *)tag)));
    mu_diag_hint(diags, diag, "leave the tag out; quotes make a text, no quotes a number, true, false or null");
    return NULL;
}

/* The node that begins with the event at hand. */
static const MuNode *read_node(Yaml *yaml)
{
    if (yaml->foreign->event.type == YAML_ALIAS_EVENT)
        return read_alias(yaml);
    const yaml_char_t *name, *tag;
    event_properties(&yaml->foreign->event, &name, &tag);
    if (tag)
        return fail_tag(yaml, tag);
    MuArena *arena = yaml->reader->arena;
    Anchor *anchor = name ? MU_NEW(arena, Anchor) : NULL;
    if (anchor)
        mu_map_put(arena, &yaml->anchors, mu_str_copy(arena, mu_str((const char *)name)), anchor);
    size_t before = yaml->weight++;
    const MuNode *node = yaml->foreign->event.type == YAML_SCALAR_EVENT ? read_scalar(yaml) : read_nested(yaml);
    if (anchor)
        *anchor = (Anchor){node, yaml->weight - before};
    return node;
}

/* --- the stream --- */

static const MuNode *read_document(Yaml *yaml)
{
    MuReader *reader = yaml->reader;
    if (!next_event(yaml) || !next_event(yaml)) /* the stream, the document */
        return NULL;
    if (yaml->foreign->event.type == YAML_STREAM_END_EVENT) {
        mu_diag(reader->diags, MU_DIAG_DOC_EMPTY, mu_reader_span(reader, yaml->start, yaml->start));
        return NULL;
    }
    const MuNode *node = next_event(yaml) ? read_node(yaml) : NULL;
    if (!node || !next_event(yaml) || !next_event(yaml)) /* the document's end, the stream's */
        return NULL;
    if (yaml->foreign->event.type == YAML_STREAM_END_EVENT)
        return node;
    size_t at = event_start(yaml);
    mu_diag(reader->diags, MU_DIAG_YAML_SECOND, mu_reader_span(reader, at, at + 3));
    return NULL;
}

const MuNode *mu_yaml_read(MuReader *reader, size_t start)
{
    Foreign *foreign = MU_NEW(reader->arena, Foreign);
    mu_arena_defer(reader->arena, drop_foreign, foreign);
    foreign->has_parser = yaml_parser_initialize(&foreign->parser);
    if (!foreign->has_parser)
        mu_arena_fail(reader->arena, MU_NO_MEMORY);
    MuStr text = reader->source->text;
    yaml_parser_set_encoding(&foreign->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&foreign->parser, (const unsigned char *)text.at + start, text.size - start);
    Yaml yaml = {.reader = reader, .foreign = foreign, .text = text, .start = start, .cursor_at = start};
    const MuNode *node = read_document(&yaml);
    drop_foreign(foreign);
    return node;
}
