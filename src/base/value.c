#include "base/value.h"

#include "base/civil.h"
#include "base/num.h"
#include "base/utf8.h"

MuValue mu_array_new(MuArena *arena, size_t size)
{
    MuArray *array = MU_NEW(arena, MuArray);
    array->size = size;
    array->at = MU_NEW_ARRAY(arena, MuValue, size); /* zeroed: undefined */
    return (MuValue){.kind = MU_ARRAY, .array = array};
}

static MuField *find_field(const MuObject *object, MuStr key)
{
    for (size_t i = 0; i < object->size; i++) {
        if (mu_str_eq(object->at[i].key, key))
            return &object->at[i];
    }
    return NULL;
}

MuValue mu_object_get(const MuObject *object, MuStr key)
{
    const MuField *field = object ? find_field(object, key) : NULL;
    return field ? field->value : mu_undefined();
}

MuObject *mu_object_new(MuArena *arena)
{
    return MU_NEW(arena, MuObject);
}

void mu_object_set(MuArena *arena, MuObject *object, MuStr key, MuValue value)
{
    MuField *field = find_field(object, key);
    if (field) {
        field->value = value;
        return;
    }
    if (object->size == object->capacity) {
        size_t capacity = object->capacity ? object->capacity * 2 : 4;
        object->at =
            mu_arena_grow(arena, object->at, object->capacity * sizeof *object->at, capacity * sizeof *object->at);
        object->capacity = capacity;
    }
    object->at[object->size++] = (MuField){key, value};
}

/* Number(String(array)): no element is "", one element is its own text, more have a comma. */
static double array_to_number(const MuArray *array)
{
    if (array->size != 1)
        return array->size ? NAN : 0;
    MuValue v = array->at[0];
    switch (v.kind) {
    case MU_UNDEFINED:
    case MU_NULL:
        return 0;
    case MU_NUMBER:
    case MU_STRING:
    case MU_ARRAY:
        return mu_to_number(v);
    default:
        return NAN;
    }
}

double mu_to_number(MuValue v)
{
    switch (v.kind) {
    case MU_NULL:
        return 0;
    case MU_BOOL:
        return v.boolean;
    case MU_NUMBER:
    case MU_DATE:
        return v.number;
    case MU_STRING:
        return mu_num_parse(mu_value_str(v));
    case MU_ARRAY:
        return array_to_number(v.array);
    default:
        return NAN;
    }
}

bool mu_to_bool(MuValue v)
{
    switch (v.kind) {
    case MU_UNDEFINED:
    case MU_NULL:
        return false;
    case MU_BOOL:
        return v.boolean;
    case MU_NUMBER:
        return v.number != 0 && !isnan(v.number);
    case MU_STRING:
        return v.size > 0;
    default:
        return true;
    }
}

