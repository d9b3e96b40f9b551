"""Anchor drafts: for each level one draft that shows it, named by the organiser or one of showproof's own examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from showproof.catalog.store import Catalog
from showproof.errors import UserError
from showproof.formats.csv_rows import csv_rows, separator_of
from showproof.formats.limits import Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.package import read_bytes
from showproof.model import Scorecard
from showproof.packets.scales import NAMES

LEVELS = range(5)
SETTLED = 3
"""The level at which every essential part is there."""
_COLUMNS = ("file", "level", "why")
_NAMED = {"": "a template that nobody filled", "strong": "a worked example", "weak": "a weak example"}
_FEW = 3
"""Things that are named of what an example shows or lacks."""

Make = Callable[[str, str], bytes]
"""Type and example (`strong`, `weak`, '' for a template) to a file's bytes."""
Judge = Callable[[bytes, str], Scorecard]
"""A file's bytes and name to its scorecard."""


class Anchor(NamedTuple):
    """One draft that stands for a level."""

    level: int
    title: str
    """What it is an example of: `Standard operating procedure, a weak example`."""
    on: str
    """On which scale it stands there."""
    why: str
    ending: str
    data: bytes
    source: str
    """Where it is from, for the organiser."""


class Named(NamedTuple):
    """An anchor that the organiser chose, before its draft is blinded."""

    path: Path
    level: int
    why: str


def read_anchors(path: Path, limits: Limits) -> tuple[Named, ...]:
    """The drafts of a CSV with the columns file, level and why; files are meant from the CSV's folder.

    Raises UserError with the line of what is no level or no draft, UnreadableError for what is no text.
    """
    text = decoded(read_bytes(path, limits), str(path), limits)[0].removeprefix("\ufeff")
    lines = [(line, row) for line, row in csv_rows(text, separator_of(text), str(path)) if row]
    head = [name.strip().lower() for name in lines[0][1]] if lines else []
    missing = [name for name in _COLUMNS if name not in head]
    if missing:
        found, remedy = f"no column {', '.join(missing)}", f"the columns are {', '.join(_COLUMNS)}"
        raise UserError(found, where=f"{path}:1", remedy=remedy)
    return tuple(_named(path, line, dict(zip(head, row, strict=False))) for line, row in lines[1:])


def _named(path: Path, line: int, row: dict[str, str]) -> Named:
    file, level, why = (" ".join(row.get(name, "").split()) for name in _COLUMNS)
    where = f"{path}:{line}"
    if level not in map(str, LEVELS):
        raise UserError(f"found level “{level}”; allowed: 0, 1, 2, 3, 4", where=where, remedy="mend the line")
    if not file or not why:
        gone = "file" if not file else "why"
        raise UserError(
            f"no {gone}", where=where, remedy="say which draft, and in one sentence why it is of this level"
        )
    return Named(path.parent / file, int(level), why)


def own_examples(
    catalog: Catalog, role: str, types: Sequence[str], levels: Sequence[int], make: Make, judge: Judge
) -> Iterator[Anchor]:
    """An anchor for each of the levels that one of showproof's own examples shows, as a whole or else on one scale.

    `types` are those of the study's drafts; examples of the commonest come first, and all are of this role.
    """
    judged: list[_Judged] = []
    wanted = list(levels)
    for artifact in _in_order(catalog, role, types):
        if not wanted:
            return
        for quality in ("", "strong", "weak") if 0 in wanted else ("strong", "weak"):
            data = make(artifact, quality)
            judged.append(_Judged(artifact, quality, data, judge(data, f"anchor{_ending(catalog, artifact)}")))
        for level in tuple(wanted):
            # The first type gives what it can as a whole; a level of one scale is taken from another draft than these.
            found = _whole(level, judged) or (_single(level, judged[_OF_A_TYPE:]) if len(judged) > _OF_A_TYPE else None)
            if found:
                one, on, why = found
                judged.remove(one)
                wanted.remove(level)
                yield _anchor(catalog, level, one, on, why)


_OF_A_TYPE = 3
"""Drafts that are made of each type: the template, the worked and the weak example."""


class _Judged(NamedTuple):
    """One example with its scorecard."""

    artifact: str
    quality: str
    data: bytes
    card: Scorecard


_Found = tuple[_Judged, str, str]
"""An example, on which scale it stands for the level, and why."""


def _in_order(catalog: Catalog, role: str, types: Sequence[str]) -> list[str]:
    """Types with a worked and a weak example of this role: those of the drafts first, the commonest of them before."""
    common = Counter(types)
    able = [
        name
        for name in catalog.artifact_ids
        if all((found := catalog.answers(name, quality)) and found.role == role for quality in ("strong", "weak"))
    ]
    return sorted(able, key=lambda name: (-common[name], name))


def _ending(catalog: Catalog, artifact: str) -> str:
    return f".{catalog.artifact(artifact).formats[0]}"


def _whole(level: int, judged: Sequence[_Judged]) -> _Found | None:
    """An example that stands at the level as a whole."""
    found = next((one for one in judged if one.card.level == level), None)
    return (found, "as a whole", _verdict(found.card, blank=not found.quality)) if found else None


def _verdict(card: Scorecard, *, blank: bool) -> str:
    """Why an example stands where it stands as a whole."""
    high = sum(rated.level >= SETTLED for rated in card.criteria)
    flags = "; ".join(flag.say for flag in card.flags[:2])
    told = "Every part is still blank" if blank else f"{high} of {len(card.criteria)} criteria at {SETTLED} or more"
    return f"Overall: {card.verdict}. {told}." + (f" Against it: {flags}." if flags and not blank else "")


def _single(level: int, judged: Sequence[_Judged]) -> _Found | None:
    """An example of which one criterion or skill row stands at the level, with what it shows and lacks there."""
    for one in judged:
        for rated in (*one.card.criteria, *one.card.skills) if one.quality else ():
            rules = [finding for finding in rated.findings if finding.part != "limit"]
            shown = [finding.say for finding in rules if finding.verdict == "met"]
            lacks = [finding.say for finding in rules if finding.verdict != "met"]
            short = any(rule.part == "essential" and rule.verdict != "met" for rule in rules)
            if rated.level == level and shown and lacks and short == (level < SETTLED):
                why = f"There: {'; '.join(shown[:_FEW])}. Not, or only in part: {'; '.join(lacks[:_FEW])}."
                return one, f"on {rated.title}", why
    return None


def _anchor(catalog: Catalog, level: int, one: _Judged, on: str, why: str) -> Anchor:
    title = f"{catalog.artifact(one.artifact).title}, {_NAMED[one.quality]}"
    source = f"showproof new {one.artifact}" + (f" --example {one.quality}" if one.quality else "")
    return Anchor(level, title, on, why, _ending(catalog, one.artifact), one.data, source)


def level_name(level: int) -> str:
    """`2 shown`."""
    return f"{level} {NAMES[level]}"
