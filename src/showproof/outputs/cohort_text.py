"""A cohort as a coach reads it in a terminal: a heat map, the common gaps, and what has moved."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from showproof.outputs.terminal import WIDTH, plain
from showproof.proof import GOAL, Candidate, Cohort, Gap

_COLORS = ("red", "red", "yellow", "green", "green")
_NAMES = 32
_NAMED = 6
"""Candidates that a gap names."""


def cohort_text(told: Cohort) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Cohort) -> Iterator[str]:
    yield click.style(f"{plain(told.folder)}: {len(told.candidates)} candidates, {told.title}", bold=True)
    yield from ("", *_map(told))
    if told.gaps:
        yield from ("", "  Common gaps")
        yield from (line for gap in told.gaps for line in _gap(gap, len(told.candidates)))
    moved = [one for one in told.candidates if one.moved and any(one.moved.values())]
    if any(one.moved is not None for one in told.candidates):
        yield from ("", "  Moved since the earlier run" if moved else "  Nothing has moved since the earlier run")
        yield from (_moved(one, dict(told.rows)) for one in moved)
        fresh = [plain(one.name) for one in told.candidates if one.moved is None]
        yield from ([f"    new: {', '.join(fresh)}"] if fresh else [])
    yield from ([f"  no folder any more: {', '.join(map(plain, told.gone))}"] if told.gone else [])
    if told.strays:
        yield f"  in no candidate's folder, left out: {', '.join(map(plain, told.strays))}"


def _map(told: Cohort) -> Iterator[str]:
    """Candidates against the rows, whose names stand below in full."""
    width = min(_NAMES, max([len(plain(one.name)) for one in told.candidates] + [9]))
    heads = "  ".join(f"{number:>2}" for number in range(1, len(told.rows) + 1))
    yield f"  {'candidate':{width}}  drafts  {heads}   proven"
    for one in told.candidates:
        levels = [one.levels[row] for row, _ in told.rows]
        cells = "  ".join(click.style(f"{level:>2}", fg=_COLORS[level]) for level in levels)
        proven = sum(level >= GOAL for level in levels)
        name = plain(one.name)
        name = name if len(name) <= width else name[: width - 1] + "…"
        yield f"  {name:{width}}  {one.drafts:>6}  {cells}   {proven} of {len(levels)}"
    yield "  " + ", ".join(f"{number} {skill}" for number, (_, skill) in enumerate(told.rows, start=1))


def _gap(gap: Gap, total: int) -> Iterator[str]:
    named = ", ".join(map(plain, gap.candidates[:_NAMED]))
    more = f" and {len(gap.candidates) - _NAMED} more" if len(gap.candidates) > _NAMED else ""
    head = f"{gap.skill}: unproven by {len(gap.candidates)} of {total} ({named}{more})"
    yield from wrap(head, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)
    yield from (f"      {count} lack {say}" for say, count in gap.findings)


def _moved(one: Candidate, skills: dict[str, str]) -> str:
    changes = ", ".join(f"{skills[row]} {change:+d}" for row, change in (one.moved or {}).items() if change)
    return f"    {plain(one.name)}: {changes}"
