"""A packet's scorecard as a workbook: a sheet to start from, then a sheet a scale with its lines always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.packet_form import (
    DONE,
    DRAFT,
    FINISHED,
    LEVEL,
    MADE_FROM,
    NOTE,
    RATER,
    SCALE,
    SHEET,
    STUDY,
)
from showproof.formats.xlsx import cells
from showproof.formats.xlsx.book import workbook_file
from showproof.formats.xlsx.cells import Strings
from showproof.formats.xlsx.grid import Grid
from showproof.formats.xlsx.highlights import empty_answers
from showproof.formats.xlsx.names import quoted, sheet_names
from showproof.formats.xlsx.sizes import SMALL, height, lines
from showproof.formats.xlsx.styles import ANSWER, STYLE
from showproof.formats.xlsx.text import escape, quote
from showproof.formats.xlsx.typed import DATE
from showproof.formats.xlsx.worksheet import Sheet

if TYPE_CHECKING:
    from showproof.formats.packet_form import PacketForm, PacketScale

_START = "Start"
_FIRST_WIDTHS = (34.0, 22.0, 40.0)
_WIDTHS = (12.0, 9.0, 104.0)
_COLOUR = "FF1F3A5F"
_RULES = (
    "Read the norming guide first. Rate alone, and talk about no draft until all packets are in.",
    "Go sheet by sheet. Rate all drafts on one sheet before you open the next; the order is drawn for you alone.",
    "Give each draft the level whose line fits it. A strong start on another sheet says nothing about this one.",
    "Leave a level empty where you cannot tell: a gap is better than a guess.",
    "Write down in a few words what shows it, above all where another reader might differ.",
    "Overall comes last. It is a judgement of the whole, not a mean of the sheets before.",
)


def write_packet_form(form: PacketForm) -> bytes:
    """The workbook's bytes; the same form gives the same bytes."""
    strings = Strings()
    tabs = sheet_names([_START, *(scale.tab for scale in form.scales)])[1:]
    made = [_scale_sheet(scale, tab, strings) for scale, tab in zip(form.scales, tabs, strict=True)]
    start = _start_sheet(form, [(tab, levels) for tab, (_, levels) in zip(tabs, made, strict=True)], strings)
    return workbook_file(form, [start, *(sheet for sheet, _ in made)], (), strings)


def _start_sheet(form: PacketForm, sheets: list[tuple[str, str]], strings: Strings) -> Sheet:
    """`sheets` are the tabs with the range of levels on each."""
    grid = Grid(_FIRST_WIDTHS, strings)
    grid.band("title", form.title, size=20, extra=8)
    grid.band("quiet", form.kind_title)
    grid.add("", 8)
    rater = _pair(grid, RATER, cells.string(f"B{grid.next}", ANSWER["field", "General"], form.rater, strings))
    finished = cells.blank(f"B{grid.next}", ANSWER["field", DATE])
    _pair(grid, FINISHED, finished, "a day such as 2026-04-30; may stay empty")
    _pair(grid, STUDY, cells.text(f"B{grid.next}", "option", form.study, strings))
    origin = cells.text(f"B{grid.next}", "option", form.origin, strings)
    grid.add(_label(grid, MADE_FROM) + origin + grid.join(2, 3, STYLE["option"]), 18)
    grid.add("", 8)
    grid.band("subheading", "How to rate", size=12, extra=4)
    for number, rule in enumerate(_RULES, start=1):
        grid.band("told", f"{number}. {rule}", extra=2)
    grid.add("", 8)
    heads = zip("ABC", (SHEET, DONE, SCALE), strict=True)
    grid.add("".join(cells.text(f"{column}{grid.next}", "header", text, strings) for column, text in heads), 18)
    links = []
    for scale, (tab, levels) in zip(form.scales, sheets, strict=True):
        row = grid.next
        links.append((f"A{row}", tab))
        content = cells.text(f"A{row}", "linked", tab, strings) + _counted(f"B{row}", tab, levels, len(scale.codes))
        grid.add(content + cells.text(f"C{row}", "cell", scale.id, strings), 18)
    return Sheet(
        name=_START, grid=grid, colour=_COLOUR, highlights=empty_answers([rater]), links=tuple(links), one_page=True,
        sealed=True,
    )  # fmt: skip


def _label(grid: Grid, label: str) -> str:
    return cells.text(f"A{grid.next}", "label", label, grid.strings)


def _pair(grid: Grid, label: str, cell: str, hint: str = "") -> str:
    """A label, the box beside it and a hint; gives the address of the box."""
    row = grid.next
    grid.add(_label(grid, label) + cell + cells.text(f"C{row}", "quiet", hint, grid.strings), 18)
    return f"B{row}"


def _counted(ref: str, tab: str, levels: str, count: int) -> str:
    """How many levels a sheet has so far, as a text that counts itself."""
    source = f'SUMPRODUCT(--(LEN({quoted(tab)}!{levels})>0))&" of {count}"'
    style = STYLE["option"]
    return f'<c r="{ref}" s="{style}" t="str"><f>{escape(source)}</f><v>0 of {count}</v></c>'


def _scale_sheet(scale: PacketScale, tab: str, strings: Strings) -> tuple[Sheet, str]:
    """The sheet, and the range of its levels."""
    grid = Grid(_WIDTHS, strings)
    grid.band("heading", scale.title, size=15, extra=4)
    grid.band("quiet", scale.question)
    for level, line in enumerate(scale.anchors):
        row = grid.next
        content = cells.number(f"A{row}", STYLE[f"level {level}"], level) + cells.text(f"B{row}", "cell", line, strings)
        tall = lines(line, sum(_WIDTHS[1:]), SMALL)
        grid.add(content + grid.join(2, 3, STYLE["cell"]), height(tall, SMALL) + 2, fixed=True)
    row = grid.next
    scale_id = cells.text(f"C{row}", "quiet", scale.id, strings)
    grid.add(cells.text(f"A{row}", "quiet", SCALE, strings) + scale_id, 14, fixed=True)
    heads = zip("ABC", (DRAFT, LEVEL, NOTE), strict=True)
    grid.add("".join(cells.text(f"{column}{grid.next}", "header", text, strings) for column, text in heads), 18)
    first = grid.next
    for code in scale.codes:
        row = grid.next
        grid.add(
            cells.text(f"A{row}", "label", code, strings)
            + cells.blank(f"B{row}", STYLE["level"])
            + cells.blank(f"C{row}", ANSWER["cell", "General"]),
            26,
        )
    last = max(grid.next - 1, first)
    levels, amber = f"B{first}:B{last}", empty_answers([f"B{row}" for row in range(first, last + 1)])
    sheet = Sheet(
        name=tab, grid=grid, colour=_COLOUR, frozen=first - 1, highlights=amber,
        validations=(_listed(levels),), landscape=True, titles=first - 1, sealed=True,
    )  # fmt: skip
    return sheet, f"$B${first}:$B${last}"


def _listed(places: str) -> str:
    """Only a level may be entered."""
    message = quote("Choose the level whose line above fits the draft; leave it empty where you cannot tell.")
    return (
        '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="0 to 4" '
        f'error="{message}" promptTitle="0 to 4" prompt="{message}" sqref="{places}">'
        '<formula1>"0,1,2,3,4"</formula1></dataValidation>'
    )
