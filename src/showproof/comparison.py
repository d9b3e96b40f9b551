"""Two versions of a draft beside each other: frozen data, from which text, JSON, pages and notes are rendered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from showproof.model import Finding, Raised, Rated, Scorecard

Way = Literal["fixed", "better", "stayed", "worse", "new"]
"""What became of a finding: met at last; nearer to it; as it was; farther from it; met before and no longer."""
Group = Literal["criteria", "skills"]


class Shift(NamedTuple):
    """One finding in both versions; None where a version was not judged by it."""

    group: Group
    of: str
    """The id of the criterion or skill row."""
    title: str
    old: Finding | None
    new: Finding | None
    way: Way

    @property
    def finding(self) -> Finding:
        """As it is now, or as it last was."""
        found = self.new or self.old
        assert found is not None, "one of the versions has the finding"
        return found

    @property
    def weight(self) -> float:
        """What it is worth to mend, or what it was worth."""
        return max(one.worth for one in (self.old, self.new) if one)


class Moved(NamedTuple):
    """One level in both versions; None where a version was not judged by it."""

    group: Group
    id: str
    title: str
    old: Rated | None
    new: Rated | None
    through: tuple[Shift, ...]
    """The findings by which its level or score moved, the heaviest first."""

    @property
    def by(self) -> int:
        """Levels up, or down below 0; 0 where one version has none."""
        return self.new.level - self.old.level if self.old and self.new else 0


class Signal(NamedTuple):
    """A flag that one version raises, or both."""

    old: Raised | None
    new: Raised | None

    @property
    def raised(self) -> Raised:
        """The flag, as it is now or as it last was."""
        found = self.new or self.old
        assert found is not None, "one of the versions raises the flag"
        return found

    @property
    def way(self) -> Way:
        """What became of it."""
        return "stayed" if self.old and self.new else "new" if self.new else "fixed"


class Comparison(NamedTuple):
    """Everything that changed between two versions of a draft, and what did not."""

    old: Scorecard
    new: Scorecard
    levels: tuple[Moved, ...]
    """Of every criterion, then of every skill row."""
    shifts: tuple[Shift, ...]
    """Findings that changed, or are still to be mended, by weight."""
    signals: tuple[Signal, ...]
    notes: tuple[str, ...] = ()
    """What a reader should know about the comparison itself."""

    def moved(self) -> Iterator[Moved]:
        """The levels that are not what they were."""
        return (one for one in self.levels if one.by)

    def went(self, way: Way) -> list[Shift]:
        """The findings of which this became."""
        return [one for one in self.shifts if one.way == way]

    def signalled(self, way: Way) -> list[Signal]:
        """The flags of which this became."""
        return [one for one in self.signals if one.way == way]

    @property
    def lower(self) -> bool:
        """Whether the verdict, or any level, fell."""
        return self.new.level < self.old.level or any(one.by < 0 for one in self.levels)
