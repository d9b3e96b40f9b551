"""The page of a portfolio: what is proven, the matrix of levels, what does not agree, and the plan."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from showproof import __version__
from showproof.outputs.html.environment import filled
from showproof.outputs.portfolio_text import COST_MODEL
from showproof.proof import GOAL, Artifact, Portfolio, Row, Shown, Step

CLAIMS = {
    "track": "The drafts name one track",
    "workflow": "They are about one workflow",
    "definitions": "Measures are defined alike",
    "figures": "Figures agree",
    "owners": "Owners agree",
}
"""What each check looks for, as a heading."""
NAMED_UP_TO = 6
"""Drafts up to which the heads of the matrix name them; of more they are numbers, so that it fits on a page."""
VERDICTS = {"holds": "✓ holds", "warning": "! does not hold", "unknown": "? cannot be told"}


class Draft(NamedTuple):
    """A draft with the number and the name by which the page calls it."""

    number: int
    name: str
    """Its path from the folder of the set."""
    of: Artifact


class Line(NamedTuple):
    """A row of the matrix: the level in each draft that counts, and the draft that shows it best."""

    row: Row
    levels: tuple[Shown | None, ...]
    best: Shown | None


def portfolio_page(told: Portfolio) -> str:
    """The page as HTML, whole."""
    drafts = [Draft(number, _name(one.file, told), one) for number, one in enumerate(told.artifacts, start=1)]
    counting = [one for one in drafts if not one.of.excluded]
    return filled(
        "portfolio.html",
        told=told,
        drafts=drafts,
        counting=counting,
        named=len(counting) <= NAMED_UP_TO,
        by_file={one.of.file: one for one in drafts},
        lines=[_line(row, counting) for row in told.rows],
        proven=[row for row in told.rows if row.level >= GOAL],
        skills={row.id: row.skill for row in told.rows},
        claims=CLAIMS,
        verdicts=VERDICTS,
        unsettled=[one for one in told.checks if one.verdict == "warning"],
        steps=[(step, _headline(step, told)) for step in told.plan],
        name=lambda file: _name(file, told),
        cost_model=COST_MODEL,
        goal=GOAL,
        version=__version__,
    )


def _name(file: str, told: Portfolio) -> str:
    """The path of a file from the folder of the set, or the whole of it where it stands elsewhere."""
    path = PurePath(file)
    return str(path.relative_to(told.folder)) if path.is_relative_to(told.folder) else file


def _line(row: Row, counting: list[Draft]) -> Line:
    shown = {one.file: one for one in row.shown}
    return Line(row, tuple(shown.get(one.of.file) for one in counting), shown.get(row.best))


def _headline(step: Step, told: Portfolio) -> str:
    return f"Mend {_name(step.target, told)}" if step.kind == "fix" else f"Make a new {step.target}"
