"""Designs: held against every design that there is, for small ones, and against the classical ones."""

from __future__ import annotations

from itertools import combinations, combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showproof.errors import UserError
from showproof.packets.design import Design, design
from showproof.packets.drawing import shuffled


def spread(made: Design) -> int:
    """How many drafts more the pair that shares most has than the one that shares least."""
    return max(made.shared.values()) - min(made.shared.values())


def connected(made: Design) -> bool:
    """Whether every rater is reached from the first, by joining sets: another way than the design's own."""
    groups = [{rater} for rater in range(made.raters)]
    for block in made.blocks:
        joined = {rater for group in groups if group & set(block) for rater in group}
        groups = [group for group in groups if not group & set(block)] + [joined]
    return len(groups) == 1


def least_spread(drafts: int, raters: int, overlap: int) -> int | None:
    """The best there is, by trying every connected design; None where there is none."""
    blocks = list(combinations(range(raters), overlap))
    every = (Design(raters, chosen) for chosen in combinations_with_replacement(blocks, drafts))
    return min((spread(one) for one in every if connected(one)), default=None)


@pytest.mark.parametrize("raters", [2, 3, 4, 5])
def test_no_small_design_is_more_even_than_ours(raters):
    for overlap in range(2, raters + 1):
        for drafts in range(1, 6):
            best = least_spread(drafts, raters, overlap)
            if best is None:
                with pytest.raises(UserError, match="cannot connect"):
                    design(drafts, raters, overlap, 1)
            else:
                assert spread(design(drafts, raters, overlap, 1)) == best, (drafts, raters, overlap)


@pytest.mark.parametrize(
    ("drafts", "raters", "overlap", "shared"),
    [(7, 7, 3, 1), (13, 13, 4, 1), (14, 7, 3, 2), (10, 6, 3, 2), (30, 10, 3, 2), (54, 4, 2, 9)],
)
def test_balanced_incomplete_block_designs_are_found_where_they_exist(drafts, raters, overlap, shared):
    """Parameters of known designs (Fisher and Yates, Statistical Tables, XVII to XIX): every pair shares as many."""
    made = design(drafts, raters, overlap, 7)
    assert set(made.shared.values()) == {shared}
    assert len(set(made.loads)) == 1


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_design_keeps_its_promises(data):
    raters = data.draw(st.integers(2, 10))
    overlap = data.draw(st.integers(2, raters))
    least = -(-(raters - 1) // (overlap - 1))
    drafts = data.draw(st.integers(least, least + 20))
    seed = data.draw(st.integers())
    made = design(drafts, raters, overlap, seed)
    assert len(made.blocks) == drafts
    assert all(len(set(block)) == overlap == len(block) for block in made.blocks)
    assert connected(made)
    assert made.parts == 1
    assert sum(made.loads) == drafts * overlap
    assert sum(made.shared.values()) == drafts * overlap * (overlap - 1) // 2
    assert made == design(drafts, raters, overlap, seed)


def test_everybody_rates_everything_where_all_overlap():
    made = design(6, 3, 3, 1)
    assert made.blocks == ((0, 1, 2),) * 6
    assert set(made.shared.values()) == {6}


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ((6, 4, 1), "--overlap: found 1 raters a draft; allowed: 2 to 4, or all; change it"),
        ((6, 4, 5), "--overlap: found 5 raters a draft; allowed: 2 to 4, or all; change it"),
        ((2, 4, 2), "--overlap: 2 drafts with 2 raters each cannot connect 4 raters; add drafts until there are 3, or "
                    "say --overlap all"),
    ],
)  # fmt: skip
def test_what_cannot_be_designed_is_told(asked, line):
    with pytest.raises(UserError) as caught:
        design(*asked, seed=1)
    assert str(caught.value) == line


def test_another_seed_gives_other_orders_and_no_place_is_favoured():
    """Each of four items comes first in about a quarter of the seeds: chi-square with 3 degrees, 0.1 % at 16.27."""
    firsts = [shuffled("abcd", seed, "x")[0] for seed in range(2000)]
    assert sum((firsts.count(one) - 500) ** 2 / 500 for one in "abcd") < 16.27
    assert shuffled("abcd", 1, "x") == shuffled("abcd", 1, "x")
