"""A rating form as a workbook of three sheets: who rates whom, the rows, and the overall verdict after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.rating_form import (
    ANCHORS,
    CANDIDATE,
    LEVEL,
    MADE_FROM,
    NOTE,
    OVERALL,
    RATER,
    REASON,
    ROW,
    WARNINGS,
)
from showproof.formats.xlsx import cells
from showproof.formats.xlsx.book import workbook_file
from showproof.formats.xlsx.cells import Strings
from showproof.formats.xlsx.grid import Grid
from showproof.formats.xlsx.highlights import empty_answers
from showproof.formats.xlsx.sizes import SMALL, height, lines
from showproof.formats.xlsx.styles import ANSWER, STYLE
from showproof.formats.xlsx.text import escape, quote
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from showproof.formats.rating_form import RatingForm

_START, _ROWS, _OVERALL = "Start", "Rows", "Overall"
_PAIR = (26.0, 70.0)
_WIDTHS = (26.0, 8.0, 50.0, 88.0)
_COLOUR = "FF1F3A5F"
_FREE = ANSWER["field", "General"]
_RULES = (
    "Fill this in alone. Do not open anybody else's scorecard, and do not talk about the candidate, until all are in.",
    "Sheet Rows: for each row write first what was said or shown, word for word, then the level whose line fits it.",
    "A row that you did not hear: ask about it in the next talk. A level without a note does not count.",
    "Sheet Overall: the verdict can be chosen when every row has a level and a note. It is no mean of the rows.",
    "Only the boxes to fill can be changed; amber while they are empty. The lines are the same for every rater.",
)


class _Done(NamedTuple):
    """Formulas over the sheet of rows."""

    rows: int
    counted: str
    """How many rows have a level and a note."""


def write_rating_form(form: RatingForm) -> bytes:
    """The workbook's bytes; the same form gives the same bytes."""
    strings = Strings()
    rows, first = _rows_sheet(form, strings)
    last = first + len(form.rows) - 1
    levels, notes = (f"{_ROWS}!${column}${first}:${column}${last}" for column in "BC")
    done = _Done(len(form.rows), f"SUMPRODUCT((LEN({levels})>0)*(LEN(TRIM({notes}))>0))")
    sheets = [_start_sheet(form, done, strings), rows, _overall_sheet(form, done, strings)]
    return workbook_file(form, sheets, (), strings)


def _start_sheet(form: RatingForm, done: _Done, strings: Strings) -> Sheet:
    grid = Grid(_PAIR, strings)
    grid.band("title", form.title, size=20, extra=8)
    grid.band("quiet", form.kind_title)
    grid.add("", 8)
    asked = [_pair(grid, RATER, form.rater, 1), _pair(grid, CANDIDATE, form.candidate, 1)]
    _fixed(grid, MADE_FROM, cells.string(f"B{grid.next}", STYLE["option"], form.origin, strings))
    shown = f'{done.counted}&" of {done.rows}"'
    _fixed(grid, "Rows done", _formula(f"B{grid.next}", shown, f"0 of {done.rows}"))
    grid.add("", 8)
    grid.band("subheading", "How to rate", size=12, extra=4)
    for number, rule in enumerate(_RULES, start=1):
        grid.band("told", f"{number}. {rule}", extra=2)
    return _sheet(_START, grid, empty_answers(asked))


