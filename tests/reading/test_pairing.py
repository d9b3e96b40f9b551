"""The best pairing of two short lists, checked against every pairing there is."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showproof.reading.pairing import best_in_order, best_total

Weights = list[list[float]]

WORTHS = st.sampled_from([0.0, 0.4, 0.7, 0.9, 1.0])


@st.composite
def weights(draw: st.DrawFn) -> Weights:
    rows, columns = draw(st.integers(0, 4)), draw(st.integers(1, 4))
    return [[draw(WORTHS) for _ in range(columns)] for _ in range(rows)]


def total(given: Weights, pairs: tuple[int, ...] | list[int]) -> float:
    return sum(given[row][column] for row, column in enumerate(pairs) if column >= 0)


def columns_of(pairs: tuple[int, ...] | list[int]) -> list[int]:
    return [column for column in pairs if column >= 0]


@given(weights())
def test_no_pairing_has_a_better_total(given: Weights) -> None:
    pairs = best_total(given)
    assert len(set(columns_of(pairs))) == len(columns_of(pairs))
    assert all(given[row][column] > 0 for row, column in enumerate(pairs) if column >= 0)
    width = len(given[0]) if given else 0
    every = permutations([*range(width), *[-1] * len(given)], len(given))
    assert total(given, pairs) == pytest.approx(max(total(given, other) for other in every))


@given(weights())
def test_no_pairing_in_order_has_a_better_total(given: Weights) -> None:
    pairs = best_in_order(given)
    assert columns_of(pairs) == sorted(set(columns_of(pairs)))
    width = len(given[0]) if given else 0
    every = [
        other
        for other in product(range(-1, width), repeat=len(given))
        if columns_of(other) == sorted(set(columns_of(other)))
    ]
    assert total(given, pairs) == pytest.approx(max(total(given, other) for other in every))


def test_the_first_good_pair_gives_way_to_the_best_total() -> None:
    assert best_total([[1.0, 0.9], [0.9, 0.0]]) == [1, 0]
    assert best_total([[0.9, 0.0], [1.0, 0.9]]) == [0, 1]
