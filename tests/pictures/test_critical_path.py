from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from showproof.pictures.critical_path import critical_path, in_circles

AFTER = {"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"], "e": []}


def test_the_longest_chain_is_found_first_to_last():
    assert critical_path(AFTER, {"a": 3, "b": 2, "c": 5, "d": 1, "e": 7}) == ("a", "c", "d")


def test_where_nothing_waits_there_is_no_path():
    assert critical_path({"a": [], "b": []}, {"a": 5, "b": 9}) == ()


def test_a_circle_is_named_and_on_no_path():
    after = {"a": ["c"], "b": ["a"], "c": ["b"], "d": ["c"], "e": ["d"], "f": ["f"]}
    assert in_circles(after) == {"a", "b", "c", "f"}
    assert critical_path(after, dict.fromkeys(after, 1)) == ("d", "e")


def test_a_chain_of_a_thousand_lines_is_no_matter():
    names = [str(at) for at in range(1000)]
    after = {name: names[at - 1 : at] if at else [] for at, name in enumerate(names)}
    assert critical_path(dict(reversed(after.items())), dict.fromkeys(names, 1)) == tuple(names)


@given(st.lists(st.tuples(st.integers(0, 9), st.sets(st.integers(0, 4))), min_size=2, max_size=5))
def test_no_chain_is_longer_than_the_path(lines):
    """Against every order of every subset, tried one by one."""
    after = {str(at): [str(one) for one in sorted(before) if one < at] for at, (_, before) in enumerate(lines)}
    lengths = {str(at): length for at, (length, _) in enumerate(lines)}
    chains = [
        chain
        for size in range(2, len(lines) + 1)
        for chain in permutations(after, size)
        if all(one in after[other] for one, other in pairwise(chain))
    ]
    path = critical_path(after, lengths)
    assert bool(path) == bool(chains)
    if chains:
        assert path in chains
        assert sum(map(lengths.__getitem__, path)) == max(sum(map(lengths.__getitem__, one)) for one in chains)
