/* One value of the data or of an expression, with JavaScript's distinctions: undefined (the key is
 * absent), null, NaN and "" are four things. 16 bytes, passed by value; strings, arrays and objects
 * live in an arena and are never changed once shared. */
#ifndef MU_BASE_VALUE_H
#define MU_BASE_VALUE_H

#include "base/str.h"

typedef enum MuKind {
    MU_UNDEFINED,
    MU_NULL,
    MU_BOOL,
    MU_NUMBER,
    MU_DATE, /* `number` is ms since 1970 UTC; NaN is an invalid date */
    MU_STRING,
    MU_ARRAY,
    MU_OBJECT,
    MU_REGEXP, /* `ref` belongs to expr/ */
    MU_ROW     /* a row of a table seen as an object: `ref` is the table, `size` the row; see data/ */
} MuKind;

typedef struct MuArray MuArray;
typedef struct MuObject MuObject;

typedef struct MuValue {
    MuKind kind;
    uint32_t size; /* bytes of a string; row of MU_ROW */
    union {
        bool boolean;
        double number;
        const char *string;
        const MuArray *array;
        const MuObject *object;
        const void *ref;
    };
} MuValue;

struct MuArray {
    size_t size;
    MuValue *at;
};

typedef struct MuField {
    MuStr key;
    MuValue value;
} MuField;

/* Fields in insertion order; keys are unique. */
struct MuObject {
    size_t size, capacity;
    MuField *at;
};

static inline MuValue mu_undefined(void)
{
    return (MuValue){.kind = MU_UNDEFINED};
}
static inline MuValue mu_null(void)
{
    return (MuValue){.kind = MU_NULL};
}
static inline MuValue mu_bool(bool b)
{
    return (MuValue){.kind = MU_BOOL, .boolean = b};
}
static inline MuValue mu_number(double n)
{
    return (MuValue){.kind = MU_NUMBER, .number = n};
}
static inline MuValue mu_date(double ms)
{
    return (MuValue){.kind = MU_DATE, .number = ms};
}
static inline MuValue mu_string(MuStr s)
{
    return (MuValue){.kind = MU_STRING, .size = (uint32_t)s.size, .string = s.at};
}
static inline MuStr mu_value_str(MuValue v)
{
    return (MuStr){v.string, v.size};
}

MuValue mu_array_new(MuArena *arena, size_t size); /* of undefined; fill ->at before sharing */
/* The field's value or undefined. */
MuValue mu_object_get(const MuObject *object, MuStr key);
MuObject *mu_object_new(MuArena *arena);
void mu_object_set(MuArena *arena, MuObject *object, MuStr key, MuValue value);
static inline MuValue mu_object_value(const MuObject *o)
{
    return (MuValue){.kind = MU_OBJECT, .object = o};
}

/* JavaScript's coercions. ToNumber of a string reads decimal, hex (0x), Infinity; "" is 0. Arrays,
 * objects and rows give NaN except as JavaScript says for arrays ([] is 0, [3] is 3). */
double mu_to_number(MuValue v);
bool mu_to_bool(MuValue v);
/* String(v), e.g. "NaN", "null", "1,2", "[object Object]"; a date as Date#toString in UTC. */
MuStr mu_to_string(MuArena *arena, MuValue v);
/* a === b (dates, arrays, objects by reference; rows by table and row). */
bool mu_value_same(MuValue a, MuValue b);
/* Vega's `ascending` for sorting data: null and undefined first and equal, then what < says (strings by UTF-16
 * code units, dates as numbers, numbers against strings by ToNumber), NaN before what is not NaN. Like Vega's it
 * is 0 where < says nothing (5 against "abc"), so sort stably. */
int mu_value_ascending(MuValue a, MuValue b);
/* Bytes that are equal for equal group keys and only for these; keys may be joined one behind the other. A date
 * and its number are equal, -0 and 0 are, NaN equals itself; 1 and "1" differ. For hash keys, not for reading. */
void mu_value_key(MuBuf *buf, MuValue v);
/* The value as JSON text (dates as numbers, NaN as null). */
void mu_value_json(MuBuf *buf, MuValue v);

#endif
