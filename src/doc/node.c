#include "doc/node.h"

#include <stdarg.h>

#include "base/num.h"

const MuMember *mu_node_member(const MuNode *node, MuStr key)
{
    if (!mu_node_is(node, MU_OBJECT))
        return NULL;
    for (size_t i = 0; i < node->object.size; i++) {
        if (mu_str_eq(node->object.at[i].key, key))
            return &node->object.at[i];
    }
    return NULL;
}

const MuNode *mu_node_find(const MuNode *node, MuStr key)
{
    const MuMember *member = mu_node_member(node, key);
    return member ? member->value : NULL;
}

const MuNode *mu_node_get(const MuNode *node, const char *key)
{
    return mu_node_find(node, mu_str(key));
}

const MuNode *mu_node_path(const MuNode *node, ...)
{
    va_list keys;
    va_start(keys, node);
    for (const char *key = va_arg(keys, const char *); key && node; key = va_arg(keys, const char *))
        node = mu_node_get(node, key);
    va_end(keys);
    return node;
}

bool mu_node_is_string(const MuNode *node, const char *text)
{
    return mu_node_is(node, MU_STRING) && mu_str_is(node->string, text);
}

MuStr mu_node_string(const MuNode *node, MuStr fallback)
{
    return mu_node_is(node, MU_STRING) ? node->string : fallback;
}

double mu_node_number(const MuNode *node, double fallback)
{
    return mu_node_is(node, MU_NUMBER) ? node->number : fallback;
}

bool mu_node_bool(const MuNode *node, bool fallback)
{
    return mu_node_is(node, MU_BOOL) ? node->boolean : fallback;
}

MuNode *mu_node_new(MuArena *arena, MuKind kind, const MuNode *from)
{
    MuNode *node = MU_NEW(arena, MuNode);
    node->kind = kind;
    if (from)
        node->span = from->span;
    return node;
}

MuNode *mu_node_new_string(MuArena *arena, MuStr s, const MuNode *from)
{
    MuNode *node = mu_node_new(arena, MU_STRING, from);
    node->string = s;
    return node;
}

MuNode *mu_node_new_number(MuArena *arena, double n, const MuNode *from)
{
    MuNode *node = mu_node_new(arena, MU_NUMBER, from);
    node->number = n;
    return node;
}

MuNode *mu_node_new_bool(MuArena *arena, bool b, const MuNode *from)
{
    MuNode *node = mu_node_new(arena, MU_BOOL, from);
    node->boolean = b;
    return node;
}

MuNode *mu_node_new_array(MuArena *arena, const MuNodeList *list, const MuNode *from)
{
    MuNode *node = mu_node_new(arena, MU_ARRAY, from);
    node->array.at = list->at;
    node->array.size = list->size;
    return node;
}

/* --- objects from objects --- */

typedef struct Members {
    MuArena *arena;
    MuMember *at;
    size_t size;
} Members;

static Members members_of(MuArena *arena, const MuNode *object, size_t room)
{
    size_t size = mu_node_is(object, MU_OBJECT) ? object->object.size : 0;
    Members members = {arena, MU_NEW_ARRAY(arena, MuMember, size + room), size};
    if (size)
        memcpy(members.at, object->object.at, size * sizeof *members.at);
    return members;
}

static MuMember *members_find(const Members *members, MuStr key)
{
    for (size_t i = 0; i < members->size; i++) {
        if (mu_str_eq(members->at[i].key, key))
            return &members->at[i];
    }
    return NULL;
}

static void members_set(Members *members, MuMember member)
{
    MuMember *there = members_find(members, member.key);
    if (there)
        there->value = member.value;
    else
        members->at[members->size++] = member;
}

static void members_remove(Members *members, MuStr key)
{
    MuMember *there = members_find(members, key);
    if (!there)
        return;
    MuMember *end = members->at + members->size;
    memmove(there, there + 1, (size_t)(end - there - 1) * sizeof *there);
    members->size--;
}

static const MuNode *members_node(const Members *members, const MuNode *from)
{
    MuNode *node = mu_node_new(members->arena, MU_OBJECT, from);
    node->object.at = members->at;
    node->object.size = members->size;
    return node;
}

const MuNode *mu_node_with(MuArena *arena, const MuNode *node, const char *key, const MuNode *value)
{
    Members members = members_of(arena, node, 1);
    if (value)
        members_set(&members, (MuMember){mu_str(key), value->span, value});
    else
        members_remove(&members, mu_str(key));
    return members_node(&members, node ? node : value);
}

const MuNode *mu_node_without(MuArena *arena, const MuNode *node, const char *const *keys)
{
    Members members = members_of(arena, node, 0);
    for (; *keys; keys++)
        members_remove(&members, mu_str(*keys));
    return members_node(&members, node);
}

const MuNode *mu_node_over(MuArena *arena, const MuNode *under, const MuNode *over)
{
    if (!mu_node_is(over, MU_OBJECT) || !over->object.size)
        return under;
    Members members = members_of(arena, under, over->object.size);
    for (size_t i = 0; i < over->object.size; i++) {
        MuMember member = over->object.at[i];
        member.key_span = member.value->span;
        members_set(&members, member);
    }
    return members_node(&members, under ? under : over);
}

