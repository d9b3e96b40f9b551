"""Judgements which of two drafts is better, as arrays; and whether one finite scale holds all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from showproof.calibration.statistics.extreme_scores import Marks
from showproof.calibration.statistics.facet_ratings import Indices, Values, sums

SHOWN = 5


class Comparison(NamedTuple):
    """One judge's answer to one pair."""

    judge: str
    first: str
    second: str
    better: str
    """The name of the better one, or nothing for a tie."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Comparisons as indices of drafts and judges, and 1, 0 or ½ for the first's win, loss or tie."""

    drafts: tuple[str, ...]
    judges: tuple[str, ...]
    first: Indices
    second: Indices
    judge: Indices
    score: Values

    @property
    def wins(self) -> Values:
        """Comparisons won by each draft, ties as half."""
        size = len(self.drafts)
        return sums(self.first, self.score, size) + sums(self.second, 1 - self.score, size)

    @property
    def ties(self) -> int:
        """Comparisons in which neither was the better."""
        return int((self.score == 0.5).sum())

    @property
    def times(self) -> Indices:
        """Comparisons by draft."""
        times: Indices = np.bincount(np.concatenate([self.first, self.second]), minlength=len(self.drafts))
        return times


def outcomes(comparisons: Sequence[Comparison]) -> Outcomes:
    """Comparisons as arrays, drafts and judges by name; raises ValueError for a draft against itself or a third one."""
    for one in comparisons:
        if one.first == one.second:
            raise ValueError(f"{one.first} was compared with itself")
        if one.better not in ("", one.first, one.second):
            raise ValueError(f"{one.better} is neither {one.first} nor {one.second}")
    drafts = tuple(sorted({name for one in comparisons for name in (one.first, one.second)}))
    judges = tuple(dict.fromkeys(one.judge for one in comparisons))
    place = {name: at for at, name in enumerate(drafts)}
    seat = {name: at for at, name in enumerate(judges)}
    return Outcomes(
        drafts,
        judges,
        np.array([place[one.first] for one in comparisons], dtype=np.int64),
        np.array([place[one.second] for one in comparisons], dtype=np.int64),
        np.array([seat[one.judge] for one in comparisons], dtype=np.int64),
        np.array([0.5 if not one.better else float(one.better == one.first) for one in comparisons]),
    )


def apart(given: Outcomes) -> str:
    """Which drafts no chain of comparisons joins with the rest, as a clause, or nothing."""
    beats = _beats(given)
    together = _reached(beats | beats.T)
    if together.all():
        return ""
    return f"no comparison joins {_named(given, together)} with {_named(given, ~together)}"


def one_way(given: Outcomes) -> str:
    """Which drafts won, or lost, all comparisons with the rest, as a clause, or nothing (Ford 1957)."""
    beats = _beats(given)
    for drafts, did in ((~_reached(beats), "won"), (~_reached(beats.T), "lost")):
        if drafts.any():
            return f"{_named(given, drafts)} {did} every comparison with the others"
    return ""


def _beats(given: Outcomes) -> Marks:
    """Drafts × drafts: whether the row won against the column at least once, or tied."""
    beats = np.zeros((len(given.drafts), len(given.drafts)), dtype=np.bool_)
    won, lost = given.score > 0, given.score < 1
    beats[given.first[won], given.second[won]] = True
    beats[given.second[lost], given.first[lost]] = True
    return beats


def _reached(beats: Marks) -> Marks:
    """Drafts that the first one beats, or that are beaten by those, and so on."""
    reached = np.zeros(len(beats), dtype=np.bool_)
    reached[0] = True
    while True:
        further = reached | beats[reached].any(axis=0)
        if (further == reached).all():
            return reached
        reached = further


def _named(given: Outcomes, which: Marks) -> str:
    names = [given.drafts[at] for at in np.flatnonzero(which).tolist()]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
