"""Two scorecards beside each other: which levels moved, and through which findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from showproof.comparison import Comparison, Group, Moved, Shift, Signal, Way
from showproof.model import Finding, Raised, Rated, Scorecard

T = TypeVar("T", Rated, Finding, Raised)


def compared(old: Scorecard, new: Scorecard, notes: Iterable[str] = ()) -> Comparison:
    """The comparison of two scorecards by one rubric."""
    levels = (*_levels("criteria", old.criteria, new.criteria), *_levels("skills", old.skills, new.skills))
    shifts = [one for level in levels for one in _shifts(level) if _matters(one, level)]
    through = tuple(level._replace(through=tuple(_through(level, shifts))) for level in levels)
    signals = tuple(Signal(before, after) for before, after in _paired(old.flags, new.flags))
    same = ("the two files are the same, byte for byte",) if old.sha256 == new.sha256 else ()
    return Comparison(old, new, through, tuple(sorted(shifts, key=_by_weight)), signals, (*notes, *same))


def taken_otherwise(old: Scorecard, new: Scorecard) -> tuple[str, ...]:
    """What the old version by itself was taken for, where that is not what the new one is."""
    pairs = (("type", old.artifact.value, new.artifact.value), ("role", old.role.value, new.role.value))
    return tuple(
        f"{old.file} by itself is taken for the {what} {was or 'unknown'}; it is judged as {now}"
        for what, was, now in pairs
        if was != now and now
    )


def _levels(group: Group, old: Iterable[Rated], new: Iterable[Rated]) -> Iterator[Moved]:
    for before, after in _paired(old, new):
        one = after or before
        assert one is not None, "a pair has one of the two"
        yield Moved(group, one.id, one.title, before, after, ())


def _paired(old: Iterable[T], new: Iterable[T]) -> Iterator[tuple[T | None, T | None]]:
    """Those of the same id together, in the order of the new ones; then those that only the old version has."""
    before = {one.id: one for one in old}
    for after in new:
        yield before.pop(after.id, None), after
    yield from ((one, None) for one in before.values())


def _shifts(level: Moved) -> Iterator[Shift]:
    old, new = (one.findings if one else () for one in (level.old, level.new))
    for before, after in _paired(old, new):
        way = _way(before, after)
        if way:
            yield Shift(level.group, level.id, level.title, before, after, way)


def _way(old: Finding | None, new: Finding | None) -> Way | None:
    """What became of a finding; nothing where it was met and is, or where only one version was judged by it."""
    if old is None or new is None:
        return None
    was, is_met = old.verdict == "met", new.verdict == "met"
    if was or is_met:
        return None if was and is_met else "fixed" if is_met else "new"
    if old.strength == new.strength:
        return "stayed"
    return "better" if new.strength > old.strength else "worse"


def _matters(shift: Shift, level: Moved) -> bool:
    """Whether to tell of it: not of rows that no version touches, nor of what would change nothing."""
    touched = level.group == "criteria" or any(one and one.level >= 1 for one in (level.old, level.new))
    return touched and (shift.way != "stayed" or shift.weight > 0 or _holds(shift.finding))


def _holds(finding: Finding) -> bool:
    return finding.part == "limit" and finding.allows < 4


def _through(level: Moved, shifts: Iterable[Shift]) -> list[Shift]:
    """The findings that went the way of the level; of one that did not move, of its score."""
    if level.old is None or level.new is None:
        return []
    up = level.new.score > level.old.score if level.by == 0 else level.by > 0
    ways: tuple[Way, ...] = ("fixed", "better") if up else ("new", "worse")
    if level.old.score == level.new.score:
        return []
    own = (one for one in shifts if (one.group, one.of) == (level.group, level.id) and one.way in ways)
    return sorted(own, key=_by_weight)


def _by_weight(shift: Shift) -> tuple[float, bool]:
    return -shift.weight, shift.finding.part == "support"
