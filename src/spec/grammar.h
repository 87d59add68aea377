/* What a spec may say: every object of the grammar as a table of its properties. The same tables check a
 * spec, make suggestions, and are what help pages, the reference and a JSON Schema are written from.
 * After Vega-Lite's schema (https://vega.github.io/schema/vega-lite/v6.json) in names and types. */
#ifndef MU_SPEC_GRAMMAR_H
#define MU_SPEC_GRAMMAR_H

#include "doc/node.h"

/* What a property takes; several bits where several kinds will do. */
typedef enum MuTakes {
    MU_TAKES_NUMBER = 1,
    MU_TAKES_TEXT = 2, /* any text */
    MU_TAKES_BOOL = 4,
    MU_TAKES_NULL = 8,
    MU_TAKES_ARRAY = 16,  /* of `item` */
    MU_TAKES_OBJECT = 32, /* of the shape `def` */
    MU_TAKES_COLOR = 64,  /* a CSS colour */
    MU_TAKES_WORD = 128,  /* one of `words` */
    MU_TAKES_EXPR = 256,  /* {expr: …} or {signal: …} */
    MU_TAKES_WHEN = 512,  /* {condition: …, value: …} of axes */
    MU_TAKES_ANY = 1024
} MuTakes;

/* The usual combinations: most values may be an expression. */
enum {
    MU_NUMBERS = MU_TAKES_NUMBER | MU_TAKES_EXPR,
    MU_TEXTS = MU_TAKES_TEXT | MU_TAKES_EXPR,
    MU_FLAGS = MU_TAKES_BOOL | MU_TAKES_EXPR,
    MU_WORDS = MU_TAKES_WORD | MU_TAKES_EXPR,
    MU_COLORS = MU_TAKES_COLOR | MU_TAKES_NULL | MU_TAKES_EXPR,
    MU_LISTS = MU_TAKES_ARRAY | MU_TAKES_EXPR,
    MU_LINES = MU_TAKES_TEXT | MU_TAKES_ARRAY | MU_TAKES_EXPR /* text, or an array of lines */
};

typedef struct MuDef MuDef;
typedef struct MuProp MuProp;
struct MuCheck;
struct MuPlace;

struct MuProp {
    const char *name;
    unsigned takes;
    const char *doc;          /* one line */
    const char *preset;       /* the default as text; NULL: none, or it depends */
    const char *const *words; /* ended by NULL */
    const char *noun;         /* what the words are: "mark", "aggregate"; NULL: "value" */
    const MuDef *def;         /* of an object; NULL: any object */
    const MuProp *item;       /* of an array's elements; NULL: any */
    bool required;
    MuCode code; /* raised for a word that is none of them; 0: bad-word */
    /* Looks closer at a value whose kind is right. */
    void (*check)(struct MuCheck *check, const struct MuPlace *place, const MuNode *node, const MuProp *prop);
};

struct MuDef {
    const char *name; /* where it stands: "encoding.x", "transform.filter", "config.axis" */
    const char *doc;
    const MuProp *props;          /* ended by a row without a name */
    const MuDef *const *includes; /* further properties; ended by NULL, may be NULL */
    const MuProp *other;          /* for objects that take any further name */
};

/* What is drawn; the rest of the grammar is known and refused politely. Arrays of names ended by NULL;
 * a NULL array: all of it is drawn. */
typedef struct MuGrammar {
    const char *const *marks;      /* "bar", "line", … (names beyond Vega-Lite's are marks, too) */
    const char *const *transforms; /* by their key: "filter", "calculate", … */
    const char *const *channels;   /* "x", "color", "facet", … */
    const char *const *later;      /* properties not drawn yet, as "def.property": "view.unit.projection" */
} MuGrammar;

/* All definitions, in the order of the reference. */
size_t mu_def_count(void);
const MuDef *mu_def_at(size_t index);
/* By name, or by the last part of it ("filter"); NULL if there is none. */
const MuDef *mu_def_find(MuStr name);
/* The property, included ones too; `def->other` is not looked at. */
const MuProp *mu_def_prop(const MuDef *def, MuStr name);
/* Calls `visit` for all properties of the definition, included ones too. */
void mu_def_each(const MuDef *def, void (*visit)(void *context, const MuProp *prop), void *context);
/* "a number, text or an expression": what the property takes, in words. */
void mu_prop_takes(MuBuf *buf, const MuProp *prop);

#endif
