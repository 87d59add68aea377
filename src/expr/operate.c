#include "expr/operate.h"

#include "base/num.h"
#include "base/utf8.h"
#include "data/table.h"
#include "expr/colour.h"
#include "expr/regexp.h"

/* The text of a number has 25 characters at most. */
enum { NUMBER_ROOM = 32 };

/* String(v), of a number in `room`: most texts made of numbers are joined to others at once. */
static MuStr text_of(MuArena *arena, MuValue v, char room[NUMBER_ROOM])
{
    if (v.kind != MU_NUMBER)
        return mu_string_of(arena, v);
    MuBuf buf = {.arena = arena, .at = room, .capacity = NUMBER_ROOM};
    mu_num_write(&buf, v.number);
    return (MuStr){buf.at, buf.size};
}

MuStr mu_string_of(MuArena *arena, MuValue v)
{
    char room[NUMBER_ROOM];
    if (v.kind == MU_STRING)
        return mu_value_str(v);
    if (v.kind == MU_NUMBER)
        return mu_str_copy(arena, text_of(arena, v, room));
    if (v.kind == MU_REGEXP)
        return mu_regexp_text(arena, mu_value_regexp(v));
    if (v.kind == MU_OBJECT && mu_is_colour(v))
        return mu_colour_text(arena, v);
    return mu_to_string(arena, v);
}

int32_t mu_to_int32(double number)
{
    if (number >= INT32_MIN && number <= INT32_MAX)
        return (int32_t)number;
    if (!isfinite(number))
        return 0;
    double rest = fmod(trunc(number), 4294967296.0);
    uint32_t bits = (uint32_t)(rest < 0 ? rest + 4294967296.0 : rest);
    return bits <= INT32_MAX ? (int32_t)bits : (int32_t)(bits - 0x80000000u) + INT32_MIN;
}

const char *mu_value_noun(MuValue v)
{
    static const char *const nouns[] = {
        [MU_UNDEFINED] = "a value that is not there",
        [MU_NULL] = "null",
        [MU_BOOL] = "a boolean",
        [MU_NUMBER] = "a number",
        [MU_DATE] = "a date",
        [MU_STRING] = "a text",
        [MU_ARRAY] = "an array",
        [MU_OBJECT] = "an object",
        [MU_REGEXP] = "a regular expression",
        [MU_ROW] = "a row",
    };
    return nouns[v.kind];
}

static bool is_object(MuValue v)
{
    return v.kind == MU_DATE || v.kind >= MU_ARRAY;
}
static bool is_absent(MuValue v)
{
    return v.kind <= MU_NULL;
}

/* ToPrimitive without a hint: every object becomes its text, dates too. */
static MuValue primitive(MuArena *arena, MuValue v)
{
    return is_object(v) ? mu_string(mu_string_of(arena, v)) : v;
}

bool mu_equal(MuArena *arena, MuValue a, MuValue b)
{
    if (is_absent(a) || is_absent(b))
        return is_absent(a) && is_absent(b);
    if (is_object(a) == is_object(b) && (is_object(a) || a.kind == b.kind))
        return mu_value_same(a, b);
    a = primitive(arena, a);
    b = primitive(arena, b);
    return a.kind == b.kind ? mu_value_same(a, b) : mu_to_number(a) == mu_to_number(b);
}

int mu_less(MuArena *arena, MuValue a, MuValue b)
{
    if (a.kind != MU_DATE)
        a = primitive(arena, a);
    if (b.kind != MU_DATE)
        b = primitive(arena, b);
    if (a.kind == MU_STRING && b.kind == MU_STRING)
        return mu_utf16_cmp(mu_value_str(a), mu_value_str(b)) < 0;
    double x = mu_to_number(a), y = mu_to_number(b);
    return isnan(x) || isnan(y) ? -1 : x < y;
}

/* u !== u once dates are numbers */
static bool is_nan(MuValue v)
{
    return (v.kind == MU_NUMBER || v.kind == MU_DATE) && isnan(v.number);
}

