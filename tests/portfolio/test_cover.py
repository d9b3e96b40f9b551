"""The smallest set is the smallest: held against all sets of options."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from showproof.portfolio.cover import cheapest_cover

OPTIONS = st.lists(st.tuples(st.integers(0, 63), st.integers(1, 12)), max_size=9)


def all_sets(options):
    numbers = range(len(options))
    return chain.from_iterable(combinations(numbers, size) for size in range(len(options) + 1))


def brute_force(options, wanted):
    """(cost, how many) of the best set, by trying every one."""
    found = []
    for chosen in all_sets(options):
        covered = 0
        for number in chosen:
            covered |= options[number][0]
        if covered & wanted == wanted:
            found.append((sum(options[number][1] for number in chosen), len(chosen)))
    return min(found, default=None)


@settings(max_examples=400, deadline=None)
@given(OPTIONS, st.integers(0, 63))
def test_the_cover_costs_what_the_best_of_all_sets_costs(options, wanted):
    found = cheapest_cover(options, wanted)
    best = brute_force(options, wanted)
    if best is None:
        assert found is None
        return
    covered = 0
    for number in found.chosen:
        covered |= options[number][0]
    assert covered & wanted == wanted
    assert found.cost == sum(options[number][1] for number in found.chosen)
    assert (found.cost, len(found.chosen)) == best


def test_one_dear_option_gives_way_to_two_cheap_ones_and_back():
    assert cheapest_cover([(0b11, 10), (0b01, 4), (0b10, 5)], 0b11).chosen == (1, 2)
    assert cheapest_cover([(0b11, 8), (0b01, 4), (0b10, 5)], 0b11).chosen == (0,)


def test_of_covers_that_cost_the_same_the_one_with_fewer_options_is_taken():
    assert cheapest_cover([(0b01, 4), (0b10, 5), (0b11, 9)], 0b11).chosen == (2,)


def test_the_greedy_choice_is_not_taken_where_it_is_dearer():
    # The option with the best price a row leaves two rows that only a dear one covers.
    options = [(0b0111, 3), (0b1001, 5), (0b1000, 5), (0b0110, 3)]
    assert cheapest_cover(options, 0b1111).cost == brute_force(options, 0b1111)[0] == 8


def test_twenty_rows_and_hundreds_of_options_are_no_trouble():
    options = [(1 << at % 20 | 1 << at * 7 % 20, 1 + at % 9) for at in range(400)]
    assert cheapest_cover(options, (1 << 20) - 1) is not None
