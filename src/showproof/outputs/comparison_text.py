"""A comparison as a person reads it in a terminal: verdict, the levels that moved and through what, then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from showproof.comparison import Comparison, Moved, Shift, Way
from showproof.model import Finding
from showproof.outputs.terminal import LEVELS, WIDTH, plain, short

THROUGH = 4
"""Reasons for which one level moved that are told here; JSON and page have all."""
WAYS: dict[Way, str] = {
    "fixed": "Fixed",
    "better": "Better, not yet enough",
    "new": "New: it was met before",
    "worse": "Worse",
    "stayed": "Still to mend",
}
"""What is said above the findings of each way, in the order in which they are told."""


def comparison_text(told: Comparison, top: int = 5) -> str:
    """All of it, with its line end; of what is still to be mended the `top` worth most."""
    return "\n".join(_lines(told, top)) + "\n"


def _lines(told: Comparison, top: int) -> Iterator[str]:
    old, new = told.old, told.new
    yield click.style(f"{plain(old.file)} → {plain(new.file)}", bold=True)
    kind = new.artifact.value or "no known type"
    yield f"  both as {plain(kind)}, role {plain(new.role.value)}"
    yield (
        "  overall   "
        + click.style(f"{old.level} {old.verdict} → {new.level} {new.verdict}", bold=True)
        + f"   (score {old.score:.2f} → {new.score:.2f} of 4)"
    )
    yield from (f"  note: {plain(note)}" for note in told.notes)
    yield ""
    yield from levels_moved(told)
    for way, title in WAYS.items():
        yield from _went(told, way, title, top)


def changes_text(told: Comparison) -> str:
    """What a save changed and nothing else, with its line end; one line where no finding and no level did."""
    old, new = told.old, told.new
    verdict = (
        f"{new.level} {new.verdict}"
        if old.level == new.level
        else f"{old.level} {old.verdict} → {new.level} {new.verdict}"
    )
    score = f"{new.score:.2f}" if old.score == new.score else f"{old.score:.2f} → {new.score:.2f}"
    lines = [click.style(f"{plain(new.file)}: {verdict}", bold=True) + f"   (score {score} of 4)"]
    if (old.artifact.value, old.role.value) != (new.artifact.value, new.role.value):
        lines.append(f"  now taken for {plain(new.artifact.value or 'no known type')}, role {plain(new.role.value)}")
    if any(told.moved()):
        lines += levels_moved(told)
    for way, title in WAYS.items():
        if way != "stayed":
            lines += [line for line in _went(told, way, title, 0) if line]
    return "\n".join(lines if len(lines) > 1 else [f"{lines[0]}; nothing that was looked for changed"]) + "\n"


def levels_moved(told: Comparison) -> Iterator[str]:
    """The levels that are not what they were, and through what."""
    moved = list(told.moved())
    yield "  Levels that moved" if moved else "  No level moved"
    for one in moved:
        yield f"    {one.title:44} {move(one)}"
        found = reasons(one)
        yield from (f"      through: {plain(through)}" for through in found[:THROUGH])
        if len(found) > THROUGH:
            yield f"      and {len(found) - THROUGH} more"


def move(one: Moved) -> str:
    """A level before and after, in colour."""
    assert one.old is not None, "a level that moved has both"
    assert one.new is not None, "a level that moved has both"
    colour = "green" if one.by > 0 else "red"
    said = f"{one.old.level} {LEVELS[one.old.level]} → {one.new.level} {LEVELS[one.new.level]}"
    return click.style(said, fg=colour, bold=True)


def reasons(one: Moved) -> list[str]:
    """Through what a level moved: findings, and what holds it back or no longer does."""
    found = [f"{shift.finding.say} ({_verdicts(shift)})" for shift in one.through]
    before, after = (rated.capped if rated else "" for rated in (one.old, one.new))
    if before and before != after:
        found.append(f"no longer held back: {before}")
    if after and before != after:
        found.append(f"held back: {after}")
    return found


def _verdicts(shift: Shift) -> str:
    old, new = (one.verdict if one else "not asked" for one in (shift.old, shift.new))
    return f"{old} → {new}" if old != new else f"{new}, {'more' if shift.way == 'better' else 'less'} of it"


def _went(told: Comparison, way: Way, title: str, top: int) -> Iterator[str]:
    shifts, signals = told.went(way), told.signalled(way)
    shown = shifts[:top] if way == "stayed" else shifts
    if not (shown or signals):
        return
    count = f"{len(shown)} of {len(shifts)}" if len(shown) < len(shifts) else f"{len(shifts) + len(signals)}"
    yield from ("", f"  {title} ({count})")
    for signal in signals:
        yield f"    {click.style(signal.raised.id, fg='yellow')}: {signal.raised.say}"
    for shift in shown:
        worth = f"  (+{shift.new.worth:.2f})" if shift.new and shift.new.worth else ""
        yield "    " + click.style(f"{shift.title}: {plain(shift.finding.say)}", bold=way != "stayed") + worth
        yield from _beside(shift)
        if way != "fixed" and shift.new and shift.new.fix:
            yield from wrap(shift.new.fix, WIDTH, initial_indent="      write: ", subsequent_indent="             ")


def _beside(shift: Shift) -> Iterator[str]:
    """What stood there and what does, where they are not the same."""
    was, now = (at(one) if one else "" for one in (shift.old, shift.new))
    if was == now:
        yield f"      found: {now}"
        return
    yield from (f"      {name}: {text}" for name, text in (("was", was), ("now", now)) if text)


def at(finding: Finding) -> str:
    """The quote to begin with and its place, or where what is missing belongs."""
    if finding.evidence:
        first = finding.evidence[0]
        return f"“{short(first.quote)}” ({plain(first.location.where())})"
    return f"missing: {plain(finding.absence)}" if finding.absence else "nothing"