/* ECMA-262, Date.prototype.toString, in UTC. */
static void write_date(MuBuf *buf, double ms)
{
    static const char DAYS[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char MONTHS[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (isnan(ms)) {
        mu_buf_adds(buf, "Invalid Date");
        return;
    }
    MuCivil c = mu_civil(ms, NULL);
    mu_buf_printf(buf, "%s %s %02d %s%04d %02d:%02d:%02d GMT+0000 (Coordinated Universal Time)", DAYS[c.weekday],
                  MONTHS[c.month - 1], c.day, c.year < 0 ? "-" : "", abs((int)c.year), c.hour, c.minute, c.second);
}

static void write_text(MuBuf *buf, MuValue v)
{
    switch (v.kind) {
    case MU_UNDEFINED:
        mu_buf_adds(buf, "undefined");
        return;
    case MU_NULL:
        mu_buf_adds(buf, "null");
        return;
    case MU_BOOL:
        mu_buf_adds(buf, v.boolean ? "true" : "false");
        return;
    case MU_NUMBER:
        mu_num_write(buf, v.number);
        return;
    case MU_DATE:
        write_date(buf, v.number);
        return;
    case MU_STRING:
        mu_buf_add(buf, mu_value_str(v));
        return;
    case MU_ARRAY:
        for (size_t i = 0; i < v.array->size; i++) {
            if (i)
                mu_buf_addc(buf, ',');
            if (v.array->at[i].kind != MU_UNDEFINED && v.array->at[i].kind != MU_NULL)
                write_text(buf, v.array->at[i]);
        }
        return;
    case MU_OBJECT:
    case MU_REGEXP:
    case MU_ROW:
        mu_buf_adds(buf, "[object Object]");
        return;
    }
}

MuStr mu_to_string(MuArena *arena, MuValue v)
{
    if (v.kind == MU_STRING)
        return mu_value_str(v);
    MuBuf buf = {.arena = arena};
    write_text(&buf, v);
    return mu_buf_str(&buf);
}

bool mu_value_same(MuValue a, MuValue b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case MU_UNDEFINED:
    case MU_NULL:
        return true;
    case MU_BOOL:
        return a.boolean == b.boolean;
    case MU_NUMBER:
    case MU_DATE:
        return a.number == b.number;
    case MU_STRING:
        return mu_str_eq(mu_value_str(a), mu_value_str(b));
    case MU_ROW:
        return a.ref == b.ref && a.size == b.size;
    default:
        return a.ref == b.ref;
    }
}

static bool is_nullish(MuValue v)
{
    return v.kind == MU_UNDEFINED || v.kind == MU_NULL;
}

static bool is_nan(MuValue v)
{
    return (v.kind == MU_NUMBER || v.kind == MU_DATE) && isnan(v.number);
}

static int ascending_arrays(const MuArray *a, const MuArray *b)
{
    for (size_t i = 0; i < a->size && i < b->size; i++) {
        int order = mu_value_ascending(a->at[i], b->at[i]);
        if (order)
            return order;
    }
    return (a->size > b->size) - (a->size < b->size);
}

/* vega-util's ascending: missing values first, then what < says, NaN before everything that is not. */
int mu_value_ascending(MuValue a, MuValue b)
{
    if (is_nullish(a) || is_nullish(b))
        return is_nullish(b) - is_nullish(a);
    if (a.kind == MU_STRING && b.kind == MU_STRING)
        return mu_utf16_cmp(mu_value_str(a), mu_value_str(b));
    if (a.kind == MU_ARRAY && b.kind == MU_ARRAY)
        return ascending_arrays(a.array, b.array);
    double x = mu_to_number(a), y = mu_to_number(b);
    if (x < y || x > y)
        return x < y ? -1 : 1;
    return is_nan(b) - is_nan(a);
}

static void add_bytes(MuBuf *buf, const void *bytes, size_t size)
{
    mu_buf_add(buf, (MuStr){bytes, size});
}

static void key_of_number(MuBuf *buf, double number)
{
    if (isnan(number))
        number = NAN;
    if (number == 0)
        number = 0; /* -0 is 0 */
    mu_buf_addc(buf, 'n');
    add_bytes(buf, &number, sizeof number);
}

static void key_of_text(MuBuf *buf, char tag, MuStr text)
{
    uint32_t size = (uint32_t)text.size;
    mu_buf_addc(buf, tag);
    add_bytes(buf, &size, sizeof size);
    mu_buf_add(buf, text);
}

/* Each key says its own length, so that keys written one behind the other stay unambiguous. A date has the
 * key of its number, as in d3's InternMap. */
void mu_value_key(MuBuf *buf, MuValue v)
{
    switch (v.kind) {
    case MU_NUMBER:
    case MU_DATE:
        key_of_number(buf, v.number);
        return;
    case MU_STRING:
        key_of_text(buf, 's', mu_value_str(v));
        return;
    case MU_UNDEFINED:
        mu_buf_addc(buf, 'u');
        return;
    case MU_NULL:
        mu_buf_addc(buf, '0');
        return;
    case MU_BOOL:
        mu_buf_addc(buf, v.boolean ? 't' : 'f');
        return;
    case MU_REGEXP:
    case MU_ROW:
        mu_buf_addc(buf, 'r');
        add_bytes(buf, &v.ref, sizeof v.ref);
        add_bytes(buf, &v.size, sizeof v.size);
        return;
    case MU_ARRAY:
    case MU_OBJECT: {
        MuBuf json = {.arena = buf->arena};
        mu_value_json(&json, v);
        key_of_text(buf, 'j', mu_buf_str(&json));
        return;
    }
    }
}

static void json_char(MuBuf *buf, char c)
{
    static const char SHORT[] = "btnvfr"; /* \b is 8; \v has no short form in JSON */
    if (c == '"' || c == '\\')
        mu_buf_printf(buf, "\\%c", c);
    else if ((unsigned char)c >= 0x20)
        mu_buf_addc(buf, c);
    else if (c >= 8 && c <= 13 && c != 11)
        mu_buf_printf(buf, "\\%c", SHORT[c - 8]);
    else
        mu_buf_printf(buf, "\\u%04x", (unsigned)c);
}

static void json_string(MuBuf *buf, MuStr s)
{
    mu_buf_addc(buf, '"');
    for (size_t i = 0; i < s.size; i++)
        json_char(buf, s.at[i]);
    mu_buf_addc(buf, '"');
}

static void json_array(MuBuf *buf, const MuArray *array)
{
    mu_buf_addc(buf, '[');
    for (size_t i = 0; i < array->size; i++) {
        if (i)
            mu_buf_addc(buf, ',');
        mu_value_json(buf, array->at[i]);
    }
    mu_buf_addc(buf, ']');
}

static void json_object(MuBuf *buf, const MuObject *object)
{
    bool first = true;
    mu_buf_addc(buf, '{');
    for (size_t i = 0; i < object->size; i++) {
        if (object->at[i].value.kind == MU_UNDEFINED)
            continue;
        if (!first)
            mu_buf_addc(buf, ',');
        first = false;
        json_string(buf, object->at[i].key);
        mu_buf_addc(buf, ':');
        mu_value_json(buf, object->at[i].value);
    }
    mu_buf_addc(buf, '}');
}

void mu_value_json(MuBuf *buf, MuValue v)
{
    switch (v.kind) {
    case MU_BOOL:
        mu_buf_adds(buf, v.boolean ? "true" : "false");
        return;
    case MU_NUMBER:
    case MU_DATE:
        if (isfinite(v.number))
            mu_num_write(buf, v.number);
        else
            mu_buf_adds(buf, "null");
        return;
    case MU_STRING:
        json_string(buf, mu_value_str(v));
        return;
    case MU_ARRAY:
        json_array(buf, v.array);
        return;
    case MU_OBJECT:
        json_object(buf, v.object);
        return;
    case MU_REGEXP:
        mu_buf_adds(buf, "{}");
        return;
    case MU_UNDEFINED:
    case MU_NULL:
    case MU_ROW:
        mu_buf_adds(buf, "null");
        return;
    }
}
