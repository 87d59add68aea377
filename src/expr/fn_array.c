/* Arrays and objects. indexof, lastindexof, slice and length also take texts. */
#include "expr/function.h"
#include "expr/operate.h"

#include "base/utf8.h"
#include "data/table.h"

static MuArena *arena_of(const MuCall *call)
{
    return call->env->arena;
}

/* v[i] and v[length - 1] of an array or a text; anything else has no items. */
static MuValue item_at(const MuCall *call, MuValue v, double i)
{
    return mu_property_at(arena_of(call), v, mu_number(i));
}

static double length_of(MuValue v)
{
    if (v.kind == MU_ARRAY)
        return (double)v.array->size;
    return v.kind == MU_STRING ? (double)mu_utf16_length(mu_value_str(v)) : NAN;
}

static MuValue last_of(const MuCall *call, MuValue v)
{
    return item_at(call, v, length_of(v) - 1);
}

static bool is_list(MuValue v)
{
    return v.kind == MU_ARRAY || v.kind == MU_STRING;
}

static MuValue call_length(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (v.kind <= MU_NULL)
        return mu_call_wrong(call, 0, "an array or a text");
    return is_list(v) ? mu_number(length_of(v)) : mu_property(arena_of(call), v, MU_STR("length"));
}

static MuValue call_peek(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    return v.kind <= MU_NULL ? mu_call_wrong(call, 0, "an array") : last_of(call, v);
}

/* ---- searching ---- */

static MuValue find_in_array(const MuArray *array, MuValue wanted, size_t from)
{
    for (size_t i = from; i < array->size; i++)
        if (mu_value_same(array->at[i], wanted))
            return mu_number((double)i);
    return mu_number(-1);
}

static MuValue find_in_text(MuStr text, MuStr wanted, double from)
{
    size_t start = mu_utf16_offset(text, from > 0 ? (size_t)fmin(from, (double)text.size) : 0);
    size_t at = mu_str_find(text, wanted, start);
    return mu_number(at == SIZE_MAX ? -1 : (double)mu_utf16_index(text, at));
}

