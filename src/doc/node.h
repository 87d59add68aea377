/* One tree for JSON and YAML, every value with its span. Nodes are immutable once read; passes that
 * rewrite a spec build new nodes which carry the span of what they were made from. */
#ifndef MU_DOC_NODE_H
#define MU_DOC_NODE_H

#include "base/diag.h"
#include "base/value.h"
#include "base/vec.h"

typedef struct MuNode MuNode;

typedef struct MuMember {
    MuStr key;
    MuSpan key_span;
    const MuNode *value;
} MuMember;

struct MuNode {
    MuKind kind; /* MU_NULL, MU_BOOL, MU_NUMBER, MU_STRING, MU_ARRAY or MU_OBJECT */
    MuSpan span;
    union {
        bool boolean;
        double number;
        MuStr string;
        struct {
            const MuNode **at;
            size_t size;
        } array;
        struct {
            const MuMember *at;
            size_t size;
        } object;
    };
};

typedef MU_VEC(const MuNode *) MuNodeList;

typedef enum MuDocUse {
    MU_DOC_SPEC, /* a duplicate key is an error */
    MU_DOC_DATA  /* the last of duplicate keys wins, with a warning */
} MuDocUse;

/* Reads JSON or YAML, decided by content: text whose first character that is not white space is { or
 * [ is JSON. (For MU_DOC_DATA always JSON.) NULL on an error, which stands in `diags`. A byte order mark
 * is skipped. Texts of the tree may point into the source's text, so it must live as long. */
const MuNode *mu_doc_read(MuArena *arena, const MuSource *source, MuDocUse use, MuDiags *diags);
/* The same as JSON only. */
const MuNode *mu_doc_read_json(MuArena *arena, const MuSource *source, MuDocUse use, MuDiags *diags);

/* The member's value; NULL when `node` is NULL, no object, or has no such key. */
const MuNode *mu_node_get(const MuNode *node, const char *key);
const MuNode *mu_node_find(const MuNode *node, MuStr key);
const MuMember *mu_node_member(const MuNode *node, MuStr key);
/* Along several keys, ended by NULL: mu_node_path(spec, "config", "axis", NULL). */
const MuNode *mu_node_path(const MuNode *node, ...);
static inline bool mu_node_is(const MuNode *node, MuKind kind)
{
    return node && node->kind == kind;
}
bool mu_node_is_string(const MuNode *node, const char *text);
/* Was the object made by a pass, and not read? (What mu_node_with adds has the place of its value.) */
bool mu_node_is_made(const MuNode *object);
/* Typed reads with a fallback for "absent or another kind". */
MuStr mu_node_string(const MuNode *node, MuStr fallback);
double mu_node_number(const MuNode *node, double fallback);
bool mu_node_bool(const MuNode *node, bool fallback);

/* Making nodes; `from` gives the span (may be NULL). */
MuNode *mu_node_new(MuArena *arena, MuKind kind, const MuNode *from);
MuNode *mu_node_new_string(MuArena *arena, MuStr s, const MuNode *from);
MuNode *mu_node_new_number(MuArena *arena, double n, const MuNode *from);
MuNode *mu_node_new_bool(MuArena *arena, bool b, const MuNode *from);
/* The list itself, not a copy: nothing may be pushed afterwards. */
MuNode *mu_node_new_array(MuArena *arena, const MuNodeList *list, const MuNode *from);
/* A new object equal to `node` (NULL: empty) with `key` set to `value` (NULL: removed). */
const MuNode *mu_node_with(MuArena *arena, const MuNode *node, const char *key, const MuNode *value);
/* Without the members of these names, ended by NULL. */
const MuNode *mu_node_without(MuArena *arena, const MuNode *node, const char *const *keys);
/* Flat merge: each member of `over`, if it is an object, as a whole. */
const MuNode *mu_node_over(MuArena *arena, const MuNode *under, const MuNode *over);
/* Deep merge: members of `over` win; objects merge, all else is replaced. Either may be NULL. */
const MuNode *mu_node_merge(MuArena *arena, const MuNode *under, const MuNode *over);

/* Texts are shared with the node, not copied. NULL gives undefined. */
MuValue mu_node_value(MuArena *arena, const MuNode *node);
/* JSON text, indented by two, arrays of plain values on one line; what is not finite is null. The dump of the
 * normalised spec. */
void mu_node_write(MuBuf *buf, const MuNode *node);

#endif
