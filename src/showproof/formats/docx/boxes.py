"""Labels beside answers in four columns: the head block, and one box an entry for tables with long columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.cells import cell, empty_texts, label, row, table
from showproof.formats.docx.controls import hint
from showproof.formats.docx.text import gap, paragraph, styled
from showproof.formats.form import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showproof.formats.docx.controls import Controls
    from showproof.formats.form import FormTable, Question, Section

TITLE_SHADE = "DCE4EC"
"""Behind a box's title."""


class _Line(NamedTuple):
    """One question in a box: where its answer goes, what it is, and what shows while it is empty."""

    question: Question
    tag: str
    answer: str
    empty: str


def head_block(section: Section, usable: int, controls: Controls) -> str:
    """The questions about the document, two in a row."""
    lines = [_Line(item, tag(section.id, item.id), item.answer, hint(item)) for item in section.questions]
    across = _columns(usable)
    return table(across, _rows(lines, across, controls), section.title, section.guidance)


def record_boxes(section: Section, shown: FormTable, usable: int, controls: Controls) -> str:
    """One box an entry, titled with its number; a column of row numbers has no line of its own."""
    across = _columns(usable)
    boxes = []
    for number, (answers, empty) in enumerate(zip(shown.rows, empty_texts(shown), strict=True), start=1):
        lines = [
            _Line(column, tag(section.id, column.id, number), answer, shows)
            for column, answer, shows in zip(shown.columns, answers, empty, strict=True)
            if column.type != "serial"
        ]
        name = f"{shown.record} {number}"
        title = cell(usable, paragraph(name, "BoxTitle", keep=True), span=4, shade=TITLE_SHADE)
        rows = [row([title], header=True), *_rows(lines, across, controls)]
        boxes.append(table(across, rows, f"{section.title}: {name}", "Each label with its answer to the right."))
    return gap().join(boxes)


def _columns(usable: int) -> list[int]:
    """Label, answer, label, answer."""
    narrow = usable * 15 // 100
    wide = usable // 2 - narrow
    return [narrow, wide, narrow, usable - 2 * narrow - wide]


def _rows(lines: list[_Line], across: list[int], controls: Controls) -> Iterator[str]:
    """Rows that stay on one page: each but the last is kept with the next."""
    pairs = _paired(lines)
    sides = (across[:2], across[2:])
    for number, pair in enumerate(pairs, start=1):
        keep = number < len(pairs)
        style = styled("TableText", keep=keep)
        cells = []
        for line, (narrow, wide) in zip(pair, sides, strict=False):
            made = controls.control(line.question, line.tag, line.answer, line.empty, style)
            cells.append(label(narrow, line.question.label, keep))
            cells.append(cell(sum(across[1:]), made, span=3) if len(pair) == 1 else cell(wide, made))
        yield row(cells)


def _paired(lines: list[_Line]) -> list[list[_Line]]:
    """Lines in their order: two short ones side by side, a long one alone."""
    pairs: list[list[_Line]] = []
    for line in lines:
        last = pairs[-1] if pairs else []
        if len(last) == 1 and "paragraph" not in (last[0].question.type, line.question.type):
            last.append(line)
        else:
            pairs.append([line])
    return pairs
