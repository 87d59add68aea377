/* What the JSON reader and the YAML reader share: the place where nodes come from, the stacks of open
 * arrays and objects, and the rules for repeated keys. Private to doc/. */
#ifndef MU_DOC_READER_H
#define MU_DOC_READER_H

#include "doc/node.h"

enum { MU_DOC_DEPTH = 256 };

typedef struct MuReader {
    MuArena *arena;
    const MuSource *source;
    MuDocUse use;
    MuDiags *diags;
    MuNode *pool; /* nodes made ahead, handed out one by one */
    size_t pool_left;
    MU_VEC(const MuNode *) items; /* the elements of all open arrays */
    MU_VEC(MuMember) members;     /* the members of all open objects */
    size_t repeated, lone;        /* 1 + index of the one warning about repeated keys, lone surrogates; 0: none */
} MuReader;

/* An object whose closing is still ahead; its members are reader->members[first..]. */
typedef struct MuOpenObject {
    size_t first;
    uint64_t filter;     /* one bit per key met: most new keys are known to be new by it alone */
    struct MuMap *index; /* only for large objects */
} MuOpenObject;

MuSpan mu_reader_span(const MuReader *reader, size_t start, size_t end);
MuNode *mu_reader_node(MuReader *reader, MuKind kind, size_t start, size_t end);
/* The elements of reader->items from `first` on become the node's, and leave the stack. */
void mu_reader_close_array(MuReader *reader, MuNode *node, size_t first);

MuOpenObject mu_reader_open_object(const MuReader *reader);
/* False when the key was there already and this is an error. */
bool mu_reader_add_member(MuReader *reader, MuOpenObject *object, MuMember member);
void mu_reader_close_object(MuReader *reader, MuNode *node, const MuOpenObject *object);

/* The two grammars; `start` is the offset behind a byte order mark. NULL on an error. */
const MuNode *mu_json_read(MuReader *reader, size_t start);
const MuNode *mu_yaml_read(MuReader *reader, size_t start);

/* A plain YAML scalar by the core schema of YAML 1.2 (chapter 10.3.2). `node` has its span; sets kind and
 * value. False where the value is an error (.inf, .nan), which has been reported. */
bool mu_yaml_scalar(MuReader *reader, MuNode *node, MuStr text);
/* The message of libyaml in words that say what to change. `opened`: where the construct began. */
void mu_yaml_explain(MuReader *reader, const char *problem, size_t at, size_t opened);

#endif
