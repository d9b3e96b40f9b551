"""A folder of labelled drafts: the files, what each reviewer gave them, and why."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NEEDED = ("files", "drafts.csv", "ratings.csv")
"""What a folder of labelled drafts must hold; `reasons.csv` may stand beside them."""

CRITERIA = ("scope", "structure", "ownership", "measures", "action", "failure", "verification", "tradeoffs", "clarity")

Item = tuple[str, str]
"""A draft and a scale."""


class Labelled(NamedTuple):
    """One draft, as `drafts.csv` lists it."""

    id: str
    file: Path
    role: str
    artifact: str

    @property
    def format(self) -> str:
        return self.file.suffix.removeprefix(".")


class Reason(NamedTuple):
    """Why one reviewer rated a draft so, in a sentence, and the flags that she raised."""

    rater: str
    flags: frozenset[str]
    why: str


class Corpus(NamedTuple):
    """Labelled drafts, read once."""

    folder: Path
    drafts: tuple[Labelled, ...]
    ratings: dict[Item, dict[str, int]]
    reasons: dict[str, tuple[Reason, ...]]

    @property
    def raters(self) -> tuple[str, ...]:
        return tuple(sorted({rater for levels in self.ratings.values() for rater in levels}))

    @property
    def rows(self) -> tuple[str, ...]:
        """The scales that are rows of a role, as `skill:ID`."""
        return tuple(sorted({scale for _, scale in self.ratings if scale.startswith("skill:")}))

    def mean(self, item: Item) -> float:
        """What the reviewers gave on average."""
        levels = self.ratings[item].values()
        return sum(levels) / len(levels)


def lacking(folder: Path) -> str:
    """Why a folder cannot be measured by, in one line; nothing where it can."""
    missing = [name for name in NEEDED if not (folder / name).exists()]
    return f"{folder} has no {', no '.join(missing)}" if missing else ""


def read_corpus(folder: Path) -> Corpus:
    """The labelled drafts of a folder that lacks nothing."""
    drafts = tuple(
        Labelled(row["draft"], folder / "files" / row["file"], row["role"], row["artifact"])
        for row in _rows(folder / "drafts.csv")
    )
    ratings: defaultdict[Item, dict[str, int]] = defaultdict(dict)
    for row in _rows(folder / "ratings.csv"):
        ratings[row["draft"], row["scale"]][row["rater"]] = int(row["level"])
    reasons: defaultdict[str, tuple[Reason, ...]] = defaultdict(tuple)
    if (folder / "reasons.csv").exists():
        for row in _rows(folder / "reasons.csv"):
            reasons[row["draft"]] += (Reason(row["rater"], frozenset(row["flags"].split()), row["why"]),)
    return Corpus(folder, drafts, dict(sorted(ratings.items())), dict(reasons))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