def _rows_sheet(form: RatingForm, strings: Strings) -> tuple[Sheet, int]:
    """The sheet, and the number of its first row to rate."""
    grid = Grid(_WIDTHS, strings)
    grid.band("heading", "Rows, one by one", size=15, extra=6)
    grid.band("quiet", "First the note, then the level: 0 is nothing to the point; 1 to 4 as the lines beside it say.")
    heads = (ROW, LEVEL, NOTE, ANCHORS)
    row = grid.next
    grid.add(
        "".join(cells.text(f"{c}{row}", "header", text, strings) for c, text in zip("ABCD", heads, strict=True)), 20
    )
    first = grid.next
    for rated in form.rows:
        row = grid.next
        heard = f"{rated.named}\n\nHeard in: {', '.join(rated.heard_in)}" if rated.heard_in else rated.named
        content = (
            cells.text(f"A{row}", "option", heard, strings)
            + cells.blank(f"B{row}", STYLE["level"])
            + cells.blank(f"C{row}", ANSWER["cell", "General"])
            + cells.text(f"D{row}", "cell", rated.scale, strings)
        )
        tall = max(lines(rated.scale, _WIDTHS[3], SMALL), lines(heard, _WIDTHS[0]))
        grid.add(content, height(tall, SMALL) + 6)
    places = f"B{first}:B{grid.next - 1}"
    asked = [f"{column}{row}" for row in range(first, grid.next) for column in "BC"]
    rule = _listed(places, '"0,1,2,3,4"', "0 to 4", "Write the note first; then the level whose line fits it.")
    return _sheet(_ROWS, grid, empty_answers(asked), rule, landscape=True, frozen=first - 1), first


def _overall_sheet(form: RatingForm, done: _Done, strings: Strings) -> Sheet:
    grid = Grid(_PAIR, strings)
    grid.band("heading", "The overall verdict comes last", size=15, extra=6)
    grid.band("quiet", "It is a judgement of the whole, not a mean of the rows.")
    whole = f"{done.counted}={done.rows}"
    yes, no = (
        "Every row has a level and a note: choose.",
        f'" of {done.rows} rows have a level and a note: rows first."',
    )
    _fixed(grid, "May it be given?", _formula(f"B{grid.next}", f'IF({whole},"{yes}",{done.counted}&{no})',
                                              f"0{no[1:-1]}"))  # fmt: skip
    verdict = _pair(grid, OVERALL, "", 1)
    asked = [verdict, _pair(grid, REASON, "", 4)]
    _pair(grid, WARNINGS, "", 4)
    grid.add("", 8)
    grid.band("subheading", "What the levels of the whole mean", size=12, extra=4)
    first = grid.next
    for level, text in enumerate(form.verdicts):
        row = grid.next
        grid.add(cells.number(f"A{row}", STYLE["serial"], level) + cells.text(f"B{row}", "option", text, strings), 18)
    row = grid.next
    grid.add(cells.text(f"B{row}", "quiet", "rows first", strings), 18)
    offered = f"IF({whole},$A${first}:$A${row - 1},$B${row})"
    rule = _listed(verdict, offered, "Rows first", "It can be chosen when every row has a level and a note.")
    return _sheet(_OVERALL, grid, empty_answers(asked), rule)


def _sheet(name: str, grid: Grid, amber: str, *rules: str, landscape: bool = False, frozen: int = 0) -> Sheet:
    return Sheet(
        name=name,
        grid=grid,
        colour=_COLOUR,
        highlights=amber,
        validations=rules,
        landscape=landscape,
        frozen=frozen,
        one_page=True,
        sealed=True,
    )


def _pair(grid: Grid, label: str, given: str, room: int) -> str:
    """A label and the box for its answer beside it; gives the address of the box."""
    row = grid.next
    content = cells.text(f"A{row}", "label", label, grid.strings)
    grid.add(content + cells.string(f"B{row}", _FREE, given, grid.strings), height(room) + 3)
    return f"B{row}"


def _fixed(grid: Grid, label: str, cell: str) -> None:
    grid.add(cells.text(f"A{grid.next}", "label", label, grid.strings) + cell, 18)


def _formula(ref: str, source: str, value: str) -> str:
    """A formula that gives a text."""
    return f'<c r="{ref}" s="{STYLE["option"]}" t="str"><f>{escape(source)}</f><v>{escape(value)}</v></c>'


def _listed(places: str, source: str, title: str, message: str) -> str:
    """Only a listed value may be entered."""
    return (
        '<dataValidation type="list" allowBlank="0" showInputMessage="1" showErrorMessage="1" '
        f'errorTitle="{quote(title)}" error="{quote(message)}" promptTitle="{quote(title)}" prompt="{quote(message)}" '
        f'sqref="{places}"><formula1>{escape(source)}</formula1></dataValidation>'
    )