static MuValue call_indexof(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (v.kind == MU_STRING)
        return find_in_text(mu_value_str(v), mu_arg_string(call, 1), mu_arg_integer(call, 2, 0));
    if (v.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array or a text");
    return find_in_array(v.array, mu_arg(call, 1), mu_arg_index(call, 2, v.array->size, 0));
}

static MuValue find_last_in_text(MuStr text, MuStr wanted, double from)
{
    size_t found = SIZE_MAX, limit = mu_utf16_offset(text, from > 0 ? (size_t)fmin(from, (double)text.size) : 0);
    for (size_t at = 0; (at = mu_str_find(text, wanted, at)) <= limit && at <= text.size; at++)
        found = at;
    return mu_number(found == SIZE_MAX ? -1 : (double)mu_utf16_index(text, found));
}

static MuValue call_lastindexof(MuCall *call)
{
    MuValue v = mu_arg(call, 0), wanted = mu_arg(call, 1);
    if (v.kind == MU_STRING) {
        double from = call->count > 2 ? mu_arg_number(call, 2) : NAN; /* NaN: from the end */
        return find_last_in_text(mu_value_str(v), mu_arg_string(call, 1), isnan(from) ? INFINITY : trunc(from));
    }
    if (v.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array or a text");
    double size = (double)v.array->size, from = call->count > 2 ? mu_arg_integer(call, 2, 0) : size - 1;
    for (double i = fmin(from < 0 ? from + size : from, size - 1); i >= 0; i--)
        if (mu_value_same(v.array->at[(size_t)i], wanted))
            return mu_number(i);
    return mu_number(-1);
}

static MuValue call_inrange(MuCall *call)
{
    MuArena *arena = arena_of(call);
    MuValue value = mu_arg(call, 0), range = mu_arg(call, 1), left = mu_arg(call, 2), right = mu_arg(call, 3);
    if (range.kind != MU_ARRAY)
        return mu_call_wrong(call, 1, "an array as the range");
    MuValue low = item_at(call, range, 0), high = last_of(call, range);
    if (mu_less(arena, high, low) == 1) {
        MuValue swapped = low;
        low = high;
        high = swapped;
    }
    bool with_low = left.kind == MU_UNDEFINED || mu_to_bool(left);
    bool with_high = right.kind == MU_UNDEFINED || mu_to_bool(right);
    bool above = with_low ? mu_less(arena, value, low) == 0 : mu_less(arena, low, value) == 1;
    bool below = with_high ? mu_less(arena, high, value) == 0 : mu_less(arena, value, high) == 1;
    return mu_bool(above && below);
}

/* ---- making arrays ---- */

static MuValue pair(MuCall *call, MuValue a, MuValue b)
{
    MuValue array = mu_array_new(arena_of(call), 2);
    array.array->at[0] = a;
    array.array->at[1] = b;
    return array;
}

static bool is_missing(MuValue v)
{
    return v.kind <= MU_NULL || (v.kind == MU_NUMBER && isnan(v.number));
}

static MuValue call_extent(MuCall *call)
{
    MuValue v = mu_arg(call, 0), min = mu_undefined(), max = min;
    bool any = false;
    for (double i = 0; i < length_of(v); i++) {
        MuValue item = item_at(call, v, i);
        if (is_missing(item))
            continue;
        if (!any || mu_less(arena_of(call), item, min) == 1)
            min = item;
        if (!any || mu_less(arena_of(call), max, item) == 1)
            max = item;
        any = true;
    }
    return pair(call, min, max);
}

static MuValue call_clamp_range(MuCall *call)
{
    MuValue range = mu_arg(call, 0);
    if (range.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array as the range");
    double low = mu_to_number(item_at(call, range, 0)), high = mu_to_number(item_at(call, range, 1));
    double min = mu_arg_number(call, 1), max = mu_arg_number(call, 2);
    double span = fabs(high - low);
    low = high < low ? high : low;
    if (span >= max - min)
        return pair(call, mu_arg(call, 1), mu_arg(call, 2));
    low = fmin(fmax(low, min), max - span);
    return pair(call, mu_number(low), mu_number(low + span));
}

static MuValue call_sequence(MuCall *call)
{
    bool only_stop = call->count < 2;
    double start = only_stop ? 0 : mu_arg_number(call, 0), stop = mu_arg_number(call, only_stop ? 0 : 1);
    double step = call->count > 2 ? mu_arg_number(call, 2) : 1, size = ceil((stop - start) / step);
    MuValue array;
    if (!mu_call_array(call, size > 0 && isfinite(size) ? size : 0, &array))
        return array;
    for (size_t i = 0; i < array.array->size; i++)
        array.array->at[i] = mu_number(start + (double)i * step);
    return array;
}

static MuValue call_slice(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (!is_list(v))
        return mu_call_wrong(call, 0, "an array or a text");
    size_t size = (size_t)length_of(v);
    size_t from = mu_arg_index(call, 1, size, 0), to = mu_arg_index(call, 2, size, size);
    if (v.kind == MU_STRING)
        return mu_string(mu_utf16_slice(arena_of(call), mu_value_str(v), from, to));
    MuValue part = mu_array_new(arena_of(call), to > from ? to - from : 0);
    if (to > from)
        memcpy(part.array->at, v.array->at + from, (to - from) * sizeof *part.array->at);
    return part;
}

static MuValue call_reverse(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (v.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array");
    size_t size = v.array->size;
    MuValue turned = mu_array_new(arena_of(call), size);
    for (size_t i = 0; i < size; i++)
        turned.array->at[i] = v.array->at[size - 1 - i];
    return turned;
}

/* Merges the sorted halves of `at` through `spare`; stable. */
static void merge_sort(MuArena *arena, MuValue *at, MuValue *spare, size_t size)
{
    if (size < 2)
        return;
    size_t half = size / 2;
    merge_sort(arena, at, spare, half);
    merge_sort(arena, at + half, spare, size - half);
    memcpy(spare, at, half * sizeof *at);
    for (size_t i = 0, j = half, k = 0; i < half; k++) {
        bool right = j < size && mu_ascending(arena, at[j], spare[i]) < 0;
        at[k] = right ? at[j++] : spare[i++];
    }
}

/* undefined goes to the end whatever the order says, as with JavaScript's own sort. */
static MuValue call_sort(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    if (v.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array");
    MuValue sorted = mu_array_new(arena_of(call), v.array->size);
    MuValue *spare = MU_NEW_ARRAY(arena_of(call), MuValue, v.array->size);
    size_t size = 0;
    for (size_t i = 0; i < v.array->size; i++)
        if (v.array->at[i].kind != MU_UNDEFINED)
            sorted.array->at[size++] = v.array->at[i];
    merge_sort(arena_of(call), sorted.array->at, spare, size);
    return sorted;
}

static MuValue call_join(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    MuStr between = mu_arg(call, 1).kind == MU_UNDEFINED ? MU_STR(",") : mu_arg_string(call, 1);
    MuBuf buf = {.arena = arena_of(call)};
    if (v.kind != MU_ARRAY)
        return mu_call_wrong(call, 0, "an array");
    for (size_t i = 0; i < v.array->size; i++) {
        if (i)
            mu_buf_add(&buf, between);
        if (v.array->at[i].kind > MU_NULL)
            mu_buf_add(&buf, mu_string_of(arena_of(call), v.array->at[i]));
        if (!mu_call_room(call, (double)buf.size))
            return mu_undefined();
    }
    return mu_string(mu_buf_str(&buf));
}

/* ---- numbers out of arrays ---- */

static MuValue call_span(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    double span = mu_to_number(last_of(call, v)) - mu_to_number(item_at(call, v, 0));
    return mu_number(isnan(span) ? 0 : span + 0.0);
}

static MuValue call_lerp(MuCall *call)
{
    MuValue v = mu_arg(call, 0), low = item_at(call, v, 0), high = last_of(call, v);
    double fraction = mu_arg_number(call, 1), from = mu_to_number(low);
    if (v.kind <= MU_NULL)
        return mu_call_wrong(call, 0, "an array");
    if (high.kind == MU_UNDEFINED || !(fraction < 0 || fraction > 0))
        return low;
    return fraction == 1 ? high : mu_number(from + fraction * (mu_to_number(high) - from));
}

static MuValue call_interpolate_linear(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    double fraction = mu_arg_number(call, 1);
    if (v.kind != MU_ARRAY || !v.array->size)
        return mu_undefined();
    if (v.array->size == 1 || !(fraction > 0))
        return v.array->at[0];
    if (fraction >= 1)
        return last_of(call, v);
    double at = fraction * (double)(v.array->size - 1), below = floor(at), rest = at - below;
    MuValue low = v.array->at[(size_t)below];
    if (rest == 0)
        return low;
    double from = mu_to_number(low), to = mu_to_number(v.array->at[(size_t)below + 1]);
    return mu_number(from + rest * (to - from));
}

/* flush(range, value, threshold, left, right, center): which end of the range the value lies at. */
static MuValue call_flush(MuCall *call)
{
    MuValue range = mu_arg(call, 0), limit = mu_arg(call, 2);
    MuValue left = mu_arg(call, 3), right = mu_arg(call, 4), center = mu_arg(call, 5);
    double low = mu_to_number(item_at(call, range, 0)), high = mu_to_number(last_of(call, range));
    double value = mu_arg_number(call, 1), threshold = mu_to_number(limit);
    bool zero = limit.kind == MU_NUMBER && limit.number == 0;
    if ((!mu_to_bool(limit) && !zero) || last_of(call, range).kind == MU_UNDEFINED)
        return center;
    double to_low = fabs(value - fmin(low, high)), to_high = fabs(fmax(low, high) - value);
    if (to_low < to_high && to_low <= threshold)
        return left;
    return to_high <= threshold ? right : center;
}

static MuValue call_bandspace(MuCall *call)
{
    double count = mu_arg_number(call, 0), inner = mu_arg_number(call, 1), outer = mu_arg_number(call, 2);
    count = isnan(count) ? 0 : count;
    inner = isnan(inner) ? 0 : inner;
    outer = isnan(outer) ? 0 : outer;
    double space = count - inner + outer * 2;
    return mu_number(count == 0 ? 0 : space > 0 ? space : 1);
}

/* ---- objects ---- */

/* A property of a value along a path like a.b[0]; undefined where the way ends. */
static MuValue walk(MuArena *arena, MuValue v, const MuFieldPath *path)
{
    for (size_t i = 0; i < path->size && v.kind > MU_NULL; i++)
        v = mu_property(arena, v, path->parts[i]);
    return v.kind == MU_NULL && path->size > 1 ? mu_undefined() : v;
}

static MuValue call_pluck(MuCall *call)
{
    MuValue v = mu_arg(call, 0);
    MuFieldPath path = mu_field_parse(arena_of(call), mu_arg_string(call, 1));
    if (v.kind <= MU_NULL)
        return mu_call_wrong(call, 0, "an array or an object");
    if (v.kind != MU_ARRAY)
        return walk(arena_of(call), v, &path);
    MuValue plucked = mu_array_new(arena_of(call), v.array->size);
    for (size_t i = 0; i < v.array->size; i++)
        plucked.array->at[i] = walk(arena_of(call), v.array->at[i], &path);
    return plucked;
}

static void merge_into(MuArena *arena, MuObject *merged, MuValue v)
{
    if (v.kind == MU_ROW)
        v = mu_row_object(arena, v);
    if (v.kind == MU_OBJECT)
        for (size_t i = 0; i < v.object->size; i++)
            mu_object_set(arena, merged, v.object->at[i].key, v.object->at[i].value);
    if (v.kind == MU_ARRAY)
        for (size_t i = 0; i < v.array->size; i++)
            mu_object_set(arena, merged, mu_str_printf(arena, "%zu", i), v.array->at[i]);
}

static MuValue call_merge(MuCall *call)
{
    MuObject *merged = mu_object_new(arena_of(call));
    for (size_t i = 0; i < call->count; i++)
        merge_into(arena_of(call), merged, mu_arg(call, i));
    return mu_object_value(merged);
}

static const MuFunction table[] = {
    {"extent", 1, 1, .signature = "extent(array)", .doc = "[smallest, largest] of its items", .call = call_extent},
    {"clampRange", 3, 3, .signature = "clampRange(range, min, max)",
     .doc = "the range moved, its span kept, to lie between min and max", .call = call_clamp_range},
    {"indexof", 2, 3, .signature = "indexof(list, value, from)", .doc = "where the value first stands; -1 if nowhere",
     .call = call_indexof},
    {"inrange", 2, 4, .signature = "inrange(value, range, left, right)",
     .doc = "whether the value lies in the range; left, right: with its ends", .call = call_inrange},
    {"join", 1, 2, .signature = "join(array, separator)", .doc = "the items as one text", .call = call_join},
    {"lastindexof", 2, 3, .signature = "lastindexof(list, value, from)",
     .doc = "where the value last stands; -1 if nowhere", .call = call_lastindexof},
    {"length", 1, 1, .signature = "length(list)", .doc = "items of an array, characters of a text",
     .call = call_length},
    {"lerp", 2, 2, .signature = "lerp(array, fraction)", .doc = "a value between the first and the last item",
     .call = call_lerp},
    {"interpolateLinear", 2, 2, .signature = "interpolateLinear(array, fraction)",
     .doc = "a value on the line through all items, evenly spaced", .call = call_interpolate_linear},
    {"peek", 1, 1, .signature = "peek(array)", .doc = "the last item", .call = call_peek},
    {"pluck", 2, 2, .signature = "pluck(array, field)", .doc = "the field of every item", .call = call_pluck},
    {"reverse", 1, 1, .signature = "reverse(array)", .doc = "the items, last first", .call = call_reverse},
    {"sequence", 1, 3, .signature = "sequence(start, stop, step)", .doc = "numbers from start to before stop",
     .call = call_sequence},
    {"slice", 1, 3, .signature = "slice(list, start, end)", .doc = "the part from start to before end",
     .call = call_slice},
    {"sort", 1, 1, .signature = "sort(array)", .doc = "the items in ascending order", .call = call_sort},
    {"span", 1, 1, .signature = "span(array)", .doc = "the last item minus the first", .call = call_span},
    {"flush", 6, 6, .signature = "flush(range, value, threshold, left, right, center)",
     .doc = "one of the last three by which end of the range the value is near", .call = call_flush},
    {"bandspace", 1, 3, .signature = "bandspace(count, paddingInner, paddingOuter)",
     .doc = "steps that so many bands take with their padding", .call = call_bandspace},
    {"merge", 1, MU_ANY, .signature = "merge(object, …)", .doc = "one object with the fields of all; the last wins",
     .call = call_merge},
};

const MuFamily mu_functions_array = MU_FAMILY("arrays and objects", table);
