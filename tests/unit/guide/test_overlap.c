#include "fixture.h"

#include "guide/overlap.h"

/* Boxes of 30 × 10 whose left edges are `step` apart. */
static void row(MuBounds *boxes, size_t size, double step)
{
    for (size_t i = 0; i < size; i++)
        boxes[i] = (MuBounds){(double)i * step, 0, (double)i * step + 30, 10};
}

static void check(Fixture *f, const MuBounds *boxes, size_t size, MuOverlapOptions options, const char *wanted)
{
    bool visible[16];
    mu_overlap(f->arena, boxes, size, &options, visible);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(visible[i], wanted[i] == '+');
}

static void labels_that_do_not_touch_all_stay(void **state)
{
    MuBounds boxes[5];
    row(boxes, 5, 30);
    check(*state, boxes, 5, (MuOverlapOptions){.method = MU_OVERLAP_PARITY}, "+++++");
}

static void parity_hides_every_other_until_none_overlap(void **state)
{
    MuBounds boxes[8];
    row(boxes, 8, 10);
    /* 0 2 4 6 are 20 apart, 0 4 are 40 apart but only two; so the last is kept instead of 4. */
    check(*state, boxes, 8, (MuOverlapOptions){.method = MU_OVERLAP_PARITY}, "+------+");
    row(boxes, 7, 16);
    check(*state, boxes, 7, (MuOverlapOptions){.method = MU_OVERLAP_PARITY}, "+-+-+-+");
}

static void greedy_keeps_what_is_free_of_the_one_before(void **state)
{
    MuBounds boxes[6];
    row(boxes, 6, 20);
    check(*state, boxes, 6, (MuOverlapOptions){.method = MU_OVERLAP_GREEDY}, "+-+-+-");
    boxes[1].x2 = boxes[1].x1 + 0.5; /* an empty label neither hides nor is hidden */
    check(*state, boxes, 6, (MuOverlapOptions){.method = MU_OVERLAP_GREEDY}, "+++-+-");
}

static void two_labels_stay_even_if_they_overlap(void **state)
{
    MuBounds boxes[2];
    row(boxes, 2, 5);
    check(*state, boxes, 2, (MuOverlapOptions){.method = MU_OVERLAP_PARITY}, "++");
}

static void separation_asks_for_room_between(void **state)
{
    MuBounds boxes[3];
    row(boxes, 3, 34);
    check(*state, boxes, 3, (MuOverlapOptions){.method = MU_OVERLAP_PARITY, .separation = 4}, "+++");
    check(*state, boxes, 3, (MuOverlapOptions){.method = MU_OVERLAP_PARITY, .separation = 5}, "+-+");
}

static void labels_beyond_the_bounds_go(void **state)
{
    MuBounds boxes[3];
    row(boxes, 3, 40);
    MuBounds limits = {-1, -INFINITY, 100, INFINITY};
    check(*state, boxes, 3, (MuOverlapOptions){.method = MU_OVERLAP_PARITY, .bounded = true, .bounds = limits}, "++-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(labels_that_do_not_touch_all_stay, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(parity_hides_every_other_until_none_overlap, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(greedy_keeps_what_is_free_of_the_one_before, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(two_labels_stay_even_if_they_overlap, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(separation_asks_for_room_between, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(labels_beyond_the_bounds_go, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