int mu_ascending(MuArena *arena, MuValue a, MuValue b)
{
    if (is_absent(a) || is_absent(b))
        return is_absent(b) - is_absent(a);
    if (mu_less(arena, a, b) > 0)
        return -1;
    if (mu_less(arena, b, a) > 0)
        return 1;
    return is_nan(b) - is_nan(a);
}

MuValue mu_add(MuArena *arena, MuValue a, MuValue b)
{
    a = primitive(arena, a);
    b = primitive(arena, b);
    if (a.kind != MU_STRING && b.kind != MU_STRING)
        return mu_number(mu_to_number(a) + mu_to_number(b));
    char room_a[NUMBER_ROOM], room_b[NUMBER_ROOM];
    MuStr x = text_of(arena, a, room_a), y = text_of(arena, b, room_b);
    char *joined = mu_arena_alloc(arena, x.size + y.size + 1);
    memcpy(joined, x.at ? x.at : "", x.size);
    memcpy(joined + x.size, y.at ? y.at : "", y.size);
    return mu_string((MuStr){joined, x.size + y.size});
}

/* An array index as a key: digits without a leading zero. */
static bool key_index(MuStr key, size_t *index)
{
    if (!key.size || key.size > 9 || (key.at[0] == '0' && key.size > 1))
        return false;
    *index = 0;
    for (size_t i = 0; i < key.size; i++) {
        if (key.at[i] < '0' || key.at[i] > '9')
            return false;
        *index = *index * 10 + (size_t)(key.at[i] - '0');
    }
    return true;
}

static MuValue item(MuArena *arena, MuValue of, size_t index)
{
    if (of.kind == MU_ARRAY)
        return index < of.array->size ? of.array->at[index] : mu_undefined();
    MuStr unit = mu_utf16_slice(arena, mu_value_str(of), index, index + 1);
    return unit.size ? mu_string(unit) : mu_undefined();
}

MuValue mu_property(MuArena *arena, MuValue of, MuStr key)
{
    size_t index;
    if (of.kind == MU_ROW)
        return mu_row_get(of, key);
    if (of.kind == MU_OBJECT)
        return mu_object_get(of.object, key);
    if (of.kind == MU_ARRAY || of.kind == MU_STRING) {
        if (key_index(key, &index))
            return item(arena, of, index);
        if (mu_str_is(key, "length"))
            return mu_number((double)(of.kind == MU_ARRAY ? of.array->size : mu_utf16_length(mu_value_str(of))));
    }
    if (of.kind == MU_REGEXP && mu_str_is(key, "source"))
        return mu_string(mu_regexp_source(mu_value_regexp(of)));
    if (of.kind == MU_REGEXP && mu_str_is(key, "flags"))
        return mu_string(mu_regexp_flags(mu_value_regexp(of)));
    return mu_undefined();
}

MuValue mu_property_at(MuArena *arena, MuValue of, MuValue key)
{
    bool listed = of.kind == MU_ARRAY || of.kind == MU_STRING;
    if (listed && key.kind == MU_NUMBER)
        return key.number >= 0 && key.number < 1e9 && key.number == floor(key.number)
                   ? item(arena, of, (size_t)key.number)
                   : mu_undefined();
    return mu_property(arena, of, mu_string_of(arena, key));
}

bool mu_has_property(MuValue of, MuStr key)
{
    size_t index;
    if (of.kind == MU_ROW) {
        const MuTable *table = of.ref;
        return mu_table_column(table, key) != NULL;
    }
    if (of.kind == MU_ARRAY)
        return key_index(key, &index) ? index < of.array->size : mu_str_is(key, "length");
    if (of.kind != MU_OBJECT)
        return false;
    for (size_t i = 0; i < of.object->size; i++)
        if (mu_str_eq(of.object->at[i].key, key))
            return true;
    return false;
}