const MuNode *mu_node_merge(MuArena *arena, const MuNode *under, const MuNode *over)
{
    if (!under || !over)
        return over ? over : under;
    if (under->kind != MU_OBJECT || over->kind != MU_OBJECT)
        return over;
    Members members = members_of(arena, under, over->object.size);
    for (size_t i = 0; i < over->object.size; i++) {
        MuMember member = over->object.at[i];
        member.value = mu_node_merge(arena, mu_node_find(under, member.key), member.value);
        members_set(&members, member);
    }
    return members_node(&members, over);
}

bool mu_node_is_made(const MuNode *object)
{
    if (!mu_node_is(object, MU_OBJECT) || !object->object.size)
        return false;
    const MuMember *first = &object->object.at[0];
    return first->key_span.source == first->value->span.source && first->key_span.start == first->value->span.start;
}

/* --- values --- */

static MuValue array_value(MuArena *arena, const MuNode *node)
{
    MuArray *array = MU_NEW(arena, MuArray);
    array->size = node->array.size;
    array->at = MU_NEW_ARRAY(arena, MuValue, array->size);
    for (size_t i = 0; i < array->size; i++)
        array->at[i] = mu_node_value(arena, node->array.at[i]);
    return (MuValue){.kind = MU_ARRAY, .array = array};
}

/* The keys of a node are unique already, so the fields need no look-up. */
static MuValue object_value(MuArena *arena, const MuNode *node)
{
    MuObject *object = mu_object_new(arena);
    object->size = object->capacity = node->object.size;
    object->at = MU_NEW_ARRAY(arena, MuField, object->size);
    for (size_t i = 0; i < object->size; i++) {
        const MuMember *member = &node->object.at[i];
        object->at[i] = (MuField){member->key, mu_node_value(arena, member->value)};
    }
    return mu_object_value(object);
}

MuValue mu_node_value(MuArena *arena, const MuNode *node)
{
    switch (node ? node->kind : MU_UNDEFINED) {
    case MU_NULL:
        return mu_null();
    case MU_BOOL:
        return mu_bool(node->boolean);
    case MU_NUMBER:
        return mu_number(node->number);
    case MU_STRING:
        return mu_string(node->string);
    case MU_ARRAY:
        return array_value(arena, node);
    case MU_OBJECT:
        return object_value(arena, node);
    default:
        return mu_undefined();
    }
}

/* --- writing --- */

static void write_string(MuBuf *buf, MuStr s)
{
    static const char SHORT[] = "\b\f\n\r\t", LETTERS[] = "bfnrt";
    mu_buf_addc(buf, '"');
    for (size_t i = 0; i < s.size; i++) {
        char c = s.at[i];
        const char *known = c ? strchr(SHORT, c) : NULL;
        if (c == '"' || c == '\\')
            mu_buf_printf(buf, "\\%c", c);
        else if (known)
            mu_buf_printf(buf, "\\%c", LETTERS[known - SHORT]);
        else if ((unsigned char)c < 0x20)
            mu_buf_printf(buf, "\\u%04x", (unsigned)(unsigned char)c);
        else
            mu_buf_addc(buf, c);
    }
    mu_buf_addc(buf, '"');
}

static void break_line(MuBuf *buf, int depth)
{
    mu_buf_addc(buf, '\n');
    for (int i = 0; i < depth; i++)
        mu_buf_adds(buf, "  ");
}

static bool is_nested(const MuNode *node)
{
    return (node->kind == MU_ARRAY && node->array.size) || (node->kind == MU_OBJECT && node->object.size);
}

static void write_node(MuBuf *buf, const MuNode *node, int depth);

/* Plain values stand on one line: a domain or a dash pattern is easier to read so. */
static void write_array(MuBuf *buf, const MuNode *node, int depth)
{
    bool lines = false;
    for (size_t i = 0; i < node->array.size; i++)
        lines |= is_nested(node->array.at[i]);
    mu_buf_addc(buf, '[');
    for (size_t i = 0; i < node->array.size; i++) {
        if (i)
            mu_buf_adds(buf, lines ? "," : ", ");
        if (lines)
            break_line(buf, depth + 1);
        write_node(buf, node->array.at[i], depth + 1);
    }
    if (lines)
        break_line(buf, depth);
    mu_buf_addc(buf, ']');
}

static void write_object(MuBuf *buf, const MuNode *node, int depth)
{
    mu_buf_addc(buf, '{');
    for (size_t i = 0; i < node->object.size; i++) {
        if (i)
            mu_buf_addc(buf, ',');
        break_line(buf, depth + 1);
        write_string(buf, node->object.at[i].key);
        mu_buf_adds(buf, ": ");
        write_node(buf, node->object.at[i].value, depth + 1);
    }
    if (node->object.size)
        break_line(buf, depth);
    mu_buf_addc(buf, '}');
}

static void write_number(MuBuf *buf, double number)
{
    if (isfinite(number))
        mu_num_write(buf, number);
    else
        mu_buf_adds(buf, "null");
}

static void write_node(MuBuf *buf, const MuNode *node, int depth)
{
    switch (node->kind) {
    case MU_BOOL:
        mu_buf_adds(buf, node->boolean ? "true" : "false");
        break;
    case MU_NUMBER:
        write_number(buf, node->number);
        break;
    case MU_STRING:
        write_string(buf, node->string);
        break;
    case MU_ARRAY:
        write_array(buf, node, depth);
        break;
    case MU_OBJECT:
        write_object(buf, node, depth);
        break;
    default:
        mu_buf_adds(buf, "null");
    }
}

void mu_node_write(MuBuf *buf, const MuNode *node)
{
    write_node(buf, node, 0);
}
