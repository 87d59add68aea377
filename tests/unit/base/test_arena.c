#include "base/map.h"
#include "base/vec.h"
#include "fixture.h"

static int log_size;
static int log_of_runs[8];

static void note(void *object)
{
    log_of_runs[log_size++] = *(int *)object;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    for (size_t size = 0; size < 100; size++) {
        unsigned char *at = mu_arena_alloc(arena, size);
        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xFF, size);
    }
}

static void memory_is_zeroed_again_after_a_reset(void **state)
{
    (void)state;
    mu_arena_alloc(arena, 16);
    MuArenaMark mark = mu_arena_mark(arena);
    char *first = mu_arena_alloc(arena, 64);
    memset(first, 'x', 64);
    mu_arena_reset(arena, mark);
    char *second = mu_arena_alloc(arena, 64);
    assert_ptr_equal(second, first);
    assert_int_equal(second[63], 0);
}

static void a_reset_gives_large_blocks_back(void **state)
{
    (void)state;
    mu_arena_alloc(arena, 16);
    size_t before = mu_arena_used(arena);
    MuArenaMark mark = mu_arena_mark(arena);
    mu_arena_alloc(arena, 10 * 1024 * 1024);
    assert_true(mu_arena_used(arena) >= before + 10 * 1024 * 1024);
    mu_arena_reset(arena, mark);
    assert_int_equal(mu_arena_used(arena), before);
}

static void an_array_over_the_budget_jumps_to_the_guard(void **state)
{
    (void)state;
    MuArena *small = mu_arena_new(64 * 1024);
    MuGuard guard;
    volatile bool reached = false;
    int fault = MU_GUARD(small, &guard);
    if (fault == 0) {
        mu_arena_alloc(small, 1000);
        reached = true;
        mu_arena_alloc(small, 100 * 1024);
        fail();
    }
    mu_guard_leave(&guard);
    assert_true(reached);
    assert_int_equal(fault, MU_NO_MEMORY);
    assert_true(mu_arena_used(small) <= 64 * 1024);
    mu_arena_free(small);
}

static void an_overflowing_product_counts_as_no_memory(void **state)
{
    (void)state;
    MuGuard guard;
    int fault = MU_GUARD(arena, &guard);
    if (fault == 0)
        mu_arena_array(arena, SIZE_MAX / 2, 3);
    mu_guard_leave(&guard);
    assert_int_equal(fault, MU_NO_MEMORY);
}

static void the_innermost_guard_catches_first(void **state)
{
    (void)state;
    MuGuard outer, inner;
    volatile int caught_inside = 0;
    int fault = MU_GUARD(arena, &outer);
    if (fault == 0) {
        int inside = MU_GUARD(arena, &inner);
        if (inside == 0)
            mu_arena_fail(arena, MU_LIMIT);
        mu_guard_leave(&inner);
        caught_inside = inside;
        mu_arena_fail(arena, MU_NO_MEMORY);
    }
    mu_guard_leave(&outer);
    assert_int_equal(caught_inside, MU_LIMIT);
    assert_int_equal(fault, MU_NO_MEMORY);
}

static void clean_ups_run_last_first_and_only_down_to_the_mark(void **state)
{
    (void)state;
    int one = 1, two = 2, three = 3;
    log_size = 0;
    MuArena *own = mu_arena_new(0);
    mu_arena_defer(own, note, &one);
    MuArenaMark mark = mu_arena_mark(own);
    mu_arena_defer(own, note, &two);
    mu_arena_defer(own, note, &three);
    mu_arena_reset(own, mark);
    assert_int_equal(log_size, 2);
    assert_int_equal(log_of_runs[0], 3);
    assert_int_equal(log_of_runs[1], 2);
    mu_arena_free(own);
    assert_int_equal(log_size, 3);
    assert_int_equal(log_of_runs[2], 1);
}

static void the_last_piece_grows_in_place_and_others_are_copied(void **state)
{
    (void)state;
    char *first = mu_arena_alloc(arena, 32);
    memcpy(first, "first", 5);
    assert_ptr_equal(mu_arena_grow(arena, first, 32, 64), first);
    mu_arena_alloc(arena, 16);
    char *moved = mu_arena_grow(arena, first, 64, 128);
    assert_ptr_not_equal(moved, first);
    assert_memory_equal(moved, "first", 6);
    assert_int_equal(moved[127], 0);
}

static void a_vector_keeps_its_elements_while_it_grows(void **state)
{
    (void)state;
    MU_VEC(double) values = {0};
    for (int i = 0; i < 1000; i++)
        MU_PUSH(arena, &values, i * 0.5);
    assert_int_equal(values.size, 1000);
    for (int i = 0; i < 1000; i++)
        assert_true(values.at[i] == i * 0.5);
}

static void a_map_keeps_order_and_finds_all_keys_when_it_grows(void **state)
{
    (void)state;
    MuMap map = {0};
    static int numbers[500];
    for (int i = 0; i < 500; i++) {
        numbers[i] = i;
        mu_map_put(arena, &map, mu_str_printf(arena, "key %d", i), &numbers[i]);
    }
    assert_int_equal(map.size, 500);
    for (int i = 0; i < 500; i++) {
        assert_ptr_equal(mu_map_get(&map, mu_str_printf(arena, "key %d", i)), &numbers[i]);
        assert_ptr_equal(map.entries[i].value, &numbers[i]);
    }
    assert_null(mu_map_get(&map, MU_STR("key 500")));
}

static void a_map_says_whether_a_key_is_new(void **state)
{
    (void)state;
    MuMap map = {0};
    int a = 0, b = 0;
    bool added;
    assert_null(mu_map_get(&map, MU_STR("k")));
    mu_map_entry(arena, &map, MU_STR("k"), &added)->value = &a;
    assert_true(added);
    assert_ptr_equal(mu_map_entry(arena, &map, MU_STR("k"), &added)->value, &a);
    assert_false(added);
    mu_map_put(arena, &map, MU_STR("k"), &b);
    assert_ptr_equal(mu_map_get(&map, MU_STR("k")), &b);
    assert_int_equal(map.size, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(memory_is_zeroed_and_aligned),
        TEST(memory_is_zeroed_again_after_a_reset),
        TEST(a_reset_gives_large_blocks_back),
        TEST(an_array_over_the_budget_jumps_to_the_guard),
        TEST(an_overflowing_product_counts_as_no_memory),
        TEST(the_innermost_guard_catches_first),
        TEST(clean_ups_run_last_first_and_only_down_to_the_mark),
        TEST(the_last_piece_grows_in_place_and_others_are_copied),
        TEST(a_vector_keeps_its_elements_while_it_grows),
        TEST(a_map_keeps_order_and_finds_all_keys_when_it_grows),
        TEST(a_map_says_whether_a_key_is_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
