"""The header of the table of skills: which of its columns is the skill, what good looks like, and its proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from showproof.catalog.report_words import ReportWords
from showproof.market.words import words_of

LIKE = 88
"""Likeness, 0 to 100, from which on a header is one of the names."""
LONGEST = 40
"""Characters of a column's header."""


class Columns(NamedTuple):
    """Place of each of the three cells in a row, from 0 (-1 where it has none), and how many cells a row has."""

    skill: int
    good: int
    proof: int
    cells: int


USUAL = Columns(0, 1, 2, 3)
"""What a table without a header is taken for."""


def columns_of(cells: Sequence[str], words: ReportWords) -> Columns | None:
    """The columns that a header row names; None where it names no skill, or nothing beside it."""
    places = {"skill": -1, "good": -1, "proof": -1}
    for at, cell in enumerate(cells):
        name = _named(cell, words)
        if name and places[name] < 0:
            places[name] = at
    if places["skill"] < 0 or max(places["good"], places["proof"]) < 0:
        return None
    return Columns(places["skill"], places["good"], places["proof"], len(cells))


def glued_columns(text: str, words: ReportWords) -> Columns | None:
    """The columns of a header whose cells were run together: names of the three, one after another, in any order."""
    if len(text) > 4 * LONGEST:
        return None
    rest, order = "".join(words_of(text)), []
    names = {name: ["".join(words_of(one)) for one in known] for name, known in words.columns.items()}
    while rest:
        fits = [(len(one), name) for name, known in names.items() for one in known if rest.startswith(one)]
        if not fits:
            return None
        length, name = max(fits)
        if name in order:
            return None
        order.append(name)
        rest = rest[length:]
    if "skill" not in order or len(order) < 3:
        return None
    return Columns(order.index("skill"), order.index("good"), order.index("proof"), 3)


def _named(cell: str, words: ReportWords) -> str:
    said = " ".join(words_of(cell))
    if not said or len(cell) > LONGEST:
        return ""
    best, found = 0.0, ""
    for name, known in words.columns.items():
        for one in known:
            like = fuzz.ratio(said, " ".join(words_of(one)))
            if like > best:
                best, found = like, name
    return found if best >= LIKE else ""
