"""The values that choices offer: within the rule where they fit, else on a sheet of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from showproof.formats.xlsx import cells
from showproof.formats.xlsx.cells import Strings, letters
from showproof.formats.xlsx.grid import LINK_ROW, Grid
from showproof.formats.xlsx.names import LISTS
from showproof.formats.xlsx.sizes import height, lines
from showproof.formats.xlsx.text import clean
from showproof.formats.xlsx.validations import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showproof.formats.form import Form, Question

_WIDTH = 36.0
_FIRST = LINK_ROW + 2
"""Row of the first values, below their label."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Sources of all choices, and the lists that need a sheet."""

    sources: dict[tuple[str, ...], str]
    """Options to the formula of a rule."""
    long: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    """Label and options, one a column of the sheet."""


def options(question: Question) -> tuple[str, ...]:
    """The values that the question offers; '' has none."""
    if question.type == "checkbox":
        return ("Yes", "No")
    return tuple(filter(None, map(clean, question.options))) if question.type == "choice" else ()


def collect(form: Form) -> Lists:
    """Every list of the form, the same options once."""
    sources: dict[tuple[str, ...], str] = {(): ""}
    long: list[tuple[str, tuple[str, ...]]] = []
    for question in _questions(form):
        values = options(question)
        if values in sources:
            continue
        sources[values] = inline(values)
        if not sources[values]:
            long.append((question.label, values))
            column = letters(len(long))
            sources[values] = f"{LISTS}!${column}${_FIRST}:${column}${_FIRST + len(values) - 1}"
    return Lists(sources, tuple(long))


def _questions(form: Form) -> Iterator[Question]:
    for section in (form.head, *form.sections):
        yield from section.questions
        if section.table:
            yield from section.table.columns


def lists_grid(lists: Lists, strings: Strings) -> Grid:
    """The sheet of long lists: below the usual head a label, its values under it."""
    grid = Grid((_WIDTH,) * len(lists.long), strings)
    grid.head(LISTS, "The values that choices on the other sheets offer.")
    labels = [label for label, _ in lists.long]
    grid.add(_row(labels, grid.next, "header", strings), _points(labels))
    for index in range(max(len(values) for _, values in lists.long)):
        texts = [values[index] if index < len(values) else "" for _, values in lists.long]
        grid.add(_row(texts, grid.next, "option", strings), _points(texts))
    return grid


def _row(texts: list[str], row: int, look: str, strings: Strings) -> str:
    return "".join(
        cells.text(f"{letters(column)}{row}", look, text, strings) for column, text in enumerate(texts, start=1) if text
    )


def _points(texts: list[str]) -> float:
    return height(max(lines(text, _WIDTH, bold=True) for text in texts)) + 3
