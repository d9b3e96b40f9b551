"""The cells of a row whose cells were run together on one line, and whether there is only one way to read it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import NamedTuple

from showproof.market.seams import Seam, seams, small_seams

MOST_SEAMS = 12
"""Seams of a row that are tried in all combinations; the rest of a longer row is its last cell."""

SHORTEST, LONG_NAME = 3, 4
"""Letters that the first cell has at least, and words that it has at most, in a likely reading."""


class Split(NamedTuple):
    """The cells of a row."""

    cells: tuple[str, ...]
    sure: bool
    """Whether the signs leave exactly one way to cut it."""


class Spelling(NamedTuple):
    """What the report itself and the catalogue show of how words are written."""

    spelled: frozenset[str]
    """Words as they are spelled."""
    vocabulary: frozenset[str]
    """Words in small letters."""


def split_cells(text: str, count: int, spelling: Spelling) -> Split:
    """The text as `count` cells: the strongest seams, or the best reading where they are too many or too few."""
    found = seams(text, spelling.spelled)
    strong = [seam for seam in found if seam.strength > 1]
    if len(strong) == count - 1:
        return Split(_cut(text, strong), sure=True)
    if len(found) == count - 1:
        return Split(_cut(text, found), sure=all(_is_clear(text, seam, spelling) for seam in found))
    if len(found) < count - 1:
        found = sorted({*found, *small_seams(text, spelling.vocabulary)})
    best = _best(text, found[:MOST_SEAMS], count - 1, spelling)
    cells = _cut(text, best)
    return Split((*cells, *[""] * (count - len(cells))), sure=False)


def _is_clear(text: str, seam: Seam, spelling: Spelling) -> bool:
    """Whether a cell ends here beyond doubt: before a capital, or behind a word that is known: `memos1-page`."""
    word = text[: seam.at].split()[-1].lower()
    return seam.strength > 1 or word in spelling.vocabulary or word.removesuffix("s") in spelling.vocabulary


def _best(text: str, found: list[Seam], wanted: int, spelling: Spelling) -> list[Seam]:
    """The seams by which cells read best: strong ones, between words that are known, with a short first cell."""
    if len(found) <= wanted:
        return found
    return list(max(combinations(found, wanted), key=lambda chosen: _worth(text, list(chosen), spelling)))


def _worth(text: str, chosen: list[Seam], spelling: Spelling) -> tuple[float, int]:
    cells = _cut(text, chosen)
    known = sum(
        (left.split()[-1].lower().strip("()“”.,") in spelling.vocabulary)
        + (right.split()[0].lower().strip("()“”.,") in spelling.vocabulary)
        for left, right in pairwise(cells)
        if left and right
    )
    faults = 3 * sum(not cell for cell in cells) + 2 * (len(cells[0]) < SHORTEST)
    long = max(0, len(cells[0].split()) - LONG_NAME)
    return sum(seam.strength for seam in chosen) + known - faults - long, -len(cells[0])


def _cut(text: str, chosen: list[Seam]) -> tuple[str, ...]:
    edges = [0, *(seam.at for seam in chosen), len(text)]
    return tuple(text[left:right].strip() for left, right in pairwise(edges))
